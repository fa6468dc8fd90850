"""From an answer or a community to a scene: what is in it, and nothing else."""

from __future__ import annotations

import attrs

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._building import of_community, of_route
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from inburgering_cop.model import Participation, Standing
from tests.diagrams import _samples
from tests.diagrams._samples import text


def _box(scene: Scene, name: str) -> Box:
    return next(box for box in scene.boxes if box.id == name)


def _nl(box: Box | Group) -> list[str]:
    return [detail.nl for detail in box.details]


def _en(box: Box | Group) -> list[str]:
    return [detail.get("en") for detail in box.details]


def _standing(scene: Scene, group: str) -> list[str]:
    """The ids of the boxes of a group, and instead of a shared one those of who stand in it."""
    return [each.id for box in scene.within(group) for each in (box.members or (box,))]


class TestRoute:
    """A route as a ladder."""

    def test_title_names_theme_and_gemeente(self) -> None:
        """The title holds the theme and, where one was given, the gemeente, in both languages."""
        kb = _samples.small()

        with_place, without = of_route(_samples.route()), of_route(kb.escalate("kosten"))

        assert with_place.title.nl == "Drietrapsraket: Lesrooster | tijden, Voorbeeldstad"
        assert with_place.title.en == "Drietrapsraket: Timetable | hours, Voorbeeldstad"
        assert without.title.nl == "Drietrapsraket: Kosten"

    def test_description_names_who_settles_it_and_the_table(self) -> None:
        """The description says who can settle the matter and, where there is one, at whose table."""
        kb = _samples.small()

        with_table, without = of_route(_samples.route()), of_route(kb.escalate("rooster"))

        assert with_table.description.nl == 'Wie kan dit afdoen: Noord & "Co" <b>. Aan tafel bij: Tafel Noord.'
        assert with_table.description.en == 'Who can settle this: North & "Co" <b>. At the table of: Table North.'
        assert without.description.nl == "Wie kan dit afdoen: School."

    def test_three_rungs_stand_in_order(self) -> None:
        """There is a group per rung, with its guiding question, and nothing between but arrows down the ladder."""
        scene = of_route(_samples.route())

        assert [(group.id, group.label.nl, _nl(group)) for group in scene.groups] == [
            ("rung-1", "Trede 1: Zelf", ["Wat kan de gemeente zelf doen?"]),
            (
                "rung-2",
                "Trede 2: Met partners in de uitvoering",
                ["Wat kan de gemeente samen met een partner in de uitvoering?"],
            ),
            (
                "rung-3",
                "Trede 3: Met een ketenpartner",
                ["Welke partner van de keten kan helpen het antwoord te vinden?"],
            ),
        ]
        assert scene.groups[2].label.en == "Rung 3: With a keten partner"
        assert scene.arrows == (
            Arrow(tail="question", head="rung-1"),
            Arrow(tail="rung-1", head="rung-2"),
            Arrow(tail="rung-2", head="rung-3"),
        )
        assert scene.in_rows

    def test_question_stands_on_its_own(self) -> None:
        """The theme is a box of its own form outside the rungs."""
        scene = of_route(_samples.route())

        assert scene.within(None) == (
            Box(id="question", label=text("Lesrooster | tijden", "Timetable | hours"), shape="theme"),
        )

    def test_one_box_per_partner_and_rung(self) -> None:
        """A partner with several responsibilities on a rung is one box, which says for which role it does what."""
        box = _box(of_route(_samples.route()), "2-school-noord")

        assert _nl(box) == [
            "School: informeert, School: beslist in het individuele geval",
            "vaste deelnemer",
            "kan dit afdoen",
        ]
        assert _en(box) == [
            "School: informs, School: decides in the individual case",
            "standing participant",
            "can settle this",
        ]
        assert box.starred == text("niet nagetrokken", "not verified")
        assert (box.shape, box.group, box.marked, box.dotted) == ("organisation", "rung-2", True, None)

    def test_general_ladder_is_marked(self) -> None:
        """A box from the general ladder says so, also when it sits at the table; one from the theme does not."""
        scene = of_route(_samples.route())

        general, own = _box(scene, "3-uitvoerder"), _box(scene, "1-klantmanager")

        assert (str(general.dotted), general.marked, _nl(general)) == (
            "algemene ladder, niet specifiek voor dit thema",
            False,
            ["adviseert", "schuift op verzoek aan"],
        )
        assert (own.dotted, own.marked, _nl(own)) == (None, False, ["informeert", "vaste deelnemer"])

    def test_without_a_table_no_seat_is_shown(self) -> None:
        """Without a gemeente the roles stand in the boxes, with no standing and their own type."""
        scene = of_route(_samples.small().escalate("rooster"))

        assert _box(scene, "2-school") == Box(
            id="2-school",
            label=text("School", "School"),
            details=(
                text("informeert, beslist in het individuele geval", "informs, decides in the individual case"),
                text("kan dit afdoen", "can settle this"),
            ),
            shape="kind",
            group="rung-2",
            marked=True,
            starred=text("niet nagetrokken", "not verified"),
        )

    def test_legend_explains_what_is_drawn_and_no_more(self) -> None:
        """The legend holds the forms and borders in the picture, and none that it lacks."""
        marked_and_general = of_route(_samples.route())
        verified = [line.nl for line in of_route(_samples.small().escalate("rooster")).legend]

        assert [line.nl for line in marked_and_general.legend] == [
            "rechte hoeken: functie binnen de gemeente",
            "halfronde zijden of dubbele rand: organisatie",
            "zeskant: thema of community",
            "dikke rand: kan dit afdoen",
            "gestippelde rand: algemene ladder, niet specifiek",
            "*: niet nagetrokken",
        ]
        assert "ronde hoeken: soort partij" in verified

    def test_source_says_until_when_it_was_checked(self) -> None:
        """The source line ends with the day of the data, in both languages."""
        source = of_route(_samples.route()).source

        assert source.nl.endswith("Stand van de gegevens: 31 januari 2026.")
        assert source.get("en").endswith("Data as of: 31 January 2026.")

    def test_medical_exemption_in_rotterdam_marks_duo(self, kb: icop.KnowledgeBase) -> None:
        """Of the bundled route for a medical exemption in Rotterdam, DUO on rung 3 is the only marked box."""
        scene = of_route(kb.escalate("ontheffing-medisch", municipality="Rotterdam"))

        assert [(box.id, box.group) for box in scene.boxes if box.marked] == [("3-duo", "rung-3")]

    def test_every_referral_has_its_box(self, kb: icop.KnowledgeBase) -> None:
        """For every theme, a rung's boxes and who stand in them together are its referrals' partners, each once."""
        for theme in kb.themes:
            route = kb.escalate(theme, municipality="Rotterdam")

            scene = of_route(route)

            for step in route.steps:
                wanted = list(dict.fromkeys(f"{step.rung}-{each.partner.id}" for each in step.referrals))
                assert sorted(_standing(scene, f"rung-{step.rung}")) == sorted(wanted)


class TestRouteInWords:
    """What a route's picture says in its first sentence."""

    def test_sides_are_named_where_the_whole_theme_is_asked(self) -> None:
        """A partner stands there once, with the sides it settles; its box says them too."""
        scene = of_route(icop.escalate("handhaving-boete"))

        assert scene.description.get("en").startswith("Who can settle this: Gemeente (municipality) (fine at the ")
        assert scene.description.nl == (
            "Wie kan dit afdoen: Gemeente (boete bij de brede intake; boete tijdens het traject; verlaging van de "
            "bijstand), Dienst Uitvoering Onderwijs (leerroute niet op tijd behaald; PVT of MAP niet op tijd afgerond)."
        )
        duo = next(box for box in scene.boxes if box.id == "3-duo")
        assert "(leerroute niet op tijd behaald; PVT of MAP niet op tijd afgerond)" in duo.details[0].nl

    def test_side_asked_stands_in_the_title_alone(self) -> None:
        """Where one side is asked, the title names it, and nothing else needs to."""
        scene = of_route(icop.escalate("handhaving-boete", aspect="pvt-en-map", municipality="Lochem"))

        assert scene.title.nl == "Drietrapsraket: Handhaving en boete (PVT of MAP niet op tijd afgerond), Lochem"
        assert scene.description.nl.startswith("Wie kan dit afdoen: Dienst Uitvoering Onderwijs. Aan tafel bij:")

    def test_only_the_side_asked_is_drawn_where_it_is_sure(self) -> None:
        """On a rung without anybody for it, and where it is only likely, the others stand there too, by name.

        Who settles another theme is never drawn.
        """
        route = icop.escalate("verhuizing en pip")
        match = route.themes[0]

        sure, likely = (
            of_route(attrs.evolve(route, themes=(attrs.evolve(match, sure=known),))) for known in (True, False)
        )

        assert any(each.instead for each in route.referrals)
        for step in route.steps:
            every = [each for each in step.referrals if not each.instead]
            asked = [each for each in every if each.aspect in (None, "nieuw-pip")]
            group = f"rung-{step.rung}"
            assert set(_standing(sure, group)) == {f"{step.rung}-{each.partner.id}" for each in asked or every}
            assert set(_standing(likely, group)) == {f"{step.rung}-{each.partner.id}" for each in every}
        said = " ".join(detail.nl for box in likely.boxes for detail in box.details)
        assert "(gegevens van de vorige gemeente)" in said
        assert "nieuw plan na verhuizing" not in said

    def test_who_decides_is_named_and_else_that_nobody_does(self) -> None:
        """Only who decides the single case is said to settle it."""
        decided = of_route(icop.escalate("ontheffing-medisch"))
        open_ = of_route(icop.escalate("motivatie", municipality="Weert"))

        assert decided.description.nl == (
            "Wie kan dit afdoen: Dienst Uitvoering Onderwijs (besluit over de medische ontheffing)."
        )
        assert open_.description.nl == (
            "Niemand in de gegevens beslist hierover in het individuele geval. "
            "Aan tafel bij: CoP Inburgering - Midden-Limburg."
        )
        assert not any(box.marked for box in open_.boxes)


class TestCommunity:
    """A community as its table."""

    def test_groups_are_the_standings_there_are_and_the_themes(self) -> None:
        """There is a group per standing that occurs, in the order of the stored words, and the themes come last."""
        scene = of_community(_samples.community(), kb=_samples.small())

        assert [(group.id, group.label.nl, group.label.en) for group in scene.groups] == [
            ("standing-standing", "Vaste deelnemer", "Standing participant"),
            ("standing-on-request", "Schuift op verzoek aan", "Joins on request"),
            ("themes", "Thema's", "Themes"),
        ]

    def test_every_participant_is_a_box_with_whom_it_sends(self) -> None:
        """A participant stands under its standing, with the functions it sends and the themes it comes for."""
        scene = of_community(_samples.community(), kb=_samples.small())

        gemeente, agency = _box(scene, "seat-gemeente"), _box(scene, "seat-uitvoerder")

        assert (gemeente.group, gemeente.shape, _nl(gemeente), _en(gemeente)) == (
            "standing-standing",
            "kind",
            ["Klantmanager"],
            ["Case manager"],
        )
        assert (agency.group, agency.shape, _nl(agency), _en(agency)) == (
            "standing-on-request",
            "organisation",
            ["komt voor: Kosten, Lesrooster | tijden"],
            ["comes for: Costs, Timetable | hours"],
        )

    def test_a_function_with_a_seat_stands_in_its_own_box(self) -> None:
        """A function that has a seat of its own is not repeated in the box of who sends it."""
        own = Participation(
            partner="klantmanager", standing=Standing.STANDING, citations=_samples.community().citations
        )
        table = attrs.evolve(_samples.community(), participations=(*_samples.community().participations, own))

        scene = of_community(table, kb=_samples.small())

        assert _box(scene, "seat-gemeente").details == ()
        assert _box(scene, "seat-klantmanager").shape == "function"

    def test_a_theme_shows_its_own_name_where_it_differs(self) -> None:
        """A theme stands with its standing, and with what the community calls it where that is something else."""
        scene = of_community(_samples.community(), kb=_samples.small())

        assert _nl(_box(scene, "theme-rooster")) == ["Het rooster", "uitgediept"]
        assert _nl(_box(scene, "theme-kosten")) == ["wacht op behandeling"]
        assert {box.shape for box in scene.within("themes")} == {"theme"}

    def test_a_theme_named_twice_shows_both_names(self) -> None:
        """Where a community has two names under one theme, with a standing each, the picture holds both."""
        again = attrs.evolve(
            _samples.community().themes[0], as_named=text("Uren", "Hours"), standing=icop.ThemeStanding.WAITING
        )
        table = attrs.evolve(_samples.community(), themes=(*_samples.community().themes, again))

        scene = of_community(table, kb=_samples.small())

        shown = [detail for box in scene.within("themes") for detail in _nl(box)]
        assert {"Het rooster", "uitgediept", "Uren", "wacht op behandeling"} <= set(shown)

    def test_an_unverified_participant_says_so(self) -> None:
        """A participant whose record was not held against its sources is marked, as in every output."""
        scene = of_community(_samples.community(), kb=_samples.small())

        assert _box(scene, "seat-school-noord").named("nl").endswith("*")
        assert _box(scene, "seat-gemeente").starred is None
        assert "*: niet nagetrokken" in [line.nl for line in scene.legend]

    def test_a_community_without_themes_has_no_group_for_them(self) -> None:
        """Without themes the group of themes is left out."""
        table = attrs.evolve(_samples.community(), themes=())

        scene = of_community(table, kb=_samples.small())

        assert [group.id for group in scene.groups] == ["standing-standing", "standing-on-request"]

    def test_head_and_foot(self) -> None:
        """Title is its name, description what it is about; no arrows; drawn in rows."""
        scene = of_community(_samples.community(), kb=_samples.small())

        assert (scene.title.nl, scene.description.nl) == ("Tafel Noord", "Samen leren.")
        assert (scene.arrows, scene.in_rows) == ((), True)
        assert [line.en for line in scene.legend] == [
            "round corners: kind of party",
            "half-round sides or double border: organisation",
            "hexagon: theme or community",
            "*: not verified",
        ]

    def test_every_seat_and_theme_of_the_bundled_communities_is_drawn(self, kb: icop.KnowledgeBase) -> None:
        """Every participation and every theme of every bundled community stands in a box, once."""
        for each in kb.communities.values():
            scene = of_community(each, kb=kb)
            boxes = [name for group in scene.groups for name in _standing(scene, group.id)]

            wanted = [f"seat-{seat.partner}" for seat in each.participations]
            wanted += [f"theme-{theme.theme}" for theme in each.themes]
            assert sorted(boxes) == sorted(wanted)
