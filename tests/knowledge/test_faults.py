"""A fault as a line, and the error that carries all of them."""

from __future__ import annotations

import pickle

import pytest

from inburgering_cop import DataError, Fault
from inburgering_cop.knowledge._faults import data_error
from inburgering_cop.model import LocalizedText

_WANTED = LocalizedText(nl="een lijst", en="a list")


class TestFault:
    """A fault says where it is, what stands there and what would be right."""

    @pytest.mark.parametrize(
        ("fault", "en", "nl"),
        [
            (Fault(file="a.json", wanted=_WANTED), "a.json: must be a list", "a.json: moet zijn een lijst"),
            (
                Fault(file="a.json", given="5", wanted=_WANTED, line=3),
                "a.json:3: is 5, must be a list",
                "a.json:3: staat 5, moet zijn een lijst",
            ),
            (
                Fault(file="a.json", record="tips 't'", wanted=_WANTED),
                "a.json, tips 't': must be a list",
                "a.json, tips 't': moet zijn een lijst",
            ),
            (
                Fault(file="a.json", record="tips 't'", field="themes", given="5", wanted=_WANTED, line=12),
                "a.json:12, tips 't', themes: is 5, must be a list",
                "a.json:12, tips 't', themes: staat 5, moet zijn een lijst",
            ),
            (
                Fault(file="a.json", field="themes", given="", wanted=_WANTED),
                "a.json, themes: is , must be a list",
                "a.json, themes: staat , moet zijn een lijst",
            ),
        ],
    )
    def test_fault_is_one_line(self, fault: Fault, en: str, nl: str) -> None:
        """File and line, record, field; then what is given, if anything, and what is wanted; English unless told."""
        assert (fault.sentence(), fault.sentence("en"), fault.sentence("nl")) == (en, en, nl)

    @pytest.mark.parametrize(
        ("file", "shown"),
        [
            ("eigen map/été.json", "eigen map/été.json"),
            ("a\nb.json", r"'a\nb.json'"),
            ("a\x1bb.json", r"'a\x1bb.json'"),
        ],
    )
    def test_name_of_a_file_is_shown_on_one_line(self, file: str, shown: str) -> None:
        """A file may have any name; one that cannot be printed is shown escaped."""
        assert Fault(file=file, wanted=_WANTED, line=3).sentence() == f"{shown}:3: must be a list"

    def test_wanted_without_english_says_so(self) -> None:
        """Where only Dutch is known, the English line shows it."""
        fault = Fault(file="a.json", wanted=LocalizedText(nl="een lijst"))

        assert fault.sentence("en") == "a.json: must be een lijst [nl]"


class TestDataError:
    """All faults in one error."""

    def test_error_lists_every_fault_in_order(self) -> None:
        """The faults stand in the error and in its lines, in the order given."""
        first, second = Fault(file="b.json", wanted=_WANTED), Fault(file="a.json", wanted=_WANTED)

        error = data_error([first, second])

        assert isinstance(error, DataError)
        assert error.faults == (first, second)
        assert str(error) == "2 faults in the data; nothing was loaded.\nb.json: must be a list\na.json: must be a list"
        assert error.line("nl") == (
            "2 fouten in de gegevens; niets is geladen.\nb.json: moet zijn een lijst\na.json: moet zijn een lijst"
        )

    def test_faults_survive_a_pickle(self) -> None:
        """An error from another process brings its faults along."""
        error = data_error([Fault(file="a.json", wanted=_WANTED)])

        assert pickle.loads(pickle.dumps(error)).faults == error.faults
