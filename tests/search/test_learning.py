"""How much each term of a question tells, learnt."""

from __future__ import annotations

import numpy as np

from tests.search.learning import Lesson, Phrasing, in_64ths, learn

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


class TestIn64ths:
    """`in_64ths`."""

    def test_it_is_halfway_and_fits_a_byte(self) -> None:
        """A term that tells as its rarity says is 64; four times as much is brought back to twice, and none is 0."""
        assert in_64ths(np.log(np.array([1, 4, 0.25, 1e9, 1e-9], np.float32))) == [64, 128, 32, 255, 1]
