"""The layout of a web: partners as cards in columns, the lines between them, and how all of it is painted."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs

from inburgering_cop.diagrams._picture import Picture
from inburgering_cop.diagrams.scenes import _limits
from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.diagrams.webs import _cards, _columns, _lists, _painting, _standing, _wiring
from inburgering_cop.diagrams.webs._arranging import Arranging
from inburgering_cop.diagrams.webs._bundling import bundled
from inburgering_cop.diagrams.webs._cards import PAD, Card, Shape, Type
from inburgering_cop.diagrams.webs._columns import Joined
from inburgering_cop.diagrams.webs._painting import Plan
from inburgering_cop.diagrams.webs._routing import Block, Grid
from inburgering_cop.diagrams.webs._sheet import POSTER, SLIDE, Paper, Sheet

_PAPERS = {"slide": (SLIDE,), "poster": (POSTER,), "either": (SLIDE, POSTER)}
_BUSY = 5
_AROUND = ((1, 2), (1, 4), (1, 6))
_MARGIN = 3
_ABOVE_ALONE = 4
_BETWEEN_ALONE = 2


def laid_out(scene: Scene, lang: str, *, suffix: str) -> Picture:
    """`scene` in `lang`, on a slide or a poster.

    Args:
        scene: What is drawn; it cannot be drawn as rows.
        lang: Its language.
        suffix: What it is drawn for.

    Raises:
        CannotDrawError: It has more than fits its paper.
    """
    _limits.check(scene, suffix)
    for paper in _PAPERS[scene.paper]:
        picture = lay_out(scene, lang, paper)
        if picture:
            return picture
    raise _limits.too_much(scene, suffix)


def fits_a_slide(scene: Scene, lang: str) -> bool:
    """Whether `scene` in `lang` fits a slide and can be read there."""
    return lay_out(scene, lang, SLIDE) is not None


@lru_cache(maxsize=4)
def lay_out(scene: Scene, lang: str, paper: Paper) -> Picture | None:
    """`scene` on `paper`, in the largest text that fits; None when it does not fit.

    On a slide a neighbourhood is two lists beside its centre where every line ends there, and lines run across bars
    only where there is no other way.
    """
    scene = bundled(scene) if paper.bundling else scene
    if scene.centre and not paper.filling and (found := _lists.lay_out(scene, lang, paper)):
        return found
    arranging = Arranging(scene=scene, paper=paper)
    return next(
        (
            found
            for crossing in ((True,) if paper.filling else (False, True))
            if (found := _fitted(scene, lang, paper, arranging, crossing=crossing))
        ),
        None,
    )


def _fitted(scene: Scene, lang: str, paper: Paper, arranging: Arranging, *, crossing: bool) -> Picture | None:
    sheet = Sheet.of(scene, lang, paper, crossing=crossing)
    lines = _columns.joined(scene.arrows)
    tight = [Type(lang=lang, size=paper.sizes[-1], tight=True)] if paper.tight else []
    for type_ in (*(Type(lang=lang, size=size) for size in paper.sizes), *tight):
        inside = Block(
            left=math.ceil(paper.margin / type_.pitch),
            top=math.ceil(sheet.top / type_.pitch),
            right=(paper.width - paper.margin) // type_.pitch - 1,
            bottom=int(sheet.bottom / type_.pitch) - 1,
        )
        for skeleton in _AROUND if scene.centre else _possible(lines, paper):
            for shape in paper.shapes:
                plan = _planned(scene, lines, inside, type_, skeleton, paper, shape, arranging, crossing=crossing)
                if plan:
                    return _painting.paint(scene, plan, sheet, paper)
    return None


def _possible(lines: Joined, paper: Paper) -> tuple[tuple[int, int], ...]:
    """The skeletons whose bars each have lines enough to be one; a single bar always may."""
    busy = sum(others.total() >= _BUSY for others in lines.values())
    return tuple((bars, columns) for bars, columns in paper.skeletons if bars <= max(busy, 1))


def _planned(
    scene: Scene,
    lines: Joined,
    inside: Block,
    type_: Type,
    skeleton: tuple[int, int],
    paper: Paper,
    shape: Shape,
    arranging: Arranging,
    *,
    crossing: bool,
) -> Plan | None:
    """Where everything goes; None when it does not fit, or a line finds no way."""
    cards = {box.id: _cards.flat(box, type_, within=inside.width) for box in scene.boxes}
    alone = [cards[box.id] for box in scene.boxes if box.id not in lines and box.id != scene.centre]
    apart, top = _apart(alone, inside)
    if top < inside.top:
        return None
    room = attrs.evolve(inside, bottom=top - 1)
    if not lines:
        apart = _in_the_middle(apart, inside)
    found = arranging.arranged(lines, type_, skeleton, shape, room)
    if found is None:
        return None
    columns, standing = found
    cards |= standing
    notes = arranging.notes(type_, shape)
    blocks = _standing.stand(columns, lines, cards, room, paper) if columns else {}
    if blocks is None:
        return None
    long = {column.boxes[0] for column in columns if column.bar}
    cards |= {box: _wiring.in_order(cards[box], scene.arrows, blocks, long) for box in blocks}
    plan = Plan(cards=cards, blocks={**blocks, **apart}, bars=frozenset(long), notes=notes, type=type_)
    ways = _wiring.Wiring(
        arrows=scene.arrows,
        cards=cards,
        blocks=blocks,
        bars={bar: plan.names(bar) for bar in sorted(long)},
        labels={
            at: (type_.cells(note.width + PAD), len(note.lines))
            for at, note in notes.items()
            if note.box in long and note.width
        },
        grid=_paper(room, inside),
        crossing=crossing,
    ).draw()
    return None if ways is None else attrs.evolve(plan, ways=tuple(ways))


def _paper(room: Block, inside: Block) -> Grid:
    """The grid lines may run over: the room of the web, with a little more at its sides."""
    grid = Grid(inside.right + _MARGIN, room.bottom + 2)
    grid.close(Block(left=0, top=0, right=grid.width - 1, bottom=room.top - 1))
    grid.close(Block(left=0, top=0, right=inside.left - _MARGIN, bottom=grid.height - 1))
    return grid


def _in_the_middle(blocks: Mapping[str, Block], inside: Block) -> dict[str, Block]:
    """Those blocks about the middle of the paper, as nothing else stands there."""
    left = (inside.left + inside.right - max((block.right for block in blocks.values()), default=0) - inside.left) // 2
    high = inside.bottom - min((block.top for block in blocks.values()), default=0)
    up = max(0, (inside.bottom - inside.top - high) // 2)
    return {
        box: Block(left=block.left + left, top=block.top - up, right=block.right + left, bottom=block.bottom - up)
        for box, block in blocks.items()
    }


def _apart(cards: Sequence[Card], inside: Block) -> tuple[dict[str, Block], int]:
    """Cards without lines in rows at the foot, those of one height together; and the first row they take."""
    rows: list[list[Card]] = []
    left = 0
    for card in sorted(cards, key=lambda card: (card.height, card.box.id)):
        if left < card.width:
            rows.append([])
            left = inside.width
        rows[-1].append(card)
        left -= card.width + _BETWEEN_ALONE
    blocks = {}
    bottom = inside.bottom
    for row in reversed(rows):
        top = bottom - max(card.height for card in row) + 1
        x = inside.left
        for card in row:
            blocks[card.box.id] = Block(left=x, top=top, right=x + card.width - 1, bottom=bottom)
            x += card.width + _BETWEEN_ALONE
        bottom = top - 1 - _BETWEEN_ALONE
    return blocks, bottom + 1 + _BETWEEN_ALONE - _ABOVE_ALONE if rows else bottom + 1
