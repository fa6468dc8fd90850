"""When a community meets."""

from __future__ import annotations

import datetime

import pytest

from inburgering_cop.errors import InvalidValueError
from inburgering_cop.practice import Calendar, Moved
from inburgering_cop.practice._calendar import wrongs_of

_FIRST = datetime.date(2027, 1, 12)


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _wrongs(calendar: Calendar) -> list[tuple[str | None, str, str]]:
    return [(wrong.field, wrong.wanted.get("en"), wrong.wanted.nl) for wrong in wrongs_of(calendar)]


class TestDays:
    """The days of the meetings."""

    def test_meetings_come_every_six_weeks(self) -> None:
        """Unless told, six weeks lie between two meetings, as in Amsterdam."""
        calendar = Calendar(first=_FIRST, meetings=3)

        assert calendar.days == (_FIRST, _day("2027-02-23"), _day("2027-04-06"))
        assert calendar.rhythm == calendar.days

    def test_day_to_skip_moves_a_week_on_until_it_is_free(self) -> None:
        """A skipped meeting moves on by weeks; the meetings after it keep the rhythm."""
        calendar = Calendar(first=_FIRST, meetings=3, skip=(_day("2027-02-23"), _day("2027-03-02")))

        assert calendar.days == (_FIRST, _day("2027-03-09"), _day("2027-04-06"))

    def test_moved_meeting_is_held_on_the_day_given(self) -> None:
        """A meeting under `moved` is held on its own day, also when the rhythm's day is to be skipped."""
        day = _day("2027-02-23")
        calendar = Calendar(first=_FIRST, meetings=2, skip=(day,), moved=(Moved(date=day, to=_day("2027-02-25")),))

        assert calendar.days[1] == _day("2027-02-25")

    @pytest.mark.parametrize(
        ("day", "after"), [("2026-12-01", "2027-01-12"), ("2027-01-12", "2027-02-23"), ("2027-02-23", None)]
    )
    def test_after_gives_the_next_meeting(self, day: str, after: str | None) -> None:
        """The next meeting lies after the day, not on it; behind the last there is none."""
        calendar = Calendar(first=_FIRST, meetings=2)

        assert calendar.after(_day(day)) == (_day(after) if after else None)

    def test_repr_is_short(self) -> None:
        """The representations name the days."""
        moved = Moved(date=_FIRST, to=_day("2027-01-13"))

        assert repr(Calendar(first=_FIRST, meetings=2)) == "<Calendar from 2027-01-12, 2 meetings>"
        assert repr(moved) == "<Moved 2027-01-12 to 2027-01-13>"


class TestRules:
    """What a calendar cannot be."""

    @pytest.mark.parametrize("day", ["2027-01-12", None, datetime.datetime(2027, 1, 12), datetime.date(1999, 12, 31)])
    def test_first_day_is_a_date_of_this_age(self, day: object) -> None:
        """A text, a moment and a year out of range are refused."""
        with pytest.raises(InvalidValueError, match="It must be a date from 2000 up to 2199"):
            Calendar(first=day, meetings=1)  # type: ignore[arg-type]

    @pytest.mark.parametrize(("every_weeks", "meetings"), [(0, 1), (53, 1), (6, 0), (6, 201)])
    def test_numbers_have_bounds(self, every_weeks: int, meetings: int) -> None:
        """A rhythm of 1 to 52 weeks, and 1 to 200 meetings."""
        with pytest.raises(InvalidValueError, match="a whole number from 1"):
            Calendar(first=_FIRST, every_weeks=every_weeks, meetings=meetings)

    def test_sound_calendar_has_nothing_wrong(self) -> None:
        """Moving the first meeting to an earlier day is fine."""
        calendar = Calendar(first=_FIRST, meetings=2, moved=(Moved(date=_FIRST, to=_day("2027-01-05")),))

        assert not _wrongs(calendar)

    def test_moved_day_is_one_of_the_rhythm(self) -> None:
        """A move of a day on which no meeting falls names the nearest that can move."""
        calendar = Calendar(first=_FIRST, meetings=2, moved=(Moved(date=_day("2027-02-22"), to=_day("2027-02-25")),))

        assert _wrongs(calendar) == [
            (
                "calendar.moved[0].date",
                "a day of the rhythm, such as 2027-02-23",
                "een dag van het ritme, zoals 2027-02-23",
            )
        ]

    def test_meeting_before_the_first_is_impossible(self) -> None:
        """A later meeting cannot be moved to before the first day."""
        calendar = Calendar(first=_FIRST, meetings=2, moved=(Moved(date=_day("2027-02-23"), to=_day("2027-01-05")),))

        assert _wrongs(calendar)[0] == (
            "calendar.moved[0].to",
            "a day after the first, 2027-01-12",
            "een dag na de eerste, 2027-01-12",
        )

    def test_skipped_meeting_may_not_reach_the_next(self) -> None:
        """With a meeting every week there is no week to move to: both days are named."""
        calendar = Calendar(first=_FIRST, every_weeks=1, meetings=2, skip=(_FIRST,))

        assert _wrongs(calendar) == [
            (
                "calendar",
                "one day for each meeting, in order: that of 2027-01-19 falls on 2027-01-19 and the one before it on "
                "2027-01-19; put either on another day under moved",
                "een dag per bijeenkomst, in volgorde: die van 2027-01-19 valt op 2027-01-19 en die ervoor op "
                "2027-01-19; zet een van beide onder moved op een andere dag",
            )
        ]
