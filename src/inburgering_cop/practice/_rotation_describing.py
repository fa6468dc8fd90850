"""A rotation as text for people: Markdown that also reads well as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_cop import phrases
from inburgering_cop.practice._attending import PlannedMeeting, Seat, SeatKind
from inburgering_cop.practice._seating import attendance_of

if TYPE_CHECKING:
    from inburgering_cop.practice.rotation import Rotation

_MARKS = {SeatKind.FIXED: "fixed", SeatKind.TAKEN_OVER: "taken-over", SeatKind.STAND_IN: "stand-in"}


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _table(columns: list[str], rows: list[list[str]]) -> list[str]:
    return [_row(*columns), _row(*("---" for _ in columns)), *(_row(*row) for row in rows)]


def _shown(seat: Seat, lang: str) -> str:
    if seat.person is None:
        return phrases.text("seat.open", lang)
    mark = f" ({phrases.text(f'seat.{_MARKS[seat.how]}', lang)})" if seat.how in _MARKS else ""
    return f"{seat.person}{mark}"


def _meeting(number: int, meeting: PlannedMeeting, roles: tuple[str, ...], status: str, lang: str) -> list[str]:
    cells = [", ".join(_shown(seat, lang) for seat in meeting.seats if seat.role == role) for role in roles]
    return [str(number), phrases.day(meeting.date.isoformat(), lang), *cells, status]


def describe(rotation: Rotation, *, planned: tuple[PlannedMeeting, ...], lang: str) -> str:
    """`rotation` as Markdown, in `lang`, with the meetings in `planned` after those announced."""
    meetings = [*rotation.announced, *planned]
    roles = tuple(dict.fromkeys([*rotation.roles, *(seat.role for each in meetings for seat in each.seats)]))
    words = {key: phrases.text(f"rotation.{key}", lang) for key in ("announced", "planned", "number", "day", "status")}
    rows = [
        _meeting(at + 1, each, roles, words["announced" if at < len(rotation.announced) else "planned"], lang)
        for at, each in enumerate(meetings)
    ]
    title = phrases.text("rotation.title", lang)
    lines = [f"# {title}: {rotation.name}" if rotation.name else f"# {title}", ""]
    lines += _table([words["number"], words["day"], *roles, words["status"]], rows)
    lines += ["", f"## {phrases.text('rotation.attendance', lang)}", ""]
    counted = [
        [
            each.person,
            each.role,
            phrases.text("rotation.times", lang).format(turns=each.turns, meetings=each.meetings),
        ]
        for each in (attendance_of(person, meetings) for person in rotation.people)
    ]
    lines += _table([phrases.text(f"rotation.{key}", lang) for key in ("person", "role", "often")], counted)
    kinds = {seat.how for each in meetings for seat in each.seats}
    notes = [phrases.text("rotation.promise", lang)]
    pairs = "; ".join(" - ".join(pair) for pair in rotation._uneven(planned))
    notes += [phrases.text("rotation.uneven", lang).format(pairs=pairs)] if pairs else []
    notes += [phrases.text("rotation.open", lang)] if SeatKind.OPEN in kinds else []
    notes += [phrases.text("rotation.stand-in", lang)] if SeatKind.STAND_IN in kinds else []
    lines += ["", *(f"- {note}" for note in notes)]
    return "\n".join(lines) + "\n"
