"""`python -m inburgering_cop`."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys

import pytest


class TestModule:
    """The package as a program."""

    def test_the_package_runs_as_a_program(self) -> None:
        """`python -m inburgering_cop` answers like the command, in UTF-8, with its exit code."""
        words = ["escalate", "ontheffing-medisch", "--municipality", "Rotterdam", "--json"]

        done = subprocess.run([sys.executable, "-m", "inburgering_cop", *words], capture_output=True, check=False)

        assert (done.returncode, done.stderr) == (0, b"")
        assert json.loads(done.stdout)["competent"][0]["partner"] == "duo"

    def test_the_exit_code_is_that_of_the_command(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The program ends with the exit code of the command."""
        monkeypatch.setattr(sys, "argv", ["inburgering_cop", "themes", "geen-thema"])

        with pytest.raises(SystemExit) as caught:
            runpy.run_module("inburgering_cop", run_name="__main__")

        assert caught.value.code == 2
        assert capsys.readouterr().err.startswith("Onbekend thema")
