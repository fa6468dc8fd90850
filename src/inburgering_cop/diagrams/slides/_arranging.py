"""Which frames stand side by side, and in how many columns their boxes stand: the arrangement that fits best."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs

from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.diagrams.slides._fitting import Setter
from inburgering_cop.diagrams.slides._paper import Paper
from inburgering_cop.diagrams.slides._shelves import BETWEEN, INSIDE, Arrangement, Shelf
from inburgering_cop.diagrams.slides._weighing import Weigher, frame_of

_ASIDE = ((1, 0.22), (1, 0.28), (2, 0.38))
_SHARES = (0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.44, 0.48, 0.52, 0.56)


def _columns(counts: list[int], total: int) -> list[int] | None:
    """How many columns each frame gets of `total`, so that the one with most rows gets the next; None if not all."""
    columns = [1] * len(counts)
    for _ in range(total - len(counts)):
        rows = [-(-count // each) if count > each else 0 for count, each in zip(counts, columns, strict=True)]
        if not any(rows):
            return None
        columns[rows.index(max(rows))] += 1
    return columns


class Arranger:
    """Looks for the arrangement of a scene on a paper, at one size of type.

    Attributes:
        setter: What sets its boxes and headings.
    """

    def __init__(self, scene: Scene, setter: Setter, paper: Paper, *, weighed: str | None = None) -> None:
        self._scene = scene
        self.setter = setter
        self._paper = paper
        self._arrows = {(arrow.tail, arrow.head) for arrow in scene.arrows}
        self._inside = [scene.within(group.id) for group in scene.groups]
        self._shelves: dict[tuple[int, int, float], tuple[list[Shelf], list[Shelf]]] = {}
        self._weigher = (
            Weigher(scene.groups, self._inside, setter, paper, piled=weighed == "piles") if weighed else None
        )

    def tied(self, number: int) -> bool:
        """Whether an arrow leads from this group to the next."""
        groups = self._scene.groups
        return 0 <= number < len(groups) - 1 and (groups[number].id, groups[number + 1].id) in self._arrows

    def _shelf(self, start: int, end: int, total: int, width: float) -> Shelf | None:
        """The groups from `start` up to `end` side by side in `total` columns; None where a word would be cut."""
        columns = _columns([len(each) for each in self._inside[start:end]], total)
        if columns is None:
            return None
        count = end - start
        between = self._between(start, end)
        room = width - (count - 1) * between - 2 * INSIDE * count - self._paper.gap * (total - count)
        box_width = min(room / total, self._paper.widest)
        frames = []
        for number, each in zip(range(start, end), columns, strict=True):
            frame = frame_of(
                self._paper,
                number,
                self._scene.groups[number],
                self._inside[number],
                self.setter,
                columns=each,
                box_width=box_width,
            )
            if frame is None:
                return None
            frames.append(frame)
        return Shelf(frames=tuple(frames), between=between)

    def _between(self, start: int, end: int) -> float:
        """The room between the groups from `start` up to `end` where they stand side by side."""
        return self._paper.arrow if any(self.tied(number) for number in range(start, end - 1)) else BETWEEN

    def _possible(self, start: int, end: int, width: float, *, aligned: bool) -> list[Shelf]:
        """The shelves with the groups from `start` up to `end`, one for each number of columns."""
        key = (start, end, width)
        if key not in self._shelves:
            if self._weigher:
                tried = [self._weigher.shelf(start, end, width, self._between(start, end))]
            else:
                totals = range(end - start, max(self._paper.columns, end - start) + 1)
                tried = [self._shelf(start, end, total, width) for total in totals]
            found = [each for each in tried if each]
            self._shelves[key] = (found, [each.aligned for each in found])
        return self._shelves[key][aligned]

    def _gap(self, lower: Shelf) -> float:
        """The room over a shelf that is not the first."""
        return self._paper.arrow if self.tied(lower.frames[0].number - 1) else BETWEEN

    def _may_stand(self, start: int, end: int) -> bool:
        """Whether these groups may share a shelf: an arrow that may not turn leaves only a frame that stands alone."""
        alone = end - start == 1
        return alone or self._paper.turns or not (self.tied(start - 1) or self.tied(end - 1))

    def share(self, room: float) -> float:
        """How much of a height of `room` the text in the boxes takes at the least."""
        return sum(self.setter.least(box) for boxes in self._inside for box in boxes) / (room * self._paper.inner)

    def best(self, room: float, *, aligned: bool) -> Arrangement | None:
        """The arrangement that looks best of those that fit in a height of `room`; None where none does.

        Args:
            room: The height there is.
            aligned: Whether the rows of frames side by side are equally high.
        """
        fitting = [each for each in self._arrangements(aligned=aligned) if each.height <= room]
        best = min(fitting, key=lambda each: each.cost(self._paper.inner), default=None)
        wide = best and self._widened(best)
        return wide if wide and wide.height <= room else best

    @property
    def lowest(self) -> Arrangement | None:
        """The lowest of all arrangements; None where in each a word would be cut."""
        low = min(self._arrangements(aligned=False), key=lambda each: each.height, default=None)
        return low and self._widened(low)

    def _widened(self, found: Arrangement) -> Arrangement:
        """The arrangement as wide as the paper, where its frames may have any width."""
        if self._weigher is None:
            return found
        width = self._paper.inner - (found.aside.width + BETWEEN if found.aside else 0.0)
        return attrs.evolve(found, shelves=tuple(self._weigher.widened(shelf, width) for shelf in found.shelves))

    def _arrangements(self, *, aligned: bool) -> Iterator[Arrangement]:
        count, width = len(self._scene.groups), self._paper.inner
        yield from self._stacked(count, width, aligned=aligned)
        if count > 2 and not self.tied(count - 2) and not self._paper.turns:
            for aside in self._asides(count - 1, width):
                for left in self._stacked(count - 1, width - aside.width - BETWEEN, aligned=aligned):
                    yield attrs.evolve(left, aside=aside)

    def _asides(self, last: int, width: float) -> Iterator[Shelf]:
        """The last group in a frame of its own, from the top to the bottom, in the widths it may have."""
        if self._weigher:
            narrow = [(self._weigher.shelf(last, last + 1, share * width, 0.0), share * width) for share in _SHARES]
            tried = [each and self._weigher.widened(each, own) for each, own in narrow]
        else:
            tried = [self._shelf(last, last + 1, columns, share * width) for columns, share in _ASIDE]
        yield from (each for each in tried if each)

    def _stacked(self, count: int, width: float, *, aligned: bool) -> Iterator[Arrangement]:
        """The first `count` groups on shelves: those that look best, and the lowest; none where a word would be cut."""
        for weigh in (_cost, _height):
            kept: list[tuple[float, tuple[Shelf, ...]] | None] = [(0.0, ())]
            for end in range(1, count + 1):
                best = None
                for start, above in enumerate(kept):
                    if above is None or not self._may_stand(start, end):
                        continue
                    cost, shelves = above
                    for shelf in self._possible(start, end, width, aligned=aligned):
                        whole = cost + weigh(shelf) + (self._gap(shelf) if shelves else 0.0)
                        if best is None or whole < best[0]:
                            best = (whole, (*shelves, shelf))
                kept.append(best)
            if last := kept[count]:
                shelves = last[1]
                yield Arrangement(shelves=shelves, gaps=tuple(self._gap(lower) for _, lower in pairwise(shelves)))


def _cost(shelf: Shelf) -> float:
    return shelf.cost


def _height(shelf: Shelf) -> float:
    return shelf.height
