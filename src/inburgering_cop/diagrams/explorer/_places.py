"""The municipalities of the page: those for which every answer is the same, but for their name, stand together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from inburgering_cop.base import KnowledgeBase
from inburgering_cop.keten import _covering
from inburgering_cop.knowledge import Catalogue
from inburgering_cop.model import Municipality, Partner

PLACE = "\uf8ff"


@attrs.frozen(kw_only=True, eq=False)
class Places:
    """Which municipalities are answered alike.

    Attributes:
        named: The knowledge base with a stand-in for the name of every municipality, so that answers can be shared.
        one_of: For each group the municipality that stands for it; None for the first group: no municipality at all.
        group: For each municipality by code, the number of its group.
    """

    named: KnowledgeBase
    one_of: tuple[Municipality | None, ...]
    group: Mapping[str, int]


def _kin(kb: KnowledgeBase, place: Municipality, telling: list[Any], own: set[str | None]) -> object:
    """All that an answer can depend on: two municipalities of which this is equal get the same answers."""
    near = _covering.nearest(kb.records, place)
    return (
        kb.communities_for(place),
        near.id if near else None,
        tuple(_covering.distance(kb.records, each, place) for each in telling),
        place.social_service,
        place.announced,
        place.code if place.code in own else None,
    )


def places(kb: KnowledgeBase) -> Places:
    """The municipalities of `kb` by what their answers depend on; tests hold every answer against `escalate`."""
    tips = {tip.community for tip in kb.tips.values()}
    telling = [each for each in kb.communities.values() if each.id in tips]
    own = {partner.municipality for partner in kb.partners.values()}
    numbers: dict[object, int] = {}
    one_of: list[Municipality | None] = [None]
    group = {}
    for place in kb.municipalities.values():
        kin = _kin(kb, place, telling, own)
        if kin not in numbers:
            numbers[kin] = len(one_of)
            one_of.append(place)
        group[place.code] = numbers[kin]
    stand_ins = {code: attrs.evolve(place, name=PLACE) for code, place in kb.municipalities.items()}
    records = attrs.evolve(kb.records, municipalities=Catalogue("municipalities", stand_ins))
    return Places(named=KnowledgeBase(records), one_of=tuple(one_of), group=group)


def at_hand(kb: KnowledgeBase, place: Municipality | None) -> dict[str, list[Partner]]:
    """For each role the organisations that fill it at a table for `place`, and its joint social service."""
    if place is None:
        return {}
    seated = list(kb.partners_for(municipality=place))
    if place.social_service is not None:
        seated.append(kb.partners[place.social_service])
    found: dict[str, list[Partner]] = {}
    for partner in dict.fromkeys(seated):
        for role in partner.fills:
            if role != partner.id:
                found.setdefault(role, []).append(partner)
    return found
