"""Whose turn it is."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.practice import Person, PlannedMeeting, Seat, SeatKind
from inburgering_cop.practice._turns import gap, holds, in_a_row, in_line

_FIRST = datetime.date(2027, 1, 12)
_SETS = st.frozensets(st.sampled_from("abcd"))


def _day(number: int) -> datetime.date:
    return _FIRST + datetime.timedelta(weeks=6 * number)


def _team(*people: str, role: str = "r") -> list[Person]:
    return [Person(id=each, role=role) for each in people]


def _met(*turns: str, role: str = "r") -> list[PlannedMeeting]:
    """Meetings at which the letters of each of `turns` had their turn."""
    return [
        PlannedMeeting(
            date=_day(at), seats=tuple(Seat(role=role, person=each, how=SeatKind.TURN) for each in attending)
        )
        for at, attending in enumerate(turns)
    ]


class TestLine:
    """The line for a role."""

    def test_starts_in_the_order_given(self) -> None:
        """Before any meeting the order of the people is the order of turns."""
        assert in_line(_team("b", "a", "c"), [], "r", _day(0)) == ["b", "a", "c"]

    def test_who_attends_goes_to_the_back_in_the_order_of_the_line(self) -> None:
        """In whatever order they sat, those who attended keep their order behind the others."""
        assert in_line(_team("a", "b", "c"), _met("ba"), "r", _day(1)) == ["c", "a", "b"]

    def test_another_role_fixed_seats_and_leavers_are_not_in_it(self) -> None:
        """The line holds those who take turns in the role on that day."""
        people = [
            *_team("a"),
            Person(id="b", role="r", fixed=True),
            Person(id="c", role="other"),
            Person(id="d", role="r", leaves=_day(1)),
            Person(id="e", role="r", joins=_day(2)),
        ]

        assert in_line(people, _met("a"), "r", _day(1)) == ["a"]
        assert in_line(people, [], "r", _day(0)) == ["a", "d"]

    def test_who_joins_stands_behind_those_who_wait_and_before_those_who_had_a_turn_more(self) -> None:
        """Of five, two had a turn: who joins comes after the three who wait, before the two."""
        people = [*_team("a", "b", "c", "d", "e"), Person(id="n", role="r", joins=_day(1))]

        assert in_line(people, _met("ab"), "r", _day(1)) == ["c", "d", "e", "n", "a", "b"]

    def test_who_joins_stands_before_everyone_who_had_a_turn_more_long_ago(self) -> None:
        """Also before those who had their turn at an earlier meeting than the last."""
        people = [*_team("a", "b", "c", "d", "e"), Person(id="n", role="r", joins=_day(2))]

        assert in_line(people, _met("a", "b"), "r", _day(2)) == ["c", "d", "e", "n", "a", "b"]

    def test_who_joins_goes_before_everyone_of_the_last_meeting(self) -> None:
        """When all had as many turns, who joins still goes before those who were there last."""
        people = [*_team("a", "b", "c", "d"), Person(id="n", role="r", joins=_day(2))]

        assert in_line(people, _met("ab", "cd"), "r", _day(2)) == ["a", "b", "n", "c", "d"]

    def test_who_joins_is_not_held_to_have_missed_anything(self) -> None:
        """After long, who joins has one turn when the others have, not all that they had before."""
        people = [*_team("a", "b"), Person(id="n", role="r", joins=_day(4))]

        line = in_line(people, _met("a", "b", "a", "b", "n"), "r", _day(5))

        assert line == ["a", "b", "n"]

    def test_stand_in_keeps_their_place(self) -> None:
        """Standing in is no turn: who waits longest stays in front."""
        stood_in = PlannedMeeting(date=_day(0), seats=(Seat(role="r", person="a", how=SeatKind.STAND_IN),))

        assert in_line(_team("a", "b"), [stood_in], "r", _day(1)) == ["a", "b"]


class TestGap:
    """How far two people's turns are apart."""

    @given(st.lists(st.tuples(_SETS, _SETS), max_size=8))
    def test_gap_is_the_widest_over_any_stretch(self, past: list[tuple[frozenset[str], frozenset[str]]]) -> None:
        """A running count and counting out every stretch at which both are there give the same."""
        widest = max(
            (
                abs(sum("a" in turns for _, turns in run) - sum("b" in turns for _, turns in run))
                for start in range(len(past))
                for end in range(start + 1, len(past) + 1)
                for run in [past[start:end]]
                if all({"a", "b"} <= there for there, _ in run)
            ),
            default=0,
        )

        assert gap("a", "b", past) == widest

    def test_twice_in_a_row_counts_only_while_somebody_waits(self) -> None:
        """Who attends twice is named when a third waits, and not when there is none."""
        there = frozenset("abc")

        assert in_a_row([(there, frozenset("ab")), (there, frozenset("ab"))]) == (frozenset("ab"),)
        assert in_a_row([(there, frozenset("ab")), (there, frozenset("bc"))]) == (frozenset(),)

    def test_promise_needs_both(self) -> None:
        """The promise is broken by a gap of two, and by twice in a row."""
        there = frozenset("abc")

        assert holds("a", [(there, frozenset("a")), (there, frozenset("b"))])
        assert not holds("a", [(there, frozenset("a")), (there, frozenset()), (there, frozenset("a"))])
        assert not holds("a", [(frozenset("a"), frozenset("a")), (there, frozenset("a"))])
