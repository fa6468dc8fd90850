"""Who sits at which table: the seats that chain roles have in the communities."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs

from inburgering_cop.base import KnowledgeBase
from inburgering_cop.model import (
    Community,
    Participation,
    Partner,
    PartnerType,
    Responsibility,
    Standing,
    Theme,
)

AT_TABLE = frozenset(Standing) - {Standing.GUEST, Standing.PLANNED}
_ORDER = {standing: place for place, standing in enumerate(Standing)}


@attrs.frozen(kw_only=True, repr=False)
class TableSeat:
    """The seat that one chain role has at the table of one community.

    Attributes:
        community: The community.
        participation: Who takes part there, and how: the role itself, an organisation that fills it, or who sends it.
        partner: The partner of that participation.
        role: The chain role.
    """

    community: Community
    participation: Participation
    partner: Partner
    role: Partner

    def __repr__(self) -> str:
        return f"<TableSeat of {self.role.id!r} in {self.community.id!r}, {self.participation.standing.value}>"

    @property
    def one_party(self) -> bool:
        """Whether it is the same party wherever it sits: a body that is its own role, such as DUO.

        A location of COA is another at each table, and so is who fills the role of a kind of party.
        """
        return self.partner == self.role and self.role.id in self.partner.fills


@attrs.frozen(kw_only=True, repr=False)
class Duty:
    """What one chain role is responsible for on one theme, or prepares for its gemeente.

    Attributes:
        role: The role.
        theme: The theme.
        responsibility: The record it rests on, with its reason, articles and citations.
    """

    role: Partner
    theme: Theme
    responsibility: Responsibility

    def __repr__(self) -> str:
        return f"<Duty of {self.role.id!r}: {self.responsibility.id!r}>"

    @property
    def prepares(self) -> bool:
        """Whether the role prepares what its gemeente decides, and is not the one responsible."""
        return self.responsibility.partner != self.role.id


def community_of(kb: KnowledgeBase, community: str | Community) -> Community:
    """The community as `kb` has it, by any of its names."""
    return kb.communities[community.id] if isinstance(community, Community) else kb.community(community)


def theme_of(kb: KnowledgeBase, theme: str | Theme) -> Theme:
    """The theme as `kb` has it, by any of its names."""
    return kb.themes[theme.id] if isinstance(theme, Theme) else kb.theme(theme)


def stands_for(kb: KnowledgeBase, partners: Iterable[str]) -> frozenset[str]:
    """Ids of everything that sits at a table where `partners` sit.

    That is each of them, the chain roles it fills, the gemeente where a function of it sits, and the parts of a body
    that sits there (with COA its locations), functions aside.
    """
    found = {role for each in partners for role in (each, *kb.partners[each].roles)}
    parents = {parent for each in found if (parent := kb.partners[each].part_of) and _is_function(kb, each)}
    parts = {each.id for each in kb.partners.values() if each.part_of in found and not _is_function(kb, each.id)}
    return frozenset(found | parents | parts)


def _is_function(kb: KnowledgeBase, partner: str) -> bool:
    return kb.partners[partner].type is PartnerType.FUNCTION


def inside(kb: KnowledgeBase, role: str) -> str | None:
    """Id of the party that `role` is a function of; None when it is no function."""
    return kb.partners[role].part_of if _is_function(kb, role) else None


def seats(kb: KnowledgeBase, community: Community, *, themes: Collection[str] = ()) -> dict[str, TableSeat]:
    """The seat of each role at the table of `community`, the firmest where it has several.

    With `themes`, who comes for other themes only is left out.
    """
    found: dict[str, TableSeat] = {}
    for each in sorted(community.participations, key=lambda one: _ORDER[one.standing]):
        if themes and each.themes and not set(each.themes).intersection(themes):
            continue
        partner = kb.partners[each.partner]
        for role in sorted(stands_for(kb, (each.partner, *each.sends))):
            seat = TableSeat(community=community, participation=each, partner=partner, role=kb.partners[role])
            found.setdefault(role, seat)
    return found


def at_table(found: dict[str, TableSeat]) -> dict[str, TableSeat]:
    """Those of `found` that sit there: who was a guest or is still to be invited does not."""
    return {role: seat for role, seat in found.items() if seat.participation.standing in AT_TABLE}


def firmest(found: Iterable[TableSeat]) -> tuple[TableSeat, ...]:
    """`found`, standing participants first, then by the order of the standings, then by id of the community."""
    return tuple(sorted(found, key=lambda each: (_ORDER[each.participation.standing], each.community.id)))
