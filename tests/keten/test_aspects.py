"""Asking about one side of a theme: who stands on the rungs, and who is competent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from tests._made import RECORDS, made

_CITED = {"citations": [{"source": "page", "place": "question 1"}]}


def _text(nl: str) -> dict[str, str]:
    return {"nl": nl, "en": f"{nl} (en)"}


def _duty(name: str, partner: str, rung: int, capacity: str, **more: Any) -> dict[str, Any]:
    duty = {"id": name, "theme": "boete", "partner": partner, "rung": rung, "order": 1, "capacity": capacity}
    return {**duty, "why": _text(name), **_CITED, **more}


def _kb(folder: Path, *duties: dict[str, Any]) -> icop.KnowledgeBase:
    """The made-up knowledge base, of which the theme boete has three aspects and these responsibilities."""
    aspects = [
        {"id": "intake", "label": _text("Boete bij de intake")},
        {"id": "traject", "label": _text("Boete in het traject"), "other_names": ["verzuimboete"]},
        {"id": "leeg", "label": _text("Lege kant")},
    ]
    boete, *others = RECORDS["themes"]
    kept = [each for each in RECORDS["responsibilities"] if each.get("theme") != "boete"]
    return made(folder, themes=[{**boete, "aspects": aspects}, *others], responsibilities=[*kept, *duties])


_DECIDES = {"scope": "case", "via": "jurist"}


def _warned(route: icop.Escalation) -> str:
    return " / ".join(warning.nl for warning in route.warnings)


def _who(route: icop.Escalation) -> list[tuple[str, str | None]]:
    return [(each.partner.id, each.aspect) for each in route.competent]


class TestCompetent:
    """Who can settle the matter on an aspect."""

    def test_decider_on_the_aspect_is_competent(self, tmp_path: Path) -> None:
        """Only who decides on the aspect asked, not who decides on another."""
        kb = _kb(
            tmp_path,
            _duty("een", "gemeente", 1, "decides", aspect="intake", **_DECIDES),
            _duty("twee", "duo", 3, "decides", aspect="traject", scope="case"),
        )

        assert _who(kb.escalate("boete", aspect="traject")) == [("duo", "traject")]
        assert _who(kb.escalate("boete", aspect="intake")) == [("gemeente", "intake")]

    def test_without_an_aspect_all_deciders_are_named(self, tmp_path: Path) -> None:
        """One partner stands there once for each side it decides on."""
        kb = _kb(
            tmp_path,
            _duty("een", "gemeente", 1, "decides", aspect="intake", **_DECIDES),
            _duty("een-b", "gemeente", 1, "decides", aspect="intake", order=2, **_DECIDES),
            _duty("twee", "gemeente", 1, "decides", aspect="traject", order=3, **_DECIDES),
            _duty("drie", "duo", 3, "decides", aspect="traject", scope="case"),
        )

        assert _who(kb.escalate("boete")) == [("gemeente", "intake"), ("gemeente", "traject"), ("duo", "traject")]

    def test_decider_on_the_whole_theme_decides_on_each_side(self, tmp_path: Path) -> None:
        """Who decides on everything decides on the aspect too, after who decides on that aspect alone."""
        kb = _kb(
            tmp_path,
            _duty("een", "gemeente", 1, "decides", **_DECIDES),
            _duty("twee", "duo", 3, "decides", aspect="traject", scope="case"),
        )

        assert _who(kb.escalate("boete", aspect="traject")) == [("duo", "traject"), ("gemeente", None)]
        assert _who(kb.escalate("boete", aspect="leeg")) == [("gemeente", None)]

    def test_where_nobody_decides_on_it_who_executes_it_is_competent(self, tmp_path: Path) -> None:
        """A decision on another side makes nobody competent on this one."""
        kb = _kb(
            tmp_path,
            _duty("een", "gemeente", 1, "decides", aspect="intake", **_DECIDES),
            _duty("twee", "klantmanager", 1, "executes"),
            _duty("drie", "school", 2, "advises", aspect="traject"),
            _duty("vier", "azc", 2, "executes", aspect="traject"),
        )

        route = kb.escalate("boete", aspect="traject")

        assert _who(route) == [("azc", "traject")]
        assert "Niemand in de gegevens beslist hierover" in route.warnings[-1].nl

    def test_side_that_only_has_rules_leads_to_who_sets_them(self, tmp_path: Path) -> None:
        """Where nobody decides or executes on the aspect, the party behind its rules is named."""
        rules = _duty("een", "coa", 3, "decides", aspect="traject", scope="framework", background=True)
        advice = _duty("twee", "duo", 3, "advises", aspect="traject")
        executing = _duty("drie", "school", 2, "executes", aspect="traject")

        route = _kb(tmp_path, rules, advice).escalate("boete", aspect="traject")

        assert _who(route) == [("coa", "traject")]
        assert "genoemd is wie de kaders stelt" in _warned(route)
        assert _who(_kb(tmp_path, rules, advice, executing).escalate("boete", aspect="traject")) == [
            ("school", "traject")
        ]

    def test_side_nobody_has_falls_to_the_whole_theme(self, tmp_path: Path) -> None:
        """Where no record is about the aspect, those about the whole theme stand in; else everyone of the theme."""
        whole = _duty("twee", "klantmanager", 1, "advises")
        other = _duty("een", "duo", 3, "decides", aspect="intake", scope="case")

        assert _who(_kb(tmp_path, whole, other).escalate("boete", aspect="leeg")) == [("klantmanager", None)]
        assert _who(_kb(tmp_path, other).escalate("boete", aspect="leeg")) == [("duo", "intake")]


class TestRungs:
    """Who stands on a rung when an aspect is asked."""

    def test_other_sides_are_left_out(self, tmp_path: Path) -> None:
        """A rung keeps who is about the aspect and who is about the whole theme."""
        kb = _kb(
            tmp_path,
            _duty("een", "gemeente", 1, "decides", aspect="intake", **_DECIDES),
            _duty("twee", "klantmanager", 1, "executes", order=2),
            _duty("drie", "jurist", 1, "advises", aspect="traject", order=3),
        )

        step = kb.escalate("boete", aspect="traject").steps[0]

        assert [each.partner.id for each in step.referrals] == ["klantmanager", "jurist"]

    def test_rung_is_never_emptied(self, tmp_path: Path) -> None:
        """A rung on which all are about another side keeps them, rather than be empty."""
        kb = _kb(tmp_path, _duty("een", "duo", 3, "decides", aspect="intake", scope="case"))

        assert [each.partner.id for each in kb.escalate("boete", aspect="leeg").steps[2].referrals] == ["duo"]

    def test_text_names_the_side_asked_once(self, tmp_path: Path) -> None:
        """The heading names the aspect asked; without one, each decision says what side it is about."""
        kb = _kb(tmp_path, _duty("een", "gemeente", 1, "decides", aspect="intake", **_DECIDES))

        asked, whole = (kb.escalate("boete", aspect=aspect).describe() for aspect in ("intake", None))

        assert asked.startswith("# Drietrapsraket: Boete (Boete bij de intake)\n")
        assert "1. **Gemeente**: beslist in het individuele geval" in asked
        assert "1. **Gemeente**: beslist in het individuele geval (Boete bij de intake)" in whole


class TestBackground:
    """What is told for the background only."""

    def test_background_stands_apart(self, tmp_path: Path) -> None:
        """Nobody is referred to it: it is no referral, makes nobody competent, and is told beneath the referrals."""
        kb = _kb(
            tmp_path,
            _duty("een", "duo", 3, "advises"),
            _duty("twee", "coa", 3, "decides", scope="framework", background=True, order=2),
        )

        route = kb.escalate("boete")

        assert [each.partner.id for each in route.steps[2].referrals] == ["duo"]
        assert [each.partner.id for each in route.steps[2].background] == ["coa"]
        assert "Achtergrond, geen loket voor een casus:\n\n- Coa: twee [page, question 1]" in route.describe()
        assert [each["partner"] for each in route.to_dict()["steps"][2]["background"]] == ["coa"]

    def test_rung_with_background_alone_shows_it(self, tmp_path: Path) -> None:
        """Where the data know nobody else on the rung, it is referred to all the same."""
        kb = _kb(tmp_path, _duty("twee", "coa", 3, "decides", scope="framework", background=True))

        step = kb.escalate("boete").steps[2]

        assert ([each.partner.id for each in step.referrals], step.background) == (["coa"], ())

    def test_background_of_another_side_is_left_out(self, tmp_path: Path) -> None:
        """What stands behind one side says nothing on another."""
        kb = _kb(
            tmp_path,
            _duty("een", "duo", 3, "advises"),
            _duty("twee", "coa", 3, "informs", background=True, aspect="intake"),
        )

        assert kb.escalate("boete", aspect="traject").steps[2].background == ()
        assert len(kb.escalate("boete", aspect="intake").steps[2].background) == 1

    def test_marks_are_shown_there_too(self, tmp_path: Path) -> None:
        """What is unverified or doubtful in the background is marked like everything else."""
        kb = _kb(
            tmp_path,
            _duty("een", "duo", 3, "advises"),
            _duty("twee", "coa", 3, "informs", background=True, verified=False, doubt=_text("onzeker")),
        )

        assert "- Coa [niet nagetrokken]: twee (onzeker) [page, question 1]" in kb.escalate("boete").describe()


class TestNaming:
    """Naming an aspect."""

    @pytest.mark.parametrize("name", ["traject", "Boete in het traject", "boete in het TRAJECT (en)", "verzuimboete"])
    def test_aspect_is_found_by_any_name(self, tmp_path: Path, name: str) -> None:
        """By id, label in either language, or other name."""
        match = _kb(tmp_path).escalate("boete", aspect=name).themes[0]

        assert match.aspect is not None
        assert match.aspect.id == "traject"

    @pytest.mark.parametrize(("name", "near"), [("trajekt", "Did you mean 'traject'?"), ("", ""), (5, "")])
    def test_unknown_aspect_is_asked_back(self, tmp_path: Path, name: Any, near: str) -> None:
        """A name no aspect has raises, with those there are."""
        with pytest.raises(icop.UnknownAspectError) as caught:
            _kb(tmp_path).escalate("boete", aspect=name)

        assert near in str(caught.value)
        assert "It can be 'intake', 'traject' or 'leeg'." in str(caught.value)

    def test_question_tells_its_aspect(self, tmp_path: Path) -> None:
        """A question that holds the whole name of an aspect is about that side; the longest name tells."""
        kb = _kb(tmp_path)

        found = [
            kb.escalate(question).themes[0].aspect
            for question in ("Wie legt de boete bij de intake op?", "boete, een verzuimboete dus", "welke boete?")
        ]

        assert [each and each.id for each in found] == ["intake", "traject", None]

    def test_aspect_of_small_words_only_is_found_by_none(self, tmp_path: Path) -> None:
        """A name without a telling word stands in every question, so it tells nothing."""
        boete, *others = RECORDS["themes"]
        kb = made(
            tmp_path,
            themes=[{**boete, "aspects": [{"id": "rest", "label": {"nl": "van de", "en": "of the"}}]}, *others],
            responsibilities=[each for each in RECORDS["responsibilities"] if each.get("aspect") is None],
        )

        assert kb.escalate("de boete van de klant").themes[0].aspect is None

    def test_question_about_two_sides_is_about_the_theme(self, tmp_path: Path) -> None:
        """Where the names of two aspects stand in it, neither is chosen."""
        match = _kb(tmp_path).escalate("boete bij de intake of boete in het traject?").themes[0]

        assert match.aspect is None


class TestClusters:
    """A theme others fall under, of which nothing itself is recorded."""

    def test_cluster_offers_what_falls_under_it(self, tmp_path: Path) -> None:
        """The narrower themes are the alternatives, and a warning names them."""
        kb = made(tmp_path, responsibilities=[each for each in RECORDS["responsibilities"] if "theme" not in each])

        route = kb.escalate("les")

        assert [(each.theme.id, each.score) for each in route.alternatives] == [("leeg", 0.0)]
        assert "'Taalles' is een groep thema's. Vraag naar een ervan voor wie wat doet: Leeg." in [
            warning.nl for warning in route.warnings
        ]

    def test_theme_with_records_of_its_own_is_no_cluster(self, tmp_path: Path) -> None:
        """A broader theme that has responsibilities answers for itself."""
        route = made(tmp_path).escalate("les")

        assert route.alternatives == ()
        assert not any("groep thema" in warning.nl for warning in route.warnings)


class TestDoubts:
    """What is uncertain is said in the warnings."""

    def test_doubt_of_the_theme_is_a_warning(self, tmp_path: Path) -> None:
        """What is changing about a theme is the first thing to know."""
        boete, *others = RECORDS["themes"]
        kb = made(tmp_path, themes=[{**boete, "doubt": _text("de wet verandert")}, *others])

        assert "de wet verandert" in [warning.nl for warning in kb.escalate("boete").warnings]

    def test_same_doubt_is_told_once(self, tmp_path: Path) -> None:
        """One doubt about several decisions is one warning."""
        doubt = _text("onzeker")
        kb = _kb(
            tmp_path,
            _duty("een", "gemeente", 1, "decides", aspect="intake", doubt=doubt, **_DECIDES),
            _duty("twee", "gemeente", 1, "decides", aspect="traject", order=2, doubt=doubt, **_DECIDES),
        )

        assert [warning.nl for warning in kb.escalate("boete").warnings].count("Gemeente: onzeker") == 1

    def test_doubt_about_who_decides_is_a_warning(self, tmp_path: Path) -> None:
        """The doubt of a competent referral is told with its name; of others, that there are some."""
        kb = _kb(
            tmp_path,
            _duty("een", "duo", 3, "decides", scope="case", doubt=_text("onzeker")),
            _duty("twee", "klantmanager", 1, "informs"),
        )
        other = _kb(
            tmp_path,
            _duty("een", "duo", 3, "decides", scope="case"),
            _duty("twee", "klantmanager", 1, "informs", doubt=_text("onzeker")),
        )
        generic = "Bij sommige verwijzingen staat tussen haakjes wat onzeker is; lees dat mee."

        assert "Duo: onzeker" in [warning.nl for warning in kb.escalate("boete").warnings]
        assert generic not in [warning.nl for warning in kb.escalate("boete").warnings]
        assert generic in [warning.nl for warning in other.escalate("boete").warnings]
