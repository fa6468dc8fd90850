"""Why a question led to a record: which of its words met which word of it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from inburgering_cop.search._reading import IDEA, Said
from inburgering_cop.search._standing import Standing


@attrs.frozen(kw_only=True)
class WordMatch:
    """One word of the question that led to a record.

    Attributes:
        typed: The word as typed.
        matched: The word of the record it belongs to, as it stands there.
        field: Where that stands. In a theme: label.nl, label.en, other_names, asked_as, definition.nl, definition.en,
            for its aspects aspects.label.nl, aspects.label.en, aspects.other_names, aspects.asked_as, or
            responsibilities.why.nl, responsibilities.why.en, tips.text.nl, tips.text.en.
    """

    typed: str
    matched: str
    field: str


def met(standing: Standing, said: Iterable[Said]) -> tuple[WordMatch, ...]:
    """For each telling word of the question that stands in a record, the word it met: the same word before one that
    shares an idea with it.
    """
    matches = []
    for each in said:
        if not each.letters:
            continue
        terms = sorted(each.terms, key=lambda term: (term[0][0] == IDEA, -term[1]))
        meeting = next((found for term, _ in terms if (found := standing.of(term))), None)
        if meeting:
            matches.append(WordMatch(typed=each.typed, matched=meeting[0], field=meeting[1]))
    return tuple(dict.fromkeys(matches))
