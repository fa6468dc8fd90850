"""From files to plain JSON values, with every fault of the text itself and the line each record starts on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import attrs

from inburgering_cop import text
from inburgering_cop.knowledge._faults import Fault
from inburgering_cop.model import LocalizedText

_SPACE = re.compile(r"[ \t\n\r]*")


@attrs.frozen(kw_only=True, eq=False)
class Document:
    """One file that was read.

    Attributes:
        file: Its name, as given or relative to the folder given.
        raw: Its text.
        value: Its JSON value.
    """

    file: str
    raw: str
    value: Any

    def line(self, kind: str, index: int, field: str | None) -> int | None:
        """The line that record `index` of `kind` starts on, or `field` in it; None when the record is no object."""
        if (kind, index) not in self._spans:
            return None
        start, end = self._spans[kind, index]
        name = re.match(r"\w+", field or "")
        found = self.raw.find(f'"{name[0]}"', start, end) if name else -1
        return self.raw.count("\n", 0, found if found >= 0 else start) + 1

    @cached_property
    def _spans(self) -> dict[tuple[str, int], tuple[int, int]]:
        """Where each record starts and ends in the text; read a second time, since only faults ask for it."""
        spans: dict[tuple[str, int], tuple[int, int]] = {}
        decoder = json.JSONDecoder()
        at = self._after_space(self._after_space(0) + 1)
        while self.raw[at] != "}":
            kind, at = decoder.raw_decode(self.raw, at)
            at = self._after_space(self._after_space(at) + 1)
            if self.raw[at] == "[":
                at = self._after_space(at + 1)
                number = 0
                while self.raw[at] != "]":
                    start = at
                    record, at = decoder.raw_decode(self.raw, at)
                    if isinstance(record, dict):
                        spans[kind, number] = (start, at)
                    number += 1
                    at = self._after_comma(at)
                at += 1
            else:
                _, at = decoder.raw_decode(self.raw, at)
            at = self._after_comma(at)
        return spans

    def _after_space(self, at: int) -> int:
        return _SPACE.match(self.raw, at).end()  # type: ignore[union-attr]

    def _after_comma(self, at: int) -> int:
        at = self._after_space(at)
        return self._after_space(at + 1) if self.raw[at] == "," else at


RECORDS = LocalizedText(
    nl="een .json-bestand, of een map met .json-bestanden, waarin records staan",
    en="a .json file, or a folder of .json files, that holds records",
)


class Repeated(dict[str, Any]):
    """A JSON object in which a key stands twice; `keys_twice` names them."""

    keys_twice: tuple[str, ...] = ()


class NotANumber(str):
    """NaN or an infinity, which JSON does not have."""


def bundled() -> Iterator[tuple[str, Traversable]]:
    """Name and place of every bundled JSON file, in name order."""
    yield from _json_below(files("inburgering_cop") / "data", "")


def _json_below(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _json_below(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".json"):
            yield f"{prefix}{entry.name}", entry


def given(path: Path) -> Iterator[tuple[str, Traversable]]:
    """Name and place of the JSON file at `path`, or of every one in the folder at `path`, in name order.

    A folder without any is yielded itself, so that reading it says so.
    """
    found = [(str(path / name), place) for name, place in _json_below(path, "")] if path.is_dir() else []
    yield from found or [(str(path), path)]


def read(file: str, place: Traversable, faults: list[Fault]) -> Document | None:
    """The document at `place`; None, and a fault, when it is not readable, not UTF-8 or not JSON."""
    if place.is_dir():
        faults.append(Fault(file=file, given="(no .json files)", wanted=RECORDS))
        return None
    try:
        raw = place.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wanted = LocalizedText(nl="tekst in UTF-8; sla het bestand zo op", en="text in UTF-8; save the file that way")
        faults.append(Fault(file=file, given=f"byte {error.object[error.start]:#04x}", wanted=wanted))
        return None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        wanted = LocalizedText(nl="een leesbaar bestand of een leesbare map", en="a readable file or folder")
        faults.append(Fault(file=file, given=f"({reason})", wanted=wanted))
        return None
    if not raw.strip():
        faults.append(Fault(file=file, given="(empty)", wanted=RECORDS))
        return None
    try:
        value = json.loads(raw, object_pairs_hook=_pairs, parse_constant=NotANumber)
    except json.JSONDecodeError as error:
        wanted = LocalizedText(nl=f"geldige JSON ({error.msg})", en=f"valid JSON ({error.msg})")
        faults.append(
            Fault(file=file, given=text.short(raw[error.pos : error.pos + 20]), wanted=wanted, line=error.lineno)
        )
        return None
    except (RecursionError, ValueError):
        wanted = LocalizedText(
            nl="JSON die minder diep genest is en kortere getallen heeft",
            en="JSON that nests less deeply and has shorter numbers",
        )
        faults.append(Fault(file=file, wanted=wanted))
        return None
    return Document(file=file, raw=raw, value=value)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) == len(pairs):
        return value
    names = [name for name, _ in pairs]
    repeated = Repeated(value)
    repeated.keys_twice = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
    return repeated
