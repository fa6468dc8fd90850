"""A scene laid out on paper: the shaft and the head of an arrow."""

from __future__ import annotations

import pytest

from inburgering_cop.diagrams._colours import FLOWS
from inburgering_cop.diagrams._picture import Point, Wire
from inburgering_cop.diagrams.webs._cards import Type
from inburgering_cop.diagrams.webs._sheet import POSTER, SLIDE


def _wire(*points: Point, thickness: float = 2.0) -> Wire:
    return Wire(tail="a", head="b", points=points, colour="#595959", thickness=thickness)


class TestWire:
    """An arrow."""

    @pytest.mark.parametrize(
        ("end", "begins", "tip"),
        [
            ((100.0, 0.0), (92.0, 0.0), ((92.0, -3.2), (100.0, 0.0), (92.0, 3.2))),
            ((-100.0, 0.0), (-92.0, 0.0), ((-92.0, 3.2), (-100.0, 0.0), (-92.0, -3.2))),
            ((0.0, 100.0), (0.0, 92.0), ((-3.2, 92.0), (0.0, 100.0), (3.2, 92.0))),
            ((0.0, -100.0), (0.0, -92.0), ((3.2, -92.0), (0.0, -100.0), (-3.2, -92.0))),
        ],
    )
    def test_head_points_where_the_line_goes(self, end: Point, begins: Point, tip: tuple[Point, ...]) -> None:
        """The shaft stops where the head begins; the head ends at the last point."""
        wire = _wire((0.0, 0.0), end)

        assert wire.shaft == ((0.0, 0.0), begins)
        assert sorted(wire.tip) == sorted(tip)
        assert wire.tip[1] == end

    def test_thicker_line_has_a_larger_head(self) -> None:
        """The head grows with the line, so that it is seen at the end of a thick one."""
        assert [_wire((0.0, 0.0), (50.0, 0.0), thickness=each).shaft[-1][0] for each in (2.0, 3.0, 4.0)] == [
            42.0,
            40.5,
            39.0,
        ]

    @pytest.mark.parametrize("thickness", [look.thickness for look in FLOWS.values()])
    def test_heads_in_rows_beside_each_other_keep_apart(self, thickness: float) -> None:
        """The head of no line is as wide as a row of cells in the smallest text, in which another line may end."""
        head = _wire((0.0, 0.0), (50.0, 0.0), thickness=thickness).tip

        assert head[2][1] - head[0][1] < Type(lang="nl", size=min(*SLIDE.sizes, *POSTER.sizes)).pitch - 1

    def test_corners_stay(self) -> None:
        """Only the last piece is shortened."""
        wire = _wire((0.0, 0.0), (30.0, 0.0), (30.0, 60.0))

        assert wire.shaft == ((0.0, 0.0), (30.0, 0.0), (30.0, 52.0))
