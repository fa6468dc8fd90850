"""A box of a web as a card: its name, and for each line that starts or ends there a row with what it means."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set

import attrs

from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams.scenes._scene import Arrow, Box
from inburgering_cop.diagrams.webs._routing import Block, Port

PAD = 8.0
_NARROWEST = 8
_ANY = 1 << 30
_ROW = 2
_SAYING = 6.5
_LOOSE, _TIGHT = 0.625, 0.5625
_PLAIN, _THINNER = 16, 0.9


@attrs.frozen(kw_only=True, eq=False)
class Type:
    """The text of a web: its language, its size, whether its lines stand as close as can be, and what measures it."""

    lang: str
    size: int
    tight: bool = False
    plain: Ruler = attrs.field(init=False, default=attrs.Factory(lambda self: Ruler(size=self.size), takes_self=True))
    bold: Ruler = attrs.field(
        init=False, default=attrs.Factory(lambda self: Ruler(size=self.size, bold=True), takes_self=True)
    )

    @property
    def pitch(self) -> int:
        """The side of a cell of the grid: the least distance between two lines."""
        return round(self.size * (_TIGHT if self.tight else _LOOSE))

    @property
    def scale(self) -> float:
        """How thick lines are beside those of the legend."""
        return self.size / _PLAIN * (_THINNER if self.tight else 1)

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

    def note(self, arrow: Arrow, *, broken: bool) -> Note:
        """What the box a line starts at says of it: its words on one line, or broken after a comma."""
        words = arrow.label.get(self.lang) if arrow.label else ""
        lines = [words]
        if broken and self.plain.width(words) > _SAYING * self.size:
            lines = []
            for part in words.replace(", ", ",\0").split("\0"):
                if lines and self.plain.width(f"{lines[-1]} {part}") <= _SAYING * self.size:
                    lines[-1] += f" {part}"
                else:
                    lines.append(part)
        return Note(box=arrow.tail, lines=tuple(lines), width=max(map(self.plain.width, lines)))


@attrs.frozen(kw_only=True)
class Note:
    """What a box says of a line that starts there.

    Attributes:
        box: The box.
        lines: The words, in lines; one empty line where there is nothing to say.
        width: How wide they are; 0 for nothing.
    """

    box: str
    lines: tuple[str, ...]
    width: float


@attrs.frozen(kw_only=True)
class Shape:
    """How wide or high the cards of a web are.

    Attributes:
        widest: How wide a card may be to have its texts in two lines, in sizes of text.
        snug: Whether cards take as little as they can: words at both sides stand beside each other only where they fit
            so, and lines without words start and end beside the name.
        broken: Whether many words at one line are broken over several.
    """

    widest: int
    snug: bool = False
    broken: bool = False


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
        rows: For each line how many rows it takes, where that is not one.
        mute: The lines that may start or end beside the name, as nothing is said of them.
        apart: Whether those of one side stand below those of the other, as their words do not fit beside each other.
        right_first: Whether it is then those of the right side that stand above.
    """

    box: Box
    lines: tuple[tuple[str, Ruler], ...]
    head: int
    width: int
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    rows: Mapping[int, int] = attrs.field(factory=dict)
    mute: Set[int] = frozenset()
    apart: bool = False
    right_first: bool = False

    def _beside_name(self, side: Sequence[int]) -> tuple[int, ...]:
        """The lines of a side that start or end beside the name."""
        return tuple(at for at in side if at in self.mute)[: self.head // _ROW]

    def _high(self, side: Sequence[int]) -> int:
        """How many rows the lines of a side take below the name."""
        return sum(self.rows.get(at, 1) for at in side if at not in self._beside_name(side))

    @property
    def _all(self) -> int:
        """How many rows its lines take."""
        left, right = self._high(self.left), self._high(self.right)
        return left + right if self.apart else max(left, right)

    @property
    def height(self) -> int:
        """How high it is."""
        return self.head + _ROW * self._all

    def ports(self, block: Block) -> dict[int, Port]:
        """For each line where it starts or ends, when the card stands in `block`."""
        found = {}
        for side, other, right in ((self.left, self.right, False), (self.right, self.left, True)):
            x = block.right + 1 if right else block.left - 1
            beside = self._beside_name(side)
            for row, at in enumerate(beside):
                found[at] = Port(cell=(x, block.top + 1 + _ROW * row), right=right)
            y = block.bottom - _ROW * self._all + 1
            y += _ROW * self._high(other) if self.apart and right is not self.right_first else 0
            for at in side:
                if at not in beside:
                    rows = self.rows.get(at, 1)
                    found[at] = Port(cell=(x, y + rows - 1), right=right)
                    y += _ROW * rows
        return found


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
    head = _ROW * len(lines) + type_.cells(PAD)
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
    notes: Mapping[int, Note],
    type_: Type,
    shape: Shape,
) -> list[Card]:
    """The cards of a column, all as wide as the widest needs to be.

    Args:
        boxes: The boxes of the column.
        ends: For each box the lines that start or end at its left and at its right side.
        notes: What is said of each line.
        type_: The text.
        shape: How wide they may be.
    """
    boxes = tuple(boxes)

    def said(box: Box, at: int) -> float:
        """The room for what a box says of a line."""
        return notes[at].width + PAD if notes[at].box == box.id and notes[at].width else 0.0

    words = {box.id: [max((said(box, at) for at in side), default=0.0) for side in ends[box.id]] for box in boxes}
    width = max(
        max(
            _least(box, type_, widest=shape.widest),
            type_.cells((max if shape.snug else sum)(words[box.id]) + PAD),
            type_.cells(_NARROWEST * type_.size),
        )
        for box in boxes
    )
    return [
        attrs.evolve(
            _card(box, type_, width),
            left=tuple(ends[box.id][0]),
            right=tuple(ends[box.id][1]),
            rows={at: len(notes[at].lines) for side in ends[box.id] for at in side if notes[at].box == box.id},
            mute={at for side in ends[box.id] for at in side if shape.snug and not said(box, at)},
            apart=type_.cells(sum(words[box.id]) + PAD) > width,
        )
        for box in boxes
    ]
