"""Matching a question as typed with the names of themes."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop import text
from inburgering_cop.search import ThemeIndex, WordMatch, screened
from tests._made import RECORDS, made


class TestMatch:
    """`ThemeIndex.match`."""

    def test_label_in_a_question_leads_to_its_theme(self, tmp_path: Path) -> None:
        """A question that holds a whole label is about that theme, and the match says which word did it."""
        index = ThemeIndex.of(made(tmp_path).records)

        (match,) = index.match("Wie beslist over de BOETE?")

        assert match.theme.id == "boete"
        assert match.aspect is None
        assert match.score == 1.0
        assert match.words == (WordMatch(typed="BOETE", matched="Boete", field="label.nl"),)

    def test_other_name_matches_whatever_the_order_of_its_words(self, tmp_path: Path) -> None:
        """All telling words of an other name must stand in the question; small words and order do not count."""
        index = ThemeIndex.of(made(tmp_path).records)

        (match,) = index.match("bij verzuim volgt straf")

        assert match.theme.id == "boete"
        assert [word.typed for word in match.words] == ["verzuim", "straf"]
        assert {word.field for word in match.words} == {"other_names"}

    def test_half_an_other_name_is_no_match(self, tmp_path: Path) -> None:
        """One word out of a name of two leads nowhere, and the theme it belongs to is named as nearest."""
        index = ThemeIndex.of(made(tmp_path).records)

        with pytest.raises(icop.NoMatchError) as caught:
            index.match("wat te doen bij verzuim")

        assert caught.value.nearest == ("boete",)
        assert "Nearest: 'Boete (en)'." in str(caught.value)
        assert "Het dichtst in de buurt: 'Boete'." in caught.value.line("nl")

    def test_question_about_nothing_known_has_no_nearest(self, tmp_path: Path) -> None:
        """A question that shares no word with any theme is refused without suggestions."""
        index = ThemeIndex.of(made(tmp_path).records)

        with pytest.raises(icop.NoMatchError) as caught:
            index.match("paspoort verlengen")

        assert caught.value.nearest == ()

    def test_scores_share_out_the_known_words(self, tmp_path: Path) -> None:
        """A theme's score is the weight of its words over the weight of all words any theme knows, best first."""
        index = ThemeIndex.of(made(tmp_path).records)

        matches = index.match("taalles rooster en boete")

        assert [match.theme.id for match in matches] == ["les", "boete"]
        assert [match.score for match in matches] == [0.6667, 0.3333]

    def test_equal_scores_stand_by_id(self, tmp_path: Path) -> None:
        """Themes that account for equally much stand in the order of their ids."""
        index = ThemeIndex.of(made(tmp_path).records)

        matches = index.match("taalles of boete")

        assert [match.theme.id for match in matches] == ["boete", "les"]

    def test_rare_words_weigh_more(self, tmp_path: Path) -> None:
        """A word of one theme out of three weighs 1 + ln 3; the fewer themes have it, the more it tells."""
        index = ThemeIndex.of(made(tmp_path).records)

        assert index.weights["boete"] == pytest.approx(1 + math.log(3))

    def test_repr_is_short(self, tmp_path: Path) -> None:
        """A match shows its theme and score."""
        index = ThemeIndex.of(made(tmp_path).records)

        assert repr(index.match("boete")[0]) == "<ThemeMatch 'boete' 1.00>"

    def test_label_without_english_still_matches(self, tmp_path: Path) -> None:
        """A theme whose label is Dutch only is found by it."""
        themes = [theme | {"label": {"nl": theme["id"]}} for theme in RECORDS["themes"]]

        index = ThemeIndex.of(made(tmp_path, themes=themes).records)

        assert index.match("leeg")[0].theme.id == "leeg"

    @given(st.sampled_from(sorted(icop.load().themes)))
    def test_every_bundled_label_finds_its_theme(self, theme: str) -> None:
        """A question that is exactly a label, nl or en, has that theme among its matches: its words all occur."""
        kb = icop.load()
        index = ThemeIndex.of(kb.records)

        for lang in ("nl", "en"):
            found = [match.theme.id for match in index.match(kb.themes[theme].label.get(lang))]
            assert theme in found

    @given(st.text(max_size=60).filter(lambda typed: typed.strip()))
    def test_words_of_a_match_really_stand_in_the_question(self, typed: str) -> None:
        """Each word of a match is a word of the question and of the name it matched: the explanation is true."""
        kb = icop.load()
        question = f"ontheffing {typed} kinderopvang"

        for match in ThemeIndex.of(kb.records).match(question):
            for word in match.words:
                assert word.typed in question
                assert text.normalise(word.typed) in text.normalise(word.matched).split()


class TestScreened:
    """`screened`: what is refused before anything is looked up."""

    def test_line_breaks_tabs_and_soft_hyphens_pass(self) -> None:
        """Line breaks and tabs count as spaces, soft hyphens as nothing."""
        assert screened("medische\u00ad\tontheffing\r\naanvragen\n") == "medische ontheffing aanvragen"

    @pytest.mark.parametrize("question", ["", "   ", "\n\t", "\u00ad"])
    def test_blank_is_refused(self, question: str) -> None:
        """A question without a single word is refused with advice."""
        with pytest.raises(icop.TextRefusedError, match=r"^The question is blank\. Type a question or a theme id\.$"):
            screened(question)

    def test_something_else_than_text_is_refused_as_blank(self) -> None:
        """A value that is no text at all is refused like a blank one."""
        with pytest.raises(icop.TextRefusedError) as caught:
            screened(None)  # type: ignore[arg-type]

        assert caught.value.reason == "blank"

    def test_two_thousand_characters_pass_and_one_more_does_not(self) -> None:
        """The longest question is 2,000 characters."""
        assert screened("a" * 2000) == "a" * 2000
        with pytest.raises(icop.TextRefusedError, match=r"longer than 2,000 characters"):
            screened("a" * 2001)

    @pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\ud800"])
    def test_control_character_is_refused(self, character: str) -> None:
        """A control character or half a surrogate pair is refused."""
        with pytest.raises(icop.TextRefusedError) as caught:
            screened(f"boete{character}")

        assert caught.value.reason == "control-character"

    @pytest.mark.parametrize("number", ["111222333", "111 222 333", "111.222.333", "1112-22333", "111\u00ad222333"])
    def test_bsn_is_refused_and_not_repeated(self, number: str) -> None:
        """A number that passes the eleven-test is refused, and no digit of it stands in the error."""
        with pytest.raises(icop.TextRefusedError) as caught:
            screened(f"klant {number} is ziek")

        assert caught.value.reason == "bsn"
        assert not any(digit in caught.value.line(lang) for digit in "123" for lang in ("nl", "en"))

    @pytest.mark.parametrize("number", ["111222334", "000000000", "1112223330", "11122233"])
    def test_other_numbers_pass(self, number: str) -> None:
        """Nine digits that fail the test, only zeros, and longer or shorter numbers pass."""
        assert number in screened(f"zaak {number}")
