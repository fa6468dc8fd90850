"""A rotation: planning, announcing, joining, leaving, standing in."""

from __future__ import annotations

import copy
import datetime
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest

from inburgering_cop.errors import DataError, FileKeptError, ImpossibleDemandError, InvalidValueError
from inburgering_cop.practice import (
    Attendance,
    Calendar,
    Person,
    PlannedMeeting,
    RoleSeats,
    Rotation,
    Seat,
    SeatKind,
    read_rotation,
)

_FIRST = datetime.date(2027, 1, 12)
_SECOND = datetime.date(2027, 2, 23)
_BEFORE = datetime.date(2027, 1, 1)
_BETWEEN = datetime.date(2027, 2, 1)


def _rotation(people: str = "abcd", *, seats: int = 2, meetings: int = 6, **more: Any) -> Rotation:
    """A rotation in which each letter is a klantbegeleider."""
    return Rotation(
        calendar=Calendar(first=_FIRST, meetings=meetings),
        seats=(RoleSeats(role="kb", seats=seats),),
        people=tuple(Person(id=each, role="kb") for each in people),
        **more,
    )


def _who(meetings: tuple[PlannedMeeting, ...]) -> list[str]:
    return ["".join(each.people) for each in meetings]


class TestPlan:
    """Who will attend."""

    def test_everyone_comes_in_turn(self) -> None:
        """The line goes round; the calendar says on which days and how often."""
        planned = _rotation("abc").plan()

        assert _who(planned) == ["ab", "ca", "bc", "ab", "ca", "bc"]
        assert [each.date for each in planned[:2]] == [_FIRST, datetime.date(2027, 2, 23)]
        assert {seat.how for each in planned for seat in each.seats} == {SeatKind.TURN}

    def test_amsterdam_has_ten_of_many_and_a_team_manager_each_time(self) -> None:
        """Ten klantbegeleiders of twenty-five and one of two team managers: all come in turn."""
        people = [Person(id=f"kb{n}", role="klantbegeleider") for n in range(25)]
        people += [Person(id=f"tm{n}", role="teammanager") for n in range(2)]
        rotation = Rotation(
            calendar=Calendar(first=_FIRST, meetings=5),
            seats=(RoleSeats(role="klantbegeleider", seats=10), RoleSeats(role="teammanager", seats=1)),
            people=tuple(people),
        )

        assert [len(each.people) for each in rotation.plan()] == [11] * 5
        assert {each.turns for each in rotation.attendance(planned=5) if each.role == "klantbegeleider"} == {2}
        assert [each.seats[-1].person for each in rotation.plan()] == ["tm0", "tm1", "tm0", "tm1", "tm0"]

    def test_fixed_seats_are_kept(self) -> None:
        """Who has a fixed seat is there each time; the other seats rotate."""
        rotation = _rotation("abc").join("z", role="kb", on=_BEFORE, fixed=True)

        assert _who(rotation.plan(meetings=3)) == ["za", "zb", "zc"]
        assert rotation.plan(meetings=1)[0].seats[0].how is SeatKind.FIXED

    def test_only_as_many_as_asked_are_planned(self) -> None:
        """None asked is none planned; what was announced is not planned again."""
        rotation = _rotation("abc").announce(meetings=2)

        assert rotation.plan(meetings=0) == ()
        assert _who(rotation.plan(meetings=1)) == ["bc"]
        assert rotation.in_turn("kb") == ("b", "c", "a")

    @pytest.mark.parametrize("meetings", [-1, 201, True, 1.0, "2"])
    def test_number_is_a_whole_number(self, meetings: Any) -> None:
        """Anything else is refused."""
        with pytest.raises(InvalidValueError, match="meetings cannot be"):
            _rotation().plan(meetings=meetings)

    def test_more_meetings_than_the_calendar_has(self) -> None:
        """The error says how many are left, and to what the calendar must be set."""
        rotation = _rotation(meetings=3).announce(meetings=2)

        with pytest.raises(ImpossibleDemandError) as caught:
            rotation.announce(meetings=2)

        assert caught.value.conflict == "calendar-full"
        assert caught.value.line("en") == (
            "You ask for 2, and the calendar has 1 left. Set meetings in the calendar to 4, or ask for 1 at most."
        )
        assert caught.value.line("nl") == (
            "Je vraagt er 2, en de kalender heeft er nog 1 over. Zet meetings in de kalender op 4, of vraag er "
            "hoogstens 1."
        )

    def test_line_of_a_full_calendar_is_not_told(self) -> None:
        """When all is announced there is no next meeting whose turn could be told."""
        with pytest.raises(ImpossibleDemandError, match="the calendar has 0 left"):
            _rotation(meetings=1).announce().in_turn("kb")

    def test_more_seats_than_people(self) -> None:
        """The error names the day, the role, and both ways out."""
        with pytest.raises(ImpossibleDemandError) as caught:
            _rotation("ab", seats=5).plan()

        assert (caught.value.conflict, caught.value.about) == ("more-seats-than-people", ("kb",))
        assert caught.value.line("en") == (
            "On 2027-01-12 there are too few people for kb: 2, with 5 seats. Find 3 more, or set the seats of kb to 2."
        )
        assert caught.value.line("nl") == (
            "Op 2027-01-12 zijn er te weinig mensen voor kb: 2, bij 5 plekken. Zoek er 3 bij, of zet seats van kb op 2."
        )

    def test_smallest_change_resolves_it(self) -> None:
        """With the seats the error names, the same demand is met."""
        assert _who(_rotation("ab", seats=2).plan(meetings=1)) == ["ab"]

    def test_nobody_left_for_a_role(self) -> None:
        """Where nobody is left, lowering the seats to nought is no way out: the role goes."""
        rotation = _rotation("a", seats=1).leave("a", on=_BEFORE)

        with pytest.raises(ImpossibleDemandError) as caught:
            rotation.plan()

        assert caught.value.line("en") == (
            "On 2027-01-12 there is nobody for kb; needed: 1. Find 1, or take kb out of seats."
        )
        assert caught.value.line("nl") == (
            "Op 2027-01-12 is er niemand voor kb; nodig: 1. Zoek er 1, of haal kb uit seats."
        )

    def test_more_fixed_seats_than_seats(self) -> None:
        """The error names those with a fixed seat."""
        people = tuple(Person(id=each, role="kb", fixed=True) for each in "abc")
        rotation = attrs.evolve(_rotation(), people=people)

        with pytest.raises(ImpossibleDemandError) as caught:
            rotation.plan()

        assert caught.value.about == ("a", "b", "c")
        assert caught.value.line("en") == (
            "On 2027-01-12 kb has more fixed seats than seats: 3 against 2. Set the seats of kb to 3, or make 2 of "
            "them fixed at most."
        )
        assert caught.value.line("nl") == (
            "Op 2027-01-12 heeft kb meer vaste plekken dan plekken: 3 tegen 2. Zet seats van kb op 3, of maak er "
            "hoogstens 2 vast."
        )


class TestAnnounce:
    """What was announced stays."""

    def test_announced_is_what_was_planned(self) -> None:
        """Announcing takes over the plan and gives a new rotation; the old one is as it was."""
        before = _rotation("abc")

        after = before.announce(meetings=2)

        assert after.announced == before.plan(meetings=2)
        assert before.announced == ()

    @pytest.mark.parametrize("meetings", [0, -1, None])
    def test_none_cannot_be_announced(self, meetings: Any) -> None:
        """At least one is announced."""
        with pytest.raises(InvalidValueError, match="a whole number from 1 to 200"):
            _rotation().announce(meetings=meetings)


class TestJoin:
    """Who joins."""

    def test_joins_from_the_first_meeting_not_announced(self) -> None:
        """An earlier day is put off to the day after the last meeting announced."""
        rotation = _rotation("abc").announce().join("n", role="kb", on=_BEFORE)

        assert rotation.people[-1].joins == datetime.date(2027, 1, 13)
        assert _who(rotation.announced) == ["ab"]
        assert _who(rotation.plan(meetings=3)) == ["cn", "ab", "cn"]

    def test_joins_on_the_day_given_when_that_is_later(self) -> None:
        """Until that day the others take turns without them."""
        rotation = _rotation("abc").join("n", role="kb", on=datetime.date(2027, 3, 1))

        assert _who(rotation.plan(meetings=3)) == ["ab", "ca", "bn"]

    def test_fixed_seat_can_be_given(self) -> None:
        """Who joins with a fixed seat is there from then on."""
        rotation = _rotation("abc").announce().join("z", role="kb", on=_BEFORE, fixed=True)

        assert _who(rotation.plan(meetings=2)) == ["zc", "za"]

    def test_who_takes_part_cannot_join(self) -> None:
        """The error names the role they have and the two ways out."""
        with pytest.raises(ImpossibleDemandError) as caught:
            _rotation().join("a", role="kb", on=_BEFORE)

        assert caught.value.line("en") == ("a takes part already as kb. Give another id, or let a leave first.")
        assert caught.value.line("nl") == ("a doet al mee als kb. Geef een ander id, of laat a eerst vertrekken.")

    def test_who_left_can_come_back(self) -> None:
        """The same id starts a new period, level with the others."""
        rotation = _rotation("abc").leave("a", on=_BEFORE).announce().join("a", role="kb", on=_BETWEEN)

        assert _who((*rotation.announced, *rotation.plan(meetings=2))) == ["bc", "ab", "ca"]

    @pytest.mark.parametrize(
        ("person", "role", "on", "match"),
        [
            ("n", "tm", _BEFORE, "role cannot be 'tm'. It must be one of: kb"),
            ("111222333", "kb", _BEFORE, r"id cannot be \(BSN\). It must be initials or a code"),
            ("Jan Jansen", "kb", _BEFORE, "id cannot be 'Jan Jansen'"),
            ("n", "kb", "2027-01-01", "on cannot be '2027-01-01'. It must be a date"),
        ],
    )
    def test_what_cannot_be_read_is_refused(self, person: str, role: str, on: Any, match: str) -> None:
        """A role without seats, a number or a name for an id, and a text for a day."""
        with pytest.raises(InvalidValueError, match=match):
            _rotation().join(person, role=role, on=on)


class TestLeave:
    """Who leaves."""

    def test_seat_goes_to_the_one_whose_turn_it_is(self) -> None:
        """The next in line takes the announced seat; nobody else's changes, and the line goes on."""
        rotation = _rotation("abcd").announce().leave("b", on=_BEFORE)

        assert _who(rotation.announced) == ["ac"]
        assert [seat.how for seat in rotation.announced[0].seats] == [SeatKind.TURN, SeatKind.TAKEN_OVER]
        assert _who(rotation.plan(meetings=2)) == ["da", "cd"]

    def test_seat_is_open_when_everyone_would_have_a_turn_too_many(self) -> None:
        """Where the whole round is announced, whoever took the seat would come twice while another came not."""
        rotation = _rotation("abcdef").announce(meetings=5).leave("a", on=datetime.date(2027, 5, 1))

        assert _who(rotation.announced) == ["ab", "cd", "ef", "b", "cd"]
        assert rotation.announced[3].seats[0] == Seat(role="kb", how=SeatKind.OPEN)

    def test_meetings_before_they_leave_stay(self) -> None:
        """Only from the day they leave do they lose their seats."""
        rotation = _rotation("abc").announce(meetings=2).leave("a", on=_BETWEEN)

        assert _who(rotation.announced) == ["ab", "cb"]
        assert rotation.attendance()[0] == Attendance(person="a", role="kb", fixed=False, turns=1, meetings=1)

    def test_who_leaves_before_joining_never_came(self) -> None:
        """Leaving before the first day they could come leaves an empty period."""
        rotation = _rotation("abc").join("n", role="kb", on=_BETWEEN).leave("n", on=_BEFORE)

        assert rotation.people[-1].leaves == _BETWEEN
        assert _who(rotation.plan(meetings=3)) == ["ab", "ca", "bc"]

    def test_who_joins_and_leaves_twice_before_coming_is_kept_once(self) -> None:
        """Two empty periods that are alike are one."""
        rotation = _rotation("abc")
        for _ in range(2):
            rotation = rotation.join("n", role="kb", on=_BETWEEN).leave("n", on=_BEFORE)

        assert len(rotation.people) == 4

    def test_who_came_back_leaves_every_period(self) -> None:
        """From the day they leave they attend nothing, in whichever period."""
        rotation = _rotation("abc").leave("a", on=_BETWEEN).join("a", role="kb", on=datetime.date(2027, 4, 1))

        left = rotation.announce(meetings=4).leave("a", on=_BEFORE)

        assert all("a" not in each.people for each in left.announced)

    @pytest.mark.parametrize(("person", "on"), [("x", _BEFORE), ("a", "soon")])
    def test_who_is_not_there_cannot_leave(self, person: str, on: Any) -> None:
        """An unknown id is answered with those there are; a day that is none is refused."""
        with pytest.raises(InvalidValueError, match=r"one of: a, b, c, d\.|on cannot be 'soon'"):
            _rotation().leave(person, on=on)

    def test_leaving_twice_is_refused(self) -> None:
        """Who has left is no longer among those who can."""
        with pytest.raises(InvalidValueError, match="one of: b, c, d"):
            _rotation().leave("a", on=_BEFORE).leave("a", on=_BETWEEN)

    def test_a_long_list_is_cut(self) -> None:
        """Of many people twelve are named."""
        with pytest.raises(InvalidValueError, match="i, j, k, l, …"):
            _rotation("abcdefghijklmnop").leave("zz", on=_BEFORE)

    def test_when_all_have_left_it_says_so(self) -> None:
        """Without anyone there is nobody to choose from."""
        rotation = _rotation("a", seats=1).leave("a", on=_BEFORE)

        with pytest.raises(InvalidValueError) as caught:
            rotation.leave("a", on=_BEFORE)

        assert caught.value.line("en") == "person cannot be 'a'. It must be added first."
        assert caught.value.line("nl") == "person kan niet 'a' zijn. Het moet zijn: er eerst bij gezet."


class TestStandIn:
    """An open seat can be taken by whoever wants."""

    @pytest.fixture
    def open_seat(self) -> Rotation:
        """The fourth meeting has an open seat."""
        return _rotation("abcdef").announce(meetings=5).leave("a", on=datetime.date(2027, 5, 1))

    def test_it_is_no_turn(self, open_seat: Rotation) -> None:
        """Who stands in comes, keeps their place, and has no turn more."""
        day = open_seat.announced[3].date

        after = open_seat.stand_in("e", on=day)

        assert after.announced[3].people == ("e", "b")
        assert after.plan() == open_seat.plan()
        assert after.attendance() == open_seat.attendance()

    def test_seat_of_a_stand_in_who_leaves_is_open_again(self, open_seat: Rotation) -> None:
        """Nobody else can take it as a turn either."""
        day = open_seat.announced[3].date

        after = open_seat.stand_in("e", on=day).leave("e", on=day)

        assert after.announced[3].people == ("b",)

    @pytest.mark.parametrize(
        ("person", "at", "en", "nl"),
        [
            (
                "b",
                3,
                "b already attends the meeting of 2027-05-18. Choose someone else who waits.",
                "b zit al bij de bijeenkomst van 2027-05-18. Kies iemand anders die wacht.",
            ),
            (
                "c",
                0,
                "On 2027-01-12 no seat for kb is open. Standing in is possible only in a seat that is open.",
                "Op 2027-01-12 is er geen open plek voor kb. Invallen kan alleen op een plek die open staat.",
            ),
        ],
    )
    def test_conflicts_are_named(self, open_seat: Rotation, person: str, at: int, en: str, nl: str) -> None:
        """Who attends already, and a meeting without an open seat."""
        with pytest.raises(ImpossibleDemandError) as caught:
            open_seat.stand_in(person, on=open_seat.announced[at].date)

        assert (caught.value.line("en"), caught.value.line("nl")) == (en, nl)

    def test_meeting_must_be_announced(self, open_seat: Rotation) -> None:
        """The error lists the days that were announced, if any."""
        with pytest.raises(ImpossibleDemandError) as caught:
            open_seat.stand_in("b", on=_BEFORE)

        assert caught.value.line("en") == (
            "No meeting is announced for 2027-01-01. Give a day for which one is: 2027-01-12, 2027-02-23, 2027-04-06, "
            "2027-05-18, 2027-06-29."
        )
        with pytest.raises(ImpossibleDemandError, match=r"any other day\. Announce one first"):
            _rotation().stand_in("b", on=_FIRST)
        assert caught.value.line("nl").startswith("Voor 2027-01-01 is geen bijeenkomst aangekondigd. Geef een dag ")

    def test_stranger_cannot_stand_in(self, open_seat: Rotation) -> None:
        """Only those who take part that day can."""
        with pytest.raises(InvalidValueError, match="person cannot be 'a'"):
            open_seat.stand_in("a", on=open_seat.announced[3].date)


class TestDescribe:
    """A rotation as text."""

    def test_table_shows_who_and_how(self) -> None:
        """Fixed, taken over, open and standing in are marked; the promise stands below."""
        rotation = _rotation("abcdef", name="CoP", meetings=5).announce(meetings=4)
        rotation = rotation.leave("d", on=datetime.date(2027, 5, 1)).leave("a", on=datetime.date(2027, 5, 1))

        en = rotation.describe(lang="en")

        assert en.startswith("# Rotation: CoP\n\n| No. | Date | kb | Status |\n| --- | --- | --- | --- |\n")
        assert "| 1 | 12 January 2027 | a, b | announced |\n" in en
        assert "| 5 | 29 June 2027 | " in en
        assert "| planned |" in en
        assert "| a | kb | 1 of 3 times |\n" in en
        assert "differ by one time at most" in en

    def test_open_seats_and_stand_ins_are_explained(self) -> None:
        """The notes come where there is something to note."""
        rotation = _rotation("abcdef").announce(meetings=5).leave("a", on=datetime.date(2027, 5, 1))
        standing_in = rotation.stand_in("e", on=rotation.announced[3].date)

        assert "(open plek), b" in rotation.describe()
        assert "Een open plek: wie haar kreeg" in rotation.describe()
        assert "e (valt in), b" in standing_in.describe()
        assert "- Invallen telt niet als beurt." in standing_in.describe()
        assert "open plek" not in _rotation().describe()
        assert _rotation().describe().startswith("# Rooster\n")

    def test_swap_by_hand_is_said(self) -> None:
        """What was swapped in the file stays, and the text says between whom the promise does not hold by that."""
        fair = _rotation("abcd").announce(meetings=2)
        swapped = attrs.evolve(fair, announced=(fair.announced[0], attrs.evolve(fair.announced[0], date=_SECOND)))

        assert (fair.uneven(), fair.uneven(planned=4)) == ((), ())
        assert swapped.uneven() == (("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"))
        assert "Except for a - c; a - d; b - c; b - d: by what was announced by hand" in swapped.describe(lang="en")
        assert "Behalve voor" not in fair.describe()

    def test_role_that_lost_its_seats_is_still_shown(self) -> None:
        """When all of a role left, it can go out of the seats; what was announced for it stays in the table."""
        both = attrs.evolve(
            _rotation("ab"),
            seats=(RoleSeats(role="tm", seats=1), RoleSeats(role="kb", seats=2)),
            people=(*_rotation("ab").people, Person(id="m", role="tm")),
        )
        left = both.announce().leave("m", on=_BETWEEN)

        fewer = attrs.evolve(left, seats=left.seats[1:])

        assert fewer.describe(meetings=1).splitlines()[2] == "| Nr. | Datum | kb | tm | Stand |"
        assert fewer.describe(meetings=1).splitlines()[4] == "| 1 | 12 januari 2027 | a, b | m | aangekondigd |"

    def test_other_language_is_refused(self) -> None:
        """Dutch and English are spoken."""
        with pytest.raises(InvalidValueError, match="lang cannot be 'de'"):
            _rotation().describe(lang="de")


class TestValues:
    """A rotation is a value."""

    def test_pickles_and_copies(self) -> None:
        """A copy is equal and hashes alike."""
        rotation = _rotation("abc").announce()

        assert pickle.loads(pickle.dumps(rotation)) == copy.deepcopy(rotation) == rotation
        assert hash(rotation) == hash(copy.deepcopy(rotation))

    def test_repr_is_short(self) -> None:
        """The representations say what it is."""
        rotation = _rotation("ab").announce()

        assert repr(rotation) == "<Rotation of 2 people, 1 of 6 announced>"
        assert repr(rotation.people[0]) == "<Person 'a' kb>"
        assert repr(rotation.seats[0]) == "<RoleSeats 2 for kb>"
        assert repr(rotation.announced[0]) == "<PlannedMeeting 2027-01-12: 2 people>"
        assert repr(rotation.announced[0].seats[0]) == "<Seat kb: a>"
        assert repr(Seat(role="kb", how=SeatKind.OPEN)) == "<Seat kb: open>"
        assert repr(rotation.attendance()[0]) == "<Attendance 'a' 1 of 1>"

    def test_contradiction_is_refused_at_once(self) -> None:
        """Every contradiction between the parts is named."""
        with pytest.raises(DataError) as caught:
            attrs.evolve(_rotation(), people=(Person(id="a", role="x"), Person(id="a", role="kb")))

        assert [fault.field for fault in caught.value.faults] == ["people[0].role", "people[1].id"]

    def test_seats_of_a_meeting_are_seats(self) -> None:
        """Anything else in their place is refused."""
        with pytest.raises(InvalidValueError, match="It must be a list of seats"):
            PlannedMeeting(date=_FIRST, seats=("a",))  # type: ignore[arg-type]


class TestFile:
    """A rotation in a file."""

    def test_what_is_saved_is_read_back(self, tmp_path: Path) -> None:
        """Every field survives, open seats and stand-ins too."""
        rotation = _rotation("abcdef", name="CoP").announce(meetings=5).leave("a", on=datetime.date(2027, 5, 1))
        rotation = rotation.join("n", role="kb", on=_BETWEEN, fixed=True)

        saved = rotation.save(tmp_path / "r.json")

        assert read_rotation(saved) == rotation

    def test_later_state_is_written_over_an_earlier_one(self, tmp_path: Path) -> None:
        """Announcing, joining and leaving make later states."""
        path = tmp_path / "r.json"
        rotation = _rotation("abc")
        rotation.save(path)

        later = rotation.announce().join("n", role="kb", on=_BETWEEN).leave("b", on=_BEFORE)
        later.save(path)

        assert read_rotation(path) == later

    def test_nothing_is_lost(self, tmp_path: Path) -> None:
        """An earlier state is not written over a later one, unless asked."""
        path = tmp_path / "r.json"
        later = _rotation("abc").announce()
        later.save(path)

        with pytest.raises(FileKeptError) as caught:
            _rotation("abc").save(path)

        assert read_rotation(path) == later
        assert caught.value.path == str(path)
        assert caught.value.line("en") == (
            f"{str(path)!r} was left as it is: it holds something else than an earlier state of this, or something "
            "that cannot be read. Give another path, or overwrite it on purpose (overwrite)."
        )
        assert caught.value.line("nl") == (
            f"{str(path)!r} is niet overschreven: daar staat iets anders dan een eerdere stand hiervan, of iets "
            "onleesbaars. Geef een ander pad, of overschrijf het bewust (overwrite)."
        )
        _rotation("abc").save(path, overwrite=True)
        assert read_rotation(path) == _rotation("abc")
        with pytest.raises(FileKeptError):
            _rotation("ab").save(path)
