"""The stored words: they never change, since data, JSON and other programs hold them."""

from __future__ import annotations

from enum import StrEnum

import pytest

from inburgering_cop import model

_WORDS: dict[type[StrEnum], str] = {
    model.Basis: "specific general",
    model.Capacity: "decides executes advises informs pays supervises is-informed",
    model.CommunityKind: "regional thematic national network",
    model.Coverage: "named area",
    model.FlowType: "information money decision person",
    model.Group: "asielstatushouder gezinsmigrant-of-overig",
    model.Level: "local regional national",
    model.PartnerType: "function kind organisation",
    model.Perspective: "professional inburgeraar",
    model.RelationKind: (
        "informs advises asks decides hands-over guides employs houses teaches cooperates reviews pays supervises"
    ),
    model.Scope: "case framework",
    model.Seen: "whole part",
    model.TermUnit: "days weeks months years hours calls",
    model.LawRank: "act order-in-council ministerial-regulation",
    model.Standing: "standing on-request guest planned guides unknown",
    model.ThemeStanding: "deepened waiting",
    model.TipKind: "tip finding call",
}


class TestWords:
    """Every class of stored words holds the words of the design."""

    def test_every_class_of_words_is_listed(self) -> None:
        """No class of stored words escapes these tests."""
        offered = [getattr(model, name) for name in model.__all__]

        assert {kind for kind in offered if issubclass(kind, StrEnum)} == set(_WORDS)

    @pytest.mark.parametrize("kind", _WORDS, ids=lambda kind: kind.__name__)
    def test_words_stay(self, kind: type[StrEnum]) -> None:
        """The words of a class, in order, are those that data and JSON hold."""
        assert " ".join(kind) == _WORDS[kind]
