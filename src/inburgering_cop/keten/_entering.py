"""How someone outside the gemeente enters: through what the data say they ask or tell, and whom."""

from __future__ import annotations

from collections.abc import Iterable

from inburgering_cop import phrases
from inburgering_cop.keten._answer import Entry, Referral
from inburgering_cop.knowledge import Records
from inburgering_cop.model import LocalizedText, Partner, PartnerType, Relation, Theme

_MOST = 3
_GEMEENTE = "gemeente"


def _inside(partner: Partner) -> bool:
    """Whether `partner` is the gemeente or a function inside it."""
    return partner.id == _GEMEENTE or (partner.type is PartnerType.FUNCTION and partner.part_of == _GEMEENTE)


def _ways(records: Records, names: set[str], theme: Theme, settling: set[str]) -> Iterable[Relation]:
    """What the asker sends on this theme to who can settle it, then to the gemeente."""
    sent = [each for each in records.relations.values() if each.sender in names and theme.id in each.themes]
    on_theme = [each for each in sent if each.receiver in settling or _inside(records.partners[each.receiver])]
    return sorted(on_theme, key=lambda each: (each.receiver not in settling, each.id))


def _said(
    records: Records, asker: Partner, ways: tuple[Relation, ...], competent: tuple[Referral, ...]
) -> LocalizedText:
    texts = []
    first = competent[0].partner
    for lang in phrases.LANGUAGES:
        who, to = asker.name.get(lang), first.name.get(lang)
        if asker.id in {competent[0].role, first.id}:
            texts.append(phrases.text("entry.self", lang).format(asker=who))
        elif ways:
            told = "; ".join(f"{records.partners[way.receiver].name.get(lang)}: {way.flow.get(lang)}" for way in ways)
            texts.append(phrases.text("entry.through", lang).format(asker=who, ways=told))
        elif _inside(first):
            texts.append(phrases.text("entry.gemeente", lang).format(asker=who))
        else:
            texts.append(phrases.text("entry.straight", lang).format(asker=who, partner=to))
    return LocalizedText(nl=texts[0], en=texts[1])


def entry(records: Records, asker: Partner, theme: Theme, competent: tuple[Referral, ...]) -> Entry | None:
    """How `asker` enters; None when it is the gemeente or a function inside it, whose ladder this is."""
    if _inside(asker):
        return None
    settling = {each.role for each in competent} | {each.partner.id for each in competent}
    names = {asker.id, *asker.fills}
    ways = tuple(_ways(records, names, theme, settling))[:_MOST]
    return Entry(asker=asker, said=_said(records, asker, ways, competent), relations=ways)
