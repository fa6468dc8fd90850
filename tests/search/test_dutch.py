"""One root for the inflections of a word, never one for two words that differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_cop.search import _dutch
from inburgering_cop.search._lexicon import Lexicon, resource

_LEXICON = Lexicon.of(resource("lexicon.json"))

_MUST_MEET = [
    *[("boete", "boetes"), ("leerroute", "leerroutes"), ("ziek", "ziekte"), ("verlengen", "verlenging")],
    *[("verlengd", "verlengen"), ("ontheffing", "ontheffingen"), ("inburgeren", "ingeburgerd")],
    *[("inburgert", "inburgeren"), ("examen", "examens"), ("kind", "kinderen"), ("school", "scholen")],
    *[("les", "lessen"), ("huis", "huizen"), ("werken", "gewerkt"), ("betalen", "betaalt"), ("lenen", "lening")],
    *[("statushouder", "statushouders"), ("taaltoets", "taaltoetsen"), ("toeslag", "toeslagen")],
    *[("gemeente", "gemeenten"), ("vergunning", "vergunningen"), ("aanvragen", "aangevraagd")],
    *[("aanvragen", "aanvraag"), ("docent", "docenten"), ("werkgever", "werkgevers"), ("cursus", "cursussen")],
    *[("verhuizen", "verhuisd"), ("route", "routes"), ("inburgeraar", "inburgeraars"), ("schuld", "schulden")],
    *[("afschalen", "afgeschaald"), ("ontzorgen", "ontzorgt"), ("starten", "gestart"), ("stage", "stages")],
    *[("uitstellen", "uitgesteld"), ("ouder", "ouders"), ("weigeren", "geweigerd"), ("woning", "woningen")],
    *[
        ("zaak", "zaken"),
        ("wet", "wetten"),
        ("weet", "wist"),
        ("duurt", "duren"),
        ("kind", "kindje"),
        ("taak", "taken"),
    ],
    *[("mogelijkheid", "mogelijkheden"), ("afwijzen", "afgewezen"), ("krijgen", "gekregen")],
]
_MUST_NOT_MEET = [
    *[("begeleiding", "beleid"), ("gezin", "zin"), ("gemeente", "menen"), ("les", "lezen"), ("boete", "bot")],
    *[("werk", "werkgever"), ("intake", "inname"), ("recht", "rechter"), ("arts", "art"), ("partij", "part")],
    *[("kosten", "kust"), ("start", "staat"), ("rooster", "roos"), ("dienst", "dien"), ("toets", "toestel")],
    *[("school", "schol2"), ("studie", "studio"), ("klant", "klacht"), ("termijn", "ter"), ("wet", "weten")],
    *[("school", "scholing"), ("mag", "maag"), ("waren", "waarden"), ("zaak", "gezakt"), ("zwaar", "zwart")],
    *[("vog", "voogd"), ("duurt", "duur"), ("buren", "buurt"), ("rent", "rente"), ("taal", "taalles")],
    *[("gebeurt", "beurs"), ("vaak", "vak"), ("gewoon", "gewond"), ("gewoon", "gewoonte"), ("zit", "zitting")],
    *[("verkeerd", "verkering"), ("boos", "boss"), ("car", "care"), ("train", "training")],
    *[("kort", "korting"), ("verstrekt", "verstreken"), ("laag", "leeg"), ("spoor", "sport"), ("grond", "gegrond")],
    *[("rekenen", "rekening"), ("bellen", "beeld"), ("reden", "redden"), ("blijven", "wegblijven"), ("take", "taak")],
]


class TestRoot:
    """`root`."""

    @pytest.mark.parametrize(("one", "other"), _MUST_MEET)
    def test_forms_of_one_word_meet(self, one: str, other: str) -> None:
        """Inflected as people type it, a word is the same word."""
        assert _LEXICON.root(one) == _LEXICON.root(other)

    @pytest.mark.parametrize(("one", "other"), _MUST_NOT_MEET)
    def test_words_that_differ_do_not_meet(self, one: str, other: str) -> None:
        """What a coarser stemmer makes the same stays apart."""
        assert _LEXICON.root(one) != _LEXICON.root(other)

    @pytest.mark.parametrize("word", ["b1", "2021", "pip", "a2", "x"])
    def test_short_words_and_codes_stay(self, word: str) -> None:
        """What has no inflection is left as it is."""
        assert _dutch.root(word, {}) == word

    @given(st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=1, max_size=20))
    def test_a_word_never_becomes_nothing(self, word: str) -> None:
        """Endings are only taken where a word is left, whatever is typed."""
        assert 0 < len(_dutch.root(word, {})) <= len(word)

    def test_irregular_forms_are_looked_up(self) -> None:
        """A form that follows no rule leads to the word it belongs to."""
        assert _dutch.root("kreeg", {"kreeg": "krijg"}) == "krijg"
        assert _dutch.root("zag", {"zag": "zie"}) == "zie"
