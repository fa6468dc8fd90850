"""What can happen in a dossier."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

import inburgering_cop as icop
from inburgering_cop.practice import Act, ActKind
from inburgering_cop.practice._acts import taken
from tests.practice._dossiers import day

_FOUND: dict[str, Any] = {"kind": ActKind.FOUND, "rung": 1, "by": "gemeente", "text": "De kaders.", "date": day(5)}
_ASKED = _FOUND | {"kind": ActKind.ASKED, "to": "duo"}
_CLOSED = {"kind": ActKind.CLOSED, "by": "gemeente", "date": day(5)}


class TestAct:
    """One thing that happened."""

    @pytest.mark.parametrize(
        "fields",
        [
            _FOUND,
            _ASKED,
            _FOUND | {"kind": ActKind.ANSWERED},
            _FOUND | {"kind": ActKind.SETTLED},
            _ASKED | {"kind": ActKind.INVOLVED},
            _ASKED | {"kind": ActKind.INVOLVED, "reason": "Spoed."},
            _CLOSED,
            _CLOSED | {"reason": "Verhuisd."},
            _CLOSED | {"kind": ActKind.REOPENED, "reason": "Terug."},
        ],
    )
    def test_each_kind_has_its_fields(self, fields: dict[str, Any]) -> None:
        """Each kind is taken with the fields that belong to it, and survives a pickle."""
        act = Act(**fields)

        assert pickle.loads(pickle.dumps(act)) == act
        assert act.puts is (act.to is not None)

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            (_FOUND | {"rung": None}, "rung"),
            (_FOUND | {"rung": 4}, "rung"),
            (_CLOSED | {"rung": 1}, "rung"),
            (_FOUND | {"to": "duo"}, "to"),
            (_ASKED | {"to": None}, "to"),
            (_FOUND | {"text": None}, "text"),
            (_CLOSED | {"text": "Klaar."}, "text"),
            (_FOUND | {"reason": "Zomaar."}, "reason"),
            (_ASKED | {"reason": "Zomaar."}, "reason"),
            (_CLOSED | {"kind": ActKind.REOPENED}, "reason"),
            (_FOUND | {"by": "De Gemeente"}, "by"),
            (_FOUND | {"date": "2026-11-05"}, "date"),
            (_FOUND | {"kind": "found"}, "kind"),
            (_FOUND | {"text": "Nummer 111222333."}, "text"),
            (_FOUND | {"text": "Twee\nregels."}, "text"),
            (_FOUND | {"text": "twee  spaties"}, "text"),
            (_FOUND | {"text": "x" * 2001}, "text"),
            (_CLOSED | {"reason": " "}, "reason"),
        ],
    )
    def test_field_that_does_not_belong_is_refused(self, fields: dict[str, Any], field: str) -> None:
        """A field that is missing, too much or not what it must be is named."""
        with pytest.raises(icop.InvalidValueError) as caught:
            Act(**fields)

        assert caught.value.field == field
        assert "111222333" not in str(caught.value)

    def test_longest_text_is_taken(self) -> None:
        """A text of 2,000 characters is just short enough."""
        assert len(Act(**(_FOUND | {"text": "x" * 2000})).text or "") == 2000

    def test_it_is_shown_shortly(self) -> None:
        """The representation says what, when and by whom."""
        assert repr(Act(**_FOUND)) == "<Act found on 2026-11-05 by 'gemeente'>"

    def test_kinds_have_words(self) -> None:
        """Each kind has its own word in both languages, Dutch unless told."""
        assert [kind.label() for kind in ActKind] == [kind.label("nl") for kind in ActKind]
        assert (
            len({kind.label("nl") for kind in ActKind}) == len(ActKind) == len({kind.label("en") for kind in ActKind})
        )
        assert (ActKind.FOUND.label("nl"), ActKind.FOUND.label("en")) == ("uitgezocht", "worked out")


class TestTaken:
    """A free text of an act."""

    def test_text_is_put_on_one_line(self) -> None:
        """Line breaks, tabs and runs of spaces become single spaces."""
        assert taken(" Eerst\n\tdit,  dan dat. ") == "Eerst dit, dan dat."

    @pytest.mark.parametrize(
        ("given", "reason"),
        [(" \n", "blank"), ("x" * 2001, "too-long"), ("bel\x07", "control-character"), ("BSN 111.222.333", "bsn")],
    )
    def test_text_that_is_not_taken_is_not_repeated(self, given: str, reason: str) -> None:
        """The error speaks of a text, says why and what to do, and does not hold it."""
        with pytest.raises(icop.TextRefusedError) as caught:
            taken(given)

        assert caught.value.reason == reason
        assert str(caught.value).startswith("The text ")
        assert caught.value.line("nl").startswith("De tekst ")
        assert "111.222.333" not in repr(vars(caught.value))
