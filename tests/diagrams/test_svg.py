"""SVG: safe, readable, and laid out so that nothing overlaps and every line fits."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop.diagrams import _rows, svg
from inburgering_cop.diagrams._scene import Box, Group, Scene
from tests.diagrams import _reading, _samples, _snapshots
from tests.diagrams._reading import Picture, contrast, picture

_SVG = "{http://www.w3.org/2000/svg}"
_TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=120).filter(str.strip)


@cache
def _bundled() -> tuple[tuple[str, icop.Drawing, str, Picture], ...]:
    """Every bundled route and community: its name, its drawing, its SVG, and that read back."""
    found = []
    for name, drawing in _samples.bundled_rows():
        text = drawing.to_svg()
        found.append((name, drawing, text, picture(text)))
    return tuple(found)


def _faults(drawn: Picture) -> list[str]:
    """What is wrong with the layout: boxes that overlap, lines that do not fit, anything outside the paper."""
    faults = [
        f"boxes at {one.left},{one.top} overlap" for one, other in combinations(drawn.boxes, 2) if one.touches(other)
    ]
    faults += [f"frames at {one.top} overlap" for one, other in combinations(drawn.frames, 2) if one.touches(other)]
    faults += [
        f"box at {box.left},{box.top} has no frame"
        for box in drawn.boxes
        if not any(each.holds(box) for each in drawn.frames)
    ]
    held = [line for box in drawn.boxes for line in drawn.within(box)]
    faults += [f"{line.text!r} stands in no box" for line in drawn.lines if line.centred and line not in held]
    faults += [
        f"{line.text!r} does not fit its box"
        for box in drawn.boxes
        for line in drawn.within(box)
        if not box.holds(line)
    ]
    free = [line for line in drawn.lines if not line.centred]
    faults += [f"{line.text!r} runs into a box" for line in free for box in drawn.boxes if box.touches(line)]
    faults += [
        f"{one.text!r} runs into {other.text!r}"
        for one, other in combinations(drawn.lines, 2)
        if one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
    ]
    things: list[_reading.Rect | _reading.Line] = [*drawn.frames, *drawn.boxes, *drawn.lines]
    for thing in things:
        faults += [] if drawn.paper.holds(thing, slack=0) else [f"{thing} lies outside the paper"]
    for _, numbers in drawn.arrows:
        inside = all(0 <= number <= max(drawn.paper.right, drawn.paper.bottom) for number in numbers)
        faults += [] if inside else [f"an arrow at {numbers} lies outside the paper"]
    return faults


class TestSnapshots:
    """The small knowledge base, byte for byte."""

    @pytest.mark.parametrize("name", _snapshots.names("svg"))
    def test_picture_is_what_it_was(self, name: str) -> None:
        """A drawing is written as it was when its snapshot was kept."""
        _snapshots.hold(name, "svg")


class TestDocument:
    """The SVG as a document."""

    def test_it_has_a_title_a_description_and_a_role(self) -> None:
        """Every picture is an image named by its title and its description, in its language."""
        for name, drawing, _, drawn in _bundled():
            root = drawn.root
            title, desc = root[0], root[1]

            assert (root.tag, root.attrib["role"]) == (f"{_SVG}svg", "img"), name
            assert (title.tag, desc.tag) == (f"{_SVG}title", f"{_SVG}desc"), name
            assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]], name
            assert (title.text, desc.text) == (
                drawing.scene.title.get(drawing.lang),
                drawing.scene.description.get(drawing.lang),
            ), name
            assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == drawing.lang, name

    def test_its_fonts_are_on_every_machine(self) -> None:
        """The fonts are Arial, the one as wide as it, and any without serifs; no text has another."""
        for name, _, text, drawn in _bundled():
            assert drawn.root.attrib["font-family"] == "Arial, 'Liberation Sans', sans-serif", name
            assert text.count("font-family") == 1, name

    def test_it_holds_nothing_that_slides_cannot_show(self) -> None:
        """Only plain shapes and text: no foreign object, filter, style, script, link, image or CSS variable."""
        for name, _, text, drawn in _bundled():
            tags = {element.tag.removeprefix(_SVG) for element in drawn.root.iter()}

            assert tags <= {"svg", "title", "desc", "rect", "text", "path"}, name
            assert not re.search(r"var\(|style=|class=|filter|href|url\(", re.sub(r">[^<]*<", "><", text)), name

    def test_the_paper_is_the_view(self) -> None:
        """The view box, the size and the white paper are one, 1280 wide."""
        for name, _, _, drawn in _bundled():
            root, paper = drawn.root.attrib, drawn.paper

            assert root["viewBox"] == f"0 0 {root['width']} {root['height']}", name
            assert root["width"] == "1280", name
            assert (paper.left, paper.top, paper.right, paper.bottom, paper.fill) == (
                0,
                0,
                float(root["width"]),
                float(root["height"]),
                "#FFFFFF",
            ), name

    def test_numbers_have_one_decimal_at_most(self) -> None:
        """No length has more than one decimal, and none ends in `.0`, so that every machine writes the same."""
        for name, _, text, _ in _bundled():
            marks = " ".join(re.findall(r'="([^"]*)"', re.sub(r">[^<]*<", "><", text)))

            assert not re.search(r"\.\d\d|\.0\b|e[-+]\d", marks), name


class TestContent:
    """Every label, shown as text."""

    def test_every_label_is_shown(self) -> None:
        """Every box, group and legend line of every bundled picture stands in it, but the theme, which is the title."""
        for name, drawing, _, drawn in _bundled():
            scene, lang = drawing.scene, drawing.lang
            wanted = [line for each in scene.ends if each.id != "question" for line in (each.label, *each.details)]
            wanted += [scene.title, scene.description, scene.source, *scene.legend]

            shown = "".join(drawn.shown.split())
            missing = [line.nl for line in wanted if "".join(line.get(lang).split()) not in shown]

            assert missing == [], name

    def test_one_box_for_each_box(self) -> None:
        """A picture has a rectangle per box of the groups and a frame per group."""
        for name, drawing, _, drawn in _bundled():
            assert len(drawn.boxes) == sum(box.group is not None for box in drawing.scene.boxes), name
            assert len(drawn.frames) == len(drawing.scene.groups), name

    def test_rungs_are_tied_by_arrows(self) -> None:
        """An arrow leads from rung to rung, and from phase to phase, each between two frames; a community has none."""
        for name, drawing, _, drawn in _bundled():
            groups = {group.id for group in drawing.scene.groups}
            wanted = sum({arrow.tail, arrow.head} <= groups for arrow in drawing.scene.arrows)
            assert len(drawn.arrows) == wanted, name
            for (above, below), (_, numbers) in zip(
                zip(drawn.frames, drawn.frames[1:], strict=False), drawn.arrows, strict=False
            ):
                assert above.bottom <= numbers[1] < numbers[2] <= below.top, name

    def test_tricky_labels_are_shown_as_text(self) -> None:
        """Whatever a label holds, an XML reader gives it back in the title, the description and every place."""
        for label, drawing in _samples.tricky_drawings(in_rows=True):
            drawn = picture(drawing.to_svg())

            words = "".join(drawn.shown.split()).replace("Legenda:", "")
            assert (drawn.root[0].text, drawn.root[1].text) == (label, label)
            assert words.count("".join(label.split())) == 12, label

    @pytest.mark.parametrize(("shape", "corner"), [("function", 0), ("kind", 12), ("organisation", 30), ("theme", 6)])
    def test_each_type_has_its_own_corners(self, shape: str, corner: float) -> None:
        """A function, a kind, an organisation and a theme each have other corners."""
        drawn = picture(_written(_one(Box(id="a", label=_samples.text("x"), shape=shape, group="g"))))

        assert [box.corner for box in drawn.boxes] == [corner]

    def test_marks_are_lines_not_only_colour(self) -> None:
        """What settles the matter has a border of 5, the others of 2; what is general has a dotted one."""
        plain = Box(id="a", label=_samples.text("x"), shape="kind", group="g")

        usual, marked, general = (
            _written(_one(box))
            for box in (plain, attrs.evolve(plain, marked=True), attrs.evolve(plain, dotted=_samples.text("x")))
        )

        assert ('stroke-width="2"/>' in usual, "dasharray" in usual) == (True, False)
        assert ('stroke-width="5"/>' in marked, "dasharray" in marked) == (True, False)
        assert 'stroke-width="2" stroke-dasharray="2 4"/>' in general

    def test_legend_without_entries_is_left_out(self) -> None:
        """A picture with nothing to explain has no legend, rather than an empty one."""
        empty = attrs.evolve(_samples.community(), participations=(), themes=())

        shown = picture(icop.draw(empty, kb=_samples.small()).to_svg()).shown

        assert "Legenda" not in shown


class TestLayout:
    """Where things stand."""

    def test_nothing_overlaps_and_everything_fits(self) -> None:
        """In every bundled picture no box overlaps another, every line fits its box, and all lies on the paper."""
        wrong = {name: faults for name, _, _, drawn in _bundled() if (faults := _faults(drawn))}

        assert wrong == {}

    def test_boxes_of_a_row_are_equally_high(self) -> None:
        """Boxes that start at one height are equally high and five in a row at most."""
        for name, _, _, drawn in _bundled():
            rows: dict[float, list[float]] = {}
            for box in drawn.boxes:
                rows.setdefault(round(box.top + box.line / 2, 1), []).append(round(box.bottom - box.line / 2, 1))

            assert max(len(row) for row in rows.values()) <= 5, name
            assert all(len(set(row)) == 1 for row in rows.values()), name

    def test_lines_stand_in_the_middle_of_their_box(self) -> None:
        """The lines of a box have equal room above and below, and left and right, of them."""
        drawn = picture(icop.draw(_samples.route()).to_svg())

        for box in drawn.boxes:
            inside = drawn.within(box)
            above, below = inside[0].top - box.top, box.bottom - inside[-1].bottom
            assert all(line.left - box.left == pytest.approx(box.right - line.right, abs=0.2) for line in inside)
            assert above == pytest.approx(below, abs=4)

    @given(st.lists(_TEXT, min_size=1, max_size=12), st.sampled_from(["function", "kind", "organisation", "theme"]))
    def test_any_text_fits(self, labels: list[str], shape: str) -> None:
        """Whatever the labels, nothing overlaps: lines are cut by the same widths they are measured with here."""
        boxes = tuple(
            Box(id=f"b{number}", label=_samples.text(label), details=(_samples.text(label),), shape=shape, group="g")
            for number, label in enumerate(labels)
        )

        drawn = picture(_written(_one(*boxes)))

        assert _faults(drawn) == []


class TestContrast:
    """Colours, from the bytes."""

    def test_text_and_lines_have_contrast(self) -> None:
        """Every text reaches 4.5 on the fill it stands on, every border and arrow 3 on white."""
        texts: set[tuple[str, str]] = set()
        lines: set[str] = set()
        for _, _, _, drawn in _bundled():
            texts |= {(line.fill, drawn.under(line)) for line in drawn.lines}
            lines |= {rect.stroke for rect in (*drawn.frames, *drawn.boxes) if rect.stroke}
            lines |= {stroke for stroke, _ in drawn.arrows}

        assert len(texts) >= 8
        assert [pair for pair in texts if contrast(*pair) < 4.5] == []
        assert [line for line in lines if contrast(line, _reading.PAPER) < 3] == []


def _written(scene: Scene) -> str:
    """The scene laid out and written in Dutch."""
    return svg.write(_rows.lay_out(scene, "nl"))


def _one(*boxes: Box) -> Scene:
    """A scene of one group with these boxes."""
    same = _samples.text("x")
    return Scene(
        title=same,
        description=same,
        groups=(Group(id="g", label=same, details=(same,)),),
        boxes=boxes,
        arrows=(),
        legend=(same,),
        source=same,
        in_rows=True,
    )
