"""The lines of a web: at which side and row of its card each starts and ends, and its way between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

import attrs

from inburgering_cop.diagrams.scenes._scene import Arrow
from inburgering_cop.diagrams.webs._cards import Card
from inburgering_cop.diagrams.webs._columns import Column
from inburgering_cop.diagrams.webs._routing import Block, Cell, Grid, Port

_PATIENCE = 8
_APART = 2


def sides(arrows: Sequence[Arrow], columns: Sequence[Column]) -> dict[str, tuple[list[int], list[int]]]:
    """For each box the lines at its left and at its right side: that of the column the line goes to.

    A line within one column runs along the side where the two have fewer.
    """
    place = {box: at for at, column in enumerate(columns) for box in column.boxes}
    found: dict[str, tuple[list[int], list[int]]] = {box: ([], []) for box in place}
    level = []
    for at, arrow in enumerate(arrows):
        step = place[arrow.head] - place[arrow.tail]
        if not step:
            level.append(at)
            continue
        found[arrow.tail][step > 0].append(at)
        found[arrow.head][step < 0].append(at)
    for at in level:
        arrow = arrows[at]
        counts = [len(found[arrow.tail][side]) + len(found[arrow.head][side]) for side in (0, 1)]
        side = int(counts[1] < counts[0])
        found[arrow.tail][side].append(at)
        found[arrow.head][side].append(at)
    return found


def in_order(card: Card, arrows: Sequence[Arrow], blocks: Mapping[str, Block], bars: set[str]) -> Card:
    """The card with its lines in the order in which those they go to stand above each other."""
    own = blocks[card.box.id]

    def height(at: int) -> tuple[int, int]:
        other = arrows[at].head if arrows[at].tail == card.box.id else arrows[at].tail
        block = own if other in bars else blocks[other]
        return block.top + block.bottom, at

    left, right = sorted(card.left, key=height), sorted(card.right, key=height)
    lower = bool(left and right) and height(left[0]) > height(right[0])
    return attrs.evolve(card, left=tuple(left), right=tuple(right), right_first=lower)


@attrs.define(kw_only=True, eq=False)
class Wiring:
    """The lines while they are drawn.

    Attributes:
        arrows: The lines.
        cards: The cards, by box.
        blocks: Where each stands.
        bars: Which of them are bars, with the rows at which text stands in each.
        labels: For each line that starts at a bar how many cells wide and how many rows high its words are.
        grid: The paper.
        ports: For each line and box where it starts or ends there, but for the heads of lines to bars.
        crossing: Whether lines may run across bars.
        words: For each bar where the words in it stand, each by its cells.
    """

    arrows: Sequence[Arrow]
    cards: Mapping[str, Card]
    blocks: Mapping[str, Block]
    bars: Mapping[str, Sequence[tuple[int, int]]]
    labels: Mapping[int, tuple[int, int]]
    grid: Grid
    ports: dict[tuple[int, str], Port] = attrs.field(factory=dict)
    crossing: bool = True
    words: dict[str, list[Block]] = attrs.field(factory=dict)

    def _set_out(self) -> bool:
        """Sets cards, bars and what stands in them on the paper; False where a bar has no room for a text."""
        for box, block in self.blocks.items():
            if box in self.bars:
                self.grid.set_bar(block, crossing=self.crossing)
                for top, bottom in self.bars[box]:
                    self.grid.close(attrs.evolve(block, top=top, bottom=bottom))
                continue
            self.grid.stand(block)
            for at, port in self.cards[box].ports(block).items():
                self.ports[at, box] = port
                self.grid.keep(at + 1, port)
        if not all(self._say(at) for at in sorted(self.labels)):
            return False
        for words in self.words.values():
            for block in words:
                self.grid.close(block)
        return True

    def _say(self, at: int) -> bool:
        """Chooses the row in the bar a line starts at, where its word finds room; False where there is none.

        As near as can be to where the line ends, and where fewest cards stand between.
        """
        arrow = self.arrows[at]
        block, other = self.blocks[arrow.tail], self.blocks[arrow.head]
        right = other.left > block.left
        width, high = self.labels[at]
        left = block.right - width + 1 if right else block.left
        words = self.words.setdefault(arrow.tail, [])

        def place(y: int) -> Block:
            return Block(left=left, top=y - high, right=left + width - 1, bottom=y + high)

        names = [attrs.evolve(block, top=top, bottom=bottom) for top, bottom in self.bars[arrow.tail]]
        rows = [
            y
            for y in range(block.top + _APART + high, block.bottom - _APART - high)
            if not any(place(y).laps(name, by=0) for name in names)
            and not any(place(y).laps(each, by=1) for each in words)
        ]
        if not rows:
            return False
        ends = self.ports.get((at, arrow.head))
        end = ends.cell[1] if ends else 0
        between = range(min(block.right, other.right) + 1, max(block.left, other.left))

        def worth(y: int) -> tuple[int, int, int]:
            return sum(not self.grid.is_open(_cell(x, y)) for x in between), abs(y - end) if ends else 0, y

        y = min(rows, key=worth)
        words.append(place(y))
        port = Port(cell=(block.right + 1 if right else block.left - 1, y), right=right)
        self.ports[at, arrow.tail] = port
        self.grid.keep(at + 1, port)
        return True

    def _at(self, number: int, box: str, other: str) -> list[Port]:
        """Where a line may start or end at a box: at its port, or anywhere along the side of a bar."""
        if port := self.ports.get((number, box)):
            return [port]
        block = self.blocks[box]
        right = self.blocks[other].left > block.left
        x = block.right + 1 if right else block.left - 1
        return [Port(cell=(x, y), right=right) for y in range(block.top + 1, block.bottom)]

    def draw(self) -> list[tuple[Cell, ...]] | None:
        """The ways of the lines, the shortest first drawn; None when one finds none, or a text finds no room.

        A line that finds no free way pushes others aside; these are drawn anew.
        """
        if not self._set_out():
            return None
        waiting = deque(sorted(range(len(self.arrows)), key=lambda at: (self._far(at), at)))
        patience = len(self.arrows) // _PATIENCE + 1
        while waiting:
            at = waiting.popleft()
            arrow = self.arrows[at]
            pushed = self.grid.connect(
                at + 1, self._at(at, arrow.tail, arrow.head), self._at(at, arrow.head, arrow.tail)
            )
            if pushed is None or len(pushed) > patience:
                return None
            patience -= len(pushed)
            waiting.extend(number - 1 for number in pushed)
        ways = self.grid.ways()
        return [ways[at + 1] for at in range(len(self.arrows))]

    def _far(self, at: int) -> int:
        tail, head = self.blocks[self.arrows[at].tail], self.blocks[self.arrows[at].head]
        across = max(tail.left - head.right, head.left - tail.right, 0)
        return across + max(tail.top - head.bottom, head.top - tail.bottom, 0)


def _cell(x: int, y: int) -> Block:
    return Block(left=x, top=y, right=x, bottom=y)
