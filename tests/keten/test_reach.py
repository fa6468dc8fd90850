"""Every partner of the keten can be reached: some theme, or a side of it, leads there."""

from __future__ import annotations

import inburgering_cop as icop

_NOT_TURNED_TO = {
    "diplomawaardering": "the desk of Nuffic and SBB, who are named themselves",
    "inburgeraar": "the one it is about",
    "itta": "visits lessons for Blik op Werk, which is named",
    "k2": "leads a community of practice",
    "openembassy": "organised meetings once",
    "panteia": "measures satisfaction for Blik op Werk, which is named",
    "rvig": "keeps the register; Burgerzaken of the gemeente is named",
    "wetenschap": "invited to a community of practice",
    "wetgever": "makes the law and answers no questions about a case",
    "wethouder": "visits; the college decides, and is named as the gemeente",
}
"""Partners nobody turns to with a question, and why."""


def _reached(kb: icop.KnowledgeBase) -> set[str]:
    """The roles in the steps of any theme or side of it."""
    asked = [(theme.id, side) for theme in kb.themes.values() for side in (None, *(each.id for each in theme.aspects))]
    routes = [kb.escalate(theme, aspect=side) for theme, side in asked]
    return {
        referral.role for route in routes for step in route.steps for referral in (*step.referrals, *step.background)
    }


def test_every_partner_is_reached(kb: icop.KnowledgeBase) -> None:
    """A partner stands in some answer itself, or fills a role that does; the others are named above with the reason."""
    reached = _reached(kb)

    missed = {partner.id for partner in kb.partners.values() if not reached & {partner.id, *partner.roles}}

    assert missed == set(_NOT_TURNED_TO)
