"""What words stand for: shorthand in full, forms that follow no rule, and the ideas words share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from importlib.resources import files
from typing import Any

import attrs

from inburgering_cop import text
from inburgering_cop.search import _dutch


def resource(name: str) -> Any:
    """The JSON value of a file of this room."""
    return json.loads((files("inburgering_cop") / "search" / name).read_text(encoding="utf-8"))


def _bare(words: str) -> tuple[str, ...]:
    return tuple(bare for _, bare in text.words(words))


_TO, _IN_ORDER = "te", "om"
_FAR = 8
_REMEMBERED = 50_000
_OPENS = frozenset(
    (
        *(
            "als",
            "bij",
            "dan",
            "die",
            "en",
            "hoe",
            "is",
            "kan",
            "maar",
            "mag",
            "met",
            "moet",
            "na",
            "of",
            "om",
            "omdat",
        ),
        *("op", "per", "tot", "via", "voor", "waar", "wanneer", "want", "wat", "wie", "zonder"),
    )
)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Lexicon:
    """The words this library knows more of than how they are written.

    Attributes:
        small: Words that tell nothing about the subject.
        shorthand: What is typed at a desk, and the words it stands for.
        irregular: Forms that follow no rule, and the word they belong to.
        concepts: For the root of a word, and for those of an expression joined by spaces, the names of the ideas it
            belongs to, joined likewise; empty for what an expression only begins with.
        english: For an English word, the roots of the Dutch words it stands for, joined by spaces.
        separable: For the part of a verb that can stand apart, the roots of the verbs it belongs to.
    """

    small: frozenset[str]
    shorthand: Mapping[str, Sequence[str]]
    irregular: Mapping[str, str]
    concepts: Mapping[str, str]
    english: Mapping[str, str] = attrs.field(factory=dict)
    separable: Mapping[str, frozenset[str]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, written: Mapping[str, Any]) -> Lexicon:
        """The lexicon from the lists as people keep them (`lexicon.json`)."""
        irregular = {form: word for word, forms in written["irregular"].items() for form in (word, *forms)}
        concepts: dict[str, dict[str, None]] = {}
        for concept, words in written["concepts"].items():
            for word in words:
                roots = [_dutch.root(bare, irregular) for bare in _bare(word)]
                for length in range(1, len(roots)):
                    concepts.setdefault(" ".join(roots[:length]), {})
                concepts.setdefault(" ".join(roots), {})[concept] = None
        return cls(
            small=frozenset(written["small"]),
            shorthand={key: _bare(full) for key, full in written["shorthand"].items()},
            irregular=irregular,
            concepts={roots: " ".join(named) for roots, named in sorted(concepts.items())},
            english={
                word: " ".join(dict.fromkeys(_dutch.root(bare, irregular) for each in dutch for bare in _bare(each)))
                for word, dutch in written.get("english", {}).items()
            },
            separable={
                part: frozenset(_dutch.root(verb, irregular) for verb in verbs)
                for part, verbs in written.get("separable", {}).items()
            },
        )

    @classmethod
    def ready(cls, value: Mapping[str, Any]) -> Lexicon:
        """The lexicon from what `as_ready` made of it."""
        separable = {part: frozenset(verbs) for part, verbs in value["separable"].items()}
        return cls(**{**value, "small": frozenset(value["small"]), "separable": separable})

    def as_ready(self) -> dict[str, Any]:
        """Plain JSON values that `ready` reads without further work."""
        return {
            "small": sorted(self.small),
            "shorthand": dict(sorted(self.shorthand.items())),
            "irregular": dict(sorted(self.irregular.items())),
            "concepts": self.concepts,
            "english": self.english,
            "separable": {part: sorted(verbs) for part, verbs in self.separable.items()},
        }

    @cached_property
    def root(self) -> Callable[[str], str]:
        """The root of a word in lower case and without accents."""
        return lru_cache(_REMEMBERED)(partial(_dutch.root, irregular=self.irregular))

    def in_full(self, words: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
        """Each word as typed, with each word it stands for in lower case.

        A verb has its part back that stood apart: `in te burgeren` is inburgeren, and `vraag ... aan` is aanvraag where
        that ends its clause.
        """
        full = [(typed, each) for typed, bare in words for each in self.shorthand.get(bare, (bare,))]
        gone: set[int] = set()
        for place, (_, part) in enumerate(full):
            verb = self._verb_of(part, place, full) if part in self.separable else None
            if verb is not None and verb not in gone:
                gone |= {place, place + 1} if verb > place else {place}
                full[verb] = (full[verb][0], part + full[verb][1])
        return [each for place, each in enumerate(full) if place not in gone]

    def _verb_of(self, part: str, place: int, full: Sequence[tuple[str, str]]) -> int | None:
        """The place of the verb that `part`, which stands at `place`, has parted from; None where it has not."""
        verbs = self.separable[part]
        if len(full) > place + 2 and full[place + 1][1] == _TO:
            return place + 2 if part != _IN_ORDER or self.root(full[place + 2][1]) in verbs else None
        if len(full) > place + 1 and full[place + 1][1] not in _OPENS:
            return None
        before = range(place - 1, max(-1, place - 1 - _FAR), -1)
        return next((verb for verb in before if self.root(full[verb][1]) in verbs), None)

    def in_dutch(self, word: str) -> list[str]:
        """The roots of the Dutch words that an English one stands for; none for a word of another language."""
        return self.english.get(word, "").split()

    def ideas(self, roots: Sequence[str], place: int, *, alone: bool = True) -> Iterable[str]:
        """The ideas that the word at `place` among `roots` belongs to.

        They are those of the expressions it starts, and its own when it counts `alone`, as a small word does not.
        """
        key = roots[place]
        named = self.concepts.get(key)
        while named is not None:
            if alone:
                yield from named.split()
            alone, place = True, place + 1
            key = f"{key} {roots[place]}" if place < len(roots) else ""
            named = self.concepts.get(key)
