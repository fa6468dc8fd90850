"""A dossier as a ladder with what is done, and a rotation as a calendar."""

from __future__ import annotations

import datetime

import attrs

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._methods import of_dossier, of_rotation
from inburgering_cop.diagrams.scenes._scene import Box, Scene
from inburgering_cop.practice import Calendar, Person, RoleSeats, Rotation, Seat, SeatKind
from tests.practice._dossiers import day, framed, involved, opened, worked_out


def _boxes(scene: Scene, rung: int) -> list[Box]:
    return list(scene.within(f"rung-{rung}"))


def _nl(box: Box) -> list[str]:
    return [detail.nl for detail in box.details]


class TestDossier:
    """`of_dossier`."""

    def test_a_new_one_says_that_nothing_is_recorded(self, kb: icop.KnowledgeBase) -> None:
        """Three rungs, none of them done, each with one box that says so, tied from the question up."""
        scene = of_dossier(opened(), kb=kb)

        assert [group.label.nl for group in scene.groups] == [
            "Trede 1: Zelf (nog niet gedaan)",
            "Trede 2: Met partners in de uitvoering (nog niet gedaan)",
            "Trede 3: Met een ketenpartner (nog niet gedaan)",
        ]
        assert [_boxes(scene, rung)[0].label.nl for rung in (1, 2, 3)] == ["Nog niets vastgelegd."] * 3
        assert {_boxes(scene, rung)[0].shape for rung in (1, 2, 3)} == {"note"}
        assert [(arrow.tail, arrow.head) for arrow in scene.arrows] == [
            ("question", "rung-1"),
            ("rung-1", "rung-2"),
            ("rung-2", "rung-3"),
        ]
        assert scene.description.nl.endswith("(geopend: 4 november 2026; stand: open)")
        assert [line.nl for line in scene.legend] == ["zeskant: thema of community"]

    def test_what_was_worked_out_has_a_thick_border(self, kb: icop.KnowledgeBase) -> None:
        """A finding stands with who worked it out, when and what, on a rung that says it is done."""
        scene = of_dossier(framed(), kb=kb)

        (found,) = _boxes(scene, 1)
        assert scene.groups[0].label.en == "Rung 1: Ourselves (done)"
        assert (found.label.nl, found.shape, found.marked) == ("Beleidsmedewerker", "function", True)
        assert _nl(found) == ["5 november 2026, uitgezocht: De wet vraagt een advies van de arts."]

    def test_partner_that_answered_and_one_that_has_not(self, kb: icop.KnowledgeBase) -> None:
        """A partner is one box with what it was asked and answered; who has not answered yet has a dotted border."""
        scene = of_dossier(worked_out().ask("VluchtelingenWerk", "Wat ziet u thuis?", on=day(13)), kb=kb)

        answered, waiting = _boxes(scene, 2)
        assert _nl(answered) == [
            "9 november 2026, gevraagd: Wat lukt er in de les?",
            "12 november 2026, geantwoord: Tien minuten per keer lukt.",
        ]
        assert (answered.marked, answered.dotted) == (True, None)
        assert (waiting.marked, str(waiting.dotted)) == (False, "wacht op antwoord")
        assert [line.nl for line in scene.legend[-2:]] == [
            "dikke rand: uitgezocht of beantwoord",
            "gestippelde rand: wacht op antwoord",
        ]

    def test_partner_asked_again_waits_again(self, kb: icop.KnowledgeBase) -> None:
        """A later question to who answered before is open again, and stands last."""
        scene = of_dossier(worked_out().ask("Albeda", "En in een groep?", on=day(13)), kb=kb)

        (again,) = _boxes(scene, 2)
        assert _nl(again)[-1] == "13 november 2026, gevraagd: En in een groep?"
        assert (again.marked, str(again.dotted)) == (False, "wacht op antwoord")

    def test_long_text_stands_whole_in_the_text_alternative(self, kb: icop.KnowledgeBase) -> None:
        """Of a long text a slide shows what it has room for, and the text alternative all."""
        dossier = opened()
        for number in range(1, 9):
            dossier = dossier.record(1, f"{number} {'woord ' * 60}slot", on=day(5))

        drawing = icop.draw(dossier, kb=kb)

        assert drawing.describe().count("woord slot") == 8
        assert "…" in drawing.to_svg()
        assert "…" not in drawing.describe()

    def test_it_is_drawn_in_every_format(self, kb: icop.KnowledgeBase) -> None:
        """`draw` takes a dossier, and every format shows each of its boxes."""
        drawing = icop.draw(involved())

        assert drawing == icop.draw(involved(), kb=kb)
        assert drawing.scene.title.nl == "Dossier: Medische ontheffing"
        for written in (drawing.to_svg(), drawing.to_mermaid(), drawing.to_dot(), drawing.describe()):
            assert all(name in written for name in ("Beleidsmedewerker", "Albeda", "24 november 2026"))


def _rotation(people: str, *, name: str | None = "CoP Noord", seats: int = 2) -> Rotation:
    """A rotation of klantbegeleiders with a letter each, three meetings, the first announced."""
    return Rotation(
        name=name,
        calendar=Calendar(first=datetime.date(2027, 1, 12), meetings=3),
        seats=(RoleSeats(role="klantbegeleider", seats=seats), RoleSeats(role="teammanager", seats=1)),
        people=(
            *(Person(id=each, role="klantbegeleider") for each in people),
            Person(id="tm", role="teammanager", fixed=True),
        ),
    ).announce()


class TestRotation:
    """`of_rotation`."""

    def test_each_meeting_has_who_attends_role_by_role(self) -> None:
        """Announced meetings come first, then the planned ones of the calendar, each with a box for each role."""
        scene = of_rotation(_rotation("abc"))

        assert [group.label.nl for group in scene.groups] == [
            "12 januari 2027 (aangekondigd)",
            "23 februari 2027 (gepland)",
            "6 april 2027 (gepland)",
        ]
        assert [[(box.label.nl, *_nl(box)) for box in scene.within(group.id)] for group in scene.groups] == [
            [("klantbegeleider", "a, b"), ("teammanager", "tm")],
            [("klantbegeleider", "c, a"), ("teammanager", "tm")],
            [("klantbegeleider", "b, c"), ("teammanager", "tm")],
        ]
        assert (scene.title.nl, scene.title.get("en")) == ("Rooster: CoP Noord", "Rotation: CoP Noord")
        assert scene.legend == ()

    def test_open_seat_has_a_dotted_border(self) -> None:
        """A seat that nobody could take fairly is shown as open, and the legend says so."""
        rotation = _rotation("abcdef")
        first = rotation.announced[0]
        left_open = Seat(role="klantbegeleider", how=SeatKind.OPEN)

        scene = of_rotation(
            attrs.evolve(rotation, announced=(attrs.evolve(first, seats=(left_open, *first.seats[1:])),))
        )

        (dotted,) = [box for box in scene.boxes if box.dotted]
        assert (dotted.group, _nl(dotted)) == ("meeting-1", ["(open plek), b"])
        assert [line.nl for line in scene.legend] == ["gestippelde rand: een stoel staat open"]

    def test_swap_by_hand_is_said(self) -> None:
        """Where what was announced breaks the promise, the description says for whom."""
        rotation = _rotation("abcdef")
        again = attrs.evolve(rotation.announced[0], date=rotation.calendar.days[1])

        scene = of_rotation(attrs.evolve(rotation, announced=(rotation.announced[0], again)))

        assert "Behalve voor " in scene.description.nl
        assert "Except for " in scene.description.get("en")
        assert "Behalve voor " not in of_rotation(rotation).description.nl

    def test_without_a_name_the_title_is_what_it_is(self) -> None:
        """A rotation need not have a name; every format shows who attends."""
        drawing = icop.draw(_rotation("abc", name=None), lang="en")

        assert drawing.scene.title.get("en") == "Rotation"
        for written in (drawing.to_svg(), drawing.to_mermaid(), drawing.to_dot(), drawing.describe()):
            assert "c, a" in written
