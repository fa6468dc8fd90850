"""A triage as text for people, and as plain JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inburgering_cop import phrases
from inburgering_cop.practice import _saying

if TYPE_CHECKING:
    from inburgering_cop.keten import Referral
    from inburgering_cop.practice._triage import OtherTable, SortedItem, Triage

_ORDER = ("now", "later", "pass-on", "ask")


def _table(each: OtherTable, lang: str) -> str:
    marks = [phrases.text("triage.same-party" if each.seat.one_party else "triage.other-party", lang)]
    if each.standing is not None:
        standing = phrases.label("theme-standing", each.standing, lang)
        marks.append(phrases.text("triage.theme-there", lang).format(standing=standing))
    role = each.seat.role.name.get(lang)
    return f"{role} ({_saying.seat_told(each.seat, lang)}; {'; '.join(marks)})"


def _item(each: SortedItem, lang: str) -> list[str]:
    side = f", {each.aspect.label.get(lang)}" if each.aspect else ""
    about = f" ({each.theme.label.get(lang)}{side})" if each.theme else ""
    lines = [f"- **{each.item.name}**{about}"]
    lines += [f"  - {reason.get(lang)}" for reason in (*each.reasons, *each.asks)]
    if each.outcome == "pass-on" and each.theme:
        tables = [f"    - {_table(table, lang)}" for table in each.tables]
        heading = phrases.text("triage.tables", lang)
        lines += (
            [f"  - {heading}:", *tables] if tables else [f"  - {heading}: {phrases.text('triage.no-tables', lang)}"]
        )
        if each.settling:
            lines.append(f"  - {phrases.text('triage.partners', lang)}:")
            lines += [f"    - {_why(referral, lang)}" for referral in each.settling]
    return lines


def _why(referral: Referral, lang: str) -> str:
    """Why to turn to a partner, with what it rests on."""
    mark = "" if referral.verified else f" [{phrases.text('word.unverified', lang)}]"
    doubt = f" ({referral.doubt.get(lang)})" if referral.doubt else ""
    basis = _saying.articles(referral.legal_basis, lang)
    name = referral.partner.name.get(lang)
    return f"{name}: {referral.why.get(lang)}{mark}{doubt}{basis} {_saying.sourced(referral.citations)}"


def describe(found: Triage, *, lang: str) -> str:
    """`found` as Markdown, in `lang`."""
    phrases.checked_language(lang)
    sections = []
    for outcome in _ORDER:
        lines: list[str] = []
        group = ""
        for each in found.items:
            if each.outcome == outcome:
                named = each.group.get(lang) if each.group else phrases.text("triage.no-group", lang)
                if named != group:
                    lines += [*([""] if lines else []), f"### {named}", ""]
                    group = named
                lines += _item(each, lang)
        sections.append((phrases.text(f"triage.{outcome}", lang), lines))
    partners = ", ".join(each.name.get(lang) for each in found.table)
    table = phrases.text("triage.table", lang).format(partners=partners)
    title = found.community.name.get(lang) if found.community else table
    return _saying.page(
        phrases.text("triage.title", lang).format(table=title),
        [phrases.text("triage.method", lang)],
        sections,
        as_of=found.as_of,
        lang=lang,
    )


def _referral(each: Referral) -> dict[str, Any]:
    return {
        "partner": each.partner.id,
        "role": each.role,
        "rung": each.rung,
        "capacity": each.capacity,
        "scope": each.scope,
        "aspect": each.aspect,
        "via": each.via.id if each.via else None,
        "responsibility": each.responsibility,
        "legal_basis": _saying.based(each.legal_basis),
        "citations": _saying.cited(each.citations),
        "verified": each.verified,
    }


def _sorted(each: SortedItem, lang: str) -> dict[str, Any]:
    item = each.item
    return {
        "name": item.name,
        "outcome": each.outcome,
        "group": each.group.get(lang) if each.group else None,
        "theme": each.theme.id if each.theme else None,
        "aspect": each.aspect.id if each.aspect else None,
        "ease": item.ease,
        "speed": item.speed,
        "can_do": item.can_do,
        "reasons": [reason.get(lang) for reason in each.reasons],
        "asks": [ask.get(lang) for ask in each.asks],
        "settling": [_referral(one) for one in each.settling],
        "present": [one.responsibility for one in each.present],
        "tables": [_saying.seat_as_dict(one.seat, lang) | {"theme_there": one.standing} for one in each.tables],
    }


def as_dict(found: Triage, *, lang: str) -> dict[str, Any]:
    """`found` as the object that `triage --json` prints."""
    return _saying.head(found.as_of, lang) | {
        "community": found.community.id if found.community else None,
        "table": [each.id for each in found.table],
        "citations": _saying.cited(found.citations),
        "items": [_sorted(each, lang) for each in found.items],
    }
