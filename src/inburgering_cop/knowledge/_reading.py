"""Reading a whole data set: every file, every record, every fault, and only then the records.

The way of a record, a tip as well as a partner: its file becomes a JSON value (`_files.read`), the value becomes an
object of its class (`_structuring.structure`), and the objects are held against each other (`_checking`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import attrs

from inburgering_cop import text
from inburgering_cop.knowledge import _files
from inburgering_cop.knowledge._checking import dangling, faults_of, shapes
from inburgering_cop.knowledge._faults import Fault, data_error
from inburgering_cop.knowledge._records import KINDS, Records
from inburgering_cop.knowledge._structuring import Structurer, Wrong
from inburgering_cop.model import Dataset, LocalizedText

_A_FILE = LocalizedText(
    nl=f"een object met records onder: {', '.join(KINDS)}", en=f"an object with records under: {', '.join(KINDS)}"
)
_A_KIND = LocalizedText(nl=f"een van: dataset, {', '.join(KINDS)}", en=f"one of: dataset, {', '.join(KINDS)}")
_ONE_DATASET = LocalizedText(
    nl="één beschrijving in al je bestanden samen", en="one description in all your files together"
)
_A_LIST = LocalizedText(nl="een lijst van records tussen [ ]", en="a list of records in [ ]")
_A_NUMBER = LocalizedText(nl="een getal dat JSON kent", en="a number that JSON has")
_ONCE = LocalizedText(nl="een sleutel die maar één keer staat", en="a key that stands only once")


def key_field(kind: str) -> str:
    """The field that names a record of `kind`: code for places, id for all others."""
    return "code" if kind in {"former_municipalities", "municipalities", "regions"} else "id"


@attrs.frozen(kw_only=True)
class _Entry:
    """One record as it was read: where it stands, and the record itself (None when it was refused)."""

    document: _files.Document
    kind: str
    index: int
    record: Any

    @property
    def raw(self) -> Any:
        """The record as it was written."""
        return self.document.value[self.kind][self.index]

    @property
    def key(self) -> str | None:
        """The id of the record as written, for places the code; None when it has none."""
        key = self.raw.get(key_field(self.kind)) if isinstance(self.raw, dict) else None
        return key if isinstance(key, str) else None

    @property
    def name(self) -> str:
        """How the record is named in a fault."""
        return f"{self.kind} {text.short(self.key) if self.key is not None else f'#{self.index + 1}'}"

    def fault(self, wrong: Wrong) -> Fault:
        """`wrong` as a fault of this record."""
        top = wrong.path[0] if wrong.path else None
        return Fault(
            file=self.document.file,
            record=self.name,
            field=wrong.field,
            given=wrong.given,
            wanted=wrong.wanted,
            line=self.document.line(self.kind, self.index, top if isinstance(top, str) else None),
        )


def keys_twice(value: dict[str, Any], path: tuple[str | int, ...]) -> Iterator[Wrong]:
    """The keys that stand twice in one object."""
    if isinstance(value, _files.Repeated):
        for key in value.keys_twice:
            yield Wrong(path=(*path, key), given=text.short(key), wanted=_ONCE)


def _strange(value: Any, path: tuple[str | int, ...]) -> Iterator[Wrong]:
    """Keys that stand twice, and numbers that JSON does not have; Python's reader lets both through."""
    if isinstance(value, _files.NotANumber):
        yield Wrong(path=path, given=value.written, wanted=_A_NUMBER)
    elif isinstance(value, dict):
        yield from keys_twice(value, path)
        for key, inner in value.items():
            yield from _strange(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _strange(inner, (*path, index))


def structured(structurer: Structurer, document: _files.Document, raw: Any, kind: type) -> tuple[Any, list[Wrong]]:
    """The record and every fault of it; what JSON does not know is one fault, not two."""
    record, wrongs = structurer.structure(raw, kind)
    strange = list(_strange(raw, ())) if document.strange else []
    numbers = {wrong.path for wrong in strange if wrong.wanted == _A_NUMBER}
    wrongs = [*strange, *(wrong for wrong in wrongs if wrong.path not in numbers)]
    return (None if wrongs else record), wrongs


def _fault_of_file(document: _files.Document, record: str | None, wrong: Wrong) -> Fault:
    return Fault(file=document.file, record=record, field=wrong.field, given=wrong.given, wanted=wrong.wanted)


def _by_kind(entries: list[_Entry], faults: list[Fault]) -> dict[str, dict[str, Any]]:
    """The records by kind and id; faults are added for ids that stand twice and for what is wrong between records."""
    by_kind: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    first: dict[tuple[str, str], _Entry] = {}
    for entry in entries:
        if entry.key is None:
            continue
        before = first.setdefault((entry.kind, entry.key), entry)
        if before is not entry:
            file = before.document.file
            wanted = LocalizedText(
                nl=f"een id dat nog vrij is (het staat al in {file})", en=f"an id that is free (it stands in {file})"
            )
            faults.append(entry.fault(Wrong(path=(key_field(entry.kind),), given=text.short(entry.key), wanted=wanted)))
        else:
            by_kind[entry.kind][entry.key] = entry.record
    known_shapes = shapes(KINDS.values())
    for entry in entries:
        faults += [entry.fault(wrong) for wrong in dangling(entry.raw, KINDS[entry.kind], by_kind, known_shapes)]
        if entry.record is not None and entry.key is not None and first[entry.kind, entry.key] is entry:
            faults += [entry.fault(wrong) for wrong in faults_of(entry.record, by_kind)]
    return by_kind


def _dataset(datasets: list[Dataset], by_kind: dict[str, dict[str, Any]]) -> Dataset:
    """What the set says of itself: your own description before the bundled one, none: as old as its sources."""
    if datasets:
        return datasets[-1]
    latest = max(source.retrieved for source in by_kind["sources"].values())
    return Dataset(title="Own records", version="0.0.0", as_of=latest, licence="not stated")


def _read(
    bundled: list[tuple[str, Traversable]],
    own: list[tuple[str, Traversable]],
    faults: list[Fault],
    *,
    order: Sequence[str] = (),
) -> Records:
    places = [*bundled, *own]
    documents = [document for file, place in places if (document := _files.read(file, place, faults)) is not None]
    structurer = Structurer()
    entries: list[_Entry] = []
    datasets: list[Dataset] = []
    own_files = [file for file, _ in own or bundled]
    described = False
    for document in documents:
        if not isinstance(document.value, dict) or not document.value:
            faults.append(Fault(file=document.file, given=text.short(document.value), wanted=_A_FILE))
            continue
        faults += [_fault_of_file(document, None, wrong) for wrong in keys_twice(document.value, ())]
        for kind, value in document.value.items():
            if kind == "dataset":
                dataset, wrongs = structured(structurer, document, value, Dataset)
                faults += [_fault_of_file(document, "dataset", wrong) for wrong in wrongs]
                if dataset and document.file in own_files and described:
                    wrong = Wrong(path=(), given=text.short(dataset.title), wanted=_ONE_DATASET)
                    faults.append(_fault_of_file(document, "dataset", wrong))
                described = described or document.file in own_files
                datasets += [dataset] if dataset else []
            elif kind not in KINDS:
                faults.append(Fault(file=document.file, record=text.path((kind,)), wanted=_A_KIND))
            elif not isinstance(value, list):
                faults.append(Fault(file=document.file, record=kind, given=text.short(value), wanted=_A_LIST))
            else:
                for index, raw in enumerate(value):
                    record, wrongs = structured(structurer, document, raw, KINDS[kind])
                    entry = _Entry(document=document, kind=kind, index=index, record=record)
                    faults += [entry.fault(wrong) for wrong in wrongs]
                    entries.append(entry)
    if not faults and not any(entry.document.file in own_files for entry in entries):
        faults.append(Fault(file=own_files[0], given="(no records)", wanted=_files.RECORDS))
    by_kind = _by_kind(entries, faults)
    if faults:
        files = [*(file for file, _ in bundled), *order]
        faults.sort(key=lambda fault: (files.index(fault.file), fault.line or 0))
        raise data_error(faults)
    return Records.of(_dataset(datasets, by_kind), by_kind)


def read_bundled() -> Records:
    """The bundled records."""
    return _read(list(_files.bundled()), [], [])


def read_paths(paths: Iterable[Path], *, bundled: bool) -> Records:
    """The records at `paths` (files, or folders whose JSON files are read in name order), after the bundled ones if so.

    Raises:
        DataError: Anything is wrong anywhere; every fault is in it, and nothing is loaded.
    """
    faults: list[Fault] = []
    own: list[tuple[str, Traversable]] = []
    order: list[str] = []
    for path in paths:
        found = _files.given(path, faults)
        own += found
        order += [str(path), *(file for file, _ in found)]
    return _read(list(_files.bundled()) if bundled else [], own, faults, order=order)
