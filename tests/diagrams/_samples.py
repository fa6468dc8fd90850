"""What the tests of the pictures share: a small made-up knowledge base, scenes of tricky labels, and every picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs

import inburgering_cop as icop
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from inburgering_cop.knowledge import Catalogue
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
        groups=(Group(id="eerst", label=same, details=(same,), ink=0), Group(id="dan", label=same, ink=1)),
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


def flows() -> Scene:
    """A web of two boxes with an arrow of each kind between them."""
    labels = {"information": "informeert", "decision": "beslist", "money": "betaalt", "person": "biedt onderdak"}
    return Scene(
        title=text("Lijnen"),
        description=text("Een van elk."),
        groups=(),
        boxes=(Box(id="a", label=text("A"), shape="kind"), Box(id="b", label=text("B"), shape="function")),
        arrows=(
            *(Arrow(tail="a", head="b", label=text(label), flow=flow) for flow, label in labels.items()),
            Arrow(tail="a", head="b", flow="capacity"),
            Arrow(tail="a", head="b"),
            Arrow(tail="a", head="b", dashed=True),
        ),
        legend=(),
        source=text("Bron: niemand."),
        in_rows=False,
    )


def tricky_drawings(*, in_rows: bool) -> Iterator[tuple[str, icop.Drawing]]:
    """Every tricky label as it is shown, and a drawing that shows it everywhere."""
    for label in TRICKY:
        drawing = icop.Drawing(scene=scene(label, in_rows=in_rows), lang="nl")
        yield drawing.scene.title.nl, drawing


@cache
def bundled_routes() -> tuple[tuple[str, icop.Escalation], ...]:
    """Every theme with every coverage there is, but once where the picture has the same boxes, with a name for it."""
    kb = icop.load()
    places = [None, "Rotterdam", "Amsterdam", "Roermond", "Lochem", "Tilburg", "Tholen", "Groningen"]
    found: dict[object, tuple[str, icop.Escalation]] = {}
    for theme in kb.themes:
        for place in places:
            route = kb.escalate(theme, municipality=place)
            scene = icop.draw(route).scene
            boxes = [box for box in scene.boxes if box.group]
            found.setdefault((*boxes, scene.description), (f"{theme} {place}", route))
    return tuple(found.values())


@cache
def bundled_rows() -> tuple[tuple[str, icop.Drawing], ...]:
    """Every route, community, theme and timeline of the bundled knowledge, with a name for it."""
    kb = icop.load()
    found: list[tuple[str, icop.Drawing]] = []
    for lang in LANGUAGES:
        found += [(f"{name} {lang}", icop.draw(route, lang=lang)) for name, route in bundled_routes()]
        found += [(f"{each.id} {lang}", icop.draw(each, lang=lang)) for each in kb.communities.values()]
        found += [(f"{each.id} across {lang}", icop.draw(each, lang=lang)) for each in kb.themes.values()]
    found += [("timeline nl", icop.draw(kb.timeline())), ("timeline en", icop.draw(kb.timeline(), lang="en"))]
    found += [(f"timeline {group}", icop.draw(kb.timeline(group=group))) for group in icop.Group]
    return tuple(found)


@cache
def bundled_graphs() -> tuple[tuple[str, icop.Drawing], ...]:
    """The keten, and the part of it around every community and theme, with a name for it."""
    kb = icop.load()
    found = [("keten", icop.draw(kb)), ("keten en", icop.draw(kb, lang="en"))]
    found += [(f"keten {each}", icop.draw(kb.graph(community=each))) for each in kb.communities]
    found += [(f"keten {each}", icop.draw(kb.graph(theme=each))) for each in kb.themes]
    return tuple(found)


def renamed(kb: icop.KnowledgeBase, *labels: str) -> icop.KnowledgeBase:
    """`kb` with these labels for the names and texts of its partners and themes, in turn."""
    turns = [text(f"{labels[at % len(labels)]} {at}") for at in range(len(kb.partners) + len(kb.themes))]
    partners = {
        key: attrs.evolve(partner, name=turns[at], description=turns[-1 - at])
        for at, (key, partner) in enumerate(kb.partners.items())
    }
    themes = {
        key: attrs.evolve(theme, label=turns[-1 - at], definition=turns[at], other_names=(turns[at].nl,))
        for at, (key, theme) in enumerate(kb.themes.items())
    }
    found = attrs.evolve(kb.records, partners=Catalogue("partners", partners), themes=Catalogue("themes", themes))
    return icop.KnowledgeBase(found)


@cache
def bundled_webs(*, every: bool = False) -> tuple[tuple[str, icop.Drawing], ...]:
    """The keten, every partner with its neighbours, and parts of both, once where the same boxes and lines are left.

    The languages alternate, and of themes and of neighbours two steps away there are some; with `every` all, in both.
    """
    kb = icop.load()
    found: dict[object, tuple[str, icop.Drawing]] = {}

    def add(name: str, subject: icop.Partner | icop.KnowledgeBase, lang: str | None = None, **filters: Any) -> None:
        for each in [lang] if lang else LANGUAGES if every else [LANGUAGES[len(found) % 2]]:
            drawing = icop.draw(subject, lang=each, **filters)
            key = (each if every or name == "keten" else "", drawing.scene.boxes, drawing.scene.arrows)
            found.setdefault(key, (f"{name} {each}", drawing))

    for lang in LANGUAGES:
        add("keten", kb, lang=lang)
    for partner in kb.partners.values():
        add(f"around {partner.id}", partner)
    for partner in [*kb.partners.values()][:: 1 if every else 40]:
        add(f"around {partner.id} in 2", partner, steps=2)
    for lang in LANGUAGES:
        for most in ("gemeente", "inburgeraar"):
            add(f"around {most} {lang}", kb.partners[most], lang=lang)
        for community in kb.communities:
            add(f"keten of {community}", kb, community=community, lang=lang)
    for phase in kb.phases:
        add(f"keten in {phase}", kb, phase=phase)
        if "duo" in kb.graph(phase=phase):
            add(f"around duo in {phase}", kb.partners["duo"], phase=phase)
    for theme in [*kb.themes][:: 1 if every else 3]:
        add(f"keten on {theme}", kb, theme=theme)
    return tuple(found.values())
