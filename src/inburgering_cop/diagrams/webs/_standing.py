"""Where the cards of a web stand: columns beside each other, and in each the cards near those they are joined with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from inburgering_cop.diagrams.webs._cards import Card
from inburgering_cop.diagrams.webs._columns import Column, Joined
from inburgering_cop.diagrams.webs._routing import Block
from inburgering_cop.diagrams.webs._sheet import Paper

BETWEEN = 2
_IN_BAR = 10
_WIDEST = 22
_SWEEPS = 12


def stand(
    columns: Sequence[Column], lines: Joined, cards: Mapping[str, Card], room: Block, paper: Paper
) -> dict[str, Block] | None:
    """Where every card stands; None when they do not fit.

    Args:
        columns: The columns, from left to right.
        lines: Which cards are joined with which.
        cards: The cards, by box.
        room: Where they may stand.
        paper: The paper, which says how far apart columns stand, and whether they fill the room.
    """
    room = attrs.evolve(room, top=room.top + paper.outside, bottom=room.bottom - paper.outside)
    widths = [max(cards[box].width for box in column.boxes) for column in columns]
    needs = [
        sum(cards[box].height + (_IN_BAR if column.bar else BETWEEN) for box in column.boxes) for column in columns
    ]
    free = room.width - sum(widths) - 2 * paper.outside
    channel = min(free // max(1, len(columns) - 1), room.width if paper.filling else _WIDEST)
    if max(needs) > room.height or (len(columns) > 1 and channel < paper.channel):
        return None
    height = room.height if paper.filling else min(room.height, max(needs) + max(needs) // 4)
    top = room.top + (room.height - height) // 2
    first = room.left + (room.width - sum(widths) - channel * (len(columns) - 1)) // 2
    bars = {column.boxes[0] for column in columns if column.bar}
    order = [list(column.boxes) for column in columns]
    blocks: dict[str, Block] = {}

    def set_out() -> None:
        left = first
        for column, width, need in zip(order, widths, needs, strict=True):
            y = float(top)
            for box in column:
                tall = height if box in bars else cards[box].height
                between = 0.0 if box in bars else (height - need) / len(column) + BETWEEN
                above = round(y + between / 2)
                blocks[box] = Block(left=left, top=above, right=left + width - 1, bottom=above + tall - 1)
                y += tall + between
            left += width + channel

    set_out()
    for _ in range(_SWEEPS):
        for column in order:
            column.sort(key=lambda box: (_pull(box, blocks, lines, bars), box))
            set_out()
    return blocks


def _pull(box: str, blocks: Mapping[str, Block], lines: Joined, bars: set[str]) -> float:
    """The height of those it is joined with, bars left out; its own where there are none."""
    others = [other for other in lines.get(box, ()) if other not in bars] or [box]
    return sum(blocks[other].top + blocks[other].bottom for other in others) / len(others)
