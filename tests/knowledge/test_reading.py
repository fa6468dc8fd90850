"""Reading a whole data set: every kind of fault, all at once, and nothing half loaded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop import DataError, Fault, Records
from inburgering_cop.knowledge import read_bundled, read_paths
from inburgering_cop.knowledge._records import KINDS
from inburgering_cop.model import LocalizedText
from tests.knowledge._sets import OUT, SOUND, changed, faults, line_of, read, refused, source, written

_KINDS = (
    "communities, meetings, partners, themes, tips, responsibilities, relations, phases, sources, "
    "municipalities, former_municipalities, regions"
)
_A_FILE = LocalizedText(nl=f"een object met records onder: {_KINDS}", en=f"an object with records under: {_KINDS}")
_RECORDS = LocalizedText(
    nl="een .json-bestand, of een map met .json-bestanden, waarin records staan",
    en="a .json file, or a folder of .json files, that holds records",
)
_A_LIST = LocalizedText(nl="een lijst van records tussen [ ]", en="a list of records in [ ]")
_TEXT = LocalizedText(nl="een tekst tussen aanhalingstekens", en="a text in quotes")
_REQUIRED = LocalizedText(nl="ingevuld; dit veld is verplicht", en="given; this field is required")
_ONCE = LocalizedText(nl="een sleutel die maar één keer staat", en="a key that stands only once")
_A_NUMBER = LocalizedText(nl="een getal dat JSON kent", en="a number that JSON has")
_TRUTH = LocalizedText(nl="true of false, zonder aanhalingstekens", en="true or false, without quotes")
_NO_CONTROL = LocalizedText(nl="een tekst zonder besturingstekens", en="a text without control characters")
_NO_BSN = LocalizedText(nl="een tekst zonder BSN", en="a text without a BSN")

_BROKEN: dict[str, tuple[str, object, str, str | None, str | None, LocalizedText]] = {
    "wrong type": ("tips.1.id", 5, "tips #2", "id", "5", _TEXT),
    "truth in quotes": ("tips.0.verified", "false", "tips 'tip-een'", "verified", "'false'", _TRUTH),
    "truth as a number": ("tips.0.verified", 0, "tips 'tip-een'", "verified", "0", _TRUTH),
    "text for a list": (
        "tips.0.audience",
        "gemeente",
        "tips 'tip-een'",
        "audience",
        "'gemeente'",
        LocalizedText(nl="een lijst tussen [ ]", en="a list in [ ]"),
    ),
    "list for a record": (
        "tips.1",
        [],
        "tips #2",
        None,
        "[]",
        LocalizedText(
            nl="een object tussen { } met ten minste id, text, perspective, themes, citations",
            en="an object in { } with at least id, text, perspective, themes, citations",
        ),
    ),
    "missing field": ("tips.1.perspective", OUT, "tips 'tip-twee'", "perspective", None, _REQUIRED),
    "missing inner field": (
        "tips.1.citations.0.place",
        OUT,
        "tips 'tip-twee'",
        "citations[0].place",
        None,
        _REQUIRED,
    ),
    "missing id": ("tips.1.id", OUT, "tips #2", "id", None, _REQUIRED),
    "unknown field": (
        "tips.1.theme",
        ["werk"],
        "tips 'tip-twee'",
        "theme",
        "'theme'",
        LocalizedText(nl="weggelaten, of heten: themes", en="left out, or be called: themes"),
    ),
    "dangling reference": (
        "tips.1.themes.0",
        "werken",
        "tips 'tip-twee'",
        "themes[0]",
        "'werken'",
        LocalizedText(
            nl="een id dat onder themes bestaat; dichtbij: werk", en="an id that exists among themes; near: werk"
        ),
    ),
    "control character": ("tips.0.text.nl", "een\x07twee", "tips 'tip-een'", "text.nl", r"'een\x07twee'", _NO_CONTROL),
    "lone surrogate": ("tips.0.text.en", "een\ud800", "tips 'tip-een'", "text.en", r"'een\ud800'", _NO_CONTROL),
    "BSN": ("tips.0.text.nl", "bel 111 222 333", "tips 'tip-een'", "text.nl", "(BSN)", _NO_BSN),
    "broken rule": (
        "tips.0.date",
        "2024-13",
        "tips 'tip-een'",
        "date",
        "'2024-13'",
        LocalizedText(
            nl="een bestaande datum als '2022-06' of '2024-04-09', zonder jaar '--09-18'",
            en="an existing date such as '2022-06' or '2024-04-09', without a year '--09-18'",
        ),
    ),
}


def _dumped(value: Any) -> str:
    """`value` as JSON, control characters and surrogates as escapes."""
    return json.dumps(value, indent=2)


class TestFaultOfARecord:
    """Each way a record can be broken gives one fault, to the letter."""

    @pytest.mark.parametrize("name", _BROKEN)
    def test_broken_record_is_one_exact_fault(self, name: str, tmp_path: Path) -> None:
        """File, record, field, what is given, what is wanted in both languages, and the line."""
        place, value, record, field, given_, wanted = _BROKEN[name]
        path = written(tmp_path, _dumped(changed(place, value)))
        kind, index, *inner = place.split(".")
        stands = inner[:1] if value is not OUT or inner[1:] else []
        line = line_of(path, kind, int(index), *stands) if inner else None

        found = refused(path).faults

        assert found == (Fault(file=str(path), record=record, field=field, given=given_, wanted=wanted, line=line),)

    def test_record_without_a_name_goes_by_its_number(self, tmp_path: Path) -> None:
        """Records are counted from one."""
        found = faults(written(tmp_path, {"sources": [SOUND["sources"][0], {}, {"id": 5}]}))

        needed = {"id", "title", "publisher", "retrieved"}
        assert {fault.record for fault in found} == {"sources #2", "sources #3"}
        assert {fault.field for fault in found if fault.record == "sources #2"} == needed

    def test_name_that_can_be_a_bsn_is_not_shown(self, tmp_path: Path) -> None:
        """Nor when it stands where an id belongs."""
        error = refused(written(tmp_path, source(id="111222333", title=5)))

        assert "111222333" not in f"{error.line('nl')}{error.line('en')}{error.faults}"
        assert "sources (BSN), title: is 5" in str(error)


class TestDuplicates:
    """An id names one record in the whole set."""

    def test_second_record_with_the_same_id_is_a_fault(self, tmp_path: Path) -> None:
        """However different the rest of it is, the later record is the fault."""
        path = written(tmp_path, changed("themes.2", {**SOUND["themes"][1], "label": {"nl": "Ander"}}))

        found = refused(path).faults

        wanted = LocalizedText(
            nl=f"een id dat nog vrij is (het staat al in {path})", en=f"an id that is free (it stands in {path})"
        )
        line = line_of(path, "themes", 2, "id")
        assert found == (
            Fault(file=str(path), record="themes 'werk'", field="id", given="'werk'", wanted=wanted, line=line),
        )

    def test_second_file_with_the_same_id_is_a_fault(self, tmp_path: Path) -> None:
        """The fault stands in the later file and names the first."""
        first, second = written(tmp_path, source(), "a.json"), written(tmp_path, source(title="Ander"), "b.json")

        found = refused(second, first).faults

        wanted = LocalizedText(
            nl=f"een id dat nog vrij is (het staat al in {second})", en=f"an id that is free (it stands in {second})"
        )
        line = line_of(first, "sources", 0, "id")
        assert found == (
            Fault(file=str(first), record="sources 'bron'", field="id", given="'bron'", wanted=wanted, line=line),
        )

    def test_third_with_the_same_id_names_the_first_too(self, tmp_path: Path) -> None:
        """Each later one is a fault against the first."""
        paths = [written(tmp_path, source(), f"{name}.json") for name in "abc"]

        found = refused(*paths).faults

        wanted = LocalizedText(
            nl=f"een id dat nog vrij is (het staat al in {paths[0]})",
            en=f"an id that is free (it stands in {paths[0]})",
        )
        line = line_of(paths[0], "sources", 0, "id")
        assert found == tuple(
            Fault(file=str(path), record="sources 'bron'", field="id", given="'bron'", wanted=wanted, line=line)
            for path in paths[1:]
        )

    def test_bundled_id_cannot_be_taken(self, tmp_path: Path) -> None:
        """Own records that come with the bundled ones need ids of their own."""
        path = written(tmp_path, source(id="cop-rijnmond"))

        found = faults(path, bundled=True)

        assert [(fault.file, fault.given, fault.wanted.en) for fault in found] == [
            ("own.json", "'cop-rijnmond'", "an id that is free (it stands in sources/divosa.json)")
        ]

    def test_same_id_in_another_kind_is_free(self, tmp_path: Path) -> None:
        """A theme and a partner may share an id."""
        value = changed("themes.2", {**SOUND["themes"][1], "id": "duo"})

        assert "duo" in read(written(tmp_path, value)).themes

    def test_place_that_stands_twice_is_named_by_its_code(self, tmp_path: Path) -> None:
        """A municipality or region goes by its code, so that is the field at fault."""
        path = written(tmp_path, changed("regions.1", SOUND["regions"][0]))

        found = faults(path)

        assert [(fault.record, fault.field, fault.given, fault.line) for fault in found] == [
            ("regions 'AM22'", "code", "'AM22'", line_of(path, "regions", 1, "code"))
        ]


class TestFaultOfTheText:
    """Keys given twice and numbers that JSON does not have, which Python's reader lets through."""

    def test_key_given_twice_is_a_fault(self, tmp_path: Path) -> None:
        """The later value does not silently win; the key is named once, however often it stands."""
        content = _dumped(source()).replace('"title"', '"title": "A",\n      "title": "B",\n      "title"')

        found = faults(written(tmp_path, content))

        assert [(fault.file, fault.given, fault.wanted) for fault in found] == [("own.json", "'title'", _ONCE)]
        assert "title" in (found[0].field or "")

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
    def test_number_that_json_lacks_is_a_fault(self, number: str, tmp_path: Path) -> None:
        """NaN and the infinities are named as they stand."""
        content = _dumped(source(title=0)).replace(": 0", f": {number}")

        found = faults(written(tmp_path, content))

        assert ("own.json", number, _A_NUMBER) in [(fault.file, fault.given, fault.wanted) for fault in found]

    def test_number_that_json_lacks_is_one_fault(self, tmp_path: Path) -> None:
        """NaN is not also reported as a text without quotes, shown with quotes."""
        content = _dumped(source(title=0)).replace(": 0", ": NaN")

        assert len(faults(written(tmp_path, content))) == 1

    @pytest.mark.parametrize(
        ("instead", "given_"), [('"title": "A",\n      "title": "B"', "'title'"), ('"title": NaN', "NaN")]
    )
    def test_fault_of_the_text_names_its_record_and_line(self, instead: str, given_: str, tmp_path: Path) -> None:
        """Like every fault inside a record, it says which record, which field and where."""
        path = written(tmp_path, _dumped(source(title="A")).replace('"title": "A"', instead))
        line = line_of(path, "sources", 0, "title")

        found = [fault for fault in faults(path) if fault.given == given_]

        assert [(fault.record, fault.field) for fault in found] == [("sources 'bron'", "title")]
        assert found[0].line in (line, line + 1)

    def test_faults_of_the_text_are_found_at_any_depth(self, tmp_path: Path) -> None:
        """In the file itself, in a record, and in what a record holds."""
        value = '{"sources": [], "sources": [{"id": "a", "x": {"y": [1, {"z": NaN, "w": 1, "w": 2}]}}]}'

        found = faults(written(tmp_path, value))

        assert [fault.given for fault in found if fault.wanted in (_ONCE, _A_NUMBER)] == ["'sources'", "'w'", "NaN"]


class TestFaultOfAFile:
    """What is no set of records at all."""

    @pytest.mark.parametrize(
        ("value", "given_"),
        [("[]", "[]"), ("{}", "{}"), ('"tekst"', "'tekst'"), ("5", "5"), ("null", "None"), ("[1, 2]", "[1, 2]")],
    )
    def test_file_that_is_no_object_of_kinds_is_a_fault(self, value: str, given_: str, tmp_path: Path) -> None:
        """A file holds an object with at least one kind."""
        assert faults(written(tmp_path, value)) == (Fault(file="own.json", given=given_, wanted=_A_FILE),)

    def test_unknown_kind_is_a_fault(self, tmp_path: Path) -> None:
        """A kind that does not exist gets those that do."""
        wanted = LocalizedText(nl=f"een van: dataset, {_KINDS}", en=f"one of: dataset, {_KINDS}")

        found = faults(written(tmp_path, {**source(), "partner": []}))

        assert found == (Fault(file="own.json", record="partner", wanted=wanted),)

    @pytest.mark.parametrize(("value", "given_"), [({"a": 1}, "{'a': 1}"), ("tekst", "'tekst'"), (None, "None")])
    def test_kind_without_a_list_is_a_fault(self, value: object, given_: str, tmp_path: Path) -> None:
        """The records of a kind stand in a list."""
        found = faults(written(tmp_path, {"tips": value}))

        assert found == (Fault(file="own.json", record="tips", given=given_, wanted=_A_LIST),)

    @pytest.mark.parametrize("value", [{"tips": []}, {"dataset": SOUND["dataset"]}])
    def test_file_without_records_is_a_fault(self, value: object, tmp_path: Path) -> None:
        """An empty list or a description alone is no knowledge."""
        found = faults(written(tmp_path, value))

        assert found == (Fault(file="own.json", given="(no records)", wanted=_RECORDS),)

    @pytest.mark.parametrize("content", ['{"tips": []}', '{"sources": []}'])
    def test_folder_without_records_is_a_fault_beside_the_bundled_ones(self, content: str, tmp_path: Path) -> None:
        """The bundled records do not make up for own ones that are not there."""
        folder = tmp_path / "eigen"
        written(folder, content)

        assert [fault.given for fault in faults(folder, bundled=True)] == ["(no records)"]

    def test_faulty_description_is_a_fault(self, tmp_path: Path) -> None:
        """What a set says of itself has rules too."""
        value = {**source(), "dataset": {**SOUND["dataset"], "version": "1.0", "licence": 5}}

        found = faults(written(tmp_path, value))

        version = LocalizedText(nl="een versie als '1.0.0'", en="a version such as '1.0.0'")
        assert found == (
            Fault(file="own.json", record="dataset", field="version", given="'1.0'", wanted=version),
            Fault(file="own.json", record="dataset", field="licence", given="5", wanted=_TEXT),
        )


class TestSafeToShow:
    """A fault can be shown anywhere: one line, nothing that steers a terminal, no BSN."""

    @pytest.mark.parametrize(
        "value",
        [
            {"sources": [{**SOUND["sources"][0], "NAME": 1}]},
            {"sources": [], "NAME": []},
            {"sources": [{**SOUND["sources"][0], "note": {"NAME": 1}}]},
        ],
        ids=["field", "kind", "inner"],
    )
    @pytest.mark.parametrize("name", ["111222333", "111.222.333"])
    def test_bsn_as_a_name_is_not_repeated(self, value: object, name: str, tmp_path: Path) -> None:
        """Nobody writes a BSN as the name of a field on purpose, so a mistake is not spread."""
        error = refused(written(tmp_path, json.dumps(value).replace("NAME", name)))

        assert name not in f"{error.line('nl')}{error.line('en')}{error.faults}"

    @pytest.mark.parametrize(
        "content",
        [
            '{"sources": [{"id": "bron", "NAME": 1}]}',
            '{"NAME": []}',
            '{"sources": [{"id": "bron", "NAME": 1, "NAME": 2}]}',
            '{"sources": [{"id": "bron", "x": {"NAME": NaN}}]}',
        ],
        ids=["field", "kind", "twice", "path"],
    )
    @pytest.mark.parametrize(
        "name",
        [r"a\u001b[31mb", r"a\nb", r"a\u2028b", r"a\ud800b"],
    )
    def test_name_with_a_control_character_is_shown_escaped(self, content: str, name: str, tmp_path: Path) -> None:
        """Each fault stays one line of text that any file and terminal takes."""
        found = faults(written(tmp_path, content.replace("NAME", name)))

        for fault in found:
            for lang in ("nl", "en"):
                sentence = fault.sentence(lang)
                assert len(sentence.splitlines()) == 1
                assert "\x1b" not in sentence
                sentence.encode("utf-8")


class TestAllAtOnce:
    """Every fault of a set is reported in one go, and then nothing is loaded."""

    def test_faults_of_every_file_come_together(self, tmp_path: Path) -> None:
        """Unreadable files, faulty records, doubles and references to nowhere, in one error."""
        value = changed("tips.0.verified", "false")
        value["tips"][1]["themes"] = ["werken"]
        value["sources"].append(value["sources"][0])
        written(tmp_path, value, "a.json")
        written(tmp_path, "{", "b.json")
        written(tmp_path, b"\xff", "c.json")
        written(tmp_path, "", "d.json")
        written(tmp_path, {"tips": 5, "tip": []}, "e.json")

        found = faults(tmp_path)

        assert sorted((fault.file, fault.record or "", fault.field or "") for fault in found) == [
            ("a.json", "sources 'bron'", "id"),
            ("a.json", "tips 'tip-een'", "verified"),
            ("a.json", "tips 'tip-twee'", "themes[0]"),
            ("b.json", "", ""),
            ("c.json", "", ""),
            ("d.json", "", ""),
            ("e.json", "tip", ""),
            ("e.json", "tips", ""),
        ]

    def test_faults_come_in_the_order_of_the_files(self, tmp_path: Path) -> None:
        """Files in the order they were read, whether they could be read or not."""
        for number, content in enumerate([source(title=5), "{", source(id="c", title=5), "", "[]"]):
            written(tmp_path, content, f"{'abcde'[number]}.json")

        found = faults(tmp_path)

        assert [fault.file for fault in found] == ["a.json", "b.json", "c.json", "d.json", "e.json"]

    def test_faults_of_one_file_come_in_the_order_of_its_lines(self, tmp_path: Path) -> None:
        """What is found last may stand first: the order is that of the page."""
        value = changed("sources.1.title", 5)
        value["tips"][1]["themes"] = ["nergens"]
        value["tips"][0]["text"] = 5
        value["communities"][0]["kind"] = "onzin"
        value["regions"].append(value["regions"][0])

        found = faults(written(tmp_path, value))

        lines = [fault.line or 0 for fault in found]
        assert len(found) == 5
        assert lines == sorted(lines)

    def test_order_of_the_paths_is_the_order_of_the_faults(self, tmp_path: Path) -> None:
        """Files given by name come in the order given, not by name."""
        first, second = (
            written(tmp_path, source(title=5), "b.json"),
            written(tmp_path, source(title=5, id="c"), "a.json"),
        )

        assert [fault.file for fault in faults(first, second)] == ["b.json", "a.json"]

    def test_error_counts_its_faults(self, tmp_path: Path) -> None:
        """The heading says how many, and a line follows for each."""
        error = refused(written(tmp_path, source(title=5, publisher=5)))

        assert len(error.faults) == 2
        assert str(error).splitlines()[0] == "2 faults in the data; nothing was loaded."
        assert len(str(error).splitlines()) == 3
        assert error.line("nl").splitlines()[0] == "2 fouten in de gegevens; niets is geladen."

    @pytest.mark.parametrize("name", _BROKEN)
    def test_one_fault_keeps_the_whole_set_out(self, name: str, tmp_path: Path) -> None:
        """The sound files beside a faulty one are not loaded either."""
        place, value, *_ = _BROKEN[name]
        sound = written(tmp_path, source(id="ander"), "a.json")
        broken = written(tmp_path, _dumped(changed(place, value)), "b.json")

        with pytest.raises(DataError):
            read(sound, broken)


class TestSoundSets:
    """What has no faults is taken in whole."""

    def test_records_may_refer_across_files(self, tmp_path: Path) -> None:
        """A kind per file, in any order: references are checked over the whole."""
        for kind in SOUND:
            written(tmp_path / "apart", {kind: SOUND[kind]}, f"{kind}.json")

        together = read(written(tmp_path, SOUND))
        apart = read(tmp_path / "apart")

        assert [getattr(apart, kind) == getattr(together, kind) for kind in KINDS] == [True] * len(KINDS)
        assert apart.dataset == together.dataset

    def test_own_records_may_refer_to_bundled_ones(self, tmp_path: Path) -> None:
        """With the bundled records along, their ids exist; without them they do not."""
        tip = {**SOUND["tips"][0], "id": "eigen-tip", "themes": ["ontheffing-medisch"]}
        tip["citations"] = [{"source": "cop-rijnmond", "place": "vraag 1"}]
        path = written(tmp_path, {"tips": [tip]})

        records = read(path, bundled=True)

        assert records.tips["eigen-tip"].themes == ("ontheffing-medisch",)
        assert records.count == read_bundled().count + 1
        assert {fault.field for fault in faults(path)} == {
            "citations[0].source",
            "themes[0]",
            "community",
            "audience[0]",
            "partners[0]",
        }

    def test_bundled_records_have_no_faults(self) -> None:
        """The library's own records pass every rule."""
        records = read_bundled()

        assert isinstance(records, Records)
        assert records.dataset.licence == "CC-BY-4.0"
        assert {"amsterdam", "achterhoek", "midden-limburg", "rijnmond"} <= set(records.communities)

    def test_own_description_goes_before_the_bundled_one(self, tmp_path: Path) -> None:
        """A set of one's own that says what it is, is that, also with the bundled records along."""
        value = {**source(), "dataset": SOUND["dataset"]}

        records = read(written(tmp_path, value), bundled=True)

        assert records.dataset.version == SOUND["dataset"]["version"]
        assert records.dataset != read_bundled().dataset

    def test_two_own_descriptions_are_a_fault(self, tmp_path: Path) -> None:
        """A set describes itself once: the second description is the fault."""
        written(tmp_path / "eigen", {**source(), "dataset": SOUND["dataset"]}, "a.json")
        written(tmp_path / "eigen", {"dataset": SOUND["dataset"]}, "b.json")

        found = faults(tmp_path / "eigen")

        assert [(fault.file, fault.record, fault.wanted.en) for fault in found] == [
            ("b.json", "dataset", "one description in all your files together")
        ]

    def test_bundled_description_stays(self, tmp_path: Path) -> None:
        """Own records that say nothing of themselves leave the bundled description as it is."""
        records = read(written(tmp_path, source()), bundled=True)

        assert records.dataset == read_bundled().dataset


_KEYS = st.sampled_from([*KINDS, "dataset", "id", "code", "themes", "citations", "source", "place", "x"])
_LOOSE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
_VALUES = st.recursive(
    _LOOSE | st.sampled_from(["duo", "bron", "GM0599", "AM22"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)
_FILES = st.dictionaries(st.sampled_from([*KINDS, "dataset"]), st.lists(_VALUES, max_size=3) | _VALUES, max_size=4)


def _outcome(path: Path) -> Records | DataError:
    try:
        return read_paths([path], bundled=False)
    except DataError as error:
        return error


class TestTotality:
    """Whatever stands in a file, reading it gives records or faults."""

    @given(content=st.binary() | st.text().map(str.encode) | _FILES.map(lambda value: json.dumps(value).encode()))
    def test_any_file_gives_records_or_faults(self, content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
        """A file comes from anyone, so none may lead to another error; each fault is one line in each language."""
        path = written(tmp_path_factory.mktemp("any"), content)

        found = _outcome(path)

        if isinstance(found, Records):
            assert found.count > 0
        else:
            lines = [len(found.line(lang).splitlines()) for lang in ("nl", "en")]
            assert found.faults
            assert lines == [len(found.faults) + 1] * 2

    @given(data=st.data())
    def test_any_change_of_a_sound_set_gives_records_or_faults(
        self, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Every field has a rule for every value, so a set with one field changed is taken whole or refused."""
        kind = data.draw(st.sampled_from(list(KINDS)))
        index = data.draw(st.integers(0, len(SOUND[kind]) - 1))
        field = data.draw(st.sampled_from(sorted(SOUND[kind][index])))
        value = changed(f"{kind}.{index}.{field}", data.draw(_VALUES))
        path = written(tmp_path_factory.mktemp("any"), _dumped(value))

        found = _outcome(path)

        if isinstance(found, Records):
            assert found.count == sum(len(value[kind]) for kind in KINDS)
        else:
            assert {fault.file for fault in found.faults if isinstance(fault, Fault)} == {str(path)}
