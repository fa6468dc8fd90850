"""Where the terms of a record stand in its texts."""

from __future__ import annotations

import pytest

import inburgering_cop as icop
from inburgering_cop.search import ThemeIndex
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._passages import passages
from inburgering_cop.search._standing import Found, Lines, ideas_in, words_in

_LEXICON = Lexicon.of(
    {"small": ["de", "een"], "shorthand": {"rv": "rivier"}, "irregular": {}, "concepts": {"dier": ["paard", "koe"]}}
)
_NUMBERS = {"@dier": 0, "brug": 1, "rivier": 2, "wegnet": 3}
_DOCUMENTS = (("De brug", "Een rv bij de brug"), ("Het paard", "De brug van de koe"), ("Rivier",))


def _lines() -> Lines:
    return Lines.of(_LEXICON, _NUMBERS, _DOCUMENTS)


class TestLines:
    """`Lines`."""

    def test_each_term_is_where_it_first_stands(self) -> None:
        """For each document that has it, words and ideas alike; what no document has stands nowhere."""
        lines = _lines()

        assert {term: lines.first(term, range(3)) for term in _NUMBERS} == {
            "@dier": {1: 0},
            "brug": {0: 0, 1: 1},
            "rivier": {0: 1, 2: 0},
            "wegnet": {},
        }
        assert lines.first("onbekend", range(3)) == {}

    def test_only_the_documents_asked_for_are_told(self) -> None:
        """Those of one record, though others have the term too."""
        assert _lines().first("brug", range(1, 3)) == {1: 1}
        assert _lines().first("rivier", range(2)) == {0: 1}


class TestFound:
    """`Found`."""

    @staticmethod
    def _of(term: str, first: set[int]) -> tuple[str, str] | None:
        fields = (("label.nl", "asked_as"), ("asked_as", "definition.nl"), ("label.nl",))
        order = {"label.nl": 0, "asked_as": 1, "definition.nl": 2}

        def text_of(place: int, line: int) -> tuple[str, str]:
            return fields[place][line], _DOCUMENTS[place][line]

        return Found(_LEXICON, _lines(), range(3), first, text_of, order).of(term)

    def test_word_as_it_stands_with_its_field(self) -> None:
        """Shorthand as it was written; an idea as the word that belongs to it."""
        assert self._of("rivier", {0}) == ("rv", "asked_as")
        assert self._of("@dier", {1}) == ("paard", "asked_as")
        assert self._of("wegnet", {0, 1}) is None

    def test_those_to_be_looked_in_first_go_first_then_the_first_field(self) -> None:
        """Where none of them has the term, the others are looked in."""
        assert self._of("brug", {1}) == ("brug", "definition.nl")
        assert self._of("brug", {0, 1}) == ("brug", "label.nl")
        assert self._of("rivier", {1}) == ("Rivier", "label.nl")


@pytest.mark.parametrize("name", ["handhaving-boete", "pip", "verhuizing"])
def test_what_was_found_beforehand_is_what_reading_finds(kb: icop.KnowledgeBase, name: str) -> None:
    """For every term of a bundled theme the same word, in the same field but for the reasons, whose order is free."""
    index = ThemeIndex.of(kb.records)
    theme, lexicon = kb.themes[name], index.reader.lexicon
    side = theme.aspects[0].id
    found, read = index.surfaces.of(theme, side), index.surfaces._read(theme, side)
    texts = [
        text for each in (None, *theme.aspects) for told in passages(kb.records, theme, each) for text in told.texts
    ]
    terms = {term for text in texts for term, _ in (*words_in(lexicon, text), *ideas_in(lexicon, text))}

    assert isinstance(found, Found)
    assert len(terms) > 500
    for term in terms & index.ready.terms.numbers.keys():
        (typed, field), (as_read, field_read) = found.of(term) or ("", ""), read.of(term) or ("", "")
        assert (typed, field) == (as_read, field_read) or field.startswith("responsibilities."), term
