"""What the explorer in Chromium shows at a glance: the answer in the picture, one party and its neighbours, nothing."""

from __future__ import annotations

from typing import Any

import inburgering_cop as icop
from inburgering_cop.diagrams.explorer._layout import boxes_of
from tests.browser.conftest import Open

_ROUTE = "#gemeente=GM0599&thema=ontheffing-medisch"
_HEADS = """() => [...document.querySelectorAll('.head')].map((head) => {
  const way = [...document.querySelectorAll('.way')].find((each) => each.dataset.ends === head.dataset.ends);
  const end = way.getPointAtLength(way.getTotalLength());
  const before = way.getPointAtLength(way.getTotalLength() - 1);
  const out = Math.sign(before.y - end.y);
  const numbers = head.getAttribute('d').match(/M[^Z]+Z/g).map((each) => each.match(/-?[\\d.]+/g).map(Number));
  return {
    to: head.dataset.ends.split(' ')[1],
    receives: numbers.some(([, back, , tip]) => (back - tip) * out > 0),
    gives: numbers.some(([, back, , tip]) => (back - tip) * out < 0),
    near: numbers.every(([, back, x, tip]) => x === end.x && [back, tip].every((y) => (y - end.y) * out <= 16)),
  };
})"""
_SHARED = """() => {
  const own = [...document.querySelectorAll('.way')].map((way) => {
    const points = way.getAttribute('d').match(/-?[\\d.]+/g).map(Number);
    return points.slice(-4).join(' ');
  });
  return own.length - new Set(own).size;
}"""


def _shown(page: Any) -> set[str]:
    hrefs = page.locator("a.box:not(.out)").evaluate_all("all => all.map(box => box.getAttribute('href'))")
    return {href.split("partner=")[1].split("&")[0] for href in hrefs}


class TestAnswer:
    """The picture of an answer."""

    def test_the_whole_answer_is_on_a_small_laptop(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """At 1366 by 768 every party of the answer is in sight without scrolling, with who can settle it."""
        page = explore(_ROUTE)

        low = page.locator("a.box:not(.out)").evaluate_all("all => all.map(box => box.getBoundingClientRect().bottom)")
        frame = page.locator("#scroller").bounding_box()

        route = kb.escalate("ontheffing-medisch", municipality="Rotterdam")
        assert _shown(page) == {each.role for each in route.referrals}
        assert "duo" in _shown(page)
        assert max(low) < min(768, frame["y"] + frame["height"])

    def test_the_whole_keten_is_one_click_away(self, explore: Open) -> None:
        """An answer chosen by hand shows itself alone; one button shows the whole keten, and one goes back."""
        page = explore()
        everything = _shown(page)
        hidden = page.locator("#extent").is_visible()

        page.locator(".often a").first.click()
        answer = _shown(page)
        page.locator("[data-route='0']").click()
        whole = _shown(page)
        pressed = page.locator("[data-route='0']").get_attribute("aria-pressed")
        address = page.url
        page.locator("[data-route='']").click()

        assert not hidden
        assert answer < whole == everything
        assert pressed == "true"
        assert "route=0" in address
        assert _shown(page) == answer

    def test_nothing_that_fits_is_said(self, explore: Open) -> None:
        """Filters no party fits give one line, and no empty frame."""
        page = explore(f"{_ROUTE}&trede=1&soort=organisation")

        assert page.locator("#none").inner_text() == "Geen partij past bij deze filters."
        assert not page.locator("#scroller").is_visible()
        page.locator("#trede").select_option("3")
        assert not page.locator("#none").is_visible()
        assert page.locator("#scroller").is_visible()


class TestNeighbours:
    """One party and whom it exchanges with."""

    def test_each_neighbour_has_its_own_heads(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """At each neighbour the line ends on a stretch of its own, with a head towards who receives."""
        for chosen in ("duo", "gemeente", "klantmanager"):
            page = explore(f"{_ROUTE}&partner={chosen}&route=0")

            heads = {each["to"]: each for each in page.evaluate(_HEADS)}

            pairs = {
                (tail, head)
                for each in kb.relations.values()
                for tail in boxes_of(kb, each.sender)
                for head in boxes_of(kb, each.receiver)
                if tail != head
            }
            assert {to for to, each in heads.items() if each["receives"]} == {
                head for tail, head in pairs if tail == chosen
            }
            assert {to for to, each in heads.items() if each["gives"]} == {
                tail for tail, head in pairs if head == chosen
            }
            assert all(each["near"] for each in heads.values())
            assert page.evaluate(_SHARED) == 0

    def test_a_card_is_short(self, explore: Open, kb: icop.KnowledgeBase) -> None:
        """What flows is folded by neighbour, with how often and which way; unfolded it says what."""
        page = explore(f"{_ROUTE}&partner=duo")
        flows = [each for each in kb.relations.values() if "duo" in (each.sender, each.receiver)]
        ends = {end for each in flows for end in (each.sender, each.receiver)} - {"duo"}

        rows = page.locator("#card-body details.flows")
        first = rows.first.locator("summary").inner_text()
        page.locator("#card-body details.flows summary").first.click()
        said = rows.first.inner_text()

        assert rows.count() == len(ends)
        assert first == "Gemeente (16 × aan, 4 × van)"
        assert all(each.flow.nl in said for each in flows if each.receiver == "gemeente")
        assert all(each.flow.nl in said for each in flows if each.sender == "gemeente")

    def test_focus_stays_in_the_picture(self, explore: Open) -> None:
        """When a neighbour outside the answer is closed its box is gone, and focus is on the picture."""
        page = explore(f"{_ROUTE}&partner=duo")

        page.locator("a.box[href*='partner=ind&'], a.box[href$='partner=ind']").click()
        page.keyboard.press("Escape")

        assert page.evaluate("document.activeElement.id") == "scroller"

    def test_a_narrow_page_with_a_card_is_no_scroll_without_end(self, explore: Open) -> None:
        """320 pixels wide, with the card of DUO open, the page is a third of what it was: under 12,000 pixels."""
        page = explore(f"{_ROUTE}&partner=duo", width=320, height=640)

        assert page.evaluate("document.documentElement.scrollHeight") < 12_000
