"""From a question as typed to the themes and aspects it may be about."""

from __future__ import annotations

import math
import operator
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.knowledge import Records
from inburgering_cop.model import Aspect, Theme
from inburgering_cop.search._explaining import WordMatch, met
from inburgering_cop.search._index import LANE, Index, Key, Scores
from inburgering_cop.search._leading import OUTSIDE, Leading
from inburgering_cop.search._naming import Names
from inburgering_cop.search._passages import ELSEWHERE, FIELD, PARTNER, REST, digest, documents, searched
from inburgering_cop.search._reading import Question, Reader, Said
from inburgering_cop.search._ready import Ready
from inburgering_cop.search._standing import Lines
from inburgering_cop.search._surfaces import Surfaces

_MOST, _FAR = 30, 8.0
_ENOUGH, _MORE, _FIELD, _OUTSIDE = 0.437, 0.223, 0.334, 0.57
_TOGETHER, _LEADING = 0.2, 2.5
_NEARLY = 0.75
_TELLING = 0.35
_NAMED = 2.0


@attrs.frozen(kw_only=True, repr=False)
class ThemeMatch:
    """A theme a question leads to.

    Attributes:
        theme: The theme.
        aspect: The side of it the question is about; None when it does not tell.
        score: How likely it is this theme and none of the others, 0 to 1.
        given: Whether the side was given, and not told from the question, so that what is about others is left out.
        sure: Whether no other side of the theme comes near.
        leaning: Where the side is not told, the ids of the sides it may be about, the likeliest first; None stands for
            the theme as a whole. Who settles the likeliest is named first.
        words: The words that led here; empty when the theme was given by id.
    """

    theme: Theme
    aspect: Aspect | None = None
    score: float
    given: bool = False
    sure: bool = True
    leaning: tuple[str | None, ...] = ()
    words: tuple[WordMatch, ...] = ()

    def __repr__(self) -> str:
        return f"<ThemeMatch {self.theme.id!r} {self.score:.2f}>"


@attrs.frozen(kw_only=True)
class Candidate:
    """A theme and aspect a question may be about.

    Attributes:
        theme: Id of the theme.
        aspect: Id of the aspect; None for the theme as a whole.
        points: What it scored; only the difference with another candidate of the same question tells something: the
            weight of a candidate is e to the power of its points.
        share: How much of the weight of all candidates is that of its theme, 0 to 1.
        named: Whether the question is a name of the theme, and this stands for it as a whole.
        sure: Whether no other side of its theme comes near.
        leaning: Where the side is not told, the sides it may be about, the likeliest first.
        settled: Id of the partner who settles it, where that is known beforehand.
    """

    theme: str
    aspect: str | None
    points: float
    share: float = 1.0
    named: bool = False
    sure: bool = False
    leaning: tuple[str | None, ...] = ()
    settled: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Inside:
    """The themes that stand in the ready index as they stand in the records, with their sides.

    Attributes:
        places: Their places in that index.
        themes: Takes what is theirs from what there is for each place of it.
        settling: Takes for each of them what is its partner's from what there is for each of `partners`.
        partners: For each partner that settles one the place of all it settles, and the place among whom words lead
            to, past the last where they lead to nobody of that name.
    """

    places: tuple[int, ...]
    themes: Callable[[Sequence[int]], Sequence[int]]
    settling: Callable[[Sequence[float]], Sequence[float]]
    partners: tuple[tuple[int, int], ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ThemeIndex:
    """The themes, ready to be matched with questions.

    Attributes:
        records: The records.
        themes: The themes a question can lead to, by id.
        ready: The index made beforehand, over the bundled themes and what lies outside the field.
        leading: To whom words lead, and whether out of the field.
        lines: In which texts of these themes terms first stand.
        settled: For each document of that index that is a theme or a side of it, the partner who settles it.
        own: The index over the themes that do not stand in it as they stand here; what was learnt of the bundled ones
            is not held of these.
        reader: Reads questions.
    """

    records: Records
    themes: Mapping[str, Theme]
    ready: Index
    leading: Leading
    lines: Lines
    settled: tuple[str | None, ...]
    own: Index
    reader: Reader

    @classmethod
    def of(cls, records: Records, *, bundled: bool = False) -> ThemeIndex:
        """The index over the themes of `records`; that of the bundled ones was made beforehand.

        Args:
            records: The records.
            bundled: Whether they are the bundled ones and nothing else, so that no theme need be compared.
        """
        made = Ready.read()
        known = made.index.rows.keys()
        themes = {theme.id: theme for theme in searched(records)}
        compared = () if bundled else themes.values()
        others = [theme for theme in compared if made.digests.get(theme.id) != digest(records, theme)]
        plain = attrs.evolve(made.index.terms, telling=())
        own = Index.of(made.lexicon, documents(records, others), letters=True, like=plain)
        return cls(
            records=records,
            themes=themes,
            ready=made.index,
            leading=made.leading,
            lines=made.lines,
            settled=made.settled,
            own=own,
            reader=Reader(lexicon=made.lexicon, terms=known | own.rows.keys() if own.rows else known),
        )

    def read(self, question: str) -> Question:
        """The telling words of `question`, and which words are neighbours in it."""
        return self.reader.read(question)

    def candidates(self, question: Question) -> tuple[Candidate, ...]:
        """The themes and aspects a question may be about, best first.

        Raises:
            NoMatchError: They are about something outside the field, or tell too little; the nearest themes are in it.
        """
        said = question.words
        asked = self.ready.asked(said)
        scores, leads = self.ready.scores(asked), self.leading.speaks(asked, question.pairs)
        inside = self._inside.themes(scores.lanes)
        best = self._found(said, scores, leads, inside)
        named = self._names.meant({key[0] for _, key in best}, said)
        enough = _ENOUGH + _MORE * math.log1p(len(said)) + _OUTSIDE * leads[self._led_outside]
        if (
            not asked
            or not best
            or best[0][0] <= 0
            or not (named or self._telling(best[0][1], said, asked, scores, inside) >= enough)
        ):
            every_one = self._found(said, scores, leads, inside, far=math.inf)
            nearest = dict.fromkeys(key[0] for points, key in every_one if points > 0)
            raise phrases.no_match(nearest=tuple(self._named(theme) for theme in list(nearest)[:3]))
        shares: Counter[str] = Counter()
        for points, (theme, _) in best:
            shares[theme] += math.exp(points - best[0][0])  # type: ignore[assignment]
        every = math.fsum(shares.values())
        return tuple(
            Candidate(
                theme=theme,
                aspect=part,
                points=points,
                share=shares[theme] / every,
                named=theme in named and part is None,
                settled=self._settled.get((theme, part)),
            )
            for points, (theme, part) in best
        )

    def _found(
        self,
        said: tuple[Said, ...],
        scores: Scores,
        leads: Sequence[float],
        inside: Sequence[int],
        *,
        far: float = _FAR,
    ) -> list[tuple[float, Key]]:
        """The themes and sides that score at most `far` less than the best, at most thirty, best first.

        What scores eight points less has a three-thousandth of the weight.
        """
        best = self._best(scores, leads, inside, far)
        own = self._own(best, scores, leads, said) if self.own.keys else []
        most = max((points for points, _ in (*best, *own)), default=0.0)
        near = [each for each in (*best, *own) if each[0] >= most - far]
        return sorted(near, key=operator.itemgetter(0), reverse=True)[:_MOST]

    def _best(
        self, scores: Scores, leads: Sequence[float], inside: Sequence[int], far: float
    ) -> list[tuple[float, Key]]:
        """The bundled themes and sides near the best, with what all that their partner settles scored together.

        How much the question speaks for that partner counts besides.
        """
        lanes, leading = scores.lanes, (*leads, 0.0)
        partly = [
            _TOGETHER * lanes[together] + _LEADING / LANE * leading[led_to]
            for together, led_to in self._inside.partners
        ]
        told = [*map(operator.add, inside, self._inside.settling(partly))]
        least = max(told, default=0.0) - far / LANE
        more = _TOGETHER * scores.points(0)
        return [(scores.points(each) + more, self._keys[at]) for at, each in enumerate(told) if each >= least]

    def _own(
        self, bundled: list[tuple[float, Key]], scores: Scores, leads: Sequence[float], said: tuple[Said, ...]
    ) -> list[tuple[float, Key]]:
        """One's own themes and sides; a theme the question names stands above the best of the bundled ones.

        It names one where all words of a name stand in it and are rare among the bundled texts.
        """
        leading = (*leads, 0.0)
        partners = self._inside.partners
        settling = (_TOGETHER * scores.of(place) + _LEADING * leading[led_to] for place, led_to in partners)
        most_settling = max(settling, default=0.0)
        points = self.own.scores(self.own.asked(said)).every()
        own = [(each + most_settling, key) for each, key in zip(points, self.own.keys, strict=True)]
        names = self._names.standing({key[0] for _, key in own}, said, rare=self.ready.terms.is_rare.__getitem__)
        best = max((points for points, _ in bundled), default=0.0)
        most = max((points for points, key in own if key[0] in names), default=best)
        more = max(0.0, best - most + _NAMED)
        return [(points + (more if key[0] in names else 0.0), key) for points, key in own]

    def _telling(
        self, best: Key, said: tuple[Said, ...], asked: Mapping[str, float], scores: Scores, inside: Sequence[int]
    ) -> float:
        """How much more speaks for any theme than for anything else, and for the field than for the rest.

        That is a share of all that is asked. What leads out of the field, as it was learnt, makes more be enough.

        What is enough was fitted (logistic regression) to questions for tuning and public ones: the more words there
        are, the more of them should be of the field.

        For a theme that is not bundled it is enough that nothing else scores much more, its own words left out.
        """
        if best in self.own.keys:
            points = max(self.own.scores(self.own.asked(said)).every())
            scores = self.ready.scores({term: each for term, each in asked.items() if term not in self.own.rows})
            return math.inf if points > _NEARLY * scores.points(max(scores.lanes[self._outside])) else -math.inf
        lanes = scores.lanes
        field, rest = map(lanes.__getitem__, self._field_and_rest)
        more = max(inside) - max(lanes[self._outside]) + _FIELD * (field - rest)
        return more * LANE / math.fsum(asked.values())

    @cached_property
    def _inside(self) -> _Inside:
        elsewhere = {name for name, _ in self.own.keys}
        together = {name: place for place, (name, _) in enumerate(self.ready.keys) if name.startswith(PARTNER)}
        led_to = {name: place for place, name in enumerate(self.leading.names)}
        places = tuple(
            place for place, (name, _) in enumerate(self.ready.keys) if name in self.themes and name not in elsewhere
        )
        partners = dict.fromkeys(str(self.settled[place]) for place in places)
        numbers = {partner: number for number, partner in enumerate(partners)}
        return _Inside(
            places=places,
            themes=_taking(places),
            settling=_taking(tuple(numbers[str(self.settled[place])] for place in places)),
            partners=tuple((together[f"{PARTNER}{each}"], led_to.get(each, len(led_to))) for each in partners),
        )

    @cached_property
    def _field_and_rest(self) -> tuple[int, int]:
        return self.ready.keys.index(FIELD), self.ready.keys.index(REST)

    @cached_property
    def _led_outside(self) -> int:
        return self.leading.names.index(OUTSIDE)

    @cached_property
    def _settled(self) -> dict[Key, str | None]:
        return {self.ready.keys[place]: self.settled[place] for place in self._inside.places}

    @cached_property
    def _keys(self) -> tuple[Key, ...]:
        """What is called what among the candidates: first those of `ready`, then those of `own`."""
        return (*(self.ready.keys[place] for place in self._inside.places), *self.own.keys)

    @cached_property
    def _outside(self) -> slice:
        """Places in `ready` of what lies outside the field, which stands together."""
        places = [place for place, key in enumerate(self.ready.keys) if key[0].startswith(ELSEWHERE)]
        return slice(places[0], places[-1] + 1)

    @cached_property
    def _names(self) -> Names:
        return Names(self.reader.lexicon, self.themes)

    def _named(self, theme: str) -> tuple[str, str, str]:
        label = self.themes[theme].label
        return theme, label.nl, label.get("en")

    def match(self, candidate: Candidate, question: Question) -> ThemeMatch:
        """The candidate as a match, with the words that led to it."""
        theme = self.themes[candidate.theme]
        aspect = next((each for each in theme.aspects if each.id == candidate.aspect), None)
        words = met(self.surfaces.of(theme, candidate.aspect), self._telling_words(candidate, question.words))
        return ThemeMatch(
            theme=theme,
            aspect=aspect,
            score=round(candidate.share, 4),
            sure=candidate.sure,
            leaning=candidate.leaning,
            words=words,
        )

    def _telling_words(self, candidate: Candidate, said: tuple[Said, ...]) -> Iterator[tuple[str, Iterable[str]]]:
        """The words that led to the candidate: those that tell much less for it than the others are left out.

        Of what a word comes down to, what stands in no text of the candidate is left out too.
        """
        key = (candidate.theme, candidate.aspect)
        index = self.own if key in self.own.keys else self.ready
        is_rare = self.ready.terms.is_rare
        told = [index.told(key, each.comes_to) for each in said]
        rare = [
            max(compress(points, map(is_rare.__getitem__, each.comes_to)), default=0)
            for each, points in zip(said, told, strict=True)
        ]
        least = _TELLING * max(rare, default=0)
        for each, points, most in zip(said, told, rare, strict=True):
            if most >= least and each.letters:
                yield each.typed, compress(each.comes_to, points)

    @cached_property
    def surfaces(self) -> Surfaces:
        """Where the terms of the themes stand."""
        return Surfaces(
            records=self.records,
            lexicon=self.reader.lexicon,
            lines=self.lines,
            documents={place: self.ready.keys[place] for place in self._inside.places},
        )


def _taking(places: Sequence[int]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Takes what stands at these places of a sequence, in this order: many at once, which is what takes time here."""
    return operator.itemgetter(*places) if len(places) > 1 else lambda every: [every[place] for place in places]
