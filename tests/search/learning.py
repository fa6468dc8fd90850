"""How much each term of a question tells and to whom it leads, learnt from the ways in which people put it.

`python -m tests.search.learning` learns it anew and makes what search has ready (some six minutes, two gigabytes).

To whom words lead is a linear classifier over the partners who settle the phrasings, one against the rest with the
squared hinge loss; whether they lead out of the field is one more of these. Pairs of neighbouring words that stand in
fifteen phrasings or more count as words, and letters do not. What speaks a little against a partner, which nearly all
words do, is left out in the end: on questions nothing was learnt from it makes no difference.

How much a term tells: every phrasing is asked of an index without itself. What a term tells is then moved so that more
of the weight goes to who settles the phrasing, and to its theme and side (Adam, after Kingma and Ba, 2015), and in the
end brought halfway back to what its rarity says: measured on questions nothing was learnt from, that does best. Terms
that tell of nothing, such as "rekening" in "rekening houden met", come to tell less. What a partner settles together
counts a little less here than in search: learnt with as much, it did no better on questions nothing was learnt from.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from inburgering_cop import text
from inburgering_cop.keten._agreeing import Roles
from inburgering_cop.knowledge import Records, read_bundled
from inburgering_cop.search import _index, _lexicon, _passages
from inburgering_cop.search._index import AS_MUCH, Index, Key
from inburgering_cop.search._leading import OUTSIDE, STEP
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._reading import LETTERS, pairs_of
from tests.search import ready

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

_TOGETHER = 0.15
_ROLE, _SIDE = 1.0, 0.5
_PACE, _KEPT, _PULL = 0.02, (0.9, 0.99), 1e-4
_BATCH = 512
_HALFWAY = 0.5
_LEAST, _MOST = 1, 255
_OFTEN = 15
_AGAINST = -8


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
        leads: Phrasings once more, and what people ask outside the field, for learning to whom they lead: their words
            and, numbered after all terms, pairs of neighbouring words; the place is in `led_to`.
        led_to: The partners, and last what lies outside the field.
        pairs: The pairs.
    """

    phrasings: Sequence[Phrasing]
    counts: Floats
    sizes: Floats
    together: Floats
    sizes_together: Floats
    settles: Numbers
    leads: Sequence[Phrasing] = ()
    led_to: Sequence[str] = ()
    pairs: Sequence[str] = ()

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


def lead(lesson: Lesson, telling: Sequence[int], *, rounds: int = 5) -> Floats:
    """For each term, and after these each pair, how much it speaks for each of those a question can lead to.

    Args:
        lesson: What is learnt from.
        telling: How much each term tells in a question, in 64ths.
        rounds: How often each phrasing is learnt from.
    """
    told = np.concatenate([np.array(telling, np.float32) / AS_MUCH, np.ones(len(lesson.pairs), np.float32)])
    leading, pace, spread = (np.zeros((len(told), len(lesson.led_to)), np.float32) for _ in range(3))
    order = np.random.default_rng(2021)
    for _ in range(rounds):
        turns = order.permutation(len(lesson.leads))
        for start in range(0, len(turns), _BATCH):
            batch = [lesson.leads[turn] for turn in turns[start : start + _BATCH]]
            terms = np.unique(np.concatenate([one.terms for one in batch]))
            asked = np.zeros((len(batch), len(terms)), np.float32)
            for row, one in enumerate(batch):
                asked[row, np.searchsorted(terms, one.terms)] = one.weights * told[one.terms]
            sign = np.full((len(batch), len(lesson.led_to)), -1, np.float32)
            sign[np.arange(len(batch)), [one.place for one in batch]] = 1
            short = np.maximum(0, 1 - sign * (asked @ leading[terms]))
            slope = -2 * asked.T @ (sign * short) / len(batch) + _PULL * leading[terms]
            pace[terms] = _KEPT[0] * pace[terms] + (1 - _KEPT[0]) * slope
            spread[terms] = _KEPT[1] * spread[terms] + (1 - _KEPT[1]) * slope**2
            leading[terms] -= _PACE * pace[terms] / (np.sqrt(spread[terms]) + 1e-4)
    return leading


def _asked(records: Records) -> frozenset[str]:
    """The ways in which people are known to put what is in the field."""
    themes = records.themes.values()
    of_sides = (each for theme in themes for aspect in theme.aspects for each in aspect.asked_as)
    return frozenset((*(each for theme in themes for each in theme.asked_as), *of_sides))


@attrs.frozen(kw_only=True)
class _Heard:
    """A phrasing as it was read: its terms with their weight, its pairs, and the places of what it is about."""

    weights: Mapping[str, float]
    pairs: tuple[str, ...]
    place: int
    leads_to: int


def _heard(index: Index, lexicon: Lexicon, written: str, place: int, leads_to: int) -> _Heard:
    views = _index._views(lexicon, written, letters=True)
    roots = [lexicon.root(word) for _, word in lexicon.in_full(text.words(written))]
    return _Heard(weights=index.terms.weigh(*views), pairs=pairs_of(roots), place=place, leads_to=leads_to)


def _phrasing(weights: Mapping[int, float], place: int) -> Phrasing:
    terms = sorted(weights)
    return Phrasing(terms=np.array(terms), weights=np.array([weights[each] for each in terms], np.float32), place=place)


def _phrasings(heard: Sequence[_Heard], numbers: Mapping[str, int]) -> list[Phrasing]:
    """The phrasings of what is in the field, with all their terms."""
    known = (
        ({numbers[term]: weight for term, weight in each.weights.items() if term in numbers}, each.place)
        for each in heard
        if each.place >= 0
    )
    return [_phrasing(weights, place) for weights, place in known if weights]


def _leads(heard: Sequence[_Heard], numbers: Mapping[str, int]) -> tuple[list[Phrasing], tuple[str, ...]]:
    """All that was heard with its words and the pairs that were heard often, and these pairs."""
    often = Counter(pair for each in heard for pair in set(each.pairs))
    pairs = tuple(sorted(pair for pair, count in often.items() if count >= _OFTEN))
    after = {pair: len(numbers) + place for place, pair in enumerate(pairs)}
    found = []
    for each in heard:
        known = {after[pair] for pair in each.pairs if pair in after}
        weights = {
            numbers[term]: weight for term, weight in each.weights.items() if term[0] != LETTERS and term in numbers
        }
        weights |= {number: 1 / math.sqrt(len(known)) for number in known}
        if weights:
            found.append(_phrasing(weights, each.leads_to))
    return found, pairs


def lesson() -> tuple[Lesson, tuple[str, ...]]:
    """What the bundled data teach, and the terms in order."""
    records = read_bundled()
    lexicon = Lexicon.of(_lexicon.resource("lexicon.json"))
    roles = Roles(records)
    index = _passages.built(records, lexicon, roles.of, {})
    numbers = index.terms.numbers
    documents = _passages.documents(records, _passages.searched(records))
    partners = sorted({roles.of(*key) for key in documents})
    settles = [partners.index(roles.of(*key)) for key in documents]
    asked = _asked(records)
    heard: list[_Heard] = []
    counts: dict[Key, dict[str, float]] = {}
    for place, (key, texts) in enumerate(documents.items()):
        read = [(_heard(index, lexicon, written, place, settles[place]), written, each) for written, each in texts]
        heard += [one for one, written, _ in read if written in asked]
        counts[key] = _index._sum(
            {term: weight * each for term, weight in one.weights.items()} for one, _, each in read
        )
    outside = [written for texts in _passages.elsewhere().values() for written, _ in texts]
    heard += [_heard(index, lexicon, written, -1, len(partners)) for written in outside]
    shared = list(_index._shared(counts))
    gathered = [
        _index._sum(counts[key] for key, by in zip(documents, settles, strict=True) if by == at)
        for at in range(len(partners))
    ]
    leads, pairs = _leads(heard, numbers)
    return Lesson(
        phrasings=_phrasings(heard, numbers),
        counts=_table([each for _, each in shared], numbers),
        sizes=_sizes([each for _, each in shared]),
        together=_table(gathered, numbers),
        sizes_together=_sizes(gathered),
        settles=np.array(settles),
        leads=leads,
        led_to=(*partners, OUTSIDE),
        pairs=pairs,
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


def in_25ths(leading: Floats, led_to: Sequence[str]) -> dict[str, int]:
    """For whom a term or pair speaks, as it is kept; what speaks a little against a partner is left out."""
    found = {name: round(float(each) / STEP) for name, each in zip(led_to, leading, strict=True)}
    return {name: each for name, each in found.items() if each > 0 or (each and name == OUTSIDE) or each <= _AGAINST}


def main() -> None:
    """Learns, and makes what search has ready."""
    taught, terms = lesson()
    telling = in_64ths(learn(taught))
    rows = [in_25ths(row, taught.led_to) for row in lead(taught, telling)]
    ready.write(
        ready.Learnt(
            telling=dict(zip(terms, telling, strict=True)),
            led_to=tuple(taught.led_to),
            terms={term: row for term, row in zip(terms, rows, strict=False) if row},
            pairs=dict(zip(taught.pairs, rows[len(terms) :], strict=True)),
        )
    )


if __name__ == "__main__":
    main()
