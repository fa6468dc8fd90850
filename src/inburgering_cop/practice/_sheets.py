"""A sheet written by hand for one occasion, in TOML or JSON: read strictly, with every fault named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

from inburgering_cop import text
from inburgering_cop.knowledge import Fault, _files
from inburgering_cop.knowledge._faults import data_error
from inburgering_cop.knowledge._structuring import Structurer, Wrong
from inburgering_cop.model import LocalizedText
from inburgering_cop.practice import _papers

Sheet = TypeVar("Sheet")
_ONCE = LocalizedText(nl="één keer genoemd", en="given once")


def _doubles(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The keys that stand twice in one object, however deep, and where."""
    if isinstance(value, _files.Repeated):
        yield from ((place, key) for key in value.keys_twice)
    if isinstance(value, dict | list):
        members = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in members:
            yield from _doubles(inner, (*place, key))


def read_sheet(path: str | Path, kind: type[Sheet]) -> Sheet:
    """The sheet of `kind` that stands in the file at `path`; `format` may be left out, and is 1 where it stands.

    Raises:
        DataError: The file cannot be read or something in it is wrong; every fault is in it.
    """
    file = str(path)
    document = _papers.opened(Path(path), dated=False)
    value = document.value
    if "format" in value:
        _papers.hold_format(document)
    faults = [
        Fault(file=file, field=text.path((*place, key)), given=text.short(key), wanted=_ONCE)
        for place, key in _doubles(value, ())
    ]
    rest = {key: each for key, each in value.items() if key != "format"}
    sheet, wrongs = Structurer().structure(rest, kind)
    faults += [_fault(file, wrong) for wrong in wrongs]
    if faults:
        raise data_error(faults)
    return cast(Sheet, sheet)


def _fault(file: str, wrong: Wrong) -> Fault:
    return Fault(file=file, field=wrong.field, given=wrong.given, wanted=wrong.wanted)
