"""A sheet written by hand, in TOML or JSON: read strictly, with every fault named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import attrs

from inburgering_cop import text
from inburgering_cop.knowledge import Fault, _files
from inburgering_cop.knowledge._faults import data_error
from inburgering_cop.knowledge._structuring import Structurer, Wrong
from inburgering_cop.model import LocalizedText

Sheet = TypeVar("Sheet")
_SUFFIXES = (".toml", ".json")
_ONCE = LocalizedText(nl="één keer genoemd", en="given once")
_A_SHEET = LocalizedText(nl="een blad in TOML of JSON dat niet leeg is", en="a sheet in TOML or JSON that is not empty")
_A_SUFFIX = LocalizedText(nl="een bestand dat eindigt op .toml of .json", en="a file that ends in .toml or .json")
_A_FILE = LocalizedText(nl="een leesbaar bestand met tekst in UTF-8", en="a readable file with text in UTF-8")
_AN_OBJECT = LocalizedText(nl="een object tussen { }", en="an object in { }")
_SHALLOW = LocalizedText(nl="TOML die minder diep genest is", en="TOML that nests less deeply")


def _toml(file: str, path: Path, faults: list[Fault]) -> Any:
    try:
        raw = path.read_bytes().decode("utf-8-sig")
        if raw.strip():
            return tomllib.loads(raw)
        faults.append(Fault(file=file, given="(empty)", wanted=_A_SHEET))
    except tomllib.TOMLDecodeError as error:
        wanted = LocalizedText(nl=f"geldige TOML ({error})", en=f"valid TOML ({error})")
        faults.append(Fault(file=file, wanted=wanted))
    except RecursionError:
        faults.append(Fault(file=file, wanted=_SHALLOW))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        faults.append(Fault(file=file, given=f"({reason})", wanted=_A_FILE))
    return None


def _json(file: str, path: Path, faults: list[Fault]) -> Any:
    document = _files.read(file, path, faults)
    if document is None:
        faults[:] = [attrs.evolve(each, wanted=_A_SHEET) if each.wanted is _files.RECORDS else each for each in faults]
        return None
    faults += [
        Fault(file=file, field=text.path((*place, key)), given=text.short(key), wanted=_ONCE)
        for place, key in _doubles(document.value, ())
    ]
    return document.value


def _doubles(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The keys that stand twice in one object, however deep, and where."""
    if isinstance(value, _files.Repeated):
        yield from ((place, key) for key in value.keys_twice)
    if isinstance(value, dict | list):
        members = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in members:
            yield from _doubles(inner, (*place, key))


def read_sheet(path: str | Path, kind: type[Sheet]) -> Sheet:
    """The sheet of `kind` that stands in the file at `path`.

    Raises:
        DataError: The file cannot be read or something in it is wrong; every fault is in it.
    """
    file, place = str(path), Path(path)
    faults: list[Fault] = []
    if place.suffix not in _SUFFIXES:
        raise data_error([Fault(file=file, given=text.short(place.suffix), wanted=_A_SUFFIX)])
    value = (_toml if place.suffix == ".toml" else _json)(file, place, faults)
    if not faults and not isinstance(value, dict):
        faults.append(Fault(file=file, given=text.short(value), wanted=_AN_OBJECT))
    if isinstance(value, dict):
        sheet, wrongs = Structurer().structure(value, kind)
        faults += [_fault(file, wrong) for wrong in wrongs]
        if not faults:
            return cast(Sheet, sheet)
    raise data_error(faults)


def _fault(file: str, wrong: Wrong) -> Fault:
    return Fault(file=file, field=wrong.field, given=wrong.given, wanted=wrong.wanted)
