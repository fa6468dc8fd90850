"""How much each term of a question tells for each document: naive Bayes over weighed texts.

A multinomial naive Bayes classifier with the term weights of Rennie, Shih, Teevan and Karger (Tackling the Poor
Assumptions of Naive Bayes Text Classifiers, ICML 2003): counts damped, rare terms weighed up, texts of one length.
Words and letters count as two views of a text, each of the same weight. How much a term tells in a question was learnt
besides, so that words that often lead astray tell less.
"""

from __future__ import annotations

import math
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate
from mmap import mmap
from typing import TypeVar

import attrs

from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._reading import LETTERS, Said, terms_of

Key = tuple[str, str | None]
Texts = Iterable[tuple[str, float]]
_Found = TypeVar("_Found")
_SMOOTHING = 0.05
_ROOM = 2000.0
_RARITY = 0.7
_SHARED = 0.5
_SCALE = 25
_LEAST = 1.0
_HEAVIEST = 255
_COMMON = 0.04
_RATES, _SHARES = 64, 2048
LANE_BYTES = 4
_FINE = 64
_PAIR = 3
AS_MUCH = 64
LANE = 1 / (_SCALE * _RATES * _SHARES)


class OfTerms(dict[str, _Found]):
    """Something of each term, found by its number when first asked for.

    What is no term is not kept: people type that without end.
    """

    def __init__(self, numbers: Mapping[str, int], find: Callable[[str, int | None], _Found]) -> None:
        super().__init__()
        self._numbers = numbers
        self._find = find

    def __missing__(self, term: str) -> _Found:
        number = self._numbers.get(term)
        found = self._find(term, number)
        if number is not None:
            self[term] = found
        return found


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Terms:
    """The terms of all texts.

    Attributes:
        texts: How many texts there are.
        numbers: The terms, numbered in order.
        having: For each number, how many texts have the term.
        telling: For each number, how much the term tells in a question, in 64ths of what its rarity says; empty where
            that was not learnt.
    """

    texts: int
    numbers: Mapping[str, int]
    having: Sequence[int]
    telling: Sequence[int] = ()

    @cached_property
    def tells(self) -> Mapping[str, float]:
        """How much each term tells in a question; 1 for what was not learnt."""
        return OfTerms(
            self.numbers, lambda _, at: 1.0 if at is None or not self.telling else self.telling[at] / AS_MUCH
        )

    def weigh(self, *views: Mapping[str, float]) -> dict[str, float]:
        """The terms of a text with their weight: rare ones more, each view of the text of unit length."""
        weights: dict[str, float] = {}
        for view in views:
            rare = {term: each * self._rarity[term] for term, each in view.items()}
            size = math.sqrt(math.fsum(each * each for each in rare.values()))
            weights |= {term: each / size for term, each in rare.items()}
        return weights

    def rate(self, term: str) -> float:
        """How heavily the term weighs in a question, before a view of it is brought to unit length."""
        return self._rarity[term] * self.tells[term]

    @cached_property
    def is_rare(self) -> Mapping[str, bool]:
        """For each term whether few of the texts have it: then it says what they are about."""
        common = _COMMON * self.texts
        return OfTerms(self.numbers, lambda _, at: at is None or self.having[at] < common)

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        def of(_: str, at: int | None) -> float:
            having = 0 if at is None else self.having[at]
            return float((math.log((self.texts + 1) / (having + 1)) + 1) ** _RARITY)

        return OfTerms(self.numbers, of)

    @classmethod
    def of(cls, texts: Iterable[tuple[Mapping[str, float], Mapping[str, float]]], *, names: Set[str]) -> Terms:
        """The terms of the texts, given as words and letters; what a single text has tells nothing of others.

        Args:
            texts: The texts.
            names: The words that count even so.
        """
        number, having = 0, Counter[str]()
        for words, runs in texts:
            number += 1
            having.update(words.keys())
            having.update(runs.keys())
        kept = sorted(term for term, count in having.items() if count > 1 or term in names)
        return cls(
            texts=number,
            numbers={term: at for at, term in enumerate(kept)},
            having=[having[term] for term in kept],
        )


def _views(lexicon: Lexicon, written: str, *, letters: bool) -> tuple[dict[str, float], dict[str, float]]:
    """The words and the letters of a text, a term that stands twice damped."""
    words, runs = terms_of(lexicon, written)
    return _damped(words), _damped(runs) if letters else {}


def _damped(terms: Iterable[str]) -> dict[str, float]:
    return {term: 1 + math.log(count) for term, count in Counter(terms).items()}


def _sum(counts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for each in counts:
        for term, weight in each.items():
            found[term] = found.get(term, 0.0) + weight
    return found


def _shared(counts: Mapping[Key, Mapping[str, float]]) -> Iterator[tuple[Key, Mapping[str, float]]]:
    """Each part of a name with something of the others: what is asked of one side is asked of the theme."""
    by_name: dict[str, list[Key]] = {}
    for key in counts:
        by_name.setdefault(key[0], []).append(key)
    for keys in by_name.values():
        total = _sum(counts[key] for key in keys)
        others = max(1, len(keys) - 1)
        for key in keys:
            own = counts[key]
            yield (
                key,
                {
                    term: own.get(term, 0.0) + _SHARED * (each - own.get(term, 0.0)) / others
                    for term, each in total.items()
                },
            )


def _packed(told: Sequence[tuple[int, int]], documents: int) -> bytes:
    """A row of places and weights: a byte for each document, or where that is shorter the places, then the weights."""
    if _PAIR * len(told) >= documents:
        dense = bytearray(documents)
        for place, weight in told:
            dense[place] = weight
        return bytes(dense)
    places, weights = zip(*told, strict=True) if told else ((), ())
    return struct.pack(f"<{len(told)}H{len(told)}B", *places, *weights)


def _unpacked(row: bytes, documents: int) -> bytes:
    """For each document what the row tells for it."""
    if len(row) == documents:
        return row
    count = len(row) // _PAIR
    numbers = struct.unpack(f"<{count}H{count}B", row)
    dense = bytearray(documents)
    for _ in map(dense.__setitem__, numbers[:count], numbers[count:]):
        pass
    return bytes(dense)


def lanes_of(total: int, count: int) -> tuple[int, ...]:
    """The lanes of a number, the least significant first."""
    return struct.unpack(f"<{count}I", total.to_bytes(LANE_BYTES * count, "little"))


@attrs.frozen(kw_only=True)
class _Row:
    """What a term tells for each document.

    Attributes:
        told: In 25ths.
        rate: How heavily the term weighs before a view of the question is brought to unit length, in 64ths.
        lanes: What it tells at that rate, as one number of lanes.
        share: What a weight in a question is multiplied by for how often to count the lanes: it comes to the same
            number for all terms that are as certain and of one view.
    """

    told: bytes
    rate: int
    lanes: int
    share: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Scores:
    """How much a question tells for each document, by place.

    Attributes:
        lanes: The same in whole numbers, that can be compared with each other.
        least: The points of a lane of 0, below zero.
    """

    lanes: Sequence[int]
    least: float

    def points(self, lane: float) -> float:
        """What a lane is in points."""
        return lane * LANE - self.least

    def of(self, place: int) -> float:
        """The points of the document at `place`."""
        return self.points(self.lanes[place])

    def every(self) -> list[float]:
        """The points of all documents."""
        return [self.points(lane) for lane in self.lanes]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Index:
    """What each term tells for each document.

    Attributes:
        keys: What each document is called: a name, and the part of it or None for the whole.
        terms: All terms and how rare they are; of the index this one is to be compared with, where there is one.
        rows: The terms of these documents, numbered in order.
        ends: For each number, where its row ends in `packed`; it begins where the one before it ends.
        packed: How much each term tells for which document, in 25ths, row after row.
        sizes: For each document, what its size takes from all it scores.
    """

    keys: tuple[Key, ...]
    terms: Terms
    rows: Mapping[str, int]
    ends: Sequence[int]
    packed: bytes | mmap
    sizes: tuple[float, ...]

    @classmethod
    def of(
        cls,
        lexicon: Lexicon,
        documents: Mapping[Key, Texts],
        *,
        letters: bool,
        together: Mapping[Key, Iterable[Key]] | None = None,
        like: Terms | None = None,
        naming: float = 0.0,
    ) -> Index:
        """The index over `documents`.

        Args:
            lexicon: What is known of words.
            documents: For each key its texts, each with how much it tells.
            letters: Whether the letters of words count too, so that words of one family meet.
            together: Documents that gather others: their keys, after those of `documents`, and whom they gather.
            like: The terms of another index, whose scores are to be compared with those of this one.
            naming: What tells at least this much is a name. A word that a single text has counts in a name alone; what
                it is made of, or looks like, tells more than that one text.
        """
        read = {
            key: [(_views(lexicon, written, letters=letters), weight) for written, weight in texts]
            for key, texts in documents.items()
        }
        every = [each for texts in read.values() for each in texts]
        names = {word for (words, _), weight in every if weight >= naming for word in words}
        terms = like or Terms.of((views for views, _ in every), names=names)
        counts: dict[Key, Mapping[str, float]] = {}
        for key, texts in read.items():
            found: dict[str, float] = {}
            for views, weight in texts:
                for term, each in terms.weigh(*views).items():
                    found[term] = found.get(term, 0.0) + weight * each
            counts[key] = found
        gathered = {key: _sum(counts[each] for each in keys) for key, keys in (together or {}).items()}
        keys: list[Key] = []
        sizes: list[float] = []
        told: dict[str, list[tuple[int, int]]] = {}
        for place, (key, shared) in enumerate((*_shared(counts), *gathered.items())):
            keys.append(key)
            sizes.append(math.log1p(math.fsum(shared.values()) / _ROOM))
            for term, each in shared.items():
                weight = math.log1p(each / _SMOOTHING)
                if weight >= _LEAST and (term in terms.numbers or (like and term[0] != LETTERS)):
                    told.setdefault(term, []).append((place, min(_HEAVIEST, round(weight * _SCALE))))
        rows = {term: at for at, term in enumerate(sorted(told))} if like else terms.numbers
        packed = [_packed(told.get(term, ()), len(keys)) for term in rows]
        return cls(
            keys=tuple(keys),
            terms=terms,
            rows=rows,
            ends=list(accumulate(len(row) for row in packed)),
            packed=b"".join(packed),
            sizes=tuple(sizes),
        )

    def asked(self, said: Iterable[Said]) -> dict[str, float]:
        """The terms of a question with their weight."""
        words: dict[str, float] = {}
        runs: dict[str, float] = {}
        for each in said:
            for term, certainty in each.terms:
                words[term] = max(certainty, words.get(term, 0.0))
            runs |= dict.fromkeys(each.letters, 1.0)
        tells = self.terms.tells
        return {term: weight * tells[term] for term, weight in self.terms.weigh(words, runs).items()}

    @cached_property
    def _row(self) -> Mapping[str, _Row | None]:
        return OfTerms(self.rows, self._unpack)

    def _unpack(self, term: str, number: int | None) -> _Row | None:
        if number is None:
            return None
        start = self.ends[number - 1] if number else 0
        told = _unpacked(self.packed[start : self.ends[number]], len(self.keys))
        lanes = bytearray(LANE_BYTES * len(told))
        lanes[::LANE_BYTES] = told
        heavily = self.terms.rate(term)
        rate = max(1, round(_RATES * heavily))
        return _Row(told=told, rate=rate, lanes=rate * int.from_bytes(lanes, "little"), share=_SHARES / heavily)

    @cached_property
    def _largest(self) -> float:
        return max(self.sizes, default=0.0)

    @cached_property
    def _room(self) -> int:
        """How much smaller each document is than the largest, as one number of lanes."""
        smaller = [round((self._largest - size) * _SCALE * _FINE) for size in self.sizes]
        return int.from_bytes(struct.pack(f"<{len(smaller)}I", *smaller), "little")

    def scores(self, asked: Mapping[str, float]) -> Scores:
        """How much the terms tell for each document: all documents are added up at once, lane by lane.

        Terms that count as often are added up first. A lane holds 32 bits, of which the heaviest questions of two
        thousand characters took a third.
        """
        whole = math.fsum(asked.values())
        total = round(whole * _RATES * _SHARES / _FINE) * self._room
        rows = self._row
        alike: dict[int, int] = {}
        for term, weight in asked.items():
            if row := rows[term]:
                times = round(weight * row.share)
                alike[times] = alike.get(times, 0) + row.lanes
        total += sum(times * lanes for times, lanes in alike.items())
        return Scores(lanes=lanes_of(total, len(self.keys)), least=whole * self._largest)

    def told(self, key: Key, terms: Iterable[str]) -> list[int]:
        """How much each of these terms tells for the document called `key`, in 25ths."""
        place, rows = self._places[key], map(self._row.__getitem__, terms)
        return [row.told[place] if row else 0 for row in rows]

    @cached_property
    def _places(self) -> dict[Key, int]:
        return {key: place for place, key in enumerate(self.keys)}

    def most(self, asked: Mapping[str, float]) -> float:
        """What a document would score that had every term as heavily as any."""
        rows = ((self._row[term], weight) for term, weight in asked.items())
        return LANE * sum(round(weight * row.share) * row.rate * max(row.told) for row, weight in rows if row)
