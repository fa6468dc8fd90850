"""What is made beforehand is what would be made now."""

from __future__ import annotations

import json
import math
import operator
import sys
import zipfile
from pathlib import Path

import pytest

import inburgering_cop as icop
from inburgering_cop.search import ThemeIndex, _ready
from inburgering_cop.search._ready import Ready
from inburgering_cop.search._screening import LONGEST_QUESTION
from tests.search.ready import learnt, ready


@pytest.fixture(scope="module")
def made() -> Ready:
    """What should stand in the folder."""
    return ready(learnt())


class TestReady:
    """The folder `ready`."""

    def test_it_is_what_the_data_and_the_lists_make(self, made: Ready) -> None:
        """A change in the themes, the lexicon or what lies outside the field is made ready again."""
        stale = [name for name, part in Ready.read().parts().items() if made.parts()[name] != part]

        assert not stale, "run: python -m tests.search.ready"

    def test_bundled_themes_use_it(self) -> None:
        """All of them stand in it as they are, so that nothing is made at run time."""
        assert ThemeIndex.of(icop.load().records).own.keys == ()

    def test_what_is_ready_answers_as_what_is_made(self, made: Ready) -> None:
        """Reading it back gives the same lexicon and the same index."""
        kept = ThemeIndex.of(icop.load().records)

        for question in ("boete bij de intake", "mijn klant kan niet naar les door zijn rug", "wat kost de tolk"):
            asked = made.index.asked(kept.read(question).words)
            assert made.index.scores(asked).every() == kept.ready.scores(asked).every()
        assert json.dumps(made.lexicon.as_ready()) == json.dumps(kept.reader.lexicon.as_ready())

    def test_longest_question_fits_its_lanes(self, made: Ready) -> None:
        """No lane runs over into the next: every document gets what its terms tell, added up one by one."""
        index = made.index
        words = [term for term in index.terms.numbers if term.isalpha()]
        heavy = sorted(words, key=lambda term: -index.terms.rate(term) / len(term))
        question = " ".join(heavy)[:LONGEST_QUESTION]

        asked = index.asked(ThemeIndex.of(icop.load().records).read(question).words)

        told = [index.told(key, asked) for key in index.keys]
        sums = [math.fsum(map(operator.mul, asked.values(), row)) / 25 for row in told]
        whole = math.fsum(asked.values())
        assert len(asked) > 1000
        assert index.scores(asked).every() == pytest.approx(
            [each - whole * size for each, size in zip(sums, index.sizes, strict=True)], rel=0.01, abs=2
        )

    def test_what_is_written_can_be_read_back(self, made: Ready) -> None:
        """Each part says all there is to say, and is the same however often it is made."""
        parts = made.parts()

        assert parts == Ready.of(parts).parts() == made.parts()

    def test_terms_are_found_as_in_a_dict(self) -> None:
        """Numbered in order, without one being made: the ends, what lies between, and what is none."""
        lines = ["#_aan", "boete", "examen", "zorg"]
        numbers = _ready.Numbered(lines)

        assert dict(numbers) == {"#_aan": 0, "boete": 1, "examen": 2, "zorg": 3}
        assert [each in numbers for each in ("", "boet", "boete", "boetes", "zorgen", 3)] == [False] * 2 + [True] + [
            False
        ] * 3
        assert [numbers.get(each) for each in ("#_aan", "zorg", "zz")] == [0, 3, None]

    def test_machines_of_both_byte_orders_write_the_same(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The numbers are written least significant byte first everywhere."""
        other = {"little": "big", "big": "little"}[sys.byteorder]
        monkeypatch.setattr(sys, "byteorder", other)

        assert _ready._bytes("H", [1, 256]) == b"\x00\x01\x01\x00"
        assert list(_ready._numbers("H", b"\x00\x01\x01\x00")) == [1, 256]

    def test_it_is_read_from_where_no_file_is(self, tmp_path: Path) -> None:
        """As in a zip, from which Python can import too."""
        with zipfile.ZipFile(tmp_path / "een.zip", "w") as packed:
            packed.writestr("leading", b"tien")
        inside = zipfile.Path(tmp_path / "een.zip", "leading")

        assert _ready._read(inside, at_once=False) == b"tien"
