"""The whole dossier as text."""

from __future__ import annotations

import inburgering_cop as icop
from inburgering_cop import phrases
from inburgering_cop.practice import Dossier
from tests.practice._dossiers import QUESTION, day, framed, involved, opened, worked_out


class TestDescribe:
    """What `describe` tells."""

    def test_whole_dossier_is_told(self) -> None:
        """Facts, acts per rung, who is waited for, and the next step."""
        assert involved().describe() == "\n".join(
            [
                "# Dossier: Medische ontheffing",
                "",
                f"- Vraag: {QUESTION}",
                "- Gemeente: Rotterdam",
                "- Community: CoP Inburgering - Rijnmond",
                "- Geopend: 4 november 2026",
                "- Stand: open",
                f"- Stand van de gegevens: {phrases.day(icop.load().as_of.isoformat())}",
                "",
                "## Trede 1: Zelf (gedaan)",
                "",
                "- 5 november 2026, Beleidsmedewerker, uitgezocht: De wet vraagt een advies van de arts.",
                "",
                "## Trede 2: Met partners in de uitvoering (gedaan)",
                "",
                "- 9 november 2026, Klantmanager → Albeda, gevraagd: Wat lukt er in de les?",
                "- 12 november 2026, Albeda, geantwoord: Tien minuten per keer lukt.",
                "",
                "## Trede 3: Met een ketenpartner (nog niet gedaan)",
                "",
                "- 24 november 2026, Klantmanager → Dienst Uitvoering Onderwijs, ingeschakeld: Kan de aanvraag nu weg?",
                "",
                "Wacht op antwoord van: Dienst Uitvoering Onderwijs.",
                "",
                "## Volgende stap",
                "",
                "Trede 3. Welke partner van de keten kan helpen het antwoord te vinden? "
                "Bij wie: Dienst Uitvoering Onderwijs, Argonaut.",
                "",
            ]
        )

    def test_next_step_is_the_first_rung_that_is_not_done(self) -> None:
        """A new dossier starts on rung 1; one with all rungs done asks to be settled; a settled one to be closed."""
        answered = involved().answer("DUO", "Ja.", on=day(25))
        settled = answered.settle("Stuur de aanvraag.", by="DUO", on=day(25))

        ends = [each.describe(lang="en").rstrip().splitlines()[-1] for each in (opened(), framed(), answered, settled)]

        assert ends[0].startswith("Rung 1. What can the gemeente do itself? With whom: Policy officer, Klantmanager,")
        assert ends[1].startswith(
            "Rung 2. What can the gemeente do together with a partner in the execution? With whom"
        )
        assert ends[2:] == ["Record the answer (settle).", "Close the dossier (close)."]

    def test_end_is_told_with_its_reasons(self) -> None:
        """Settling, closing and reopening stand together; a closed dossier has no next step."""
        closed = worked_out().close(reason="De klant is verhuisd.", by="klantmanager", on=day(20))
        again = closed.reopen("De klant is terug.", on=day(25)).settle("Dat mag.", on=day(26)).close(on=day(27))

        told = again.describe(lang="en")

        assert told.endswith(
            "## How it ended\n\n"
            "- 20 November 2026, Klantmanager, closed (reason: De klant is verhuisd.)\n"
            "- 25 November 2026, Gemeente (municipality), reopened (reason: De klant is terug.)\n"
            "- 26 November 2026, Gemeente (municipality), settled: Dat mag.\n"
            "- 27 November 2026, Gemeente (municipality), closed\n"
        )

    def test_reason_for_going_ahead_is_told(self) -> None:
        """Who came in early stands there with the reason."""
        ahead = opened().involve("DUO", "Is er uitstel?", on=day(5), reason="De termijn loopt af.")

        assert "ingeschakeld: Is er uitstel? (reden: De termijn loopt af.)" in ahead.describe()
        assert "## Trede 1: Zelf (nog niet gedaan)\n\nNog niets vastgelegd.\n" in ahead.describe()

    def test_facts_that_are_not_there_are_left_out(self) -> None:
        """Without a question, gemeente or community their lines are left out."""
        told = Dossier.open(icop.escalate("ontheffing-medisch"), on=day(4)).describe(lang="en")

        assert told.splitlines()[2].startswith("- Opened: ")

    def test_same_words_twice_are_told_twice(self) -> None:
        """Two acts that say the same both stand there."""
        dossier = opened().record(1, "De kaders.", on=day(5)).record(1, "De kaders.", on=day(5))

        assert dossier.describe().count("uitgezocht: De kaders.") == 2
