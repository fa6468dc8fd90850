"""Reading and saving what people keep in files of their own: every fault named, nothing lost."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.errors import CannotWriteError, DataError, FileKeptError, InvalidValueError
from inburgering_cop.practice import Agenda, Rotation, read_agenda, read_rotation

_ROTATION: dict[str, Any] = {
    "format": 1,
    "calendar": {"first": "2027-01-12", "meetings": 3},
    "seats": [{"role": "kb", "seats": 1}],
    "people": [{"id": "a", "role": "kb"}, {"id": "b", "role": "kb"}],
}
_AGENDA: dict[str, Any] = {
    "format": 1,
    "calendar": {"first": "2027-01-12", "meetings": 3},
    "people": [{"id": "a", "role": "kb"}, {"id": "b", "role": "kb"}],
    "themes": [{"theme": "maatwerk"}, {"theme": "eigen", "name": "Eigen thema"}],
}
_SEAT = {"role": "kb", "person": "a", "how": "turn"}
_MEETING = {"date": "2027-01-12", "seats": [_SEAT]}
_ACTION = {"id": "x", "theme": "eigen", "what": "Iets", "owner": "a", "raised": "2027-01-12"}
_CHOICE = {"meeting": "2027-01-12", "person": "a", "themes": ["eigen"]}
_FAULTS_OF_ROTATION: list[tuple[dict[str, Any], list[str]]] = [
    (
        {"format": 2},
        ["format: is 2, must be 1: that is the version that is read; a newer one needs a newer inburgering-cop"],
    ),
    (
        {"format": True},
        ["format: is True, must be 1: that is the version that is read; a newer one needs a newer inburgering-cop"],
    ),
    ({"naam": "CoP"}, ["naam: is 'naam', must be left out, or be called: name"]),
    ({"name": " "}, ["name: is ' ', must be a text that is not blank"]),
    ({"name": "klant 111222333"}, ["name: is (BSN), must be a text without a BSN"]),
    ({"people": {}}, ["people: is {}, must be a list in [ ]"]),
    ({"people": ["a"]}, ["people #1: is 'a', must be an object in { } with at least id, role"]),
    (
        {"people": [{"id": "Jan Jansen", "role": "kb"}, {"id": 7, "role": "kb"}, {"id": "a", "role": "kbb"}]},
        [
            "people 'Jan Jansen', id: is 'Jan Jansen', must be initials or a code that starts with a letter, such as "
            "'kb-07', without spaces",
            "people #2, id: is 7, must be a text in quotes",
            "people 'a', role: is 'kbb', must be one of: kb",
        ],
    ),
    (
        {"people": [{"id": "a", "role": "kb"}, {"id": "b111222333", "role": "kb"}]},
        ["people (BSN), id: is (BSN), must be an id without a BSN"],
    ),
    (
        {"people": [{"id": "a", "role": "111222333"}, {"id": "b", "role": "kb"}], "announced": [_MEETING]},
        ["people 'a', role: is (BSN), must be an id without a BSN"],
    ),
    (
        {"seats": [{"role": "111222333", "seats": 1}]},
        ["seats (BSN), role: is (BSN), must be an id without a BSN"],
    ),
    (
        {"people": [{"id": "a", "role": "kb", "joins": "2027-03-01", "leaves": "2027-02-01"}]},
        ["people 'a', leaves: is 2027-02-01, must be a day from joins, 2027-03-01"],
    ),
    (
        {"people": [{"id": "a", "role": "kb"}, {"id": "a", "role": "kb", "joins": "2027-03-01"}]},
        ["people 'a', id: is 'a', must be an id that is free in this period; a person takes part only once"],
    ),
    (
        {"seats": [{"role": "kb", "seats": 1}, {"role": "kb", "seats": 2}]},
        ["seats 'kb', role: is 'kb', must be a role that stands only once"],
    ),
    (
        {"seats": [{"role": "kb", "seats": "1"}], "people": [{"id": "a", "role": "anders"}]},
        ["seats 'kb', seats: is '1', must be a whole number"],
    ),
    (
        {"calendar": {"first": "2027-01-32", "meetings": 3, "every": 2}},
        [
            "calendar.first: is '2027-01-32', must be an existing date such as '2026-11-21'",
            "calendar.every: is 'every', must be left out, or be called: every_weeks",
        ],
    ),
    (
        {"calendar": {"first": "2027-01-12", "meetings": 2, "moved": [{"date": "2027-01-13", "to": "2027-01-14"}]}},
        ["calendar.moved[0].date: is 2027-01-13, must be a day of the rhythm, such as 2027-01-12"],
    ),
    (
        {"announced": [{**_MEETING, "date": "2027-01-13"}]},
        [
            "announced '2027-01-13', date: is 2027-01-13, must be 2027-01-12, meeting 1 of the calendar; or put in the "
            "calendar under moved: date 2027-01-12, to 2027-01-13"
        ],
    ),
    (
        {
            "calendar": {"first": "2027-01-12", "meetings": 1},
            "announced": [_MEETING, {"date": "2027-02-23", "seats": []}],
        },
        ["announced '2027-02-23': must be a meeting of the calendar, which has 1; set meetings to 2"],
    ),
    (
        {"announced": [{"date": "2027-01-12", "seats": [{**_SEAT, "person": "c"}, {**_SEAT, "how": "open"}]}]},
        [
            "announced '2027-01-12', seats[0].person: is 'c', must be one of: a, b",
            "announced '2027-01-12', seats[1].person: is 'a', must be given, and left out where how is open",
        ],
    ),
    (
        {
            "announced": [
                {"date": "2027-01-12", "seats": [_SEAT, _SEAT, {"role": "kb", "how": "turn"}, {**_SEAT, "how": "ja"}]}
            ]
        },
        ["announced '2027-01-12', seats[3].how: is 'ja', must be one of: fixed, turn, taken-over, stand-in, open"],
    ),
    (
        {"announced": [{"date": "2027-01-12", "seats": [_SEAT, _SEAT, {"role": "kb", "how": "turn"}]}]},
        [
            "announced '2027-01-12', seats[1].person: is 'a', must be someone not seated here yet",
            "announced '2027-01-12', seats[2].person: must be given, and left out where how is open",
        ],
    ),
    (
        {"announced": [{"date": "2027-01-12", "seats": [{**_SEAT, "role": "tm"}]}]},
        ["announced '2027-01-12', seats[0].role: is 'tm', must be kb, the role of a"],
    ),
    (
        {"announced": [{"date": "2027-01-12", "seats": [{**_SEAT, "how": "fixed"}]}]},
        ["announced '2027-01-12', seats[0].how: is 'fixed', must be turn: a has no fixed seat"],
    ),
    (
        {"people": [{"id": "b", "role": "kb", "joins": "2027-06-01"}], "announced": [_MEETING]},
        ["announced '2027-01-12', seats[0].person: is 'a', must be left out: nothing to refer to yet"],
    ),
]
_FAULTS_OF_AGENDA: list[tuple[dict[str, Any], list[str]]] = [
    (
        {"themes": [{"theme": "maatwerkk"}, {"theme": "eigen", "name": "X"}, {"theme": "eigen", "name": "Y"}]},
        [
            "themes 'eigen', theme: is 'eigen', must be an id that stands only once",
            "themes 'maatwerkk', theme: is 'maatwerkk', must be a theme of the data (maatwerk), or be given a "
            "name as well",
        ],
    ),
    (
        {"themes": [{"theme": "111222333", "name": "X"}], "priorities": [_CHOICE]},
        ["themes (BSN), theme: is (BSN), must be an id without a BSN"],
    ),
    (
        {"themes": [{"theme": "qqqq"}]},
        ["themes 'qqqq', theme: is 'qqqq', must be a theme of the data, or be given a name as well"],
    ),
    (
        {"priorities": [{**_CHOICE, "meeting": "2027-01-20", "person": "z", "themes": ["eige"]}]},
        [
            "priorities #1, meeting: is 2027-01-20, must be a day of the calendar, as 2027-01-12",
            "priorities #1, person: is 'z', must be one of: a, b",
            "priorities #1, themes[0]: is 'eige', must be one of: eigen",
        ],
    ),
    (
        {"priorities": [_CHOICE, {**_CHOICE, "themes": ["maatwerk"]}]},
        ["priorities #2, person: is 'a', must be someone with one list for a meeting"],
    ),
    (
        {
            "themes": [{"theme": each, "name": each} for each in ("t1", "t2", "t3", "t4")],
            "priorities": [{**_CHOICE, "themes": ["t1", "t2", "t3", "t4"]}],
        },
        ["priorities #1, themes: is 4, must be 3 themes at most"],
    ),
    (
        {
            "themes": [
                {"theme": "t1", "name": "T", "recurring": True},
                {"theme": "t2", "name": "T", "closed": "2027-01-01"},
            ],
            "priorities": [{**_CHOICE, "themes": ["t1", "t2"]}],
        },
        [
            "priorities #1, themes[0]: is 't1', must be left out: nothing to refer to yet",
            "priorities #1, themes[1]: is 't2', must be left out: nothing to refer to yet",
        ],
    ),
    (
        {"actions": [_ACTION, {**_ACTION, "theme": "x", "owner": "z", "raised": "2026-01-01"}]},
        [
            "actions 'x', id: is 'x', must be an id that stands only once",
            "actions 'x', theme: is 'x', must be one of: maatwerk, eigen",
            "actions 'x', raised: is 2026-01-01, must be a day from the first meeting, 2027-01-12",
            "actions 'x', owner: is 'z', must be one of: a, b",
        ],
    ),
    (
        {
            "actions": [
                {
                    **_ACTION,
                    "reports": [
                        {"on": "2027-01-12", "found": "Niets", "done": False},
                        {"on": "2027-02-01", "found": "Klaar"},
                        {"on": "2027-02-02", "found": "Nog iets"},
                    ],
                    "handovers": [{"on": "2027-01-01", "to": "b"}, {"on": "2027-02-01", "to": "c"}],
                }
            ]
        },
        [
            "actions 'x', reports[0].on: is 2027-01-12, must be a day after the one before",
            "actions 'x', reports[2]: must be left out: the action was finished",
            "actions 'x', handovers[0].on: is 2027-01-01, must be a day after the one before",
            "actions 'x', handovers[1].to: is 'c', must be one of: a, b",
        ],
    ),
    (
        {"themes": [{"theme": 1}], "priorities": [{**_CHOICE, "person": 1}, {**_CHOICE, "themes": ["anders"]}]},
        ["themes #1, theme: is 1, must be a text in quotes", "priorities #1, person: is 1, must be a text in quotes"],
    ),
    (
        {"people": [{"id": "a", "role": "kb", "joins": "2027-02-01", "leaves": "2027-02-01"}] * 2},
        ["people 'a', id: is 'a', must be an id that is free in this period; a person takes part only once"],
    ),
    (
        {"people": [{"id": "a b", "role": "kb"}, {"id": "b", "role": "kb"}], "actions": [{**_ACTION, "owner": "b"}]},
        [
            "people 'a b', id: is 'a b', must be initials or a code that starts with a letter, such as 'kb-07', "
            "without spaces"
        ],
    ),
    (
        {"actions": [{**_ACTION, "what": "bel 111222333"}]},
        ["actions 'x', what: is (BSN), must be a text without a BSN"],
    ),
]
Read = Callable[[Path], Rotation | Agenda]


def _lines(read: Read, path: Path) -> list[str]:
    """The faults of a file, each on a line without the file's name and the number of the line."""
    with pytest.raises(DataError) as caught:
        read(path)

    start = len(str(path))
    return [
        each.sentence("en")[start:].partition(", ")[2] or each.sentence("en")[start:] for each in caught.value.faults
    ]


def _written(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")
    return path


class TestFaults:
    """Every fault of a file is named, with where it stands and what would be right."""

    @pytest.mark.parametrize(("changed", "lines"), _FAULTS_OF_ROTATION)
    def test_faults_of_a_rotation(self, tmp_path: Path, changed: dict[str, Any], lines: list[str]) -> None:
        """A rotation with faults is not read, and stays as it is."""
        path = _written(tmp_path / "r.json", _ROTATION | changed)
        before = path.read_bytes()

        assert _lines(read_rotation, path) == lines
        assert path.read_bytes() == before

    @pytest.mark.parametrize(("changed", "lines"), _FAULTS_OF_AGENDA)
    def test_faults_of_an_agenda(self, tmp_path: Path, changed: dict[str, Any], lines: list[str]) -> None:
        """An agenda with faults is not read."""
        path = _written(tmp_path / "a.json", _AGENDA | changed)

        assert _lines(read_agenda, path) == lines

    @pytest.mark.parametrize("missing", ["calendar", "seats", "people"])
    def test_a_part_that_is_missing_is_named(self, tmp_path: Path, missing: str) -> None:
        """What must be there and is not."""
        path = _written(tmp_path / "r.json", {name: value for name, value in _ROTATION.items() if name != missing})

        assert f"{missing}: must be given; this field is required" in _lines(read_rotation, path)

    @pytest.mark.parametrize("missing", ["seats", "people", "themes"])
    def test_an_empty_list_of_what_must_be_there_is_a_fault(self, tmp_path: Path, missing: str) -> None:
        """Without any seats, people or themes there is nothing to plan."""
        read, whole = (read_agenda, _AGENDA) if missing == "themes" else (read_rotation, _ROTATION)
        path = _written(tmp_path / "x.json", whole | {missing: []})

        assert f"{missing}: is [], must be a list of at least 1" in _lines(read, path)

    def test_seat_of_someone_refused_is_not_held_against_the_meeting(self, tmp_path: Path) -> None:
        """One fault of a person is one fault."""
        people = [{"id": "a", "role": 1}, {"id": "b", "role": "kb"}]
        path = _written(tmp_path / "r.json", _ROTATION | {"people": people, "announced": [_MEETING]})

        assert _lines(read_rotation, path) == ["people 'a', role: is 1, must be a text in quotes"]

    def test_missing_format_is_named(self, tmp_path: Path) -> None:
        """A file says its format."""
        path = _written(tmp_path / "r.json", {})

        assert _lines(read_rotation, path)[0].startswith("format: must be 1: that is the version that is read")

    def test_line_of_a_fault_is_told(self, tmp_path: Path) -> None:
        """In JSON the line is named; in Dutch as well."""
        path = _written(tmp_path / "r.json", _ROTATION | {"people": [{"id": "a", "role": "x"}]})

        with pytest.raises(DataError) as caught:
            read_rotation(path)

        assert caught.value.faults[0].line == 16
        assert caught.value.line("nl").endswith("people 'a', role: staat 'x', moet zijn een van: kb")

    @pytest.mark.parametrize(
        ("name", "content", "line"),
        [
            ("r.yaml", b"a: 1", ": is '.yaml', must be a file that ends in .toml or .json"),
            ("r.json", b" \n", ": is (empty), must be a .toml or .json file that holds something"),
            ("r.toml", b"", ": is (empty), must be a .toml or .json file that holds something"),
            ("r.json", b"[1]", ": is [1], must be an object with names and values"),
            ("r.json", b'{"format": 1', ":1: is (end of file), must be valid JSON (Expecting ',' delimiter)"),
            ("r.toml", b"format = ", ": must be valid TOML (Invalid value (at end of document))"),
            ("r.toml", b"\xff", ": is byte 0xff, must be text in UTF-8; save the file that way"),
            ("missing.toml", None, ": is (No such file or directory), must be a readable file or folder"),
        ],
    )
    def test_file_that_cannot_be_read(self, tmp_path: Path, name: str, content: bytes | None, line: str) -> None:
        """A file of another kind, empty, cut short, in another encoding or not there."""
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)

        with pytest.raises(DataError) as caught:
            read_rotation(path)

        assert [each.sentence("en") for each in caught.value.faults] == [f"{path}{line}"]

    def test_key_that_stands_twice_is_a_fault(self, tmp_path: Path) -> None:
        """Of two values one would be lost without a word."""
        path = tmp_path / "r.json"
        path.write_text(json.dumps(_ROTATION)[:-1] + ', "seats": []}', encoding="utf-8")

        assert "seats: is 'seats', must be a key that stands only once" in _lines(read_rotation, path)

    def test_toml_dates_are_dates_and_times_are_not(self, tmp_path: Path) -> None:
        """TOML has dates of its own; a moment or an hour is no day."""
        path = tmp_path / "r.toml"
        path.write_text(
            'format = 1\nseats = [{role = "kb", seats = 1}]\npeople = [{id = "a", role = "kb", joins = 12:00:00}]\n'
            "[calendar]\nfirst = 2027-01-12T10:00:00\nmeetings = 1\n",
            encoding="utf-8",
        )

        assert _lines(read_rotation, path) == [
            "calendar.first: is '2027-01-12T10:00:00', must be an existing date such as '2026-11-21'",
            "people 'a', joins: is '12:00:00', must be an existing date such as '2026-11-21'",
        ]

    @given(data=st.data())
    def test_no_nonsense_gets_through_or_breaks_it(self, data: st.DataObject, tmp_path_factory: Any) -> None:
        """Whatever stands in place of a part, the file is read or its faults are named; nothing else comes out."""
        junk = st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
        )
        whole = _ROTATION | {"announced": [_MEETING]}
        place = data.draw(st.sampled_from(sorted(whole)))
        inner = whole[place][0] if isinstance(whole[place], list) else whole[place]
        value = data.draw(junk)
        if isinstance(inner, dict) and data.draw(st.booleans()):
            changed = inner | {data.draw(st.sampled_from(sorted(inner))): value}
            value = [changed] if isinstance(whole[place], list) else changed
        path = _written(tmp_path_factory.mktemp("junk") / "r.json", whole | {place: value})

        try:
            read_rotation(path)
        except DataError as error:
            faults = error.faults
        else:
            faults = ()

        assert all(fault.sentence("nl") for fault in faults)


class TestSave:
    """Writing a file."""

    @pytest.mark.parametrize("name", ["r.toml", "r", "r.txt"])
    def test_only_json_is_written(self, tmp_path: Path, name: str) -> None:
        """What was written by hand in TOML is never written over."""
        rotation = read_rotation(_written(tmp_path / "in.json", _ROTATION))

        with pytest.raises(InvalidValueError, match=r"It must be a file that ends in \.json"):
            rotation.save(tmp_path / name, overwrite=True)

    @pytest.mark.parametrize("content", ["{}", "cut sho", '{"format": 2}'])
    def test_what_cannot_be_read_is_not_written_over(self, tmp_path: Path, content: str) -> None:
        """Something else, something broken or something newer stays."""
        rotation = read_rotation(_written(tmp_path / "in.json", _ROTATION))
        path = tmp_path / "r.json"
        path.write_text(content, encoding="utf-8")

        with pytest.raises(FileKeptError):
            rotation.save(path)

        assert path.read_text(encoding="utf-8") == content

    def test_mode_of_the_file_stays_and_nothing_is_left_beside_it(self, tmp_path: Path) -> None:
        """A file that only its owner may read stays so."""
        path = _written(tmp_path / "r.json", _ROTATION)
        path.chmod(0o600)

        read_rotation(path).announce().save(path)

        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert os.listdir(tmp_path) == ["r.json"]

    def test_folder_and_missing_folder_are_told(self, tmp_path: Path) -> None:
        """Where it cannot be written, one error says why, and nothing is left."""
        rotation = read_rotation(_written(tmp_path / "in.json", _ROTATION))
        (tmp_path / "r.json").mkdir()

        with pytest.raises(CannotWriteError, match="Is a directory"):
            rotation.save(tmp_path / "r.json")
        with pytest.raises(CannotWriteError, match="No such file or directory"):
            rotation.save(tmp_path / "nowhere" / "r.json")

    def test_what_was_half_written_is_taken_away(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When the last step fails, what stood there stands and the draft is gone."""
        path = _written(tmp_path / "r.json", _ROTATION)
        rotation = read_rotation(path).announce()

        def fail(*_: object) -> Path:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(CannotWriteError, match="No space left on device"):
            rotation.save(path)

        assert json.loads(path.read_text(encoding="utf-8")) == _ROTATION
        assert os.listdir(tmp_path) == ["r.json"]
