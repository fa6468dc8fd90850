"""The commands: each answers what the library answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from tests.cli.conftest import Prompt

_SMALL = Path(__file__).parents[1] / "diagrams" / "small.json"
_TEXTS = {"lang", "warnings", "name", "stands", "said", "why", "guiding_question", "before_next", "doubt"}


def _without_texts(value: Any) -> Any:
    """`value` without the texts that follow the language."""
    if isinstance(value, dict):
        return {
            key: _without_texts(inner)
            for key, inner in value.items()
            if key not in _TEXTS or (key == "name" and "given_as" in value)
        }
    return [_without_texts(inner) for inner in value] if isinstance(value, list) else value


def _ids(rows: list[list[str]]) -> list[str]:
    return [row[0] for row in rows[1:]]


class TestEscalate:
    """`escalate`."""

    def test_it_prints_the_answer(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """Off a terminal it prints the description of the route, in the language asked for."""
        route = kb.escalate("ontheffing-medisch", municipality="Rotterdam", tried={1})
        words = ("escalate", "ontheffing-medisch", "--municipality", "Rotterdam", "--tried", "1")

        nl, en = ask(*words), ask(*words, "--lang", "en")

        assert (nl.code, nl.out, nl.err) == (0, route.describe(lang="nl"), "")
        assert (en.code, en.out, en.err) == (0, route.describe(lang="en"), "")

    def test_it_prints_one_object(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """With `--json` it prints the route as one object."""
        words = ("escalate", "ontheffing-medisch", "--municipality", "0599", "--tried", "2", "--tried", "1", "--json")

        answer = ask(*words, "--lang", "en")

        route = kb.escalate("ontheffing-medisch", municipality="0599", tried={1, 2})
        assert answer.code == 0
        assert answer.object == json.loads(json.dumps(route.to_dict(lang="en")))
        assert answer.object["next_step"] == 3

    def test_the_object_is_that_of_the_contract(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """The object has the agreed keys in the agreed order, at every level."""
        found = ask("escalate", "mijn klant is langdurig ziek", "--municipality", "Rotterdam", "--json").object

        assert list(found) == [
            *("format", "as_of", "lang", "question", "municipality", "community", "coverage", "nearest", "themes"),
            *("alternatives", "competent", "entry", "tried", "next_step", "warnings", "steps"),
        ]
        assert (found["format"], found["as_of"], found["lang"]) == (1, kb.as_of.isoformat(), "nl")
        assert found["question"] == "mijn klant is langdurig ziek"
        assert found["municipality"] == {"code": "GM0599", "name": "Rotterdam", "given_as": "Rotterdam"}
        assert list(found["municipality"]) == ["code", "name", "given_as"]
        assert (found["community"], found["coverage"], found["nearest"]) == ("rijnmond", "named", None)
        assert list(found["themes"][0]) == ["id", "aspect", "score", "words"]
        assert (found["themes"][0]["id"], found["themes"][0]["aspect"]) == ("ontheffing-medisch", None)
        assert found["themes"][0]["words"][1] == {
            "typed": "langdurig",
            "matched": "langdurig",
            "field": "other_names",
        }
        assert list(found["competent"][0]) == ["partner", "role", "rung", "capacity", "aspect", "via", "verified"]
        assert (found["competent"][0]["partner"], found["competent"][0]["rung"]) == ("duo", 3)
        assert [list(step) for step in found["steps"]] == [
            ["rung", "guiding_question", "before_next", "referrals", "background", "tips"]
        ] * 3
        assert [step["rung"] for step in found["steps"]] == [1, 2, 3]
        assert found["next_step"] == 1

    def test_a_referral_is_that_of_the_contract(self, ask: Prompt) -> None:
        """A referral has the agreed keys in the agreed order, and what the library adds stands between them."""
        agreed = ["partner", "name", "role", "capacity", "aspect", "why"]
        agreed += ["legal_basis", "citations", "basis", "verified"]
        found = ask("escalate", "ontheffing-medisch", "--municipality", "Rotterdam", "--json").object

        referrals = [referral for step in found["steps"] for referral in step["referrals"]]

        for referral in referrals:
            assert [key for key in referral if key in agreed] == agreed
            assert set(referral) - set(agreed) == {"scope", "at_table", "stands", "theme", "instead", "via", "doubt"}
            assert all(list(basis) == ["text", "jci", "checked"] for basis in referral["legal_basis"])
            assert all(list(cited) == ["source", "place"] for cited in referral["citations"])
            assert referral["citations"]
        assert any(referral["legal_basis"] for referral in referrals)
        assert next(each for each in referrals if each["partner"] == "duo")["at_table"] == "on-request"

    @pytest.mark.parametrize("question", ["ontheffing-medisch", "lesrooster verandert en werk", "vervoer"])
    @pytest.mark.parametrize("place", ["Rotterdam", "Groningen"])
    def test_only_texts_follow_the_language(self, ask: Prompt, question: str, place: str) -> None:
        """In both languages the object has the same ids and stored words; its texts differ."""
        words = ("escalate", question, "--municipality", place, "--json", "--lang")

        nl, en = ask(*words, "nl").object, ask(*words, "en").object

        assert _without_texts(nl) == _without_texts(en)
        assert (nl["lang"], en["lang"]) == ("nl", "en")
        assert nl["steps"][0]["guiding_question"] == "Wat kan de gemeente zelf doen?"
        assert en["steps"][0]["guiding_question"] == "What can the gemeente do itself?"

    def test_without_a_gemeente_its_place_is_null(self, ask: Prompt) -> None:
        """Without a gemeente, a theme given by id has null for question, gemeente, coverage and nearest."""
        found = ask("escalate", "ontheffing-medisch", "--json").object

        assert [found[key] for key in ("question", "municipality", "coverage", "nearest")] == [None] * 4

    def test_the_gemeente_stands_as_it_was_given(self, ask: Prompt) -> None:
        """An alias is told beside the official name."""
        found = ask("escalate", "map", "--municipality", "den bosch", "--json").object

        assert found["municipality"] == {"code": "GM0796", "name": "'s-Hertogenbosch", "given_as": "den bosch"}

    def test_another_community_can_be_asked(self, ask: Prompt) -> None:
        """`--community` answers for that community, instead of the one that covers the gemeente."""
        found = ask("escalate", "map", "--municipality", "Rotterdam", "--community", "Amsterdam", "--json").object

        assert (found["community"], found["coverage"]) == ("amsterdam", None)

    def test_the_third_rung_alone_is_warned_against(self, ask: Prompt) -> None:
        """With only rung 3 tried, rung 1 is next and a warning says why."""
        found = ask("escalate", "ontheffing-medisch", "--tried", "3", "--json", "--lang", "en").object

        assert (found["tried"], found["next_step"]) == ([3], 1)
        assert found["warnings"][0].startswith("Rung 3 was tried, rungs 1 and 2 were not")


class TestCommunities:
    """`communities`."""

    def test_it_lists_them(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """Without a name it lists every community by id, headings first."""
        answer = ask("communities")

        assert answer.code == 0
        assert answer.rows[0] == ["id", "Looptijd", "Communitytrekkers", "Thema's"]
        assert _ids(answer.rows) == list(kb.communities)

    def test_it_shows_one(self, ask: Prompt) -> None:
        """With a name it shows that community, in the language asked for."""
        assert ask("communities", "Rijnmond").out.startswith("# CoP Inburgering - Rijnmond\n\n- Waarover: ")
        assert "\n- Type: regional community\n" in ask("communities", "rijnmond", "--lang", "en").out

    @pytest.mark.parametrize(
        ("words", "ids"),
        [
            (["--municipality", "Rotterdam"], ["gezinsmigranten", "rijnmond"]),
            (["--municipality", "Groningen"], ["gezinsmigranten"]),
            (["--municipality", "Enschede"], []),
            (["amsterdam", "--municipality", "Rotterdam"], []),
            (["amsterdam", "--municipality", "Amsterdam"], ["amsterdam"]),
        ],
    )
    def test_gemeente_and_name_combine(self, ask: Prompt, words: list[str], ids: list[str]) -> None:
        """A gemeente keeps those that cover it; with a name both must hold."""
        assert [each["id"] for each in ask("communities", *words, "--json").object["records"]] == ids

    def test_nothing_found_is_told(self, ask: Prompt) -> None:
        """Where nothing is found it says so, and that is an answer."""
        answer = ask("communities", "amsterdam", "--municipality", "Rotterdam", "--lang", "en")

        assert (answer.code, answer.out) == (0, "Nothing found.\n")


class TestPartners:
    """`partners`."""

    def test_it_lists_them(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """Without a name or filter it lists every partner by id."""
        answer = ask("partners", "--lang", "en")

        assert answer.rows[0] == ["id", "Name", "Type", "Roles"]
        assert _ids(answer.rows) == list(kb.partners)

    def test_it_shows_one(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """With a name or abbreviation it shows that partner."""
        assert ask("partners", "DUO").out.startswith(f"# {kb.partners['duo'].name.nl}\n\n- Soort: organisatie\n")

    def test_filters_combine(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """Each filter is the library's, and together they combine."""
        for filters in (
            {"role": "taalaanbieder"},
            {"community": "rijnmond"},
            {"theme": "ontheffing-medisch"},
            {"municipality": "Lochem"},
            {"role": "taalaanbieder", "municipality": "Lochem", "community": "achterhoek", "theme": "lesrooster"},
        ):
            words = [part for name, value in filters.items() for part in (f"--{name}", value)]

            found = _ids(ask("partners", *words).rows)

            assert found == [each.id for each in kb.partners_for(**filters)]
            assert found

    def test_a_name_and_a_filter_must_both_hold(self, ask: Prompt) -> None:
        """A partner by name that a filter does not keep is not found."""
        kept, lost = (ask("partners", "albeda", "--community", each) for each in ("rijnmond", "achterhoek"))

        assert kept.out.startswith("# Albeda\n")
        assert lost.out == "Niets gevonden.\n"

    def test_records_are_whole(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """With `--json` the records stand in one object with format and day, in any language alike."""
        nl, en = (ask("partners", "duo", "--json", "--lang", lang) for lang in ("nl", "en"))

        assert nl.out == en.out
        assert list(nl.object) == ["format", "as_of", "records"]
        assert (nl.object["format"], nl.object["as_of"]) == (1, kb.as_of.isoformat())
        assert [each["id"] for each in nl.object["records"]] == ["duo"]


class TestThemes:
    """`themes`."""

    def test_it_lists_them(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """Without a name it lists every theme, each cluster above its own."""
        answer = ask("themes")

        assert answer.rows[0] == ["id", "Naam", "Kanten"]
        assert sorted(_ids(answer.rows)) == list(kb.themes)
        assert _ids(answer.rows)[:2] == ["cluster-doelgroep", "alfabetisering"]

    def test_it_shows_one(self, ask: Prompt) -> None:
        """With an abbreviation it shows that theme."""
        assert ask("themes", "MAP").out.startswith("# Module Arbeidsmarkt en Participatie (MAP)\n\n- Omschrijving: ")

    def test_records_are_whole(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """With `--json` it prints the records, all or the one."""
        assert [each["id"] for each in ask("themes", "--json").object["records"]] == list(kb.themes)
        assert [each["id"] for each in ask("themes", "map", "--json").object["records"]] == ["map"]


class TestTips:
    """`tips`."""

    def test_it_lists_them(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """Without a filter it lists every tip by id."""
        answer = ask("tips")

        assert answer.rows[0] == ["id", "Soort", "Van wie", "Tips", "Bron"]
        assert _ids(answer.rows) == list(kb.tips)

    def test_filters_combine(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """Each filter is the library's, and together they combine."""
        for filters in (
            {"theme": "lesrooster"},
            {"partner": "werkgever"},
            {"community": "amsterdam"},
            {"audience": "klantmanager"},
            {"perspective": "inburgeraar"},
            {"community": "amsterdam", "perspective": "inburgeraar"},
        ):
            words = [part for name, value in filters.items() for part in (f"--{name}", value)]

            found = [each["id"] for each in ask("tips", *words, "--json").object["records"]]

            assert found == [each.id for each in kb.tips_for(**filters)]
            assert found


class TestSearch:
    """`search`."""

    def test_hits_are_listed(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """Each with its kind, its id, what it says, and the words that led to it; the library's, in its order."""
        answer = ask("search", "rooster werkgever")

        assert answer.rows[0] == ["Soort", "id", "Tekst", "Woorden"]
        assert [row[1] for row in answer.rows[1:]] == [hit.record.id for hit in kb.search("rooster werkgever")]
        assert {row[0] for row in answer.rows[1:]} <= {"thema", "tip", "partner", "community of practice"}
        assert ["thema", "lesrooster", kb.themes["lesrooster"].label.nl] in [row[:3] for row in answer.rows]

    def test_filters_are_the_librarys(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """Kinds, theme, community and how many."""
        words = ["search", "rooster werkgever", "--kind", "tips", "--kind", "themes", "--theme", "lesrooster"]

        found = ask(*words, "--most", "2", "--json").object

        hits = kb.search("rooster werkgever", kinds=["tips", "themes"], theme="lesrooster", most=2)
        assert list(found) == ["format", "as_of", "hits"]
        assert [(hit["kind"], hit["id"], hit["score"]) for hit in found["hits"]] == [
            (hit.kind, hit.record.id, hit.score) for hit in hits
        ]
        assert list(found["hits"][0]) == ["kind", "id", "score", "words"]
        assert list(found["hits"][0]["words"][0]) == ["typed", "matched", "field"]

    @pytest.mark.parametrize("kind", ["tips", "partners", "communities"])
    def test_every_kind_is_shown(self, ask: Prompt, kind: str) -> None:
        """A tip by its text, a partner and a community by name."""
        rows = ask("search", "Rotterdam Rijnmond taalaanbieder", "--kind", kind, "--lang", "en").rows[1:]

        assert rows
        assert all(row[2] for row in rows)

    def test_nothing_found_is_said(self, ask: Prompt) -> None:
        """Words that lead nowhere print that there is none."""
        assert ask("search", "xqzvwk pfghjl").out == "Niets gevonden.\n"

    def test_unknown_kind_is_bad_input(self, ask: Prompt) -> None:
        """A kind that does not exist is refused, with the nearest."""
        answer = ask("search", "rooster", "--kind", "tip")

        assert answer.code == 2
        assert "'tip'" in answer.err
        assert "tips" in answer.err


class TestTimeline:
    """`timeline`."""

    def test_it_lists_the_phases_in_order(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """The phases stand in the order of the timeline."""
        answer = ask("timeline", "--lang", "en")

        assert answer.rows[0] == ["id", "Phase", "Who", "Terms", "Results"]
        assert _ids(answer.rows) == [phase.id for phase in kb.timeline()]

    def test_a_deadline_is_told_with_its_rules(self, ask: Prompt) -> None:
        """The day a term ends stands with the article, the rules applied and what to mind."""
        nl, en = (
            ask("deadline", "pip", "--from", "2026-01-12"),
            ask("deadline", "pip", "--from", "2026-01-12", "--lang", "en"),
        )

        assert (nl.code, en.code) == (0, 0)
        assert "- Eindigt op: 23 maart 2026" in nl.out
        assert "- Ends on: 23 March 2026" in en.out
        assert "Bi2021 art. 5.3 lid 1" in nl.out
        assert "Atw art. 5" in nl.out

    def test_a_deadline_as_json(self, ask: Prompt) -> None:
        """A program gets the days as dates."""
        found = ask("deadline", "pip", "--from", "2026-01-12", "--json").object

        assert list(found) == [
            *("format", "as_of", "deadline", "counts_from", "ends", "by_calendar", "rules", "warnings"),
        ]
        assert (found["deadline"], found["counts_from"], found["ends"]) == ("pip", "2026-01-12", "2026-03-23")

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (
                ["deadline", "pip", "--from", "gisteren"],
                "counts_from kan niet 'gisteren' zijn. Het moet zijn: een datum",
            ),
            (["deadline", "pip", "--from", "2021-12-31"], "toen de Bi2021 inging"),
            (["deadline", "uren-pvt", "--from", "2026-01-12"], "het is een norm"),
            (["deadline", "pipp", "--from", "2026-01-12"], "Bedoel je 'pip'"),
        ],
    )
    def test_a_deadline_without_a_date_is_refused(self, ask: Prompt, words: list[str], said: str) -> None:
        """A day that is none, a day before the law, a norm and an unknown term are told in one line."""
        answer = ask(*words)

        assert (answer.code, answer.out) == (2, "")
        assert said in answer.err
        assert answer.err.count("\n") == 1

    def test_a_group_keeps_its_phases(self, ask: Prompt, kb: icop.KnowledgeBase) -> None:
        """With a group only the phases it goes through stand there."""
        found = ask("timeline", "--group", "gezinsmigrant-of-overig", "--json").object["records"]

        assert [each["id"] for each in found] == [each.id for each in kb.timeline(group="gezinsmigrant-of-overig")]
        assert len(found) < len(kb.phases)


def _own(folder: Path, **fields: Any) -> Path:
    """A file with one source and one tip that leans on the bundled records; `fields` change the tip."""
    cited = [{"source": "eigen-bron", "place": "1"}]
    tip = {
        "id": "eigen-tip",
        "text": {"nl": "Bel eerst.", "en": "Call first."},
        "community": "rijnmond",
        "perspective": "professional",
        "themes": ["map"],
        "citations": cited,
    }
    source = {"id": "eigen-bron", "title": "Eigen", "publisher": "Wij", "retrieved": "2026-01-01"}
    file = folder / "eigen.json"
    file.write_text(json.dumps({"sources": [source], "tips": [tip | fields]}, indent=2), encoding="utf-8")
    return file


class TestCheck:
    """`check`."""

    @pytest.mark.parametrize("words", [[], ["--bundled"]])
    def test_the_bundled_records_are_sound(self, ask: Prompt, kb: icop.KnowledgeBase, words: list[str]) -> None:
        """Without paths the bundled records are checked, and counted."""
        answer = ask("check", *words)

        assert (answer.code, answer.err) == (0, "")
        assert answer.out == f"Geen fouten: {kb.records.count} records gelezen.\n"

    def test_sound_own_records(self, ask: Prompt, tmp_path: Path) -> None:
        """Own records without faults are counted, in the language asked for; a folder is read whole."""
        folder = tmp_path / "records"
        folder.mkdir()
        (folder / "small.json").write_bytes(_SMALL.read_bytes())
        records = json.loads(_SMALL.read_text(encoding="utf-8"))
        count = sum(len(kind) for kind in records.values() if isinstance(kind, list))

        by_file, by_folder = ask("check", str(_SMALL), "--lang", "en"), ask("check", str(folder))

        assert (by_file.code, by_file.out) == (0, f"No faults: {count} records read.\n")
        assert (by_folder.code, by_folder.out) == (0, f"Geen fouten: {count} records gelezen.\n")

    def test_own_records_may_lean_on_the_bundled(self, ask: Prompt, kb: icop.KnowledgeBase, tmp_path: Path) -> None:
        """With `--bundled` own records are checked together with the bundled ones."""
        answer = ask("check", str(_own(tmp_path)), "--bundled", "--json")

        assert answer.code == 0
        assert answer.object == {"format": 1, "records": kb.records.count + 2, "faults": []}
        assert list(answer.object) == ["format", "records", "faults"]

    def test_without_the_bundled_they_lead_nowhere(self, ask: Prompt, tmp_path: Path) -> None:
        """Without `--bundled` every reference to a bundled record is a fault with file, line, record and field."""
        file = _own(tmp_path)

        nl, en = ask("check", str(file)), ask("check", str(file), "--lang", "en")

        assert (nl.code, nl.out, en.code, en.out) == (1, "", 1, "")
        assert nl.err.splitlines()[0] == "2 fouten in de gegevens; niets is geladen."
        assert nl.err.splitlines()[-1] == "Verwijzen je records naar de meegeleverde? Geef dan ook --bundled."
        assert en.err.splitlines() == [
            "2 faults in the data; nothing was loaded.",
            f"{file}:17, tips 'eigen-tip', community: is 'rijnmond', must be an id that exists among communities",
            f"{file}:19, tips 'eigen-tip', themes[0]: is 'map', must be an id that exists among themes",
            "Do your records refer to the bundled ones? Then give --bundled too.",
        ]
        assert len(nl.err.splitlines()) == 4

    def test_faults_with_the_bundled_are_those_of_the_own_file(self, ask: Prompt, tmp_path: Path) -> None:
        """With `--bundled`, a faulty reference is told with what is near among the bundled records."""
        file = _own(tmp_path, themes=["mapp"])

        answer = ask("check", str(file), "--bundled", "--lang", "en")

        assert answer.code == 1
        first, *others = answer.err.splitlines()
        assert first == "1 fault in the data; nothing was loaded."
        assert len(others) == 1
        assert others[0].startswith(f"{file}:19, tips 'eigen-tip', themes[0]: is 'mapp', must be an id that exists")
        assert "near: map" in others[0]

    def test_faults_are_objects_for_a_program(self, ask: Prompt, tmp_path: Path) -> None:
        """With `--json` the faults stand in one object, each with file, record, field, given, wanted and line."""
        file = _own(tmp_path, verified="false", kleur="rood")

        answer = ask("check", str(file), "--bundled", "--json")

        assert answer.code == 1
        assert list(answer.object) == ["format", "records", "faults"]
        assert (answer.object["format"], answer.object["records"]) == (1, 0)
        faults = answer.object["faults"]
        assert {tuple(fault) for fault in faults} == {("file", "record", "field", "given", "wanted", "line")}
        assert {(fault["file"], fault["record"], fault["field"], fault["given"]) for fault in faults} == {
            (str(file), "tips 'eigen-tip'", "verified", "'false'"),
            (str(file), "tips 'eigen-tip'", "kleur", "'kleur'"),
        }
        truth = next(fault for fault in faults if fault["field"] == "verified")
        assert truth["wanted"] == {
            "nl": "true of false, zonder aanhalingstekens",
            "en": "true or false, without quotes",
        }
        assert file.read_text(encoding="utf-8").splitlines()[truth["line"] - 1].strip() == '"verified": "false",'

    def test_a_bsn_in_own_records_is_not_repeated(self, ask: Prompt, tmp_path: Path) -> None:
        """A text that holds a number that can be a BSN is a fault that does not repeat it."""
        file = _own(tmp_path, text={"nl": "Bel 111222333", "en": "Call first."})

        text, program = ask("check", str(file), "--bundled"), ask("check", str(file), "--bundled", "--json")

        assert (text.code, program.code) == (1, 1)
        assert "een tekst zonder BSN" in text.err
        assert "111222333" not in text.err + program.out

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "is (empty), must be a .json file, or a folder of .json files, that holds records"),
            (b"{", "must be valid JSON"),
            (b'{"tips": "x"}', "is 'x', must be a list of records in [ ]"),
            (b"\xff", "must be text in UTF-8; save the file that way"),
        ],
    )
    def test_a_broken_file_is_told(self, ask: Prompt, tmp_path: Path, content: bytes, said: str) -> None:
        """A file that is no data set is told with its name and what would be right."""
        file = tmp_path / "stuk.json"
        file.write_bytes(content)

        answer = ask("check", str(file), "--lang", "en")

        assert (answer.code, answer.out) == (1, "")
        assert answer.err.splitlines()[-1].startswith(str(file))
        assert said in answer.err.splitlines()[-1]

    def test_a_blank_path_is_refused(self, ask: Prompt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A blank path is an error, never the folder one happens to stand in."""
        (tmp_path / "small.json").write_bytes(_SMALL.read_bytes())
        monkeypatch.chdir(tmp_path)

        answer = ask("check", "")

        assert (answer.code, answer.out) == (2, "")
