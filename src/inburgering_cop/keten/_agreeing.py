"""Which of the themes a question may be about: the one whose neighbours lead to the same partner.

Our choice, measured on the questions in tests/benchmarks: themes that lie close to each other often leave the same
partner competent, so that they strengthen each other where the words alone do not decide.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import attrs

from inburgering_cop.keten.escalation import competent
from inburgering_cop.knowledge import Records
from inburgering_cop.model import PartnerType
from inburgering_cop.search import Candidate

_CLOSE, _LED_TO = 0.1, 0.0005
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
    """The candidate the question is about, then those it may be about instead, at most four.

    These are other themes that come close, and themes that lead to a partner none before them leads to. Of that partner
    little weight is enough: the weights are those of naive Bayes, which is surer than it should be. Measured, this has
    the right partner in the answer more often than nearness alone, for half a line more.

    A question that is the name of a theme is about that theme, as a whole; where nearly all the weight of its sides
    leads to one partner, as for the name of an organisation, who settles these stands first. Else the partner most of
    the weight leads to is taken, of the themes that lead to it the one with most of the weight, and the best of its
    sides; or the theme as a whole where that side is not likely. Only a side that has nearly all the weight of its
    theme is sure.
    """
    ranked = tuple(candidates)
    named = next((each for each in ranked if each.named), None)
    first = _whole(roles, named, ranked) if named else _sided(_weighed(roles, ranked), ranked)
    return (first, *_others(roles, first, ranked))


def _others(roles: Roles, first: Candidate, ranked: tuple[Candidate, ...]) -> list[Candidate]:
    """The best candidate of each other theme that comes close, or leads to a partner none before it leads to.

    Of more than there is room for, those that only come close go first.
    """
    weight = _leading_to(roles, ranked)
    least = _LED_TO * math.fsum(weight.values())
    met = {roles.settling(first)}
    leading: list[Candidate] = []
    close: list[Candidate] = []
    for each in ranked:
        if each.theme in {first.theme, *(other.theme for other in (*leading, *close))}:
            continue
        role = roles.settling(each)
        if role not in met and weight[role] >= least:
            leading.append(each)
        elif each.share >= _CLOSE * first.share:
            close.append(each)
        met.add(role)
    chosen = (*leading, *close)[:_MOST]
    return [each for each in ranked if each in chosen]


def _leading_to(roles: Roles, ranked: tuple[Candidate, ...]) -> Mapping[str, float]:
    """How much of the weight leads to each partner."""
    weight: dict[str, float] = {}
    for each in ranked:
        role = roles.settling(each)
        weight[role] = weight.get(role, 0.0) + _weight(each, ranked)
    return weight


def _weight(candidate: Candidate, ranked: tuple[Candidate, ...]) -> float:
    return math.exp(candidate.points - ranked[0].points)


def _weighed(roles: Roles, ranked: tuple[Candidate, ...]) -> Candidate:
    """The best of the theme most of the weight leads to, among those of the partner most of the weight leads to."""
    weight = _leading_to(roles, ranked)
    chosen = max(weight, key=lambda role: weight[role])
    leading = tuple(each for each in ranked if roles.settling(each) == chosen)
    of_theme: dict[str, float] = {}
    for each in leading:
        of_theme[each.theme] = of_theme.get(each.theme, 0.0) + _weight(each, ranked)
    theme = max(of_theme, key=lambda theme: of_theme[theme])
    return next(each for each in leading if each.theme == theme)


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
