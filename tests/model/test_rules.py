"""Every field of every class against the table of rules: what it refuses, in which words, and what it takes."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any

import attrs
import pytest

from inburgering_cop import InvalidValueError, model
from tests.model._table import DEFAULTS, RULES, rule_of, small

_A_TEXT = ("een tekst die niet leeg is", "a text that is not blank")
_NO_CONTROL = ("een tekst zonder besturingstekens", "a text without control characters")
_NO_BSN = ("een tekst zonder BSN", "a text without a BSN")
_AN_ID = (
    "een id in kleine letters met streepjes, zoals 'blik-op-werk'",
    "a kebab-case id such as 'blik-op-werk'",
)
_AN_ADDRESS = ("een adres dat met https:// begint", "an address that starts with https://")
_A_DATE = ("een datum als '2026-11-21'", "a date such as '2026-11-21'")
_A_PARTIAL_DATE = (
    "een bestaande datum als '2022-06' of '2024-04-09', zonder jaar '--09-18'",
    "an existing date such as '2022-06' or '2024-04-09', without a year '--09-18'",
)
_A_MUNICIPALITY = ("een gemeentecode als 'GM0363'", "a municipality code such as 'GM0363'")
_A_REGION = ("een arbeidsmarktregiocode als 'AM22'", "a region code such as 'AM22'")
_A_LINK = (
    "een jci-verwijzing als 'jci1.3:c:BWBR0044770&artikel=5'",
    "a jci link such as 'jci1.3:c:BWBR0044770&artikel=5'",
)
_A_BWB = ("een BWB-nummer als 'BWBR0044770'", "a BWB number such as 'BWBR0044770'")
_AN_ARTICLE = ("een artikelnummer als '5', '2.7' of 'bijlage 1'", "an article number such as '5', '2.7' or 'bijlage 1'")
_A_PARAGRAPH = ("een lidnummer als '1'", "a paragraph number such as '1'")
_A_VERSION = ("een versie als '1.0.0'", "a version such as '1.0.0'")
_A_TRUTH = ("true of false", "true or false")

REFUSED: dict[str, list[tuple[object, str, tuple[str, str]]]] = {
    "slug": [
        ("Blik op Werk", "'Blik op Werk'", _AN_ID),
        ("blik_op_werk", "'blik_op_werk'", _AN_ID),
        ("-duo", "'-duo'", _AN_ID),
        ("duo-", "'duo-'", _AN_ID),
        ("blik--op", "'blik--op'", _AN_ID),
        ("duo\n", r"'duo\n'", _AN_ID),
        ("", "''", _AN_ID),
        (5, "5", _AN_ID),
    ],
    "text": [
        ("", "''", _A_TEXT),
        (" \n\u00ad ", r"' \n\xad '", _A_TEXT),
        (5, "5", _A_TEXT),
        ("a\x07b", r"'a\x07b'", _NO_CONTROL),
        ("a\ud800b", r"'a\ud800b'", _NO_CONTROL),
        ("nummer 111222333", "(BSN)", _NO_BSN),
    ],
    "url": [
        ("www.divosa.nl", "'www.divosa.nl'", _AN_ADDRESS),
        ("javascript:alert(1)", "'javascript:alert(1)'", _AN_ADDRESS),
        ("https://", "'https://'", _AN_ADDRESS),
        ("https://divosa.nl/een pagina", "'https://divosa.nl/een pagina'", _AN_ADDRESS),
        (5, "5", _AN_ADDRESS),
    ],
    "date": [
        ("2026-11-21", "'2026-11-21'", _A_DATE),
        (datetime.datetime(2026, 11, 21), "datetime.datetime(2026, 11, 21, 0, 0)", _A_DATE),
    ],
    "partial date": [
        ("2022-13", "'2022-13'", _A_PARTIAL_DATE),
        ("2023-02-29", "'2023-02-29'", _A_PARTIAL_DATE),
        ("0000", "'0000'", _A_PARTIAL_DATE),
        ("2022-6", "'2022-6'", _A_PARTIAL_DATE),
        ("22", "'22'", _A_PARTIAL_DATE),
        ("-", "'-'", _A_PARTIAL_DATE),
        ("--09", "'--09'", _A_PARTIAL_DATE),
        ("--02-30", "'--02-30'", _A_PARTIAL_DATE),
        ("--09-18 ", "'--09-18 '", _A_PARTIAL_DATE),
        ("", "''", _A_PARTIAL_DATE),
        (2022, "2022", _A_PARTIAL_DATE),
    ],
    "municipality code": [
        ("0599", "'0599'", _A_MUNICIPALITY),
        ("gm0599", "'gm0599'", _A_MUNICIPALITY),
        ("GM599", "'GM599'", _A_MUNICIPALITY),
        ("GM05999", "'GM05999'", _A_MUNICIPALITY),
        (599, "599", _A_MUNICIPALITY),
    ],
    "region code": [
        ("22", "'22'", _A_REGION),
        ("AM2", "'AM2'", _A_REGION),
        ("AM222", "'AM222'", _A_REGION),
        (22, "22", _A_REGION),
    ],
    "jci": [
        ("BWBR0044770", "'BWBR0044770'", _A_LINK),
        ("jci1.3:c:BWBR004477&artikel=5", "'jci1.3:c:BWBR004477&artikel=5'", _A_LINK),
        ("jci1.3:c:BWBR0044770&artikel=", "'jci1.3:c:BWBR0044770&artikel='", _A_LINK),
        (5, "5", _A_LINK),
    ],
    "bwb": [("0044770", "'0044770'", _A_BWB), ("BWBR00447701", "'BWBR00447701'", _A_BWB), (5, "5", _A_BWB)],
    "article": [
        ("artikel 5", "'artikel 5'", _AN_ARTICLE),
        ("5 lid 1", "'5 lid 1'", _AN_ARTICLE),
        ("2.7.1.1", "'2.7.1.1'", _AN_ARTICLE),
        (5, "5", _AN_ARTICLE),
    ],
    "paragraph": [("lid 1", "'lid 1'", _A_PARAGRAPH), ("", "''", _A_PARAGRAPH), (1, "1", _A_PARAGRAPH)],
    "version": [("1.0", "'1.0'", _A_VERSION), ("1.0.0-rc1", "'1.0.0-rc1'", _A_VERSION), (1, "1", _A_VERSION)],
    "truth": [("false", "'false'", _A_TRUTH), (1, "1", _A_TRUTH), (0, "0", _A_TRUTH)],
}


def _refused(rule: str) -> list[tuple[object, str, tuple[str, str]]]:
    if rule in REFUSED:
        return REFUSED[rule]
    if " to " in rule:
        least, most = (int(number) for number in rule.split(" to "))
        wanted = (f"een geheel getal van {least} tot en met {most}", f"a whole number from {least} to {most}")
        return [(value, repr(value), wanted) for value in (least - 1, most + 1, str(least), float(least), True)]
    kind = getattr(model, rule)
    if issubclass(kind, StrEnum):
        words = ", ".join(kind)
        return [(given, repr(given), (f"een van: {words}", f"one of: {words}")) for given in ("onzin", 5)]
    return [(given, repr(given), (f"een {rule}", f"a {rule}")) for given in ("duo", 5)]


_FIELDS = [(kind, name, *rule_of(rule)) for kind, fields in RULES.items() for name, rule in fields.items()]
_WRONG = [
    pytest.param(
        kind, name, (given,) if mark in ("*", "+") else given, shown, wanted, id=f"{kind.__name__}.{name}-{shown}"
    )
    for kind, name, rule, mark in _FIELDS
    for given, shown, wanted in _refused(rule)
]


def _fields_with(*marks: str) -> list[Any]:
    named = [(kind, name) for kind, name, _, mark in _FIELDS if mark in marks]
    return [pytest.param(kind, name, id=f"{kind.__name__}.{name}") for kind, name in named]


class TestTable:
    """The table names every field of every class."""

    def test_table_names_every_class(self) -> None:
        """Every attrs class that the room offers has its rules in the table."""
        offered = {getattr(model, name) for name in model.__all__}

        assert {kind for kind in offered if attrs.has(kind)} == set(RULES)

    @pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.__name__)
    def test_table_names_every_field(self, kind: type) -> None:
        """The table holds the fields of a class, in the order of the class."""
        assert list(RULES[kind]) == [field.name for field in attrs.fields(kind)]


class TestRules:
    """A field refuses what breaks its rule and says what would be right."""

    @pytest.mark.parametrize(("kind", "name", "given", "shown", "wanted"), _WRONG)
    def test_field_refuses_what_breaks_its_rule(
        self, kind: type, name: str, given: object, shown: str, wanted: tuple[str, str]
    ) -> None:
        """The error says the field, what was given and what it must be, in English and Dutch."""
        with pytest.raises(InvalidValueError) as caught:
            small(kind, **{name: given})

        error = caught.value
        assert str(error) == f"{name} cannot be {shown}. It must be {wanted[1]}."
        assert error.line("nl") == f"{name} kan niet {shown} zijn. Het moet zijn: {wanted[0]}."
        assert (error.field, error.given, error.wanted_nl, error.wanted_en) == (name, shown, *wanted)

    @pytest.mark.parametrize(("kind", "name"), _fields_with(""))
    def test_needed_field_refuses_none(self, kind: type, name: str) -> None:
        """None stands only where the absence of a value means something."""
        with pytest.raises(InvalidValueError, match=rf"^{name} cannot be None. It must be "):
            small(kind, **{name: None})

    @pytest.mark.parametrize(("kind", "name"), _fields_with("?"))
    def test_absent_field_is_none(self, kind: type, name: str) -> None:
        """A field that may be absent is None when it is left out."""
        field = getattr(attrs.fields(kind), name)

        assert field.default is None

    @pytest.mark.parametrize(("kind", "name"), _fields_with("*"))
    def test_list_that_may_be_empty_is_empty_by_default(self, kind: type, name: str) -> None:
        """A list nobody filled is an empty tuple."""
        field = getattr(attrs.fields(kind), name)

        assert field.default == ()

    @pytest.mark.parametrize(("kind", "name"), _fields_with("+"))
    def test_list_that_must_hold_something_refuses_to_be_empty(self, kind: type, name: str) -> None:
        """Citations, a tip's themes and a phase's groups hold at least one."""
        with pytest.raises(InvalidValueError) as caught:
            small(kind, **{name: ()})

        assert str(caught.value) == f"{name} cannot be []. It must be a list of at least 1."
        assert caught.value.line("nl") == f"{name} kan niet [] zijn. Het moet zijn: een lijst van minstens 1."

    @pytest.mark.parametrize(("kind", "name"), _fields_with("*", "+"))
    def test_list_refuses_what_is_no_tuple(self, kind: type, name: str) -> None:
        """A text or a list is no tuple: it would be read letter by letter, or could be changed."""
        for given in ("duo", ["duo"]):
            with pytest.raises(InvalidValueError) as caught:
                small(kind, **{name: given})

            assert str(caught.value) == f"{name} cannot be {given!r}. It must be a list."
            assert caught.value.line("nl") == f"{name} kan niet {given!r} zijn. Het moet zijn: een lijst."

    @pytest.mark.parametrize(
        ("kind", "name", "member"),
        [
            (model.Tip, "themes", "werk"),
            (model.Tip, "rungs", 2),
            (model.Theme, "other_names", "MAP"),
            (model.Community, "municipalities", "GM0599"),
            (model.Meeting, "regions", "AM22"),
            (model.Lead, "citations", model.Citation(source="bron", place="vraag 1")),
        ],
    )
    def test_list_refuses_a_double(self, kind: type, name: str, member: object) -> None:
        """What stands in a list stands there once."""
        with pytest.raises(InvalidValueError) as caught:
            small(kind, **{name: (member, member)})

        assert str(caught.value) == f"{name} cannot be {member!r}. It must be a list without doubles."
        assert caught.value.line("nl") == f"{name} kan niet {member!r} zijn. Het moet zijn: een lijst zonder dubbelen."

    def test_double_word_is_shown_as_it_is_stored(self) -> None:
        """An error shows a stored word as data have it, not as Python does."""
        group = model.Group.ASIELSTATUSHOUDER

        with pytest.raises(InvalidValueError) as caught:
            small(model.Phase, groups=(group, group))

        assert str(caught.value) == "groups cannot be 'asielstatushouder'. It must be a list without doubles."

    def test_misspelt_word_names_the_nearest(self) -> None:
        """A stored word with a typing error gets the one that was probably meant."""
        with pytest.raises(InvalidValueError) as caught:
            small(model.Responsibility, capacity="decide")

        assert caught.value.nearest == ("decides",)
        assert str(caught.value) == (
            "capacity cannot be 'decide'. Did you mean 'decides'? It must be "
            "one of: decides, executes, advises, informs, pays, supervises, is-informed."
        )
        assert "Bedoel je 'decides'?" in caught.value.line("nl")

    @pytest.mark.parametrize(
        ("kind", "name", "least", "most"),
        [
            (model.Partner, "rung", 1, 3),
            (model.Responsibility, "rung", 1, 3),
            (model.Responsibility, "order", 1, 99),
            (model.Phase, "order", 1, 99),
            (model.Community, "rhythm_weeks", 1, 104),
            (model.Municipality, "year", 2000, 2100),
            (model.LabourMarketRegion, "year", 2000, 2100),
        ],
    )
    def test_number_takes_both_its_ends(self, kind: type, name: str, least: int, most: int) -> None:
        """The lowest and the highest number a rule names are allowed."""
        taken = [getattr(small(kind, **{name: number}), name) for number in (least, most)]

        assert taken == [least, most]

    @pytest.mark.parametrize("given", ["2022", "2022-06", "2024-02-29", "--09-18", "--02-29"])
    def test_partial_date_takes_a_date_as_far_as_known(self, given: str) -> None:
        """A year, a year and month, a day, or a day without a year are dates."""
        assert small(model.Event, date=given).date == given

    @pytest.mark.parametrize("given", ["5", "5a", "2.7", "2:7", "2.7a", "7.3.1", "bijlage 1"])
    def test_article_takes_the_numbers_laws_have(self, given: str) -> None:
        """Article numbers stand as printed: with a letter, a chapter before them, or in an annex."""
        part = given.replace("bijlage ", "bijlage=") if "bijlage" in given else f"artikel={given}"

        basis = small(model.LegalBasis, article=given, jci=f"jci1.3:c:BWBR0044770&{part}")

        assert basis.article == given

    @pytest.mark.parametrize("given", ["http://divosa.nl", "https://divosa.nl/a?b=c#d"])
    def test_address_takes_http_and_https(self, given: str) -> None:
        """Old pages without TLS can be cited too."""
        assert small(model.Statement, url=given).url == given

    @pytest.mark.parametrize(
        "given", ["https://divosa.nl/\x07", "https://divosa.nl/\x1b[0m", "https://divosa.nl/\ud800"]
    )
    def test_address_refuses_a_control_character(self, given: str) -> None:
        """What cannot be written to a file or would steer a terminal is no address."""
        with pytest.raises(InvalidValueError, match=r"^url cannot be "):
            small(model.Statement, url=given)

    @pytest.mark.parametrize(
        ("kind", "name", "given"),
        [
            (model.Event, "date", "٢٠٢٢"),
            (model.Municipality, "code", "GM٠٥٩٩"),
            (model.LabourMarketRegion, "code", "AM٢٢"),
            (model.Dataset, "version", "١.٠.٠"),
        ],
    )
    def test_digits_are_zero_to_nine(self, kind: type, name: str, given: str) -> None:
        """A code or date with digits of another script would never be found by the one who types it."""
        with pytest.raises(InvalidValueError, match=rf"^{name} cannot be '{given}'"):
            small(kind, **{name: given})

    def test_digits_of_an_article_are_zero_to_nine(self) -> None:
        """An article number in another script is refused, also where the link repeats it."""
        with pytest.raises(InvalidValueError, match=r"^article cannot be '٥'"):
            small(model.LegalBasis, article="٥", jci="jci1.3:c:BWBR0044770&artikel=٥")

    def test_number_too_long_to_write_is_refused_in_one_line(self) -> None:
        """A number of thousands of digits gets the library's own error, not that of Python."""
        with pytest.raises(InvalidValueError, match=r"^year cannot be "):
            small(model.Municipality, year=10**5000)

    def test_defaults_that_say_something(self) -> None:
        """Records hold unless they say otherwise: verified, checked, wholly seen, a tip."""
        found: dict[tuple[type, str], Any] = {
            (kind, field.name): field.default
            for kind in RULES
            for field in attrs.fields(kind)
            if field.default not in (attrs.NOTHING, None, ())
        }

        assert found == DEFAULTS
