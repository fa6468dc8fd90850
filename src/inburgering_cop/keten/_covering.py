"""Which communities cover a municipality, and which is nearest where none does."""

from __future__ import annotations

import attrs

from inburgering_cop.knowledge import Records
from inburgering_cop.model import Community, CommunityKind, Coverage, Municipality


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


def covering(records: Records, municipality: Municipality) -> tuple[Covering, ...]:
    """The communities that cover `municipality`: named before area, then the earliest start, then by id."""
    found = [
        Covering(community=community, coverage=coverage)
        for community in records.communities.values()
        if (coverage := coverage_of(community, municipality)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.coverage is not Coverage.NAMED, *_age(each.community))))


def nearest(records: Records, municipality: Municipality) -> Community | None:
    """The regional community nearest to `municipality`: in its labour-market region, else its province, else None."""
    regional = [each for each in records.communities.values() if each.kind is CommunityKind.REGIONAL]
    for place in ("region", "province"):
        near = [each for each in regional if getattr(municipality, place) in _places(records, each, place)]
        if near:
            return min(near, key=_age)
    return None


def _places(records: Records, community: Community, place: str) -> set[str]:
    held = [records.municipalities[code] for code in community.municipalities]
    held += [each for each in records.municipalities.values() if each.region in community.regions]
    return {getattr(municipality, place) for municipality in held}


def _age(community: Community) -> tuple[str, str]:
    return (community.starts or "9999", community.id)
