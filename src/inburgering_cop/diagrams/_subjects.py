"""From what is drawn to its scene: which there are, and which filters each has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.diagrams.scenes import _building, _choosing, _graphs, _methods, _overviews
from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.diagrams.scenes._wording import both
from inburgering_cop.keten import Escalation
from inburgering_cop.model import Community, LocalizedText, Municipality, Partner, Phase, Theme
from inburgering_cop.practice import Dossier, Rotation

if TYPE_CHECKING:
    import networkx as nx

    Subject = (
        Escalation
        | Community
        | Theme
        | Partner
        | tuple[Phase, ...]
        | Dossier
        | Rotation
        | KnowledgeBase
        | nx.MultiDiGraph[str]
    )

_OF_GRAPH = ("theme", "community", "municipality", "phase", "size")
_FILTERS: dict[type, tuple[str, ...]] = {
    Escalation: ("rung",),
    Community: ("theme",),
    Theme: ("community", "rung"),
    Dossier: ("rung",),
    Partner: (*_OF_GRAPH, "steps"),
    KnowledgeBase: _OF_GRAPH,
}
_SUBJECTS = (
    "Escalation",
    "Community",
    "Theme",
    "Partner",
    "a timeline (tuple of Phase)",
    "Dossier",
    "Rotation",
    "KnowledgeBase",
    "MultiDiGraph",
)


@attrs.frozen(kw_only=True)
class Filters:
    """What is asked of a subject: a part of it, how far around it, on which paper; None where it is not asked."""

    theme: str | Theme | None
    community: str | Community | None
    municipality: str | Municipality | None
    phase: str | None
    rung: int | None
    steps: int | None
    size: str | None


def scene_of(subject: Subject, kb: KnowledgeBase | None, filters: Filters) -> Scene:
    """The scene of the part of `subject` that the filters leave.

    Raises:
        CannotDrawError: There is no picture for such a thing, or a partner is not in the part that is left.
        InvalidValueError: A filter has another value than it may, or the subject has no such filter.
        UnknownNameError: A filter names something that does not exist.
    """
    is_graph = _is_graph(subject)
    possible = next((names for cls, names in _FILTERS.items() if isinstance(subject, cls)), ("size",) * is_graph)
    _choosing.refuse_unless(possible, attrs.asdict(filters, recurse=False), subject=type(subject).__name__)
    _choosing.check(rung=filters.rung, steps=filters.steps, size=filters.size)
    if isinstance(subject, KnowledgeBase):
        scene = _part_of(_graphs.of_graph(_graph(subject, filters)), subject, filters)
    elif isinstance(subject, Partner):
        kb = kb or load()
        scene = _part_of(_around(subject, kb, filters), kb, filters)
    elif is_graph:
        scene = _graphs.of_graph(subject)  # type: ignore[arg-type]
    else:
        scene = _in_rows(subject, kb, filters)
    scene = scene if filters.rung is None else _choosing.on_rung(scene, filters.rung)
    return scene if filters.size is None else attrs.evolve(scene, paper=filters.size)


def _is_graph(subject: object) -> bool:
    is_multigraph = getattr(subject, "is_multigraph", None)
    return hasattr(subject, "nodes") and callable(is_multigraph) and bool(is_multigraph())


def _graph(kb: KnowledgeBase, filters: Filters) -> nx.MultiDiGraph[str]:
    return kb.graph(
        theme=filters.theme, community=filters.community, municipality=filters.municipality, phase=filters.phase
    )


def _part_of(scene: Scene, kb: KnowledgeBase, filters: Filters) -> Scene:
    """The scene with what is left in its title; it no longer names the filters given, but fewer steps always help."""
    given = attrs.asdict(filters, recurse=False)
    scene = attrs.evolve(scene, smaller=tuple(name for name in scene.smaller if name == "steps" or given[name] is None))
    parts: list[LocalizedText] = []
    if filters.theme is not None:
        parts.append((filters.theme if isinstance(filters.theme, Theme) else kb.theme(filters.theme)).label)
    if filters.phase is not None:
        parts.append(kb.phases[filters.phase].name)
    if filters.community is not None:
        found = filters.community if isinstance(filters.community, Community) else kb.community(filters.community)
        parts.append(found.name)
    if filters.municipality is not None:
        place = filters.municipality
        place = place if isinstance(place, Municipality) else kb.municipality(place)
        parts.append(LocalizedText(nl=place.name))
    if not parts:
        return scene
    title = both(lambda lang: f"{scene.title.get(lang)}: {', '.join(part.get(lang) for part in parts)}")
    return attrs.evolve(scene, title=title)


def _around(partner: Partner, kb: KnowledgeBase, filters: Filters) -> Scene:
    graph = _graph(kb, filters)
    if partner.id not in graph:
        why = (
            f"{partner.name.nl} komt niet voor in het deel van de keten dat overblijft. Laat een filter weg.",
            f"{partner.name.get('en')} is not in the part of the keten that is left. Leave out a filter.",
        )
        raise phrases.cannot_draw(
            given=partner.id, allowed=("theme=…", "community=…", "municipality=…", "phase=…"), why=why
        )
    return _graphs.of_neighbourhood(partner, graph, steps=filters.steps or 1)


def _in_rows(subject: object, kb: KnowledgeBase | None, filters: Filters) -> Scene:
    if isinstance(subject, Escalation):
        return _building.of_route(subject)
    if isinstance(subject, Rotation):
        return _methods.of_rotation(subject)
    if isinstance(subject, Community):
        return _of_community(subject, kb or load(), filters.theme)
    if isinstance(subject, Theme):
        return _of_theme(subject, kb or load(), filters.community)
    if isinstance(subject, Dossier):
        return _methods.of_dossier(subject, kb=kb or load())
    if isinstance(subject, tuple) and subject and all(isinstance(each, Phase) for each in subject):
        return _overviews.of_timeline(subject, kb=kb or load())
    given = type(subject).__name__
    why = (f"Van een {given} is er geen tekening.", f"There is no drawing of a {given}.")
    raise phrases.cannot_draw(given=given, allowed=_SUBJECTS, why=why)


def _of_community(community: Community, kb: KnowledgeBase, theme: str | Theme | None) -> Scene:
    if theme is None:
        return _building.of_community(community, kb=kb)
    only = theme if isinstance(theme, Theme) else kb.theme(theme)
    return _building.of_community(_choosing.on_theme(community, only, kb), kb=kb, theme=only)


def _of_theme(theme: Theme, kb: KnowledgeBase, community: str | Community | None) -> Scene:
    if community is None:
        return _overviews.of_theme(theme, kb=kb)
    only = community if isinstance(community, Community) else kb.community(community)
    return _overviews.of_theme(theme, kb=kb, community=only)
