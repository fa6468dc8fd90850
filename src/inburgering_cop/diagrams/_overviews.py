"""From a theme or the timeline to a scene: one theme across communities, the keten from arrival to afterwards."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams._building import of_route
from inburgering_cop.diagrams._scene import Arrow, Box, Group, Scene
from inburgering_cop.diagrams._wording import both, label, shapes, source, text
from inburgering_cop.model import Community, LocalizedText, Phase, Theme

_LONGEST = 90


def _tips(count: int) -> LocalizedText:
    key = "overview.tip" if count == 1 else "overview.tips"
    return both(lambda lang: phrases.text(key, lang).format(count=count))


def _at(community: Community, theme: Theme, kb: KnowledgeBase) -> Box:
    """What one community does with the theme: where it stands there, as it is named there, and how many tips it has."""
    standings = [own for own in community.themes if own.theme == theme.id]
    details = [label("theme-standing", own.standing) for own in standings]
    details += [own.as_named for own in standings if own.as_named.nl != theme.label.nl]
    tips = sum(tip.community == community.id for tip in kb.records.tips_on(theme.id))
    details += [_tips(tips)] if tips else []
    return Box(
        id=f"community-{community.id}", label=community.name, details=tuple(details), shape="theme", group="communities"
    )


def of_theme(theme: Theme, *, kb: KnowledgeBase) -> Scene:
    """One theme: who does what on each rung, and the communities that deal with it or have tips on it."""
    route = of_route(kb.escalate(theme))
    tipping = {tip.community for tip in kb.records.tips_on(theme.id)}
    dealing = [
        each
        for each in kb.communities.values()
        if each.id in tipping or any(own.theme == theme.id for own in each.themes)
    ]
    group = Group(id="communities", label=text("word.communities"))
    return attrs.evolve(
        route,
        title=theme.label,
        description=theme.definition,
        groups=(*route.groups, *([group] if dealing else [])),
        boxes=(*route.boxes, *(_at(each, theme, kb) for each in dealing)),
    )


def _terms(phase: Phase) -> tuple[LocalizedText, ...]:
    """The terms and norms of a phase, a line each."""

    def line(lang: str, at: int) -> str:
        each = phase.deadlines[at]
        unit = phrases.label("term-unit", each.unit, lang)
        return f"{phrases.text('word.term', lang)}: {each.what.get(lang)} ({each.value} {unit})"

    return tuple(both(lambda lang, at=at: line(lang, at)) for at in range(len(phase.deadlines)))  # type: ignore[misc]


def _short(words: LocalizedText) -> LocalizedText:
    return both(lambda lang: textwrap.shorten(words.get(lang), _LONGEST, placeholder=" …"))


def of_timeline(phases: tuple[Phase, ...], *, kb: KnowledgeBase) -> Scene:
    """The keten by phase: in each who does what, with its terms. Our choice: of each only the start of the text."""
    boxes = [
        Box(
            id=f"{phase.id}-{number}",
            label=kb.partners[actor.partner].name,
            details=(_short(actor.does),),
            shape=kb.partners[actor.partner].type.value,
            group=phase.id,
        )
        for phase in phases
        for number, actor in enumerate(phase.actors)
    ]
    return Scene(
        title=text("overview.timeline"),
        description=both(lambda lang: " → ".join(phase.name.get(lang) for phase in phases)),
        groups=tuple(Group(id=phase.id, label=phase.name, details=_terms(phase)) for phase in phases),
        boxes=tuple(boxes),
        arrows=tuple(Arrow(tail=one.id, head=other.id) for one, other in pairwise(phases)),
        legend=shapes(boxes),
        source=source(kb.as_of, kb.records.dataset.licence),
        in_rows=True,
    )
