"""Which of the themes a question may be about: the one whose neighbours lead to the same partner.

Our choice, measured on the questions in tests/benchmarks: themes that lie close to each other often leave the same
partner competent, so that they strengthen each other where the words alone do not decide.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import attrs

from inburgering_cop.keten.escalation import competent
from inburgering_cop.knowledge import Records
from inburgering_cop.model import PartnerType
from inburgering_cop.search import Candidate

_CLOSE = 0.04
_LIKELY = 0.5
_SURE = 0.9
_NEARLY_ALL = 0.95
_TIED = 0.6
_MOST = 4


class Roles:
    """Who is competent on a theme and aspect, remembered."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._known: dict[tuple[str, str | None], str] = {}

    def settling(self, candidate: Candidate) -> str:
        """Who is competent on the candidate, as it was known beforehand or else as it is found now."""
        return candidate.settled or self.of(candidate.theme, candidate.aspect)

    def of(self, theme: str, aspect: str | None) -> str:
        """The role named first; functions inside a gemeente count as the gemeente."""
        role = self._known.get((theme, aspect))
        if role is None:
            partner = self._records.partners[competent(self._records, theme, aspect)]
            inside = partner.type is PartnerType.FUNCTION and partner.part_of is not None
            role = self._known[theme, aspect] = str(partner.part_of) if inside else partner.id
        return role


def agreed(roles: Roles, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidate the question is about, then those it may be about instead: other themes that come close.

    A question that is the name of a theme is about that theme, as a whole; where nearly all the weight of its sides
    leads to one partner, as for the name of an organisation, who settles these stands first. Else the partner most of
    the weight leads to is taken, of the themes that lead to it the one with most of the weight, and the best of its
    sides; or the theme as a whole where that side is not likely. Only a side that has nearly all the weight of its
    theme is sure.
    """
    ranked = tuple(candidates)
    named = next((each for each in ranked if each.named), None)
    first = _whole(roles, named, ranked) if named else _sided(_weighed(roles, ranked), ranked)
    others: dict[str, Candidate] = {}
    for each in ranked:
        if each.theme != first.theme and each.share >= _CLOSE * first.share:
            others.setdefault(each.theme, each)
    return (first, *list(others.values())[:_MOST])


def _weight(candidate: Candidate, ranked: tuple[Candidate, ...]) -> float:
    return math.exp(candidate.points - ranked[0].points)


def _weighed(roles: Roles, ranked: tuple[Candidate, ...]) -> Candidate:
    """The best of the theme most of the weight leads to, among those of the partner most of the weight leads to."""
    weight: Counter[str] = Counter()
    of_theme: Counter[tuple[str, str]] = Counter()
    for each in ranked:
        role, share = roles.settling(each), _weight(each, ranked)
        weight[role] += share  # type: ignore[assignment]
        of_theme[role, each.theme] += share  # type: ignore[assignment]
    chosen = max(weight, key=lambda role: weight[role])
    theme = max((key for key in of_theme if key[0] == chosen), key=lambda key: of_theme[key])[1]
    return next(each for each in ranked if each.theme == theme and roles.settling(each) == chosen)


def _whole(roles: Roles, named: Candidate, ranked: tuple[Candidate, ...]) -> Candidate:
    """The theme that is named; with the side that is meant most where nearly all its weight leads to one partner."""
    own = tuple(each for each in ranked if each.theme == named.theme)
    first = _weighed(roles, own)
    alike = math.fsum(_weight(each, own) for each in own if roles.settling(each) == roles.settling(first))
    if alike < _NEARLY_ALL * math.fsum(_weight(each, own) for each in own):
        return named
    return attrs.evolve(named, leaning=_leaning(first, own))


def _sided(first: Candidate, ranked: tuple[Candidate, ...]) -> Candidate:
    """The candidate with how sure its side is; without the side where that is unlikely or another as likely."""
    sides = {each.aspect: _weight(each, ranked) for each in ranked if each.theme == first.theme}
    own, every = sides[first.aspect], math.fsum(sides.values())
    rival = max((weight for side, weight in sides.items() if side not in {None, first.aspect}), default=0.0)
    if own >= _LIKELY * every and rival < _TIED * own:
        return attrs.evolve(first, sure=own >= _SURE * every)
    return attrs.evolve(first, aspect=None, leaning=_leaning(first, ranked))


def _leaning(first: Candidate, ranked: tuple[Candidate, ...]) -> tuple[str | None, ...]:
    """The side of the candidate, then the others of its theme, the likeliest first."""
    sides = (each.aspect for each in ranked if each.theme == first.theme)
    return tuple(dict.fromkeys((first.aspect, *sides)))
