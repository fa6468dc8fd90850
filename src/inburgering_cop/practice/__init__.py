"""How communities of practice work, as functions: the rotation, the agenda and its owners."""

from __future__ import annotations

from inburgering_cop.practice._agenda_items import (
    Action,
    ActionStatus,
    AgendaTheme,
    CarriedAction,
    Handover,
    MeetingAgenda,
    Priorities,
    Report,
    Weighed,
)
from inburgering_cop.practice._attending import Attendance, Person, PlannedMeeting, RoleSeats, Seat, SeatKind
from inburgering_cop.practice._calendar import Calendar, Moved
from inburgering_cop.practice.agenda import Agenda, read_agenda
from inburgering_cop.practice.rotation import Rotation, read_rotation

__all__ = [
    "Action",
    "ActionStatus",
    "Agenda",
    "AgendaTheme",
    "Attendance",
    "Calendar",
    "CarriedAction",
    "Handover",
    "MeetingAgenda",
    "Moved",
    "Person",
    "PlannedMeeting",
    "Priorities",
    "Report",
    "RoleSeats",
    "Rotation",
    "Seat",
    "SeatKind",
    "Weighed",
    "read_agenda",
    "read_rotation",
]
