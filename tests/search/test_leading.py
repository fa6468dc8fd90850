"""To whom the words of a question lead."""

from __future__ import annotations

import math

import pytest

from inburgering_cop.search._leading import OUTSIDE, STEP, Leading

_NUMBERS = {"brug": 0, "molen": 1, "sloot": 2, "weg": 3}
_TERMS = {"molen": {"molenaar": 50, "schipper": -20}, "sloot": {OUTSIDE: 30}, "nergens": {"molenaar": 9}}
_PAIRS = {"wie maalt": {"molenaar": 25}, "^ wie": {"schipper": 10}}


@pytest.fixture
def leading() -> Leading:
    """What four words and two pairs speak for."""
    return Leading.of(("molenaar", "schipper", OUTSIDE), _NUMBERS, _TERMS, _PAIRS)


class TestSpeaks:
    """`speaks`."""

    def test_words_speak_for_and_against(self, leading: Leading) -> None:
        """Each as much as it weighs; what is not known says nothing."""
        spoken = leading.speaks({"molen": 0.5, "sloot": 1.0, "weg": 1.0, "nergens": 1.0}, ())

        assert spoken == pytest.approx([STEP * 25, STEP * -10, STEP * 30], abs=0.01)

    def test_pairs_weigh_as_one_view(self, leading: Leading) -> None:
        """Two of them weigh as much together as one alone, one that comes twice counts once."""
        alone = leading.speaks({}, ["wie maalt", "wie maalt", "maalt koren"])
        both = leading.speaks({}, ["^ wie", "wie maalt"])

        assert alone == pytest.approx([STEP * 25, 0, 0], abs=0.01)
        assert both == pytest.approx([STEP * 25 / math.sqrt(2), STEP * 10 / math.sqrt(2), 0], abs=0.01)

    def test_nothing_said_speaks_for_nobody(self, leading: Leading) -> None:
        """Without words there is nothing to go by."""
        assert leading.speaks({}, ()) == [0, 0, 0]


class TestOf:
    """`of`."""

    def test_what_was_learnt_can_be_read_back(self, leading: Leading) -> None:
        """Terms that are no longer there are left out."""
        terms, pairs = leading.rows()

        assert terms == {term: row for term, row in _TERMS.items() if term in _NUMBERS}
        assert pairs == _PAIRS

    def test_what_is_too_strong_is_cut_to_fit(self) -> None:
        """Either way."""
        terms, _ = Leading.of(("een", "ander"), {"molen": 0}, {"molen": {"een": 999, "ander": -999}}, {}).rows()

        assert terms == {"molen": {"een": 127, "ander": -127}}
