"""Measuring: text is as wide as the bundled font makes it, and lines break where they must."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.diagrams._measuring import Ruler

_FONT = json.loads((files("inburgering_cop") / "diagrams" / "liberation_sans.json").read_text(encoding="utf-8"))
_WIDE = st.floats(20, 400)


class TestWidth:
    """How wide a text is."""

    def test_it_is_the_sum_of_the_widths_at_that_size(self) -> None:
        """A text is as wide as its letters together, in thousandths of the size: A is 667, v 500, A 667."""
        assert Ruler(size=18).width("AvA") == pytest.approx((667 + 500 + 667) * 18 / 1000)

    def test_bold_is_measured_as_bold(self) -> None:
        """Bold text has the widths of the bold font: A is 722 and v 556."""
        assert Ruler(size=10, bold=True).width("Av") == pytest.approx(12.78)

    def test_an_unknown_letter_counts_as_a_full_em(self) -> None:
        """A letter the font lacks is taken to be as wide as the size."""
        assert "漢" not in _FONT["regular"]
        assert Ruler(size=18).width("漢") == 18

    def test_nothing_is_zero_wide(self) -> None:
        """An empty text has no width."""
        assert Ruler(size=18).width("") == 0


class TestFont:
    """The bundled widths."""

    @pytest.mark.parametrize("weight", ["regular", "bold"])
    def test_every_letter_has_one_width(self, weight: str) -> None:
        """Each key is one character and each width lies between nothing and two ems."""
        wrong = [letter for letter, width in _FONT[weight].items() if len(letter) != 1 or not 0 <= width <= 2000]

        assert wrong == []

    @pytest.mark.parametrize("weight", ["regular", "bold"])
    def test_the_letters_of_the_pictures_are_there(self, weight: str) -> None:
        """The letters of Dutch and English, digits and the marks the pictures use have widths."""
        needed = set(map(chr, range(0x20, 0x7F))) | set("áàäâçéèëêíìïîñóòöôúùüûý·→–—‘’“”…€")

        assert needed - _FONT[weight].keys() == set()


class TestLines:
    """Where lines break."""

    def test_a_line_is_filled_up_to_its_width(self) -> None:
        """Words stay on a line as long as they fit, the exact width included, and no longer."""
        ruler = Ruler(size=10)
        exact = ruler.width("aa bb")

        assert ruler.lines("aa bb cc", within=exact) == ("aa bb", "cc")
        assert ruler.lines("aa bb cc", within=exact - 0.01) == ("aa", "bb cc")

    def test_a_word_too_wide_is_cut(self) -> None:
        """A word wider than a line is cut where the line is full; what follows joins its last piece."""
        ruler = Ruler(size=10)

        lines = ruler.lines("mmmmm i", within=ruler.width("mmm"))

        assert lines == ("mmm", "mm i")

    def test_a_word_is_broken_after_a_hyphen_only_where_no_line_holds_it(self) -> None:
        """A word with hyphens goes to the next line whole; where no line holds it, it breaks after a hyphen."""
        ruler = Ruler(size=10)

        assert ruler.lines("aa Top-Taal", within=ruler.width("Top-Taal")) == ("aa", "Top-Taal")
        assert ruler.lines("aa Top-Taal", within=ruler.width("Top-Taa")) == ("aa", "Top-", "Taal")

    @pytest.mark.parametrize("mark", ["-", "–", "/", "…"])
    def test_no_line_starts_with_a_dash_or_dots(self, mark: str) -> None:
        """A dash or dots that stand alone go with the word before them, unless no line holds both."""
        ruler = Ruler(size=10)

        assert ruler.lines(f"aa bb {mark} cc", within=ruler.width(f"aa bb{mark}")) == ("aa", f"bb {mark}", "cc")
        assert ruler.lines(f"aaaa {mark}", within=ruler.width("aaaa")) == ("aaaa", mark)

    def test_a_letter_wider_than_the_line_still_stands(self) -> None:
        """Where not even one letter fits, each stands on a line of its own."""
        assert Ruler(size=10).lines("mm", within=1) == ("m", "m")

    def test_blank_text_has_no_lines(self) -> None:
        """A text of spaces gives no line."""
        assert Ruler(size=10).lines(" \n ", within=100) == ()

    @given(st.text(), _WIDE)
    def test_no_letter_is_lost(self, text: str, within: float) -> None:
        """The lines joined hold every letter in order, since breaking only adds breaks and drops spaces."""
        lines = Ruler(size=18).lines(text, within=within)

        assert "".join("".join(lines).split()) == "".join(text.split())

    @given(st.text(), _WIDE)
    def test_every_line_fits(self, text: str, within: float) -> None:
        """No line is wider than asked, since every letter (18 at most an em wide) fits on a line of 20 or more."""
        ruler = Ruler(size=18)

        widest = max((ruler.width(line) for line in ruler.lines(text, within=within)), default=0)

        assert widest <= within


class TestCut:
    """`cut`."""

    def test_what_fits_stays_whole(self) -> None:
        """A text of no more lines than asked is what `lines` makes of it."""
        ruler = Ruler(size=10)

        assert ruler.cut("aa bb cc", within=ruler.width("aa bb"), most=2) == ("aa bb", "cc")

    def test_what_is_cut_ends_in_dots_that_fit(self) -> None:
        """The last line gives up words until the dots fit, and marks that would stand before them."""
        ruler = Ruler(size=10)

        assert ruler.cut("aa, bb cc dd", within=ruler.width("aa, bb"), most=1) == ("aa …",)
        assert ruler.cut("aa bb cc dd", within=ruler.width("aa bb …"), most=1) == ("aa bb …",)
        assert ruler.cut("mmmm mmmm", within=ruler.width("mmmm"), most=1) == ("…",)

    @given(st.text(), _WIDE, st.integers(1, 4))
    def test_no_line_is_too_wide_and_none_too_many(self, text: str, within: float, most: int) -> None:
        """Whatever the text, what is left of it fits, since the dots replace words and never come on top."""
        ruler = Ruler(size=18)

        lines = ruler.cut(text, within=within, most=most)

        assert len(lines) <= most
        assert all(ruler.width(line) <= within for line in lines)


class TestHolds:
    """`holds`."""

    def test_a_word_over_the_limit_does_not_count(self) -> None:
        """A word that is broken whatever holds it asks for no room."""
        ruler = Ruler(size=10, breaks_over=Ruler(size=1000).width("mmm"))

        assert ruler.holds("mmmm aa", within=ruler.width("aa"))
        assert not ruler.holds("mmm aa", within=ruler.width("aa"))

    def test_every_word_must_fit(self) -> None:
        """A text fits when its widest word does, or the widest part of a word with hyphens."""
        ruler = Ruler(size=16)
        wide = ruler.width("gemeente")

        assert ruler.holds("de gemeente zelf", within=wide)
        assert not ruler.holds("de gemeente zelf", within=wide - 0.1)
        assert ruler.holds("gemeente-gemeente", within=ruler.width("gemeente-"))
