"""The research notes against the records: every row accounted for, and no mark of doubt lost on the way.

The notes lie beside the project (`../shared/knowledge/keten`) and are no part of it; without them there is nothing to
compare. `notes/*.toml` tells for each row which record carries it, or why none does.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop

_NOTES = Path(__file__).parents[3] / "shared" / "knowledge" / "keten"
_KINDS = ("partners", "relations", "responsibilities", "themes")

pytestmark = pytest.mark.skipif(not _NOTES.is_dir(), reason="the research notes lie beside the project, not in it")


def _carried(kind: str) -> dict[str, dict[str, str]]:
    """For each row of the notes: the `record` that carries it, or `left_out`; and why a mark was `settled`."""
    path = Path(__file__).parent / "notes" / f"{kind}.toml"
    rows: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return rows


def _rows(kind: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((_NOTES / f"{kind}.json").read_text(encoding="utf-8"))
    return rows


def _pairs(kind: str) -> list[tuple[dict[str, Any], dict[str, str], Any]]:
    """Each row that a record carries, what is told of it, and the record."""
    carried = _carried(kind)
    records = getattr(icop.load(), kind)
    told = [(row, carried[row["id"]]) for row in _rows(kind) if "record" in carried.get(row["id"], {})]
    return [(row, how, records[how["record"]]) for row, how in told]


@pytest.mark.parametrize("kind", _KINDS)
class TestNotes:
    """What the notes say stands in the records."""

    def test_every_row_is_accounted_for(self, kind: str) -> None:
        """A row is carried by a record, or it says why none does; and nothing else is told of."""
        carried = _carried(kind)

        assert set(carried) == {row["id"] for row in _rows(kind)}
        assert all(bool(how.get("record")) != bool(how.get("left_out")) for how in carried.values())

    def test_rows_lead_to_records(self, kind: str) -> None:
        """Every record that is told to carry a row exists."""
        records = getattr(icop.load(), kind)

        assert not [
            how["record"] for how in _carried(kind).values() if "record" in how and how["record"] not in records
        ]

    def test_what_the_notes_call_unverified_is_unverified(self, kind: str) -> None:
        """A mark goes only where the source was read since, and then it is told what was read."""
        lost = [
            (row["id"], record.id)
            for row, how, record in _pairs(kind)
            if row.get("unverified") and record.verified and not how.get("settled")
        ]

        assert not lost, f"mark these verified = false, or say in notes/{kind}.toml what settled it: {lost}"

    def test_what_the_notes_doubt_is_doubted(self, kind: str) -> None:
        """A doubt of the notes has a doubt in the record."""
        lost = [
            (row["id"], record.id)
            for row, how, record in _pairs(kind)
            if row.get("doubt") and record.doubt is None and not how.get("settled")
        ]

        assert not lost, f"give these a doubt, or say in notes/{kind}.toml what settled it: {lost}"

    def test_article_the_notes_did_not_read_is_not_called_checked(self, kind: str) -> None:
        """An article under `legal_basis_unchecked` is marked so wherever the record cites it."""
        lost = [
            (row["id"], record.id, basis.text)
            for row, how, record in _pairs(kind)
            if not how.get("settled")
            for basis in getattr(record, "legal_basis", ())
            if basis.checked and basis.text in row.get("legal_basis_unchecked", ())
        ]

        assert not lost, f"mark these articles checked = false: {lost}"


class TestPhases:
    """The timeline of the notes."""

    def test_doubts_of_the_phases_stand(self) -> None:
        """A phase or a term the notes doubt is doubted in the timeline."""
        phases = icop.load().phases

        lost = []
        for row in _rows("process"):
            phase = phases[row["id"].replace("_", "-")]
            doubted = phase.doubt is not None or any(term.doubt for term in phase.deadlines)
            if any(each.get("doubt") for each in (row, *row["deadlines"])) and not doubted:
                lost.append(phase.id)
            if row.get("unverified") and phase.verified:
                lost.append(phase.id)

        assert not lost
