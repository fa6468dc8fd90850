"""Reading a whole data set: every file, every record, every fault, and only then the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import attrs

from inburgering_cop import text
from inburgering_cop.knowledge import _files
from inburgering_cop.knowledge._checking import faults_of
from inburgering_cop.knowledge._faults import Fault, data_error
from inburgering_cop.knowledge._records import KINDS, Records
from inburgering_cop.knowledge._structuring import Wrong, make_converter, structure
from inburgering_cop.model import Dataset, LocalizedText


@attrs.frozen(kw_only=True)
class _Read:
    """One record as it was read: where it stands, and the record itself (None when it was refused)."""

    document: _files.Document
    kind: str
    index: int
    record: Any

    @property
    def key(self) -> str:
        """The id of the record; for places, the code."""
        return str(getattr(self.record, "id", None) or self.record.code)


def read_bundled() -> Records:
    """The bundled records."""
    return _read(_files.bundled())


def read_paths(paths: Iterable[Path], *, bundled: bool) -> Records:
    """The records at `paths` (files, or folders whose JSON files are read in name order), after the bundled ones if so.

    Raises:
        DataError: Anything is wrong anywhere; every fault is in it, and nothing is loaded.
    """

    def places() -> Iterator[tuple[str, Traversable]]:
        if bundled:
            yield from _files.bundled()
        for path in paths:
            yield from _files.given(path)

    return _read(places())


def _read(places: Iterable[tuple[str, Traversable]]) -> Records:
    faults: list[Fault] = []
    documents = [document for file, place in places if (document := _files.read(file, place, faults)) is not None]
    converter = make_converter()
    entries: list[_Read] = []
    datasets: list[Dataset] = []
    for document in documents:
        if not isinstance(document.value, dict) or not document.value:
            faults.append(Fault(file=document.file, given=text.short(document.value), wanted=_A_FILE))
            continue
        faults.extend(_misspelt_json(document))
        for kind, value in document.value.items():
            if kind == "dataset":
                dataset, wrongs = structure(converter, value, Dataset)
                faults.extend(_fault(document, "dataset", None, None, wrong) for wrong in wrongs)
                datasets.extend([dataset] if dataset else [])
            elif kind not in KINDS:
                faults.append(Fault(file=document.file, record=kind, wanted=_A_KIND))
            elif not isinstance(value, list):
                faults.append(Fault(file=document.file, record=kind, given=text.short(value), wanted=_A_LIST))
            else:
                for index, raw in enumerate(value):
                    record, wrongs = structure(converter, raw, KINDS[kind])
                    name = _name(raw, index)
                    faults.extend(_fault(document, kind, index, name, wrong) for wrong in wrongs)
                    entries.append(_Read(document=document, kind=kind, index=index, record=record))
    if not entries and not faults:
        faults.append(Fault(file=documents[0].file, given="(no records)", wanted=_files.RECORDS))
    by_kind = _by_kind(entries, faults)
    if faults:
        _sort(faults, documents)
        raise data_error(faults)
    return Records.of(_dataset(datasets, by_kind), by_kind)


_A_FILE = LocalizedText(
    nl=f"een object met records onder: {', '.join(KINDS)}", en=f"an object with records under: {', '.join(KINDS)}"
)
_A_KIND = LocalizedText(nl=f"een van: dataset, {', '.join(KINDS)}", en=f"one of: dataset, {', '.join(KINDS)}")
_A_LIST = LocalizedText(nl="een lijst van records tussen [ ]", en="a list of records in [ ]")


def _name(raw: Any, index: int) -> str:
    key = (raw.get("id") or raw.get("code")) if isinstance(raw, dict) else None
    return text.short(key) if isinstance(key, str) else f"#{index + 1}"


def _fault(document: _files.Document, kind: str, index: int | None, name: str | None, wrong: Wrong) -> Fault:
    return Fault(
        file=document.file,
        record=f"{kind} {name}" if name else kind,
        field=wrong.field,
        given=wrong.given,
        wanted=wrong.wanted,
        line=None if index is None else document.line(kind, index, wrong.field),
    )


def _misspelt_json(document: _files.Document) -> Iterator[Fault]:
    """Keys that stand twice, and numbers that JSON does not have; Python's reader lets both through."""
    for path, value in _walk(document.value, ""):
        if isinstance(value, _files.Repeated):
            for key in value.keys_twice:
                wanted = LocalizedText(nl="een sleutel die maar één keer staat", en="a key that stands only once")
                yield Fault(file=document.file, field=f"{path}.{key}".lstrip("."), given=text.short(key), wanted=wanted)
        elif isinstance(value, _files.NotANumber):
            wanted = LocalizedText(nl="een getal dat JSON kent", en="a number that JSON has")
            yield Fault(file=document.file, field=path, given=str(value), wanted=wanted)


def _walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _walk(inner, f"{path}[{index}]")


def _by_kind(entries: list[_Read], faults: list[Fault]) -> dict[str, dict[str, Any]]:
    """The records by kind and id; faults are added for ids that stand twice and references that lead nowhere."""
    by_kind: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    first: dict[tuple[str, str], _Read] = {}
    sound = [entry for entry in entries if entry.record is not None]
    for entry in sound:
        if entry.key in by_kind[entry.kind]:
            file = first[entry.kind, entry.key].document.file
            wanted = LocalizedText(
                nl=f"een id dat nog vrij is (het staat al in {file})", en=f"an id that is free (it stands in {file})"
            )
            wrong = Wrong(field="id", given=text.short(entry.key), wanted=wanted)
            faults.append(_fault(entry.document, entry.kind, entry.index, text.short(entry.key), wrong))
        first.setdefault((entry.kind, entry.key), entry)
        by_kind[entry.kind].setdefault(entry.key, entry.record)
    known = {kind: dict(records) for kind, records in by_kind.items()}
    for entry in entries:
        if entry.record is None:
            raw = entry.document.value[entry.kind][entry.index]
            key = (raw.get("id") or raw.get("code")) if isinstance(raw, dict) else None
            if isinstance(key, str):
                known[entry.kind].setdefault(key, None)
    for entry in sound:
        for wrong in faults_of(entry.record, known):
            faults.append(_fault(entry.document, entry.kind, entry.index, text.short(entry.key), wrong))
    return by_kind


def _sort(faults: list[Fault], documents: list[_files.Document]) -> None:
    order = {document.file: number for number, document in enumerate(documents)}
    faults.sort(key=lambda fault: (order.get(fault.file, -1), fault.line or 0))


def _dataset(datasets: list[Dataset], by_kind: dict[str, dict[str, Any]]) -> Dataset:
    if datasets:
        return datasets[0]
    latest = max(source.retrieved for source in by_kind["sources"].values())
    return Dataset(title="Own records", version="0.0.0", as_of=latest, licence="not stated")
