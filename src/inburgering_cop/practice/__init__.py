"""How communities work, as functions: triage, the right moment for a dual track, and looking across communities."""

from __future__ import annotations

from inburgering_cop.practice._bridges import Bridge, Bridges, CutPoint, LooseEnd
from inburgering_cop.practice._dual_conditions import ConditionKind
from inburgering_cop.practice._dual_track import Condition, Conversation, ConversationPlan, Flow, dual_track
from inburgering_cop.practice._learning import KinCommunity, Lesson, LessonKind, Lessons, learn_from
from inburgering_cop.practice._missing import Missing, MissingRole, who_is_missing
from inburgering_cop.practice._network import bridges
from inburgering_cop.practice._products import ReviewedProduct, ReviewedProducts, reviewed_products
from inburgering_cop.practice._seats import Duty, TableSeat
from inburgering_cop.practice._triage import OtherTable, Outcome, SortedItem, Triage, triage
from inburgering_cop.practice._triage_sheet import Ease, Speed, TriageItem, TriageSheet, read_triage_sheet

__all__ = [
    "Bridge",
    "Bridges",
    "Condition",
    "ConditionKind",
    "Conversation",
    "ConversationPlan",
    "CutPoint",
    "Duty",
    "Ease",
    "Flow",
    "KinCommunity",
    "Lesson",
    "LessonKind",
    "Lessons",
    "LooseEnd",
    "Missing",
    "MissingRole",
    "OtherTable",
    "Outcome",
    "ReviewedProduct",
    "ReviewedProducts",
    "SortedItem",
    "Speed",
    "TableSeat",
    "Triage",
    "TriageItem",
    "TriageSheet",
    "bridges",
    "dual_track",
    "learn_from",
    "read_triage_sheet",
    "reviewed_products",
    "triage",
    "who_is_missing",
]
