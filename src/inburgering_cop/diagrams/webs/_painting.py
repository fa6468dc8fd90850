"""From cells to paper: the cards of a web, their lines and the texts at them, each with its place and colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import FLOWS, TEXT, ink
from inburgering_cop.diagrams._picture import Panel, Picture, Point, Wire, Words
from inburgering_cop.diagrams.scenes._scene import Arrow, Group, Scene
from inburgering_cop.diagrams.scenes._wording import flow_of
from inburgering_cop.diagrams.webs._cards import PAD, Card, Note, Type
from inburgering_cop.diagrams.webs._routing import Block, Cell
from inburgering_cop.diagrams.webs._sheet import Paper, Sheet, badge
from inburgering_cop.model import LocalizedText

_LONG = 60
_LIFT = 1
_SHARPER = 0.8
_NONE = Group(id="", label=LocalizedText(nl="-"))
CORNERS = {"function": 0.0, "kind": 10.0, "organisation": 22.0, "theme": 4.0}


@attrs.frozen(kw_only=True)
class Plan:
    """Where everything of a web goes, in cells.

    Attributes:
        cards: The cards, by box.
        blocks: Where each stands.
        bars: Which of them are bars.
        notes: What is said of each line.
        type: The text.
        ways: The cells of each line.
    """

    cards: Mapping[str, Card]
    blocks: Mapping[str, Block]
    bars: frozenset[str]
    notes: Mapping[int, Note]
    type: Type
    ways: tuple[tuple[Cell, ...], ...] = ()

    def names(self, box: str) -> list[tuple[int, int]]:
        """The rows at which the name of a box stands: in the middle of a bar, and near both ends of a long one."""
        card, block = self.cards[box], self.blocks[box]
        if box not in self.bars:
            return [(block.top, block.top + card.head - 1 if card.left or card.right else block.bottom)]
        middle = (block.top + block.bottom + 1 - card.head) // 2
        tops = [middle] if block.height < _LONG else [middle, block.top, block.bottom + 1 - card.head]
        return [(top, top + card.head - 1) for top in tops]


def paint(scene: Scene, plan: Plan, sheet: Sheet, paper: Paper) -> Picture:
    """The picture of `scene` by that plan."""
    lang = plan.type.lang
    wires = [_wire(arrow, way, plan) for arrow, way in zip(scene.arrows, plan.ways, strict=True)]
    notes: dict[str, list[Words]] = {}
    for at, note in plan.notes.items():
        if note.width:
            notes.setdefault(note.box, []).extend(_note(scene.arrows[at], note, wires[at], plan.type))
    panels: list[Panel] = []
    lift = _LIFT if plan.type.tight else 0
    for box in scene.boxes:
        panels.append(_panel(box.id, scene, plan, notes.get(box.id, [])))
        group, card = group_of(scene, box.group), panels[-1]
        if group.mark:
            panels.append(badge(box.id, group.mark, x=card.x, y=card.y - lift, number=group.ink, size=plan.type.size))
    words = list(sheet.words)
    alone = [plan.blocks[box.id] for box in scene.boxes if not plan.cards[box.id].left + plan.cards[box.id].right]
    if alone and wires:
        top = min(block.top for block in alone if block.top) * plan.type.pitch
        text = phrases.text("graph.alone", lang)
        size = plan.type.size
        words.append(Words(text=text, x=paper.margin, y=top - size, size=size, bold=True, colour=TEXT))
    return picture(scene, lang, paper, sheet, panels, wires, words)


def picture(
    scene: Scene,
    lang: str,
    paper: Paper,
    sheet: Sheet,
    panels: Sequence[Panel],
    wires: Sequence[Wire],
    words: Sequence[Words],
) -> Picture:
    """The picture of these panels, wires and words, with what the legend shows."""
    return Picture(
        width=paper.width,
        height=paper.height,
        lang=lang,
        title=scene.title.get(lang),
        description=f"{scene.description.get(lang)} {'; '.join(box.label.get(lang) for box in scene.boxes)}",
        panels=(*panels, *sheet.badges),
        wires=(*wires, *sheet.samples),
        words=tuple(words),
    )


def group_of(scene: Scene, group: str | None) -> Group:
    """The group with this id; one without a mark for none."""
    return next((each for each in scene.groups if each.id == group), _NONE)


def _panel(box: str, scene: Scene, plan: Plan, notes: Sequence[Words]) -> Panel:
    card, block, type_ = plan.cards[box], plan.blocks[box], plan.type
    colours = ink(group_of(scene, card.box.group).ink)
    pitch = type_.pitch
    x, width = block.left * pitch, block.width * pitch
    lift = _LIFT if card.left or card.right else 0
    names = [
        _lines(card, type_, x=x + width / 2, y=(top + bottom + 1) / 2 * pitch - lift) for top, bottom in plan.names(box)
    ]
    return Panel(
        of=card.box,
        x=x,
        y=block.top * pitch,
        width=width,
        height=block.height * pitch,
        corner=CORNERS[card.box.shape] * (_SHARPER if type_.tight else 1),
        fill=colours.fill,
        line=colours.line,
        thickness=5 if card.box.marked else 2,
        words=names[0],
        notes=(*(words for name in names[1:] for words in name), *notes),
    )


def _lines(card: Card, type_: Type, *, x: float, y: float) -> tuple[Words, ...]:
    """The lines of a card about the height `y`."""
    leading = 2 * type_.pitch
    base = y - len(card.lines) * leading / 2
    return tuple(
        Words(
            text=text,
            x=x,
            y=base + number * leading + (leading / 2 + 0.36 * type_.size if type_.tight else type_.size),
            size=type_.size,
            bold=ruler.bold,
            middle=True,
            colour=TEXT,
        )
        for number, (text, ruler) in enumerate(card.lines)
    )


def _note(arrow: Arrow, note: Note, wire: Wire, type_: Type) -> Iterator[Words]:
    """What is said of a line, in the card beside where it starts."""
    (x, y), (beside, _) = wire.points[:2]
    first = y - (len(note.lines) - 1) * type_.pitch
    for number, line in enumerate(note.lines):
        yield Words(
            text=line,
            x=x - PAD - type_.plain.width(line) if beside > x else x + PAD,
            y=first + 2 * number * type_.pitch + 0.36 * type_.size,
            size=type_.size,
            colour=FLOWS[flow_of(arrow)].colour,
        )


def _wire(arrow: Arrow, way: tuple[Cell, ...], plan: Plan) -> Wire:
    pitch, flow, scale = plan.type.pitch, FLOWS[flow_of(arrow)], plan.type.scale
    points = [((x + 0.5) * pitch, (y + 0.5) * pitch) for x, y in way]
    start = _beside(way[0], plan.blocks[arrow.tail], pitch)
    end = _beside(way[-1], plan.blocks[arrow.head], pitch)
    return Wire(
        tail=arrow.tail,
        head=arrow.head,
        points=_corners([start, *points, end]),
        colour=flow.colour,
        thickness=flow.thickness * scale,
        dashes=tuple(each * scale for each in flow.dashes),
    )


def _beside(cell: Cell, block: Block, pitch: int) -> Point:
    """Where a line touches the side of a box."""
    x = (block.right + 1) * pitch if cell[0] > block.right else block.left * pitch
    return float(x), (cell[1] + 0.5) * pitch


def _corners(points: list[Point]) -> tuple[Point, ...]:
    """The ends and the bends."""
    kept = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1]):
            kept.append(here)
    return (*kept, points[-1])
