"""The lines of the dossier's errors, in both languages."""

from __future__ import annotations

import pytest

from inburgering_cop import phrases
from inburgering_cop.phrases import _dossier

_DAY = ("3 december 2026", "3 December 2026")
_LINES = {
    "closed": (
        "'gevraagd' kan niet worden vastgelegd: het dossier is op 3 december 2026 gesloten. Heropen het eerst "
        "(reopen), met de reden.",
        "'asked' cannot be recorded: the dossier was closed on 3 December 2026. Reopen it first (reopen), with the "
        "reason.",
    ),
    "settled": (
        "'gevraagd' kan niet worden vastgelegd: de vraag is op 3 december 2026 afgedaan. Heropen het dossier eerst "
        "(reopen), met de reden; sluiten kan wel (close).",
        "'asked' cannot be recorded: the question was settled on 3 December 2026. Reopen the dossier first (reopen), "
        "with the reason; closing it is possible (close).",
    ),
    "open": (
        "'gevraagd' kan niet worden vastgelegd: het dossier is open. Laat deze stap weg.",
        "'asked' cannot be recorded: the dossier is open. Leave this act out.",
    ),
    "date": (
        "'gevraagd' kan niet worden vastgelegd: de datum ligt voor de vorige stap, van 3 december 2026. Geef die dag "
        "of een latere.",
        "'asked' cannot be recorded: its date lies before the act before it, of 3 December 2026. Give that day or a "
        "later one.",
    ),
    "gate": (
        "'gevraagd' kan niet worden vastgelegd: 'duo' staat hier op trede 3 en is nog niet aan de beurt. Op trede 2 "
        "ligt nog niet vast wat partners kunnen (record of answer). Doe dat eerst, of ga door met een reden (reason), "
        "die in het dossier blijft staan.",
        "'asked' cannot be recorded: 'duo' stands on rung 3 here and its turn has not come. Rung 2 has not recorded "
        "what partners can do (record or answer). Do that first, or go ahead with a reason (reason), which stays in "
        "the dossier.",
    ),
    "not-involved": (
        "'gevraagd' kan niet worden vastgelegd: 'duo' staat hier op trede 3 en is niet ingeschakeld. Doe dat eerst "
        "(involve).",
        "'asked' cannot be recorded: 'duo' stands on rung 3 here and was not involved. Do that first (involve).",
    ),
    "nobody-involved": (
        "'gevraagd' kan niet worden vastgelegd: op trede 3 is nog niemand ingeschakeld. Schakel eerst een partner in "
        "(involve), of leg dit vast op trede 1 of 2.",
        "'asked' cannot be recorded: nobody on rung 3 was involved yet. Involve a partner first (involve), or record "
        "this on rung 1 or 2.",
    ),
    "not-asked": (
        "'gevraagd' kan niet worden vastgelegd: aan 'duo' is op trede 2 niets gevraagd. Leg eerst vast wat is gevraagd "
        "(ask).",
        "'asked' cannot be recorded: 'duo' was not asked anything on rung 2. Record first what was asked (ask).",
    ),
    "unanswered": (
        "'gevraagd' kan niet worden vastgelegd: er is nog geen antwoord. Leg het eerst vast (settle), of geef de reden "
        "waarom je zonder antwoord sluit (reason).",
        "'asked' cannot be recorded: there is no answer yet. Record it first (settle), or give the reason to close "
        "without one (reason).",
    ),
    "not-gemeente": (
        "'gevraagd' kan niet worden vastgelegd: 'duo' hoort niet bij de gemeente, en deze stap is van de gemeente. "
        "Geef 'gemeente' of een functie daarin (by); wat een partner zegt, is een antwoord (answer).",
        "'asked' cannot be recorded: 'duo' is not part of the gemeente, and this act is the gemeente's. Give "
        "'gemeente' or a function in it (by); what a partner says is an answer (answer).",
    ),
}


class TestActRefused:
    """An act that does not fit."""

    def test_every_conflict_is_tried_here(self) -> None:
        """These tests name every conflict."""
        assert set(_LINES) == set(_dossier._ACT_REFUSED)

    @pytest.mark.parametrize("conflict", _LINES)
    def test_line_names_conflict_and_repair(self, conflict: str) -> None:
        """What was tried, with what it clashes, and the smallest change that resolves it."""
        nl, en = _LINES[conflict]

        error = phrases.act_refused(conflict, act="asked", partner="duo", rung=2, day=_DAY, missing=(2,))

        assert (error.line("nl"), error.line("en")) == (nl, en)
        assert (error.act, error.conflict, error.missing) == ("asked", conflict, (2,))

    def test_all_that_is_missing_is_named(self) -> None:
        """Each rung that must be worked out first gets its sentence."""
        assert phrases.missing_rungs((1, 2), "nl") == (
            "Op trede 1 liggen de kaders binnen de wet nog niet vast (record). "
            "Op trede 2 ligt nog niet vast wat partners kunnen (record of answer)."
        )
        assert phrases.missing_rungs((1,), "en") == "Rung 1 has not recorded the frames within the law (record)."
        assert phrases.missing_rungs((), "en") == ""


class TestRefusedText:
    """A free text of an act that is not taken in."""

    @pytest.mark.parametrize(
        ("reason", "nl", "en"),
        [
            (
                "blank",
                "De tekst is leeg. Schrijf in een of enkele zinnen wat er is gevraagd, uitgezocht of geantwoord.",
                "The text is blank. Write in a sentence or a few what was asked, worked out or answered.",
            ),
            (
                "too-long",
                "De tekst is langer dan 2.000 tekens. Kort hem in tot de kern.",
                "The text is longer than 2,000 characters. Cut it down to its core.",
            ),
            (
                "control-character",
                "De tekst bevat een besturingsteken dat er niet in hoort. Plak hem als gewone tekst.",
                "The text holds a control character that does not belong there. Paste it as plain text.",
            ),
            (
                "bsn",
                "De tekst bevat een getal dat een BSN kan zijn. Leg vast zonder persoonsgegevens.",
                "The text holds a number that can be a BSN. Record it without personal data.",
            ),
        ],
    )
    def test_reason_has_its_line(self, reason: str, nl: str, en: str) -> None:
        """Each reason says what is wrong and what to do."""
        error = phrases.refused_text(reason)

        assert (error.line("nl"), error.line("en"), error.reason) == (nl, en, reason)


class TestFiles:
    """A file that is not overwritten, or not written now."""

    @pytest.mark.parametrize(
        ("reason", "faults", "nl", "en"),
        [
            (
                "unreadable",
                1,
                "'a.json' is niet overschreven: daar staat iets dat niet als dossier te lezen is (1 fout: "
                "inburgering-cop dossier show noemt ze). Geef een ander pad, of overschrijf het bewust (overwrite).",
                "'a.json' was left as it is: what stands there does not read as a dossier (faults: 1; read_dossier "
                "names them). Give another path, or overwrite it on purpose (overwrite).",
            ),
            (
                "unreadable",
                2,
                "'a.json' is niet overschreven: daar staat iets dat niet als dossier te lezen is (2 fouten: "
                "inburgering-cop dossier show noemt ze). Geef een ander pad, of overschrijf het bewust (overwrite).",
                "'a.json' was left as it is: what stands there does not read as a dossier (faults: 2; read_dossier "
                "names them). Give another path, or overwrite it on purpose (overwrite).",
            ),
            (
                "another",
                0,
                "'a.json' is niet overschreven: daar staat een ander dossier. Geef een ander pad, of overschrijf het "
                "bewust (overwrite).",
                "'a.json' was left as it is: another dossier stands there. Give another path, or overwrite it on "
                "purpose (overwrite).",
            ),
            (
                "ahead",
                0,
                "'a.json' is niet overschreven: daar staan stappen die dit dossier niet heeft; lees het bestand "
                "opnieuw en doe je stap daarna. Geef een ander pad, of overschrijf het bewust (overwrite).",
                "'a.json' was left as it is: it holds acts that this dossier lacks; read the file again and add your "
                "act to that. Give another path, or overwrite it on purpose (overwrite).",
            ),
        ],
    )
    def test_kept_file_says_what_stands_there(self, reason: str, faults: int, nl: str, en: str) -> None:
        """What stands there, and what to do."""
        error = phrases.file_kept(reason, path="a.json", faults=faults)

        assert (error.line("nl"), error.line("en")) == (nl, en)
        assert (error.path, error.reason) == ("a.json", reason)

    def test_file_of_another_writer_says_so(self) -> None:
        """Try again, or remove the draft that was left."""
        error = phrases.being_written(path="a.json", draft=".a.json.inburgering-cop")

        assert error.line("en") == (
            "Cannot write 'a.json': someone else is writing it. Try again; if nobody is, remove "
            "'.a.json.inburgering-cop' beside it."
        )
        assert error.line("nl") == (
            "Kan 'a.json' niet schrijven: iemand anders is ermee bezig. Probeer het opnieuw; is er niemand bezig, "
            "verwijder dan '.a.json.inburgering-cop' ernaast."
        )
