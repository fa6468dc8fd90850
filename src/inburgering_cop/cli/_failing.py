"""How a command that fails says so: one line on standard error, or with `--json` one object on standard output."""

from __future__ import annotations

import json
import sys

from inburgering_cop import phrases, text


def language(words: list[str]) -> str:
    """The language asked for in `words`, as far as it can be told when the command did not get that far."""
    for place, word in enumerate(words):
        asked = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang":
            asked = "".join(words[place + 1 : place + 2])
        if asked in phrases.LANGUAGES:
            return asked
    return "nl"


def tell(words: list[str], *, kind: str, line: str, nearest: tuple[str, ...] = ()) -> None:
    """Prints the failure; a line that holds a possible BSN is not repeated."""
    if text.holds_bsn(line):
        line = phrases.text("usage.bsn", language(words))
    if "--json" in words:
        error = {"kind": kind, "message": line, "nearest": list(nearest)}
        print(json.dumps({"error": error}, ensure_ascii=False, indent=2))
    else:
        print(line, file=sys.stderr)
