"""From files to plain values: what is no JSON, and the line each fault stands on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from inburgering_cop import Fault
from inburgering_cop.knowledge import _files
from inburgering_cop.model import LocalizedText
from tests.knowledge._sets import OUT, SOUND, changed, faults, line_of, read, source, written

_RECORDS = LocalizedText(
    nl="een .json-bestand, of een map met .json-bestanden, waarin records staan",
    en="a .json file, or a folder of .json files, that holds records",
)
_UTF8 = LocalizedText(nl="tekst in UTF-8; sla het bestand zo op", en="text in UTF-8; save the file that way")
_READABLE = LocalizedText(nl="een leesbaar bestand of een leesbare map", en="a readable file or folder")
_SHALLOWER = LocalizedText(
    nl="JSON die minder diep genest is en kortere getallen heeft",
    en="JSON that nests less deeply and has shorter numbers",
)


class TestText:
    """The text of a file."""

    @pytest.mark.parametrize("content", ["", " ", "\n\t \r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
    def test_empty_file_is_a_fault(self, content: str | bytes, tmp_path: Path) -> None:
        """A file of nothing, or of nothing but space or a byte order mark, holds no records."""
        assert faults(written(tmp_path, content)) == (Fault(file="own.json", given="(empty)", wanted=_RECORDS),)

    def test_byte_order_mark_is_no_fault(self, tmp_path: Path) -> None:
        """Some editors put a mark before the text; it is not part of it."""
        path = written(tmp_path, json.dumps(source()).encode("utf-8-sig"))

        assert list(read(path).sources) == ["bron"]

    @pytest.mark.parametrize(
        ("content", "byte"),
        [
            (json.dumps(source()).encode("utf-16"), "0xff"),
            (json.dumps(source(title="Café"), ensure_ascii=False).encode("latin-1"), "0xe9"),
            (b'{"sources": "\x80"}', "0x80"),
            (b'{"sources": "\x00\xc3"}', "0xc3"),
        ],
    )
    def test_file_that_is_not_utf_8_is_a_fault(self, content: bytes, byte: str, tmp_path: Path) -> None:
        """The first byte that does not belong is named."""
        assert faults(written(tmp_path, content)) == (Fault(file="own.json", given=f"byte {byte}", wanted=_UTF8),)

    @pytest.mark.parametrize(
        ("content", "given", "message", "line"),
        [
            ("{", "(end of file)", "Expecting property name enclosed in double quotes", 1),
            ('{"sources": [\n  {"id": ', "(end of file)", "Expecting value", 2),
            ('{"sources": [\n  {"id": bron}\n]}', "'bron}\\n]}'", "Expecting value", 2),
            ("{'sources': []}", "\"'sources': []}\"", "Expecting property name enclosed in double quotes", 1),
            ('{"sources": []}\n\n{}', "'{}'", "Extra data", 3),
            ('{"sources": "\x07"}', "'\\x07\"}'", "Invalid control character at", 1),
            ('{"sources": "\\x"}', "'\\\\x\"}'", "Invalid \\escape", 1),
            ("sources: []", "'sources: []'", "Expecting value", 1),
            ("# 111222333", "'# 111222333'", "Expecting value", 1),
        ],
    )
    def test_file_that_is_not_json_is_a_fault(
        self, content: str, given: str, message: str, line: int, tmp_path: Path
    ) -> None:
        """What stands at the place where JSON ends, the reason, and the line; a possible BSN is not repeated."""
        found = faults(written(tmp_path, content))

        wanted = LocalizedText(nl=f"geldige JSON ({message})", en=f"valid JSON ({message})")
        shown = "(BSN)" if "111222333" in content else given
        assert found == (Fault(file="own.json", given=shown, wanted=wanted, line=line),)

    @pytest.mark.parametrize("digits", [4301, 100_000])
    def test_number_of_thousands_of_digits_is_a_fault(self, digits: int, tmp_path: Path) -> None:
        """A number Python refuses to read is a fault of the file."""
        path = written(tmp_path, f'{{"sources": [{"9" * digits}]}}')

        assert faults(path) == (Fault(file="own.json", wanted=_SHALLOWER),)

    @pytest.mark.parametrize("depth", [100_000, 1_000_000])
    @pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a": ', "}")])
    def test_deep_nesting_is_a_fault(self, depth: int, opening: str, closing: str, tmp_path: Path) -> None:
        """A file that nests deeper than Python can read is a fault of the file."""
        path = written(tmp_path, f'{{"sources": {opening * depth}1{closing * depth}}}')

        assert faults(path) == (Fault(file="own.json", wanted=_SHALLOWER),)

    @pytest.mark.parametrize("depth", [100, 900, 960, 1_000, 1_020, 2_000, 9_000])
    @pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a": ', "}")])
    def test_less_deep_nesting_is_a_fault_too(self, depth: int, opening: str, closing: str, tmp_path: Path) -> None:
        """However deep exactly, on whichever Python: faults, never the interpreter's own error."""
        path = written(tmp_path, f'{{"sources": [{{"id": {opening * depth}1{closing * depth}}}]}}')

        assert faults(path)

    @pytest.mark.parametrize(("depth", "deep"), [(47, False), (48, True)])
    def test_fifty_levels_are_read(self, depth: int, deep: bool, tmp_path: Path) -> None:
        """Fifty lists and objects inside each other, the file, the kind and the record included, are not too deep."""
        path = written(tmp_path, f'{{"sources": [{{"id": {"[" * depth}1{"]" * depth}}}]}}')

        assert (Fault(file="own.json", wanted=_SHALLOWER) in faults(path)) is deep

    def test_number_beyond_the_largest_is_a_fault(self, tmp_path: Path) -> None:
        """A number that becomes infinite is not what a field wants."""
        content = json.dumps(source(title=0)).replace("0,", "1e999,", 1)

        found = faults(written(tmp_path, content))

        assert [(fault.record, fault.field, fault.given) for fault in found] == [("sources 'bron'", "title", "inf")]


class TestPlaces:
    """Where files are found."""

    def test_folder_is_read_in_name_order(self, tmp_path: Path) -> None:
        """The files of a folder and of the folders in it come in the order of their names, others are left alone."""
        for name in ("b.json", "a.json", "a/c.json", "c.json", "a/b/d.json"):
            written(tmp_path, source(title=5, id=name.replace("/", "-").removesuffix(".json")), name)
        written(tmp_path, "geen json", "lees-mij.txt")

        found = [fault.record for fault in faults(tmp_path)]

        assert found == ["sources 'a-b-d'", "sources 'a-c'", "sources 'a'", "sources 'b'", "sources 'c'"]

    def test_file_in_a_folder_is_named_with_its_folder(self, tmp_path: Path) -> None:
        """A fault names the file so that it can be found from where the folder was given."""
        written(tmp_path, source(title=5), "a/b.json")

        with pytest.raises(Exception, match="1 fault") as caught:
            read(tmp_path)

        assert str(tmp_path / "a" / "b.json") in str(caught.value)

    def test_file_given_by_name_needs_no_suffix(self, tmp_path: Path) -> None:
        """A file that is pointed at is read, whatever it is called."""
        assert read(written(tmp_path, source(), "records.txt")).count == 1

    @pytest.mark.parametrize("others", [[], ["lees-mij.txt", "a/data.yaml", "x.JSON.bak"]])
    def test_folder_without_json_is_a_fault(self, others: list[str], tmp_path: Path) -> None:
        """A folder with nothing to read is a mistake, not an empty set."""
        folder = tmp_path / "eigen"
        folder.mkdir()
        for name in others:
            written(folder, "{}", name)

        assert faults(folder) == (Fault(file="eigen", given="(no .json files)", wanted=_RECORDS),)

    def test_file_that_does_not_exist_is_a_fault(self, tmp_path: Path) -> None:
        """The system's reason is given."""
        reason = os.strerror(2)

        assert faults(tmp_path / "weg.json") == (Fault(file="weg.json", given=f"({reason})", wanted=_READABLE),)

    def test_failure_without_a_reason_names_its_kind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the system gives no reason, the kind of failure stands in its place."""

        def fail(_: Path) -> bytes:
            raise TimeoutError

        monkeypatch.setattr(Path, "read_bytes", fail)

        assert faults(tmp_path / "own.json") == (Fault(file="own.json", given="(TimeoutError)", wanted=_READABLE),)

    def test_folder_that_may_not_be_read_is_a_fault(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A folder closed to the reader is a fault like a file that is."""

        def fail(folder: Path) -> None:
            raise PermissionError(13, "Permission denied", str(folder))

        monkeypatch.setattr(Path, "iterdir", fail)

        found = faults(tmp_path)

        assert [(fault.given, fault.wanted) for fault in found] == [("(Permission denied)", _READABLE)]

    @pytest.mark.parametrize("name", ["x" * 5_000, "a\0b.json"], ids=["too long", "null"])
    def test_path_that_cannot_exist_is_a_fault(self, name: str, tmp_path: Path) -> None:
        """A name no system takes is a fault, not an error of the system."""
        found = faults(tmp_path / name)

        assert [fault.wanted for fault in found] == [_READABLE]

    def test_bundled_files_come_in_name_order(self) -> None:
        """The library's own files are those of its data folder, named from there."""
        names = [name for name, _ in _files.bundled()]

        assert names == sorted(names, key=lambda name: name.split("/"))
        assert {"dataset.json", "communities/rijnmond.json", "places/municipalities.json"} <= set(names)
        assert all(name.endswith(".json") for name in names)


class TestLine:
    """The line a fault stands on."""

    @pytest.mark.parametrize(
        ("place", "value"),
        [
            ("sources.0.title", 5),
            ("sources.1.retrieved", "gisteren"),
            ("tips.1.themes.0", "nergens"),
            ("communities.0.kind", "onzin"),
            ("communities.0.leads.0.name", 5),
            ("municipalities.0.year", "2026"),
            ("phases.0.actors.0.does", 5),
        ],
    )
    def test_fault_stands_on_the_line_of_its_field(self, place: str, value: Any, tmp_path: Path) -> None:
        """The line is that of the record's own field, counted from 1."""
        path = written(tmp_path, changed(place, value))
        kind, index, field, *_ = place.split(".")

        found = faults(path)

        assert [fault.line for fault in found][:1] == [line_of(path, kind, int(index), field)]

    @pytest.mark.parametrize(
        ("place", "value"),
        [("communities.0.citations.0.source", "nergens"), ("phases.0.citations", 5), ("communities.0.themes", 5)],
    )
    def test_fault_stands_on_the_line_of_its_own_field(self, place: str, value: Any, tmp_path: Path) -> None:
        """A part inside the record may have a field of the same name before it; that one is not meant."""
        path = written(tmp_path, changed(place, value))
        kind, index, field, *_ = place.split(".")

        found = faults(path)

        assert [fault.line for fault in found][:1] == [line_of(path, kind, int(index), field)]

    def test_missing_field_stands_on_the_line_of_its_record(self, tmp_path: Path) -> None:
        """Where the field is not there, the record is."""
        path = written(tmp_path, changed("tips.1.text", OUT))

        found = faults(path)

        assert [(fault.field, fault.line) for fault in found] == [("text", line_of(path, "tips", 1))]

    def test_unknown_field_stands_on_its_own_line(self, tmp_path: Path) -> None:
        """A name with a hyphen is found as well as one without."""
        path = written(tmp_path, changed("tips.1.zie-ook", 5))

        found = faults(path)

        assert [(fault.field, fault.line) for fault in found] == [("zie-ook", line_of(path, "tips", 1, "zie-ook"))]

    def test_record_that_is_no_object_has_no_line(self, tmp_path: Path) -> None:
        """A loose value is named by its number, and those around it keep their lines."""
        value: dict[str, Any] = source(title=5)
        value["sources"] = ["los", *value["sources"], None, 7]
        path = written(tmp_path, value)

        found = faults(path)

        assert [(fault.record, fault.line) for fault in found] == [
            ("sources #1", None),
            ("sources #3", None),
            ("sources #4", None),
            ("sources 'bron'", line_of(path, "sources", 0, "title")),
        ]

    @pytest.mark.parametrize("space", ["", " ", "\n", "\r\n", "\t\n\n "])
    def test_lines_are_counted_however_the_file_is_spaced(self, space: str, tmp_path: Path) -> None:
        """Records are found between any space that JSON allows, and after other kinds, lists and the dataset."""
        dataset = json.dumps(SOUND["dataset"])
        first, second = (
            json.dumps(source(id=name, title=title)["sources"][0]) for name, title in (("a", "A"), ("b", 5))
        )
        parts = ["{", '"dataset"', ":", dataset, ",", '"tips"', ":", "[", "]", ",", '"sources"', ":", "["]
        content = space.join(["", *parts, first, ",", second, "]", "}", ""])

        found = faults(written(tmp_path, content))

        before = content.index('"title": 5')
        assert [(fault.record, fault.line) for fault in found] == [("sources 'b'", content[:before].count("\n") + 1)]
