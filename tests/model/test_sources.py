"""Sources and articles of law: the rules that tie fields together."""

from __future__ import annotations

import pytest

from inburgering_cop import InvalidValueError
from inburgering_cop.model import LegalBasis, Source
from tests.model._table import small


class TestSource:
    """A law has a number in the Basiswettenbestand and an abbreviation; other sources have neither."""

    @pytest.mark.parametrize(
        ("half", "shown"), [({"bwb": "BWBR0044770"}, "None"), ({"abbreviation": "Wi2021"}, "'Wi2021'")]
    )
    def test_half_a_law_is_refused(self, half: dict[str, str], shown: str) -> None:
        """The number and the abbreviation go together."""
        with pytest.raises(InvalidValueError) as caught:
            small(Source, **half)

        assert str(caught.value) == (
            f"abbreviation cannot be {shown}. It must be "
            "an abbreviation for a law, and only there (bwb and abbreviation go together)."
        )
        assert caught.value.line("nl") == (
            f"abbreviation kan niet {shown} zijn. Het moet zijn: "
            "een afkorting bij een wet, en alleen daar (bwb en abbreviation horen bij elkaar)."
        )

    def test_law_has_both(self) -> None:
        """A source with a number and an abbreviation is a law."""
        law = small(Source, bwb="BWBR0044770", abbreviation="Wi2021")

        assert (law.bwb, law.abbreviation) == ("BWBR0044770", "Wi2021")


class TestLegalBasis:
    """The link of an article points at that article and paragraph."""

    @pytest.mark.parametrize(
        ("article", "paragraph", "jci", "ending"),
        [
            ("5", None, "jci1.3:c:BWBR0044770&artikel=6", "&artikel=5"),
            ("5", None, "jci1.3:c:BWBR0044770", "&artikel=5"),
            ("5", None, "jci1.3:c:BWBR0044770&artikel=5&lid=1", "&artikel=5"),
            ("5", "1", "jci1.3:c:BWBR0044770&artikel=5", "&artikel=5&lid=1"),
            ("5", "1", "jci1.3:c:BWBR0044770&artikel=5&lid=11", "&artikel=5&lid=1"),
            ("bijlage 1", None, "jci1.3:c:BWBR0044770&artikel=1", "&bijlage=1"),
        ],
    )
    def test_link_to_another_place_is_refused(self, article: str, paragraph: str | None, jci: str, ending: str) -> None:
        """A link that ends elsewhere would send the reader to the wrong article."""
        with pytest.raises(InvalidValueError) as caught:
            small(LegalBasis, article=article, paragraph=paragraph, jci=jci)

        assert str(caught.value) == f"jci cannot be {jci!r}. It must be a link that ends in '{ending}'."
        assert caught.value.line("nl") == (
            f"jci kan niet {jci!r} zijn. Het moet zijn: een verwijzing die eindigt op '{ending}'."
        )

    @pytest.mark.parametrize(
        ("article", "paragraph", "ending"),
        [("5", "1", "&artikel=5&lid=1"), ("2.7", None, "&artikel=2.7"), ("bijlage 1", None, "&bijlage=1")],
    )
    def test_address_is_that_of_the_link(self, article: str, paragraph: str | None, ending: str) -> None:
        """An article is read at wetten.overheid.nl, behind its link."""
        basis = small(LegalBasis, article=article, paragraph=paragraph, jci=f"jci1.3:c:BWBR0044770{ending}")

        assert basis.url == f"https://wetten.overheid.nl/jci1.3:c:BWBR0044770{ending}"
