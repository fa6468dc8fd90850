"""What a text comes down to."""

from __future__ import annotations

from inburgering_cop.search._lexicon import Lexicon
from inburgering_cop.search._reading import IDEA, Reader, letters_of, terms_of

_LEXICON = Lexicon.of(
    {"small": ["de", "een"], "shorthand": {}, "irregular": {}, "concepts": {"dier": ["paard", "koe", "trage os"]}}
)


def _reader(*words: str) -> Reader:
    """A reader that knows these words."""
    return Reader(lexicon=_LEXICON, terms=frozenset({*(_LEXICON.root(word) for word in words), f"{IDEA}dier"}))


class TestTerms:
    """`terms_of` and `letters_of`."""

    def test_words_and_ideas(self) -> None:
        """Small words are left out; expressions are one idea; the letters are those of the telling words."""
        trage, os, horse = (_LEXICON.root(word) for word in ("trage", "os", "paard"))

        words, letters = terms_of(_LEXICON, "de trage os een paard")

        assert words == [trage, os, horse, f"{IDEA}dier", f"{IDEA}dier"]
        assert letters == [*letters_of("trage"), *letters_of("os"), *letters_of("paard")]

    def test_letters_are_runs_of_four_with_the_ends_marked(self) -> None:
        """A short word has one run, with both its ends; a single letter has none."""
        assert letters_of("brug") == ("#_bru", "#brug", "#rug_")
        assert letters_of("os") == ("#_os_",)
        assert letters_of("o") == ()


class TestReading:
    """`read`: what a word comes down to."""

    def test_compound_is_its_parts(self) -> None:
        """A word made of two known ones counts as both, with any of the links Dutch has; a little less certain."""
        (said,) = _reader("rivier", "brug", "weg").read("rivierenbrug").words

        assert said.terms == (("rivier", 0.7), ("brug", 0.7))
        assert said.letters == letters_of("rivierenbrug")

    def test_the_more_even_parts_are_taken(self) -> None:
        """Where a compound can be cut in two ways, the cut nearest the middle counts."""
        (said,) = _reader("kat", "vlinderboom", "katvlinder", "boom").read("katvlinderboom").words

        assert {term for term, _ in said.terms} == {_LEXICON.root("katvlinder"), _LEXICON.root("boom")}

    def test_short_word_is_never_cut(self) -> None:
        """Six letters are too few to be sure of two words."""
        assert _reader("oma", "opa").read("omaopa").words[0].terms == ()
        assert len(_reader("oma", "opas").read("omaopas").words[0].terms) == 2

    def test_typing_error_is_the_word_it_looks_like(self) -> None:
        """A word nobody knows is read as the known one it is nearest to, unless it is short or far from all."""
        reader = _reader("rivier", "brug")

        assert reader.read("rivvier").words[0].terms == (("rivier", 0.7),)
        assert reader.read("brugg").words[0].terms == (("brug", 1.0),)
        assert _reader("molenaar").read("mollenaar").words[0].terms == ((_LEXICON.root("molenaar"), 0.7),)
        assert reader.read("rxvxqr").words[0].terms == ()
        assert reader.read("bru").words[0].terms == ()
        assert [said.known for said in reader.read("rivier rxvxqr").words] == [True, False]

    def test_part_of_a_compound_brings_its_idea(self) -> None:
        """What a part stands for counts too."""
        (said,) = _reader("paard", "stal").read("paardenstal").words

        assert (f"{IDEA}dier", 0.7) in said.terms

    def test_markup_is_left_out(self) -> None:
        """What stands between angle brackets is no word; a bare one is passed over like any sign."""
        assert [said.typed for said in _reader("brug").read('<b class="x">brug</b> < brug').words] == ["brug", "brug"]

    def test_small_word_is_left_out(self) -> None:
        """A word that tells nothing is not among those read."""
        assert [said.typed for said in _reader("trage", "os").read("de Trage os").words] == ["Trage", "os"]

    def test_small_word_that_starts_an_expression_counts_for_it(self) -> None:
        """By its idea only: neither the word nor its letters count."""
        lexicon = Lexicon.of({"small": ["op"], "shorthand": {}, "irregular": {}, "concepts": {"vrij": ["op vakantie"]}})
        reader = Reader(lexicon=lexicon, terms=frozenset({f"{IDEA}vrij"}))

        (said, _) = reader.read("op vakantie").words

        assert (said.terms, said.letters) == (((f"{IDEA}vrij", 1.0),), ())

    def test_small_word_brings_no_idea_of_its_root(self) -> None:
        """English "less" and the lesson (les) have one root; only the lesson has the idea."""
        lexicon = Lexicon.of({"small": ["less"], "shorthand": {}, "irregular": {}, "concepts": {"klas": ["les"]}})
        reader = Reader(lexicon=lexicon, terms=frozenset({f"{IDEA}klas"}))

        assert reader.read("less").words == ()
        assert reader.read("les").words[0].terms == ((f"{IDEA}klas", 1.0),)
        assert terms_of(lexicon, "less") == ([], [])
        assert terms_of(lexicon, "les")[0] == ["les", f"{IDEA}klas"]

    def test_beginning_of_an_expression_is_no_word_of_its_own(self) -> None:
        """What only starts an expression is read as any other word: here as a typing error of a known one."""
        reader = Reader(lexicon=_LEXICON, terms=frozenset({"trags", f"{IDEA}dier"}))

        assert reader.read("trage").words[0].terms == (("trags", 0.7),)

    def test_english_word_counts_as_what_it_is_in_dutch(self) -> None:
        """In a text and, a little less certain, in a question; with the ideas of the Dutch word, beside itself."""
        lexicon = Lexicon.of(
            {
                "small": [],
                "shorthand": {},
                "irregular": {},
                "concepts": {"dier": ["paard"]},
                "english": {"horse": ["paard"]},
            }
        )
        horse, paard, idea = lexicon.root("horse"), lexicon.root("paard"), f"{IDEA}dier"

        assert terms_of(lexicon, "horse")[0] == [horse, paard]
        assert dict(Reader(lexicon=lexicon, terms={paard, idea}).read("horse").words[0].terms) == {
            paard: 0.7,
            idea: 0.7,
        }
        assert dict(Reader(lexicon=lexicon, terms={horse, paard}).read("horse").words[0].terms) == {
            horse: 1.0,
            paard: 0.7,
        }

    def test_neighbours_are_paired_with_small_words_and_ends(self) -> None:
        """The roots of all words, each with the next."""
        question = _reader("brug", "rivier").read("de bruggen en rivier?")

        assert question.pairs == ("^ de", "de brug", "brug en", "en rivier", "rivier $")
        assert _reader("brug").read("").pairs == ("^ $",)
