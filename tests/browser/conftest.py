"""What the tests in a browser share: Debian's Chromium, and pages that may ask nothing of anywhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import inburgering_cop as icop
from tests.diagrams import _samples

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder has the marker `browser`."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _without(reason: str) -> None:
    """Skips, or fails where the tests in a browser must run."""
    if os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@attrs.define(eq=False)
class Visits:
    """Opens pages in one browser, and keeps what they said and asked that they should not."""

    browser: Any
    folder: Path
    wrong: list[str] = attrs.Factory(list)
    contexts: list[Any] = attrs.Factory(list)

    def open(
        self,
        file: str,
        address: str = "",
        *,
        width: int = 1366,
        height: int = 768,
        before: str = "",
        ready: bool = True,
        **facts: Any,
    ) -> Any:
        """The page in `file`, at an address within it, when it has read its data; `before` runs before its script."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **facts)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: self.wrong.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.wrong.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self._asked(request.url))
        page.add_init_script(before)
        page.goto((self.folder / file).as_uri() + address)
        if ready:
            page.locator("html:not(.reading)").wait_for(state="attached")
        return page

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "data:")):
            self.wrong.append(f"asked for {url}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Chromium, driven by Playwright; where the one or the other is missing the tests skip and say so."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _without("playwright is not installed: pip install 'inburgering-cop[browser]'")
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        _without("there is no Chromium here; Debian's package is called chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def written(chromium: Any, kb: icop.KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages: the explorer, that of the small knowledge with tricky names, and one of a drawing."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "keten.html").write_text(icop.explorer(kb), encoding="utf-8")
    (folder / "tricky.html").write_text(
        icop.explorer(_samples.renamed(_samples.small(), *_samples.TRICKY, "a\u2028b\u2029c")), encoding="utf-8"
    )
    (folder / "small.html").write_text(icop.explorer(_samples.small(), lang="en"), encoding="utf-8")
    icop.draw(kb.escalate("ontheffing-medisch", municipality="Rotterdam")).save(folder / "route.html")
    icop.draw(kb.communities["rijnmond"], lang="en").save(folder / "community.html")
    return folder


@pytest.fixture
def visits(chromium: Any, written: Path) -> Iterator[Visits]:
    """Opens pages; afterwards nothing may have been logged, asked of the network, or gone wrong."""
    visits = Visits(browser=chromium, folder=written)
    yield visits
    for context in visits.contexts:
        context.close()
    assert visits.wrong == []


Open = Callable[..., Any]


@pytest.fixture
def explore(visits: Visits) -> Open:
    """Opens the explorer at an address."""

    def at(address: str = "", **facts: Any) -> Any:
        return visits.open("keten.html", address, **facts)

    return at
