"""Organisations of one role in one box."""

from __future__ import annotations

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._building import of_community, of_route
from inburgering_cop.diagrams.scenes._gathering import Seated, gathered
from inburgering_cop.diagrams.scenes._scene import Box, Scene
from tests.diagrams import _samples
from tests.diagrams._samples import text

_NAMES = {"school": text("School", "School"), "gemeente": text("Gemeente", "Municipality")}


def _seated(name: str, *details: str, role: str = "school", own: bool = False, marked: bool = False) -> Seated:
    box = Box(
        id=f"seat-{name}",
        label=text(name),
        details=tuple(text(f"als {role}: {each}") for each in details),
        shape="kind" if own else "organisation",
        group="g",
        marked=marked,
    )
    return Seated(role=role, shared=f"g-{role}", own=own, box=box, alone=tuple(text(each) for each in details))


def _starred(seated: Seated) -> Seated:
    return attrs.evolve(seated, box=attrs.evolve(seated.box, starred=text("niet nagetrokken")))


def _boxes(*seated: Seated) -> tuple[Box, ...]:
    return gathered(seated, name=_NAMES.__getitem__)


def _nl(texts: tuple[icop.LocalizedText, ...]) -> list[str]:
    return [each.nl for each in texts]


class TestGathered:
    """`gathered`."""

    def test_one_alone_keeps_its_own_box(self) -> None:
        """Who fills a role alone stands under its own name, with the role in what is said of it."""
        (box,) = _boxes(_seated("Noord", "adviseert"))

        assert box == _seated("Noord", "adviseert").box

    def test_organisations_of_one_role_stand_in_its_box(self) -> None:
        """The box has the name of the role, and their names under it, a line each; what is said of all stands once."""
        (box,) = _boxes(_seated("Noord", "adviseert"), _seated("Zuid", "adviseert"))

        assert (box.id, box.label.nl, box.shape, box.group) == ("g-school", "School", "organisation", "g")
        assert (_nl(box.names), _nl(box.details)) == (["Noord", "Zuid"], ["adviseert"])
        assert [(each.label.nl, _nl(each.details)) for each in box.members] == [
            ("Noord", ["adviseert"]),
            ("Zuid", ["adviseert"]),
        ]

    def test_what_is_said_of_some_has_their_names(self) -> None:
        """What holds for some stands after who they are, in the order in which it is first said."""
        (box,) = _boxes(
            _seated("A", "adviseert", "vaste deelnemer"), _seated("B", "adviseert"), _seated("C", "betaalt")
        )

        assert _nl(box.details) == ["A, B: adviseert", "A: vaste deelnemer", "C: betaalt"]

    def test_many_are_counted(self) -> None:
        """More than four stand on one line, after how many they are, in both languages."""
        (four,) = _boxes(*(_seated(each) for each in "ABCD"))
        (five,) = _boxes(*(_seated(each) for each in "ABCDE"))

        assert _nl(four.names) == ["A", "B", "C", "D"]
        assert five.names == (text("5 organisaties: A, B, C, D, E", "5 organisations: A, B, C, D, E"),)

    def test_who_is_unverified_has_an_asterisk(self) -> None:
        """The asterisk stands at the name of who is not verified: of an organisation, or of the role itself."""
        (two,) = _boxes(_starred(_seated("A")), _seated("B"))
        (own,) = _boxes(_starred(_seated("School", own=True)), _seated("B"))

        assert (two.named("nl"), _nl(two.names)) == ("School", ["A*", "B"])
        assert (own.named("nl"), _nl(own.names)) == ("School*", ["B"])

    @pytest.mark.parametrize("starred", [False, True])
    def test_one_that_has_the_role_in_its_name_stands_beside_it(self, starred: bool) -> None:
        """Gemeenten in general and one of them are two participants: the box is of the kind, the one stands in it."""
        weert = _seated("Gemeente Weert", "adviseert", role="gemeente")
        role = _seated("Gemeente", "beslist", role="gemeente", own=True)

        (box,) = _boxes(role, _starred(weert) if starred else weert)

        assert (box.named("nl"), box.shape) == ("Gemeente", "kind")
        assert [each.get("nl") for each in box.names] == ["Gemeente Weert*" if starred else "Gemeente Weert"]
        assert _nl(box.details) == ["Gemeente: beslist", "Gemeente Weert: adviseert"]
        assert len(box.members) == 2

    def test_box_is_of_the_kind_whoever_comes_first(self) -> None:
        """Where the role itself stands in it the box has the form of a kind, also when an organisation comes first."""
        (box,) = _boxes(_seated("Noord"), _seated("School", own=True))

        assert (box.label.nl, box.shape, _nl(box.names)) == ("School", "kind", ["Noord"])

    def test_role_is_not_said_again_before_each_name(self) -> None:
        """Under "Gemeente" several gemeenten stand by their places, in what is said of some too; members keep names."""
        seated = [_seated(f"Gemeente {place}", role="gemeente") for place in ("Weert", "Leudal")]

        (box,) = _boxes(*seated, _seated("Gemeente in oprichting", "adviseert", role="gemeente"))

        assert box.shape == "organisation"
        assert box.label.get("en") == "Municipality"
        assert [each.get("en") for each in box.names] == ["Weert", "Leudal", "Gemeente in oprichting"]
        assert _nl(box.details) == ["Gemeente in oprichting: adviseert"]
        assert [each.label.nl for each in box.members[:2]] == ["Gemeente Weert", "Gemeente Leudal"]

    def test_asterisks_come_first_where_names_are_counted(self) -> None:
        """Of names that are counted those with an asterisk come first, so that it is seen where names are left out."""
        (five,) = _boxes(*(_seated(each) for each in "ABCD"), _starred(_seated("E")))

        assert five.names[0].nl == "5 organisaties: E*, A, B, C, D"

    def test_the_role_itself_stands_with_who_fill_it(self) -> None:
        """Where the kind has a seat too, the box is that of the kind, and only the organisations are named under it."""
        (box,) = _boxes(_seated("School", "betaalt", own=True), _seated("Noord"))

        assert (box.shape, _nl(box.names), _nl(box.details)) == ("kind", ["Noord"], ["School: betaalt"])
        assert len(box.members) == 2

    def test_one_that_settles_marks_the_box(self) -> None:
        """Where one of them can settle the matter, the border is thick."""
        plain, marked = (_boxes(_seated("A"), _seated("B", marked=each))[0].marked for each in (False, True))

        assert (plain, marked) == (False, True)

    def test_boxes_keep_the_place_of_the_first(self) -> None:
        """The shared box stands where its first member stood; other roles keep their own place."""
        found = _boxes(_seated("A"), _seated("Weert", role="gemeente"), _seated("B"))

        assert [box.label.nl for box in found] == ["School", "Weert"]

    def test_general_and_specific_stay_apart(self) -> None:
        """Who comes from the general ladder does not share a box with who does not."""
        general = _seated("B")
        general = attrs.evolve(general, box=attrs.evolve(general.box, dotted=text("algemeen")))

        assert [box.label.nl for box in _boxes(_seated("A"), general)] == ["A", "B"]


def _find(scene: Scene, name: str) -> Box:
    return next(box for box in scene.boxes if box.id == name)


class TestBundled:
    """The bundled knowledge."""

    def test_language_providers_of_rijnmond_share_a_box(self, kb: icop.KnowledgeBase) -> None:
        """On the route for a medical exemption in Rotterdam five organisations stand as taalaanbieder in one box."""
        box = _find(of_route(kb.escalate("ontheffing-medisch", municipality="Rotterdam")), "2-taalaanbieder")

        assert box.names[0].nl == (
            "5 organisaties: EUR*, Albeda*, NL-Training*, Top-Taal*, Stichting Nieuw Thuis Rotterdam*"
        )
        assert _nl(box.details) == ["adviseert", "vaste deelnemer"]

    def test_organisation_with_several_roles_joins_one(self, kb: icop.KnowledgeBase) -> None:
        """Gilde Opleidingen fills two roles, and stands with who shares the other seat of taalaanbieder."""
        box = _find(of_community(kb.communities["midden-limburg"], kb=kb), "standing-taalaanbieder")

        assert [each.id for each in box.members] == ["seat-gilde-opleidingen", "seat-gilde-educatie"]

    @pytest.mark.parametrize(
        ("community", "standing", "place"), [("achterhoek", "unknown", "Lochem"), ("rijnmond", "standing", "Rotterdam")]
    )
    def test_gemeenten_in_general_keep_their_seat(
        self, kb: icop.KnowledgeBase, community: str, standing: str, place: str
    ) -> None:
        """Where gemeenten take part beside one by name, the box is theirs and that one stands in it."""
        drawing = icop.draw(kb.communities[community])

        box = _find(drawing.scene, f"{standing}-gemeente")

        assert (box.label.nl, box.shape, _nl(box.names)) == ("Gemeente", "kind", [f"Gemeente {place}"])
        assert f"- Gemeente:\n  - Gemeente\n  - Gemeente {place}\n" in drawing.describe()

    @pytest.mark.parametrize("community", ["amsterdam", "noordoost-nederland"])
    def test_gemeente_alone_is_an_organisation(self, kb: icop.KnowledgeBase, community: str) -> None:
        """A single gemeente keeps its name and the form of an organisation."""
        named = [box for box in icop.draw(kb.communities[community]).scene.boxes if box.label.nl.startswith("Gemeente")]

        assert [box.shape for box in named] == ["organisation"]

    def test_what_is_said_of_each_is_described(self, kb: icop.KnowledgeBase) -> None:
        """The text alternative has a line for the role and a line for each who stands in its box."""
        told = icop.draw(kb.communities["midden-limburg"], lang="en").describe()

        assert (
            "\n- Language provider:\n  - Gilde Opleidingen [not verified]\n  - Gilde Educatie [not verified]\n" in told
        )

    def test_every_format_names_them(self, kb: icop.KnowledgeBase) -> None:
        """Mermaid, DOT, SVG and draw.io show the role and who stand in its box."""
        drawing = icop.draw(kb.communities["midden-limburg"])

        for written in (drawing.to_mermaid(), drawing.to_dot(), drawing.to_svg(), drawing.to_drawio()):
            assert all(name in written for name in ("Taalaanbieder", "Gilde Opleidingen", "Gilde Educatie"))

    def test_small_knowledge_base_has_none_to_share(self) -> None:
        """Where every role is filled by one, every box is its own."""
        assert not any(box.members for box in of_route(_samples.route()).boxes)
