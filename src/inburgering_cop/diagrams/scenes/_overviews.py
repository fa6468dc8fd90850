"""From a theme or the timeline to a scene: one theme across communities, the keten from arrival to afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams.scenes._building import of_route
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from inburgering_cop.diagrams.scenes._wording import both, capital, label, shapes, source, text
from inburgering_cop.model import Community, Deadline, LocalizedText, Phase, Theme
from inburgering_cop.model import Group as People


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


def of_theme(theme: Theme, *, kb: KnowledgeBase, community: Community | None = None) -> Scene:
    """One theme: who does what on each rung, and the communities that deal with it or have tips on it.

    Args:
        theme: The theme.
        kb: Where it is looked up.
        community: The only community to show; None for all.
    """
    route = of_route(kb.escalate(theme))
    tipping = {tip.community for tip in kb.records.tips_on(theme.id)}
    dealing = [
        each
        for each in kb.communities.values()
        if (each.id in tipping or any(own.theme == theme.id for own in each.themes))
        and (community is None or each.id == community.id)
    ]
    group = Group(id="communities", label=text("word.communities"))
    return attrs.evolve(
        route,
        title=theme.label,
        description=theme.definition,
        groups=(*route.groups, *([group] if dealing else [])),
        boxes=(*route.boxes, *(_at(each, theme, kb) for each in dealing)),
        smaller=("rung", *(["community"] if community is None else [])),
    )


def _only(groups: Iterable[People], lang: str) -> str:
    """For whom it is where it is not for everybody."""
    names = ", ".join(phrases.label("group", each, lang) for each in groups)
    return phrases.text("overview.only", lang).format(groups=names)


def _term(term: Deadline, lang: str, *, told: bool) -> str:
    """A term or norm: how long it is, and for whom it is where that is not told already."""
    facts = [f"{term.value} {phrases.label('term-unit', term.unit, lang)}"]
    facts += [_only(term.groups, lang)] if term.groups and not told else []
    facts += [] if term.verified else [phrases.text("word.unverified", lang)]
    return f"{phrases.text('word.term', lang)}: {term.what.get(lang)} ({'; '.join(facts)})"


def _whole(term: Deadline, *, told: bool) -> LocalizedText:
    return both(lambda lang: _term(term, lang, told=told))


def _over(phase: Phase, group: People | None) -> tuple[LocalizedText, ...]:
    """What stands over the boxes of a phase: for whom it is where only some go through it, and its terms."""
    of_some = not group and set(phase.groups) != set(People)
    only = [both(lambda lang: f"{capital(_only(phase.groups, lang))}.")] if of_some else []
    terms = [each for each in phase.deadlines if not (group and each.groups) or group in each.groups]
    return (*only, *(_whole(each, told=bool(group) or each.groups == phase.groups) for each in terms))


def _gone_through(phases: tuple[Phase, ...]) -> People | None:
    """The group whose timeline it is: the only one that goes through all of it; None where there is not one."""
    all_of_it = [group for group in People if all(group in phase.groups for phase in phases)]
    return all_of_it[0] if len(all_of_it) == 1 else None


def of_timeline(phases: tuple[Phase, ...], *, kb: KnowledgeBase) -> Scene:
    """The keten by phase: in each who does what, with its terms; of one group only what it goes through."""
    group = _gone_through(phases)

    def title(lang: str) -> str:
        of = f": {phrases.label('group', group, lang)}" if group else ""
        return f"{phrases.text('overview.timeline', lang)}{of}"

    def description(lang: str) -> str:
        said = phrases.text("overview.phases", lang).format(count=len(phases))
        left = (
            phrases.text("overview.phases-of", lang).format(group=phrases.label("group", group, lang)) if group else ""
        )
        return f"{said}{left}"

    boxes = [
        Box(
            id=f"{phase.id}-{number}",
            label=kb.partners[actor.partner].name,
            details=(actor.does,),
            shape=kb.partners[actor.partner].type.value,
            group=phase.id,
        )
        for phase in phases
        for number, actor in enumerate(phase.actors)
    ]
    return Scene(
        title=both(title),
        description=both(description),
        groups=tuple(Group(id=phase.id, label=phase.name, details=_over(phase, group), ink=3) for phase in phases),
        boxes=tuple(boxes),
        arrows=tuple(Arrow(tail=one.id, head=other.id) for one, other in pairwise(phases)),
        legend=shapes(boxes),
        source=source(kb.as_of, kb.records.dataset.licence),
        in_rows=True,
        paper="poster",
        smaller=() if group else ("group",),
    )
