"""From an answer, a community or a graph to a scene."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams._scene import Arrow, Box, Group, Scene
from inburgering_cop.diagrams._wording import SHAPES, both, capital, label, rung_heading, shapes, source, text
from inburgering_cop.keten import Escalation, Referral
from inburgering_cop.model import Basis, Community, CommunityTheme, LocalizedText, Participation, Scope, Standing

if TYPE_CHECKING:
    import networkx as nx

_STRUCTURE = ("fills", "part_of")


def _does(referral: Referral, lang: str) -> str:
    does = phrases.label("capacity", referral.capacity, lang)
    if referral.scope:
        does = f"{does} {phrases.label('scope', referral.scope, lang)}"
    return does if referral.role == referral.partner.id else f"{referral.role_name.get(lang)}: {does}"


def _with_aspects(said: Iterable[tuple[str, Referral]], route: Escalation, lang: str) -> str:
    """Each thing said once, with the aspects it is said of where the whole theme was asked."""
    aspects: dict[str, list[str]] = {}
    for words, referral in said:
        of = aspects.setdefault(words, [])
        if referral.aspect_name and route.themes[0].aspect is None:
            of.append(referral.aspect_name.get(lang))
    return ", ".join(
        f"{words} ({'; '.join(dict.fromkeys(names))})" if names else words for words, names in aspects.items()
    )


def _referred(referrals: list[Referral], route: Escalation) -> Box:
    first = referrals[0]
    details = [both(lambda lang: _with_aspects(((_does(each, lang), each) for each in referrals), route, lang))]
    if first.at_table:
        details.append(label("standing", first.at_table.standing))
    settles = any(each in route.competent and each.scope is Scope.CASE for each in referrals)
    if settles:
        details.append(text("legend.settles"))
    if not all(each.verified for each in referrals):
        details.append(text("word.unverified"))
    return Box(
        id=f"{first.rung}-{first.partner.id}",
        label=first.partner.name,
        details=tuple(details),
        shape=first.partner.type.value,
        group=f"rung-{first.rung}",
        marked=settles,
        dotted=label("basis", "general") if first.basis is Basis.GENERAL else None,
    )


def _route_in_words(route: Escalation, lang: str) -> str:
    words = phrases.text("nobody.decides", lang)
    if route.competent[0].scope is Scope.CASE:
        names = _with_aspects(((each.partner.name.get(lang), each) for each in route.competent), route, lang)
        words = f"{phrases.text('word.competent', lang)}: {names}."
    if route.community:
        words += f" {capital(phrases.text('word.at-table', lang))}: {route.community.name.get(lang)}."
    return words


def _legend(boxes: Iterable[Box], *, dashed: bool, solid: bool = False) -> tuple[LocalizedText, ...]:
    boxes = tuple(boxes)
    keys = ["legend.marked"] if any(box.marked for box in boxes) else []
    keys += ["legend.general"] if any(box.dotted for box in boxes) else []
    keys += ["legend.solid"] if solid else []
    keys += ["legend.dashed"] if dashed else []
    return (*shapes(boxes), *(text(key) for key in keys))


def _asked(route: Escalation, lang: str) -> str:
    """The theme, and the aspect of it where one was asked."""
    match = route.themes[0]
    aspect = f" ({match.aspect.label.get(lang)})" if match.aspect else ""
    return f"{match.theme.label.get(lang)}{aspect}"


def of_route(route: Escalation) -> Scene:
    """The ladder: the question, then three rungs with who to turn to on each."""
    theme = route.themes[0].theme
    start = Box(id="question", label=theme.label, shape="theme")
    groups = tuple(
        Group(
            id=f"rung-{step.rung}",
            label=rung_heading(step.rung),
            details=(step.guiding_question,),
        )
        for step in route.steps
    )
    boxes = [start]
    for step in route.steps:
        by_partner: dict[str, list[Referral]] = {}
        for referral in step.referrals:
            by_partner.setdefault(referral.partner.id, []).append(referral)
        boxes += [_referred(each, route) for each in by_partner.values()]
    place = f", {route.municipality.name}" if route.municipality else ""
    ends = ("question", *(group.id for group in groups))
    return Scene(
        title=both(lambda lang: f"{phrases.text('word.route', lang)}: {_asked(route, lang)}{place}"),
        description=both(lambda lang: _route_in_words(route, lang)),
        groups=groups,
        boxes=tuple(boxes),
        arrows=tuple(Arrow(tail=tail, head=head) for tail, head in pairwise(ends)),
        legend=_legend(boxes, dashed=False),
        source=source(route.as_of, route.licence),
        in_rows=True,
    )


def _standing_group(standing: Standing) -> Group:
    return Group(
        id=f"standing-{standing.value}",
        label=both(lambda lang: capital(phrases.label("standing", standing, lang))),
    )


def _seat(seat: Participation, community: Community, kb: KnowledgeBase) -> Box:
    """A participant; the functions it sends stand in its box where they have no box of their own."""
    partner = kb.partners[seat.partner]
    seated = {each.partner for each in community.participations}
    details = []
    if sent := [kb.partners[each].name for each in seat.sends if each not in seated]:
        details.append(both(lambda lang: ", ".join(name.get(lang) for name in sent)))
    if themes := [kb.themes[each].label for each in seat.themes]:
        comes = [f"{phrases.text('word.comes-for', lang)}: " for lang in phrases.LANGUAGES]
        details.append(
            LocalizedText(
                nl=comes[0] + ", ".join(label.nl for label in themes),
                en=comes[1] + ", ".join(label.get("en") for label in themes),
            )
        )
    if not partner.verified:
        details.append(text("word.unverified"))
    return Box(
        id=f"seat-{seat.partner}",
        label=partner.name,
        details=tuple(details),
        shape=partner.type.value,
        group=f"standing-{seat.standing.value}",
    )


def _theme_details(own: CommunityTheme, kb: KnowledgeBase) -> tuple[LocalizedText, ...]:
    standing = label("theme-standing", own.standing)
    return (standing,) if own.as_named.nl == kb.themes[own.theme].label.nl else (own.as_named, standing)


def of_community(community: Community, *, kb: KnowledgeBase) -> Scene:
    """The community's table: participants by standing, with the themes that bring them, and its themes."""
    standings = [each for each in Standing if each in {seat.standing for seat in community.participations}]
    groups = [_standing_group(standing) for standing in standings]
    boxes = [_seat(seat, community, kb) for seat in community.participations]
    themes: dict[str, list[CommunityTheme]] = {}
    for own in community.themes:
        themes.setdefault(own.theme, []).append(own)
    if themes:
        groups.append(Group(id="themes", label=text("word.themes")))
    boxes += [
        Box(
            id=f"theme-{theme}",
            label=kb.themes[theme].label,
            details=tuple(detail for own in named for detail in _theme_details(own, kb)),
            shape="theme",
            group="themes",
        )
        for theme, named in themes.items()
    ]
    return Scene(
        title=community.name,
        description=community.focus,
        groups=tuple(groups),
        boxes=tuple(boxes),
        arrows=(),
        legend=_legend(boxes, dashed=False),
        source=source(kb.as_of, kb.records.dataset.licence),
        in_rows=True,
    )


def _edge_order(edge: tuple[object, ...]) -> list[str]:
    return [str(part) for part in edge[:3]]


def _rung_of(data: dict[str, Any]) -> int:
    """The rung of a node; where it has none of the three, the last."""
    rung = data.get("rung")
    return rung if isinstance(rung, int) and rung in (1, 2, 3) else 3


def _day(as_of: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(as_of))
    except ValueError:
        return None


def _node_label(name: object, data: dict[str, Any]) -> LocalizedText:
    nl = str(data.get("label_nl") or name)
    return LocalizedText(nl=nl, en=str(data.get("label_en") or nl))


def _edge_label(data: dict[str, Any]) -> LocalizedText | None:
    kind = str(data.get("kind", ""))
    for group in ("relation-kind", "capacity"):
        if kind in phrases.LABELS[group]:
            return label(group, kind)
    return LocalizedText(nl=kind, en=kind) if kind else None


def _graph_in_words(boxes: int, arrows: int, lang: str) -> str:
    return phrases.text("graph.counts", lang).format(boxes=boxes, arrows=arrows)


def of_graph(graph: nx.MultiDiGraph[str]) -> Scene:
    """Any graph with the keten's node and edge attributes: partners by rung, with what flows between them."""
    nodes: list[tuple[str, dict[str, Any]]] = sorted(graph.nodes(data=True), key=lambda node: str(node[0]))  # type: ignore[arg-type]
    rungs = sorted({_rung_of(data) for _, data in nodes})
    groups = tuple(Group(id=f"rung-{rung}", label=rung_heading(rung)) for rung in rungs)
    boxes = [
        Box(
            id=str(name),
            label=_node_label(name, data),
            details=() if data.get("verified", True) else (text("word.unverified"),),
            shape=data["type"] if data.get("type") in SHAPES else "kind",
            group=f"rung-{_rung_of(data)}",
        )
        for name, data in nodes
    ]
    arrows = [
        Arrow(
            tail=str(tail),
            head=str(head),
            label=None if data.get("kind") in _STRUCTURE else _edge_label(data),
            told=_edge_label(data),
            dashed=data.get("kind") in _STRUCTURE,
        )
        for tail, head, _, data in sorted(graph.edges(keys=True, data=True), key=_edge_order)
    ]
    title = str(graph.graph.get("title", phrases.text("word.keten")))
    own = title == phrases.text("word.keten")
    as_of = graph.graph.get("as_of")
    return Scene(
        title=text("word.keten") if own else LocalizedText(nl=title, en=title),
        description=both(lambda lang: _graph_in_words(len(boxes), len(arrows), lang)),
        groups=groups,
        boxes=tuple(boxes),
        arrows=tuple(arrows),
        legend=_legend(
            boxes, dashed=any(arrow.dashed for arrow in arrows), solid=any(not arrow.dashed for arrow in arrows)
        ),
        source=source(_day(as_of), graph.graph.get("licence")),
        in_rows=False,
    )
