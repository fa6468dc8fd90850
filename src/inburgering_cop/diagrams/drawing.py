"""A drawing: one scene, written in every format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.diagrams import _building, _describing, _methods, _overviews, _rows, dot, drawio, mermaid, png, svg
from inburgering_cop.diagrams._picture import Picture
from inburgering_cop.diagrams._scene import Scene
from inburgering_cop.keten import Escalation
from inburgering_cop.model import Community, Phase, Theme
from inburgering_cop.practice import Dossier, Rotation
from inburgering_cop.practice._writing import write

if TYPE_CHECKING:
    import networkx as nx

    Subject = (
        Escalation | Community | Theme | tuple[Phase, ...] | Dossier | Rotation | KnowledgeBase | nx.MultiDiGraph[str]
    )

_SUFFIXES = (".svg", ".png", ".drawio", ".mmd", ".dot")
_FOR_ALL = (".mmd", ".dot")
_SUBJECTS = (
    "Escalation",
    "Community",
    "Theme",
    "a timeline (tuple of Phase)",
    "Dossier",
    "Rotation",
    "KnowledgeBase",
    "MultiDiGraph",
)


@attrs.frozen(kw_only=True, repr=False)
class Drawing:
    """A picture of a route, a community or the keten, ready to be written.

    Attributes:
        scene: What is drawn.
        lang: The language of its words: nl or en.
    """

    scene: Scene
    lang: str

    def __repr__(self) -> str:
        return f"<Drawing {self.scene.title.nl!r}>"

    def _repr_svg_(self) -> str | None:
        """What a notebook shows: the SVG, or nothing of it where there is none."""
        return self.to_svg() if self.scene.in_rows else None

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
        """The drawing as SVG: for all but the keten.

        Raises:
            CannotDrawError: It is the keten, whose connections rows of boxes cannot show.
        """
        return svg.write(self._laid_out(".svg"))

    def _laid_out(self, suffix: str) -> Picture:
        if not self.scene.in_rows:
            why = (
                f"De keten laat zich niet als rijen tekenen, zoals {suffix} vraagt.",
                f"The keten cannot be drawn as rows, as {suffix} asks.",
            )
            raise phrases.cannot_draw(given=suffix, allowed=_FOR_ALL, why=why)
        return _rows.lay_out(self.scene, self.lang)

    def to_png(self) -> bytes:
        """The drawing as PNG, twice as many pixels as the SVG is wide and high: for all but the keten.

        Raises:
            CannotDrawError: It is the keten, whose connections rows of boxes cannot show.
            MissingExtraError: The extra `png` is not installed.
        """
        return png.write(svg.write(self._laid_out(".png")))

    def to_drawio(self) -> str:
        """The drawing as a draw.io (diagrams.net) file, in which every box stays editable: for all but the keten.

        Raises:
            CannotDrawError: It is the keten, whose connections rows of boxes cannot show.
        """
        return drawio.write(self._laid_out(".drawio"))

    def describe(self, *, lang: str | None = None) -> str:
        """The whole content of the picture as text, in its own language or in `lang`."""
        return _describing.describe(self.scene, phrases.checked_language(lang or self.lang))

    def save(self, path: str | Path) -> Path:
        """Writes the drawing to `path`, in the format of its suffix: .svg, .png, .drawio, .mmd or .dot.

        Returns:
            The path.

        Raises:
            CannotDrawError: The suffix is another, or the drawing has no such format.
            CannotWriteError: The file cannot be written; nothing is left of it, and what stood there stands.
            MissingExtraError: It is .png, and the extra for it is not installed.
        """
        target = Path(path)
        writers: dict[str, Callable[[], str | bytes]] = {
            ".svg": self.to_svg,
            ".png": self.to_png,
            ".drawio": self.to_drawio,
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
            raise phrases.cannot_draw(given=given, allowed=_SUFFIXES if self.scene.in_rows else _FOR_ALL, why=why)
        write(target, writers[suffix]())
        return target


def draw(
    subject: Subject,
    *,
    kb: KnowledgeBase | None = None,
    lang: str = "nl",
) -> Drawing:
    """A drawing of a route, a community, a theme, a timeline, a dossier, a rotation, a knowledge base or a graph.

    Args:
        subject: What to draw; a timeline is what `kb.timeline()` gives.
        kb: Where partners and communities are looked up; by default the bundled knowledge.
        lang: The language of the words: nl or en.

    Raises:
        CannotDrawError: There is no picture for such a thing.
        InvalidValueError: The language is another.

    >>> draw(load().communities["rijnmond"])
    <Drawing 'CoP Inburgering - Rijnmond'>
    """
    phrases.checked_language(lang)
    return Drawing(scene=_scene(subject, kb), lang=lang)


def _scene(subject: Subject, kb: KnowledgeBase | None) -> Scene:
    if isinstance(subject, Escalation):
        return _building.of_route(subject)
    if isinstance(subject, Community):
        return _building.of_community(subject, kb=kb or load())
    if isinstance(subject, Theme):
        return _overviews.of_theme(subject, kb=kb or load())
    if isinstance(subject, Dossier):
        return _methods.of_dossier(subject, kb=kb or load())
    if isinstance(subject, Rotation):
        return _methods.of_rotation(subject)
    if isinstance(subject, KnowledgeBase):
        return _building.of_graph(subject.graph())
    if isinstance(subject, tuple):
        if subject and all(isinstance(each, Phase) for each in subject):
            return _overviews.of_timeline(subject, kb=kb or load())
    elif hasattr(subject, "nodes") and hasattr(subject, "is_multigraph") and subject.is_multigraph():
        return _building.of_graph(subject)
    given = type(subject).__name__
    why = (f"Van een {given} is er geen tekening.", f"There is no drawing of a {given}.")
    raise phrases.cannot_draw(given=given, allowed=_SUBJECTS, why=why)
