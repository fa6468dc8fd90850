"""The checker of the geometry: it finds each fault, and none where there is none."""

from __future__ import annotations

import pytest

from tests.diagrams._geometry import SLIDE, faults

_PAPER = '<rect x="0" y="0" width="1280" height="720" fill="#FFFFFF"/>'
_FRAME = '<rect x="40" y="100" width="400" height="300" rx="6" fill="none" stroke="#5C89BE"/>'
_BOX = '<rect x="60" y="150" width="200" height="100" rx="{rx}" fill="#ECF1F7" stroke="#5C89BE" stroke-width="2"/>'
_TEXT = '<text x="{x}" y="{y}" font-size="{size}" text-anchor="middle" fill="{fill}">{words}</text>'
_WIRE = '<path d="{d}" fill="none" stroke="#595959" stroke-width="3"/>'
_HEXAGON = (
    '<path d="M {in_} 150 L 244 150 L 260 {tip} L 244 250 L 76 250 L 60 {tip} Z" fill="#ECF1F7" stroke="#5C89BE" '
    'stroke-width="2"/>'
)
_PLATE = '<rect x="560" y="290" width="80" height="24" fill="#FFFFFF"/>'


def _box(rx: float = 12) -> str:
    return _BOX.format(rx=rx)


def _text(words: str = "Gemeente", *, x: float = 160, y: float = 205, size: float = 16, fill: str = "#1B1B1B") -> str:
    return _TEXT.format(x=x, y=y, size=size, fill=fill, words=words)


def _hexagon(in_: float = 76, tip: float = 200) -> str:
    return _HEXAGON.format(in_=in_, tip=tip)


def _wire(d: str) -> str:
    return _WIRE.format(d=d)


def _svg(*parts: str, paper: str = _PAPER) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg">{paper}{"".join(parts)}</svg>'


_RIGHT = (_FRAME, _box(), _text(), _wire("M 443 200 L 500 200"))


class TestRight:
    """Pictures without faults."""

    def test_nothing_is_found_in_a_right_picture(self) -> None:
        """A frame with a box with a text, and an arrow that leads away, are right."""
        assert faults(_svg(*_RIGHT), size=SLIDE) == []

    def test_label_may_stand_on_a_line_with_a_plate_between(self) -> None:
        """One line may run under the plate of a label; two lines may cross."""
        crossing = (_wire("M 500 302 H 700"), _wire("M 520 260 V 340"))

        assert faults(_svg(*crossing, _PLATE, _text("meldt", x=600, y=307))) == []

    def test_ground_may_hold_boxes_and_their_headings(self) -> None:
        """A filled area on which boxes stand is no box: its text need not fit between them as in one."""
        ground = '<rect x="40" y="100" width="400" height="300" fill="#F1F1F1" stroke="#868686"/>'

        assert faults(_svg(ground, _box(), _text(), _text("Trede 1", x=200, y=130))) == []

    def test_box_may_come_to_a_point(self) -> None:
        """A hexagon is a box: its text may come as near to its sides as they are there."""
        assert faults(_svg(_hexagon(), _text())) == []
        assert faults(_svg(_hexagon(), _text("Gemeente en gemeente", y=205))) == []

    def test_frame_may_stand_in_a_frame(self) -> None:
        """Frames may hold each other."""
        inner = '<rect x="50" y="140" width="300" height="200" fill="none" stroke="#5C89BE"/>'

        assert faults(_svg(_FRAME, inner, _box(), _text())) == []


class TestFound:
    """Every fault has its sentence."""

    @pytest.mark.parametrize(
        ("parts", "found"),
        [
            ((_text("Rand", x=1270),), "'Rand' leaves the paper"),
            (('<rect x="1200" y="10" width="90" height="20" fill="none" stroke="#5C89BE"/>',), "leaves the paper"),
            ((_wire("M 600 700 V 719"),), "the line from 600,700 leaves the paper"),
            ((_text(size=15),), "'Gemeente' is 15 high, less than 16"),
            ((_box(), _text("Een veel te lange naam voor dit vak")), "leaves its box"),
            ((_box(rx=50), _text(x=100, y=168)), "'Gemeente' leaves its box"),
            ((_hexagon(), _text("Gemeente en gemeente", y=168)), "leaves its box"),
            ((_hexagon(), _text(x=280)), "'Gemeente' runs into the box at 60,150"),
            ((_hexagon(), _box()), "the box at 60,150 overlaps the box at 60,150"),
            ((_hexagon(), _wire("M 20 200 H 500")), "the line from 20,200 runs through the box at 60,150"),
            ((_hexagon(in_=90),), "the place of a <path> cannot be told"),
            ((_hexagon(tip=180),), "the place of a <path> cannot be told"),
            ((_box(), _text(x=280)), "'Gemeente' runs into the box at 60,150"),
            ((_FRAME, _text(x=440)), "'Gemeente' runs over the line of the frame at 40,100"),
            ((_text(), _text(y=212)), "'Gemeente' overlaps 'Gemeente'"),
            ((_box(), _box().replace('"150"', '"200"')), "the box at 60,150 overlaps the box at 60,200"),
            ((_FRAME, _FRAME.replace('"100"', '"300"')), "the frame at 40,100 overlaps the frame at 40,300"),
            ((_FRAME, _box().replace('"60"', '"300"')), "the box at 300,150 runs over the line of the frame at 40,100"),
            ((_box(), _wire("M 20 200 H 500")), "the line from 20,200 runs through the box at 60,150"),
            ((_box(), _wire("M 20 80 L 300 300")), "the line from 20,80 runs through the box at 60,150"),
            ((_text(), _wire("M 20 80 V 200 H 500")), "the line from 20,80 runs through 'Gemeente'"),
            ((_PLATE, _wire("M 500 302 H 700"), _text("meldt", x=600, y=307)), "runs through 'meldt'"),
            (
                (_wire("M 500 302 H 700"), _wire("M 600 260 V 340"), _PLATE, _text("meldt", x=600, y=307)),
                "2 lines run under the label at 560,290",
            ),
            ((_wire("M 500 302 H 700"), _wire("M 600 304 H 800")), "the line from 500,302 runs along the line"),
            ((_text(fill="#868686"),), "'Gemeente' has a contrast of 3.64, less than 4.5"),
            ((_box(), _text(fill="#767676")), "'Gemeente' has a contrast of 4.00, less than 4.5"),
            ((_box().replace("#5C89BE", "#CCCCCC"),), "the box at 60,150 has a contrast of 1.61, less than 3"),
            ((_wire("M 10 10 H 50").replace("#595959", "#CCCCCC"),), "has a contrast of 1.61, less than 3"),
            ((_text(fill="black"),), "'black' is not a colour as #RRGGBB"),
            ((_wire("M 10 10 C 1 2 3 4 5 6"),), "is not of straight pieces"),
            ((_wire("M 10 10 L 50 Z"),), "cannot be followed"),
            (('<circle cx="5" cy="5" r="5"/>',), "the place of a <circle> cannot be told"),
            ((_text().replace("<text", '<text transform="scale(2)"'),), "the place of a <text> cannot be told"),
        ],
    )
    def test_fault_is_found(self, parts: tuple[str, ...], found: str) -> None:
        """What is wrong is said, and nothing else is."""
        said = faults(_svg(*parts))

        assert len(said) == 1
        assert found in said[0]

    def test_size_of_the_paper_is_held_to_what_is_asked(self) -> None:
        """A paper of another size than asked is a fault; without one asked any will do."""
        higher = _PAPER.replace("720", "900")

        assert faults(_svg(paper=higher), size=SLIDE) == ["the paper is 1280 × 900, not 1280 × 720"]
        assert faults(_svg(paper=higher)) == []

    def test_closed_path_is_followed_to_its_start(self) -> None:
        """A filled head of an arrow is a line as well, from its last point back to its first."""
        head = '<path d="M 20 190 L 20 210 L 140 200 Z" fill="#595959"/>'

        assert faults(_svg(_box(), head)) == ["the line from 20,190 runs through the box at 60,150"]


_CARD = '<rect x="{x}" y="{y}" width="100" height="{high}" rx="10" fill="#ECF1F7" stroke="#5C89BE" stroke-width="2"/>'
_ARROW = (
    '<path d="M {x} {y} H {base}" fill="none" stroke="#1B59A4" stroke-width="2"/>'
    '<path d="M {base} {above} L {to} {y} L {base} {below} Z" fill="#1B59A4"/>'
)
_BADGE = '<rect x="{x}" y="{y}" width="20" height="20" rx="10" fill="#1B59A4" stroke="#FFFFFF" stroke-width="1"/>'
_MARK = '<text x="{x}" y="{y}" font-size="16" font-weight="bold" text-anchor="middle" fill="#FFFFFF">1</text>'


def _card(x: float, y: float, high: float = 80) -> str:
    return _CARD.format(x=x, y=y, high=high)


def _arrow(x: float, to: float, y: float) -> str:
    return _ARROW.format(x=x, to=to, y=y, base=to - 8, above=y - 3.2, below=y + 3.2)


def _badge(x: float, y: float) -> str:
    return _BADGE.format(x=x, y=y) + _MARK.format(x=x + 10, y=y + 15.8)


_TIED = (_card(100, 100), _card(300, 100), _arrow(200, 300, 150))
_BAR = _card(300, 60, 400)
_ON_CORNER = _badge(85, 90)


class TestWeb:
    """What is right in a web."""

    def test_line_joins_two_cards(self) -> None:
        """A line from the side of a card to the side of another is right, with its badges and the samples under it."""
        legend = (_arrow(40, 80, 600), _badge(90, 590), _text("informatie", x=200, y=606))

        assert faults(_svg(*_TIED, _ON_CORNER, *legend), size=SLIDE, web=True) == []

    def test_line_may_cross_a_bar(self) -> None:
        """The highest boxes may be crossed level, from side to side, in a web alone."""
        across = (_card(100, 100), _BAR, _card(500, 100), _arrow(200, 500, 150))

        assert faults(_svg(*across), web=True) == []
        assert faults(_svg(*across)) == ["the line from 200,150 runs through the box at 300,60"]

    def test_lines_may_cross(self) -> None:
        """Two lines cross straight on."""
        upright = '<path d="M 250 110 V 190" fill="none" stroke="#1B59A4" stroke-width="2"/>'

        assert faults(_svg(*_TIED, upright)) == []

    def test_words_at_a_line_stand_in_its_card(self) -> None:
        """Text at the side of a card, beside its name, is right."""
        assert faults(_svg(*_TIED, _text(x=150, y=125), _text("meldt", x=170, y=156)), web=True) == []


class TestFoundInWebs:
    """Every fault of a web has its sentence."""

    @pytest.mark.parametrize(
        ("parts", "found"),
        [
            ((_card(100, 100), _arrow(200, 290, 150), _card(300, 100)), "has an end at 290,150, at no box"),
            ((_card(100, 100), _arrow(210, 300, 150), _card(300, 100)), "has an end at 210,150, at no box"),
            ((*_TIED, _arrow(200, 300, 181)), "has an end at 200,181, at no box"),
            ((*_TIED, _arrow(200, 300, 152)), "the line from 200,150 runs along the line from 200,152"),
            (
                (*_TIED, _arrow(200, 300, 155)),
                "the line from 200,150 meets the line from 200,155 other than by crossing it",
            ),
            (
                (*_TIED, '<path d="M 250 110 V 149" fill="none" stroke="#1B59A4" stroke-width="2"/>'),
                "other than by crossing it",
            ),
            (
                (_card(100, 100), _BAR, _card(500, 100), _text(x=350, y=155), _arrow(200, 500, 150)),
                "the line from 200,150 runs through 'Gemeente'",
            ),
            (
                (_card(100, 100), _BAR, _card(500, 100), _badge(340, 50), _arrow(200, 500, 150)),
                "the badge at 340,50 is on 1 boxes, 0 by a side",
            ),
            ((*_TIED, _badge(230, 100)), "the badge at 230,100 is on 0 boxes, 0 by a side"),
            ((*_TIED, _badge(285, 90), _badge(280, 75)), "overlaps that at 285,90"),
            ((*_TIED, _BADGE.format(x=85, y=90)), "the badge at 85,90 has 0 marks"),
            ((*_TIED, _ON_CORNER, _text("Heel lang", x=136.5, y=118)), "'Heel lang' runs into the badge at 85,90"),
            (
                (_card(100, 100), _BAR, _card(500, 100), _arrow(200, 500, 150).replace("#1B59A4", "#ECF1F7")),
                "has a contrast of 1.00, less than 3",
            ),
        ],
    )
    def test_fault_is_found(self, parts: tuple[str, ...], found: str) -> None:
        """What is wrong is said."""
        said = faults(_svg(*parts), web=True)

        assert any(found in each for each in said), said

    def test_upright_line_through_a_bar_is_found(self) -> None:
        """A bar is crossed level or not at all, and no line ends in it."""
        upright = '<path d="M 350 40 V 500" fill="none" stroke="#1B59A4" stroke-width="2"/>'
        inside = '<path d="M 200 150 H 350" fill="none" stroke="#1B59A4" stroke-width="2"/>'

        for line in (upright, inside):
            assert any("runs through the box at 300,60" in each for each in faults(_svg(_BAR, line), web=True))

    def test_head_apart_from_its_line_is_a_line_of_its_own(self) -> None:
        """A head that does not begin where its line stops is found as a line that ends nowhere."""
        apart = _arrow(200, 300, 150).replace("H 292", "H 280")

        assert any("at no box" in each for each in faults(_svg(_card(100, 100), _card(300, 100), apart), web=True))
