"""Room in the explorer in Chromium: numbers and names, fields that are level, links to hit, names that turn text."""

from __future__ import annotations

import re

import pytest

import inburgering_cop as icop
from tests.browser.conftest import Open, Visits
from tests.diagrams import _samples

_ROUTE = "#gemeente=GM0599&thema=ontheffing-medisch"
_TOUCHING = """() => [...document.querySelectorAll('a.box:not(.out)')].flatMap((box) => {
  const texts = [...box.querySelectorAll(':scope > text')].filter((text) => getComputedStyle(text).display !== 'none');
  const lines = texts.flatMap((text) => {
    const down = Number(/translate\\(0[ ,]+(-?[\\d.]+)/.exec(text.getAttribute('transform'))?.[1] ?? 0);
    let at = 0;
    return [...text.querySelectorAll('tspan')].map((line) => {
      const first = text.getStartPositionOfChar(at);
      const last = text.getEndPositionOfChar(at + line.textContent.length - 1);
      at += line.textContent.length + (line.nextSibling?.nodeType === 3 ? line.nextSibling.length : 0);
      return { left: first.x, right: last.x, top: first.y + down - 8.7, bottom: first.y + down };
    });
  });
  return [...box.querySelectorAll('.badge circle')].flatMap((circle) => {
    const [x, y, r] = ['cx', 'cy', 'r'].map((name) => Number(circle.getAttribute(name)));
    return lines
      .filter(({ left, right, top, bottom }) => {
        const [near, high] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
        return Math.hypot(near, high) < r + 0.75;
      })
      .map(() => box.textContent);
  });
})"""
_SMALL = """() => [...document.querySelectorAll('#answer a, #card a')]
  .filter((link) => link.getClientRects().length)
  .filter((link) => [...link.getClientRects()].some((box) => box.height < 24))
  .map((link) => link.textContent)"""


class TestNumbers:
    """The number of a rung at a box."""

    @pytest.mark.parametrize("lang", ["nl", "en"])
    @pytest.mark.parametrize("theme", ["ontheffing-medisch", "pip", "boete", "klachten-bezwaar"])
    def test_it_touches_no_letter(self, explore: Open, theme: str, lang: str) -> None:
        """The circle, its white border included, is clear of the capitals of every line."""
        page = explore(f"#gemeente=GM0599&thema={theme}&lang={lang}")

        assert page.locator(".badge circle").count() > 3
        assert page.evaluate(_TOUCHING) == []


class TestLevel:
    """The two fields."""

    @pytest.mark.parametrize("lang", ["nl", "en"])
    @pytest.mark.parametrize("width", [700, 768, 1024, 1366])
    def test_they_are_level(self, explore: Open, width: int, lang: str) -> None:
        """Side by side they stand at one height, however the hints above them break."""
        page = explore(f"#lang={lang}", width=width)

        gemeente, thema = (page.locator(f"#{field}").bounding_box() for field in ("gemeente", "thema"))

        assert gemeente["x"] < thema["x"]
        assert gemeente["y"] == pytest.approx(thema["y"], abs=0.5)


class TestLinks:
    """Links in the steps and on a card."""

    @pytest.mark.parametrize("width", [1366, 320])
    def test_they_are_large_enough_to_hit(self, explore: Open, width: int) -> None:
        """Every link is 24 pixels high or more, those in sentences too."""
        page = explore(f"{_ROUTE}&partner=duo", width=width)
        page.locator("details").evaluate_all("all => all.forEach((each) => { each.open = true; })")

        assert page.evaluate(_SMALL) == []


class TestDirection:
    """Names that turn the direction of text."""

    def test_what_turns_text_is_shown_as_text(self, visits: Visits) -> None:
        """In a name as in what is typed, a mark that turns text is its number: nothing on the page is turned."""
        text = icop.explorer(
            _samples.renamed(_samples.small(), "Open \u202e zonder einde", "Dicht \u2069\u202e te vroeg")
        )
        (visits.folder / "turned.html").write_text(text, encoding="utf-8")
        page = visits.open("turned.html", "#thema=kosten&gemeente=GM9801&route=0&partner=gemeente")

        shown = page.locator("body").inner_text()
        page.get_by_role("combobox").first.fill("Nergens \u202ehuizen")
        page.keyboard.press("Enter")
        asked = page.locator("body").inner_text()

        assert "zonder einde" in shown
        assert "[U+202E]" in shown
        assert "Nergens [U+202E]huizen" in asked
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown + asked)
