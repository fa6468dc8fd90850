"""From an answer or a community to a scene."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams.scenes._gathering import Seated, gathered
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from inburgering_cop.diagrams.scenes._wording import both, capital, label, rung_heading, shapes, source, text
from inburgering_cop.keten import Escalation, Referral, Step
from inburgering_cop.model import Basis, Community, CommunityTheme, LocalizedText, Participation, Scope, Standing, Theme

_INKS = {
    Standing.STANDING: 0,
    Standing.ON_REQUEST: 1,
    Standing.PLANNED: 2,
    Standing.GUEST: 3,
    Standing.GUIDES: 3,
    Standing.UNKNOWN: 4,
}


def _does(referral: Referral, lang: str) -> str:
    does = phrases.label("capacity", referral.capacity, lang)
    return f"{does} {phrases.label('scope', referral.scope, lang)}" if referral.scope else does


def _does_as(referral: Referral, lang: str) -> str:
    """What it does, after the name of the role it fills where that is another."""
    does = _does(referral, lang)
    return does if referral.role == referral.partner.id else f"{referral.role_name.get(lang)}: {does}"


def _with_aspects(said: Iterable[tuple[str, Referral]], route: Escalation, lang: str) -> str:
    """Each thing said once, with the sides it is said of where they are not the one asked."""
    aspects: dict[str, list[str]] = {}
    for words, referral in said:
        of = aspects.setdefault(words, [])
        if side := route.side_of(referral):
            of.append(side.get(lang))
    return ", ".join(
        f"{words} ({'; '.join(dict.fromkeys(names))})" if names else words for words, names in aspects.items()
    )


def _referred(referrals: list[Referral], route: Escalation) -> Seated:
    first = referrals[0]

    def said(does: Callable[[Referral, str], str]) -> LocalizedText:
        return both(lambda lang: _with_aspects(((does(each, lang), each) for each in referrals), route, lang))

    details = [label("standing", first.at_table.standing)] if first.at_table else []
    settles = any(each in route.competent and each.scope is Scope.CASE for each in referrals)
    if settles:
        details.append(text("legend.settles"))
    box = Box(
        id=f"{first.rung}-{first.partner.id}",
        label=first.partner.name,
        details=(said(_does_as), *details),
        shape=first.partner.type.value,
        group=f"rung-{first.rung}",
        marked=settles,
        dotted=label("basis", "general") if first.basis is Basis.GENERAL else None,
        starred=None if all(each.verified for each in referrals) else text("word.unverified"),
    )
    return Seated(
        role=first.role,
        shared=f"{first.rung}-{first.role}",
        own=first.role == first.partner.id,
        box=box,
        alone=(said(_does), *details),
    )


def _route_in_words(route: Escalation, lang: str) -> str:
    words = phrases.text("nobody.decides", lang)
    if route.competent[0].scope is Scope.CASE:
        names = _with_aspects(((each.partner.name.get(lang), each) for each in route.competent), route, lang)
        words = f"{phrases.text('word.competent', lang)}: {names}."
    if route.community:
        words += f" {capital(phrases.text('word.at-table', lang))}: {route.community.name.get(lang)}."
    return words


def _legend(boxes: Iterable[Box]) -> tuple[LocalizedText, ...]:
    boxes = tuple(boxes)
    keys = ["legend.marked"] if any(box.marked for box in boxes) else []
    keys += ["legend.general"] if any(box.dotted for box in boxes) else []
    keys += ["legend.unverified"] if any(each.starred for box in boxes for each in (box, *box.members)) else []
    return (*shapes(boxes), *(text(key) for key in keys))


def _asked(route: Escalation, lang: str) -> str:
    """The theme, and the aspect of it where one was asked."""
    match = route.themes[0]
    aspect = f" ({match.aspect.label.get(lang)})" if match.aspect else ""
    return f"{match.theme.label.get(lang)}{aspect}"


def _own(step: Step, route: Escalation) -> list[Referral]:
    """Who to turn to on the theme of the route; on the side asked alone, where that is sure."""
    match = route.themes[0]
    own = [each for each in step.referrals if not each.instead]
    asked = [each for each in own if each.aspect in (None, match.aspect and match.aspect.id)]
    return asked if asked and match.aspect and match.sure else own


def of_route(route: Escalation) -> Scene:
    """The ladder: the question, then three rungs with who to turn to on each."""
    theme = route.themes[0].theme
    start = Box(id="question", label=theme.label, shape="theme")
    groups = tuple(
        Group(
            id=f"rung-{step.rung}",
            label=rung_heading(step.rung),
            details=(step.guiding_question,),
            ink=step.rung - 1,
        )
        for step in route.steps
    )
    boxes = [start]
    for step in route.steps:
        by_partner: dict[str, list[Referral]] = {}
        own = _own(step, route)
        for referral in own:
            by_partner.setdefault(referral.partner.id, []).append(referral)
        roles = {each.role: each.role_name for each in own}
        boxes += gathered((_referred(each, route) for each in by_partner.values()), name=roles.__getitem__)
    place = f", {route.municipality.name}" if route.municipality else ""
    ends = ("question", *(group.id for group in groups))
    return Scene(
        title=both(lambda lang: f"{phrases.text('word.route', lang)}: {_asked(route, lang)}{place}"),
        description=both(lambda lang: _route_in_words(route, lang)),
        groups=groups,
        boxes=tuple(boxes),
        arrows=tuple(Arrow(tail=tail, head=head) for tail, head in pairwise(ends)),
        legend=_legend(boxes),
        source=source(route.as_of, route.licence),
        in_rows=True,
        smaller=("rung",),
    )


def _standing_group(standing: Standing) -> Group:
    return Group(
        id=f"standing-{standing.value}",
        label=both(lambda lang: capital(phrases.label("standing", standing, lang))),
        ink=_INKS[standing],
    )


def _role(seat: Participation, community: Community, kb: KnowledgeBase) -> str:
    """The role it fills here: of several, the first that another with the same standing fills too."""
    roles = kb.partners[seat.partner].fills or (seat.partner,)
    others = {
        role
        for each in community.participations
        if each.standing is seat.standing and each.partner != seat.partner
        for role in kb.partners[each.partner].fills or (each.partner,)
    }
    return next((role for role in roles if role in others), roles[0])


def _seat(seat: Participation, community: Community, kb: KnowledgeBase) -> Seated:
    """A participant; the functions it sends stand in its box where they have no box of their own."""
    partner = kb.partners[seat.partner]
    role = _role(seat, community, kb)
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
    box = Box(
        id=f"seat-{seat.partner}",
        label=partner.name,
        details=tuple(details),
        shape=partner.type.value,
        group=f"standing-{seat.standing.value}",
        starred=None if partner.verified else text("word.unverified"),
    )
    return Seated(
        role=role,
        shared=f"{seat.standing.value}-{role}",
        own=role == seat.partner,
        box=box,
        alone=box.details,
    )


def _theme_details(own: CommunityTheme, kb: KnowledgeBase) -> tuple[LocalizedText, ...]:
    standing = label("theme-standing", own.standing)
    return (standing,) if own.as_named.nl == kb.themes[own.theme].label.nl else (own.as_named, standing)


def of_community(community: Community, *, kb: KnowledgeBase, theme: Theme | None = None) -> Scene:
    """The community's table: participants by standing, with the themes that bring them, and its themes.

    Args:
        community: The community.
        kb: Where its partners and themes are looked up.
        theme: The theme it is narrowed to, for the title; None where it is whole.
    """
    standings = [each for each in Standing if each in {seat.standing for seat in community.participations}]
    groups = [_standing_group(standing) for standing in standings]
    boxes = [
        box
        for standing in standings
        for box in gathered(
            (_seat(seat, community, kb) for seat in community.participations if seat.standing is standing),
            name=lambda role: kb.partners[role].name,
        )
    ]
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
        title=both(lambda lang: community.name.get(lang) + (f": {theme.label.get(lang)}" if theme else "")),
        description=community.focus,
        groups=tuple(groups),
        boxes=tuple(boxes),
        arrows=(),
        legend=_legend(boxes),
        source=source(kb.as_of, kb.records.dataset.licence),
        in_rows=True,
        smaller=() if theme else ("theme",),
    )
