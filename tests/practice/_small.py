"""A small made-up knowledge base in which communities differ just enough to tell them apart."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import inburgering_cop as icop
from tests._made import RECORDS, made

CITED = {"citations": [{"source": "page", "place": "question 1"}]}


def text(nl: str) -> dict[str, str]:
    """A text in both languages."""
    return {"nl": nl, "en": f"{nl} (en)"}


def seat(partner: str, standing: str = "standing", **more: Any) -> dict[str, Any]:
    """A participation."""
    return {"partner": partner, "standing": standing, **CITED, **more}


def theme(name: str, standing: str = "deepened") -> dict[str, Any]:
    """A theme of a community."""
    return {"theme": name, "standing": standing, "as_named": text(name), **CITED}


def community(name: str, **more: Any) -> dict[str, Any]:
    """A community."""
    plain = {"id": name, "name": text(name.capitalize()), "kind": "regional", "seen": "whole", "focus": text("Alles")}
    return plain | CITED | more


def loaded(folder: Path, *communities: dict[str, Any], **changed: Any) -> icop.KnowledgeBase:
    """The made-up records with these communities, and tips of none of them unless given."""
    return made(folder, communities=list(communities), **({"tips": []} | changed))


def records(kind: str) -> list[dict[str, Any]]:
    """The made-up records of one kind, to change."""
    return list(deepcopy(RECORDS[kind]))
