"""Searching themes, tips, partners and communities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from tests._made import made


def _found(hits: tuple[icop.Hit, ...]) -> list[tuple[str, str]]:
    return [(hit.kind, hit.record.id) for hit in hits]


class TestSearch:
    """`kb.search`."""

    def test_every_kind_is_found(self, tmp_path: Path) -> None:
        """A word leads to the themes, tips, partners and communities that have it, each with its catalogue."""
        kb = made(tmp_path)

        assert ("themes", "les") in _found(kb.search("taalles"))
        assert ("tips", "noord-bel-coa") in _found(kb.search("bel het coa"))
        assert ("partners", "coa") in _found(kb.search("opvang"))
        assert ("communities", "noord") in _found(kb.search("CoP Noord"))

    def test_hit_says_what_met_what(self, tmp_path: Path) -> None:
        """Its words are those typed, with the word and the field of the record."""
        (hit, *_) = made(tmp_path).search("ALFA", kinds=["partners"])

        assert hit.record.id == "alfa"
        assert [(word.typed, word.matched, word.field) for word in hit.words] == [("ALFA", "Alfa", "name.nl")]
        assert 0 < hit.score <= 1
        assert repr(hit) == f"<Hit partners 'alfa' {hit.score:.2f}>"

    def test_best_stand_first(self, kb: icop.KnowledgeBase) -> None:
        """Hits come in order of their score."""
        scores = [hit.score for hit in kb.search("rooster werkgever")]

        assert scores == sorted(scores, reverse=True)

    def test_most_limits_them(self, kb: icop.KnowledgeBase) -> None:
        """No more than asked for, and the best of them."""
        every = kb.search("rooster werkgever")

        assert kb.search("rooster werkgever", most=3) == every[:3]
        assert len(every) == 20

    @pytest.mark.parametrize("most", [0, -1, "3", None])
    def test_most_is_a_number_from_one(self, kb: icop.KnowledgeBase, most: Any) -> None:
        """Anything else is refused with what it may be."""
        with pytest.raises(icop.InvalidValueError, match=r"^most cannot be .*\. It must be a number from 1\."):
            kb.search("rooster", most=most)

    def test_nothing_found_is_nothing(self, tmp_path: Path) -> None:
        """Words nobody has give an empty answer, no error."""
        assert made(tmp_path).search("xqzvwk pfghjl") == ()

    def test_filters_combine(self, kb: icop.KnowledgeBase) -> None:
        """Kinds, theme and community each keep what is theirs."""
        tips = kb.search("rooster werkgever", kinds=["tips"], community="midden-limburg")
        on_theme = kb.search("rooster werkgever", theme="lesrooster")

        assert tips
        assert {hit.record.community for hit in tips if isinstance(hit.record, icop.Tip)} == {"midden-limburg"}
        assert {hit.kind for hit in on_theme} <= {"themes", "tips", "communities"}
        assert [hit.record.id for hit in on_theme if hit.kind == "themes"] == ["lesrooster"]
        assert _found(kb.search("rooster werkgever", community="midden-limburg", kinds=["communities"])) in (
            [],
            [("communities", "midden-limburg")],
        )

    def test_most_limits_the_hits(self, kb: icop.KnowledgeBase) -> None:
        """No more hits than asked for."""
        assert len(kb.search("inburgering", most=3)) == 3

    def test_unknown_kind_is_refused(self, tmp_path: Path) -> None:
        """A kind that is not searched is named, with those that are."""
        with pytest.raises(icop.InvalidValueError, match=r"^kinds cannot be 'tip'. Did you mean 'tips'\?"):
            made(tmp_path).search("les", kinds=["tip"])
        with pytest.raises(icop.InvalidValueError, match="kinds cannot be 'tip'"):
            made(tmp_path).search("les", kinds="tip")

    def test_unknown_filter_raises(self, tmp_path: Path) -> None:
        """A theme or community that does not exist raises, as everywhere."""
        with pytest.raises(icop.UnknownThemeError):
            made(tmp_path).search("les", theme="nergens")
        with pytest.raises(icop.UnknownCommunityError):
            made(tmp_path).search("les", community="nergens")

    def test_blank_is_refused(self, tmp_path: Path) -> None:
        """A blank question is an error with advice, never everything."""
        with pytest.raises(icop.TextRefusedError):
            made(tmp_path).search("  ")
