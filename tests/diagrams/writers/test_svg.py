"""SVG: safe, readable, and laid out so that nothing overlaps and every line fits."""

from __future__ import annotations

import re
from functools import cache

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._scene import Box, Group, Scene
from tests.diagrams import _geometry, _reading, _samples, _snapshots
from tests.diagrams._reading import Picture, picture

_CUT = re.compile(r" …|…<|\(\+\d+ (meer|more)\)")
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


def _boxes(scene: Scene) -> list[Box]:
    """The boxes in the order they are drawn: group by group."""
    return [box for group in scene.groups for box in scene.within(group.id)]


def _plain(text: str) -> str:
    return "".join(text.split())


class TestSnapshots:
    """The small knowledge base, byte for byte."""

    @pytest.mark.parametrize("name", _snapshots.names())
    def test_picture_is_what_it_was(self, name: str) -> None:
        """A drawing is written as it was when its snapshot was kept."""
        _snapshots.hold(name, "svg")


class TestDocument:
    """The SVG as a document."""

    @pytest.mark.whole
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

    @pytest.mark.whole
    def test_two_in_one_page_share_no_id(self) -> None:
        """Every picture has ids of its own, the same each time, so that a notebook or page can hold several."""
        named = {drawn.root[at].attrib["id"]: text for _, _, text, drawn in _bundled() for at in (0, 1)}

        assert len(named) == 2 * len({text for _, _, text, _ in _bundled()})
        assert icop.draw(_samples.route()).to_svg() == icop.draw(_samples.route()).to_svg()

    @pytest.mark.whole
    def test_its_fonts_are_on_every_machine(self) -> None:
        """The fonts are Arial, the one as wide as it, and any without serifs; no text has another."""
        for name, _, text, drawn in _bundled():
            assert drawn.root.attrib["font-family"] == "Arial, 'Liberation Sans', sans-serif", name
            assert text.count("font-family") == 1, name

    @pytest.mark.whole
    def test_it_holds_nothing_that_slides_cannot_show(self) -> None:
        """Only plain shapes and text: no foreign object, filter, style, script, link, image or CSS variable."""
        for name, _, text, drawn in _bundled():
            tags = {element.tag.removeprefix(_SVG) for element in drawn.root.iter()}

            assert tags <= {"svg", "title", "desc", "rect", "text", "path"}, name
            assert not re.search(r"var\(|style=|class=|filter|href|url\(", re.sub(r">[^<]*<", "><", text)), name

    @pytest.mark.whole
    def test_the_paper_is_the_view(self) -> None:
        """The view box, the size and the white paper are one: a slide of 16:9, or for the timeline A1 landscape."""
        for name, drawing, _, drawn in _bundled():
            root, paper = drawn.root.attrib, drawn.paper

            assert root["viewBox"] == f"0 0 {root['width']} {root['height']}", name
            size = {"slide": ("1280", "720"), "poster": ("3179", "2245")}[drawing.scene.paper]
            assert (root["width"], root["height"]) == size, name
            assert (paper.left, paper.top, paper.right, paper.bottom, paper.fill) == (
                0,
                0,
                float(root["width"]),
                float(root["height"]),
                "#FFFFFF",
            ), name

    @pytest.mark.whole
    def test_numbers_have_one_decimal_at_most(self) -> None:
        """No length has more than one decimal, and none ends in `.0`, so that every machine writes the same."""
        for name, _, text, _ in _bundled():
            marks = " ".join(re.findall(r'="([^"]*)"', re.sub(r">[^<]*<", "><", text)))

            assert not re.search(r"\.\d\d|\.0\b|e[-+]\d", marks), name


class TestContent:
    """Every label, shown as text."""

    @pytest.mark.whole
    def test_every_name_is_shown(self) -> None:
        """Every box, group and legend line of every bundled picture stands in it whole, and so do title and source."""
        for name, drawing, _, drawn in _bundled():
            scene, lang = drawing.scene, drawing.lang
            wanted = [each.label for each in scene.ends if each.id != "question"]
            pointed = any(box.shape in ("theme", "community") for box in _boxes(scene))
            wanted += [scene.title, scene.source]
            wanted += [line for line in scene.legend if pointed or not line.nl.startswith("zeskant")]

            shown = _plain(drawn.shown)

            assert [line.nl for line in wanted if _plain(line.get(lang)) not in shown] == [], name

    @pytest.mark.whole
    def test_what_is_left_out_is_seen(self) -> None:
        """A detail stands in its box whole, or the box shows that there is more; so do those over the boxes."""
        for name, drawing, _, drawn in _bundled():
            lang = drawing.lang
            for box, rect in zip(_boxes(drawing.scene), drawn.boxes, strict=True):
                shown = _plain(" ".join(line.text for line in drawn.within(rect)))
                whole = all(_plain(each.get(lang)) in shown for each in box.under)
                assert whole or "…" in shown or "(+" in shown, (name, box.id)
                counted = len(box.names) == 1 < len(box.members) - 1
                assert counted or all(_plain(each.get(lang)) in shown for each in box.names), (name, box.id)
            shown = _plain(drawn.shown)
            for group in drawing.scene.groups:
                assert all(_plain(each.get(lang)) in shown or "…" in shown for each in group.details), (name, group.id)

    @pytest.mark.whole
    def test_one_box_for_each_box(self) -> None:
        """A picture has a rectangle per box of the groups and a frame per group."""
        for name, drawing, _, drawn in _bundled():
            assert len(drawn.boxes) == sum(box.group is not None for box in drawing.scene.boxes), name
            assert len(drawn.frames) == len(drawing.scene.groups), name

    @pytest.mark.whole
    def test_rungs_are_tied_by_arrows(self) -> None:
        """An arrow leads from rung to rung, and from phase to phase, each from frame to frame; a community has none."""
        for name, drawing, _, drawn in _bundled():
            ids = [group.id for group in drawing.scene.groups]
            wanted = [arrow for arrow in drawing.scene.arrows if {arrow.tail, arrow.head} <= set(ids)]

            assert len(drawn.arrows) == len(wanted), name
            for arrow, shown in zip(wanted, drawn.arrows, strict=True):
                tail, head = drawn.frames[ids.index(arrow.tail)], drawn.frames[ids.index(arrow.head)]
                assert _beside(tail, shown.points[0]), (name, arrow)
                assert _beside(head, shown.points[-1]), (name, arrow)

    def test_tricky_labels_are_shown_as_text(self) -> None:
        """Whatever a label holds, an XML reader gives it back in the title, the description and every place."""
        for label, drawing in _samples.tricky_drawings(in_rows=True):
            drawn = picture(drawing.to_svg())

            words = "".join(drawn.shown.split()).replace("Legenda:", "")
            assert (drawn.root[0].text, drawn.root[1].text) == (label, label)
            assert words.count("".join(label.split())) == 12, label

    @pytest.mark.parametrize(
        ("shape", "corner", "point"),
        [("function", 0, 0), ("kind", 12, 0), ("organisation", 30, 0), ("theme", 0, 16), ("note", 6, 0)],
    )
    @pytest.mark.parametrize("paper", ["slide", "roll"])
    def test_each_type_has_its_own_corners(self, shape: str, corner: float, point: float, paper: str) -> None:
        """A function, a kind, an organisation and a note have other corners; a theme is a hexagon."""
        scene = attrs.evolve(_one(Box(id="a", label=_samples.text("x"), shape=shape, group="g")), paper=paper)

        drawn = picture(_written(scene))

        assert [(box.corner, box.point) for box in drawn.boxes] == [(corner, point)]

    def test_legend_of_a_hexagon_stands_where_one_is_drawn(self) -> None:
        """A community has its themes as hexagons and the legend says so; on a route the question is not drawn."""
        drawn = picture(icop.draw(_samples.community(), kb=_samples.small()).to_svg())

        assert any(box.point for box in drawn.boxes)
        assert "zeskant: thema of community" in drawn.shown
        assert "zeskant" not in picture(icop.draw(_samples.route()).to_svg()).shown

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


class TestWhole:
    """What no bundled picture leaves out."""

    @pytest.mark.whole
    def test_nothing_bundled_is_cut(self) -> None:
        """Every route, community, theme and timeline of the bundled knowledge shows all its text, names included.

        But one: complaints and objections has sixteen sides, in Dutch with more text than a slide holds at 12 pt.
        """
        cut = {name for name, _, text, _ in _bundled() if _CUT.search(text)}

        assert {name.split()[0] for name in cut} <= {"klachten-bezwaar"}
        assert all(name.endswith(" nl") for name in cut)

    @pytest.mark.whole
    def test_guiding_questions_are_never_cut(self) -> None:
        """What stands under the heading of a frame is whole on every bundled slide and poster."""
        for name, drawing, _, drawn in _bundled():
            guiding = [line.get(drawing.lang) for group in drawing.scene.groups for line in group.details]
            assert all(line in drawn.shown for line in guiding), name

    @pytest.mark.whole
    def test_unverified_is_seen_on_every_slide(self) -> None:
        """Every box in which anything is unverified shows an asterisk, and the legend says so."""
        for name, drawing, _, drawn in _bundled():
            scene = drawing.scene
            doubted = [box for box in scene.boxes if any(each.starred for each in (box, *box.members)) and box.group]
            if doubted:
                shown = [" ".join(line.text for line in drawn.within(box)) for box in drawn.boxes]
                assert sum("*" in each for each in shown) == len(doubted), name
                assert {"nl": "*: niet nagetrokken", "en": "*: not verified"}[drawing.lang] in drawn.shown, name


class TestLayout:
    """Where things stand."""

    @pytest.mark.whole
    def test_geometry_of_every_picture_is_right(self) -> None:
        """In every bundled picture nothing overlaps, every line fits its box, arrows run clear, and all can be read."""
        sizes = {"slide": _geometry.SLIDE, "poster": _geometry.POSTER}

        wrong = {
            name: faults
            for name, drawing, text, _ in _bundled()
            if (faults := _geometry.faults(text, size=sizes[drawing.scene.paper]))
        }

        assert wrong == {}

    @pytest.mark.whole
    def test_boxes_of_a_row_are_equally_high(self) -> None:
        """Boxes that start at one height in one frame are equally wide, and equally high where they stand in rows.

        They stand in piles where some start beside the middle of another; each is then as high as its text.
        """
        for name, _, _, drawn in _bundled():
            for frame in drawn.frames:
                rows: dict[float, set[float]] = {}
                wide: set[float] = set()
                for box in (each for each in drawn.boxes if frame.holds(each)):
                    rows.setdefault(round(box.top + box.line / 2, 1), set()).add(round(box.bottom - box.line / 2, 1))
                    wide.add(round(box.right - box.left - box.line, 1))
                piled = any(one < top < max(bottoms) for one, bottoms in rows.items() for top in rows)

                assert not wide or max(wide) - min(wide) < 0.2, name
                assert piled or all(len(bottoms) == 1 for bottoms in rows.values()), name

    def test_lines_stand_in_the_middle_of_their_box(self) -> None:
        """The lines of a box have equal room above and below, and left and right, of them."""
        drawn = picture(icop.draw(_samples.route()).to_svg())

        for box in drawn.boxes:
            inside = drawn.within(box)
            above, below = inside[0].top - box.top, box.bottom - inside[-1].bottom
            assert all(line.left - box.left == pytest.approx(box.right - line.right, abs=0.2) for line in inside)
            assert above == pytest.approx(below, abs=4)

    @given(
        st.lists(_TEXT, min_size=1, max_size=12),
        st.sampled_from(["function", "kind", "organisation", "theme"]),
        st.sampled_from(["slide", "roll"]),
    )
    def test_any_text_fits_or_is_refused(self, labels: list[str], shape: str, paper: str) -> None:
        """Whatever the labels, nothing overlaps: lines are cut by the same widths they are measured with here."""
        boxes = tuple(
            Box(id=f"b{number}", label=_samples.text(label), details=(_samples.text(label),), shape=shape, group="g")
            for number, label in enumerate(labels)
        )
        drawing = icop.Drawing(scene=attrs.evolve(_one(*boxes), paper=paper), lang="nl")

        try:
            written = drawing.to_svg()
        except icop.CannotDrawError:
            assert paper == "slide"
        else:
            assert _geometry.faults(written) == []


def _written(scene: Scene) -> str:
    """The scene laid out and written in Dutch."""
    return icop.Drawing(scene=scene, lang="nl").to_svg()


def _beside(frame: _reading.Rect, point: _reading.Point) -> bool:
    """Whether the point lies just outside the frame."""
    x, y = point
    near = frame.left - 4 <= x <= frame.right + 4 and frame.top - 4 <= y <= frame.bottom + 4
    return near and not (frame.left < x < frame.right and frame.top < y < frame.bottom)


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
