"""A box of a web as a card."""

from __future__ import annotations

import attrs
import pytest

from inburgering_cop.diagrams.scenes._scene import Arrow, Box
from inburgering_cop.diagrams.webs import _cards
from inburgering_cop.diagrams.webs._cards import PAD, Card, Note, Shape, Type
from inburgering_cop.diagrams.webs._routing import Block, Port
from tests.diagrams._samples import text

_TYPE = Type(lang="nl", size=16)


def _box(name: str, *details: str, starred: bool = False) -> Box:
    star = text("niet nagetrokken") if starred else None
    return Box(id=name, label=text(name), details=tuple(map(text, details)), shape="kind", starred=star)


def _lines(card: Card) -> list[str]:
    return [line for line, _ in card.lines]


def _room(card: Card) -> float:
    return card.width * _TYPE.pitch - 2 * PAD


class TestType:
    """The text of a web."""

    @pytest.mark.parametrize(("size", "pitch"), [(24, 15), (20, 12), (18, 11), (16, 10)])
    def test_cells_follow_the_size(self, size: int, pitch: int) -> None:
        """The side of a cell is five eighths of the size, in whole units, so that two cells hold a line of text."""
        type_ = Type(lang="nl", size=size)

        assert type_.pitch == pitch
        assert 2 * pitch >= 1.12 * size

    def test_lengths_are_rounded_up(self) -> None:
        """A length that is no whole number of cells takes one more."""
        assert [_TYPE.cells(length) for length in (0.0, 0.1, 10.0, 10.1)] == [0, 1, 1, 2]

    def test_name_is_bold_and_details_are_not(self) -> None:
        """The name comes first, bold, with its asterisk; the details in the language of the web."""
        box = Box(id="a", label=text("Een", "One"), details=(text("Twee", "Two"),), shape="kind", starred=text("x"))

        shown = [(words, ruler.bold, ruler.size) for words, ruler in Type(lang="en", size=18).texts(box)]

        assert shown == [("One*", True, 18), ("Two", False, 18)]

    def test_line_without_a_word_has_no_width(self) -> None:
        """What stands at a line is as wide as its text; 0 where there is none."""
        bare = Arrow(tail="a", head="b")

        assert _TYPE.label(bare) == 0.0
        assert _TYPE.label(attrs.evolve(bare, label=text("DUO"))) == _TYPE.plain.width("DUO")


class TestFlat:
    """A card without lines."""

    def test_it_is_as_wide_as_its_longest_text(self) -> None:
        """Each text has a line, with air beside it."""
        card = _cards.flat(_box("Een heel lange naam", "kort"), _TYPE, within=200)

        assert _lines(card) == ["Een heel lange naam", "kort"]
        longest = _TYPE.bold.width("Een heel lange naam")
        assert longest <= _room(card) <= longest + 2 * _TYPE.pitch
        assert (card.head, card.height) == (5, 5)

    def test_it_is_no_wider_than_the_paper(self) -> None:
        """A text longer than the paper is wide is broken over lines."""
        card = _cards.flat(_box("lang " * 40), _TYPE, within=30)

        assert card.width == 30
        assert len(card.lines) > 5
        assert all(ruler.width(line) <= _room(card) for line, ruler in card.lines)


def _note(box: str, width: float = 0.0, lines: int = 1) -> Note:
    return Note(box=box, lines=("x",) * lines, width=width)


class TestInColumn:
    """The cards of a column."""

    def _cards(
        self, *boxes: Box, widest: int = 0, said: dict[int, Note] | None = None, left: int = 0, snug: bool = False
    ) -> list[Card]:
        ends = {box.id: (list(range(left)), [left]) for box in boxes}
        default = dict.fromkeys(range(left + 1), _note(boxes[0].id))
        return _cards.in_column(boxes, ends, default | (said or {}), _TYPE, Shape(widest=widest, snug=snug))

    def test_all_are_as_wide(self) -> None:
        """The cards of a column are as wide as the widest, none less than eight letters."""
        short, long = self._cards(_box("A"), _box("Onderwijsinstellingen"))

        assert short.width == long.width
        assert self._cards(_box("A"))[0].width == 13

    def test_no_word_is_broken(self) -> None:
        """A card is as wide as its longest word, and other words go to the next line."""
        (card,) = self._cards(_box("Internationale samenwerking van de Rijksoverheid"))

        assert _lines(card) == ["Internationale", "samenwerking", "van de", "Rijksoverheid"]
        assert all(ruler.width(line) <= _room(card) for line, ruler in card.lines)

    def test_wider_cards_have_two_lines(self) -> None:
        """Where cards may be wide enough a text takes two lines."""
        (card,) = self._cards(_box("Internationale samenwerking van de Rijksoverheid"), widest=20)

        assert _lines(card) == ["Internationale samenwerking", "van de Rijksoverheid"]

    def test_words_at_lines_fit_beside_each_other(self) -> None:
        """What stands at the left and at the right side fits in the card, of the lines this card says."""
        narrow = self._cards(_box("A"), said={0: _note("A", 150), 1: _note("B", 150)}, left=1)[0]
        wide = self._cards(_box("A"), said={0: _note("A", 150), 1: _note("A", 150)}, left=1)[0]

        assert (narrow.width, wide.width) == (17, 33)
        assert wide.width * _TYPE.pitch >= 2 * 150 + 3 * PAD

    def test_each_line_has_two_rows(self) -> None:
        """Under its name a card has two rows for each line of the side with most."""
        (card,) = self._cards(_box("A"), left=3)

        assert (card.left, card.right) == ((0, 1, 2), (3,))
        assert card.height == card.head + 6

    def test_words_of_both_sides_stand_apart_in_a_snug_card(self) -> None:
        """A snug card is no wider than the words of one side need; those of the other then stand below them."""
        said = {0: _note("A", 150), 1: _note("A", 150)}

        (card,) = self._cards(_box("A"), said=said, left=1, snug=True)

        assert (card.width, card.apart, card.height) == (17, True, card.head + 4)
        ports = card.ports(Block(left=10, top=0, right=26, bottom=card.height - 1))
        assert [ports[at].cell for at in (0, 1)] == [(9, card.head), (27, card.head + 2)]
        ports = attrs.evolve(card, right_first=True).ports(Block(left=10, top=0, right=26, bottom=card.height - 1))
        assert [ports[at].cell for at in (0, 1)] == [(9, card.head + 2), (27, card.head)]

    def test_lines_without_words_stand_beside_the_name_of_a_snug_card(self) -> None:
        """As many as the name is rows high; the others under it."""
        said = {at: _note("B", 50) for at in range(3)}

        (card,) = self._cards(_box("A"), said=said, left=2, snug=True)

        assert (card.head, card.height) == (3, 5)
        ports = card.ports(Block(left=10, top=0, right=22, bottom=4))
        assert [ports[at].cell for at in range(3)] == [(9, 1), (9, 3), (23, 1)]

    def test_words_on_several_lines_take_several_rows(self) -> None:
        """A line whose words are broken starts beside the middle of them."""
        said = {0: _note("A", 50, lines=3), 1: _note("A", 50)}

        (card,) = self._cards(_box("A"), said=said, left=1)

        assert card.height == card.head + 6
        ports = card.ports(Block(left=10, top=0, right=22, bottom=card.height - 1))
        assert [ports[at].cell for at in (0, 1)] == [(9, card.head + 2), (23, card.head)]

    def test_estimate_grows_with_the_lines(self) -> None:
        """Before its sides are known a card is taken to have six in ten of its lines on the one side."""
        assert [_cards.about(_box("A"), lines, _TYPE) for lines in (0, 1, 5, 10)] == [5, 7, 11, 17]


class TestPorts:
    """Where lines start or end at a card."""

    def test_they_stand_beside_the_last_rows(self) -> None:
        """From under the name down, two rows apart, each in the cell beside the card, the last above its foot."""
        card = attrs.evolve(_cards.flat(_box("A"), _TYPE, within=200), left=(4, 2), right=(7,))

        ports = card.ports(Block(left=10, top=20, right=20, bottom=20 + card.height - 1))

        assert ports == {
            4: Port(cell=(9, 20 + card.head), right=False),
            2: Port(cell=(9, 20 + card.head + 2), right=False),
            7: Port(cell=(21, 20 + card.head), right=True),
        }
