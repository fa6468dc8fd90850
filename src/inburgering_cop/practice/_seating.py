"""Who sits where at one meeting, what becomes of the seat of who leaves, and how often everyone attends."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import attrs

from inburgering_cop import phrases
from inburgering_cop.practice._attending import Attendance, Person, PlannedMeeting, RoleSeats, Seat, SeatKind
from inburgering_cop.practice._turns import fixed, history, holds, in_line


def seated(
    role: RoleSeats, people: Sequence[Person], before: Sequence[PlannedMeeting], day: datetime.date
) -> list[Seat]:
    """The seats of one role on `day`: the fixed ones, then those whose turn it is.

    Raises:
        ImpossibleDemandError: There are more seats than people, or more fixed seats than seats.
    """
    always = fixed(people, role.role, day)
    line = in_line(people, before, role.role, day)
    there = len(always) + len(line)
    missing = role.seats - there
    facts = {
        "role": role.role,
        "day": day,
        "seats": role.seats,
        "people": there,
        "fixed": len(always),
        "missing": missing,
    }
    if len(always) > role.seats:
        raise phrases.impossible("more-fixed-than-seats", about=always, facts=facts)
    if missing > 0:
        conflict = "more-seats-than-people" if there else "nobody-for-role"
        raise phrases.impossible(conflict, about=(role.role,), facts=facts)
    return [
        *(Seat(role=role.role, person=each, how=SeatKind.FIXED) for each in always),
        *(Seat(role=role.role, person=each, how=SeatKind.TURN) for each in line[: role.seats - len(always)]),
    ]


def without(person: str, people: Sequence[Person], announced: Sequence[PlannedMeeting], at: int) -> PlannedMeeting:
    """The meeting at `at` without `person`: their seat taken over by the one whose turn it is, or else open."""
    meeting = announced[at]
    place = next(place for place, seat in enumerate(meeting.seats) if seat.person == person)
    role = meeting.seats[place].role
    seats = list(meeting.seats)
    for each in in_line(people, announced[:at], role, meeting.date):
        if each not in meeting.people:
            seats[place] = Seat(role=role, person=each, how=SeatKind.TAKEN_OVER)
            tried = attrs.evolve(meeting, seats=tuple(seats))
            if holds(each, history(people, [*announced[:at], tried, *announced[at + 1 :]], role)):
                return tried
    seats[place] = Seat(role=role, how=SeatKind.OPEN)
    return attrs.evolve(meeting, seats=tuple(seats))


def attendance_of(person: Person, meetings: Sequence[PlannedMeeting]) -> Attendance:
    """How often `person` attends `meetings`, those while they take part; as a stand-in does not count."""
    during = [each for each in meetings if person.takes_part(each.date)]
    counted = [
        each
        for each in during
        if any(seat.person == person.id and seat.how is not SeatKind.STAND_IN for seat in each.seats)
    ]
    return Attendance(person=person.id, role=person.role, fixed=person.fixed, turns=len(counted), meetings=len(during))
