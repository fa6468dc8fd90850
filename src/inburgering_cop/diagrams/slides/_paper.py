"""The sheets a scene is laid out on, in units of which 16 are 12 pt on a slide, and how much white they leave."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Paper:
    """What a scene is laid out on.

    Attributes:
        width: Its width.
        height: Its height.
        margin: What stays white around.
        columns: How many boxes stand side by side at most.
        widest: How wide a box is at most.
        arrow: The room of an arrow between two frames.
        turns: Whether an arrow may turn to the start of the next shelf.
        titles: The sizes its title may have.
        plain: The sizes its description may have.
        foot: The size of its legend and source.
        gap: The room between two boxes.
        pad: The room over and under the text in a box.
        leading: How far lines of text are apart, in their size.
    """

    width: float
    height: float
    margin: float
    columns: int
    widest: float
    arrow: float
    turns: bool
    titles: tuple[float, ...]
    plain: tuple[float, ...]
    foot: float
    gap: float = 12
    pad: float = 9
    leading: float = 1.2

    @property
    def inner(self) -> float:
        """Its width between the margins."""
        return self.width - 2 * self.margin


SLIDE = Paper(
    width=1280,
    height=720,
    margin=40,
    columns=6,
    widest=380,
    arrow=38,
    turns=False,
    titles=(34, 30, 26, 22),
    plain=(18, 16),
    foot=16,
)
POSTER = Paper(
    width=3179,
    height=2245,
    margin=64,
    columns=14,
    widest=420,
    arrow=44,
    turns=True,
    titles=(68, 60, 52, 44),
    plain=(30, 26),
    foot=22,
)
PAPERS = {
    "slide": (
        SLIDE,
        attrs.evolve(SLIDE, margin=24, arrow=28, titles=(28, 24, 20), plain=(16,), gap=8, pad=5, leading=1.15),
    ),
    "poster": (POSTER, attrs.evolve(POSTER, gap=8, pad=6, leading=1.15)),
}
