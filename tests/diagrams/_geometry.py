"""The geometry of a drawing, read from the bytes of its SVG: every fault as a sentence.

Text is measured with the bundled widths, lines are followed along their bends, colours are compared as WCAG does. A
label may stand on a line where a plate in the colour of the paper lies between the two; one line may run under it.

In a web lines may cross its bars, the highest of its boxes, level and from side to side; every line starts and ends at
the side of a box, but for the samples under it; and a small disc on a side of a box is its badge.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from importlib.resources import files
from itertools import combinations
from typing import TypeVar
from xml.etree import ElementTree

import attrs

from tests.diagrams._reading import Point, Segment, contrast, is_hexagon, outline, segments

SLIDE, POSTER = (1280.0, 720.0), (3179.0, 2245.0)
SMALLEST = 16.0
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"svg", "title", "desc", "rect", "text", "path"}
_WIDTHS = json.loads((files("inburgering_cop") / "diagrams" / "liberation_sans.json").read_text(encoding="utf-8"))
_COLOUR = re.compile(r"#[0-9A-F]{6}")
_SLACK = 0.06
_ROUNDED = 0.15
_APART = 4.0
_BADGE = 48.0
_OVER_LETTERS = 0.16


@attrs.frozen(kw_only=True)
class Area:
    """A rectangle on the paper."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Area, slack: float = _SLACK) -> bool:
        """Whether `other` lies within it."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def touches(self, other: Area) -> bool:
        """Whether the two share any place."""
        return (
            self.left < other.right - _SLACK
            and other.left < self.right - _SLACK
            and self.top < other.bottom - _SLACK
            and other.top < self.bottom - _SLACK
        )

    def has(self, point: Point) -> bool:
        """Whether the point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    @property
    def wide(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def high(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> Area:
        """The same, larger on each side."""
        return Area(left=self.left - by, top=self.top - by, right=self.right + by, bottom=self.bottom + by)


@attrs.frozen(kw_only=True)
class Rect:
    """A rectangle that is drawn: its area by the middle of its line, and its colours."""

    order: int
    area: Area
    fill: str
    stroke: str | None
    line: float
    corner: float
    point: float = 0.0

    @cached_property
    def outer(self) -> Area:
        """Its area with its line."""
        return self.area.grown(self.line / 2)

    def __str__(self) -> str:
        return f"the {'frame' if self.fill == 'none' else 'box'} {self.at}"

    @property
    def at(self) -> str:
        """Its place in words."""
        return f"at {self.area.left:g},{self.area.top:g}"


@attrs.frozen(kw_only=True)
class Text:
    """A line of text that is drawn."""

    order: int
    text: str
    area: Area
    size: float
    fill: str

    def __str__(self) -> str:
        return repr(self.text)


@attrs.frozen(kw_only=True)
class Wire:
    """A line that is drawn, and its head: straight pieces."""

    order: int
    segments: tuple[Segment, ...]
    stroke: str
    line: float
    head: tuple[Segment, ...] = ()

    @cached_property
    def pieces(self) -> tuple[tuple[Segment, float], ...]:
        """The pieces of the line and of its head, each with how thick it is."""
        return (*((piece, self.line) for piece in self.segments), *((piece, 0.0) for piece in self.head))

    @cached_property
    def area(self) -> Area:
        """What it takes of the paper."""
        points = [(x, y, thick / 2) for piece, thick in self.pieces for x, y in piece]
        return Area(
            left=min(x - by for x, _, by in points),
            top=min(y - by for _, y, by in points),
            right=max(x + by for x, _, by in points),
            bottom=max(y + by for _, y, by in points),
        )

    @cached_property
    def tip(self) -> Area | None:
        """What its head takes of the paper; None where it has none."""
        xs, ys = zip(*(point for piece in self.head for point in piece), strict=True) if self.head else ((), ())
        return Area(left=min(xs), top=min(ys), right=max(xs), bottom=max(ys)) if self.head else None

    @property
    def ends(self) -> tuple[Point, Point]:
        """Where it starts, and the point of its head."""
        start, end = self.segments[0][0], self.segments[-1][1]
        return start, max((at for at, _ in self.head), key=partial(math.dist, end), default=end)

    def __str__(self) -> str:
        return f"the line from {self.segments[0][0][0]:g},{self.segments[0][0][1]:g}"


@attrs.frozen(kw_only=True)
class Drawn:
    """What an SVG draws."""

    paper: Rect
    rects: tuple[Rect, ...]
    texts: tuple[Text, ...]
    wires: tuple[Wire, ...]

    @cached_property
    def frames(self) -> tuple[Rect, ...]:
        """Rectangles without a fill."""
        return tuple(rect for rect in self.rects if rect.fill == "none")

    @cached_property
    def plates(self) -> tuple[Rect, ...]:
        """Rectangles in the colour of the paper, without a line: what lies behind the label of a line."""
        return tuple(rect for rect in self.rects if rect.fill == self.paper.fill and not rect.stroke)

    @cached_property
    def badges(self) -> tuple[Rect, ...]:
        """Small filled discs."""
        return tuple(
            rect
            for rect in self.rects
            if rect.fill != "none"
            and max(abs(rect.area.wide - 2 * rect.corner), abs(rect.area.high - 2 * rect.corner)) < _ROUNDED
            and rect.area.wide <= _BADGE
        )

    @cached_property
    def boxes(self) -> tuple[Rect, ...]:
        """Rectangles with a fill that hold no other: those that do are grounds to stand on."""
        others = {*self.grounds, *self.plates, *self.badges}
        return tuple(rect for rect in self.rects if rect.fill != "none" and rect not in others)

    @cached_property
    def bars(self) -> tuple[Rect, ...]:
        """The highest boxes."""
        highest = max((box.area.high for box in self.boxes), default=0.0)
        return tuple(box for box in self.boxes if box.area.high == highest)

    @cached_property
    def grounds(self) -> tuple[Rect, ...]:
        """Filled rectangles on which others stand."""
        filled = [rect for rect in self.rects if rect.fill != "none" and rect not in self.plates]
        return tuple(
            rect
            for rect in filled
            if any(other is not rect and rect.area.holds(other.outer) for other in filled if other.order > rect.order)
        )

    def under(self, point: Point, order: int) -> str:
        """The colour at `point` under what is drawn as number `order`."""
        fills = [
            rect.fill
            for rect in (self.paper, *self.rects)
            if rect.order < order and rect.fill != "none" and rect.area.has(point)
        ]
        return fills[-1]


def read(svg: str) -> Drawn:
    """`svg` as what it draws, in its order.

    Raises:
        ValueError: It holds something whose place cannot be told from its bytes.
    """
    rects: list[Rect] = []
    texts: list[Text] = []
    wires: list[Wire] = []
    for order, element in enumerate(ElementTree.fromstring(svg.encode()).iter()):  # noqa: S314
        tag = element.tag.removeprefix(_SVG)
        if tag not in _SHAPES or "transform" in element.attrib or "style" in element.attrib:
            raise ValueError(f"the place of a <{tag}> cannot be told")
        if tag == "rect":
            rects.append(_rect(element, order))
        elif tag == "text":
            texts.append(_text(element, order))
        elif is_hexagon(element):
            rects.append(_hexagon(element, order))
        elif tag == "path" and _is_head(element, wires):
            wires[-1] = attrs.evolve(wires[-1], head=tuple(segments(element.attrib["d"])))
        elif tag == "path":
            wires.append(_wire(element, order))
    return Drawn(paper=rects[0], rects=tuple(rects[1:]), texts=tuple(texts), wires=tuple(wires))


def _number(element: ElementTree.Element, name: str, default: str = "0") -> float:
    return float(element.get(name, default))


def _rect(element: ElementTree.Element, order: int) -> Rect:
    left, top = _number(element, "x"), _number(element, "y")
    width, high = float(element.attrib["width"]), float(element.attrib["height"])
    stroke = element.get("stroke")
    return Rect(
        order=order,
        area=Area(left=left, top=top, right=left + width, bottom=top + high),
        fill=element.attrib["fill"],
        stroke=stroke,
        line=_number(element, "stroke-width", "1") if stroke else 0.0,
        corner=min(_number(element, "rx"), width / 2, high / 2),
    )


def _hexagon(element: ElementTree.Element, order: int) -> Rect:
    left, top, right, bottom, point = outline(element)
    return Rect(
        order=order,
        area=Area(left=left, top=top, right=right, bottom=bottom),
        fill=element.attrib["fill"],
        stroke=element.attrib["stroke"],
        line=_number(element, "stroke-width", "1"),
        corner=0.0,
        point=point,
    )


def _text(element: ElementTree.Element, order: int) -> Text:
    text, size = element.text or "", float(element.attrib["font-size"])
    table = _WIDTHS["bold" if element.get("font-weight") == "bold" else "regular"]
    width = sum(table.get(letter, 1000) for letter in text) * size / 1000
    part = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
    left, base = float(element.attrib["x"]) - part * width, float(element.attrib["y"])
    area = Area(left=left, top=base - 0.9 * size, right=left + width, bottom=base + 0.22 * size)
    return Text(order=order, text=text, area=area, size=size, fill=element.attrib["fill"])


def _wire(element: ElementTree.Element, order: int) -> Wire:
    return Wire(
        order=order,
        segments=tuple(segments(element.attrib["d"])),
        stroke=element.get("stroke", element.get("fill", "none")),
        line=_number(element, "stroke-width", "1") if element.get("stroke") else 0.0,
    )


def _is_head(element: ElementTree.Element, wires: list[Wire]) -> bool:
    """Whether a path is the head of the line before it: a triangle of its colour, where it stops."""
    if not wires or wires[-1].head or element.get("stroke") or element.get("fill") != wires[-1].stroke:
        return False
    sides, (x, y) = list(segments(element.attrib["d"])), wires[-1].segments[-1][1]
    middles = (((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in sides)
    return len(sides) == 3 and any(math.dist((x, y), middle) < _ROUNDED for middle in middles)


_Thing = TypeVar("_Thing", Rect, Text)


def _meeting(things: Iterable[_Thing], area: Callable[[_Thing], Area]) -> Iterator[tuple[_Thing, _Thing]]:
    """The pairs that share any place."""
    ordered = sorted(things, key=lambda each: area(each).top)
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if area(other).top >= area(one).bottom:
                break
            if area(one).touches(area(other)):
                yield one, other


def _through(segment: Segment, area: Area) -> bool:
    """Whether the piece runs through the area. Source: the algorithm of Liang and Barsky."""
    (x, y), (to_x, to_y) = segment
    enters, leaves = 0.0, 1.0
    for step, near, far in ((to_x - x, area.left - x, area.right - x), (to_y - y, area.top - y, area.bottom - y)):
        if step == 0:
            if near >= 0 or far <= 0:
                return False
            continue
        first, last = sorted((near / step, far / step))
        enters, leaves = max(enters, first), min(leaves, last)
    return enters < leaves


def _in_corner(area: Area, box: Rect) -> bool:
    """Whether a corner of `area` sticks out of the round corner of `box`, or of its side where that is pointed."""
    for y in (area.top, area.bottom) if box.point else ():
        off = box.point * abs(y - box.area.middle[1]) / (box.area.high / 2) + box.line / 2
        if area.left < box.area.left + off - _SLACK or area.right > box.area.right - off + _SLACK:
            return True
    inner = box.area.grown(-box.corner)
    for x in (area.left, area.right):
        for y in (area.top, area.bottom):
            aside, off = max(inner.left - x, x - inner.right), max(inner.top - y, y - inner.bottom)
            if aside > 0 and off > 0 and math.hypot(aside, off) > box.corner + _SLACK:
                return True
    return False


def _on_paper(drawn: Drawn, size: tuple[float, float] | None) -> Iterator[str]:
    paper = drawn.paper.area
    if size and (paper.right, paper.bottom) != size:
        yield f"the paper is {paper.right:g} × {paper.bottom:g}, not {size[0]:g} × {size[1]:g}"
    for rect in drawn.rects:
        if not paper.holds(rect.outer, 0):
            yield f"{rect} leaves the paper"
    for text in drawn.texts:
        if not paper.holds(text.area, 0):
            yield f"{text} leaves the paper"
    for wire in drawn.wires:
        if not paper.holds(wire.area, 0):
            yield f"{wire} leaves the paper"


def _text_in_boxes(drawn: Drawn) -> Iterator[str]:
    boxes = [(box, box.outer, box.area.grown(-box.line / 2)) for box in drawn.boxes]
    frames = [(frame, frame.outer, frame.area.grown(-frame.line / 2)) for frame in (*drawn.frames, *drawn.grounds)]
    for text in drawn.texts:
        if text.size < SMALLEST:
            yield f"{text} is {text.size:g} high, less than {SMALLEST:g}"
        if any(_is_mark(text, badge) for badge in drawn.badges):
            continue
        for box, outer, inner in boxes:
            own = outer.touches(text.area) and box.area.has(text.area.middle)
            if own and (not inner.holds(text.area) or _in_corner(text.area, box)):
                yield f"{text} leaves its box"
            if not own and outer.touches(text.area):
                yield f"{text} runs into {box}"
        for frame, outer, inner in frames:
            if outer.touches(text.area) and not inner.holds(text.area):
                yield f"{text} runs over the line of {frame}"


def _apart(drawn: Drawn) -> Iterator[str]:
    for one, other in _meeting(drawn.texts, lambda text: text.area):
        yield f"{one} overlaps {other}"
    for box, another in _meeting(drawn.boxes, lambda rect: rect.outer):
        yield f"{box} overlaps {another}"
    for frame, another in _meeting(drawn.frames, lambda rect: rect.outer):
        if not frame.area.holds(another.outer) and not another.area.holds(frame.outer):
            yield f"{frame} overlaps {another}"
    for box in drawn.boxes:
        for frame in drawn.frames:
            if frame.outer.touches(box.outer) and not frame.area.holds(box.outer):
                yield f"{box} runs over the line of {frame}"


def _is_mark(text: Text, badge: Rect) -> bool:
    """Whether the text is the mark in the middle of a badge, within its disc."""
    middle = (text.area.middle[0], text.area.bottom - 0.58 * text.size)
    return badge.order < text.order and math.dist(middle, badge.area.middle) < 2 and text.area.wide < badge.corner * 1.5


def _on_disc(text: Text, badge: Rect) -> bool:
    """Whether letters of the text, from the highest to the lowest, come on the disc of a badge."""
    x, y = badge.area.middle
    aside = max(text.area.left - x, x - text.area.right, 0.0)
    off = max(text.area.top + _OVER_LETTERS * text.size - y, y - text.area.bottom, 0.0)
    return math.hypot(aside, off) < badge.corner + badge.line / 2


def _badges(drawn: Drawn) -> Iterator[str]:
    """Each badge has one mark, and stands on a side of one box, or under all boxes with what it means beside it."""
    foot = max((box.area.bottom for box in drawn.boxes), default=0.0)
    for badge in drawn.badges:
        marks = [text for text in drawn.texts if _is_mark(text, badge)]
        if len(marks) != 1:
            yield f"the badge {badge.at} has {len(marks)} marks"
        for text in drawn.texts:
            if text not in marks and _on_disc(text, badge):
                yield f"{text} runs into the badge {badge.at}"
        on = [box for box in drawn.boxes if box.outer.touches(badge.area)]
        aside = [box for box in on for x in (box.area.left, box.area.right) if badge.area.left <= x <= badge.area.right]
        if (len(on), len(aside)) != (1, 1) and not (badge.area.top > foot and not on):
            yield f"the badge {badge.at} is on {len(on)} boxes, {len(aside)} by a side"
    for one, other in _meeting(drawn.badges, lambda rect: rect.area):
        yield f"the badge {one.at} overlaps that {other.at}"


def _across(piece: Segment, bar: Rect) -> bool:
    """Whether a piece runs level from one side of a bar to beyond the other."""
    (x, y), (to_x, to_y) = piece
    return y == to_y and min(x, to_x) < bar.outer.left and max(x, to_x) > bar.outer.right


def _wires_clear(drawn: Drawn, *, web: bool) -> Iterator[str]:
    plates = drawn.plates
    bars = drawn.bars if web else ()
    inside = [(box, box.outer.grown(-1), box in bars) for box in (*drawn.boxes, *drawn.badges)]
    for wire in drawn.wires:
        for box, area, bar in inside:
            if area.touches(wire.area) and any(
                _through(piece, area) and not (bar and _across(piece, box)) for piece, _ in wire.pieces
            ):
                yield f"{wire} runs through {box}"
        for text in drawn.texts:
            plated = any(wire.order < plate.order < text.order and plate.area.holds(text.area) for plate in plates)
            if not plated and any(_through(piece, text.area.grown(thick / 2)) for piece, thick in wire.pieces):
                yield f"{wire} runs through {text}"
    for plate in plates:
        below = [
            wire
            for wire in drawn.wires
            if wire.order < plate.order and any(_through(piece, plate.area) for piece in wire.segments)
        ]
        if len(below) > 1:
            yield f"{len(below)} lines run under the label at {plate.area.left:g},{plate.area.top:g}"
    for one, other in combinations(drawn.wires, 2):
        if not one.area.grown(_APART).touches(other.area):
            continue
        if any(_along(piece, another) for piece in one.segments for another in other.segments):
            yield f"{one} runs along {other}"
        elif _meets(one, other) or _meets(other, one):
            yield f"{one} meets {other} other than by crossing it"


def _along(one: Segment, other: Segment) -> bool:
    """Whether two level or upright pieces lie on or against each other for a while."""
    for level, across in ((1, 0), (0, 1)):
        if one[0][level] == one[1][level] and other[0][level] == other[1][level]:
            (start, end), (begin, stop) = (sorted(point[across] for point in piece) for piece in (one, other))
            return abs(one[0][level] - other[0][level]) < _APART and min(end, stop) - max(start, begin) > _SLACK
    return False


def _meets(one: Wire, other: Wire) -> bool:
    """Whether an end, a corner or the head of one line lies on the other."""
    points = [one.segments[0][0], *(end for _, end in one.segments)]
    room = (one.line + other.line) / 2
    near = [Area(left=x, top=y, right=x, bottom=y).grown(room) for x, y in points]
    near += [one.tip.grown(other.line / 2)] if one.tip else []
    return any(_through(piece, area) for area in near for piece, _ in other.pieces)


def _tied(drawn: Drawn) -> Iterator[str]:
    """Every line of a web starts and ends at the side of a box; the samples stand under all boxes."""
    foot = max((box.area.bottom for box in drawn.boxes), default=0.0)
    for wire in drawn.wires:
        if wire.area.top > foot:
            continue
        for end in wire.ends:
            if not any(_at_side(end, box) for box in drawn.boxes):
                yield f"{wire} has an end at {end[0]:g},{end[1]:g}, at no box"


def _at_side(point: Point, box: Rect) -> bool:
    x, y = point
    return min(abs(x - box.area.left), abs(x - box.area.right)) < 1 and box.area.top < y < box.area.bottom


def _colours(drawn: Drawn) -> Iterator[str]:
    wrong = {
        colour
        for thing in (*drawn.rects, *drawn.texts, *drawn.wires)
        for colour in (getattr(thing, "fill", None), getattr(thing, "stroke", None))
        if colour not in {None, "none"} and not _COLOUR.fullmatch(str(colour))
    }
    if wrong:
        yield from (f"{colour!r} is not a colour as #RRGGBB" for colour in sorted(map(str, wrong)))
        return
    for text in drawn.texts:
        found = contrast(text.fill, drawn.under(text.area.middle, text.order))
        if found < 4.5:
            yield f"{text} has a contrast of {found:.2f}, less than 4.5"
    for rect in drawn.rects:
        seen = [
            contrast(colour, drawn.under((rect.area.left - 1, rect.area.middle[1]), rect.order))
            for colour in (rect.stroke, rect.fill)
            if colour and colour != "none"
        ]
        if rect not in drawn.plates and max(seen, default=0) < 3:
            yield f"{rect} has a contrast of {max(seen, default=0):.2f}, less than 3"
    for wire in drawn.wires:
        places = {((x + to_x) / 2, (y + to_y) / 2) for ((x, y), (to_x, to_y)), _ in wire.pieces}
        places |= {piece[0] for piece, _ in wire.pieces} | {wire.ends[1]}
        for bar in drawn.boxes:
            places |= {(bar.area.middle[0], piece[0][1]) for piece in wire.segments if _across(piece, bar)}
        found = min(contrast(wire.stroke, drawn.under(place, wire.order)) for place in places)
        if found < 3:
            yield f"{wire} has a contrast of {found:.2f}, less than 3"


def faults(svg: str, *, size: tuple[float, float] | None = None, web: bool = False) -> list[str]:
    """What is wrong with the drawing `svg`, a sentence each.

    Args:
        svg: The SVG, as written.
        size: The width and height its paper must have; None where any will do.
        web: Whether it is a web, of which lines may cross the bars and must end at boxes, and not rows.
    """
    try:
        drawn = read(svg)
    except ValueError as error:
        return [str(error)]
    checks = [_on_paper(drawn, size), _text_in_boxes(drawn), _apart(drawn), _badges(drawn)]
    checks += [_wires_clear(drawn, web=web), *([_tied(drawn)] if web else []), _colours(drawn)]
    return [fault for check in checks for fault in check]
