"""Which subject gets which scene, and which filters it has."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

import inburgering_cop as icop
from tests.diagrams import _samples
from tests.practice._dossiers import worked_out


class TestGraphs:
    """A knowledge base, a partner and a graph."""

    @pytest.mark.parametrize(
        "filters",
        [
            {"theme": "map"},
            {"community": "rijnmond"},
            {"municipality": "Rotterdam"},
            {"phase": "pip"},
            {"theme": "map", "municipality": "Rotterdam"},
        ],
    )
    def test_filters_are_those_of_the_graph(self, kb: icop.KnowledgeBase, filters: dict[str, Any]) -> None:
        """Drawing a part of a knowledge base is drawing that part of its graph, with its filters as they combine."""
        drawn = icop.draw(kb, **filters).scene

        graph = icop.draw(kb.graph(**filters)).scene
        assert (drawn.boxes, drawn.arrows) == (graph.boxes, graph.arrows)

    def test_title_names_what_is_left(self, kb: icop.KnowledgeBase) -> None:
        """The title of a part names theme, phase, community and gemeente, given by a name or as a record."""
        names: dict[str, Any] = {
            "theme": "MAP",
            "phase": "participatie",
            "community": "Rijnmond",
            "municipality": "Den Haag",
        }
        records: dict[str, Any] = {"theme": kb.theme("MAP"), "community": kb.community("Rijnmond")}
        place = {"municipality": kb.municipality("Den Haag"), "phase": "participatie"}

        titles = {icop.draw(kb, **given).scene.title.get("en") for given in (names, records | place)}

        assert titles == {
            "The keten of civic integration: Labour Market and Participation Module (MAP), "
            "Participation: PVT, MAP and the dual part, CoP Inburgering - Rijnmond, 's-Gravenhage [nl]"
        }
        assert icop.draw(kb.partners["duo"], theme="map").scene.title.nl.startswith(
            "Rond Dienst Uitvoering Onderwijs: "
        )

    def test_partner_is_drawn_with_its_neighbours(self, kb: icop.KnowledgeBase) -> None:
        """A partner is drawn one step far unless asked, from the bundled knowledge unless another is given."""
        duo = kb.partners["duo"]

        assert icop.draw(duo) == icop.draw(duo, kb=kb, steps=1)
        assert len(icop.draw(duo, steps=2).scene.boxes) > len(icop.draw(duo).scene.boxes)
        assert icop.draw(_samples.small().partners["school"], kb=_samples.small()).scene.centre == "school"

    def test_filter_keeps_what_is_left_around_a_partner(self, kb: icop.KnowledgeBase) -> None:
        """A filter of a partner is one of the graph around it."""
        duo = kb.partners["duo"]

        part = icop.draw(duo, phase="pip").scene

        assert {box.id for box in part.boxes} < {box.id for box in icop.draw(duo).scene.boxes}
        assert part.centre == "duo"

    def test_partner_that_is_not_left_is_an_error(self, kb: icop.KnowledgeBase) -> None:
        """Where the filters leave out the partner itself the error says so, in both languages."""
        with pytest.raises(icop.CannotDrawError) as caught:
            icop.draw(kb.partners["cak"], theme="map")

        assert str(caught.value) == (
            "CAK (Central Administration Office) is not in the part of the keten that is left. Leave out a filter. "
            "Possible: theme=…, community=…, municipality=…, phase=…."
        )
        assert caught.value.line("nl").startswith(
            "CAK komt niet voor in het deel van de keten dat overblijft. Laat een filter weg."
        )
        assert caught.value.given == "cak"

    def test_size_chooses_the_paper(self, kb: icop.KnowledgeBase) -> None:
        """A slide or a poster when asked; else what fits: a partner a slide, the keten a poster."""
        duo, graph = kb.partners["duo"], _samples.small().graph()

        assert [icop.draw(each).scene.paper for each in (duo, kb, graph)] == ["slide", "poster", "either"]
        assert icop.draw(duo, size="poster").scene.paper == "poster"
        assert icop.draw(kb, size="slide").scene.paper == "slide"
        assert icop.draw(graph, size="poster").scene.paper == "poster"

    def test_filter_that_was_given_is_not_named_again(self, kb: icop.KnowledgeBase) -> None:
        """The error of a part that is still too large names the other filters, and fewer steps, which always help."""
        duo = kb.partners["duo"]

        assert icop.draw(kb, phase="pip").scene.smaller == ("theme", "community")
        assert icop.draw(duo, steps=2, theme="map").scene.smaller == ("steps", "phase", "community")

    def test_graph_has_a_size_and_no_filter(self, kb: icop.KnowledgeBase) -> None:
        """A graph is already what one wants of it: its filters are those of `kb.graph`."""
        with pytest.raises(icop.InvalidValueError) as caught:
            icop.draw(kb.graph(), theme="map")

        assert str(caught.value) == (
            "theme cannot be 'map'. It must be left out, for MultiDiGraph has no such filter; it has: size."
        )


class TestFilters:
    """A filter the subject does not have."""

    @pytest.mark.parametrize(
        ("subject", "has"),
        [
            ("route", "rung"),
            ("community", "theme"),
            ("theme", "community, rung"),
            ("dossier", "rung"),
            ("partner", "theme, community, municipality, phase, size, steps"),
            ("kb", "theme, community, municipality, phase, size"),
            ("graph", "size"),
        ],
    )
    def test_error_names_those_it_has(self, kb: icop.KnowledgeBase, subject: str, has: str) -> None:
        """Each subject refuses the filters of others with the names of its own."""
        subjects: dict[str, object] = {
            "route": _samples.route(),
            "community": kb.communities["rijnmond"],
            "theme": kb.themes["map"],
            "dossier": worked_out(),
            "partner": kb.partners["duo"],
            "kb": kb,
            "graph": kb.graph(),
        }
        other = {"steps": 2} if "steps" not in has else {"rung": 1}

        with pytest.raises(icop.InvalidValueError) as caught:
            icop.draw(subjects[subject], **other)  # type: ignore[arg-type]

        assert str(caught.value).endswith(f"has no such filter; it has: {has}.")


class TestRefused:
    """Something without a picture."""

    @pytest.mark.parametrize("subject", [nx.DiGraph(), nx.Graph(), (7,), ()])
    def test_it_is_refused_before_anything_is_drawn(self, subject: object) -> None:
        """A graph with one edge between two nodes at most, and what is no timeline, are no subject."""
        with pytest.raises(icop.CannotDrawError):
            icop.draw(subject)  # type: ignore[arg-type]
