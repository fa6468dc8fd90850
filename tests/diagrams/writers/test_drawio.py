"""draw.io XML: safe, editable, and laid out as the SVG is."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams._colours import FLOWS
from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.diagrams.scenes._wording import flow_of
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


def _explained(scene: Scene) -> list[icop.LocalizedText]:
    """The lines of the legend, without that of a hexagon where only the question, which is not laid out, is one."""
    pointed = any(box.shape == "theme" and box.group for box in scene.boxes)
    return [line for line in scene.legend if pointed or line.nl != "zeskant: thema of community"]


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

    def test_themes_are_hexagons(self) -> None:
        """A theme is the hexagon of draw.io, with the point its SVG has, and nothing else is one."""
        drawing = icop.draw(_samples.community(), kb=_samples.small())
        points = {box.point for box in picture(drawing.to_svg()).boxes}

        styles = [cell.attrib.get("style", "") for cell in _cells(drawing.to_drawio()).values()]

        assert points == {0, 16}
        pointed = [style for style in styles if "hexagon" in style]
        assert len(pointed) == sum(box.shape == "theme" for box in drawing.scene.boxes) > 0
        assert all("shape=hexagon;perimeter=hexagonPerimeter2;fixedSize=1;size=16;" in style for style in pointed)

    def test_every_name_is_shown(self) -> None:
        """Title, groups, boxes, legend and source each stand in it, in the language of the drawing."""
        for name, drawing in _samples.bundled_rows()[::31]:
            scene, lang = drawing.scene, drawing.lang
            wanted = [each.label for each in scene.ends if each.id != "question"]
            wanted += [scene.title, scene.source, *_explained(scene)]

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


class TestWeb:
    """A web: cards with words at their sides, badges, and lines with corners."""

    def _drawn(self) -> tuple[icop.Drawing, dict[str, ElementTree.Element]]:
        drawing = icop.draw(icop.load(), community="rijnmond")
        return drawing, _cells(drawing.to_drawio())

    def test_lines_have_their_points_ends_and_look(self) -> None:
        """Each line is tied to its cards where the SVG has it, turns where that turns, and looks like it."""
        drawing, cells = self._drawn()
        names = [cell for name, cell in cells.items() if name.startswith("n") and "-" not in name]
        edges = [cell for cell in cells.values() if "edge" in cell.attrib]

        for arrow, cell in zip(picture(drawing.to_svg()).arrows, edges, strict=True):
            points = [(float(each.attrib["x"]), float(each.attrib["y"])) for each in cell.iter("mxPoint")]
            (start, end), corners = points[:2], points[2:]
            style = dict(each.split("=", 1) for each in cell.attrib["style"].split(";"))
            assert [start, *corners, end] == [pytest.approx(point, abs=0.1) for point in arrow.points]
            assert (style["strokeColor"], float(style["strokeWidth"])) == (arrow.colour, arrow.line)
            assert style.get("dashPattern") == arrow.dashes
            assert style["endArrow"] == "block"
            for end_of, point, side in (("source", start, "exit"), ("target", end, "entry")):
                if end_of in cell.attrib:
                    box = {
                        key: float(value) for key, value in cells[cell.attrib[end_of]][0].attrib.items() if key != "as"
                    }
                    assert box["x"] + float(style[f"{side}X"]) * box["width"] == pytest.approx(point[0], abs=0.3)
                    assert box["y"] + float(style[f"{side}Y"]) * box["height"] == pytest.approx(point[1], abs=0.3)
                    assert style[f"{side}Perimeter"] == "0"
        assert len(names) > len(drawing.scene.boxes)

    def test_samples_in_the_legend_are_tied_to_nothing(self) -> None:
        """Only what the legend explains has no ends."""
        drawing, cells = self._drawn()

        free = [cell for cell in cells.values() if "edge" in cell.attrib and "source" not in cell.attrib]

        assert len(free) == len({flow_of(arrow) for arrow in drawing.scene.arrows})

    def test_words_at_lines_stand_where_the_svg_has_them(self) -> None:
        """What a line means, and the name a bar repeats, is a text of its own, at its place and in its colour."""
        drawing, cells = self._drawn()
        svg = [
            line for line in picture(drawing.to_svg()).lines if line.fill in {look.colour for look in FLOWS.values()}
        ]

        notes = [cell for name, cell in cells.items() if re.fullmatch(r"n\d+-\d+", name)]

        places = {
            (_shown(cell)[0], round(float(cell[0].attrib["x"])), cell.attrib["style"].rsplit("fontColor=", 1)[1])
            for cell in notes
        }
        words = {str(arrow.label) for arrow in drawing.scene.arrows if arrow.label}
        assert places >= {(line.text, round(line.left), line.fill) for line in svg if line.text in words}
        assert len(notes) >= len(
            {(arrow.tail, arrow.head, arrow.flow) for arrow in drawing.scene.arrows if arrow.label}
        )

    def test_name_stands_above_the_words(self) -> None:
        """The name of a card with words at its sides stands at its top, as in the SVG; that of others in the middle."""
        _, cells = self._drawn()
        alone = _cells(icop.draw(_samples.small()).to_drawio())

        cards = {_shown(cell)[0]: cell.attrib["style"] for cell in cells.values() if cell.attrib["id"].startswith("n")}
        assert "verticalAlign=top;spacingTop=" in cards["Argonaut"]
        assert float(re.findall(r"spacingTop=([\d.]+)", cards["Argonaut"])[0]) < 12
        assert any("verticalAlign=middle" in cell.attrib.get("style", "") for cell in alone.values())

    def test_badges_are_cells_of_their_own(self) -> None:
        """Every card has its badge: a small disc with the mark of its rung."""
        drawing, cells = self._drawn()

        marks = [cell for cell in cells.values() if _shown(cell) and _shown(cell)[0] in ("1", "2", "3")]

        rungs = {box.group for box in drawing.scene.boxes}
        assert len(marks) == len(drawing.scene.boxes) + len(rungs)
        assert all(cell[0].attrib["width"] == cell[0].attrib["height"] for cell in marks)


class TestLists:
    """A neighbourhood: names at the side of a card, words at the other."""

    def test_name_stands_clear_of_the_words(self) -> None:
        """A name begins as far from the left side of its card as in the SVG; details beside it stay on its line."""
        drawing = icop.draw(icop.load().partners["gemeente"])
        svg = {line.text: line for line in picture(drawing.to_svg()).lines}

        cells = {_shown(cell)[0]: cell for cell in _cells(drawing.to_drawio()).values() if _shown(cell)}

        for name in ("Werkcentrum", "Divosa", "Gemeente"):
            style = dict(each.split("=", 1) for each in cells[name].attrib["style"].split(";"))
            assert style["align"] == "left"
            left = float(cells[name][0].attrib["x"]) + float(style["spacingLeft"])
            assert left <= svg[name].left + 0.1
        assert "Gemeenschappelijke regeling 29 organisaties" in cells
