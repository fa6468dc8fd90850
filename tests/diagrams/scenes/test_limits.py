"""What a slide holds, and the error that names the filter that helps."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes import _limits
from inburgering_cop.diagrams.scenes._scene import Box, Scene
from tests.diagrams import _samples


def _scene(boxes: int, *, in_rows: bool = False, paper: str = "slide", smaller: tuple[str, ...] = ()) -> Scene:
    many = tuple(Box(id=str(at), label=_samples.text("x"), shape="kind", group="eerst") for at in range(boxes))
    question = Box(id="los", label=_samples.text("x"), shape="theme")
    scene = _samples.scene("x", in_rows=in_rows)
    return attrs.evolve(scene, boxes=(question, *many), arrows=(), paper=paper, smaller=smaller)


class TestCheck:
    """Too many boxes."""

    def test_thirty_boxes_are_held(self) -> None:
        """Thirty boxes are a slide, in rows or as a web; what stands outside the groups is not counted."""
        for in_rows in (True, False):
            _limits.check(_scene(30, in_rows=in_rows), ".svg")

    @pytest.mark.parametrize("paper", ["poster", "roll"])
    def test_other_paper_holds_more(self, paper: str) -> None:
        """Only a slide counts its boxes."""
        _limits.check(_scene(31, paper=paper), ".svg")

    def test_web_may_be_a_poster_instead(self) -> None:
        """The error of a web names the filters, and the larger sheet; that of rows, which have none, does not."""
        with pytest.raises(icop.CannotDrawError) as caught:
            _limits.check(_scene(31, smaller=("steps", "theme")), ".png")

        assert str(caught.value) == (
            "This drawing has 31 boxes; a slide holds 30 at most. Draw a part: steps=… or theme=…. "
            "Or take a larger sheet: size='poster'. Possible: .mmd, .dot."
        )
        assert caught.value.line("nl") == (
            "Deze tekening heeft 31 vakken; op een dia staan er hoogstens 30. Teken een deel: steps=… (--steps) of "
            "theme=… (--theme). Of kies een groter vel: size='poster' (--size poster). Wel kan: .mmd, .dot."
        )
        assert (caught.value.given, caught.value.allowed) == (".png", (".mmd", ".dot"))
        with pytest.raises(icop.CannotDrawError, match=r"30 at most\. Possible: \.mmd, \.dot\.$"):
            _limits.check(_scene(31, in_rows=True), ".svg")


@pytest.mark.whole
class TestHelps:
    """The filters an error names, on the bundled knowledge."""

    @pytest.mark.parametrize(("subject", "steps"), [("keten", None), ("gemeente", 2), ("inburgeraar", 2), ("duo", 3)])
    def test_every_filter_named_has_a_value_that_fits(self, subject: str, steps: int | None) -> None:
        """Some value of each filter leaves a drawing that fits a slide and shows connections."""
        kb = icop.load()
        what = kb if subject == "keten" else kb.partners[subject]
        values = {"theme": list(kb.themes), "phase": list(kb.phases), "community": list(kb.communities)}

        for name in icop.draw(what, size="slide", steps=steps).scene.smaller:
            left = [{"steps": 1}] if name == "steps" else [{"steps": steps, name: value} for value in values[name]]
            assert any(_fits(what, **filters) for filters in left), name

    def test_municipality_is_not_named_as_it_never_helps(self) -> None:
        """The roles stay, whatever the gemeente, so that the keten never fits a slide by it."""
        kb = icop.load()

        for place in ("Rotterdam", "Amsterdam", "Roermond", "Lochem", "Groningen"):
            scene = icop.draw(kb, municipality=place, size="slide").scene
            assert len(scene.boxes) > _limits.MOST_BOXES
            assert scene.smaller == ("theme", "phase", "community")


def _fits(subject: icop.Partner | icop.KnowledgeBase, **filters: Any) -> bool:
    try:
        drawing = icop.draw(subject, size="slide", **filters)
        drawing.to_svg()
    except icop.CannotDrawError:
        return False
    return bool(drawing.scene.arrows)


class TestTooMuch:
    """Too much for the paper."""

    def test_slide_may_be_a_poster(self) -> None:
        """A web that a slide does not hold may be a poster; one that a poster does not hold has no larger sheet."""
        slide, poster = (
            _limits.too_much(_scene(3, paper=paper, smaller=("phase",)), ".drawio") for paper in ("slide", "poster")
        )

        assert str(slide) == (
            "This drawing has more than fits the paper and can be read, even shortened. Draw a part: phase=…. "
            "Or take a larger sheet: size='poster'. Possible: .mmd, .dot."
        )
        assert slide.line("nl") == (
            "Deze tekening heeft meer dan leesbaar op het papier past, ook ingekort. Teken een deel: phase=… "
            "(--phase). Of kies een groter vel: size='poster' (--size poster). Wel kan: .mmd, .dot."
        )
        assert str(poster) == (
            "This drawing has more than fits the paper and can be read, even shortened. Draw a part: phase=…. "
            "Possible: .mmd, .dot."
        )
