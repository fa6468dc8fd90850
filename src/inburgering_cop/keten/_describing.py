"""An answer as text for people: Markdown that also reads well as it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inburgering_cop import phrases, text
from inburgering_cop.model import Basis, Citation

if TYPE_CHECKING:
    from inburgering_cop.keten._answer import Escalation, Referral, Step


def _head(route: Escalation, lang: str) -> list[str]:
    match = route.themes[0]
    about = f" ({match.aspect.label.get(lang)})" if match.aspect else ""
    lines = [f"# {phrases.text('word.route', lang)}: {match.theme.label.get(lang)}{about}", ""]
    facts = []
    if route.question:
        facts.append((phrases.text("word.question", lang), route.question))
        words = ", ".join(f"{word.typed} → {word.matched}" for word in match.words)
        facts.append((phrases.text("word.matched", lang).capitalize(), words))
    if route.municipality:
        facts.append((phrases.text("word.municipality", lang), route.municipality.name))
    if route.community:
        how = f" ({phrases.label('coverage', route.coverage, lang)})" if route.coverage else ""
        facts.append((phrases.text("word.community", lang), f"{route.community.name.get(lang)}{how}"))
    if route.alternatives:
        others = ", ".join(other.theme.label.get(lang) for other in route.alternatives)
        facts.append((phrases.text("word.alternatives", lang), others))
    following = str(route.next_step) if route.next_step else phrases.text("word.all-tried", lang)
    facts.append((phrases.text("word.next-step", lang), following))
    return [*lines, *(f"- {name}: {value}" for name, value in facts)]


def capacity(referral: Referral, lang: str) -> str:
    """What the partner does: its capacity, and for a decision what it is about."""
    does = phrases.label("capacity", referral.capacity, lang)
    return f"{does} {phrases.label('scope', referral.scope, lang)}" if referral.scope else does


def _about(referral: Referral, route: Escalation, lang: str) -> str:
    """The side the referral is about, where it is not the one asked."""
    side = route.side_of(referral)
    return f" ({side.get(lang)})" if side else ""


def _competent(route: Escalation, lang: str) -> list[str]:
    lines = [f"## {phrases.text('word.competent', lang)}", ""]
    for referral in route.competent:
        via = f", {phrases.text('word.via', lang)} {referral.via.name.get(lang)}" if referral.via else ""
        does = f"{capacity(referral, lang)}{_about(referral, route, lang)}"
        rung = f"{phrases.text('word.rung', lang).lower()} {referral.rung}"
        lines.append(f"- {referral.partner.name.get(lang)} ({rung}): {does}{via}")
    if route.entry:
        lines += ["", route.entry.said.get(lang)]
    return lines


def _by_responsibility(referrals: Iterable[Referral]) -> list[list[Referral]]:
    """Those of which the same is said, of one role by one responsibility, together."""
    together: dict[tuple[object, ...], list[Referral]] = {}
    for referral in referrals:
        standing = referral.at_table.standing if referral.at_table else None
        alike = (referral.responsibility, standing, referral.verified, referral.doubt)
        together.setdefault(alike, []).append(referral)
    return list(together.values())


def articles(referral: Referral, lang: str) -> str:
    """The articles it rests on, those not checked marked."""
    unchecked = f" ({phrases.text('word.unchecked', lang)})"
    return "; ".join(basis.text + ("" if basis.checked else unchecked) for basis in referral.legal_basis)


def places(citations: tuple[Citation, ...]) -> str:
    """The citations on one line."""
    return "; ".join(f"{cited.source}, {cited.place}" for cited in citations)


def _referred(number: int, alike: list[Referral], route: Escalation, lang: str) -> list[str]:
    first = alike[0]
    marks = []
    if first.at_table and route.community:
        standing = phrases.label("standing", first.at_table.standing, lang)
        marks.append(f"{phrases.text('word.at-table', lang)} {route.community.name.get(lang)}: {standing}")
    if first.basis is Basis.GENERAL:
        marks.append(phrases.label("basis", first.basis, lang))
    if not first.verified:
        marks.append(phrases.text("word.unverified", lang))
    shown = f" [{'; '.join(marks)}]" if marks else ""
    names = ", ".join(f"**{each.partner.name.get(lang)}**" for each in alike)
    role = f" ({first.role_name.get(lang)})" if first.role != first.partner.id else ""
    does = f"{capacity(first, lang)}{_about(first, route, lang)}"
    lines = [f"{number}. {names}{role}: {does}{shown}", first.why.get(lang)]
    if first.doubt:
        lines.append(f"({first.doubt.get(lang)})")
    if first.legal_basis:
        lines.append(f"{phrases.text('word.legal-basis', lang)}: {articles(first, lang)}")
    lines.append(f"{phrases.text('word.source', lang)}: {places(first.citations)}")
    return ["  \n   ".join(lines)]


def _is_beside(referral: Referral, route: Escalation) -> bool:
    """Whether it is about another side of the theme than the one asked."""
    return route.themes[0].aspect is not None and route.side_of(referral) is not None


def _topic(theme: str, referral: Referral, lang: str) -> str:
    return f"{theme}: {referral.aspect_name.get(lang)}" if referral.aspect_name else theme


def _shortly(alike: list[Referral], about: str, lang: str) -> str:
    """In one line who does what, on which article, for whoever turns out to mean this."""
    first = alike[0]
    names = ", ".join(f"**{each.partner.name.get(lang)}**" for each in alike)
    mark = "" if first.verified else f" [{phrases.text('word.unverified', lang)}]"
    law = f"; {articles(first, lang)}" if first.legal_basis else ""
    return f"- {names}: {capacity(first, lang)}{about}{mark}{law} [{places(first.citations)}]"


def _step(step: Step, route: Escalation, lang: str) -> list[str]:
    rung = f"{phrases.text('word.rung', lang)} {step.rung}: {phrases.text(f'rung.{step.rung}', lang)}"
    done = f" ({phrases.text('word.tried', lang)})" if step.rung in route.tried else ""
    lines = [f"## {rung}{done}", "", f"*{step.guiding_question.get(lang)}*", ""]
    own = [each for each in step.referrals if not each.instead]
    asked = [each for each in own if not _is_beside(each, route)] or own
    beside = [each for each in own if each not in asked]
    for number, alike in enumerate(_by_responsibility(asked), 1):
        lines += _referred(number, alike, route, lang)
    if beside:
        lines += ["", f"{phrases.text('word.beside', lang)}:", ""]
        lines += [_shortly(alike, _about(alike[0], route, lang), lang) for alike in _by_responsibility(beside)]
    if instead := [each for each in step.referrals if each.instead]:
        labels = {each.theme.id: each.theme.label.get(lang) for each in route.alternatives}
        lines += ["", f"{phrases.text('word.instead', lang)}:", ""]
        lines += [
            _shortly(alike, f" ({_topic(labels[str(alike[0].theme)], alike[0], lang)})", lang)
            for alike in _by_responsibility(instead)
        ]
    if step.background:
        lines += ["", f"{phrases.text('word.background', lang)}:", ""]
        for each in step.background:
            mark = "" if each.verified else f" [{phrases.text('word.unverified', lang)}]"
            doubt = f" ({each.doubt.get(lang)})" if each.doubt else ""
            why = f"{each.why.get(lang)}{doubt}"
            lines.append(f"- {each.partner.name.get(lang)}{mark}: {why} [{places(each.citations)}]")
    if step.tips:
        lines += ["", f"{phrases.text('word.tips', lang)}:", ""]
        lines += [f"- {tip.text.get(lang)} [{places(tip.citations)}]" for tip in step.tips]
    return [*lines, "", f"{phrases.text('word.before-next', lang)}: {step.before_next.get(lang)}"]


def describe(route: Escalation, *, lang: str) -> str:
    """`route` as Markdown, in `lang`."""
    phrases.checked_language(lang)
    lines = [*_head(route, lang), "", *_competent(route, lang)]
    for step in route.steps:
        lines += ["", *_step(step, route, lang)]
    if route.warnings:
        lines += ["", f"## {phrases.text('word.warnings', lang)}", ""]
        lines += [f"- {warning.get(lang)}" for warning in route.warnings]
    lines += ["", f"{phrases.text('word.as-of', lang)}: {phrases.day(route.as_of.isoformat(), lang)}."]
    return text.shown("\n".join(lines)) + "\n"
