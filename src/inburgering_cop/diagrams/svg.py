"""A picture as SVG: plain shapes and real text, so that it opens and ungroups in office software."""

from __future__ import annotations

from inburgering_cop.diagrams import _escape
from inburgering_cop.diagrams._colours import PAPER, QUIET
from inburgering_cop.diagrams._picture import Panel, Picture, Wire, Words
from inburgering_cop.diagrams._scene import Box

_FONTS = "Arial, 'Liberation Sans', sans-serif"


def number(value: float) -> str:
    """A length with at most one decimal, the same text on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def _words(words: Words) -> str:
    weight = ' font-weight="bold"' if words.bold else ""
    anchor = ' text-anchor="middle"' if words.middle else ""
    place = f'x="{number(words.x)}" y="{number(words.y)}" font-size="{number(words.size)}"'
    return f'<text {place}{weight}{anchor} fill="{words.colour}">{_escape.xml(words.text)}</text>'


def _panel(panel: Panel) -> list[str]:
    dots = ' stroke-dasharray="2 4"' if isinstance(panel.of, Box) and panel.of.dotted else ""
    thickness = f' stroke-width="{number(panel.thickness)}"' if panel.fill else ""
    paint = f'fill="{panel.fill or "none"}" stroke="{panel.line}"{thickness}{dots}'
    place = f'x="{number(panel.x)}" y="{number(panel.y)}" width="{number(panel.width)}"'
    size = f'height="{number(panel.height)}" rx="{number(panel.corner)}"'
    return [f"<rect {place} {size} {paint}/>", *(_words(each) for each in panel.words)]


def _wire(wire: Wire) -> str:
    (x, top), (_, bottom) = wire.start, wire.end
    shaft = f"M {number(x)} {number(top + 3)} V {number(bottom - 10)}"
    left, right, base = number(x - 8), number(x + 8), number(bottom - 12)
    point = f"M {left} {base} L {number(x)} {number(bottom - 2)} L {right} {base}"
    return f'<path d="{shaft} {point}" fill="none" stroke="{QUIET}" stroke-width="3"/>'


def write(picture: Picture) -> str:
    """`picture` as an SVG document."""
    width, height = number(picture.width), number(picture.height)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="title desc" xml:lang="{picture.lang}" font-family="{_FONTS}">',
        f'<title id="title">{_escape.xml(picture.title)}</title>',
        f'<desc id="desc">{_escape.xml(picture.description)}</desc>',
        f'<rect x="0" y="0" width="{width}" height="{height}" fill="{PAPER}"/>',
    ]
    first = min((panel.y for panel in picture.panels), default=picture.height)
    lines += [_words(each) for each in picture.words if each.y < first]
    for panel in picture.panels:
        lines += _panel(panel)
    lines += [_wire(wire) for wire in picture.wires]
    lines += [_words(each) for each in picture.words if each.y >= first]
    return "\n".join([*lines, "</svg>"]) + "\n"
