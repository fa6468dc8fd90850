"""A box of a web as a card: its name, and for each line that starts or ends there a row with what it means."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import attrs

from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams.scenes._scene import Arrow, Box
from inburgering_cop.diagrams.webs._routing import Block, Port

LEADING = 1.25
PAD = 8.0
_NARROWEST = 8
_ANY = 1 << 30
_ROW = 2


@attrs.frozen(kw_only=True, eq=False)
class Type:
    """The text of a web: its language, its size, and what measures it."""

    lang: str
    size: int
    plain: Ruler = attrs.field(init=False, default=attrs.Factory(lambda self: Ruler(size=self.size), takes_self=True))
    bold: Ruler = attrs.field(
        init=False, default=attrs.Factory(lambda self: Ruler(size=self.size, bold=True), takes_self=True)
    )

    @property
    def pitch(self) -> int:
        """The side of a cell of the grid: the least distance between two lines."""
        return round(self.size * 0.625)

    def cells(self, length: float) -> int:
        """How many cells it takes to hold that length."""
        return math.ceil(length / self.pitch)

    def texts(self, box: Box) -> tuple[tuple[str, Ruler], ...]:
        """What stands in a box, each with what measures it: the name bold."""
        details = ((detail.get(self.lang), self.plain) for detail in box.details)
        return ((box.named(self.lang), self.bold), *details)

    def label(self, arrow: Arrow) -> float:
        """The width of what stands at a line; 0 where nothing does."""
        return self.plain.width(arrow.label.get(self.lang)) if arrow.label else 0.0


@attrs.frozen(kw_only=True)
class Card:
    """A box with the room it takes, in cells.

    Attributes:
        box: The box.
        lines: Its name and details, broken into lines, each with what measures it.
        head: How many rows these take.
        width: How wide it is.
        left: The numbers of the lines that start or end at its left side, from top to bottom.
        right: Those at its right side.
    """

    box: Box
    lines: tuple[tuple[str, Ruler], ...]
    head: int
    width: int
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()

    @property
    def height(self) -> int:
        """How high it is."""
        return self.head + _ROW * max(len(self.left), len(self.right))

    def ports(self, block: Block) -> dict[int, Port]:
        """For each line where it starts or ends, when the card stands in `block`."""
        first = block.bottom - _ROW * max(len(self.left), len(self.right)) + 1
        return {
            **{at: Port(cell=(block.left - 1, first + _ROW * row), right=False) for row, at in enumerate(self.left)},
            **{at: Port(cell=(block.right + 1, first + _ROW * row), right=True) for row, at in enumerate(self.right)},
        }


def flat(box: Box, type_: Type, *, within: int) -> Card:
    """A card without lines, as wide as its longest text, but no wider than `within` cells."""
    width = type_.cells(max(ruler.width(text) for text, ruler in type_.texts(box)) + 2 * PAD + 1)
    return _card(box, type_, min(width, within))


def _card(box: Box, type_: Type, width: int) -> Card:
    lines = tuple(
        (line, ruler)
        for text, ruler in type_.texts(box)
        for line in ruler.lines(text, within=width * type_.pitch - 2 * PAD)
    )
    head = type_.cells(len(lines) * LEADING * type_.size + PAD)
    return Card(box=box, lines=lines, head=head, width=width)


def about(box: Box, lines: int, type_: Type) -> int:
    """How high a card with that many lines will about be, with the room under it."""
    return flat(box, type_, within=_ANY).head + _ROW * math.ceil(0.6 * lines) + _ROW


def _least(box: Box, type_: Type, *, widest: int) -> int:
    """How wide a card must be for its longest word, and to have each text in two lines where `widest` allows it."""
    texts = type_.texts(box)
    words = max((ruler.width(word) for text, ruler in texts for word in text.split()), default=0.0)
    halves = max(ruler.width(text) for text, ruler in texts) / 2 + 2 * type_.size
    return type_.cells(max(words, min(halves, widest * type_.size)) + 2 * PAD + 1)


def in_column(
    boxes: Iterable[Box],
    ends: Mapping[str, tuple[Sequence[int], Sequence[int]]],
    said: Mapping[int, tuple[str, float]],
    type_: Type,
    *,
    widest: int,
) -> list[Card]:
    """The cards of a column, all as wide as the widest needs to be.

    Args:
        boxes: The boxes of the column.
        ends: For each box the lines that start or end at its left and at its right side.
        said: For each line the box that says what it means, and the width of that.
        type_: The text.
        widest: How wide a card may be to have its texts in two lines, in sizes of text.
    """
    boxes = tuple(boxes)

    def needs(box: Box) -> int:
        left, right = ends[box.id]
        sides = [
            max((said[at][1] + PAD for at in side if said[at][0] == box.id and said[at][1]), default=0.0)
            for side in (left, right)
        ]
        return type_.cells(sum(sides) + PAD)

    width = max(
        max(_least(box, type_, widest=widest), needs(box), type_.cells(_NARROWEST * type_.size)) for box in boxes
    )
    return [
        attrs.evolve(_card(box, type_, width), left=tuple(ends[box.id][0]), right=tuple(ends[box.id][1]))
        for box in boxes
    ]
