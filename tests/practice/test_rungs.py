"""Where a dossier stands."""

from __future__ import annotations

from inburgering_cop.practice import DossierState
from inburgering_cop.practice._rungs import rung_state
from tests.practice._dossiers import day, framed, involved, opened, worked_out


class TestRungState:
    """What happened on one rung."""

    def test_nothing_is_done_at_first(self) -> None:
        """A new dossier has three empty rungs."""
        assert [(each.rung, each.done, each.found, each.asked, each.answered) for each in opened().rungs] == [
            (rung, False, (), (), ()) for rung in (1, 2, 3)
        ]

    def test_acts_stand_on_their_rung(self) -> None:
        """What was found, asked and answered stands on the rung it belongs to, in order."""
        dossier = involved()

        first, second, third = dossier.rungs

        assert [act.by for act in first.found] == ["beleidsmedewerker"]
        assert [act.to for act in second.asked] == ["albeda"]
        assert [act.by for act in second.answered] == ["albeda"]
        assert [act.to for act in third.asked] == ["duo"]
        assert (first.done, second.done, third.done) == (True, True, False)

    def test_colleague_s_answer_is_not_yet_the_frames(self) -> None:
        """Rung 1 is done by a finding only; the answer of a function that was asked is none."""
        asked = opened().ask("klantmanager", "Wat is al gedaan?", on=day(5))

        dossier = asked.answer("klantmanager", "Een gesprek.", on=day(5))

        assert [each.done for each in dossier.rungs] == [False, False, False]
        assert len(dossier.rungs[0].answered) == 1

    def test_finding_does_for_rung_two_and_three(self) -> None:
        """On rungs 2 and 3 a finding is enough."""
        dossier = framed().record(2, "De school kan niets doen.", on=day(6)).involve("DUO", "Wat nu?", on=day(7))

        assert dossier.record(3, "DUO belt terug.", on=day(8)).rungs[2].done
        assert dossier.rungs[1].done

    def test_who_has_not_answered_is_waited_for(self) -> None:
        """A partner is waited for from the day it is asked until it answers, and again when it is asked again."""
        asked = worked_out().ask("eur", "Wat lukt er?", on=day(12))

        again = asked.ask("albeda", "En thuis?", on=day(13))

        assert asked.rungs[1].waiting == ("eur",)
        assert again.rungs[1].waiting == ("eur", "albeda")
        assert again.answer("eur", "Niets.", on=day(14)).rungs[1].waiting == ("albeda",)

    def test_settling_belongs_to_no_list(self) -> None:
        """The answer that settles the question is not what a partner was asked or answered."""
        settled = involved().settle("De aanvraag gaat weg.", by="DUO", on=day(26))

        assert settled.rungs[2] == involved().rungs[2]

    def test_it_is_shown_shortly(self) -> None:
        """The representation says the rung and whether it is done."""
        assert repr(rung_state(framed().acts, 1)) == "<RungState 1: done>"
        assert repr(rung_state((), 2)) == "<RungState 2: not done>"


class TestDossierState:
    """Open, settled or closed."""

    def test_states_have_words(self) -> None:
        """Each state has its word in both languages, Dutch unless told."""
        assert [state.label() for state in DossierState] == ["open", "afgedaan", "gesloten"]
        assert [state.label("en") for state in DossierState] == ["open", "settled", "closed"]
