"""The commands of the dossier."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

import inburgering_cop as icop
from inburgering_cop.cli import _dossier
from inburgering_cop.practice import Dossier, read_dossier
from tests.cli.conftest import Prompt
from tests.practice._dossiers import day, framed, involved, opened, worked_out

_QUESTION = "Mijn klant is langdurig ziek. Kan hij een ontheffing krijgen?"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _kept() -> Dossier:
    return read_dossier("dossier.json")


class TestActs:
    """Each act of the dossier as a command."""

    def test_whole_way_up_is_worked_at_the_prompt(self, ask: Prompt) -> None:
        """The commands give the dossier that the methods give."""
        commands = [
            ["open", _QUESTION, "--municipality", "Rotterdam", "--on", "2026-11-04"],
            ["record", "1", "De wet vraagt een advies van de arts.", "--by", "beleidsmedewerker", "--on", "2026-11-05"],
            ["ask", "Albeda", "Wat lukt er in de les?", "--by", "klantmanager", "--on", "2026-11-09"],
            ["answer", "Albeda", "Tien minuten per keer lukt.", "--on", "2026-11-12"],
            ["involve", "DUO", "Kan de aanvraag nu weg?", "--by", "klantmanager", "--on", "2026-11-24"],
            ["settle", "Dat mag.", "--by", "DUO", "--on", "2026-11-25"],
            ["close", "--on", "2026-11-26"],
            ["reopen", "De aanvraag kwam terug.", "--by", "klantmanager", "--on", "2026-11-30"],
            ["close", "--reason", "De klant is verhuisd.", "--by", "klantmanager", "--on", "2026-11-30"],
        ]

        codes = [ask("dossier", *words).code for words in commands]

        done = involved().settle("Dat mag.", by="DUO", on=day(25)).close(on=day(26))
        done = done.reopen("De aanvraag kwam terug.", by="klantmanager", on=day(30))
        assert codes == [0] * len(commands)
        assert _kept() == done.close(reason="De klant is verhuisd.", by="klantmanager", on=day(30))

    def test_act_is_said_and_which_rungs_are_done(self, ask: Prompt) -> None:
        """One line for the act and one for the rungs, in the language asked for."""
        new = ask("dossier", "open", _QUESTION, "--on", "2026-11-04")
        act = ask("dossier", "record", "1", "De kaders.", "--on", "2026-11-05", "--lang", "en")

        assert (
            new.out
            == "dossier.json: open\nTrede 1: nog niet gedaan. Trede 2: nog niet gedaan. Trede 3: nog niet gedaan.\n"
        )
        assert act.out == (
            "dossier.json: 5 November 2026, Gemeente (municipality), worked out: De kaders.\n"
            "Rung 1: done. Rung 2: not done yet. Rung 3: not done yet.\n"
        )

    def test_dossier_is_json_for_a_program(self, ask: Prompt) -> None:
        """With `--json` an act prints the dossier as it now is."""
        opened().save("dossier.json")

        answer = ask("dossier", "record", "1", "De wet vraagt een advies van de arts.", "--by", "beleidsmedewerker",
                     "--on", "2026-11-05", "--json")  # fmt: skip

        assert answer.object == json.loads(framed().to_json())
        assert ask("dossier", "show", "--json").object == answer.object

    def test_day_is_today_unless_given(self, ask: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
        """Only the command looks at the clock, and only without `--on`."""
        monkeypatch.setattr(_dossier, "_today", lambda: datetime.date(2026, 11, 4))

        ask("dossier", "open", _QUESTION, "--municipality", "Rotterdam")

        assert _kept() == opened()

    def test_today_is_a_day(self) -> None:
        """The clock gives a date."""
        assert type(_dossier._today()) is datetime.date

    def test_file_aspect_and_community_can_be_told(self, ask: Prompt, folder: Path) -> None:
        """The dossier is kept where it is told, on the side and for the community that are told."""
        words = ["open", "ontheffing-medisch", "--aspect", "besluit", "--community", "rijnmond", "--on", "2026-11-04"]

        assert ask("dossier", *words, "--file", "een.json").code == 0

        kept = read_dossier(folder / "een.json")
        assert (kept.aspect, kept.community) == ("besluit", "rijnmond")

    def test_going_ahead_takes_a_reason(self, ask: Prompt) -> None:
        """Out of turn the command refuses with exit 2 and one line; with a reason it goes on."""
        opened().save("dossier.json")

        refused = ask("dossier", "involve", "DUO", "Is er uitstel?", "--on", "2026-11-05")
        ahead = ask("dossier", "involve", "DUO", "Is er uitstel?", "--on", "2026-11-05", "--reason", "Loopt af.")

        assert (refused.code, refused.out) == (2, "")
        assert refused.err == (
            "'ingeschakeld' kan niet worden vastgelegd: 'duo' staat hier op trede 3 en is nog niet aan de beurt. Op "
            "trede 1 liggen de kaders binnen de wet nog niet vast (record). Op trede 2 ligt nog niet vast wat partners "
            "kunnen (record of answer). Doe dat eerst, of ga door met een reden (reason), die in het dossier blijft "
            "staan.\n"
        )
        assert ahead.code == 0
        assert _kept().acts[-1].reason == "Loopt af."

    @pytest.mark.parametrize("command", ["ask", "involve", "answer"])
    def test_rung_reaches_the_dossier(self, ask: Prompt, command: str) -> None:
        """A rung on which the partner does not stand is refused."""
        worked_out().save("dossier.json")

        answer = ask("dossier", command, "Albeda", "Wat nu?", "--rung", "3", "--on", "2026-11-13")

        assert answer.code == 2
        assert answer.err.startswith("rung kan niet 3 zijn.")


class TestPages:
    """What tells and changes nothing."""

    def test_turn_is_told(self, ask: Prompt) -> None:
        """Yes or no in a sentence, or as an object; exit 0 either way."""
        framed().save("dossier.json")

        said = ask("dossier", "may-involve", "DUO", "--lang", "en")
        value = ask("dossier", "may-involve", "DUO", "--json", "--rung", "3").object

        assert (said.code, said.out) == (0, framed().may_involve("DUO").said.get("en") + "\n")
        assert value == framed().may_involve("DUO").to_dict()

    def test_dossier_is_shown(self, ask: Prompt) -> None:
        """The page is what the dossier describes, in the language asked for."""
        involved().save("dossier.json")

        assert ask("dossier", "show").out == involved().describe()
        assert ask("dossier", "show", "--lang", "en").out == involved().describe(lang="en")

    def test_briefing_is_written(self, ask: Prompt) -> None:
        """The letter as text, or as an object with the partner's id."""
        involved().save("dossier.json")

        assert ask("dossier", "briefing", "DUO").out == involved().briefing("DUO")
        assert ask("dossier", "briefing", "DUO", "--rung", "3", "--lang", "en", "--json").object == {
            "format": 1,
            "partner": "duo",
            "lang": "en",
            "text": involved().briefing("DUO", lang="en"),
        }


class TestBadInput:
    """What is refused, in one line."""

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (["show", "--file", "nergens.json"], 1),
            (["show", "--file", "kapot.json"], 1),
            (["record", "1", "Kaders.", "--file", "kapot.json"], 1),
            (["open", "boete", "--file", "kapot.json"], 2),
            (["open", "boete", "--lang", "de"], 2),
            (["open", "Zonnepanelen op het dak"], 3),
            (["show", "--lang", "de"], 2),
            (["may-involve", "DUO", "--lang", "de"], 2),
            (["briefing", "DUO", "--lang", "de"], 2),
            (["briefing", "Argonaut"], 2),
            (["record", "4", "Kaders."], 2),
            (["record", "een", "Kaders."], 2),
            (["record", "1", "Kaders.", "--on", "morgen"], 2),
            (["record", "1", "Klant 111222333."], 2),
            (["ask", "duoo", "Wat nu?"], 2),
            (["settle", "Ja.", "--lang", "de"], 2),
            ([], 2),
        ],
    )
    def test_each_refusal_has_its_code_and_changes_nothing(
        self, ask: Prompt, folder: Path, words: list[str], code: int
    ) -> None:
        """Nothing on standard output, something on standard error, and every file as it was."""
        framed().save("dossier.json")
        (folder / "kapot.json").write_text('{"format": 1,', encoding="utf-8")
        before = {each.name: each.read_bytes() for each in folder.iterdir()}

        answer = ask("dossier", *words)

        assert (answer.code, answer.out) == (code, "")
        assert answer.err
        assert "111222333" not in answer.err
        assert {each.name: each.read_bytes() for each in folder.iterdir()} == before

    def test_file_is_replaced_when_that_is_asked(self, ask: Prompt) -> None:
        """A new dossier does not go over another one, unless it is told to."""
        framed().save("dossier.json")

        refused = ask("dossier", "open", "boete", "--on", "2026-11-04")
        asked = ask("dossier", "open", "boete", "--on", "2026-11-04", "--overwrite")

        assert refused.code == 2
        assert "daar staat een ander dossier" in refused.err
        assert asked.code == 0
        assert _kept().theme == "handhaving-boete"


class TestDraw:
    """`draw dossier`."""

    def test_dossier_is_drawn_from_its_file(self, ask: Prompt, folder: Path) -> None:
        """The picture is that of the dossier in the file, in the language asked for."""
        worked_out().save("vraag.json")

        answer = ask("draw", "dossier", "vraag.json", "vraag.svg", "--lang", "en")

        assert answer.out == "Saved: vraag.svg\n"
        assert (folder / "vraag.svg").read_text(encoding="utf-8") == icop.draw(worked_out(), lang="en").to_svg()

    def test_one_rung_of_it_is_drawn(self, ask: Prompt, folder: Path) -> None:
        """With `--rung` only that rung is drawn."""
        worked_out().save("vraag.json")

        ask("draw", "dossier", "vraag.json", "trede.svg", "--rung", "2")

        assert (folder / "trede.svg").read_text(encoding="utf-8") == icop.draw(worked_out(), rung=2).to_svg()
