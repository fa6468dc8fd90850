"""An answer as plain JSON values, format 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inburgering_cop import phrases
from inburgering_cop.search import ThemeMatch

if TYPE_CHECKING:
    from inburgering_cop.keten._answer import Escalation, Referral, Step

FORMAT = 1


def _theme(match: ThemeMatch) -> dict[str, Any]:
    return {
        "id": match.theme.id,
        "aspect": match.aspect.id if match.aspect else None,
        "score": match.score,
        "words": [{"typed": word.typed, "matched": word.matched, "field": word.field} for word in match.words],
    }


def _competent(referral: Referral) -> dict[str, Any]:
    return {
        "partner": referral.partner.id,
        "role": referral.role,
        "rung": referral.rung,
        "capacity": referral.capacity,
        "aspect": referral.aspect,
        "via": referral.via.id if referral.via else None,
        "verified": referral.verified,
    }


def _referral(referral: Referral, lang: str) -> dict[str, Any]:
    return {
        "partner": referral.partner.id,
        "name": referral.partner.name.get(lang),
        "role": referral.role,
        "theme": referral.theme,
        "instead": referral.instead,
        "capacity": referral.capacity,
        "scope": referral.scope,
        "aspect": referral.aspect,
        "stands": referral.stands.get(lang),
        "why": referral.why.get(lang),
        "legal_basis": [
            {"text": basis.text, "jci": basis.jci, "checked": basis.checked} for basis in referral.legal_basis
        ],
        "citations": [{"source": cited.source, "place": cited.place} for cited in referral.citations],
        "basis": referral.basis,
        "at_table": referral.at_table.standing if referral.at_table else None,
        "via": referral.via.id if referral.via else None,
        "verified": referral.verified,
        "doubt": referral.doubt.get(lang) if referral.doubt else None,
    }


def _step(step: Step, lang: str) -> dict[str, Any]:
    return {
        "rung": step.rung,
        "guiding_question": step.guiding_question.get(lang),
        "before_next": step.before_next.get(lang),
        "referrals": [_referral(referral, lang) for referral in step.referrals],
        "background": [_referral(referral, lang) for referral in step.background],
        "tips": [tip.id for tip in step.tips],
    }


def _entry(route: Escalation, lang: str) -> dict[str, Any] | None:
    if route.entry is None:
        return None
    relations = [each.id for each in route.entry.relations]
    return {"asker": route.entry.asker.id, "said": route.entry.said.get(lang), "relations": relations}


def as_dict(route: Escalation, *, lang: str) -> dict[str, Any]:
    """`route` as the object that `escalate --json` prints."""
    phrases.checked_language(lang)
    place = route.municipality
    return {
        "format": FORMAT,
        "as_of": route.as_of.isoformat(),
        "lang": lang,
        "question": route.question,
        "municipality": {"code": place.code, "name": place.name, "given_as": route.given_as} if place else None,
        "community": route.community.id if route.community else None,
        "coverage": route.coverage,
        "nearest": route.nearest.id if route.nearest else None,
        "themes": [_theme(match) for match in route.themes],
        "alternatives": [_theme(match) for match in route.alternatives],
        "competent": [_competent(referral) for referral in route.competent],
        "entry": _entry(route, lang),
        "tried": list(route.tried),
        "next_step": route.next_step,
        "warnings": [warning.get(lang) for warning in route.warnings],
        "steps": [_step(step, lang) for step in route.steps],
    }
