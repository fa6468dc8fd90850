"""Lines of one look between two boxes, as one."""

from __future__ import annotations

import attrs

from inburgering_cop.diagrams.scenes._scene import Arrow
from inburgering_cop.diagrams.webs._bundling import bundled
from tests.diagrams import _samples
from tests.diagrams._samples import text


def _arrow(label: str | None, *, flow: str = "information", tail: str = "a", head: str = "b") -> Arrow:
    return Arrow(tail=tail, head=head, label=text(label, f"{label} (en)") if label else None, flow=flow)


def _bundled(*arrows: Arrow) -> tuple[Arrow, ...]:
    return bundled(attrs.evolve(_samples.flows(), arrows=arrows)).arrows


class TestBundled:
    """What is one line, and what stays apart."""

    def test_same_way_and_same_flow_are_one_line(self) -> None:
        """It has the words of all, each once, in both languages."""
        (arrow,) = _bundled(_arrow("vraagt"), _arrow("informeert"), _arrow("vraagt"))

        assert arrow.label == text("vraagt, informeert", "vraagt (en), informeert (en)")

    def test_other_flows_and_other_ways_stay_apart(self) -> None:
        """Lines of several kinds between two boxes, and lines there and back, stay as they are."""
        arrows = (_arrow("beslist", flow="decision"), _arrow("vraagt"), _arrow("vraagt", tail="b", head="a"))

        assert _bundled(*arrows) == arrows

    def test_lines_without_words_have_none_together(self) -> None:
        """What says nothing says nothing when it is one."""
        (arrow,) = _bundled(_arrow(None), _arrow(None))

        assert arrow.label is None
