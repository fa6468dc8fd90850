"""Reading the pictures back, as the programs that show them do: what text is shown, where, in what colours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from importlib.resources import files
from math import dist
from xml.etree import ElementTree

import attrs

PAPER = "#FFFFFF"
_ROUNDED = 0.15
_SVG = "{http://www.w3.org/2000/svg}"
_CODE = re.compile(r"#(\d+);")
_DOT_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_WIDTHS = json.loads((files("inburgering_cop") / "diagrams" / "liberation_sans.json").read_text(encoding="utf-8"))
_COMMAND = re.compile(r"([A-Za-z])|(-?\d+(?:\.\d+)?)")

Point = tuple[float, float]
Segment = tuple[Point, Point]


def on_one_line(text: str) -> str:
    """`text` as a picture shows it: without the characters XML does not have, runs of spaces as one."""
    allowed = (
        letter
        if letter in "\t\n\r" or " " <= letter <= "\ud7ff" or "\ue000" <= letter <= "\ufffd" or letter >= "\U00010000"
        else " "
        for letter in text
    )
    return " ".join("".join(allowed).split())


def mermaid_shown(label: str) -> str:
    """What Mermaid shows for `label`: every code as its character."""
    return _CODE.sub(lambda found: chr(int(found[1])), label)


def mermaid_title(title: str) -> str:
    """`title` as it stands over a Mermaid picture: with signs that look like those of tags and codes."""
    return re.sub(r"&(#?\w+;)", "＆\\1", title.replace("<", "‹").replace(">", "›"))


def mermaid_labels(text: str) -> list[str]:
    """What Mermaid shows in every quoted label under the front matter, line breaks as new labels."""
    body = text.split("\n---\n", 1)[1]
    found = re.findall(r'"([^"]*)"', "\n".join(line for line in body.splitlines() if "acc" not in line[:6]))
    return [mermaid_shown(part) for label in found for part in label.split("<br/>")]


def dot_strings(text: str) -> list[str]:
    """What Graphviz shows for every `label="…"` in DOT, its lines apart."""
    shown: list[str] = []
    for found in re.finditer(r"label=" + _DOT_STRING.pattern, text, re.DOTALL):
        shown += [line for line in _dot_lines(found[1]) if line]
    return shown


def _dot_lines(quoted: str) -> Iterator[str]:
    line = ""
    for piece in re.findall(r"\\.|[^\\]+", quoted, re.DOTALL):
        if piece in {"\\n", "\\l", "\\r"}:
            yield _entities(line)
            line = ""
        else:
            line += piece[1:] if piece.startswith("\\") else piece
    yield _entities(line)


def _entities(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@attrs.frozen(kw_only=True)
class Rect:
    """A rectangle of an SVG, its line included."""

    left: float
    top: float
    right: float
    bottom: float
    fill: str
    stroke: str | None
    corner: float
    line: float
    point: float = 0.0

    def holds(self, other: Rect | Line, *, slack: float = 0.05) -> bool:
        """Whether `other` lies within it."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def touches(self, other: Rect | Line) -> bool:
        """Whether `other` and it share any place."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@attrs.frozen(kw_only=True)
class Line:
    """A line of text of an SVG, by the bundled widths."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    fill: str
    centred: bool


@attrs.frozen(kw_only=True)
class Arrow:
    """An arrow of an SVG: where it starts, its corners and the point of its head, and how it is drawn."""

    points: tuple[Point, ...]
    colour: str
    line: float
    dashes: str | None


@attrs.frozen(kw_only=True)
class Picture:
    """An SVG, read back: its paper, the frames of its groups, its boxes, its lines of text, its arrows."""

    root: ElementTree.Element
    paper: Rect
    frames: tuple[Rect, ...]
    boxes: tuple[Rect, ...]
    lines: tuple[Line, ...]
    arrows: tuple[Arrow, ...]

    @property
    def shown(self) -> str:
        """All its text, joined."""
        return " ".join(line.text for line in self.lines)

    def within(self, box: Rect) -> tuple[Line, ...]:
        """The lines whose middle stands in `box`."""
        return tuple(
            line
            for line in self.lines
            if line.centred
            and box.left <= (line.left + line.right) / 2 <= box.right
            and box.top <= (line.top + line.bottom) / 2 <= box.bottom
        )

    def under(self, line: Line) -> str:
        """The colour `line` stands on."""
        return next((box.fill for box in self.boxes if line in self.within(box)), PAPER)


def picture(svg: str) -> Picture:
    """`svg`, read as any XML reader does."""
    root = ElementTree.fromstring(svg.encode())  # noqa: S314
    rects = [_hexagon(each) if is_hexagon(each) else _rect(each) for each in root.iter() if _is_area(each)]
    return Picture(
        root=root,
        paper=rects[0],
        frames=tuple(rect for rect in rects[1:] if rect.fill == "none"),
        boxes=tuple(rect for rect in rects[1:] if rect.fill != "none"),
        lines=tuple(_line(element) for element in root.iter(f"{_SVG}text")),
        arrows=tuple(_arrows([path for path in root.iter(f"{_SVG}path") if not is_hexagon(path)])),
    )


def _arrows(paths: list[ElementTree.Element]) -> Iterator[Arrow]:
    """Every two paths as an arrow: its line, then its head, filled with the colour of the line."""
    for line, head in zip(paths[::2], paths[1::2], strict=True):
        pieces, sides = list(segments(line.attrib["d"])), list(segments(head.attrib["d"]))
        end = pieces[-1][1]
        assert (line.attrib["fill"], head.get("stroke"), len(sides)) == ("none", None, 3)
        assert head.attrib["fill"] == line.attrib["stroke"]
        yield Arrow(
            points=(pieces[0][0], *(to for _, to in pieces[:-1]), max((at for at, _ in sides), key=partial(dist, end))),
            colour=line.attrib["stroke"],
            line=float(line.attrib["stroke-width"]),
            dashes=line.get("stroke-dasharray"),
        )


def segments(path: str) -> Iterator[Segment]:
    """The straight pieces of a path of M, L, H, V and Z.

    Raises:
        ValueError: It holds anything else.
    """
    at = start = (0.0, 0.0)
    command = ""
    numbers: list[float] = []
    for letter, number in [*_COMMAND.findall(path), ("M", "")]:
        if letter:
            if numbers or command == "Z":
                raise ValueError(f"the path {path!r} cannot be followed")
            command = letter
            if command not in "MLHVZ":
                raise ValueError(f"the path {path!r} is not of straight pieces")
            if command == "Z":
                yield at, start
                at, command = start, "M"
            continue
        numbers.append(float(number))
        if len(numbers) < (1 if command in "HV" else 2):
            continue
        to = {"H": (numbers[0], at[1]), "V": (at[0], numbers[0])}.get(command) or (numbers[0], numbers[1])
        if command == "M":
            start, command = to, "L"
        else:
            yield at, to
        at, numbers = to, []


def is_hexagon(element: ElementTree.Element) -> bool:
    """Whether it is a path that is filled and has a line: a box whose sides come to a point."""
    return element.tag == f"{_SVG}path" and element.get("fill") != "none" and bool(element.get("stroke"))


def outline(element: ElementTree.Element) -> tuple[float, float, float, float, float]:
    """The left, top, right and bottom of a hexagon, and how far its sides come to a point.

    Raises:
        ValueError: It has other corners than those of one that stands upright, its points halfway its height.
    """
    points = [start for start, _ in segments(element.attrib["d"])]
    xs, ys = sorted({x for x, _ in points}), sorted({y for _, y in points})
    wanted = [(xs[1], ys[0]), (xs[-2], ys[0]), (xs[-1], ys[1]), (xs[-2], ys[-1]), (xs[1], ys[-1]), (xs[0], ys[1])]
    if points != wanted or abs(ys[1] - (ys[0] + ys[-1]) / 2) > _ROUNDED or len(ys) != 3:
        raise ValueError("the place of a <path> cannot be told")
    return xs[0], ys[0], xs[-1], ys[-1], xs[1] - xs[0]


def _is_area(element: ElementTree.Element) -> bool:
    return element.tag == f"{_SVG}rect" or is_hexagon(element)


def _hexagon(element: ElementTree.Element) -> Rect:
    left, top, right, bottom, point = outline(element)
    line = float(element.attrib["stroke-width"])
    return Rect(
        left=left - line / 2,
        top=top - line / 2,
        right=right + line / 2,
        bottom=bottom + line / 2,
        fill=element.attrib["fill"],
        stroke=element.attrib["stroke"],
        corner=0.0,
        line=line,
        point=point,
    )


def _rect(element: ElementTree.Element) -> Rect:
    left, top = float(element.attrib["x"]), float(element.attrib["y"])
    stroke = element.get("stroke")
    line = float(element.get("stroke-width", "1")) if stroke else 0.0
    return Rect(
        left=left - line / 2,
        top=top - line / 2,
        right=left + float(element.attrib["width"]) + line / 2,
        bottom=top + float(element.attrib["height"]) + line / 2,
        fill=element.attrib["fill"],
        stroke=stroke,
        corner=float(element.get("rx", "0")),
        line=line,
    )


def _line(element: ElementTree.Element) -> Line:
    text, size = element.text or "", float(element.attrib["font-size"])
    table = _WIDTHS["bold" if element.get("font-weight") == "bold" else "regular"]
    width = sum(table.get(letter, 1000) for letter in text) * size / 1000
    centred = element.get("text-anchor") == "middle"
    left = float(element.attrib["x"]) - (width / 2 if centred else 0)
    baseline = float(element.attrib["y"])
    return Line(
        text=text,
        left=left,
        top=baseline - 0.9 * size,
        right=left + width,
        bottom=baseline + 0.22 * size,
        fill=element.attrib["fill"],
        centred=centred,
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (`#1B1B1B`), 1 to 21. Source: WCAG 2.2, relative luminance and contrast ratio."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
