"""How communities of practice work, as functions and as things a program can keep."""

from __future__ import annotations

from inburgering_cop.practice._acts import Act, ActKind
from inburgering_cop.practice._bridges import Bridge, Bridges, CutPoint, LooseEnd
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
from inburgering_cop.practice.dossier import Dossier

__all__ = [
    "Act",
    "ActKind",
    "Bridge",
    "Bridges",
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
    "RungState",
    "SortedItem",
    "Speed",
    "TableSeat",
    "Triage",
    "TriageItem",
    "TriageSheet",
    "bridges",
    "dual_track",
    "learn_from",
    "read_dossier",
    "read_triage_sheet",
    "reviewed_products",
    "triage",
    "who_is_missing",
]
