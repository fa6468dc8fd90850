"""A scene laid out on paper: every line of text, box and arrow with its place, before it is written in any format."""

from __future__ import annotations

import attrs

from inburgering_cop.diagrams._scene import Box, Group

Point = tuple[float, float]


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
        fill: Its colour; None for a frame, which has none.
        line: The colour of its line.
        thickness: That of its line.
        words: Its lines of text.
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


@attrs.frozen(kw_only=True)
class Wire:
    """An arrow from one panel to another.

    Attributes:
        tail: Id of the box or group it starts at.
        head: Id of the box or group its head points at.
        start: Where it starts.
        end: Where its head is.
    """

    tail: str
    head: str
    start: Point
    end: Point


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
