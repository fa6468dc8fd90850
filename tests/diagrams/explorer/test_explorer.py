"""The page as text: one file, no request, its own words, the colours of the pictures."""

from __future__ import annotations

import json
import re

import pytest

import inburgering_cop as icop
from inburgering_cop.diagrams import _colours
from inburgering_cop.diagrams.explorer import _body, _data, _writing
from inburgering_cop.diagrams.explorer._layout import roles
from inburgering_cop.diagrams.explorer._writing import SCRIPTS, STYLE, asset
from inburgering_cop.text import shown
from tests.diagrams import _samples
from tests.diagrams._reading import contrast
from tests.diagrams.explorer._decoding import Book, data_of

_MEGABYTE = 1_000_000
_EXTRA = {"#1B59A4", "#5C89BE", "#ECF1F7", "#B70000", "#FEEDED"}


def _markup(page: str) -> str:
    """What stands in the page besides its script and its data."""
    return re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)


class TestPage:
    """`explorer`."""

    def test_it_is_one_file_under_a_megabyte(self, page: str) -> None:
        """The bundled knowledge fits a page that can be sent by mail."""
        assert len(page.encode()) < _MEGABYTE

    def test_there_is_room_for_own_records(self, page: str) -> None:
        """What comes along with the library leaves room for the records of a region or more."""
        assert len(page.encode()) < 720_000

    def test_marks_that_turn_text_stand_in_it_as_text(self) -> None:
        """Wherever a name or text stands, a mark that turns its direction is its number, as in every picture."""
        page = icop.explorer(_samples.renamed(_samples.small(), "Open \u202e zonder einde", "Dicht \u2069 te vroeg"))

        for written in (page, json.dumps(data_of(page), ensure_ascii=False)):
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", written)
            assert "[U+202E]" in written
            assert "[U+2069]" in written

    def test_a_page_over_a_megabyte_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A page too large to send is an error that says how much too large, and what to leave out."""
        size = len(icop.explorer(_samples.small()).encode())
        monkeypatch.setattr(_writing, "MOST_BYTES", size)
        icop.explorer(_samples.small())
        monkeypatch.setattr(_writing, "MOST_BYTES", size - 1)

        with pytest.raises(icop.ImpossibleDemandError) as caught:
            icop.explorer(_samples.small())

        assert caught.value.conflict == "page-too-large"
        assert str(caught.value) == (
            f"The explorer would be {size} bytes, 1 more than the {size - 1} it may be. Read fewer of your own "
            "records at once, for instance a page for each region, or make the texts in them shorter."
        )
        assert caught.value.line("nl").startswith(
            f"De verkenner zou {size} bytes groot worden, 1 meer dan de {size - 1}"
        )

    def test_it_asks_nothing_of_any_other_place(self, page: str) -> None:
        """Nothing in it is fetched: no source, no style sheet, no import; it only has links to follow."""
        markup = _markup(page)

        assert not re.findall(r"\ssrc=|srcset=|<link (?!rel=\"icon\" href=\"data:)|@import|<iframe|<object", markup)
        assert not re.findall(r"url\(", asset(STYLE))
        for name in SCRIPTS:
            assert not re.findall(r"fetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon|innerHTML|eval\(", asset(name))

    def test_it_has_no_style_or_handler_in_its_markup(self, page: str) -> None:
        """The policy lets no style attribute and no inline handler in, so that none may stand there."""
        markup = _markup(page)

        assert not re.findall(r"<[^>]+\s(?:style|on\w+)=", markup)
        assert "unsafe" not in markup

    def test_same_knowledge_gives_the_same_bytes(self, small_page: str) -> None:
        """Written twice it is the same text."""
        assert icop.explorer(_samples.small(), lang="en") == small_page

    def test_it_starts_in_the_language_asked(self, small_page: str) -> None:
        """The words of the page are in the language it starts in, and it holds both."""
        assert '<html lang="en">' in small_page
        assert ">Who can you turn to?</h1>" in small_page
        assert data_of(small_page)["phrases"]["explorer.title"] == ["Bij wie kun je terecht?", "Who can you turn to?"]

    def test_another_language_is_refused(self) -> None:
        """A language other than nl and en is an error that names them."""
        with pytest.raises(icop.InvalidValueError, match=r"^lang cannot be 'de'\. It must be nl or en\.$"):
            icop.explorer(_samples.small(), lang="de")

    def test_until_when_the_data_hold_is_said(self, page: str, kb: icop.KnowledgeBase) -> None:
        """The date of the data stands in the page in both languages."""
        assert "Stand van de gegevens: 22 november 2026." in page
        assert "Data as of: 22 November 2026." in page
        assert data_of(page)["as_of"] == kb.as_of.isoformat()

    def test_often_asked_themes_are_those_communities_deal_with(self, page: str, kb: icop.KnowledgeBase) -> None:
        """Ten themes to begin with, each dealt with by some community."""
        value = data_of(page)
        ids = [value["themes"][number][0] for number in value["often"]]

        dealt = {own.theme for each in kb.communities.values() for own in each.themes}
        assert len(ids) == 10
        assert set(ids) <= dealt

    def test_a_phase_holds_the_roles_its_drawing_holds(self, page: str, kb: icop.KnowledgeBase) -> None:
        """Of every phase the page shows the roles the drawing of that phase shows: for the brede intake thirteen."""
        value = data_of(page)
        counted = {}
        for number, (phase, _) in enumerate(value["phases"]):
            held = {row[0] for row in value["partners"] if len(row) > 12 and number in row[12]}
            drawn = {box.id for box in icop.draw(kb, phase=phase).scene.boxes}
            counted[phase] = len(held & set(roles(kb)))

            assert held & set(roles(kb)) == drawn & set(roles(kb)), phase
        assert counted["brede-intake"] == 13


class TestWords:
    """The words of the page."""

    def test_script_asks_for_exactly_the_words_it_is_given(self) -> None:
        """Every key the scripts name is given to them, and none is given for nothing."""
        scripts = "".join(asset(name) for name in SCRIPTS)
        named = set(re.findall(r'"((?:explorer|word|warning|legend)\.[\w.-]+)"', scripts))
        named |= {f"{key}.{rung}" for key in re.findall(r"`(guiding|before|rung)\.\$\{", scripts) for rung in (1, 2, 3)}

        given = set(_data.PHRASES)
        assert given - named == set()
        assert named - given <= set(_body.WORDS)

    def test_body_says_exactly_the_words_it_lists(self, small_page: str) -> None:
        """Every word in the markup is marked with its key, so that it can be said in the other language."""
        markup = _markup(small_page)
        marked = set(re.findall(r'data-(?:label-)?say="([\w.-]+)"', markup))

        assert marked == set(_body.WORDS)
        assert "{say:" not in markup
        assert "{label:" not in markup


class TestColours:
    """The style sheet."""

    def test_every_colour_is_one_of_the_pictures(self) -> None:
        """Colours are the open tokens the pictures use, and those for what is wrong."""
        inks = {colour for ink in _colours.INKS for colour in (ink.text, ink.line, ink.fill)}
        known = inks | {_colours.TEXT, _colours.QUIET, _colours.LINE, _colours.PAPER} | _EXTRA

        assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", asset(STYLE))) <= known

    def test_pairs_that_meet_have_contrast(self) -> None:
        """Text on each ground it stands on reaches 4.5; what marks something reaches 3 on white."""
        for ground in ("#FFFFFF", "#ECF1F7", "#E4F5EA", "#FFEEDD", "#FFF1BB", "#FEEDED", "#F1F1F1"):
            assert contrast(_colours.TEXT, ground) >= 4.5
            assert contrast("#1B59A4", ground) >= 4.5
        for ground in ("#FFFFFF", "#F1F1F1"):
            assert contrast(_colours.QUIET, ground) >= 4.5
        for line in ("#1B59A4", "#006827", "#844C12", "#868686", "#B70000", "#9E8418", "#C8700E"):
            assert contrast(line, "#FFFFFF") >= 3
        assert contrast("#844C12", "#FFEEDD") >= 4.5


class TestTricky:
    """Labels known to break pages."""

    @pytest.mark.parametrize("label", [*_samples.TRICKY, "a\u2028b\u2029c", "<!-- <script>"])
    def test_no_label_ends_its_element(self, label: str) -> None:
        """Whatever a name holds, the page has its own two scripts, and the name comes back from the data."""
        page = icop.explorer(_samples.renamed(_samples.small(), label))

        assert len(re.findall(r"<script\b", page)) == len(re.findall(r"</script>", page)) == 2
        book = Book(data_of(page))
        names = {book.text(number, "nl") for _, number, *_ in book.data["partners"]}
        assert f"{shown(label)} 0" in names
