"""Rotation: who attends when, where more people want to come than there are seats.

Source: cop-amsterdam, question 1: so many klantbegeleiders want to join that they take turns, ten at a meeting, every
six weeks, with at least one team manager each time. What makes the turns fair is our choice, and is promised:

- Over any stretch of meetings in which two people both take turns in one role, they differ by one turn at most.
- Nobody attends twice in a row while somebody in the same role waits both times.
- What was announced stays. Who joins takes turns from the first meeting that is not announced, and has nothing to
  catch up on. A seat of who leaves goes to the one whose turn it is, if the promise then still holds; else it is left
  open, and whoever wants can take it as a stand-in.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.knowledge._faults import Fault, data_error
from inburgering_cop.model import _rules
from inburgering_cop.practice import _conditions, _papers, _rotation_rules
from inburgering_cop.practice._attending import Attendance, Person, PlannedMeeting, RoleSeats, Seat, SeatKind
from inburgering_cop.practice._calendar import Calendar, hold_day
from inburgering_cop.practice._seating import attendance_of, seated, without
from inburgering_cop.practice._turns import history, in_line, uneven

_DAY = datetime.timedelta(days=1)


@attrs.frozen(kw_only=True)
class _Head:
    """What stands at the top of a rotation's file."""

    name: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))


_PARTS = {
    "calendar": _papers.Part(kind=Calendar, required=True),
    "seats": _papers.Part(kind=RoleSeats, many=True, required=True),
    "people": _papers.Part(kind=Person, many=True, required=True),
    "announced": _papers.Part(kind=PlannedMeeting, many=True),
}


@attrs.frozen(kw_only=True, repr=False)
class Rotation:
    """Who takes part in a community, which seats there are, when it meets, and what was announced.

    Source: cop-amsterdam, question 1. Each act gives a new rotation and leaves this one as it is.

    Attributes:
        name: What the community is called; None: it has no name here.
        calendar: When it meets.
        seats: The seats for each role, one entry a role.
        people: Who takes part; at the start their order is the order of turns.
        announced: The meetings that were announced, in order; the first of the calendar.

    Raises:
        DataError: The parts contradict each other; every contradiction is in it.

    >>> team = [Person(id=each, role="klantbegeleider") for each in ("ab", "cd", "ef")]
    >>> rotation = Rotation(
    ...     calendar=Calendar(first=datetime.date(2027, 1, 12), meetings=3),
    ...     seats=(RoleSeats(role="klantbegeleider", seats=2),),
    ...     people=tuple(team),
    ... )
    >>> [meeting.people for meeting in rotation.plan()]
    [('ab', 'cd'), ('ef', 'ab'), ('cd', 'ef')]
    """

    name: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    calendar: Calendar = attrs.field(validator=_rules.record(Calendar))
    seats: tuple[RoleSeats, ...] = attrs.field(validator=_rules.each(_rules.record(RoleSeats), least=1))
    people: tuple[Person, ...] = attrs.field(validator=_rules.each(_rules.record(Person), least=1))
    announced: tuple[PlannedMeeting, ...] = attrs.field(
        default=(), validator=_rules.each(_rules.record(PlannedMeeting))
    )

    def __attrs_post_init__(self) -> None:
        faults = [
            Fault(file="Rotation", field=wrong.field, given=wrong.given, wanted=wrong.wanted)
            for wrong in _rotation_rules.wrongs_of(self.calendar, self.seats, self.people, self.announced)
        ]
        if faults:
            raise data_error(faults)

    def __repr__(self) -> str:
        return f"<Rotation of {len(self.people)} people, {len(self.announced)} of {self.calendar.meetings} announced>"

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that have seats, in the order given."""
        return tuple(each.role for each in self.seats)

    def in_turn(self, role: str) -> tuple[str, ...]:
        """The ids of those who take turns in `role` at the first meeting not announced, first turn first.

        Raises:
            InvalidValueError: There is no such role.
            ImpossibleDemandError: Every meeting of the calendar is announced.

        Source: cop-amsterdam, question 1; the order is our choice (see the module).
        """
        _conditions.known("role", role, self.roles)
        self._hold_left(1)
        return tuple(in_line(self.people, self.announced, role, self.calendar.days[len(self.announced)]))

    def plan(self, *, meetings: int | None = None) -> tuple[PlannedMeeting, ...]:
        """Who will attend the next meetings that are not announced, as things stand now.

        Args:
            meetings: How many; None: all that the calendar still has.

        Raises:
            ImpossibleDemandError: The calendar has fewer left, or a role has more seats than people, or fewer than
                fixed seats.
            InvalidValueError: The number is no whole number from 0 to 200.

        Source: cop-amsterdam, question 1 (ten klantbegeleiders, at least one team manager, every six weeks).
        """
        if meetings is None:
            meetings = self.calendar.meetings - len(self.announced)
        _conditions.number("meetings", meetings, least=0)
        self._hold_left(meetings)
        planned = list(self.announced)
        for day in self.calendar.days[len(self.announced) :][:meetings]:
            seats = [seat for role in self.seats for seat in seated(role, self.people, planned, day)]
            planned.append(PlannedMeeting(date=day, seats=tuple(seats)))
        return tuple(planned[len(self.announced) :])

    def announce(self, *, meetings: int = 1) -> Rotation:
        """The rotation in which the next `meetings` are announced; from then on they stay as they are.

        Raises:
            ImpossibleDemandError: As for `plan`.
            InvalidValueError: The number is no whole number from 1 to 200.

        Source: that announced meetings stay is our choice.
        """
        _conditions.number("meetings", meetings, least=1)
        return attrs.evolve(self, announced=(*self.announced, *self.plan(meetings=meetings)))

    def join(self, person: str, *, role: str, on: datetime.date, fixed: bool = False) -> Rotation:
        """The rotation with one more person, from `on` or from the first meeting not announced, whichever is later.

        Who joins is held to have had as many turns as those present who had fewest: their turn comes before anyone
        has one more, and there is nothing to catch up on.

        Args:
            person: Initials or a code; who comes back may have the same one.
            role: A role that has seats.
            on: The first day they can come.
            fixed: Whether they get a fixed seat.

        Raises:
            InvalidValueError: The id or the date cannot be read, or there is no such role.
            ImpossibleDemandError: The person takes part already.

        Source: our choice; cop-amsterdam, question 1, only says that they take turns.
        """
        _conditions.known("role", role, self.roles)
        hold_day("on", on)
        joins = max([on, *(each.date + _DAY for each in self.announced[-1:])])
        there = next((each for each in self.people if each.id == person and _still(each, joins)), None)
        if there is not None:
            raise phrases.impossible(
                "takes-part-already", about=(person,), facts={"person": person, "role": there.role}
            )
        new = Person(id=person, role=role, fixed=fixed, joins=joins)
        return attrs.evolve(self, people=(*self.people, new))

    def leave(self, person: str, *, on: datetime.date) -> Rotation:
        """The rotation in which `person` attends no meeting from `on`.

        Each announced seat they lose goes to the one whose turn it is, if the promise then still holds for every
        stretch; else it is left open. Nobody else's seat changes.

        Raises:
            InvalidValueError: Nobody who takes part has this id, or the date cannot be read.

        Source: our choice; cop-amsterdam, question 1, only says that they take turns.
        """
        hold_day("on", on)
        _conditions.known("person", person, tuple(each.id for each in self.people if _still(each, on)))
        gone = {
            each: attrs.evolve(each, leaves=max(on, each.joins or on))
            for each in self.people
            if each.id == person and _still(each, on)
        }
        people = tuple(dict.fromkeys(gone.get(each, each) for each in self.people))
        announced = list(self.announced)
        for at, meeting in enumerate(announced):
            if person in meeting.people and not any(
                each.id == person and each.takes_part(meeting.date) for each in people
            ):
                announced[at] = without(person, people, announced, at)
        return attrs.evolve(self, people=people, announced=tuple(announced))

    def stand_in(self, person: str, *, on: datetime.date) -> Rotation:
        """The rotation in which `person` takes an open seat of their role at the meeting announced for `on`.

        It does not count as a turn: they come because they want to, and keep their place in the line.

        Raises:
            InvalidValueError: Nobody who takes part that day has this id.
            ImpossibleDemandError: No meeting is announced for that day, no seat of their role is open there, or they
                attend it already.

        Source: our choice.
        """
        at = self._announced_on(on)
        meeting = self.announced[at]
        present = [each for each in self.people if each.takes_part(on)]
        _conditions.known("person", person, tuple(each.id for each in present))
        role = next(each.role for each in present if each.id == person)
        facts = {"person": person, "role": role, "day": on}
        if person in meeting.people:
            raise phrases.impossible("attends-already", about=(person,), facts=facts)
        free = next((n for n, seat in enumerate(meeting.seats) if seat.person is None and seat.role == role), None)
        if free is None:
            raise phrases.impossible("no-open-seat", about=(person,), facts=facts)
        seats = list(meeting.seats)
        seats[free] = Seat(role=role, person=person, how=SeatKind.STAND_IN)
        return self._with(at, attrs.evolve(meeting, seats=tuple(seats)))

    def attendance(self, *, planned: int = 0) -> tuple[Attendance, ...]:
        """How often everyone attends: the announced meetings and the next `planned`; in the order of `people`.

        Raises:
            ImpossibleDemandError: As for `plan`.

        Source: our choice, so that everyone can see it is fair.
        """
        meetings = (*self.announced, *self.plan(meetings=planned))
        return tuple(attendance_of(each, meetings) for each in self.people)

    def uneven(self, *, planned: int = 0) -> tuple[tuple[str, str], ...]:
        """The pairs whose turns differ by more than one over some stretch; empty, unless turns were swapped by hand.

        Args:
            planned: How many meetings to plan after those announced.

        Raises:
            ImpossibleDemandError: As for `plan`.

        Source: our choice: what was announced stays, so a swap is taken as it stands, and said.
        """
        return self._uneven(self.plan(meetings=planned))

    def describe(self, *, lang: str = "nl", meetings: int | None = None) -> str:
        """The rotation as Markdown, in `nl` or `en`: a row for each meeting, then how often everyone attends.

        Args:
            lang: The language.
            meetings: How many meetings to plan after those announced; None: all that the calendar still has.

        Raises:
            ImpossibleDemandError: As for `plan`.
            InvalidValueError: The language is another.

        Source: cop-amsterdam, question 1; the form is our choice.
        """
        from inburgering_cop.practice._rotation_describing import describe

        return describe(self, lang=phrases.checked_language(lang), planned=self.plan(meetings=meetings))

    def to_dict(self) -> dict[str, Any]:
        """The rotation as plain JSON values, format 1; `read_rotation` reads them back from a file.

        Source: our choice.
        """
        return _papers.as_dict(self)

    def save(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Writes the rotation to `path` as JSON, over nothing but an earlier state of it.

        Args:
            path: Where to; it ends in .json.
            overwrite: Whether to write over whatever stands there.

        Returns:
            The path.

        Raises:
            FileKeptError: Something else stands there, or something that cannot be read.
            CannotWriteError: It cannot be written; what stood there stands.
            InvalidValueError: The path does not end in .json.

        Source: our choice, so that nothing is lost.
        """
        return _papers.save(
            path, self.to_dict(), follows=lambda at: self._follows(read_rotation(at)), overwrite=overwrite
        )

    def _uneven(self, planned: tuple[PlannedMeeting, ...]) -> tuple[tuple[str, str], ...]:
        """The same, with what was planned; where nothing is announced, planning keeps the promise."""
        if not self.announced:
            return ()
        meetings = (*self.announced, *planned)
        return tuple(pair for role in self.roles for pair in uneven(history(self.people, meetings, role)))

    def _follows(self, earlier: Rotation) -> bool:
        """Whether nothing that `earlier` knows is lost here: its people and the days it announced."""
        people = {(each.id, each.role, each.joins) for each in self.people}
        days = {each.date for each in self.announced}
        return {(each.id, each.role, each.joins) for each in earlier.people} <= people and {
            each.date for each in earlier.announced
        } <= days

    def _hold_left(self, asked: int) -> None:
        left = self.calendar.meetings - len(self.announced)
        if asked > left:
            facts = {"asked": asked, "left": left, "total": len(self.announced) + asked}
            raise phrases.impossible("calendar-full", about=("meetings",), facts=facts)

    def _announced_on(self, day: datetime.date) -> int:
        days = [each.date for each in self.announced]
        if day not in days:
            shown = tuple(each.isoformat() for each in days)
            conflict = "not-announced" if shown else "none-announced"
            raise phrases.impossible(conflict, about=shown, facts={"day": day, "days": ", ".join(shown)})
        return days.index(day)

    def _with(self, at: int, meeting: PlannedMeeting) -> Rotation:
        return attrs.evolve(self, announced=(*self.announced[:at], meeting, *self.announced[at + 1 :]))


def _still(person: Person, day: datetime.date) -> bool:
    """Whether someone takes part on `day` or will later."""
    return person.leaves is None or max(day, person.joins or day) < person.leaves


def read_rotation(path: str | Path) -> Rotation:
    """The rotation in the .toml or .json file at `path`.

    Raises:
        DataError: Anything is wrong in it; every fault is named, and the file is left as it is.

    Source: what a file holds is our choice.
    """
    paper = _papers.read(path, head=_Head, parts=_PARTS)
    paper.hold(_rotation_rules.wrongs_of_file(paper))
    return Rotation(name=paper.head.name, **paper.parts)
