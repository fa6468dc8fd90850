"""The explorer: one page with everything the library can answer, for colleagues without Python."""

from __future__ import annotations

from importlib.resources import files

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams import _page
from inburgering_cop.diagrams.explorer import _body, _data, _layout, _svg

SCRIPTS = ("lookup.js", "names.js", "asking.js", "combobox.js", "layout.js", "show.js", "start.js", "begin.js")
STYLE = "explorer.css"
MOST_BYTES = 1_000_000


def asset(name: str) -> str:
    """The text of a style sheet or script that lies beside this module, without its indents."""
    text = (files("inburgering_cop") / "diagrams" / "explorer" / name).read_text(encoding="utf-8")
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())


def explorer(kb: KnowledgeBase, *, lang: str = "nl") -> str:
    r"""The explorer page as text: one HTML file that asks nothing of any other place, to open in a browser.

    Choose a gemeente and a theme: the three steps appear as `kb.escalate` gives them, beside a picture of the keten.
    Every answer is made here and only looked up by the page. Its data are compressed: the same records give the same
    bytes wherever zlib is the same, and the same data in other bytes where it is another.

    Args:
        kb: The knowledge to answer from, your own included.
        lang: The language the page starts in: nl or en. It holds both.

    Raises:
        InvalidValueError: The language is another.
        NoLadderError: The records hold nothing for a rung, not even a general ladder.
        ImpossibleDemandError: The page would be larger than a megabyte, which is what mail and intranets take.

    >>> from inburgering_cop import load
    >>> explorer(load()).partition("\n")[0]
    '<!doctype html>'
    """
    phrases.checked_language(lang)
    value = _data.data(kb, lang=lang, words=_body.WORDS)
    numbers = dict(value["phases"])
    svg = _svg.write(_layout.lay_out(_layout.scene_of(kb)), lang)
    parts = "".join(asset(name) for name in SCRIPTS)
    page = _page.page(
        lang=lang,
        title=phrases.text("explorer.title", lang),
        style=asset(STYLE),
        body=_body.body(kb, lang=lang, svg=svg, phases=numbers),
        script=f'(() => {{\n"use strict";\n{parts}}})();',
        data=value,
    )
    size = len(page.encode())
    if size > MOST_BYTES:
        facts = {"size": size, "most": MOST_BYTES, "over": size - MOST_BYTES}
        raise phrases.impossible("page-too-large", about=(), facts=facts)
    return page
