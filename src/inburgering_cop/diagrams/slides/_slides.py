"""The layout of a slide or poster: a paper of fixed size, filled with the largest type that fits, in one calm block."""

from __future__ import annotations

from itertools import pairwise

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import QUIET, TEXT, Ink, ink
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams._picture import Panel, Picture, Wire, Words
from inburgering_cop.diagrams.scenes import _limits
from inburgering_cop.diagrams.scenes._scene import Box, Scene
from inburgering_cop.diagrams.scenes._wording import text
from inburgering_cop.diagrams.slides import _rows, _seeking
from inburgering_cop.diagrams.slides._fitting import CORNERS, POINTS, Line, height
from inburgering_cop.diagrams.slides._paper import PAPERS, Paper
from inburgering_cop.diagrams.slides._shelves import (
    ABOVE,
    BETWEEN,
    INSIDE,
    Arrangement,
    Frame,
    Shelf,
)

_MOST = 4
_CLEAR = 3
_CLEAR_OF_TEXT = 12


def _set(line: Line, *, x: float, y: float, colour: str, middle: bool = False) -> Words:
    """A line of text with its top at `y`."""
    ruler = line.ruler
    return Words(text=line.text, x=x, y=y + ruler.size, size=ruler.size, bold=ruler.bold, middle=middle, colour=colour)


def _head(scene: Scene, lang: str, paper: Paper) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Title and description: the title in the largest type that takes one line; the description in two, or in smaller
    type in four at most.
    """
    room = paper.inner
    text = scene.title.get(lang)
    rulers = [Ruler(size=size, bold=True) for size in paper.titles]
    ruler = next((each for each in rulers if each.width(text) <= room), rulers[-1])
    said = scene.description.get(lang)
    plains = [Ruler(size=size) for size in paper.plain]
    plain = next((each for each in plains if len(each.lines(said, within=room)) <= 2), plains[-1])
    lines = plain.cut(said, within=room, most=_MOST)
    return (
        tuple(_line(each, ruler, paper) for each in ruler.lines(text, within=room)),
        tuple(_line(each, plain, paper) for each in lines),
    )


def _line(text: str, ruler: Ruler, paper: Paper) -> Line:
    return Line(text=text, ruler=ruler, leading=paper.leading)


def _foot(scene: Scene, lang: str, paper: Paper) -> tuple[Line, ...]:
    ruler = Ruler(size=paper.foot)
    pointed = text("legend.theme")
    drawn = any(box.shape == "theme" for group in scene.groups for box in scene.within(group.id))
    legend = " · ".join(line.get(lang) for line in scene.legend if drawn or line != pointed)
    texts = [f"{phrases.text('word.legend', lang)}: {legend}."] if legend else []
    texts.append(scene.source.get(lang))
    return tuple(_line(line, ruler, paper) for text in texts for line in ruler.lines(text, within=paper.inner))


def _panel(box: Box, lines: tuple[Line, ...], colours: Ink, *, x: float, y: float, width: float, high: float) -> Panel:
    words = []
    at = y + (high - height(lines)) / 2
    for line in lines:
        words.append(_set(line, x=x + width / 2, y=at, colour=TEXT, middle=True))
        at += line.height
    return Panel(
        of=box,
        x=x,
        y=y,
        width=width,
        height=high,
        corner=CORNERS[box.shape],
        point=POINTS.get(box.shape, 0.0),
        fill=colours.fill,
        line=colours.line,
        thickness=5 if box.marked else 2,
        words=tuple(words),
    )


def _frame(frame: Frame, shelf: Shelf, *, x: float, y: float, high: float) -> list[Panel]:
    """The frame with its heading, and its boxes."""
    colours = ink(frame.group.ink)
    at = y + ABOVE
    words = []
    for line in frame.heading:
        words.append(_set(line, x=x + INSIDE, y=at, colour=colours.text if line.ruler.bold else TEXT))
        at += line.height
    panels = [
        Panel(
            of=frame.group,
            x=x,
            y=y,
            width=frame.width,
            height=high,
            corner=6,
            fill=None,
            line=colours.line,
            thickness=1,
            words=tuple(words),
        )
    ]
    top = y + shelf.top(frame)
    for each in frame.places:
        left = x + INSIDE + each.column * (frame.box_width + frame.paper.gap)
        panels.append(
            _panel(each.box, each.lines, colours, x=left, y=top + each.top, width=frame.box_width, high=each.height)
        )
    return panels


def _wire(upper: Panel, lower: Panel) -> Wire:
    """An arrow to the frame beside it or under it; to the start of the next shelf it turns twice."""
    if upper.y == lower.y:
        y = upper.y + upper.height / 2
        points = ((upper.x + upper.width + _CLEAR, y), (lower.x - _CLEAR, y))
    else:
        start, end = upper.x + upper.width / 2, lower.x + lower.width / 2
        top, bottom = upper.y + upper.height, lower.y
        turns = () if start == end else ((start, (top + bottom) / 2), (end, (top + bottom) / 2))
        points = ((start, top + _CLEAR), *turns, (end, bottom - _CLEAR))
    return Wire(tail=upper.of.id, head=lower.of.id, points=points, colour=QUIET, thickness=3)


def laid_out(scene: Scene, lang: str, *, suffix: str) -> Picture:
    """`scene` in `lang` on its own paper.

    Args:
        scene: What is drawn; it can be drawn as rows.
        lang: Its language.
        suffix: What it is drawn for.

    Raises:
        CannotDrawError: It has more boxes or text than a slide or poster holds.
    """
    if scene.paper == "roll":
        return _rows.lay_out(scene, lang)
    _limits.check(scene, suffix)
    picture = lay_out(scene, lang)
    if picture is None:
        raise _limits.too_much(scene, suffix)
    return picture


@attrs.frozen(kw_only=True)
class _Sheet:
    """A paper with its title, description, legend and source set, and the height that is left between these."""

    paper: Paper
    words: tuple[Words, ...]
    top: float
    room: float


def _sheet(scene: Scene, lang: str, paper: Paper) -> _Sheet:
    title, description = _head(scene, lang, paper)
    foot = _foot(scene, lang, paper)
    words: list[Words] = []
    y = paper.margin * 0.8
    for line in title:
        words.append(_set(line, x=paper.margin, y=y, colour=TEXT))
        y += line.height
    y += 2
    for line in description:
        words.append(_set(line, x=paper.margin, y=y, colour=TEXT))
        y += line.height
    top = y + _CLEAR_OF_TEXT
    bottom = paper.height - paper.margin / 2 - height(foot)
    y = bottom
    for line in foot:
        words.append(_set(line, x=paper.margin, y=y, colour=QUIET))
        y += line.height
    return _Sheet(paper=paper, words=tuple(words), top=top, room=bottom - _CLEAR_OF_TEXT - top)


def _placed(found: Arrangement, sheet: _Sheet) -> tuple[list[Panel], list[Panel]]:
    """The panels of an arrangement in the middle of its sheet, and of these the frames on its shelves."""
    panels: list[Panel] = []
    frames: list[Panel] = []
    width = max((shelf.width for shelf in found.shelves), default=0.0)
    whole = width + (found.aside.width + BETWEEN if found.aside else 0.0)
    y = start = sheet.top + (sheet.room - found.height) * 0.45
    for number, shelf in enumerate(each.widened(width) for each in found.shelves):
        y += found.gaps[number - 1] if number else 0
        x = (sheet.paper.width - whole) / 2
        for frame in shelf.frames:
            made = _frame(frame, shelf, x=x, y=y, high=shelf.height)
            frames.append(made[0])
            panels += made
            x += frame.width + shelf.between
        y += shelf.height
    if found.aside:
        x = (sheet.paper.width + whole) / 2 - found.aside.width
        panels += _frame(found.aside.frames[0], found.aside, x=x, y=start, high=max(y - start, found.aside.height))
    return panels, frames


def _fitted(scene: Scene, lang: str) -> tuple[_Sheet, Arrangement] | None:
    """The first sheet that holds the scene whole, or else the closest set one with text cut; None where none fits."""
    sheets = [_sheet(scene, lang, paper) for paper in PAPERS[scene.paper]]
    for seek, tried in ((_seeking.whole, sheets), (_seeking.shortened, sheets[-1:])):
        for sheet in tried:
            if found := seek(scene, lang, sheet.paper, sheet.room):
                return sheet, found
    return None


def lay_out(scene: Scene, lang: str) -> Picture | None:
    """`scene` in `lang` on its paper; None where it does not fit there, even shortened."""
    fitted = _fitted(scene, lang)
    if fitted is None:
        return None
    sheet, found = fitted
    panels, frames = _placed(found, sheet)
    tied = {(arrow.tail, arrow.head) for arrow in scene.arrows}
    wires = [_wire(one, other) for one, other in pairwise(frames) if (one.of.id, other.of.id) in tied]
    return Picture(
        width=sheet.paper.width,
        height=sheet.paper.height,
        lang=lang,
        title=scene.title.get(lang),
        description=scene.description.get(lang),
        panels=tuple(panels),
        wires=tuple(wires),
        words=sheet.words,
    )
