"""Marks that turn the direction of text."""

from __future__ import annotations

import re

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._marks import shown
from tests.diagrams import _samples
from tests.diagrams._samples import text

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


class TestShown:
    """`shown`."""

    @pytest.mark.parametrize("mark", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
    def test_mark_is_shown_as_its_number(self, mark: str) -> None:
        """Wherever a text can stand in a scene, the mark is its number, in both languages."""
        scene = shown(_samples.scene(f"Open {mark} mark", in_rows=True))

        assert not _TURNS.search(repr(attrs.asdict(scene)).encode().decode("unicode_escape"))
        assert scene == _samples.scene(f"Open [U+{ord(mark):04X}] mark", in_rows=True)

    def test_letters_of_every_script_and_what_ends_by_itself_stay(self) -> None:
        """Names in Arabic or Hebrew, and marks for the letters beside them, stay as they are."""
        scene = _samples.scene("\u0627\u0644\u0628\u064a\u062a \u200f\u05d1\u05d9\u05ea\u200e \u061c", in_rows=False)

        assert shown(scene) == scene

    def test_missing_english_stays_missing(self) -> None:
        """A text in Dutch alone is still that."""
        scene = attrs.evolve(_samples.scene("x", in_rows=True), title=icop.LocalizedText(nl="a\u202e"))

        assert shown(scene).title == icop.LocalizedText(nl="a[U+202E]")


class TestDrawing:
    """Every format."""

    def test_open_mark_in_a_name_does_not_turn_what_follows(self, kb: icop.KnowledgeBase) -> None:
        """A partner whose name opens a turn and never closes it shows the mark as text in every format."""
        open_ended = attrs.evolve(kb.partners["duo"], name=text("Open \u202e RLO zonder einde"))
        own = attrs.evolve(kb.records, partners=_replaced(kb, open_ended))
        drawings = (
            icop.draw(icop.KnowledgeBase(own).escalate("ontheffing-medisch")),
            icop.draw(open_ended, kb=icop.KnowledgeBase(own)),
        )

        for drawing in drawings:
            for written in (
                drawing.describe(),
                drawing.to_svg(),
                drawing.to_mermaid(),
                drawing.to_dot(),
                drawing.to_drawio(),
                drawing.to_html(),
            ):
                assert not _TURNS.search(written)
                assert "U+202E" in written or "U#43;202E" in written


def _replaced(kb: icop.KnowledgeBase, partner: icop.Partner) -> icop.Catalogue[icop.Partner]:
    return type(kb.records.partners)("partners", {**kb.records.partners, partner.id: partner})
