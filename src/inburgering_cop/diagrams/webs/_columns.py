"""Which boxes of a web stand in which column: those with most lines as bars, the others between them.

Most connections of the keten run to a few partners: the gemeente, the inburgeraar, DUO, the klantmanager. Drawn as
upright bars, most lines to them are short and level, with what they mean written on them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

import attrs

from inburgering_cop.diagrams.scenes._scene import Arrow

Joined = Mapping[str, Counter[str]]
_EVEN, _OVERFULL, _FULL = 12.0, 2000.0, 0.8


@attrs.frozen(kw_only=True)
class Column:
    """Boxes above each other, or one bar, which is as high as the drawing."""

    boxes: tuple[str, ...]
    bar: bool = False


def joined(arrows: Iterable[Arrow]) -> dict[str, Counter[str]]:
    """For each box with lines, with which others it is connected, and by how many lines."""
    found: dict[str, Counter[str]] = {}
    for arrow in arrows:
        found.setdefault(arrow.tail, Counter())[arrow.head] += 1
        found.setdefault(arrow.head, Counter())[arrow.tail] += 1
    return found


def around(centre: str, lines: Joined, heights: Mapping[str, int], *, columns: int) -> tuple[Column, ...]:
    """The centre as a bar, its neighbours beside it, theirs beside those; as high on the left as on the right.

    Args:
        centre: The box in the middle.
        lines: Which boxes are joined with which.
        heights: How high each box is.
        columns: In how many columns those stand that are as far from the centre, on both sides together.
    """
    away = {centre: 0}
    rings: list[list[str]] = [[centre]]
    while rings[-1]:
        found = sorted({other for box in rings[-1] for other in lines.get(box, ())} - away.keys())
        away |= dict.fromkeys(found, len(rings))
        rings.append(found)
    sides: dict[str, int] = {}
    standing: tuple[list[Column], list[Column]] = ([], [])
    for ring in rings[1:-1]:
        high = [0, 0]
        for box in sorted(ring, key=lambda box: (-heights[box], box)):
            pulled = Counter({sides[other]: count for other, count in lines[box].items() if other in sides})
            sides[box] = pulled.most_common(1)[0][0] if pulled else int(high[0] > high[1])
            high[sides[box]] += heights[box]
        for side in (0, 1):
            standing[side].extend(_split([box for box in ring if sides[box] == side], heights, columns // 2))
    return (*reversed(standing[0]), Column(boxes=(centre,), bar=True), *standing[1])


def _split(boxes: Sequence[str], heights: Mapping[str, int], count: int) -> list[Column]:
    """Boxes in at most that many columns of about the same height."""
    columns: list[list[str]] = [[] for _ in range(min(count, len(boxes)))]
    for box in sorted(boxes, key=lambda box: (-heights[box], box)):
        min(columns, key=lambda column: sum(heights[each] for each in column)).append(box)
    return [Column(boxes=tuple(column)) for column in columns]


def along(lines: Joined, heights: Mapping[str, int], *, bars: int, columns: int, room: int) -> tuple[Column, ...]:
    """The boxes with most lines as that many bars, the others in that many columns between and beside them.

    Args:
        lines: Which boxes are joined with which.
        heights: How high each box is.
        bars: How many bars.
        columns: How many columns of boxes; more than one between two bars where most boxes belong.
        room: How high the paper is.
    """
    ranked = sorted(lines, key=lambda box: (-lines[box].total(), box))
    order = _ordered(ranked[:bars], lines)
    others = [box for box in ranked if box not in order]
    counts = [1] * (len(order) + 1)
    while True:
        place, free = _skeleton(order, counts)
        found = _spread(others, place, free, lines, heights, room)
        if sum(counts) >= columns:
            break
        load = [sum(heights[box] for box in others if found[box] == at) for at in free]
        fullest = max(range(len(free)), key=lambda at: (load[at], -at))
        counts[_gap_of(fullest, counts)] += 1
    standing = {at: tuple(sorted(box for box in others if found[box] == at)) for at in free}
    bar_at = {at: bar for bar, at in place.items()}
    return tuple(
        Column(boxes=(bar_at[at],), bar=True) if at in bar_at else Column(boxes=standing[at])
        for at in range(len(order) + sum(counts))
        if at in bar_at or standing[at]
    )


def _gap_of(column: int, counts: Sequence[int]) -> int:
    """The gap a column stands in, both counted from the left."""
    for gap, count in enumerate(counts):
        if column < count:
            return gap
        column -= count
    raise IndexError(column)


def _skeleton(order: Sequence[str], counts: Sequence[int]) -> tuple[dict[str, int], list[int]]:
    """The places of the bars, and those of the columns between and beside them."""
    place: dict[str, int] = {}
    free: list[int] = []
    at = 0
    for gap, count in enumerate(counts):
        free += range(at, at + count)
        at += count
        if gap < len(order):
            place[order[gap]] = at
            at += 1
    return place, free


def _ordered(chosen: Sequence[str], lines: Joined) -> tuple[str, ...]:
    """The bars in the order in which the others lie nearest to those they are joined with."""

    def far(order: tuple[str, ...]) -> int:
        place, free = _skeleton(order, [1] * (len(order) + 1))
        total = sum(lines[one][other] * abs(place[one] - place[other]) for one in order for other in order)
        for box, others in lines.items():
            if box not in place:
                total += min(_far(others, place, at) for at in free)
        return total

    return min(permutations(chosen), key=lambda order: (far(order), order))


def _far(others: Counter[str], place: Mapping[str, int], at: int) -> int:
    """How many columns lie between a box in that one and the bars it is joined with, each line counted."""
    return sum(count * (abs(at - place[other]) - 1) for other, count in others.items() if other in place)


def _spread(
    boxes: Sequence[str],
    place: Mapping[str, int],
    free: Sequence[int],
    lines: Joined,
    heights: Mapping[str, int],
    room: int,
) -> dict[str, int]:
    """For each box the column it stands in: near those it is joined with, none of the columns too full.

    Boxes are moved one by one for as long as the whole becomes better by it.
    """
    found = {box: min(free, key=lambda at: (_far(lines[box], place, at), at)) for box in boxes}
    fixed = {box: {at: 2 * _far(lines[box], place, at) for at in free} for box in boxes}
    near = {box: [(other, 2 * count) for other, count in lines[box].items() if other in found] for box in boxes}

    def cost(box: str, at: int) -> float:
        return fixed[box][at] + sum(count * abs(at - found[other]) for other, count in near[box])

    def crowd(high: int) -> float:
        """Even columns are better; one that is fuller than the paper is never taken."""
        return _EVEN * (high / room) ** 2 + _OVERFULL * max(0.0, high / room - _FULL)

    used = {at: sum(heights[box] for box in boxes if found[box] == at) for at in free}
    for _ in range(4 * len(boxes)):
        better: tuple[float, str, int] = (-0.01, "", 0)
        for box in boxes:
            high, here = heights[box], found[box]
            now = cost(box, here) + crowd(used[here]) - crowd(used[here] - high)
            for at in free:
                if at != here:
                    more = cost(box, at) + crowd(used[at] + high) - crowd(used[at]) - now
                    better = min(better, (more, box, at))
        _, box, at = better
        if not box:
            break
        used[found[box]] -= heights[box]
        used[at] += heights[box]
        found[box] = at
    return found
