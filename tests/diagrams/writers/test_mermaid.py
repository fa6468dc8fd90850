"""Mermaid: a flowchart in which every name is a label, and every label is shown as text."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import attrs
import networkx as nx
import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._scene import Arrow, Box
from inburgering_cop.diagrams.writers import mermaid
from tests.diagrams import _reading, _samples, _snapshots

_LABEL = r'"[^"`]*"'
_STATEMENTS = (
    r"flowchart (TB|LR)",
    r"  acc(Title|Descr): [^#;{}%<>]+",
    rf"  subgraph n\d+\[{_LABEL}\]",
    r"    direction TB",
    r"  end",
    rf" {{2,4}}n\d+(\[{_LABEL}\]|\({_LABEL}\)|\(\[{_LABEL}\]\)|\{{\{{{_LABEL}\}}\}}|>{_LABEL}\])",
    rf"  n\d+ (-->|-\.->)(\|{_LABEL}\|)? n\d+",
    r"  n\d+ ~~~ (n\d+|legend)",
    rf"  legend\[{_LABEL}\]",
    r"  classDef (ink\d|marked|dotted|legend) [a-z-]+:[^;]+",
    r"  class (n\d+(,n\d+)*|legend) (ink\d|marked|dotted|legend)",
    r"  linkStyle \d+(,\d+)* stroke:#\w{6},stroke-width:[\d.]+px(,stroke-dasharray:\d+ \d+)?",
    r"  style n\d+ fill:#\w{6},stroke:#\w{6},color:#\w{6}",
)


def _body(text: str) -> list[str]:
    return text.split("\n---\n", 1)[1].splitlines()


def _foreign(text: str) -> list[str]:
    """The lines that are no statement this writer means to write."""
    return [line for line in _body(text) if not any(re.fullmatch(each, line) for each in _STATEMENTS)]


class TestSnapshots:
    """The small knowledge base, byte for byte."""

    @pytest.mark.parametrize("name", _snapshots.names())
    def test_picture_is_what_it_was(self, name: str) -> None:
        """A drawing is written as it was when its snapshot was kept."""
        _snapshots.hold(name, "mmd")


class TestForm:
    """The text as a Mermaid flowchart."""

    def test_front_matter_holds_the_title(self) -> None:
        """The title stands in the front matter as one quoted line, and again, with the description, for readers."""
        lines = mermaid.write(_samples.scene('Zegt "x": y', in_rows=True), "nl").splitlines()

        assert lines[:9] == [
            "---",
            'title: "Zegt \\"x\\": y"',
            "config:",
            "  flowchart:",
            "    wrappingWidth: 420",
            "---",
            "flowchart TB",
            '  accTitle: Zegt "x": y',
            '  accDescr: Zegt "x": y',
        ]

    def test_title_holds_no_tag_or_code(self) -> None:
        """What Mermaid would drop from a title as a tag, or read as a code, has signs that look alike."""
        scene = _samples.scene('<script>alert(1)</script> "q" &lt; A & B', in_rows=True)

        lines = mermaid.write(scene, "nl").splitlines()

        assert lines[1] == 'title: "‹script›alert(1)‹/script› \\"q\\" ＆lt; A & B"'
        assert lines[7] == '  accTitle: ‹script›alert(1)‹/script› "q" &lt A & B'

    def test_direction_follows_the_layout(self) -> None:
        """Rows run down the page; a graph runs from left to right."""
        assert "flowchart TB" in mermaid.write(_samples.scene("x", in_rows=True), "nl").splitlines()
        assert "flowchart LR" in mermaid.write(_samples.scene("x", in_rows=False), "nl").splitlines()

    @pytest.mark.parametrize(
        ("shape", "form"),
        [
            ("function", '["x"]'),
            ("kind", '("x")'),
            ("organisation", '(["x"])'),
            ("theme", '{{"x"}}'),
            ("note", '>"x"]'),
        ],
    )
    def test_each_type_has_its_own_form(self, shape: str, form: str) -> None:
        """A function, a kind, an organisation and a theme each have another form."""
        scene = attrs.evolve(
            _samples.scene("y", in_rows=False),
            boxes=(Box(id="a", label=_samples.text("x"), shape=shape),),
            groups=(),
            arrows=(),
        )

        assert f"  n1{form}" in mermaid.write(scene, "nl").splitlines()

    def test_arrows_are_solid_or_dashed(self) -> None:
        """An arrow runs from its tail to its head with its label; a dashed one."""
        lines = mermaid.write(_samples.scene("x", in_rows=False), "nl").splitlines()

        assert [line for line in lines if "->" in line] == ['  n4 -->|"x"| n5', '  n5 -.->|"x"| n4']

    def test_arrows_of_a_web_are_drawn_as_the_legend_says(self) -> None:
        """Each kind of flow has its colour, and thickness or dashes beside it; arrows between rows have none."""
        lines = mermaid.write(_samples.flows(), "nl").splitlines()
        rows = icop.draw(_samples.route()).to_mermaid()

        assert [line for line in lines if "linkStyle" in line] == [
            "  linkStyle 0 stroke:#1B59A4,stroke-width:2px",
            "  linkStyle 1 stroke:#B70000,stroke-width:3.5px",
            "  linkStyle 2 stroke:#006827,stroke-width:2px,stroke-dasharray:14 5",
            "  linkStyle 3 stroke:#844C12,stroke-width:3.5px,stroke-dasharray:4 4",
            "  linkStyle 4 stroke:#595959,stroke-width:2px",
            "  linkStyle 5 stroke:#595959,stroke-width:2px",
            "  linkStyle 6 stroke:#595959,stroke-width:2px,stroke-dasharray:7 6",
        ]
        assert "linkStyle" not in rows

    def test_words_of_parallel_arrows_stand_at_one_line(self) -> None:
        """Arrows of one flow in one direction are one line with their words, each once; other arrows stay apart."""
        said = [("ab", "meldt", "information"), ("ab", "vraagt", "information"), ("ab", "beslist", "decision")]
        said += [("ba", "meldt", "information"), ("ab", "meldt", "information"), ("ab", "toetst*", "information")]
        arrows = tuple(
            Arrow(tail=ends[0], head=ends[1], label=_samples.text(label), flow=flow) for ends, label, flow in said
        )

        lines = mermaid.write(attrs.evolve(_samples.flows(), arrows=arrows), "nl").splitlines()

        assert [line for line in lines if "->" in line] == [
            '  n1 -->|"meldt, vraagt, toetst#42;"| n2',
            '  n1 -->|"beslist"| n2',
            '  n2 -->|"meldt"| n1',
        ]
        assert [line for line in lines if "linkStyle" in line] == [
            "  linkStyle 0,2 stroke:#1B59A4,stroke-width:2px",
            "  linkStyle 1 stroke:#B70000,stroke-width:3.5px",
        ]

    def test_lines_of_a_web_run_through_the_places_of_their_words(self) -> None:
        """A web asks for the curve that keeps the words of lines between two parties apart; rows do not need it."""
        web, rows = (mermaid.write(_samples.scene("x", in_rows=in_rows), "nl") for in_rows in (False, True))

        assert "\n    curve: monotoneX\n---\n" in web
        assert "curve" not in rows

    def test_rows_keep_their_order_without_arrows(self) -> None:
        """Groups without arrows between them are tied in order by invisible lines, and the legend comes last."""
        drawing = icop.draw(_samples.community(), kb=_samples.small())

        lines = drawing.to_mermaid().splitlines()

        assert [line for line in lines if "~~~" in line] == ["  n1 ~~~ n2", "  n2 ~~~ n3", "  n3 ~~~ legend"]

    def test_marks_are_lines_not_only_colour(self) -> None:
        """What settles the matter has a thick border, what is general a dotted one."""
        lines = mermaid.write(_samples.scene("x", in_rows=True), "nl").splitlines()

        assert "  classDef marked stroke-width:4px" in lines
        assert "  classDef dotted stroke-dasharray:2 3" in lines
        assert [line for line in lines if line.startswith("  class n")] == [
            "  class n4 ink0",
            "  class n5 ink1",
            "  class n5 marked",
            "  class n5 dotted",
        ]

    def test_language_is_that_asked_for(self) -> None:
        """In English every word is English."""
        text = icop.draw(_samples.route(), lang="en").to_mermaid()

        assert 'title: "Drietrapsraket: Timetable | hours, Voorbeeldstad"' in text
        assert "<br/>School: informs, School: decides in the individual case<br/>" in text
        assert '  legend["Legend:<br/>square corners' in text

    def test_community_without_participants_or_themes_is_drawn(self) -> None:
        """A community of which nobody and nothing is known yet still gives a picture: title, legend and source."""
        empty = attrs.evolve(_samples.community(), participations=(), themes=())

        text = icop.draw(empty, kb=_samples.small()).to_mermaid()

        assert _foreign(text) == []

    def test_empty_graph_is_drawn(self) -> None:
        """A graph without nodes gives a picture with a legend and no statement about boxes."""
        text = icop.draw(nx.MultiDiGraph()).to_mermaid()

        assert _foreign(text) == []
        assert not re.search(r"^  (subgraph|class n|style)", text, re.MULTILINE)


class TestContent:
    """Every label, and nothing that is no label."""

    def test_every_bundled_picture_is_well_formed(self) -> None:
        """No line of any bundled picture is anything but a statement the writer means to write."""
        pictures = (*_samples.bundled_rows(), *_samples.bundled_graphs())

        wrong = [(name, line) for name, drawing in pictures for line in _foreign(drawing.to_mermaid())]

        assert wrong == []

    def test_every_bundled_label_is_shown(self) -> None:
        """Every group, box, arrow and legend line of every bundled picture is shown as it is."""
        for name, drawing in (*_samples.bundled_rows(), *_samples.bundled_graphs()):
            scene, lang = drawing.scene, drawing.lang
            wanted = [line.get(lang) for box in scene.boxes for line in box.details]
            wanted += [box.named(lang) for box in scene.boxes]
            wanted += [line.get(lang) for line in (*scene.legend, scene.source)]
            wanted += [". ".join(line.get(lang) for line in (each.label, *each.details)) for each in scene.groups]
            words = {arrow.label.get(lang) for arrow in scene.arrows if arrow.label}

            shown = _reading.mermaid_labels(drawing.to_mermaid())
            missing = set(wanted) - set(shown) | words - {word for label in shown for word in label.split(", ")}

            assert missing == set(), name

    @pytest.mark.parametrize("in_rows", [True, False])
    def test_tricky_labels_are_shown_as_text(self, in_rows: bool) -> None:
        """Whatever a label holds, it is shown in every place, and the statements stay what they are."""
        for label, drawing in _samples.tricky_drawings(in_rows=in_rows):
            text = drawing.to_mermaid()

            shown = _reading.mermaid_labels(text)
            assert _foreign(text) == [], label
            assert json.loads(text.splitlines()[1].removeprefix("title: ")) == _reading.mermaid_title(label)
            assert shown == [
                label,
                f"{label}. {label}",
                *[label] * 3,
                label,
                *[label] * 2,
                *[label] * 2,
                "Legenda:",
                *[label] * 2,
            ], label


class TestContrast:
    """Colours, from the text."""

    def test_text_and_lines_have_contrast(self) -> None:
        """Text reaches 4.5 on its fill and every border 3 on white, in every style the text defines."""
        text = "\n".join(drawing.to_mermaid() for _, drawing in _samples.bundled_graphs())

        styles = set(re.findall(r"fill:(#\w{6}),stroke:(#\w{6}),color:(#\w{6})", text))

        strokes = {stroke for _, stroke, _ in styles} | set(re.findall(r"linkStyle [\d,]+ stroke:(#\w{6})", text))

        assert (len(styles) >= 7, len(strokes) >= 9) == (True, True)
        for fill, _, colour in styles:
            assert _reading.contrast(colour, fill) >= 4.5
        assert all(_reading.contrast(stroke, _reading.PAPER) >= 3 for stroke in strokes)


class TestLimits:
    """What Mermaid does not draw."""

    def test_more_than_500_arrows_is_refused(self) -> None:
        """501 arrows are an error that names the limit and the filter that helps; 500 are drawn."""
        scene = _samples.scene("x", in_rows=False)
        boxes = tuple(Box(id=f"b{at}", label=_samples.text("x"), shape="kind") for at in range(502))
        arrows = tuple(Arrow(tail=one.id, head=other.id) for one, other in pairwise(boxes))
        most, more = (attrs.evolve(scene, boxes=boxes, arrows=each) for each in (arrows[:500], arrows))

        assert mermaid.write(most, "nl").count(" --> ") == 500
        with pytest.raises(icop.CannotDrawError) as caught:
            mermaid.write(more, "nl")

        assert str(caught.value) == (
            "This drawing has 501 arrows; Mermaid draws 500 at most. Draw a part, for instance a theme "
            "(kb.graph(theme=…)) or a phase (phase=…). Possible: .dot."
        )

    def test_more_than_50000_characters_is_refused(self) -> None:
        """A text Mermaid does not take is an error with how long it is, in Dutch too."""
        scene = attrs.evolve(_samples.scene("x", in_rows=False), title=_samples.text("lang " * 12_000))

        with pytest.raises(icop.CannotDrawError) as caught:
            mermaid.write(scene, "nl")

        assert re.search(r"^Deze tekening heeft 1\d{5} tekens; Mermaid tekent er hoogstens 50000\.", caught.value.nl)
