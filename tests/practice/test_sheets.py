"""Sheets written by hand."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.model import _rules
from inburgering_cop.practice._sheets import read_sheet


@attrs.frozen(kw_only=True)
class _Sheet:
    name: str = attrs.field(validator=_rules.free_text)
    weeks: int = attrs.field(default=6, validator=_rules.between(1, 10))
    members: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))


def _written(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def _faults(path: str) -> list[str]:
    with pytest.raises(icop.DataError) as caught:
        read_sheet(path, _Sheet)
    name = Path(path).name
    return [fault.sentence("en").replace(path, name) for fault in caught.value.faults]


class TestReadSheet:
    """`read_sheet`."""

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("s.toml", 'name = "tafel"\nweeks = 3\nmembers = ["a"]'),
            ("s.json", '{"name": "tafel", "weeks": 3, "members": ["a"]}'),
            ("s.toml", 'format = 1\nname = "tafel"\nweeks = 3\nmembers = ["a"]'),
            ("s.toml", '\ufeffname = "tafel"\nweeks = 3\nmembers = ["a"]'),
        ],
    )
    def test_toml_and_json_read_alike(self, tmp_path: Path, name: str, content: str) -> None:
        """The suffix tells the form; a byte order mark is passed over."""
        assert read_sheet(_written(tmp_path, name, content), _Sheet) == _Sheet(name="tafel", weeks=3, members=("a",))

    def test_sheet_of_a_newer_version_is_told(self, tmp_path: Path) -> None:
        """Of another format only that is said: the rest cannot be judged."""
        path = _written(tmp_path, "s.toml", 'format = 2\ncolour = "blue"')

        assert _faults(path) == [
            "s.toml, format: is 2, must be 1: that is the version that is read; a newer one needs a newer "
            "inburgering-cop"
        ]

    def test_every_fault_is_named(self, tmp_path: Path) -> None:
        """A missing name, a number out of range and an unknown key are three faults."""
        path = _written(tmp_path, "s.toml", 'weeks = 30\nmember = ["a"]')

        assert _faults(path) == [
            "s.toml, name: must be given; this field is required",
            "s.toml, weeks: is 30, must be a whole number from 1 to 10",
            "s.toml, member: is 'member', must be left out, or be called: members",
        ]

    def test_nothing_is_converted(self, tmp_path: Path) -> None:
        """A date of TOML, a number in quotes and a text for a list are faults."""
        path = _written(tmp_path, "s.toml", 'name = 2026-01-02\nweeks = "3"\nmembers = "a"')

        assert [line.partition(": ")[0] for line in _faults(path)] == [
            "s.toml, name",
            "s.toml, weeks",
            "s.toml, members",
        ]

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("s.yaml", "name: tafel", "s.yaml: is '.yaml', must be a file that ends in .toml or .json"),
            ("s.toml", "  \n", "s.toml: is (empty), must be a .toml or .json file that holds something"),
            ("s.json", "", "s.json: is (empty), must be a .toml or .json file that holds something"),
            ("s.json", "[]", "s.json: is [], must be an object with names and values"),
            (
                "s.toml",
                'name = "tafel',
                "s.toml: must be valid TOML (Unterminated string (at end of document))",
            ),
            (
                "s.json",
                '{"name": ',
                "s.json:1: is (end of file), must be valid JSON (Expecting value)",
            ),
        ],
    )
    def test_file_that_is_no_sheet(self, tmp_path: Path, name: str, content: str, said: str) -> None:
        """A wrong suffix, an empty file, a file cut short, or something else than an object is one fault."""
        assert _faults(_written(tmp_path, name, content)) == [said]

    @pytest.mark.parametrize("suffix", [".toml", ".json"])
    def test_file_that_cannot_be_read(self, tmp_path: Path, suffix: str) -> None:
        """A file that is not there, and one that is not UTF-8, is a fault and no error of the system."""
        (gone,) = _faults(str(tmp_path / f"weg{suffix}"))
        (other,) = _faults(_written(tmp_path, f"s{suffix}", b"name = \xff"))

        assert "No such file or directory" in gone
        assert "UTF-8" in other

    def test_toml_that_nests_too_deep(self, tmp_path: Path) -> None:
        """A file made to exhaust the reader is a fault."""
        assert "nests less deeply" in _faults(_written(tmp_path, "s.toml", "a = " + "[" * 5000))[0]

    def test_key_that_stands_twice_in_json(self, tmp_path: Path) -> None:
        """Which of the two counts is not guessed, however deep it stands."""
        path = _written(tmp_path, "s.json", '{"name": "a", "name": "b", "members": [{"x": 1, "x": 2}]}')

        said = _faults(path)

        assert said[0] == "s.json, name: is 'name', must be given once"
        assert said[1] == "s.json, members[0].x: is 'x', must be given once"

    def test_fault_is_told_in_dutch(self, tmp_path: Path) -> None:
        """The same lines in Dutch."""
        with pytest.raises(icop.DataError) as caught:
            read_sheet(_written(tmp_path, "s.toml", ""), _Sheet)

        assert caught.value.line("nl").endswith("staat (empty), moet zijn een .toml- of .json-bestand met inhoud")
