"""Which of the themes a question may be about."""

from __future__ import annotations

from pathlib import Path

import pytest

import inburgering_cop as icop
from inburgering_cop.keten._agreeing import Roles, agreed
from inburgering_cop.search import Candidate


class _Told(Roles):
    """Roles told beforehand, by theme and aspect."""

    def __init__(self, told: dict[tuple[str, str | None], str]) -> None:
        self._known = told


_ROLES = _Told(
    {
        ("a", None): "duo",
        ("a", "links"): "duo",
        ("a", "rechts"): "coa",
        ("b", None): "coa",
        ("c", None): "coa",
        ("d", None): "gemeente",
        ("d", "links"): "gemeente",
        ("d", "rechts"): "gemeente",
        ("e", None): "gemeente",
    }
)


def _row(*points: tuple[str, str | None, float], named: str = "") -> list[Candidate]:
    return [
        Candidate(theme=theme, aspect=aspect, points=each, named=theme == named and aspect is None)
        for theme, aspect, each in points
    ]


def _chosen(candidates: list[Candidate]) -> list[tuple[str, str | None]]:
    return [(each.theme, each.aspect) for each in agreed(_ROLES, candidates)]


class TestAgreed:
    """`agreed`."""

    def test_clear_best_is_taken(self) -> None:
        """Where one stands well above the others, it is the one."""
        assert _chosen(_row(("a", None, 30.0), ("b", None, 18.0), ("c", None, 18.0))) == [("a", None)]

    def test_neighbours_that_lead_to_one_partner_outweigh_a_close_best(self) -> None:
        """Two themes just below the best that share a partner are chosen together; the best of the two comes first."""
        found = _chosen(_row(("a", None, 20.0), ("b", None, 19.5), ("c", None, 19.0)))

        assert found == [("b", None), ("a", None), ("c", None)]

    def test_sides_of_one_theme_outweigh_a_side_of_another(self) -> None:
        """Of the themes that lead to the partner, the one several of whose sides come close is taken."""
        row = _row(("e", None, 20.0), ("d", None, 19.5), ("d", "links", 19.0), ("d", "rechts", 15.0))

        assert _chosen(row)[0] == ("d", None)

    def test_named_theme_is_taken_whatever_the_others_say(self) -> None:
        """A question that is the name of a theme is about it."""
        row = _row(("b", None, 20.0), ("c", None, 19.5), ("a", None, 19.0), named="a")

        assert _chosen(row)[0] == ("a", None)

    def test_sides_that_tie_make_the_theme_as_a_whole(self) -> None:
        """Two sides about equally close: it is about the theme; a side well above the other stays."""
        assert _chosen(_row(("a", "links", 20.0), ("a", "rechts", 18.5)))[0] == ("a", None)
        assert _chosen(_row(("a", "links", 20.0), ("a", "rechts", 17.0), ("a", None, 19.9)))[0] == ("a", "links")

    def test_others_are_those_that_come_close_each_theme_once(self) -> None:
        """From three quarters of the points of the first, three at most, sides of one theme once."""
        row = _row(("a", None, 40.0), ("b", None, 31.0), ("a", "links", 30.5), ("c", None, 30.0), ("d", None, 29.9))

        assert _chosen(row) == [("a", None), ("b", None), ("c", None)]
        many = _row(("d", None, 40.0), *((theme, None, 35.0) for theme in "abce"))
        assert len(_chosen(many)) == 4


class TestRoles:
    """`Roles`."""

    @pytest.mark.parametrize(
        ("theme", "aspect", "role"),
        [("ontheffing-medisch", None, "duo"), ("leerbaarheidstoets", None, "gemeente"), ("pip", None, "gemeente")],
    )
    def test_role_is_that_of_who_is_competent(
        self, kb: icop.KnowledgeBase, theme: str, aspect: str | None, role: str
    ) -> None:
        """The first of `competent`; a function inside the gemeente counts as the gemeente."""
        roles = Roles(kb.records)

        assert roles.of(theme, aspect) == role
        assert roles.of(theme, aspect) == role


def test_route_says_who_the_agreed_theme_names(tmp_path: Path) -> None:
    """What a question leads to is what the same theme and aspect lead to by id."""
    kb = icop.load()
    asked = kb.escalate("DUO heeft de boete opgelegd omdat de MAP niet af is")
    match = asked.themes[0]

    assert asked.steps == kb.escalate(match.theme.id, aspect=match.aspect.id if match.aspect else None).steps
