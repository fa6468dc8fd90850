"""Running a command: what goes wrong becomes one line (or one JSON object) and an exit code."""

from __future__ import annotations

import io
import os
import sys

import click

from inburgering_cop import errors, phrases
from inburgering_cop.cli import _across as _across
from inburgering_cop.cli import _commands as _commands
from inburgering_cop.cli import _dossier as _dossier
from inburgering_cop.cli import _drawing as _drawing
from inburgering_cop.cli import _explorer as _explorer
from inburgering_cop.cli import _failing
from inburgering_cop.cli import _planning as _planning
from inburgering_cop.cli._program import program

ANSWERED, FAULTS, BAD_INPUT, NO_MATCH, INTERRUPTED = 0, 1, 2, 3, 130


def _answered(words: list[str]) -> int:
    try:
        with program.make_context("inburgering-cop", list(words)) as context:
            return program.invoke(context) or ANSWERED
    except click.exceptions.Exit as ended:
        return ended.exit_code


def _code(error: errors.InburgeringCopError | click.ClickException) -> int:
    if isinstance(error, errors.NoMatchError):
        return NO_MATCH
    return FAULTS if isinstance(error, errors.DataError) else BAD_INPUT


def _tell(words: list[str], error: errors.InburgeringCopError | click.ClickException) -> None:
    lang = _failing.language(words)
    if isinstance(error, errors.InburgeringCopError):
        nearest = getattr(error, "nearest", getattr(error, "candidates", ()))
        _failing.tell(words, kind=error.kind, line=error.line(lang), nearest=nearest)
    else:
        said = " ".join(error.format_message().split())
        nearest = tuple(getattr(error, "possibilities", None) or ())
        line = phrases.text("usage.line", lang).format(said=said)
        _failing.tell(words, kind="usage", line=line, nearest=nearest)


def _outcome(words: list[str]) -> int:
    code = ANSWERED
    try:
        try:
            code = _answered(words or ["--help"])
        except (errors.InburgeringCopError, click.ClickException) as error:
            code = _code(error)
            _tell(words, error)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # pyright: ignore[reportOptionalMemberAccess]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        print(phrases.text("usage.output", _failing.language(words)).format(reason=reason), file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def run(words: list[str]) -> int:
    """Runs the command in `words` (none: its help) and gives its exit code.

    A reader that stops reading is no error; a screen that lacks a letter shows its code instead.
    """
    streams = [stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, io.TextIOWrapper)]
    before = [stream.errors for stream in streams]
    for stream in streams:
        stream.reconfigure(errors="backslashreplace")
    try:
        return _outcome(words)
    finally:
        for stream, errors_before in zip(streams, before, strict=True):
            stream.reconfigure(errors=errors_before)
