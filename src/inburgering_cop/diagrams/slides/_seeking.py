"""The largest type at which a scene fits its paper, and how it is arranged at that size."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.diagrams.slides._arranging import Arranger
from inburgering_cop.diagrams.slides._fitting import SIDE, Setter, Size
from inburgering_cop.diagrams.slides._lengthening import lengthened, set_with
from inburgering_cop.diagrams.slides._paper import Paper
from inburgering_cop.diagrams.slides._shelves import Arrangement, filled

_WHOLE = (
    Size(name=26, plain=23, heading=26),
    Size(name=24, plain=21, heading=24),
    Size(name=22, plain=20, heading=22),
    Size(name=20, plain=18, heading=21),
    Size(name=18, plain=17, heading=20),
    Size(name=17, plain=16, heading=19),
    Size(name=16, plain=16, heading=18),
)
_CUT = (
    Size(name=16, plain=16, heading=18, lines=3),
    Size(name=16, plain=16, heading=18, lines=2),
    Size(name=16, plain=16, heading=18, joined=3),
    Size(name=16, plain=16, heading=18, joined=2),
    Size(name=16, plain=16, heading=18, joined=1),
    Size(name=16, plain=16, heading=18, names=2, counted=True),
)
_SMALLEST = len(_WHOLE) - 1
_LIKELY = 0.2


class _Seeker:
    """Tries sizes of type for a scene in `lang` on a paper, in a height of `room`."""

    def __init__(self, scene: Scene, lang: str, paper: Paper, room: float) -> None:
        smallest = _WHOLE[_SMALLEST].plain
        self._ruler = Ruler(size=smallest, breaks_over=(paper.widest - 3 * SIDE) / smallest * 1000)
        self._scene, self._lang, self._paper, self._room = scene, lang, paper, room
        self._setters: dict[Size, Setter] = {}

    def _setter(self, size: Size) -> Setter:
        return self._setters.setdefault(size, Setter(size, self._lang, self._ruler, leading=self._paper.leading))

    def _arranger(self, size: Size, weighed: str | None = None) -> Arranger:
        return Arranger(self._scene, self._setter(size), self._paper, weighed=weighed)

    @property
    def likely(self) -> int:
        """The number of the size whose text takes a fifth of the paper at most, or else of the smallest."""
        return next(
            (at for at, size in enumerate(_WHOLE) if self._arranger(size).share(self._room) <= _LIKELY), _SMALLEST
        )

    def even(self, size: Size) -> Arrangement | None:
        """The arrangement with boxes of one width on each shelf, rows of one height preferred; None where none fits."""
        for aligned in (True, False):
            if best := self._even(size, aligned=aligned):
                return filled(best, self._room, aligned=aligned)
        return None

    def _even(self, size: Size, *, aligned: bool = False) -> Arrangement | None:
        return self._arranger(size).best(self._room, aligned=aligned)

    def weighed(self, size: Size, how: str) -> Arrangement | None:
        """The arrangement with frames as wide as their text needs, in rows or in piles; None where none fits."""
        best = self._arranger(size, how).best(self._room, aligned=False)
        return self._filled(best) if best else None

    def shortened(self) -> Arrangement | None:
        """The arrangement with text cut as far as the room needs, in as few boxes as can be; None where none fits."""
        lowest = self._arranger(_WHOLE[_SMALLEST], "piles").lowest
        as_lowest = (self._cut(set_with(lowest, self._setter(size)), size) for size in _CUT if lowest)
        even = (self._cut(self._even(size), size) for size in _CUT)
        found = [cut for tried in (as_lowest, even) if (cut := next(filter(None, tried), None))]
        best = min(found, key=self._left_out, default=None)
        return self._filled(best) if best else None

    def _cut(self, found: Arrangement | None, size: Size) -> Arrangement | None:
        """The arrangement, set at `size`, with text as long as there is height for; None where it does not fit."""
        fits = found and found.height <= self._room
        return lengthened(found, self._setter(size), self._room) if found and fits else None

    def _left_out(self, found: Arrangement) -> int:
        """In how many boxes of an arrangement text is left out."""
        whole = set_with(found, self._setter(_WHOLE[_SMALLEST])) or found
        return sum(
            [line.text for line in lines] != [line.text for line in all_of_it]
            for shelf, other in zip(found.every, whole.every, strict=True)
            for frame, another in zip(shelf.frames, other.frames, strict=True)
            for (_, lines), (_, all_of_it) in zip(frame.boxes, another.boxes, strict=True)
        )

    def _filled(self, best: Arrangement) -> Arrangement:
        level = best.level
        return filled(level if level.height <= self._room else best, self._room, aligned=False)


def _largest(likely: int, fits: Callable[[Size], Arrangement | None]) -> Arrangement | None:
    """The arrangement at the largest size that fits, looked for from the likely one; None where none fits."""
    for number in range(likely, _SMALLEST + 1):
        best = fits(_WHOLE[number])
        while best and 0 < number <= likely and (larger := fits(_WHOLE[number - 1])):
            best, number = larger, number - 1
        if best:
            return best
    return None


def whole(scene: Scene, lang: str, paper: Paper, room: float) -> Arrangement | None:
    """The arrangement at the largest size that fits a height of `room`, filled up; None where nothing fits whole.

    Calm comes first: on a slide boxes of one width in rows, as large as they fit. What fits no size so, and a poster,
    gets frames as wide as their text needs, then piles instead of rows.
    """
    seeker = _Seeker(scene, lang, paper, room)
    best = None if paper.turns else _largest(seeker.likely, seeker.even)
    for how in ("rows", "piles"):
        best = best or _largest(_SMALLEST, partial(seeker.weighed, how=how))
    return best


def shortened(scene: Scene, lang: str, paper: Paper, room: float) -> Arrangement | None:
    """The arrangement in the smallest type, its text cut as far as a height of `room` needs; None where none fits."""
    return _Seeker(scene, lang, paper, room).shortened()
