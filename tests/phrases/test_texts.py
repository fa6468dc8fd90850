"""The library's own sentences: each is used, and says the same in both languages."""

from __future__ import annotations

import string

import pytest

from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import FLOWS
from inburgering_cop.phrases import LABELS, TEXTS
from inburgering_cop.search import KINDS
from tests.phrases._asked import asked_for, modules

_WORDS = frozenset([*(word for words in LABELS.values() for word in words), *KINDS, *FLOWS])


def _places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


class TestTexts:
    """Each key is asked for somewhere and has a text in both languages."""

    def test_every_text_is_used(self) -> None:
        """A text that no module asks for would only mislead a translator."""
        every = list(modules())

        unused = [key for key in TEXTS if not any(asked_for(key, module, _WORDS) for module in every)]

        assert not unused

    @pytest.mark.parametrize("key", TEXTS)
    def test_text_is_in_both_languages(self, key: str) -> None:
        """Neither language is blank, and `text` gives the one asked for: Dutch unless told."""
        nl, en = TEXTS[key]

        assert nl.strip()
        assert en.strip()
        assert (phrases.text(key), phrases.text(key, "nl"), phrases.text(key, "en")) == (nl, nl, en)

    @pytest.mark.parametrize("key", TEXTS)
    def test_both_languages_have_the_same_places_to_fill(self, key: str) -> None:
        """What is filled in the one language is filled in the other."""
        nl, en = TEXTS[key]

        assert _places(nl) == _places(en)
