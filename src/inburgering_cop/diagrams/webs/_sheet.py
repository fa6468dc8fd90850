"""The paper of a web: its size, and what stands on it beside the drawing: title, description, legend and source."""

from __future__ import annotations

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import FLOWS, PAPER, QUIET, TEXT, ink
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams._picture import Panel, Wire, Words
from inburgering_cop.diagrams.scenes._scene import Box, Scene
from inburgering_cop.diagrams.scenes._wording import flow_of
from inburgering_cop.diagrams.webs._cards import Shape
from inburgering_cop.model import LocalizedText

_LEADING = 1.25
_BADGE = 1.25
_INWARD = 5


@attrs.frozen(kw_only=True)
class Paper:
    """A size of paper, in units of 1/96 inch, so that text of 16 is 12 pt on it.

    Attributes:
        width: Its width.
        height: Its height.
        margin: What is kept free along its sides.
        title: The size of the title.
        small: The size of the other text outside the drawing.
        sizes: The sizes of text in a web, the one that reads best first.
        tight: Whether the smallest of them may stand in the least room there is.
        skeletons: How many bars and how many columns a web may have, what suits it best first.
        shapes: How wide or high cards may be, what reads best first.
        outside: How many cells are left free around the web.
        channel: How many cells there must be between two columns at least.
        filling: Whether a web fills the paper, and does not only take what it needs.
        bundling: Whether lines that run the same way, and along which the same kind of thing flows, are one.
    """

    width: int
    height: int
    margin: int
    title: int
    small: int
    sizes: tuple[int, ...]
    tight: bool
    skeletons: tuple[tuple[int, int], ...]
    shapes: tuple[Shape, ...]
    outside: int
    channel: int
    filling: bool
    bundling: bool


SLIDE = Paper(
    width=1280,
    height=720,
    margin=32,
    title=28,
    small=16,
    sizes=(20, 18, 16),
    tight=True,
    skeletons=((1, 2), (2, 3), (1, 4), (2, 4), (3, 4)),
    shapes=(
        *(Shape(widest=widest) for widest in (13, 11, 10, 9, 0)),
        *(Shape(widest=widest, broken=True) for widest in (13, 9, 0)),
        *(Shape(widest=widest, snug=True) for widest in (13, 11, 10, 9, 0)),
        *(Shape(widest=widest, snug=True, broken=True) for widest in (13, 9, 0)),
    ),
    outside=1,
    channel=5,
    filling=False,
    bundling=True,
)
POSTER = Paper(
    width=3179,
    height=2245,
    margin=60,
    title=60,
    small=22,
    sizes=(36, 30, 24, 20, 16),
    tight=False,
    skeletons=((4, 6), (5, 6), (4, 5), (2, 4), (1, 4)),
    shapes=(Shape(widest=0),),
    outside=4,
    channel=9,
    filling=True,
    bundling=False,
)


def badge(name: str, mark: str, *, x: float, y: float, number: int, size: int) -> Panel:
    """The mark of a group in text of that size, on the corner of a box at that place: what tells its colour."""
    wide = _BADGE * size
    return Panel(
        of=Box(id=f"{name}.mark", label=LocalizedText(nl=mark), shape="kind"),
        x=x + _INWARD - wide,
        y=y - wide / 2,
        width=wide,
        height=wide,
        corner=wide / 2,
        fill=ink(number).text,
        line=PAPER,
        thickness=1,
        words=(
            Words(
                text=mark, x=x + _INWARD - wide / 2, y=y + 0.36 * size, size=size, bold=True, middle=True, colour=PAPER
            ),
        ),
    )


@attrs.frozen(kw_only=True)
class Sheet:
    """A paper with what stands at its top and its foot.

    Attributes:
        words: Title, description, legend and source.
        samples: The lines the legend explains.
        badges: The marks the legend explains.
        top: Where the drawing may begin.
        bottom: Where it must end.
    """

    words: tuple[Words, ...]
    samples: tuple[Wire, ...]
    badges: tuple[Panel, ...]
    top: float
    bottom: float

    @classmethod
    def of(cls, scene: Scene, lang: str, paper: Paper, *, crossing: bool = False) -> Sheet:
        """The sheet of `scene`, in `lang`; with `crossing` its legend says what a line across a bar means."""
        head: list[Words] = []
        y = 0.75 * paper.margin
        for text, ruler, colour in (
            (scene.title.get(lang), Ruler(size=paper.title, bold=True), TEXT),
            (scene.description.get(lang), Ruler(size=1.125 * paper.small), TEXT),
        ):
            for line in ruler.lines(text, within=paper.width - 2 * paper.margin):
                head.append(_words(line, ruler, x=paper.margin, y=y + ruler.size, colour=colour))
                y += _LEADING * ruler.size
        foot = _Foot(paper=paper)
        foot.write(scene, lang, crossing=crossing)
        bottom = paper.height - 0.6 * paper.margin - foot.y + paper.small
        return cls(
            words=(*head, *(attrs.evolve(each, y=each.y + bottom) for each in foot.words)),
            samples=tuple(
                attrs.evolve(each, points=tuple((x, y + bottom) for x, y in each.points)) for each in foot.samples
            ),
            badges=tuple(
                attrs.evolve(
                    each,
                    y=each.y + bottom,
                    words=tuple(attrs.evolve(words, y=words.y + bottom) for words in each.words),
                )
                for each in foot.badges
            ),
            top=y + 0.5 * paper.small,
            bottom=bottom - 0.5 * paper.small,
        )


def _words(text: str, ruler: Ruler, *, x: float, y: float, colour: str) -> Words:
    return Words(text=text, x=x, y=y, size=ruler.size, bold=ruler.bold, colour=colour)


@attrs.define(kw_only=True, eq=False)
class _Foot:
    """Legend and source while they are written, counted from the top of the foot."""

    paper: Paper
    x: float = 0.0
    y: float = 0.0
    words: list[Words] = attrs.field(factory=list)
    samples: list[Wire] = attrs.field(factory=list)
    badges: list[Panel] = attrs.field(factory=list)

    def write(self, scene: Scene, lang: str, *, crossing: bool) -> None:
        """Adds the legend of `scene`, each with a sample of what it explains, and its source.

        A sample shows how a line looks, so that beside it stands only what it means.
        """
        small, margin = self.paper.small, self.paper.margin
        ruler = Ruler(size=small)
        self.x, self.y = margin, small
        self._entry(f"{phrases.text('word.legend', lang)}:", ruler)
        for group in scene.groups:
            if group.mark:
                self._entry(group.label.get(lang), ruler, before=_BADGE * small + 6, mark=group.mark, number=group.ink)
        meant = {phrases.text(f"legend.flow.{flow}", lang): flow for flow in map(flow_of, scene.arrows)}
        for line in scene.legend:
            text = line.get(lang)
            if text in meant:
                self._entry(text.partition(": ")[2], ruler, before=3.2 * small, flow=meant[text])
            else:
                self._entry(text, ruler)
        if crossing:
            self._entry(phrases.text("legend.crossing", lang), ruler)
        self.y += _LEADING * small
        for text in ruler.lines(scene.source.get(lang), within=self.paper.width - 2 * margin):
            self.words.append(_words(text, ruler, x=margin, y=self.y, colour=QUIET))
            self.y += _LEADING * small

    def _entry(
        self, text: str, ruler: Ruler, *, before: float = 0.0, flow: str | None = None, mark: str = "", number: int = 0
    ) -> None:
        small, margin = self.paper.small, self.paper.margin
        wide = before + ruler.width(text)
        if self.x > margin and self.x + wide > self.paper.width - margin:
            self.x, self.y = margin, self.y + _LEADING * small
        middle = self.y - 0.33 * small
        if flow:
            look = FLOWS[flow]
            end = self.x + before - 0.5 * small
            self.samples.append(
                Wire(
                    tail=None,
                    head=None,
                    points=((self.x, middle), (end, middle)),
                    colour=look.colour,
                    thickness=look.thickness,
                    dashes=look.dashes,
                )
            )
        if mark:
            self.badges.append(
                badge(f"legend-{mark}", mark, x=self.x - _INWARD + _BADGE * small, y=middle, number=number, size=small)
            )
        self.words.append(_words(text, ruler, x=self.x + before, y=self.y, colour=QUIET))
        self.x += wide + 1.5 * small
