"""What a table fills in before it sorts its themes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from inburgering_cop.practice import Ease, Speed, TriageItem, TriageSheet, read_triage_sheet

_BSN = "111222333"


class TestTriageItem:
    """One item."""

    @pytest.mark.parametrize("field", ["name", "theme", "group"])
    @pytest.mark.parametrize("given", ["  ", "nummer 111222333", "bel\x07"])
    def test_free_text_is_screened(self, field: str, given: str) -> None:
        """A blank text, a control character and a number that can be a BSN are refused without repeating it."""
        facts: dict[str, Any] = {"name": "iets", field: given}

        with pytest.raises(icop.InvalidValueError) as caught:
            TriageItem(**facts)

        assert caught.value.field == field
        assert _BSN not in str(caught.value) + repr(vars(caught.value))

    @pytest.mark.parametrize(
        ("field", "given", "said"),
        [
            ("ease", "eazy", "ease cannot be 'eazy'. Did you mean 'easy'? It must be one of: easy, hard."),
            ("speed", "soon", "speed cannot be 'soon'. It must be one of: quick, slow."),
            ("can_do", "yes", "can_do cannot be 'yes'. It must be true or false."),
        ],
    )
    def test_stated_words_are_those_there_are(self, field: str, given: str, said: str) -> None:
        """What is stated is one of the words, and the error says which."""
        facts: dict[str, Any] = {"name": "iets", field: given}

        with pytest.raises(icop.InvalidValueError) as caught:
            TriageItem(**facts)

        assert str(caught.value) == said

    def test_aspect_needs_its_theme(self) -> None:
        """A side without a theme is a side of nothing."""
        with pytest.raises(icop.InvalidValueError, match=r"aspect cannot be 'boete'\. It must be left out where there"):
            TriageItem(name="iets", aspect="boete")

    def test_repr_names_it(self) -> None:
        """An item shows its name."""
        assert repr(TriageItem(name="de opvang")) == "<TriageItem 'de opvang'>"


class TestTriageSheet:
    """The items and their table."""

    @pytest.mark.parametrize("facts", [{}, {"community": "noord", "table": ("duo",)}])
    def test_one_table(self, facts: dict[str, Any]) -> None:
        """Neither a community nor partners, or both, is no table."""
        with pytest.raises(icop.InvalidValueError, match=r"a community, or in table the partners .* \(not both\)"):
            TriageSheet(items=(TriageItem(name="iets"),), **facts)

    def test_something_to_sort(self) -> None:
        """A sheet without items is refused."""
        with pytest.raises(icop.InvalidValueError, match="items cannot be"):
            TriageSheet(community="noord", items=())

    def test_each_item_has_a_name_of_its_own(self) -> None:
        """Two items with one name cannot be told apart; the error says what to do."""
        items = (TriageItem(name="a"), TriageItem(name="b"), TriageItem(name="b", ease=Ease.EASY))

        with pytest.raises(
            icop.InvalidValueError, match=r"items cannot be 'b'\. It must be one item per name; give the"
        ):
            TriageSheet(community="noord", items=items)

    def test_repr_counts(self) -> None:
        """A sheet shows how many items it has."""
        assert repr(TriageSheet(community="noord", items=(TriageItem(name="a"),))) == "<TriageSheet: 1 items>"


class TestReadTriageSheet:
    """`read_triage_sheet`."""

    def test_sheet_with_everything(self, tmp_path: Path) -> None:
        """Every field of a sheet can be written."""
        item = {"name": "a", "theme": "map", "aspect": "eindgesprek", "group": "MAP", "can_do": True}
        path = tmp_path / "s.json"
        path.write_text(json.dumps({"table": ["duo"], "items": [item | {"ease": "easy", "speed": "slow"}]}))

        sheet = read_triage_sheet(path)

        assert sheet.table == ("duo",)
        assert sheet.items == (
            TriageItem(
                name="a",
                theme="map",
                aspect="eindgesprek",
                group="MAP",
                ease=Ease.EASY,
                speed=Speed.SLOW,
                can_do=True,
            ),
        )

    def test_every_fault_is_named(self, tmp_path: Path) -> None:
        """A word that is none, an unknown key and a BSN are three faults; the number is not repeated."""
        path = tmp_path / "s.toml"
        path.write_text(
            f'community = "x"\n[[items]]\nname = "{_BSN}"\nease = "snel"\n[[items]]\nname = "b"\ntema = "c"'
        )

        with pytest.raises(icop.DataError) as caught:
            read_triage_sheet(path)

        assert [fault.field for fault in caught.value.faults] == ["items[0].name", "items[0].ease", "items[1].tema"]
        assert _BSN not in str(caught.value)

    def test_rules_of_the_sheet_are_faults_too(self, tmp_path: Path) -> None:
        """A sheet without a table is a fault of the file."""
        path = tmp_path / "s.toml"
        path.write_text('[[items]]\nname = "a"')

        with pytest.raises(icop.DataError, match="community: is None, must be a community, or in table"):
            read_triage_sheet(path)
