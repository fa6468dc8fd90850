"""Lines between ports over a grid of cells: right-angled, never through a box or a text, no two on one place."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

import attrs

Cell = tuple[int, int]
_BEND, _CROSSING, _BESIDE, _BY_BOX, _HASTE = 10, 4, 1, 8, 2
_OVER, _DEARER, _DEAREST = 60, 4, 40
_NEVER = 1 << 30


@attrs.frozen(kw_only=True)
class Block:
    """A rectangle of cells, its sides included."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """How many cells it is wide."""
        return self.right - self.left + 1

    @property
    def height(self) -> int:
        """How many cells it is high."""
        return self.bottom - self.top + 1

    def laps(self, other: Block, *, by: int) -> bool:
        """Whether the two share cells, more than so many rows of them where one stands above the other."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and min(self.bottom, other.bottom) - max(self.top, other.top) >= by
        )

    def cells(self) -> Iterator[Cell]:
        """All its cells."""
        return ((x, y) for y in range(self.top, self.bottom + 1) for x in range(self.left, self.right + 1))


@attrs.frozen(kw_only=True)
class Port:
    """Where a line may start or end: a cell beside a box.

    Attributes:
        cell: The cell.
        right: Whether it lies at the right side of the box, and not at the left.
    """

    cell: Cell
    right: bool


class Grid:
    """The paper as cells: where boxes stand, and which line runs where.

    A line goes from cell to cell. Two lines may cross, straight on, and never share a stretch, a corner or an end.
    Lines run straight across a bar, which is as high as the drawing, but not where text stands in it.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        count = width * height
        self._closed = bytearray(count)
        self._bars = bytearray(count)
        self._dear = [0] * count
        self._beside = [0] * count
        self._across = [0] * count
        self._along = [0] * count
        self._kept = [0] * count
        self._ways: dict[int, tuple[Cell, ...]] = {}
        for edge in (
            Block(left=0, top=0, right=width - 1, bottom=0),
            Block(left=0, top=height - 1, right=width - 1, bottom=height - 1),
            Block(left=0, top=0, right=0, bottom=height - 1),
            Block(left=width - 1, top=0, right=width - 1, bottom=height - 1),
        ):
            self.close(edge)

    def _at(self, block: Block) -> Iterator[int]:
        """The cells of `block`, as numbers."""
        return (y * self.width + x for x, y in block.cells())

    def close(self, block: Block) -> None:
        """Keeps lines out of `block`."""
        for at in self._at(block):
            self._closed[at] = 1

    def stand(self, block: Block) -> None:
        """Sets a box in `block`; a line that only passes keeps off the cells against it where it can."""
        for at in self._at(
            Block(left=block.left - 1, top=block.top - 1, right=block.right + 1, bottom=block.bottom + 1)
        ):
            self._dear[at] += _BY_BOX
        self.close(block)
        self._close_corner(block)

    def set_bar(self, block: Block, *, crossing: bool) -> None:
        """Sets a bar in `block`, which lines may run across or not."""
        for at in self._at(block):
            self._bars[at] = 1
            self._closed[at] |= not crossing
        self._close_corner(block)

    def _close_corner(self, block: Block) -> None:
        """Keeps lines off the corner where the badge is."""
        self.close(Block(left=block.left - 2, top=block.top - 1, right=block.left, bottom=block.top))

    def keep(self, number: int, port: Port) -> None:
        """Keeps the cell of a port for line `number`."""
        x, y = port.cell
        self._kept[y * self.width + x] = number

    def is_open(self, block: Block) -> bool:
        """Whether nothing is closed in `block` and no line runs there."""
        return not any(self._closed[at] or self._across[at] or self._along[at] for at in self._at(block))

    def connect(self, number: int, tails: Iterable[Port], heads: Iterable[Port]) -> tuple[int, ...] | None:
        """Draws line `number` (from 1) from one of the tails to one of the heads.

        Returns:
            The numbers of the lines it pushed aside, which are gone and must be drawn anew; None when there is no way.
        """
        starts = {self._number(port): 0 if port.right else 2 for port in tails}
        goals = {self._number(port): 2 if port.right else 0 for port in heads}
        for over in (False, True):
            way = self._route(number, starts, goals, over=over)
            if way:
                pushed = self._in_the_way(way)
                for other in pushed:
                    self._remove(other)
                self._draw(number, way)
                return pushed
        return None

    def ways(self) -> dict[int, tuple[Cell, ...]]:
        """The cells of the lines drawn, by number."""
        return dict(self._ways)

    def _number(self, port: Port) -> int:
        return port.cell[1] * self.width + port.cell[0]

    def _route(
        self, number: int, starts: dict[int, int], goals: dict[int, int], *, over: bool
    ) -> tuple[Cell, ...] | None:
        """A cheap way; with `over` also one over other lines, at a price.

        Source: weighted A* (Hart, Nilsson and Raphael, 1968; Pohl, 1970) over cells and directions; each bend, each
        crossing and each step beside another line costs.
        """
        width = self.width
        closed, bars, kept, dear, beside = self._closed, self._bars, self._kept, self._dear, self._beside
        across, along = self._across, self._along
        steps = (1, width, -1, -width)
        columns, rows = {at % width for at in goals}, {at // width for at in goals}
        level = [_HASTE * min(abs(x - goal) for goal in columns) for x in range(width)]
        lowest, highest = min(rows), max(rows)
        down = [_HASTE * max(lowest - y, y - highest, 0) for y in range(self.height)]
        cheapest: dict[int, int] = {}
        came: dict[int, int] = {}
        waiting: list[tuple[int, int]] = []

        def reach(to: int, turn: int, cost: int, before: int) -> None:
            if closed[to] or (bars[to] and turn % 2) or kept[to] not in (0, number):
                return
            same, other = (along[to], across[to]) if turn % 2 else (across[to], along[to])
            if same:
                if not over:
                    return
                cost += _OVER
            cost += 1 + dear[to] + min(beside[to], 3) * _BESIDE + (_CROSSING if other else 0)
            state = to * 4 + turn
            if cost < cheapest.get(state, _NEVER):
                cheapest[state], came[state] = cost, before
                heapq.heappush(waiting, (cost + level[to % width] + down[to // width], state))

        for at, turn in starts.items():
            used = across[at] or along[at]
            if over or not used:
                reach(at, turn, _OVER if used else 0, -1)
        done: set[int] = set()
        while waiting:
            _, state = heapq.heappop(waiting)
            if state in done:
                continue
            done.add(state)
            at, turn = divmod(state, 4)
            used = across[at] or along[at]
            straight = bars[at] or (used and not over)
            if goals.get(at) == turn and not straight:
                return self._back(came, state)
            cost = cheapest[state]
            reach(at + steps[turn], turn, cost, state)
            if not straight:
                bend = cost + _BEND + (_OVER if used else 0)
                for aside in ((turn + 1) % 4, (turn + 3) % 4):
                    reach(at + steps[aside], aside, bend, state)
        return None

    def _back(self, came: dict[int, int], state: int) -> tuple[Cell, ...]:
        path = []
        while state != -1:
            y, x = divmod(state // 4, self.width)
            path.append((x, y))
            state = came[state]
        return tuple(reversed(path))

    def _marks(self, way: tuple[Cell, ...]) -> Iterator[tuple[int, bool, bool]]:
        """The cells of a way, each with whether it lies across and along there; corners and ends do both."""
        last = len(way) - 1
        for at, (x, y) in enumerate(way):
            if at in (0, last):
                across = along = True
            else:
                across = way[at - 1][0] != x or way[at + 1][0] != x
                along = way[at - 1][1] != y or way[at + 1][1] != y
            yield y * self.width + x, across, along

    def _in_the_way(self, way: tuple[Cell, ...]) -> tuple[int, ...]:
        """The lines that share a stretch, a corner or an end with `way`."""
        found: set[int] = set()
        for at, across, along in self._marks(way):
            found |= {self._across[at]} if across else set()
            found |= {self._along[at]} if along else set()
        return tuple(sorted(found - {0}))

    def _draw(self, number: int, way: tuple[Cell, ...]) -> None:
        self._ways[number] = way
        for at, across, along in self._marks(way):
            self._across[at] = number if across else self._across[at]
            self._along[at] = number if along else self._along[at]
        self._crowd(way, 1)

    def _remove(self, number: int) -> None:
        """Takes a line away; where it ran becomes dearer, so that the next tries elsewhere."""
        way = self._ways.pop(number)
        for at, _, _ in self._marks(way):
            self._across[at] = 0 if self._across[at] == number else self._across[at]
            self._along[at] = 0 if self._along[at] == number else self._along[at]
            self._dear[at] = min(_DEAREST, self._dear[at] + _DEARER)
        self._crowd(way, -1)

    def _crowd(self, way: tuple[Cell, ...], more: int) -> None:
        for x, y in way:
            at = y * self.width + x
            for beside in (at - 1, at + 1, at - self.width, at + self.width):
                self._beside[beside] += more
