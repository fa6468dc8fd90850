"""draw.io XML: safe, editable, and laid out as the SVG is."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

import pytest

import inburgering_cop as icop
from tests.diagrams import _samples, _snapshots
from tests.diagrams._reading import on_one_line, picture


def _cells(written: str) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(written)  # noqa: S314
    cells = list(root.iter("mxCell"))
    assert len({cell.attrib["id"] for cell in cells}) == len(cells)
    return {cell.attrib["id"]: cell for cell in cells}


def _shown(cell: ElementTree.Element) -> list[str]:
    """The lines draw.io shows for the HTML of a label."""
    lines = cell.attrib.get("value", "").split("<br>")
    return [html.unescape(re.sub(r"</?b>", "", line)) for line in lines if line]


class TestSnapshots:
    """The small knowledge base, byte for byte."""

    @pytest.mark.parametrize("name", _snapshots.names())
    def test_file_is_what_it_was(self, name: str) -> None:
        """A drawing is written as it was when its snapshot was kept."""
        _snapshots.hold(name, "drawio")


class TestCells:
    """What stands in the file."""

    def test_every_bundled_drawing_is_well_formed(self) -> None:
        """Cells have ids of their own, stand in the layer, and every arrow ends at two of them."""
        for name, drawing in _samples.bundled_rows()[::9]:
            cells = _cells(drawing.to_drawio())

            assert {cell.attrib.get("parent", "-") for cell in cells.values()} == {"-", "0", "1"}, name
            edges = [cell.attrib for cell in cells.values() if "edge" in cell.attrib]
            assert all({edge["source"], edge["target"]} <= set(cells) for edge in edges), name
            groups = {group.id for group in drawing.scene.groups}
            assert len(edges) == sum({arrow.tail, arrow.head} <= groups for arrow in drawing.scene.arrows), name

    def test_boxes_stand_where_the_svg_has_them(self) -> None:
        """Frames and boxes have the places and sizes of the SVG, so that the two look alike."""
        drawing = icop.draw(_samples.route())
        drawn = picture(drawing.to_svg())

        geometry = [
            tuple(float(cell[0].attrib[side]) for side in ("x", "y", "width", "height"))
            for name, cell in _cells(drawing.to_drawio()).items()
            if name.startswith("n")
        ]

        rects = sorted((*drawn.frames, *drawn.boxes), key=lambda rect: (rect.top, rect.left))
        assert sorted((y, x) for x, y, _, _ in geometry) == sorted(
            (round(rect.top + rect.line / 2, 1), round(rect.left + rect.line / 2, 1)) for rect in rects
        )

    def test_every_name_is_shown(self) -> None:
        """Title, groups, boxes, legend and source each stand in it, in the language of the drawing."""
        for name, drawing in _samples.bundled_rows()[::31]:
            scene, lang = drawing.scene, drawing.lang
            wanted = [each.label for each in scene.ends if each.id != "question"]
            wanted += [scene.title, scene.source, *scene.legend]

            shown = "".join("".join(_shown(cell)) for cell in _cells(drawing.to_drawio()).values())
            shown = "".join(shown.split())
            assert [line.nl for line in wanted if "".join(line.get(lang).split()) not in shown] == [], name

    def test_tricky_labels_are_shown_as_text(self) -> None:
        """Whatever a label holds, draw.io shows it and nothing of it is markup."""
        for label, drawing in _samples.tricky_drawings(in_rows=True):
            cells = _cells(drawing.to_drawio())

            assert "".join(_shown(cells["t1"])).replace(" ", "") == on_one_line(label).replace(" ", ""), label
            assert all(
                set(re.findall(r"<[^>]*>", cell.attrib.get("value", ""))) <= {"<b>", "</b>", "<br>"}
                for cell in cells.values()
            )

    def test_marks_are_lines_not_only_colour(self) -> None:
        """What settles the matter has a thick line, what is general a dashed one."""
        written = icop.draw(_samples.route()).to_drawio()

        assert written.count("strokeWidth=5") == 1
        assert "dashed=1;dashPattern=2 4" in written
