"""Why a question led to a record: which of its words met which word of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from inburgering_cop import text
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._reading import IDEA, Said

Standing = Mapping[str, tuple[str, str]]


@attrs.frozen(kw_only=True)
class WordMatch:
    """One word of the question that led to a record.

    Attributes:
        typed: The word as typed.
        matched: The word of the record it belongs to, as it stands there.
        field: Where that stands. In a theme: label.nl, label.en, other_names, asked_as, definition.nl, definition.en,
            or for its aspect aspects.label.nl, aspects.label.en, aspects.other_names, aspects.asked_as.
    """

    typed: str
    matched: str
    field: str


def standing(lexicon: Lexicon, texts: Iterable[tuple[str, str]]) -> Standing:
    """For each term of the texts, given as field and text, the word it first stands as and the field that has it."""
    found: dict[str, tuple[str, str]] = {}
    for field, written in texts:
        words = list(lexicon.in_full(text.words(written)))
        roots = [lexicon.root(full) for _, full in words]
        for place, (typed, full) in enumerate(words):
            if full not in lexicon.small:
                found.setdefault(roots[place], (typed, field))
            for concept in lexicon.ideas(roots, place):
                found.setdefault(f"{IDEA}{concept}", (typed, field))
    return found


def met(found: Standing, said: Iterable[Said]) -> tuple[WordMatch, ...]:
    """For each telling word of the question that stands in a record, the word it met: the same word before one that
    shares an idea with it.
    """
    matches = []
    for each in said:
        if not each.letters:
            continue
        terms = sorted(each.terms, key=lambda term: (term[0][0] == IDEA, -term[1]))
        meeting = next((found[term] for term, _ in terms if term in found), None)
        if meeting:
            matches.append(WordMatch(typed=each.typed, matched=meeting[0], field=meeting[1]))
    return tuple(dict.fromkeys(matches))
