"""Lines over a grid: right-angled, clear of boxes, no two on one place; straight across bars; others pushed aside."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.diagrams.webs._routing import Block, Cell, Grid, Port

Way = tuple[Cell, ...]


def _block(left: int, top: int, right: int, bottom: int) -> Block:
    return Block(left=left, top=top, right=right, bottom=bottom)


def _from(x: int, y: int) -> list[Port]:
    """A port at the right side of a box."""
    return [Port(cell=(x, y), right=True)]


def _to(x: int, y: int) -> list[Port]:
    """A port at the left side of a box."""
    return [Port(cell=(x, y), right=False)]


def _bends(way: Way) -> int:
    return sum(one[0] != other[0] and one[1] != other[1] for one, other in zip(way, way[2:], strict=False))


def _held(way: Way) -> Counter[tuple[Cell, str]]:
    """What a line holds of its cells: their width, their height, or at its corners and ends both."""
    held: Counter[tuple[Cell, str]] = Counter()
    for before, here, after in zip((None, *way), way, (*way[1:], None), strict=False):
        around = [other for other in (before, after) if other]
        level = any(other[1] == here[1] for other in around)
        upright = any(other[0] == here[0] for other in around)
        end = len(around) < 2
        held.update([(here, "across")] * (level or end) + [(here, "along")] * (upright or end))
    return held


def _shared(ways: dict[int, Way]) -> list[tuple[Cell, str]]:
    """The places that more than one line holds."""
    held = sum((_held(way) for way in ways.values()), Counter[tuple[Cell, str]]())
    return [place for place, count in held.items() if count > 1]


class TestBlock:
    """A rectangle of cells."""

    def test_its_sides_are_in_it(self) -> None:
        """Width, height and cells count both sides."""
        block = _block(2, 5, 4, 6)

        assert (block.width, block.height) == (3, 2)
        assert list(block.cells()) == [(2, 5), (3, 5), (4, 5), (2, 6), (3, 6), (4, 6)]


class TestWay:
    """The way of one line."""

    def test_it_is_straight_where_it_can_be(self) -> None:
        """Between two ports at one height a line runs level from the one cell to the other."""
        grid = Grid(12, 7)

        pushed = grid.connect(1, _from(2, 3), _to(8, 3))

        assert pushed == ()
        assert grid.ways() == {1: tuple((x, 3) for x in range(2, 9))}

    def test_it_bends_twice_at_most_in_the_open(self) -> None:
        """Between two ports at other heights a line bends twice, and is no longer than it must be."""
        grid = Grid(14, 12)

        grid.connect(1, _from(2, 2), _to(10, 8))

        way = grid.ways()[1]
        assert (_bends(way), len(way)) == (2, 15)

    def test_it_runs_around_what_is_closed(self) -> None:
        """A line keeps out of what is closed, and bends no more than it must."""
        grid = Grid(14, 12)
        wall = _block(6, 1, 7, 8)
        grid.close(wall)

        grid.connect(1, _from(2, 3), _to(11, 3))

        way = grid.ways()[1]
        assert not set(way) & set(wall.cells())
        assert (_bends(way), max(y for _, y in way)) == (4, 9)

    def test_it_starts_and_ends_level(self) -> None:
        """A line leaves its box and comes to the other straight from the side, also when that is the far side."""
        grid = Grid(16, 12)
        grid.stand(_block(5, 4, 7, 6))

        grid.connect(1, _from(8, 5), [Port(cell=(8, 9), right=True)])

        way = grid.ways()[1]
        assert (way[0], way[-1]) == ((8, 5), (8, 9))
        assert way[-2] == (9, 9)

    def test_one_cell_may_be_both_ends(self) -> None:
        """Two boxes with one cell between them are joined by that cell."""
        grid = Grid(8, 5)

        assert grid.connect(1, _from(3, 2), _to(3, 2)) == ()
        assert grid.ways() == {1: ((3, 2),)}

    def test_the_nearest_of_several_ports_is_taken(self) -> None:
        """Of the places along a bar a line takes the one that makes it straight."""
        grid = Grid(12, 12)
        tails, heads = [_from(2, y)[0] for y in (2, 6, 9)], [_to(9, y)[0] for y in (3, 6, 8)]

        grid.connect(1, tails, heads)

        assert grid.ways()[1] == tuple((x, 6) for x in range(2, 10))

    def test_the_edge_of_the_paper_is_closed(self) -> None:
        """No line runs over the outermost cells."""
        grid = Grid(12, 6)
        grid.close(_block(5, 2, 6, 3))
        grid.connect(1, _from(2, 2), _to(9, 2))

        assert grid.connect(2, _from(2, 3), _to(9, 3)) == ()
        assert {y for way in grid.ways().values() for _, y in way} == {1, 2, 3, 4}

    def test_there_may_be_no_way(self) -> None:
        """Where all is closed between two ports the answer is None, and what was drawn stands."""
        grid = Grid(12, 7)
        grid.connect(1, _from(2, 3), _to(4, 3))
        grid.close(_block(6, 1, 6, 5))

        assert grid.connect(2, _from(2, 2), _to(9, 3)) is None
        assert list(grid.ways()) == [1]

    def test_it_keeps_off_boxes_where_there_is_room(self) -> None:
        """A line that passes a box keeps a cell from it, where that is not far."""
        grid = Grid(30, 12)
        grid.stand(_block(8, 5, 22, 8))

        grid.connect(1, _from(2, 4), _to(27, 4))

        assert 4 not in {y for x, y in grid.ways()[1] if 8 <= x <= 22}

    def test_the_corner_of_a_box_is_closed(self) -> None:
        """At its upper left corner, where its badge is, no line runs against a box."""
        grid = Grid(20, 10)
        grid.stand(_block(6, 3, 10, 6))

        assert not any(grid.is_open(_block(x, y, x, y)) for x, y in ((4, 2), (5, 2), (6, 2), (4, 3), (5, 3), (8, 4)))
        assert all(grid.is_open(_block(x, y, x, y)) for x, y in ((5, 4), (7, 2), (11, 2), (11, 6), (5, 7)))

    def test_lines_beside_each_other_are_avoided(self) -> None:
        """Where there is room a line keeps a cell from another."""
        grid = Grid(30, 14)
        grid.connect(1, _from(2, 5), _to(27, 5))

        grid.connect(2, _from(2, 6), _to(27, 10))

        level = Counter(y for _, y in grid.ways()[2])
        assert level.most_common(1)[0][0] > 6

    def test_nobody_takes_a_kept_cell(self) -> None:
        """A cell kept for one line is closed to all others, and open to that one."""
        grid = Grid(12, 5)
        grid.keep(7, Port(cell=(5, 2), right=False))
        grid.close(_block(5, 1, 5, 1))
        grid.close(_block(5, 3, 5, 3))

        assert grid.connect(1, _from(2, 2), _to(9, 2)) is None
        assert grid.connect(7, _from(2, 2), _to(5, 2)) == ()


class TestCrossing:
    """Two lines."""

    def test_lines_cross_straight_on(self) -> None:
        """Where lines must cross, both run on straight."""
        grid = Grid(13, 13)
        grid.connect(1, _from(1, 6), _to(11, 6))

        pushed = grid.connect(2, _from(2, 2), _to(10, 10))

        ways = grid.ways()
        assert pushed == ()
        assert len(set(ways[1]) & set(ways[2])) == 1
        assert _shared(ways) == []

    def test_line_that_need_not_cross_does_not(self) -> None:
        """Of ways equally long and with as many bends a line takes one that crosses no other."""
        grid = Grid(18, 12)
        grid.connect(1, _from(2, 5), _to(9, 5))

        grid.connect(2, _from(4, 3), _to(14, 8))

        assert not set(grid.ways()[1]) & set(grid.ways()[2])

    def test_bar_is_crossed_level(self) -> None:
        """A line crosses a bar level, and never bends or starts in it."""
        grid = Grid(20, 14)
        bar = _block(8, 1, 11, 12)
        grid.set_bar(bar, crossing=True)

        grid.connect(1, _from(2, 3), _to(17, 9))

        way = grid.ways()[1]
        inside = [cell for cell in way if cell in set(bar.cells())]
        assert [x for x, _ in inside] == [8, 9, 10, 11]
        assert len({y for _, y in inside}) == 1

    def test_bar_may_be_closed(self) -> None:
        """Where lines may not run across bars they go around them."""
        grid = Grid(20, 16)
        bar = _block(8, 3, 11, 12)
        grid.set_bar(bar, crossing=False)

        grid.connect(1, _from(2, 6), _to(17, 8))

        assert not set(grid.ways()[1]) & set(bar.cells())

    def test_text_in_a_bar_is_closed(self) -> None:
        """Where text stands in a bar a line crosses it above or below."""
        grid = Grid(20, 9)
        grid.set_bar(_block(8, 1, 11, 7), crossing=True)
        grid.close(_block(8, 1, 11, 5))

        grid.connect(1, _from(2, 3), _to(17, 3))

        assert {y for x, y in grid.ways()[1] if 8 <= x <= 11} <= {6, 7}


class TestPushing:
    """A line that finds no free way."""

    def test_it_pushes_another_aside(self) -> None:
        """In a passage one cell wide the second takes the place of the first, which is gone and can be drawn anew."""
        grid = Grid(12, 7)
        grid.close(_block(5, 1, 6, 2))
        grid.close(_block(5, 4, 6, 5))
        grid.connect(1, _from(2, 2), _to(9, 2))

        pushed = grid.connect(2, _from(2, 4), _to(9, 4))

        assert pushed == (1,)
        assert list(grid.ways()) == [2]
        assert grid.connect(1, _from(2, 2), _to(9, 2)) == (2,)

    def test_it_pushes_no_more_than_it_must(self) -> None:
        """Of two ways the one on which fewer lines run is taken, though it is longer."""
        grid = Grid(16, 14)
        grid.close(_block(7, 1, 8, 2))
        grid.close(_block(7, 5, 8, 9))
        grid.close(_block(7, 11, 8, 12))
        for number, (y, gap) in enumerate(((2, 3), (5, 4), (11, 10)), 1):
            assert grid.connect(number, _from(3, y), [Port(cell=(12, gap), right=False)]) == ()

        assert len(grid.connect(4, _from(3, 7), _to(12, 7)) or ()) == 1

    def test_place_of_a_line_pushed_away_is_free(self) -> None:
        """Nothing is left where a line was pushed away."""
        grid = Grid(12, 7)
        grid.close(_block(5, 1, 6, 2))
        grid.close(_block(5, 4, 6, 5))
        grid.connect(1, _from(2, 2), _to(9, 2))
        before = grid.is_open(_block(2, 2, 3, 2))

        grid.connect(2, _from(2, 4), _to(9, 4))

        assert (before, grid.is_open(_block(2, 2, 3, 2))) == (False, True)

    def test_where_lines_were_pushed_away_it_becomes_dearer(self) -> None:
        """Two lines that push each other out of a passage end, one of them around it, instead of going on for ever."""
        grid = Grid(30, 30)
        grid.close(_block(10, 1, 19, 13))
        grid.close(_block(10, 15, 19, 27))
        ends = {1: (_from(5, 12), _to(24, 12)), 2: (_from(5, 16), _to(24, 16))}
        waiting = [1, 2]

        for _ in range(30):
            if waiting:
                at = waiting.pop(0)
                waiting += grid.connect(at, *ends[at]) or ()

        assert sorted(grid.ways()) == [1, 2]
        assert _shared(grid.ways()) == []


@st.composite
def _papers(draw: st.DrawFn) -> tuple[Grid, set[Cell], set[Cell], dict[int, tuple[Port, Port]]]:
    """Boxes in columns, perhaps a bar, and lines between ports: the grid, its closed cells, those of bars, the ends."""
    columns = draw(st.integers(2, 4))
    height = draw(st.integers(12, 24))
    grid = Grid(columns * 10 + 8, height)
    closed = {
        (x, y) for x in range(grid.width) for y in range(height) if x in (0, grid.width - 1) or y in (0, height - 1)
    }
    bars: set[Cell] = set()
    ports: list[Port] = []
    for column in range(columns):
        left = 4 + column * 10
        if draw(st.integers(0, 3)) == 0:
            bar = _block(left, 2, left + 3, height - 3)
            grid.set_bar(bar, crossing=True)
            bars |= set(bar.cells())
            continue
        y = 3
        while y + 4 < height - 2:
            box = _block(left, y, left + 3, y + 3)
            grid.stand(box)
            closed |= set(box.cells())
            ports += [Port(cell=(left + 4, y + 1), right=True), Port(cell=(left + 4, y + 3), right=True)]
            ports += [Port(cell=(left - 1, y + 1), right=False), Port(cell=(left - 1, y + 3), right=False)]
            y += draw(st.integers(5, 8))
    chosen = draw(st.permutations(ports))[: 2 * draw(st.integers(1, 6))]
    ends = dict(enumerate(zip(chosen[::2], chosen[1::2], strict=False), 1))
    for number, both in ends.items():
        for port in both:
            grid.keep(number, port)
    return grid, closed, bars, ends


class TestProperties:
    """Any paper, any lines."""

    @given(_papers())
    def test_lines_keep_apart_and_clear(
        self, paper: tuple[Grid, set[Cell], set[Cell], dict[int, tuple[Port, Port]]]
    ) -> None:
        """Whatever is drawn or pushed aside, what stands is right: two lines on one place could not be told apart."""
        grid, closed, bars, ends = paper

        standing: set[int] = set()
        for number, (tail, head) in ends.items():
            pushed = grid.connect(number, [tail], [head])
            if pushed is not None:
                standing = (standing - set(pushed)) | {number}
            ways = grid.ways()
            assert set(ways) == standing
            assert _shared(ways) == []

        kept = {port.cell: number for number, both in ends.items() for port in both}
        for number, way in grid.ways().items():
            tail, head = ends[number]
            assert (way[0], way[-1]) == (tail.cell, head.cell)
            assert all(abs(x - to_x) + abs(y - to_y) == 1 for (x, y), (to_x, to_y) in pairwise(way))
            assert len(set(way)) == len(way)
            assert not set(way) & closed
            assert {kept.get(cell, number) for cell in way} == {number}
            for (_, above), (x, y), (_, below) in zip(way, way[1:], way[2:], strict=False):
                assert (x, y) not in bars or above == y == below

    @given(_papers())
    def test_same_paper_same_lines(
        self, paper: tuple[Grid, set[Cell], set[Cell], dict[int, tuple[Port, Port]]]
    ) -> None:
        """Drawn again on a new grid, every line runs where it ran: same input, same bytes."""
        _, _, _, ends = paper
        ways = []

        for _ in range(2):
            grid = Grid(60, 30)
            for number, (tail, head) in ends.items():
                grid.connect(number, [tail], [head])
            ways.append(grid.ways())

        assert ways[0] == ways[1]


class TestOpen:
    """Where there is room for text."""

    @pytest.mark.parametrize("drawn", [False, True])
    def test_open_means_nothing_closed_and_no_line(self, drawn: bool) -> None:
        """A block is open when no cell of it is closed and no line runs there; a bar alone does not close it."""
        grid = Grid(12, 8)
        grid.set_bar(_block(4, 1, 6, 6), crossing=True)

        if drawn:
            grid.connect(1, _from(2, 3), _to(9, 3))

        assert grid.is_open(_block(4, 2, 6, 4)) is not drawn
        assert grid.is_open(_block(4, 4, 6, 5))
