"""DOT: Graphviz takes it, and shows every label as text."""

from __future__ import annotations

import re
import shutil
import subprocess
from xml.etree import ElementTree

import attrs
import networkx as nx
import pytest

import inburgering_cop as icop
from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import FLOWS
from inburgering_cop.diagrams.scenes._scene import Box
from inburgering_cop.diagrams.scenes._wording import flows
from inburgering_cop.diagrams.writers import dot
from tests.diagrams import _reading, _samples, _snapshots

_GRAPHVIZ = shutil.which("dot")
_needs_graphviz = pytest.mark.skipif(_GRAPHVIZ is None, reason="the program `dot` of Graphviz is not on the PATH")


def _rendered(text: str) -> ElementTree.Element:
    """`text` as Graphviz draws it; a complaint of Graphviz fails the test."""
    assert _GRAPHVIZ
    done = subprocess.run([_GRAPHVIZ, "-Tsvg"], input=text.encode(), capture_output=True, check=False)

    assert (done.returncode, done.stderr.decode()) == (0, "")
    return ElementTree.fromstring(done.stdout)  # noqa: S314


def _words(svg: ElementTree.Element) -> str:
    """The words Graphviz shows, without spaces."""
    return _joined("".join(element.text or "" for element in svg.iter("{http://www.w3.org/2000/svg}text")))


def _places(svg: ElementTree.Element, cls: str) -> list[tuple[float, float, float, float]]:
    """The left, top, right and bottom of each text of the clusters or the edges, about as wide as it is drawn."""
    found = []
    for group in svg.iter("{http://www.w3.org/2000/svg}g"):
        for text in group.iter("{http://www.w3.org/2000/svg}text") if group.get("class") == cls else ():
            x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
            half = len(text.text or "") * size / 4
            found.append((x - half, y - 0.8 * size, x + half, y + 0.2 * size))
    return found


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _joined(text: str) -> str:
    """`text` without spaces, so that it does not matter where a line breaks."""
    return "".join(text.split())


class TestSnapshots:
    """The small knowledge base, byte for byte."""

    @pytest.mark.parametrize("name", _snapshots.names())
    def test_picture_is_what_it_was(self, name: str) -> None:
        """A drawing is written as it was when its snapshot was kept."""
        _snapshots.hold(name, "dot")


class TestForm:
    """The text as DOT."""

    @pytest.mark.parametrize(
        ("shape", "form"),
        [
            ("function", 'shape=box, style="filled"'),
            ("kind", 'shape=box, style="rounded,filled"'),
            ("organisation", 'shape=box, style="rounded,filled", peripheries=2'),
            ("theme", 'shape=hexagon, margin="0,0.04", style="filled"'),
            ("note", 'shape=note, style="filled"'),
        ],
    )
    def test_each_type_has_its_own_form(self, shape: str, form: str) -> None:
        """A function, a kind, an organisation and a theme each have another form."""
        boxes = (Box(id="a", label=_samples.text("x"), shape=shape),)
        scene = attrs.evolve(_samples.scene("y", in_rows=False), boxes=boxes, groups=(), arrows=())

        assert f'  n1 [label="x", {form}, fillcolor="#FFFFFF", color="#868686"]' in dot.write(scene, "nl").splitlines()

    def test_marks_are_lines_not_only_colour(self) -> None:
        """What settles the matter has a thick border, what is general a dotted one."""
        text = dot.write(_samples.scene("x", in_rows=True), "nl")

        assert 'style="rounded,filled,dotted", peripheries=2' in text
        assert text.count("penwidth=4") == 1

    def test_long_lines_break(self) -> None:
        """A line of a box breaks between words after 34 letters at most."""
        label = "een hele lange naam die niet op één regel van een hokje past"
        scene = _samples.scene(label, in_rows=True)

        text = dot.write(scene, "nl")

        assert 'label="een hele lange naam die niet op\\néén regel van een hokje past\\neen hele' in text

    def test_arrows_between_groups_are_cut_at_their_edges(self) -> None:
        """An arrow between groups runs between their first boxes and stops at the edges of the groups."""
        text = icop.draw(_samples.route()).to_dot()

        assert "  n4 -> n5 [lhead=cluster_n1]" in text
        assert "  n5 -> n6 [ltail=cluster_n1, lhead=cluster_n2]" in text
        assert "  n6 -> n7 [ltail=cluster_n2, lhead=cluster_n3]" in text

    def test_arrows_are_drawn_as_the_legend_says(self) -> None:
        """Each kind of flow has its colour, and thickness or dashes beside it; a bare arrow has no attributes."""
        scene = _samples.flows()

        lines = dot.write(scene, "nl").splitlines()

        assert [line for line in lines if "->" in line] == [
            '  n1 -> n2 [label="informeert", color="#1B59A4"]',
            '  n1 -> n2 [label="beslist", color="#B70000", penwidth=3]',
            '  n1 -> n2 [label="betaalt", color="#006827", style=dashed]',
            '  n1 -> n2 [label="biedt onderdak", color="#844C12", penwidth=3, style=dotted]',
            "  n1 -> n2",
            "  n1 -> n2",
            "  n1 -> n2 [style=dashed]",
        ]

    def test_legend_says_what_dot_draws(self) -> None:
        """Short dashes are dots in DOT, and the legend says so; every other line is as elsewhere."""
        scene = attrs.evolve(_samples.flows(), legend=flows(_samples.flows().arrows))

        lines = _reading.dot_strings(dot.write(scene, "nl"))
        en = _reading.dot_strings(dot.write(scene, "en"))

        assert "bruine gestippelde pijl: een persoon" in lines
        assert "brown dotted arrow: a person" in en
        assert "bruine pijl met korte strepen: een persoon" not in lines
        assert "groene pijl met lange strepen: geld" in lines

    def test_boxes_stand_in_rows_of_five(self, kb: icop.KnowledgeBase) -> None:
        """No row of any bundled route or community holds more than five boxes, and every box stands in one row."""
        for name, drawing in _samples.bundled_rows():
            rows = re.findall(r"^  \{rank=same; ([^\[};]+)", drawing.to_dot(), re.MULTILINE)
            boxes = [box for row in rows for box in row.strip().split(" -> ")]

            assert max(len(row.split(" -> ")) for row in rows) <= 5, name
            assert len(boxes) == len(set(boxes)) == len([box for box in drawing.scene.boxes if box.group]), name

    def test_direction_follows_the_layout(self) -> None:
        """Rows run down the page; a graph runs from left to right, and gets no rows."""
        rows, graph = (dot.write(_samples.scene("x", in_rows=in_rows), "nl") for in_rows in (True, False))

        assert "rankdir=TB" in rows
        assert "rankdir=LR" in graph
        assert "style=invis" not in graph


class TestContent:
    """Every label, shown as text."""

    def test_tricky_labels_are_shown_as_text(self) -> None:
        """Whatever a label holds, it is read back in every place it stands."""
        for label, drawing in _samples.tricky_drawings(in_rows=False):
            text = drawing.to_dot()

            shown = " ".join(_reading.dot_strings(text)).replace("Legenda:", "")
            assert shown.count(label) == 15, label

    def test_every_bundled_label_is_shown(self) -> None:
        """Every box, group, arrow and legend line of every bundled picture stands in it."""
        for name, drawing in (*_samples.bundled_rows(), *_samples.bundled_graphs()):
            scene, lang = drawing.scene, drawing.lang
            wanted = [line.get(lang) for each in scene.ends for line in (each.label, *each.details)]
            wanted += [arrow.label.get(lang) for arrow in scene.arrows if arrow.label]
            dashes, dots = (phrases.text(f"legend.{each}.person", lang) for each in ("flow", "dot"))
            wanted += [line.get(lang).replace(dashes, dots) for line in scene.legend]
            wanted += [line.get(lang) for line in (scene.source, scene.title, scene.description)]

            shown = _joined(" ".join(_reading.dot_strings(drawing.to_dot())))

            assert [line for line in wanted if _joined(line) not in shown] == [], name


@_needs_graphviz
class TestGraphviz:
    """Graphviz itself."""

    @pytest.mark.parametrize("in_rows", [True, False])
    def test_tricky_labels_are_drawn_as_text(self, in_rows: bool) -> None:
        """Graphviz takes every tricky label without a complaint and draws it as it is."""
        for label, drawing in _samples.tricky_drawings(in_rows=in_rows):
            words = _words(_rendered(drawing.to_dot()))

            assert _joined(label) in words

    def test_bundled_rows_are_drawn(self) -> None:
        """Graphviz draws every bundled community and the routes in Rotterdam without a complaint, every name in it."""
        some = [
            (name, each) for name, each in _samples.bundled_rows() if "Rotterdam nl" in name or " " not in name[:-3]
        ]

        for name, drawing in some:
            words = _words(_rendered(drawing.to_dot()))

            missing = [box.id for box in drawing.scene.boxes if _joined(box.label.get(drawing.lang)) not in words]
            assert missing == [], name

    def test_the_keten_is_drawn(self) -> None:
        """Graphviz draws the whole keten and its parts without a complaint, every box with its name."""
        for name, drawing in _samples.bundled_graphs():
            words = _words(_rendered(drawing.to_dot()))

            missing = [box.id for box in drawing.scene.boxes if _joined(box.label.get(drawing.lang)) not in words]
            assert missing == [], name

    def test_words_at_lines_stand_clear_of_headings(self, kb: icop.KnowledgeBase) -> None:
        """No word at a line of a web lies over the heading of a frame."""
        for partner in (*[*kb.partners.values()][::9], kb.partners["duo"], kb.partners["argonaut"]):
            root = _rendered(icop.draw(partner).to_dot())

            headings, words = _places(root, "cluster"), _places(root, "edge")

            assert len(headings) >= 1
            assert [(one, other) for one in headings for other in words if _overlap(one, other)] == [], partner.id

    def test_community_without_participants_or_themes_is_drawn(self) -> None:
        """A community of which nobody and nothing is known yet still gives a picture Graphviz takes."""
        empty = attrs.evolve(_samples.community(), participations=(), themes=())

        words = _words(_rendered(icop.draw(empty, kb=_samples.small()).to_dot()))

        assert "TafelNoord" in words

    def test_empty_graph_is_drawn(self) -> None:
        """Graphviz takes a graph without nodes."""
        assert "Legenda:" in _words(_rendered(icop.draw(nx.MultiDiGraph()).to_dot()))


class TestContrast:
    """Colours, from the text."""

    def test_text_and_lines_have_contrast(self) -> None:
        """Text reaches 4.5 on the fill it stands on and every line 3 on white."""
        text = "\n".join(drawing.to_dot() for _, drawing in _samples.bundled_graphs())
        words = set(re.findall(r'fontcolor="(#\w{6})"', text))
        fills = set(re.findall(r'fillcolor="(#\w{6})"', text))
        lines = set(re.findall(r'[ ]color="(#\w{6})"', text))
        assert {look.colour for look in FLOWS.values()} <= lines
        on_boxes = set(re.findall(r'node \[[^\]]*fontcolor="(#\w{6})"', text))

        assert len(fills) >= 4
        assert on_boxes == {"#1B1B1B"}
        assert all(_reading.contrast(word, _reading.PAPER) >= 4.5 for word in words)
        assert all(_reading.contrast(word, fill) >= 4.5 for word in on_boxes for fill in fills)
        assert all(_reading.contrast(line, _reading.PAPER) >= 3 for line in lines)
