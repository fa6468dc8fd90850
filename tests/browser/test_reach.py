"""The pages for everyone: by keyboard alone, on paper, on a narrow screen, without script, and by axe-core's rules."""

from __future__ import annotations

from typing import Any

import pytest

import inburgering_cop as icop
from tests.browser.conftest import Open, Visits
from tests.diagrams import _samples

_ROUTE = "#gemeente=GM0599&thema=ontheffing-medisch"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def _faults(page: Any) -> list[str]:
    """What axe-core finds, as its own lines."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": _RULES}}).response
    assert len(found["passes"]) > 10
    return [
        f"{each['id']}: {node['html']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


class TestAxe:
    """axe-core, with the rules of WCAG 2.2 A and AA and its best practices."""

    @pytest.mark.parametrize("lang", ["nl", "en"])
    @pytest.mark.parametrize("address", ["", _ROUTE, f"{_ROUTE}&partner=duo", "#thema=onzin", f"{_ROUTE}&route=0"])
    def test_explorer_has_no_violations(self, explore: Open, address: str, lang: str) -> None:
        """Empty, with an answer, with a card open, with a wrong address and with the whole keten, in both languages."""
        page = explore(f"{address or '#'}&lang={lang}")

        assert _faults(page) == []

    def test_an_open_list_has_no_violations(self, explore: Open) -> None:
        """A combobox with its list open and an option pointed at."""
        page = explore()
        page.locator("#gemeente").fill("berg")
        page.locator("#gemeente").press("ArrowDown")

        assert _faults(page) == []

    def test_a_narrow_screen_has_no_violations(self, explore: Open) -> None:
        """320 pixels wide, with a card open."""
        assert _faults(explore(f"{_ROUTE}&partner=duo", width=320, height=640)) == []

    @pytest.mark.parametrize("file", ["route.html", "community.html"])
    def test_page_of_a_drawing_has_no_violations(self, visits: Visits, file: str) -> None:
        """The page of one drawing."""
        assert _faults(visits.open(file)) == []


class TestKeyboard:
    """Without a mouse."""

    def test_the_whole_path(self, explore: Open) -> None:
        """Tab, arrows and Enter choose, open a partner from the picture, and Escape comes back."""
        page = explore()
        press = page.keyboard.press
        active = (
            "document.activeElement.id || document.activeElement.className.baseVal || document.activeElement.className"
        )

        press("Tab")
        assert page.evaluate(active) == "skip"
        while page.evaluate(active) != "gemeente":
            press("Tab")
        page.keyboard.type("rotterdam")
        press("ArrowDown")
        assert page.locator("#gemeente").get_attribute("aria-activedescendant") == "gemeente-list-0"
        press("Enter")
        press("Tab")
        assert page.evaluate(active) == "thema"
        page.keyboard.type("boete")
        press("ArrowDown")
        press("ArrowDown")
        press("ArrowUp")
        press("Enter")
        assert page.locator(".step").count() == 3
        for _ in range(300):
            if str(page.evaluate(active)).startswith("box"):
                break
            press("Tab")
        href = page.evaluate("document.activeElement.getAttribute('href')")
        press("Enter")
        assert page.evaluate(active) == "card-title"
        press("Escape")
        assert (
            page.evaluate("document.activeElement.getAttribute('href')").split("partner=")[1]
            == href.split("partner=")[1]
        )

    def test_escape_in_a_list_closes_the_list_only(self, explore: Open) -> None:
        """Escape closes an open list and keeps the choice; a second puts the chosen name back, a third clears it."""
        page = explore(_ROUTE)
        field = page.locator("#gemeente")

        field.fill("lei")
        field.press("Escape")
        expanded = field.get_attribute("aria-expanded")
        field.press("Escape")
        back = field.input_value()
        field.press("Escape")

        assert expanded == "false"
        assert back == "Rotterdam"
        assert field.input_value() == ""
        assert "gemeente" not in page.evaluate("location.hash")

    def test_skip_links_skip(self, explore: Open) -> None:
        """The first link leads to the answer, and the one before the picture to the table."""
        page = explore(_ROUTE)

        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        first = page.evaluate("document.activeElement.id")
        page.locator(".picture .skip").focus()
        page.keyboard.press("Enter")

        assert (first, page.evaluate("document.activeElement.id")) == ("answer-title", "table-title")

    def test_focus_is_seen_and_targets_are_large_enough(self, explore: Open) -> None:
        """Everything Tab reaches shows its focus; whatever is no link in a sentence is 24 pixels or more each way."""
        page = explore(f"{_ROUTE}&partner=duo")
        wrong = []
        seen = 0
        page.evaluate("document.activeElement.blur()")
        for _ in range(150):
            page.keyboard.press("Tab")
            found = page.evaluate(
                """() => {
                  const at = document.activeElement;
                  if (at === document.body) return null;
                  const style = getComputedStyle(at.querySelector(':scope > rect') ?? at);
                  const box = at.getBoundingClientRect();
                  const inline = getComputedStyle(at).display === 'inline' && at.tagName === 'A';
                  return {
                    name: at.outerHTML.slice(0, 80),
                    seen: parseFloat(style.outlineWidth) >= 2 || parseFloat(style.strokeWidth) >= 4,
                    large: inline || Math.min(box.width, box.height) >= 23.9,
                  };
                }"""
            )
            if found is None:
                break
            seen += 1
            if not (found["seen"] and found["large"]):
                wrong.append(found)

        assert wrong == []
        assert seen > 40


class TestPaper:
    """Printed on A4."""

    def test_it_prints_steps_and_table_without_controls(self, explore: Open) -> None:
        """On paper stand the choice, the steps, the picture of this answer and the table; fields and buttons do not."""
        page = explore(_ROUTE)

        page.emulate_media(media="print")
        places = (
            ".step",
            "table",
            "h1",
            "#answer-title",
            ".picture",
            ".choose",
            ".filters",
            ".tools",
            ".skip",
            ".card",
        )
        shown = {place: page.locator(place).first.is_visible() for place in places}
        pdf = page.pdf(prefer_css_page_size=True)

        assert [place for place, visible in shown.items() if visible] == list(places[:5])
        assert pdf.startswith(b"%PDF")
        assert 2 <= pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") <= 9
        assert b"/MediaBox [0 0 594" in pdf or b"/MediaBox [0 0 595" in pdf

    @pytest.mark.parametrize(
        ("address", "picture", "card"),
        [(f"{_ROUTE}&partner=duo", True, True), (f"{_ROUTE}&route=0", False, False), ("", False, False)],
    )
    def test_what_was_read_is_printed(self, explore: Open, address: str, picture: bool, card: bool) -> None:
        """An open card is printed with the answer; the whole keten, which is too wide for the paper, is not."""
        page = explore(address)

        page.emulate_media(media="print")

        assert page.locator(".picture").is_visible() is picture
        assert page.locator(".card").is_visible() is card
        assert not page.locator(".close").is_visible()


class TestNarrow:
    """At 400 per cent, which is 320 pixels wide."""

    @pytest.mark.parametrize("address", ["", _ROUTE, f"{_ROUTE}&partner=duo", f"{_ROUTE}&lang=en", "#thema=onzin"])
    def test_nothing_but_the_picture_scrolls_sideways(self, explore: Open, address: str) -> None:
        """The page is as wide as the screen; only the picture scrolls within its own frame."""
        page = explore(address, width=320, height=256)

        wide = page.evaluate(
            """() => [...document.querySelectorAll('body *')]
              .filter((each) => !each.closest('svg, .scroller, .skip, thead') && each.getClientRects().length)
              .filter((each) => each.getBoundingClientRect().right > 321)
              .map((each) => each.outerHTML.slice(0, 80))"""
        )

        assert wide == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    @pytest.mark.parametrize("file", ["route.html", "community.html"])
    def test_page_of_a_drawing_fits(self, visits: Visits, file: str) -> None:
        """The page of one drawing, too."""
        page = visits.open(file, width=320, height=256)

        assert page.evaluate("document.documentElement.scrollWidth") <= 320


class TestWithout:
    """Without script, without motion, with tricky names."""

    def test_without_script_the_page_says_so(self, explore: Open) -> None:
        """It says what it needs, and the picture is there; fields that would do nothing are not."""
        page = explore(java_script_enabled=False)

        assert page.locator("noscript .note").is_visible()
        assert page.locator("a.box").first.is_visible()
        assert not page.locator("#gemeente").is_visible()

    def test_without_motion_nothing_moves(self, explore: Open) -> None:
        """Who asks for less motion gets none."""
        page = explore(reduced_motion="reduce")

        moving = page.evaluate(
            """() => [...document.querySelectorAll('*')]
              .filter((each) => getComputedStyle(each).transitionDuration !== '0s').length"""
        )

        assert moving == 0

    def test_tricky_names_are_shown_as_text(self, visits: Visits) -> None:
        """Script, quotes, brackets and marks in names are text in steps, cards, table and fields; nothing runs."""
        page = visits.open("tricky.html")
        for theme in ("kosten", "rooster"):
            page.evaluate(f"location.hash = '#thema={theme}&gemeente=GM9801&route=0'")
            page.locator(".step >> nth=2").wait_for()
            for partner in ("gemeente", "klantmanager", "school", "school-noord", "uitvoerder"):
                page.evaluate(f"location.hash = '#thema={theme}&gemeente=GM9801&route=0&partner={partner}'")
                page.locator("#card").wait_for()

        names = page.locator("#rows th").all_text_contents()
        assert names[0] == f"{_samples.TRICKY[1]} 1" or any(label in names[0] for label in _samples.TRICKY)
        assert len(names) == 4
        assert page.locator("#rows script, #answer script, #card script, #rows b").count() == 0

    def test_the_policy_stops_what_it_should(self, explore: Open, visits: Visits) -> None:
        """A script or style that is put into the page does not run: the policy lets only the page's own in."""
        page = explore()

        ran = page.evaluate(
            """() => {
              const script = document.createElement('script');
              script.textContent = 'window.ran = true';
              document.body.append(script);
              return window.ran === true;
            }"""
        )

        assert ran is False
        assert "Content Security Policy" in visits.wrong.pop()


def test_drawing_shows_its_picture(visits: Visits, kb: icop.KnowledgeBase) -> None:
    """The page of a drawing has the picture and the same as headings and lists."""
    page = visits.open("route.html")
    drawing = icop.draw(kb.escalate("ontheffing-medisch", municipality="Rotterdam"))

    said = page.locator("main").inner_text()

    assert page.locator("svg[role=img]").is_visible()
    assert page.locator("h1").inner_text() == drawing.scene.title.nl
    assert all(box.label.nl in said for box in drawing.scene.boxes)
