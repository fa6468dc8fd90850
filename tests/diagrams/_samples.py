"""What the tests of the pictures share: a small made-up knowledge base, scenes of tricky labels, and every picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import inburgering_cop as icop
from inburgering_cop.diagrams._scene import Arrow, Box, Group, Scene
from inburgering_cop.model import LocalizedText

LANGUAGES = ("nl", "en")

TRICKY = (
    "<script>alert('x')</script>",
    "zegt \"hoi\" en 'dag'",
    "Noord\\Nieuw \\n \\l \\G",
    "]]>",
    "`code` en **vet** _cursief_",
    "links|rechts",
    "end",
    "graph subgraph end style class click",
    "\u202eomgekeerd\u202c \u200fen\u200e terug",
    "#35; &amp; &#35; &lt;",
    "1. Eerste",
    "A --> B; C --- D",
    "100% ~ {x} [y] (z) $$w$$ @k",
    "naïef, é, 漢字, 😀",
)


@cache
def small() -> icop.KnowledgeBase:
    """The made-up knowledge base."""
    return icop.load(Path(__file__).parent / "small.json")


@cache
def route() -> icop.Escalation:
    """A route of it with specific and general rungs, and a partner with two responsibilities on one rung."""
    return small().escalate("rooster", municipality="Voorbeeldstad")


def community() -> icop.Community:
    """Its only community."""
    return small().communities["noord"]


def text(nl: str, en: str | None = None) -> LocalizedText:
    """A text, the same in both languages unless English is given."""
    return LocalizedText(nl=nl, en=en or nl)


def scene(label: str, *, in_rows: bool) -> Scene:
    """A scene that shows `label` everywhere a text can stand."""
    same = text(label)
    return Scene(
        title=same,
        description=same,
        groups=(Group(id="eerst", label=same, details=(same,)), Group(id="dan", label=same)),
        boxes=(
            Box(id="los", label=same, shape="theme"),
            Box(id="a", label=same, details=(same, same), shape="function", group="eerst"),
            Box(id="b", label=same, details=(same,), shape="organisation", group="dan", marked=True, dotted=same),
        ),
        arrows=(Arrow(tail="a", head="b", label=same), Arrow(tail="b", head="a", label=same, dashed=True)),
        legend=(same,),
        source=same,
        in_rows=in_rows,
    )


def tricky_drawings(*, in_rows: bool) -> Iterator[tuple[str, icop.Drawing]]:
    """Every tricky label, and a drawing that shows it everywhere."""
    for label in TRICKY:
        yield label, icop.Drawing(scene=scene(label, in_rows=in_rows), lang="nl")


@cache
def bundled_rows() -> tuple[tuple[str, icop.Drawing], ...]:
    """Every route, community, theme and timeline of the bundled knowledge, with a name for it."""
    kb = icop.load()
    places: list[str | None] = [None, "Rotterdam", "Amsterdam", "Roermond", "Lochem", "Groningen"]
    found: list[tuple[str, icop.Drawing]] = []
    for lang in LANGUAGES:
        for theme in kb.themes:
            found += [
                (f"{theme} {place} {lang}", icop.draw(kb.escalate(theme, municipality=place), lang=lang))
                for place in places
            ]
        found += [(f"{each.id} {lang}", icop.draw(each, lang=lang)) for each in kb.communities.values()]
        found += [(f"{each.id} across {lang}", icop.draw(each, lang=lang)) for each in kb.themes.values()]
        found += [(f"timeline {group} {lang}", icop.draw(kb.timeline(group=group), lang=lang)) for group in icop.Group]
    return tuple(found)


@cache
def bundled_graphs() -> tuple[tuple[str, icop.Drawing], ...]:
    """The keten, and the part of it around every community and theme, with a name for it."""
    kb = icop.load()
    found = [("keten", icop.draw(kb)), ("keten en", icop.draw(kb, lang="en"))]
    found += [(f"keten {each}", icop.draw(kb.graph(community=each))) for each in kb.communities]
    found += [(f"keten {each}", icop.draw(kb.graph(theme=each))) for each in kb.themes]
    return tuple(found)
