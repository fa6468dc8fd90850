"""Running a command: what goes wrong becomes one line (or one JSON object) and an exit code."""

from __future__ import annotations

import json
import os
import sys

import click

from inburgering_cop import errors, phrases
from inburgering_cop.cli._commands import program

FAULTS, BAD_INPUT, NO_MATCH = 1, 2, 3


def run(words: list[str]) -> int:
    """Runs the command in `words` and gives its exit code."""
    try:
        code = program.main(words, prog_name="inburgering-cop", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except errors.NoMatchError as error:
        return _failed(words, kind=error.kind, line=error.line(_language(words)), nearest=error.nearest, code=NO_MATCH)
    except errors.DataError as error:
        return _failed(words, kind=error.kind, line=error.line(_language(words)), nearest=(), code=FAULTS)
    except errors.InburgeringCopError as error:
        nearest = getattr(error, "nearest", getattr(error, "candidates", ()))
        return _failed(words, kind=error.kind, line=error.line(_language(words)), nearest=nearest, code=BAD_INPUT)
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        line = " ".join(error.format_message().split())
        return _failed(words, kind="usage", line=f"{line} (inburgering-cop --help)", nearest=(), code=BAD_INPUT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _failed(words: list[str], *, kind: str, line: str, nearest: tuple[str, ...], code: int) -> int:
    if "--json" in words:
        error = {"kind": kind, "message": line, "nearest": list(nearest)}
        print(json.dumps({"error": error}, ensure_ascii=False, indent=2))
    else:
        print(line, file=sys.stderr)
    return code


def _language(words: list[str]) -> str:
    """The language asked for, as far as it can be told when the command did not get that far."""
    for place, word in enumerate(words):
        asked = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang":
            asked = "".join(words[place + 1 : place + 2])
        if asked in phrases.LANGUAGES:
            return asked
    return "nl"
