"""Which boxes of a web stand in which column."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.diagrams.scenes._scene import Arrow
from inburgering_cop.diagrams.webs import _columns
from inburgering_cop.diagrams.webs._columns import Column, along, around, joined


def _lines(*pairs: str) -> dict[str, Counter[str]]:
    """Lines between boxes of one letter each: `ab` joins a and b."""
    return joined(Arrow(tail=pair[0], head=pair[1]) for pair in pairs)


def _high(lines: dict[str, Counter[str]], high: int = 10, **other: int) -> dict[str, int]:
    return dict.fromkeys(lines, high) | other


def _names(columns: tuple[Column, ...]) -> list[str]:
    """The boxes of each column as one word, a bar in brackets."""
    return [f"[{column.boxes[0]}]" if column.bar else "".join(column.boxes) for column in columns]


class TestJoined:
    """Which boxes are joined."""

    def test_lines_are_counted_from_both_sides(self) -> None:
        """Each line counts for the box it starts at and the one it ends at, whatever its direction."""
        assert _lines("ab", "ba", "ac") == {
            "a": Counter({"b": 2, "c": 1}),
            "b": Counter({"a": 2}),
            "c": Counter({"a": 1}),
        }

    def test_without_lines_nothing_is_joined(self) -> None:
        """Boxes without lines are not in it."""
        assert _lines() == {}


class TestAround:
    """Around one box."""

    def test_centre_is_the_bar_between_its_neighbours(self) -> None:
        """The centre is a bar, with half of its neighbours on each side."""
        lines = _lines("xa", "xb", "cx", "dx")

        assert _names(around("x", lines, _high(lines), columns=2)) == ["ac", "[x]", "bd"]

    def test_one_neighbour_stands_on_the_left(self) -> None:
        """With one neighbour there are two columns; alone, the centre is the only one."""
        lines = _lines("xa")

        assert _names(around("x", lines, _high(lines), columns=2)) == ["a", "[x]"]
        assert _names(around("x", {}, {}, columns=2)) == ["[x]"]

    def test_both_sides_are_as_high(self) -> None:
        """A high neighbour on one side has as much as several low ones on the other."""
        lines = _lines("xa", "xb", "xc", "xd")

        assert _names(around("x", lines, _high(lines, a=30), columns=2)) == ["a", "[x]", "bcd"]

    def test_more_columns_take_as_many_on_each_side(self) -> None:
        """Neighbours as far away may stand in several columns on a side, about equally high, the same on both."""
        lines = _lines(*(f"x{name}" for name in "abcdefgh"))

        assert _names(around("x", lines, _high(lines), columns=4)) == ["cg", "ae", "[x]", "bf", "dh"]

    def test_neighbours_of_neighbours_stand_beside_those(self) -> None:
        """Who is two steps away stands outside, on the side of whom it is joined with most."""
        lines = _lines("xa", "xb", "ap", "pa", "bp", "bq", "qr")

        assert _names(around("x", lines, _high(lines), columns=2)) == ["p", "a", "[x]", "b", "q", "r"]

    @given(st.lists(st.text("abcdefgh", min_size=2, max_size=2).filter(lambda pair: pair[0] != pair[1]), max_size=20))
    def test_who_can_be_reached_stands_there_once(self, pairs: list[str]) -> None:
        """Whatever the lines, every box that can be reached stands in one column, at most `columns` to a ring."""
        lines = _lines("xa", *pairs)
        reached, rings = {"x"}, 0
        while more := {other for box in reached for other in lines[box]} - reached:
            reached |= more
            rings += 1

        columns = around("x", lines, _high(lines), columns=4)

        assert sorted(box for column in columns for box in column.boxes) == sorted(reached)
        assert len(columns) <= 4 * rings + 1
        assert [column.boxes for column in columns if column.bar] == [("x",)]
        assert all(column.boxes for column in columns)


class TestAlong:
    """Along those with most lines."""

    def test_box_with_most_lines_is_the_bar(self) -> None:
        """One bar: the box with most lines, of equally many the first by name; half of the others on each side."""
        lines = _lines("ma", "mb", "cm", "md")

        left, bar, right = along(lines, _high(lines), bars=1, columns=2, room=100)

        assert (bar.boxes, bar.bar, len(left.boxes), len(right.boxes)) == (("m",), True, 2, 2)
        assert _names(along(_lines("ba"), {"a": 9, "b": 9}, bars=1, columns=2, room=100)) == ["b", "[a]"]

    def test_who_is_joined_with_two_bars_stands_between_them(self) -> None:
        """Between two bars stand those with lines to both, outside them those with lines to one."""
        lines = _lines("ma", "mb", "na", "nb", "mc", "md", "ne", "nf", "mn")

        names = _names(along(lines, _high(lines), bars=2, columns=3, room=100))

        assert names == ["cd", "[m]", "ab", "[n]", "ef"]

    def test_bars_stand_so_that_lines_are_short(self) -> None:
        """Of three bars the one both others are joined with stands between them."""
        lines = _lines(*["ab"] * 4, *["bc"] * 4, "ax", "by", "cz", "ax", "cz")

        names = _names(along(lines, _high(lines), bars=3, columns=4, room=100))

        assert [name for name in names if name.startswith("[")] == ["[a]", "[b]", "[c]"]

    def test_fullest_gap_gets_the_next_column(self) -> None:
        """More columns than gaps go where most boxes belong."""
        lines = _lines(*(f"m{name}" for name in "abcdefgh"), *(f"n{name}" for name in "abcdefgh"), "mn")

        columns = along(lines, _high(lines), bars=2, columns=4, room=100)

        names = _names(columns)
        between = names[names.index("[m]") + 1 : names.index("[n]")]
        assert sorted("".join(between)) == list("abcdefgh")
        assert [len(each) for each in between] == [4, 4]

    def test_columns_without_boxes_are_left_out(self) -> None:
        """No column stands empty."""
        lines = _lines("ab")

        assert _names(along(lines, _high(lines), bars=1, columns=4, room=100)) == ["b", "[a]"]

    def test_all_may_be_bars(self) -> None:
        """Where there are no more boxes than bars, all are bars."""
        lines = _lines("ab")

        assert _names(along(lines, _high(lines), bars=5, columns=6, room=100)) == ["[a]", "[b]"]

    def test_no_column_is_fuller_than_the_paper(self) -> None:
        """Boxes that all belong in one place are spread where they would not fit the height of the paper."""
        lines = _lines(*(f"m{name}" for name in "abcdefgh"), *(f"n{name}" for name in "abcdefgh"), "mn")
        heights = _high(lines, 30)

        columns = along(lines, heights, bars=2, columns=3, room=120)

        assert all(sum(heights[box] for box in column.boxes) <= 120 for column in columns)

    def test_neighbours_without_a_bar_stand_near_each_other(self) -> None:
        """A box joined with no bar stands in the column of the one it is joined with."""
        lines = _lines(*(f"m{name}" for name in "abc"), *(f"n{name}" for name in "def"), "mn", "mn", "fz", "fz")

        columns = along(lines, _high(lines), bars=2, columns=3, room=200)

        place = {box: at for at, column in enumerate(columns) for box in column.boxes}
        assert place["z"] == place["f"]

    @given(
        st.lists(st.text("abcdefghij", min_size=2, max_size=2).filter(lambda two: two[0] != two[1]), min_size=1),
        st.integers(1, 4),
        st.integers(1, 6),
    )
    def test_every_box_stands_there_once(self, pairs: list[str], bars: int, columns: int) -> None:
        """Whatever the lines, every box stands in one column, the bars are those with most lines, alone in theirs."""
        lines = _lines(*pairs)

        found = along(lines, _high(lines), bars=bars, columns=columns, room=60)

        assert sorted(box for column in found for box in column.boxes) == sorted(lines)
        chosen = [column.boxes for column in found if column.bar]
        counts = sorted((lines[box].total() for box in lines), reverse=True)
        assert sorted((lines[box].total() for (box,) in chosen), reverse=True) == counts[: len(chosen)]
        assert len(chosen) == min(bars, len(lines))
        assert len(found) - len(chosen) <= max(columns, bars + 1)
        assert all(one.boxes and other.boxes for one, other in pairwise(found))


class TestGap:
    """Which gap a column stands in."""

    def test_columns_are_counted_from_the_left(self) -> None:
        """With one, two and one columns in the gaps the third stands in the second gap."""
        assert [_columns._gap_of(at, [1, 2, 1]) for at in range(4)] == [0, 1, 1, 2]

    def test_column_beyond_the_last_gap_is_an_error(self) -> None:
        """There is no gap for a column that is not there."""
        with pytest.raises(IndexError):
            _columns._gap_of(4, [1, 2, 1])
