"""What people keep in a file of their own (a rotation, an agenda): read strictly, every fault named, saved whole.

Our choice: nothing is taken in of a file with a fault, and nothing is written over a file that is not an earlier state.
"""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from inburgering_cop import errors, phrases, text
from inburgering_cop.knowledge import Fault, _files
from inburgering_cop.knowledge._faults import data_error
from inburgering_cop.knowledge._reading import keys_twice, structured
from inburgering_cop.knowledge._structuring import Structurer, Wrong
from inburgering_cop.model import LocalizedText
from inburgering_cop.practice._writing import write

FORMAT = 1
_FORMAT = LocalizedText(
    nl="1: dat is de versie die wordt gelezen; een nieuwere vraagt een nieuwere inburgering-cop",
    en="1: that is the version that is read; a newer one needs a newer inburgering-cop",
)
_FILLED = LocalizedText(nl="een .toml- of .json-bestand met inhoud", en="a .toml or .json file that holds something")
_TOML_OR_JSON = LocalizedText(nl="een bestand dat op .toml of .json eindigt", en="a file that ends in .toml or .json")
_SHALLOW = LocalizedText(nl="TOML die minder diep genest is", en="TOML that nests less deeply")
_OBJECT = LocalizedText(nl="een object met namen en waarden", en="an object with names and values")
_A_LIST = LocalizedText(nl="een lijst tussen [ ]", en="a list in [ ]")
_FILLED_LIST = LocalizedText(nl="een lijst van minstens 1", en="a list of at least 1")
_REQUIRED = LocalizedText(nl="ingevuld; dit veld is verplicht", en="given; this field is required")

_NAMES = {"announced": "date", "seats": "role", "themes": "theme"}
"""The field that names a member of a part; the id for all others."""


@attrs.frozen(kw_only=True)
class Part:
    """One part of such a file.

    Attributes:
        kind: The class of what stands there.
        many: Whether it is a list of them.
        required: Whether it must stand there.
    """

    kind: type
    many: bool = False
    required: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Paper:
    """A file that was read.

    Attributes:
        head: The plain values at the top, structured; None when they have a fault.
        parts: What each part holds, for a list with None where a member has a fault; a part that is not there, or is
            not even of its shape, is missing.
        document: The file itself.
        faults: The faults so far.
    """

    head: Any
    parts: Mapping[str, Any]
    document: _files.Document
    faults: list[Fault]

    def ids(self, part: str) -> frozenset[str]:
        """The ids that stand in the list `part`, also those of members that have a fault."""
        members = self.document.value.get(part)
        found = [each.get("id") for each in members if isinstance(each, dict)] if isinstance(members, list) else []
        return frozenset(each for each in found if isinstance(each, str))

    def hold(self, wrongs: Iterator[Wrong]) -> None:
        """Raises all faults: those found while reading, and `wrongs`, whose paths start at the top of the file.

        Raises:
            DataError: There is any.
        """
        found = [*self.faults, *(_fault(self.document, wrong) for wrong in wrongs)]
        if found:
            raise data_error(found)


def _named(document: _files.Document, part: str, index: int) -> str:
    member = document.value[part][index]
    name = member.get(_NAMES.get(part, "id")) if isinstance(member, dict) else None
    return f"{part} {text.short(name) if isinstance(name, str) else f'#{index + 1}'}"


def _fault(document: _files.Document, wrong: Wrong) -> Fault:
    top, *below = wrong.path
    index = below[0] if below and isinstance(below[0], int) else None
    if index is None:
        field, record, line = wrong.field, None, None
    else:
        inner = tuple(below[1:])
        field, record = text.path(inner) or None, _named(document, str(top), index)
        named = inner[0] if inner and isinstance(inner[0], str) else None
        line = document.line(str(top), index, named) if document.raw else None
    return Fault(file=document.file, record=record, field=field, given=wrong.given, wanted=wrong.wanted, line=line)


def _as_json(value: Any) -> Any:
    """A TOML value as JSON has it: dates and times as text."""
    if isinstance(value, dict):
        return {key: _as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value


def _toml(file: str, raw: str, *, dated: bool) -> _files.Document:
    try:
        value = tomllib.loads(raw)
        return _files.Document(file=file, raw="", value=_as_json(value) if dated else value, strange=False)
    except tomllib.TOMLDecodeError as error:
        wanted = LocalizedText(nl=f"geldige TOML ({error})", en=f"valid TOML ({error})")
    except RecursionError:
        wanted = _SHALLOW
    raise data_error([Fault(file=file, wanted=wanted)])


def opened(path: Path, *, dated: bool) -> _files.Document:
    """The object in the .toml or .json file at `path`; `dated` where a date of TOML may stand in it.

    Raises:
        DataError: It cannot be read as such a file.
    """
    file, suffix = str(path), path.suffix.lower()
    if suffix not in {".toml", ".json"}:
        raise data_error([Fault(file=file, given=text.short(path.suffix), wanted=_TOML_OR_JSON)])
    faults: list[Fault] = []
    raw = _files.raw(file, path, faults)
    if raw is not None and suffix == ".toml" and not raw.strip():
        faults.append(Fault(file=file, given="(empty)", wanted=_FILLED))
    elif raw is not None:
        document = (
            _toml(file, raw, dated=dated) if suffix == ".toml" else _files.parsed(file, raw, faults, wanted=_FILLED)
        )
        if document is not None and isinstance(document.value, dict):
            return document
        if document is not None:
            faults.append(Fault(file=file, given=text.short(document.value), wanted=_OBJECT))
    raise data_error(faults)


def hold_format(document: _files.Document) -> None:
    """Holds that the document is of the format this version reads.

    Raises:
        DataError: It is of another, or tells none.
    """
    given = document.value.get("format")
    if type(given) is not int or given != FORMAT:
        shown = text.short(given) if "format" in document.value else None
        raise data_error([Fault(file=document.file, field="format", given=shown, wanted=_FORMAT)])


def _below(wrong: Wrong, *path: str | int) -> Wrong:
    return attrs.evolve(wrong, path=(*path, *wrong.path))


def _unknown(value: dict[str, Any], known: tuple[str, ...]) -> Iterator[Wrong]:
    for name in sorted(set(value) - set(known)):
        names = ", ".join(text.nearest(name, known) or known)
        wanted = LocalizedText(nl=f"weggelaten, of heten: {names}", en=f"left out, or be called: {names}")
        yield Wrong(path=(name,), given=text.short(name), wanted=wanted)


def read(path: str | Path, *, head: type, parts: Mapping[str, Part]) -> Paper:
    """The file at `path`, with every fault of its parts; `Paper.hold` raises them.

    Args:
        path: A .toml or .json file.
        head: The class of the plain values at the top.
        parts: The parts below, by name.

    Raises:
        DataError: It cannot be read as such a file at all, or it is of another format.
    """
    document = opened(Path(path), dated=True)
    hold_format(document)
    value, structurer = document.value, Structurer()
    plain = tuple(field.name for field in attrs.fields(head))
    wrongs = [*keys_twice(value, ()), *_unknown(value, ("format", *plain, *parts))]
    top, found = structured(structurer, document, {name: value[name] for name in plain if name in value}, head)
    wrongs += found
    read_parts: dict[str, Any] = {}
    for name, part in parts.items():
        if name not in value:
            wrongs += [Wrong(path=(name,), given=None, wanted=_REQUIRED)] if part.required else []
        elif not part.many:
            read_parts[name], found = structured(structurer, document, value[name], part.kind)
            wrongs += [_below(wrong, name) for wrong in found]
        elif not isinstance(value[name], list):
            wrongs.append(Wrong(path=(name,), given=text.short(value[name]), wanted=_A_LIST))
        elif part.required and not value[name]:
            wrongs.append(Wrong(path=(name,), given="[]", wanted=_FILLED_LIST))
        else:
            members = [structured(structurer, document, each, part.kind) for each in value[name]]
            read_parts[name] = tuple(member for member, _ in members)
            wrongs += [_below(wrong, name, at) for at, (_, found) in enumerate(members) for wrong in found]
    return Paper(head=top, parts=read_parts, document=document, faults=[_fault(document, wrong) for wrong in wrongs])


def as_dict(value: Any) -> dict[str, Any]:
    """A value of this room as plain JSON values, with its format."""

    def plain(_: Any, __: Any, inner: Any) -> Any:
        return inner.isoformat() if isinstance(inner, datetime.date) else inner

    return {"format": FORMAT, **attrs.asdict(value, value_serializer=plain)}


def save(path: str | Path, value: dict[str, Any], *, follows: Callable[[Path], bool], overwrite: bool) -> Path:
    """Writes `value` to `path` as JSON, over nothing but an earlier state of the same, unless asked.

    Args:
        path: Where to; it ends in .json.
        value: What to write.
        follows: Whether what stands at a path is an earlier state of `value`; may raise DataError.
        overwrite: Whether to write over whatever stands there.

    Returns:
        The path.

    Raises:
        FileKeptError: Something else stands there, or something that cannot be read.
        CannotWriteError: It cannot be written; what stood there stands.
        InvalidValueError: The path does not end in .json.
    """
    target = Path(path)
    if target.suffix.lower() != ".json":
        wanted = ("een bestand dat op .json eindigt", "a file that ends in .json")
        raise phrases.invalid("path", str(path), wanted=wanted)

    def allowed(place: Path) -> None:
        if overwrite or not place.exists():
            return
        try:
            earlier = follows(place)
        except errors.DataError:
            earlier = False
        if not earlier:
            raise phrases.file_kept("not-earlier", path=str(target))

    write(target, json.dumps(value, ensure_ascii=False, indent=2) + "\n", allowed=allowed)
    return target
