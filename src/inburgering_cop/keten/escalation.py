"""The drietrapsraket of CoP Rijnmond: what the gemeente can do itself, then with a partner, then with the keten.

The rule is Rijnmond's (source cop-rijnmond, question 3): a partner of the keten is involved only after the gemeente has
worked out, inside its own organisation and with its partners in the execution, what the frames of the Wi2021 are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs

from inburgering_cop import phrases
from inburgering_cop.keten._answer import Escalation, Referral, Step
from inburgering_cop.keten._covering import Covering, covering, nearest
from inburgering_cop.keten._filters import lends
from inburgering_cop.knowledge import Records
from inburgering_cop.model import (
    Basis,
    Capacity,
    Community,
    CommunityKind,
    FormerMunicipality,
    LocalizedText,
    Municipality,
    Participation,
    Partner,
    PartnerType,
    Responsibility,
    Scope,
    Standing,
    Theme,
    Tip,
)
from inburgering_cop.search import ThemeMatch

RUNGS = (1, 2, 3)
_AT_HAND = (Standing.STANDING, Standing.ON_REQUEST, Standing.UNKNOWN)
_COMPETENT = (Capacity.EXECUTES, Capacity.ADVISES)


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


def _covered(records: Records, municipality: Municipality) -> bool:
    return any(found.community.kind is CommunityKind.REGIONAL for found in covering(records, municipality))


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


def _responsibilities(records: Records, match: ThemeMatch, rung: int) -> list[Responsibility]:
    """Those of the theme on this rung, else those of the general ladder."""
    on_rung = [each for each in records.responsibilities.values() if each.rung == rung]
    rows = [each for each in on_rung if each.theme == match.theme.id] or [
        each for each in on_rung if each.theme is None
    ]
    if not rows:
        raise phrases.no_ladder(rung=rung)
    return sorted(rows, key=lambda each: (each.order, each.id))


def _organisations(
    records: Records, role: Partner, table: Community | None, municipality: Municipality | None
) -> list[Partner]:
    """The organisations at `table` that fill `role`; gemeenten aside, which are asked through their functions."""
    if table is None or role.type is not PartnerType.KIND or role.id == "gemeente":
        return []
    seated = [records.partners[each.partner] for each in table.participations if each.standing in _AT_HAND]
    filling = [each for each in seated if each.type is PartnerType.ORGANISATION and role.id in each.fills]
    return [each for each in filling if lends(table, each, municipality)]


def _seat(
    records: Records, partner: Partner, table: Community | None, municipality: Municipality | None
) -> Participation | None:
    """How `partner` sits at `table`: by name, through the gemeente that sends it, or through what it is part of."""
    if table is None:
        return None
    by_partner = {each.partner: each for each in table.participations}
    sent_by = [each for each in table.participations if partner.id in each.sends]
    own = [
        each for each in sent_by if municipality and records.partners[each.partner].municipality == municipality.code
    ]
    parent = partner.part_of if partner.type is not PartnerType.FUNCTION else None
    return (
        next(iter(own), None) or by_partner.get(partner.id) or next(iter(sent_by), None) or by_partner.get(parent or "")
    )


def _referrals(
    records: Records, row: Responsibility, table: Community | None, municipality: Municipality | None
) -> Iterable[Referral]:
    """One per organisation at the table that fills the role; where none does, the role itself."""
    partner = records.partners[row.partner]
    fillers = _organisations(records, partner, table, municipality)
    for each in fillers or [partner]:
        yield Referral(
            partner=each,
            role=row.partner,
            role_name=partner.name,
            rung=row.rung,
            capacity=row.capacity,
            scope=row.scope,
            aspect=row.aspect,
            why=row.why,
            legal_basis=row.legal_basis,
            citations=row.citations,
            basis=Basis.SPECIFIC if row.theme else Basis.GENERAL,
            at_table=_seat(records, each, table, municipality),
            via=records.partners[row.via] if row.via else None,
            verified=row.verified and each.verified,
            doubt=row.doubt or each.doubt,
            responsibility=row.id,
        )


def _rung_of(records: Records, tip: Tip) -> int:
    """The rung on which a tip helps: that of the farthest partner it is about, else of whom it speaks to."""
    for ids in (tip.partners, tip.audience):
        if ids:
            return max(records.partners[partner].rung for partner in ids)
    return 1


def _fits(records: Records, tip: Tip, theme: Theme, rung: int) -> bool:
    if tip.rungs:
        return rung in tip.rungs
    return theme.id in tip.themes and rung == _rung_of(records, tip)


def _tips(
    records: Records, theme: Theme, rung: int, table: Community | None, near: Community | None
) -> tuple[Tip, ...]:
    """The tips on the theme that fit this rung, and those on the ladder itself; the nearest table's first."""
    order = {each.id: place for place, each in enumerate((table, near)) if each is not None}
    fitting = [tip for tip in records.tips.values() if _fits(records, tip, theme, rung)]
    return tuple(sorted(fitting, key=lambda tip: (bool(tip.rungs), order.get(tip.community or "", 2), tip.id)))


def localized(key: str, nl: dict[str, str] | None = None, en: dict[str, str] | None = None) -> LocalizedText:
    """The library's text under `key` in both languages, its places filled from `nl` and `en`."""
    return LocalizedText(nl=phrases.text(key, "nl").format(**nl or {}), en=phrases.text(key, "en").format(**en or {}))


def _step(
    records: Records,
    match: ThemeMatch,
    rung: int,
    table: Community | None,
    near: Community | None,
    municipality: Municipality | None,
) -> Step:
    rows = _responsibilities(records, match, rung)
    referrals = [referral for row in rows for referral in _referrals(records, row, table, municipality)]
    return Step(
        rung=rung,
        guiding_question=localized(f"guiding.{rung}"),
        referrals=tuple(referrals),
        tips=_tips(records, match.theme, rung, table, near),
        before_next=localized(f"before.{rung}"),
    )


def _competent(steps: tuple[Step, ...]) -> tuple[Referral, ...]:
    """Who decides the single case, else who executes, else who advises; the theme's own before the general.

    A partner is named once. Of the general ladder only the lowest rung is named: it holds for every theme, so the
    higher rungs narrow nothing down.
    """
    everyone = [referral for step in steps for referral in step.referrals]
    own = [each for each in everyone if each.basis is Basis.SPECIFIC]
    everyone = own or list(steps[0].referrals)
    deciding = [each for each in everyone if each.scope is Scope.CASE]
    ranked = [[each for each in everyone if each.capacity is capacity] for capacity in _COMPETENT]
    first: dict[str, Referral] = {}
    for each in next(group for group in (deciding, *ranked, everyone) if group):
        first.setdefault(each.partner.id, each)
    return tuple(first.values())


def _place_warnings(route: Escalation, records: Records) -> Iterable[LocalizedText]:
    if route.former and route.municipality:
        facts = {"former": route.former.name, "municipality": route.municipality.name}
        days = [phrases.day(route.former.ended.isoformat(), lang) for lang in phrases.LANGUAGES]
        yield localized("warning.former", *({**facts, "day": day} for day in days))
    if route.municipality and route.municipality.announced:
        yield route.municipality.announced
    if route.community and route.municipality and route.coverage == "area":
        names = [
            {"community": route.community.name.get(lang), "municipality": route.municipality.name}
            for lang in phrases.LANGUAGES
        ]
        yield localized("warning.area", *names)
    regional = route.community is not None and route.community.kind is CommunityKind.REGIONAL
    if route.municipality and not regional and not _covered(records, route.municipality):
        words = []
        for lang in phrases.LANGUAGES:
            near = phrases.text("warning.nearest", lang) if route.nearest else ""
            name = route.nearest.name.get(lang) if route.nearest else ""
            words.append({"municipality": route.municipality.name, "nearest": near.format(community=name)})
        yield localized("warning.uncovered", *words)


def _warnings(route: Escalation, records: Records) -> Iterable[LocalizedText]:
    if route.tried == (3,):
        yield localized("warning.only-third-tried")
    general = [str(step.rung) for step in route.steps if step.referrals[0].basis is Basis.GENERAL]
    if general:
        yield localized("warning.general", {"rungs": ", ".join(general)}, {"rungs": ", ".join(general)})
    yield from _place_warnings(route, records)
    first = route.competent[0]
    if first.scope is not Scope.CASE:
        key = f"nobody.{first.capacity if first.capacity in _COMPETENT else 'other'}"
        words = [{"capacity": phrases.text(key, lang)} for lang in phrases.LANGUAGES]
        yield localized("warning.nobody-decides", *words)
    if not all(referral.verified for referral in route.referrals):
        yield localized("warning.unverified")


def escalate(
    records: Records,
    matches: tuple[ThemeMatch, ...],
    *,
    question: str | None = None,
    municipality: Municipality | None = None,
    given_as: str | None = None,
    former: FormerMunicipality | None = None,
    community: Community | None = None,
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
        if municipality and not _covered(records, municipality) and not community
        else None
    )
    steps = tuple(_step(records, match, rung, table, near, municipality) for rung in RUNGS)
    competent = _competent(steps)
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
        competent=competent,
        alternatives=tuple(others),
        tried=rungs,
        next_step=next((rung for rung in RUNGS if rung not in rungs), None),
        warnings=(),
        as_of=records.dataset.as_of,
        licence=records.dataset.licence,
    )
    return attrs.evolve(route, warnings=tuple(_warnings(route, records)))
