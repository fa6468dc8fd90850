"""Texts in two languages."""

from __future__ import annotations

from inburgering_cop.model import LocalizedText


class TestLocalizedText:
    """A text is Dutch, and English where it was given."""

    def test_text_as_string_is_dutch(self) -> None:
        """`str()` gives the Dutch text, also where there is an English one."""
        text = LocalizedText(nl="keten", en="chain")

        assert str(text) == "keten"

    def test_get_gives_the_language_asked_for(self) -> None:
        """Each language has its own text."""
        text = LocalizedText(nl="keten", en="chain")

        assert (text.get("nl"), text.get("en")) == ("keten", "chain")

    def test_get_falls_back_visibly(self) -> None:
        """Without an English text the Dutch one comes, and says that it is Dutch."""
        text = LocalizedText(nl="keten")

        assert (text.get("nl"), text.get("en")) == ("keten", "keten [nl]")
