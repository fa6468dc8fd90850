"""Why a question led to a record: which of its words met which word of it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

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


def met(standing: Standing, words: Iterable[tuple[str, Iterable[str]]]) -> tuple[WordMatch, ...]:
    """For each telling word of the question that stands in a record, the word it met.

    Args:
        standing: Where the terms of the record stand.
        words: The words as typed, each with what it comes down to; what it first meets is what it met.
    """
    meeting = ((typed, next(filter(None, map(standing.of, terms)), None)) for typed, terms in words)
    return tuple(dict.fromkeys(WordMatch(typed=typed, matched=met[0], field=met[1]) for typed, met in meeting if met))
