"""A theme across communities, and the keten from arrival to afterwards, as scenes."""

from __future__ import annotations

import itertools

import inburgering_cop as icop
from inburgering_cop.diagrams._overviews import of_theme, of_timeline
from inburgering_cop.diagrams._scene import Box, Scene


def _lines(box: Box) -> list[str]:
    return [box.label.nl, *(detail.nl for detail in box.details)]


def _in(scene: Scene, group: str) -> dict[str, list[str]]:
    return {box.id: _lines(box) for box in scene.within(group)}


class TestTheme:
    """`of_theme`."""

    def test_rungs_are_those_of_the_answer(self, kb: icop.KnowledgeBase) -> None:
        """Who does what stands there as in the drawing of the route without a gemeente."""
        scene = of_theme(kb.themes["ontheffing-medisch"], kb=kb)

        route = icop.draw(kb.escalate("ontheffing-medisch")).scene
        assert scene.groups[:3] == route.groups
        assert scene.boxes[: len(route.boxes)] == route.boxes
        assert (scene.title, scene.description) == (
            kb.themes["ontheffing-medisch"].label,
            kb.themes["ontheffing-medisch"].definition,
        )

    def test_every_community_that_deals_with_it_stands_there(self, kb: icop.KnowledgeBase) -> None:
        """A community has where the theme stands there, as it is named there, and how many tips it has on it."""
        scene = of_theme(kb.themes["duale-trajecten"], kb=kb)

        found = _in(scene, "communities")
        assert list(found) == [
            "community-achterhoek",
            "community-hart-van-brabant",
            "community-midden-limburg",
            "community-netwerk-rivierenland",
            "community-rijnmond",
        ]
        assert found["community-midden-limburg"] == [
            "CoP Inburgering - Midden-Limburg",
            "uitgediept",
            "Duale trajecten tijdens de inburgering: taal en participatie samen",
            "4 tips",
        ]
        assert scene.groups[-1].label.nl == "Communities"

    def test_community_with_only_a_tip_stands_there_too(self, kb: icop.KnowledgeBase) -> None:
        """Who gave a tip on a theme it does not work on is shown with that tip alone."""
        scene = of_theme(kb.themes["kinderopvang"], kb=kb)

        alone = [
            lines
            for name, lines in _in(scene, "communities").items()
            if not any(own.theme == "kinderopvang" for own in kb.communities[name.removeprefix("community-")].themes)
        ]
        assert all(lines[1:] in (["1 tip"], [f"{lines[1].split()[0]} tips"]) for lines in alone)

    def test_theme_no_community_deals_with_has_no_such_group(self, kb: icop.KnowledgeBase) -> None:
        """Then there are the three rungs and nothing more."""
        none = next(
            theme
            for theme in kb.themes.values()
            if kb.records.responsibilities_on(theme.id)
            and not kb.records.tips_on(theme.id)
            and not any(own.theme == theme.id for each in kb.communities.values() for own in each.themes)
        )

        assert [group.id for group in of_theme(none, kb=kb).groups] == ["rung-1", "rung-2", "rung-3"]


class TestTimeline:
    """`of_timeline`."""

    def test_each_phase_has_who_does_what_and_its_terms(self, kb: icop.KnowledgeBase) -> None:
        """A group for each phase in order, tied to the next, with a box for each actor and a line for each term."""
        phases = kb.timeline(group="gezinsmigrant-of-overig")

        scene = of_timeline(phases, kb=kb)

        assert [group.id for group in scene.groups] == [phase.id for phase in phases]
        assert [(arrow.tail, arrow.head) for arrow in scene.arrows] == [
            (one.id, other.id) for one, other in itertools.pairwise(phases)
        ]
        assert [len(scene.within(phase.id)) for phase in phases] == [len(phase.actors) for phase in phases]
        exemption = next(group for group in scene.groups if group.id == "vrijstelling-toets")
        assert [line.nl for line in exemption.details] == [
            "Termijn: Beslissen op een aanvraag om gehele of gedeeltelijke vrijstelling (8 weken)"
        ]

    def test_long_text_is_cut_between_words(self, kb: icop.KnowledgeBase) -> None:
        """Of what an actor does at most 90 characters are shown."""
        scene = of_timeline(kb.timeline(), kb=kb)

        shown = [box.details[0].nl for box in scene.boxes]
        assert max(len(each) for each in shown) <= 90
        assert any(each.endswith(" …") for each in shown)


class TestDraw:
    """`draw`."""

    def test_both_can_be_drawn(self, kb: icop.KnowledgeBase) -> None:
        """A theme and a timeline give a drawing in every format, on the bundled knowledge unless told otherwise."""
        for subject in (kb.themes["duale-trajecten"], kb.timeline()):
            drawing = icop.draw(subject, lang="en")

            assert drawing == icop.draw(subject, kb=kb, lang="en")
            for written in (drawing.to_svg(), drawing.to_mermaid(), drawing.to_dot(), drawing.describe()):
                assert "Gemeente" in written
