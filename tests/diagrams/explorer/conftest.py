"""What the tests of the explorer share: the pages, written once."""

from __future__ import annotations

import pytest

import inburgering_cop as icop
from tests.diagrams import _samples
from tests.diagrams.explorer._decoding import Book, data_of


@pytest.fixture(scope="session")
def page(kb: icop.KnowledgeBase) -> str:
    """The page of the bundled knowledge."""
    return icop.explorer(kb)


@pytest.fixture(scope="session")
def book(page: str) -> Book:
    """Its data."""
    return Book(data_of(page))


@pytest.fixture(scope="session")
def small_page() -> str:
    """The page of the small made-up knowledge."""
    return icop.explorer(_samples.small(), lang="en")
