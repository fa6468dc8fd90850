"""What must agree between the parts of a rotation: every contradiction, with what would be right."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from inburgering_cop import text
from inburgering_cop.knowledge._structuring import Wrong
from inburgering_cop.model import LocalizedText
from inburgering_cop.practice import _calendar
from inburgering_cop.practice._attending import Person, PlannedMeeting, RoleSeats, Seat, SeatKind
from inburgering_cop.practice._calendar import Calendar
from inburgering_cop.practice._papers import Paper


def one_of(names: Sequence[str], given: str) -> LocalizedText:
    """One of `names`; where something is near, that."""
    near = text.nearest(given, tuple(names)) or tuple(names)
    shown = ", ".join(near[:12])
    return LocalizedText(nl=f"een van: {shown}", en=f"one of: {shown}") if shown else _ADDED


_ADDED = LocalizedText(nl="weggelaten: er is nog niets om naar te verwijzen", en="left out: nothing to refer to yet")


def _of_seats(seats: Sequence[RoleSeats | None]) -> Iterator[Wrong]:
    roles: list[str] = []
    for at, each in enumerate(seats):
        if each and each.role in roles:
            wanted = LocalizedText(nl="een rol die maar één keer staat", en="a role that stands only once")
            yield Wrong(path=("seats", at, "role"), given=text.short(each.role), wanted=wanted)
        roles += [each.role] if each else []


def _overlap(first: Person, second: Person) -> bool:
    """Whether there is a day on which both take part."""
    starts = max(first.joins or datetime.date.min, second.joins or datetime.date.min)
    return starts < min(first.leaves or datetime.date.max, second.leaves or datetime.date.max)


def of_people(people: Sequence[Person | None], roles: Sequence[str], *, whole: bool) -> Iterator[Wrong]:
    """What contradicts in the people; `whole`: whether `roles` are all there are for those who stay."""
    for at, each in enumerate(people):
        if each is None:
            continue
        if whole and each.role not in roles and each.leaves is None:
            wanted = one_of(roles, each.role)
            yield Wrong(path=("people", at, "role"), given=text.short(each.role), wanted=wanted)
        if each.joins and each.leaves and each.leaves < each.joins:
            joined = each.joins.isoformat()
            wanted = LocalizedText(nl=f"een dag vanaf joins, {joined}", en=f"a day from joins, {joined}")
            yield Wrong(path=("people", at, "leaves"), given=each.leaves.isoformat(), wanted=wanted)
        if any(other and other.id == each.id and (other == each or _overlap(other, each)) for other in people[:at]):
            wanted = LocalizedText(
                nl="een id dat in deze periode vrij is; iemand neemt maar één keer deel",
                en="an id that is free in this period; a person takes part only once",
            )
            yield Wrong(path=("people", at, "id"), given=text.short(each.id), wanted=wanted)


def _of_dates(calendar: Calendar, announced: Sequence[PlannedMeeting | None]) -> Iterator[Wrong]:
    days = calendar.days
    for at, each in enumerate(announced):
        if at >= len(days):
            wanted = LocalizedText(
                nl=f"een bijeenkomst van de kalender, die er {len(days)} heeft; zet meetings op {len(announced)}",
                en=f"a meeting of the calendar, which has {len(days)}; set meetings to {len(announced)}",
            )
            yield Wrong(path=("announced", at), given=None, wanted=wanted)
        elif each and each.date != days[at]:
            day, stands = days[at].isoformat(), each.date.isoformat()
            wanted = LocalizedText(
                nl=f"{day}, bijeenkomst {at + 1} van de kalender; of zet in de kalender onder moved: "
                f"date {calendar.rhythm[at].isoformat()}, to {stands}",
                en=f"{day}, meeting {at + 1} of the calendar; or put in the calendar under moved: "
                f"date {calendar.rhythm[at].isoformat()}, to {stands}",
            )
            yield Wrong(path=("announced", at, "date"), given=stands, wanted=wanted)


def _of_seat(
    seat: Seat, meeting: PlannedMeeting, people: Sequence[Person | None]
) -> Iterator[tuple[str, LocalizedText]]:
    """The field of a seat that is wrong, and what would be right."""
    if (seat.person is None) is not (seat.how is SeatKind.OPEN):
        yield (
            "person",
            LocalizedText(nl="ingevuld, en weggelaten als how open is", en="given, and left out where how is open"),
        )
    elif seat.person is not None:
        there = [each for each in people if each and each.takes_part(meeting.date)]
        who = next((each for each in there if each.id == seat.person), None)
        if who is None:
            yield "person", one_of([each.id for each in there if each.role == seat.role], seat.person)
        elif who.role != seat.role:
            wanted = LocalizedText(nl=f"{who.role}, de rol van {who.id}", en=f"{who.role}, the role of {who.id}")
            yield "role", wanted
        elif seat.how is SeatKind.FIXED and not who.fixed:
            wanted = LocalizedText(nl=f"turn: {who.id} heeft geen vaste plek", en=f"turn: {who.id} has no fixed seat")
            yield "how", wanted


def _of_announced(
    announced: Sequence[PlannedMeeting | None], people: Sequence[Person | None], refused: frozenset[str]
) -> Iterator[Wrong]:
    for at, meeting in enumerate(announced):
        for place, seat in enumerate(meeting.seats if meeting else ()):
            assert meeting is not None  # noqa: S101
            path = ("announced", at, "seats", place)
            if seat.person in refused:
                continue
            for field, wanted in _of_seat(seat, meeting, people):
                given = getattr(seat, field)
                yield Wrong(path=(*path, field), given=text.short(given) if given else None, wanted=wanted)
            if seat.person and seat.person in [each.person for each in meeting.seats[:place]]:
                wanted = LocalizedText(nl="iemand die hier nog niet zit", en="someone not seated here yet")
                yield Wrong(path=(*path, "person"), given=text.short(seat.person), wanted=wanted)


def wrongs_of(
    calendar: Calendar | None,
    seats: Sequence[RoleSeats | None],
    people: Sequence[Person | None],
    announced: Sequence[PlannedMeeting | None],
    *,
    refused: frozenset[str] = frozenset(),
) -> Iterator[Wrong]:
    """What contradicts in the parts of a rotation; None stands for a part that was refused by itself.

    Args:
        calendar: The calendar.
        seats: The seats.
        people: The people.
        announced: The announced meetings.
        refused: The ids of people who were refused by themselves, so that they are not missed.
    """
    impossible = list(_calendar.wrongs_of(calendar)) if calendar else []
    yield from impossible
    yield from _of_seats(seats)
    yield from of_people(people, [each.role for each in seats if each], whole=None not in seats)
    if calendar and not impossible:
        yield from _of_dates(calendar, announced)
    yield from _of_announced(announced, people, refused)


def wrongs_of_file(paper: Paper) -> Iterator[Wrong]:
    """What contradicts in a rotation's file, as far as its parts could be read."""
    parts = paper.parts
    people = parts.get("people") or ()
    refused = paper.ids("people") - {each.id for each in people if each}
    announced = parts.get("announced") or ()
    return wrongs_of(parts.get("calendar"), parts.get("seats") or (None,), people, announced, refused=refused)
