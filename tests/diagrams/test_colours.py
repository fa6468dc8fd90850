"""The colours: every pair that meets in a picture has contrast enough."""

from __future__ import annotations

import pytest

from inburgering_cop.diagrams._colours import FLOWS, INKS, LINE, PAPER, QUIET, TEXT, Ink, ink
from tests.diagrams._reading import contrast


class TestContrast:
    """WCAG 2.2: 4.5 for text, 3 for lines."""

    def test_the_measure_is_that_of_wcag(self) -> None:
        """Black on white is 21, a colour on itself 1, and #767676 on white just over 4.5."""
        assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
        assert contrast("#844C12", "#844C12") == 1
        assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)

    @pytest.mark.parametrize("colours", INKS)
    def test_each_ink_reads_well(self, colours: Ink) -> None:
        """Heading text on white and box text on the fill reach 4.5, the line on white 3."""
        assert contrast(colours.text, PAPER) >= 4.5
        assert contrast(TEXT, colours.fill) >= 4.5
        assert contrast(colours.line, PAPER) >= 3

    def test_the_quiet_colours_read_well(self) -> None:
        """Quiet text reaches 4.5 on white and the grey line 3."""
        assert contrast(QUIET, PAPER) >= 4.5
        assert contrast(LINE, PAPER) >= 3


class TestInk:
    """The colours of the groups."""

    def test_each_number_has_its_own(self) -> None:
        """Inks go by number, and no two are the same."""
        assert [ink(number) for number in range(len(INKS))] == list(INKS)
        assert len(set(INKS)) == len(INKS)
        with pytest.raises(IndexError):
            ink(len(INKS))


class TestFlows:
    """How the lines of each kind of flow are drawn."""

    def test_they_differ_without_colour(self) -> None:
        """Information, decisions, money and persons each have another thickness or dashes, so that grey tells them."""
        looks = [(FLOWS[flow].thickness, FLOWS[flow].dashes) for flow in ("information", "decision", "money", "person")]

        assert len(set(looks)) == 4

    def test_words_in_their_colour_can_be_read_on_every_card(self) -> None:
        """What a line means stands in its colour on the fill of a card: 4.5 at the least; the line itself reaches 3."""
        for look in FLOWS.values():
            assert contrast(look.colour, PAPER) >= 4.5
            assert all(contrast(look.colour, each.fill) >= 4.5 for each in INKS)
