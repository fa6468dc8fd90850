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

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
RECORDS = LocalizedText(
    nl="een .json-bestand, of een map met .json-bestanden, waarin records staan",
    en="a .json file, or a folder of .json files, that holds records",
)
DEEPEST = 50
_SHALLOW = LocalizedText(
    nl="JSON die minder diep genest is en kortere getallen heeft",
    en="JSON that nests less deeply and has shorter numbers",
)


@attrs.frozen(kw_only=True, eq=False)
class Document:
    """One file that was read.

    Attributes:
        file: Its name, as given or relative to the folder given.
        raw: Its text.
        value: Its JSON value.
        strange: Whether it holds what JSON does not know: a key that stands twice, or a number such as NaN.
    """

    file: str
    raw: str
    value: Any
    strange: bool

    def line(self, kind: str, index: int, field: str | None) -> int | None:
        """The line that record `index` of `kind` starts on, or `field` of it; None when the record is no object."""
        start = self._starts.get((kind, index))
        if start is None:
            return None
        at = next((at for name, at in self._members(start) if name == field), start)
        return self.raw.count("\n", 0, at) + 1

    @cached_property
    def _starts(self) -> dict[tuple[str, int], int]:
        """Where each record starts in the text; read a second time, since only faults ask for it."""
        starts: dict[tuple[str, int], int] = {}
        for kind, at in self._members(self._after_space(0)):
            value = self._value_after(at)
            if self.raw[value] == "[":
                starts |= {
                    (kind, number): place for number, place in enumerate(self._items(value)) if self.raw[place] == "{"
                }
        return starts

    def _members(self, start: int) -> Iterator[tuple[str, int]]:
        """Each key of the object at `start`, and where it stands."""
        at = self._after_space(start + 1)
        while self.raw[at] != "}":
            key, _ = _DECODER.raw_decode(self.raw, at)
            yield key, at
            _, at = _DECODER.raw_decode(self.raw, self._value_after(at))
            at = self._after_comma(at)

    def _items(self, start: int) -> Iterator[int]:
        """Where each item of the list at `start` stands."""
        at = self._after_space(start + 1)
        while self.raw[at] != "]":
            yield at
            _, at = _DECODER.raw_decode(self.raw, at)
            at = self._after_comma(at)

    def _value_after(self, key: int) -> int:
        """Where the value of the key at `key` starts."""
        _, at = _DECODER.raw_decode(self.raw, key)
        return self._after_space(self._after_space(at) + 1)

    def _after_space(self, at: int) -> int:
        return _SPACE.match(self.raw, at).end()  # type: ignore[union-attr]

    def _after_comma(self, at: int) -> int:
        at = self._after_space(at)
        return self._after_space(at + 1) if self.raw[at] == "," else at


class Repeated(dict[str, Any]):
    """A JSON object in which a key stands twice; `keys_twice` names them."""

    keys_twice: tuple[str, ...] = ()


@attrs.frozen(repr=False)
class NotANumber:
    """NaN or an infinity, which JSON does not have."""

    written: str

    def __repr__(self) -> str:
        return self.written


def _json_below(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _json_below(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".json"):
            yield f"{prefix}{entry.name}", entry


def bundled() -> Iterator[tuple[str, Traversable]]:
    """Name and place of every bundled JSON file, in name order."""
    yield from _json_below(files("inburgering_cop") / "data", "")


def _unreadable(file: str, error: OSError | ValueError) -> Fault:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    wanted = LocalizedText(nl="een leesbaar bestand of een leesbare map", en="a readable file or folder")
    return Fault(file=file, given=f"({reason})", wanted=wanted)


def given(path: Path, faults: list[Fault]) -> list[tuple[str, Traversable]]:
    """Name and place of the JSON file at `path`, or of every one in the folder at `path`, in name order.

    A folder that cannot be read, or that holds none, is a fault.
    """
    try:
        if not path.is_dir():
            return [(str(path), path)]
        found: list[tuple[str, Traversable]] = [(str(path / name), place) for name, place in _json_below(path, "")]
    except (OSError, ValueError) as error:
        faults.append(_unreadable(str(path), error))
        return []
    if not found:
        faults.append(Fault(file=str(path), given="(no .json files)", wanted=RECORDS))
    return found


def _nests_deeper(value: Any, most: int) -> bool:
    """Whether lists and objects stand inside each other more than `most` deep; not by recursion, so never too deep."""
    level = [value]
    for _ in range(most + 1):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return False
    return True


@attrs.define
class _Hooks:
    """What Python's reader calls while it reads one text; notices what JSON does not know."""

    strange: bool = False

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) == len(pairs):
            return value
        self.strange = True
        names = [name for name, _ in pairs]
        repeated = Repeated(value)
        repeated.keys_twice = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
        return repeated

    def constant(self, written: str) -> NotANumber:
        self.strange = True
        return NotANumber(written)


def raw(file: str, place: Traversable, faults: list[Fault]) -> str | None:
    """The text at `place`; None, and a fault, when it is not readable or not UTF-8."""
    try:
        return place.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wanted = LocalizedText(nl="tekst in UTF-8; sla het bestand zo op", en="text in UTF-8; save the file that way")
        faults.append(Fault(file=file, given=f"byte {error.object[error.start]:#04x}", wanted=wanted))
    except (OSError, ValueError) as error:
        faults.append(_unreadable(file, error))
    return None


def parsed(file: str, written: str, faults: list[Fault], *, wanted: LocalizedText = RECORDS) -> Document | None:
    """The document that `written` is; None, and a fault, when it is not JSON. `wanted` is what an empty one lacks."""
    if not written.strip():
        faults.append(Fault(file=file, given="(empty)", wanted=wanted))
        return None
    hooks = _Hooks()
    try:
        value = json.loads(written, object_pairs_hook=hooks.pairs, parse_constant=hooks.constant)
    except json.JSONDecodeError as error:
        valid = LocalizedText(nl=f"geldige JSON ({error.msg})", en=f"valid JSON ({error.msg})")
        rest = written[error.pos : error.pos + 20]
        stands = text.short(rest) if error.pos < len(written.rstrip()) else "(end of file)"
        faults.append(Fault(file=file, given=stands, wanted=valid, line=error.lineno))
        return None
    except (RecursionError, ValueError):
        faults.append(Fault(file=file, wanted=_SHALLOW))
        return None
    if _nests_deeper(value, DEEPEST):
        faults.append(Fault(file=file, wanted=_SHALLOW))
        return None
    return Document(file=file, raw=written, value=value, strange=hooks.strange)


def read(file: str, place: Traversable, faults: list[Fault], *, wanted: LocalizedText = RECORDS) -> Document | None:
    """The document at `place`; None, and a fault, when it is not readable, not UTF-8 or not JSON.

    `wanted` is what an empty file lacks.
    """
    written = raw(file, place, faults)
    return None if written is None else parsed(file, written, faults, wanted=wanted)
