"""The index of weighed terms."""

from __future__ import annotations

from collections import Counter

from inburgering_cop.search._index import IDEA, Index, terms_of
from inburgering_cop.search._lexicon import Lexicon

_LEXICON = Lexicon.of(
    {"small": ["de", "een"], "shorthand": {}, "irregular": {}, "concepts": {"dier": ["paard", "koe", "trage os"]}}
)


def _index(**texts: str) -> Index:
    """An index of one document per text."""
    return Index.of({(name, None): Counter(dict(_summed(written))) for name, written in texts.items()})


def _summed(written: str) -> dict[str, float]:
    counts: dict[str, float] = {}
    for term, weight in terms_of(_LEXICON, written, pairs=True):
        counts[term] = counts.get(term, 0.0) + weight
    return counts


def _best(index: Index, question: str) -> str | None:
    scores = index.scores(index.read(_LEXICON, question))
    return index.keys[max(scores, key=lambda place: scores[place])][0] if scores else None


class TestTerms:
    """`terms_of`."""

    def test_words_pairs_and_ideas(self) -> None:
        """Small words are left out; pairs are of the telling words that stand together; expressions are one idea."""
        trage, os, horse = (_LEXICON.root(word) for word in ("trage", "os", "paard"))

        found = [term for term, _ in terms_of(_LEXICON, "de trage os een paard", pairs=True)]

        assert found == [trage, os, horse, f"{trage}_{os}", f"{os}_{horse}", f"{IDEA}dier", f"{IDEA}dier"]
        assert "trag_os" not in [term for term, _ in terms_of(_LEXICON, "trage os", pairs=False)]


class TestRanking:
    """`scores`."""

    def test_rare_words_tell_more(self) -> None:
        """A word that one document has weighs more than one that many have."""
        index = _index(a="molen rivier brug", b="molen akker", c="weide", d="sloot")

        assert _best(index, "molen rivier") == "a"
        assert index.weights("rivier")[0][1] > index.weights(_LEXICON.root("molen"))[0][1]

    def test_idea_leads_where_the_word_does_not_stand(self) -> None:
        """A word that shares an idea with a document leads there."""
        index = _index(stal="paard stal", brug="rivier brug", weg="weg berm")

        assert _best(index, "de koe") == "stal"

    def test_pair_in_order_tells_more_than_its_words(self) -> None:
        """Two words that stand together in a name count for it."""
        index = _index(a="rode brug", b="brug rode", c="weg berm", d="sloot")

        assert _best(index, "rode brug") == "a"

    def test_most_is_what_all_words_can_add(self) -> None:
        """Of each word the document it tells most of, a word typed twice once; and what is said for an unknown word."""
        index = _index(a="molen", b="molen rivier brug weg berm", c="sloot")

        known, unknown = index.read(_LEXICON, "molen xqzvwk")

        heaviest = index.weights(_LEXICON.root("molen"))[0][1] / 100
        assert index.most([known], unknown=5.0) == index.most([known, known], unknown=5.0) == heaviest
        assert index.most([known, unknown], unknown=5.0) == heaviest + 5.0
        assert (known.known, unknown.known) == (True, False)

    def test_empty_index_answers_nothing(self) -> None:
        """Without documents there is nothing to find."""
        index = Index.of({})

        assert index.scores(index.read(_LEXICON, "molen")) == {}


class TestReading:
    """`read`: what a word comes down to."""

    def test_compound_is_its_parts(self) -> None:
        """A word made of two known ones counts as both, with any of the links Dutch has; a little less certain."""
        index = _index(a="rivier", b="brug", c="weg")

        (said,) = index.read(_LEXICON, "rivierenbrug")

        assert said.terms == (("rivier", 0.7), ("brug", 0.7))

    def test_the_more_even_parts_are_taken(self) -> None:
        """Where a compound can be cut in two ways, the cut nearest the middle counts."""
        index = _index(a="water", b="waterrad", c="molen", d="radmolen")

        (said,) = index.read(_LEXICON, "waterradmolen")

        assert {term for term, _ in said.terms} == {"waterrad", _LEXICON.root("molen")}

    def test_typing_error_is_the_word_it_looks_like(self) -> None:
        """A word nobody knows is read as the known one it is nearest to, unless it is short or far from all."""
        index = _index(a="rivier", b="brug")

        assert index.read(_LEXICON, "rivvier")[0].terms == (("rivier", 0.7),)
        assert index.read(_LEXICON, "rxvxqr")[0].terms == ()
        assert index.read(_LEXICON, "bru")[0].terms == ()

    def test_part_of_a_compound_brings_its_idea(self) -> None:
        """What a part stands for counts too."""
        index = _index(a="paard", b="stal")

        (said,) = index.read(_LEXICON, "paardenstal")

        assert (f"{IDEA}dier", 0.7) in said.terms

    def test_small_word_that_starts_an_expression_counts_for_it(self) -> None:
        """A small word by itself is left out."""
        index = _index(a="trage os")

        assert [said.typed for said in index.read(_LEXICON, "de Trage os")] == ["Trage", "os"]
