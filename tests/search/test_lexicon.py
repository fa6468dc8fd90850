"""What words stand for."""

from __future__ import annotations

import pytest

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

    @pytest.mark.parametrize(
        ("written", "full"),
        [
            ("Hoe vraag ik de toets aan?", "hoe aanvraag ik de toets"),
            ("vraagt u het aan bij de balie", "aanvraagt u het bij de balie"),
            ("om op tijd in te burgeren", "om op tijd inburgeren"),
            ("zonder dat uit te zoeken", "zonder dat uitzoeken"),
            ("om te leren", "om te leren"),
            ("die om te zetten", "die omzetten"),
            ("ik vraag het aan mijn buurman", "ik vraag het aan mijn buurman"),
            ("dat hangt eraan en aan", "dat hangt eraan en aan"),
            ("vraag een twee drie vier vijf zes zeven acht aan", "vraag een twee drie vier vijf zes zeven acht aan"),
            ("aan te", "aan te"),
        ],
    )
    def test_verb_has_its_part_back(self, written: str, full: str) -> None:
        """Where the part stands before `te`, or ends its clause not far after a verb it belongs to; else both stay."""
        lexicon = Lexicon.of(_WRITTEN | {"separable": {"aan": ["vragen"], "in": [], "uit": [], "om": ["zetten"]}})

        assert " ".join(each for _, each in lexicon.in_full(text.words(written))) == full

    def test_a_part_serves_one_verb(self) -> None:
        """Each part goes to the nearest verb, and what was typed stays beside it."""
        lexicon = Lexicon.of(_WRITTEN | {"separable": {"aan": ["vragen"], "op": ["vragen"]}})

        assert list(lexicon.in_full(text.words("Vraag op of vraag aan"))) == [
            ("Vraag", "opvraag"),
            ("of", "of"),
            ("vraag", "aanvraag"),
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
        assert all(verbs == sorted(set(verbs)) for verbs in written["separable"].values())
        assert not set(written["small"]) & {*written["shorthand"], *written["english"]}
