"""A small made-up knowledge base: every test that needs other records than the bundled ones builds on it."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import inburgering_cop as icop

_CITED = {"citations": [{"source": "page", "place": "question 1"}]}


def _text(nl: str) -> dict[str, str]:
    return {"nl": nl, "en": f"{nl} (en)"}


def _partner(name: str, kind: str, rung: int, **more: Any) -> dict[str, Any]:
    return {"id": name, "type": kind, "name": _text(name.capitalize()), "rung": rung, **_CITED, **more}


def _duty(name: str, theme: str | None, partner: str, rung: int, capacity: str, **more: Any) -> dict[str, Any]:
    duty = {"id": name, "partner": partner, "rung": rung, "order": 1, "capacity": capacity, "why": _text(name)}
    return duty | ({"theme": theme} if theme else {}) | _CITED | more


RECORDS: dict[str, Any] = {
    "dataset": {"title": "Made up", "version": "1.2.3", "as_of": "2026-01-02", "licence": "CC0-1.0"},
    "sources": [
        {"id": "page", "title": "A page", "publisher": "Nobody", "retrieved": "2026-01-01"},
        {
            "id": "law",
            "title": "A law",
            "publisher": "Nobody",
            "retrieved": "2026-01-01",
            "abbreviation": "Wet",
            "bwb": "BWBR0000001",
        },
    ],
    "regions": [
        {"code": "AM01", "name": "Noord", "year": 2026, **_CITED},
        {"code": "AM02", "name": "Zuid", "year": 2026, **_CITED},
        {"code": "AM03", "name": "Ver", "year": 2026, **_CITED},
    ],
    "municipalities": [
        {"code": "GM0001", "name": "Hier", "province": "P", "region": "AM01", "year": 2026, **_CITED},
        {"code": "GM0002", "name": "Naast", "province": "P", "region": "AM01", "year": 2026, **_CITED},
        {"code": "GM0003", "name": "Verderop", "province": "P", "region": "AM02", "year": 2026, **_CITED},
        {"code": "GM0004", "name": "Elders (A)", "province": "Q", "region": "AM03", "year": 2026, **_CITED},
        {"code": "GM0005", "name": "Elders (B)", "province": "Q", "region": "AM03", "year": 2026, **_CITED},
    ],
    "partners": [
        _partner("gemeente", "kind", 1),
        _partner("klantmanager", "function", 1, part_of="gemeente"),
        _partner("jurist", "function", 1, part_of="gemeente"),
        _partner("school", "kind", 2),
        _partner("azc", "kind", 2, part_of="coa"),
        _partner("alfa", "organisation", 2, fills=["school"]),
        _partner("beta", "organisation", 2, fills=["school"], verified=False, doubt=_text("twijfel")),
        _partner("gast", "organisation", 2, fills=["school"]),
        _partner("gemeente-hier", "organisation", 1, fills=["gemeente"], municipality="GM0001"),
        _partner("coa", "organisation", 3, fills=["coa"], level="national", other_names=["Opvang"]),
        _partner("duo", "organisation", 3, fills=["duo"], level="national", uri="https://example.org/duo"),
    ],
    "themes": [
        {
            "id": "boete",
            "label": _text("Boete"),
            "other_names": ["straf voor verzuim"],
            "definition": _text("Een boete"),
            "aspects": [{"id": "intake", "label": _text("Boete bij de intake")}],
            **_CITED,
        },
        {"id": "les", "label": _text("Taalles"), "definition": _text("De les"), "other_names": ["rooster"], **_CITED},
        {"id": "leeg", "label": _text("Leeg"), "definition": _text("Niets bekend"), "broader": "les", **_CITED},
    ],
    "responsibilities": [
        _duty("ladder-1", None, "klantmanager", 1, "executes"),
        _duty("ladder-2", None, "school", 2, "executes"),
        _duty("ladder-3", None, "duo", 3, "advises"),
        _duty(
            "boete-gemeente",
            "boete",
            "gemeente",
            1,
            "decides",
            scope="case",
            via="jurist",
            aspect="intake",
            legal_basis=[
                {
                    "law": "law",
                    "article": "2",
                    "paragraph": "1",
                    "text": "Wet art. 2 lid 1",
                    "jci": "jci1.3:c:BWBR0000001&artikel=2&lid=1",
                    "checked": False,
                }
            ],
        ),
        _duty("boete-klantmanager", "boete", "klantmanager", 1, "informs", order=2),
        _duty("boete-duo", "boete", "duo", 3, "decides", scope="framework"),
        _duty("les-azc", "les", "azc", 2, "informs", order=2),
        _duty("les-school", "les", "school", 2, "advises", verified=False, doubt=_text("onzeker")),
    ],
    "relations": [
        {
            "id": "duo-meldt",
            "sender": "duo",
            "receiver": "gemeente",
            "kind": "informs",
            "flow": _text("bericht"),
            "flow_type": "information",
            "system": "portaal",
            "phases": ["start"],
            "themes": ["boete"],
            "legal_basis": [
                {"law": "law", "article": "3", "text": "Wet art. 3", "jci": "jci1.3:c:BWBR0000001&artikel=3"}
            ],
            **_CITED,
        },
        {
            "id": "school-meldt",
            "sender": "school",
            "receiver": "klantmanager",
            "kind": "informs",
            "flow": _text("verzuim"),
            "flow_type": "information",
            **_CITED,
        },
    ],
    "phases": [
        {
            "id": "einde",
            "order": 2,
            "name": _text("Einde"),
            "groups": ["asielstatushouder", "gezinsmigrant-of-overig"],
            **_CITED,
        },
        {
            "id": "start",
            "order": 1,
            "name": _text("Start"),
            "groups": ["asielstatushouder"],
            "actors": [{"partner": "coa", "does": _text("vangt op")}],
            "outputs": [_text("onderdak")],
            **_CITED,
        },
    ],
    "communities": [
        {
            "id": "noord",
            "name": _text("CoP Noord"),
            "kind": "regional",
            "seen": "whole",
            "starts": "2023-03",
            "focus": _text("Van alles"),
            "municipalities": ["GM0001"],
            "regions": ["AM01"],
            "themes": [{"theme": "les", "standing": "waiting", "as_named": _text("de lessen"), **_CITED}],
            "participations": [
                {"partner": "gemeente-hier", "standing": "standing", "sends": ["klantmanager"], **_CITED},
                {"partner": "alfa", "standing": "standing", **_CITED},
                {"partner": "beta", "standing": "on-request", "themes": ["les"], **_CITED},
                {"partner": "gast", "standing": "guest", **_CITED},
                {"partner": "coa", "standing": "unknown", **_CITED},
            ],
            **_CITED,
        },
    ],
    "tips": [
        {
            "id": "noord-bel-coa",
            "text": _text("Bel het coa"),
            "community": "noord",
            "perspective": "professional",
            "audience": ["klantmanager"],
            "themes": ["les"],
            "partners": ["coa"],
            **_CITED,
        },
        {
            "id": "noord-kijk-eerst",
            "text": _text("Kijk eerst zelf"),
            "community": "noord",
            "perspective": "inburgeraar",
            "audience": ["klantmanager"],
            "themes": ["les"],
            **_CITED,
        },
        {
            "id": "noord-ladder",
            "text": _text("Ga de ladder langs"),
            "community": "noord",
            "perspective": "professional",
            "themes": ["leeg"],
            "rungs": [3],
            **_CITED,
        },
        {
            "id": "noord-los",
            "text": _text("Doe iets"),
            "community": "noord",
            "perspective": "professional",
            "themes": ["les"],
            **_CITED,
        },
    ],
}


def made(folder: Path, **changed: Any) -> icop.KnowledgeBase:
    """The made-up knowledge base, written to `folder` and loaded; `changed` replaces whole kinds of records."""
    path = folder / "made.json"
    path.write_text(json.dumps(deepcopy(RECORDS) | changed), encoding="utf-8")
    return icop.load(path)
