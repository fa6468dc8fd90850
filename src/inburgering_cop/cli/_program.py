"""The program the commands belong to, and what they share: options, filters, days as typed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import click

LANG = click.option("--lang", default="nl", metavar="nl|en", help="Language of the texts.")
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")


def filtered(name: str, what: str) -> Callable[[Any], Any]:
    """The option of a filter."""
    return click.option(f"--{name}", metavar=name.upper(), help=what)


def as_day(typed: str) -> Any:
    """The day as typed; what is no day stays a text, so that the library refuses it in its own words."""
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        return typed


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
@click.version_option(package_name="inburgering-cop", message="%(prog)s %(version)s")
def program() -> None:
    """Who to turn to in the keten of Dutch civic integration, in what order, and why."""
