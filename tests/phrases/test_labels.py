"""The labels of the stored words."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from inburgering_cop import model, phrases
from inburgering_cop.phrases import LABELS

_KINDS: list[type[StrEnum]] = [kind for name in model.__all__ if issubclass(kind := getattr(model, name), StrEnum)]
_EDGES = {"relation-kind": ["fills", "part_of"]}
"""Words of the graph that no relation has, but an edge does."""


def _group(kind: type[StrEnum]) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"-\1", kind.__name__).lower()


class TestLabels:
    """Every stored word has a label in both languages, and nothing else has."""

    def test_every_group_is_a_class_of_stored_words(self) -> None:
        """The groups of labels are the classes of stored words, in kebab-case."""
        assert set(LABELS) == {_group(kind) for kind in _KINDS}

    @pytest.mark.parametrize("kind", _KINDS, ids=_group)
    def test_every_word_has_a_label(self, kind: type[StrEnum]) -> None:
        """A group holds the words of its class in their order, and for relations also the words of the graph."""
        group = _group(kind)

        assert list(LABELS[group]) == [*kind, *_EDGES.get(group, [])]

    @pytest.mark.parametrize(("group", "word"), [(group, word) for group, words in LABELS.items() for word in words])
    def test_label_is_in_both_languages(self, group: str, word: str) -> None:
        """Neither language is blank, and `label` gives the one asked for: Dutch unless told."""
        nl, en = LABELS[group][word]

        assert nl.strip()
        assert en.strip()
        assert (phrases.label(group, word), phrases.label(group, word, "nl"), phrases.label(group, word, "en")) == (
            nl,
            nl,
            en,
        )

    @pytest.mark.parametrize("lang", [0, 1], ids=["nl", "en"])
    @pytest.mark.parametrize("group", LABELS)
    def test_labels_of_a_group_differ(self, group: str, lang: int) -> None:
        """Two words of one group never read the same."""
        labels = [both[lang] for both in LABELS[group].values()]

        assert len(set(labels)) == len(labels)
