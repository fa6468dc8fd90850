"""The drietrapsraket of CoP Rijnmond: what the gemeente can do itself, then with a partner, then with the keten.

The rule is Rijnmond's (source cop-rijnmond, question 3): a partner of the keten is involved only after the gemeente has
worked out, inside its own organisation and with its partners in the execution, what the frames of the Wi2021 are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import attrs

from inburgering_cop import phrases
from inburgering_cop.keten._answer import Escalation, Referral, Step
from inburgering_cop.keten._covering import Covering, covered, covering, nearest
from inburgering_cop.keten._entering import entry
from inburgering_cop.keten._referrals import Rows, referrals, responsibilities
from inburgering_cop.keten._tips import tips_on
from inburgering_cop.keten._warnings import localized, warnings
from inburgering_cop.knowledge import Records
from inburgering_cop.model import (
    Capacity,
    Community,
    CommunityKind,
    FormerMunicipality,
    Municipality,
    Partner,
    Scope,
    Theme,
)
from inburgering_cop.search import ThemeMatch

RUNGS = (1, 2, 3)
_GUIDING = {rung: localized(f"guiding.{rung}") for rung in RUNGS}
_BEFORE = {rung: localized(f"before.{rung}") for rung in RUNGS}


def checked_rungs(tried: Collection[int]) -> tuple[int, ...]:
    """The rungs in `tried`, in order.

    Raises:
        InvalidValueError: It is not a set of rungs among 1, 2 and 3.
    """
    wanted = (
        "een verzameling van treden uit 1, 2 en 3, zoals {1, 2}",
        "a set of rungs among 1, 2 and 3, such as {1, 2}",
    )
    if not isinstance(tried, Collection) or isinstance(tried, str | bytes):
        raise phrases.invalid("tried", tried, wanted=wanted)
    for rung in tried:
        if type(rung) is not int or rung not in RUNGS:
            raise phrases.invalid("tried", rung, wanted=wanted)
    return tuple(sorted(set(tried)))


def _cover(
    records: Records, theme: Theme, municipality: Municipality | None, community: Community | None
) -> Covering | Community | None:
    """The community to answer for, and how it covers the gemeente where it does."""
    found = covering(records, municipality) if municipality else ()
    if community is not None:
        return next((each for each in found if each.community == community), community)
    for each in found:
        if each.community.kind is CommunityKind.REGIONAL:
            return each
    thematic = [
        each
        for each in records.communities.values()
        if each.kind is CommunityKind.THEMATIC and theme.id in {own.theme for own in each.themes}
    ]
    return min(thematic, key=lambda each: (each.starts or "9999", each.id), default=None)


def _step(
    records: Records,
    match: ThemeMatch,
    rung: int,
    rows: tuple[Rows, Rows],
    table: Community | None,
    near: Community | None,
    municipality: Municipality | None,
    instead: Iterable[Referral],
) -> Step:
    """One rung; who can settle another theme the question may be about stands last on it."""
    asked, told = rows
    others = (each for each in instead if each.rung == rung)
    return Step(
        rung=rung,
        guiding_question=_GUIDING[rung],
        referrals=(*referrals(records, asked, table, municipality), *others),
        background=tuple(referrals(records, told, table, municipality)),
        tips=tips_on(records, match.theme, rung, municipality, table, near),
        before_next=_BEFORE[rung],
    )


def _deciding(group: Rows) -> Rows:
    """Of `group`, who decides the single case, else who executes, else who advises, else everyone."""
    ranked = [[each for each in group if each.scope is Scope.CASE]]
    ranked += [
        [each for each in group if each.capacity is capacity] for capacity in (Capacity.EXECUTES, Capacity.ADVISES)
    ]
    return next((found for found in ranked if found), group)


def _settling(match: ThemeMatch, rungs: Sequence[tuple[Rows, Rows]]) -> Rows:
    """By which responsibilities the matter can be settled: on the aspect asked, else on the whole theme.

    The theme's own go before the general. On an aspect that nobody decides or executes, who sets its rules is named.
    Of the general ladder only the lowest rung is named: it holds for every theme, so the higher rungs narrow nothing
    down. Where the side is not told, who settles the likeliest stands first, even if others decide on other sides.

    Args:
        match: The theme, and the side of it or the sides it may be about.
        rungs: For each rung who to turn to, and who is told for the background.
    """
    aspect = match.aspect.id if match.aspect else None
    everyone = [each for asked, _ in rungs for each in asked]
    everyone = [each for each in everyone if each.theme is not None] or rungs[0][0]
    if aspect is not None:
        exact = [each for each in everyone if each.aspect == aspect]
        whole = [each for each in everyone if each.aspect is None]
        deciding = [each for each in (*exact, *whole) if each.scope is Scope.CASE]
        behind = [each for _, told in rungs for each in told if each.aspect == aspect]
        rules = [each for each in (*behind, *exact) if each.scope is Scope.FRAMEWORK]
        executing = [each for each in exact if each.capacity is Capacity.EXECUTES]
        everyone = deciding or executing or rules or exact or whole or everyone
    likely = {side: place for place, side in enumerate(match.leaning)}
    found = sorted(_deciding(everyone), key=lambda each: likely.get(each.aspect, len(likely)))
    likeliest = next((each for each in match.theme.aspects if each.id in match.leaning[:1]), None)
    if likeliest is None:
        return found
    first = _settling(attrs.evolve(match, aspect=likeliest, leaning=()), rungs)
    return [*first, *(each for each in found if each not in first)]


def _once(found: Iterable[Referral]) -> tuple[Referral, ...]:
    """Each partner once for each aspect."""
    first: dict[tuple[str, str | None], Referral] = {}
    for each in found:
        first.setdefault((each.partner.id, each.aspect), each)
    return tuple(first.values())


def _rows(records: Records, match: ThemeMatch) -> list[tuple[Rows, Rows]]:
    return [responsibilities(records, match, rung) for rung in RUNGS]


def competent(records: Records, theme: str, aspect: str | None) -> str:
    """Id of the role that can settle a theme and aspect, wherever the question comes from."""
    found = records.themes[theme]
    side = next((each for each in found.aspects if each.id == aspect), None)
    match = ThemeMatch(theme=found, aspect=side, score=1.0)
    return _settling(match, _rows(records, match))[0].partner


def _instead(
    records: Records, others: Iterable[ThemeMatch], table: Community | None, municipality: Municipality | None
) -> Iterable[Referral]:
    """Who can settle each of the other themes the question may be about."""
    for other in others:
        rows = [each for each in _settling(other, _rows(records, other)) if each.theme is not None]
        yield from _once(referrals(records, rows, table, municipality, instead=True))


def escalate(
    records: Records,
    matches: tuple[ThemeMatch, ...],
    *,
    question: str | None = None,
    municipality: Municipality | None = None,
    given_as: str | None = None,
    former: FormerMunicipality | None = None,
    community: Community | None = None,
    asker: Partner | None = None,
    tried: Collection[int] = (),
) -> Escalation:
    """The drietrapsraket for the first of `matches`.

    Args:
        records: The records to answer from.
        matches: The theme the answer is about, and the themes it might be about instead, best first.
        question: The question as typed, when one was.
        municipality: The gemeente it is for.
        given_as: The gemeente as it was given.
        former: The gemeente of the past by whose name it was given.
        community: The community to answer for; by default the one that covers the gemeente.
        asker: Who asks, where that is not the gemeente.
        tried: The rungs already tried, among 1, 2 and 3.

    Returns:
        Three non-empty steps in order, whatever is known.

    Raises:
        InvalidValueError: `tried` holds something else than rungs.
        NoLadderError: The records hold nothing for a rung, not even a general ladder.
    """
    rungs = checked_rungs(tried)
    match, *others = matches
    cover = _cover(records, match.theme, municipality, community)
    table = cover.community if isinstance(cover, Covering) else cover
    near = (
        nearest(records, municipality)
        if municipality and not covered(records, municipality) and not community
        else None
    )
    rows = _rows(records, match)
    instead = tuple(_instead(records, others, table, municipality))
    steps = tuple(
        _step(records, match, rung, rows[place], table, near, municipality, instead) for place, rung in enumerate(RUNGS)
    )
    of_row: dict[str, list[Referral]] = {}
    for each in (each for step in steps for each in (*step.referrals, *step.background) if not each.instead):
        of_row.setdefault(each.responsibility, []).append(each)
    settling = _once(each for row in _settling(match, rows) for each in of_row[row.id])
    if not others and not records.responsibilities_on(match.theme.id):
        others = [ThemeMatch(theme=theme, score=0.0) for theme in records.narrower(match.theme.id)]
    route = Escalation(
        question=question,
        themes=(match,),
        municipality=municipality,
        given_as=given_as,
        former=former,
        community=table,
        coverage=cover.coverage if isinstance(cover, Covering) else None,
        nearest=near,
        steps=(steps[0], steps[1], steps[2]),
        competent=settling,
        entry=entry(records, asker, match.theme, settling) if asker else None,
        alternatives=tuple(others),
        tried=rungs,
        next_step=next((rung for rung in RUNGS if rung not in rungs), None),
        warnings=(),
        as_of=records.dataset.as_of,
        licence=records.dataset.licence,
    )
    return attrs.evolve(route, warnings=tuple(warnings(route, records)))
