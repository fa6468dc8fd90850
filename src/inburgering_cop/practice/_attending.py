"""Who takes part, which seats there are, and who sits where: the values a rotation is made of."""

from __future__ import annotations

import datetime
from enum import StrEnum

import attrs

from inburgering_cop import phrases
from inburgering_cop.model import _rules
from inburgering_cop.practice._calendar import meeting_day


class SeatKind(StrEnum):
    """How someone came to a seat; the values stand so in files and JSON."""

    FIXED = "fixed"
    """A fixed seat: every meeting."""
    TURN = "turn"
    """It was their turn."""
    TAKEN_OVER = "taken-over"
    """It was their turn when who had the seat left."""
    STAND_IN = "stand-in"
    """They took an open seat by themselves; it does not count as a turn."""
    OPEN = "open"
    """Nobody could take it fairly."""


TURNS = frozenset({SeatKind.TURN, SeatKind.TAKEN_OVER})
person_id = _rules.made_up(
    _rules.matches(
        r"[A-Za-z][A-Za-z0-9.-]{0,39}",
        wanted=(
            "initialen of een code die met een letter begint, zoals 'kb-07', zonder spaties",
            "initials or a code that starts with a letter, such as 'kb-07', without spaces",
        ),
    )
)
made_up_id = _rules.made_up(_rules.slug)


@attrs.frozen(kw_only=True, repr=False)
class Person:
    """One person who takes part in a community, in one role, for one period.

    Attributes:
        id: Initials or a code, never a name or number of the person; who comes back has the same id in a new period.
        role: The role they take part in, such as klantbegeleider; it has seats, unless they leave.
        fixed: Whether they have a fixed seat and so do not take turns.
        joins: The first day they can be seated; None: from the start.
        leaves: The day from which they are no longer seated; None: not known.
    """

    id: str = attrs.field(validator=person_id)
    role: str = attrs.field(validator=made_up_id)
    fixed: bool = attrs.field(default=False, validator=_rules.truth)
    joins: datetime.date | None = attrs.field(default=None, validator=_rules.maybe(meeting_day))
    leaves: datetime.date | None = attrs.field(default=None, validator=_rules.maybe(meeting_day))

    def __repr__(self) -> str:
        return f"<Person {self.id!r} {self.role}>"

    def takes_part(self, day: datetime.date) -> bool:
        """Whether they can be seated on `day`.

        Source: our choice.
        """
        return (self.joins is None or self.joins <= day) and (self.leaves is None or day < self.leaves)


@attrs.frozen(kw_only=True, repr=False)
class Seat:
    """One seat at one meeting.

    Attributes:
        role: The role it is for.
        person: Id of who has it; None when it is open.
        how: How they came to it.
    """

    role: str = attrs.field(validator=made_up_id)
    person: str | None = attrs.field(default=None, validator=_rules.maybe(person_id))
    how: SeatKind = attrs.field(validator=_rules.word(SeatKind))

    def __repr__(self) -> str:
        return f"<Seat {self.role}: {self.person or 'open'}>"


def _seats(_: object, attribute: attrs.Attribute[tuple[Seat, ...]], value: object) -> None:
    """A tuple of seats; two open ones of one role are alike."""
    if not isinstance(value, tuple) or not all(isinstance(each, Seat) for each in value):
        raise phrases.invalid(attribute.name, value, wanted=("een lijst van zetels", "a list of seats"))


@attrs.frozen(kw_only=True, repr=False)
class PlannedMeeting:
    """Who attends one meeting.

    Attributes:
        date: The day.
        seats: The seats, by role in the order of the rotation.
    """

    date: datetime.date = attrs.field(validator=meeting_day)
    seats: tuple[Seat, ...] = attrs.field(validator=_seats)

    def __repr__(self) -> str:
        return f"<PlannedMeeting {self.date.isoformat()}: {len(self.people)} people>"

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of who attends, in the order of the seats."""
        return tuple(seat.person for seat in self.seats if seat.person is not None)

    def turns(self, role: str) -> frozenset[str]:
        """The ids of those whose turn it is in `role`.

        Source: cop-amsterdam, question 1 (they take turns).
        """
        return frozenset(seat.person for seat in self.seats if seat.role == role and seat.person and seat.how in TURNS)


@attrs.frozen(kw_only=True, repr=False)
class RoleSeats:
    """How many seats a role has at each meeting.

    Attributes:
        role: The role, such as klantbegeleider.
        seats: How many, fixed seats included; 1 to 200.
    """

    role: str = attrs.field(validator=made_up_id)
    seats: int = attrs.field(validator=_rules.between(1, 200))

    def __repr__(self) -> str:
        return f"<RoleSeats {self.seats} for {self.role}>"


@attrs.frozen(kw_only=True, repr=False)
class Attendance:
    """How often one person attends, over the meetings asked about.

    Attributes:
        person: Their id.
        role: Their role.
        fixed: Whether they have a fixed seat.
        turns: How many meetings they attend; as a stand-in does not count.
        meetings: How many meetings there are while they take part.
    """

    person: str
    role: str
    fixed: bool
    turns: int
    meetings: int

    def __repr__(self) -> str:
        return f"<Attendance {self.person!r} {self.turns} of {self.meetings}>"
