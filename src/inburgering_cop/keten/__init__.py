"""The keten: its graph, its timeline, and the drietrapsraket with its answers."""

from __future__ import annotations

from inburgering_cop.keten._answer import Escalation, Referral, Step
from inburgering_cop.keten._covering import Covering

__all__ = ["Covering", "Escalation", "Referral", "Step"]
