"""The promise of the rotation, for every sequence of acts that is tried."""

from __future__ import annotations

import datetime
from itertools import combinations, pairwise

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from inburgering_cop.errors import ImpossibleDemandError
from inburgering_cop.practice import Calendar, Person, PlannedMeeting, RoleSeats, Rotation, SeatKind

_FIRST = datetime.date(2027, 1, 12)
_ROLES = ("klantbegeleider", "teammanager")
_DAYS = st.integers(min_value=-10, max_value=900).map(lambda days: _FIRST + datetime.timedelta(days=days))


def _there(rotation: Rotation, meeting: PlannedMeeting, role: str) -> set[str]:
    """Who takes turns in `role` on the day of `meeting`, told from the people alone."""
    return {
        each.id
        for each in rotation.people
        if each.role == role
        and not each.fixed
        and (each.joins is None or each.joins <= meeting.date)
        and (each.leaves is None or meeting.date < each.leaves)
    }


def _turns(meeting: PlannedMeeting, role: str) -> set[str]:
    """Whose turn it is in `role` at `meeting`."""
    return {
        seat.person
        for seat in meeting.seats
        if seat.role == role and seat.person and seat.how in {SeatKind.TURN, SeatKind.TAKEN_OVER}
    }


def _past(rotation: Rotation, role: str) -> list[tuple[set[str], set[str]]]:
    """For each meeting, announced or planned, who takes turns in `role` and whose turn it is."""
    meetings = [*rotation.announced, *rotation.plan()]
    return [(_there(rotation, meeting, role), _turns(meeting, role)) for meeting in meetings]


def uneven(rotation: Rotation) -> list[tuple[str, str]]:
    """The pairs of people whose turns differ by more than one over some stretch at which both take turns.

    A stretch is a difference of two running counts, so the widest is what the highest and the lowest are apart.
    """
    found = []
    for role in rotation.roles:
        past = _past(rotation, role)
        for one, other in combinations(sorted({each.id for each in rotation.people if each.role == role}), 2):
            counts = [0]
            for there, turns in [*past, (set(), set())]:
                if {one, other} <= there:
                    counts.append(counts[-1] + (one in turns) - (other in turns))
                else:
                    found += [(one, other)] if max(counts) - min(counts) > 1 else []
                    counts = [0]
    return found


def twice_in_a_row(rotation: Rotation) -> list[str]:
    """Those who attend two meetings in a row while somebody who attends neither waits for the second."""
    found = []
    for role in rotation.roles:
        for (_, first), (there, second) in pairwise(_past(rotation, role)):
            if there - first - second:
                found += sorted(first & second)
    return found


def _kept(before: PlannedMeeting, after: PlannedMeeting, leaver: str | None) -> bool:
    """Whether every seat stands as it was announced, but for those of `leaver`."""
    return before.date == after.date and all(
        old == new or (old.person == leaver and leaver is not None and old.role == new.role)
        for old, new in zip(before.seats, after.seats, strict=True)
    )


class RotationMachine(RuleBasedStateMachine):
    """A community that plans, announces, gains people and loses them, in any order."""

    gone: Bundle[str] = Bundle("gone")

    @initialize(
        people=st.integers(min_value=3, max_value=9),
        managers=st.integers(min_value=1, max_value=3),
        seats=st.integers(min_value=1, max_value=4),
        fixed=st.integers(min_value=0, max_value=2),
        announced=st.integers(min_value=0, max_value=3),
    )
    def start(self, people: int, managers: int, seats: int, fixed: int, announced: int) -> None:
        """A rotation of some size, of which some meetings are announced."""
        team = [Person(id=f"k{n}", role=_ROLES[0], fixed=n < min(fixed, seats)) for n in range(people)]
        team += [Person(id=f"m{n}", role=_ROLES[1]) for n in range(managers)]
        self.rotation = Rotation(
            calendar=Calendar(first=_FIRST, meetings=16),
            seats=(RoleSeats(role=_ROLES[0], seats=min(seats, people)), RoleSeats(role=_ROLES[1], seats=1)),
            people=tuple(team),
        )
        self.rotation = self.rotation.announce(meetings=announced) if announced else self.rotation
        self.number = 0

    def _act(self, after: Rotation, leaver: str | None = None) -> None:
        kept = zip(self.rotation.announced, after.announced, strict=False)
        assert len(after.announced) >= len(self.rotation.announced)
        assert all(_kept(old, new, leaver) for old, new in kept)
        self.rotation = after

    @precondition(lambda self: len(self.rotation.announced) < 16)
    @rule(meetings=st.integers(min_value=1, max_value=4))
    def announce(self, meetings: int) -> None:
        """Announcing fixes the meetings as they were planned."""
        left = 16 - len(self.rotation.announced)
        meetings = min(meetings, left)
        try:
            planned = self.rotation.plan(meetings=meetings)
        except ImpossibleDemandError:
            return

        self._act(self.rotation.announce(meetings=meetings))

        assert self.rotation.announced[-meetings:] == planned

    @rule(role=st.sampled_from(_ROLES), on=_DAYS)
    def join(self, role: str, on: datetime.date) -> None:
        """Who joins changes no announced meeting."""
        self.number += 1
        before = self.rotation.announced

        self._act(self.rotation.join(f"n{self.number}", role=role, on=on))

        assert self.rotation.announced == before

    @rule(target=gone, which=st.integers(min_value=0, max_value=30), on=_DAYS)
    def leave(self, which: int, on: datetime.date) -> str | MultipleResults[str]:
        """Who leaves loses their seats; every other seat stands."""
        there = [each for each in self.rotation.people if each.leaves is None]
        if len(there) < 2:
            return multiple()
        leaver = there[which % len(there)].id

        self._act(self.rotation.leave(leaver, on=on), leaver)

        assert all(leaver not in each.people for each in self.rotation.announced if each.date >= on)
        return leaver

    @rule(person=gone, on=_DAYS, role=st.sampled_from(_ROLES))
    def come_back(self, person: str, on: datetime.date, role: str) -> None:
        """Who comes back starts anew."""
        periods = [each for each in self.rotation.people if each.id == person]
        if any(each.leaves is None for each in periods):
            return

        on = max([on, *(each.leaves for each in periods if each.leaves)])
        self._act(self.rotation.join(person, role=role, on=on))

    @rule(which=st.integers(min_value=0, max_value=30))
    def stand_in(self, which: int) -> None:
        """An open seat can be taken by anyone of the role who waits."""
        free = [
            (meeting.date, each.id)
            for meeting in self.rotation.announced
            for seat in meeting.seats
            if seat.person is None
            for each in self.rotation.people
            if each.role == seat.role and each.takes_part(meeting.date) and each.id not in meeting.people
        ]
        if not free:
            return
        day, person = free[which % len(free)]
        before = [each.people for each in self.rotation.announced if each.date != day]

        self.rotation = self.rotation.stand_in(person, on=day)

        assert [each.people for each in self.rotation.announced if each.date != day] == before

    @invariant()
    def promise_holds(self) -> None:
        """Over any stretch two people differ by one at most, and nobody comes twice in a row while someone waits."""
        whole = self.rotation
        while whole.calendar.meetings > len(whole.announced):
            try:
                whole.plan()
            except ImpossibleDemandError:
                whole = attrs.evolve(
                    whole, calendar=attrs.evolve(whole.calendar, meetings=max(1, whole.calendar.meetings - 1))
                )
                if whole.calendar.meetings == 1 and not whole.announced:
                    return
            else:
                break

        assert not uneven(whole)
        assert not twice_in_a_row(whole)

    @invariant()
    def seats_are_filled(self) -> None:
        """A seat is open only where somebody left; each person sits once; fixed seats are honoured."""
        for meeting in self.rotation.announced:
            assert len(set(meeting.people)) == len(meeting.people)
            for person in self.rotation.people:
                if person.fixed and person.takes_part(meeting.date):
                    assert person.id in meeting.people


TestPromise = RotationMachine.TestCase
TestPromise.settings = settings(max_examples=40, stateful_step_count=16, deadline=None, derandomize=True)
