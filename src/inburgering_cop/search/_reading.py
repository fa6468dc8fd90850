"""What a text comes down to: roots, the ideas behind them, and the letters words are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from functools import cached_property, lru_cache
from itertools import pairwise

import attrs

from inburgering_cop import text
from inburgering_cop.search._lexicon import Lexicon

IDEA, LETTERS = "@", "#"
_GRAM = 4
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
_SHORT = 4
_LESS_CERTAIN = 0.7
_REMEMBERED = 10_000
Terms = tuple[tuple[str, float], ...]


@attrs.frozen(kw_only=True)
class Said:
    """One word of a question.

    Attributes:
        typed: The word as typed.
        terms: What it comes down to among the words known, each with how certain that is (1: the word itself): words
            before ideas, the surest first.
        letters: The runs of letters in it, which words of one family share.
        comes_to: The terms alone.
    """

    typed: str
    terms: Terms
    letters: tuple[str, ...] = ()
    comes_to: tuple[str, ...] = attrs.field(
        init=False, default=attrs.Factory(lambda self: tuple(term for term, _ in self.terms), takes_self=True)
    )

    @property
    def known(self) -> bool:
        """Whether any text has a word that answers to it."""
        return bool(self.terms)


@attrs.frozen(kw_only=True)
class Question:
    """A question as it was read.

    Attributes:
        words: Its telling words.
        pairs: The roots of all its words, the small ones too, each with the next; its ends count as words.
    """

    words: tuple[Said, ...]
    pairs: tuple[str, ...] = ()


@lru_cache(_REMEMBERED)
def letters_of(word: str) -> tuple[str, ...]:
    """The runs of four letters in a word, its ends marked."""
    whole = f"_{word}_"
    return tuple(f"{LETTERS}{whole[at : at + _GRAM]}" for at in range(len(whole) - _GRAM + 1))


def pairs_of(roots: Iterable[str]) -> tuple[str, ...]:
    """Each root with the next one, between a beginning and an end."""
    return tuple(f"{first} {second}" for first, second in pairwise(("^", *roots, "$")))


def terms_of(lexicon: Lexicon, written: str) -> tuple[list[str], list[str]]:
    """The terms of a text: its roots, in Dutch too, and ideas; and the letters of its telling words."""
    full = [each for _, each in lexicon.in_full(text.words(written))]
    roots = [lexicon.root(each) for each in full]
    telling = [(root, word) for root, word in zip(roots, full, strict=True) if word not in lexicon.small]
    ideas = [
        f"{IDEA}{concept}"
        for place, word in enumerate(full)
        for concept in lexicon.ideas(roots, place, alone=word not in lexicon.small)
    ]
    in_dutch = [root for _, word in telling for root in lexicon.in_dutch(word)]
    return [*(root for root, _ in telling), *in_dutch, *ideas], [run for _, word in telling for run in letters_of(word)]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reader:
    """Reads questions, knowing which words there are.

    Attributes:
        lexicon: What is known of words.
        terms: The terms of all texts that can be found.
    """

    lexicon: Lexicon
    terms: Set[str]

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        return {}

    def _starting(self, letter: str) -> list[str]:
        """Roots with this first letter that are long enough to be recognised when mistyped."""
        found = self._by_letter.get(letter)
        if found is None:
            every = (word for word in self.terms if word[0] == letter)
            found = self._by_letter[letter] = [word for word in every if len(word) >= _SHORT and word.isalpha()]
        return found

    def read(self, question: str) -> Question:
        """The telling words of a question, each with the terms it comes down to; markup around them is left out."""
        full = list(self.lexicon.in_full(text.words(_MARKUP.sub(" ", question))))
        roots = [self.lexicon.root(word) for _, word in full]
        said = []
        for place, (typed, word) in enumerate(full):
            small = word in self.lexicon.small
            ideas = [f"{IDEA}{concept}" for concept in self.lexicon.ideas(roots, place, alone=not small)]
            if small and not ideas:
                continue
            found, parts = ((), ()) if small else self._remembered(word, roots[place])
            terms = dict(found) | {idea: 1.0 for idea in ideas if idea in self.terms}
            terms |= {term: certainty for term, certainty in parts if term not in terms}
            said.append(Said(typed=typed, terms=tuple(terms.items()), letters=() if small else letters_of(word)))
        return Question(words=tuple(said), pairs=pairs_of(roots))

    @cached_property
    def _remembered(self) -> Callable[[str, str], tuple[Terms, Terms]]:
        return lru_cache(_REMEMBERED)(self._coming_to)

    def _coming_to(self, word: str, root: str) -> tuple[Terms, Terms]:
        """The known words that a word comes down to, and the known ideas of those that are not its own root."""
        found = self._words(word, root)
        others = ((term, certainty) for term, certainty in found if term != root)
        ideas = (
            (f"{IDEA}{concept}", certainty) for term, certainty in others for concept in self.lexicon.ideas([term], 0)
        )
        return self._known(found), self._known(ideas)

    def _known(self, terms: Iterable[tuple[str, float]]) -> Terms:
        return tuple(each for each in terms if each[0] in self.terms)

    def _words(self, word: str, root: str) -> Terms:
        """The word itself where known, with what it is in Dutch; else what it is made of; else one it looks like."""
        itself = ((root, 1.0),) if root in self.terms or self.lexicon.concepts.get(root) else ()
        in_dutch = tuple((each, _LESS_CERTAIN) for each in self.lexicon.in_dutch(word) if each != root)
        if itself or in_dutch:
            return (*itself, *in_dutch)
        if parts := self._parts(word):
            return tuple((part, _LESS_CERTAIN) for part in parts)
        near = self._like(root)
        return ((near, _LESS_CERTAIN),) if near else ()

    def _parts(self, word: str) -> tuple[str, str] | None:
        """The two known words a compound is made of, the more even the better; None when it is none."""
        if len(word) < 7 or not word.isalpha():
            return None
        found: list[tuple[int, tuple[str, str]]] = []
        for cut in range(3, len(word) - 2):
            tail = self.lexicon.root(word[cut:])
            if tail not in self.terms:
                continue
            head = word[:cut]
            for link in ("", "s", "en", "e", "n"):
                front = head.removesuffix(link) if link else head
                if (front != head or not link) and len(front) >= 3 and self.lexicon.root(front) in self.terms:
                    found.append((min(len(front), len(word) - cut), (self.lexicon.root(front), tail)))
        return max(found)[1] if found else None

    def _like(self, root: str) -> str | None:
        """The known root that `root` is most likely a typing error of; None when none is near."""
        if len(root) < _SHORT or not root.isalpha():
            return None
        from rapidfuzz import distance, process

        near = process.extractOne(
            root,
            self._starting(root[0]),
            scorer=distance.OSA.normalized_similarity,
            score_cutoff=0.74 if len(root) < 8 else 0.78,
        )
        return str(near[0]) if near else None
