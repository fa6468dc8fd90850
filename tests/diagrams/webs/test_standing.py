"""Where the cards of a web stand."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import attrs
import pytest

from inburgering_cop.diagrams.scenes._scene import Arrow, Box
from inburgering_cop.diagrams.webs import _cards, _standing
from inburgering_cop.diagrams.webs._cards import Card, Type
from inburgering_cop.diagrams.webs._columns import Column, joined
from inburgering_cop.diagrams.webs._routing import Block
from inburgering_cop.diagrams.webs._sheet import POSTER, SLIDE, Paper
from tests.diagrams._samples import text

_TYPE = Type(lang="nl", size=16)
_ROOM = Block(left=3, top=5, right=122, bottom=64)


def _cards_of(names: str) -> dict[str, Card]:
    return {
        name: _cards.flat(Box(id=name, label=text(f"Kaart {name}"), shape="kind"), _TYPE, within=200) for name in names
    }


def _stood(*columns: str, lines: tuple[str, ...] = (), paper: Paper = SLIDE, room: Block = _ROOM) -> dict[str, Block]:
    """The blocks of these columns, a bar in brackets."""
    made = [Column(boxes=tuple(each.strip("[]")), bar=each.startswith("[")) for each in columns]
    cards = _cards_of("".join(columns).replace("[", "").replace("]", ""))
    found = _standing.stand(made, joined(Arrow(tail=pair[0], head=pair[1]) for pair in lines), cards, room, paper)
    assert found is not None
    return found


class TestStand:
    """Columns beside each other."""

    def test_columns_stand_from_left_to_right_with_room_for_lines(self) -> None:
        """Cards of a column stand above each other at one place, and columns apart."""
        blocks = _stood("ab", "[m]", "cd")

        assert blocks["a"].left == blocks["b"].left
        assert blocks["a"].bottom < blocks["b"].top
        assert blocks["a"].right + SLIDE.channel < blocks["m"].left
        assert blocks["m"].right + SLIDE.channel < blocks["c"].left

    def test_each_has_the_size_of_its_card(self) -> None:
        """A block is as wide as its column and as high as its card; a bar is higher than its column."""
        blocks = _stood("ab", "[m]", "cd")
        card = _cards_of("a")["a"]

        assert {(blocks[name].width, blocks[name].height) for name in "abcd"} == {(card.width, card.height)}
        assert blocks["m"].height == max(2 * (card.height + _standing.BETWEEN), card.height + 10) * 5 // 4

    def test_web_stands_in_the_middle(self) -> None:
        """What does not fill its room has as much white on the left as on the right, and above as under it."""
        blocks = _stood("ab", "[m]", "cd")

        left, right = blocks["a"].left - _ROOM.left, _ROOM.right - blocks["c"].right
        above, under = blocks["m"].top - _ROOM.top, _ROOM.bottom - blocks["m"].bottom
        assert abs(left - right) <= 1
        assert abs(above - under) <= 1

    def test_poster_is_filled(self) -> None:
        """On a poster columns and cards take all the room there is, but for what stays free around them."""
        blocks = _stood("ab", "[m]", "cd", paper=POSTER)

        assert (blocks["m"].top, blocks["m"].bottom) == (_ROOM.top + POSTER.outside, _ROOM.bottom - POSTER.outside)
        assert blocks["a"].left - _ROOM.left <= POSTER.outside + 1
        assert _ROOM.right - blocks["c"].right <= POSTER.outside + 1

    def test_cards_stand_spread_over_their_column(self) -> None:
        """The white above, between and under the cards of a column is even."""
        blocks = _stood("abc", "[m]", paper=POSTER)

        tops = [blocks[name].top for name in "abc"]
        assert tops[1] - tops[0] == pytest.approx(tops[2] - tops[1], abs=1)
        assert blocks["a"].top - blocks["m"].top == pytest.approx(blocks["m"].bottom - blocks["c"].bottom, abs=1)

    def test_cards_stand_near_those_they_are_joined_with(self) -> None:
        """Within a column cards are set in the order of those they are joined with, so that lines cross less.

        They are moved column by column: moved at once, two columns would change places for ever.
        """
        blocks = _stood("abc", "[m]", "xyz", lines=("az", "by", "cx", "am", "bm"))

        order = {names: sorted(names, key=lambda name: blocks[name].top) for names in ("abc", "xyz")}
        partner = {"a": "z", "b": "y", "c": "x"}
        assert [partner[name] for name in order["abc"]] == order["xyz"]

    def test_bars_pull_nothing(self) -> None:
        """A bar stands beside all of a column, so that a line to it says nothing about the order."""
        assert _stood("abc", "[m]", lines=("cm", "cm", "am")) == _stood("abc", "[m]")

    def test_no_two_share_a_cell(self) -> None:
        """Cards keep apart, a line's width at least."""
        blocks = [*_stood("abcdefgh", "[m]", "ijk", "[n]", "pqrstuv").values()]

        for one in blocks:
            for other in blocks:
                apart = one.right < other.left or other.right < one.left
                assert one is other or apart or one.bottom + 1 < other.top or other.bottom + 1 < one.top

    def test_channels_are_equal(self) -> None:
        """Between any two columns lies the same room, 22 cells on a slide at most."""
        blocks = _stood("a", "b", "c")

        gaps = {other.left - one.right - 1 for one, other in pairwise(blocks[name] for name in "abc")}
        assert gaps == {22}


class TestRefused:
    """What does not fit."""

    def test_column_higher_than_the_room_does_not_fit(self) -> None:
        """More cards than one column holds are refused; as many as it holds stand there."""
        names = "abcdefghijk"
        cards = _cards_of(names)
        need = sum(card.height + _standing.BETWEEN for card in cards.values())
        room = attrs.evolve(_ROOM, bottom=_ROOM.top + need - 1 + 2 * SLIDE.outside)
        columns = [Column(boxes=tuple(names))]

        assert _standing.stand(columns, {}, cards, room, SLIDE) is not None
        assert _standing.stand(columns, {}, cards, attrs.evolve(room, bottom=room.bottom - 1), SLIDE) is None

    def test_columns_wider_than_the_room_do_not_fit(self) -> None:
        """Columns without room for lines between them are refused; one column needs none."""
        cards = _cards_of("ab")
        columns = [Column(boxes=("a",)), Column(boxes=("b",))]
        width = 2 * cards["a"].width + SLIDE.channel + 2 * SLIDE.outside
        room = attrs.evolve(_ROOM, right=_ROOM.left + width - 1)
        lines: dict[str, Counter[str]] = {}

        assert _standing.stand(columns, lines, cards, room, SLIDE) is not None
        assert _standing.stand(columns, lines, cards, attrs.evolve(room, right=room.right - 1), SLIDE) is None
        assert _standing.stand(columns[:1], lines, cards, attrs.evolve(room, right=room.left + 20), SLIDE) is not None
