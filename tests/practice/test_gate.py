"""The gate of the drietrapsraket."""

from __future__ import annotations

from pathlib import Path

import pytest

import inburgering_cop as icop
from inburgering_cop.practice import Dossier, _gate
from tests._made import RECORDS, made
from tests.practice._dossiers import day, framed, involved, on_two_rungs, opened, worked_out


class TestStanding:
    """The rung follows the responsibility on the theme, not the partner."""

    @pytest.mark.parametrize(
        ("partner", "rungs"),
        [
            ("duo", (3,)),
            ("argonaut", (3,)),
            ("szw", (3,)),
            ("albeda", (2,)),
            ("taalaanbieder", (2,)),
            ("klantmanager", (1,)),
            ("gemeente", (1,)),
        ],
    )
    def test_partner_stands_where_the_theme_has_it(
        self, kb: icop.KnowledgeBase, partner: str, rungs: tuple[int, ...]
    ) -> None:
        """A body by itself, an organisation through the role it fills, a background party too."""
        assert _gate.stands_on(kb, "ontheffing-medisch", None, kb.partners[partner]) == rungs

    def test_partner_without_a_part_stands_on_its_usual_rung(self, kb: icop.KnowledgeBase) -> None:
        """Who has no responsibility on the theme stands where it usually does."""
        coa = kb.partners["coa"]

        assert _gate.duties(kb, "ontheffing-medisch", None, coa) == ()
        assert _gate.stands_on(kb, "ontheffing-medisch", None, coa) == (coa.rung,)

    def test_partner_may_stand_on_two_rungs(self, tmp_path: Path) -> None:
        """An organisation that fills two roles stands on the rung of each."""
        kb = on_two_rungs(tmp_path)

        assert _gate.stands_on(kb, "les", None, kb.partners["alfa"]) == (2, 3)

    def test_general_ladder_serves_a_rung_the_theme_leaves_empty(self, tmp_path: Path) -> None:
        """On a rung where the theme has none of its own, those of the general ladder stand; elsewhere they do not."""
        kb = made(tmp_path)

        standing = {
            partner: [row.id for row in _gate.duties(kb, "boete", None, kb.partners[partner])]
            for partner in ("alfa", "klantmanager", "duo")
        }

        assert standing == {"alfa": ["ladder-2"], "klantmanager": ["boete-klantmanager"], "duo": ["boete-duo"]}

    def test_side_that_is_asked_counts(self, kb: icop.KnowledgeBase) -> None:
        """Where a side is asked, duties on other sides fall away, unless there are no others."""
        duo, argonaut = kb.partners["duo"], kb.partners["argonaut"]

        on_side = _gate.duties(kb, "ontheffing-medisch", "besluit", duo)
        on_other = _gate.duties(kb, "ontheffing-medisch", "besluit", argonaut)

        assert [row.aspect for row in on_side] == ["besluit"]
        assert [row.aspect for row in on_other] == ["medisch-onderzoek"]

    def test_rung_follows_the_side_that_is_asked(self, tmp_path: Path) -> None:
        """A partner that stands on rung 3 for one side and on rung 2 for another stands where the side puts it."""
        cited = {"citations": [{"source": "page", "place": "question 1"}]}
        duty = {"theme": "boete", "partner": "azc", "order": 1, "why": {"nl": "a", "en": "a"}, **cited}
        theme = RECORDS["themes"][0]
        sides = [*theme["aspects"], {"id": "eind", "label": {"nl": "Boete aan het eind", "en": "Fine at the end"}}]
        rows = [
            *RECORDS["responsibilities"],
            duty | {"id": "boete-azc-intake", "rung": 2, "capacity": "informs", "aspect": "intake"},
            duty | {"id": "boete-azc-eind", "rung": 3, "capacity": "advises", "aspect": "eind"},
        ]
        kb = made(tmp_path, responsibilities=rows, themes=[theme | {"aspects": sides}, *RECORDS["themes"][1:]])
        azc = kb.partners["azc"]

        rungs = [_gate.stands_on(kb, "boete", side, azc) for side in (None, "intake", "eind")]

        assert rungs == [(2, 3), (2,), (3,)]


class TestGate:
    """Whether it is a partner's turn."""

    @pytest.mark.parametrize(
        ("dossier", "missing"), [(opened(), (1, 2)), (framed(), (2,)), (worked_out(), ()), (involved(), ())]
    )
    def test_rung_three_waits_for_one_and_two(self, dossier: Dossier, missing: tuple[int, ...]) -> None:
        """A partner on rung 3 waits until the frames and what partners can do are recorded."""
        gate = dossier.may_involve("DUO")

        assert (gate.partner, gate.rung, gate.missing, bool(gate)) == ("duo", 3, missing, not missing)
        assert gate.in_order is bool(gate)

    def test_finding_on_rung_two_opens_it_as_well(self) -> None:
        """What partners can do may be recorded by the gemeente instead of answered by a partner."""
        assert framed().record(2, "De school past de lessen aan.", on=day(6)).may_involve("DUO")

    def test_question_without_an_answer_does_not_open_it(self) -> None:
        """Asking a partner on rung 2 is not yet knowing what it can do."""
        assert framed().ask("Albeda", "Wat lukt er?", on=day(6)).may_involve("DUO").missing == (2,)

    def test_answer_of_a_colleague_is_not_yet_the_frames(self) -> None:
        """What a function in the gemeente says is no finding: the frames are still missing."""
        dossier = opened().record(2, "De school past de lessen aan.", on=day(5))

        asked = dossier.ask("klantmanager", "Wat mag er?", on=day(5)).answer("klantmanager", "Veel.", on=day(5))

        assert asked.may_involve("DUO").missing == (1,)

    @pytest.mark.parametrize("partner", ["Albeda", "klantmanager"])
    def test_lower_rungs_do_not_wait(self, partner: str) -> None:
        """The gemeente's own functions and its partners in the execution are asked at any time."""
        gate = opened().may_involve(partner)

        assert (bool(gate), gate.missing) == (True, ())

    def test_nobody_s_turn_comes_in_a_dossier_that_ended(self) -> None:
        """In a settled or closed dossier it is nobody's turn, whatever was recorded."""
        settled = worked_out().settle("Aangepast examen.", on=day(20))

        assert not settled.may_involve("DUO")
        assert not settled.close(on=day(20)).may_involve("klantmanager")
        assert settled.may_involve("DUO").missing == ()

    def test_it_says_so_in_words(self) -> None:
        """Yes or no, why, and what to do, in both languages."""
        settled = worked_out().settle("Aangepast examen.", on=day(20))
        gates = [opened().may_involve("DUO"), worked_out().may_involve("DUO"), opened().may_involve("Albeda")]

        said = [gate.said for gate in (*gates, settled.may_involve("DUO"))]

        assert [each.nl for each in said] == [
            "Nog niet. Dienst Uitvoering Onderwijs staat hier op trede 3. Op trede 1 liggen de kaders binnen de wet "
            "nog niet vast (record). Op trede 2 ligt nog niet vast wat partners kunnen (record of answer).",
            "Ja. Dienst Uitvoering Onderwijs staat hier op trede 3. De kaders binnen de wet en wat partners kunnen "
            "liggen vast.",
            "Ja. Albeda staat hier op trede 2; daarvoor hoeft nog niets vast te liggen.",
            "Nee. Het dossier is afgedaan. Heropen het eerst (reopen), met de reden.",
        ]
        assert [each.en for each in said] == [
            "Not yet. Education Executive Agency (DUO) stands on rung 3 here. Rung 1 has not recorded the frames "
            "within the law (record). Rung 2 has not recorded what partners can do (record or answer).",
            "Yes. Education Executive Agency (DUO) stands on rung 3 here. The frames within the law and what partners "
            "can do are recorded.",
            "Yes. Albeda stands on rung 2 here; nothing has to be recorded before that.",
            "No. The dossier is settled. Reopen it first (reopen), with the reason.",
        ]

    def test_it_is_plain_values_for_a_program(self) -> None:
        """Ids, numbers and words of format 1; only the sentence follows the language."""
        gate = framed().may_involve("DUO")

        assert gate.to_dict(lang="en") == {
            "format": 1,
            "partner": "duo",
            "rung": 3,
            "in_order": False,
            "missing": [2],
            "said": gate.said.get("en"),
        }
        assert gate.to_dict()["said"] == gate.said.nl
        with pytest.raises(icop.InvalidValueError):
            gate.to_dict(lang="de")

    def test_it_is_shown_shortly(self) -> None:
        """The representation says who, where and whether."""
        assert repr(opened().may_involve("DUO")) == "<Gate 'duo' on rung 3: not yet>"
        assert repr(worked_out().may_involve("DUO")) == "<Gate 'duo' on rung 3: in order>"
