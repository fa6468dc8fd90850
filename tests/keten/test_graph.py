"""The keten as a networkx graph."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from tests._made import RECORDS, made

_KB = icop.load()
_FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "community": st.sampled_from(sorted(_KB.communities)),
        "theme": st.sampled_from(sorted(_KB.themes)),
        "municipality": st.sampled_from(["Rotterdam", "Weert", "Lochem", "Utrecht"]),
        "phase": st.sampled_from(sorted(_KB.phases)),
    },
)


class TestKetenGraph:
    """`kb.graph()`."""

    def test_nodes_are_partners_with_flat_attributes(self, tmp_path: Path) -> None:
        """Every partner is a node; absent values have no attribute, several are joined."""
        graph = made(tmp_path).graph()

        assert set(graph) == {each["id"] for each in RECORDS["partners"]}
        assert graph.nodes["duo"] == {
            "label_nl": "Duo",
            "label_en": "Duo (en)",
            "type": "organisation",
            "kind": "duo",
            "rung": 3,
            "verified": True,
            "level": "national",
            "uri": "https://example.org/duo",
        }
        assert "level" not in graph.nodes["school"]
        assert graph.nodes["alfa"]["kind"] == "school"

    def test_edges_are_relations_keyed_by_id(self, tmp_path: Path) -> None:
        """Every relation is an edge with its flow, system, phases and articles."""
        graph = made(tmp_path).graph()

        assert graph.edges["duo", "gemeente", "duo-meldt"] == {
            "kind": "informs",
            "flow_nl": "bericht",
            "flow_en": "bericht (en)",
            "flow_type": "information",
            "verified": True,
            "system": "portaal",
            "phases": "start",
            "legal_basis": "Wet art. 3",
        }
        assert "system" not in graph.edges["school", "klantmanager", "school-meldt"]

    def test_filling_and_belonging_are_edges_too(self, tmp_path: Path) -> None:
        """An organisation points at the roles it fills, a part at its whole; a body that fills itself has no loop."""
        graph = made(tmp_path).graph()

        assert graph.edges["beta", "school", "beta.fills.school"] == {"kind": "fills", "verified": False}
        assert graph.edges["azc", "coa", "azc.part_of.coa"] == {"kind": "part_of", "verified": True}
        assert nx.number_of_selfloops(graph) == 0

    def test_graph_says_what_it_is(self, tmp_path: Path) -> None:
        """Title, version, day and licence stand on the graph."""
        assert made(tmp_path).graph().graph == {
            "title": "De keten van de inburgering",
            "version": "1.2.3",
            "as_of": "2026-01-02",
            "licence": "CC0-1.0",
        }

    def test_each_call_gives_a_graph_of_its_own(self, tmp_path: Path) -> None:
        """What a caller does to a graph touches nobody else's."""
        kb = made(tmp_path)

        kb.graph().clear()

        assert len(kb.graph()) == len(kb.partners)

    def test_phase_keeps_actors_flows_and_who_fills(self, tmp_path: Path) -> None:
        """A phase keeps who acts in it and who its flows join; relations without a phase stay with their ends."""
        graph = made(tmp_path).graph(phase="start")

        assert set(graph) == {"coa", "duo", "gemeente", "gemeente-hier"}
        assert set(made(tmp_path).graph(phase="einde")) == set()

    def test_theme_keeps_who_is_responsible(self, tmp_path: Path) -> None:
        """A theme keeps responsible roles, who prepares decisions, who fills them, and the ends of its flows."""
        graph = made(tmp_path).graph(theme="Taalles")

        assert set(graph) == {"school", "azc", "coa", "alfa", "beta", "gast"}
        assert "jurist" in made(tmp_path).graph(theme="boete")

    def test_community_keeps_its_table(self, tmp_path: Path) -> None:
        """A community keeps its participants, the functions they send, the roles they fill and their wholes."""
        graph = made(tmp_path).graph(community="CoP Noord")

        assert set(graph) == {"gemeente-hier", "klantmanager", "gemeente", "alfa", "beta", "gast", "school", "coa"}

    def test_municipality_leaves_out_organisations_elsewhere(self, tmp_path: Path) -> None:
        """A gemeente keeps roles, national bodies, itself and the organisations of its communities."""
        here = set(made(tmp_path).graph(municipality="Hier"))
        far = set(made(tmp_path).graph(municipality="Verderop"))

        assert here - far == {"alfa", "beta", "gast", "gemeente-hier"}
        assert {"duo", "coa", "school"} <= far

    def test_municipality_leaves_out_who_works_elsewhere(self) -> None:
        """The services of other gemeenten, and regional bodies no table here knows, are left out; its own are not."""
        rotterdam, dordrecht, zwijndrecht, weert = (
            {name for name, data in _KB.graph(municipality=place).nodes(data=True) if data["type"] == "organisation"}
            for place in ("Rotterdam", "Dordrecht", "Zwijndrecht", "Weert")
        )

        elsewhere = {"gr-sociaal-drechtsteden", "wsp-noordoost-brabant", "coa-regio-zuid", "westrom"}
        assert not elsewhere & rotterdam
        assert {"albeda", "expertgroep-rijnmond", "gemeente-rotterdam", "duo", "coa"} <= rotterdam
        assert "gr-sociaal-drechtsteden" in dordrecht & zwijndrecht
        assert "westrom" in weert

    def test_municipality_keeps_no_organisation_that_is_not_named_for_it(self) -> None:
        """Of organisations that are neither national nor their own role those stay that `partners_for` names."""
        for place in ("Rotterdam", "Amsterdam", "Roermond", "Lochem"):
            named = {each.id for each in _KB.partners_for(municipality=place)}
            kept = [_KB.partners[name] for name in _KB.graph(municipality=place)]
            local = {
                each.id
                for each in kept
                if each.type == "organisation" and each.level != "national" and each.id not in each.fills
            }
            assert local <= named, place

    @given(_FILTERS)
    def test_filters_only_remove_and_combine_as_and(self, filters: dict[str, str]) -> None:
        """More filters never bring anything back: each keeps a part, and together they keep what all keep."""
        together = _KB.graph(**filters)
        whole = _KB.graph()

        assert set(together) <= set(whole)
        assert set(together.edges(keys=True)) <= set(whole.edges(keys=True))
        for one, other in combinations(filters, 2):
            pair = _KB.graph(**{one: filters[one], other: filters[other]})
            alone = [set(_KB.graph(**{name: filters[name]})) for name in (one, other)]
            assert set(pair) == alone[0] & alone[1]

    @pytest.mark.parametrize("name", ["community", "theme", "municipality", "phase"])
    def test_unknown_names_raise_in_every_filter(self, tmp_path: Path, name: str) -> None:
        """A filter that names something that does not exist raises, like everywhere else."""
        unknown: Any = {name: "xyzzy"}

        with pytest.raises(icop.UnknownNameError, match="xyzzy"):
            made(tmp_path).graph(**unknown)

    def test_values_survive_graphml_and_gexf(self, tmp_path: Path) -> None:
        """All values are flat, so that the common network files hold them."""
        graph = _KB.graph()

        nx.write_graphml(graph, tmp_path / "keten.graphml")
        nx.write_gexf(graph, tmp_path / "keten.gexf")

        assert set(nx.read_graphml(tmp_path / "keten.graphml")) == set(graph)
        values = [value for _, data in graph.nodes(data=True) for value in data.values()]
        values += [value for *_, data in graph.edges(data=True) for value in data.values()]
        assert {type(value) for value in values} <= {str, int, float, bool}


class TestRouteGraph:
    """`route.graph()`."""

    def test_gemeente_points_at_every_referral(self, tmp_path: Path) -> None:
        """The ladder starts at the gemeente; each referral is an edge with its rung, role and reason."""
        route = made(tmp_path).escalate("les", municipality="Hier")

        graph = route.graph()

        assert {head for _, head in graph.edges()} == {each.partner.id for each in route.referrals}
        assert graph.edges["gemeente", "alfa", "les-school.alfa"] == {
            "kind": "advises",
            "rung": 2,
            "role": "school",
            "theme": "les",
            "instead": False,
            "why_nl": "les-school",
            "why_en": "les-school (en)",
            "basis": "specific",
            "verified": False,
            "at_table": True,
            "competent": True,
        }
        assert graph.graph == {
            "title": "Taalles",
            "as_of": "2026-01-02",
            "licence": "CC0-1.0",
            "theme": "les",
        }
        assert graph.nodes["gemeente"]["label_nl"] == "Gemeente"
