"""Frames side by side on shelves, shelves under each other: an arrangement, and how it fills the room it has."""

from __future__ import annotations

from functools import cached_property

import attrs

from inburgering_cop.diagrams.scenes._scene import Box, Group
from inburgering_cop.diagrams.slides._fitting import Line, height
from inburgering_cop.diagrams.slides._paper import Paper

INSIDE = 12
ABOVE = 9
BETWEEN = 18
_UNDER_HEADING = 8
_FULL = 0.9
_MOST_GROWN = 44


def in_rows(boxes: tuple[tuple[Box, tuple[Line, ...]], ...], columns: int, paper: Paper) -> tuple[float, ...]:
    """The height of each row of boxes."""
    high = [height(lines) + 2 * paper.pad for _, lines in boxes]
    return tuple(max(high[start : start + columns]) for start in range(0, len(high), columns))


@attrs.frozen(kw_only=True)
class Place:
    """Where a box stands in its frame: its column, from the left, its top under the first box, and its height."""

    box: Box
    lines: tuple[Line, ...]
    column: int
    top: float
    height: float


@attrs.frozen(kw_only=True, eq=False)
class Frame:
    """A group as it stands on a shelf: its heading, and its boxes in rows or in piles.

    Attributes:
        paper: The paper it stands on.
        number: Which of the scene's groups it is, from 0.
        group: The group.
        width: Its width.
        columns: How many boxes stand side by side.
        box_width: The width of every box.
        heading: The lines over its boxes.
        boxes: Its boxes in order, with their lines.
        rows: The height of each row of boxes; empty where they stand in piles, each as high as its text.
        more: How much higher than its text the highest pile is.
    """

    paper: Paper
    number: int
    group: Group
    width: float
    columns: int
    box_width: float
    heading: tuple[Line, ...]
    boxes: tuple[tuple[Box, tuple[Line, ...]], ...]
    rows: tuple[float, ...]
    more: float = 0.0

    @cached_property
    def piles(self) -> tuple[tuple[int, ...], ...]:
        """The boxes of each column by their number, each set on the lowest pile; empty where they stand in rows."""
        piles: list[list[int]] = [[] for _ in range(self.columns)]
        filled = [0.0] * self.columns
        for number, (_, lines) in enumerate(() if self.rows else self.boxes):
            lowest = filled.index(min(filled))
            piles[lowest].append(number)
            filled[lowest] += height(lines) + 2 * self.paper.pad + self.paper.gap
        return tuple(tuple(pile) for pile in piles if pile)

    def _pile(self, pile: tuple[int, ...]) -> float:
        """How high a pile is by the text of its boxes."""
        return (
            sum(height(self.boxes[number][1]) + 2 * self.paper.pad + self.paper.gap for number in pile) - self.paper.gap
        )

    @property
    def depth(self) -> int:
        """How many boxes stand under each other at most."""
        return len(self.rows) or max((len(pile) for pile in self.piles), default=0)

    @cached_property
    def grid(self) -> float:
        """The height of its boxes together."""
        if self.rows:
            return sum(self.rows) + self.paper.gap * (len(self.rows) - 1)
        return max((self._pile(pile) for pile in self.piles), default=0.0) + self.more

    def grown(self, more: float) -> Frame:
        """The frame with its boxes higher by `more` together, each by 44 at most."""
        each = min(more / max(self.depth, 1), _MOST_GROWN)
        if self.rows:
            return attrs.evolve(self, rows=tuple(high + each for high in self.rows))
        return attrs.evolve(self, more=each * self.depth)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its boxes stand: those of a row equally high, piles as high as the highest."""
        found: list[tuple[int, int, float, float]] = []
        top = 0.0
        for row, high in enumerate(self.rows):
            numbers = range(row * self.columns, min((row + 1) * self.columns, len(self.boxes)))
            found += [(number, number % self.columns, top, high) for number in numbers]
            top += high + self.paper.gap
        for column, pile in enumerate(self.piles):
            top, more = 0.0, min((self.grid - self._pile(pile)) / len(pile), _MOST_GROWN)
            for number in pile:
                high = height(self.boxes[number][1]) + 2 * self.paper.pad + more
                found.append((number, column, top, high))
                top += high + self.paper.gap
        return tuple(
            Place(box=self.boxes[number][0], lines=self.boxes[number][1], column=column, top=top, height=high)
            for number, column, top, high in sorted(found)
        )

    @property
    def text(self) -> float:
        """The area its boxes need."""
        return sum(self.box_width * (height(lines) + 2 * self.paper.pad) for _, lines in self.boxes)


@attrs.frozen(kw_only=True, eq=False)
class Shelf:
    """Frames side by side, equally high.

    Attributes:
        frames: The frames, from the left.
        between: The room between two frames.
        close: Whether the boxes of each frame stand right under its own heading, and not all at one height.
    """

    frames: tuple[Frame, ...]
    between: float
    close: bool = False

    @property
    def heading(self) -> float:
        """The height of the highest heading."""
        return max(height(frame.heading) for frame in self.frames)

    @property
    def width(self) -> float:
        """From the left of the first frame to the right of the last."""
        return sum(frame.width for frame in self.frames) + self.between * (len(self.frames) - 1)

    def widened(self, width: float) -> Shelf:
        """The shelf with its last frame as much wider as makes it `width`, so that shelves end alike."""
        *frames, last = self.frames
        wider = attrs.evolve(last, width=last.width + width - self.width)
        return attrs.evolve(self, frames=(*frames, wider))

    def top(self, frame: Frame) -> float:
        """From the top of one of its frames to the first boxes in it."""
        return ABOVE + (height(frame.heading) if self.close else self.heading) + _UNDER_HEADING

    @property
    def height(self) -> float:
        """The height of its frames."""
        return max(self.top(frame) + frame.grid for frame in self.frames) + INSIDE

    @property
    def aligned(self) -> Shelf:
        """The shelf with the rows of its frames at one height."""
        deepest = max(len(frame.rows) for frame in self.frames)
        rows = [max(frame.rows[at] for frame in self.frames if at < len(frame.rows)) for at in range(deepest)]
        frames = tuple(attrs.evolve(frame, rows=tuple(rows[: len(frame.rows)])) for frame in self.frames)
        return attrs.evolve(self, frames=frames)

    @property
    def cost(self) -> float:
        """How good it looks, less is better: low, and little of it empty."""
        area = self.width * (self.height - ABOVE - self.heading - _UNDER_HEADING)
        return self.heading + self.height * (1.5 - min(sum(frame.text for frame in self.frames) / area, _FULL))


@attrs.frozen(kw_only=True, eq=False)
class Arrangement:
    """Shelves under each other, and beside them all at most one frame more.

    Attributes:
        shelves: The shelves, from the top.
        gaps: The room between them.
        aside: The shelf with the frame that stands beside them; None where there is none.
    """

    shelves: tuple[Shelf, ...]
    gaps: tuple[float, ...]
    aside: Shelf | None = None

    @property
    def every(self) -> tuple[Shelf, ...]:
        """All its shelves, that beside the others last."""
        return (*self.shelves, *((self.aside,) if self.aside else ()))

    @property
    def height(self) -> float:
        """From the top of the highest frame to the bottom of the lowest."""
        left = sum(shelf.height for shelf in self.shelves) + sum(self.gaps)
        return max(left, self.aside.height if self.aside else 0.0)

    @property
    def level(self) -> Arrangement:
        """The same with the boxes of frames side by side starting at one height."""
        shelves = tuple(attrs.evolve(shelf, close=False) for shelf in self.shelves)
        return attrs.evolve(self, shelves=shelves)

    def cost(self, width: float) -> float:
        """How good it looks on a paper of `width`, less is better."""
        text = sum(frame.text for shelf in self.every for frame in shelf.frames)
        headings = sum(shelf.heading for shelf in self.shelves)
        return headings + self.height * (1.5 - min(text / (width * max(self.height, 1.0)), _FULL))


def _roomy(shelf: Shelf, more: float, *, aligned: bool) -> Shelf:
    """The shelf higher by `more`, and the boxes of its lower frames as high as those of its highest."""
    deepest = max(frame.depth for frame in shelf.frames)
    if aligned and deepest:
        each = min(more / deepest, _MOST_GROWN)
        frames = [frame.grown(each * frame.depth) for frame in shelf.frames]
    else:
        inner = shelf.height - INSIDE + more
        frames = [frame.grown(inner - shelf.top(frame) - frame.grid) for frame in shelf.frames]
    return attrs.evolve(shelf, frames=tuple(frames))


def filled(found: Arrangement, room: float, *, aligned: bool) -> Arrangement:
    """The arrangement with boxes somewhat higher, where there is room to spare; what stands aside fills its height."""
    deep = [max(frame.depth for frame in shelf.frames) for shelf in found.shelves]
    left = sum(shelf.height for shelf in found.shelves) + sum(found.gaps)
    spare = found.height - left + (room - found.height) * 0.6
    shelves = tuple(
        _roomy(shelf, spare * rows / max(sum(deep), 1), aligned=aligned)
        for shelf, rows in zip(found.shelves, deep, strict=True)
    )
    taller = attrs.evolve(found, shelves=shelves)
    if found.aside is None:
        return taller
    return attrs.evolve(taller, aside=_roomy(found.aside, taller.height - found.aside.height, aligned=False))
