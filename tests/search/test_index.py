"""What each term tells for each document."""

from __future__ import annotations

import math

import pytest

from inburgering_cop.search._index import Index, Key
from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._reading import Reader

_LEXICON = Lexicon.of(
    {"small": ["de", "een"], "shorthand": {}, "irregular": {}, "concepts": {"dier": ["paard", "koe"]}}
)


def _index_of(letters: bool = False, like: Index | None = None, **texts: str) -> Index:
    """An index of one document per name, of `name__side` for a side; a bar parts its texts."""
    documents = {
        (name.partition("__")[0], name.partition("__")[2] or None): [(each, 1.0) for each in written.split("|")]
        for name, written in texts.items()
    }
    return Index.of(_LEXICON, documents, letters=letters, like=like.terms if like else None)


def _scores(index: Index, question: str) -> dict[str, float]:
    asked = index.asked(Reader(lexicon=_LEXICON, terms=index.rows.keys()).read(question).words)
    return {
        "/".join(filter(None, key)): score for key, score in zip(index.keys, index.scores(asked).every(), strict=True)
    }


def _best(index: Index, question: str) -> str:
    scores = _scores(index, question)
    return max(scores, key=lambda name: scores[name])


class TestRanking:
    """`scores`."""

    def test_rare_words_tell_more(self) -> None:
        """A word that one document has weighs more than one that many have."""
        index = _index_of(a="molen rivier", b="molen akker", c="molen weide", d="rivier sloot")

        assert _best(index, "molen rivier") == "a"
        assert _scores(index, "molen weide rivier")["c"] > _scores(index, "molen weide rivier")["b"]

    def test_more_texts_with_a_word_tell_more(self) -> None:
        """What is said of a document several times leads there before what is said once."""
        index = _index_of(a="brug|brug over|weg", b="brug|sloot|berm")

        assert _best(index, "brug") == "a"

    def test_idea_leads_where_the_word_does_not_stand(self) -> None:
        """A word that shares an idea with a document leads there."""
        assert _best(_index_of(stal="paard stal", brug="rivier brug", weg="weg berm"), "de koe") == "stal"

    def test_letters_lead_where_no_word_is_shared(self) -> None:
        """Words of one family share letters; a run that a single text has tells nothing of others."""
        index = _index_of(letters=True, a="tuinieren|tuinman", b="rivier|rivieren")

        assert _best(index, "tuintje") == "a"
        assert "#_tui" in index.rows
        assert "#uinm" not in index.rows

    def test_side_has_something_of_the_other_sides(self) -> None:
        """What is asked of one side is, for half, asked of the others of its name; never of another name."""
        index = _index_of(a="weg", a__links="rivier", a__rechts="brug", b="sloot")

        scores = _scores(index, "rivier")
        assert scores["a/links"] > scores["a/rechts"] > scores["b"]
        assert scores["a/rechts"] == scores["a"]
        own, given = (math.expm1(index.told(("a", side), ["rivier"])[0] / 25) for side in ("links", "rechts"))
        assert given == pytest.approx(own / 4, rel=0.1)

    def test_size_takes_from_what_is_found(self) -> None:
        """Of two documents with the same word, the one that says less besides comes first."""
        scores = _scores(_index_of(a="molen", b="molen|rivier brug|weg berm|sloot akker"), "molen")

        assert scores["a"] > scores["b"]

    def test_most_is_what_a_document_with_every_word_would_score(self) -> None:
        """Of each word the document it tells most of."""
        index = _index_of(a="molen", b="brug|brug", c="sloot")

        assert index.most({"brug": 1.0}) == pytest.approx(index.scores({"brug": 1.0}).of(1), abs=0.01)
        assert index.most({"brug": 1.0, "sloot": 1.0}) == index.most({"brug": 1.0}) + index.most({"sloot": 1.0})
        assert index.most({"nergens": 1.0}) == 0

    def test_word_of_a_single_text_counts_in_a_name_alone(self) -> None:
        """What a single text has says little of others, unless that text tells as much as a name does."""
        documents: dict[Key, list[tuple[str, float]]] = {
            ("a", None): [("weg sloot", 1.5), ("weg berm", 1.0)],
            ("b", None): [("brug berm", 1.0), ("brug dal", 1.0)],
        }

        every, named = (Index.of(_LEXICON, documents, letters=False, naming=naming) for naming in (0.0, 1.5))

        assert set(every.rows) - set(named.rows) == {"dal"}
        assert {"slot", "weg", "brug", "berm"} == set(named.rows)

    def test_told_is_what_a_term_says_for_one_document(self) -> None:
        """Terms nobody has, and terms of others, tell nothing for it."""
        index = _index_of(a="weg", b="brug|brug|weg")
        asked = ["nergens", "brug", "weg"]

        of_a, of_b = (index.told((name, None), asked) for name in ("a", "b"))
        assert [each > 0 for each in of_a] == [False, False, True]
        assert [each > 0 for each in of_b] == [False, True, True]
        assert of_b[1] > of_b[2]

    def test_documents_that_gather_others_have_all_they_have(self) -> None:
        """They stand after the others, and what is asked of one of those is asked of them."""
        documents: dict[Key, list[tuple[str, float]]] = {
            ("a", None): [("molen", 1.0)],
            ("b", None): [("brug", 1.0)],
            ("c", None): [("weg", 1.0)],
        }
        both: dict[Key, list[Key]] = {("ab", None): [("a", None), ("b", None)]}
        index = Index.of(_LEXICON, documents, letters=False, together=both)

        assert index.keys[-1] == ("ab", None)
        assert _scores(index, "molen brug")["ab"] > _scores(index, "molen brug")["a"] > 0
        assert _scores(index, "weg")["ab"] < 0

    def test_rare_terms_say_what_a_text_is_about(self) -> None:
        """A term in one of very many texts is rare, one in every other text is not, one nobody has is."""
        index = _index_of(a="|".join(["molen", "brug", *["brug"] * 60]))

        assert [index.terms.is_rare[term] for term in ("molen", "brug", "nergens")] == [True, False, True]

    def test_what_is_no_term_is_not_remembered(self) -> None:
        """However much is typed that no text has, nothing of it is kept; of a term its rarity is."""
        terms = _index_of(a="molen", b="brug").terms

        terms.weigh({"brug": 1.0, "waterval": 1.0})

        assert "brug" in terms._rarity
        assert "waterval" not in terms._rarity

    def test_empty_index_answers_nothing(self) -> None:
        """Without documents there is nothing to find."""
        index = _index_of()

        assert (
            index.scores(index.asked(Reader(lexicon=_LEXICON, terms=index.rows.keys()).read("molen").words)).every()
            == []
        )

    def test_document_without_texts_is_never_found(self) -> None:
        """A name nothing is said of scores nothing."""
        assert _scores(Index.of(_LEXICON, {("a", None): []}, letters=False), "molen") == {"a": 0.0}

    def test_heaviest_weight_fits_its_place(self) -> None:
        """A word said ever so often weighs no more than fits in one byte."""
        index = Index.of(_LEXICON, {("a", None): [("brug", 1e9)], ("b", None): [("weg", 1.0)]}, letters=False)

        assert max(index.packed) == 255


class TestLike:
    """An index whose scores are compared with those of another."""

    def test_rarity_is_that_of_the_other(self) -> None:
        """The same text scores the same, whatever else stands in the smaller index."""
        first = _index_of(a="molen rivier", b="molen brug", c="sloot")
        second = _index_of(like=first, a="molen rivier")

        assert _scores(second, "molen rivier")["a"] == pytest.approx(_scores(first, "molen rivier")["a"], abs=0.05)

    def test_words_of_its_own_count(self) -> None:
        """A word the other does not know is as rare as can be."""
        first = _index_of(a="molen", b="brug")
        second = _index_of(like=first, c="waterval")

        assert _scores(second, "waterval")["c"] > 0
