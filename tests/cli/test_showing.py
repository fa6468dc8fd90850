"""What a command prints: tables and pages on a terminal, plain lines off one, one object for programs."""

from __future__ import annotations

import datetime
import json

import pytest

import inburgering_cop as icop
from inburgering_cop.cli import _showing
from tests.cli.conftest import Prompt


class TestTableOffATerminal:
    """Rows for another program."""

    def test_cells_are_apart_by_tabs(self, capsys: pytest.CaptureFixture[str]) -> None:
        """One row a line, headings first, cells apart by tabs; line breaks and tabs in a cell become spaces."""
        _showing.table(["id", "naam"], [["a", "b\tc\n d"], ["é", ""]], lang="nl")

        assert capsys.readouterr().out == "id\tnaam\na\tb c d\né\t\n"

    @pytest.mark.parametrize(("lang", "said"), [("nl", "Niets gevonden.\n"), ("en", "Nothing found.\n")])
    def test_nothing_says_so(self, capsys: pytest.CaptureFixture[str], lang: str, said: str) -> None:
        """Without rows it says that nothing was found, without headings."""
        _showing.table(["id"], iter(()), lang=lang)

        assert capsys.readouterr().out == said


class TestTableOnATerminal:
    """Rows for a reader."""

    def test_it_is_drawn_as_a_table(self, terminal: Prompt) -> None:
        """On a terminal there is a table of headings and cells, no wider than the screen, and no tabs."""
        answer = terminal("partners", "--role", "taalaanbieder")

        assert answer.code == 0
        assert "\t" not in answer.out
        assert "┃ id" in answer.out
        assert "│ albeda" in answer.out
        assert max(len(line) for line in answer.out.splitlines()) <= 80

    def test_rows_of_many_columns_are_apart_by_lines(self, terminal: Prompt) -> None:
        """A table of more than two columns has a line between its rows."""
        assert "├─" in terminal("communities").out

    def test_nothing_is_cut_off(self, terminal: Prompt) -> None:
        """However narrow the screen, no word is cut off: an id that is not whole cannot be typed again."""
        for words in (["communities"], ["tips", "--community", "achterhoek"], ["timeline"], ["themes"], ["partners"]):
            assert "…" not in terminal(*words).out, words

    def test_square_brackets_are_text(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What stands in square brackets is shown, not taken for a colour."""
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)

        _showing.table(["id"], [["[bold]x[/bold] [nl]"]], lang="nl")

        assert "[bold]x[/bold] [nl]" in capsys.readouterr().out

    def test_nothing_says_so(self, terminal: Prompt) -> None:
        """Without rows it says so in a line, without a table."""
        assert terminal("communities", "--municipality", "Enschede").out == "Niets gevonden.\n"


class TestText:
    """A page."""

    @pytest.mark.parametrize("given", ["# Kop\n\n- **a** [nl]", "# Kop\n\n- **a** [nl]\n"])
    def test_off_a_terminal_it_stands_as_it_is(self, capsys: pytest.CaptureFixture[str], given: str) -> None:
        """Off a terminal the Markdown is printed as it is, with one line break at its end."""
        _showing.text(given)

        assert capsys.readouterr().out == "# Kop\n\n- **a** [nl]\n"

    def test_on_a_terminal_it_is_laid_out(self, terminal: Prompt) -> None:
        """On a terminal headings, bold and lists are laid out, no wider than the screen."""
        answer = terminal("themes", "map")

        assert "# " not in answer.out
        assert " • Omschrijving: " in answer.out
        assert max(len(line) for line in answer.out.splitlines()) <= 80

    def test_lines_of_a_referral_stay_apart(self, terminal: Prompt) -> None:
        """On a terminal the reason, the articles and the source of a referral each stand on their own line."""
        lines = [line.strip() for line in terminal("escalate", "ontheffing-medisch").out.splitlines()]

        assert any(line.startswith("Bron: ") for line in lines)
        assert any(line.startswith("Grondslag: ") for line in lines)


class TestJson:
    """One object for a program."""

    def test_letters_stay_letters(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The object is indented JSON in which letters with accents stand as they are."""
        _showing.as_json({"a": ["é→"], "b": None})

        assert capsys.readouterr().out == '{\n  "a": [\n    "é→"\n  ],\n  "b": null\n}\n'

    def test_records_are_whole(self, kb: icop.KnowledgeBase, capsys: pytest.CaptureFixture[str]) -> None:
        """Records stand in an object with the format and the day of the data, with every field of their own."""
        _showing.records([kb.partners["duo"], kb.sources["wi2021"]], kb=kb)

        printed = json.loads(capsys.readouterr().out)
        assert list(printed) == ["format", "as_of", "records"]
        assert (printed["format"], printed["as_of"]) == (1, kb.as_of.isoformat())
        partner, source = printed["records"]
        assert (partner["id"], partner["type"], partner["fills"]) == ("duo", "organisation", ["duo"])
        assert partner["name"] == {"nl": kb.partners["duo"].name.nl, "en": kb.partners["duo"].name.en}
        assert source["retrieved"] == kb.sources["wi2021"].retrieved.isoformat()

    def test_days_and_stored_words_are_text(self, kb: icop.KnowledgeBase) -> None:
        """In a plain record a date is its text and a stored word itself; nothing else changes."""
        fault = _showing.plain(kb.sources["wi2021"])

        assert fault["retrieved"] == kb.sources["wi2021"].retrieved.isoformat()
        assert not isinstance(fault["retrieved"], datetime.date)
        assert fault["abbreviation"] == "Wi2021"
        assert fault["seen"] in ("whole", "part")


class TestDocument:
    """One record as a page."""

    def test_empty_parts_are_left_out(self) -> None:
        """A page has a title, a line per fact and a list per heading; a fact or list without content is left out."""
        page = _showing.document("Titel", [("a", "1"), ("b", "")], [("Lijst", iter(["x", "y"])), ("Leeg", [])])

        assert page == "# Titel\n\n- a: 1\n\n## Lijst\n\n- x\n- y\n"
