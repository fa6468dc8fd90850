"""Frames side by side on shelves, shelves under each other: an arrangement, and how it fills the room it has."""

from __future__ import annotations

import attrs

from inburgering_cop.diagrams.scenes._scene import Box, Group
from inburgering_cop.diagrams.slides._fitting import PAD, Line, height

GAP = 12
INSIDE = 12
ABOVE = 9
BETWEEN = 18
_UNDER_HEADING = 8
_FULL = 0.9
_MOST_GROWN = 44


def in_rows(boxes: tuple[tuple[Box, tuple[Line, ...]], ...], columns: int) -> tuple[float, ...]:
    """The height of each row of boxes."""
    high = [height(lines) + 2 * PAD for _, lines in boxes]
    return tuple(max(high[start : start + columns]) for start in range(0, len(high), columns))


@attrs.frozen(kw_only=True)
class Paper:
    """What a scene is laid out on, in units of which 16 are 12 pt.

    Attributes:
        width: Its width.
        height: Its height.
        margin: What stays white around.
        columns: How many boxes stand side by side at most.
        widest: How wide a box is at most.
        arrow: The room of an arrow between two frames.
        turns: Whether an arrow may turn to the start of the next shelf.
    """

    width: float
    height: float
    margin: float
    columns: int
    widest: float
    arrow: float
    turns: bool

    @property
    def inner(self) -> float:
        """Its width between the margins."""
        return self.width - 2 * self.margin


@attrs.frozen(kw_only=True, eq=False)
class Frame:
    """A group as it stands on a shelf: its heading, and its boxes in rows.

    Attributes:
        number: Which of the scene's groups it is, from 0.
        group: The group.
        width: Its width.
        columns: How many boxes stand side by side.
        box_width: The width of every box.
        heading: The lines over its boxes.
        boxes: Its boxes in order, with their lines.
        rows: The height of each row of boxes.
    """

    number: int
    group: Group
    width: float
    columns: int
    box_width: float
    heading: tuple[Line, ...]
    boxes: tuple[tuple[Box, tuple[Line, ...]], ...]
    rows: tuple[float, ...]

    @property
    def grid(self) -> float:
        """The height of its boxes together."""
        return sum(self.rows) + GAP * max(len(self.rows) - 1, 0)

    @property
    def text(self) -> float:
        """The area its boxes need."""
        return sum(self.box_width * (height(lines) + 2 * PAD) for _, lines in self.boxes)


@attrs.frozen(kw_only=True, eq=False)
class Shelf:
    """Frames side by side, equally high, with boxes of one width.

    Attributes:
        frames: The frames, from the left.
        between: The room between two frames.
        heading: The height of the highest heading.
    """

    frames: tuple[Frame, ...]
    between: float
    heading: float

    @property
    def width(self) -> float:
        """From the left of the first frame to the right of the last."""
        return sum(frame.width for frame in self.frames) + self.between * (len(self.frames) - 1)

    def widened(self, width: float) -> Shelf:
        """The shelf with its last frame as much wider as makes it `width`, so that shelves end alike."""
        *frames, last = self.frames
        wider = attrs.evolve(last, width=last.width + width - self.width)
        return attrs.evolve(self, frames=(*frames, wider))

    @property
    def top(self) -> float:
        """From the top of a frame to its first row of boxes."""
        return ABOVE + self.heading + _UNDER_HEADING

    @property
    def height(self) -> float:
        """The height of its frames."""
        return self.top + max(frame.grid for frame in self.frames) + INSIDE

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
        area = self.width * (self.height - self.top)
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
    def height(self) -> float:
        """From the top of the highest frame to the bottom of the lowest."""
        left = sum(shelf.height for shelf in self.shelves) + sum(self.gaps)
        return max(left, self.aside.height if self.aside else 0.0)

    def cost(self, width: float) -> float:
        """How good it looks on a paper of `width`, less is better."""
        every = (*self.shelves, *([self.aside] if self.aside else []))
        text = sum(frame.text for shelf in every for frame in shelf.frames)
        headings = sum(shelf.heading for shelf in self.shelves)
        return headings + self.height * (1.5 - min(text / (width * max(self.height, 1.0)), _FULL))


def _grown(frame: Frame, more: float) -> Frame:
    """The frame with its boxes higher by `more` together, each by 44 at most."""
    each = min(more / max(len(frame.rows), 1), _MOST_GROWN)
    return attrs.evolve(frame, rows=tuple(high + each for high in frame.rows))


def _roomy(shelf: Shelf, more: float, *, aligned: bool) -> Shelf:
    """The shelf higher by `more`, and the boxes of its lower frames as high as those of its highest."""
    deepest = max(len(frame.rows) for frame in shelf.frames)
    if aligned and deepest:
        each = min(more / deepest, _MOST_GROWN)
        frames = [attrs.evolve(frame, rows=tuple(high + each for high in frame.rows)) for frame in shelf.frames]
    else:
        highest = max(frame.grid for frame in shelf.frames)
        frames = [_grown(frame, highest - frame.grid + more) for frame in shelf.frames]
    return attrs.evolve(shelf, frames=tuple(frames))


def filled(found: Arrangement, room: float, *, aligned: bool) -> Arrangement:
    """The arrangement with boxes somewhat higher, where there is room to spare; what stands aside fills its height."""
    rows = sum(max(len(frame.rows) for frame in shelf.frames) for shelf in found.shelves)
    left = sum(shelf.height for shelf in found.shelves) + sum(found.gaps)
    spare = found.height - left + (room - found.height) * 0.6
    shelves = tuple(
        _roomy(shelf, spare * max(len(frame.rows) for frame in shelf.frames) / max(rows, 1), aligned=aligned)
        for shelf in found.shelves
    )
    taller = attrs.evolve(found, shelves=shelves)
    if found.aside is None:
        return taller
    return attrs.evolve(taller, aside=_roomy(found.aside, taller.height - found.aside.height, aligned=False))
