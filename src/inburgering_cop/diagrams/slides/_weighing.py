"""Frames of different widths on one shelf: each as wide as its text needs, so that they are about equally high."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import attrs

from inburgering_cop.diagrams.scenes._scene import Box, Group
from inburgering_cop.diagrams.slides._fitting import Line, Setter
from inburgering_cop.diagrams.slides._paper import Paper
from inburgering_cop.diagrams.slides._shelves import INSIDE, Frame, Shelf, in_rows

_NARROWEST = 116
_STEP = 12
_CALM = 24.0


def frame_of(
    paper: Paper, number: int, group: Group, inside: Sequence[Box], setter: Setter, *, columns: int, box_width: float
) -> Frame | None:
    """A frame with its boxes in rows; None where a word would be cut.

    Args:
        paper: The paper it stands on.
        number: Which of the scene's groups it is, from 0.
        group: The group.
        inside: Its boxes.
        setter: What sets them.
        columns: How many boxes stand side by side.
        box_width: The width of every box.
    """
    width = columns * box_width + (columns - 1) * paper.gap + 2 * INSIDE
    heading = setter.heading(group, width - 2 * INSIDE)
    if heading is None:
        return None
    boxes: list[tuple[Box, tuple[Line, ...]]] = []
    for box in inside:
        lines = setter.box(box, box_width)
        if lines is None:
            return None
        boxes.append((box, lines))
    return Frame(
        paper=paper,
        number=number,
        group=group,
        width=width,
        columns=columns,
        box_width=box_width,
        heading=heading,
        boxes=tuple(boxes),
        rows=in_rows(tuple(boxes), columns, paper),
    )


class Weigher:
    """Gives frames the widths their text needs.

    Attributes:
        piled: Whether boxes may stand in piles, where that is lower than in rows.
    """

    def __init__(
        self, groups: Sequence[Group], inside: Sequence[Sequence[Box]], setter: Setter, paper: Paper, *, piled: bool
    ) -> None:
        self._groups = groups
        self._inside = inside
        self._setter = setter
        self._paper = paper
        self._widths = range(_NARROWEST, int(paper.widest) + 1, _STEP)
        self._options: dict[int, list[tuple[float, Frame]]] = {}
        self.piled = piled

    def shelf(self, start: int, end: int, width: float, between: float) -> Shelf | None:
        """The groups from `start` up to `end` side by side, the highest as low as it can be; None where none are.

        From the narrowest the highest frame gets wider, while that makes it lower and there is width for it.
        """
        options = [self._lower(number) for number in range(start, end)]
        room = width - between * (end - start - 1)
        chosen = [0] * len(options)
        if not all(options) or sum(each[0][1].width for each in options) > room:
            return None
        while True:
            highest = max(range(len(options)), key=lambda at: options[at][chosen[at]][0])
            wider = options[highest][chosen[highest] + 1 :]
            if not wider:
                break
            left = room - sum(options[at][pick][1].width for at, pick in enumerate(chosen) if at != highest)
            if wider[0][1].width > left:
                break
            chosen[highest] += 1
        frames = [options[at][pick][1] for at, pick in enumerate(chosen)]
        return Shelf(frames=tuple(frames), between=between, close=True)

    def widened(self, shelf: Shelf, width: float) -> Shelf:
        """The shelf with boxes equally much wider, so that it is `width`, as far as boxes may be wide."""
        more = (width - shelf.width) / sum(frame.columns for frame in shelf.frames)
        frames = (
            self._frame(frame.number, frame.columns, min(frame.box_width + more, self._paper.widest)) or frame
            for frame in shelf.frames
        )
        return attrs.evolve(shelf, frames=tuple(frames))

    def _lower(self, number: int) -> list[tuple[float, Frame]]:
        """The frames there can be of a group, from the narrowest, each lower than those before it."""
        if number not in self._options:
            most = max(min(len(self._inside[number]), self._paper.columns), 1)
            pairs = product(range(1, most + 1), self._widths)
            made = [frame for columns, width in pairs if (frame := self._frame(number, columns, width))]
            found: list[tuple[float, Frame]] = []
            for frame in sorted(made, key=lambda each: (each.width, each.columns)):
                high = _height(frame)
                if frame.width <= self._paper.inner and (not found or high < found[-1][0] - 1):
                    found.append((high, frame))
            self._options[number] = found
        return self._options[number]

    def _frame(self, number: int, columns: int, box_width: float) -> Frame | None:
        frame = frame_of(
            self._paper,
            number,
            self._groups[number],
            self._inside[number],
            self._setter,
            columns=columns,
            box_width=box_width,
        )
        if frame is None or not self.piled:
            return frame
        pile = attrs.evolve(frame, rows=())
        return pile if pile.grid < frame.grid - _CALM else frame


def _height(frame: Frame) -> float:
    return Shelf(frames=(frame,), between=0.0).height
