"""Every answer of the page, as numbers: what `escalate` says for each theme and each group of municipalities."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import attrs

from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams.explorer._places import PLACE, Places
from inburgering_cop.diagrams.explorer._texts import Texts
from inburgering_cop.keten import Escalation, Referral, Step
from inburgering_cop.model import (
    Basis,
    Capacity,
    Citation,
    LegalBasis,
    LocalizedText,
    Participation,
    Scope,
    Standing,
    Tip,
)
from inburgering_cop.text import shown

CAPACITIES = tuple(Capacity)
COVERAGES = (None, "named", "area")
SCOPES = (None, *Scope)
STANDINGS = tuple(Standing)


@attrs.define(eq=False)
class Shelf:
    """Things by number, each once."""

    rows: list[Any] = attrs.Factory(list)
    _numbers: dict[Hashable, int] = attrs.Factory(dict)

    def has(self, key: Hashable) -> bool:
        """Whether the thing with this key stands here."""
        return key in self._numbers

    def put(self, key: Hashable, row: Any) -> int:
        """The number of the thing with this key; where it is new, `row` is what stands there."""
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return self._numbers[key]


def trimmed(row: list[Any]) -> list[Any]:
    """The row without the zeros at its end."""
    while row and row[-1] == 0:
        row.pop()
    return row


@attrs.define(eq=False)
class Answers:
    """What the page looks answers up in.

    Attributes:
        kb: The knowledge they come from.
        texts: Where their words stand.
        partners: The numbers of the partners by id.
        communities: The numbers of the communities by id.
    """

    kb: KnowledgeBase
    texts: Texts
    partners: dict[str, int] = attrs.field(init=False)
    communities: dict[str, int] = attrs.field(init=False)
    _shelves: dict[str, Shelf] = attrs.field(init=False, factory=dict)
    _tables: dict[tuple[int, int], dict[int, tuple[int, int]]] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.partners = {key: number for number, key in enumerate(self.kb.partners)}
        self.communities = {key: number for number, key in enumerate(self.kb.communities)}
        self.shelf("lists").put((), [])

    def shelf(self, name: str) -> Shelf:
        """The shelf of this name."""
        return self._shelves.setdefault(name, Shelf())

    def of_theme(self, theme: str, places: Places) -> list[Any]:
        """The answers for a theme: of each of their parts the values, and which value each group of municipalities has.

        The parts are who serves the gemeente, the ladder, and the warnings: those before, on and after the place.
        """
        routes = [places.named.escalate(theme, municipality=place) for place in places.one_of]
        for group, route in enumerate(routes):
            self._sit_down(group, route)
        parts = zip(*(self._parts(route) for route in routes), strict=True)
        return [self._by_group(list(part)) for part in parts]

    def _by_group(self, values: list[int]) -> list[Any]:
        """The values, each once, and the number of the pattern in which the groups have them."""
        own = list(dict.fromkeys(values))
        pattern = [own.index(value) for value in values]
        return [own, self.shelf("patterns").put(tuple(pattern), pattern)]

    def _parts(self, route: Escalation) -> tuple[int, ...]:
        table = -1 if route.community is None else self.communities[route.community.id]
        near = -1 if route.nearest is None else self.communities[route.nearest.id]
        head = [table, COVERAGES.index(route.coverage), near]
        ladder = [*(self._step(step) for step in route.steps), self._list(route.competent)]
        first = 1 if any(step.referrals[0].basis is Basis.GENERAL for step in route.steps) else 0
        about = [number for number, warning in enumerate(route.warnings) if PLACE in warning.nl]
        last = max([first, *(number + 1 for number in about)])
        numbers = [self._warning(warning, route) for warning in route.warnings]
        warnings = (numbers[:first], numbers[first:last], numbers[last:])
        return (
            self.shelf("heads").put(tuple(head), head),
            self.shelf("ladders").put(tuple(ladder), ladder),
            *(self.shelf("warnings").put(tuple(each), each) for each in warnings),
        )

    def _sit_down(self, group: int, route: Escalation) -> None:
        """Keeps who sits at the table of the route, and how."""
        if route.community is not None:
            seats = self._tables.setdefault((group, self.communities[route.community.id]), {})
            for step in route.steps:
                for referral in (*step.referrals, *step.background):
                    if referral.at_table is not None:
                        seats[self.partners[referral.partner.id]] = self._seat(referral.at_table)

    def _seat(self, seat: Participation) -> tuple[int, int]:
        return self.partners[seat.partner], STANDINGS.index(seat.standing)

    def tables(self, groups: int) -> list[list[list[int]]]:
        """For each group the communities that serve it, and the number of who sits there, when all themes are done."""
        rows: list[list[list[int]]] = [[] for _ in range(groups)]
        for (group, community), seats in sorted(self._tables.items()):
            row = [[partner, *seats[partner]] for partner in sorted(seats)]
            rows[group].append([community, self.shelf("seats").put(_hashable(row), row)])
        return rows

    def _step(self, step: Step) -> int:
        row = trimmed(
            [self._list(step.referrals), self._list(step.background), [self._tip(tip) for tip in step.tips] or 0]
        )
        return self.shelf("steps").put(_hashable(row), row)

    def _list(self, referrals: Iterable[Referral]) -> int:
        row = [self._referral(referral) for referral in referrals]
        return self.shelf("lists").put(tuple(row), row)

    def _referral(self, referral: Referral) -> int:
        key = (referral.responsibility, referral.partner.id)
        shelf = self.shelf("referrals")
        if shelf.has(key):
            return shelf.put(key, None)
        row = [
            self._row(referral),
            self._doubt(referral),
            0 if referral.verified else 1,
            0 if referral.partner.id == referral.role else self.partners[referral.partner.id] + 1,
        ]
        return shelf.put(key, trimmed(row))

    def _doubt(self, referral: Referral) -> int:
        """The number of what is doubtful: about the responsibility, about the partner, or about both."""
        if referral.doubt is None:
            return 0
        doubts = (self.kb.responsibilities[referral.responsibility].doubt, referral.partner.doubt)
        return self.texts.joined(referral.doubt, " ", *doubts)

    def _row(self, referral: Referral) -> int:
        """The number of what every partner that fills the role has in common."""
        row = [
            self.partners[referral.role],
            referral.rung,
            CAPACITIES.index(referral.capacity),
            self.texts.number(referral.why),
            [self._article(each) for each in referral.legal_basis] or 0,
            [self._place(each) for each in referral.citations],
            self.texts.number(referral.aspect_name),
            SCOPES.index(referral.scope),
            self.partners[referral.via.id] + 1 if referral.via else 0,
            1 if referral.basis is Basis.GENERAL else 0,
        ]
        return self.shelf("rows").put(referral.responsibility, trimmed(row))

    def _article(self, basis: LegalBasis) -> int:
        law, _, part = basis.jci.partition("&")
        row = [
            shown(basis.text),
            self.shelf("laws").put(law, law),
            shown(part),
            0 if basis.checked else 1,
        ]
        return self.shelf("articles").put(basis, trimmed(row))

    def _place(self, citation: Citation) -> int:
        row = [self.source(citation.source), shown(citation.place)]
        return self.shelf("places").put(citation, row)

    def source(self, key: str) -> int:
        """The number of a source, with its title and address."""
        source = self.kb.sources[key]
        return self.shelf("sources").put(key, [shown(source.title), shown(source.url or "")])

    def _tip(self, tip: Tip) -> int:
        row = [
            tip.id,
            self.texts.number(tip.text),
            [self._place(each) for each in tip.citations],
            self.texts.number(tip.doubt),
            0 if tip.verified else 1,
        ]
        return self.shelf("tips").put(tip.id, trimmed(row))

    def _warning(self, warning: LocalizedText, route: Escalation) -> int:
        """The number of a warning; one about somebody who can settle the matter is its name and what is doubtful."""
        for each in route.competent:
            if each.doubt and warning.nl == f"{each.partner.name.nl}: {each.doubt.nl}":
                return self.texts.joined(warning, ": ", each.partner.name, each.doubt)
        return self.texts.number(warning)


def _hashable(row: Any) -> Hashable:
    return tuple(_hashable(each) for each in row) if isinstance(row, list | tuple) else row
