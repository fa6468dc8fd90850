"""How communities of practice work, as functions: the rotation, the agenda and its owners."""

from __future__ import annotations

from inburgering_cop.practice._attending import Attendance, Person, PlannedMeeting, RoleSeats, Seat, SeatKind
from inburgering_cop.practice._calendar import Calendar, Moved
from inburgering_cop.practice.rotation import Rotation, read_rotation

__all__ = [
    "Attendance",
    "Calendar",
    "Moved",
    "Person",
    "PlannedMeeting",
    "RoleSeats",
    "Rotation",
    "Seat",
    "SeatKind",
    "read_rotation",
]
