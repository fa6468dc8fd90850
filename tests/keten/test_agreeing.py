"""Which of the themes a question may be about."""

from __future__ import annotations

import math
from collections import Counter

import pytest

import inburgering_cop as icop
from inburgering_cop.keten._agreeing import Roles, agreed
from inburgering_cop.keten.escalation import escalate
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
        ("f", None): "gemeente",
    }
)


def _row(*points: tuple[str, str | None, float], named: str = "") -> list[Candidate]:
    """Candidates with these points, and the share of the weight that goes to their theme."""
    weights = Counter[str]()
    for theme, _, each in points:
        weights[theme] += math.exp(each)  # type: ignore[assignment]
    every = sum(weights.values())
    return [
        Candidate(
            theme=theme,
            aspect=aspect,
            points=each,
            share=weights[theme] / every,
            named=theme == named and aspect is None,
        )
        for theme, aspect, each in points
    ]


def _chosen(candidates: list[Candidate]) -> list[tuple[str, str | None]]:
    return [(each.theme, each.aspect) for each in agreed(_ROLES, candidates)]


class TestAgreed:
    """`agreed`."""

    def test_clear_best_is_taken(self) -> None:
        """Where one stands well above the others, it is the one."""
        assert _chosen(_row(("a", None, 9.0), ("b", None, 0.0), ("c", None, 0.0))) == [("a", None)]

    def test_neighbours_that_lead_to_one_partner_outweigh_a_close_best(self) -> None:
        """Two themes just below the best that share a partner are chosen together; the best of the two comes first."""
        found = _chosen(_row(("a", None, 7.0), ("b", None, 6.8), ("c", None, 6.5)))

        assert found == [("b", None), ("a", None), ("c", None)]

    def test_sides_of_one_theme_outweigh_a_side_of_another(self) -> None:
        """Of the themes that lead to the partner, the one several of whose sides come close is taken."""
        row = _row(("e", None, 7.0), ("d", None, 6.8), ("d", "links", 6.5), ("d", "rechts", 5.0))

        assert _chosen(row)[0] == ("d", None)

    def test_named_theme_is_taken_whatever_the_others_say(self) -> None:
        """A question that is the name of a theme is about it."""
        row = _row(("b", None, 20.0), ("c", None, 19.5), ("a", None, 19.0), named="a")

        assert _chosen(row)[0] == ("a", None)

    def test_who_settles_nearly_all_of_a_named_theme_stands_first(self) -> None:
        """As for the name of an organisation that is one of its names; where others come near it stays a whole."""
        meant = _row(("a", "rechts", 20.0), ("a", "links", 12.0), ("b", None, 25.0), ("a", None, 15.0), named="a")
        torn = _row(("a", "rechts", 15.0), ("a", "links", 14.0), ("a", None, 12.0), named="a")

        first, *_ = agreed(_ROLES, meant)
        assert (first.theme, first.aspect, first.leaning) == ("a", None, ("rechts", "links", None))
        assert agreed(_ROLES, torn)[0].leaning == ()

    def test_side_is_told_where_it_is_likely(self) -> None:
        """From half of the weight of its theme; below that it is about the theme as a whole."""
        likely = _row(("a", "links", 5.0), ("a", None, 4.5), ("a", "rechts", 3.0))
        torn = _row(("a", "links", 5.0), ("a", None, 4.9), ("a", "rechts", 4.9))

        assert _chosen(likely)[0] == ("a", "links")
        assert _chosen(torn)[0] == ("a", None)
        assert agreed(_ROLES, torn)[0].leaning == ("links", None, "rechts")

    def test_side_is_sure_where_no_other_comes_near(self) -> None:
        """From nine tenths of the weight of its theme, whatever other themes weigh."""
        sure = _row(("a", "links", 5.0), ("b", None, 4.0), ("a", "rechts", 2.5))
        likely = _row(("a", "links", 5.0), ("a", "rechts", 3.0))

        assert [agreed(_ROLES, row)[0].sure for row in (sure, likely)] == [True, False]

    def test_others_are_those_that_come_close_each_theme_once(self) -> None:
        """From a twentieth of the weight of the first, whomever they lead to, sides of one theme once."""
        row = _row(("d", None, 9.0), ("e", None, 6.5), ("d", "links", 6.4), ("e", None, 6.3), ("f", None, 5.5))

        assert _chosen(row) == [("d", None), ("e", None)]

    def test_of_too_many_others_those_that_only_come_close_go_first(self) -> None:
        """Four at most; who leads to another partner stays, and all stand in their order."""
        rest = (("e", None, 8.8), ("f", None, 8.6), ("c", None, 8.4), ("b", None, 8.2), ("a", None, 7.0))

        assert [theme for theme, _ in _chosen(_row(("d", None, 9.0), *rest))] == ["d", "e", "f", "c", "a"]

    def test_others_lead_to_partners_none_before_leads_to(self) -> None:
        """From half a thousandth of all the weight, each partner once."""
        row = _row(("d", None, 9.0), ("b", None, 5.0), ("c", None, 4.9), ("e", None, 4.5), ("a", None, 4.0))
        assert _chosen(row) == [("d", None), ("b", None), ("a", None)]

        little = _row(("d", None, 9.0), ("b", None, 1.3))
        assert _chosen(little) == [("d", None)]


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


def test_given_side_leaves_the_others_out_and_one_that_was_told_puts_them_last(kb: icop.KnowledgeBase) -> None:
    """Who is competent is the same; where the question told the side, what is about others stands last."""
    theme = kb.themes["handhaving-boete"]
    side = next(each for each in theme.aspects if each.id == "pvt-en-map")
    alone, told = (
        escalate(kb.records, (icop.ThemeMatch(theme=theme, aspect=side, score=0.5, given=given),))
        for given in (True, False)
    )

    assert alone.competent == told.competent
    assert {each.aspect for each in alone.referrals} < {each.aspect for each in told.referrals}
    for fewer, more in zip(alone.steps, told.steps, strict=True):
        assert more.referrals[: len(fewer.referrals)] == fewer.referrals


def test_who_settles_the_likeliest_side_stands_first(kb: icop.KnowledgeBase) -> None:
    """Where the side is not told, everyone who settles a side of the theme is named, the likeliest first."""
    theme = kb.themes["handhaving-boete"]
    plain, leaning = (
        escalate(kb.records, (icop.ThemeMatch(theme=theme, score=0.5, leaning=sides),)).competent
        for sides in ((), ("pvt-en-map", "brede-intake"))
    )

    assert {each.responsibility for each in plain} == {each.responsibility for each in leaning}
    assert plain[0].role == "gemeente"
    assert [each.aspect for each in leaning][:2] == ["pvt-en-map", "brede-intake"]
    assert leaning[0].role == "duo"


def test_who_settles_the_likeliest_side_stands_first_though_others_decide(kb: icop.KnowledgeBase) -> None:
    """Veilig Thuis decides nothing, and yet is who to turn to where its side is the likeliest."""
    theme = kb.themes["huiselijk-geweld"]
    plain, leaning = (
        [
            each.role
            for each in escalate(kb.records, (icop.ThemeMatch(theme=theme, score=0.5, leaning=sides),)).competent
        ]
        for sides in ((), ("advies-en-melden", None))
    )

    assert "veilig-thuis" not in plain
    assert leaning == ["veilig-thuis", *plain]


def test_route_says_who_the_agreed_theme_names(kb: icop.KnowledgeBase) -> None:
    """What a question leads to is what the same theme and aspect lead to by id."""
    asked = kb.escalate("boete omdat hij niet op de brede intake kwam")
    match = asked.themes[0]

    assert asked.competent == kb.escalate(match.theme, aspect=match.aspect.id if match.aspect else None).competent
