"""A scene laid out on paper: every line of text, box and arrow with its place, before it is written in any format."""

from __future__ import annotations

import attrs

from inburgering_cop.diagrams.scenes._scene import Box, Group

Point = tuple[float, float]
_SHARP = 0.4


@attrs.frozen(kw_only=True)
class Words:
    """One line of text.

    Attributes:
        text: What it says.
        x: Where it starts, or its middle.
        y: Its base line.
        size: Its font size.
        bold: Whether it is bold.
        middle: Whether `x` is its middle.
        colour: Its colour.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    middle: bool = False
    colour: str


@attrs.frozen(kw_only=True)
class Panel:
    """A box, or the frame of a group, with its place and colours.

    Attributes:
        of: What it shows.
        x: Its left side, by the middle of its line.
        y: Its top.
        width: Its width.
        height: Its height.
        corner: The radius of its corners.
        point: How far its sides come to a point, halfway its height; 0 where they are upright.
        fill: Its colour; None for a frame, which has none.
        line: The colour of its line.
        thickness: That of its line.
        words: Its lines of text.
        notes: Text at places of its own in it: its name again, what its lines mean.
    """

    of: Box | Group
    x: float
    y: float
    width: float
    height: float
    corner: float
    fill: str | None
    line: str
    thickness: float
    words: tuple[Words, ...]
    notes: tuple[Words, ...] = ()
    point: float = 0.0

    @property
    def outline(self) -> tuple[Point, ...]:
        """The corners of one whose sides come to a point, from the left of its top."""
        left, right, top, bottom = self.x, self.x + self.width, self.y, self.y + self.height
        middle = self.y + self.height / 2
        return (
            (left + self.point, top),
            (right - self.point, top),
            (right, middle),
            (right - self.point, bottom),
            (left + self.point, bottom),
            (left, middle),
        )


@attrs.frozen(kw_only=True)
class Wire:
    """An arrow from one panel to another, or a sample of one in the legend.

    Attributes:
        tail: Id of the box or group it starts at; None for a sample.
        head: Id of the box or group its head points at; None for a sample.
        points: Where it starts, its corners, and where its head is; level or upright from each to the next.
        colour: Its colour.
        thickness: That of its line.
        dashes: The lengths of its dashes and gaps; empty for an unbroken line.
    """

    tail: str | None
    head: str | None
    points: tuple[Point, ...]
    colour: str
    thickness: float
    dashes: tuple[float, ...] = ()

    @property
    def shaft(self) -> tuple[Point, ...]:
        """Its points, the last where its head begins."""
        right, down = self._heading
        (x, y) = self.points[-1]
        return (*self.points[:-1], (x - self._long * right, y - self._long * down))

    @property
    def tip(self) -> tuple[Point, Point, Point]:
        """The corners of its head: one side, the point, the other side."""
        right, down = self._heading
        (x, y), long, wide = self.points[-1], self._long, _SHARP * self._long
        return (
            (x - long * right - wide * down, y - long * down - wide * right),
            (x, y),
            (x - long * right + wide * down, y - long * down + wide * right),
        )

    @property
    def _long(self) -> float:
        return 5 + 1.5 * self.thickness

    @property
    def _heading(self) -> tuple[int, int]:
        (x0, y0), (x1, y1) = self.points[-2:]
        return (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)


@attrs.frozen(kw_only=True)
class Picture:
    """A scene laid out.

    Attributes:
        width: The width of the paper; text of 16 is 12 pt where it is as wide as a slide of 16:9.
        height: Its height.
        lang: The language of its words.
        title: Its title.
        description: What it shows.
        panels: Frames and boxes; a frame comes before its boxes.
        wires: The arrows.
        words: The text outside any panel: title, description, legend, source.
    """

    width: float
    height: float
    lang: str
    title: str
    description: str
    panels: tuple[Panel, ...]
    wires: tuple[Wire, ...]
    words: tuple[Words, ...]
