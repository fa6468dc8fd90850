"""Which partners and which tips a set of filters keeps."""

from __future__ import annotations

from collections.abc import Iterable

from inburgering_cop.keten._covering import covering
from inburgering_cop.knowledge import Records
from inburgering_cop.model import (
    Community,
    CommunityKind,
    Level,
    Municipality,
    Partner,
    PartnerType,
    Perspective,
    Theme,
    Tip,
)


def seated(community: Community) -> set[str]:
    """Ids of the partners that take part in `community`, and of the functions they send."""
    functions = {function for each in community.participations for function in each.sends}
    return functions | {each.partner for each in community.participations}


def lends(community: Community, partner: Partner, municipality: Municipality | None) -> bool:
    """Whether `community` may name `partner` for `municipality`.

    A regional community lends everyone at its table. Another has participants from all over, so that of its
    organisations only national ones, bodies that are their own role and the gemeente itself are named.
    """
    return (
        community.kind is CommunityKind.REGIONAL
        or partner.type is not PartnerType.ORGANISATION
        or partner.id in partner.fills
        or partner.level is Level.NATIONAL
        or (municipality is not None and partner.municipality == municipality.code)
    )


def near(records: Records, municipality: Municipality) -> set[str]:
    """Ids of everyone but the organisations that are tied to other places.

    Our choice: of the local and regional organisations those stay that sit at a table that covers the gemeente, its own
    joint social service, and the gemeente itself. One of which no level is recorded stays as well, unless a table
    elsewhere knows it or it is the service of others.
    """
    here = {
        each.partner
        for found in covering(records, municipality)
        for each in found.community.participations
        if lends(found.community, records.partners[each.partner], municipality)
    }
    here |= {municipality.social_service} if municipality.social_service else set()
    elsewhere = {each.partner for community in records.communities.values() for each in community.participations}
    elsewhere |= {each.social_service for each in records.municipalities.values() if each.social_service}
    return {
        partner.id
        for partner in records.partners.values()
        if partner.type is not PartnerType.ORGANISATION
        or partner.id in partner.fills
        or partner.level is Level.NATIONAL
        or partner.municipality == municipality.code
        or (
            partner.municipality is None
            and (partner.id in here or (partner.level is None and partner.id not in elsewhere))
        )
    }


def responsible_roles(records: Records, theme: Theme) -> set[str]:
    """Ids of the chain roles that are responsible for `theme`, the functions that prepare decisions included."""
    rows = records.responsibilities_on(theme.id)
    return {each.partner for each in rows} | {each.via for each in rows if each.via}


def partners(
    records: Records,
    *,
    municipality: Municipality | None,
    role: Partner | None,
    community: Community | None,
    theme: Theme | None,
) -> tuple[Partner, ...]:
    """The partners that every filter given keeps, by id."""
    kept: Iterable[Partner] = records.partners.values()
    if municipality is not None:
        here = {
            partner
            for found in covering(records, municipality)
            for partner in seated(found.community)
            if lends(found.community, records.partners[partner], municipality)
        }
        kept = [each for each in kept if each.id in here]
    if role is not None:
        kept = [each for each in kept if role.id in each.roles]
    if community is not None:
        at_table = seated(community)
        kept = [each for each in kept if each.id in at_table]
    if theme is not None:
        roles = responsible_roles(records, theme)
        kept = [each for each in kept if roles.intersection((each.id, *each.fills))]
    return tuple(kept)


def tips(
    records: Records,
    *,
    theme: Theme | None,
    partner: Partner | None,
    community: Community | None,
    audience: Partner | None,
    perspective: Perspective | None,
) -> tuple[Tip, ...]:
    """The tips that every filter given keeps, by id."""
    return tuple(
        tip
        for tip in records.tips.values()
        if (theme is None or theme.id in tip.themes)
        and (partner is None or partner.id in tip.partners)
        and (community is None or community.id == tip.community)
        and (audience is None or audience.id in tip.audience)
        and (perspective is None or perspective is tip.perspective)
    )
