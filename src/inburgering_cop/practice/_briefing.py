"""The targeted question to a partner, as a letter in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.model import Basis, Partner, PartnerType, Responsibility, Scope
from inburgering_cop.practice import _gate
from inburgering_cop.practice._acts import Act, ActKind

if TYPE_CHECKING:
    from inburgering_cop.practice.dossier import Dossier


@attrs.frozen(kw_only=True)
class Words:
    """The names in a dossier, in one language.

    Attributes:
        dossier: The dossier.
        kb: Where the names are looked up.
        lang: nl or en.
    """

    dossier: Dossier
    kb: KnowledgeBase
    lang: str

    def say(self, key: str, **places: str) -> str:
        """The library's text under `key`, its places filled."""
        return phrases.text(key, self.lang).format(**places)

    def name(self, partner: str) -> str:
        """What the partner with this id is called."""
        return self.kb.partners[partner].name.get(self.lang)

    def called(self, partner: str) -> str:
        """What colleagues call the partner with this id: its abbreviation where its id is one, else its name."""
        known = self.kb.partners[partner]
        short = (each for each in known.other_names if each.isupper() and each.lower() == partner)
        return next(short, known.name.get(self.lang))

    def in_full(self, partner: str) -> str:
        """The name of the partner with this id, with what it is called in brackets where the name lacks that."""
        name, called = self.name(partner), self.called(partner)
        return name if called in name else f"{name} ({called})"

    def day(self, act: Act) -> str:
        """The day of an act, as people write it."""
        return phrases.day(act.date.isoformat(), self.lang)

    @property
    def theme(self) -> str:
        """What the theme is called, with the side of it that is asked."""
        theme = self.kb.themes[self.dossier.theme]
        side = next((each.label.get(self.lang) for each in theme.aspects if each.id == self.dossier.aspect), None)
        return theme.label.get(self.lang) + (f" ({side})" if side else "")

    @property
    def gemeente(self) -> str:
        """The gemeente whose question it is."""
        code = self.dossier.municipality
        return self.say("brief.gemeente", name=self.kb.municipalities[code].name if code else "").strip()


def _letter(words: Words, partner: Partner, put: tuple[Act, ...], rung: int) -> list[str]:
    """The greeting, and why we come; where something is still to be worked out, the reason not to wait."""
    reason = next((act.reason for act in put if act.reason is not None), None)
    if rung != 3:
        intro = words.say("brief.intro.partner", gemeente=words.gemeente)
    elif reason is not None and _gate.missing(words.dossier.acts):
        intro = words.say("brief.intro.ahead", gemeente=words.gemeente, reason=reason)
    else:
        intro = words.say("brief.intro.worked-out", gemeente=words.gemeente)
    named = partner.type is PartnerType.ORGANISATION
    greeting = words.say("brief.greeting" if named else "brief.greeting.role", partner=words.called(partner.id))
    return [greeting, "", intro]


def _said(words: Words, acts: tuple[Act, ...], none: str) -> list[str]:
    """What was worked out or answered, by whom, when."""
    lines = [f"- {words.called(act.by)}, {words.day(act)}: {act.text}" for act in acts]
    return lines or [words.say(none)]


def _articles(words: Words, row: Responsibility) -> str:
    """The articles a responsibility rests on, each with its address; those not checked marked."""
    unchecked = f" ({words.say('word.unchecked')})"
    return "; ".join(f"[{each.text}]({each.url})" + ("" if each.checked else unchecked) for each in row.legal_basis)


def _why(words: Words, partner: Partner, row: Responsibility) -> str:
    """Why this partner: what it does here, on what article, and what is uncertain about that."""
    does = phrases.label("capacity", row.capacity, words.lang)
    if row.scope is not None:
        does += f" {phrases.label('scope', row.scope, words.lang)}"
    aspects = words.kb.themes[words.dossier.theme].aspects
    side = next((each.label.get(words.lang) for each in aspects if each.id == row.aspect), None)
    parts = [f"{words.called(partner.id)} {does}" + (f" ({side})" if side else "")]
    if row.legal_basis:
        parts[0] += f", {words.say('brief.articles', articles=_articles(words, row))}"
    else:
        parts.append(words.say("brief.no-article"))
    if row.doubt is not None:
        parts.append(row.doubt.get(words.lang).removesuffix("."))
    marks = [] if row.theme else [phrases.label("basis", Basis.GENERAL, words.lang)]
    marks += [] if row.verified else [words.say("word.unverified")]
    return f"{'. '.join(parts)}." + (f" [{'; '.join(marks)}]" if marks else "")


def _asks(words: Words, partner: Partner, open_asks: tuple[Act, ...], rung: int) -> list[str]:
    """What exactly is asked, and on what article."""
    asked = [act.text or "" for act in open_asks] or [words.say("brief.ask-as-it-is")]
    rows = [
        row
        for row in _gate.duties(words.kb, words.dossier.theme, words.dossier.aspect, partner)
        if row.rung == rung and not row.background
    ]
    rows.sort(key=lambda row: row.scope is not Scope.CASE)
    why = [_why(words, partner, row) for row in rows]
    lines = [part for text in asked for part in (f"**{text}**", "")]
    if not why:
        return [*lines, words.say("brief.no-role", partner=words.called(partner.id))]
    if len(why) == 1:
        return [*lines, f"{words.say('brief.why')} {why[0]}"]
    return [*lines, words.say("brief.why"), "", *(f"- {each}" for each in why)]


def _answer_to(acts: tuple[Act, ...], put: Act, place: int) -> Act | None:
    later = (act for act in acts[place + 1 :] if act.kind is ActKind.ANSWERED and act.by == put.to)
    return next((act for act in later if act.rung == put.rung), None)


def _tried(words: Words, skipped: tuple[Act, ...]) -> list[str]:
    """What was done so far, in order; what is asked in this letter itself left out."""
    lines = []
    acts = words.dossier.acts
    for place, act in enumerate(acts):
        day = words.day(act)
        where = words.say(f"rung.{act.rung}") if act.rung else ""
        if act.kind is ActKind.FOUND:
            lines.append(words.say("brief.tried.found", where=where, day=day, by=words.name(act.by)))
        elif act.kind is ActKind.REOPENED:
            lines.append(words.say("brief.tried.reopened", day=day, reason=act.reason or ""))
        elif act.to is not None and act not in skipped:
            answer = _answer_to(acts, act, place)
            key = "brief.tried.answered" if answer else "brief.tried.waiting"
            answered = words.day(answer) if answer else ""
            filled = {"where": where, "day": day, "partner": words.called(act.to), "text": act.text or ""}
            lines.append(words.say(key, **filled, answered=answered))
    return [f"- {line}" for line in lines] or [words.say("dossier.nothing")]


def _signed(words: Words, put: Act | None) -> str:
    gemeente = words.gemeente
    function = put is not None and put.by != "gemeente"
    return f"{words.name(put.by)}, {gemeente}" if put is not None and function else gemeente[0].upper() + gemeente[1:]


def briefing(dossier: Dossier, partner: Partner, rung: int, *, lang: str, kb: KnowledgeBase) -> str:
    """The targeted question of `dossier` to `partner` on `rung`, as Markdown."""
    words = Words(dossier=dossier, kb=kb, lang=lang)
    put = _gate.put_to(dossier.acts, partner.id, rung)
    answers = [place for place, act in enumerate(dossier.acts) if act.kind is ActKind.ANSWERED and act.by == partner.id]
    since = answers[-1] if answers else -1
    waiting = tuple(act for place, act in enumerate(dossier.acts) if place > since and act in put) or put[-1:]
    last = put[-1] if put else None
    worked_out = tuple(
        act for act in dossier.acts if act.kind is ActKind.FOUND or (act.kind is ActKind.ANSWERED and act.rung == 1)
    )
    answered = tuple(act for act in dossier.acts if act.kind is ActKind.ANSWERED and act.rung != 1)
    asked_on = words.say("brief.asked-on", day=phrases.day(dossier.opened.isoformat(), lang))
    parts = [
        ("brief.question", [f"{dossier.question or words.theme} ({asked_on})"]),
        ("brief.worked-out", _said(words, worked_out, "dossier.nothing")),
        ("brief.answered", _said(words, answered, "brief.no-answers")),
        ("brief.asks", _asks(words, partner, waiting, rung)),
        ("brief.tried", _tried(words, waiting)),
    ]
    lines = [f"# {words.say('brief.title', partner=words.in_full(partner.id), theme=words.theme)}", ""]
    lines += _letter(words, partner, put, rung)
    for key, body in parts:
        lines += ["", f"## {words.say(key)}", "", *body]
    lines += ["", words.say("brief.back"), "", f"{words.say('brief.regards')}  ", _signed(words, last), ""]
    lines.append(words.say("brief.as-of", day=phrases.day(kb.as_of.isoformat(), lang)))
    return "\n".join(lines) + "\n"
