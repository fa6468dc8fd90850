"""The pages of the command line: a table of many records, or the whole of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.cli._showing import document
from inburgering_cop.keten import DeadlineDate
from inburgering_cop.model import Citation, Community, Deadline, Partner, Phase, Responsibility, Statement, Theme, Tip
from inburgering_cop.search import Hit

Rows = tuple[list[str], list[list[str]]]


def _mark(each: Partner | Theme | Tip | Responsibility, lang: str) -> str:
    return "" if each.verified else f"[{phrases.text('word.unverified', lang)}]"


def _doubt(each: Partner | Theme, lang: str) -> str:
    return " ".join(part for part in (_mark(each, lang), each.doubt.get(lang) if each.doubt else "") if part)


def _sources(citations: Iterable[Citation], kb: KnowledgeBase) -> list[str]:
    return [f"{kb.sources[cited.source].title}, {cited.place}" for cited in citations]


def _word(key: str, lang: str) -> str:
    return phrases.text(f"word.{key}", lang)


def theme(each: Theme, kb: KnowledgeBase, *, lang: str) -> str:
    """Everything known of one theme."""
    tables = [
        f"{table.name.get(lang)}: {own.as_named.get(lang)} ({phrases.label('theme-standing', own.standing, lang)})"
        for table in kb.communities.values()
        for own in table.themes
        if own.theme == each.id
    ]
    broader = kb.themes[each.broader].label.get(lang) if each.broader else ""
    facts = [
        (_word("definition", lang), each.definition.get(lang)),
        (_word("broader", lang), broader),
        (_word("other-names", lang), ", ".join(each.other_names)),
        ("GGM", each.ggm or ""),
        (_word("warnings", lang), _doubt(each, lang)),
    ]
    lists = [
        (_word("aspects", lang), [f"{aspect.label.get(lang)} ({aspect.id})" for aspect in each.aspects]),
        (_word("narrower", lang), [f"{below.label.get(lang)} ({below.id})" for below in kb.records.narrower(each.id)]),
        (_word("communities", lang), tables),
        (_word("tips", lang), [tip.text.get(lang) for tip in kb.tips.values() if each.id in tip.themes]),
        (_word("sources", lang), _sources(each.citations, kb)),
    ]
    return document(each.label.get(lang), facts, lists)


def _period(each: Community, lang: str) -> str:
    words = []
    if each.starts:
        words.append(f"{_word('from', lang).lower()} {phrases.day(each.starts, lang)}")
    if each.ends:
        words.append(f"{_word('until', lang).lower()} {phrases.day(each.ends, lang)}")
    return " ".join(words)


def _words(keys: Iterable[str], lang: str) -> list[str]:
    return [_word(key, lang) for key in keys]


def communities(found: Iterable[Community], *, lang: str) -> Rows:
    """Id, period, leads and themes."""
    columns = ["id", *_words(("period", "leads", "themes"), lang)]
    rows = [
        [
            each.id,
            _period(each, lang),
            ", ".join(lead.name for lead in each.leads),
            ", ".join(dict.fromkeys(theme.theme for theme in each.themes)),
        ]
        for each in found
    ]
    return columns, rows


def _said(statements: Iterable[Statement], lang: str) -> list[str]:
    return [statement.text.get(lang) for statement in statements]


def community(each: Community, kb: KnowledgeBase, *, lang: str) -> str:
    """Everything known of one community."""
    facts = [
        (_word("focus", lang), each.focus.get(lang)),
        (_word("type", lang), phrases.label("community-kind", each.kind, lang)),
        (_word("period", lang), _period(each, lang)),
        (_word("leads", lang), ", ".join(lead.name for lead in each.leads)),
        (_word("area", lang), each.area.get(lang) if each.area else ""),
        (_word("rhythm", lang), each.rhythm.text.get(lang) if each.rhythm else ""),
    ]
    lists = [
        (
            _word("themes", lang),
            [
                f"{theme.as_named.get(lang)} ({phrases.label('theme-standing', theme.standing, lang)}; {theme.theme})"
                for theme in each.themes
            ],
        ),
        (
            _word("participants", lang),
            [
                f"{kb.partners[seat.partner].name.get(lang)}: {phrases.label('standing', seat.standing, lang)}"
                + (f". {seat.how.get(lang)}" if seat.how else "")
                for seat in each.participations
            ],
        ),
        (_word("methods", lang), _said(each.methods, lang)),
        (_word("inburgeraars", lang), _said(each.inburgeraars, lang)),
        (_word("products", lang), [f"{item.name.get(lang)}: {item.text.get(lang)}" for item in each.products]),
        (_word("next-steps", lang), _said(each.next_steps, lang)),
        (
            _word("events", lang),
            [
                f"{phrases.day(item.date, lang)}: {item.text.get(lang)}" if item.date else item.text.get(lang)
                for item in each.events
            ],
        ),
        (_word("insights", lang), _said(each.insights, lang)),
        (_word("tips", lang), [tip.text.get(lang) for tip in kb.tips.values() if tip.community == each.id]),
        (_word("notes", lang), _said(each.notes, lang)),
        (_word("sources", lang), _sources(each.citations, kb)),
    ]
    return document(each.name.get(lang), facts, lists)


def partners(found: Iterable[Partner], *, lang: str) -> Rows:
    """Id, name, type and roles."""
    columns = ["id", *_words(("name", "type", "roles"), lang)]
    rows = [
        [each.id, each.name.get(lang), phrases.label("partner-type", each.type, lang), ", ".join(each.roles)]
        for each in found
    ]
    return columns, rows


def partner(each: Partner, kb: KnowledgeBase, *, lang: str) -> str:
    """Everything known of one partner."""
    seats = [
        f"{table.name.get(lang)}: {phrases.label('standing', seat.standing, lang)}"
        for table in kb.communities.values()
        for seat in table.participations
        if seat.partner == each.id or each.id in seat.sends
    ]
    roles = set(each.roles)
    duties = [
        f"{kb.themes[duty.theme].label.get(lang)}: {phrases.label('capacity', duty.capacity, lang)}. "
        + duty.why.get(lang)
        + f" {_mark(duty, lang)}".rstrip()
        for duty in kb.responsibilities.values()
        if duty.theme and duty.partner in roles
    ]
    facts = [
        (_word("type", lang), phrases.label("partner-type", each.type, lang)),
        (_word("roles", lang), ", ".join(each.roles)),
        (_word("level", lang), phrases.label("level", each.level, lang) if each.level else ""),
        (_word("rung", lang), str(each.rung)),
        (_word("other-names", lang), ", ".join(each.other_names)),
        (_word("definition", lang), each.description.get(lang) if each.description else ""),
        (_word("warnings", lang), _doubt(each, lang)),
    ]
    lists = [
        (_word("communities", lang), seats),
        (_word("themes", lang), duties),
        (_word("sources", lang), _sources(each.citations, kb)),
    ]
    return document(each.name.get(lang), facts, lists)


def themes(found: Iterable[Theme], *, lang: str) -> Rows:
    """Id, label and aspects; a theme that groups others stands above them."""
    columns = ["id", *_words(("name", "aspects"), lang)]
    ordered = sorted(found, key=lambda each: (each.broader or each.id, each.broader is not None, each.id))
    return columns, [
        [each.id, each.label.get(lang), ", ".join(aspect.label.get(lang) for aspect in each.aspects)]
        for each in ordered
    ]


def tips(found: Iterable[Tip], kb: KnowledgeBase, *, lang: str) -> Rows:
    """Id, kind and voice, text and source."""
    columns = ["id", *_words(("type", "perspective", "tips", "source"), lang)]
    rows = [
        [
            each.id,
            phrases.label("tip-kind", each.kind, lang),
            phrases.label("perspective", each.perspective, lang),
            f"{each.text.get(lang)} {_mark(each, lang)}".strip(),
            "; ".join(_sources(each.citations, kb)),
        ]
        for each in found
    ]
    return columns, rows


def hits(found: Iterable[Hit], *, lang: str) -> Rows:
    """Kind, id, what it says, and the words that led there."""
    columns = [*_words(("type",), lang), "id", *_words(("text", "words-met"), lang)]
    rows = [
        [
            phrases.text(f"kind.{hit.kind}", lang),
            hit.record.id,
            _headline(hit.record, lang),
            ", ".join(f"{word.typed} → {word.matched}" for word in hit.words),
        ]
        for hit in found
    ]
    return columns, rows


def _headline(each: Theme | Tip | Partner | Community, lang: str) -> str:
    """What a record is called; of a tip, which has no name, what it says."""
    if isinstance(each, Tip):
        return each.text.get(lang)
    return each.label.get(lang) if isinstance(each, Theme) else each.name.get(lang)


def _term(term: Deadline, lang: str) -> str:
    return f"{term.id}: {term.value} {phrases.label('term-unit', term.unit, lang)}"


def timeline(found: Iterable[Phase], kb: KnowledgeBase, *, lang: str) -> Rows:
    """Phase, who does what, its terms, and what it leaves behind."""
    columns = ["id", *_words(("phase", "actors", "deadlines", "outputs"), lang)]
    rows = [
        [
            each.id,
            each.name.get(lang),
            "; ".join(f"{kb.partners[actor.partner].name.get(lang)}: {actor.does.get(lang)}" for actor in each.actors),
            "; ".join(_term(term, lang) for term in each.deadlines),
            "; ".join(output.get(lang) for output in each.outputs),
        ]
        for each in found
    ]
    return columns, rows


def deadline(found: DeadlineDate, *, lang: str) -> str:
    """The day a term ends, with the rules applied and what to mind."""
    term = found.deadline
    facts = [
        (_word("term", lang), _term(term, lang)),
        (
            _word("counts-from", lang),
            f"{phrases.day(found.counts_from.isoformat(), lang)} ({term.counts_from.get(lang)})",
        ),
        (_word("ends", lang), phrases.day(found.ends.isoformat(), lang)),
        (_word("legal-basis", lang), "; ".join(basis.text for basis in term.legal_basis)),
    ]
    lists = [
        (_word("rules", lang), [rule.get(lang) for rule in found.rules]),
        (_word("warnings", lang), [warning.get(lang) for warning in found.warnings]),
    ]
    return document(term.what.get(lang), facts, lists)


def deadline_as_json(found: DeadlineDate, kb: KnowledgeBase, *, lang: str) -> dict[str, Any]:
    """The same as plain JSON values."""
    return {
        "format": 1,
        "as_of": kb.as_of.isoformat(),
        "deadline": found.deadline.id,
        "counts_from": found.counts_from.isoformat(),
        "ends": found.ends.isoformat(),
        "by_calendar": found.by_calendar.isoformat(),
        "rules": [rule.get(lang) for rule in found.rules],
        "warnings": [warning.get(lang) for warning in found.warnings],
    }
