"""The layout of a web: what fits, in what order it is tried, what is refused, and that whatever is drawn is right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import FLOWS
from inburgering_cop.diagrams._picture import Picture, Wire
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Scene
from inburgering_cop.diagrams.webs import _web
from inburgering_cop.diagrams.webs._sheet import POSTER, SLIDE
from inburgering_cop.diagrams.writers import drawio, svg
from tests.diagrams import _samples
from tests.diagrams._geometry import POSTER as A1
from tests.diagrams._geometry import SLIDE as WIDE
from tests.diagrams._geometry import faults
from tests.diagrams._samples import text

_WORDS = st.sampled_from(["informeert", "beslist", "werkt samen met de gemeente", "betaalt*"])
_FLAT = {look.colour: look.thickness for look in FLOWS.values()}
_FLOWS = st.sampled_from(["information", "decision", "money", "person", None])


@cache
def _laid_out() -> tuple[tuple[str, icop.Drawing, Picture, str], ...]:
    """Every bundled web that fits its paper: its name, its drawing, its picture and its SVG."""
    found = []
    for name, drawing in _samples.bundled_webs():
        try:
            picture = drawing._laid_out(".svg")
        except icop.CannotDrawError:
            continue
        found.append((name, drawing, picture, svg.write(picture)))
    return tuple(found)


def _scene(boxes: int, *pairs: str, centre: str | None = None) -> Scene:
    """A web of boxes a, b, c … with a line that informs for each pair."""
    names = "abcdefghijklmnopqrstuvwxyz"[:boxes]
    return attrs.evolve(
        _samples.flows(),
        boxes=tuple(Box(id=name, label=text(f"Partij {name}"), shape="kind") for name in names),
        arrows=tuple(Arrow(tail=pair[0], head=pair[1], label=text("informeert")) for pair in pairs),
        centre=centre,
    )


def _sizes(picture: Picture) -> set[float]:
    """The sizes of the names on the cards."""
    return {words.size for panel in picture.panels for words in panel.words if words.text.startswith("Partij")}


def _looks(wires: list[Wire]) -> set[tuple[str, float, tuple[float, ...]]]:
    """How lines look, in the scale of their picture."""
    unit = min((wire.thickness / _FLAT[wire.colour] for wire in wires), default=1.0)
    return {
        (wire.colour, round(wire.thickness / unit, 3), tuple(round(each / unit, 3) for each in wire.dashes))
        for wire in wires
    }


@pytest.mark.whole
class TestBundled:
    """Every web of the bundled knowledge."""

    def test_geometry_of_every_web_is_right(self) -> None:
        """Nothing overlaps, every text fits its card and can be read, lines keep apart and run clear of text."""
        size = {WIDE[0]: WIDE, A1[0]: A1}

        wrong = {
            name: found
            for name, _, picture, written in _laid_out()
            if (found := faults(written, size=size[picture.width], web=True))
        }

        assert wrong == {}

    def test_the_keten_is_a_poster_in_both_languages(self) -> None:
        """The whole keten is laid out, on A1 landscape."""
        posters = [
            (picture.width, picture.height) for name, _, picture, _ in _laid_out() if name in ("keten nl", "keten en")
        ]

        assert posters == [A1, A1]

    def test_every_neighbourhood_is_a_slide(self) -> None:
        """A partner with its neighbours fits a slide, whoever it is."""
        webs = [name for name, _ in _samples.bundled_webs() if name.startswith("around") and " in 2" not in name]
        drawn = [name for name, *_ in _laid_out()]

        assert [name for name in webs if name not in drawn] == []
        assert {size for name, _, picture, _ in _laid_out() if name in webs for size in [picture.width]} == {WIDE[0]}

    def test_every_box_and_line_is_drawn(self) -> None:
        """Each box of the scene is a panel with its badge; each arrow a wire, or one with others of its kind."""
        for name, drawing, picture, _ in _laid_out():
            scene = drawing.scene
            panels = [panel.of.id for panel in picture.panels if not panel.of.id.startswith("legend-")]
            assert sorted(panels) == sorted(each for box in scene.boxes for each in (box.id, f"{box.id}.mark")), name
            wires = [(wire.tail, wire.head) for wire in picture.wires if wire.tail]
            arrows = [(arrow.tail, arrow.head) for arrow in scene.arrows]
            assert wires == arrows or set(wires) == set(arrows), name

    def test_every_text_is_shown(self) -> None:
        """Title, names with asterisk and details, words at lines, legend and source stand in the picture, whole."""
        for name, drawing, picture, _ in _laid_out():
            scene, lang = drawing.scene, drawing.lang
            for box in scene.boxes:
                panel = next(each for each in picture.panels if each.of.id == box.id)
                shown = "".join("".join(words.text for words in panel.words).split())
                wanted = (box.named(lang), *(each.get(lang) for each in box.details))
                assert all("".join(each.split()) in shown for each in wanted), (name, box.id)
            for arrow in scene.arrows:
                panel = next(each for each in picture.panels if each.of.id == arrow.tail)
                notes = {word for words in panel.notes for word in words.text.rstrip(",").split(", ")}
                assert not arrow.label or arrow.label.get(lang) in notes, (name, arrow)
            shown = "".join("".join(words.text for words in picture.words).split())
            legend = [line.get(lang) for line in scene.legend]
            looks = {phrases.text(f"legend.flow.{flow}", lang) for flow in FLOWS}
            meant = [line.partition(": ")[2] if line in looks else line for line in legend]
            wanted = (scene.title.get(lang), *meant, scene.source.get(lang))
            assert all("".join(each.split()) in shown for each in wanted), name

    def test_notes_stand_in_their_own_card(self) -> None:
        """What a card says of a line stands within that card."""
        for name, _, picture, _ in _laid_out():
            for panel in picture.panels:
                for words in panel.notes:
                    assert panel.x <= words.x <= panel.x + panel.width, (name, words.text)
                    assert panel.y < words.y < panel.y + panel.height, (name, words.text)

    def test_legend_has_what_is_drawn(self) -> None:
        """Each look of a line in a picture has its sample, alike but for its scale; each badge its explanation."""
        for name, _, picture, _ in _laid_out():
            lines, samples = (
                _looks([wire for wire in picture.wires if bool(wire.tail) is tied]) for tied in (True, False)
            )
            badges = [panel for panel in picture.panels if panel.of.id.endswith(".mark")]
            cards, legend = (
                {
                    (panel.words[0].text, panel.fill)
                    for panel in badges
                    if panel.of.id.startswith("legend-") is explained
                }
                for explained in (False, True)
            )
            assert lines == samples, name
            assert cards == legend, name

    def test_every_web_is_a_drawio_file(self) -> None:
        """In draw.io each card, badge and line is a cell of its own; so is each word at a line."""
        for name, _, picture, _ in _laid_out():
            written = drawio.write(picture)

            assert written.count('edge="1"') == len(picture.wires), name
            texts = len(picture.words) + sum(len(panel.notes) for panel in picture.panels)
            assert written.count('vertex="1"') == len(picture.panels) + texts, name


class TestFits:
    """What is tried, and what fits."""

    def test_little_is_large(self) -> None:
        """A web of a few parties has the largest text of its paper."""
        scene = _scene(3, "ab", "cb")

        for paper in (SLIDE, POSTER):
            picture = _web.lay_out(scene, "nl", paper)
            assert picture is not None
            assert _sizes(picture) == {paper.sizes[0]}

    def test_more_is_smaller(self) -> None:
        """The more there is, the smaller the text, down to what can be read."""
        names = "bcdefghijklmnopqrstuvwxyz"

        sizes = []
        for count in (2, 6, 16, 22):
            pairs = [pair for name in names[:count] for pair in (f"{name}a", f"a{name}")]
            picture = _web.lay_out(_scene(count + 1, *pairs, centre="a"), "nl", SLIDE)
            assert picture is not None
            sizes.append(max(_sizes(picture)))

        assert sizes == sorted(sizes, reverse=True)
        assert sizes[0] > sizes[-1] >= 16

    @pytest.mark.parametrize("centre", [None, "a"])
    def test_one_party_stands_alone(self, centre: str | None) -> None:
        """A web of one party, in the middle or not, is that party."""
        picture = _web.lay_out(_scene(1, centre=centre), "nl", SLIDE)

        assert picture is not None
        (card,) = picture.panels
        assert card.of.id == "a"
        assert faults(svg.write(picture), size=WIDE, web=True) == []

    def test_nothing_is_drawn_empty(self) -> None:
        """Without boxes there is a paper with its title, its legend and its source."""
        picture = _web.lay_out(_scene(0), "nl", SLIDE)

        assert picture is not None
        assert not picture.panels
        assert faults(svg.write(picture), size=WIDE, web=True) == []

    def test_either_paper_is_a_slide_where_that_fits(self) -> None:
        """What may be either is a slide if it fits one, and else a poster."""
        few, many = (
            attrs.evolve(
                _scene(count, *(f"{tail}{head}" for tail in "abcdefgh"[:most] for head in "ijklmnop"[:most])),
                paper="either",
            )
            for count, most in ((16, 2), (16, 8))
        )

        assert [_web.laid_out(scene, "nl", suffix=".svg").width for scene in (few, many)] == [WIDE[0], A1[0]]


class TestRefused:
    """What does not fit."""

    def test_too_many_boxes_are_refused(self) -> None:
        """More boxes than a slide holds are an error that names the limit."""
        with pytest.raises(icop.CannotDrawError, match="a slide holds 30 at most"):
            icop.draw(icop.load(), size="slide").to_svg()

    @pytest.mark.parametrize("paper", ["slide", "poster"])
    def test_what_no_size_of_text_fits_is_refused(self, paper: str) -> None:
        """A name that no card can hold is an error, whatever the paper; the text alternative has it."""
        long = Box(id="z", label=text(" ".join(["woordenboekenkast"] * 4000)), shape="kind")
        scene = attrs.evolve(_scene(3, "ab"), boxes=(*_scene(3).boxes, long), paper=paper)

        with pytest.raises(icop.CannotDrawError, match="more than fits the paper"):
            _web.laid_out(scene, "nl", suffix=".svg")

    def test_line_without_a_way_is_refused(self) -> None:
        """Cards that fit, between which not all lines do, are no web."""
        every = [f"{tail}{head}" for tail in "abcdefghijkl" for head in "abcdefghijkl" if tail != head]

        assert _web.lay_out(_scene(12, *every), "nl", SLIDE) is None


@st.composite
def _scenes(draw: st.DrawFn) -> Scene:
    """A small web: boxes with short and long names, lines of every look, perhaps around one."""
    count = draw(st.integers(0, 9))
    names = [f"p{number}" for number in range(count)]
    boxes = [
        Box(
            id=name,
            label=text(draw(st.sampled_from(["DUO", "Gemeente", "Vereniging van Nederlandse Gemeenten"]))),
            details=tuple(text("18 organisaties") for _ in range(draw(st.integers(0, 2)))),
            shape=draw(st.sampled_from(["function", "kind", "organisation"])),
            group="eerst",
        )
        for name in names
    ]
    ends = st.tuples(st.sampled_from(names or [""]), st.sampled_from(names or [""])).filter(
        lambda two: two[0] != two[1]
    )
    arrows = [
        Arrow(tail=tail, head=head, label=text(draw(_WORDS)), flow=draw(_FLOWS))
        for tail, head in (draw(st.lists(ends, max_size=14)) if count > 1 else [])
    ]
    centre = draw(st.sampled_from([None, *names]))
    if centre:
        reached = set(_reached(centre, arrows))
        boxes = [box for box in boxes if box.id in reached]
        arrows = [arrow for arrow in arrows if {arrow.tail, arrow.head} <= reached]
    return attrs.evolve(
        _samples.flows(),
        groups=(attrs.evolve(_samples.scene("Groep", in_rows=False).groups[0], mark="1", ink=0),),
        boxes=tuple(boxes),
        arrows=tuple(arrows),
        centre=centre,
    )


def _reached(centre: str, arrows: list[Arrow]) -> Iterator[str]:
    found, waiting = {centre}, [centre]
    while waiting:
        at = waiting.pop()
        yield at
        for arrow in arrows:
            for one, other in ((arrow.tail, arrow.head), (arrow.head, arrow.tail)):
                if one == at and other not in found:
                    found.add(other)
                    waiting.append(other)


class TestProperties:
    """Any web."""

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(_scenes())
    def test_it_is_right_or_refused(self, scene: Scene) -> None:
        """Whatever the boxes and lines, a slide is drawn without faults, or not at all: never half, never a crash."""
        picture = _web.lay_out(scene, "nl", SLIDE)

        if picture is not None:
            assert faults(svg.write(picture), size=WIDE, web=True) == []
            assert len([wire for wire in picture.wires if wire.tail]) == len(scene.arrows)
