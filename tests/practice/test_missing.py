"""Who is missing at a table."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from inburgering_cop.practice import Missing, who_is_missing
from tests.practice._small import CITED, community, loaded, records, seat, text, theme


def _ids(found: Missing) -> list[str]:
    return [each.role.id for each in found.roles]


def _duty(name: str, partner: str, capacity: str, on: str = "les", **more: Any) -> dict[str, Any]:
    duty = {"id": name, "theme": on, "partner": partner, "rung": 2, "order": 1, "capacity": capacity, "why": text(name)}
    return duty | CITED | more


class TestWhoIsMissing:
    """`who_is_missing`."""

    def test_responsible_role_that_sits_there_is_not_missing(self, tmp_path: Path) -> None:
        """Of the two roles responsible for the lessons the school sits there, through an organisation."""
        kb = loaded(tmp_path, community("noord", themes=[theme("les")], participations=[seat("alfa")]))

        found = who_is_missing("noord", kb=kb)

        assert _ids(found) == ["azc"]
        assert [(each.role.id, each.partner.id) for each in found.present] == [("school", "alfa")]

    def test_most_needed_first(self, tmp_path: Path) -> None:
        """Deciding the case comes before preparing it, executing, the framework, and the other capacities in order."""
        capacities = ["is-informed", "supervises", "pays", "informs", "advises"]
        names = ["alfa", "beta", "gast", "azc", "school"]
        duties = [_duty(f"d{name}", name, each) for name, each in zip(names, capacities, strict=True)]
        duties += [
            _duty("framework", "coa", "decides", scope="framework"),
            _duty("executes", "duo", "executes"),
            _duty("case", "gemeente", "decides", scope="case", via="jurist"),
        ]
        kb = loaded(tmp_path, community("noord", themes=[theme("les")]), responsibilities=duties)

        found = who_is_missing("noord", kb=kb)

        assert _ids(found) == ["gemeente", "jurist", "duo", "coa", "school", "azc", "gast", "beta", "alfa"]
        assert [duty.prepares for each in found.roles for duty in each.duties][:3] == [False, True, False]

    def test_needed_for_more_themes_comes_first_of_equals(self, tmp_path: Path) -> None:
        """Of two that execute the one needed for two themes leads, then the id decides."""
        duties = [
            _duty("a", "alfa", "executes"),
            _duty("b", "beta", "executes"),
            _duty("c", "gast", "executes"),
            _duty("d", "gast", "informs", on="boete"),
        ]
        kb = loaded(tmp_path, community("noord", themes=[theme("les"), theme("boete")]), responsibilities=duties)

        found = who_is_missing("noord", kb=kb)

        assert _ids(found) == ["gast", "alfa", "beta"]
        assert found.roles[0].themes == ("les", "boete")

    def test_background_is_left_out(self, tmp_path: Path) -> None:
        """Who is told for the background only has no place to miss."""
        duties = [_duty("a", "duo", "decides", scope="framework", background=True)]
        kb = loaded(tmp_path, community("noord", themes=[theme("les")]), responsibilities=duties)

        assert _ids(who_is_missing("noord", kb=kb)) == []

    def test_guest_is_missing_and_was_here(self, tmp_path: Path) -> None:
        """A guest is not at the table; the answer says that it was here."""
        rows = [seat("alfa", "guest"), seat("azc", "planned")]
        kb = loaded(tmp_path, community("noord", themes=[theme("les")], participations=rows))

        found = who_is_missing("noord", kb=kb)

        here = {each.role.id: each.here.standing.value for each in found.roles if each.here}
        assert here == {"school": "guest", "azc": "planned"}

    def test_function_of_a_gemeente_that_does_not_say_whom_it_sends(self, tmp_path: Path) -> None:
        """Whether a klantmanager sits there cannot be told where the page says only gemeente."""
        duties = [_duty("a", "klantmanager", "executes"), _duty("b", "duo", "advises")]
        silent = community("noord", themes=[theme("les")], participations=[seat("gemeente")])
        spoken = community("zuid", themes=[theme("les")], participations=[seat("gemeente-hier", sends=["jurist"])])
        kb = loaded(tmp_path, silent, spoken, responsibilities=duties)

        noord, zuid = who_is_missing("noord", kb=kb), who_is_missing("zuid", kb=kb)

        assert (_ids(noord), [each.role.id for each in noord.not_told]) == (["duo"], ["klantmanager"])
        assert (_ids(zuid), zuid.not_told) == (["klantmanager", "duo"], ())

    def test_one_theme_that_the_community_need_not_have(self, tmp_path: Path) -> None:
        """A theme narrows the question, also one that is not on the community's list."""
        kb = loaded(tmp_path, community("noord", themes=[theme("les")]))

        found = who_is_missing("noord", theme="straf voor verzuim", kb=kb)

        assert [each.id for each in found.themes] == ["boete"]
        assert _ids(found) == ["gemeente", "jurist", "duo", "klantmanager"]

    def test_who_comes_for_another_theme_is_missing_for_this_one(self, tmp_path: Path) -> None:
        """DUO that comes for the fine only is missing for the lessons."""
        duties = [_duty("a", "duo", "executes"), _duty("b", "duo", "executes", on="boete")]
        table = community("noord", themes=[theme("les")], participations=[seat("duo", themes=["boete"])])
        kb = loaded(tmp_path, table, responsibilities=duties)

        assert _ids(who_is_missing("noord", kb=kb)) == ["duo"]
        assert _ids(who_is_missing("noord", theme="boete", kb=kb)) == []

    def test_elsewhere_is_where_others_have_the_role(self, tmp_path: Path) -> None:
        """The other tables are named with how the role sits there, the own table never."""
        kb = loaded(
            tmp_path,
            community("noord", themes=[theme("les")], participations=[seat("azc", "planned")]),
            community("oost", participations=[seat("azc", "guest")]),
            community("zuid", participations=[seat("coa")]),
        )

        missing = next(each for each in who_is_missing("noord", kb=kb).roles if each.role.id == "azc")

        assert [(each.community.id, each.partner.id) for each in missing.elsewhere] == [
            ("zuid", "coa"),
            ("oost", "azc"),
        ]

    def test_theme_on_which_nobody_is_named_is_told(self, tmp_path: Path) -> None:
        """A theme without responsibilities of its own is not taken as complete."""
        kb = loaded(tmp_path, community("noord", themes=[theme("leeg")]))

        found = who_is_missing("noord", kb=kb)

        assert ([each.id for each in found.unanswered], found.roles) == (["leeg"], ())

    @pytest.mark.parametrize("name", icop.load().communities)
    def test_every_community_has_an_answer(self, name: str, kb: icop.KnowledgeBase) -> None:
        """No role is both missing and present, each has a duty with a citation, and both languages tell it."""
        found = who_is_missing(name)

        roles = [*_ids(found), *(each.role.id for each in found.not_told), *(each.role.id for each in found.present)]
        assert len(roles) == len(set(roles))
        assert all(duty.responsibility.citations for each in found.roles for duty in each.duties)
        for lang in ("nl", "en"):
            assert kb.communities[name].name.get(lang) in found.describe(lang=lang).splitlines()[0]
            json.dumps(found.to_dict(lang=lang))

    def test_unknown_names_say_what_is_near(self) -> None:
        """A community or theme that does not exist is refused with what is near."""
        with pytest.raises(icop.UnknownCommunityError, match="rijnmond"):
            who_is_missing("rijnmont")
        with pytest.raises(icop.UnknownThemeError, match="kinderopvang"):
            who_is_missing("rijnmond", theme="kinderopvan")

    def test_answer_survives_a_pickle(self) -> None:
        """An answer is a value: equal and whole after a pickle."""
        found = who_is_missing("rijnmond", theme="map")

        assert pickle.loads(pickle.dumps(found)) == found
        assert repr(found) == f"<Missing at 'rijnmond': {len(found.roles)} roles>"
        assert repr(found.roles[0]) == f"<MissingRole '{found.roles[0].role.id}'>"
        assert repr(found.roles[0].duties[0]).startswith(f"<Duty of '{found.roles[0].role.id}': ")


class TestTold:
    """The answer as text and as JSON."""

    @pytest.fixture
    def found(self, tmp_path: Path) -> Missing:
        """An answer with everything in it."""
        duties = [
            *(each for each in records("responsibilities") if each.get("theme") in {"boete", "les"}),
            _duty("les-klantmanager", "klantmanager", "advises"),
        ]
        rows = [seat("gemeente"), seat("azc", "guest")]
        kb = loaded(
            tmp_path,
            community("noord", themes=[theme("les"), theme("boete"), theme("leeg")], participations=rows),
            community("zuid", participations=[seat("alfa", how=text("Komt soms."))]),
            responsibilities=duties,
        )
        return who_is_missing("noord", kb=kb)

    def test_of_a_reason_only_the_first_sentence(self, kb: icop.KnowledgeBase) -> None:
        """The text names the first sentence of a reason; the JSON has all of it."""
        missing = who_is_missing("rijnmond", theme="ontheffing-medisch")
        (duty,) = next(each for each in missing.roles if each.role.id == "klantmanager").duties
        first, _, rest = duty.responsibility.why.nl.partition(". ")

        assert rest
        assert f" {first}." in missing.describe()
        assert rest not in missing.describe()
        assert duty.responsibility.why.nl in str(missing.to_dict())

    def test_text(self, found: Missing) -> None:
        """Each role has its duties, how it was here, and where it sits elsewhere; what is doubtful is marked."""
        told = found.describe()

        assert told.startswith("# Wie ontbreekt aan tafel: Noord\n\n- Thema's: Taalles, Boete, Leeg\n\nBovenaan staat")
        assert (
            "2. **School**\n"
            "    - Taalles: adviseert. les-school. [niet nagetrokken; onder voorbehoud] [page, question 1]\n"
            "    - Elders: Zuid, Alfa: vaste deelnemer (Komt soms)\n" in told
        )
        assert "    - Aan deze tafel: was te gast. [page, question 1]\n    - Elders: in geen andere community" in told
        assert (
            "stuurt\n\n1. **Jurist**\n    - Boete (Boete bij de intake): bereidt het besluit van de gemeente voor"
            in told
        )
        assert "Grondslag: Wet art. 2 lid 1 (artikel niet nagelezen). [page, question 1]" in told
        assert "## Wel aan tafel\n\n- Gemeente (Noord: vaste deelnemer)\n" in told
        assert "eronder valt\n\n- Leeg\n\nStand van de gegevens: 2 januari 2026.\n" in told

    def test_text_in_english(self, found: Missing) -> None:
        """The same in English."""
        told = found.describe(lang="en")

        assert told.startswith("# Who is missing at the table: Noord (en)\n")
        assert "    - Elsewhere: named in no other community.\n" in told
        assert "Fine" not in told
        assert "prepares the decision of the gemeente" in told

    def test_nobody_missing_is_said(self, tmp_path: Path) -> None:
        """An empty answer says that it is one."""
        kb = loaded(tmp_path, community("noord", themes=[theme("leeg")]))

        assert "## Niet aan tafel genoemd\n\nNiemand: elke" in who_is_missing("noord", kb=kb).describe()

    def test_json(self, found: Missing) -> None:
        """The JSON holds ids and stored words, whatever the language."""
        plain = found.to_dict(lang="en")

        assert {key: plain[key] for key in ("format", "as_of", "lang", "community", "themes", "unanswered")} == {
            "format": 1,
            "as_of": "2026-01-02",
            "lang": "en",
            "community": "noord",
            "themes": ["les", "boete", "leeg"],
            "unanswered": ["leeg"],
        }
        first = plain["missing"][1]
        assert (first["role"], first["name"], first["themes"], first["here"]) == (
            "school",
            "School (en)",
            ["les"],
            None,
        )
        assert first["duties"] == [
            {
                "responsibility": "les-school",
                "theme": "les",
                "aspect": None,
                "rung": 2,
                "capacity": "advises",
                "scope": None,
                "prepares": False,
                "why": "les-school (en)",
                "legal_basis": [],
                "citations": [{"source": "page", "place": "question 1"}],
                "verified": False,
                "doubt": "onzeker (en)",
            }
        ]
        assert first["elsewhere"] == [
            {
                "community": "zuid",
                "partner": "alfa",
                "role": "school",
                "standing": "standing",
                "themes": [],
                "how": "Komt soms. (en)",
                "one_party": False,
                "citations": [{"source": "page", "place": "question 1"}],
            }
        ]
        assert [each["role"] for each in plain["not_told"]] == ["jurist", "klantmanager"]
        assert plain["not_told"][0]["duties"][0]["legal_basis"] == [
            {"text": "Wet art. 2 lid 1", "jci": "jci1.3:c:BWBR0000001&artikel=2&lid=1", "checked": False}
        ]
        assert [each["role"] for each in plain["present"]] == ["gemeente"]
        assert [(each["role"], each["here"]) for each in plain["missing"]] == [
            ("duo", None),
            ("school", None),
            ("azc", "guest"),
        ]

    @pytest.mark.parametrize("way", ["describe", "to_dict"])
    def test_other_language_is_refused(self, found: Missing, way: str) -> None:
        """Only nl and en are spoken."""
        with pytest.raises(icop.InvalidValueError, match="lang cannot be 'de'"):
            getattr(found, way)(lang="de")
