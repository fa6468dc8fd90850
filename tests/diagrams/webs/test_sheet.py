"""The paper of a web, and what stands on it beside the drawing."""

from __future__ import annotations

import attrs
import pytest

from inburgering_cop.diagrams._colours import FLOWS, ink
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams.scenes._scene import Group, Scene
from inburgering_cop.diagrams.scenes._wording import flow_of, flows
from inburgering_cop.diagrams.webs._sheet import POSTER, SLIDE, Paper, Sheet, badge
from tests.diagrams import _samples
from tests.diagrams._samples import text


def _scene(*groups: Group, title: str = "Titel", description: str = "Wat het toont.") -> Scene:
    """A web with a line of each kind, and a legend that explains them."""
    scene = _samples.flows()
    return attrs.evolve(
        scene,
        title=text(title),
        description=text(description),
        groups=groups,
        legend=(*flows(scene.arrows), text("*: niet nagetrokken")),
    )


class TestPaper:
    """The two sizes."""

    def test_sizes_are_those_of_slide_and_poster(self) -> None:
        """A slide is 16:9 and 1280 wide; a poster is A1 landscape at 96 to the inch."""
        assert (SLIDE.width, SLIDE.height) == (1280, 720)
        assert (POSTER.width, POSTER.height) == (round(841 / 25.4 * 96), round(594 / 25.4 * 96))

    @pytest.mark.parametrize("paper", [SLIDE, POSTER])
    def test_no_text_is_smaller_than_twelve_point(self, paper: Paper) -> None:
        """Every size of text is 16 units at the least, which is 12 pt where a slide is 1280 wide; the largest is tried
        first.
        """
        assert min(*paper.sizes, paper.small, paper.title) >= 16
        assert list(paper.sizes) == sorted(paper.sizes, reverse=True)


class TestBadge:
    """The mark of a group on a corner."""

    def test_it_is_round_and_in_the_colours_of_its_group(self) -> None:
        """A disc in the dark colour of the group, with its mark in the middle in the colour of the paper."""
        mark = badge("duo", "3", x=100, y=50, number=2, size=16)

        assert (mark.width, mark.height, mark.corner) == (20, 20, 10)
        assert (mark.fill, mark.words[0].colour) == (ink(2).text, "#FFFFFF")
        assert mark.words[0].x == mark.x + mark.width / 2
        assert mark.x < 100 < mark.x + mark.width < 100 + 8
        assert mark.y < 50 < mark.y + mark.height
        assert (mark.of.id, mark.words[0].text, mark.words[0].size) == ("duo.mark", "3", 16)


class TestSheet:
    """What stands at the top and at the foot."""

    @pytest.mark.parametrize("paper", [SLIDE, POSTER])
    def test_drawing_lies_between_head_and_foot(self, paper: Paper) -> None:
        """Title and description stand above where the drawing may begin, legend and source under where it must end."""
        sheet = Sheet.of(_scene(), "nl", paper)

        head, foot = (
            [each for each in sheet.words if each.y < sheet.top],
            [each for each in sheet.words if each.y - each.size > sheet.bottom],
        )
        assert [each.text for each in head] == ["Titel", "Wat het toont."]
        assert (head[0].size, head[0].bold, head[1].bold) == (paper.title, True, False)
        assert [*head, *foot] == list(sheet.words)
        assert foot[0].text == "Legenda:"
        assert foot[-1].text == "Bron: niemand."
        assert sheet.top < sheet.bottom

    def test_long_lines_break_within_the_margins(self) -> None:
        """However long title and description are, they break, and the drawing begins lower."""
        short, long = (
            Sheet.of(_scene(title="Titel " * count, description="Uitleg " * count), "nl", SLIDE) for count in (1, 40)
        )

        assert sum("Titel" in each.text for each in long.words) > 1
        assert long.top > short.top
        for each in long.words:
            right = each.x + Ruler(size=each.size, bold=each.bold).width(each.text)
            assert right <= SLIDE.width - SLIDE.margin

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_each_kind_of_line_has_a_sample(self, lang: str) -> None:
        """Before what the legend says of a line stands such a line, in its colour, thickness and dashes."""
        sheet = Sheet.of(_scene(), lang, SLIDE)

        assert [(each.colour, each.thickness, each.dashes) for each in sheet.samples] == [
            (look.colour, look.thickness, look.dashes)
            for name, look in FLOWS.items()
            if name in map(flow_of, _scene().arrows)
        ]
        for sample, line in zip(sheet.samples, _scene().legend, strict=False):
            words = next(each for each in sheet.words if each.text == line.get(lang).split(": ")[1])
            (start, y), (end, same) = sample.points
            assert start < end < words.x
            assert words.x - end < 20
            assert y == same
            assert words.y - words.size < y < words.y
            assert (sample.tail, sample.head) == (None, None)

    def test_crossing_is_explained_where_it_may_happen(self) -> None:
        """Where lines may run across bars the legend says what that means."""
        with_bars, without = (Sheet.of(_scene(), "nl", SLIDE, crossing=crossing) for crossing in (True, False))

        more = {each.text for each in with_bars.words} - {each.text for each in without.words}
        assert more == {"pijl dwars over een balk: gaat erlangs"}

    def test_groups_have_a_sample_of_their_badge(self) -> None:
        """Each group with a mark is explained by its badge and its heading, in its own colours; one without is not."""
        sheet = Sheet.of(
            _scene(
                Group(id="een", label=text("Trede 1: Zelf"), mark="1", ink=0),
                Group(id="los", label=text("Los")),
                Group(id="drie", label=text("Trede 3: De keten"), mark="3", ink=2),
            ),
            "nl",
            SLIDE,
        )

        assert [(each.words[0].text, each.fill) for each in sheet.badges] == [("1", ink(0).text), ("3", ink(2).text)]
        assert "Los" not in [each.text for each in sheet.words]
        for mark, label in zip(sheet.badges, ("Trede 1: Zelf", "Trede 3: De keten"), strict=True):
            words = next(each for each in sheet.words if each.text == label)
            assert 0 < words.x - (mark.x + mark.width) < 12
            assert mark.y < words.y - words.size / 3 < mark.y + mark.height
            assert mark.words[0].y > mark.y

    def test_legend_goes_on_on_the_next_line(self) -> None:
        """An entry that does not fit the line starts the next with its sample; nothing leaves the margins."""
        sheet = Sheet.of(_scene(), "nl", SLIDE)

        words = [each for each in sheet.words if each.y > sheet.bottom]
        assert len({each.y for each in words}) >= 3
        assert all(each.x >= SLIDE.margin for each in words)
        assert all(sample.points[0][0] >= SLIDE.margin for sample in sheet.samples)
        for each in words:
            assert each.x + Ruler(size=each.size).width(each.text) <= SLIDE.width - SLIDE.margin

    def test_foot_stays_on_the_paper(self) -> None:
        """The more there is to explain, the higher the foot begins; its last line stands above the edge."""
        scene = _scene()
        bare = attrs.evolve(scene, legend=())

        for each in (scene, bare):
            last = max(words.y for words in Sheet.of(each, "nl", SLIDE).words)
            assert SLIDE.height - SLIDE.margin < last < SLIDE.height - 8
        assert Sheet.of(scene, "nl", SLIDE).bottom < Sheet.of(bare, "nl", SLIDE).bottom

    def test_wide_entry_alone_on_a_line_stays_there(self) -> None:
        """An entry wider than the paper starts at the margin, without an empty line before it."""
        scene = attrs.evolve(_scene(), legend=(text("lang " * 60), text("kort")))

        lines = [each for each in Sheet.of(scene, "nl", SLIDE).words if each.text.startswith("lang")]

        assert [each.x for each in lines] == [SLIDE.margin]
