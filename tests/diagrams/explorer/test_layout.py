"""The picture of the keten: a grid in which nothing overlaps, and text that fits."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams.explorer import _layout, _svg
from inburgering_cop.diagrams.explorer._layout import BOX_WIDTH, Cell, Map
from inburgering_cop.diagrams.scenes._scene import Box
from tests.diagrams import _samples


@cache
def _map() -> Map:
    return _layout.lay_out(_layout.scene_of(icop.load()))


def _boxes() -> list[Cell]:
    return [cell for cell in _map().cells if isinstance(cell.of, Box)]


class TestScene:
    """What is drawn."""

    def test_every_role_is_a_box_once(self, kb: icop.KnowledgeBase) -> None:
        """All chain roles, none twice, on the rung where they usually stand."""
        roles = {role for partner in kb.partners.values() for role in partner.roles}

        assert sorted(cell.of.id for cell in _boxes()) == sorted(roles)
        assert all(cell.rung == kb.partners[cell.of.id].rung for cell in _boxes())


class TestGeometry:
    """Where everything stands."""

    def test_no_box_or_heading_stands_on_another(self) -> None:
        """Cells are apart."""
        for one, other in combinations(_map().cells, 2):
            apart = (
                abs(one.x - other.x) >= BOX_WIDTH or one.y + one.height <= other.y or other.y + other.height <= one.y
            )
            assert apart, (one.of.id, other.of.id)

    @pytest.mark.parametrize("lang", [0, 1])
    def test_every_line_of_text_fits_its_box(self, lang: int) -> None:
        """Bold, as it is where a box is lit, each line is narrower than its box, and all are no higher."""
        plain, bold = Ruler(size=_layout.PLAIN, bold=True), Ruler(size=_layout.HEADING, bold=True)
        for cell in _map().cells:
            ruler = plain if isinstance(cell.of, Box) else bold
            assert all(ruler.width(line) <= BOX_WIDTH - 8 for line in cell.lines[lang]), cell.of.id
            assert len(cell.lines[lang]) * _layout.LEADING <= cell.height

    def test_compounds_break_where_people_break_them(self) -> None:
        """A compound too wide for a line breaks before its last part, and a bracket is not torn off."""
        lines = {cell.of.id: cell.lines[0] for cell in _boxes()}

        assert lines["bezwaarschriftencommissie"] == ("Bezwaarschriften-", "commissie")
        assert not any(line.startswith(")") for each in lines.values() for line in each)

    def test_boxes_are_large_enough_to_hit(self) -> None:
        """Every box is more than 24 units high, as a page shows it about as large."""
        assert min(cell.height for cell in _boxes()) >= 30


class TestSvg:
    """The picture as SVG."""

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_each_box_is_a_link_with_its_name_in_both_languages(self, lang: str) -> None:
        """A box links to its partner, and has its name as text, in two languages where they differ."""
        drawn = _svg.write(_map(), lang)

        assert drawn.count('<a href="#partner=') == len(_boxes())
        assert '<text lang="nl">' in drawn
        assert '<text lang="en">' in drawn
        assert "style=" not in drawn
        assert "foreignObject" not in drawn

    def test_small_knowledge_is_drawn_too(self) -> None:
        """A keten of four roles has its picture; a knowledge base without any has an empty one."""
        drawn = _svg.write(_layout.lay_out(_layout.scene_of(_samples.small())), "nl")

        assert drawn.count("<a href=") == 4
        assert drawn.count('<g class="ways"></g>') == 1
