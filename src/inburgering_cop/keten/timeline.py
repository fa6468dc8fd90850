"""The timeline from arrival to afterwards."""

from __future__ import annotations

from inburgering_cop.knowledge import Records
from inburgering_cop.model import Group, Phase


def timeline(records: Records, *, group: Group | None = None) -> tuple[Phase, ...]:
    """The phases in order; with `group`, those that group goes through."""
    phases = sorted(records.phases.values(), key=lambda phase: (phase.order, phase.id))
    return tuple(phase for phase in phases if group is None or group in phase.groups)
