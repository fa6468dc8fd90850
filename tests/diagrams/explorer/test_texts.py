"""The texts of the page: stored once, shortened, and read back letter for letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.diagrams.explorer._texts import Texts, shorten
from inburgering_cop.model import LocalizedText
from tests.diagrams.explorer._decoding import Book

_WORDS = st.lists(st.sampled_from(["gemeente", "de", "inburgeraar", "é", "\u0101", "a\nb", ", "]), max_size=60).map(
    " ".join
)
_TEXTS = st.lists(st.one_of(_WORDS, st.text(st.characters(exclude_categories=["Cs"]))), max_size=8)


def _read(texts: Texts) -> Book:
    short = shorten(texts.entries)
    return Book({"letters": short.letters, "words": short.words, "texts": short.entries})


class TestNumbers:
    """Texts by number."""

    def test_the_same_text_has_one_number(self) -> None:
        """A text, a name and a joined text each stand once; no text is number 0."""
        texts = Texts()
        whole, first, second = (LocalizedText(nl=nl, en=nl) for nl in ("A B", "A", "B"))

        numbers = [texts.number(None), texts.number(first), texts.name("A"), texts.joined(whole, " ", first, second)]

        assert numbers == [
            texts.number(None),
            texts.number(first),
            texts.name("A"),
            texts.joined(whole, " ", first, second),
        ]
        assert numbers[0] == 0
        assert len(set(numbers)) == 4
        assert texts.entries[numbers[3]] == [" ", texts.number(first), texts.number(second)]

    def test_what_is_more_than_its_parts_stands_whole(self) -> None:
        """A text that is not just its parts, or has one part, is stored as itself."""
        texts = Texts()
        whole, part = LocalizedText(nl="A, en B"), LocalizedText(nl="A")

        assert texts.entries[texts.joined(whole, " ", part, LocalizedText(nl="B"))] == ["A, en B"]
        assert texts.joined(part, " ", part, None) == texts.number(part)

    def test_missing_english_shows(self) -> None:
        """Where there is no English the Dutch is shown as such, as in every other output."""
        texts = Texts()
        text = LocalizedText(nl="keten")
        number = texts.number(text)

        assert _read(texts).both(number) == (text.get("nl"), text.get("en")) == ("keten", "keten [nl]")


class TestShorten:
    """Words by one letter."""

    @given(_TEXTS)
    def test_every_text_is_read_back(self, found: list[str]) -> None:
        """Whatever the texts hold, they come back, since no letter that stands for a word stands in any of them."""
        texts = Texts()
        numbers = [texts.name(text) for text in found]

        read = _read(texts)

        assert [read.text(number, "nl") for number in numbers] == found

    def test_words_that_come_back_become_short(self) -> None:
        """A text of words that come back often takes far less room."""
        long = " ".join(["de gemeente en de inburgeraar"] * 200)

        short = shorten([long])

        assert len(str(short.entries[0]).encode()) < len(long) / 3
        assert "\n" in short.words or len(short.words) > 5

    def test_nothing_to_shorten_is_left(self) -> None:
        """Without words that come back no letter stands for any."""
        short = shorten(["", "a"])

        assert (short.letters, short.words, short.entries) == ((), "", ("", "a"))

    def test_each_letter_stands_for_one_word(self, book: Book) -> None:
        """In the bundled texts there are as many words as letters, and no word is told by itself."""
        letters = [chr(code) for first, last in book.data["letters"] for code in range(first, last + 1)]
        words = book.data["words"].split("\n")

        assert len(letters) == len(words)
        assert not any(letter in word for letter, word in zip(letters, words, strict=True))
