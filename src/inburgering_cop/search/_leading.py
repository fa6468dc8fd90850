"""To whom the words of a question lead, and whether they lead out of the field: learnt from how people put it.

A linear classifier over words, ideas and pairs of neighbouring words, one against the rest. It knows what counting
words apart does not: which of those that come together tell the partners apart, and what "wie betaalt" or "hoe lang"
is asked about. `python -m tests.search.learning` learns it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from mmap import mmap

import attrs

from inburgering_cop.search._index import LANE_BYTES, OfTerms, lanes_of
from inburgering_cop.search._reading import LETTERS

OUTSIDE = "+rest"
STEP = 0.04
_NOTHING = 128
_MOST = 127
_SHARES = 4096


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Leading:
    """How much words and pairs of words speak for who settles what is asked.

    Attributes:
        names: For whom: ids of partners, and last `OUTSIDE`, for what is not of the field.
        pairs: The pairs of neighbouring words, numbered in order.
        numbers: The other terms, numbered in order; pairs come after them.
        ends: For each number, where its row ends in `packed`; it begins where the one before it ends.
        packed: For each term or pair, row after row, a place in `names` and how much it speaks for that one, in 25ths
            above 128, one byte each.
    """

    names: tuple[str, ...]
    pairs: Mapping[str, int]
    numbers: Mapping[str, int]
    ends: Sequence[int]
    packed: bytes | mmap

    @classmethod
    def of(
        cls,
        names: Sequence[str],
        numbers: Mapping[str, int],
        terms: Mapping[str, Mapping[str, int]],
        pairs: Mapping[str, Mapping[str, int]],
    ) -> Leading:
        """What was learnt, by number.

        Args:
            names: For whom something can speak.
            numbers: The terms there are, numbered in order; those that are not among them are left out.
            terms: For each term how much it speaks for whom, in 25ths, at most 127 either way.
            pairs: The like for each pair.
        """
        at = {name: place for place, name in enumerate(names)}

        def packed(row: Mapping[str, int]) -> bytes:
            return bytes(
                part for name, each in row.items() for part in (at[name], _NOTHING + max(-_MOST, min(_MOST, each)))
            )

        kept = sorted(pairs)
        rows = [packed(terms.get(term, {})) for term in numbers] + [packed(pairs[pair]) for pair in kept]
        return cls(
            names=tuple(names),
            pairs={pair: place for place, pair in enumerate(kept)},
            numbers=numbers,
            ends=list(accumulate(map(len, rows))),
            packed=b"".join(rows),
        )

    def _row(self, number: int) -> bytes:
        return self.packed[self.ends[number - 1] if number else 0 : self.ends[number]]

    def rows(self) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
        """What each term, and each pair, speaks for whom, in 25ths; what speaks for nobody is left out."""

        def read(number: int) -> dict[str, int]:
            row = self._row(number)
            return {self.names[place]: each - _NOTHING for place, each in zip(row[::2], row[1::2], strict=True)}

        terms = {term: row for term, number in self.numbers.items() if (row := read(number))}
        return terms, {pair: read(len(self.numbers) + number) for pair, number in self.pairs.items()}

    @cached_property
    def _number(self) -> Mapping[str, int | None]:
        return OfTerms(self.numbers, lambda _, at: at)

    @cached_property
    def _number_of_pair(self) -> Mapping[str, int | None]:
        """They come after the other terms."""
        after = len(self.numbers)
        return OfTerms(self.pairs, lambda _, at: None if at is None else after + at)

    @cached_property
    def _unpacked(self) -> dict[int, int]:
        return {}

    def _lanes(self, number: int) -> int:
        """A row as one number, a lane for each of `names`."""
        lanes = self._unpacked.get(number)
        if lanes is None:
            row = self._row(number)
            told = bytearray((_NOTHING, *[0] * (LANE_BYTES - 1)) * len(self.names))
            for place, each in zip(row[::2], row[1::2], strict=True):
                told[LANE_BYTES * place] = each
            lanes = self._unpacked[number] = int.from_bytes(told, "little")
        return lanes

    def speaks(self, asked: Mapping[str, float], pairs: Iterable[str]) -> list[float]:
        """How much a question speaks for each of `names`: all are added up at once, lane by lane.

        Args:
            asked: Its terms with their weight.
            pairs: Its pairs of neighbouring words; those known weigh as much as one view of the terms together.
        """
        words = {self._number[term]: each for term, each in asked.items() if term[0] != LETTERS}
        weights = {number: each for number, each in words.items() if number is not None}
        known = {number for number in map(self._number_of_pair.__getitem__, pairs) if number is not None}
        weights |= {number: 1 / math.sqrt(len(known)) for number in known}
        total = whole = 0
        for number, weight in weights.items():
            share = round(weight * _SHARES)
            whole += share
            total += share * self._lanes(number)
        lanes = lanes_of(total, len(self.names))
        return [STEP / _SHARES * (lane - _NOTHING * whole) for lane in lanes]
