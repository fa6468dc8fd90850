"""A party and its neighbours as two lists beside a bar."""

from __future__ import annotations

import attrs
import pytest

from inburgering_cop.diagrams._picture import Panel, Picture
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Scene
from inburgering_cop.diagrams.webs import _lists
from inburgering_cop.diagrams.webs._sheet import SLIDE
from inburgering_cop.diagrams.writers import svg
from tests.diagrams import _samples
from tests.diagrams._geometry import SLIDE as WIDE
from tests.diagrams._geometry import faults
from tests.diagrams._samples import text


def _scene(*arrows: Arrow, boxes: int, name: str = "Partij", details: tuple[str, ...] = ()) -> Scene:
    """A web around box 0, with its neighbours from 1."""
    group = attrs.evolve(_samples.scene("Groep", in_rows=False).groups[0], mark="1", ink=0)
    return attrs.evolve(
        _samples.flows(),
        groups=(group,),
        boxes=tuple(
            Box(
                id=str(at),
                label=text(f"{name} {at}"),
                details=tuple(map(text, details)) if at else (),
                shape="organisation",
                group="eerst",
            )
            for at in range(boxes)
        ),
        arrows=arrows,
        centre="0",
    )


def _to(at: int, label: str | None = "informeert") -> Arrow:
    return Arrow(tail="0", head=str(at), label=text(label) if label else None, flow="information")


def _from(at: int, label: str | None = "informeert") -> Arrow:
    return Arrow(tail=str(at), head="0", label=text(label) if label else None, flow="decision")


def _picture(scene: Scene) -> Picture:
    picture = _lists.lay_out(scene, "nl", SLIDE)
    assert picture is not None
    assert faults(svg.write(picture), size=WIDE, web=True) == []
    return picture


def _panel(picture: Picture, box: str) -> Panel:
    return next(panel for panel in picture.panels if panel.of.id == box)


class TestLists:
    """Where everything stands."""

    def test_every_line_is_level(self) -> None:
        """Each connection is one level line between its neighbour and the bar, in the order of the scene."""
        scene = _scene(*(arrow for at in range(1, 8) for arrow in (_to(at), _from(at))), boxes=8)

        picture = _picture(scene)

        wires = [wire for wire in picture.wires if wire.tail]
        assert [(wire.tail, wire.head) for wire in wires] == [(arrow.tail, arrow.head) for arrow in scene.arrows]
        assert all(len(wire.points) == 2 and wire.points[0][1] == wire.points[1][1] for wire in wires)

    def test_words_stand_with_who_says_them(self) -> None:
        """What the centre says stands in the bar, what a neighbour says in its card."""
        picture = _picture(_scene(_to(1, "vraagt"), _from(1, "beslist"), _from(2, None), boxes=3))

        assert [words.text for words in _panel(picture, "0").notes] == ["vraagt"]
        assert [words.text for words in _panel(picture, "1").notes] == ["beslist"]
        assert _panel(picture, "2").notes == ()

    def test_lists_are_about_as_high(self) -> None:
        """The neighbours stand at both sides, as many at the left as at the right where they are alike."""
        picture = _picture(_scene(*(_to(at) for at in range(1, 11)), boxes=11))

        bar = _panel(picture, "0")
        assert len([at for at in range(1, 11) if _panel(picture, str(at)).x < bar.x]) == 5

    def test_details_stand_beside_a_name_on_one_line(self) -> None:
        """Where a card has one line, and name and details fit beside each other, it is one row high."""
        one = _picture(_scene(_to(1), boxes=2, details=("3 organisaties",)))
        two = _picture(_scene(_to(1), _from(1), boxes=2, details=("3 organisaties",)))

        assert len({words.y for words in _panel(one, "1").words}) == 1
        assert len({words.y for words in _panel(two, "1").words}) == 2

    def test_name_of_the_bar_makes_room_for_words(self) -> None:
        """Where words of the bar stand beside its name, the name stands beside them, within the bar."""
        picture = _picture(_scene(*(_to(at, "werkt samen, informeert") for at in range(1, 25)), boxes=25))

        bar = _panel(picture, "0")
        assert all(bar.x < words.x < bar.x + bar.width for words in (*bar.words, *bar.notes))

    def test_more_is_smaller(self) -> None:
        """The more neighbours, the smaller the text."""
        few, many = (
            _picture(_scene(*(_from(at) for at in range(1, count)), boxes=count)).panels[0].words[0].size
            for count in (4, 40)
        )

        assert (few, many) == (20, 16)


class TestNoLists:
    """What cannot be drawn so."""

    @pytest.mark.parametrize(
        "scene",
        [
            _scene(boxes=1),
            _scene(_to(1), Arrow(tail="1", head="2"), boxes=3),
            _scene(*(_to(at) for at in range(1, 60)), boxes=60),
            _scene(_to(1), boxes=2, name="Woordenboekenkast" * 6),
            _scene(*(_to(at, "informeert en adviseert over alles") for at in (1, 2)), boxes=3, name="x" * 40),
        ],
        ids=["nobody", "further on", "too high", "long word", "too wide"],
    )
    def test_it_is_refused(self, scene: Scene) -> None:
        """A web whose lines do not all end at its centre, or that the paper has no room for, is no pair of lists."""
        assert _lists.lay_out(scene, "nl", SLIDE) is None
