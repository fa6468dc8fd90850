"""What the page knows of each partner, relation, phase and name besides the answers, as numbers."""

from __future__ import annotations

from typing import Any

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams.explorer._answers import CAPACITIES, Answers, trimmed
from inburgering_cop.diagrams.explorer._layout import boxes_of
from inburgering_cop.diagrams.explorer._places import Places, at_hand
from inburgering_cop.model import LocalizedText, Partner, PartnerType
from inburgering_cop.text import shown

TYPES = tuple(PartnerType)


def _themes(answers: Answers, partner: Partner) -> list[list[int]]:
    """The themes the partner stands at, and in what capacity, each once."""
    numbers = {key: number for number, key in enumerate(answers.kb.themes)}
    rows = [
        (numbers[each.theme], CAPACITIES.index(each.capacity))
        for each in answers.kb.responsibilities.values()
        if each.partner == partner.id and each.theme is not None and not each.background
    ]
    return [list(row) for row in sorted(set(rows))]


def partner_rows(answers: Answers) -> list[list[Any]]:
    """The partners by id: what stands on their cards."""
    texts, numbers = answers.texts, answers.partners
    phases = [answers.kb.graph(phase=phase.id) for phase in answers.kb.timeline()]
    return [
        trimmed(
            [
                key,
                texts.number(partner.name),
                TYPES.index(partner.type),
                partner.rung,
                [numbers[each] for each in boxes_of(answers.kb, key)],
                texts.number(partner.description),
                shown(partner.website or ""),
                shown(partner.uri or ""),
                texts.number(partner.doubt),
                0 if partner.verified else 1,
                numbers[partner.part_of] + 1 if partner.part_of else 0,
                _themes(answers, partner),
                [number for number, graph in enumerate(phases) if key in graph],
                [shown(each) for each in partner.other_names],
            ]
        )
        for key, partner in answers.kb.partners.items()
    ]


def relation_rows(answers: Answers) -> list[list[Any]]:
    """The relations by id: who gives what to whom."""
    texts, numbers = answers.texts, answers.partners
    return [
        trimmed(
            [
                numbers[each.sender],
                numbers[each.receiver],
                each.kind.value,
                texts.number(each.flow),
                shown(each.system) if each.system else 0,
                0 if each.verified else 1,
                texts.number(each.doubt),
            ]
        )
        for each in answers.kb.relations.values()
    ]


def community_rows(answers: Answers) -> list[list[Any]]:
    """The communities by id: their names, and the source their page is."""
    return [
        [each.id, answers.texts.number(each.name), answers.source(each.citations[0].source)]
        for each in answers.kb.communities.values()
    ]


def theme_rows(answers: Answers, places: Places) -> list[list[Any]]:
    """The themes by id: their names, and their answers."""
    return [
        [
            key,
            answers.texts.number(theme.label),
            answers.texts.number(theme.definition),
            [shown(each) for each in theme.other_names],
            answers.of_theme(key, places),
        ]
        for key, theme in answers.kb.themes.items()
    ]


def municipality_rows(kb: KnowledgeBase, places: Places) -> list[list[Any]]:
    """The municipalities by code: their names, and the group they are answered with."""
    return [
        trimmed(
            [place.code, shown(place.name), places.group[place.code], [shown(each) for each in place.other_names] or 0]
        )
        for place in kb.municipalities.values()
    ]


def former_rows(kb: KnowledgeBase, answers: Answers) -> list[list[Any]]:
    """The municipalities of the past: their names, the day they ended, and the codes of those of today."""
    rows = []
    for former in kb.former_municipalities.values():
        days = [phrases.day(former.ended.isoformat(), lang) for lang in phrases.LANGUAGES]
        day = answers.texts.number(LocalizedText(nl=days[0], en=days[1]))
        rows.append([former.code, shown(former.name), day, list(former.became)])
    return rows


def group_rows(answers: Answers, places: Places) -> list[list[Any]]:
    """For each group of municipalities who fills which role there, by the numbers of partners."""
    numbers = answers.partners
    rows = []
    for place in places.one_of:
        found = at_hand(answers.kb, place)
        rows.append([[numbers[role], [numbers[each.id] for each in found[role]]] for role in sorted(found)])
    return rows
