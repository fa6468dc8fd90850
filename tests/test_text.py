"""Words in, words out."""

from __future__ import annotations

import html
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inburgering_cop import text
from inburgering_cop.model import Scope

_LATIN = st.text(st.characters(max_codepoint=0x17F, categories=["Ll", "Lu", "Nd", "Pd", "Zs"]))
_CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r\x85"]


def _bsn(first_eight: int) -> str | None:
    """The BSN that begins with these eight digits, by the definition of the eleven-test; None where there is none."""
    digits = f"{first_eight:08d}"
    total = sum((9 - place) * int(digit) for place, digit in enumerate(digits))
    last = total % 11
    return f"{digits}{last}" if last < 10 and (first_eight or last) else None


class TestShown:
    """Marks that turn the direction of a text."""

    @pytest.mark.parametrize("mark", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
    def test_such_a_mark_is_shown_as_its_number(self, mark: str) -> None:
        """Whether it opens or closes, its number stands in its place."""
        assert text.shown(f"een{mark}twee") == f"een[U+{ord(mark):04X}]twee"

    def test_marks_that_end_by_themselves_stay(self) -> None:
        """What only tells the direction of the letters beside it is left as it is."""
        assert text.shown("een\u200e \u200ftwee") == "een\u200e \u200ftwee"


class TestInMarkdown:
    """Text for where Markdown is read."""

    def test_html_code_tables_and_formulas_become_text(self) -> None:
        """Each sign that starts one becomes its number; headings, lists and emphasis stay."""
        found = text.in_markdown("# <b>&amp;</b>\n- **`x`** | ~~y~~ $z$ \\n")

        assert not set(found) & set("<`|~$\\")
        assert html.unescape(found) == "# <b>&amp;</b>\n- **`x`** | ~~y~~ $z$ \\n"
        assert found.startswith("# &#60;b>&#38;amp;")


class TestPlain:
    """A text as one line."""

    @pytest.mark.parametrize("space", ["\t", "\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "   ", " \n\t "])
    def test_line_breaks_and_tabs_are_one_space(self, space: str) -> None:
        """Whatever white space stands between two words, one space does."""
        assert text.plain(f"{space}een{space}twee{space}") == "een twee"

    def test_soft_hyphens_are_nothing(self) -> None:
        """A soft hyphen inside a word disappears."""
        assert text.plain("inburgerings\u00adtraject") == "inburgeringstraject"

    def test_case_accents_and_marks_stay(self) -> None:
        """Only space changes."""
        assert text.plain("Eén PIP! 's-Hertogenbosch") == "Eén PIP! 's-Hertogenbosch"

    @pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00ad", " \u00ad\r\n"])
    def test_blank_is_empty(self, blank: str) -> None:
        """A text of nothing but space and soft hyphens is empty."""
        assert text.plain(blank) == ""

    @given(st.text())
    def test_plain_text_stays_as_it_is(self, value: str) -> None:
        """What has been made plain has no more to lose: a second time changes nothing."""
        once = text.plain(value)

        assert text.plain(once) == once


class TestNormalise:
    """Two spellings of one name compare equal."""

    @pytest.mark.parametrize(
        ("written", "compared"),
        [
            ("Súdwest-Fryslân", "sudwest fryslan"),
            ("  CoP   Inburgering - Rijnmond ", "cop inburgering rijnmond"),
            ("'s-Hertogenbosch", "s hertogenbosch"),
            ("Wi2021", "wi2021"),
            ("MAP/PIP", "map pip"),
            ("inburgerings\u00adtraject", "inburgeringstraject"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("!?", ""),
            ("", ""),
        ],
    )
    def test_case_accents_and_marks_make_no_difference(self, written: str, compared: str) -> None:
        """A name is its words in lower case, without accents."""
        assert text.normalise(written) == compared

    @pytest.mark.parametrize("written", ["Súdwest-Fryslân", "geïnteresseerde", "Eén", "Čapek"])
    def test_accents_written_apart_make_no_difference(self, written: str) -> None:
        """A letter and its accent as two characters, as some systems write them, is the same letter."""
        apart = unicodedata.normalize("NFD", written)

        assert apart != written
        assert text.normalise(apart) == text.normalise(written)

    @given(_LATIN)
    def test_normalised_text_stays_as_it_is(self, value: str) -> None:
        """A compared name compares equal to itself, so normalising twice is normalising once."""
        once = text.normalise(value)

        assert text.normalise(once) == once

    @given(_LATIN)
    def test_case_makes_no_difference(self, value: str) -> None:
        """Lower case is all that is compared, so case folded beforehand changes nothing."""
        assert text.normalise(value.casefold()) == text.normalise(value)


class TestWords:
    """The words of a text, as typed and as compared."""

    def test_each_word_keeps_how_it_was_typed(self) -> None:
        """A word comes in order, with its lower-case form without accents."""
        assert text.words("Eén PIP, 'nogmaals'!") == (("Eén", "een"), ("PIP", "pip"), ("nogmaals", "nogmaals"))

    def test_text_without_words_has_none(self) -> None:
        """Marks alone are no words."""
        assert text.words(" -- ?! ") == ()

    def test_soft_hyphen_does_not_split_a_word(self) -> None:
        """A word broken with a soft hyphen is one word."""
        assert text.words("tra\u00adject\nplan") == (("traject", "traject"), ("plan", "plan"))


class TestControlCharacter:
    """The first character no text may hold."""

    @pytest.mark.parametrize("character", _CONTROLS, ids=lambda character: f"U+{ord(character):04X}")
    def test_control_character_is_named(self, character: str) -> None:
        """Every control character but a line break or tab is named by its code point."""
        assert text.control_character(f"een{character}twee") == f"U+{ord(character):04X}"

    @pytest.mark.parametrize("character", [chr(0xD800), chr(0xDFFF)], ids=["first", "last"])
    def test_lone_surrogate_is_named(self, character: str) -> None:
        """Half a character cannot be written to a file, so no text may hold it."""
        assert text.control_character(f"een{character}") == f"U+{ord(character):04X}"

    @pytest.mark.parametrize(
        "value", ["", "een\ttwee\r\ndrie\x85vier\u2028vijf\u2029zes", "tra\u00adject", "€ 😀 é", "a\u00a0b"]
    )
    def test_other_texts_pass(self, value: str) -> None:
        """Line breaks, tabs, soft hyphens and every visible character may stand in a text."""
        assert text.control_character(value) is None

    def test_first_of_two_is_named(self) -> None:
        """The one that comes first is the one to look for."""
        assert text.control_character("a\x1bb\x07") == "U+001B"

    @given(st.text(st.characters()))
    def test_exactly_controls_and_surrogates_are_refused(self, value: str) -> None:
        """Unicode itself says what is a control character or a surrogate; only the breaks and tabs are let through."""
        expected = [
            f"U+{ord(each):04X}"
            for each in value
            if unicodedata.category(each) in ("Cc", "Cs") and each not in "\t\n\r\x85"
        ]

        assert text.control_character(value) == (expected[0] if expected else None)


class TestHoldsBsn:
    """Nine digits that pass the eleven-test are found in any text."""

    @pytest.mark.parametrize(
        "value",
        [
            "111222333",
            "mijn bsn is 111222333, kunt u helpen",
            "111.222.333",
            "111-222-333",
            "111 222 333",
            "111\u00a0222\u00a0333",
            "111\u2013222\u2010333",
            "1112.22.333",
            "1 1 1 2 2 2 3 3 3",
            "111\u00ad222333",
            "bsn111222333x",
            "12 111222333",
            "111222333 12",
            "06-111222333",
            "١١١٢٢٢٣٣٣",
            "010464554",
        ],
    )
    def test_bsn_is_found(self, value: str) -> None:
        """However it is spaced, dotted or hyphenated, and whatever stands around it."""
        assert text.holds_bsn(value)

    @pytest.mark.parametrize(
        "value",
        [
            "",
            "geen nummer",
            "111222334",
            "000000000",
            "000.000.000",
            "11122233",
            "1112223330",
            "0111222333",
            "111  222  333",
            "111.-222.-333",
            "111/222/333",
            "111, 222, 333",
            "2026-11-21",
        ],
    )
    def test_other_numbers_pass(self, value: str) -> None:
        """A number that fails the test, is longer or shorter, or is broken in another way is no BSN."""
        assert not text.holds_bsn(value)

    @given(st.integers(0, 99_999_999), st.sampled_from(["", " ", ".", "-"]))
    def test_every_bsn_is_found(self, first_eight: int, mark: str) -> None:
        """The ninth digit of a BSN follows from the other eight, so every such number must be found."""
        number = _bsn(first_eight)
        assume(number is not None)

        assert text.holds_bsn(mark.join(number or ""))

    @given(st.integers(0, 99_999_999), st.integers(1, 9))
    def test_no_other_ninth_digit_passes(self, first_eight: int, off: int) -> None:
        """Only one ninth digit passes the test, so any other must not be taken for a BSN."""
        number = _bsn(first_eight)
        assume(number is not None)
        wrong = f"{(number or '')[:8]}{(int((number or '')[8]) + off) % 10}"

        assert not text.holds_bsn(wrong)


class TestNearest:
    """The names that look most like what was given."""

    def test_best_comes_first(self) -> None:
        """The name with most in common comes before the others."""
        assert text.nearest("argonout", ("argonauten", "duo", "argonaut")) == ("argonaut", "argonauten")

    def test_name_that_holds_what_was_given_is_near(self) -> None:
        """A part of a long name finds it, the shortest of such names first."""
        names = ("gemeente Midden-Limburg Noord en Zuid samen", "CoP Inburgering in Midden-Limburg", "duo")

        found = text.nearest("limburg", names)

        assert found == ("CoP Inburgering in Midden-Limburg", "gemeente Midden-Limburg Noord en Zuid samen")

    def test_two_letters_find_no_longer_names(self) -> None:
        """What is shorter than three letters stands in too many names to mean one."""
        assert text.nearest("in", ("inburgering in Midden-Limburg",)) == ()

    def test_name_stands_once(self) -> None:
        """Two spellings that compare equal are one name, as first written."""
        assert text.nearest("duoo", ("DUO", "duo", "Duo")) == ("DUO",)

    @pytest.mark.parametrize(("most", "number"), [(1, 1), (2, 2), (5, 4)])
    def test_no_more_than_asked_for(self, most: int, number: int) -> None:
        """At most `most` names come, from both kinds of nearness together."""
        names = (
            "werkgever",
            "werkgevers",
            "het werkgeversservicepunt van de regio",
            "alle werkgevers in de hele regio",
        )

        assert len(text.nearest("werkgever", names, most=most)) == number

    def test_three_unless_told(self) -> None:
        """Three names are enough to choose from."""
        names = ("tip-a", "tip-b", "tip-c", "tip-d")

        assert len(text.nearest("tip", names)) == 3

    @pytest.mark.parametrize("given_name", ["", "!!", "zzz", "x" * 201])
    def test_nothing_near_is_empty(self, given_name: str) -> None:
        """What looks like no name, or is far longer than one, gets none."""
        assert text.nearest(given_name, ("duo", "coa", "x" * 202)) == ()

    def test_no_names_no_nearest(self) -> None:
        """Where there are no names, none is near."""
        assert text.nearest("duo", ()) == ()

    def test_two_hundred_letters_are_still_compared(self) -> None:
        """The limit stands above two hundred."""
        assert text.nearest("x" * 200, ("x" * 201,)) == ("x" * 201,)


class TestShort:
    """A value as an error shows it."""

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("duo", "'duo'"),
            (5, "5"),
            (True, "True"),
            (None, "None"),
            ("a\nb", r"'a\nb'"),
            ("\x1b[0m", r"'\x1b[0m'"),
            (["a"], "['a']"),
            (Scope.CASE, "'case'"),
            (10**60 - 1, "9" * 60),
            (10**60, "(a number of very many digits)"),
            ("x" * 58, f"'{'x' * 58}'"),
            ("x" * 59, f"'{'x' * 58}…"),
        ],
    )
    def test_value_is_shown_on_one_line(self, value: object, shown: str) -> None:
        """A value is its repr, cut at sixty characters."""
        assert text.short(value) == shown

    def test_number_python_does_not_write_is_described(self) -> None:
        """A number of thousands of digits, which Python refuses to write out, is named for what it is."""
        assert text.short(-(10**5000)) == "(a number of very many digits)"

    def test_length_can_be_told(self) -> None:
        """`most` counts the mark of the cut too."""
        assert text.short("abcdef", most=5) == "'abc…"

    @pytest.mark.parametrize(
        "value",
        [
            "111222333",
            "bsn 111.222.333",
            111222333,
            ["111222333"],
            {"bsn": 111222333},
            ["111\u00ad222333"],
            ["111\u00a0222\u00a0333"],
            ("a", [{"b": ["111.222.333"]}]),
            {"111222333": 1},
        ],
    )
    def test_bsn_is_not_shown(self, value: object) -> None:
        """A number that can be a BSN is not repeated, wherever it stands."""
        assert text.short(value) == "(BSN)"

    @given(st.text() | st.integers() | st.lists(st.text()))
    def test_shown_value_is_one_short_line(self, value: object) -> None:
        """Errors are one line, so no value may be longer than allowed or hold a line break."""
        shown = text.short(value)

        assert 0 < len(shown) <= 60
        assert len(shown.splitlines()) == 1


class TestPath:
    """Where something stands in nested data."""

    @pytest.mark.parametrize(
        ("parts", "shown"),
        [
            ((), ""),
            (("title",), "title"),
            (("citations", 0, "place"), "citations[0].place"),
            (("tips", 12), "tips[12]"),
            ((0, 1, "a"), "[0][1].a"),
            (("zie-ook", "één"), "zie-ook.één"),
            (("a b",), "'a b'"),
            (("a", "b\n\x1bc"), r"a.'b\n\x1bc'"),
            (("a", chr(0xD800)), r"a.'\ud800'"),
            (("",), "''"),
            (("x" * 60,), "x" * 60),
            (("x" * 61,), f"'{'x' * 58}…"),
            (("bsn", "111222333"), "bsn.(BSN)"),
            (("bsn-111222333", 0), "(BSN)[0]"),
        ],
    )
    def test_path_is_one_line_of_plain_words(self, parts: tuple[str | int, ...], shown: str) -> None:
        """Names are joined by dots, numbers stand in brackets; what is no plain word is shown as a value is."""
        assert text.path(parts) == shown


class TestListed:
    """Names in a sentence."""

    @pytest.mark.parametrize(
        ("names", "sentence"),
        [
            (("duo",), "'duo'"),
            (("duo", "coa"), "'duo' of 'coa'"),
            (("duo", "coa", "ind"), "'duo', 'coa' of 'ind'"),
        ],
    )
    def test_names_are_quoted_and_joined(self, names: tuple[str, ...], sentence: str) -> None:
        """Commas between the first names, the joiner before the last."""
        assert text.listed(names, joiner="of") == sentence
