"""The checker of the geometry: it finds each fault, and none where there is none."""

from __future__ import annotations

import pytest

from tests.diagrams._geometry import SLIDE, faults

_PAPER = '<rect x="0" y="0" width="1280" height="720" fill="#FFFFFF"/>'
_FRAME = '<rect x="40" y="100" width="400" height="300" rx="6" fill="none" stroke="#5C89BE"/>'
_BOX = '<rect x="60" y="150" width="200" height="100" rx="{rx}" fill="#ECF1F7" stroke="#5C89BE" stroke-width="2"/>'
_TEXT = '<text x="{x}" y="{y}" font-size="{size}" text-anchor="middle" fill="{fill}">{words}</text>'
_WIRE = '<path d="{d}" fill="none" stroke="#595959" stroke-width="3"/>'
_PLATE = '<rect x="560" y="290" width="80" height="24" fill="#FFFFFF"/>'


def _box(rx: float = 12) -> str:
    return _BOX.format(rx=rx)


def _text(words: str = "Gemeente", *, x: float = 160, y: float = 205, size: float = 16, fill: str = "#1B1B1B") -> str:
    return _TEXT.format(x=x, y=y, size=size, fill=fill, words=words)


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
