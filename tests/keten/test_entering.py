"""How someone outside the gemeente enters the ladder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import inburgering_cop as icop
from tests._made import made

_CITED = {"citations": [{"source": "page", "place": "question 1"}]}


def _sends(name: str, sender: str, receiver: str, *themes: str) -> dict[str, Any]:
    flow = {"nl": f"wat {name} zegt", "en": f"what {name} says"}
    return {
        "id": name,
        "sender": sender,
        "receiver": receiver,
        "kind": "asks",
        "flow": flow,
        "flow_type": "information",
        "themes": list(themes),
        **_CITED,
    }


def _entry(folder: Path, asker: str, *relations: dict[str, Any], theme: str = "boete") -> icop.Entry:
    kb = made(folder, relations=list(relations))
    found = kb.escalate(theme, asker=asker).entry
    assert found is not None
    return found


class TestEntry:
    """`route.entry`."""

    def test_nobody_asked_for_is_not_told(self, tmp_path: Path) -> None:
        """Without an asker there is nothing to tell."""
        assert made(tmp_path).escalate("boete").entry is None

    @pytest.mark.parametrize("asker", ["gemeente", "klantmanager", "Klantmanager"])
    def test_the_gemeente_is_at_home(self, tmp_path: Path, asker: str) -> None:
        """The ladder is its own, so there is no way in to tell."""
        assert made(tmp_path).escalate("boete", asker=asker).entry is None

    def test_relations_on_the_theme_are_the_way_in(self, tmp_path: Path) -> None:
        """What the asker sends on this theme is the way in, first to who can settle it."""
        found = _entry(
            tmp_path,
            "school",
            _sends("a", "school", "klantmanager"),
            _sends("b", "school", "klantmanager", "boete"),
            _sends("c", "school", "gemeente", "boete"),
        )

        assert [each.id for each in found.relations] == ["c", "b"]
        assert found.said.nl.endswith("zo kom je binnen. Gemeente: wat c zegt; Klantmanager: wat b zegt.")
        assert found.said.get("en").startswith("Asking as School (en)?")

    def test_relations_on_other_themes_tell_nothing(self, tmp_path: Path) -> None:
        """What the asker sends on another theme is no way in for this one."""
        assert _entry(tmp_path, "school", _sends("a", "school", "gemeente", "les")).relations == ()

    def test_organisation_enters_as_the_role_it_fills(self, tmp_path: Path) -> None:
        """What holds of a school holds of an organisation that is one."""
        found = _entry(tmp_path, "alfa", _sends("a", "school", "gemeente", "boete"))

        assert [each.id for each in found.relations] == ["a"]

    def test_what_goes_to_the_inburgeraar_is_no_way_in(self, kb: icop.KnowledgeBase) -> None:
        """A school's papers for the inburgeraar are not how a school enters."""
        entry = kb.escalate("verlenging", asker="taalaanbieder").entry

        assert entry is not None
        assert "inburgeraar" not in {each.receiver for each in entry.relations}

    def test_without_relations_the_gemeente_is_the_door(self, tmp_path: Path) -> None:
        """Where the gemeente can settle it and no relation is known, the asker starts there."""
        found = _entry(tmp_path, "school")

        assert found.relations == ()
        assert "begin bij de gemeente waar de inburgeraar woont" in found.said.nl

    def test_who_settles_it_hears_so(self, kb: icop.KnowledgeBase) -> None:
        """DUO decides on the exemption itself."""
        entry = kb.escalate("ontheffing-medisch", asker="duo").entry

        assert entry is not None
        assert entry.said.nl == "Vraag je dit als Dienst Uitvoering Onderwijs? Dan kun je het zelf afdoen."

    def test_another_partner_can_be_asked_straight(self, kb: icop.KnowledgeBase) -> None:
        """A librarian with a question on a medical exemption may ask DUO; the data know of no relation."""
        entry = kb.escalate("ontheffing-medisch", asker="bibliotheek").entry

        assert entry is not None
        assert entry.relations == ()
        assert "zelf kun je hiermee naar Dienst Uitvoering Onderwijs" in entry.said.nl

    def test_unknown_asker_gets_what_is_near(self, kb: icop.KnowledgeBase) -> None:
        """A typing error is asked back."""
        with pytest.raises(icop.UnknownPartnerError, match="werkgever"):
            kb.escalate("verlenging", asker="werkgevver")

    def test_asker_never_changes_the_ladder(self, kb: icop.KnowledgeBase) -> None:
        """Steps and who is competent are the same for all."""
        plain, asked = kb.escalate("verlenging"), kb.escalate("verlenging", asker=kb.partners["werkgever"])

        assert (plain.steps, plain.competent) == (asked.steps, asked.competent)
        assert repr(asked.entry) == "<Entry of 'werkgever'>"

    def test_shown_in_text_and_json(self, kb: icop.KnowledgeBase) -> None:
        """In the text under who can settle it; in JSON as asker, sentence and relations."""
        route = kb.escalate("klachten-bezwaar", asker="inburgeraar")

        assert route.entry is not None
        assert f"\n\n{route.entry.said.nl}\n\n## Trede 1" in route.describe()
        assert route.to_dict()["entry"] == {
            "asker": "inburgeraar",
            "said": route.entry.said.nl,
            "relations": [each.id for each in route.entry.relations],
        }
        assert kb.escalate("klachten-bezwaar").to_dict()["entry"] is None


class TestStands:
    """Why a referral stands where it stands."""

    def test_every_referral_says_why_it_stands_there(self, tmp_path: Path) -> None:
        """By rung, then what sets it apart: the general ladder, a filled role, a decision."""
        route = made(tmp_path).escalate("boete", municipality="Hier")
        first, school = route.steps[0].referrals[0], route.steps[1].referrals[0]

        assert first.stands.nl == (
            "Trede 1: dit ligt binnen de gemeente, die de regie voert. "
            "Beslist in het individuele geval en kan het dus afdoen."
        )
        assert school.stands.nl.startswith("Trede 2: een partner met wie de gemeente in de uitvoering samenwerkt. Uit")
        assert school.stands.nl.endswith("Vervult hier de rol van School.")
        assert route.to_dict()["steps"][0]["referrals"][0]["stands"] == first.stands.nl

    def test_bundled_referrals_all_do(self, kb: icop.KnowledgeBase) -> None:
        """Each begins with the rung it stands on, in both languages."""
        for theme in kb.themes:
            for each in kb.escalate(theme, municipality="Rotterdam").referrals:
                assert each.stands.nl.startswith(f"Trede {each.rung}: ")
                assert each.stands.get("en").startswith(f"Rung {each.rung}: ")
