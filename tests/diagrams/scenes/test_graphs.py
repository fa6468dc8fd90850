"""From a graph of the keten to a scene: roles with who fills them, and what flows between them."""

from __future__ import annotations

import attrs
import networkx as nx
import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._graphs import of_graph, of_neighbourhood, standing_in
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Scene
from tests.diagrams import _samples
from tests.diagrams._samples import text


def _box(scene: Scene, name: str) -> Box:
    return next(box for box in scene.boxes if box.id == name)


def _graph(*schools: str) -> nx.MultiDiGraph[str]:
    """A gemeente, and the role of school with so many schools in it."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(as_of="2026-01-31")
    graph.add_node("gemeente", label_nl="Gemeente", label_en="Municipality", type="kind", kind="gemeente", rung=1)
    graph.add_node("school", label_nl="School", type="kind", kind="school", rung=2)
    for name in schools:
        graph.add_node(name, label_nl=name.title(), type="organisation", kind="school", rung=2)
        graph.add_edge(name, "school", key=f"{name}.fills.school", kind="fills")
    return graph


def _around(name: str, *, steps: int = 1) -> Scene:
    """The neighbourhood of a partner of the small knowledge base."""
    kb = _samples.small()
    return of_neighbourhood(kb.partners[name], kb.graph(), steps=steps)


class TestStanding:
    """In which box each node stands."""

    def test_organisation_stands_in_its_role(self) -> None:
        """An organisation that fills one role stands in the box of that role; the role stands in its own."""
        assert standing_in(_graph("noord")) == {"gemeente": "gemeente", "school": "school", "noord": "school"}

    @pytest.mark.parametrize(
        ("changed", "why"),
        [
            ({"type": "function"}, "a function is no organisation"),
            ({"kind": "school | gemeente"}, "it fills several roles"),
            ({"kind": "noord | school"}, "it is its own role"),
            ({"kind": "elders"}, "its role is not in the graph"),
            ({"kind": ""}, "it fills none"),
        ],
    )
    def test_others_stand_in_a_box_of_their_own(self, changed: dict[str, str], why: str) -> None:
        """What is no organisation, is its own role, fills several, or one that is not drawn, has its own box."""
        graph = _graph("noord")
        graph.nodes["noord"].update(changed)

        assert standing_in(graph)["noord"] == "noord", why

    def test_organisation_with_connections_has_a_box_of_its_own(self) -> None:
        """What holds for one organisation is not told of its role: whoever gives or gets something stands apart."""
        giving, getting = _graph("noord", "oost"), _graph("noord", "oost")
        giving.add_edge("noord", "gemeente", kind="informs")
        getting.add_edge("gemeente", "noord", kind="pays")

        for graph in (giving, getting):
            assert standing_in(graph) == {
                "gemeente": "gemeente",
                "school": "school",
                "noord": "noord",
                "oost": "school",
            }

    def test_every_bundled_node_has_its_box(self, kb: icop.KnowledgeBase) -> None:
        """Whatever part of the keten is drawn, every node stands in a box that is drawn, and every box holds itself."""
        for graph in (kb.graph(), *(kb.graph(theme=each) for each in kb.themes)):
            places = standing_in(graph)

            assert set(places) == set(graph)
            assert {box.id for box in of_graph(graph).boxes} == set(places.values())
            assert all(places[place] == place for place in places.values())


class TestBoxes:
    """Roles with who fills them."""

    def test_boxes_stand_on_their_rungs(self) -> None:
        """Every role is a box under its rung, by id, with its label, type and who fill it; each rung has its mark."""
        scene = of_graph(_samples.small().graph())

        assert [(box.id, box.group, box.shape, [each.nl for each in box.details]) for box in scene.boxes] == [
            ("gemeente", "rung-1", "kind", []),
            ("klantmanager", "rung-1", "function", []),
            ("school", "rung-2", "kind", ['Noord & "Co" <b>*']),
            ("uitvoerder", "rung-3", "organisation", []),
        ]
        assert [(group.label.nl, group.mark) for group in scene.groups] == [
            ("Trede 1: Zelf", "1"),
            ("Trede 2: Met partners in de uitvoering", "2"),
            ("Trede 3: Met een ketenpartner", "3"),
        ]
        assert scene.boxes[1].label == text("Klantmanager", "Case manager")

    def test_two_are_named_and_three_counted(self) -> None:
        """Up to two organisations stand by name in the box of their role; more are counted, and named in the text."""
        two, three = (_box(of_graph(_graph(*names)), "school") for names in (("oost", "west"), ("noord", "oost", "w")))

        assert (two.details, two.told) == ((text("Oost"), text("West")), None)
        assert (three.details, three.told) == ((text("3 organisaties", "3 organisations"),), text("Noord, Oost, W"))

    def test_what_is_not_verified_has_an_asterisk(self) -> None:
        """A box of its own that is not verified has an asterisk; in a shared box who fills the role has it."""
        graph = _graph("noord")
        for name in ("gemeente", "noord"):
            graph.nodes[name]["verified"] = False

        scene = of_graph(graph)

        assert _box(scene, "gemeente").starred == text("niet nagetrokken", "not verified")
        assert _box(scene, "gemeente").named("en") == "Municipality*"
        assert _box(scene, "school").starred is None
        assert _box(scene, "school").details == (text("Noord*"),)

    def test_strange_graph_is_still_drawn(self) -> None:
        """A graph of one's own may lack what the keten's has: no rung, a day that is none, keys of any kind."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(as_of="ooit")
        graph.add_node("a", rung="hoog")
        graph.add_node("b", rung=7)
        graph.add_edge("a", "b", key=1)
        graph.add_edge("b", "a", key="x")

        scene = of_graph(graph)

        assert [(box.id, box.group) for box in scene.boxes] == [("a", "rung-3"), ("b", "rung-3")]
        assert scene.arrows == (Arrow(tail="a", head="b"), Arrow(tail="b", head="a"))
        assert scene.source.nl == "Bron: inburgering-cop."

    def test_own_graph_needs_no_attributes(self) -> None:
        """A graph without attributes is drawn with node names as labels, as kinds of parties on rung 3."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_edge("b", "a")

        scene = of_graph(graph)

        assert scene.boxes == (
            Box(id="a", label=text("a"), shape="kind", group="rung-3"),
            Box(id="b", label=text("b"), shape="kind", group="rung-3"),
        )
        assert scene.arrows == (Arrow(tail="b", head="a"),)
        assert scene.title.nl == "De keten van de inburgering"
        assert "Stand" not in scene.source.nl

    def test_own_graph_keeps_its_words(self) -> None:
        """Own title, type and kinds of edges are kept: an unknown type is a kind, an unknown kind its own label."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title="Mijn keten")
        graph.add_node("a", label_nl="Aa", type="vreemd", rung=2)
        graph.add_node("b", type="function", rung=1)
        graph.add_edge("a", "b", key="x", kind="klikt")
        graph.add_edge("a", "b", key="y", kind="executes")

        scene = of_graph(graph)

        assert scene.title == text("Mijn keten")
        assert [(box.label, box.shape, box.group) for box in scene.boxes] == [
            (text("Aa"), "kind", "rung-2"),
            (text("b"), "function", "rung-1"),
        ]
        assert [arrow.label for arrow in scene.arrows] == [text("klikt"), text("voert uit", "executes")]
        assert [group.id for group in scene.groups] == ["rung-1", "rung-2"]

    def test_names_of_any_kind_are_drawn(self) -> None:
        """Nodes may have other names than text: they are written as text, and who fills a role is found as ever."""
        graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
        graph.add_node(1, kind="1")
        graph.add_node(2, type="organisation", kind="1", label_nl="Twee")
        graph.add_edge(1, 3, kind="informs")

        scene = of_graph(graph)  # type: ignore[arg-type]

        assert [(box.id, box.details) for box in scene.boxes] == [("1", (text("Twee"),)), ("3", ())]
        assert [(arrow.tail, arrow.head) for arrow in scene.arrows] == [("1", "3")]


class TestArrows:
    """What flows between roles."""

    def test_relation_is_an_arrow(self) -> None:
        """A relation is a solid arrow with what is done; what flows is told, and gives the line its look."""
        assert of_graph(_samples.small().graph()).arrows == (
            Arrow(
                tail="school",
                head="klantmanager",
                label=text("informeert", "informs"),
                told=text("het rooster", "the timetable"),
                flow="information",
            ),
        )

    def test_one_arrow_for_each_kind(self) -> None:
        """Relations of one kind between two boxes are one arrow, with each flow told once."""
        graph = _graph("noord", "oost")
        for key, kind, flow in (
            ("a", "informs", "het rooster"),
            ("b", "informs", "het rooster"),
            ("c", "informs", "de cijfers"),
            ("d", "asks", "geld"),
        ):
            graph.add_edge("school", "gemeente", key=key, kind=kind, flow_nl=flow, flow_type="information")

        found = of_graph(graph).arrows

        assert [(arrow.label, arrow.told, arrow.flow) for arrow in found] == [
            (text("informeert", "informs"), text("het rooster; de cijfers"), "information"),
            (text("vraagt", "asks"), text("geld"), "information"),
        ]
        assert {(arrow.tail, arrow.head) for arrow in found} == {("school", "gemeente")}

    def test_both_ways_are_two_arrows(self) -> None:
        """What two do for each other is an arrow each way."""
        graph = _graph()
        graph.add_edge("school", "gemeente", kind="informs")
        graph.add_edge("gemeente", "school", kind="informs")

        assert {(arrow.tail, arrow.head) for arrow in of_graph(graph).arrows} == {
            ("school", "gemeente"),
            ("gemeente", "school"),
        }

    def test_one_arrow_for_each_kind_of_flow(self) -> None:
        """What informs and what decides stay apart, also where both are called the same."""
        graph = _graph()
        for number, each in enumerate(("money", "information", None, "money")):
            facts = {"flow_type": each} if each else {}
            graph.add_edge("school", "gemeente", key=str(number), kind="informs", **facts)

        assert [arrow.flow for arrow in of_graph(graph).arrows] == ["money", "information", None]

    def test_what_holds_for_one_organisation_is_told_of_it_alone(self) -> None:
        """An organisation with a connection of its own has a box of its own, tied to its role."""
        graph = _graph("noord", "oost")
        graph.add_edge("noord", "gemeente", kind="informs")

        scene = of_graph(graph)

        assert {"school", "noord"} < {box.id for box in scene.boxes}
        assert "oost" not in {box.id for box in scene.boxes}
        assert {(arrow.tail, arrow.head, arrow.dashed) for arrow in scene.arrows} == {
            ("noord", "gemeente", False),
            ("noord", "school", True),
        }

    def test_doubt_has_an_asterisk(self) -> None:
        """Where one of the relations in an arrow is not verified its word has an asterisk; the text says which."""
        graph = _graph()
        graph.add_edge("school", "gemeente", key="a", kind="informs", flow_nl="het rooster", flow_en="the timetable")
        graph.add_edge("school", "gemeente", key="b", kind="informs", flow_nl="de cijfers", verified=False)

        (arrow,) = of_graph(graph).arrows

        assert arrow.label == text("informeert*", "informs*")
        assert arrow.told == text(
            "het rooster; de cijfers (niet nagetrokken)", "the timetable; de cijfers (not verified)"
        )

    def test_structure_is_dashed(self) -> None:
        """Filling a second role and being part of something are dashed, without a word: the legend has it."""
        graph = _graph("noord")
        graph.nodes["noord"]["kind"] = "school | gemeente"
        graph.add_edge("school", "gemeente", key="deel", kind="part_of")

        scene = of_graph(graph)

        assert scene.arrows == (
            Arrow(tail="noord", head="school", told=text("vervult de rol van", "fills the role of"), dashed=True),
            Arrow(tail="school", head="gemeente", told=text("is onderdeel van", "is part of"), dashed=True),
        )
        assert "legend.words" not in [line.nl for line in scene.legend]

    def test_what_happens_within_a_box_is_no_arrow(self) -> None:
        """An organisation that stands in the box of its role is not tied to it."""
        assert of_graph(_graph("noord", "oost")).arrows == ()

    def test_place_of_a_function_is_no_arrow(self, kb: icop.KnowledgeBase) -> None:
        """That a function is part of the gemeente is seen by its form and its rung, not by a line."""
        graph = kb.graph()
        functions = {name for name, data in graph.nodes(data=True) if data["type"] == "function"}

        dashed = [arrow for arrow in of_graph(graph).arrows if arrow.dashed]

        assert dashed
        assert not {arrow.tail for arrow in dashed} & functions

    def test_every_bundled_relation_is_in_one_arrow(self, kb: icop.KnowledgeBase) -> None:
        """Every relation between two boxes is told in the arrow of its kind and flow between them, and in no other."""
        graph = kb.graph()
        places = standing_in(graph)
        arrows = {
            (arrow.tail, arrow.head, arrow.label and arrow.label.nl.rstrip("*"), arrow.flow): arrow
            for arrow in (of_graph(graph).arrows)
            if not arrow.dashed
        }
        wanted = set()

        for each in kb.relations.values():
            tail, head = places[each.sender], places[each.receiver]
            if tail != head:
                key = (tail, head, icop.phrases.label("relation-kind", each.kind, "nl"), each.flow_type.value)
                wanted.add(key)
                assert each.flow.nl in str(arrows[key].told), each.id

        assert wanted == set(arrows)


class TestScene:
    """The whole."""

    def test_head_and_legend(self) -> None:
        """The keten is named in both languages, with how much there is; the legend explains what is drawn."""
        scene = of_graph(_samples.small().graph())

        assert scene.title == text("De keten van de inburgering", "The keten of civic integration")
        assert scene.description == text("4 partijen en 1 verbinding.", "4 parties and 1 connection.")
        assert [line.nl for line in scene.legend] == [
            "rechte hoeken: functie binnen de gemeente",
            "ronde hoeken: soort partij",
            "halfronde zijden of dubbele rand: organisatie",
            "dunne blauwe pijl: informatie",
            "woord bij een pijl: wat de partij waar hij begint doet",
            "*: niet nagetrokken",
        ]
        assert scene.source.nl.endswith("Stand van de gegevens: 31 januari 2026.")
        assert (scene.in_rows, scene.centre) == (False, None)

    def test_legend_has_no_more_than_is_drawn(self) -> None:
        """Each kind of line and the asterisk are explained where they occur, and nowhere else."""
        bare, doubtful, starred = (_graph() for _ in range(3))
        doubtful.add_edge("school", "gemeente", kind="informs", verified=False, flow_type="money")
        starred.nodes["school"]["verified"] = False

        legends = [[line.en for line in of_graph(each).legend] for each in (bare, doubtful, starred)]

        assert legends == [
            ["round corners: kind of party"],
            [
                "round corners: kind of party",
                "green arrow with long dashes: money",
                "word at an arrow: what the party it starts from does",
                "*: not verified",
            ],
            ["round corners: kind of party", "*: not verified"],
        ]

    @pytest.mark.parametrize(("boxes", "paper"), [(30, "either"), (31, "poster")])
    def test_what_a_slide_may_hold_is_a_slide_where_it_fits(self, boxes: int, paper: str) -> None:
        """Up to 30 boxes are a slide where they fit one, more a poster."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(f"n{number}" for number in range(boxes))

        scene = of_graph(graph)

        assert (scene.paper, scene.smaller) == (paper, ("theme", "phase", "community"))

    def test_empty_graph_is_drawn_empty(self) -> None:
        """A filter that nothing meets gives a picture without boxes that says so."""
        scene = of_graph(nx.MultiDiGraph())

        assert (scene.groups, scene.boxes, scene.arrows, scene.legend) == ((), (), (), ())
        assert scene.description.nl == "Geen partijen en geen vastgelegde verbinding."

    def test_route_as_a_graph_says_what_each_does(self) -> None:
        """The graph of a route shows what every partner does as the label of its arrow."""
        scene = of_graph(_samples.route().graph())

        assert [(arrow.tail, arrow.head, arrow.label.nl if arrow.label else None) for arrow in scene.arrows] == [
            ("gemeente", "klantmanager", "informeert"),
            ("gemeente", "school-noord", "beslist*"),
            ("gemeente", "school-noord", "informeert*"),
            ("gemeente", "uitvoerder", "adviseert"),
        ]
        assert scene.title.nl == "Lesrooster | tijden"

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_source_names_the_licence_of_what_is_drawn(self, lang: str) -> None:
        """The source line of own records names their own licence, not that of the bundled data."""
        source = of_graph(_samples.small().graph()).source.get(lang)

        assert "CC0-1.0" in source
        assert "CC-BY-4.0" not in source

    def test_order_of_nodes_and_edges_does_not_matter(self, kb: icop.KnowledgeBase) -> None:
        """The same graph built in another order gives the same scene."""
        for graph in (_samples.small().graph(), kb.graph()):
            turned: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
            turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
            for tail, head, key, data in reversed(list(graph.edges(keys=True, data=True))):
                turned.add_edge(tail, head, key=key, **data)

            assert of_graph(turned) == of_graph(graph)


class TestNeighbourhood:
    """A partner with whom it is connected."""

    def test_neighbours_are_those_it_is_connected_with(self) -> None:
        """One step away stand those an arrow leads to or comes from; it stands in the middle of a slide."""
        scene = _around("klantmanager")

        assert [box.id for box in scene.boxes] == ["gemeente", "klantmanager", "school"]
        assert (scene.centre, scene.paper, scene.in_rows) == ("klantmanager", "slide", False)
        assert scene.title == text("Rond Klantmanager", "Around Case manager")
        assert scene.description.nl == "3 partijen en 2 verbindingen. Wat hen onderling verbindt, staat er niet bij."

    def test_place_of_the_centre_is_drawn(self) -> None:
        """Of the function in the middle it is drawn what it is part of, and of a neighbour that is a function not."""
        klantmanager, school = _around("klantmanager"), _around("school")

        assert [(arrow.tail, arrow.head, arrow.dashed) for arrow in klantmanager.arrows] == [
            ("klantmanager", "gemeente", True),
            ("school", "klantmanager", False),
        ]
        assert [(arrow.tail, arrow.head) for arrow in school.arrows] == [("school", "klantmanager")]

    def test_organisation_stands_in_the_middle_in_its_role(self) -> None:
        """Around an organisation that fills one role is around the box of that role; the title names both."""
        scene = _around("school-noord")

        assert scene.centre == "school"
        assert scene.title.nl == 'Rond Noord & "Co" <b> (School)'
        assert attrs.evolve(scene, title=_around("school").title) == _around("school")

    def test_who_is_connected_with_nobody_stands_alone(self) -> None:
        """A partner without relations is drawn on its own."""
        scene = _around("uitvoerder")

        assert ([box.id for box in scene.boxes], scene.arrows) == (["uitvoerder"], ())
        assert scene.description == text(
            "1 partij en geen vastgelegde verbinding.", "1 party and no recorded connection."
        )

    def test_steps_go_further(self) -> None:
        """In two steps also stand the neighbours of the neighbours; no arrow joins two that are as far away."""
        graph = _graph()
        for tail, head in (("gemeente", "a"), ("b", "gemeente"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")):
            graph.add_edge(tail, head, kind="informs")
        gemeente = _samples.small().partners["gemeente"]

        one, two, many = (of_neighbourhood(gemeente, graph, steps=steps) for steps in (1, 2, 9))

        assert [box.id for box in one.boxes] == ["a", "b", "gemeente"]
        assert [(arrow.tail, arrow.head) for arrow in one.arrows] == [("b", "gemeente"), ("gemeente", "a")]
        assert [box.id for box in two.boxes] == ["a", "b", "c", "gemeente"]
        assert ("a", "b") not in [(arrow.tail, arrow.head) for arrow in two.arrows]
        assert ("c", "a") in [(arrow.tail, arrow.head) for arrow in two.arrows]
        assert [box.id for box in many.boxes] == ["a", "b", "c", "d", "gemeente"]

    def test_smaller_names_steps_where_there_are_several(self) -> None:
        """The filters that help are those of the graph, and fewer steps where there are more than one."""
        filters = ("theme", "phase", "community")

        assert _around("school").smaller == filters
        assert _around("school", steps=2).smaller == ("steps", *filters)

    def test_every_bundled_neighbour_is_drawn(self, kb: icop.KnowledgeBase) -> None:
        """Around every partner stand all boxes its box shares an edge with, and every relation between it and them."""
        graph = kb.graph()
        places = standing_in(graph)
        whole = of_graph(graph).arrows

        for partner in kb.partners.values():
            scene = of_neighbourhood(partner, graph, steps=1)
            centre = places[partner.id]
            wanted = [arrow for arrow in whole if centre in (arrow.tail, arrow.head)]
            assert [arrow for arrow in scene.arrows if not arrow.dashed] == [
                arrow for arrow in wanted if not arrow.dashed
            ], partner.id
            assert {box.id for box in scene.boxes} >= {
                centre,
                *(end for each in wanted for end in (each.tail, each.head)),
            }
