"""The texts of the page: each stored once, and read back letter for letter in both languages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.diagrams.explorer._texts import Texts
from inburgering_cop.model import LocalizedText
from inburgering_cop.text import shown
from tests.diagrams.explorer._decoding import Book

_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)
_TEXTS = st.lists(st.builds(LocalizedText, nl=_WORDS, en=st.none() | _WORDS), max_size=8)


def _read(texts: Texts) -> Book:
    return Book({"texts": {"nl": texts.nl, "en": texts.en}})


class TestNumbers:
    """Texts by number."""

    def test_the_same_text_has_one_number(self) -> None:
        """A text and a joined text each stand once; no text is number 0."""
        texts = Texts()
        whole, first, second = (LocalizedText(nl=nl, en=nl) for nl in ("A B", "A", "B"))

        numbers = [texts.number(None), texts.number(first), texts.joined(whole, " ", first, second)]

        assert numbers == [texts.number(None), texts.number(first), texts.joined(whole, " ", first, second)]
        assert numbers[0] == 0
        assert len(set(numbers)) == 3
        assert texts.nl[numbers[2]] == [" ", texts.number(first), texts.number(second)]
        assert _read(texts).both(numbers[2]) == ("A B", "A B")

    def test_what_is_more_than_its_parts_stands_whole(self) -> None:
        """A text that is not just its parts, or has one part, is stored as itself."""
        texts = Texts()
        whole, part = LocalizedText(nl="A, en B"), LocalizedText(nl="A")

        assert texts.nl[texts.joined(whole, " ", part, LocalizedText(nl="B"))] == "A, en B"
        assert texts.joined(part, " ", part, None) == texts.number(part)

    @given(_TEXTS)
    def test_every_text_is_read_back(self, found: list[LocalizedText]) -> None:
        """Whatever the texts hold they come back in both languages, since each stands in the place of its number."""
        texts = Texts()

        numbers = [texts.number(text) for text in found]

        read = _read(texts)
        assert [read.both(number) for number in numbers] == [(shown(text.nl), shown(text.get("en"))) for text in found]

    def test_missing_english_shows(self) -> None:
        """Where there is no English the Dutch is shown as such, as in every other output."""
        texts = Texts()
        text = LocalizedText(nl="keten")
        number = texts.number(text)

        assert _read(texts).both(number) == (text.get("nl"), text.get("en")) == ("keten", "keten [nl]")
