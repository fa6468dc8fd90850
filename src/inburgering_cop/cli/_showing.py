"""What a command prints: a table or text for people, one JSON object for programs."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import attrs
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.search import Hit


def _on_a_screen() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, lang: str) -> None:
    """Prints rows under column headings, as wide as the screen; off a screen one row a line, cells apart by tabs."""
    rows = list(rows)
    if not rows:
        print(phrases.text("found.none", lang))
        return
    if not _on_a_screen():
        for row in [columns, *rows]:
            print("\t".join(" ".join(cell.split()) for cell in row))
        return
    shown = Table(show_lines=len(columns) > 2, header_style="bold")
    for column in columns:
        shown.add_column(column, overflow="fold")
    for row in rows:
        shown.add_row(*row)
    Console(markup=False, highlight=False).print(shown)


def text(markdown: str) -> None:
    """Prints Markdown: laid out on a screen, as it stands elsewhere."""
    if _on_a_screen():
        Console(highlight=False).print(Markdown(markdown))
    else:
        print(markdown, end="" if markdown.endswith("\n") else "\n")


def as_json(value: Any) -> None:
    """Prints one JSON object."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _value(_: Any, __: Any, value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def plain(record: Any) -> dict[str, Any]:
    """A record as JSON values."""
    return attrs.asdict(record, value_serializer=_value)


def records(found: Iterable[Any], *, kb: KnowledgeBase) -> None:
    """Prints records as one JSON object: format, as_of and the records with the names of their fields."""
    as_json({"format": 1, "as_of": kb.as_of.isoformat(), "records": [plain(record) for record in found]})


def hits(found: Iterable[Hit], *, kb: KnowledgeBase) -> None:
    """Prints hits as one JSON object: format, as_of and for each hit its kind, id, score and words."""
    rows = [
        {"kind": hit.kind, "id": hit.record.id, "score": hit.score, "words": [plain(word) for word in hit.words]}
        for hit in found
    ]
    as_json({"format": 1, "as_of": kb.as_of.isoformat(), "hits": rows})


def document(title: str, facts: Iterable[tuple[str, str]], lists: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Markdown of one record: its title, its facts, and its lists; what is empty is left out."""
    lines = [f"# {title}", ""]
    lines += [f"- {name}: {value}" for name, value in facts if value]
    for name, items in lists:
        items = list(items)
        lines += ["", f"## {name}", "", *(f"- {item}" for item in items)] if items else []
    return "\n".join(lines) + "\n"
