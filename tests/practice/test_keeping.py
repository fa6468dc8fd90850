"""A dossier as JSON: written, read with every fault at once, and saved without losing anything."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop.practice import Dossier, read_dossier
from tests.practice._dossiers import QUESTION, day, framed, involved, on_two_rungs, opened, worked_out

_FULL = involved().answer("DUO", "Ja.", on=day(25)).settle("Dat mag.", by="DUO", on=day(25)).close(on=day(26))
_ON_SIDE = attrs.evolve(opened(), aspect="besluit")
Edit = Callable[[dict[str, Any]], Any]


def _faults(text: str, kb: icop.KnowledgeBase | None = None) -> list[str]:
    """The faults of a dossier in a text, a line each."""
    with pytest.raises(icop.DataError) as caught:
        Dossier.from_json(text, kb=kb)
    return [fault.sentence("en") for fault in caught.value.faults]


def _edited(edit: Edit, dossier: Dossier = _FULL) -> str:
    value = json.loads(dossier.to_json())
    edit(value)
    return json.dumps(value, indent=2, ensure_ascii=False)


class TestWritten:
    """What stands in the file."""

    def test_it_is_plain_values(self) -> None:
        """Format, facts and acts in order, with ids, stored words, texts and days."""
        written = framed().to_dict()

        assert written == {
            "format": 1,
            "question": QUESTION,
            "theme": "ontheffing-medisch",
            "aspect": None,
            "municipality": "GM0599",
            "community": "rijnmond",
            "opened": "2026-11-04",
            "as_of": icop.load().as_of.isoformat(),
            "acts": [
                {
                    "kind": "found",
                    "rung": 1,
                    "by": "beleidsmedewerker",
                    "to": None,
                    "text": "De wet vraagt een advies van de arts.",
                    "date": "2026-11-05",
                    "reason": None,
                }
            ],
        }
        assert json.loads(framed().to_json()) == written
        assert framed().to_json().endswith("}\n")

    @pytest.mark.parametrize("dossier", [opened(), framed(), worked_out(), involved(), _FULL, _ON_SIDE])
    def test_what_is_written_reads_back(self, dossier: Dossier) -> None:
        """Written and read again it is the same dossier."""
        assert Dossier.from_json(dossier.to_json()) == dossier

    def test_fields_may_be_left_out_where_nothing_stands(self) -> None:
        """A field that is null may be absent."""

        def bare(value: dict[str, Any]) -> None:
            del value["aspect"]
            for act in value["acts"]:
                for name in [name for name, each in act.items() if each is None]:
                    del act[name]

        assert Dossier.from_json(_edited(bare)) == _FULL


class TestFaults:
    """A dossier edited by hand into nonsense."""

    @pytest.mark.parametrize(
        ("edit", "said"),
        [
            (lambda d: d.update(theme="ontheffing-medish"), "theme: is 'ontheffing-medish', must be an id that exists"),
            (lambda d: d.update(aspect="bsluit"), "aspect: is 'bsluit', must be left out, or one of: besluit, "),
            (lambda d: d.update(municipality="GM9999"), "municipality: is 'GM9999', must be an id that exists among"),
            (lambda d: d.update(municipality="Rotterdam"), "municipality: is 'Rotterdam', must be a municipality code"),
            (lambda d: d.update(community="rijnmondd"), "community: is 'rijnmondd', must be an id that exists among"),
            (lambda d: d.update(opened="4 november"), "opened: is '4 november', must be an existing date"),
            (lambda d: d.update(as_of=None), "as_of: is None, must be an existing date"),
            (lambda d: d.update(question="Klant 111222333"), "question: is (BSN), must be a text without a BSN"),
            (lambda d: d.update(question=" "), "question: is ' ', must be a text that is not blank"),
            (lambda d: d.update(colour="blue"), "colour: is 'colour', must be left out, or be called: "),
            (lambda d: d.pop("theme"), "theme: must be given; this field is required"),
            (lambda d: d.pop("acts"), "acts: must be a list of acts in [ ]"),
            (lambda d: d.update(acts={}), "acts: is {}, must be a list of acts in [ ]"),
            (lambda d: d.pop("format"), "format: must be 1, the format this version reads"),
            (lambda d: d.update(format="1"), "format: is '1', must be 1, the format this version reads"),
            (lambda d: d.update(format=True), "format: is True, must be 1, the format this version reads"),
            (lambda d: d.update(format=0), "format: is 0, must be 1, the format this version reads"),
            (
                lambda d: d["acts"].__setitem__(0, "found"),
                "acts #1: is 'found', must be an object in { } with at least",
            ),
            (lambda d: d["acts"][0].update(kind="fund"), "acts #1, kind: is 'fund', must be one of: found, asked,"),
            (
                lambda d: d["acts"][0].update(by="jan"),
                "acts #1, by: is 'jan', must be an id that exists among partners",
            ),
            (lambda d: d["acts"][2].update(by="111222333"), "acts #3, by: is (BSN), must be an id without a BSN"),
            (
                lambda d: d["acts"][3].update(to="duoo"),
                "acts #4, to: is 'duoo', must be an id that exists among partners",
            ),
            (lambda d: d["acts"][3].update(rung=2), "acts #4, rung: is 2, must be 3: there 'duo' stands"),
            (lambda d: d["acts"][0].update(rung="1"), "acts #1, rung: is '1', must be a whole number"),
            (
                lambda d: d["acts"][0].update(to="duo"),
                "acts #1, to: is 'duo', must be the id of a partner for asked and",
            ),
            (
                lambda d: d["acts"][0].update(reason="Zo."),
                "acts #1, reason: is 'Zo.', must be the reason for reopened;",
            ),
            (
                lambda d: d["acts"][2].update(text="BSN 111222333"),
                "acts #3, text: is (BSN), must be a text without a BSN",
            ),
            (lambda d: d["acts"][2].pop("text"), "acts #3, text: is None, must be a text, and left out for closed"),
            (lambda d: d["acts"][1].update(by="albeda"), "acts #2, kind: is 'asked', must be an act that fits what"),
            (
                lambda d: d["acts"].pop(0),
                "acts #3, kind: is 'involved', must be an act that fits what stands before it",
            ),
            (
                lambda d: d["acts"].pop(3),
                "acts #4, kind: is 'answered', must be an act that fits what stands before it",
            ),
            (lambda d: d["acts"].reverse(), "acts #2, kind: is 'settled', must be an act that fits what stands before"),
            (
                lambda d: d.update(opened="2026-11-06"),
                "acts #1, kind: is 'found', must be an act that fits what stands",
            ),
        ],
    )
    def test_each_fault_is_named(self, edit: Edit, said: str) -> None:
        """The fault is told with its act and field, what stands there, and what would be right."""
        lines = _faults(_edited(edit))

        assert any(said in line for line in lines), lines
        assert "111222333" not in "".join(lines)

    def test_every_fault_is_named_at_once_with_its_line(self) -> None:
        """Faults in the head and in each act come together, in the order of the file."""

        def edit(value: dict[str, Any]) -> None:
            value.update(theme="ontheffing-medish", opened="morgen")
            value["acts"][0].update(date="2026-02-30", by="")
            value["acts"][2].update(text=" ")

        lines = _faults(_edited(edit))

        assert [line.partition(": ")[0] for line in lines] == [
            "dossier, opened",
            "dossier, theme",
            "dossier:14, acts #1, by",
            "dossier:17, acts #1, date",
            "dossier:34, acts #3, text",
        ]

    def test_unknown_ids_are_named_beside_other_faults(self) -> None:
        """An id that leads nowhere is named though another act has a fault of its own."""

        def edit(value: dict[str, Any]) -> None:
            value.update(theme="ontheffing-medish")
            value["acts"][0].update(by="jan", date="morgen")
            value["acts"][2].update(text=" ", by=7)

        fields = [line.partition(": ")[0].rpartition(", ")[2] for line in _faults(_edited(edit))]

        assert fields == ["theme", "date", "by", "by", "text"]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "dossier: is (empty), must be a dossier: an object with format"),
            (" \n", "dossier: is (empty), must be a dossier: an object with format"),
            ("[]", "dossier: is [], must be a dossier: an object with format"),
            ("null", "dossier: is None, must be a dossier: an object with format"),
            ("{" * 80, "dossier:1: is '{{{{{{{{{{{{{{{{{{{{', must be valid JSON"),
            ('{"format": 1, "format": 1}', "dossier, format: is 'format', must be a key that stands only once"),
            ('{"format": 1, "theme": NaN}', "dossier, theme: is NaN, must be a number that JSON has"),
        ],
    )
    def test_text_that_is_no_dossier_is_refused(self, text: str, said: str) -> None:
        """An empty text, another JSON value, a key twice, a number JSON lacks: each says what is wrong."""
        assert any(said in line for line in _faults(text)), _faults(text)

    def test_key_that_stands_twice_in_an_act_is_named(self) -> None:
        """Python's reader would silently take the last of the two."""
        text = framed().to_json().replace('"rung": 1,', '"rung": 1,\n      "rung": 1,')

        assert _faults(text) == ["dossier:13, acts #1, rung: is 'rung', must be a key that stands only once"]

    @given(st.data())
    def test_dossier_cut_short_is_always_refused(self, data: st.DataObject) -> None:
        """Of a text cut anywhere no part is taken for the whole: the closing brace is its last character but one."""
        text = _FULL.to_json()
        cut = data.draw(st.integers(min_value=0, max_value=len(text.rstrip()) - 1))

        assert len(_faults(text[:cut])) == 1

    @pytest.mark.parametrize("given_format", [2, 10, 10**30])
    def test_newer_format_says_which_is_read(self, given_format: int) -> None:
        """Of a file of a newer version only that is said: the rest cannot be judged."""
        lines = _faults(_edited(lambda value: value.update(format=given_format, acts="anders")))

        assert len(lines) == 1
        assert lines[0].endswith(
            "must be 1. A newer version of inburgering-cop wrote this; this one reads format 1. Update it, then read "
            "again"
        )

    def test_rung_is_held_against_data_of_the_same_day_only(self) -> None:
        """Where the data have changed since, the rung the partner stood on then is believed."""

        def older(value: dict[str, Any]) -> None:
            value.update(as_of="2025-01-01", acts=value["acts"][:2])
            value["acts"][1].update(rung=1)

        assert Dossier.from_json(_edited(older)).acts[1].rung == 1

    def test_ids_are_looked_up_in_the_knowledge_given(self, tmp_path: Path) -> None:
        """A dossier on one's own knowledge reads with that knowledge, and not with the bundled one."""
        kb = on_two_rungs(tmp_path)
        dossier = Dossier.open(kb.escalate("les", municipality="Hier"), on=day(4)).ask(
            "alfa", "Kan dit?", on=day(4), kb=kb
        )

        assert Dossier.from_json(dossier.to_json(), kb=kb) == dossier
        assert len(_faults(dossier.to_json())) == 4


class TestSave:
    """What stands in a file is never lost."""

    def test_dossier_is_saved_and_read(self, tmp_path: Path) -> None:
        """The file holds the JSON, the path comes back, and a later state goes over an earlier one."""
        path = opened().save(tmp_path / "vraag.json")

        _FULL.save(str(path))

        assert read_dossier(path) == read_dossier(str(path)) == _FULL
        assert path.read_text(encoding="utf-8") == _FULL.to_json()
        assert _FULL.save(path) == path

    @pytest.mark.parametrize(
        ("stands", "saved", "reason"),
        [
            (_FULL, framed(), "ahead"),
            (framed().record(1, "Van een ander.", on=day(6)), worked_out(), "ahead"),
            (attrs.evolve(opened(), question="Een andere vraag?"), framed(), "another"),
            (attrs.evolve(opened(), opened=day(3)), framed(), "another"),
        ],
    )
    def test_other_dossier_or_later_state_is_kept(
        self, tmp_path: Path, stands: Dossier, saved: Dossier, reason: str
    ) -> None:
        """What is no earlier state of the same dossier is left as it is, and the error says which it is."""
        path = stands.save(tmp_path / "vraag.json")

        with pytest.raises(icop.FileKeptError) as caught:
            saved.save(path)

        assert (caught.value.reason, caught.value.path) == (reason, str(path))
        assert read_dossier(path) == stands

    @pytest.mark.parametrize("stands", [b"", b'{"format": 1,', b"\xff\xfe", b"Notities", b'{"format": 2}'])
    def test_file_that_does_not_read_is_kept(self, tmp_path: Path, stands: bytes) -> None:
        """A file with faults is not overwritten, whatever it may have been."""
        path = tmp_path / "vraag.json"
        path.write_bytes(stands)

        with pytest.raises(icop.FileKeptError) as caught:
            framed().save(path)
        with pytest.raises(icop.DataError):
            read_dossier(path)

        assert caught.value.reason == "unreadable"
        assert path.read_bytes() == stands

    def test_overwriting_can_be_asked_for(self, tmp_path: Path) -> None:
        """Whoever says so replaces whatever stands there."""
        path = tmp_path / "vraag.json"
        path.write_text("Notities", encoding="utf-8")

        framed().save(path, overwrite=True)

        assert read_dossier(path) == framed()

    def test_dossier_on_own_knowledge_is_saved_like_any_other(self, tmp_path: Path) -> None:
        """Whether a file holds an earlier state is seen without looking up its ids."""
        kb = on_two_rungs(tmp_path)
        dossier = Dossier.open(kb.escalate("les"), on=day(4))
        path = dossier.save(tmp_path / "les.json")

        later = dossier.ask("alfa", "Kan dit?", on=day(4), kb=kb)

        assert read_dossier(later.save(path), kb=kb) == later

    @pytest.mark.parametrize("name", ["nergens.json", "weg/nergens.json"])
    def test_file_that_is_not_there_says_how_to_start_one(self, tmp_path: Path, name: str) -> None:
        """Reading what is not there is a fault of that file, with what to do."""
        with pytest.raises(icop.DataError) as caught:
            read_dossier(tmp_path / name)

        assert [fault.sentence("en") for fault in caught.value.faults] == [
            f"{tmp_path / name}: must be a dossier that is there; start one (open) or give the path of another"
        ]

    @pytest.mark.parametrize("name", [".", "a\0b.json"])
    def test_what_is_no_file_is_refused(self, tmp_path: Path, name: str) -> None:
        """A folder, or a name no system takes, is a fault too."""
        with pytest.raises(icop.DataError):
            read_dossier(tmp_path / name)
