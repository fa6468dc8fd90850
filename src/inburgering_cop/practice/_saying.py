"""What the answers about communities share when they are told: sentences, pages, duties and seats."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from inburgering_cop import phrases
from inburgering_cop.keten._describing import places
from inburgering_cop.model import Citation, LegalBasis, LocalizedText, Responsibility, Tip
from inburgering_cop.practice._seats import Duty, TableSeat

FORMAT = 1


def both(key: str, **filled: LocalizedText | str) -> LocalizedText:
    """The library's text under `key` in both languages, its places filled; a localized text fills each in its own."""
    nl, en = (
        phrases.text(key, lang).format(
            **{name: each.get(lang) if isinstance(each, LocalizedText) else each for name, each in filled.items()}
        )
        for lang in phrases.LANGUAGES
    )
    return LocalizedText(nl=nl, en=en)


def joined(texts: Iterable[LocalizedText], *, by: str = ", ") -> LocalizedText:
    """Several texts as one."""
    every = tuple(texts)
    return LocalizedText(nl=by.join(each.nl for each in every), en=by.join(each.get("en") for each in every))


def page(
    title: str,
    lines: Iterable[str],
    sections: Iterable[tuple[str, Iterable[str]]],
    *,
    as_of: datetime.date,
    lang: str,
) -> str:
    """Markdown: a title, lines below it, sections (what is empty is left out), and until when the data were checked."""
    told = [f"# {title}"]
    above = list(lines)
    told += ["", *above] if above else []
    for heading, items in sections:
        every = list(items)
        told += ["", f"## {heading}", "", *every] if every else []
    told += ["", f"{phrases.text('word.as-of', lang)}: {phrases.day(as_of.isoformat(), lang)}."]
    return "\n".join(told) + "\n"


def head(as_of: datetime.date, lang: str) -> dict[str, Any]:
    """What every answer in JSON starts with; the language is checked."""
    return {"format": FORMAT, "as_of": as_of.isoformat(), "lang": phrases.checked_language(lang)}


def sourced(citations: tuple[Citation, ...]) -> str:
    """The citations in brackets."""
    return f"[{places(citations)}]"


def cited(citations: Iterable[Citation]) -> list[dict[str, str]]:
    """The citations as JSON values."""
    return [{"source": each.source, "place": each.place} for each in citations]


def based(legal_basis: Iterable[LegalBasis]) -> list[dict[str, Any]]:
    """The articles as JSON values."""
    return [{"text": each.text, "jci": each.jci, "checked": each.checked} for each in legal_basis]


def mark(record: Responsibility | Tip, lang: str) -> str:
    """A space and what is not verified or uncertain about a record; nothing when nothing is."""
    marks = [] if record.verified else [f"[{phrases.text('word.unverified', lang)}]"]
    marks += [f"({record.doubt.get(lang)})"] if record.doubt else []
    return "".join(f" {each}" for each in marks)


def capacity(duty: Duty) -> LocalizedText:
    """What the role does: its capacity, or that it prepares what its gemeente decides."""
    if duty.prepares:
        return both("across.prepares")
    row = duty.responsibility
    nl, en = (
        phrases.label("capacity", row.capacity, lang)
        + (f" {phrases.label('scope', row.scope, lang)}" if row.scope else "")
        for lang in phrases.LANGUAGES
    )
    return LocalizedText(nl=nl, en=en)


def about(duty: Duty) -> LocalizedText:
    """The theme a duty is about, with the side of it."""
    side = next((each.label for each in duty.theme.aspects if each.id == duty.responsibility.aspect), None)
    return duty.theme.label if side is None else both("across.side", theme=duty.theme.label, side=side)


def articles(legal_basis: tuple[LegalBasis, ...], lang: str) -> str:
    """The articles behind their name, those not read marked; nothing where there are none."""
    unchecked = f" ({phrases.text('word.unchecked', lang)})"
    told = "; ".join(each.text + ("" if each.checked else unchecked) for each in legal_basis)
    return f" {phrases.text('word.legal-basis', lang)}: {told}." if told else ""


def duty_told(duty: Duty, lang: str) -> str:
    """A duty on one line: about what, in what capacity, the first sentence of the reason, and on what it rests.

    The whole reason, and what is uncertain about it, stand in the JSON and in the answer of `escalate`.
    """
    row = duty.responsibility
    reason = row.why.get(lang).split(". ", 1)[0].removesuffix(".")
    marks = [] if row.verified else [phrases.text("word.unverified", lang)]
    marks += [phrases.text("across.caveat", lang)] if row.doubt else []
    marked = f" [{'; '.join(marks)}]" if marks else ""
    what = f"{about(duty).get(lang)}: {capacity(duty).get(lang)}. {reason}."
    return f"{what}{marked}{articles(row.legal_basis, lang)} {sourced(row.citations)}"


def duty_as_dict(duty: Duty, lang: str) -> dict[str, Any]:
    """A duty as JSON values."""
    row = duty.responsibility
    return {
        "responsibility": row.id,
        "theme": duty.theme.id,
        "aspect": row.aspect,
        "rung": row.rung,
        "capacity": row.capacity,
        "scope": row.scope,
        "prepares": duty.prepares,
        "why": row.why.get(lang),
        "legal_basis": based(row.legal_basis),
        "citations": cited(row.citations),
        "verified": row.verified,
        "doubt": row.doubt.get(lang) if row.doubt else None,
    }


def seat_told(seat: TableSeat, lang: str) -> str:
    """A seat on one line: where, who, and how."""
    who = f", {seat.partner.name.get(lang)}" if seat.partner != seat.role else ""
    how = f" ({seat.participation.how.get(lang).removesuffix('.')})" if seat.participation.how else ""
    standing = phrases.label("standing", seat.participation.standing, lang)
    return f"{seat.community.name.get(lang)}{who}: {standing}{how}"


def seat_as_dict(seat: TableSeat, lang: str) -> dict[str, Any]:
    """A seat as JSON values."""
    return {
        "community": seat.community.id,
        "partner": seat.partner.id,
        "role": seat.role.id,
        "standing": seat.participation.standing,
        "themes": list(seat.participation.themes),
        "how": seat.participation.how.get(lang) if seat.participation.how else None,
        "one_party": seat.one_party,
        "citations": cited(seat.participation.citations),
    }
