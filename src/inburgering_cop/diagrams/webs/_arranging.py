"""Which cards stand in which columns, and how large they are there: the one depends on the other."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.diagrams.webs import _cards, _columns, _standing, _wiring
from inburgering_cop.diagrams.webs._cards import Card, Note, Shape, Type
from inburgering_cop.diagrams.webs._columns import Column, Joined
from inburgering_cop.diagrams.webs._routing import Block
from inburgering_cop.diagrams.webs._sheet import Paper

_ROUNDS = 3
_HOPELESS = 1.15

Arranged = tuple[tuple[Column, ...], dict[str, Card]]


@attrs.define(kw_only=True, eq=False)
class Arranging:
    """The arrangements of one scene, each found once.

    Attributes:
        scene: The scene.
        paper: Its paper.
        found: What was found before, by what it was found for; None where it does not fit.
    """

    scene: Scene
    paper: Paper
    found: dict[object, Arranged | None] = attrs.field(factory=dict)

    def notes(self, type_: Type, shape: Shape) -> dict[int, Note]:
        """What is said of each line."""
        return {at: type_.note(arrow, broken=shape.broken) for at, arrow in enumerate(self.scene.arrows)}

    def arranged(
        self, lines: Joined, type_: Type, skeleton: tuple[int, int], shape: Shape, room: Block
    ) -> Arranged | None:
        """The columns and the cards in them; None where they are far from fitting the room, or like those before."""
        notes = self.notes(type_, shape)
        if shape.broken and all(len(note.lines) == 1 for note in notes.values()):
            return None
        key = (type_.size, type_.tight, skeleton, shape, room.width, room.height)
        if key not in self.found:
            self.found[key] = self._arranged(lines, notes, type_, skeleton, shape, room)
        return self.found[key]

    def _arranged(
        self,
        lines: Joined,
        notes: Mapping[int, Note],
        type_: Type,
        skeleton: tuple[int, int],
        shape: Shape,
        room: Block,
    ) -> Arranged | None:
        boxes = {box.id: box for box in self.scene.boxes}
        heights = {box: _cards.about(boxes[box], lines[box].total(), type_) for box in lines}
        columns: tuple[Column, ...] = ()
        cards: dict[str, Card] = {}
        for _ in range(_ROUNDS):
            before, columns = columns, self._in_columns(lines, heights, room, skeleton)
            if columns == before:
                break
            ends = _wiring.sides(self.scene.arrows, columns)
            for column in columns:
                stand = [boxes[box] for box in column.boxes]
                for card in _cards.in_column(stand, ends, notes, type_, shape):
                    cards[card.box.id] = attrs.evolve(card, apart=card.apart and not column.bar)
            heights = {box: cards[box].height + _standing.BETWEEN for box in lines}
            if self._is_hopeless(columns, cards, heights, room):
                return None
        return columns, cards

    def _is_hopeless(
        self, columns: tuple[Column, ...], cards: Mapping[str, Card], heights: Mapping[str, int], room: Block
    ) -> bool:
        """Whether the cards are much wider or higher than the room, whatever columns they stand in."""
        wide = sum(max(cards[box].width for box in column.boxes) for column in columns)
        wide += (len(columns) - 1) * self.paper.channel
        others = [column for column in columns if not column.bar]
        high = sum(heights[box] for column in others for box in column.boxes)
        return wide > _HOPELESS * room.width or high > _HOPELESS * room.height * len(others)

    def _in_columns(
        self, lines: Joined, heights: Mapping[str, int], room: Block, skeleton: tuple[int, int]
    ) -> tuple[Column, ...]:
        bars, columns = skeleton
        if self.scene.centre:
            return _columns.around(self.scene.centre, lines, heights, columns=columns)
        return _columns.along(lines, heights, bars=bars, columns=columns, room=room.height) if lines else ()
