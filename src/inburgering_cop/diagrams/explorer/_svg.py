"""The picture of the keten as SVG inside the page: every box a link, both languages."""

from __future__ import annotations

from inburgering_cop.diagrams.explorer._layout import (
    BOX_WIDTH,
    GUTTER,
    HEADING,
    LANGUAGES,
    LEADING,
    PLAIN,
    WIDTH,
    Band,
    Cell,
    Map,
)
from inburgering_cop.diagrams.scenes._scene import Box
from inburgering_cop.diagrams.writers import _escape
from inburgering_cop.diagrams.writers.svg import number

_FONTS = "Arial, 'Liberation Sans', sans-serif"
_CORNERS = {"function": 0.0, "kind": 9.0, "organisation": 17.0}


def _text(lines: tuple[str, ...], cell: Cell, x: float, size: float, lang: str) -> str:
    y = cell.y + (cell.height - len(lines) * LEADING) / 2 + size * 0.95
    spans = []
    for at, line in enumerate(lines):
        space = "" if at == len(lines) - 1 or line.endswith("-") else " "
        place = f'x="{number(x)}" y="{number(y + at * LEADING)}"'
        spans.append(f"<tspan {place}>{_escape.xml(line)}</tspan>{space}")
    return f"<text{lang}>{''.join(spans)}</text>"


def _texts(cell: Cell, x: float, size: float) -> str:
    """The lines of a cell, once where both languages have the same; else the page shows those of its own."""
    nl, en = cell.lines
    if nl == en:
        return _text(nl, cell, x, size, "")
    return "".join(
        _text(lines, cell, x, size, f' lang="{lang}"') for lang, lines in zip(LANGUAGES, cell.lines, strict=True)
    )


def _cell(cell: Cell) -> str:
    if not isinstance(cell.of, Box):
        place = f'data-group="{cell.of.id}" data-y="{number(cell.y)}" data-height="{number(cell.height)}"'
        return f'<g class="heading rung-{cell.rung}" {place}>{_texts(cell, cell.x, HEADING)}</g>'
    box = cell.of
    place = f'x="{number(cell.x)}" y="{number(cell.y)}" width="{number(BOX_WIDTH)}" height="{number(cell.height)}"'
    corner = number(min(_CORNERS[box.shape], cell.height / 2))
    return (
        f'<a href="#partner={box.id}" class="box"><rect {place} rx="{corner}"/>{_texts(cell, cell.middle, PLAIN)}</a>'
    )


def _band(band: Band) -> str:
    width = number(WIDTH - 4)
    return (
        f'<rect class="band rung-{band.rung}" data-rung="{band.rung}" x="2" y="{number(band.y)}" width="{width}" '
        f'height="{number(band.height)}" rx="6"/>'
    )


def write(picture: Map, lang: str) -> str:
    """`picture` as an SVG element, in `lang` until the script says it in the other."""
    width, height = number(WIDTH), number(picture.height + GUTTER / 2)
    title, description = picture.scene.title, picture.scene.description
    lines = [
        f'<svg viewBox="0 0 {width} {height}" role="group" aria-labelledby="picture-name" '
        f'aria-describedby="picture-about" font-family="{_FONTS}" font-size="{number(PLAIN)}">',
        f'<title id="picture-name" data-say="word.keten">{_escape.xml(title.get(lang))}</title>',
        f'<desc id="picture-about" data-say="explorer.picture">{_escape.xml(description.get(lang))}</desc>',
        *(_band(band) for band in picture.bands),
        '<g class="ways"></g>',
        *(_cell(cell) for cell in picture.cells),
        "</svg>",
    ]
    return "\n".join(lines)
