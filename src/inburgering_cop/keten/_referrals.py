"""From the responsibilities on a rung to the partners to turn to there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from inburgering_cop import phrases
from inburgering_cop.keten._answer import Referral
from inburgering_cop.keten._filters import lends
from inburgering_cop.knowledge import Records
from inburgering_cop.model import (
    Basis,
    Community,
    LocalizedText,
    Municipality,
    Participation,
    Partner,
    PartnerType,
    Responsibility,
    Scope,
    Standing,
)
from inburgering_cop.search import ThemeMatch

_AT_HAND = (Standing.STANDING, Standing.ON_REQUEST, Standing.UNKNOWN)
Rows = list[Responsibility]


def responsibilities(records: Records, match: ThemeMatch, rung: int) -> tuple[Rows, Rows]:
    """Those on this rung to turn to, and those for the background.

    They are the theme's own, else the general ladder's. What is told for the background only stands apart. Where a side
    was given, those about another are left out, unless that would leave the rung empty; where it was told from the
    question they come last, as that is never wholly certain.

    Raises:
        NoLadderError: There are none, not even general ones.
    """
    own = [each for each in records.responsibilities_on(match.theme.id) if each.rung == rung]
    rows = own or [each for each in records.responsibilities_on(None) if each.rung == rung]
    if not rows:
        raise phrases.no_ladder(rung=rung)
    asked = [each for each in rows if not each.background]
    told = [each for each in rows if each.background] if asked else []
    asked = asked or rows
    if match.aspect is not None:
        fitting = (None, match.aspect.id)
        first = [each for each in asked if each.aspect in fitting]
        asked = first or asked if match.given else sorted(asked, key=lambda each: each.aspect not in fitting)
        told = [each for each in told if each.aspect in fitting]
    return asked, told


def _organisations(
    records: Records, role: Partner, table: Community | None, municipality: Municipality | None
) -> list[Partner]:
    """The organisations that fill `role`: the gemeente's joint social service, else those at `table`.

    Gemeenten aside, which are asked through their functions.
    """
    service = municipality.social_service if municipality else None
    if service is not None and role.id in records.partners[service].fills:
        return [records.partners[service]]
    if table is None or role.type is not PartnerType.KIND or role.id == "gemeente":
        return []
    seated = [records.partners[each.partner] for each in table.participations if each.standing in _AT_HAND]
    filling = [each for each in seated if each.type is PartnerType.ORGANISATION and role.id in each.fills]
    return [each for each in filling if lends(table, each, municipality)]


def _seat(
    records: Records, partner: Partner, table: Community | None, municipality: Municipality | None
) -> Participation | None:
    """How `partner` sits at `table`: by name, through the gemeente that sends it, or through what it is part of."""
    if table is None:
        return None
    by_partner = {each.partner: each for each in table.participations}
    sent_by = [each for each in table.participations if partner.id in each.sends]
    own = [
        each for each in sent_by if municipality and records.partners[each.partner].municipality == municipality.code
    ]
    parent = partner.part_of if partner.type is not PartnerType.FUNCTION else None
    return (
        next(iter(own), None) or by_partner.get(partner.id) or next(iter(sent_by), None) or by_partner.get(parent or "")
    )


def _aspect_name(records: Records, row: Responsibility) -> LocalizedText | None:
    if row.theme is None or row.aspect is None:
        return None
    return next(each.label for each in records.themes[row.theme].aspects if each.id == row.aspect)


def _both(first: LocalizedText | None, second: LocalizedText | None) -> LocalizedText | None:
    """What is uncertain about the one and about the other, as one text."""
    if first is None or second is None:
        return first or second
    return LocalizedText(nl=f"{first.nl} {second.nl}", en=f"{first.get('en')} {second.get('en')}")


@cache
def _stands(rung: int, *, general: bool, fills: LocalizedText | None, decides: bool) -> LocalizedText:
    """Why a partner stands on this rung: what the rung is for, then what sets this partner apart there."""
    said = [phrases.TEXTS[f"stands.{rung}"]]
    if general:
        said.append(phrases.TEXTS["stands.general"])
    if fills is not None:
        nl, en = phrases.TEXTS["stands.fills"]
        said.append((nl.format(role=fills.nl), en.format(role=fills.get("en"))))
    if decides:
        said.append(phrases.TEXTS["stands.case"])
    return LocalizedText(nl=" ".join(nl for nl, _ in said), en=" ".join(en for _, en in said))


def referrals(
    records: Records,
    rows: Iterable[Responsibility],
    table: Community | None,
    municipality: Municipality | None,
    *,
    instead: bool = False,
) -> Iterable[Referral]:
    """For each of `rows` one per organisation at the table that fills the role; where none does, the role itself.

    Args:
        records: The records.
        rows: The responsibilities.
        table: The community that serves the question.
        municipality: The gemeente it is for.
        instead: Whether they are on a theme the question may be about instead.
    """
    for row in rows:
        partner = records.partners[row.partner]
        for each in _organisations(records, partner, table, municipality) or [partner]:
            yield Referral(
                partner=each,
                role=row.partner,
                role_name=partner.name,
                rung=row.rung,
                theme=row.theme,
                instead=instead,
                capacity=row.capacity,
                scope=row.scope,
                aspect=row.aspect,
                aspect_name=_aspect_name(records, row),
                stands=_stands(
                    row.rung,
                    general=row.theme is None,
                    fills=None if each is partner else partner.name,
                    decides=row.scope is Scope.CASE,
                ),
                why=row.why,
                legal_basis=row.legal_basis,
                citations=row.citations,
                basis=Basis.SPECIFIC if row.theme else Basis.GENERAL,
                at_table=_seat(records, each, table, municipality),
                via=records.partners[row.via] if row.via else None,
                verified=row.verified and each.verified,
                doubt=_both(row.doubt, each.doubt),
                responsibility=row.id,
            )
