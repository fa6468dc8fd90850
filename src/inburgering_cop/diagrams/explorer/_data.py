"""All the page knows, as one JSON value: answers and texts by number, and the words of the page itself."""

from __future__ import annotations

from collections import Counter
from typing import Any

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams.explorer._answers import CAPACITIES, COVERAGES, SCOPES, STANDINGS, Answers
from inburgering_cop.diagrams.explorer._cards import (
    TYPES,
    community_rows,
    former_rows,
    group_rows,
    municipality_rows,
    partner_rows,
    relation_rows,
    theme_rows,
)
from inburgering_cop.diagrams.explorer._layout import GRID
from inburgering_cop.diagrams.explorer._places import PLACE, places
from inburgering_cop.diagrams.explorer._texts import Texts

FORMAT = 2
_MOST = 10
_LABELS = ("capacity", "scope", "standing", "coverage", "basis", "partner-type", "level", "relation-kind")
PHRASES = (
    "explorer.ambiguous",
    "explorer.answer",
    "explorer.answers-for",
    "explorer.changed",
    "explorer.count",
    "explorer.count-none",
    "explorer.count-one",
    "explorer.examples",
    "explorer.exchanges",
    "explorer.fills",
    "explorer.for-any",
    "explorer.for-every",
    "explorer.gives",
    "explorer.here",
    "explorer.near-municipality",
    "explorer.near-theme",
    "explorer.no-description",
    "explorer.no-themes",
    "explorer.nothing-flows",
    "explorer.nothing-yet",
    "explorer.now",
    "explorer.on-rung",
    "explorer.part-of",
    "explorer.receives",
    "explorer.shown",
    "explorer.sources",
    "explorer.split",
    "explorer.through",
    "explorer.times-from",
    "explorer.times-to",
    "explorer.title",
    "explorer.too-many",
    "explorer.tooi",
    "explorer.twice",
    "explorer.unknown-municipality",
    "explorer.unknown-theme",
    "explorer.was-split",
    "explorer.website",
    "explorer.wrong-address",
    "explorer.wrong-parts",
    "guiding.1",
    "guiding.2",
    "guiding.3",
    "before.1",
    "before.2",
    "before.3",
    "legend.settles",
    "rung.1",
    "rung.2",
    "rung.3",
    "warning.former",
    "word.at-table",
    "word.background",
    "word.before-next",
    "word.community",
    "word.competent",
    "word.legal-basis",
    "word.other-names",
    "word.rung",
    "word.source",
    "word.tips",
    "word.unchecked",
    "word.unverified",
    "word.via",
    "word.warnings",
)


def _labels() -> dict[str, dict[str, list[str]]]:
    return {group: {word: list(both) for word, both in phrases.LABELS[group].items()} for group in _LABELS}


def _often(kb: KnowledgeBase) -> list[int]:
    """The numbers of the themes most communities deal with. Our choice: ten of them, to begin with."""
    numbers = {key: number for number, key in enumerate(kb.themes)}
    dealing = Counter(theme for each in kb.communities.values() for theme in {own.theme for own in each.themes})
    return [numbers[theme] for theme in sorted(dealing, key=lambda theme: (-dealing[theme], theme))[:_MOST]]


def data(kb: KnowledgeBase, *, lang: str, words: tuple[str, ...]) -> dict[str, Any]:
    """The JSON value of the page.

    Args:
        kb: The knowledge it is made from.
        lang: The language the page starts in.
        words: The keys of the words that stand in the page before its script runs.
    """
    answers = Answers(kb=kb, texts=Texts())
    found = places(kb)
    value: dict[str, Any] = {
        "format": FORMAT,
        "version": kb.version,
        "as_of": kb.as_of.isoformat(),
        "lang": lang,
        "place": PLACE,
        "phrases": {key: list(phrases.TEXTS[key]) for key in sorted({*PHRASES, *words})},
        "labels": _labels(),
        "capacities": list(CAPACITIES),
        "coverages": list(COVERAGES),
        "scopes": list(SCOPES),
        "standings": list(STANDINGS),
        "types": list(TYPES),
        "grid": GRID,
        "often": _often(kb),
        "themes": theme_rows(answers, found),
        "municipalities": municipality_rows(kb, found),
        "former": former_rows(kb, answers),
        "groups": group_rows(answers, found),
        "partners": partner_rows(answers),
        "relations": relation_rows(answers),
        "communities": community_rows(answers),
        "phases": [[phase.id, answers.texts.number(phase.name)] for phase in kb.timeline()],
    }
    value["tables"] = answers.tables(len(found.one_of))
    for shelf in (
        "seats",
        "steps",
        "lists",
        "referrals",
        "rows",
        "articles",
        "laws",
        "places",
        "sources",
        "tips",
        "heads",
        "ladders",
        "warnings",
        "patterns",
    ):
        value[shelf] = answers.shelf(shelf).rows
    return {**value, "texts": {"nl": answers.texts.nl, "en": answers.texts.en}}
