"""The lines of a web: where each starts and ends, and its way between them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
import pytest

from inburgering_cop.diagrams.scenes._scene import Arrow, Box
from inburgering_cop.diagrams.webs import _cards
from inburgering_cop.diagrams.webs._cards import Card, Type
from inburgering_cop.diagrams.webs._columns import Column
from inburgering_cop.diagrams.webs._routing import Block, Cell, Grid, Port
from inburgering_cop.diagrams.webs._wiring import Wiring, in_order, sides
from tests.diagrams._samples import text

_TYPE = Type(lang="nl", size=16)


def _arrows(*pairs: str) -> tuple[Arrow, ...]:
    return tuple(Arrow(tail=pair[0], head=pair[1]) for pair in pairs)


def _columns(*columns: str) -> tuple[Column, ...]:
    """Columns of boxes of one letter, a bar in brackets."""
    return tuple(Column(boxes=tuple(each.strip("[]")), bar=each.startswith("[")) for each in columns)


def _card(name: str, left: Iterable[int] = (), right: Iterable[int] = ()) -> Card:
    box = Box(id=name, label=text(name), shape="kind")
    return attrs.evolve(_cards.flat(box, _TYPE, within=200), left=tuple(left), right=tuple(right))


def _block(left: int, top: int, right: int, bottom: int) -> Block:
    return Block(left=left, top=top, right=right, bottom=bottom)


class TestSides:
    """At which side of its card a line starts and ends."""

    def test_line_leaves_to_the_column_it_goes_to(self) -> None:
        """A line to the right starts at the right and ends at the left, one to the left the other way around."""
        assert sides(_arrows("ab", "ba"), _columns("a", "b")) == {"a": ([], [0, 1]), "b": ([0, 1], [])}

    def test_line_over_a_column_does_the_same(self) -> None:
        """How many columns lie between does not matter."""
        assert sides(_arrows("ac", "ca"), _columns("a", "[b]", "c")) == {
            "a": ([], [0, 1]),
            "b": ([], []),
            "c": ([0, 1], []),
        }

    def test_line_within_a_column_takes_the_emptier_side(self) -> None:
        """It starts and ends at the side where the two have fewer lines, the left where both have as many."""
        assert sides(_arrows("ax", "ab", "ba", "ab"), _columns("ab", "x")) == {
            "a": ([1, 3], [0, 2]),
            "b": ([1, 3], [2]),
            "x": ([0], []),
        }
        assert sides(_arrows("ab"), _columns("ab")) == {"a": ([0], []), "b": ([0], [])}


class TestOrder:
    """In which order lines stand at a card."""

    def test_lines_stand_as_those_they_go_to(self) -> None:
        """What goes to the highest card starts highest, whatever its direction."""
        arrows = _arrows("ax", "ya", "az")
        blocks = {
            "a": _block(2, 10, 9, 20),
            "x": _block(20, 30, 29, 35),
            "y": _block(20, 2, 29, 6),
            "z": _block(20, 14, 29, 17),
        }

        card = in_order(_card("a", right=(0, 1, 2)), arrows, blocks, set())

        assert card.right == (1, 2, 0)

    def test_bar_is_as_high_as_the_card_itself(self) -> None:
        """A line to a bar may end anywhere along it, and stands between those that go up and those that go down."""
        arrows = _arrows("am", "ax", "ay")
        blocks = {
            "a": _block(2, 10, 9, 20),
            "m": _block(14, 1, 17, 80),
            "x": _block(30, 40, 39, 45),
            "y": _block(30, 2, 39, 6),
        }

        assert in_order(_card("a", right=(0, 1, 2)), arrows, blocks, {"m"}).right == (2, 0, 1)
        assert in_order(_card("a", left=(0, 1, 2)), arrows, blocks, {"m"}).left == (2, 0, 1)

    def test_as_high_is_in_their_own_order(self) -> None:
        """Lines to one card stand in the order they have in the scene."""
        blocks = {"a": _block(2, 10, 9, 20), "b": _block(20, 10, 29, 20)}

        assert in_order(_card("a", right=(2, 0, 1)), _arrows("ab", "ab", "ba"), blocks, set()).right == (0, 1, 2)


def _two(*pairs: str, between: int = 12, grid: Grid | None = None) -> Wiring:
    """Lines between card a on the left and card b on the right."""
    arrows = _arrows(*pairs)
    cards = {"a": _card("a", right=range(len(arrows))), "b": _card("b", left=range(len(arrows)))}
    high = cards["a"].height
    blocks = {"a": _block(3, 4, 8, 3 + high), "b": _block(9 + between, 4, 14 + between, 3 + high)}
    return Wiring(
        arrows=arrows,
        cards=cards,
        blocks=blocks,
        bars={},
        labels={},
        grid=grid or Grid(18 + between, high + 10),
    )


def _bars(*labels: int, height: int = 40, names: tuple[tuple[int, int], ...] = ((18, 20),)) -> Wiring:
    """Lines from bar m to bar n, and for each how wide its label is; 0 for none."""
    return Wiring(
        arrows=_arrows(*["mn"] * len(labels)),
        cards={name: _card(name) for name in "mn"},
        blocks={"m": _block(3, 2, 14, height - 3), "n": _block(30, 2, 41, height - 3)},
        bars={"m": names, "n": names},
        labels={at: (wide, 1) for at, wide in enumerate(labels) if wide},
        grid=Grid(46, height),
    )


class TestDraw:
    """The ways of the lines."""

    def test_each_line_runs_from_port_to_port(self) -> None:
        """Lines between two cards at one height run straight, each from its own row to its own row."""
        wiring = _two("ab", "ba")

        ways = wiring.draw()

        first = 4 + wiring.cards["a"].head
        assert ways == [
            tuple((x, first) for x in range(9, 21)),
            tuple((x, first + 2) for x in range(20, 8, -1)),
        ]

    def test_line_to_a_bar_ends_where_it_is_short(self) -> None:
        """Along a bar a line may end in any row but the outermost."""
        wiring = Wiring(
            arrows=_arrows("am", "ma"),
            cards={"a": _card("a", right=(0, 1)), "m": _card("m")},
            blocks={"a": _block(3, 8, 8, 14), "m": _block(22, 2, 29, 30)},
            bars={"m": ()},
            labels={},
            grid=Grid(34, 34),
        )

        ways = wiring.draw()

        assert ways is not None
        assert [len({y for _, y in way}) for way in ways] == [1, 1]
        assert (ways[0][-1][0], ways[1][0][0]) == (21, 21)

    def test_bar_on_the_left_is_reached_at_its_right(self) -> None:
        """Which side of a bar a line comes to is that of the other card."""
        wiring = Wiring(
            arrows=_arrows("ma"),
            cards={"a": _card("a", left=(0,)), "m": _card("m")},
            blocks={"a": _block(22, 8, 29, 14), "m": _block(3, 2, 9, 30)},
            bars={"m": ()},
            labels={},
            grid=Grid(34, 34),
        )

        (way,) = wiring.draw() or [()]

        assert (way[0][0], way[-1][0]) == (10, 21)

    def test_name_of_a_bar_is_not_crossed(self) -> None:
        """A line over a bar crosses it above or below its name."""
        wiring = Wiring(
            arrows=_arrows("ab"),
            cards={"a": _card("a", right=(0,)), "b": _card("b", left=(0,)), "m": _card("m")},
            blocks={"a": _block(3, 14, 8, 20), "b": _block(40, 14, 45, 20), "m": _block(20, 2, 27, 34)},
            bars={"m": [(10, 24)]},
            labels={},
            grid=Grid(50, 38),
        )

        (way,) = wiring.draw() or [()]

        assert way
        assert not {y for x, y in way if 20 <= x <= 27} & set(range(10, 25))

    def test_shortest_is_drawn_first(self) -> None:
        """Lines between cards that stand near each other are drawn before those that go far."""
        drawn: list[int] = []

        class Watched(Grid):
            def connect(self, number: int, tails: Iterable[Port], heads: Iterable[Port]) -> tuple[int, ...] | None:
                drawn.append(number)
                return super().connect(number, tails, heads)

        wiring = Wiring(
            arrows=_arrows("ac", "ad", "ab"),
            cards={
                "a": _card("a", right=(0, 1, 2)),
                "b": _card("b", left=(2,)),
                "c": _card("c", left=(0,)),
                "d": _card("d", left=(1,)),
            },
            blocks={
                "a": _block(3, 4, 8, 12),
                "b": _block(20, 4, 25, 8),
                "c": _block(40, 4, 45, 8),
                "d": _block(20, 14, 25, 18),
            },
            bars={},
            labels={},
            grid=Watched(50, 24),
        )

        assert wiring.draw() is not None
        assert drawn == [3, 2, 1]

    def test_without_lines_nothing_is_drawn(self) -> None:
        """No lines have no ways."""
        assert _two().draw() == []


class TestLabels:
    """What lines between two bars mean, in the bar where they start."""

    def test_each_has_room_of_its_own(self) -> None:
        """Each word has a row of text in its bar, on the side of the other bar, clear of the name and of lines."""
        wiring = _bars(8, 8, 8)

        ways = wiring.draw()

        assert ways is not None
        rows = [way[0][1] for way in ways]
        assert all(way[0] == (15, y) for way, y in zip(ways, rows, strict=True))
        assert all(abs(one - other) >= 2 for one in rows for other in rows if one is not other)
        taken = {y for row in rows for y in (row - 1, row, row + 1)}
        assert not taken & {18, 19, 20}
        assert all(not wiring.grid.is_open(_block(7, y, 14, y)) for y in taken)
        assert all(wiring.grid.is_open(_block(3, y, 6, y)) for y in taken)

    def test_to_the_left_it_stands_at_the_left(self) -> None:
        """A line to a bar on the left has its text at the left side of its own."""
        wiring = attrs.evolve(_bars(8), arrows=_arrows("nm"))

        ways = wiring.draw()

        assert ways is not None
        x, y = ways[0][0]
        assert x == 29
        assert not wiring.grid.is_open(_block(37, y, 37, y))
        assert wiring.grid.is_open(_block(38, y, 41, y))

    def test_row_with_least_in_the_way_is_taken(self) -> None:
        """Between the bars stands a card; the text goes to a row from which the line runs straight past it."""
        wiring = _bars(8)
        card = _block(19, 2, 25, 30)
        wiring.grid.close(card)

        ways = wiring.draw()

        assert ways is not None
        assert ways[0][0][1] > 30

    def test_bar_without_room_for_a_text_gives_up(self) -> None:
        """As many words as find room are set; one more, and the lines are not drawn."""
        assert _bars(*[8] * 12).draw() is not None
        assert _bars(*[8] * 13).draw() is None


class TestGivingUp:
    """Lines that find no way."""

    def test_line_without_a_way_gives_up(self) -> None:
        """Where all is closed between two cards the web is not drawn."""
        wiring = _two("ab")
        wiring.grid.close(_block(14, 0, 14, wiring.grid.height - 1))

        assert wiring.draw() is None

    def test_lines_pushed_aside_are_drawn_anew(self) -> None:
        """A line that finds its way taken pushes another aside, and in the end all are drawn."""

        class Pushy(Grid):
            pushed = False

            def connect(self, number: int, tails: Iterable[Port], heads: Iterable[Port]) -> tuple[int, ...] | None:
                found = super().connect(number, tails, heads)
                if number == 2 and not self.pushed:
                    self.pushed = True
                    self._remove(1)
                    return (1,)
                return found

        grid = Pushy(30, 20)

        ways = _two("ab", "ab", grid=grid).draw()

        assert grid.pushed
        assert ways is not None
        assert [(way[0][0], way[-1][0]) for way in ways] == [(9, 20), (9, 20)]

    @pytest.mark.parametrize(("lines", "turns"), [(1, 1), (8, 2), (16, 3)])
    def test_patience_ends(self, lines: int, turns: int) -> None:
        """Lines that keep pushing each other aside are given up after as many as an eighth of the lines, and one."""

        class Endless(Grid):
            turns = 0

            def connect(self, number: int, tails: Iterable[Port], heads: Iterable[Port]) -> tuple[int, ...] | None:
                self.turns += 1
                return (number,)

            def ways(self) -> dict[int, tuple[Cell, ...]]:
                raise AssertionError

        grid = Endless(40, 60)

        assert _two(*["ab"] * lines, grid=grid).draw() is None
        assert grid.turns == turns + 1
