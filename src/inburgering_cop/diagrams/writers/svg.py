"""A picture as SVG: plain shapes and real text, so that it opens and ungroups in office software."""

from __future__ import annotations

import hashlib

from inburgering_cop.diagrams._colours import PAPER
from inburgering_cop.diagrams._picture import Panel, Picture, Point, Wire, Words
from inburgering_cop.diagrams.scenes._scene import Box
from inburgering_cop.diagrams.writers import _escape

_FONTS = "Arial, 'Liberation Sans', sans-serif"


def number(value: float) -> str:
    """A length with at most one decimal, the same text on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def _words(words: Words) -> str:
    weight = ' font-weight="bold"' if words.bold else ""
    anchor = ' text-anchor="middle"' if words.middle else ""
    place = f'x="{number(words.x)}" y="{number(words.y)}" font-size="{number(words.size)}"'
    return f'<text {place}{weight}{anchor} fill="{words.colour}">{_escape.xml(words.text)}</text>'


def _points(points: tuple[Point, ...]) -> str:
    """Points as the data of a path of straight lines from each to the next."""
    return " L ".join(f"{number(x)} {number(y)}" for x, y in points)


def _panel(panel: Panel) -> list[str]:
    dots = ' stroke-dasharray="2 4"' if isinstance(panel.of, Box) and panel.of.dotted else ""
    thickness = f' stroke-width="{number(panel.thickness)}"' if panel.fill else ""
    paint = f'fill="{panel.fill or "none"}" stroke="{panel.line}"{thickness}{dots}'
    if panel.point:
        return [f'<path d="M {_points(panel.outline)} Z" {paint}/>']
    place = f'x="{number(panel.x)}" y="{number(panel.y)}" width="{number(panel.width)}"'
    size = f'height="{number(panel.height)}" rx="{number(panel.corner)}"'
    return [f"<rect {place} {size} {paint}/>"]


def _path(points: tuple[Point, ...]) -> str:
    """Points as the data of a path: level and upright lines by their one coordinate that changes."""
    (x, y), *others = points
    steps = [f"M {number(x)} {number(y)}"]
    for to_x, to_y in others:
        steps.append(f"V {number(to_y)}" if to_x == x else f"H {number(to_x)}")
        x, y = to_x, to_y
    return " ".join(steps)


def _wire(wire: Wire) -> list[str]:
    dashes = f' stroke-dasharray="{" ".join(number(each) for each in wire.dashes)}"' if wire.dashes else ""
    stroke = f'stroke="{wire.colour}" stroke-width="{number(wire.thickness)}"{dashes}'
    return [
        f'<path d="{_path(wire.shaft)}" fill="none" {stroke}/>',
        f'<path d="M {_points(wire.tip)} Z" fill="{wire.colour}"/>',
    ]


def _body(picture: Picture) -> list[str]:
    """Everything that is seen on the paper."""
    first = min((panel.y for panel in picture.panels), default=picture.height)
    lines = [_words(each) for each in picture.words if each.y < first]
    for panel in picture.panels:
        lines += _panel(panel)
    for wire in picture.wires:
        lines += _wire(wire)
    lines += [_words(words) for panel in picture.panels for words in (*panel.words, *panel.notes)]
    lines += [_words(each) for each in picture.words if each.y >= first]
    return lines


def write(picture: Picture) -> str:
    """`picture` as an SVG document; the ids in it are its own, so that several can stand in one page."""
    width, height = number(picture.width), number(picture.height)
    body = _body(picture)
    name = hashlib.sha256("\n".join((picture.title, picture.description, *body)).encode()).hexdigest()[:8]
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="title_{name} desc_{name}" xml:lang="{picture.lang}" font-family="{_FONTS}">',
        f'<title id="title_{name}">{_escape.xml(picture.title)}</title>',
        f'<desc id="desc_{name}">{_escape.xml(picture.description)}</desc>',
        f'<rect x="0" y="0" width="{width}" height="{height}" fill="{PAPER}"/>',
    ]
    return "\n".join([*lines, *body, "</svg>"]) + "\n"
