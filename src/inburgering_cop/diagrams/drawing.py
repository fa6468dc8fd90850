"""A drawing: one scene, written in every format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams import _subjects
from inburgering_cop.diagrams._picture import Picture
from inburgering_cop.diagrams.scenes import _marks
from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.diagrams.slides import _slides
from inburgering_cop.diagrams.webs import _web
from inburgering_cop.diagrams.writers import _describing, dot, drawio, html, mermaid, png, svg
from inburgering_cop.errors import CannotDrawError
from inburgering_cop.model import Community, Municipality, Theme
from inburgering_cop.practice._writing import write

if TYPE_CHECKING:
    from inburgering_cop.diagrams._subjects import Subject

_SUFFIXES = (".svg", ".png", ".drawio", ".html", ".mmd", ".dot")


@attrs.frozen(kw_only=True, repr=False)
class Drawing:
    """A picture, ready to be written.

    Attributes:
        scene: What is drawn; marks that turn the direction of text stand in it as text.
        lang: The language of its words: nl or en.
    """

    scene: Scene = attrs.field(converter=_marks.shown)
    lang: str

    def __repr__(self) -> str:
        return f"<Drawing {self.scene.title.nl!r}>"

    def _repr_svg_(self) -> str | None:
        """What a notebook shows: the SVG, or nothing of it where there is none."""
        try:
            return self.to_svg()
        except CannotDrawError:
            return None

    @property
    def paper(self) -> str:
        """What it is laid out on: slide (16:9), poster (A1 landscape), or roll, which is as high as what stands on it.

        A part of the keten for which no size was asked is a poster where it does not fit a slide.
        """
        if self.scene.paper != "either":
            return self.scene.paper
        return "slide" if _web.fits_a_slide(self.scene, self.lang) else "poster"

    def to_mermaid(self) -> str:
        """The drawing as a Mermaid flowchart.

        Raises:
            CannotDrawError: It has more than 500 arrows or 50,000 characters, which Mermaid does not draw.
        """
        return mermaid.write(self.scene, self.lang)

    def to_dot(self) -> str:
        """The drawing as Graphviz DOT."""
        return dot.write(self.scene, self.lang)

    def to_svg(self) -> str:
        """The drawing as SVG.

        Raises:
            CannotDrawError: It is more than its paper holds: a slide 30 boxes, and as much text as can be read.
        """
        return svg.write(self._laid_out(".svg"))

    def _laid_out(self, suffix: str) -> Picture:
        lay_out = _slides.laid_out if self.scene.in_rows else _web.laid_out
        return lay_out(self.scene, self.lang, suffix=suffix)

    def to_png(self) -> bytes:
        """The drawing as PNG, twice as many pixels as the SVG is wide and high.

        Raises:
            CannotDrawError: It is more than its paper holds: a slide 30 boxes, and as much text as can be read.
            MissingExtraError: The extra `png` is not installed.
        """
        return png.write(svg.write(self._laid_out(".png")))

    def to_drawio(self) -> str:
        """The drawing as a draw.io (diagrams.net) file, in which every box stays editable.

        Raises:
            CannotDrawError: It is more than its paper holds: a slide 30 boxes, and as much text as can be read.
        """
        return drawio.write(self._laid_out(".drawio"))

    def to_html(self) -> str:
        """The drawing as one web page that stands on its own: the SVG, and the same as headings and lists.

        Raises:
            CannotDrawError: It is more than its paper holds: a slide 30 boxes, and as much text as can be read.
        """
        return html.write(self.scene, self.to_svg(), self.lang)

    def describe(self, *, lang: str | None = None) -> str:
        """The whole content of the picture as text, in its own language or in `lang`."""
        return _describing.describe(self.scene, phrases.checked_language(lang or self.lang))

    def save(self, path: str | Path) -> Path:
        """Writes the drawing to `path`, in the format of its suffix: .svg, .png, .drawio, .html, .mmd or .dot.

        Returns:
            The path.

        Raises:
            CannotDrawError: The suffix is another, or it is more than its paper or format holds.
            CannotWriteError: The file cannot be written; nothing is left of it, and what stood there stands.
            MissingExtraError: It is .png, and the extra for it is not installed.
        """
        target = Path(path)
        writers: dict[str, Callable[[], str | bytes]] = {
            ".svg": self.to_svg,
            ".png": self.to_png,
            ".drawio": self.to_drawio,
            ".html": self.to_html,
            ".mmd": self.to_mermaid,
            ".dot": self.to_dot,
        }
        suffix = target.suffix.lower()
        if suffix not in writers:
            given = target.suffix or target.name
            why = (
                f"Een tekening kan niet als '{given}' worden opgeslagen.",
                f"A drawing cannot be saved as '{given}'.",
            )
            raise phrases.cannot_draw(given=given, allowed=_SUFFIXES, why=why)
        write(target, writers[suffix]())
        return target


def draw(
    subject: Subject,
    *,
    kb: KnowledgeBase | None = None,
    lang: str = "nl",
    theme: str | Theme | None = None,
    community: str | Community | None = None,
    municipality: str | Municipality | None = None,
    phase: str | None = None,
    rung: int | None = None,
    steps: int | None = None,
    size: str | None = None,
) -> Drawing:
    """A drawing of a route, community, theme, partner, timeline, dossier, rotation, knowledge base or graph.

    Args:
        subject: What to draw; a timeline is what `kb.timeline()` gives, a partner is drawn with its neighbours.
        kb: Where partners and communities are looked up; by default the bundled knowledge.
        lang: The language of the words: nl or en.
        theme: Of a community, a partner or a knowledge base: only what has to do with this theme.
        community: Of a theme: only this community beside the rungs; of a partner or a knowledge base: only who takes
            part in it.
        municipality: Of a partner or a knowledge base: only who is there for this gemeente.
        phase: Of a partner or a knowledge base: only who acts in this phase.
        rung: Of a route, a dossier or a theme: only this rung.
        steps: Of a partner: how many steps away its neighbours may be; 1 when not given.
        size: Of a partner, a knowledge base or a graph: slide (16:9, 30 boxes at most) or poster (A1 landscape); when
            not given a partner gets a slide, the others one when they have 30 boxes at most.

    Raises:
        CannotDrawError: There is no picture for such a thing, or the partner is not in the part that is left.
        InvalidValueError: The language is another, a filter has another value than it may, or the subject has no such
            filter.
        UnknownNameError: A filter names something that does not exist.

    >>> from inburgering_cop import load
    >>> draw(load().communities["rijnmond"], theme="ontheffing-medisch")
    <Drawing 'CoP Inburgering - Rijnmond: Medische ontheffing'>
    >>> draw(load().partners["duo"], steps=1)
    <Drawing 'Rond Dienst Uitvoering Onderwijs'>
    """
    phrases.checked_language(lang)
    filters = _subjects.Filters(
        theme=theme,
        community=community,
        municipality=municipality,
        phase=phase,
        rung=rung,
        steps=steps,
        size=size,
    )
    return Drawing(scene=_subjects.scene_of(subject, kb, filters), lang=lang)
