"""Why a question led to a record: which of its words met which word of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

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


class _Found:
    """The terms of texts, each with the word and the field it first stands as; read as far as is asked."""

    def __init__(self, texts: Iterable[tuple[str, str]], reading: Callable[[str], Iterable[tuple[str, str]]]) -> None:
        self._rest = iter(texts)
        self._reading = reading
        self._known: dict[str, tuple[str, str]] = {}

    def first(self, term: str) -> tuple[str, str] | None:
        while term not in self._known:
            following = next(self._rest, None)
            if following is None:
                return None
            field, written = following
            for found, typed in self._reading(written):
                self._known.setdefault(found, (typed, field))
        return self._known[term]


class Standing:
    """Where the terms of a record first stand; its texts are read only as far as is asked, ideas after all words."""

    def __init__(self, lexicon: Lexicon, texts: Iterable[tuple[str, str]]) -> None:
        """Takes the texts as field and text, those to be looked in first first."""
        self._lexicon = lexicon
        every = tuple(texts)
        self._words = _Found(every, self._words_in)
        self._ideas = _Found(every, self._ideas_in)

    def of(self, term: str) -> tuple[str, str] | None:
        """The word the term stands as, and the field that has it; None when it stands nowhere."""
        return (self._ideas if term[0] == IDEA else self._words).first(term)

    def _words_in(self, written: str) -> Iterable[tuple[str, str]]:
        for typed, full in self._lexicon.in_full(text.words(written)):
            if full not in self._lexicon.small:
                yield self._lexicon.root(full), typed

    def _ideas_in(self, written: str) -> Iterable[tuple[str, str]]:
        words = list(self._lexicon.in_full(text.words(written)))
        roots = [self._lexicon.root(full) for _, full in words]
        for place, (typed, full) in enumerate(words):
            for concept in self._lexicon.ideas(roots, place, alone=full not in self._lexicon.small):
                yield f"{IDEA}{concept}", typed


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
