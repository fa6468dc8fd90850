"""The drietrapsraket: three steps in order, who is competent, and what to mind."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop import text
from inburgering_cop.knowledge._records import KINDS
from tests._made import RECORDS, made

_CITED = {"citations": [{"source": "page", "place": "question 1"}]}

_THEMES = st.sampled_from(sorted(icop.load().themes))
_PLACES = st.sampled_from(sorted(icop.load().municipalities))
_RUNGS = st.sets(st.sampled_from([1, 2, 3]))


def _ids(referrals: tuple[icop.Referral, ...]) -> list[str]:
    return [referral.partner.id for referral in referrals]


def _warned(route: icop.Escalation) -> str:
    return " / ".join(warning.nl for warning in route.warnings)


class TestSteps:
    """The three steps."""

    def test_steps_stand_in_order_of_their_rungs(self, tmp_path: Path) -> None:
        """Rung is index plus one, and each step carries Rijnmond's question for it."""
        route = made(tmp_path).escalate("boete")

        assert [step.rung for step in route.steps] == [1, 2, 3]
        assert route.steps[0].guiding_question.nl == "Wat kan de gemeente zelf doen?"
        assert route.steps[2].guiding_question.get("en").startswith("Which partner of the keten")
        assert "Wi2021" in route.steps[0].before_next.nl

    def test_rung_of_its_own_keeps_the_general_ladder_away(self, tmp_path: Path) -> None:
        """Where the theme has records on a rung, only those stand there, in their order."""
        route = made(tmp_path).escalate("boete")

        assert _ids(route.steps[0].referrals) == ["gemeente", "klantmanager"]
        assert {referral.basis for referral in route.steps[0].referrals} == {icop.Basis.SPECIFIC}

    def test_rung_without_records_gets_the_general_ladder(self, tmp_path: Path) -> None:
        """Where the theme has none, the general ladder stands there, marked, and a warning names the rung."""
        route = made(tmp_path).escalate("boete")

        assert _ids(route.steps[1].referrals) == ["school"]
        assert route.steps[1].referrals[0].basis is icop.Basis.GENERAL
        assert "Op trede 2 noemen de gegevens voor dit thema niemand" in _warned(route)

    def test_warning_lists_every_general_rung(self, tmp_path: Path) -> None:
        """A theme nobody knows more about stands on the general ladder throughout, and the warning says so."""
        route = made(tmp_path).escalate("leeg")

        assert "Op trede 1, 2, 3 noemen" in _warned(route)
        assert "On rung 1, 2, 3 the data" in " ".join(warning.get("en") for warning in route.warnings)

    def test_records_without_a_ladder_cannot_answer(self, tmp_path: Path) -> None:
        """Nothing is invented: without a general ladder the answer is an error that says how to get one."""
        kb = made(tmp_path, responsibilities=[])

        with pytest.raises(icop.NoLadderError, match=r"^Rung 1 cannot be filled: .* bundled=True") as caught:
            kb.escalate("boete")

        assert caught.value.rung == 1

    @given(_THEMES, st.none() | _PLACES, _RUNGS)
    def test_every_theme_everywhere_gets_three_filled_steps(
        self, theme: str, place: str | None, tried: set[int]
    ) -> None:
        """The answer is total: general ladder and roles fill what the data leave open, whatever was asked."""
        route = icop.escalate(theme, municipality=place, tried=tried)

        assert [step.rung for step in route.steps] == [1, 2, 3]
        assert all(step.referrals for step in route.steps)
        assert all(referral.rung == step.rung for step in route.steps for referral in step.referrals)
        assert route.competent
        assert set(route.competent) <= set(route.referrals)
        assert len({(each.partner.id, each.aspect) for each in route.competent}) == len(route.competent)

    @pytest.mark.whole
    def test_the_whole_sweep(self, kb: icop.KnowledgeBase) -> None:
        """Every theme, in each of the 342 gemeenten and without one, gives three non-empty steps in order."""
        places = [None, *kb.municipalities.values()]

        for theme in kb.themes.values():
            for place in places:
                route = kb.escalate(theme, municipality=place)
                assert [step.rung for step in route.steps] == [1, 2, 3], (theme, place)
                assert all(step.referrals for step in route.steps), (theme, place)
                assert route.competent, (theme, place)

        assert len(places) == 343
        assert len([theme for theme in kb.themes.values() if theme.broader]) >= 60


class TestReferrals:
    """Who stands on a rung."""

    def test_organisations_at_the_table_stand_for_the_role(self, tmp_path: Path) -> None:
        """Standing and on-request organisations of the covering community stand in for the role; guests do not."""
        route = made(tmp_path).escalate("les", municipality="Hier")

        first, second = [each for each in route.steps[1].referrals if each.role == "school"]
        assert (first.partner.id, second.partner.id) == ("alfa", "beta")
        assert first.at_table is not None
        assert first.at_table.standing is icop.Standing.STANDING
        assert second.at_table is not None
        assert second.at_table.standing is icop.Standing.ON_REQUEST

    def test_without_a_gemeente_the_role_itself_is_named(self, tmp_path: Path) -> None:
        """Where no community serves the question, the role stands there, at no table."""
        route = made(tmp_path).escalate("les")

        assert _ids(route.steps[1].referrals) == ["school", "azc"]
        assert all(each.at_table is None for each in route.referrals)

    def test_function_sits_through_the_gemeente_that_sends_it(self, tmp_path: Path) -> None:
        """A function is at the table when the gemeente sends it."""
        route = made(tmp_path).escalate("boete", municipality="Hier")

        seat = next(each for each in route.steps[0].referrals if each.partner.id == "klantmanager").at_table
        assert seat is not None
        assert seat.partner == "gemeente-hier"

    def test_function_of_another_gemeente_still_shows_the_table(self, tmp_path: Path) -> None:
        """For a gemeente that sends nobody itself, the seat of the one that does is shown."""
        route = made(tmp_path).escalate("boete", municipality="Naast")

        seat = next(each for each in route.steps[0].referrals if each.partner.id == "klantmanager").at_table
        assert seat is not None
        assert seat.partner == "gemeente-hier"

    def test_function_sits_through_its_own_gemeente_first(self, tmp_path: Path) -> None:
        """Where several gemeenten send the function, the seat shown is that of the gemeente asked for."""
        partners = [
            *RECORDS["partners"],
            next(each for each in RECORDS["partners"] if each["id"] == "gemeente-hier")
            | {"id": "gemeente-naast", "municipality": "GM0002"},
        ]
        seats = [
            {"partner": name, "standing": "standing", "sends": ["klantmanager"], **_CITED}
            for name in ("gemeente-hier", "gemeente-naast")
        ]
        community = {**RECORDS["communities"][0], "participations": seats, "municipalities": ["GM0001", "GM0002"]}
        kb = made(tmp_path, partners=partners, communities=[community])

        for place, own in (("Hier", "gemeente-hier"), ("Naast", "gemeente-naast")):
            seat = kb.escalate("boete", municipality=place).steps[0].referrals[1].at_table
            assert seat is not None
            assert seat.partner == own

    def test_part_sits_through_the_whole(self, tmp_path: Path) -> None:
        """A location of a body is at the table when the body is."""
        route = made(tmp_path).escalate("les", municipality="Hier")

        seat = next(each for each in route.steps[1].referrals if each.partner.id == "azc").at_table
        assert seat is not None
        assert seat.partner == "coa"

    def test_gemeente_is_asked_through_no_organisation(self, tmp_path: Path) -> None:
        """The role gemeente stays the role: one's own gemeente is not an organisation to be referred to."""
        route = made(tmp_path).escalate("boete", municipality="Hier")

        assert route.steps[0].referrals[0].partner.id == "gemeente"

    def test_reasons_travel_with_the_referral(self, tmp_path: Path) -> None:
        """Capacity, scope, aspect, reason, articles, citations and doubt are those of the responsibility."""
        kb = made(tmp_path)

        referral = kb.escalate("boete").steps[0].referrals[0]

        duty = kb.responsibilities["boete-gemeente"]
        assert (referral.capacity, referral.scope, referral.aspect) == (duty.capacity, duty.scope, "intake")
        assert (referral.why, referral.legal_basis, referral.citations) == (duty.why, duty.legal_basis, duty.citations)
        assert (referral.via, referral.responsibility) == (kb.partners["jurist"], "boete-gemeente")
        assert kb.escalate("les").steps[1].referrals[0].doubt == duty_doubt(kb)

    def test_unverified_partner_makes_the_referral_unverified(self, tmp_path: Path) -> None:
        """What is uncertain about an organisation is uncertain about turning to it."""
        alfa, beta = made(tmp_path).escalate("boete", municipality="Hier").steps[1].referrals

        assert (alfa.verified, alfa.doubt) == (True, None)
        assert beta.verified is False
        assert beta.doubt is not None
        assert beta.doubt.nl == "twijfel"

    def test_doubts_about_both_are_both_told(self, tmp_path: Path) -> None:
        """A doubt about what is asked there does not hide the doubt about the organisation."""
        _, beta, _ = made(tmp_path).escalate("les", municipality="Hier").steps[1].referrals

        assert beta.doubt is not None
        assert (beta.doubt.nl, beta.doubt.get("en")) == ("onzeker twijfel", "onzeker (en) twijfel (en)")

    def test_same_said_of_two_stands_once(self, tmp_path: Path) -> None:
        """Organisations of which the same is said stand in one line of the text."""
        seats = [{"partner": name, "standing": "standing", **_CITED} for name in ("alfa", "gast")]
        community = {**RECORDS["communities"][0], "participations": seats}

        shown = made(tmp_path, communities=[community]).escalate("boete", municipality="Hier").describe()

        assert "1. **Alfa**, **Gast** (School): voert uit" in shown

    def test_unverified_is_said(self, tmp_path: Path) -> None:
        """One unverified referral anywhere makes the answer say so."""
        kb = made(tmp_path)

        assert "niet is nagetrokken" in _warned(kb.escalate("les"))
        assert "niet is nagetrokken" not in _warned(kb.escalate("boete"))


def duty_doubt(kb: icop.KnowledgeBase) -> icop.LocalizedText | None:
    """The doubt of the one made-up responsibility that has one."""
    return kb.responsibilities["les-school"].doubt


class TestCompetent:
    """Who can settle the matter."""

    def test_who_decides_the_case_is_competent(self, tmp_path: Path) -> None:
        """Who decides the single case comes alone; who decides on the framework does not settle a case."""
        route = made(tmp_path).escalate("boete")

        (first,) = route.competent
        assert first.partner.id == "gemeente"
        assert first.via is not None
        assert first.via.id == "jurist"
        assert "Niemand in de gegevens beslist" not in _warned(route)

    def test_without_a_decision_who_advises_is_named_with_a_warning(self, tmp_path: Path) -> None:
        """Nobody decides and nobody executes: who advises is named, and a warning says so in both languages."""
        route = made(tmp_path).escalate("les")

        assert _ids(route.competent) == ["school"]
        assert "genoemd is wie erover adviseert" in _warned(route)
        assert "named is who advises on it" in " ".join(warning.get("en") for warning in route.warnings)

    def test_who_executes_goes_before_who_advises(self, tmp_path: Path) -> None:
        """Nobody decides: who executes is named."""
        duties = [*RECORDS["responsibilities"], _changed("les-azc", "les-doet", capacity="executes")]

        route = made(tmp_path, responsibilities=duties).escalate("les")

        assert _ids(route.competent) == ["azc"]
        assert "genoemd is wie het uitvoert" in _warned(route)

    def test_whoever_is_concerned_when_nobody_acts(self, tmp_path: Path) -> None:
        """Nobody decides, executes or advises: whoever the theme's own records name is named."""
        duties = [each for each in RECORDS["responsibilities"] if each["id"] != "les-school"]

        route = made(tmp_path, responsibilities=duties).escalate("les")

        assert _ids(route.competent) == ["azc"]
        assert "wie het aangaat" in _warned(route)

    def test_general_ladder_names_its_lowest_rung_only(self, tmp_path: Path) -> None:
        """On a theme without records of its own the gemeente's functions are named, not the whole ladder."""
        assert _ids(made(tmp_path).escalate("leeg").competent) == ["klantmanager"]

    def test_partner_is_named_once(self, tmp_path: Path) -> None:
        """A partner with two duties that settle the matter is named once, by the first."""
        duties = [*RECORDS["responsibilities"], _changed("boete-gemeente", "boete-nogmaals", order=3)]

        route = made(tmp_path, responsibilities=duties).escalate("boete")

        assert [each.responsibility for each in route.competent] == ["boete-gemeente"]


def _changed(duty: str, name: str, **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in RECORDS["responsibilities"] if each["id"] == duty)
    return found | {"id": name} | changes


class TestTried:
    """`tried=` and the next step."""

    @given(_RUNGS)
    def test_next_step_is_the_first_rung_not_tried(self, tried: set[int]) -> None:
        """The ladder is climbed in order: rung 3 is next only when 1 and 2 were tried, None when all were."""
        route = icop.escalate("ontheffing-medisch", tried=tried)

        assert route.tried == tuple(sorted(tried))
        assert route.next_step == next((rung for rung in (1, 2, 3) if rung not in tried), None)
        assert len(route.steps) == 3

    def test_third_rung_alone_warns(self, tmp_path: Path) -> None:
        """Who went to the keten first is told what was skipped; with rung 1 or 2 tried as well, not."""
        kb = made(tmp_path)

        assert "Trede 3 is al geprobeerd, trede 1 en 2 niet" in _warned(kb.escalate("boete", tried={3}))
        assert "al geprobeerd, trede 1" not in _warned(kb.escalate("boete", tried={1, 3}))

    @pytest.mark.parametrize("tried", [{0}, {4}, {"1"}, {True}, {1.0}, "1", 3, b"1"])
    def test_something_else_than_rungs_is_refused(self, tmp_path: Path, tried: Any) -> None:
        """A rung is 1, 2 or 3; anything else is refused with what is allowed."""
        with pytest.raises(icop.InvalidValueError, match=r"a set of rungs among 1, 2 and 3, such as \{1, 2\}\.$"):
            made(tmp_path).escalate("boete", tried=tried)


class TestPlace:
    """The gemeente and the community that serves it."""

    def test_named_gemeente(self, tmp_path: Path) -> None:
        """A gemeente the page names is covered as named, without a warning about its place."""
        route = made(tmp_path).escalate("boete", municipality="Hier")

        assert route.community is not None
        assert (route.community.id, route.coverage, route.nearest) == ("noord", icop.Coverage.NAMED, None)
        assert "niet;" not in _warned(route)

    def test_gemeente_in_the_area(self, tmp_path: Path) -> None:
        """A gemeente in the area that the page does not name is covered as area, and the answer says so."""
        route = made(tmp_path).escalate("boete", municipality="naast")

        assert route.coverage is icop.Coverage.AREA
        assert "De pagina van CoP Noord noemt Naast niet; de gemeente ligt wel in het gebied." in _warned(route)

    def test_uncovered_gemeente_names_the_nearest_community(self, tmp_path: Path) -> None:
        """Where none covers, roles stand on rung 2, the answer says so, and the nearest is named but not used."""
        route = made(tmp_path).escalate("les", municipality="Verderop")

        assert route.community is None
        assert route.coverage is None
        assert route.nearest is not None
        assert route.nearest.id == "noord"
        assert _ids(route.steps[1].referrals) == ["school", "azc"]
        assert "Geen regionale community in de gegevens dekt Verderop; op trede 2 staan rollen" in _warned(route)
        assert "De dichtstbijzijnde is CoP Noord." in _warned(route)

    def test_far_gemeente_has_no_nearest(self, tmp_path: Path) -> None:
        """In a province without communities none is nearest, and the warning names none."""
        route = made(tmp_path).escalate("les", municipality="GM0004")

        assert route.nearest is None
        assert "dichtstbijzijnde" not in _warned(route)

    def test_nearest_by_region_goes_before_province(self, kb: icop.KnowledgeBase) -> None:
        """Zutphen shares Lochem's region, Den Bosch a province with Hart van Brabant, Emmen neither with any."""
        zutphen = kb.escalate("map", municipality="Zutphen")
        den_bosch = kb.escalate("map", municipality="Den Bosch")
        emmen = kb.escalate("map", municipality="Emmen")

        assert zutphen.nearest == kb.communities["achterhoek"]
        assert den_bosch.nearest == kb.communities["hart-van-brabant"]
        assert emmen.nearest is None

    def test_nearest_of_a_community_that_names_no_gemeente(self, tmp_path: Path) -> None:
        """A community that names no gemeente is near by the provinces of its whole area."""
        unnamed = {**RECORDS["communities"][0], "municipalities": []}

        route = made(tmp_path, communities=[unnamed]).escalate("les", municipality="Verderop")

        assert route.nearest is not None
        assert route.nearest.id == "noord"

    def test_community_given_overrides(self, tmp_path: Path) -> None:
        """A community named by the asker is used for a gemeente it does not cover; coverage is then None."""
        kb = made(tmp_path)

        route = kb.escalate("les", municipality="Verderop", community="CoP Noord")

        assert route.community == kb.communities["noord"]
        assert (route.coverage, route.nearest) == (None, None)
        assert _ids(route.steps[1].referrals)[0] == "alfa"

    def test_community_given_for_its_own_gemeente_keeps_the_coverage(self, tmp_path: Path) -> None:
        """A community that does cover the gemeente says how, also when it was given."""
        kb = made(tmp_path)

        route = kb.escalate("les", municipality="Hier", community=kb.communities["noord"])

        assert route.coverage is icop.Coverage.NAMED

    def test_community_given_among_several_that_cover(self, tmp_path: Path) -> None:
        """Where several communities cover the gemeente, the one given is used, with how it covers."""
        noord = RECORDS["communities"][0]
        other = {**noord, "id": "ander", "municipalities": [], "starts": "2025"}
        kb = made(tmp_path, communities=[noord, other])

        route = kb.escalate("les", municipality="Hier", community="ander")

        assert route.community == kb.communities["ander"]
        assert route.coverage is icop.Coverage.AREA

    def test_thematic_community_joins_for_its_themes_only(self, tmp_path: Path) -> None:
        """Without a regional community, a thematic one serves its own themes and no others; the earliest first."""
        noord = RECORDS["communities"][0]
        themed = [
            {**noord, "id": name, "kind": "thematic", "starts": start, "municipalities": [], "regions": []}
            for name, start in (("laat", "2024"), ("vroeg", "2022"))
        ]
        kb = made(tmp_path, communities=[noord, *themed])

        assert (kb.escalate("les").community or noord) == kb.communities["vroeg"]
        assert kb.escalate("boete").community is None
        assert (kb.escalate("les", municipality="Hier").community or noord) == kb.communities["noord"]
        assert "op trede 2 staan rollen" in _warned(kb.escalate("les", municipality="Verderop"))

    def test_thematic_community_lends_no_local_organisations(self, tmp_path: Path) -> None:
        """Its participants come from all over: for a gemeente it names, roles and national bodies are named only."""
        themed = {**RECORDS["communities"][0], "kind": "thematic"}
        kb = made(tmp_path, communities=[themed])

        route = kb.escalate("les", municipality="Hier")

        assert route.community == kb.communities["noord"]
        assert _ids(route.steps[1].referrals) == ["school", "azc"]
        assert [each.id for each in kb.partners_for(municipality="Hier")] == ["coa", "gemeente-hier", "klantmanager"]
        assert "alfa" not in kb.graph(municipality="Hier")

    def test_network_that_covers_a_gemeente_is_no_table_for_it(self, tmp_path: Path) -> None:
        """Only a regional community serves a gemeente by covering it; a related network does not."""
        network = {**RECORDS["communities"][0], "kind": "network"}

        route = made(tmp_path, communities=[network]).escalate("les", municipality="Hier")

        assert route.community is None
        assert "Geen regionale community in de gegevens dekt Hier" in _warned(route)

    def test_former_name_is_said(self, kb: icop.KnowledgeBase) -> None:
        """An answer asked for by the name of a gemeente that has ended says so, and for which one it is."""
        route = kb.escalate("map", municipality="Weesp")

        assert route.former == kb.former_municipalities["GM0457"]
        assert "Weesp bestaat niet meer sinds 24 maart 2022; dit antwoord is voor Amsterdam." in _warned(route)
        assert kb.escalate("map", municipality="Amsterdam").former is None
        assert kb.escalate("map", municipality=kb.municipalities["GM0363"]).former is None

    def test_joint_social_service_is_told(self, tmp_path: Path) -> None:
        """Where others carry out tasks for the gemeente, the answer says to ask whether, and who then decides."""
        first, *others = RECORDS["municipalities"]
        kb = made(tmp_path, municipalities=[{**first, "social_service": "alfa"}, *others])

        assert "Alfa voert voor Hier taken uit. Vraag na of inburgering daarbij hoort" in _warned(
            kb.escalate("boete", municipality="Hier")
        )
        assert "taken uit" not in _warned(kb.escalate("boete", municipality="Naast"))

    def test_doubt_about_the_joint_service_is_told(self, tmp_path: Path) -> None:
        """What is uncertain about the service follows after its name."""
        first, *others = RECORDS["municipalities"]
        kb = made(tmp_path, municipalities=[{**first, "social_service": "beta"}, *others])

        assert "Beta: twijfel" in _warned(kb.escalate("boete", municipality="Hier"))

    def test_joint_service_stands_for_the_role_it_fills(self, tmp_path: Path) -> None:
        """It is named instead of the organisations at the table, for its own gemeenten only."""
        first, *others = RECORDS["municipalities"]
        kb = made(tmp_path, municipalities=[{**first, "social_service": "gast"}, *others])

        assert _ids(kb.escalate("boete", municipality="Hier").steps[1].referrals) == ["gast"]
        assert _ids(kb.escalate("boete", municipality="Naast").steps[1].referrals) == ["alfa", "beta"]

    def test_announced_merger_is_marked(self, kb: icop.KnowledgeBase) -> None:
        """A merger that is announced and not in force stands on the answer, with what was not verified."""
        route = kb.escalate("map", municipality="Wijdemeren")

        assert route.municipality == kb.municipalities["GM1696"]
        assert "Aangekondigd per 1 januari 2027: Wijdemeren gaat op in Hilversum." in _warned(route)
        assert "niet nagetrokken" in _warned(route)

    def test_given_name_is_kept(self, tmp_path: Path) -> None:
        """The answer remembers how the gemeente was given; a record given is remembered by its name."""
        kb = made(tmp_path)

        assert kb.escalate("boete", municipality="0001").given_as == "0001"
        assert kb.escalate("boete", municipality=kb.municipalities["GM0001"]).given_as == "Hier"
        assert kb.escalate("boete").given_as is None


class TestTips:
    """The tips that fit a step."""

    def test_tip_stands_on_the_rung_of_whom_it_is_about(self, tmp_path: Path) -> None:
        """A tip about a partner helps on that partner's rung, one without partners on that of whom it speaks to."""
        route = made(tmp_path).escalate("les", municipality="Hier")

        assert [[tip.id for tip in step.tips] for step in route.steps] == [
            ["noord-kijk-eerst", "noord-los"],
            [],
            ["noord-bel-coa", "noord-ladder"],
        ]

    def test_tip_on_the_ladder_fits_every_theme(self, tmp_path: Path) -> None:
        """Advice on the ladder itself stands on its rung for every theme, after the theme's own."""
        route = made(tmp_path).escalate("boete")

        assert [tip.id for tip in route.steps[2].tips] == ["noord-ladder"]

    def test_tips_of_the_own_table_come_first(self, kb: icop.KnowledgeBase) -> None:
        """In Midden-Limburg the tips of Midden-Limburg stand before those of others."""
        tips = kb.escalate("werkgeverscontact", municipality="Weert").steps[1].tips

        homes = [tip.community == "midden-limburg" for tip in tips if not tip.rungs]
        assert homes == sorted(homes, reverse=True)
        assert homes[0]

    def test_tips_from_near_come_before_tips_from_far(self, tmp_path: Path) -> None:
        """After the own table: communities in the labour-market region, then in the province, then all others."""
        near, province, far = (
            {**RECORDS["communities"][0], "id": name, "name": {"nl": name, "en": name}, **where}
            for name, where in {
                "c-streek": {"kind": "network", "municipalities": [], "regions": ["AM01"]},
                "b-provincie": {"kind": "network", "municipalities": ["GM0003"], "regions": []},
                "a-ver": {"kind": "network", "municipalities": ["GM0004"], "regions": []},
            }.items()
        )
        first = RECORDS["tips"][0]
        tips = [
            *RECORDS["tips"],
            *({**first, "id": f"{each['id']}-tip", "community": each["id"]} for each in (near, province, far)),
        ]
        kb = made(tmp_path, communities=[*RECORDS["communities"], near, province, far], tips=tips)

        def shown(place: str | None) -> list[str]:
            return [tip.id for tip in kb.escalate("les", municipality=place).steps[2].tips if not tip.rungs]

        assert shown("Naast") == ["noord-bel-coa", "c-streek-tip", "b-provincie-tip", "a-ver-tip"]
        assert shown(None) == ["a-ver-tip", "b-provincie-tip", "c-streek-tip", "noord-bel-coa"]


class TestAnswer:
    """The answer as a value, as text and as JSON."""

    def test_notebook_shows_the_whole_answer(self, kb: icop.KnowledgeBase) -> None:
        """In a notebook an answer shows its text as Markdown."""
        route = kb.escalate("ontheffing-medisch", municipality="Rotterdam")

        assert route._repr_markdown_() == text.in_markdown(route.describe())

    def test_medical_exemption_in_rotterdam(self, kb: icop.KnowledgeBase) -> None:
        """The worked case: a function at Rijnmond's table, named local organisations, and DUO that decides."""
        route = kb.escalate("ontheffing-medisch", municipality="Rotterdam")

        assert route.community == kb.communities["rijnmond"]
        assert route.coverage is icop.Coverage.NAMED
        assert any(each.at_table for each in route.steps[0].referrals if each.partner.type is icop.PartnerType.FUNCTION)
        assert {"albeda", "eur", "nl-training", "sntr", "top-taal"} <= set(_ids(route.steps[1].referrals))
        assert _ids(route.steps[2].referrals)[:2] == ["duo", "argonaut"]
        assert [each.capacity for each in route.steps[2].referrals[:2]] == [
            icop.Capacity.DECIDES,
            icop.Capacity.ADVISES,
        ]
        assert route.competent[0].partner.id == "duo"
        assert [basis.text for basis in route.competent[0].legal_basis][:2] == [
            "Wi2021 art. 5 lid 1",
            "Bi2021 art. 2.7 lid 5",
        ]

    def test_question_as_typed_leads_to_the_same_route(self, kb: icop.KnowledgeBase) -> None:
        """A question that matches a theme gets the steps of that theme, and keeps the question.

        Last on a rung can stand who settles what it may be about instead.
        """
        asked = kb.escalate("Mijn klant is langdurig ziek …", municipality="Rotterdam")

        given_by_id = kb.escalate("ontheffing-medisch", municipality="Rotterdam")
        assert asked.question == "Mijn klant is langdurig ziek …"
        own = [[each for each in step.referrals if not each.instead] for step in asked.steps]
        assert own == [[*step.referrals] for step in given_by_id.steps]
        assert [word.typed for word in asked.themes[0].words] == ["klant", "langdurig", "ziek"]
        assert given_by_id.question is None

    def test_other_themes_are_offered(self, tmp_path: Path) -> None:
        """A question about two themes answers the best and offers the other."""
        route = made(tmp_path).escalate("taalles of boete")

        assert [match.theme.id for match in (*route.themes, *route.alternatives)] == ["les", "boete"]

    def test_who_settles_another_theme_stands_last_on_its_rung(self, kb: icop.KnowledgeBase) -> None:
        """Each other theme offered has, after everyone on the first, those who are competent on it, and nobody else."""
        route = kb.escalate("Mijn klant wil stoppen met school door zijn werk en zijn baby")

        instead = [each for each in route.referrals if each.instead]
        others = [(each.theme.id, each.aspect.id if each.aspect else None) for each in route.alternatives]
        assert others
        for theme, side in others:
            settling = {each.responsibility for each in kb.escalate(theme, aspect=side).competent}
            assert {each.responsibility for each in instead if each.theme == theme} == settling
        assert {each.theme for each in instead} == {theme for theme, _ in others}
        for step in route.steps:
            assert [each.instead for each in step.referrals] == sorted(each.instead for each in step.referrals)
        assert not any(each.instead for each in route.competent)

    def test_nobody_stands_there_for_another_theme_where_none_is_offered(self, kb: icop.KnowledgeBase) -> None:
        """A theme that was given, and a cluster whose narrower themes are offered, name nobody instead."""
        for theme in ("klachten-bezwaar", "cluster-examen"):
            route = kb.escalate(theme)

            assert not any(each.instead for each in route.referrals)
            assert {each.theme for each in route.referrals} <= {theme, None}

    @given(_THEMES, st.text(st.characters(categories=["L"]), min_size=1, max_size=30))
    def test_renamed_label_keeps_the_route(self, theme: str, label: str) -> None:
        """A theme given by id is looked up by id alone, so what it is called cannot change who is named."""
        kb = icop.load()
        renamed = attrs.evolve(kb.themes[theme], label=icop.LocalizedText(nl=f"x {label} x"))
        by_kind = {kind: dict(getattr(kb, kind)) for kind in KINDS}
        by_kind["themes"][theme] = renamed
        records = icop.Records.of(kb.records.dataset, by_kind)

        assert icop.KnowledgeBase(records).escalate(theme).steps == kb.escalate(theme).steps

    def test_equal_answers_are_equal_and_pickle(self, kb: icop.KnowledgeBase) -> None:
        """An answer is a value: asked twice it is equal, it hashes, and it survives pickling."""
        route = kb.escalate("ontheffing-medisch", municipality="Rotterdam")

        assert route == kb.escalate("ontheffing-medisch", municipality="Rotterdam")
        assert hash(route) == hash(pickle.loads(pickle.dumps(route)))
        assert pickle.loads(pickle.dumps(route)) == route

    def test_reprs_are_short(self, tmp_path: Path) -> None:
        """Answer, step and referral show what they are."""
        route = made(tmp_path).escalate("boete", municipality="Hier")

        assert repr(route) == "<Escalation 'boete' in Hier>"
        assert repr(made(tmp_path).escalate("boete")) == "<Escalation 'boete'>"
        assert repr(route.steps[0]) == "<Step 1: 2 referrals>"
        assert repr(route.steps[0].referrals[0]) == "<Referral 'gemeente' decides on rung 1>"

    def test_json_has_the_agreed_form(self, tmp_path: Path) -> None:
        """The JSON object has the agreed keys, and ids and stored words in it."""
        route = made(tmp_path).escalate("taalles", municipality="0001", tried={1})

        value = json.loads(json.dumps(route.to_dict(lang="en")))

        assert list(value) == [
            *("format", "as_of", "lang", "question", "municipality", "community", "coverage", "nearest", "themes"),
            *("alternatives", "competent", "entry", "tried", "next_step", "warnings", "steps"),
        ]
        assert (value["format"], value["as_of"], value["lang"], value["next_step"]) == (1, "2026-01-02", "en", 2)
        assert value["municipality"] == {"code": "GM0001", "name": "Hier", "given_as": "0001"}
        assert (value["community"], value["coverage"], value["nearest"]) == ("noord", "named", None)
        assert value["themes"] == [
            {
                "id": "les",
                "aspect": None,
                "score": 1.0,
                "words": [{"typed": "taalles", "matched": "Taalles", "field": "label.nl"}],
            }
        ]
        assert list(value["competent"][0]) == ["partner", "role", "rung", "capacity", "aspect", "via", "verified"]
        assert list(value["steps"][0]) == [
            *("rung", "guiding_question", "before_next", "referrals", "background", "tips")
        ]
        referral = value["steps"][1]["referrals"][0]
        assert (referral["partner"], referral["role"], referral["at_table"]) == ("alfa", "school", "standing")
        assert (referral["verified"], referral["doubt"], referral["basis"]) == (False, "onzeker (en)", "specific")
        assert value["steps"][2]["tips"] == ["noord-bel-coa", "noord-ladder"]

    def test_json_shows_articles_and_who_prepares(self, tmp_path: Path) -> None:
        """Articles come with their jci link and whether they were checked; a decision says who prepares it."""
        value = made(tmp_path).escalate("boete").to_dict()

        assert value["steps"][0]["referrals"][0]["legal_basis"] == [
            {"text": "Wet art. 2 lid 1", "jci": "jci1.3:c:BWBR0000001&artikel=2&lid=1", "checked": False}
        ]
        assert value["competent"][0]["via"] == "jurist"
        assert value["municipality"] is None

    @given(_THEMES, _PLACES)
    def test_language_never_changes_ids_or_stored_words(self, theme: str, place: str) -> None:
        """Only texts follow the language: programs that read the ids get the same answer in both."""
        route = icop.escalate(theme, municipality=place)

        assert _bare(route.to_dict(lang="nl")) == _bare(route.to_dict(lang="en"))

    def test_text_shows_everything_that_is_marked(self, tmp_path: Path) -> None:
        """The text names question, words, place, table, doubts, unchecked articles, tips and what to mind."""
        shown = made(tmp_path).escalate("taalles", municipality="Hier", tried={1, 2, 3}).describe()

        assert shown.startswith("# Drietrapsraket: Taalles\n")
        assert "- Vraag: taalles\n- Herkend: taalles → Taalles\n- Gemeente: Hier\n" in shown
        assert "- Community: CoP Noord (de pagina noemt deze gemeente)" in shown
        assert "- Volgende trede: alle treden zijn geprobeerd" in shown
        assert "## Trede 1: Zelf (al geprobeerd)" in shown
        line = "1. **Alfa** (School): adviseert [aan tafel bij CoP Noord: vaste deelnemer; niet nagetrokken]"
        assert f"{line}  \n   les-school  \n   (onzeker)  \n" in shown
        assert "[aan tafel bij CoP Noord: vaste deelnemer; algemene ladder, niet specifiek voor dit thema]" in shown
        assert "- Bel het coa [page, question 1]" in shown
        assert shown.endswith("Stand van de gegevens: 2 januari 2026.\n")

    def test_text_shows_articles_and_decisions(self, tmp_path: Path) -> None:
        """A decision says what it is about and who prepares it; an article that was not read is marked."""
        shown = made(tmp_path).escalate("boete").describe()

        assert "- Gemeente (trede 1): beslist in het individuele geval (Boete bij de intake), voor" in shown
        assert "Grondslag: Wet art. 2 lid 1 (artikel niet nagelezen)" in shown
        assert "- Volgende trede: 1" in shown

    def test_text_tells_other_sides_shortly(self, kb: icop.KnowledgeBase) -> None:
        """Who is about another side than the one asked stands in a line, under a heading, with its side and article."""
        nl, en = (kb.escalate("verhuizing en pip").describe(lang=lang) for lang in ("nl", "en"))

        first, beside = nl.split("Over een andere kant van dit onderwerp:\n\n", 1)
        lines = beside.split("\n\n")[0].splitlines()
        assert "## Trede 1: Zelf\n" in first
        assert "## Trede 2" not in first
        assert all(line.startswith("- **") and line.endswith("]") for line in lines)
        assert any(
            line.startswith("- **Klantmanager**: ") and "(gegevens van de vorige gemeente)" in line for line in lines
        )
        assert "On another side of this topic:\n\n- **" in en

    def test_marks_that_turn_text_are_shown(self, tmp_path: Path) -> None:
        """A mark left open in a question turns nothing after it, at the prompt and in a notebook."""
        route = made(tmp_path).escalate("taalles \u202e boete")

        assert "- Vraag: taalles [U+202E] boete\n" in route.describe()
        assert "\u202e" not in route._repr_markdown_()

    def test_text_without_anything_to_mind_has_no_such_heading(self, tmp_path: Path) -> None:
        """An answer without warnings shows no heading for them."""
        duties = [*RECORDS["responsibilities"], _changed("les-azc", "boete-azc", theme="boete")]

        shown = made(tmp_path, responsibilities=duties).escalate("boete").describe()

        assert "Let op" not in shown

    def test_text_in_english_shows_alternatives(self, tmp_path: Path) -> None:
        """In English the same answer, with the themes it may be about instead; a given table shows without coverage."""
        kb = made(tmp_path)

        shown = kb.escalate("taalles of boete", community="noord").describe(lang="en")

        assert "- Or did you mean: Boete (en)" in shown
        line = "- **Gemeente (en)**: decides in the individual case (Boete (en): Boete bij de intake (en)); Wet art. 2"
        assert f"If your question is about something else:\n\n{line} lid 1 (article not checked) [page, " in shown
        assert "- Community: CoP Noord (en)\n" in shown

    @pytest.mark.parametrize("ask", ["describe", "to_dict"])
    def test_other_languages_are_refused(self, tmp_path: Path, ask: str) -> None:
        """The library speaks nl and en."""
        route = made(tmp_path).escalate("boete")

        with pytest.raises(icop.InvalidValueError, match=r"^lang cannot be 'fr'\. It must be nl or en\.$"):
            getattr(route, ask)(lang="fr")


def _bare(value: Any, key: str = "") -> Any:
    """`value` without its texts."""
    if key in {"guiding_question", "before_next", "stands", "said", "why", "name", "doubt", "warnings", "lang"}:
        return None
    if isinstance(value, dict):
        return {name: _bare(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    return value
