"""A party and its neighbours as two lists beside a bar, with a level line for each connection.

Where a web has no room for all neighbours, this has: no line takes more than its own row.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from inburgering_cop.diagrams._colours import FLOWS, TEXT, ink
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams._picture import Panel, Picture, Wire, Words
from inburgering_cop.diagrams.scenes._scene import Box, Scene
from inburgering_cop.diagrams.scenes._wording import flow_of
from inburgering_cop.diagrams.webs import _painting
from inburgering_cop.diagrams.webs._cards import Type
from inburgering_cop.diagrams.webs._entries import (
    PAD,
    Entry,
    Side,
    entry_of,
    in_lists,
    long,
    place_of_name,
    row_of,
    space,
    span,
    width_of_bar,
)
from inburgering_cop.diagrams.webs._sheet import Paper, Sheet, badge

_SHORTEST, _LONGEST = 36.0, 160.0
_CORNERS = {"function": 0.0, "kind": 0.25, "organisation": 0.5, "theme": 0.1}
_HIGHEST = 28.0


def lay_out(scene: Scene, lang: str, paper: Paper) -> Picture | None:
    """`scene` on `paper`, in the largest text that fits; None when it does not, or has lines that miss the centre."""
    if not scene.arrows or any(scene.centre not in (arrow.tail, arrow.head) for arrow in scene.arrows):
        return None
    sheet = Sheet.of(scene, lang, paper)
    for size in paper.sizes:
        found = _planned(scene, Type(lang=lang, size=size), sheet, paper)
        if found:
            return found
    return None


def _planned(scene: Scene, type_: Type, sheet: Sheet, paper: Paper) -> Picture | None:
    """The picture in that text; the bar grows until its words and its name have room, or the names no longer do."""
    centre = next(box for box in scene.boxes if box.id == scene.centre)
    entries = [entry_of(box, scene, type_) for box in scene.boxes if box is not centre]
    name = tuple(
        (line, ruler)
        for text, ruler in type_.texts(centre)
        for line in ruler.lines(text, within=max(ruler.width(word) for word in text.split()) + 4 * type_.size)
    )
    inside = paper.width - 2 * paper.margin - type_.size
    wide = math.ceil(max(ruler.width(text) for text, ruler in name) + 2 * PAD)
    while True:
        most = (inside - wide - 2 * _SHORTEST) / 2
        if not all(entry.holds(most) for entry in entries):
            return None
        sides = in_lists([entry.within(most) for entry in entries], sheet)
        if sides is None:
            return None
        needs = max(wide, math.ceil(width_of_bar(sides, row_of(type_))))
        if needs <= wide:
            place = place_of_name(sides, name, wide, row_of(type_))
            if place:
                return _paint(scene, sides, centre, name, place, wide, type_, sheet, paper)
            needs = wide + type_.size
        wide = needs


def _paint(
    scene: Scene,
    sides: tuple[Side, Side],
    centre: Box,
    name: Sequence[tuple[str, Ruler]],
    place: tuple[float, float],
    wide: float,
    type_: Type,
    sheet: Sheet,
    paper: Paper,
) -> Picture:
    """The picture: the bar in the middle, the lists as far from it as there is room."""
    free = paper.width - 2 * paper.margin - type_.size - wide - sum(side.width for side in sides)
    channel = min(free // 2, _LONGEST)
    first = (paper.width - wide - sum(side.width for side in sides) - 2 * channel) // 2
    left = first + sides[0].width + channel
    top, bottom = span(sides)
    panels: list[Panel] = []
    wires: dict[int, Wire] = {}
    notes: list[Words] = []
    for side, bar, x in ((sides[0], left, first), (sides[1], left + wide, left + wide + channel)):
        beside = x if side.right else x + side.width
        said: dict[str, list[Words]] = {}
        for y, at, arrow, entry in side.rows():
            own = arrow.tail == entry.box.id
            flow = FLOWS[flow_of(arrow)]
            wires[at] = Wire(
                tail=arrow.tail,
                head=arrow.head,
                points=((beside, y), (bar, y)) if own else ((bar, y), (beside, y)),
                colour=flow.colour,
                thickness=flow.thickness * type_.scale,
                dashes=tuple(each * type_.scale for each in flow.dashes),
            )
            if arrow.label:
                text = arrow.label.get(type_.lang)
                at_left = own is side.right
                edge = beside if own else bar
                start = edge + PAD if at_left else edge - PAD - type_.plain.width(text)
                words = _words(text, type_.plain, start, y, colour=flow.colour)
                (said.setdefault(entry.box.id, []) if own else notes).append(words)
        for y, entry in side.entries:
            panels += _card(entry, x, y, side, said.get(entry.box.id, []), scene)
    colours = ink(_painting.group_of(scene, centre.group).ink)
    row = row_of(type_)
    middle = [
        _words(
            text,
            ruler,
            left + place[0] - ruler.width(text) / 2,
            place[1] + (number - (len(name) - 1) / 2) * row,
        )
        for number, (text, ruler) in enumerate(name)
    ]
    bar_panel = Panel(
        of=centre,
        x=left,
        y=top,
        width=wide,
        height=bottom - top,
        corner=_painting.CORNERS[centre.shape],
        fill=colours.fill,
        line=colours.line,
        thickness=2,
        words=tuple(middle),
        notes=tuple(notes),
    )
    mark = _painting.group_of(scene, centre.group)
    panels.append(bar_panel)
    if mark.mark:
        panels.append(badge(centre.id, mark.mark, x=left, y=top, number=mark.ink, size=type_.size))
    return _painting.picture(
        scene, type_.lang, paper, sheet, panels, [wires[at] for at in range(len(scene.arrows))], sheet.words
    )


def _card(entry: Entry, x: float, y: float, side: Side, said: Sequence[Words], scene: Scene) -> Iterator[Panel]:
    """The card of a neighbour, and the badge at the side that looks away from the centre."""
    group = _painting.group_of(scene, entry.box.group)
    row = row_of(entry.type)
    middle = y + entry.height / 2
    lines: list[Words] = []
    for number, line in enumerate(entry.lines):
        start = x + side.width - PAD - long(line, entry.type) if side.right else x + PAD
        for text, ruler in line:
            lines.append(_words(text, ruler, start, middle + (number - (len(entry.lines) - 1) / 2) * row))
            start += ruler.width(text) + space(entry.type)
    colours = ink(group.ink)
    yield Panel(
        of=entry.box,
        x=x,
        y=y,
        width=side.width,
        height=entry.height,
        corner=_CORNERS[entry.box.shape] * min(entry.height, _HIGHEST),
        fill=colours.fill,
        line=colours.line,
        thickness=5 if entry.box.marked else 2,
        words=tuple(lines),
        notes=tuple(said),
    )
    if group.mark:
        size = entry.type.size
        edge = x + side.width + badge_width(size) - 10 if side.right else x
        yield badge(entry.box.id, group.mark, x=edge, y=middle, number=group.ink, size=size)


def badge_width(size: int) -> float:
    """How wide a badge is."""
    return 1.25 * size


def _words(text: str, ruler: Ruler, x: float, y: float, *, colour: str = TEXT) -> Words:
    """A line of text about the height `y`."""
    return Words(text=text, x=x, y=y + 0.36 * ruler.size, size=ruler.size, bold=ruler.bold, colour=colour)
