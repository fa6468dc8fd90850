"""How the explorer begins in Chromium: nothing shows until its data are read, and what cannot be read is told."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open, Visits
from tests.browser.test_reach import _faults
from tests.diagrams.explorer._decoding import packed_in

_ROUTE = "#gemeente=GM0599&thema=ontheffing-medisch&lang=en"
_SLOW = """(() => {
  const Real = DecompressionStream;
  const held = new Promise((done) => { window.release = done; });
  window.DecompressionStream = class {
    constructor(kind) {
      const real = new Real(kind);
      const gate = new TransformStream({ start: () => held });
      Object.assign(this, { writable: real.writable, readable: real.readable.pipeThrough(gate) });
    }
  };
})()"""
_LINES = {
    "keten.html": (
        "Deze browser kan de gegevens van deze pagina niet lezen. Open haar in Chrome, Edge of Firefox vanaf versie "
        "113 of Safari vanaf 16.4 (allemaal uit 2023). Doe je dat al, dan is het bestand beschadigd: vraag om een "
        "nieuw."
    ),
    "small.html": (
        "This browser cannot read the data of this page. Open it in Chrome, Edge or Firefox from version 113 or "
        "Safari from 16.4 (all of 2023). If that is what you have, the file is damaged: ask for a new one."
    ),
}


class TestReading:
    """Before the data are read."""

    def test_nothing_shows_that_has_to_change(self, visits: Visits) -> None:
        """However long reading takes, no word in another language and no whole keten shows before the answer."""
        page = visits.open("keten.html", _ROUTE, before=_SLOW, ready=False)

        early = [page.locator(place).is_visible() for place in ("h1", "svg", "#answer", "footer", "#unreadable")]
        page.evaluate("release()")
        page.locator(".step >> nth=2").wait_for()

        assert not any(early)
        assert page.locator("h1").inner_text() == "Who can you turn to?"
        assert page.locator("#answer-title").inner_text() == "Medical exemption, Rotterdam"
        assert not page.locator("#unreadable").is_visible()

    def test_its_script_stands_before_what_it_hides(self, explore: Open) -> None:
        """The script runs before the first word of the page is there: none shows while a file comes in slowly."""
        page = explore()

        assert page.evaluate("document.scripts[0].parentNode.localName") == "head"

    @pytest.mark.parametrize("width", [320, 1366])
    def test_who_comes_back_stands_where_she_was(self, explore: Open, width: int) -> None:
        """After a look at an article, Back shows the same lines of the answer again, not its beginning."""
        page = explore(_ROUTE, width=width)
        page.evaluate("scrollTo(0, 1500)")
        page.wait_for_timeout(300)

        page.goto("about:blank")
        page.go_back()
        page.locator("html:not(.reading)").wait_for(state="attached")
        page.wait_for_timeout(300)

        assert page.evaluate("scrollY") == 1500
        assert page.evaluate("document.documentElement.scrollHeight") < 50_000


class TestUnreadable:
    """Where the data cannot be read."""

    @pytest.mark.parametrize("file", sorted(_LINES))
    def test_an_old_browser_is_told_which_will_do(self, visits: Visits, file: str) -> None:
        """Without DecompressionStream one line says which browsers work; the picture is there, dead fields are not."""
        page = visits.open(file, "#thema=pip", before="delete window.DecompressionStream")

        assert page.locator("#unreadable").is_visible()
        assert page.locator("#unreadable").inner_text() == _LINES[file]
        assert page.locator("noscript .note").count() == 0
        assert page.locator("a.box").first.is_visible()
        assert not page.locator("#gemeente").is_visible()
        assert _faults(page) == []

    @pytest.mark.parametrize("broken", ["cut", "changed", "empty"])
    def test_damaged_data_are_told(self, visits: Visits, broken: str) -> None:
        """Data that were cut off or changed on the way give the line, and never another answer."""
        whole = (visits.folder / "small.html").read_text(encoding="utf-8")
        packed = packed_in(whole)
        middle = len(packed) // 2
        other = "B" if packed[middle] == "A" else "A"
        data = {"cut": packed[:middle], "changed": f"{packed[:middle]}{other}{packed[middle + 1 :]}", "empty": ""}[
            broken
        ]
        (visits.folder / "broken.html").write_text(whole.replace(packed, data), encoding="utf-8")

        page = visits.open("broken.html", "#thema=rooster")

        assert page.locator("#unreadable").is_visible()
        assert page.locator(".step").count() == 0
