"""The text alternative: the whole content of the picture, in sentences."""

from __future__ import annotations

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop import phrases
from inburgering_cop.diagrams.writers._describing import describe
from tests.diagrams import _samples

FLOW_TYPES = ("information", "decision", "money", "person")


class TestDescribe:
    """A scene as Markdown."""

    def test_route_reads_as_a_page(self) -> None:
        """A route gives its title, who settles it, its question, each rung with its boxes, and the arrows."""
        assert icop.draw(_samples.route()).describe() == (
            "# Drietrapsraket: Lesrooster | tijden, Voorbeeldstad\n"
            "\n"
            'Wie kan dit afdoen: Noord & "Co" <b>. Aan tafel bij: Tafel Noord.\n'
            "\n"
            "- Lesrooster | tijden\n"
            "\n"
            "Trede 1: Zelf. Wat kan de gemeente zelf doen?\n"
            "\n"
            "- Klantmanager: informeert; vaste deelnemer\n"
            "\n"
            "Trede 2: Met partners in de uitvoering. Wat kan de gemeente samen met een partner in de uitvoering?\n"
            "\n"
            '- Noord & "Co" <b> [niet nagetrokken]: School: informeert, School: beslist in het individuele geval; '
            "vaste deelnemer; kan dit afdoen\n"
            "\n"
            "Trede 3: Met een ketenpartner. Welke partner van de keten kan helpen het antwoord te vinden?\n"
            "\n"
            "- Uitvoerder: adviseert; schuift op verzoek aan [algemene ladder, niet specifiek voor dit thema]\n"
            "\n"
            "Verbindingen:\n"
            "\n"
            "- Lesrooster | tijden → Trede 1: Zelf\n"
            "- Trede 1: Zelf → Trede 2: Met partners in de uitvoering\n"
            "- Trede 2: Met partners in de uitvoering → Trede 3: Met een ketenpartner\n"
            "\n"
            "Legenda:\n"
            "\n"
            "- rechte hoeken: functie binnen de gemeente\n"
            "- halfronde zijden of dubbele rand: organisatie\n"
            "- zeskant: thema of community\n"
            "- dikke rand: kan dit afdoen\n"
            "- gestippelde rand: algemene ladder, niet specifiek\n"
            "- *: niet nagetrokken\n"
            "\n"
            f"{icop.draw(_samples.route()).scene.source.nl}\n"
        )

    def test_community_has_no_connections(self) -> None:
        """Where there are no arrows, no heading for them stands."""
        described = icop.draw(_samples.community(), kb=_samples.small()).describe(lang="en")

        assert "Connections" not in described
        assert "\nStanding participant.\n\n- Municipality: Case manager\n- North" in described

    def test_arrow_says_what_it_does(self) -> None:
        """An arrow is told as from and to, with its label behind it and what flows, which the picture leaves out."""
        described = icop.draw(_samples.small(), lang="en").describe()

        assert "\n- School → Case manager (informs: the timetable; information)\n" in described

    @pytest.mark.parametrize("lang", _samples.LANGUAGES)
    def test_kind_of_flow_is_told(self, lang: str) -> None:
        """What the colour of a line tells is told in words: information, decision, money or a person."""
        described = describe(_samples.flows(), lang)

        for flow, does in zip(FLOW_TYPES, ("informeert", "beslist", "betaalt", "biedt onderdak"), strict=True):
            assert f"- A → B ({does}; {phrases.label('flow-type', flow, lang)})" in described.splitlines()
        assert described.splitlines().count("- A → B") == 3

    def test_dashed_arrow_says_what_it_means(self) -> None:
        """What a dashed line means in the picture is said in the text."""
        kb = _samples.small()

        described = icop.draw(kb.partners["klantmanager"], kb=kb, lang="en").describe()

        assert "\n- Case manager → Municipality (is part of)\n" in described

    def test_what_the_picture_counts_is_named(self, kb: icop.KnowledgeBase) -> None:
        """Who are only counted in a box are named in the text, and an asterisk is said in words."""
        described = icop.draw(kb, lang="en").describe()

        assert (
            "\n- Social development company [not verified]: 3 organisations "
            "(MensOntwikkelBedrijf Leudal (not verified), Werk.Kom (not verified), Westrom (not verified))\n"
        ) in described

    @pytest.mark.parametrize("lang", _samples.LANGUAGES)
    def test_every_label_and_arrow_of_every_picture_is_told(self, lang: str) -> None:
        """For every bundled picture the text holds every box label with its details, every group and every arrow."""
        for name, drawing in (*_samples.bundled_rows(), *_samples.bundled_graphs(), *_samples.bundled_webs()):
            scene = drawing.scene

            lines = describe(scene, lang).splitlines()

            count = len(scene.legend)
            assert lines[-2 - count : -2] == [f"- {line.get(lang)}" for line in scene.legend], name
            told = [line for line in lines[: -2 - count] if line.lstrip().startswith("- ")]
            boxes = [line for line in told if " → " not in line]
            arrows = [line for line in told if " → " in line]
            alone = [box for each in scene.boxes for box in (each.members or (each,))]
            shared = [box for box in scene.boxes if box.members]
            assert lines[0] == f"# {scene.title.get(lang)}", name
            assert len(boxes) == len(alone) + len(shared), name
            assert all(f"- {box.label.get(lang)}:" in "\n".join(boxes) for box in shared), name
            assert len(arrows) == len(scene.arrows), name
            for box in alone:
                told_alone = [each.get(lang) for each in (box.told, box.starred) if each]
                texts = [box.label.get(lang), *(detail.get(lang) for detail in box.details), *told_alone]
                assert any(all(text in line for text in texts) for line in boxes), (name, box.id)
            for arrow, line in zip(scene.arrows, arrows, strict=True):
                assert line.startswith(f"- {scene.named(arrow.tail).get(lang)} → {scene.named(arrow.head).get(lang)}")
                does = ": ".join(each.get(lang) for each in (arrow.label, arrow.told) if each)
                kind = phrases.LABELS["flow-type"].get(arrow.flow or "", ("", ""))[lang == "en"]
                said = "; ".join(each for each in (does, kind) if each)
                assert not said or line.endswith(f" ({said})"), (name, line)
            for group in scene.groups:
                assert any(line.startswith(f"{group.label.get(lang)}.") for line in lines), (name, group.id)
            assert lines[-1] == scene.source.get(lang)

    def test_missing_english_is_shown(self) -> None:
        """A text without English stands in Dutch and says so."""
        scene = attrs.evolve(_samples.scene("x", in_rows=True), title=icop.LocalizedText(nl="Alleen Nederlands"))

        assert describe(scene, "en").startswith("# Alleen Nederlands [nl]\n")
