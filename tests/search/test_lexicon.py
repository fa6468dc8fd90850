"""What words stand for."""

from __future__ import annotations

from inburgering_cop import text
from inburgering_cop.search._lexicon import Lexicon, resource

_WRITTEN = {
    "small": ["de", "het"],
    "shorthand": {"statush": "statushouder", "bi": "brede intake"},
    "irregular": {"krijg": ["kreeg"]},
    "concepts": {"ziekte": ["ziek", "pijn", "ziekenhuis", "ziek", "hoge bloeddruk"], "huis": ["hoge huur", "pijn"]},
}


class TestLexicon:
    """`Lexicon`."""

    def test_shorthand_is_written_in_full(self) -> None:
        """What is typed stays beside each word it stands for."""
        lexicon = Lexicon.of(_WRITTEN)

        assert list(lexicon.in_full(text.words("BI statush"))) == [
            ("BI", "brede"),
            ("BI", "intake"),
            ("statush", "statushouder"),
        ]

    def test_word_belongs_to_every_idea_that_lists_it(self) -> None:
        """By its root, so that an inflection belongs there too; each idea once."""
        lexicon = Lexicon.of(_WRITTEN)

        assert list(lexicon.ideas([lexicon.root("pijnen")], 0)) == ["ziekte", "huis"]
        assert lexicon.concepts[lexicon.root("zieke")] == "ziekte"

    def test_expression_belongs_to_its_idea_as_a_whole(self) -> None:
        """The words of an expression count together, in their order, and not apart."""
        lexicon = Lexicon.of(_WRITTEN)
        roots = [lexicon.root(word) for word in ("hoge", "bloeddruk")]

        assert list(lexicon.ideas(roots, 0)) == ["ziekte"]
        assert list(lexicon.ideas(roots[::-1], 1)) == []
        assert list(lexicon.ideas(roots, 1)) == []

    def test_english_word_is_what_it_is_in_dutch(self) -> None:
        """By the roots of the Dutch words, each once; a word of another language is nothing in Dutch."""
        lexicon = Lexicon.of(_WRITTEN | {"english": {"rent": ["huur", "huren", "huurprijs"]}})

        assert lexicon.in_dutch("rent") == [lexicon.root("huur"), lexicon.root("huurprijs")]
        assert lexicon.in_dutch("huur") == []

    def test_ready_form_is_the_same_lexicon(self) -> None:
        """What is written to be read fast says the same."""
        lexicon = Lexicon.of(_WRITTEN | {"english": {"pain": ["pijn"]}})

        again = Lexicon.ready(lexicon.as_ready())

        assert again.as_ready() == lexicon.as_ready()
        assert list(again.ideas([lexicon.root("hoge"), lexicon.root("huur")], 0)) == ["huis"]
        assert again.in_dutch("pain") == ["pijn"]

    def test_bundled_lists_are_in_order(self) -> None:
        """Shorthand, ideas and English words are sorted, in lower case, and no small word has a meaning of its own."""
        written = resource("lexicon.json")

        assert list(written["shorthand"]) == sorted(written["shorthand"])
        assert list(written["concepts"]) == sorted(written["concepts"])
        assert all(words == sorted(set(words)) for words in written["concepts"].values())
        assert list(written["english"]) == sorted(written["english"])
        assert not set(written["small"]) & {*written["shorthand"], *written["english"]}
