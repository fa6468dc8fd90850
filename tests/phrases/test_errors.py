"""The line of every error: what was given, what is near or allowed, what to do, in both languages."""

from __future__ import annotations

import pytest

from inburgering_cop import errors, phrases
from inburgering_cop.knowledge._records import KINDS
from inburgering_cop.model import Scope

_UNKNOWN = {
    "communities": (errors.UnknownCommunityError, "community", "Onbekende community"),
    "meetings": (errors.UnknownRecordError, "meeting", "Onbekende bijeenkomst"),
    "former_municipalities": (errors.UnknownRecordError, "former municipality", "Onbekende vroegere gemeente"),
    "municipalities": (errors.UnknownMunicipalityError, "municipality", "Onbekende gemeente"),
    "partners": (errors.UnknownPartnerError, "partner", "Onbekende partner"),
    "phases": (errors.UnknownPhaseError, "phase", "Onbekende fase"),
    "regions": (errors.UnknownRecordError, "labour-market region", "Onbekende arbeidsmarktregio"),
    "relations": (errors.UnknownRecordError, "relation", "Onbekende relatie"),
    "responsibilities": (errors.UnknownRecordError, "responsibility", "Onbekende verantwoordelijkheid"),
    "sources": (errors.UnknownRecordError, "source", "Onbekende bron"),
    "themes": (errors.UnknownThemeError, "theme", "Onbekend thema"),
    "tips": (errors.UnknownRecordError, "tip", "Onbekende tip"),
}

_COMMANDS = {"communities", "partners", "themes", "tips"}
"""The catalogues that a command lists."""


class TestUnknown:
    """A name that does not exist gets the nearest ones and where all of them are."""

    def test_every_catalogue_has_its_line(self) -> None:
        """These tests name every catalogue."""
        assert set(_UNKNOWN) == set(KINDS)

    @pytest.mark.parametrize("catalogue", _UNKNOWN)
    def test_unknown_name_says_what_lists_all(self, catalogue: str) -> None:
        """Each catalogue has its own error class and words."""
        kind, en, nl = _UNKNOWN[catalogue]

        error = phrases.unknown(catalogue, given="duoo", nearest=(), total=143)

        assert type(error) is kind
        assert error.line("en") == f"Unknown {en} 'duoo'. kb.{catalogue} lists all 143."
        command = f"inburgering-cop {catalogue} of" if catalogue in _COMMANDS else "In Python:"
        assert error.line("nl") == f"{nl} 'duoo'. {command} kb.{catalogue} noemt ze alle 143."
        assert (error.given, error.nearest) == ("duoo", ())

    @pytest.mark.parametrize(
        ("nearest", "en", "nl"),
        [
            (("duo",), "Did you mean 'duo'?", "Bedoel je 'duo'?"),
            (("duo", "coa"), "Did you mean 'duo' or 'coa'?", "Bedoel je 'duo' of 'coa'?"),
            (("duo", "coa", "ind"), "Did you mean 'duo', 'coa' or 'ind'?", "Bedoel je 'duo', 'coa' of 'ind'?"),
        ],
    )
    def test_nearest_names_are_asked_back(self, nearest: tuple[str, ...], en: str, nl: str) -> None:
        """What is near stands between what was given and where to look."""
        error = phrases.unknown("partners", given="duoo", nearest=nearest, total=143)

        assert error.line("en") == f"Unknown partner 'duoo'. {en} kb.partners lists all 143."
        where = "inburgering-cop partners of kb.partners noemt ze alle 143."
        assert error.line("nl") == f"Onbekende partner 'duoo'. {nl} {where}"
        assert error.nearest == nearest

    def test_number_that_can_be_a_bsn_is_not_repeated(self) -> None:
        """Somebody who types a BSN where a name belongs does not see it come back."""
        error = phrases.unknown("partners", given="111222333", nearest=(), total=1)

        assert error.line("en") == "Unknown partner (BSN). kb.partners lists all 1."
        assert error.line("nl") == "Onbekende partner (BSN). inburgering-cop partners of kb.partners noemt ze alle 1."


class TestOthers:
    """Every other error in both languages, with its facts."""

    def test_unknown_aspect_lists_those_of_the_theme(self) -> None:
        """An aspect the theme does not have gets the near ones and all there are."""
        error = phrases.unknown_aspect("intak", theme="boete", nearest=("intake",), known=("intake", "traject"))

        assert error.line("en") == (
            "Unknown aspect 'intak' of theme 'boete'. Did you mean 'intake'? It can be 'intake' or 'traject'."
        )
        assert error.line("nl") == (
            "Onbekend aspect 'intak' van thema 'boete'. Bedoel je 'intake'? Het kan zijn: 'intake' of 'traject'."
        )

    def test_theme_without_aspects_says_so(self) -> None:
        """Where the theme has none there is nothing to choose from."""
        error = phrases.unknown_aspect("intake", theme="les", nearest=(), known=())

        assert error.line("en") == "Unknown aspect 'intake' of theme 'les'. This theme has none; leave it out."
        assert error.line("nl") == "Onbekend aspect 'intake' van thema 'les'. Dit thema heeft er geen; laat het weg."

    def test_ambiguous_name_lists_the_candidates(self) -> None:
        """A name that several answer to is asked back."""
        error = phrases.ambiguous(given="Bergen", candidates=("GM0373", "GM0893"))

        assert error.line("en") == "'Bergen' can be more than one: 'GM0373' or 'GM0893'. Give the one you mean."
        assert error.line("nl") == "'Bergen' kan meer dan één zijn: 'GM0373' of 'GM0893'. Geef welke je bedoelt."
        assert (error.given, error.candidates) == ("Bergen", ("GM0373", "GM0893"))

    def test_no_match_names_the_nearest_themes(self) -> None:
        """The nearest themes are named by their label; the error holds their ids."""
        error = phrases.no_match(nearest=(("werk", "Werk", "Work"), ("boete", "Boete", "Fine")))

        assert error.line("en") == (
            "No theme matches this question. Nearest: 'Work' or 'Fine'. "
            "Use other words, or a theme id; kb.themes lists them."
        )
        assert error.line("nl") == (
            "Geen thema past bij de vraag. Het dichtst in de buurt: 'Werk' of 'Boete'. "
            "Gebruik andere woorden of een thema-id (inburgering-cop themes)."
        )
        assert error.nearest == ("werk", "boete")

    def test_no_match_without_anything_near(self) -> None:
        """Where nothing is near, nothing is named."""
        error = phrases.no_match(nearest=())

        assert error.line("en") == (
            "No theme matches this question. Use other words, or a theme id; kb.themes lists them."
        )
        assert error.line("nl") == (
            "Geen thema past bij de vraag. Gebruik andere woorden of een thema-id (inburgering-cop themes)."
        )

    def test_no_ladder_says_how_to_get_one(self) -> None:
        """Records without the general ladder are to be loaded with the bundled ones."""
        error = phrases.no_ladder(rung=2)

        assert error.line("en") == (
            "Rung 2 cannot be filled: these records hold no responsibility without a theme on it. "
            "Load them with bundled=True to have Rijnmond's general ladder."
        )
        assert error.line("nl") == (
            "Trede 2 kan niet worden gevuld: deze records hebben daar geen verantwoordelijkheid zonder thema. "
            "Laad ze met bundled=True voor de algemene ladder van Rijnmond."
        )
        assert error.rung == 2

    @pytest.mark.parametrize(
        ("reason", "en", "nl"),
        [
            (
                "blank",
                "The question is blank. Type a question or a theme id.",
                "De vraag is leeg. Typ een vraag of een thema-id.",
            ),
            (
                "too-long",
                "The question is longer than 2,000 characters. Cut it down to its core.",
                "De vraag is langer dan 2.000 tekens. Kort haar in tot de kern.",
            ),
            (
                "control-character",
                "The question holds a control character that does not belong there. Paste it as plain text.",
                "De vraag bevat een besturingsteken dat er niet in hoort. Plak haar als gewone tekst.",
            ),
            (
                "bsn",
                "The question holds a number that can be a BSN. Ask it without personal numbers.",
                "De vraag bevat een getal dat een BSN kan zijn. Stel haar zonder persoonsnummers.",
            ),
        ],
    )
    def test_refused_question_says_why(self, reason: str, en: str, nl: str) -> None:
        """Each reason has its own line and advice."""
        error = phrases.refused(reason)

        assert (error.line("en"), error.line("nl"), error.reason) == (en, nl, reason)

    def test_invalid_value_says_what_it_must_be(self) -> None:
        """A value outside what is allowed comes with what is."""
        error = phrases.invalid("tried", {4}, wanted=("treden 1, 2 of 3", "rungs 1, 2 or 3"))

        assert error.line("en") == "tried cannot be {4}. It must be rungs 1, 2 or 3."
        assert error.line("nl") == "tried kan niet {4} zijn. Het moet zijn: treden 1, 2 of 3."
        assert (error.field, error.given, error.nearest) == ("tried", "{4}", ())
        assert (error.wanted_nl, error.wanted_en) == ("treden 1, 2 of 3", "rungs 1, 2 or 3")

    def test_invalid_value_shows_a_stored_word_as_it_is_stored(self) -> None:
        """A stored word is shown as data and JSON have it."""
        error = phrases.invalid("scope", Scope.CASE, wanted=("weggelaten", "left out"))

        assert error.line("en") == "scope cannot be 'case'. It must be left out."

    def test_one_fault_is_counted_as_one(self) -> None:
        """The heading of a single fault is in the singular."""
        error = phrases.data_faults(("f",), lines_en=("a: b",), lines_nl=("a: c",))

        assert error.line("en") == "1 fault in the data; nothing was loaded.\na: b"
        assert error.line("nl") == "1 fout in de gegevens; niets is geladen.\na: c"

    def test_more_faults_are_counted(self) -> None:
        """Each fault has its line below the heading."""
        error = phrases.data_faults(("f", "g"), lines_en=("a", "b"), lines_nl=("c", "d"))

        assert error.line("en") == "2 faults in the data; nothing was loaded.\na\nb"
        assert error.line("nl") == "2 fouten in de gegevens; niets is geladen.\nc\nd"
        assert error.faults == ("f", "g")

    def test_cannot_draw_says_what_can(self) -> None:
        """What has no picture is answered with what has."""
        error = phrases.cannot_draw(given=".gif", allowed=(".svg", ".dot"), why=("Geen gif.", "No gif."))

        assert error.line("en") == "No gif. Possible: .svg, .dot."
        assert error.line("nl") == "Geen gif. Wel kan: .svg, .dot."
        assert (error.given, error.allowed) == (".gif", (".svg", ".dot"))

    def test_cannot_write_says_the_reason(self) -> None:
        """The system's reason stands in the line, and what to do."""
        error = phrases.cannot_write(path="weg/route.svg", reason="No such file or directory")

        assert error.line("en") == (
            "Cannot write 'weg/route.svg': No such file or directory. "
            "Give a path in a folder that exists and that you may write to."
        )
        assert error.line("nl") == (
            "Kan 'weg/route.svg' niet schrijven: die map bestaat niet. "
            "Geef een pad in een map die bestaat en waarin je mag schrijven."
        )
        assert (error.path, error.reason) == ("weg/route.svg", "No such file or directory")

    def test_unknown_reason_of_the_system_is_quoted(self) -> None:
        """A reason the library has no Dutch for stands as what the system says."""
        error = phrases.cannot_write(path="route.svg", reason="Quota exceeded")

        assert error.line("nl").startswith("Kan 'route.svg' niet schrijven: het systeem meldt 'Quota exceeded'. ")

    def test_missing_extra_names_the_install_command(self) -> None:
        """An optional package that is absent is one command away."""
        error = phrases.missing_extra("cli", package="click")

        assert error.line("en") == ("This needs click, which is not installed. Run: pip install 'inburgering-cop[cli]'")
        assert error.line("nl") == (
            "Hiervoor is click nodig, en dat is niet geïnstalleerd. Draai: pip install 'inburgering-cop[cli]'"
        )
        assert error.extra == "cli"


class TestCheckedLanguage:
    """The library speaks Dutch and English."""

    @pytest.mark.parametrize("lang", ["nl", "en"])
    def test_language_it_speaks_passes(self, lang: str) -> None:
        """Both languages come back as given."""
        assert phrases.checked_language(lang) == lang

    @pytest.mark.parametrize("lang", ["de", "NL", ""])
    def test_other_language_is_refused(self, lang: str) -> None:
        """Any other says which there are."""
        with pytest.raises(errors.InvalidValueError) as caught:
            phrases.checked_language(lang)

        assert caught.value.line("en") == f"lang cannot be {lang!r}. It must be nl or en."
        assert caught.value.line("nl") == f"lang kan niet {lang!r} zijn. Het moet zijn: nl of en."
