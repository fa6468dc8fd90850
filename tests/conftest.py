"""What every test shares."""

from __future__ import annotations

import pytest
from hypothesis import settings

import inburgering_cop as icop

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("ci")


@pytest.fixture(scope="session")
def kb() -> icop.KnowledgeBase:
    """The bundled knowledge."""
    return icop.load()
