"""Bridges between communities, and the weak spots of the network."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import inburgering_cop as icop
from inburgering_cop.practice import Bridges, bridges
from tests.practice._small import CITED, community, loaded, seat, text


def _relation(sender: str, receiver: str, **more: Any) -> dict[str, Any]:
    plain = {"id": f"{sender}-{receiver}", "sender": sender, "receiver": receiver, "kind": "informs"}
    return plain | {"flow": text("bericht"), "flow_type": "information"} | CITED | more


class TestTables:
    """What ties the communities together."""

    def test_organisations_and_roles_are_told_apart(self, tmp_path: Path) -> None:
        """An organisation at two tables is a bridge; a role is a different party at each."""
        rows = [seat("alfa"), seat("azc")]
        kb = loaded(
            tmp_path,
            community("a", participations=[*rows, seat("duo")]),
            community("b", participations=[seat("alfa", "guest"), seat("azc")]),
        )

        found = bridges(kb=kb)

        assert [(each.partner.id, len(each.seats)) for each in found.organisations] == [("alfa", 2)]
        assert [each.partner.id for each in found.roles] == ["azc"]
        assert [each.community.id for each in found.organisations[0].seats] == ["a", "b"]

    def test_function_that_is_sent_is_a_role_there(self, tmp_path: Path) -> None:
        """A klantmanager sent by one table's gemeente and named at another sits at two; the own seat counts first."""
        sent = seat("gemeente-hier", sends=["klantmanager"])
        kb = loaded(
            tmp_path,
            community("a", participations=[sent, seat("klantmanager", "guest")]),
            community("b", participations=[seat("klantmanager"), sent]),
        )

        found = bridges(kb=kb)

        role = found.roles[0]
        assert (role.partner.id, [each.participation.partner for each in role.seats]) == (
            "klantmanager",
            ["klantmanager", "klantmanager"],
        )

    def test_most_tables_first_then_by_id(self, tmp_path: Path) -> None:
        """Who sits at most tables leads."""
        kb = loaded(
            tmp_path,
            community("a", participations=[seat("duo"), seat("coa"), seat("alfa")]),
            community("b", participations=[seat("duo"), seat("coa"), seat("alfa")]),
            community("c", participations=[seat("duo")]),
        )

        assert [each.partner.id for each in bridges(kb=kb).organisations] == ["duo", "alfa", "coa"]

    def test_what_comes_loose_without_a_partner(self, tmp_path: Path) -> None:
        """The communities that only one partner ties to the rest are named with it; two ties hold."""
        kb = loaded(
            tmp_path,
            community("a", participations=[seat("alfa"), seat("beta"), seat("gast")]),
            community("b", participations=[seat("alfa"), seat("beta"), seat("duo")]),
            community("c", participations=[seat("duo")]),
        )

        found = {each.partner.id: [one.id for one in each.only_link_of] for each in bridges(kb=kb).organisations}

        assert found == {"alfa": [], "beta": [], "duo": ["c"]}

    def test_community_that_shares_no_organisation_stands_apart(self, tmp_path: Path) -> None:
        """Roles do not tie communities together; nor does an organisation at one table only."""
        kb = loaded(
            tmp_path,
            community("a", participations=[seat("duo")]),
            community("b", participations=[seat("duo"), seat("azc")]),
            community("c", participations=[seat("alfa"), seat("azc")]),
            community("d"),
        )

        assert [each.id for each in bridges(kb=kb).apart] == ["c", "d"]


class TestKeten:
    """Where the keten is weak."""

    def test_chain_hangs_on_its_middle(self, tmp_path: Path) -> None:
        """In duo – gemeente – school – azc, the middle two hold the rest; both ends hang on one other."""
        rows = [_relation("duo", "gemeente"), _relation("school", "gemeente"), _relation("azc", "school")]
        kb = loaded(tmp_path, community("a"), relations=[*rows, _relation("gemeente", "duo", verified=False)])

        found = bridges(kb=kb)

        cut = [(each.partner.id, [other.id for other in each.cut_off]) for each in found.cut_points]
        assert cut == [("gemeente", ["duo"]), ("school", ["azc"])]
        ends = [(each.partner.id, each.through.id, [one.id for one in each.relations]) for each in found.loose_ends]
        assert ends == [("azc", "school", ["azc-school"]), ("duo", "gemeente", ["duo-gemeente", "gemeente-duo"])]

    def test_ring_has_no_weak_spot(self, tmp_path: Path) -> None:
        """Where everyone can be reached two ways nothing is weak; what somebody tells itself ties nobody."""
        rows = [_relation("duo", "gemeente"), _relation("gemeente", "school"), _relation("school", "duo")]
        kb = loaded(tmp_path, community("a"), relations=[*rows, _relation("coa", "coa")])

        found = bridges(kb=kb)

        assert (found.cut_points, found.loose_ends) == ((), ())

    def test_who_cuts_off_most_comes_first(self, tmp_path: Path) -> None:
        """A hub of three ends leads; of the parts that are equally large the first by id stays."""
        rows = [_relation("gemeente", each) for each in ("duo", "coa", "azc")] + [_relation("duo", "school")]
        kb = loaded(tmp_path, community("a"), relations=rows)

        cut = [(each.partner.id, [other.id for other in each.cut_off]) for each in bridges(kb=kb).cut_points]

        assert cut == [("gemeente", ["azc", "coa"]), ("duo", ["school"])]

    def test_bundled_cut_points_really_cut(self, kb: icop.KnowledgeBase) -> None:
        """Without a cut point of the bundled keten, nothing leads from those cut off to the rest."""
        keten: nx.Graph[str] = nx.Graph((each.sender, each.receiver) for each in kb.relations.values())

        for cut in bridges().cut_points:
            loose = {each.id for each in cut.cut_off}
            rest = set(keten) - loose - {cut.partner.id}
            assert loose
            assert not any(keten.has_edge(one, other) for one in loose for other in rest)


class TestAnswer:
    """The answer as a value, as text and as JSON."""

    @pytest.fixture
    def found(self, tmp_path: Path) -> Bridges:
        """An answer with something in every part."""
        kb = loaded(
            tmp_path,
            community("a", participations=[seat("duo"), seat("coa"), seat("azc")]),
            community("b", participations=[seat("duo"), seat("azc"), seat("beta")]),
            community("c", participations=[seat("beta")]),
            community("d"),
            relations=[_relation("duo", "gemeente"), _relation("azc", "gemeente", verified=False)],
        )
        return bridges(kb=kb)

    def test_text(self, found: Bridges) -> None:
        """Each part has its heading; what is not verified is marked."""
        told = found.describe()

        assert told.startswith("# Bruggen en zwakke plekken\n\nDit gaat over het netwerk zoals de bronnen het tekenen")
        assert (
            "- **Beta**: B: vaste deelnemer; C: vaste deelnemer  \n"
            "  Valt deze partner weg, dan raakt los van de rest: C.\n"
            "- **Duo**: A: vaste deelnemer; B: vaste deelnemer  \n" in told
        )
        assert "telkens een andere partij\n\n- **Azc**: A: vaste deelnemer; B: vaste deelnemer\n" in told
        assert "organisatie delen\n\n- D\n" in told
        assert "raken anderen los\n\n- **Gemeente**: Duo\n" in told
        assert "- **Azc**: via Gemeente (bericht [niet nagetrokken]) [page, question 1]\n" in told
        assert "- **Duo**: via Gemeente (bericht) [page, question 1]\n" in told

    def test_empty_parts_say_so(self, tmp_path: Path) -> None:
        """A network without bridges or weak spots says none in each part."""
        kb = loaded(tmp_path, community("a"), relations=[])

        assert bridges(kb=kb).describe(lang="en").count("\n\nNone.\n") == 4

    def test_json(self, found: Bridges) -> None:
        """The JSON holds ids only."""
        plain = found.to_dict(lang="en")

        assert [each["partner"] for each in plain["organisations"]] == ["beta", "duo"]
        assert plain["organisations"][0]["only_link_of"] == ["c"]
        assert [one["community"] for one in plain["roles"][0]["seats"]] == ["a", "b"]
        assert plain["apart"] == ["d"]
        assert plain["cut_points"] == [{"partner": "gemeente", "cut_off": ["duo"]}]
        assert plain["loose_ends"][0] == {"partner": "azc", "through": "gemeente", "relations": ["azc-gemeente"]}

    def test_bundled_answer_is_a_value(self) -> None:
        """The bundled answer is the same each time, survives a pickle, and is told in both languages."""
        found = bridges()

        assert found == bridges() == pickle.loads(pickle.dumps(found))
        assert [each.partner.id for each in found.organisations][:2] == ["szw", "coa"]
        assert all(len(each.seats) > 1 for each in (*found.organisations, *found.roles))
        for lang in ("nl", "en"):
            assert found.describe(lang=lang)
            json.dumps(found.to_dict(lang=lang))

    def test_reprs(self, found: Bridges) -> None:
        """Each part shows in one line what it is."""
        assert repr(found) == "<Bridges: 2 organisations, 1 cut points>"
        assert repr(found.organisations[0]) == "<Bridge 'beta': 2 tables>"
        assert repr(found.cut_points[0]) == "<CutPoint 'gemeente': 1 cut off>"
        assert repr(found.loose_ends[0]) == "<LooseEnd 'azc' through 'gemeente'>"

    @pytest.mark.parametrize("way", ["describe", "to_dict"])
    def test_other_language_is_refused(self, found: Bridges, way: str) -> None:
        """Only nl and en are spoken."""
        with pytest.raises(icop.InvalidValueError, match="lang cannot be 'de'"):
            getattr(found, way)(lang="de")
