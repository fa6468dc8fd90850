"""What is often confused in the keten, encoded right: one test for each.

The confusions are those the research notes list; each is settled by the text of the law, but for the refused advance,
which rests on pages of two provinces.
"""

from __future__ import annotations

import pytest

import inburgering_cop as icop


def _competent(theme: str, aspect: str | None = None) -> list[str]:
    return [each.role for each in icop.escalate(theme, aspect=aspect).competent]


def _articles(theme: str, aspect: str | None = None) -> set[str]:
    return {basis.text for each in icop.escalate(theme, aspect=aspect).competent for basis in each.legal_basis}


def _capacities(theme: str, partner: str) -> set[str]:
    rows = icop.load().records.responsibilities_on(theme)
    return {each.capacity.value for each in rows if each.partner == partner}


class TestExemption:
    """Who exempts from the obligation, and who only advises."""

    def test_duo_decides_on_the_medical_exemption(self) -> None:
        """DUO decides on advice of Argonaut; the treating doctor and the gemeente decide nothing."""
        assert _competent("ontheffing-medisch") == ["duo"]
        assert _capacities("ontheffing-medisch", "argonaut") == {"advises"}
        assert _capacities("ontheffing-medisch", "gezondheidszorg") == {"informs"}
        assert "decides" not in _capacities("ontheffing-medisch", "gemeente")

    def test_advice_of_the_college_goes_with_a_bio_application(self) -> None:
        """In special individual circumstances DUO decides too, and the college writes the advice that goes along."""
        assert _competent("ontheffing-bio") == ["duo"]
        assert _competent("ontheffing-bio", "advies-van-het-college")[0] == "gemeente"
        assert _capacities("ontheffing-bio", "gemeente") == {"advises"}
        assert "Bi2021 art. 2.8 lid 2" in _articles("ontheffing-bio", "advies-van-het-college")

    def test_there_is_no_temporary_exemption_under_the_wi2021(self) -> None:
        """What is called so is an extension by DUO, another PIP, or exemption from the duty to work in bijstand."""
        assert _competent("ontheffing-tijdelijk", "inburgeringstermijn") == ["duo"]
        assert "Wi2021 art. 12 lid 1" in _articles("ontheffing-tijdelijk", "inburgeringstermijn")
        assert _competent("ontheffing-tijdelijk", "lessen-en-pip") == ["gemeente"]
        assert _competent("ontheffing-tijdelijk", "arbeidsplicht") == ["gemeente"]
        assert "Pw art. 9 lid 2" in _articles("ontheffing-tijdelijk", "arbeidsplicht")
        assert not any(text.startswith("Wi2021 art. 5") for text in _articles("ontheffing-tijdelijk"))


class TestPlan:
    """Who sets the plan and the route, and what the leerbaarheidstoets is."""

    @pytest.mark.parametrize("theme", ["pip", "leerroutes", "b1-route", "onderwijsroute", "z-route"])
    def test_gemeente_decides_on_pip_and_route(self, theme: str) -> None:
        """The plan and the route are the gemeente's, whoever advises."""
        assert "gemeente" in _competent(theme)
        assert "duo" not in _competent(theme)
        assert "taalaanbieder" not in _competent(theme)

    def test_leerbaarheidstoets_is_advice(self) -> None:
        """DUO is designated to take the test and advises; the gemeente provides the guides and weighs the result."""
        assert _capacities("leerbaarheidstoets", "duo") == {"executes"}
        assert _competent("leerbaarheidstoets", "afname-en-advies") == ["duo"]
        assert "Ri2021 art. 5.1" in _articles("leerbaarheidstoets", "afname-en-advies")
        assert _competent("leerbaarheidstoets", "weging-van-de-uitslag") == ["gemeente"]
        assert "klantmanager" in _competent("leerbaarheidstoets", "toetsbegeleiding")

    def test_exemption_from_the_test_is_of_the_college(self) -> None:
        """Who cannot take the test is exempted by the gemeente, not by DUO."""
        assert _competent("leerbaarheidstoets", "ontheffing-van-de-toets") == ["gemeente"]
        assert "Wi2021 art. 14 lid 6" in _articles("leerbaarheidstoets", "ontheffing-van-de-toets")


class TestFines:
    """Each kind of fine has its own authority."""

    @pytest.mark.parametrize(
        ("aspect", "authority", "article"),
        [
            ("brede-intake", "gemeente", "Wi2021 art. 22 lid 1"),
            ("leertraject", "gemeente", "Wi2021 art. 23 lid 1"),
            ("pvt-en-map", "duo", "Wi2021 art. 24 lid 1"),
            ("leerroute-niet-behaald", "duo", "Wi2021 art. 25 lid 1"),
        ],
    )
    def test_fine_has_its_authority(self, aspect: str, authority: str, article: str) -> None:
        """The gemeente fines at the intake and during the route, DUO where a part is not done in time."""
        assert _competent("handhaving-boete", aspect) == [authority]
        assert article in _articles("handhaving-boete", aspect)

    def test_no_fine_besides_a_cut_in_bijstand(self) -> None:
        """A cut and a fine for the same conduct do not go together."""
        assert "Wi2021 art. 27" in _articles("handhaving-boete", "verlaging-bijstand")

    def test_case_law_on_fines_is_told(self) -> None:
        """What the courts said of fines for people with an asylum permit is a warning on every answer."""
        route = icop.escalate("handhaving-boete", municipality="Lochem")

        assert any("asielstatushouders" in warning.nl and "2013" in warning.nl for warning in route.warnings)


class TestGroups:
    """What holds for one group and not for the other."""

    def test_family_migrants_pay_or_borrow(self) -> None:
        """The duty to offer lessons is not for them; DUO lends, and PVT and MAP are offered to all."""
        assert _competent("gezinsmigranten", "lening") == ["duo"]
        assert {"Wi2021 art. 19", "Wi2021 art. 20 lid 1"} <= _articles("gezinsmigranten", "lening")
        assert "asielstatushouders" in icop.load().responsibilities["gezinsmigranten-college"].why.nl
        for theme in ("pvt", "map"):
            assert "Wi2021 art. 6 lid 3" in _articles(theme)
            assert any("gezins" in each.why.nl for each in icop.escalate(theme).competent)

    def test_old_law_has_no_plan_and_no_municipal_direction(self) -> None:
        """Under the law of 2013 DUO is the pivot; the gemeente may offer guidance, and there is no PIP."""
        assert _competent("wet-2013", "termijn-ontheffing-lening") == ["duo"]
        assert "Wi2021 art. 54 lid 1" in _articles("wet-2013", "termijn-ontheffing-lening")
        assert _competent("wet-2013", "begeleiding") == ["gemeente"]
        assert "Bi2021 art. 12.1a lid 4" in _articles("wet-2013", "begeleiding")
        assert "geen PIP" in icop.load().responsibilities["wet-2013-klantmanager"].why.nl

    def test_ukrainians_are_not_obliged(self) -> None:
        """Displaced people from Ukraine fall outside the obligation; that the reception act was not seen is told."""
        theme = icop.load().themes["oekraiense-ontheemden"]

        assert theme.doubt is not None
        assert not any(text.startswith("Wi2021") for text in _articles("oekraiense-ontheemden"))
        assert not icop.escalate(theme).competent[0].verified


class TestExams:
    """Who examines what."""

    def test_state_exams_are_of_the_cvte(self) -> None:
        """CvTE decides on the state exams, DUO arranges registration; A2 and KNM are DUO's, for the minister."""
        assert _competent("examens", "staatsexamen-nt2") == ["cvte"]
        assert _competent("examens", "a2-en-knm") == ["duo"]
        assert _competent("knm") == ["duo"]
        assert "executes" in _capacities("examens", "duo")

    def test_adapted_exam_follows_the_exam(self) -> None:
        """Who takes the exam decides on taking it in another way."""
        assert _competent("aangepast-examen", "staatsexamen-nt2") == ["cvte"]
        assert _competent("aangepast-examen", "a2-en-knm") == ["duo"]


class TestResidence:
    """The obligation is not the requirement of the IND."""

    def test_ind_judges_the_requirement(self) -> None:
        """A stronger permit and naturalisation are with the IND; DUO only tells whether the obligation was met."""
        assert set(_competent("naturalisatie-verblijfsrecht")) == {"ind"}
        assert _capacities("naturalisatie-verblijfsrecht", "duo") == {"informs"}

    def test_nationality_is_granted_by_royal_decree(self) -> None:
        """The IND handles the request; granting is by royal decree."""
        (ind,) = icop.escalate("naturalisatie-verblijfsrecht", aspect="naturalisatie").competent

        assert "koninklijk besluit" in ind.why.nl
        assert "RWN art. 7 lid 1" in {basis.text for basis in ind.legal_basis}


class TestMoneyAndNumbers:
    """Who sets numbers and pays."""

    def test_number_to_house_is_of_the_minister_for_asylum(self) -> None:
        """Not the ministry of housing: that one only passes it on."""
        assert _competent("koppeling-taakstelling", "aantallen")[0] == "asiel-en-migratie"
        assert _capacities("koppeling-taakstelling", "vro") == {"informs"}

    def test_what_remains_of_a_loan_lapses_by_itself(self) -> None:
        """Under the Wi2021 DUO takes no decision to waive a debt; that was the old law."""
        row = icop.load().responsibilities["leenstelsel-duo-terugbetalen"]

        assert "Bi2021 art. 6.14 lid 1" in {basis.text for basis in row.legal_basis}
        assert "vervalt" in row.why.nl
        assert "kwijtschelding als apart besluit is er onder de Wi2021 nu niet" in row.why.nl

    def test_joint_arrangement_leaves_the_grant_with_the_gemeente(self) -> None:
        """Only a full transfer moves the power to decide, and never the grant of the state."""
        row = icop.load().responsibilities["financiering-spuk-gemeenschappelijke-regeling"]

        assert "Wi2021 art. 18" in {basis.text for basis in row.legal_basis}
        assert "blijft die bij de gemeente" in row.why.nl
        assert set(_competent("financiering-spuk")) == {"szw"}

    def test_ministry_is_no_desk_for_a_case(self) -> None:
        """Where the ministry only makes the rules it stands in the background, with that said."""
        for theme in ("verlenging", "inburgeringstermijn", "vrijstelling", "leerroutes", "handhaving-boete"):
            step = icop.escalate(theme).steps[2]
            assert "szw" not in {each.partner.id for each in step.referrals}, theme
            assert "szw" in {each.partner.id for each in step.background}, theme


class TestAdvance:
    """Who gives an advance on social assistance, and who decides when it is refused."""

    def test_province_decides_on_a_refused_advance(self) -> None:
        """The gemeente decides on the advance; who is refused one, or given too little, asks the province."""
        assert _competent("inrichting-overbrugging", "voorschot") == ["gemeente"]
        assert _competent("inrichting-overbrugging", "voorschot-geweigerd") == ["provincie"]
        refused = icop.escalate("De gemeente weigert een voorschot op mijn bijstand, wie kan dat afdwingen?")
        assert refused.competent[0].role == "provincie"
