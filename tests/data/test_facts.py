"""The five sources against the records: nothing missing, nothing invented."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from tests.data._paths import cited_parts, record_at, text_of, value_at

_LISTS = sorted((Path(__file__).parent / "facts").glob("*.toml"))
_SOURCES = frozenset(path.stem for path in _LISTS)
_CITING = ("communities", "meetings", "partners", "themes", "tips", "responsibilities", "relations", "phases")
_FACTS: list[dict[str, Any]] = [
    fact | {"source": path.stem} for path in _LISTS for fact in tomllib.loads(path.read_text(encoding="utf-8"))["fact"]
]


def _owner(record: Any, path: str) -> tuple[Any, str]:
    """The value that holds the last field of `path`, and the name of that field."""
    above, _, last = path.rpartition(".")
    return (value_at(record, above) if above else record), last.partition("[")[0]


class TestFacts:
    """Every fact a reader found in a source stands in a record."""

    def test_all_five_sources_are_read(self) -> None:
        """There is a list of facts for each of the five sources."""
        assert {
            "cop-achterhoek",
            "cop-amsterdam",
            "cop-midden-limburg",
            "cop-rijnmond",
            "meet-and-greet-coa-gemeenten",
        } == _SOURCES

    def test_fact_ids_are_unique(self) -> None:
        """No two facts share an id."""
        ids = [fact["id"] for fact in _FACTS]

        assert sorted(set(ids)) == sorted(ids)

    @pytest.mark.parametrize("fact", _FACTS, ids=[fact["id"] for fact in _FACTS])
    def test_fact_stands_in_its_record(self, fact: dict[str, Any]) -> None:
        """The field the fact points at exists and says what the fact says."""
        kb = icop.load()
        record = record_at(kb, fact["record"])
        value = value_at(record, fact["field"])
        owner, field = _owner(record, fact["field"])

        said = text_of(kb, value, field=field, owner=owner).casefold()

        if fact.get("absent"):
            assert value in (None, (), "")
            return
        assert said.strip(), f"{fact['record']} {fact['field']} is empty"
        if "value" in fact:
            assert value == fact["value"]
        missing = [literal for literal in fact["says"] if literal.casefold() not in said]
        assert not missing, (
            f"{fact['record']} {fact['field']} lacks {missing}: add it there, or point the fact elsewhere"
        )


class TestRecords:
    """Every record of the five sources answers to a fact."""

    def test_every_cited_part_answers_to_a_fact(self) -> None:
        """A record, or a part of it with citations of its own, that no fact points at would be invented."""
        kb = icop.load()
        pointed = {(fact["record"], fact["field"]) for fact in _FACTS}

        unanswered = [
            f"{catalogue}/{key} {part}".strip()
            for catalogue in (
                ["communities", "meetings", "partners", "themes", "tips", "responsibilities", "relations", "phases"]
            )
            for key, record in getattr(kb, catalogue).items()
            for part in cited_parts(record, _SOURCES)
            if not any(name == f"{catalogue}/{key}" and field.startswith(part) for name, field in pointed)
        ]

        assert not unanswered, f"{len(unanswered)} without a fact: {unanswered[:40]}"
