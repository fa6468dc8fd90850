"""The layout of slides and posters: what fits, how it is chosen, and what is refused."""

from __future__ import annotations

import re
from itertools import pairwise

import attrs
import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from tests.diagrams import _samples
from tests.diagrams._geometry import SLIDE, faults
from tests.diagrams._reading import Picture, picture
from tests.diagrams._samples import text
from tests.practice._dossiers import opened, worked_out

_CUT = re.compile(r" …|…<|\(\+\d+ (meer|more)\)")
_LONG = "een lange uitleg van wat hier gedaan wordt, door wie en waarom, en wat daarna komt"


def _box(name: str, *details: str, group: str = "g0", shape: str = "kind") -> Box:
    return Box(id=name, label=text(name), details=tuple(text(each) for each in details), shape=shape, group=group)


def _scene(*boxes: Box, groups: int = 1, tied: bool = False, smaller: tuple[str, ...] = ()) -> Scene:
    """A slide with these boxes."""
    ids = [f"g{number}" for number in range(groups)]
    return Scene(
        title=text("Titel"),
        description=text("Wat het toont."),
        groups=tuple(Group(id=each, label=text(f"Groep {each}")) for each in ids),
        boxes=boxes,
        arrows=tuple(Arrow(tail=tail, head=head) for tail, head in pairwise(ids)) if tied else (),
        legend=(text("ronde hoeken: soort partij"),),
        source=text("Bron: niemand."),
        in_rows=True,
        smaller=smaller,
    )


def _drawn(scene: Scene, lang: str = "nl") -> Picture:
    written = icop.Drawing(scene=scene, lang=lang).to_svg()
    assert faults(written, size=SLIDE) == []
    return picture(written)


def _sizes(drawn: Picture) -> set[float]:
    return {float(each.attrib["font-size"]) for each in drawn.root.iter("{http://www.w3.org/2000/svg}text")}


class TestRoom:
    """How the paper is used."""

    def test_type_is_smaller_before_a_word_is_broken(self) -> None:
        """A box with a word too long for the largest type has smaller type, and the word whole."""
        drawn = _drawn(_scene(_box("x" * 34)))

        assert "x" * 34 in drawn.shown
        assert 26 not in _sizes(drawn)

    def test_few_boxes_are_large_and_in_the_middle(self) -> None:
        """Three boxes have the largest type, and as much white above as below, give or take a tenth of the slide."""
        drawn = _drawn(_scene(*(_box(f"B{each}", group=f"g{each}") for each in range(3)), groups=3, tied=True))

        head = max(line.bottom for line in drawn.lines if line.bottom < drawn.frames[0].top)
        foot = min(line.top for line in drawn.lines if line.top > drawn.frames[0].bottom)
        assert 26 in _sizes(drawn)
        assert (drawn.frames[0].top - head) == pytest.approx(foot - drawn.frames[0].bottom, abs=72)

    def test_thirty_boxes_fit(self) -> None:
        """As many boxes as a slide holds fit it, with names of two words and a detail each."""
        boxes = [_box(f"Partner nummer{each}", "voert uit", group=f"g{each % 3}") for each in range(30)]

        drawn = _drawn(_scene(*boxes, groups=3, tied=True))

        assert len(drawn.boxes) == 30

    def test_frames_tied_by_arrows_stand_side_by_side_or_under_each_other(self) -> None:
        """Where arrows lead from frame to frame all stand on one shelf, or each on its own: arrows do not turn."""
        for count in (1, 4, 8):
            boxes = [_box(f"B{group}{each}", _LONG, group=f"g{group}") for group in range(3) for each in range(count)]

            drawn = _drawn(_scene(*boxes, groups=3, tied=True))

            assert len({frame.top for frame in drawn.frames}) in (1, 3), count
            assert [len(arrow.points) for arrow in drawn.arrows] == [2, 2]

    def test_last_frame_may_stand_beside_all_others(self, kb: icop.KnowledgeBase) -> None:
        """The themes of a community with many participants stand beside them, from top to bottom."""
        drawn = picture(icop.draw(kb.communities["rijnmond"]).to_svg())

        *others, themes = drawn.frames
        assert themes.left > max(frame.right for frame in others)
        assert themes.bottom == pytest.approx(max(frame.bottom for frame in others), abs=0.2)
        assert themes.top == min(frame.top for frame in others)

    def test_a_frame_without_boxes_stands_there_too(self) -> None:
        """A group without boxes is a frame with its heading."""
        drawn = _drawn(_scene(_box("B"), groups=2))

        assert (len(drawn.frames), len(drawn.boxes)) == (2, 1)

    def test_long_title_takes_smaller_type_and_then_lines(self) -> None:
        """A title keeps one line as long as type of 22 allows it; its words are never left out."""
        for words in (6, 9, 14, 60):
            scene = attrs.evolve(_scene(_box("B")), title=text("woord " * words))

            drawn = _drawn(scene)

            assert drawn.shown.count("woord") == words

    def test_long_description_is_cut_and_stays_in_the_text(self) -> None:
        """Four lines of the description are shown; the SVG's own description and `describe` have all of it."""
        scene = attrs.evolve(_scene(_box("B")), description=text("uitleg " * 130 + "slot"))
        drawing = icop.Drawing(scene=scene, lang="nl")

        drawn = _drawn(scene)

        assert "slot" not in drawn.shown
        assert "…" in drawn.shown
        assert "slot" in str(drawn.root[1].text)
        assert "slot" in drawing.describe()

    def test_description_of_three_lines_is_smaller_and_whole(self) -> None:
        """A description that needs more than two lines is set in the smallest type, and nothing of it is cut."""
        scene = attrs.evolve(_scene(_box("B")), description=text("uitleg " * 60 + "slot"))

        drawn = _drawn(scene)

        assert "slot" in drawn.shown
        assert 16 in _sizes(drawn)
        assert 18 not in _sizes(drawn)

    def test_frames_are_as_wide_as_their_text_needs(self) -> None:
        """Where boxes of one width do not fit, a frame with more text is wider, and its boxes are too."""
        boxes = [_box(f"Kort {each}", group="g0") for each in range(4)]
        boxes += [_box(f"Lang {each}", f"{_LONG} {_LONG} {_LONG}", group="g1") for each in range(8)]

        drawn = _drawn(_scene(*boxes, groups=2, tied=True))

        short, long = drawn.frames
        assert "…" not in drawn.shown
        assert long.right - long.left > 2 * (short.right - short.left)

    def test_boxes_stand_in_piles_where_rows_are_too_high(self) -> None:
        """Where rows do not fit, each box is as high as its own text, and the piles end alike."""
        long = " ".join([_LONG] * 5)
        boxes = [_box(f"B{each}", *([long] if each in (0, 3, 4, 7) else ["kort"])) for each in range(8)]

        drawn = _drawn(_scene(*boxes))

        assert "…" not in drawn.shown
        heights = {round(box.bottom - box.top) for box in drawn.boxes}
        assert len(heights) > len({box.top for box in drawn.boxes}) / 2

    def test_headings_of_different_height_leave_no_white_where_it_is_needed(self) -> None:
        """Boxes start right under the heading of their own frame where the height is needed, and else at one height."""

        def drawn(times: int) -> Picture:
            boxes = [_box(f"B{each}", " ".join([_LONG] * times), group=f"g{each % 2}") for each in range(4)]
            scene = _scene(*boxes, groups=2, tied=True)
            first, second = scene.groups
            return _drawn(attrs.evolve(scene, groups=(attrs.evolve(first, details=(text(_LONG * 2),) * 2), second)))

        few, much = drawn(1), drawn(7)

        assert len({min(box.top for box in few.boxes if frame.holds(box)) for frame in few.frames}) == 1
        assert len({min(box.top for box in much.boxes if frame.holds(box)) for frame in much.frames}) == 2
        assert "…" not in much.shown


class TestShortening:
    """What is left out where there is too little room, in what order, and how that is seen."""

    @pytest.mark.parametrize(
        ("boxes", "details", "seen"),
        [
            (6, (_LONG,), _LONG.split()[-1]),
            (24, (f"{_LONG} en {_LONG}",), "…"),
            (30, ("adviseert", "vaste deelnemer", "niet nagetrokken", _LONG), "adviseert; "),
            (30, (_LONG, _LONG, "niet nagetrokken"), "niet nagetrokken"),
        ],
    )
    def test_details_are_cut_and_joined_before_they_are_counted(
        self, boxes: int, details: tuple[str, ...], seen: str
    ) -> None:
        """Whole at first; then cut, then joined with the shortest first, and what is cut ends in dots."""
        drawn = _drawn(_scene(*(_box(f"Partner {each}", *details) for each in range(boxes))))

        assert seen in drawn.shown

    def test_at_last_details_are_counted(self) -> None:
        """Where not a line fits in any row, the name is followed by how many there are, in the drawing's language.

        Rows there is height for show the start of them all the same.
        """
        name = "Partner met een heel lange naam van drie of vier woorden of vijf woorden"
        boxes = [_box(f"{name} {each}", _LONG, _LONG) for each in range(30)]

        nl, en = (_drawn(_scene(*boxes), lang).shown for lang in ("nl", "en"))

        assert nl.count("(+2 meer)") == en.count("(+2 more)") >= 6
        assert nl.count("(+2 meer)") + nl.count(_LONG.split(",")[0][:12]) == 30

    def test_what_is_cut_gets_the_height_to_spare(self) -> None:
        """In a frame with few boxes their texts are whole, though those of a full frame beside it are cut."""
        few = f"{_LONG} en dit is het einde"
        boxes = [_box("Alleen", few, group="g0"), _box("Ook alleen", few, group="g2")]
        boxes += [_box(f"Vol {each}", _LONG, _LONG, group="g1") for each in range(22)]

        drawn = _drawn(_scene(*boxes, groups=3, tied=True))

        assert "…" in drawn.shown
        assert drawn.shown.count("het einde") == 2

    def test_text_is_cut_beside_the_other_frames_too(self) -> None:
        """Where the last frame stands beside all others its boxes are cut and given the height to spare like theirs."""
        boxes = [_box(f"B{group}{each}", _LONG, group=f"g{group}") for group in range(2) for each in range(8)]
        boxes += [_box(f"Laatste {each}", " ".join([_LONG] * 4), group="g2") for each in range(6)]

        drawn = _drawn(_scene(*boxes, groups=3))

        *others, last = drawn.frames
        assert last.left > max(frame.right for frame in others)
        assert "…" in " ".join(line.text for box in drawn.boxes if last.holds(box) for line in drawn.within(box))

    def test_a_row_stays_counted_where_a_word_would_be_cut(self) -> None:
        """A row with a word wider than its box is counted, though there is height for more; other rows show theirs."""
        name = "Partner met een heel lange naam van drie of"
        boxes = [_box(f"{name} {each}", *(["x" * 30] if each == 0 else [_LONG, _LONG])) for each in range(30)]

        shown = _drawn(_scene(*boxes)).shown

        assert "xxx" not in shown
        assert "(+1 meer)" in shown
        assert _LONG.split(",")[0][:12] in shown

    @pytest.mark.parametrize("lang", _samples.LANGUAGES)
    def test_every_participant_stands_on_the_slide_of_its_community(self, kb: icop.KnowledgeBase, lang: str) -> None:
        """Each participant's name is shown, without the word of its role where that stands over it; none is cut."""
        for community in kb.communities.values():
            shown = picture(icop.draw(community, lang=lang).to_svg()).shown

            for seat in community.participations:
                name = kb.partners[seat.partner].name.get(lang)
                assert name.removeprefix("Gemeente ") in shown, f"{community.id}: {name}"
            assert not _CUT.search(shown), community.id

    def test_counted_names_are_left_out_whole(self) -> None:
        """Of organisations that are counted as many are named as fit, none of them in part."""
        names = [f"Taalschool Noordoost {each}" for each in range(7)]
        listed = text(f"7 organisaties: {', '.join(names)}")
        members = tuple(_box(each) for each in names)
        shared = [attrs.evolve(_box(f"R{each}", _LONG), names=(listed,), members=members) for each in range(18)]

        drawn = _drawn(_scene(*shared))

        for box in drawn.boxes:
            shown = " ".join(line.text for line in drawn.within(box))
            named = shown.split("7 organisaties: ")[1].split(" …")[0].split(", ")
            assert 1 <= len(named) < 7
            assert named == names[: len(named)]

    def test_a_word_wider_than_any_box_is_broken(self) -> None:
        """A word that no box can hold, such as an address, is broken rather than left out."""
        drawn = _drawn(_scene(_box("B", "x" * 300)))

        assert "".join(drawn.shown.split()).count("x") >= 100


class TestRefused:
    """What is more than a slide holds."""

    @pytest.mark.parametrize(("boxes", "held"), [(30, True), (31, False)])
    def test_more_than_thirty_boxes_are_refused(self, boxes: int, held: bool) -> None:
        """The error names the number, the limit and the filters that help; Mermaid, DOT and the text still work."""
        drawing = icop.Drawing(
            scene=_scene(*(_box(f"B{each}") for each in range(boxes)), smaller=("rung", "community")), lang="nl"
        )

        if held:
            assert len(picture(drawing.to_svg()).boxes) == 30
            return
        for write, suffix in ((drawing.to_svg, ".svg"), (drawing.to_png, ".png"), (drawing.to_drawio, ".drawio")):
            with pytest.raises(icop.CannotDrawError) as caught:
                write()
            assert str(caught.value) == (
                "This drawing has 31 boxes; a slide holds 30 at most. Draw a part: rung=… or community=…. "
                "Possible: .mmd, .dot."
            )
            assert caught.value.line("nl") == (
                "Deze tekening heeft 31 vakken; op een dia staan er hoogstens 30. Teken een deel: rung=… (--rung) of "
                "community=… (--community). Wel kan: .mmd, .dot."
            )
            assert (caught.value.given, caught.value.allowed) == (suffix, (".mmd", ".dot"))
        assert drawing._repr_svg_() is None
        assert all("B30" in each for each in (drawing.to_mermaid(), drawing.to_dot(), drawing.describe()))

    def test_the_question_is_no_box(self) -> None:
        """What stands outside the groups is not drawn, and not counted."""
        question = Box(id="question", label=text("Vraag"), shape="theme")

        drawn = _drawn(_scene(question, *(_box(f"B{each}") for each in range(30))))

        assert len(drawn.boxes) == 30

    def test_more_text_than_a_slide_holds_is_refused(self) -> None:
        """Names are never shortened, so more of them than fit is an error, without a filter where none helps."""
        drawing = icop.Drawing(scene=_scene(*(_box("naam " * 60 + str(each)) for each in range(30))), lang="nl")

        with pytest.raises(icop.CannotDrawError) as caught:
            drawing.to_svg()

        assert str(caught.value) == (
            "This drawing has more than fits the paper and can be read, even shortened. Possible: .mmd, .dot."
        )
        assert caught.value.line("nl") == (
            "Deze tekening heeft meer dan leesbaar op het papier past, ook ingekort. Wel kan: .mmd, .dot."
        )

    @pytest.mark.parametrize(
        ("subject", "filters"),
        [("route", ("rung",)), ("community", ("theme",)), ("theme", ("rung", "community")), ("timeline", ("group",))],
    )
    def test_each_subject_names_the_filters_it_has(
        self, kb: icop.KnowledgeBase, subject: str, filters: tuple[str, ...]
    ) -> None:
        """What the error would name is what `draw`, or for the timeline `kb.timeline`, takes."""
        subjects = {
            "route": kb.escalate("map"),
            "community": kb.communities["rijnmond"],
            "theme": kb.themes["map"],
            "timeline": kb.timeline(),
        }

        assert icop.draw(subjects[subject]).scene.smaller == filters  # type: ignore[arg-type]

    def test_filter_that_was_given_is_not_named_again(self, kb: icop.KnowledgeBase) -> None:
        """A community already narrowed to a theme has no filter left, and neither has a ladder narrowed to a rung."""
        assert icop.draw(kb.communities["rijnmond"], theme="map").scene.smaller == ()
        assert icop.draw(kb.themes["map"], community="rijnmond").scene.smaller == ("rung",)
        assert icop.draw(kb.escalate("map"), rung=1).scene.smaller == ()


class TestDossier:
    """A dossier on a slide."""

    @pytest.mark.parametrize("lang", _samples.LANGUAGES)
    def test_it_is_a_slide_without_faults(self, lang: str) -> None:
        """New, worked out, and with long texts on every rung, it fits a slide."""
        long = worked_out()
        for number in range(8):
            long = long.ask("VluchtelingenWerk", f"{_LONG} {number}", on=worked_out().as_of)

        for dossier in (opened(), worked_out(), long):
            assert faults(icop.draw(dossier, lang=lang).to_svg(), size=SLIDE) == []
