"""The entry of the command line: the extra it needs, and the words it takes."""

from __future__ import annotations

import importlib.util
import json
import sys
from importlib.machinery import ModuleSpec

import pytest

from inburgering_cop.cli import main
from tests.cli.conftest import Prompt


def _lose(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes `package` look as if it were not installed."""
    find = importlib.util.find_spec

    def without(name: str, package_of: str | None = None) -> ModuleSpec | None:
        return None if name == package else find(name, package_of)

    monkeypatch.setattr(importlib.util, "find_spec", without)


class TestMissingExtra:
    """Without click or rich."""

    @pytest.mark.parametrize("package", ["click", "rich"])
    def test_one_line_says_what_to_install(self, ask: Prompt, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
        """Where a package of the extra is missing, one line names it and the command that installs it; exit 2."""
        _lose(package, monkeypatch)

        answer = ask("themes")

        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            f"Hiervoor is {package} nodig, en dat is niet geïnstalleerd. Draai: pip install 'inburgering-cop[cli]'\n"
        )

    def test_the_line_speaks_the_language_asked_for(self, ask: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
        """With `--lang en` the line is English, as every error is."""
        _lose("rich", monkeypatch)

        assert ask("themes", "--lang", "en").err == (
            "This needs rich, which is not installed. Run: pip install 'inburgering-cop[cli]'\n"
        )

    def test_a_program_gets_an_object(self, ask: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
        """With `--json` the error is an object on standard output, as every error is."""
        _lose("click", monkeypatch)

        answer = ask("themes", "--json")

        assert answer.code == 2
        assert json.loads(answer.out or "null") == {
            "error": {
                "kind": "missing-extra",
                "message": "Hiervoor is click nodig, en dat is niet geïnstalleerd. "
                "Draai: pip install 'inburgering-cop[cli]'",
                "nearest": [],
            }
        }


class TestWords:
    """Where the words come from."""

    def test_without_words_those_of_the_process_are_taken(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Called without words, the command line reads those behind the program's name."""
        monkeypatch.setattr(sys, "argv", ["inburgering-cop", "themes", "geen-thema"])

        code = main()

        assert code == 2
        assert capsys.readouterr().err.startswith("Onbekend thema 'geen-thema'.")

    def test_no_words_are_not_those_of_the_process(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Called with an empty list, it shows its help and does not look at the words of the process."""
        monkeypatch.setattr(sys, "argv", ["inburgering-cop", "themes", "geen-thema"])

        code = main([])

        said = capsys.readouterr()
        assert (code, said.err) == (0, "")
        assert said.out.startswith("Usage: inburgering-cop [OPTIONS] COMMAND [ARGS]...\n")

    def test_version_and_help_answer(self, ask: Prompt) -> None:
        """`--version` names program and version, `--help` and `-h` every command; exit 0."""
        version, long, short = ask("--version"), ask("--help"), ask("-h")

        assert (version.code, version.out.split()[0], version.err) == (0, "inburgering-cop", "")
        assert (long.code, long) == (0, short)
        for command in ["check", "communities", "draw", "escalate", "partners", "themes", "timeline", "tips"]:
            assert f"\n  {command} " in long.out
