"""Why a question led to a record: which of its words met which word of it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from inburgering_cop import text
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._reading import IDEA, Said


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


class Standing:
    """Where the terms of a record first stand; its texts are read only as far as is asked."""

    def __init__(self, lexicon: Lexicon, texts: Iterable[tuple[str, str]]) -> None:
        """Takes the texts as field and text, those to be looked in first first."""
        self._lexicon = lexicon
        self._rest = iter(texts)
        self._found: dict[str, tuple[str, str]] = {}

    def of(self, term: str) -> tuple[str, str] | None:
        """The word the term stands as, and the field that has it; None when it stands nowhere."""
        while term not in self._found:
            following = next(self._rest, None)
            if following is None:
                return None
            self._read(*following)
        return self._found[term]

    def _read(self, field: str, written: str) -> None:
        words = list(self._lexicon.in_full(text.words(written)))
        roots = [self._lexicon.root(full) for _, full in words]
        for place, (typed, full) in enumerate(words):
            if full not in self._lexicon.small:
                self._found.setdefault(roots[place], (typed, field))
            for concept in self._lexicon.ideas(roots, place):
                self._found.setdefault(f"{IDEA}{concept}", (typed, field))


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
