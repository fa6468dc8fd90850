"""When a community meets: a first day, a rhythm, and the days on which it cannot be."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.knowledge._structuring import Wrong
from inburgering_cop.model import LocalizedText, _rules

_WEEK = datetime.timedelta(weeks=1)


def hold_day(name: str, value: object) -> None:
    """Holds that `value`, given as `name`, is a date from 2000 up to and including 2199.

    Raises:
        InvalidValueError: It is not.
    """
    if type(value) is not datetime.date or not 2000 <= value.year <= 2199:
        wanted = ("een datum van 2000 tot en met 2199", "a date from 2000 up to 2199")
        shown = value.isoformat() if type(value) is datetime.date else value
        raise phrases.invalid(name, shown, wanted=wanted)


def meeting_day(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A date of this age, as a rule of a field."""
    hold_day(attribute.name, value)


@attrs.frozen(kw_only=True, repr=False)
class Moved:
    """One meeting that is held on another day than the rhythm gives.

    Attributes:
        date: The day the rhythm gives.
        to: The day it is held.
    """

    date: datetime.date = attrs.field(validator=meeting_day)
    to: datetime.date = attrs.field(validator=meeting_day)

    def __repr__(self) -> str:
        return f"<Moved {self.date.isoformat()} to {self.to.isoformat()}>"


@attrs.frozen(kw_only=True, repr=False)
class Calendar:
    """The days on which a community meets.

    Source: cop-amsterdam, question 1 (every six weeks). Our choice: a meeting on a day to skip moves a week on, as
    often as needed; the meetings after it keep the rhythm.

    Attributes:
        first: The day of the first meeting.
        every_weeks: Weeks from one meeting to the next, 1 to 52; six as in Amsterdam.
        meetings: How many meetings there are, 1 to 200.
        skip: Days on which no meeting can be.
        moved: Meetings that are held on another day than the rhythm gives.

    >>> Calendar(first=datetime.date(2027, 1, 12), meetings=3, skip=(datetime.date(2027, 2, 23),)).days[1].isoformat()
    '2027-03-02'
    """

    first: datetime.date = attrs.field(validator=meeting_day)
    every_weeks: int = attrs.field(default=6, validator=_rules.between(1, 52))
    meetings: int = attrs.field(validator=_rules.between(1, 200))
    skip: tuple[datetime.date, ...] = attrs.field(default=(), validator=_rules.each(meeting_day))
    moved: tuple[Moved, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Moved)))

    def __repr__(self) -> str:
        return f"<Calendar from {self.first.isoformat()}, {self.meetings} meetings>"

    @property
    def rhythm(self) -> tuple[datetime.date, ...]:
        """The days the rhythm gives, before any is skipped or moved."""
        return tuple(self.first + _WEEK * self.every_weeks * number for number in range(self.meetings))

    @property
    def days(self) -> tuple[datetime.date, ...]:
        """The days of the meetings, in order."""
        moved = {each.date: each.to for each in self.moved}
        return tuple(moved[day] if day in moved else self._held(day) for day in self.rhythm)

    def _held(self, day: datetime.date) -> datetime.date:
        while day in self.skip:
            day += _WEEK
        return day

    def after(self, day: datetime.date) -> datetime.date | None:
        """The day of the first meeting after `day`; None when there is none.

        Source: cop-amsterdam, question 2 (the owner tells at the next meeting).
        """
        return next((each for each in self.days if each > day), None)


def nearest_day(day: datetime.date, days: Sequence[datetime.date]) -> datetime.date:
    """The one of `days` that is nearest to `day`, the earlier of two."""
    return min(days, key=lambda each: abs(each - day))


def wrongs_of(calendar: Calendar) -> Iterator[Wrong]:
    """What is impossible in a calendar, each with the smallest change that resolves it."""
    rhythm = calendar.rhythm
    for at, moved in enumerate(calendar.moved):
        if moved.date not in rhythm:
            near = nearest_day(moved.date, rhythm).isoformat()
            wanted = LocalizedText(nl=f"een dag van het ritme, zoals {near}", en=f"a day of the rhythm, such as {near}")
            yield Wrong(path=("calendar", "moved", at, "date"), given=moved.date.isoformat(), wanted=wanted)
        elif moved.to < calendar.first and moved.date != calendar.first:
            first = calendar.first.isoformat()
            wanted = LocalizedText(nl=f"een dag na de eerste, {first}", en=f"a day after the first, {first}")
            yield Wrong(path=("calendar", "moved", at, "to"), given=moved.to.isoformat(), wanted=wanted)
    days = calendar.days
    for before, after, given in zip(days, days[1:], rhythm[1:], strict=False):
        if after <= before:
            wanted = LocalizedText(
                nl=f"een dag per bijeenkomst, in volgorde: die van {given.isoformat()} valt op {after.isoformat()} en "
                f"die ervoor op {before.isoformat()}; zet een van beide onder moved op een andere dag",
                en=f"one day for each meeting, in order: that of {given.isoformat()} falls on {after.isoformat()} and "
                f"the one before it on {before.isoformat()}; put either on another day under moved",
            )
            yield Wrong(path=("calendar",), given=None, wanted=wanted)
