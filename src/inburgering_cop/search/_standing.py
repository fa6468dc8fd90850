"""Where the terms of a record stand in its texts, so that an answer can say which word met which."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import accumulate
from mmap import mmap
from typing import Protocol

import attrs

from inburgering_cop import text
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._reading import IDEA

_PAIR = 4


class Standing(Protocol):
    """Where the terms of a record first stand."""

    def of(self, term: str) -> tuple[str, str] | None:
        """The word the term stands as, and the field that has it; None when it stands nowhere."""


def words_in(lexicon: Lexicon, written: str) -> Iterable[tuple[str, str]]:
    """The roots of the telling words of a text, each with the word it stands as."""
    for typed, full in lexicon.in_full(text.words(written)):
        if full not in lexicon.small:
            yield lexicon.root(full), typed


def ideas_in(lexicon: Lexicon, written: str) -> Iterable[tuple[str, str]]:
    """The ideas of a text, each with the word it stands as."""
    words = list(lexicon.in_full(text.words(written)))
    roots = [lexicon.root(full) for _, full in words]
    for place, (typed, full) in enumerate(words):
        for concept in lexicon.ideas(roots, place, alone=full not in lexicon.small):
            yield f"{IDEA}{concept}", typed


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


class Read:
    """Where the terms of a record first stand; its texts are read only as far as is asked, ideas after all words."""

    def __init__(self, lexicon: Lexicon, texts: Iterable[tuple[str, str]]) -> None:
        """Takes the texts as field and text, those to be looked in first first."""
        every = tuple(texts)
        self._words = _Found(every, lambda written: words_in(lexicon, written))
        self._ideas = _Found(every, lambda written: ideas_in(lexicon, written))

    def of(self, term: str) -> tuple[str, str] | None:
        """The word the term stands as, and the field that has it; None when it stands nowhere."""
        return (self._ideas if term[0] == IDEA else self._words).first(term)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Lines:
    """For each term in which text of which document it first stands, found beforehand.

    Attributes:
        numbers: The terms, numbered in order.
        ends: For each number, where its row ends in `packed`; it begins where the one before it ends.
        packed: Row after row, the place of a document and the number of its text, two bytes each.
    """

    numbers: Mapping[str, int]
    ends: Sequence[int]
    packed: bytes | mmap

    @classmethod
    def of(cls, lexicon: Lexicon, numbers: Mapping[str, int], documents: Iterable[Iterable[str]]) -> Lines:
        """Reads all texts of all documents."""
        first: dict[int, dict[int, int]] = {}
        for place, texts in enumerate(documents):
            for line, written in enumerate(texts):
                for term, _ in (*words_in(lexicon, written), *ideas_in(lexicon, written)):
                    if term in numbers:
                        first.setdefault(numbers[term], {}).setdefault(place, line)
        rows = [first.get(number, {}) for number in range(len(numbers))]
        packed = [struct.pack(f"<{2 * len(row)}H", *(part for pair in row.items() for part in pair)) for row in rows]
        return cls(numbers=numbers, ends=list(accumulate(map(len, packed))), packed=b"".join(packed))

    def first(self, term: str, places: range) -> dict[int, int]:
        """For each of these places whose document has the term, the number of the text in which it first stands."""
        number = self.numbers.get(term)
        if number is None:
            return {}
        row = self.packed[self.ends[number - 1] if number else 0 : self.ends[number]]
        pairs = struct.unpack(f"<{2 * len(row) // _PAIR}H", row)
        having, lines = pairs[::2], pairs[1::2]
        start, stop = bisect_left(having, places.start), bisect_left(having, places.stop)
        return dict(zip(having[start:stop], lines[start:stop], strict=True))


class Found:
    """Where the terms of a record first stand, as `Lines` has it: of the texts only that one is read."""

    def __init__(
        self,
        lexicon: Lexicon,
        lines: Lines,
        places: range,
        first: Container[int],
        text_of: Callable[[int, int], tuple[str, str]],
        order: Mapping[str, int],
    ) -> None:
        """Takes what it looks things up in.

        Args:
            lexicon: What is known of words.
            lines: In which texts terms first stand.
            places: The places of its documents.
            first: Of these the ones to be looked in first.
            text_of: The field and the text of a number, of the document at a place.
            order: The order of the fields, those to be looked in first first.
        """
        self._lexicon = lexicon
        self._lines = lines
        self._places = places
        self._first = first
        self._text_of = text_of
        self._order = order
        self._known: dict[str, tuple[str, str] | None] = {}

    def of(self, term: str) -> tuple[str, str] | None:
        """The word the term stands as, and the field that has it; None when it stands nowhere."""
        if term not in self._known:
            self._known[term] = self._find(term)
        return self._known[term]

    def _find(self, term: str) -> tuple[str, str] | None:
        lines = self._lines.first(term, self._places)
        having = [place for place in lines if place in self._first] or lines
        texts = [self._text_of(place, lines[place]) for place in having]
        if not texts:
            return None
        field, written = min(texts, key=lambda each: self._order[each[0]])
        read = ideas_in if term[0] == IDEA else words_in
        return next(typed for found, typed in read(self._lexicon, written) if found == term), field
