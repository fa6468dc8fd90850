"""The right moment for a dual track."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.practice import Condition, ConditionKind, ConversationPlan, dual_track
from tests._made import made

_CONDITIONS = {
    "naar-vermogen": {"vraag 2"},
    "wat-in-het-azc": {"vraag 2"},
    "trauma": {"vraag 2"},
    "gezin": {"vraag 2"},
    "niet-overvragen": {"vraag 2", "vraag 4"},
    "kinderopvang": {"vraag 4"},
    "vervoer": {"vraag 4"},
    "avond-en-online": {
        "vraag 3, taal en werk, tip 4",
        "Rol en belang Participatiewet en Wet Inburgering, bevinding 3",
    },
    "begeleiding-op-de-werkplek": {"vraag 3, taal en werk, tip 2"},
    "aanspreekpunt": {"vraag 3, taal en werk, tip 3"},
    "werkgever-geinformeerd": {"vraag 3, taal en werk, tip 1", "vraag 1"},
    "samen-besluiten": {"vraag 4"},
    "vroeg-contact": {"inleiding", "vraag 3, algemene tips, tip 1", "vraag 4"},
    "lesrooster": {"vraag 3, taal en werk, tip 1"},
    "korte-lijnen": {"inleiding", "vraag 2", "vraag 3, algemene tips, tip 2"},
}
"""Every condition, and where the sources name it: read by hand from the pages."""


@pytest.fixture(scope="module")
def plan() -> ConversationPlan:
    """The plan for any gemeente."""
    return dual_track()


@pytest.fixture(scope="module")
def roermond() -> ConversationPlan:
    """The plan for a gemeente of Midden-Limburg."""
    return dual_track(municipality="Roermond")


def _of(plan: ConversationPlan, name: str) -> Condition:
    return next(each for each in plan.conditions if each.id == name)


class TestConditions:
    """The conditions are exactly those of the sources."""

    def test_conditions_and_their_places(self, plan: ConversationPlan) -> None:
        """No condition stands there that the pages do not name, and each is cited to its place."""
        assert {each.id: {one.place for one in each.citations} for each in plan.conditions} == _CONDITIONS

    def test_they_come_from_two_pages(self, plan: ConversationPlan) -> None:
        """Only the page of Midden-Limburg and that of the Meet & Greet name them."""
        sources = {one.source for each in plan.conditions for one in each.citations}

        assert sources == {"cop-midden-limburg", "meet-and-greet-coa-gemeenten"}

    def test_kinds_stand_together_in_order(self, plan: ConversationPlan) -> None:
        """First characteristics, then conditions around it, then agreements, as the open question asks them."""
        kinds = [each.kind for each in plan.conditions]

        assert kinds == sorted(kinds, key=list(ConditionKind).index)
        assert set(kinds) == set(ConditionKind)

    def test_open_question_is_that_of_midden_limburg(self, plan: ConversationPlan) -> None:
        """The question itself is the record of the page that leaves it open."""
        assert (plan.question.id, plan.question.citations[0].place) == ("goede-moment", "vraag 4")

    def test_who_decides_and_who_knows_are_records(self, plan: ConversationPlan, kb: icop.KnowledgeBase) -> None:
        """Every name rests on a responsibility or a relation; only who decides decides, and nobody is lost."""
        for each in plan.conditions:
            for referral in (*each.knows, *each.decides):
                duty = kb.responsibilities[referral.responsibility]
                assert (duty.partner, duty.capacity) == (referral.role, referral.capacity)
            assert {one.capacity.value for one in each.decides} <= {"decides"}
            assert "decides" not in {one.capacity.value for one in each.knows}
            assert all(kb.relations[one.relation.id] == one.relation for one in (*each.tells, *each.agree))
            assert each.knows or each.tells

    def test_every_record_a_row_points_at_comes_through(self, plan: ConversationPlan) -> None:
        """No responsibility or relation of a row falls out on its way into the plan."""
        from inburgering_cop.practice._dual_conditions import ROWS

        for row, each in zip(ROWS, plan.conditions, strict=True):
            assert {one.responsibility for one in (*each.knows, *each.decides)} == set(row.duties)
            assert {one.relation.id for one in (*each.tells, *each.agree)} == set(row.relations)
            assert tuple(one.id for one in each.said) == row.said

    def test_what_is_told_and_what_is_agreed_are_told_apart(self, plan: ConversationPlan) -> None:
        """A message makes its sender know; what is done together is to be agreed on."""
        timetable = _of(plan, "lesrooster")

        assert [each.sender.id for each in timetable.tells] == ["taalaanbieder"]
        assert [(each.sender.id, each.receiver.id) for each in timetable.agree] == [
            ("gemeente", "taalaanbieder"),
            ("gemeente", "werkgever"),
        ]

    def test_single_case_comes_before_the_framework(self, plan: ConversationPlan) -> None:
        """Who decides on lessons in the evening: the college for one person, then purchasing for all."""
        assert [each.partner.id for each in _of(plan, "avond-en-online").decides] == ["gemeente", "inkoper"]

    def test_no_score(self, plan: ConversationPlan) -> None:
        """Nothing in the plan weighs: no field of a condition is a number."""
        names = {each.name for each in attrs.fields(Condition)}

        assert names == {"id", "kind", "question", "said", "knows", "tells", "agree", "decides"}


class TestConversations:
    """With whom to talk."""

    def test_inburgeraar_first_then_rung_by_rung(self, plan: ConversationPlan) -> None:
        """The talks start with the inburgeraar and climb the ladder."""
        rungs = [each.rung for each in plan.conversations]

        assert plan.conversations[0].role.id == "inburgeraar"
        assert rungs == sorted(rungs)

    def test_everyone_who_knows_is_talked_with_once(self, plan: ConversationPlan) -> None:
        """Each role that knows, tells or agrees has one conversation, with each condition once."""
        for each in plan.conditions:
            roles = {one.role for one in each.knows} | {one.sender.id for one in (*each.tells, *each.agree)}
            roles |= {one.receiver.id for one in each.agree}
            asked = {talk.role.id for talk in plan.conversations if each in talk.conditions}
            assert asked == roles
        assert len({each.role for each in plan.conversations}) == len(plan.conversations)

    def test_organisations_of_the_table_stand_for_their_role(
        self, plan: ConversationPlan, roermond: ConversationPlan
    ) -> None:
        """In Roermond the language schools of the table are named; elsewhere the role is."""
        named = {
            which: next(each.partners for each in one.conversations if each.role.id == "taalaanbieder")
            for which, one in {"any": plan, "roermond": roermond}.items()
        }

        assert [each.id for each in named["any"]] == ["taalaanbieder"]
        assert [each.id for each in named["roermond"]] == ["gilde-opleidingen", "gilde-educatie"]


class TestDualTrack:
    """`dual_track`."""

    def test_gemeente_and_community_of_the_plan(self, plan: ConversationPlan, roermond: ConversationPlan) -> None:
        """The gemeente brings the community that covers it; without one there is neither."""
        assert (plan.municipality, plan.community) == (None, None)
        assert roermond.municipality is not None
        assert roermond.community is not None
        assert (roermond.municipality.name, roermond.community.id) == ("Roermond", "midden-limburg")

    def test_community_can_be_given(self, kb: icop.KnowledgeBase) -> None:
        """A community by name, with a gemeente as a record, serves the plan instead."""
        found = dual_track(municipality=kb.municipality("Roermond"), community="rijnmond")

        assert found.community is kb.communities["rijnmond"]

    def test_unknown_names_say_what_is_near(self) -> None:
        """A gemeente or community that does not exist is refused with what is near."""
        with pytest.raises(icop.UnknownMunicipalityError, match="Roermond"):
            dual_track(municipality="Roermont")
        with pytest.raises(icop.UnknownCommunityError, match="rijnmond"):
            dual_track(community="rijnmont")

    def test_knowledge_without_the_source_is_refused(self, tmp_path: Path) -> None:
        """Records without Midden-Limburg cannot say what its page names; the error says what to load."""
        with pytest.raises(icop.InvalidValueError) as caught:
            dual_track(kb=made(tmp_path))

        assert caught.value.line("en") == (
            "kb cannot be '1.2.3'. It must be knowledge that holds the community 'midden-limburg'; "
            "load your own records with bundled=True."
        )
        assert "laad je eigen records met bundled=True" in caught.value.line("nl")

    def test_plan_is_a_value(self, roermond: ConversationPlan) -> None:
        """The plan is the same each time, survives a pickle, and shows in one line what it is."""
        assert pickle.loads(pickle.dumps(roermond)) == roermond == dual_track(municipality="Roermond")
        assert repr(roermond) == f"<ConversationPlan: 15 conditions, {len(roermond.conversations)} conversations>"
        assert repr(roermond.conversations[0]) == "<Conversation with 'inburgeraar': 3 conditions>"
        assert repr(roermond.conditions[0]) == "<Condition 'naar-vermogen'>"
        assert repr(roermond.conditions[0].tells[0]) == "<Flow 'midden-limburg-statushouder-vertelt'>"


class TestTold:
    """The plan as text and as JSON."""

    def test_text(self, roermond: ConversationPlan) -> None:
        """The question, the talks, and each condition with its source, who knows and who decides."""
        told = roermond.describe()

        assert told.startswith(
            "# Gespreksplan: het goede moment voor een duaal traject\n\n- Gemeente: Roermond\n"
            "- Community: CoP Inburgering - Midden-Limburg\n\nCoP Midden-Limburg stelde deze vraag en liet haar open."
        )
        headings = [line for line in told.splitlines() if line.startswith("## ")]
        assert headings == [
            "## De open vraag",
            "## Met wie voer je het gesprek",
            "## Kenmerken van de inburgeraar",
            "## Voorwaarden eromheen",
            "## Afstemmen met anderen",
        ]
        assert "- **Kinderopvang en voorschool** (trede 2): 6. Is er kinderopvang op de uren van les" in told
        assert (
            "6. **Is er kinderopvang op de uren van les en participatie?**\n    - Bron:\n      - Er is te weinig"
            in told
        )
        assert "    - Wie beslist:\n      - Dienst Toeslagen (trede 3): beslist in het individuele geval" in told
        assert "      - Inburgeraar aan Klantmanager: bezigheden" in told
        assert "    - Met wie stem je af:\n      - Gemeente en COA-locatie (azc): vroeg contact" in told
        assert "      - Niemand in de gegevens beslist hierover in het individuele geval.\n" in told

    def test_same_is_said_once(self, roermond: ConversationPlan) -> None:
        """Two schools of which the same is said stand on one line, with what is doubtful about both."""
        told = roermond.describe()

        assert "Gilde Opleidingen, Gilde Educatie (trede 2): voert uit. Vraag of de les anders kan" in told
        assert "[niet nagetrokken] (De pagina noemt trauma's" in told
        assert "voorbereid door Klantmanager" in told

    @pytest.mark.parametrize("place", ["Roermond", "Rotterdam", "Amsterdam", "Lochem"])
    def test_no_doubt_is_lost(self, place: str) -> None:
        """What is uncertain about a referral stands on the line that names it, and nowhere it does not belong."""
        plan = dual_track(municipality=place)
        lines = plan.describe().splitlines()

        for referral in (one for each in plan.conditions for one in (*each.knows, *each.decides)):
            named = [line for line in lines if referral.why.nl in line and referral.partner.name.nl in line]
            assert named
            assert all((referral.doubt.nl in line) if referral.doubt else (" (De pagina" not in line) for line in named)
            assert all(("[niet nagetrokken]" in line) is not referral.verified for line in named)

    def test_text_in_english(self, plan: ConversationPlan) -> None:
        """Without a gemeente the plan starts with what it is, in English."""
        told = plan.describe(lang="en")

        assert told.startswith("# Conversation plan: the right moment for a dual track\n\nCoP Midden-Limburg asked")
        assert "- **Inburgeraar (person integrating)** (rung 1): 1. What can this inburgeraar manage now" in told

    def test_json(self, plan: ConversationPlan, roermond: ConversationPlan) -> None:
        """The JSON holds every condition with its citations, and ids throughout."""
        plain = roermond.to_dict(lang="en")

        assert (plain["format"], plain["municipality"], plain["community"]) == (1, "GM0957", "midden-limburg")
        assert plain["question"]["citations"] == [{"source": "cop-midden-limburg", "place": "vraag 4"}]
        care = plain["conditions"][5]
        assert (care["id"], care["kind"]) == ("kinderopvang", "condition")
        assert [each["id"] for each in care["said"]] == ["gebrek-aan-kinderopvang", "kinderopvang-en-vervoer"]
        first = care["decides"][0]
        assert (first["partner"], first["capacity"], first["scope"], first["via"]) == (
            "dienst-toeslagen",
            "decides",
            "case",
            None,
        )
        assert care["decides"][1]["via"] == "consulent-werk-en-inkomen"
        assert first["legal_basis"][0]["text"] == "Wko art. 1.1a lid 2"
        assert plain["conditions"][0]["tells"][0]["sender"] == "inburgeraar"
        assert plain["conversations"][0]["role"] == "inburgeraar"
        assert (plan.to_dict()["municipality"], plan.to_dict()["community"]) == (None, None)
        json.dumps(plain)

    @pytest.mark.parametrize("way", ["describe", "to_dict"])
    def test_other_language_is_refused(self, plan: ConversationPlan, way: str) -> None:
        """Only nl and en are spoken."""
        with pytest.raises(icop.InvalidValueError, match="lang cannot be 'de'"):
            getattr(plan, way)(lang="de")
