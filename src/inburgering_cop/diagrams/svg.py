"""A scene as SVG: a block of rows of boxes per group, measured with the bundled font's widths."""

from __future__ import annotations

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams import _escape
from inburgering_cop.diagrams._colours import PAPER, QUIET, TEXT, Ink, ink
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams._scene import Box, Scene

WIDTH = 1280
_MARGIN = 40
_GAP = 16
_PAD = 12
_COLUMNS = 5
_BOX_WIDTH = (WIDTH - 2 * _MARGIN - 2 * _GAP - (_COLUMNS - 1) * _GAP) / _COLUMNS
_FONTS = "Arial, 'Liberation Sans', sans-serif"
_CORNERS = {"function": 0.0, "kind": 12.0, "organisation": 30.0, "theme": 6.0}


@attrs.frozen(kw_only=True, eq=False)
class _Type:
    """The sizes of text. On a 16:9 slide (33.87 cm wide) 16 user units are 12 pt, so 18 are 13.5 pt."""

    title: Ruler = attrs.field(factory=lambda: Ruler(size=32, bold=True))
    heading: Ruler = attrs.field(factory=lambda: Ruler(size=22, bold=True))
    names: tuple[Ruler, ...] = attrs.field(factory=lambda: tuple(Ruler(size=size, bold=True) for size in (18, 17, 16)))
    plain: Ruler = attrs.field(factory=lambda: Ruler(size=18))


@attrs.frozen(kw_only=True)
class _Line:
    """One line of text and the ruler it was measured with."""

    text: str
    ruler: Ruler


@attrs.frozen(kw_only=True)
class _Placed:
    """A box with its place."""

    box: Box
    x: float
    y: float
    height: float
    lines: tuple[_Line, ...]


def _leading(ruler: Ruler) -> float:
    return ruler.size * 1.25


def _place(box: Box, column: int, y: float, lang: str, rulers: _Type) -> _Placed:
    room = _BOX_WIDTH - 2 * _PAD - (8 if box.shape == "organisation" else 0)
    name = box.label.get(lang)
    ruler = next((each for each in rulers.names if each.holds(name, within=room)), rulers.names[-1])
    lines = [_Line(text=text, ruler=ruler) for text in ruler.lines(name, within=room)]
    for detail in box.details:
        lines += [_Line(text=text, ruler=rulers.plain) for text in rulers.plain.lines(detail.get(lang), within=room)]
    height = 2 * _PAD + sum(_leading(line.ruler) for line in lines)
    x = _MARGIN + _GAP + column * (_BOX_WIDTH + _GAP)
    return _Placed(box=box, x=x, y=y, height=height, lines=tuple(lines))


def _number(value: float) -> str:
    """A length with at most one decimal, the same text on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def _text(text: str, *, x: float, y: float, ruler: Ruler, colour: str, middle: bool) -> str:
    weight = ' font-weight="bold"' if ruler.bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    place = f'x="{_number(x)}" y="{_number(y + ruler.size)}" font-size="{_number(ruler.size)}"'
    return f'<text {place}{weight}{anchor} fill="{colour}">{_escape.xml(text)}</text>'


def _drawn(placed: _Placed, colours: Ink) -> list[str]:
    dots = ' stroke-dasharray="2 4"' if placed.box.dotted else ""
    paint = f'fill="{colours.fill}" stroke="{colours.line}" stroke-width="{5 if placed.box.marked else 2}"{dots}'
    place = f'x="{_number(placed.x)}" y="{_number(placed.y)}" width="{_number(_BOX_WIDTH)}"'
    size = f'height="{_number(placed.height)}" rx="{_number(_CORNERS[placed.box.shape])}"'
    drawn = [f"<rect {place} {size} {paint}/>"]
    y = placed.y + (placed.height - sum(_leading(line.ruler) for line in placed.lines)) / 2
    for line in placed.lines:
        drawn.append(_text(line.text, x=placed.x + _BOX_WIDTH / 2, y=y, ruler=line.ruler, colour=TEXT, middle=True))
        y += _leading(line.ruler)
    return drawn


def _paragraph(body: list[str], text: str, *, x: float, y: float, ruler: Ruler, colour: str) -> float:
    """`text` in lines from the left, the first with its top at `y`; gives the y under it."""
    for line in ruler.lines(text, within=WIDTH - x - _MARGIN - _GAP):
        body.append(_text(line, x=x, y=y, ruler=ruler, colour=colour, middle=False))
        y += _leading(ruler)
    return y


def _block(body: list[str], scene: Scene, number: int, lang: str, *, y: float, rulers: _Type) -> float:
    """One group as a frame with its heading and its boxes in rows; gives the y under it."""
    group, colours = scene.groups[number], ink(number)
    inside: list[str] = []
    top = y
    y = _paragraph(
        inside, group.label.get(lang), x=_MARGIN + _GAP, y=y + _PAD, ruler=rulers.heading, colour=colours.text
    )
    for line in group.details:
        y = _paragraph(inside, line.get(lang), x=_MARGIN + _GAP, y=y, ruler=rulers.plain, colour=TEXT)
    y += _PAD
    boxes = scene.within(group.id)
    for start in range(0, len(boxes), _COLUMNS):
        row = [_place(box, column, y, lang, rulers) for column, box in enumerate(boxes[start : start + _COLUMNS])]
        height = max(placed.height for placed in row)
        for placed in row:
            inside += _drawn(attrs.evolve(placed, height=height), colours)
        y += height + _GAP
    frame = (
        f'width="{_number(WIDTH - 2 * _MARGIN)}" height="{_number(y - top)}" rx="6" fill="none" stroke="{colours.line}"'
    )
    body += [f'<rect x="{_MARGIN}" y="{_number(top)}" {frame}/>', *inside]
    return y


def _arrow_down(top: float, bottom: float) -> str:
    x = WIDTH / 2
    shaft = f"M {_number(x)} {_number(top + 3)} V {_number(bottom - 10)}"
    left, right, base = _number(x - 8), _number(x + 8), _number(bottom - 12)
    point = f"M {left} {base} L {_number(x)} {_number(bottom - 2)} L {right} {base}"
    return f'<path d="{shaft} {point}" fill="none" stroke="{QUIET}" stroke-width="3"/>'


def write(scene: Scene, lang: str) -> str:
    """`scene` as an SVG document in `lang`, as high as its boxes need."""
    rulers = _Type()
    body: list[str] = []
    y = float(_MARGIN)
    y = _paragraph(body, scene.title.get(lang), x=_MARGIN, y=y, ruler=rulers.title, colour=TEXT)
    y = _paragraph(body, scene.description.get(lang), x=_MARGIN, y=y + 4, ruler=rulers.plain, colour=TEXT)
    for number, group in enumerate(scene.groups):
        y = _block(body, scene, number, lang, y=y + (2.25 if number else 1) * _GAP, rulers=rulers)
        if number + 1 < len(scene.groups) and any(arrow.tail == group.id for arrow in scene.arrows):
            body.append(_arrow_down(y, y + 2.25 * _GAP))
    y += _GAP
    legend = " · ".join(line.get(lang) for line in scene.legend)
    texts = [f"{phrases.text('word.legend', lang)}: {legend}."] if legend else []
    for text in (*texts, scene.source.get(lang)):
        y = _paragraph(body, text, x=_MARGIN, y=y, ruler=rulers.plain, colour=QUIET)
    height = round(y + _MARGIN / 2)
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="title desc" xml:lang="{lang}" font-family="{_FONTS}">',
        f'<title id="title">{_escape.xml(scene.title.get(lang))}</title>',
        f'<desc id="desc">{_escape.xml(scene.description.get(lang))}</desc>',
        f'<rect x="0" y="0" width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
    ]
    return "\n".join([*head, *body, "</svg>"]) + "\n"
