"""The command that writes the explorer page."""

from __future__ import annotations

from pathlib import Path

import click

from inburgering_cop import phrases
from inburgering_cop.base import load
from inburgering_cop.cli._program import LANG, program
from inburgering_cop.diagrams.explorer import explorer as written
from inburgering_cop.practice._writing import write


@program.command()
@click.argument("file")
@click.option("--records", multiple=True, metavar="PATH", help="Your own records, read with the bundled ones.")
@LANG
def explorer(file: str, records: tuple[str, ...], lang: str) -> None:
    """Write the explorer page to FILE: one HTML file to open in a browser, with every answer in it."""
    phrases.checked_language(lang)
    target = Path(file)
    if target.suffix.lower() not in (".html", ".htm"):
        given = target.suffix or target.name
        why = (
            f"De verkenner kan niet als '{given}' worden opgeslagen.",
            f"The explorer cannot be saved as '{given}'.",
        )
        raise phrases.cannot_draw(given=given, allowed=(".html", ".htm"), why=why)
    kb = load(*records, bundled=True) if records else load()
    write(target, written(kb, lang=lang))
    print(phrases.text("saved", lang).format(path=target))
