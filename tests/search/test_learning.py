"""How much each term of a question tells and to whom it leads, learnt."""

from __future__ import annotations

import attrs
import numpy as np
import pytest

from inburgering_cop.search._leading import OUTSIDE
from tests.search.learning import Lesson, Phrasing, _Heard, _leads, in_25ths, in_64ths, lead, learn

_SIGN, _OTHER, _IDIOM = 0, 1, 2


def _lesson() -> Lesson:
    """Two themes, each with a word of its own; an idiom stands more often with the second and tells of neither."""
    counts = np.array([[20, 0], [0, 20], [4, 16]], np.float32)
    phrasings = [
        Phrasing(terms=np.array([word, _IDIOM]), weights=np.array([1, 1], np.float32), place=place)
        for word, place, times in ((_SIGN, 0, 4), (_OTHER, 1, 4), (_SIGN, 0, 16))
        for _ in range(times)
    ]
    return Lesson(
        phrasings=phrasings,
        counts=counts,
        sizes=np.zeros(2, np.float32),
        together=counts,
        sizes_together=np.zeros(2, np.float32),
        settles=np.array([0, 1]),
    )


class TestLearn:
    """`learn`."""

    def test_what_leads_astray_comes_to_tell_less(self) -> None:
        """The word that tells which theme it is gains, the idiom that points to the wrong one loses."""
        power = learn(_lesson(), rounds=40)

        assert power[_IDIOM] < -0.1
        assert power[_SIGN] > power[_IDIOM]

    def test_same_lesson_same_powers(self) -> None:
        """Nothing is left to chance."""
        assert learn(_lesson(), rounds=2).tolist() == learn(_lesson(), rounds=2).tolist()

    def test_a_phrasing_does_not_speak_for_itself(self) -> None:
        """What a term tells for a phrasing is what it tells where nobody had put it so."""
        lesson = _lesson()
        alone = Phrasing(terms=np.array([_SIGN]), weights=np.array([20], np.float32), place=0)

        assert lesson.told_without(alone).tolist() == [0.0]
        assert lesson.told()[_SIGN, 0] > 0


def _led() -> Lesson:
    """The same, with pairs; one of these stands with the second and one outside the field."""
    lesson = _lesson()
    pair, away = 3, 4
    leads = [
        Phrasing(
            terms=np.array([*one.terms, pair]) if one.place else one.terms,
            weights=np.ones(2 + one.place, np.float32),
            place=one.place,
        )
        for one in lesson.phrasings
    ]
    leads += [Phrasing(terms=np.array([_IDIOM, away]), weights=np.ones(2, np.float32), place=2)] * 8
    return attrs.evolve(lesson, leads=leads, led_to=("een", "ander", OUTSIDE), pairs=("wie maalt", "hoe hoog"))


class TestLead:
    """`lead`."""

    def test_a_word_leads_to_who_settles_what_it_stands_in(self) -> None:
        """Each word of its own leads to its own partner and away from the other, the idiom much less."""
        leading = lead(_led(), [64, 64, 64], rounds=40)

        assert leading[_SIGN, 0] > 0.5 > -0.5 > leading[_SIGN, 1]
        assert leading[_OTHER, 1] > 0.5 > -0.5 > leading[_OTHER, 0]
        assert leading[3:].argmax(axis=1).tolist() == [1, 2]

    def test_same_lesson_leads_to_the_same(self) -> None:
        """Nothing is left to chance."""
        assert lead(_led(), [64] * 3, rounds=2).tolist() == lead(_led(), [64] * 3, rounds=2).tolist()

    def test_a_term_that_tells_little_must_lead_the_more(self) -> None:
        """What it tells in a question is counted in already."""
        assert lead(_led(), [16, 64, 64], rounds=40)[_SIGN, 0] > lead(_led(), [64] * 3, rounds=40)[_SIGN, 0]


class TestIn25ths:
    """`in_25ths`."""

    def test_what_speaks_a_little_against_is_left_out(self) -> None:
        """But not where it speaks against something outside the field; what speaks for is kept however little."""
        row = np.array([0.5, 0.01, -0.2, -0.4, -0.2], np.float32)

        assert in_25ths(row, ("een", "twee", "drie", "vier", OUTSIDE)) == {"een": 12, "vier": -10, OUTSIDE: -5}


class TestLeads:
    """`_leads`."""

    def test_pairs_that_are_heard_often_are_words(self) -> None:
        """They come after all terms, and letters are left out; what has no known word says nothing."""
        heard = [
            _Heard(weights={"weg": 0.6, "#_weg": 0.8}, pairs=("^ de", "de weg", "weg $"), place=0, leads_to=4),
            *[_Heard(weights={}, pairs=("^ de",), place=0, leads_to=5)] * 14,
            _Heard(weights={"nergens": 1.0}, pairs=("iets anders",), place=0, leads_to=6),
        ]
        leads, pairs = _leads(heard, {"#_weg": 0, "weg": 1})

        assert pairs == ("^ de",)
        assert [one.place for one in leads] == [4, *[5] * 14]
        assert leads[0].terms.tolist() == [1, 2]
        assert leads[0].weights.tolist() == pytest.approx([0.6, 1.0])


class TestIn64ths:
    """`in_64ths`."""

    def test_it_is_halfway_and_fits_a_byte(self) -> None:
        """A term that tells as its rarity says is 64; four times as much is brought back to twice, and none is 0."""
        assert in_64ths(np.log(np.array([1, 4, 0.25, 1e9, 1e-9], np.float32))) == [64, 128, 32, 255, 1]
