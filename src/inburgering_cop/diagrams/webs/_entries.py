"""The neighbours of a party in two lists: their cards, with a row for each line, and where each stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import attrs

from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Scene
from inburgering_cop.diagrams.webs._cards import Type
from inburgering_cop.diagrams.webs._sheet import Sheet

PAD = 11.0
_EDGE, _BETWEEN = 2.0, 12.0
_LEAST, _MOST = 4.5, 18.0
_ROW, _OVER = 1.12, 0.2

Line = tuple[tuple[str, Ruler], ...]


@attrs.frozen(kw_only=True, eq=False)
class Entry:
    """A neighbour in its list.

    Attributes:
        box: The neighbour.
        arrows: The lines between it and the centre, from top to bottom, each with its number.
        lines: Its name and details in lines, each of one or more texts with what measures them.
        words: How wide the widest is of what it says.
        type: The text.
    """

    box: Box
    arrows: tuple[tuple[int, Arrow], ...]
    lines: tuple[Line, ...] = ()
    words: float
    type: Type

    @property
    def told(self) -> int:
        """How many lines the centre says something of."""
        return sum(arrow.head == self.box.id and bool(arrow.label) for _, arrow in self.arrows)

    @property
    def height(self) -> float:
        """How high it is."""
        return row_of(self.type) * max(len(self.lines), len(self.arrows)) + 2 * _EDGE

    @property
    def width(self) -> float:
        """How wide it is at the least."""
        return max(long(line, self.type) for line in self.lines) + self._beside

    @property
    def _beside(self) -> float:
        """How wide is what stands beside the name."""
        return 2 * PAD + (self.words + _BETWEEN if self.words else 0.0)

    def holds(self, width: float) -> bool:
        """Whether each word of its name fits a card of that width."""
        return all(ruler.holds(text, within=width - self._beside) for text, ruler in self.type.texts(self.box))

    def within(self, width: float) -> Entry:
        """The same, its name broken so that it is no wider than that; on one line with its details where they fit."""
        room = width - self._beside
        texts = self.type.texts(self.box)
        lines: tuple[Line, ...] = tuple(
            ((line, ruler),) for text, ruler in texts for line in ruler.lines(text, within=room)
        )
        if len(lines) > len(self.arrows) and long(texts, self.type) <= room:
            lines = (texts,)
        return attrs.evolve(self, lines=lines)


def long(line: Line, type_: Type) -> float:
    """How wide a line is, with the room between its texts."""
    return sum(ruler.width(text) for text, ruler in line) + space(type_) * (len(line) - 1)


def space(type_: Type) -> float:
    """The room between texts on one line."""
    return 0.5 * type_.size


@attrs.frozen(kw_only=True, eq=False)
class Side:
    """The neighbours at one side of the centre.

    Attributes:
        entries: They, from top to bottom, each with its top.
        over: How far the bar reaches above and below them.
        right: Whether it is the right side.
    """

    entries: tuple[tuple[float, Entry], ...]
    over: float
    right: bool

    @property
    def width(self) -> int:
        """How wide the list is."""
        return math.ceil(max((entry.width for _, entry in self.entries), default=0.0))

    def rows(self) -> Iterator[tuple[float, int, Arrow, Entry]]:
        """Each line: the middle of its row, its number, itself and the neighbour."""
        for top, entry in self.entries:
            row = row_of(entry.type)
            first = top + (entry.height - row * len(entry.arrows)) / 2
            for number, (at, arrow) in enumerate(entry.arrows):
                yield first + (number + 0.5) * row, at, arrow, entry

    def said(self) -> list[tuple[float, float]]:
        """What the centre says at this side: the middle of each row, and how wide that is."""
        return [
            (y, entry.type.plain.width(arrow.label.get(entry.type.lang)))
            for y, _, arrow, entry in self.rows()
            if arrow.label and arrow.head == entry.box.id
        ]


def row_of(type_: Type) -> int:
    """How high a row of text is at the least."""
    return math.ceil(_ROW * type_.size)


def entry_of(box: Box, scene: Scene, type_: Type) -> Entry:
    """The card of `box`, with the lines between it and the centre."""
    arrows = [(at, arrow) for at, arrow in enumerate(scene.arrows) if box.id in (arrow.tail, arrow.head)]
    arrows.sort(key=lambda each: each[1].tail == box.id)
    words = max((type_.label(arrow) for _, arrow in arrows if arrow.tail == box.id), default=0.0)
    return Entry(box=box, arrows=tuple(arrows), words=words, type=type_)


def in_lists(entries: Sequence[Entry], sheet: Sheet) -> tuple[Side, Side] | None:
    """The neighbours in two lists of about the same height; None when they are higher than the paper.

    At the left those come first of whom the centre says something, at the right they come last, so that its words at
    both sides stand clear of each other.
    """
    lists: tuple[list[Entry], list[Entry]] = ([], [])
    for entry in sorted(entries, key=lambda entry: (not entry.told, -entry.height, entry.box.id)):
        high = [sum(each.height + _LEAST for each in side) for side in lists]
        lists[high[1] < high[0]].append(entry)
    least = _OVER * entries[0].type.size
    room = sheet.bottom - sheet.top - 2 * least
    free = [room - sum(entry.height for entry in side) for side in lists]
    gaps = [min(_MOST, each / max(1, len(side))) for each, side in zip(free, lists, strict=True)]
    if min(gaps) < _LEAST:
        return None
    height = max(sum(entry.height + gap for entry in side) for side, gap in zip(lists, gaps, strict=True))
    over = max(least, min(_MOST, (room - height) / 2))
    left, right = (
        _side(side, sheet.top + least + (room - height) / 2, height, over, right=bool(at))
        for at, side in enumerate(lists)
    )
    return left, right


def _side(entries: Iterable[Entry], top: float, height: float, over: float, *, right: bool) -> Side:
    ordered = sorted(entries, key=lambda entry: (-entry.told, entry.box.group or "", -entry.height, entry.box.id))
    if right:
        ordered = [attrs.evolve(entry, arrows=entry.arrows[::-1]) for entry in reversed(ordered)]
    gap = (height - sum(entry.height for entry in ordered)) / max(1, len(ordered))
    standing = []
    y = top + gap / 2
    for entry in ordered:
        standing.append((y, entry))
        y += entry.height + gap
    return Side(entries=tuple(standing), over=over, right=right)


def width_of_bar(sides: tuple[Side, Side], row: int) -> float:
    """How wide the bar must be for its words: those of both sides beside each other where they are level."""
    left, right = (side.said() for side in sides)
    needs = [width + 2 * PAD for _, width in (*left, *right)]
    needs += [one + another + 2 * PAD + _BETWEEN for y, one in left for other, another in right if abs(y - other) < row]
    return max(needs, default=0.0)


def place_of_name(
    sides: tuple[Side, Side], name: Sequence[tuple[str, Ruler]], wide: float, row: int
) -> tuple[float, float] | None:
    """Where the middle of the name is, from the left side of the bar and on the paper; None for nowhere.

    As near to the middle of the bar as the words in it leave room.
    """
    half = max(ruler.width(text) for text, ruler in name) / 2
    top, bottom = span(sides)
    reach = (row * len(name) + row) / 2 + _EDGE
    middle = (top + bottom) / 2
    for step in range(round((bottom - top - row * len(name)) / 2 - _EDGE)):
        for y in (middle - step, middle + step):
            left, right = (
                half + PAD + max((width + _BETWEEN for at, width in side.said() if abs(at - y) < reach), default=0.0)
                for side in sides
            )
            if left + right <= wide:
                return min(max(wide / 2, left), wide - right), y
    return None


def span(sides: tuple[Side, Side]) -> tuple[float, float]:
    """The top and the bottom of the bar."""
    standing = [each for side in sides for each in side.entries]
    over = sides[0].over
    return min(top for top, _ in standing) - over, max(top + entry.height for top, entry in standing) + over
