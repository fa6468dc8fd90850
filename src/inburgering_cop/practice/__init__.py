"""How communities of practice work, as functions and as things a program can keep."""

from __future__ import annotations

from inburgering_cop.practice._acts import Act, ActKind
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
from inburgering_cop.practice._bridges import Bridge, Bridges, CutPoint, LooseEnd
from inburgering_cop.practice._calendar import Calendar, Moved
from inburgering_cop.practice._dual_conditions import ConditionKind
from inburgering_cop.practice._dual_track import Condition, Conversation, ConversationPlan, Flow, dual_track
from inburgering_cop.practice._gate import Gate
from inburgering_cop.practice._keeping import read_dossier
from inburgering_cop.practice._learning import KinCommunity, Lesson, LessonKind, Lessons, learn_from
from inburgering_cop.practice._missing import Missing, MissingRole, who_is_missing
from inburgering_cop.practice._network import bridges
from inburgering_cop.practice._products import ReviewedProduct, ReviewedProducts, reviewed_products
from inburgering_cop.practice._rungs import DossierState, RungState
from inburgering_cop.practice._seats import Duty, TableSeat
from inburgering_cop.practice._triage import OtherTable, Outcome, SortedItem, Triage, triage
from inburgering_cop.practice._triage_sheet import Ease, Speed, TriageItem, TriageSheet, read_triage_sheet
from inburgering_cop.practice.agenda import Agenda, read_agenda
from inburgering_cop.practice.dossier import Dossier
from inburgering_cop.practice.rotation import Rotation, read_rotation

__all__ = [
    "Act",
    "ActKind",
    "Action",
    "ActionStatus",
    "Agenda",
    "AgendaTheme",
    "Attendance",
    "Bridge",
    "Bridges",
    "Calendar",
    "CarriedAction",
    "Condition",
    "ConditionKind",
    "Conversation",
    "ConversationPlan",
    "CutPoint",
    "Dossier",
    "DossierState",
    "Duty",
    "Ease",
    "Flow",
    "Gate",
    "Handover",
    "KinCommunity",
    "Lesson",
    "LessonKind",
    "Lessons",
    "LooseEnd",
    "MeetingAgenda",
    "Missing",
    "MissingRole",
    "Moved",
    "OtherTable",
    "Outcome",
    "Person",
    "PlannedMeeting",
    "Priorities",
    "Report",
    "ReviewedProduct",
    "ReviewedProducts",
    "RoleSeats",
    "Rotation",
    "RungState",
    "Seat",
    "SeatKind",
    "SortedItem",
    "Speed",
    "TableSeat",
    "Triage",
    "TriageItem",
    "TriageSheet",
    "Weighed",
    "bridges",
    "dual_track",
    "learn_from",
    "read_agenda",
    "read_dossier",
    "read_rotation",
    "read_triage_sheet",
    "reviewed_products",
    "triage",
    "who_is_missing",
]
