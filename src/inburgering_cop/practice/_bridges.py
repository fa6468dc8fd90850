"""Which partners connect communities, and where the network is weak."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.model import Community, Partner, Relation
from inburgering_cop.practice import _saying
from inburgering_cop.practice._seats import TableSeat


@attrs.frozen(kw_only=True, repr=False)
class Bridge:
    """A partner that sits at more than one table.

    Attributes:
        partner: The partner.
        seats: Its seats, the firmest first.
        only_link_of: The communities that share no organisation with the rest once this partner is gone; always empty
            for a role, which is a different party at each table.
    """

    partner: Partner
    seats: tuple[TableSeat, ...]
    only_link_of: tuple[Community, ...]

    def __repr__(self) -> str:
        return f"<Bridge {self.partner.id!r}: {len(self.seats)} tables>"


@attrs.frozen(kw_only=True, repr=False)
class CutPoint:
    """A partner of the keten without which others come loose from it.

    Attributes:
        partner: The partner.
        cut_off: The partners that nothing ties to the rest any more, by id.
    """

    partner: Partner
    cut_off: tuple[Partner, ...]

    def __repr__(self) -> str:
        return f"<CutPoint {self.partner.id!r}: {len(self.cut_off)} cut off>"


@attrs.frozen(kw_only=True, repr=False)
class LooseEnd:
    """A partner of the keten that can be reached through one other only.

    Attributes:
        partner: The partner.
        through: The other.
        relations: What flows between them, by id.
    """

    partner: Partner
    through: Partner
    relations: tuple[Relation, ...]

    def __repr__(self) -> str:
        return f"<LooseEnd {self.partner.id!r} through {self.through.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Bridges:
    """What ties the communities together, and where the keten is weak, as far as the records tell.

    Attributes:
        organisations: The organisations at more than one table, at most tables first.
        roles: The functions and kinds of party at more than one table, likewise; each time a different party.
        apart: The communities that share no organisation with any other, by id.
        cut_points: The partners without which others come loose from the keten, most first.
        loose_ends: The partners reachable through one other only, by id.
        as_of: The day until which the data were checked.
    """

    organisations: tuple[Bridge, ...]
    roles: tuple[Bridge, ...]
    apart: tuple[Community, ...]
    cut_points: tuple[CutPoint, ...]
    loose_ends: tuple[LooseEnd, ...]
    as_of: datetime.date

    def __repr__(self) -> str:
        return f"<Bridges: {len(self.organisations)} organisations, {len(self.cut_points)} cut points>"

    def describe(self, *, lang: str = "nl") -> str:
        """The answer as Markdown, in `nl` or `en`.

        Our choice: the form.

        Raises:
            InvalidValueError: The language is another.
        """
        phrases.checked_language(lang)
        cuts = [f"- **{each.partner.name.get(lang)}**: {_names(each.cut_off, lang)}" for each in self.cut_points]
        loose = [
            f"- {phrases.text('bridges.through', lang)}".format(
                partner=f"**{each.partner.name.get(lang)}**", through=each.through.name.get(lang)
            )
            + f" {_flows(each, lang)}"
            for each in self.loose_ends
        ]
        sections = [
            ("organisations", [_bridge_told(each, lang) for each in self.organisations]),
            ("roles", [_bridge_told(each, lang) for each in self.roles]),
            ("apart", [f"- {each.name.get(lang)}" for each in self.apart]),
            ("cut-points", cuts),
            ("loose-ends", loose),
        ]
        nothing = [phrases.text("bridges.none", lang)]
        told = [(phrases.text(f"bridges.{key}", lang), lines or nothing) for key, lines in sections]
        limits = [phrases.text("bridges.limits", lang)]
        return _saying.page(phrases.text("bridges.title", lang), limits, told, as_of=self.as_of, lang=lang)

    def to_dict(self, *, lang: str = "nl") -> dict[str, Any]:
        """The answer as plain JSON values (format 1); only its texts follow `lang`.

        Our choice: the form.
        """
        return _saying.head(self.as_of, lang) | {
            "organisations": [_bridge(each, lang) for each in self.organisations],
            "roles": [_bridge(each, lang) for each in self.roles],
            "apart": [each.id for each in self.apart],
            "cut_points": [
                {"partner": each.partner.id, "cut_off": [other.id for other in each.cut_off]}
                for each in self.cut_points
            ],
            "loose_ends": [
                {
                    "partner": each.partner.id,
                    "through": each.through.id,
                    "relations": [relation.id for relation in each.relations],
                }
                for each in self.loose_ends
            ],
        }


def _names(records: Iterable[Partner | Community], lang: str) -> str:
    return ", ".join(each.name.get(lang) for each in records)


def _flows(each: LooseEnd, lang: str) -> str:
    """What flows, with what is not verified marked."""
    unverified = f" [{phrases.text('word.unverified', lang)}]"
    flows = (f"{one.flow.get(lang)}{'' if one.verified else unverified}" for one in each.relations)
    cited = dict.fromkeys(citation for one in each.relations for citation in one.citations)
    return f"({'; '.join(flows)}) {_saying.sourced(tuple(cited))}"


def _bridge_told(each: Bridge, lang: str) -> str:
    tables = "; ".join(_saying.seat_told(seat, lang) for seat in each.seats)
    line = f"- **{each.partner.name.get(lang)}**: {tables}"
    if each.only_link_of:
        names = _names(each.only_link_of, lang)
        line += f"  \n  {phrases.text('bridges.only-link', lang).format(communities=names)}"
    return line


def _bridge(each: Bridge, lang: str) -> dict[str, Any]:
    return {
        "partner": each.partner.id,
        "seats": [_saying.seat_as_dict(seat, lang) for seat in each.seats],
        "only_link_of": [community.id for community in each.only_link_of],
    }
