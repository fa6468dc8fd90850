"""The layout of a slide or poster: a paper of fixed size, filled with the largest type that fits, in one calm block."""

from __future__ import annotations

from itertools import pairwise

from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import QUIET, TEXT, Ink, ink
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams._picture import Panel, Picture, Wire, Words
from inburgering_cop.diagrams.scenes import _limits
from inburgering_cop.diagrams.scenes._scene import Box, Scene
from inburgering_cop.diagrams.slides import _rows
from inburgering_cop.diagrams.slides._arranging import Arranger
from inburgering_cop.diagrams.slides._fitting import PAD, Line, Setter, Size, height
from inburgering_cop.diagrams.slides._lengthening import lengthened
from inburgering_cop.diagrams.slides._shelves import (
    ABOVE,
    BETWEEN,
    GAP,
    INSIDE,
    Arrangement,
    Frame,
    Paper,
    Shelf,
    filled,
)

SLIDE = Paper(width=1280, height=720, margin=40, columns=6, widest=380, arrow=38, turns=False)
POSTER = Paper(width=3179, height=2245, margin=64, columns=14, widest=420, arrow=44, turns=True)
PAPERS = {"slide": SLIDE, "poster": POSTER}

_SIZES = (
    Size(name=26, plain=23, heading=26),
    Size(name=24, plain=21, heading=24),
    Size(name=22, plain=20, heading=22),
    Size(name=20, plain=18, heading=21),
    Size(name=18, plain=17, heading=20),
    Size(name=17, plain=16, heading=19),
    Size(name=16, plain=16, heading=18),
    Size(name=16, plain=16, heading=18, lines=3),
    Size(name=16, plain=16, heading=18, lines=2),
    Size(name=16, plain=16, heading=18, joined=3),
    Size(name=16, plain=16, heading=18, joined=2),
    Size(name=16, plain=16, heading=18, joined=1),
    Size(name=16, plain=16, heading=18, lines=1, counted=True),
)
_TITLES = (34, 30, 26, 22)
_LIKELY = 0.2
_CLEAR = 3
_CORNERS = {"function": 0.0, "kind": 12.0, "organisation": 30.0, "theme": 6.0}


def _set(line: Line, *, x: float, y: float, colour: str, middle: bool = False) -> Words:
    """A line of text with its top at `y`."""
    ruler = line.ruler
    return Words(text=line.text, x=x, y=y + ruler.size, size=ruler.size, bold=ruler.bold, middle=middle, colour=colour)


def _head(scene: Scene, lang: str, paper: Paper) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Title and description: the title in the largest type that takes one line, the description cut to two."""
    room = paper.width - 2 * paper.margin
    text = scene.title.get(lang)
    rulers = [Ruler(size=size * (2 if paper is POSTER else 1), bold=True) for size in _TITLES]
    ruler = next((each for each in rulers if each.width(text) <= room), rulers[-1])
    title = tuple(Line(text=each, ruler=ruler) for each in ruler.lines(text, within=room))
    plain = Ruler(size=30 if paper is POSTER else 18)
    words = plain.cut(scene.description.get(lang), within=room, most=2)
    return title, tuple(Line(text=each, ruler=plain) for each in words)


def _foot(scene: Scene, lang: str, paper: Paper) -> tuple[Line, ...]:
    ruler = Ruler(size=22 if paper is POSTER else 16)
    legend = " · ".join(line.get(lang) for line in scene.legend)
    texts = [f"{phrases.text('word.legend', lang)}: {legend}."] if legend else []
    texts.append(scene.source.get(lang))
    within = paper.width - 2 * paper.margin
    return tuple(Line(text=line, ruler=ruler) for text in texts for line in ruler.lines(text, within=within))


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
        corner=_CORNERS[box.shape],
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
    top = y + shelf.top
    for row, row_height in enumerate(frame.rows):
        for column, (box, lines) in enumerate(frame.boxes[row * frame.columns : (row + 1) * frame.columns]):
            left = x + INSIDE + column * (frame.box_width + GAP)
            panels.append(_panel(box, lines, colours, x=left, y=top, width=frame.box_width, high=row_height))
        top += row_height + GAP
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


def _arrange(scene: Scene, lang: str, paper: Paper, room: float) -> Arrangement | None:
    """The arrangement at the largest size that fits, filled up; None where nothing fits.

    Rows of one height are preferred. The search starts at the size whose text takes a fifth of the paper: there most
    drawings just fit, so that few sizes are tried in vain.
    """
    smallest = _SIZES[-1].plain
    ruler = Ruler(size=smallest, breaks_over=(paper.widest - 3 * PAD) / smallest * 1000)
    found: dict[int, Arrangement] = {}

    def arranger(number: int) -> Arranger:
        return Arranger(scene, Setter(_SIZES[number], lang, ruler), paper)

    def fits(number: int) -> bool:
        tried = arranger(number)
        for aligned in (True, False):
            best = tried.best(room, aligned=aligned)
            if best:
                longer = lengthened(best, tried.setter, room)
                found[number] = filled(longer, room, aligned=aligned and _SIZES[number].whole)
                return True
        return False

    likely = next(number for number in range(len(_SIZES)) if arranger(number).share(room) <= _LIKELY)
    largest = next((number for number in range(likely, len(_SIZES)) if fits(number)), None)
    while largest and largest <= likely and fits(largest - 1):
        largest -= 1
    return None if largest is None else found[largest]


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


def lay_out(scene: Scene, lang: str) -> Picture | None:
    """`scene` in `lang` on its paper; None where it does not fit there, even shortened."""
    paper = PAPERS[scene.paper]
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
    top = y + GAP
    bottom = paper.height - paper.margin / 2 - height(foot)
    y = bottom
    for line in foot:
        words.append(_set(line, x=paper.margin, y=y, colour=QUIET))
        y += line.height
    room = bottom - GAP - top
    found = _arrange(scene, lang, paper, room)
    if found is None:
        return None
    panels: list[Panel] = []
    frames: list[Panel] = []
    width = max(shelf.width for shelf in found.shelves) if found.shelves else 0.0
    whole = width + (found.aside.width + BETWEEN if found.aside else 0.0)
    y = start = top + (room - found.height) * 0.45
    for number, shelf in enumerate(each.widened(width) for each in found.shelves):
        y += found.gaps[number - 1] if number else 0
        x = (paper.width - whole) / 2
        for frame in shelf.frames:
            made = _frame(frame, shelf, x=x, y=y, high=shelf.height)
            frames.append(made[0])
            panels += made
            x += frame.width + shelf.between
        y += shelf.height
    if found.aside:
        x = (paper.width + whole) / 2 - found.aside.width
        panels += _frame(found.aside.frames[0], found.aside, x=x, y=start, high=max(y - start, found.aside.height))
    tied = {(arrow.tail, arrow.head) for arrow in scene.arrows}
    wires = [_wire(one, other) for one, other in pairwise(frames) if (one.of.id, other.of.id) in tied]
    return Picture(
        width=paper.width,
        height=paper.height,
        lang=lang,
        title=scene.title.get(lang),
        description=scene.description.get(lang),
        panels=tuple(panels),
        wires=tuple(wires),
        words=tuple(words),
    )
