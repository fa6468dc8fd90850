"""From plain values to records: taken as they stand, or refused with every fault."""

from __future__ import annotations

import datetime
import json
from enum import StrEnum
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop import model
from inburgering_cop.knowledge._structuring import Structurer, Wrong
from inburgering_cop.model import LocalizedText
from tests.knowledge._sets import OUT, SOUND
from tests.model._generated import records
from tests.model._table import RULES, rule_of, small

_STRUCTURER = Structurer()
_EVERY_CLASS = pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.__name__)
_ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def _plain(record: Any) -> Any:
    """`record` as JSON values, without the fields that hold their default."""
    if attrs.has(type(record)):
        fields = attrs.fields(type(record))
        return {
            field.name: _plain(getattr(record, field.name))
            for field in fields
            if getattr(record, field.name) != field.default
        }
    if isinstance(record, tuple):
        return [_plain(member) for member in record]
    if isinstance(record, StrEnum):
        return record.value
    return record.isoformat() if isinstance(record, datetime.date) else record


def _wrongs(value: Any, kind: type) -> list[tuple[str | None, str | None, str]]:
    """Field, given and wanted of each fault, once it is known that there are any."""
    record, wrongs = _STRUCTURER.structure(value, kind)
    assert record is None
    assert wrongs
    return [(wrong.field, wrong.given, wrong.wanted.get("en")) for wrong in wrongs]


def _source(**changes: Any) -> dict[str, Any]:
    value = {**SOUND["sources"][0], **changes}
    return {name: given for name, given in value.items() if given is not OUT}


class TestRoundTrip:
    """What is written can be read back."""

    @_EVERY_CLASS
    @given(data=st.data())
    def test_record_written_as_json_reads_back_equal(self, kind: type, data: st.DataObject) -> None:
        """JSON holds every value a record can have, and a default left out is filled in again, so nothing is lost."""
        record = data.draw(records(kind))

        again, wrongs = _STRUCTURER.structure(json.loads(json.dumps(_plain(record))), kind)

        assert wrongs == []
        assert again == record

    @_EVERY_CLASS
    def test_small_record_needs_no_more_than_it_must(self, kind: type) -> None:
        """A record with the needed fields alone is read, the rest at their defaults."""
        record = small(kind)

        again, wrongs = _STRUCTURER.structure(_plain(record), kind)

        assert (again, wrongs) == (record, [])

    @_EVERY_CLASS
    def test_null_is_absence(self, kind: type) -> None:
        """Where None has a meaning, `null` may be written out."""
        absent = {name: None for name, rule in RULES[kind].items() if rule_of(rule)[1] == "?"}
        record = small(kind)
        settled = {name: getattr(record, name) for name in absent if getattr(record, name) is not None}

        again, wrongs = _STRUCTURER.structure({**_plain(record), **absent, **settled}, kind)

        assert (again, wrongs) == (record, [])


class TestTotality:
    """Whatever stands in a file, there is a record or there are faults."""

    @_EVERY_CLASS
    @given(value=_ANY_JSON)
    def test_any_value_is_taken_or_refused(self, kind: type, value: Any) -> None:
        """A file may hold any value, so each gives a whole record or faults: never both or neither."""
        record, wrongs = _STRUCTURER.structure(value, kind)

        assert (record is None) == bool(wrongs)
        assert record is None or type(record) is kind

    @_EVERY_CLASS
    @given(data=st.data())
    def test_one_wrong_field_is_one_faulty_field(self, kind: type, data: st.DataObject) -> None:
        """A field is either taken or refused under its own name, so a value of any type never becomes another."""
        name = data.draw(st.sampled_from(sorted(RULES[kind])))
        value = data.draw(_ANY_JSON)

        record, wrongs = _STRUCTURER.structure({**_plain(small(kind)), name: value}, kind)

        if record is None:
            tied = {wrong.field.partition(".")[0].partition("[")[0] for wrong in wrongs if wrong.field}
            assert tied <= set(RULES[kind])
            assert len(wrongs) >= 1
        else:
            assert _plain(getattr(record, name)) == value or (value in (None, []) and not getattr(record, name))


class TestNoConversion:
    """A value of another type is refused, not converted."""

    @pytest.mark.parametrize(
        ("value", "shown"), [(5, "5"), (None, "None"), (True, "True"), (["a"], "['a']"), ({"a": 1}, "{'a': 1}")]
    )
    def test_text_is_a_text(self, value: object, shown: str) -> None:
        """None does not become 'None', nor a number its digits."""
        assert _wrongs(_source(title=value), model.Source) == [("title", shown, "a text in quotes")]

    @pytest.mark.parametrize(
        ("value", "shown"), [("1", "'1'"), (1.0, "1.0"), (True, "True"), (None, "None"), ([1], "[1]")]
    )
    def test_number_is_a_whole_number(self, value: object, shown: str) -> None:
        """A text of digits, a decimal number or a truth value is no whole number."""
        value_of = _plain(small(model.Phase)) | {"order": value}

        assert _wrongs(value_of, model.Phase) == [("order", shown, "a whole number")]

    @pytest.mark.parametrize(
        ("value", "shown"), [("false", "'false'"), ("true", "'true'"), (0, "0"), (1, "1"), (None, "None")]
    )
    def test_truth_is_true_or_false(self, value: object, shown: str) -> None:
        """`"false"` does not become True, nor 0 False."""
        value_of = _plain(small(model.Theme)) | {"verified": value}

        assert _wrongs(value_of, model.Theme) == [("verified", shown, "true or false, without quotes")]

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("2026-02-30", "'2026-02-30'"),
            ("2026-11", "'2026-11'"),
            ("20261121", "'20261121'"),
            ("2026-11-21T00:00", "'2026-11-21T00:00'"),
            ("2026-W47-6", "'2026-W47-6'"),
            (20261121, "20261121"),
            (None, "None"),
        ],
    )
    def test_date_is_a_day_that_exists(self, value: object, shown: str) -> None:
        """A date is written in full, in one way, and is on the calendar."""
        assert _wrongs(_source(retrieved=value), model.Source) == [
            ("retrieved", shown, "an existing date such as '2026-11-21'")
        ]

    @pytest.mark.parametrize(
        ("value", "shown"),
        [("werk", "'werk'"), (None, "None"), ({}, "{}"), (5, "5")],
        ids=["text", "null", "object", "number"],
    )
    def test_list_is_a_list(self, value: object, shown: str) -> None:
        """A text does not become a list of its letters, nor null an empty list."""
        value_of = _plain(small(model.Tip)) | {"themes": value}

        assert _wrongs(value_of, model.Tip) == [("themes", shown, "a list in [ ]")]

    @pytest.mark.parametrize(
        ("value", "shown"), [("hele", "'hele'"), (5, "5"), (None, "None"), (["whole"], "['whole']")]
    )
    def test_word_is_a_stored_word(self, value: object, shown: str) -> None:
        """A word outside the list gets the list."""
        assert _wrongs(_source(seen=value), model.Source) == [("seen", shown, "one of: whole, part")]

    @pytest.mark.parametrize(("value", "shown"), [("tekst", "'tekst'"), (None, "None"), ([], "[]"), (5, "5")])
    def test_record_is_an_object(self, value: object, shown: str) -> None:
        """Where an object belongs, the fields it needs at least are named."""
        value_of = _plain(small(model.Theme)) | {"label": value}

        assert _wrongs(value_of, model.Theme) == [("label", shown, "an object in { } with at least nl")]

    def test_optional_record_is_refused_like_a_needed_one(self) -> None:
        """A field that may be absent holds, when it is there, what it should."""
        value_of = _plain(small(model.Theme)) | {"doubt": "twijfel", "broader": 5}

        assert _wrongs(value_of, model.Theme) == [
            ("broader", "5", "a text in quotes"),
            ("doubt", "'twijfel'", "an object in { } with at least nl"),
        ]

    def test_stored_word_becomes_the_word_itself(self) -> None:
        """A sound word is the member of its class."""
        record, _ = _STRUCTURER.structure(_source(seen="part"), model.Source)

        assert record.seen is model.Seen.PART
        assert isinstance(record.seen, StrEnum)


class TestWords:
    """The wanted of each refusal, in Dutch."""

    @pytest.mark.parametrize(
        ("kind", "field", "value", "wanted"),
        [
            (model.Source, "title", 5, "een tekst tussen aanhalingstekens"),
            (model.Phase, "order", "1", "een geheel getal"),
            (model.Theme, "verified", "false", "true of false, zonder aanhalingstekens"),
            (model.Source, "retrieved", 5, "een bestaande datum als '2026-11-21'"),
            (model.Tip, "themes", "werk", "een lijst tussen [ ]"),
            (model.Source, "seen", 5, "een van: whole, part"),
            (model.Theme, "label", 5, "een object tussen { } met ten minste nl"),
            (model.Theme, "unknown", 5, "weggelaten, of heten: " + ", ".join(RULES[model.Theme])),
            (model.Theme, "definitie", 5, "weggelaten, of heten: definition"),
            (model.Theme, "id", OUT, "ingevuld; dit veld is verplicht"),
            (model.Theme, "id", "Werk", "een id in kleine letters met streepjes, zoals 'blik-op-werk'"),
        ],
    )
    def test_wanted_is_in_dutch_too(self, kind: type, field: str, value: object, wanted: str) -> None:
        """Each fault says in Dutch what would be right."""
        whole = {**_plain(small(kind)), field: value}
        _, wrongs = _STRUCTURER.structure({key: given for key, given in whole.items() if given is not OUT}, kind)

        assert [wrong.wanted.nl for wrong in wrongs] == [wanted]


class TestFields:
    """A field that is missing, unknown or wrong is named by its path."""

    @_EVERY_CLASS
    def test_each_missing_field_is_a_fault(self, kind: type) -> None:
        """An empty object lacks every needed field, each of which is named, in order."""
        needed = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]

        assert _wrongs({}, kind) == [(name, None, "given; this field is required") for name in needed]

    @_EVERY_CLASS
    def test_whole_record_of_another_type_is_a_fault(self, kind: type) -> None:
        """What is no object gets the fields the class needs at least."""
        needed = ", ".join(field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING)

        assert _wrongs("tekst", kind) == [(None, "'tekst'", f"an object in {{ }} with at least {needed}")]

    def test_unknown_field_gets_the_nearest(self) -> None:
        """A misspelt field is probably one that exists."""
        assert _wrongs(_source(titel="x"), model.Source) == [("titel", "'titel'", "left out, or be called: title")]

    def test_unknown_field_far_from_all_gets_all(self) -> None:
        """Where nothing is near, every field is named."""
        every = ", ".join(RULES[model.Citation])

        assert _wrongs({"source": "bron", "place": "1", "xyz": 1}, model.Citation) == [
            ("xyz", "'xyz'", f"left out, or be called: {every}")
        ]

    def test_unknown_fields_are_all_named(self) -> None:
        """Two unknown fields are two faults, in order of their names."""
        found = _wrongs(_source(zzz=1, qqq=2), model.Source)

        assert [(field, given) for field, given, _ in found] == [("qqq", "'qqq'"), ("zzz", "'zzz'")]

    @pytest.mark.parametrize(
        ("field", "value", "found"),
        [
            ("citations", [{"source": "bron"}], ("citations[0].place", None, "given; this field is required")),
            (
                "citations",
                [{"source": "bron", "place": "1"}, {"source": "Bron", "place": "1"}],
                ("citations[1].source", "'Bron'", "a kebab-case id such as 'blik-op-werk'"),
            ),
            ("citations", [5], ("citations[0]", "5", "an object in { } with at least source, place")),
            ("citations", [], ("citations", "[]", "a list of at least 1")),
            ("label", {"nl": "", "en": "x"}, ("label.nl", "''", "a text that is not blank")),
            ("label", {"nl": "x", "fr": "y"}, ("label.fr", "'fr'", "left out, or be called: nl, en")),
            (
                "aspects",
                [{"id": "a", "label": {"nl": 5}}],
                ("aspects[0].label.nl", "5", "a text in quotes"),
            ),
            (
                "aspects",
                [{"id": "a", "label": {"nl": "x"}, "other_names": ["y", None]}],
                ("aspects[0].other_names[1]", "None", "a text in quotes"),
            ),
        ],
    )
    def test_inner_field_is_named_by_its_path(
        self, field: str, value: object, found: tuple[str, str | None, str]
    ) -> None:
        """The path leads from the record to the value, through lists by number."""
        assert _wrongs(_plain(small(model.Theme)) | {field: value}, model.Theme) == [found]

    def test_member_of_a_list_is_named_by_its_number(self) -> None:
        """Which of a list's members breaks the rule is in the path."""
        value = _plain(small(model.Tip)) | {"themes": ["werk", "Werk"]}

        assert [field for field, _, _ in _wrongs(value, model.Tip)] == ["themes[1]"]

    def test_every_wrong_member_of_a_list_is_found(self) -> None:
        """One wrong member does not hide the next."""
        value = _plain(small(model.Community)) | {"municipalities": ["Rotterdam", "GM0599", "0363"]}

        assert [given for _, given, _ in _wrongs(value, model.Community)] == ["'Rotterdam'", "'0363'"]

    def test_every_fault_of_a_record_is_found(self) -> None:
        """Wrong types, missing fields, unknown fields and broken rules come together."""
        value = _source(id="Bron", title=OUT, publisher=5, retrieved="gisteren", url="divosa.nl", note="", zzz=1)

        found = _wrongs(value, model.Source)

        assert sorted((field or "", given) for field, given, _ in found) == [
            ("id", "'Bron'"),
            ("note", "''"),
            ("publisher", "5"),
            ("retrieved", "'gisteren'"),
            ("title", None),
            ("url", "'divosa.nl'"),
            ("zzz", "'zzz'"),
        ]

    @pytest.mark.parametrize(
        ("kind", "changes", "found"),
        [
            (
                model.Tip,
                {"meeting": "meet-and-greet"},
                ("community", "'rijnmond'", "either a community or a meeting"),
            ),
            (
                model.Responsibility,
                {"capacity": "decides"},
                ("scope", "None", "case or framework where the partner decides, and left out otherwise"),
            ),
            (
                model.Responsibility,
                {"scope": "case"},
                ("scope", "'case'", "case or framework where the partner decides, and left out otherwise"),
            ),
            (
                model.Partner,
                {"type": "organisation"},
                ("fills", "[]", "at least one role for an organisation, and none for a function or a kind of party"),
            ),
            (
                model.Source,
                {"bwb": "BWBR0044770"},
                (
                    "abbreviation",
                    "None",
                    "an abbreviation for a law, and only there (bwb and abbreviation go together)",
                ),
            ),
            (
                model.LegalBasis,
                {"paragraph": "1"},
                (
                    "jci",
                    "'jci1.3:c:BWBR0044770&artikel=5'",
                    "a link that ends in '&artikel=5&lid=1'",
                ),
            ),
        ],
    )
    def test_rule_between_fields_names_its_field(
        self, kind: type, changes: dict[str, object], found: tuple[str, str, str]
    ) -> None:
        """A rule that ties two fields together is reported at one of them."""
        assert _wrongs(_plain(small(kind)) | changes, kind) == [found]

    def test_rule_between_fields_of_an_inner_record_has_its_path(self) -> None:
        """The path leads through the record around it."""
        basis = _plain(small(model.LegalBasis)) | {"article": "6"}
        value = _plain(small(model.Relation)) | {"legal_basis": [basis]}

        assert [field for field, _, _ in _wrongs(value, model.Relation)] == ["legal_basis[0].jci"]

    def test_number_that_can_be_a_bsn_is_not_repeated(self) -> None:
        """Neither in a text, nor where a text does not belong."""
        assert _wrongs(_source(title="bel 111222333", url="111.222.333", seen=111222333), model.Source) == [
            ("title", "(BSN)", "a text without a BSN"),
            ("url", "(BSN)", "an address that starts with https://"),
            ("seen", "(BSN)", "one of: whole, part"),
        ]

    @pytest.mark.parametrize(
        ("path", "field"),
        [((), None), (("title",), "title"), (("citations", 0, "place"), "citations[0].place"), ((1,), "[1]")],
    )
    def test_path_is_shown_as_text(self, path: tuple[str | int, ...], field: str | None) -> None:
        """The whole record has no field; a list's members are numbered from nought."""
        assert Wrong(path=path, given=None, wanted=LocalizedText(nl="x")).field == field

    def test_fault_is_a_value(self) -> None:
        """A fault carries what is wrong and nothing of where it stands."""
        _, wrongs = _STRUCTURER.structure(_source(title=5), model.Source)

        assert wrongs == [
            Wrong(
                path=("title",),
                given="5",
                wanted=LocalizedText(nl="een tekst tussen aanhalingstekens", en="a text in quotes"),
            )
        ]
