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

_SPREAD = 3.0
_CLOSE = 0.75
_TIED = 0.9
_MOST = 3


class Roles:
    """Who is competent on a theme and aspect, remembered."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._known: dict[tuple[str, str | None], str] = {}

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

    A question that is the name of a theme is about that theme. Else the candidates are weighed by how close they are to
    the best; the partner most of that weight leads to is taken, of the themes that lead to it the one with most of the
    weight, and the best of its sides.
    """
    ranked = tuple(candidates)
    named = next((each for each in ranked if each.named), None)
    first = named or _as_a_whole(_weighed(roles, ranked), ranked)
    others: dict[str, Candidate] = {}
    for each in ranked:
        if each.theme != first.theme and each.points >= _CLOSE * first.points:
            others.setdefault(each.theme, each)
    return (first, *list(others.values())[:_MOST])


def _weighed(roles: Roles, ranked: tuple[Candidate, ...]) -> Candidate:
    """The best of the theme most of the weight leads to, among those of the partner most of the weight leads to."""
    best = ranked[0].points
    weight: Counter[str] = Counter()
    of_theme: Counter[tuple[str, str]] = Counter()
    for each in ranked:
        role, share = roles.of(each.theme, each.aspect), math.exp((each.points - best) / _SPREAD)
        weight[role] += share  # type: ignore[assignment]
        of_theme[role, each.theme] += share  # type: ignore[assignment]
    chosen = max(weight, key=lambda role: weight[role])
    theme = max((key for key in of_theme if key[0] == chosen), key=lambda key: of_theme[key])[1]
    return next(each for each in ranked if each.theme == theme and roles.of(each.theme, each.aspect) == chosen)


def _as_a_whole(first: Candidate, ranked: tuple[Candidate, ...]) -> Candidate:
    """The theme as a whole where another side of it comes about as close as the one found, else that side."""
    sides = (each for each in ranked if each.theme == first.theme and each.aspect not in {None, first.aspect})
    tied = first.aspect is not None and any(each.points >= _TIED * first.points for each in sides)
    return attrs.evolve(first, aspect=None) if tied else first
