"""Finding a record by any of its names."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inburgering_cop import (
    AmbiguousNameError,
    Records,
    UnknownCommunityError,
    UnknownMunicipalityError,
    UnknownNameError,
    UnknownPartnerError,
    UnknownThemeError,
)
from tests.knowledge._sets import SOUND, changed, read, written

_LOOK_UPS: dict[str, tuple[Callable[[Records, str], Any], type[UnknownNameError], str]] = {
    "partners": (Records.partner, UnknownPartnerError, "partner"),
    "themes": (Records.theme, UnknownThemeError, "theme"),
    "communities": (Records.community, UnknownCommunityError, "community"),
    "municipalities": (Records.municipality, UnknownMunicipalityError, "municipality"),
}
_EVERY_LOOK_UP = pytest.mark.parametrize("catalogue", _LOOK_UPS)


def _gemeente(code: str, name: str, **more: Any) -> dict[str, Any]:
    return {**SOUND["municipalities"][0], "code": code, "name": name, **more}


@pytest.fixture
def records(tmp_path: Path) -> Records:
    """The sound set, its records with names of their own, and three more municipalities."""
    value = changed("partners.1.name", {"nl": "Dienst Uitvoering Onderwijs", "en": "Education Executive Agency"})
    value["partners"][1]["other_names"] = ["IB-Groep", "d.u.o."]
    value["partners"][0]["other_names"] = ["IB groep"]
    value["partners"][2]["name"] = {"nl": "Gemeente"}
    value["themes"][1] |= {"label": {"nl": "Werk én taal", "en": "Work and language"}, "other_names": ["MAP"]}
    value["communities"][0] |= {"name": {"nl": "CoP Inburgering - Rijnmond"}, "other_names": ["CoP Rijnmond"]}
    uri = "https://identifier.overheid.nl/tooi/id/gemeente/gm0599"
    value["municipalities"] = [
        _gemeente("GM0599", "Rotterdam", uri=uri, other_names=["Roffa"]),
        _gemeente("GM0893", "Bergen (L)"),
        _gemeente("GM0373", "Bergen (NH)"),
        _gemeente("GM1900", "Súdwest-Fryslân"),
    ]
    return read(written(tmp_path, value))


class TestFind:
    """A record answers to its id and to all of its names."""

    @pytest.mark.parametrize(
        ("catalogue", "given", "found"),
        [
            ("partners", "duo", "duo"),
            ("partners", "DUO", "duo"),
            ("partners", "Dienst Uitvoering Onderwijs", "duo"),
            ("partners", " dienst  uitvoering\nonderwijs ", "duo"),
            ("partners", "Education Executive Agency", "duo"),
            ("partners", "D.U.O.", "duo"),
            ("partners", "Gemeente", "gemeente"),
            ("themes", "werk", "werk"),
            ("themes", "Werk en taal", "werk"),
            ("themes", "work and language", "werk"),
            ("themes", "map", "werk"),
            ("communities", "rijnmond", "rijnmond"),
            ("communities", "cop inburgering rijnmond", "rijnmond"),
            ("communities", "CoP Rijnmond", "rijnmond"),
            ("municipalities", "Rotterdam", "GM0599"),
            ("municipalities", "roffa", "GM0599"),
            ("municipalities", "GM0599", "GM0599"),
            ("municipalities", "gm0599", "GM0599"),
            ("municipalities", "0599", "GM0599"),
            ("municipalities", "https://identifier.overheid.nl/tooi/id/gemeente/gm0599", "GM0599"),
            ("municipalities", "Bergen (L)", "GM0893"),
            ("municipalities", "bergen nh", "GM0373"),
            ("municipalities", "0373", "GM0373"),
            ("municipalities", "sudwest fryslan", "GM1900"),
        ],
    )
    def test_record_is_found_by_each_of_its_names(
        self, catalogue: str, given: str, found: str, records: Records
    ) -> None:
        """Case, accents, marks and space make no difference."""
        record = _LOOK_UPS[catalogue][0](records, given)

        assert record is getattr(records, catalogue)[found]

    def test_name_with_its_accents_written_apart_is_found(self, records: Records) -> None:
        """A name copied from a system that writes letter and accent apart is the same name."""
        assert records.municipality(unicodedata.normalize("NFD", "Súdwest-Fryslân")).code == "GM1900"

    def test_name_of_two_records_is_asked_back(self, records: Records) -> None:
        """A name that two partners share lists both, each once."""
        with pytest.raises(AmbiguousNameError) as caught:
            records.partner("ib groep")

        assert str(caught.value) == "'ib groep' can be more than one: 'alfa' or 'duo'. Give the one you mean."
        assert caught.value.candidates == ("alfa", "duo")

    def test_name_two_gemeenten_share_is_asked_back(self, records: Records) -> None:
        """A name without its suffix lists the names that do tell them apart, each of which then works."""
        with pytest.raises(AmbiguousNameError) as caught:
            records.municipality("Bergen")

        assert (
            str(caught.value) == "'Bergen' can be more than one: 'Bergen (L)' or 'Bergen (NH)'. Give the one you mean."
        )
        assert [records.municipality(name).code for name in caught.value.candidates] == ["GM0893", "GM0373"]

    @_EVERY_LOOK_UP
    @pytest.mark.parametrize("given", ["", "  ", "\n", "\u00ad"])
    def test_blank_name_is_unknown(self, catalogue: str, given: str, records: Records) -> None:
        """Nothing answers to a blank name, and nothing is near it."""
        find, error, word = _LOOK_UPS[catalogue]

        with pytest.raises(error) as caught:
            find(records, given)

        total = len(getattr(records, catalogue))
        assert str(caught.value) == f"Unknown {word} {given!r}. kb.{catalogue} lists all {total}."

    @_EVERY_LOOK_UP
    @pytest.mark.parametrize("given", ["!!!", "-", "(?)"])
    def test_name_without_a_letter_is_unknown(self, catalogue: str, given: str, records: Records) -> None:
        """Marks alone are no name, also where a record lacks a name of some kind."""
        find, error, word = _LOOK_UPS[catalogue]

        with pytest.raises(error) as caught:
            find(records, given)

        total = len(getattr(records, catalogue))
        assert str(caught.value) == f"Unknown {word} {given!r}. kb.{catalogue} lists all {total}."

    @_EVERY_LOOK_UP
    @pytest.mark.parametrize("given", [None, 599])
    def test_name_that_is_no_text_is_unknown(self, catalogue: str, given: Any, records: Records) -> None:
        """A number or nothing at all gets the library's own error."""
        find, error, word = _LOOK_UPS[catalogue]

        with pytest.raises(error) as caught:
            find(records, given)

        total = len(getattr(records, catalogue))
        assert str(caught.value) == f"Unknown {word} {given!r}. kb.{catalogue} lists all {total}."

    @pytest.mark.parametrize(
        ("catalogue", "given", "line"),
        [
            ("partners", "duoo", "Unknown partner 'duoo'. Did you mean 'duo' or 'd.u.o.'? kb.partners lists all 5."),
            ("themes", "boetes", "Unknown theme 'boetes'. Did you mean 'boete'? kb.themes lists all 2."),
            (
                "communities",
                "rijnmont",
                "Unknown community 'rijnmont'. Did you mean 'rijnmond' or 'CoP Rijnmond'? kb.communities lists all 1.",
            ),
            (
                "municipalities",
                "Roterdam",
                "Unknown municipality 'Roterdam'. Did you mean 'Rotterdam'? kb.municipalities lists all 4.",
            ),
        ],
    )
    def test_unknown_name_says_what_is_near(self, catalogue: str, given: str, line: str, records: Records) -> None:
        """The nearest names come as they are written, with how many records there are."""
        find, error, _ = _LOOK_UPS[catalogue]

        with pytest.raises(error) as caught:
            find(records, given)

        assert str(caught.value) == line

    def test_every_name_offered_is_found(self, records: Records) -> None:
        """What "did you mean" offers can be typed as it stands."""
        with pytest.raises(UnknownCommunityError) as caught:
            records.community("rijnmont")

        assert {records.community(name).id for name in caught.value.nearest} == {"rijnmond"}


class TestFormerMunicipality:
    """A gemeente that has ended leads to the one of today."""

    @pytest.fixture
    def records(self, tmp_path: Path) -> Records:
        """Two gemeenten of today and three of the past, one of which bore a name of today."""
        ended = SOUND["former_municipalities"][0]
        value = changed("municipalities.1", _gemeente("GM1930", "Nissewaard"))
        value["former_municipalities"] = [
            {**ended, "became": ["GM1930"]},
            {**ended, "code": "GM0001", "name": "Gesplitst", "became": ["GM1930", "GM0599"]},
            {**ended, "code": "GM0002", "name": "Rotterdam", "became": ["GM1930"]},
        ]
        return read(written(tmp_path, value))

    @pytest.mark.parametrize("given", ["Bernisse", " bernisse ", "GM0568", "gm0568", "0568"])
    def test_name_or_code_of_the_past_leads_to_today(self, given: str, records: Records) -> None:
        """Whatever a former gemeente is called by, its territory is found."""
        former = records.former_municipality(given)

        assert former is records.former_municipalities["GM0568"]
        assert records.municipality(given) is records.municipalities["GM1930"]

    def test_gemeente_of_today_comes_first(self, records: Records) -> None:
        """A name that a gemeente of today bears means that one, but the old code still leads where it led."""
        assert records.municipality("Rotterdam").code == "GM0599"
        assert records.former_municipality("Rotterdam") is None
        assert records.municipality("GM0002").code == "GM1930"

    @pytest.mark.parametrize("given", ["Gesplitst", "GM0001"])
    def test_gemeente_that_was_split_is_asked_back(self, given: str, records: Records) -> None:
        """Where its territory lies in several of today, they are listed by name, in order."""
        with pytest.raises(AmbiguousNameError) as caught:
            records.municipality(given)

        assert caught.value.candidates == ("Nissewaard", "Rotterdam")
        assert caught.value.line("en") == (
            f"'{given}' was split up; it now lies in 'Nissewaard' and 'Rotterdam'. Give the one you mean."
        )
        assert caught.value.line("nl") == (
            f"'{given}' is opgesplitst; het ligt nu in 'Nissewaard' en 'Rotterdam'. Geef welke je bedoelt."
        )

    @pytest.mark.parametrize("given", ["Nergens", "", "!!!", None, 568])
    def test_what_never_was_is_no_former_gemeente(self, given: Any, records: Records) -> None:
        """A name that no gemeente ever had, or that is no name, leads nowhere."""
        assert records.former_municipality(given) is None
        with pytest.raises(UnknownMunicipalityError):
            records.municipality(given)
