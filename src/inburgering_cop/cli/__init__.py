"""The library at a prompt: the same verbs, tables for people, JSON for programs."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence

from inburgering_cop import phrases
from inburgering_cop.cli import _failing

_NEEDS = ("click", "rich")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 answered, 1 faults found, 2 bad input, 3 no match.

    Args:
        arguments: The words behind `inburgering-cop`; by default those of the running process.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    for package in _NEEDS:
        if importlib.util.find_spec(package) is None:
            error = phrases.missing_extra("cli", package=package)
            _failing.tell(words, kind=error.kind, line=error.line(_failing.language(words)))
            return 2
    from inburgering_cop.cli._running import run

    return run(words)
