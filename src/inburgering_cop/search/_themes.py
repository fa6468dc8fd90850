"""From a question as typed to the themes and aspects it may be about."""

from __future__ import annotations

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs

from inburgering_cop import phrases, text
from inburgering_cop.knowledge import Records
from inburgering_cop.model import Aspect, Theme
from inburgering_cop.search._explaining import Standing, WordMatch, met, standing
from inburgering_cop.search._index import IDEA, Index, Key, Said, terms_of
from inburgering_cop.search._lexicon import Lexicon, resource

LONGEST_QUESTION = 2_000
_ELSEWHERE = "~"
_LEAST = 2.5
_MARGIN = 1.0
_FEW = 2
_FEW_MORE = 1.25
_UNKNOWN = 5.0
_MOST = 15
_SHARED = 0.15
_WEIGHTS = {"label": 1.5, "other_names": 1.5, "definition": 1.0, "aspects": 1.5, "asked_as": 1.0}


@attrs.frozen(kw_only=True, repr=False)
class ThemeMatch:
    """A theme a question leads to.

    Attributes:
        theme: The theme.
        aspect: The side of it the question is about; None when it does not tell.
        score: How much of what the question says this one accounts for, 0 to 1.
        words: The words that led here; empty when the theme was given by id.
    """

    theme: Theme
    aspect: Aspect | None = None
    score: float
    words: tuple[WordMatch, ...] = ()

    def __repr__(self) -> str:
        return f"<ThemeMatch {self.theme.id!r} {self.score:.2f}>"


@attrs.frozen(kw_only=True)
class Candidate:
    """A theme and aspect a question may be about.

    Attributes:
        theme: Id of the theme.
        aspect: Id of the aspect; None for the theme as a whole.
        points: What it scored; only the difference with another candidate of the same question tells something.
        named: Whether the question is a name of the theme, and this stands for it as a whole.
    """

    theme: str
    aspect: str | None
    points: float
    named: bool = False


@attrs.frozen(kw_only=True)
class _Passage:
    """A text of a theme, the aspect it stands with, and how much it tells."""

    aspect: str | None
    field: str
    text: str
    weight: float

    @property
    def pairs(self) -> bool:
        """Whether the order of its words tells something: in a name it does."""
        return self.field.endswith(("label.nl", "label.en", "other_names"))


def _passages(theme: Theme) -> Iterable[_Passage]:
    """The texts of a theme, those that tell most first."""

    def named(field: str, texts: Iterable[str | None], weight: float, aspect: str | None = None) -> Iterable[_Passage]:
        return (_Passage(aspect=aspect, field=field, text=each, weight=weight) for each in texts if each)

    yield from named("label.nl", [theme.label.nl], _WEIGHTS["label"])
    yield from named("label.en", [theme.label.en], _WEIGHTS["label"])
    yield from named("other_names", theme.other_names, _WEIGHTS["other_names"])
    for aspect in theme.aspects:
        yield from named("aspects.label.nl", [aspect.label.nl], _WEIGHTS["aspects"], aspect.id)
        yield from named("aspects.label.en", [aspect.label.en], _WEIGHTS["aspects"], aspect.id)
        yield from named("aspects.other_names", aspect.other_names, _WEIGHTS["aspects"], aspect.id)
    yield from named("asked_as", theme.asked_as, _WEIGHTS["asked_as"])
    for aspect in theme.aspects:
        yield from named("aspects.asked_as", aspect.asked_as, _WEIGHTS["asked_as"], aspect.id)
    yield from named("definition.nl", [theme.definition.nl], _WEIGHTS["definition"])
    yield from named("definition.en", [theme.definition.en], _WEIGHTS["definition"])


def _searched(records: Records) -> Iterable[Theme]:
    """The themes a question can lead to: all but those that only group others."""
    grouping = {theme.broader for theme in records.themes.values()}
    return (
        theme for theme in records.themes.values() if theme.id not in grouping or records.responsibilities_on(theme.id)
    )


def _shared(parts: Mapping[str | None, Counter[str]]) -> Mapping[str | None, Counter[str]]:
    """Each part of a theme with a little of the others: what is asked of one side is asked of the theme."""
    total: Counter[str] = Counter()
    for counts in parts.values():
        total.update(counts)
    others = max(1, len(parts) - 1)
    return {
        part: Counter({term: counts[term] + _SHARED * (total[term] - counts[term]) / others for term in total})
        for part, counts in parts.items()
    }


def _weighed(lexicon: Lexicon, passages: Iterable[_Passage]) -> Mapping[str | None, Counter[str]]:
    parts: dict[str | None, Counter[str]] = {None: Counter()}
    for passage in passages:
        counts = parts.setdefault(passage.aspect, Counter())
        for term, weight in terms_of(lexicon, passage.text, pairs=passage.pairs):
            counts[term] += passage.weight * weight  # type: ignore[assignment]
    return parts


def _phrased(theme: Theme) -> bool:
    """Whether it is known how people put it; of a theme without, its names must be enough."""
    return bool(theme.asked_as) or any(aspect.asked_as for aspect in theme.aspects)


def _name_terms(lexicon: Lexicon, theme: Theme) -> Iterable[str]:
    names = (theme.label.nl, theme.label.get("en"), *theme.other_names)
    return (term for name in names for term, _ in terms_of(lexicon, name, pairs=False))


def built(records: Records, lexicon: Lexicon) -> Index:
    """The index over the themes of `records`, and over what lies outside the field."""
    documents: dict[Key, Mapping[str, float]] = {}
    for theme in _searched(records):
        for part, counts in _shared(_weighed(lexicon, _passages(theme))).items():
            documents[theme.id, part] = counts
    own = {term for theme in _searched(records) if not _phrased(theme) for term in _name_terms(lexicon, theme)}
    for topic, said in resource("elsewhere.json").items():
        passages = [_Passage(aspect=None, field="words", text=each, weight=3.0) for each in said["words"]] + [
            _Passage(aspect=None, field="asked_as", text=each, weight=1.0) for each in said["asked_as"]
        ]
        counts = _weighed(lexicon, passages)[None]
        documents[f"{_ELSEWHERE}{topic}", None] = {term: count for term, count in counts.items() if term not in own}
    return Index.of(documents)


def fingerprint(records: Records) -> str:
    """What the texts of all themes come down to, so that an index made ready is only used for the texts it is of."""
    seen = hashlib.sha256()
    for theme in _searched(records):
        for passage in _passages(theme):
            seen.update(f"{theme.id}|{passage.aspect}|{passage.field}|{passage.text}\n".encode())
    return seen.hexdigest()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ThemeIndex:
    """The themes, ready to be matched with questions.

    Attributes:
        themes: The themes by id.
        lexicon: What is known of words.
        index: The terms of every theme and aspect, and of topics outside the field.
    """

    themes: Mapping[str, Theme]
    lexicon: Lexicon
    index: Index

    @classmethod
    def of(cls, records: Records) -> ThemeIndex:
        """The index over the themes of `records`; that of the bundled ones was made ready beforehand."""
        ready: dict[str, Any] = resource("ready.json")
        lexicon = Lexicon.ready(ready["lexicon"])
        same = ready["fingerprint"] == fingerprint(records)
        index = Index.ready(ready["index"]) if same else built(records, lexicon)
        return cls(themes=dict(records.themes), lexicon=lexicon, index=index)

    def read(self, question: str) -> tuple[Said, ...]:
        """The telling words of `question`."""
        return self.index.read(self.lexicon, question)

    def candidates(self, said: tuple[Said, ...]) -> tuple[Candidate, ...]:
        """The themes and aspects the words may be about, best first.

        Raises:
            NoMatchError: They are about something outside the field, or tell too little; the nearest themes are in it.
        """
        scores = self.index.scores(said)
        first = self._first_outside
        outside = max((score for place, score in scores.items() if place >= first), default=0.0)
        ranked = ((-score, place) for place, score in scores.items() if place < first)
        inside = [place for _, place in heapq.nsmallest(_MOST, ranked)]
        named = {place for place in inside if self._is_named(self.index.keys[place][0], said)}
        if not inside or scores[inside[0]] < max(_LEAST, 0.0 if named else self._doubtful(said, outside)):
            nearest = dict.fromkeys(self.index.keys[place][0] for place in inside)
            raise phrases.no_match(nearest=tuple(self._named(theme) for theme in list(nearest)[:3]))
        return tuple(self._candidate(place, scores[place], named=place in named) for place in inside)

    def _doubtful(self, said: tuple[Said, ...], outside: float) -> float:
        """The score below which a question is rather about what scored `outside`.

        A few words alone tell little of what they are about, and who asks here mostly asks about the field.
        """
        return outside / _FEW_MORE if len(said) <= _FEW else outside + _MARGIN

    def _candidate(self, place: int, points: float, *, named: bool) -> Candidate:
        theme, part = self.index.keys[place]
        return Candidate(theme=theme, aspect=part, points=points, named=named and part is None)

    @cached_property
    def _named_roots(self) -> dict[str, tuple[frozenset[str], ...]]:
        return {}

    def _is_named(self, theme: str, said: tuple[Said, ...]) -> bool:
        """Whether the question is a whole name of the theme and nothing more: then it is about nothing else."""
        names = self._named_roots.get(theme)
        if names is None:
            record = self.themes[theme]
            written = (record.label.nl, record.label.get("en"), *record.other_names)
            roots = (
                frozenset(
                    self.lexicon.root(full)
                    for _, full in self.lexicon.in_full(text.words(name))
                    if full not in self.lexicon.small
                )
                for name in written
            )
            names = self._named_roots[theme] = tuple(name for name in roots if name)
        telling = [each for each in said if any(term[0] != IDEA for term, _ in each.terms) or not each.known]
        typed = [{term for term, _ in each.terms} for each in telling]
        return any(name <= set().union(*typed) and all(name & terms for terms in typed) for name in names)

    @cached_property
    def _first_outside(self) -> int:
        """The place of the first document that is about something outside the field; they all stand last."""
        names = [name.startswith(_ELSEWHERE) for name, _ in self.index.keys]
        return names.index(True) if True in names else len(names)

    def _named(self, theme: str) -> tuple[str, str, str]:
        label = self.themes[theme].label
        return theme, label.nl, label.get("en")

    def match(self, candidate: Candidate, said: tuple[Said, ...]) -> ThemeMatch:
        """The candidate as a match, with the words that led to it."""
        theme = self.themes[candidate.theme]
        aspect = next((each for each in theme.aspects if each.id == candidate.aspect), None)
        ideal = self.index.most(said, unknown=_UNKNOWN)
        return ThemeMatch(
            theme=theme,
            aspect=aspect,
            score=round(min(1.0, candidate.points / ideal), 4) if ideal else 0.0,
            words=met(self._standing(theme, candidate.aspect), said),
        )

    @cached_property
    def _surfaces(self) -> dict[Key, Standing]:
        return {}

    def _standing(self, theme: Theme, aspect: str | None) -> Standing:
        """For each term of a theme and one aspect of it, the word it stands as and the field that has it."""
        found = self._surfaces.get((theme.id, aspect))
        if found is None:
            texts = ((each.field, each.text) for each in _passages(theme) if each.aspect in {None, aspect})
            found = self._surfaces[theme.id, aspect] = standing(self.lexicon, texts)
        return found


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
