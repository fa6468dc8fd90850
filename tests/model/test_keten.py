"""Responsibilities: the rules that tie their fields together."""

from __future__ import annotations

import pytest

from inburgering_cop import InvalidValueError
from inburgering_cop.model import Capacity, Responsibility, Scope
from tests.model._table import small


class TestResponsibility:
    """A decision has a scope, and an aspect belongs to a theme."""

    @pytest.mark.parametrize(
        ("capacity", "scope", "shown"),
        [(Capacity.DECIDES, None, "None")]
        + [(capacity, Scope.CASE, "'case'") for capacity in Capacity if capacity is not Capacity.DECIDES],
    )
    def test_scope_goes_with_a_decision_alone(self, capacity: Capacity, scope: Scope | None, shown: str) -> None:
        """Who decides does so in a case or on the framework; who does not decide has no scope."""
        with pytest.raises(InvalidValueError) as caught:
            small(Responsibility, capacity=capacity, scope=scope)

        assert str(caught.value) == (
            f"scope cannot be {shown}. It must be case or framework where the partner decides, and left out otherwise."
        )
        assert caught.value.line("nl") == (
            f"scope kan niet {shown} zijn. Het moet zijn: "
            "case of framework als de partner beslist, en anders weggelaten."
        )

    @pytest.mark.parametrize("scope", Scope)
    def test_decision_is_about_a_case_or_the_framework(self, scope: Scope) -> None:
        """Both scopes go with a decision."""
        assert small(Responsibility, capacity=Capacity.DECIDES, scope=scope).scope is scope

    def test_aspect_needs_a_theme(self) -> None:
        """The general ladder, which has no theme, has no aspects either."""
        with pytest.raises(InvalidValueError) as caught:
            small(Responsibility, theme=None, aspect="boete")

        assert str(caught.value) == "aspect cannot be 'boete'. It must be left out where there is no theme."
        assert caught.value.line("nl") == (
            "aspect kan niet 'boete' zijn. Het moet zijn: weggelaten waar geen thema staat."
        )
