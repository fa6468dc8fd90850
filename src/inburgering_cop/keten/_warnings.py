"""What to mind about an answer."""

from __future__ import annotations

from collections.abc import Iterable

from inburgering_cop import phrases
from inburgering_cop.keten._answer import Escalation
from inburgering_cop.keten._covering import covered
from inburgering_cop.knowledge import Records
from inburgering_cop.model import Basis, Capacity, CommunityKind, LocalizedText, Partner, Scope

_LANGUAGES = phrases.LANGUAGES
_NAMED = (Capacity.EXECUTES, Capacity.ADVISES)


def localized(key: str, nl: dict[str, str] | None = None, en: dict[str, str] | None = None) -> LocalizedText:
    """The library's text under `key` in both languages, its places filled from `nl` and `en`."""
    return LocalizedText(nl=phrases.text(key, "nl").format(**nl or {}), en=phrases.text(key, "en").format(**en or {}))


def _about(partner: Partner, doubt: LocalizedText) -> LocalizedText:
    """The doubt, after the name it is about."""
    return localized(
        "warning.about", *({"partner": partner.name.get(lang), "doubt": doubt.get(lang)} for lang in _LANGUAGES)
    )


def _place_warnings(route: Escalation, records: Records) -> Iterable[LocalizedText]:
    if route.former and route.municipality:
        facts = {"former": route.former.name, "municipality": route.municipality.name}
        days = [phrases.day(route.former.ended.isoformat(), lang) for lang in _LANGUAGES]
        yield localized("warning.former", *({**facts, "day": day} for day in days))
    if route.municipality and route.municipality.announced:
        yield route.municipality.announced
    if route.municipality and route.municipality.social_service:
        service = records.partners[route.municipality.social_service]
        words = [{"service": service.name.get(lang), "municipality": route.municipality.name} for lang in _LANGUAGES]
        yield localized("warning.social-service", *words)
        if service.doubt:
            yield _about(service, service.doubt)
    if route.community and route.municipality and route.coverage == "area":
        names = [
            {"community": route.community.name.get(lang), "municipality": route.municipality.name}
            for lang in _LANGUAGES
        ]
        yield localized("warning.area", *names)
    regional = route.community is not None and route.community.kind is CommunityKind.REGIONAL
    if route.municipality and not regional and not covered(records, route.municipality):
        words = []
        for lang in _LANGUAGES:
            near = phrases.text("warning.nearest", lang) if route.nearest else ""
            name = route.nearest.name.get(lang) if route.nearest else ""
            words.append({"municipality": route.municipality.name, "nearest": near.format(community=name)})
        yield localized("warning.uncovered", *words)


def _theme_warnings(route: Escalation, records: Records) -> Iterable[LocalizedText]:
    theme = route.themes[0].theme
    if theme.doubt:
        yield theme.doubt
    narrower = () if records.responsibilities_on(theme.id) else records.narrower(theme.id)
    if narrower:
        words = [
            {"theme": theme.label.get(lang), "narrower": ", ".join(each.label.get(lang) for each in narrower)}
            for lang in _LANGUAGES
        ]
        yield localized("warning.cluster", *words)
    told: list[LocalizedText] = []
    for each in route.competent:
        if each.doubt and each.doubt not in told:
            told.append(each.doubt)
            yield _about(each.partner, each.doubt)


def warnings(route: Escalation, records: Records) -> Iterable[LocalizedText]:
    """The warnings of `route`, those on how far it was tried first."""
    if route.tried == (3,):
        yield localized("warning.only-third-tried")
    general = [str(step.rung) for step in route.steps if step.referrals[0].basis is Basis.GENERAL]
    if general:
        yield localized("warning.general", {"rungs": ", ".join(general)}, {"rungs": ", ".join(general)})
    yield from _place_warnings(route, records)
    yield from _theme_warnings(route, records)
    first = route.competent[0]
    if first.scope is not Scope.CASE:
        key = "nobody.framework" if first.scope else f"nobody.{first.capacity if first.capacity in _NAMED else 'other'}"
        words = [{"capacity": phrases.text(key, lang)} for lang in _LANGUAGES]
        yield localized("warning.nobody-decides", *words)
    if any(each.verified and each.doubt and each not in route.competent for each in route.referrals):
        yield localized("warning.doubt")
    if not all(referral.verified for referral in route.referrals):
        yield localized("warning.unverified")
