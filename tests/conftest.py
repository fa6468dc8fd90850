"""What every test shares."""

from __future__ import annotations

import pytest
from hypothesis import settings

import inburgering_cop as icop

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("ci")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What walks all drawings or answers is left out of the coverage, which would make it take minutes.

    The files with such tests come first, so that no worker has one left when the others are done.
    """
    long = set()
    for item in items:
        if item.get_closest_marker("whole"):
            item.add_marker(pytest.mark.no_cover)
            long.add(item.path)
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def kb() -> icop.KnowledgeBase:
    """The bundled knowledge."""
    return icop.load()
