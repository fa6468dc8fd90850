"""A theme across communities, and the keten from arrival to afterwards, as scenes."""

from __future__ import annotations

import itertools

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._overviews import of_theme, of_timeline
from inburgering_cop.diagrams.scenes._scene import Box, Scene


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

    def test_texts_are_whole(self, kb: icop.KnowledgeBase) -> None:
        """What an actor does stands whole in the scene, and so in the text alternative, in both languages."""
        drawing = icop.draw(kb.timeline())

        does = [actor.does for phase in kb.timeline() for actor in phase.actors]
        assert [box.details for box in drawing.scene.boxes] == [(each,) for each in does]
        for lang in ("nl", "en"):
            told = drawing.describe(lang=lang)
            assert "…" not in told
            assert all(each.get(lang) in told for each in does)

    @pytest.mark.parametrize(
        ("group", "named", "left"),
        [
            ("asielstatushouder", "asielstatushouders", "lening-terugbetalen"),
            ("gezinsmigrant-of-overig", "gezins- en overige migranten", "aankomst"),
        ],
    )
    def test_group_stands_in_title_and_description(
        self, kb: icop.KnowledgeBase, group: str, named: str, left: str
    ) -> None:
        """The timeline of one group says whose it is, and that what others go through is left out."""
        phases = kb.timeline(group=group)

        scene = of_timeline(phases, kb=kb)

        assert scene.title.nl == f"De keten per fase, van aankomst tot nazorg: {named}"
        assert scene.description.nl == (
            f"{len(phases)} fasen. In elke fase staat wie wat doet; boven de vakken staan de termijnen. Alleen wat "
            f"deze groep doorloopt: {named}; fasen en termijnen van anderen staan er niet bij."
        )
        assert left not in {each.id for each in scene.groups}
        assert not [line.nl for each in scene.groups for line in each.details if "alleen voor" in line.nl.lower()]
        assert scene.smaller == ()

    def test_whole_timeline_says_for_whom_a_phase_or_term_is(self, kb: icop.KnowledgeBase) -> None:
        """Without a group, a phase and a term that hold for one group alone say for which."""
        scene = of_timeline(kb.timeline(), kb=kb)

        over = {each.id: [line.get("en") for line in each.details] for each in scene.groups}
        assert (scene.title.nl, scene.smaller) == ("De keten per fase, van aankomst tot nazorg", ("group",))
        assert over["aankomst"][0] == "Only for: asylum status holders."
        assert over["lening-terugbetalen"][0] == "Only for: family and other migrants."
        assert not any("Only for" in line for line in over["examens"])
        assert any(line.endswith("; only for: asylum status holders)") for line in over["uitvoering"])
        assert not any("; only for" in line for line in over["huisvesting"])

    def test_unverified_term_says_so(self, kb: icop.KnowledgeBase) -> None:
        """A term that was not held against its sources is marked, as in every output."""
        phase = kb.phases["vrijstelling-toets"]
        doubted = attrs.evolve(phase, deadlines=(attrs.evolve(phase.deadlines[0], verified=False),))

        scene = of_timeline((doubted,), kb=kb)

        assert scene.groups[0].details[0].nl.endswith("(8 weken; niet nagetrokken)")


class TestDraw:
    """`draw`."""

    def test_both_can_be_drawn(self, kb: icop.KnowledgeBase) -> None:
        """A theme and a timeline give a drawing in every format, on the bundled knowledge unless told otherwise."""
        for subject in (kb.themes["duale-trajecten"], kb.timeline()):
            drawing = icop.draw(subject, lang="en")

            assert drawing == icop.draw(subject, kb=kb, lang="en")
            for written in (drawing.to_svg(), drawing.to_mermaid(), drawing.to_dot(), drawing.describe()):
                assert "Gemeente" in written
