"""The scene: boxes by group, and everything an arrow can end at."""

from __future__ import annotations

import attrs
import pytest

from inburgering_cop.diagrams.scenes._scene import Scene
from tests.diagrams import _samples


def _scene() -> Scene:
    return _samples.scene("x", in_rows=True)


class TestWithin:
    """Boxes by group."""

    @pytest.mark.parametrize(("group", "ids"), [(None, ["los"]), ("eerst", ["a"]), ("dan", ["b"]), ("nergens", [])])
    def test_boxes_are_found_by_their_group(self, group: str | None, ids: list[str]) -> None:
        """`within` gives the boxes of one group in order; None gives those that stand on their own."""
        assert [box.id for box in _scene().within(group)] == ids


class TestEnds:
    """What an arrow starts and ends at."""

    def test_groups_come_before_boxes(self) -> None:
        """The ends are the groups in order, then the boxes in order."""
        assert [end.id for end in _scene().ends] == ["eerst", "dan", "los", "a", "b"]

    def test_an_end_has_a_label(self) -> None:
        """`named` gives the label of the group or box with that id, and of no other."""
        scene = _scene()
        group = attrs.evolve(scene.groups[1], label=_samples.text("groep"))
        box = attrs.evolve(scene.boxes[1], label=_samples.text("hok"))
        scene = attrs.evolve(scene, groups=(scene.groups[0], group), boxes=(scene.boxes[0], box, scene.boxes[2]))

        assert (scene.named("dan").nl, scene.named("a").nl, scene.named("b").nl) == ("groep", "hok", "x")


class TestValue:
    """A scene is a value."""

    def test_equal_scenes_are_equal_and_hash_alike(self) -> None:
        """Two scenes with the same content are the same value."""
        assert _scene() == _scene()
        assert hash(_scene()) == hash(_scene())
