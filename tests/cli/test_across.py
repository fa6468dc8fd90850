"""The commands on how communities work."""

from __future__ import annotations

from pathlib import Path

import pytest

from inburgering_cop import practice
from tests.cli.conftest import Prompt

_SHEET = (
    'community = "achterhoek"\n[[items]]\nname = "de medische ontheffing duurt lang"\ntheme = "ontheffing-medisch"\n'
)


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    """A sheet with one item that is passed on."""
    path = tmp_path / "tafel.toml"
    path.write_text(_SHEET)
    return str(path)


class TestAnswers:
    """Each command prints what its function answers."""

    def test_triage(self, ask: Prompt, sheet: str) -> None:
        """The sheet in a file is sorted."""
        found = practice.triage(practice.read_triage_sheet(sheet))

        assert ask("triage", sheet).out == found.describe()
        assert ask("triage", sheet, "--lang", "en", "--json").object == found.to_dict(lang="en")

    def test_dual_track(self, ask: Prompt) -> None:
        """The plan for a gemeente, with the community that covers it or another."""
        found = practice.dual_track(municipality="Roermond")
        other = practice.dual_track(municipality="Roermond", community="rijnmond")

        assert ask("dual-track", "--municipality", "Roermond").out == found.describe()
        assert ask("dual-track", "--municipality", "0957", "--json").object == found.to_dict()
        assert ask("dual-track", "--municipality", "0957", "--community", "Rijnmond").out == other.describe()

    def test_missing(self, ask: Prompt) -> None:
        """Who is missing, for all themes or for one."""
        assert ask("missing", "Rijnmond").out == practice.who_is_missing("rijnmond").describe()
        assert ask("missing", "rijnmond", "--theme", "MAP", "--json", "--lang", "en").object == (
            practice.who_is_missing("rijnmond", theme="map").to_dict(lang="en")
        )

    def test_learn(self, ask: Prompt) -> None:
        """What a community can take over."""
        assert ask("learn", "zeeland").out == practice.learn_from("zeeland").describe()
        assert ask("learn", "zeeland", "--json").object == practice.learn_from("zeeland").to_dict()

    def test_bridges(self, ask: Prompt) -> None:
        """What connects the communities."""
        assert ask("bridges", "--lang", "en").out == practice.bridges().describe(lang="en")
        assert ask("bridges", "--json").object == practice.bridges().to_dict()

    def test_products(self, ask: Prompt) -> None:
        """The products of all communities, or of one."""
        assert ask("products").out == practice.reviewed_products().describe()
        assert ask("products", "--community", "Rijnmond", "--json").object == (
            practice.reviewed_products(community="rijnmond").to_dict()
        )


class TestFailures:
    """What goes wrong is one line, with the exit code of its kind."""

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("missing", "rijnmont"), "Onbekende community 'rijnmont'. Bedoel je "),
            (("missing", "rijnmond", "--theme", "kinderopvan"), "Onbekend thema 'kinderopvan'. Bedoel je "),
            (("learn", "zeelant"), "Onbekende community 'zeelant'. Bedoel je 'zeeland'"),
            (("products", "--community", "x"), "Onbekende community 'x'."),
            (("dual-track", "--municipality", "Roermont"), "Onbekende gemeente 'Roermont'. Bedoel je 'Roermond'"),
            (("dual-track", "--community", "rijnmont"), "Onbekende community 'rijnmont'. Bedoel je "),
            (("bridges", "--lang", "de"), "lang kan niet 'de' zijn. Het moet zijn: nl of en."),
        ],
    )
    def test_bad_input(self, ask: Prompt, words: tuple[str, ...], said: str) -> None:
        """A name that does not exist, or a language that is not spoken, is bad input."""
        answer = ask(*words)

        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert answer.err.startswith(said)

    def test_language_is_checked_before_the_work(self, ask: Prompt) -> None:
        """Every command refuses a language first."""
        for words in (
            ("triage", "weg.toml"),
            ("dual-track",),
            ("missing", "x"),
            ("learn", "x"),
            ("bridges",),
            ("products",),
        ):
            assert ask(*words, "--lang", "de").err.startswith("lang kan niet 'de' zijn.")

    def test_faults_in_a_sheet(self, ask: Prompt, tmp_path: Path) -> None:
        """Every fault of a sheet is told, and the exit code says that there are faults."""
        path = tmp_path / "s.toml"
        path.write_text('community = "x"\n[[items]]\nname = ""\nease = "snel"\n')

        answer = ask("triage", str(path))

        assert (answer.code, answer.err.splitlines()[0]) == (1, "2 fouten in de gegevens; niets is geladen.")
        assert answer.err.splitlines()[1].endswith("items[0].name: staat '', moet zijn een tekst die niet leeg is")

    def test_unknown_name_in_a_sheet(self, ask: Prompt, sheet: str) -> None:
        """A theme that does not exist is named with what is near."""
        Path(sheet).write_text(_SHEET.replace("ontheffing-medisch", "ontheffing-medis"))

        answer = ask("triage", sheet)

        assert (answer.code, answer.err.count("\n")) == (2, 1)
        assert answer.err.startswith("Onbekend thema 'ontheffing-medis'. Bedoel je 'ontheffing-medisch'")
