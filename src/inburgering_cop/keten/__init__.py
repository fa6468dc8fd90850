"""The keten: its graph, its timeline, and the drietrapsraket with its answers."""

from __future__ import annotations

from inburgering_cop.keten._answer import Entry, Escalation, Referral, Step
from inburgering_cop.keten._covering import Covering
from inburgering_cop.keten.deadlines import DeadlineDate

__all__ = ["Covering", "DeadlineDate", "Entry", "Escalation", "Referral", "Step"]
