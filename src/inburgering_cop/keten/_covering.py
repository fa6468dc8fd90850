"""Which communities cover a municipality, and which is nearest where none does."""

from __future__ import annotations

import attrs

from inburgering_cop.knowledge import Records
from inburgering_cop.model import Community, CommunityKind, Coverage, Municipality

_ELSEWHERE = 2


@attrs.frozen(kw_only=True)
class Covering:
    """A community that covers a municipality.

    Attributes:
        community: The community.
        coverage: named when its page names the gemeente; area when its area holds it and the page does not name it.
    """

    community: Community
    coverage: Coverage


def coverage_of(community: Community, municipality: Municipality) -> Coverage | None:
    """How `community` covers `municipality`; None when it does not."""
    if municipality.code in community.municipalities:
        return Coverage.NAMED
    return Coverage.AREA if municipality.region in community.regions else None


def _age(community: Community) -> tuple[str, str]:
    return (community.starts or "9999", community.id)


def covering(records: Records, municipality: Municipality) -> tuple[Covering, ...]:
    """The communities that cover `municipality`: named before area, then the earliest start, then by id."""
    found = [
        Covering(community=community, coverage=coverage)
        for community in records.communities.values()
        if (coverage := coverage_of(community, municipality)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.coverage is not Coverage.NAMED, *_age(each.community))))


def _regions(records: Records, community: Community) -> set[str]:
    return {*community.regions, *(records.municipalities[code].region for code in community.municipalities)}


def _provinces(records: Records, community: Community) -> set[str]:
    """The provinces of the gemeenten its page names; of its whole area only where it names none."""
    named = {records.municipalities[code].province for code in community.municipalities}
    return named or {each.province for each in records.municipalities.values() if each.region in community.regions}


def covered(records: Records, municipality: Municipality) -> bool:
    """Whether a regional community covers `municipality`."""
    return any(found.community.kind is CommunityKind.REGIONAL for found in covering(records, municipality))


def distance(records: Records, community: Community, municipality: Municipality | None) -> int:
    """How far `community` works from `municipality`.

    0 in its labour-market region, 1 where it names a gemeente in its province, 2 elsewhere and without a gemeente.
    """
    if municipality is None:
        return _ELSEWHERE
    if municipality.region in _regions(records, community):
        return 0
    return 1 if municipality.province in _provinces(records, community) else _ELSEWHERE


def nearest(records: Records, municipality: Municipality) -> Community | None:
    """The regional community nearest to `municipality`; None when there is none near.

    Nearest is one that works in its labour-market region; else one that names a gemeente in its province; then the one
    that started first.
    """
    regional = [each for each in records.communities.values() if each.kind is CommunityKind.REGIONAL]
    far = {each.id: distance(records, each, municipality) for each in regional}
    near = [each for each in regional if far[each.id] < _ELSEWHERE]
    return min(near, key=lambda each: (far[each.id], _age(each)), default=None)
