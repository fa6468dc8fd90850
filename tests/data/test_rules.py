"""The rules the bundled data keep beyond those every data set keeps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop import text
from inburgering_cop.knowledge._records import KINDS
from tests.data.canonical import FOLDER, canonical

_FILES = sorted(FOLDER.rglob("*.json"))
_RECORDS = [(f"{kind}/{key}", record) for kind in KINDS for key, record in getattr(icop.load(), kind).items()]


def _within(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """`value` and every record inside it, with the path of each."""
    yield path, value
    for field in attrs.fields(type(value)):
        inner = getattr(value, field.name)
        for member in inner if isinstance(inner, tuple) else (inner,):
            if attrs.has(type(member)):
                yield from _within(member, f"{path}.{field.name}")


class TestFiles:
    """How the files are written."""

    @pytest.mark.parametrize("path", _FILES, ids=[str(path.relative_to(FOLDER)) for path in _FILES])
    def test_file_is_canonical(self, path: Path) -> None:
        """A file is written in the one way there is, so that a change shows as what changed."""
        written = path.read_text(encoding="utf-8")

        assert written == canonical(written), "run: python -m tests.data.canonical"

    def test_each_community_has_its_file(self) -> None:
        """One community per file, called after it."""
        for path in (FOLDER / "communities").glob("*.json"):
            assert [each["id"] for each in json.loads(path.read_text(encoding="utf-8"))["communities"]] == [path.stem]
        assert {path.stem for path in (FOLDER / "communities").glob("*.json")} == set(icop.load().communities)

    def test_each_theme_has_its_file_in_the_folder_of_its_cluster(self) -> None:
        """A theme stands with its responsibilities in one file, called after it."""
        found = {}
        for path in (FOLDER / "themes").glob("*/*.json"):
            value = json.loads(path.read_text(encoding="utf-8"))
            (theme,) = value["themes"]
            assert {each["theme"] for each in value["responsibilities"]} == {theme["id"]}, path.name
            assert (theme["id"], theme["broader"]) == (path.stem, f"cluster-{path.parent.name}")
            found[theme["id"]] = path

        assert set(found) == {theme.id for theme in icop.load().themes.values() if theme.broader}

    def test_phases_stand_in_order(self) -> None:
        """One phase per file, its order before its name."""
        names = [path.stem for path in sorted((FOLDER / "timeline").glob("*.json"))]

        assert names == [f"{phase.order:02}-{phase.id}" for phase in icop.load().timeline()]


class TestThemes:
    """The topics and their clusters."""

    def test_twelve_clusters_hold_every_topic(self) -> None:
        """A theme is a cluster or falls under one, and a cluster has no responsibilities of its own."""
        themes = icop.load().themes.values()
        clusters = {theme.id for theme in themes if theme.broader is None}

        assert len(clusters) == 12
        assert {theme.broader for theme in themes if theme.broader} == clusters
        assert not clusters & {each.theme for each in icop.load().responsibilities.values()}

    def test_object_types_are_those_of_the_model(self) -> None:
        """What a theme is nearest to is an object type of the Gemeentelijk Gegevensmodel 2.5.1."""
        named = {theme.ggm for theme in icop.load().themes.values() if theme.ggm}

        assert named <= {
            *("Aanvraag verlenging Inburgeringstermijn", "B1-route", "Brede Intake", "Diplomawaardering", "Examen"),
            *("Gezinsmigrant en Overige migrant", "Inburgeringsplicht", "Inburgeringstermijn", "Leerroute", "MAP"),
            *("Ontheffing", "PIP", "PVT", "Voorbereiding op Inburgering", "Vrijstelling", "Z-route"),
        }
        assert len(named) == 16

    def test_no_name_leads_to_two_themes(self) -> None:
        """What is typed in full leads to one theme, so that `kb.theme` never has to ask back."""
        led: dict[str, set[str]] = {}
        for theme in icop.load().themes.values():
            for name in (theme.id, theme.label.nl, theme.label.get("en"), *theme.other_names):
                led.setdefault(text.normalise(name), set()).add(theme.id)

        shared = {name: sorted(themes) for name, themes in led.items() if len(themes) > 1}
        assert not shared, f"take the name from all but one: {shared}"


class TestRecords:
    """What every bundled record keeps."""

    def test_texts_are_bilingual(self) -> None:
        """Every text has Dutch and English; only a responsibility's reason may be Dutch alone."""
        lacking = [
            f"{name}{path}: {value.nl}"
            for name, record in _RECORDS
            for path, value in _within(record)
            if isinstance(value, icop.LocalizedText) and value.en is None and path != ".why"
        ]

        assert not lacking, f"give these an English text: {lacking}"

    def test_nothing_is_unverified_without_a_doubt(self) -> None:
        """A record that is not verified says what is uncertain."""
        silent = [
            name
            for name, record in _RECORDS
            if getattr(record, "verified", True) is False and getattr(record, "doubt", None) is None
        ]

        assert not silent, f"give these a doubt: {silent}"

    def test_every_source_is_cited(self) -> None:
        """A source nobody cites says nothing."""
        cited = {
            value.source for _, record in _RECORDS for _, value in _within(record) if isinstance(value, icop.Citation)
        }
        cited |= {
            value.law for _, record in _RECORDS for _, value in _within(record) if isinstance(value, icop.LegalBasis)
        }

        assert cited == set(icop.load().sources)

    def test_every_record_says_where_it_comes_from(self) -> None:
        """Every record but a source itself carries at least one citation."""
        assert all(record.citations for name, record in _RECORDS if not name.startswith("sources/"))

    def test_general_ladder_has_all_three_rungs(self) -> None:
        """Rijnmond's general ladder fills every rung, cited to Rijnmond's page."""
        ladder = [duty for duty in icop.load().responsibilities.values() if duty.theme is None]

        assert {duty.rung for duty in ladder} == {1, 2, 3}
        assert all("cop-rijnmond" in {cited.source for cited in duty.citations} for duty in ladder)
        assert {"duo", "argonaut", "szw"} <= {duty.partner for duty in ladder if duty.rung == 3}

    def test_persons_are_community_leads_only(self) -> None:
        """Names of persons stand in the leads; there are the nine the pages publish."""
        leads = {lead.name for community in icop.load().communities.values() for lead in community.leads}

        assert leads == {
            "Anton Siedenburg",
            "Danielle Kamps",
            "Fikri el Makrini",
            "Majinka van Slijpe",
            "Mehri Samim",
            "Mohammed al Temimi",
            "Renske Waardenburg",
            "Ruth Timmermans",
            "Sylvia Rook",
        }

    def test_no_telephone_number_or_mail_address(self) -> None:
        """No text holds an at sign between words or a telephone number."""
        for path in _FILES:
            assert not any("@" in word for word in path.read_text(encoding="utf-8").split())
            assert not text.holds_bsn(path.read_text(encoding="utf-8").replace("BWBR00", ""))


class TestPlaces:
    """Municipalities and regions."""

    def test_all_342_gemeenten_and_35_regions(self) -> None:
        """The division of 2026 has 342 gemeenten in 35 labour-market regions, each with at least one."""
        kb = icop.load()

        assert (len(kb.municipalities), len(kb.regions)) == (342, 35)
        assert {place.region for place in kb.municipalities.values()} == set(kb.regions)
        years = [place.year for place in kb.municipalities.values()] + [place.year for place in kb.regions.values()]
        assert set(years) == {2026}

    @pytest.mark.parametrize("code", sorted(icop.load().municipalities))
    def test_each_gemeente_is_found_by_its_names(self, code: str) -> None:
        """Every name, alias, code and URI of a gemeente leads to it and to no other."""
        kb = icop.load()
        place = kb.municipalities[code]

        for name in (place.name, *place.other_names, place.code, place.code[2:], place.uri or place.code):
            assert kb.municipality(name) is place

    @pytest.mark.parametrize("code", sorted(icop.load().former_municipalities))
    def test_each_former_gemeente_leads_to_today(self, code: str) -> None:
        """Every merger since 2000 leads to the gemeente of today; a split asks back; no name is in use again."""
        kb = icop.load()
        former = kb.former_municipalities[code]

        assert code not in kb.municipalities
        if len(former.became) == 1:
            assert kb.municipality(former.name).code == kb.municipality(code).code == former.became[0]
        else:
            with pytest.raises(icop.AmbiguousNameError):
                kb.municipality(former.name)

    def test_all_mergers_since_2000(self) -> None:
        """There are 263, five of them split up over several gemeenten of today."""
        former = icop.load().former_municipalities.values()

        assert len(former) == 263
        assert min(each.ended for each in former).year == 2000
        assert sorted(each.name for each in former if len(each.became) > 1) == [
            *("Boarnsterhim", "Haaren", "Littenseradiel", "Maasdonk", "Winsum")
        ]


class TestOneFaultEach:
    """A bundled file with one thing wrong is refused with the line that says what."""

    def test_dangling_theme_of_a_tip(self, tmp_path: Path) -> None:
        """A tip on a theme that does not exist names the nearest."""
        tip = {
            "id": "eigen-tip",
            "text": {"nl": "Vraag het na"},
            "community": "rijnmond",
            "perspective": "professional",
            "themes": ["kinderopvan"],
            "citations": [{"source": "cop-rijnmond", "place": "vraag 1"}],
        }
        path = tmp_path / "tip.json"
        path.write_text(json.dumps({"tips": [tip]}), encoding="utf-8")

        with pytest.raises(icop.DataError) as caught:
            icop.load(path, bundled=True)

        assert caught.value.line("nl") == (
            "1 fout in de gegevens; niets is geladen.\n"
            f"{path}:1, tips 'eigen-tip', themes[0]: staat 'kinderopvan', "
            "moet zijn een id dat onder themes bestaat; dichtbij: kinderopvang"
        )
