"""A small sound data set as plain values, and the ways to break it and to read it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from inburgering_cop import DataError, Fault, Records
from inburgering_cop.knowledge import read_paths

_CITED = {"citations": [{"source": "bron", "place": "vraag 1"}]}
_TEXT = {"nl": "tekst", "en": "text"}
_STATEMENT = {"id": "eerste", "text": _TEXT, "partners": ["duo"], "themes": ["werk"], **_CITED}
_BASIS = {
    "law": "wi2021",
    "article": "5",
    "paragraph": "1",
    "text": "Wi2021 art. 5 lid 1",
    "jci": "jci1.3:c:BWBR0044770&artikel=5&lid=1",
}

SOUND: dict[str, Any] = {
    "dataset": {"title": "Eigen", "version": "1.2.3", "as_of": "2026-11-21", "licence": "CC0-1.0"},
    "communities": [
        {
            "id": "rijnmond",
            "name": _TEXT,
            "kind": "regional",
            "seen": "whole",
            "focus": _TEXT,
            "municipalities": ["GM0599"],
            "regions": ["AM22"],
            "leads": [{"name": "Naam", **_CITED}],
            "themes": [{"theme": "werk", "standing": "deepened", "as_named": _TEXT, **_CITED}],
            "participations": [
                {"partner": "duo", "standing": "guest", "sends": ["klantmanager"], "themes": ["werk"], **_CITED}
            ],
            "methods": [_STATEMENT],
            "products": [
                {"id": "film", "name": _TEXT, "text": _TEXT, "themes": ["werk"], "partners": ["duo"], **_CITED}
            ],
            "events": [{"id": "start", "text": _TEXT, "themes": ["werk"], "partners": ["duo"], **_CITED}],
            **_CITED,
        }
    ],
    "meetings": [
        {
            "id": "meet-and-greet",
            "name": _TEXT,
            "municipality": "GM0599",
            "participants": _TEXT,
            "organisers": ["duo"],
            "regions": ["AM22"],
            **_CITED,
        }
    ],
    "partners": [
        {"id": "alfa", "type": "organisation", "name": _TEXT, "fills": ["werkgever"], "rung": 2, **_CITED},
        {
            "id": "duo",
            "type": "organisation",
            "name": _TEXT,
            "fills": ["duo"],
            "rung": 3,
            "valid_until": "2026-12-31",
            "replaced_by": "alfa",
            **_CITED,
        },
        {"id": "gemeente", "type": "kind", "name": _TEXT, "rung": 1, "municipality": "GM0599", **_CITED},
        {"id": "klantmanager", "type": "function", "name": _TEXT, "part_of": "gemeente", "rung": 1, **_CITED},
        {"id": "werkgever", "type": "kind", "name": _TEXT, "rung": 2, **_CITED},
    ],
    "themes": [
        {
            "id": "boete",
            "label": _TEXT,
            "definition": _TEXT,
            "broader": "werk",
            "aspects": [{"id": "hoogte", "label": _TEXT}, {"id": "verwijt", "label": _TEXT}],
            **_CITED,
        },
        {"id": "werk", "label": _TEXT, "definition": _TEXT, **_CITED},
    ],
    "tips": [
        {
            "id": "tip-een",
            "text": _TEXT,
            "community": "rijnmond",
            "perspective": "professional",
            "audience": ["gemeente"],
            "themes": ["werk"],
            "partners": ["duo"],
            **_CITED,
        },
        {
            "id": "tip-twee",
            "text": _TEXT,
            "meeting": "meet-and-greet",
            "perspective": "inburgeraar",
            "themes": ["werk"],
            "within": "tip-een",
            **_CITED,
        },
    ],
    "responsibilities": [
        {
            "id": "boete-gemeente",
            "theme": "boete",
            "aspect": "hoogte",
            "partner": "gemeente",
            "rung": 1,
            "order": 1,
            "capacity": "decides",
            "scope": "case",
            "via": "klantmanager",
            "why": _TEXT,
            "legal_basis": [_BASIS],
            **_CITED,
        }
    ],
    "relations": [
        {
            "id": "duo-informeert-gemeente",
            "sender": "duo",
            "receiver": "gemeente",
            "kind": "informs",
            "flow": _TEXT,
            "flow_type": "information",
            "phases": ["aankomst"],
            "themes": ["werk"],
            "legal_basis": [_BASIS],
            **_CITED,
        }
    ],
    "phases": [
        {
            "id": "aankomst",
            "order": 1,
            "name": _TEXT,
            "groups": ["asielstatushouder"],
            "actors": [{"partner": "duo", "does": _TEXT}],
            "statements": [_STATEMENT],
            "deadlines": [
                {
                    "id": "beslissen",
                    "what": _TEXT,
                    "value": 8,
                    "unit": "weeks",
                    "counts_from": _TEXT,
                    "by": "duo",
                    "legal_basis": [_BASIS],
                    **_CITED,
                }
            ],
            **_CITED,
        }
    ],
    "sources": [
        {"id": "bron", "title": "Bron", "publisher": "Divosa", "retrieved": "2026-11-20"},
        {
            "id": "wi2021",
            "title": "Wet inburgering 2021",
            "publisher": "Overheid",
            "retrieved": "2026-11-21",
            "abbreviation": "Wi2021",
            "bwb": "BWBR0044770",
        },
    ],
    "municipalities": [
        {
            "code": "GM0599",
            "name": "Rotterdam",
            "province": "Zuid-Holland",
            "region": "AM22",
            "year": 2026,
            **_CITED,
        }
    ],
    "former_municipalities": [
        {"code": "GM0568", "name": "Bernisse", "ended": "2015-01-01", "became": ["GM0599"], **_CITED}
    ],
    "regions": [{"code": "AM22", "name": "Rijnmond", "year": 2026, **_CITED}],
}


OUT: Any = object()
"""In the place of a value: take the field out."""


def changed(place: str, value: Any) -> dict[str, Any]:
    """The sound set with `value` at `place`, such as "tips.0.themes.1"; one past a list's end adds, `OUT` takes out."""
    found: dict[str, Any] = json.loads(json.dumps(SOUND))
    above: Any = found
    *path, last = (int(step) if step.isdigit() else step for step in place.split("."))
    for step in path:
        above = above[step]
    if value is OUT:
        del above[last]
    elif isinstance(above, list) and last == len(above):
        above.append(value)
    else:
        above[last] = value
    return found


def source(**changes: Any) -> dict[str, Any]:
    """A set of one source, but for `changes`."""
    return {"sources": [{**SOUND["sources"][0], **changes}]}


def written(folder: Path, value: Any, name: str = "own.json") -> Path:
    """The file in `folder` that holds `value`: bytes and texts as they are, anything else as JSON, indented."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if not isinstance(value, bytes | str):
        value = json.dumps(value, indent=2, ensure_ascii=False)
    path.write_bytes(value.encode() if isinstance(value, str) else value)
    return path


def read(*paths: Path, bundled: bool = False) -> Records:
    """The records at `paths`."""
    return read_paths(paths, bundled=bundled)


def refused(*paths: Path, bundled: bool = False) -> DataError:
    """The error that reading `paths` gives."""
    with pytest.raises(DataError) as caught:
        read(*paths, bundled=bundled)
    return caught.value


def faults(*paths: Path, bundled: bool = False) -> tuple[Fault, ...]:
    """The faults of `paths`, with their files named without the folder they stand in."""
    found = []
    for fault in refused(*paths, bundled=bundled).faults:
        assert isinstance(fault, Fault)
        found.append(attrs.evolve(fault, file=Path(fault.file).name))
    return tuple(found)


def line_of(path: Path, kind: str, index: int, field: str | None = None) -> int:
    """The line, counted from 1, on which a record of an indented file starts, or a field of it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index(f'  "{kind}": [')
    for _ in range(index + 1):
        at = lines.index("    {", at + 1)
    if field is not None:
        at = next(number for number in range(at, len(lines)) if lines[number].startswith(f'      "{field}":'))
    return at + 1
