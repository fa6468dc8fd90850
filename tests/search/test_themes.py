"""From a question as typed to the themes and aspects it may be about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_cop as icop
from inburgering_cop import text
from inburgering_cop.search import ThemeIndex, screened
from tests._made import RECORDS, made

_CITED = {"citations": [{"source": "page", "place": "question 1"}]}


def _text(nl: str, en: str) -> dict[str, str]:
    return {"nl": nl, "en": en}


def _theme(name: str, nl: str, en: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "label": _text(nl, en), "definition": _text(nl, en), **_CITED, **more}


_THEMES = [
    _theme(
        "moestuin",
        "Gezamenlijke moestuin",
        "Shared vegetable plot",
        other_names=["tuinploeg", "wisselbeurt tuin", "tuiniersploeg"],
    ),
    _theme(
        "klokluiden",
        "Klokluiden",
        "Ringing bells",
        asked_as=["wie trekt er aan het touw in de toren?"],
        aspects=[
            {
                "id": "touw",
                "label": _text("touw vervangen", "replacing the rope"),
                "asked_as": ["het touw is gerafeld"],
            },
            {"id": "toren", "label": _text("toren beklimmen", "climbing the tower")},
        ],
    ),
]


def _kb(folder: Path) -> icop.KnowledgeBase:
    """The made-up knowledge base with themes of its own."""
    kept = [each for each in RECORDS["responsibilities"] if "theme" not in each]
    return made(
        folder,
        themes=[*_THEMES, *(each for each in RECORDS["themes"] if each["id"] != "boete")],
        responsibilities=[*kept, *(each for each in RECORDS["responsibilities"] if each.get("theme") == "les")],
        relations=[],
        phases=[],
    )


def _asked(kb: icop.KnowledgeBase, question: str) -> icop.ThemeMatch:
    return kb.escalate(question).themes[0]


class TestFinding:
    """What a question leads to."""

    @pytest.mark.parametrize(
        "question",
        [
            *["Wie onderhoudt de gezamenlijke MOESTUIN?", "de tuinploeg komt niet", "moestuinen", "who has the plot?"],
            *["is er een wisselbeurt in de tuin?", "is de moesutin open?", "tuinwisselbeurt gezocht"],
        ],
    )
    def test_theme_of_ones_own_is_found(self, tmp_path: Path, question: str) -> None:
        """By its label in either language, another name, an inflection, a typing error, or a compound of its words."""
        assert _asked(_kb(tmp_path), question).theme.id == "moestuin"

    def test_theme_of_ones_own_may_be_about_what_is_elsewhere_for_others(self, tmp_path: Path) -> None:
        """A word that would lead outside the field leads to a theme that is called so."""
        zon = _theme("zonnepanelen", "Zonnepanelen", "Solar panels")
        kb = made(tmp_path, themes=[*RECORDS["themes"], zon])

        assert _asked(kb, "Wie betaalt de zonnepanelen op het dak?").theme.id == "zonnepanelen"
        with pytest.raises(icop.NoMatchError):
            icop.escalate("Wie betaalt de zonnepanelen op het dak?")

    def test_what_people_say_leads_there(self, tmp_path: Path) -> None:
        """A phrasing that shares no word with the names leads to its theme too."""
        match = _asked(_kb(tmp_path), "iemand moet in die toren aan dat touw gaan trekken")

        assert match.theme.id == "klokluiden"

    def test_aspect_is_told_by_its_own_words(self, tmp_path: Path) -> None:
        """The side whose words stand in the question is the one it is about; else it is about the whole."""
        kb = _kb(tmp_path)

        found = [_asked(kb, asked).aspect for asked in ("klokluiden: het touw is gerafeld", "klokluiden")]

        assert [each and each.id for each in found] == ["touw", None]

    def test_words_of_the_match_say_what_met_what(self, tmp_path: Path) -> None:
        """Each word as typed, with the word it met and the field that has it."""
        match = _asked(_kb(tmp_path), "Moestuinen zonder tuinploeg")

        assert [(word.typed, word.matched, word.field) for word in match.words] == [
            ("Moestuinen", "moestuin", "label.nl"),
            ("tuinploeg", "tuinploeg", "other_names"),
        ]

    def test_score_tells_how_likely_it_is_this_theme(self, tmp_path: Path) -> None:
        """The more of the question fits other themes as well, the less."""
        kb = _kb(tmp_path)

        certain, torn = _asked(kb, "gezamenlijke moestuin"), _asked(kb, "moestuin of klokluiden in de toren?")

        assert 0.9 < certain.score <= 1
        assert torn.score < certain.score
        assert repr(certain) == f"<ThemeMatch 'moestuin' {certain.score:.2f}>"

    def test_what_is_far_from_the_best_is_left_out(self) -> None:
        """What a question is about is among at most thirty, none of them eight points from the best."""
        index = ThemeIndex.of(icop.load().records)

        sharp, vague = (
            index.candidates(index.read(question))
            for question in ("wie legt de boete op voor het niet halen van de termijn", "wie helpt mij?")
        )
        assert len(sharp) < len(vague) == 30
        for found in (sharp, vague):
            assert found[0].points - found[-1].points <= 8

    def test_theme_that_only_groups_is_not_found(self, tmp_path: Path) -> None:
        """A question leads to a topic, not to the cluster it stands in."""
        kb = icop.load()

        index = ThemeIndex.of(kb.records)

        assert set(index.themes) == {theme.id for theme in kb.themes.values() if theme.broader}
        assert {name for name, _ in index.ready.keys if name[0] not in "~+="} == set(index.themes)
        assert set(ThemeIndex.of(_kb(tmp_path).records).themes) == {"moestuin", "klokluiden", "les", "leeg"}


class TestRefusing:
    """What is not answered."""

    @pytest.mark.parametrize(
        "question",
        [
            "Hoe verleng ik mijn rijbewijs?",
            "Hoe laat gaat de zon onder?",
            "wat is de hoofdstad van Frankrijk",
            "examen VWO uitslag",
            "xqzvw pfghj",
            "?!",
            "en of de het",
        ],
    )
    def test_question_outside_the_field_is_refused(self, question: str) -> None:
        """What is about something else, or about nothing, gets the nearest themes instead of a route."""
        with pytest.raises(icop.NoMatchError):
            icop.escalate(question)

    @pytest.mark.parametrize(
        "question", ["rijbewijs verlengen bij het CBR, hangt er een touw?", "theorie-examen rijbewijs touw"]
    )
    def test_one_word_of_a_theme_of_ones_own_is_not_enough(self, tmp_path: Path, question: str) -> None:
        """A question that is rather about something else is refused there too, short or long."""
        with pytest.raises(icop.NoMatchError):
            _kb(tmp_path).escalate(question)

    @pytest.mark.parametrize(
        "question",
        [
            "hoe lang is mijn rijexamen bij het CBR geldig",
            "Ik ben een Nederlandse fysiotherapeut en wil in Canada werken. Waar laat ik mijn diploma erkennen?",
        ],
    )
    def test_nearest_themes_are_told(self, question: str) -> None:
        """The error holds the ids of the nearest themes, best first, and names them: three, however near the first."""
        with pytest.raises(icop.NoMatchError) as caught:
            icop.escalate(question)

        assert set(caught.value.nearest) <= set(icop.load().themes)
        assert len(caught.value.nearest) == 3
        assert "Nearest: " in str(caught.value)

    @pytest.mark.parametrize("question", ["boete bij de intake", "verlenging van zijn verblijfsvergunning"])
    def test_few_words_are_about_the_field_unless_they_tell_otherwise(self, question: str) -> None:
        """Words that would fit something outside the field hardly better are taken to be about it."""
        assert icop.escalate(question).themes

    @pytest.mark.parametrize("question", ["<b>boete</b> ; DROP TABLE", "SELECT * FROM boete; 🙏", "🙏🙏 <i>BOETE</i>!"])
    def test_what_stands_around_the_words_does_not_matter(self, question: str) -> None:
        """Markup, SQL and emoji around a word that matches are passed over."""
        match = icop.escalate(question).themes[0]

        assert match.theme.id == "handhaving-boete"
        assert [word.typed.lower() for word in match.words] == ["boete"]

    def test_name_of_a_theme_is_never_refused(self) -> None:
        """A question that is a name of a theme is about it; with more words it may be about something else."""
        for name in ("boete", "examen", "wie gaat over de boete?"):
            assert icop.escalate(name).themes

    @pytest.mark.parametrize("theme", sorted(theme.id for theme in icop.load().themes.values() if theme.broader))
    def test_every_bundled_label_is_answered(self, theme: str) -> None:
        """A question that is exactly a label, nl or en, leads to its theme or to one that offers it."""
        kb = icop.load()

        for lang in ("nl", "en"):
            route = kb.escalate(f"{kb.themes[theme].label.get(lang)} ?")
            assert theme in {match.theme.id for match in (*route.themes, *route.alternatives)}, lang


def _field(match: icop.ThemeMatch, field: str) -> str:
    """All the text of a field, as a match names it."""
    records = icop.load().records
    lang = field.rpartition(".")[2]
    if field.startswith("responsibilities.why."):
        return " ".join(row.why.get(lang) for row in records.responsibilities_on(match.theme.id))
    if field.startswith("tips.text."):
        return " ".join(tip.text.get(lang) for tip in records.tips_on(match.theme.id))
    sides = match.theme.aspects if field.startswith("aspects.") else (match.theme,)
    name, _, lang = field.removeprefix("aspects.").partition(".")
    values = [getattr(side, name) for side in sides]
    written = [getattr(value, lang) if lang else " ".join(value) for value in values]
    return " ".join(each or "" for each in written)


class TestExplaining:
    """The words of a match are true."""

    @given(st.text(max_size=40))
    def test_each_word_stands_in_the_question_and_in_the_field(self, typed: str) -> None:
        """Whatever is typed around it, what is said to have met really stands on both sides."""
        question = f"boete {typed} brede intake"
        try:
            route = icop.escalate(question)
        except (icop.NoMatchError, icop.TextRefusedError):
            return

        for match in (*route.themes, *route.alternatives):
            assert match.words
            for word in match.words:
                assert word.typed in text.plain(question)
                assert word.matched in _field(match, word.field)

    def test_alternatives_are_other_themes_that_come_close(self) -> None:
        """A theme that scores nearly as much is offered, each once, three at most."""
        route = icop.escalate("kinderopvang en vervoer naar de les")

        offered = [match.theme.id for match in route.alternatives]
        assert {route.themes[0].theme.id, *offered} >= {"vervoer", "kinderopvang"}
        assert len(offered) == len(set(offered)) <= 3
        assert route.themes[0].theme.id not in offered


class TestScreened:
    """`screened`: what is refused before anything is looked up."""

    def test_line_breaks_tabs_and_soft_hyphens_pass(self) -> None:
        """Line breaks and tabs count as spaces, soft hyphens as nothing."""
        assert screened("medische\u00ad\tontheffing\r\naanvragen\n") == "medische ontheffing aanvragen"

    @pytest.mark.parametrize("question", ["", "   ", "\n\t", "\u00ad"])
    def test_blank_is_refused(self, question: str) -> None:
        """A question without a single word is refused with advice."""
        with pytest.raises(icop.TextRefusedError, match=r"^The question is blank\. Type a question or a theme id\.$"):
            screened(question)

    def test_something_else_than_text_is_refused_as_blank(self) -> None:
        """A value that is no text at all is refused like a blank one."""
        with pytest.raises(icop.TextRefusedError) as caught:
            screened(None)  # type: ignore[arg-type]

        assert caught.value.reason == "blank"

    def test_two_thousand_characters_pass_and_one_more_does_not(self) -> None:
        """The longest question is 2,000 characters."""
        assert screened("a" * 2000) == "a" * 2000
        with pytest.raises(icop.TextRefusedError, match=r"longer than 2,000 characters"):
            screened("a" * 2001)

    @pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\ud800"])
    def test_control_character_is_refused(self, character: str) -> None:
        """A control character or half a surrogate pair is refused."""
        with pytest.raises(icop.TextRefusedError) as caught:
            screened(f"boete{character}")

        assert caught.value.reason == "control-character"

    @pytest.mark.parametrize("number", ["111222333", "111 222 333", "111.222.333", "1112-22333", "111\u00ad222333"])
    def test_bsn_is_refused_and_not_repeated(self, number: str) -> None:
        """A number that passes the eleven-test is refused, and no digit of it stands in the error."""
        with pytest.raises(icop.TextRefusedError) as caught:
            screened(f"klant {number} is ziek")

        assert caught.value.reason == "bsn"
        assert not any(digit in caught.value.line(lang) for digit in "123" for lang in ("nl", "en"))

    @pytest.mark.parametrize("number", ["111222334", "000000000", "1112223330", "11122233"])
    def test_other_numbers_pass(self, number: str) -> None:
        """Nine digits that fail the test, only zeros, and longer or shorter numbers pass."""
        assert number in screened(f"zaak {number}")
