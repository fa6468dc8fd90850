"""An index of weighed terms: roots of words, pairs of them, and the ideas behind them.

The ranking is BM25 over weighed fields (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any

import attrs

from inburgering_cop import text
from inburgering_cop.search._lexicon import Lexicon

Key = tuple[str, str | None]
_SATURATION = 1.6
_LENGTH = 0.6
_PAIR = 0.3
_SCALE = 100
_SHORT = 4
_LEAST = 30
PAIR, IDEA = "_", "@"


@attrs.frozen(kw_only=True)
class Said:
    """One word of a question.

    Attributes:
        typed: The word as typed.
        terms: What it comes down to in the index, each with how certain that is (1: the word itself).
    """

    typed: str
    terms: tuple[tuple[str, float], ...]

    @property
    def known(self) -> bool:
        """Whether anything in the index answers to it."""
        return bool(self.terms)


def terms_of(lexicon: Lexicon, words: str, *, pairs: bool) -> Iterable[tuple[str, float]]:
    """The terms of a text with their weight: roots and ideas 1, pairs of roots that stand together less."""
    full = [each for _, each in lexicon.in_full(text.words(words))]
    everything = [lexicon.root(each) for each in full]
    telling = [root for each, root in zip(full, everything, strict=True) if each not in lexicon.small]
    for word in telling:
        yield word, 1.0
    if pairs:
        for first, second in pairwise(telling):
            yield f"{first}{PAIR}{second}", _PAIR
    for place in range(len(everything)):
        for concept in lexicon.ideas(everything, place):
            yield f"{IDEA}{concept}", 1.0


def _certain(said: Iterable[Said]) -> dict[str, float]:
    """The terms of a question, each once, with how certain it is at best."""
    certain: dict[str, float] = {}
    for each in said:
        for term, certainty in each.terms:
            certain[term] = max(certainty, certain.get(term, 0.0))
    return certain


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Index:
    """Terms and the documents they stand in.

    Attributes:
        keys: What each document is called: a name, and the part of it or None for the whole.
        postings: For each term, `place:weight` of the documents it stands in, the heaviest first, joined by spaces.
    """

    keys: tuple[Key, ...]
    postings: Mapping[str, str]

    @classmethod
    def of(cls, documents: Mapping[Key, Mapping[str, float]]) -> Index:
        """The index over `documents`: for each key its terms and how often, weighed, they stand in it.

        A term is the more telling, the fewer names (not parts) have it.
        """
        names = {name for name, _ in documents}
        having: dict[str, set[str]] = {}
        for (name, _), counts in documents.items():
            for term in counts:
                having.setdefault(term, set()).add(name)
        telling = {
            term: math.log(1 + (len(names) - len(found) + 0.5) / (len(found) + 0.5)) for term, found in having.items()
        }
        sizes = [math.fsum(each for term, each in counts.items() if PAIR not in term) for counts in documents.values()]
        mean = math.fsum(sizes) / len(sizes) if sizes else 1.0
        postings: dict[str, list[tuple[int, int]]] = {}
        for place, (counts, size) in enumerate(zip(documents.values(), sizes, strict=True)):
            room = _SATURATION * (1 - _LENGTH + _LENGTH * size / (mean or 1.0))
            for term, count in counts.items():
                weight = round(_SCALE * telling[term] * count / (count + room) * (1 + _SATURATION))
                if weight >= _LEAST:
                    postings.setdefault(term, []).append((-weight, place))
        written = {
            term: " ".join(f"{place}:{-weight}" for weight, place in sorted(found)) for term, found in postings.items()
        }
        return cls(keys=tuple(documents), postings=dict(sorted(written.items())))

    @classmethod
    def ready(cls, value: Mapping[str, Any]) -> Index:
        """The index from what `as_ready` made of it."""
        return cls(keys=tuple((name, part) for name, part in value["keys"]), postings=value["postings"])

    def as_ready(self) -> dict[str, Any]:
        """Plain JSON values that `ready` reads without further work."""
        return {"keys": [list(key) for key in self.keys], "postings": dict(self.postings)}

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of all words it holds."""
        return frozenset(term for term in self.postings if term[0] != IDEA and PAIR not in term)

    @cached_property
    def _long_roots(self) -> Mapping[str, list[str]]:
        """Roots long enough to be recognised when mistyped, by their first letter."""
        found: dict[str, list[str]] = {}
        for word in self.roots:
            if len(word) >= _SHORT and word.isalpha():
                found.setdefault(word[0], []).append(word)
        return found

    @cached_property
    def _weighed(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return {}

    def weights(self, term: str) -> tuple[tuple[int, int], ...]:
        """The place and weight of each document `term` stands in; empty when it stands in none."""
        found = self._weighed.get(term)
        if found is None:
            written = self.postings.get(term, "")
            pairs = [pair.split(":") for pair in written.split()]
            found = self._weighed[term] = tuple((int(place), int(weight)) for place, weight in pairs)
        return found

    def read(self, lexicon: Lexicon, question: str) -> tuple[Said, ...]:
        """The telling words of a question, each with the terms it comes down to."""
        full = list(lexicon.in_full(text.words(question)))
        roots = [lexicon.root(word) for _, word in full]
        said = []
        for place, (typed, word) in enumerate(full):
            ideas = tuple((f"{IDEA}{concept}", 1.0) for concept in lexicon.ideas(roots, place))
            found = () if word in lexicon.small else self._terms(lexicon, word, roots[place])
            parts = tuple(
                (f"{IDEA}{concept}", certainty)
                for term, certainty in found
                if term != roots[place]
                for concept in lexicon.concepts.get(term, ())
            )
            terms = dict((*parts, *ideas, *found))
            if terms or word not in lexicon.small:
                said.append(Said(typed=typed, terms=tuple(each for each in terms.items() if each[0] in self.postings)))
        return tuple(said)

    def _terms(self, lexicon: Lexicon, word: str, root: str) -> tuple[tuple[str, float], ...]:
        """The word itself where the index has it; else the words it is made of; else the one it looks like."""
        if root in self.roots or root in lexicon.concepts:
            return ((root, 1.0),)
        if parts := self._parts(lexicon, word):
            return tuple((part, 0.7) for part in parts)
        near = self._like(root)
        return ((near, 0.7),) if near else ()

    def _parts(self, lexicon: Lexicon, word: str) -> tuple[str, str] | None:
        """The two known words a compound is made of, the more even the better; None when it is none."""
        if len(word) < 7 or not word.isalpha():
            return None
        found: list[tuple[int, tuple[str, str]]] = []
        for cut in range(3, len(word) - 2):
            tail = lexicon.root(word[cut:])
            if tail not in self.roots:
                continue
            head = word[:cut]
            for link in ("", "s", "en", "e", "n"):
                front = head.removesuffix(link) if link else head
                if (front != head or not link) and len(front) >= 3 and lexicon.root(front) in self.roots:
                    found.append((min(len(front), len(word) - cut), (lexicon.root(front), tail)))
        return max(found)[1] if found else None

    def _like(self, root: str) -> str | None:
        """The known root that `root` is most likely a typing error of; None when none is near."""
        if len(root) < _SHORT or not root.isalpha():
            return None
        from rapidfuzz import distance, process

        least = 0.74 if len(root) < 8 else 0.78
        near = process.extractOne(
            root,
            self._long_roots.get(root[0], []),
            scorer=distance.OSA.normalized_similarity,
            score_cutoff=least,
        )
        return str(near[0]) if near else None

    def scores(self, said: Iterable[Said]) -> dict[int, float]:
        """The score of each document that a word of the question stands in, a term counted once."""
        row = list(said)
        certain = _certain(row)
        firsts = [next((term for term, _ in each.terms if term[0] != IDEA), None) for each in row]
        for first, second in pairwise(firsts):
            if first and second:
                certain[f"{first}{PAIR}{second}"] = _PAIR
        found = [0.0] * len(self.keys)
        for term, certainty in certain.items():
            for place, weight in self.weights(term):
                found[place] += certainty * weight
        return {place: score / _SCALE for place, score in enumerate(found) if score}

    def most(self, said: Iterable[Said], *, unknown: float) -> float:
        """The score of a document that had every word at its heaviest; `unknown` for a word that stands in none."""
        row = list(said)
        strange = unknown * sum(not each.known for each in row)
        return strange + sum(each * self.weights(term)[0][1] for term, each in _certain(row).items()) / _SCALE
