"""Which part of a subject is drawn."""

from __future__ import annotations

import pytest

import inburgering_cop as icop
from tests.diagrams import _samples
from tests.practice._dossiers import worked_out


def _groups(drawing: icop.Drawing) -> list[str]:
    return [group.id for group in drawing.scene.groups]


class TestTheme:
    """`theme=` of a community."""

    def test_only_who_has_to_do_with_it_is_left(self, kb: icop.KnowledgeBase) -> None:
        """Who comes for the theme or is responsible for it stays, with the theme itself; the title names it."""
        drawing = icop.draw(kb.communities["rijnmond"], theme="ontheffing-medisch", lang="en")

        assert drawing.scene.title.get("en") == "CoP Inburgering - Rijnmond: Medical exemption"
        assert [box.id for box in drawing.scene.within("standing-on-request")] == [
            "seat-argonaut",
            "seat-duo",
            "seat-szw",
        ]
        assert [box.id for box in drawing.scene.within("themes")] == ["theme-ontheffing-medisch"]

    def test_theme_is_taken_by_name_and_as_record(self, kb: icop.KnowledgeBase) -> None:
        """A name, an id and the record itself are one."""
        rijnmond = kb.communities["rijnmond"]

        by_name, by_record = (icop.draw(rijnmond, theme=each) for each in ("MAP", kb.theme("MAP")))

        assert by_name == by_record

    def test_own_knowledge_is_looked_in(self) -> None:
        """A theme of one's own knowledge is found there; what only that community brings in stays too."""
        drawing = icop.draw(_samples.community(), kb=_samples.small(), theme="kosten")

        assert [box.id for box in drawing.scene.boxes] == ["seat-uitvoerder", "theme-kosten"]

    def test_unknown_theme_is_an_error(self, kb: icop.KnowledgeBase) -> None:
        """A theme that does not exist is refused as everywhere."""
        with pytest.raises(icop.UnknownThemeError, match="Unknown theme 'mapp'"):
            icop.draw(kb.communities["rijnmond"], theme="mapp")


class TestCommunity:
    """`community=` of a theme."""

    def test_only_that_community_stands_beside_the_rungs(self, kb: icop.KnowledgeBase) -> None:
        """Of the communities that deal with a theme only the one asked for is left; the rungs stay."""
        whole = icop.draw(kb.themes["duale-trajecten"])

        for given in ("Midden-Limburg", kb.communities["midden-limburg"]):
            part = icop.draw(kb.themes["duale-trajecten"], community=given)

            assert [box.id for box in part.scene.within("communities")] == ["community-midden-limburg"]
            assert part.scene.within("rung-2") == whole.scene.within("rung-2")

    def test_unknown_community_is_an_error(self, kb: icop.KnowledgeBase) -> None:
        """A community that does not exist is refused as everywhere."""
        with pytest.raises(icop.UnknownCommunityError):
            icop.draw(kb.themes["map"], community="nergens")


class TestRung:
    """`rung=` of a ladder."""

    def test_only_that_rung_is_left(self, kb: icop.KnowledgeBase) -> None:
        """A route, a dossier and a theme keep that rung, and a theme its communities."""
        assert _groups(icop.draw(_samples.route(), rung=2)) == ["rung-2"]
        assert _groups(icop.draw(worked_out(), rung=1)) == ["rung-1"]
        assert _groups(icop.draw(kb.themes["duale-trajecten"], rung=3)) == ["rung-3", "communities"]

    def test_no_arrow_leads_to_what_is_left_out(self) -> None:
        """The first rung keeps the arrow from the question; the others have none."""
        first, last = (icop.draw(_samples.route(), rung=each).scene for each in (1, 3))

        assert [(arrow.tail, arrow.head) for arrow in first.arrows] == [("question", "rung-1")]
        assert last.arrows == ()

    @pytest.mark.parametrize("rung", [0, 4, "2", True, 1.0])
    def test_another_rung_is_refused(self, rung: object) -> None:
        """There are three rungs."""
        with pytest.raises(icop.InvalidValueError) as caught:
            icop.draw(_samples.route(), rung=rung)  # type: ignore[arg-type]

        assert str(caught.value).endswith("It must be 1, 2 or 3.")
        assert caught.value.line("nl").endswith("Het moet zijn: 1, 2 of 3.")


class TestRefused:
    """A filter the subject does not have."""

    def test_error_says_which_it_has(self) -> None:
        """A filter of another subject is refused, with those this one has."""
        with pytest.raises(icop.InvalidValueError) as caught:
            icop.draw(_samples.route(), theme="map")

        assert str(caught.value) == (
            "theme cannot be 'map'. It must be left out, for Escalation has no such filter; it has: rung."
        )
        assert caught.value.line("nl") == (
            "theme kan niet 'map' zijn. Het moet zijn: niets, want Escalation heeft dit filter niet; wel: rung."
        )

    def test_subject_without_filters_says_so(self, kb: icop.KnowledgeBase) -> None:
        """A timeline has a filter of its own: kb.timeline(group=…)."""
        with pytest.raises(icop.InvalidValueError) as caught:
            icop.draw(kb.timeline(), community="rijnmond")

        assert str(caught.value) == "community cannot be 'rijnmond'. It must be left out, for tuple has no such filter."
        assert caught.value.line("nl").endswith("niets, want tuple heeft dit filter niet.")

    @pytest.mark.parametrize("steps", [0, -1, True, 1.0, "2"])
    def test_another_number_of_steps_is_refused(self, kb: icop.KnowledgeBase, steps: object) -> None:
        """Steps are counted from 1, in whole numbers."""
        with pytest.raises(icop.InvalidValueError) as caught:
            icop.draw(kb.partners["duo"], steps=steps)  # type: ignore[arg-type]

        assert str(caught.value).endswith("It must be a whole number from 1.")
        assert caught.value.line("nl").endswith("Het moet zijn: een geheel getal vanaf 1.")

    @pytest.mark.parametrize("size", ["a1", "Slide", "roll", 1])
    def test_another_size_is_refused(self, kb: icop.KnowledgeBase, size: object) -> None:
        """There are two sizes."""
        with pytest.raises(icop.InvalidValueError) as caught:
            icop.draw(kb, size=size)  # type: ignore[arg-type]

        assert str(caught.value).endswith("It must be 'slide' or 'poster'.")
        assert caught.value.line("nl").endswith("Het moet zijn: 'slide' of 'poster'.")
