"""How much each term of a question tells, learnt from the ways in which people are known to put it.

`python -m tests.search.learning` learns it anew and makes what search has ready (some five minutes, two gigabytes).
Every phrasing is asked of an index without itself. What a term tells is then moved so that more of the weight goes to
who settles the phrasing, and to its theme and side (Adam, after Kingma and Ba, 2015), and in the end brought halfway
back to what its rarity says: measured on questions nothing was learnt from, that does best. Terms that tell of nothing,
such as "rekening" in "rekening houden met", come to tell less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from inburgering_cop.keten._agreeing import Roles
from inburgering_cop.knowledge import Records, read_bundled
from inburgering_cop.search import _index, _lexicon, _passages, _themes
from inburgering_cop.search._index import AS_MUCH, Key
from tests.search import ready

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

_TOGETHER = _themes._TOGETHER
_ROLE, _SIDE = 1.0, 0.5
_PACE, _KEPT, _PULL = 0.02, (0.9, 0.99), 1e-4
_BATCH = 512
_HALFWAY = 0.5
_LEAST, _MOST = 1, 255


@attrs.frozen(kw_only=True, eq=False)
class Phrasing:
    """One way of putting it: the numbers of its terms, their weights, and the place of what it is about."""

    terms: Numbers
    weights: Floats
    place: int


@attrs.frozen(kw_only=True, eq=False)
class Lesson:
    """What is learnt from.

    Attributes:
        phrasings: The phrasings.
        counts: For each term and each theme or side, how much of it that has.
        sizes: For each theme or side, what its size takes from what a term tells.
        together: For each term and each partner, how much of it all has that the partner settles.
        sizes_together: The like for each partner.
        settles: For each theme or side, the place of the partner who settles it.
    """

    phrasings: Sequence[Phrasing]
    counts: Floats
    sizes: Floats
    together: Floats
    sizes_together: Floats
    settles: Numbers

    def told(self) -> Floats:
        """For each term and each theme or side, what the term tells for it."""
        return (
            _told(self.counts) - self.sizes + _TOGETHER * (_told(self.together) - self.sizes_together)[:, self.settles]
        )

    def told_without(self, one: Phrasing) -> Floats:
        """For each term of a phrasing what it tells for what that is about, had nobody put it so."""
        at, by = one.place, self.settles[one.place]
        own = _told(self.counts[one.terms, at] - one.weights) - self.sizes[at]
        shared = _told(self.together[one.terms, by] - one.weights) - self.sizes_together[by]
        found: Floats = own + _TOGETHER * shared
        return found


def _told(counts: Floats) -> Floats:
    """What terms tell that are had this much, as the index packs it."""
    told: Floats = np.log1p(np.maximum(counts, 0) / _index._SMOOTHING)
    packed: Floats = np.where(told < _index._LEAST, 0, np.minimum(told, _index._HEAVIEST / _index._SCALE))
    return packed


def _moved(lesson: Lesson, told: Floats, batch: Sequence[Phrasing], power: Floats) -> tuple[Numbers, Floats]:
    """The terms in these phrasings, and which way the logarithm of what each tells should move."""
    terms = np.unique(np.concatenate([one.terms for one in batch]))
    asked = np.zeros((len(batch), len(terms)), np.float32)
    without = np.zeros_like(asked)
    for row, one in enumerate(batch):
        columns = np.searchsorted(terms, one.terms)
        asked[row, columns] = one.weights
        without[row, columns] = lesson.told_without(one) - told[one.terms, one.place]
    rows, places = np.arange(len(batch)), np.array([one.place for one in batch])
    tells, telling = told[terms], np.exp(power[terms])
    scores = (asked * telling) @ tells
    scores[rows, places] += ((asked * telling) * without).sum(axis=1)
    weight = np.exp(scores - scores.max(axis=1, keepdims=True))
    share = weight / weight.sum(axis=1, keepdims=True)
    same = lesson.settles[None, :] == lesson.settles[places][:, None]
    of_role = share * same / (share * same).sum(axis=1, keepdims=True).clip(1e-9)
    exact = np.zeros_like(share)
    exact[rows, places] = 1
    astray = _ROLE * (share - of_role) + _SIDE * (share - exact)
    slope = (asked * (astray @ tells.T)).sum(axis=0) + (asked * without * astray[rows, places][:, None]).sum(axis=0)
    return terms, (slope * telling / len(batch)).astype(np.float32)


def learn(lesson: Lesson, *, rounds: int = 5) -> Floats:
    """For each term the logarithm of how much more or less it tells than its rarity says; 0 for as much.

    Args:
        lesson: What is learnt from.
        rounds: How often each phrasing is learnt from.
    """
    told = lesson.told()
    power, pace, spread = (np.zeros(len(told), np.float32) for _ in range(3))
    order = np.random.default_rng(2021)
    for _ in range(rounds):
        turns = order.permutation(len(lesson.phrasings))
        for start in range(0, len(turns), _BATCH):
            batch = [lesson.phrasings[turn] for turn in turns[start : start + _BATCH]]
            terms, slope = _moved(lesson, told, batch, power)
            slope += _PULL * power[terms]
            pace[terms] = _KEPT[0] * pace[terms] + (1 - _KEPT[0]) * slope
            spread[terms] = _KEPT[1] * spread[terms] + (1 - _KEPT[1]) * slope**2
            power[terms] -= _PACE * pace[terms] / (np.sqrt(spread[terms]) + 1e-4)
    return power


def _asked(records: Records) -> frozenset[str]:
    """The ways in which people are known to put what is in the field."""
    themes = records.themes.values()
    of_sides = (each for theme in themes for aspect in theme.aspects for each in aspect.asked_as)
    return frozenset((*(each for theme in themes for each in theme.asked_as), *of_sides))


def _phrasings(
    read: Mapping[Key, Sequence[tuple[str, Mapping[str, float]]]], numbers: Mapping[str, int], asked: frozenset[str]
) -> Iterator[Phrasing]:
    for place, texts in enumerate(read.values()):
        for written, weights in texts:
            known = sorted((numbers[term], weight) for term, weight in weights.items() if term in numbers)
            if written in asked and known:
                terms, shares = zip(*known, strict=True)
                yield Phrasing(terms=np.array(terms), weights=np.array(shares, np.float32), place=place)


def lesson() -> tuple[Lesson, tuple[str, ...]]:
    """What the bundled data teach, and the terms in order."""
    records = read_bundled()
    lexicon = _lexicon.Lexicon.of(_lexicon.resource("lexicon.json"))
    roles = Roles(records)
    index = _passages.built(records, lexicon, roles.of, {})
    numbers = index.terms.numbers
    documents = _passages.documents(records, _passages.searched(records))
    read: dict[Key, list[tuple[str, Mapping[str, float]]]] = {}
    counts: dict[Key, dict[str, float]] = {}
    for key, texts in documents.items():
        weighed = [
            (written, index.terms.weigh(*_index._views(lexicon, written, letters=True)), each)
            for written, each in texts
        ]
        read[key] = [(written, weights) for written, weights, _ in weighed]
        counts[key] = _index._sum({term: each * share for term, share in found.items()} for _, found, each in weighed)
    partners = sorted({roles.of(*key) for key in documents})
    settles = np.array([partners.index(roles.of(*key)) for key in documents])
    shared = list(_index._shared(counts))
    gathered = [
        _index._sum(counts[key] for key, by in zip(documents, settles, strict=True) if by == at)
        for at in range(len(partners))
    ]
    return Lesson(
        phrasings=tuple(_phrasings(read, numbers, _asked(records))),
        counts=_table([each for _, each in shared], numbers),
        sizes=_sizes([each for _, each in shared]),
        together=_table(gathered, numbers),
        sizes_together=_sizes(gathered),
        settles=settles,
    ), tuple(numbers)


def _table(counts: Sequence[Mapping[str, float]], numbers: Mapping[str, int]) -> Floats:
    table = np.zeros((len(numbers), len(counts)), np.float32)
    for place, each in enumerate(counts):
        for term, count in each.items():
            if term in numbers:
                table[numbers[term], place] = count
    return table


def _sizes(counts: Sequence[Mapping[str, float]]) -> Floats:
    sizes: Floats = np.log1p(np.array([sum(each.values()) for each in counts], np.float32) / _index._ROOM)
    return sizes


def in_64ths(power: Floats) -> list[int]:
    """How much terms tell, halfway back to what their rarity says, as the index keeps it."""
    return [int(each) for each in np.clip(np.rint(AS_MUCH * np.exp(_HALFWAY * power)), _LEAST, _MOST)]


if __name__ == "__main__":
    taught, words = lesson()
    ready.write(dict(zip(words, in_64ths(learn(taught)), strict=True)))
