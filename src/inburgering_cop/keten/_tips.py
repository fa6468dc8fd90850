"""Which tips fit a rung, the nearest community's first."""

from __future__ import annotations

from inburgering_cop.keten._covering import distance
from inburgering_cop.knowledge import Records
from inburgering_cop.model import Community, Municipality, Theme, Tip


def _rung_of(records: Records, tip: Tip) -> int:
    """The rung on which a tip helps: that of the farthest partner it is about, else of whom it speaks to."""
    for ids in (tip.partners, tip.audience):
        if ids:
            return max(records.partners[partner].rung for partner in ids)
    return 1


def _fits(records: Records, tip: Tip, rung: int) -> bool:
    return rung in tip.rungs if tip.rungs else rung == _rung_of(records, tip)


def tips_on(
    records: Records,
    theme: Theme,
    rung: int,
    municipality: Municipality | None,
    table: Community | None,
    near: Community | None,
) -> tuple[Tip, ...]:
    """The tips on the theme that fit this rung, and those on the ladder itself.

    First those of the table that serves the question, then of the nearest one, then by how near their community works.
    """
    places = {each.id: place - 2 for place, each in enumerate((table, near)) if each is not None}

    def place(tip: Tip) -> int:
        if tip.community is None:
            return 3
        return places.get(tip.community, distance(records, records.communities[tip.community], municipality))

    about = (*records.tips_on_the_ladder, *(tip for tip in records.tips_on(theme.id) if not tip.rungs))
    fitting = [tip for tip in about if _fits(records, tip, rung)]
    return tuple(sorted(fitting, key=lambda tip: (bool(tip.rungs), place(tip), tip.id)))
