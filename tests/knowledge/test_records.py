"""The whole of the records."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path

import attrs
import pytest

from inburgering_cop import Catalogue, Records, UnknownNameError, model
from inburgering_cop.knowledge._records import KINDS
from tests.knowledge._sets import SOUND, read, source, written

_OWN = model.Dataset(**{**SOUND["dataset"], "as_of": datetime.date(2026, 11, 21)})


class TestRecords:
    """One catalogue per kind, and what the set says of itself."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind_has_its_catalogue(self, kind: str, tmp_path: Path) -> None:
        """Each kind is a catalogue of its class, by id or code, under its own name."""
        records = read(written(tmp_path, SOUND))

        catalogue = getattr(records, kind)

        assert isinstance(catalogue, Catalogue)
        assert list(catalogue) == sorted(raw.get("id") or raw["code"] for raw in SOUND[kind])
        assert {type(record) for record in catalogue.values()} == {KINDS[kind]}
        with pytest.raises(UnknownNameError, match=rf"kb\.{kind} lists all {len(SOUND[kind])}\.$"):
            catalogue["nergens"]

    def test_records_have_a_catalogue_for_every_kind(self) -> None:
        """The fields of the whole are the kinds, and the dataset."""
        assert [field.name for field in attrs.fields(Records)] == ["dataset", *KINDS]

    def test_kind_without_records_is_empty(self) -> None:
        """Where a set has no records of a kind, its catalogue is there and empty."""
        records = Records.of(_OWN, {})

        assert [len(getattr(records, kind)) for kind in KINDS] == [0] * len(KINDS)
        assert records.count == 0

    def test_count_is_that_of_all_kinds(self, tmp_path: Path) -> None:
        """Every record counts once; the dataset is no record."""
        records = read(written(tmp_path, SOUND))

        assert records.count == 1 + 1 + 5 + 2 + 2 + 1 + 1 + 1 + 2 + 1 + 1 + 1

    def test_records_are_shown_short(self) -> None:
        """The repr has the version of the data."""
        assert repr(Records.of(_OWN, {})) == "<Records 1.2.3>"

    def test_records_do_not_change(self) -> None:
        """No catalogue can be put in the place of another."""
        records = Records.of(_OWN, {})

        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            records.tips = records.tips  # type: ignore[misc]

    def test_records_survive_a_pickle(self, tmp_path: Path) -> None:
        """Before and after a look-up, what comes back has the same records and finds them."""
        records = read(written(tmp_path, SOUND))

        for _ in range(2):
            again = pickle.loads(pickle.dumps(records))

            assert again.partner("duo") == records.partner("duo")
            assert [getattr(again, kind) == getattr(records, kind) for kind in KINDS] == [True] * len(KINDS)


class TestDataset:
    """What a set says of itself."""

    def test_dataset_is_as_written(self, tmp_path: Path) -> None:
        """Title, version, date and licence come from the file."""
        assert read(written(tmp_path, SOUND)).dataset == _OWN

    def test_set_that_says_nothing_gets_a_plain_description(self, tmp_path: Path) -> None:
        """Own records without a description are as old as the source read last."""
        value = source()
        value["sources"].append({**value["sources"][0], "id": "ouder", "retrieved": "2025-01-01"})

        dataset = read(written(tmp_path, value)).dataset

        assert (dataset.title, dataset.version, dataset.licence) == ("Own records", "0.0.0", "not stated")
        assert dataset.as_of.isoformat() == "2026-11-20"
