"""The knowledge base and `load`."""

from __future__ import annotations

import datetime
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from tests._made import RECORDS, made


class TestLoad:
    """`icop.load`."""

    def test_bundled_knowledge_is_one_object(self) -> None:
        """`load()` gives the same object every time."""
        assert icop.load() is icop.load()

    def test_eight_threads_get_the_same_object(self) -> None:
        """Eight threads that load at once, in a fresh process, share one object."""
        program = (
            "import threading, inburgering_cop as icop\n"
            "from concurrent.futures import ThreadPoolExecutor\n"
            "gate = threading.Barrier(8)\n"
            "def load(_):\n    gate.wait()\n    return id(icop.load())\n"
            "with ThreadPoolExecutor(8) as pool:\n    print(len(set(pool.map(load, range(8)))))\n"
        )

        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

        assert done.stdout == "1\n"

    def test_threads_answer_alike(self, kb: icop.KnowledgeBase) -> None:
        """Eight threads that ask at once get equal answers."""
        with ThreadPoolExecutor(8) as pool:
            routes = set(pool.map(lambda _: kb.escalate("medische ontheffing", municipality="Rotterdam"), range(32)))

        assert len(routes) == 1

    def test_own_records_are_a_new_object_each_call(self, tmp_path: Path) -> None:
        """A path gives a knowledge base of those records only, new each time."""
        kb = made(tmp_path)

        assert kb is not made(tmp_path)
        assert kb != made(tmp_path)
        assert list(kb.themes) == ["boete", "leeg", "les"]
        assert (kb.version, kb.as_of) == ("1.2.3", datetime.date(2026, 1, 2))

    def test_own_records_beside_the_bundled_ones(self, tmp_path: Path) -> None:
        """With `bundled=True` own records may refer to bundled ones, and both are found."""
        cited = [{"source": "cop-rijnmond", "place": "vraag 1"}]
        theme = {"id": "zwemles", "label": {"nl": "Zwemles"}, "definition": {"nl": "Leren zwemmen"}, "citations": cited}
        path = tmp_path / "own.json"
        path.write_text(json.dumps({"themes": [theme]}), encoding="utf-8")

        kb = icop.load(path, bundled=True)

        assert kb.escalate("zwemles", municipality="Rotterdam").themes[0].theme.id == "zwemles"
        assert kb.escalate("wie geeft zwemles?").themes[0].theme.id == "zwemles"
        assert kb.escalate("mijn klant wil zwemles op donderdag, wie betaalt dat?").themes[0].theme.id == "zwemles"
        assert kb.version == icop.load().version
        assert "zwemles" not in icop.load().themes

    def test_folder_and_files_are_read_together(self, tmp_path: Path) -> None:
        """Several paths, files and folders, make one checked whole."""
        folder = tmp_path / "region"
        folder.mkdir()
        rest = {kind: records for kind, records in RECORDS.items() if kind != "tips"}
        (folder / "a.json").write_text(json.dumps(rest), encoding="utf-8")
        (folder / "note.txt").write_text("not read", encoding="utf-8")
        (tmp_path / "tips.json").write_text(json.dumps({"tips": RECORDS["tips"]}), encoding="utf-8")

        kb = icop.load(str(folder), tmp_path / "tips.json")

        assert len(kb.tips) == len(RECORDS["tips"])

    def test_own_records_without_a_dataset_are_as_old_as_their_sources(self, tmp_path: Path) -> None:
        """Records that do not say how old they are, are as of the day their latest source was read."""
        path = tmp_path / "own.json"
        path.write_text(json.dumps({"sources": RECORDS["sources"]}), encoding="utf-8")

        kb = icop.load(path)

        assert (kb.version, kb.as_of) == ("0.0.0", datetime.date(2026, 1, 1))


class TestValue:
    """The knowledge base as a value."""

    def test_bundled_one_pickles_as_a_reference(self, kb: icop.KnowledgeBase) -> None:
        """Unpickling the bundled knowledge gives the loaded object back."""
        assert pickle.loads(pickle.dumps(kb)) is kb
        assert len(pickle.dumps(kb)) < 200

    def test_own_one_pickles_whole(self, tmp_path: Path) -> None:
        """A knowledge base of own records carries them along."""
        kb = made(tmp_path)

        again = pickle.loads(pickle.dumps(kb))

        assert again.escalate("boete") == kb.escalate("boete")

    def test_it_cannot_be_changed(self, kb: icop.KnowledgeBase) -> None:
        """Neither the knowledge base nor a catalogue nor a record can be changed."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            kb.records = kb.records  # type: ignore[misc]
        with pytest.raises(TypeError):
            kb.partners["duo"] = kb.partners["coa"]  # type: ignore[index]
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            kb.partners["duo"].rung = 1  # type: ignore[misc]

    def test_repr_says_version_and_day(self, tmp_path: Path) -> None:
        """The repr shows the version of the data and until when it was checked."""
        assert repr(made(tmp_path)) == "<KnowledgeBase 1.2.3, as of 2026-01-02>"

    def test_catalogues_are_in_order(self, kb: icop.KnowledgeBase) -> None:
        """Each catalogue lists its ids in order; municipalities go by GM code, regions by AM code."""
        for name in (
            "communities",
            "meetings",
            "partners",
            "themes",
            "tips",
            "responsibilities",
            "relations",
            "phases",
        ):
            assert list(getattr(kb, name)) == sorted(getattr(kb, name))
        assert len(kb.sources) > 5
        assert next(iter(kb.municipalities)) == "GM0014"
        assert next(iter(kb.regions)) == "AM01"


class TestLookUps:
    """Names lead to records."""

    @pytest.mark.parametrize("name", ["Den Bosch", "'s-Hertogenbosch", "s hertogenbosch", "0796", "GM0796", "gm0796"])
    def test_municipality_by_any_name(self, kb: icop.KnowledgeBase, name: str) -> None:
        """A gemeente is found by name, alias and code, whatever the case and punctuation."""
        assert kb.municipality(name).code == "GM0796"

    def test_municipality_by_uri(self, kb: icop.KnowledgeBase) -> None:
        """A gemeente is found by its TOOI URI."""
        assert kb.municipality("https://identifier.overheid.nl/tooi/id/gemeente/gm0363").name == "Amsterdam"

    def test_shared_name_is_asked_back(self, kb: icop.KnowledgeBase) -> None:
        """A name two gemeenten share is not guessed: both are listed."""
        with pytest.raises(icop.AmbiguousNameError, match="'Bergen' can be more than one") as caught:
            kb.municipality("Bergen")

        assert caught.value.candidates == ("Bergen (L)", "Bergen (NH)")

    @pytest.mark.parametrize("name", ["Weesp", "weesp", "GM0457", "0457"])
    def test_former_gemeente_leads_to_the_one_of_today(self, kb: icop.KnowledgeBase, name: str) -> None:
        """A gemeente that has merged is found by its old name and code."""
        assert kb.municipality(name).name == "Amsterdam"

    def test_split_gemeente_is_asked_back(self, kb: icop.KnowledgeBase) -> None:
        """A gemeente that was split up lists where it lies now, in both languages."""
        with pytest.raises(icop.AmbiguousNameError) as caught:
            kb.municipality("Maasdonk")

        assert caught.value.candidates == ("'s-Hertogenbosch", "Oss")
        assert str(caught.value).startswith("'Maasdonk' was split up; it now lies in ''s-Hertogenbosch' and 'Oss'.")
        assert caught.value.line("nl").endswith("Geef welke je bedoelt.")

    def test_typing_error_is_answered_with_what_is_near(self, kb: icop.KnowledgeBase) -> None:
        """A misspelt name says what is near and where all of them are."""
        with pytest.raises(icop.UnknownPartnerError) as caught:
            kb.partner("duoo")

        assert (
            str(caught.value)
            == f"Unknown partner 'duoo'. Did you mean 'duo'? kb.partners lists all {len(kb.partners)}."
        )

    @pytest.mark.parametrize("look", ["partner", "theme", "community", "municipality"])
    def test_blank_name_is_unknown(self, kb: icop.KnowledgeBase, look: str) -> None:
        """A blank name is never everything."""
        with pytest.raises(icop.UnknownNameError):
            getattr(kb, look)(" ")

    def test_names_and_abbreviations(self, kb: icop.KnowledgeBase) -> None:
        """Partners, themes and communities are found by id, label and other name."""
        assert kb.partner("VWN").id == "vluchtelingenwerk"
        assert kb.theme("MAP").id == "map"
        assert kb.community("Rijnmond").id == kb.community("CoP Inburgering - Rijnmond").id == "rijnmond"

    def test_catalogue_index_says_what_is_near(self, kb: icop.KnowledgeBase) -> None:
        """Indexing a catalogue with an unknown id raises the same error as a look-up."""
        with pytest.raises(icop.UnknownThemeError, match="Did you mean 'kinderopvang'"):
            kb.themes["kinderopvan"]


class TestCommunitiesFor:
    """`kb.communities_for`."""

    def test_named_and_area(self, kb: icop.KnowledgeBase) -> None:
        """A gemeente the page names is covered as named, one that only lies in the area as area."""
        assert [(each.community.id, each.coverage.value) for each in kb.communities_for("Weert")] == [
            ("midden-limburg", "named")
        ]
        assert [each.coverage.value for each in kb.communities_for("Schiedam")] == ["area"]
        assert [(each.community.id, each.coverage.value) for each in kb.communities_for("Utrecht")] == [
            ("gezinsmigranten", "named")
        ]
        assert kb.communities_for("Enschede") == ()

    def test_named_stands_before_area_and_early_before_late(self, tmp_path: Path) -> None:
        """Ties go to named before area, then to the earliest start, then to the id."""
        noord = RECORDS["communities"][0]
        others = [
            {**noord, "id": "area-vroeg", "municipalities": [], "starts": "2020"},
            {**noord, "id": "later", "starts": "2024"},
            {**noord, "id": "ook", "starts": "2023-03"},
        ]

        found = made(tmp_path, communities=[*others, noord]).communities_for("Hier")

        assert [each.community.id for each in found] == ["noord", "ook", "later", "area-vroeg"]


class TestPartnersFor:
    """`kb.partners_for`."""

    def test_filters_combine(self, tmp_path: Path) -> None:
        """Every filter removes; together they keep what all keep."""
        kb = made(tmp_path)

        def ids(**filters: Any) -> list[str]:
            return [partner.id for partner in kb.partners_for(**filters)]

        assert ids(role="school") == ["alfa", "beta", "gast", "school"]
        assert ids(community="noord") == ["alfa", "beta", "coa", "gast", "gemeente-hier", "klantmanager"]
        assert ids(municipality="Hier", role="school") == ["alfa", "beta", "gast"]
        assert ids(theme="boete") == ["duo", "gemeente", "gemeente-hier", "jurist", "klantmanager"]
        assert ids(theme="boete", community=kb.communities["noord"]) == ["gemeente-hier", "klantmanager"]
        assert ids(municipality="Verderop") == []

    def test_without_filters_it_asks_for_one(self, tmp_path: Path) -> None:
        """No filter is an error with advice, never everything."""
        with pytest.raises(icop.InvalidValueError, match=r"at least one filter; kb\.partners holds them all"):
            made(tmp_path).partners_for()


class TestTipsFor:
    """`kb.tips_for`."""

    def test_each_filter_keeps_its_own(self, tmp_path: Path) -> None:
        """Theme, partner, community, audience and perspective each keep the tips they name."""
        kb = made(tmp_path)

        def ids(**filters: Any) -> list[str]:
            return [tip.id for tip in kb.tips_for(**filters)]

        assert ids(theme="Leeg") == ["noord-ladder"]
        assert ids(partner="Opvang") == ids(partner=kb.partners["coa"]) == ["noord-bel-coa"]
        assert len(ids(community="noord")) == len(kb.tips)
        assert ids(audience="klantmanager", perspective="inburgeraar") == ["noord-kijk-eerst"]
        assert ids(theme=kb.themes["boete"]) == []

    @pytest.mark.parametrize(
        ("filters", "error"),
        [
            ({}, icop.InvalidValueError),
            ({"perspective": "iedereen"}, icop.InvalidValueError),
            ({"audience": "niemand"}, icop.UnknownPartnerError),
            ({"theme": "niets"}, icop.UnknownThemeError),
            ({"community": "nergens"}, icop.UnknownCommunityError),
        ],
    )
    def test_wrong_filters_raise(self, tmp_path: Path, filters: Any, error: type[Exception]) -> None:
        """No filter, no stored word and no existing name are errors."""
        with pytest.raises(error):
            made(tmp_path).tips_for(**filters)

    def test_every_tip_of_the_pages(self, kb: icop.KnowledgeBase) -> None:
        """The tips the pages number are all there, and the 27 findings of the Meet & Greet."""

        def places(community: str) -> set[str]:
            found = kb.tips_for(community=community)
            return {cited.place for tip in found for cited in tip.citations if "tip" in cited.place}

        assert {f"vraag 3, tip {n}" for n in (1, 2)} <= places("amsterdam")
        assert {f"Tips vanuit perspectief inburgeraars, tip {n}" for n in range(1, 6)} <= places("amsterdam")
        assert {f"vraag 3, algemene tips, tip {n}" for n in (1, 2, 3)} <= places("midden-limburg")
        assert {f"vraag 3, taal en werk, tip {n}" for n in (1, 2, 3, 4)} <= places("midden-limburg")
        assert {f"vraag 3, tip {n}" for n in (1, 2, 3)} == places("achterhoek")
        assert "vraag 3, belangrijke tip" in places("rijnmond")
        assert sum(tip.meeting is not None for tip in kb.tips.values()) == 27


class TestEscalate:
    """`kb.escalate` and `icop.escalate`: what a question may be."""

    def test_exact_id_is_the_theme(self, kb: icop.KnowledgeBase) -> None:
        """A text that is exactly a theme id is that theme; any other text is a question."""
        assert kb.escalate("handhaving-boete?").question == "handhaving-boete?"
        assert kb.escalate("handhaving-boete").question is None

    def test_question_asked_again_is_not_read_again(self, kb: icop.KnowledgeBase) -> None:
        """Who climbs the ladder asks the same once more: what it is about is remembered, the answer made anew."""
        first = kb.escalate("Wie betaalt de inburgeringscursus?")
        second = kb.escalate("Wie betaalt de inburgeringscursus?", municipality="Lochem", tried=[1])

        assert second.themes[0] is first.themes[0]
        assert (first.next_step, second.next_step) == (1, 2)

    def test_theme_record_is_the_theme(self, kb: icop.KnowledgeBase) -> None:
        """A theme may be given as the record itself."""
        assert kb.escalate(kb.themes["map"]) == icop.escalate("map")

    def test_theme_of_other_records_is_unknown(self, kb: icop.KnowledgeBase, tmp_path: Path) -> None:
        """A theme these records do not hold is unknown, also when it is given as a record."""
        with pytest.raises(icop.UnknownThemeError):
            kb.escalate(made(tmp_path).themes["boete"])

    @pytest.mark.parametrize("ask", [icop.escalate, icop.load().escalate])
    def test_refused_questions_raise(self, ask: Callable[..., Any]) -> None:
        """Blank, too long and personal numbers are refused before anything is matched."""
        for question in ("", " \n", "x" * 2001, "BSN 111222333", "bel\x07"):
            with pytest.raises(icop.TextRefusedError):
                ask(question)

    def test_unknown_places_and_communities_raise(self, kb: icop.KnowledgeBase) -> None:
        """A gemeente or community that does not exist raises, with what is near."""
        with pytest.raises(icop.UnknownMunicipalityError, match="Did you mean 'Rotterdam'"):
            kb.escalate("map", municipality="Roterdam")
        with pytest.raises(icop.UnknownCommunityError, match="Did you mean"):
            kb.escalate("map", community="Rijnmont")

    @given(st.text(max_size=200))
    def test_any_text_is_answered_or_refused(self, question: str) -> None:
        """Whatever is typed, the library answers or raises one of its own errors: nothing else can come out."""
        outcome = _answered(question)

        assert outcome


def _answered(question: str) -> str:
    """The line of the library's own error, or the text of the answer; any other error is let through."""
    try:
        return icop.escalate(question).describe()
    except icop.InburgeringCopError as error:
        return error.line("nl")
