"""What the tests of the command line share: a prompt to ask at."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from inburgering_cop.cli import main


@attrs.frozen
class Answer:
    """What a command gave back: its exit code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def object(self) -> Any:
        """The one JSON object it printed, with nothing beside it."""
        assert self.err == ""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """The rows it printed, cells apart by tabs."""
        return [line.split("\t") for line in self.out.splitlines()]


Prompt = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Prompt:
    """Runs one command in this process, off a terminal."""

    def run(*words: str) -> Answer:
        code = main(words)
        return Answer(code, *capsys.readouterr())

    return run


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Prompt:
    """Runs one command in this process on a terminal of 80 columns; what it prints comes back without colours."""

    def run(*words: str) -> Answer:
        for name, value in {"COLUMNS": "80", "LINES": "25", "TERM": "xterm"}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        code = main(words)
        out, err = capsys.readouterr()
        return Answer(code, re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\][^\x1b]*\x1b\\", "", out), err)

    return run
