"""The layout of a roll, as high as it needs: a frame for each group with its boxes in rows, without arrows."""

from __future__ import annotations

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import QUIET, TEXT, Ink, ink
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams._picture import Panel, Picture, Words
from inburgering_cop.diagrams.scenes._scene import Box, Scene
from inburgering_cop.diagrams.slides._fitting import CORNERS, POINTS

WIDTH = 1280
_MARGIN = 40
_GAP = 16
_PAD = 12
_COLUMNS = 5
_BOX_WIDTH = (WIDTH - 2 * _MARGIN - 2 * _GAP - (_COLUMNS - 1) * _GAP) / _COLUMNS


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
    room = _BOX_WIDTH - 2 * _PAD - (8 if box.shape in ("organisation", "theme") else 0)
    name = box.named(lang)
    ruler = next((each for each in rulers.names if each.holds(name, within=room)), rulers.names[-1])
    lines = [_Line(text=text, ruler=ruler) for text in ruler.lines(name, within=room)]
    for detail in box.under:
        lines += [_Line(text=text, ruler=rulers.plain) for text in rulers.plain.lines(detail.get(lang), within=room)]
    height = 2 * _PAD + sum(_leading(line.ruler) for line in lines)
    x = _MARGIN + _GAP + column * (_BOX_WIDTH + _GAP)
    return _Placed(box=box, x=x, y=y, height=height, lines=tuple(lines))


def _words(text: str, *, x: float, y: float, ruler: Ruler, colour: str, middle: bool = False) -> Words:
    """A line of text with its top at `y`."""
    return Words(text=text, x=x, y=y + ruler.size, size=ruler.size, bold=ruler.bold, middle=middle, colour=colour)


def _panel(placed: _Placed, colours: Ink) -> Panel:
    words = []
    y = placed.y + (placed.height - sum(_leading(line.ruler) for line in placed.lines)) / 2
    for line in placed.lines:
        words.append(_words(line.text, x=placed.x + _BOX_WIDTH / 2, y=y, ruler=line.ruler, colour=TEXT, middle=True))
        y += _leading(line.ruler)
    return Panel(
        of=placed.box,
        x=placed.x,
        y=placed.y,
        width=_BOX_WIDTH,
        height=placed.height,
        corner=CORNERS[placed.box.shape],
        point=POINTS.get(placed.box.shape, 0.0),
        fill=colours.fill,
        line=colours.line,
        thickness=5 if placed.box.marked else 2,
        words=tuple(words),
    )


def _paragraph(words: list[Words], text: str, *, x: float, y: float, ruler: Ruler, colour: str) -> float:
    """Adds `text` in lines from the left, the first with its top at `y`; gives the y under it."""
    for line in ruler.lines(text, within=WIDTH - x - _MARGIN - _GAP):
        words.append(_words(line, x=x, y=y, ruler=ruler, colour=colour))
        y += _leading(ruler)
    return y


def _block(panels: list[Panel], scene: Scene, number: int, lang: str, *, y: float, rulers: _Type) -> float:
    """Adds one group: its frame with the heading, and its boxes in rows; gives the y under it."""
    group = scene.groups[number]
    colours = ink(group.ink)
    inside: list[Panel] = []
    heading: list[Words] = []
    top, x = y, _MARGIN + _GAP
    y = _paragraph(heading, group.label.get(lang), x=x, y=y + _PAD, ruler=rulers.heading, colour=colours.text)
    for line in group.details:
        y = _paragraph(heading, line.get(lang), x=x, y=y, ruler=rulers.plain, colour=TEXT)
    y += _PAD
    boxes = scene.within(group.id)
    for start in range(0, len(boxes), _COLUMNS):
        row = [_place(box, column, y, lang, rulers) for column, box in enumerate(boxes[start : start + _COLUMNS])]
        height = max(placed.height for placed in row)
        inside += [_panel(attrs.evolve(placed, height=height), colours) for placed in row]
        y += height + _GAP
    frame = Panel(
        of=group,
        x=_MARGIN,
        y=top,
        width=WIDTH - 2 * _MARGIN,
        height=y - top,
        corner=6,
        fill=None,
        line=colours.line,
        thickness=1,
        words=tuple(heading),
    )
    panels += [frame, *inside]
    return y


def lay_out(scene: Scene, lang: str) -> Picture:
    """`scene` in `lang`, as high as its boxes need."""
    rulers = _Type()
    words: list[Words] = []
    panels: list[Panel] = []
    y = float(_MARGIN)
    y = _paragraph(words, scene.title.get(lang), x=_MARGIN, y=y, ruler=rulers.title, colour=TEXT)
    y = _paragraph(words, scene.description.get(lang), x=_MARGIN, y=y + 4, ruler=rulers.plain, colour=TEXT)
    for number in range(len(scene.groups)):
        y = _block(panels, scene, number, lang, y=y + (2.25 if number else 1) * _GAP, rulers=rulers)
    y += _GAP
    legend = " · ".join(line.get(lang) for line in scene.legend)
    texts = [f"{phrases.text('word.legend', lang)}: {legend}."] if legend else []
    for text in (*texts, scene.source.get(lang)):
        y = _paragraph(words, text, x=_MARGIN, y=y, ruler=rulers.plain, colour=QUIET)
    return Picture(
        width=WIDTH,
        height=round(y + _MARGIN / 2),
        lang=lang,
        title=scene.title.get(lang),
        description=scene.description.get(lang),
        panels=tuple(panels),
        wires=(),
        words=tuple(words),
    )
