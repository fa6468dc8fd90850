"""From cells to paper: cards, their lines and the texts at them."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest

from inburgering_cop.diagrams._colours import FLOWS, ink
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams._picture import Panel, Picture, Wire
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from inburgering_cop.diagrams.webs import _web
from inburgering_cop.diagrams.webs._sheet import POSTER, SLIDE
from tests.diagrams import _samples
from tests.diagrams._samples import text

_GROUPS = (
    Group(id="een", label=text("Trede 1"), mark="1", ink=0),
    Group(id="twee", label=text("Trede 2"), mark="2", ink=1),
    Group(id="los", label=text("Los"), ink=3),
)


def _box(name: str, *, shape: str = "kind", group: str | None = "een", marked: bool = False) -> Box:
    return Box(id=name, label=text(f"Partij {name}"), shape=shape, group=group, marked=marked)


def _scene(*boxes: Box, arrows: tuple[Arrow, ...] = (), centre: str | None = None) -> Scene:
    return attrs.evolve(_samples.flows(), groups=_GROUPS, boxes=boxes, arrows=arrows, centre=centre)


def _arrow(tail: str, head: str, label: str | None = "informeert", flow: str | None = "information") -> Arrow:
    return Arrow(tail=tail, head=head, label=text(label) if label else None, flow=flow)


def _painted(scene: Scene) -> Picture:
    picture = _web.lay_out(scene, "nl", SLIDE)
    assert picture is not None
    return picture


def _panel(picture: Picture, name: str) -> Panel:
    return next(panel for panel in picture.panels if panel.of.id == name)


def _wires(picture: Picture) -> list[Wire]:
    return [wire for wire in picture.wires if wire.tail]


class TestCards:
    """The cards."""

    def test_every_box_is_painted_with_its_badge(self) -> None:
        """Each box is a panel in the colours of its group, and after it comes the badge, where the group has a mark."""
        picture = _painted(_scene(_box("a"), _box("b", group="twee"), _box("c", group="los"), _box("d", group=None)))

        shown = [panel.of.id for panel in picture.panels if not panel.of.id.startswith("legend")]
        assert shown == ["a", "a.mark", "b", "b.mark", "c", "d"]
        assert [_panel(picture, name).fill for name in "abcd"] == [ink(number).fill for number in (0, 1, 3, 4)]
        assert [_panel(picture, name).line for name in "abcd"] == [ink(number).line for number in (0, 1, 3, 4)]
        assert [_panel(picture, f"{name}.mark").words[0].text for name in "ab"] == ["1", "2"]
        assert [_panel(picture, f"{name}.mark").fill for name in "ab"] == [ink(0).text, ink(1).text]

    def test_badge_stands_on_the_corner(self) -> None:
        """The disc lies over the upper left corner of its card, nearly all of it outside."""
        picture = _painted(_scene(_box("a")))
        card, mark = _panel(picture, "a"), _panel(picture, "a.mark")

        assert mark.x < card.x < mark.x + mark.width < card.x + 8
        assert mark.y + mark.height / 2 == card.y

    @pytest.mark.parametrize(("shape", "corner"), [("function", 0), ("kind", 10), ("organisation", 22), ("theme", 4)])
    def test_each_type_has_its_own_corners(self, shape: str, corner: float) -> None:
        """Form tells what a party is, beside colour; a mark is a thicker line."""
        picture = _painted(_scene(_box("a", shape=shape), _box("b", shape=shape, marked=True)))

        assert [_panel(picture, name).corner for name in "ab"] == [corner, corner]
        assert [_panel(picture, name).thickness for name in "ab"] == [2, 5]

    def test_name_stands_in_the_middle_of_a_card_without_lines(self) -> None:
        """As much room is left above the name as under it, and on both sides."""
        card = _panel(_painted(_scene(_box("a"))), "a")

        (words,) = card.words
        assert (words.text, words.bold, words.middle) == ("Partij a", True, True)
        assert words.x == card.x + card.width / 2
        assert words.y - 0.36 * words.size == pytest.approx(card.y + card.height / 2, abs=3)

    def test_words_of_lines_stand_in_the_card_at_their_line(self) -> None:
        """What a line means stands where it starts, in its colour, against the side it leaves by."""
        arrows = (_arrow("a", "m"), _arrow("a", "m", "beslist", "decision"), _arrow("b", "m"), _arrow("m", "c"))
        picture = _painted(_scene(_box("m"), _box("a"), _box("b"), _box("c"), arrows=arrows))

        for arrow, wire in zip(arrows, _wires(picture), strict=True):
            card = _panel(picture, arrow.tail)
            label = str(arrow.label)
            (note,) = [each for each in card.notes if each.text == label and abs(each.y - wire.points[0][1]) < 10]
            width = Ruler(size=note.size).width(label)
            right = wire.points[0][0] > card.x + card.width / 2
            assert note.colour == FLOWS[str(arrow.flow)].colour
            assert (note.x + width + 8 == card.x + card.width) if right else (note.x - 8 == card.x)
            assert note.y - 0.36 * note.size == wire.points[0][1]

    def test_line_without_a_word_has_no_note(self) -> None:
        """Structure has no word at its line: the legend says what it is."""
        arrow = Arrow(tail="a", head="b", dashed=True)

        picture = _painted(_scene(_box("a"), _box("b"), arrows=(arrow,)))

        assert [panel.notes for panel in picture.panels if panel.of.id in "ab"] == [(), ()]

    def test_long_bar_has_its_name_at_both_ends_too(self) -> None:
        """The name of a bar stands in its middle; of one as high as a poster at its top and its foot as well."""
        boxes = [_box("m"), *(_box(f"p{number:02}") for number in range(12))]
        arrows = tuple(_arrow(box.id, "m") for box in boxes[1:])
        scene = _scene(*boxes, arrows=arrows, centre="m")
        poster = _web.lay_out(scene, "nl", POSTER)
        assert poster is not None

        named = [
            [each for each in (*_panel(picture, "m").words, *_panel(picture, "m").notes) if each.text == "Partij m"]
            for picture in (_painted(scene), poster)
        ]

        bar = _panel(poster, "m")
        assert [len(each) for each in named] == [1, 3]
        middle, top, foot = (each.y for each in named[1])
        assert bar.y < top < bar.y + 60
        assert bar.y + bar.height - 60 < foot < bar.y + bar.height
        assert middle == pytest.approx(bar.y + bar.height / 2, abs=30)


class TestLines:
    """The lines."""

    def test_each_runs_from_box_to_box(self) -> None:
        """A line starts at the side of its tail and its head touches the side of its head; it is level or upright."""
        names = "abcdefgh"
        arrows = tuple(_arrow(one, other) for one, other in zip(names, names[3:] + names[:3], strict=True))
        picture = _painted(_scene(*map(_box, names), arrows=arrows))

        for arrow, wire in zip(arrows, _wires(picture), strict=True):
            assert (wire.tail, wire.head) == (arrow.tail, arrow.head)
            for (x, y), name in ((wire.points[0], arrow.tail), (wire.points[-1], arrow.head)):
                card = _panel(picture, name)
                assert x in (card.x, card.x + card.width)
                assert card.y < y < card.y + card.height
            for (x, y), (to_x, to_y) in pairwise(wire.points):
                assert (x == to_x) != (y == to_y)

    def test_only_corners_are_kept(self) -> None:
        """Between its ends a line has a point where it turns, and nowhere else."""
        picture = _painted(_scene(*map(_box, "abc"), arrows=(_arrow("a", "b"), _arrow("c", "b"), _arrow("c", "a"))))

        for wire in _wires(picture):
            level = [one[1] == other[1] for one, other in pairwise(wire.points)]
            assert all(one is not other for one, other in pairwise(level))

    @pytest.mark.parametrize("flow", ["information", "decision", "money", "person", None])
    def test_look_follows_the_flow(self, flow: str | None) -> None:
        """A line has the colour, thickness and dashes of what flows along it, which grow with the text."""
        dashed = Arrow(tail="b", head="a", dashed=True)
        picture = _painted(_scene(_box("a"), _box("b"), arrows=(_arrow("a", "b", flow=flow), dashed)))

        scale = _panel(picture, "a").words[0].size / 16
        assert [(wire.colour, wire.thickness, wire.dashes) for wire in _wires(picture)] == [
            (look.colour, look.thickness * scale, tuple(each * scale for each in look.dashes))
            for look in (FLOWS[flow or "other"], FLOWS["structure"])
        ]


class TestAlone:
    """Parties without lines."""

    def test_they_stand_at_the_foot_under_a_heading(self) -> None:
        """Beside a web those without lines stand under it, and a heading says what they are."""
        picture = _painted(_scene(*map(_box, "abc"), arrows=(_arrow("a", "b"),)))

        heading = next(each for each in picture.words if each.text == "Partijen zonder vastgelegde verbinding")
        alone = _panel(picture, "c")
        assert heading.bold
        assert max(_panel(picture, name).y + _panel(picture, name).height for name in "ab") < heading.y - heading.size
        assert heading.y < _panel(picture, "c.mark").y < alone.y

    def test_without_lines_there_is_no_heading(self) -> None:
        """Where nobody has a line, or nobody is without one, no heading stands."""
        alone = _painted(_scene(*map(_box, "abc")))
        tied = _painted(_scene(*map(_box, "ab"), arrows=(_arrow("a", "b"),)))

        assert all("zonder vastgelegde" not in each.text for each in (*alone.words, *tied.words))
