"""A conversation plan as text for people, and as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from inburgering_cop import phrases
from inburgering_cop.keten import Referral
from inburgering_cop.keten._describing import capacity
from inburgering_cop.model import Statement, Tip
from inburgering_cop.practice import _saying
from inburgering_cop.practice._dual_conditions import ConditionKind

if TYPE_CHECKING:
    from inburgering_cop.practice._dual_track import Condition, Conversation, ConversationPlan, Flow


def _who(alike: list[Referral], lang: str) -> str:
    """Referrals of which the same is said on one line: who, in what capacity, why, and where it is said."""
    first = alike[0]
    names = ", ".join(each.partner.name.get(lang) for each in alike)
    name = phrases.text("dual-track.rung", lang).format(name=names, rung=first.rung)
    via = f", {phrases.text('word.via', lang)} {first.via.name.get(lang)}" if first.via else ""
    side = f" ({first.aspect_name.get(lang)})" if first.aspect_name else ""
    marks = "" if first.verified else f" [{phrases.text('word.unverified', lang)}]"
    marks += f" ({first.doubt.get(lang)})" if first.doubt else ""
    basis = _saying.articles(first.legal_basis, lang)
    said = f"{name}: {capacity(first, lang)}{side}{via}. {first.why.get(lang)}"
    return f"{said}{marks}{basis} {_saying.sourced(first.citations)}"


def _everyone(referrals: tuple[Referral, ...], lang: str) -> list[str]:
    """A line for each responsibility; organisations of which the same is said together."""
    together: dict[tuple[object, ...], list[Referral]] = {}
    for each in referrals:
        together.setdefault((each.responsibility, each.verified, each.doubt), []).append(each)
    return [_who(alike, lang) for alike in together.values()]


def _told(flow: Flow, key: str, lang: str) -> str:
    relation = flow.relation
    mark = "" if relation.verified else f" [{phrases.text('word.unverified', lang)}]"
    said = phrases.text(key, lang).format(
        sender=flow.sender.name.get(lang), receiver=flow.receiver.name.get(lang), flow=relation.flow.get(lang)
    )
    return f"{said}{mark} {_saying.sourced(relation.citations)}"


def _said(each: Statement | Tip, lang: str) -> str:
    mark = _saying.mark(each, lang) if isinstance(each, Tip) else ""
    return f"{each.text.get(lang)}{mark} {_saying.sourced(each.citations)}"


def _listed(heading: str, items: Iterable[str]) -> list[str]:
    every = [f"      - {each}" for each in items]
    return [f"    - {heading}:", *every] if every else []


def _condition(number: int, each: Condition, lang: str) -> list[str]:
    decides = _everyone(each.decides, lang) or [phrases.text("nobody.decides", lang)]
    tells = (_told(flow, "dual-track.tells", lang) for flow in each.tells)
    agree = (_told(flow, "dual-track.agrees", lang) for flow in each.agree)
    return [
        f"{number}. **{each.question.get(lang)}**",
        *_listed(phrases.text("word.source", lang), (_said(one, lang) for one in each.said)),
        *_listed(phrases.text("dual-track.knows", lang), [*_everyone(each.knows, lang), *tells]),
        *_listed(phrases.text("dual-track.agree", lang), agree),
        *_listed(phrases.text("dual-track.decides", lang), decides),
    ]


def _conversation(each: Conversation, numbers: dict[str, int], lang: str) -> str:
    names = ", ".join(partner.name.get(lang) for partner in each.partners)
    name = phrases.text("dual-track.rung", lang).format(name=f"**{names}**", rung=each.rung)
    asks = " ".join(f"{numbers[one.id]}. {one.question.get(lang)}" for one in each.conditions)
    return f"- {name}: {asks}"


def describe(plan: ConversationPlan, *, lang: str) -> str:
    """`plan` as Markdown, in `lang`."""
    phrases.checked_language(lang)
    numbers = {each.id: number for number, each in enumerate(plan.conditions, 1)}
    lines = []
    if plan.municipality:
        lines.append(f"- {phrases.text('word.municipality', lang)}: {plan.municipality.name}")
    if plan.community:
        lines.append(f"- {phrases.text('word.community', lang)}: {plan.community.name.get(lang)}")
    lines += ["", phrases.text("dual-track.open", lang)] if lines else [phrases.text("dual-track.open", lang)]
    sections = [
        (phrases.text("dual-track.question", lang), [_said(plan.question, lang)]),
        (
            phrases.text("dual-track.conversations", lang),
            [_conversation(each, numbers, lang) for each in plan.conversations],
        ),
    ]
    for kind in ConditionKind:
        told = [
            line for each in plan.conditions if each.kind is kind for line in _condition(numbers[each.id], each, lang)
        ]
        sections.append((phrases.text(f"dual-track.{kind.value}", lang), told))
    return _saying.page(phrases.text("dual-track.title", lang), lines, sections, as_of=plan.as_of, lang=lang)


def _referral(each: Referral, lang: str) -> dict[str, Any]:
    return {
        "partner": each.partner.id,
        "role": each.role,
        "rung": each.rung,
        "capacity": each.capacity,
        "scope": each.scope,
        "aspect": each.aspect,
        "via": each.via.id if each.via else None,
        "why": each.why.get(lang),
        "legal_basis": _saying.based(each.legal_basis),
        "citations": _saying.cited(each.citations),
        "responsibility": each.responsibility,
        "verified": each.verified,
        "doubt": each.doubt.get(lang) if each.doubt else None,
    }


def _flow(each: Flow, lang: str) -> dict[str, Any]:
    relation = each.relation
    return {
        "relation": relation.id,
        "sender": relation.sender,
        "receiver": relation.receiver,
        "kind": relation.kind,
        "flow": relation.flow.get(lang),
        "citations": _saying.cited(relation.citations),
        "verified": relation.verified,
    }


def _condition_as_dict(each: Condition, lang: str) -> dict[str, Any]:
    return {
        "id": each.id,
        "kind": each.kind,
        "question": each.question.get(lang),
        "said": [
            {"id": one.id, "text": one.text.get(lang), "citations": _saying.cited(one.citations)} for one in each.said
        ],
        "knows": [_referral(one, lang) for one in each.knows],
        "tells": [_flow(one, lang) for one in each.tells],
        "agree": [_flow(one, lang) for one in each.agree],
        "decides": [_referral(one, lang) for one in each.decides],
        "citations": _saying.cited(each.citations),
    }


def as_dict(plan: ConversationPlan, *, lang: str) -> dict[str, Any]:
    """`plan` as the object that `dual-track --json` prints."""
    return _saying.head(plan.as_of, lang) | {
        "municipality": plan.municipality.code if plan.municipality else None,
        "community": plan.community.id if plan.community else None,
        "question": {
            "id": plan.question.id,
            "text": plan.question.text.get(lang),
            "citations": _saying.cited(plan.question.citations),
        },
        "conditions": [_condition_as_dict(each, lang) for each in plan.conditions],
        "conversations": [
            {
                "role": each.role.id,
                "partners": [partner.id for partner in each.partners],
                "rung": each.rung,
                "conditions": [one.id for one in each.conditions],
            }
            for each in plan.conversations
        ],
    }
