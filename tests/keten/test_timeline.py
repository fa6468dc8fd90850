"""The timeline from arrival to afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

import inburgering_cop as icop
from tests._made import made


class TestTimeline:
    """`kb.timeline()`."""

    def test_phases_come_in_order(self, tmp_path: Path) -> None:
        """Phases stand in the order of the timeline, not of their ids."""
        assert [phase.id for phase in made(tmp_path).timeline()] == ["start", "einde"]

    def test_group_keeps_its_own_phases(self, tmp_path: Path) -> None:
        """A group sees the phases it goes through."""
        assert [phase.id for phase in made(tmp_path).timeline(group="gezinsmigrant-of-overig")] == ["einde"]

    def test_unknown_group_is_refused(self, tmp_path: Path) -> None:
        """A group that is no stored word is refused with those that are."""
        with pytest.raises(icop.InvalidValueError, match=r"one of: asielstatushouder, gezinsmigrant-of-overig\.$"):
            made(tmp_path).timeline(group="iedereen")

    def test_bundled_timeline_runs_from_arrival(self, kb: icop.KnowledgeBase) -> None:
        """The sources tell the timeline from arrival by way of the azc and the handover to participation."""
        phases = [phase.id for phase in kb.timeline()]

        wanted = ["aankomst", "koppeling", "voorinburgering", "warme-overdracht", "huisvesting", "participatie"]
        assert [phase for phase in phases if phase in wanted] == wanted
