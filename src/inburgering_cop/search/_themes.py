"""Matching a question as typed with the labels and other names of themes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable

import attrs

from inburgering_cop import phrases, text
from inburgering_cop.knowledge import Records
from inburgering_cop.model import Aspect, Theme

LONGEST_QUESTION = 2_000
_SMALL_WORDS = frozenset(
    text.normalise(
        "aan al als bij d dan dat de der des deze die dit door een en er haar heb heeft het hij hoe hun "
        "iemand ik in is je kan kun kunnen maar me mee met mij mijn moet moeten na naar nog of om onze "
        "ons ook op over s t te tegen tot u uit uw van voor waar waarom wanneer was wat we wel welk welke wie "
        "wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou a an and are at by can do does for from "
        "has have he her his how i if it my on or our she should the their they this to what when where which "
        "who with you your "
    ).split()
)


@attrs.frozen(kw_only=True)
class WordMatch:
    """One word of the question that led to a theme.

    Attributes:
        typed: The word as typed.
        matched: The label or other name it belongs to.
        field: Where that stands in the theme: label.nl, label.en or other_names.
    """

    typed: str
    matched: str
    field: str


@attrs.frozen(kw_only=True, repr=False)
class ThemeMatch:
    """A theme a question leads to.

    Attributes:
        theme: The theme.
        aspect: The side of it the question is about; None when it does not tell.
        score: How much of what the question says about themes this one accounts for, 0 to 1.
        words: The words that led here; empty when the theme was given by id.
    """

    theme: Theme
    aspect: Aspect | None = None
    score: float
    words: tuple[WordMatch, ...] = ()

    def __repr__(self) -> str:
        return f"<ThemeMatch {self.theme.id!r} {self.score:.2f}>"


@attrs.frozen(kw_only=True)
class _Name:
    """One label or other name of a theme, and the words of it that carry meaning."""

    theme: str
    field: str
    written: str
    words: frozenset[str]


def _names(theme: Theme) -> Iterable[_Name]:
    written = [("label.nl", theme.label.nl), ("label.en", theme.label.en or "")]
    written += [("other_names", name) for name in theme.other_names]
    for field, name in written:
        words = frozenset(bare for _, bare in text.words(name)) - _SMALL_WORDS
        if words:
            yield _Name(theme=theme.id, field=field, written=name, words=words)


def _aspect_names(theme: Theme) -> Iterable[tuple[Aspect, frozenset[str]]]:
    for aspect in theme.aspects:
        for name in (aspect.label.nl, aspect.label.en or "", *aspect.other_names):
            words = frozenset(bare for _, bare in text.words(name)) - _SMALL_WORDS
            if words:
                yield aspect, words


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ThemeIndex:
    """The names of all themes, ready to be matched.

    Attributes:
        themes: The themes by id.
        aspects: Of each theme that has aspects, the words of their names.
        names: Every label and other name.
        weights: How telling a word is: the fewer themes have it, the more (1 + ln(themes / themes with it)).
    """

    themes: dict[str, Theme]
    aspects: dict[str, tuple[tuple[Aspect, frozenset[str]], ...]]
    names: tuple[_Name, ...]
    weights: dict[str, float]

    @classmethod
    def of(cls, records: Records) -> ThemeIndex:
        """The index over the themes of `records`."""
        names = tuple(name for theme in records.themes.values() for name in _names(theme))
        spread = Counter(word for _, word in {(name.theme, word) for name in names for word in name.words})
        weights = {word: 1 + math.log(len(records.themes) / count) for word, count in spread.items()}
        aspects = {theme.id: tuple(_aspect_names(theme)) for theme in records.themes.values() if theme.aspects}
        return cls(themes=dict(records.themes), aspects=aspects, names=names, weights=weights)

    def match(self, question: str) -> tuple[ThemeMatch, ...]:
        """The themes of which a whole label or other name stands in `question`, best first.

        A theme's score is the weight of the words its names account for, divided by the weight of all words of the
        question that any theme knows.

        Raises:
            NoMatchError: No whole name of any theme stands in the question; the nearest themes are in the message.
        """
        said = dict.fromkeys(bare for _, bare in text.words(question))
        typed = {bare: word for word, bare in text.words(question) if bare in self.weights}
        found: dict[str, dict[str, WordMatch]] = {}
        for name in sorted(self.names, key=lambda name: -len(name.words)):
            if name.words <= typed.keys():
                words = found.setdefault(name.theme, {})
                for bare in sorted(name.words):
                    words.setdefault(bare, WordMatch(typed=typed[bare], matched=name.written, field=name.field))
        if not found:
            raise phrases.no_match(nearest=self._nearest(typed or self._alike(said)))
        known = self._weight(typed)
        matches = [
            ThemeMatch(
                theme=self.themes[theme],
                aspect=self._aspect(theme, said.keys()),
                score=round(self._weight(words) / known, 4),
                words=tuple(words[bare] for bare in typed if bare in words),
            )
            for theme, words in found.items()
        ]
        return tuple(sorted(matches, key=lambda match: (-match.score, match.theme.id)))

    def _aspect(self, theme: str, said: Collection[str]) -> Aspect | None:
        """The aspect of which the longest name stands in the question; None when none does, or several tie."""
        fitting = [(len(words), aspect) for aspect, words in self.aspects.get(theme, ()) if words <= set(said)]
        longest = max((size for size, _ in fitting), default=0)
        best = {aspect.id: aspect for size, aspect in fitting if size == longest}
        return next(iter(best.values())) if len(best) == 1 else None

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum(self.weights[word] for word in words)

    def _alike(self, words: Iterable[str]) -> set[str]:
        """The words themes know that look most like `words`; short ones look like anything, so they do not count."""
        known = tuple(word for word in self.weights if len(word) > 3)
        return {near for word in words if len(word) > 3 for near in text.nearest(word, known, most=1)}

    def _nearest(self, typed: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
        """Id and labels of the three themes that share the most telling words with the question."""
        shared: dict[str, float] = {}
        for name in self.names:
            weight = self._weight(name.words.intersection(typed))
            shared[name.theme] = max(shared.get(name.theme, 0.0), weight)
        best = sorted((theme for theme in shared if shared[theme]), key=lambda theme: (-shared[theme], theme))[:3]
        return tuple((theme, self.themes[theme].label.nl, self.themes[theme].label.get("en")) for theme in best)


def screened(question: str) -> str:
    """`question` as it is worked with: line breaks and tabs as spaces, soft hyphens gone.

    Raises:
        TextRefusedError: It is blank, longer than 2,000 characters, holds a control character, or holds a number that
            can be a BSN. The text itself is not in the error.
    """
    if not isinstance(question, str) or not text.plain(question):
        raise phrases.refused("blank")
    if len(question) > LONGEST_QUESTION:
        raise phrases.refused("too-long")
    if text.control_character(question):
        raise phrases.refused("control-character")
    if text.holds_bsn(question):
        raise phrases.refused("bsn")
    return text.plain(question)
