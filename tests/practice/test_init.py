"""What every function of the room says about where it rests on."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pytest

from inburgering_cop import practice


def _functions() -> Iterator[tuple[str, str]]:
    """Every public function and method, with its docstring."""
    for name in practice.__all__:
        value = getattr(practice, name)
        if inspect.isfunction(value):
            yield name, inspect.getdoc(value) or ""
        for inner, method in vars(value).items():
            function = getattr(method, "__func__", method)
            if inspect.isclass(value) and not inner.startswith("_") and inspect.isfunction(function):
                yield f"{name}.{inner}", inspect.getdoc(function) or ""


@pytest.mark.parametrize(("name", "told"), list(_functions()))
def test_function_names_its_source_or_says_it_is_our_choice(name: str, told: str) -> None:
    """A page and the place in it, or that it goes beyond the pages."""
    assert re.search(r"\bcop-[a-z-]+, (question|vraag|inleiding)|[Oo]ur choice", told), f"{name} names no source"
