"""Who is competent, against a list that a reader wrote from the text of the law without having seen the data.

Where list and data differed, it was settled which is right; the changelog says how.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop

_CHECKS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "spot_checks.toml").read_text(encoding="utf-8"))[
    "check"
]
_EACH = pytest.mark.parametrize("check", _CHECKS, ids=[f"{each['theme']}-{each.get('aspect', '')}" for each in _CHECKS])


def _asked(check: dict[str, Any]) -> icop.Escalation:
    return icop.escalate(check["theme"], aspect=check.get("aspect"))


@_EACH
class TestSpotChecks:
    """What the law says of one side of one theme."""

    def test_those_the_law_names_are_competent(self, check: dict[str, Any]) -> None:
        """Nobody the law gives the matter to is missing, and nobody else is named."""
        assert {each.role for each in _asked(check).competent} == set(check["competent"])

    def test_the_article_stands_behind_them(self, check: dict[str, Any]) -> None:
        """Each article of the list is among those the competence rests on."""
        cited = {basis.text for each in _asked(check).competent for basis in each.legal_basis}

        assert set(check["articles"]) <= cited


def test_the_list_is_long_enough_to_mean_something() -> None:
    """Sixty pairs or more, none twice."""
    pairs = [(each["theme"], each.get("aspect")) for each in _CHECKS]

    assert len(pairs) == len(set(pairs)) >= 60
