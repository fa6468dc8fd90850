"""From a graph of the keten to a scene: roles with who fills them, and what flows between them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams.scenes._limits import MOST_BOXES
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from inburgering_cop.diagrams.scenes._wording import SHAPES, both, flows, label, rung_heading, shapes, source, text
from inburgering_cop.model import LocalizedText, Partner

if TYPE_CHECKING:
    import networkx as nx

_SEPARATOR = " | "
_FILLS, _PART_OF = "fills", "part_of"
_MOST_NAMES = 2
_FILTERS = ("theme", "phase", "community")


def _rung_of(data: Mapping[str, Any]) -> int:
    """The rung of a node; where it has none of the three, the last."""
    rung = data.get("rung")
    return rung if isinstance(rung, int) and rung in (1, 2, 3) else 3


def _day(as_of: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(as_of))
    except ValueError:
        return None


def _label_of(name: object, data: Mapping[str, Any]) -> LocalizedText:
    nl = str(data.get("label_nl") or name)
    return LocalizedText(nl=nl, en=str(data.get("label_en") or nl))


def _unverified(name: LocalizedText) -> LocalizedText:
    return both(lambda lang: f"{name.get(lang)} ({phrases.text('word.unverified', lang)})")


def _starred(name: LocalizedText) -> LocalizedText:
    return both(lambda lang: f"{name.get(lang)}*")


def standing_in(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """For each node the box it stands in: an organisation that fills one role stands in the box of that role.

    One with connections of its own has a box of its own, so that nothing is told of all that holds for one.
    """
    found = {}
    names = {str(name) for name in graph}
    edges: Iterable[tuple[str, str, dict[str, Any]]] = graph.edges(data=True)
    busy = {str(end) for *ends, data in edges if data.get("kind") not in (_FILLS, _PART_OF) for end in ends}
    for name, data in graph.nodes(data=True):
        roles = str(data.get("kind", "")).split(_SEPARATOR)
        stands = data.get("type") == "organisation" and len(roles) == 1 and roles[0] in names
        own = not stands or str(name) in roles or str(name) in busy
        found[str(name)] = str(name) if own else roles[0]
    return found


def _details(names: list[LocalizedText]) -> tuple[LocalizedText, ...]:
    """Who fills a role: by name when they are few, else how many."""
    if len(names) <= _MOST_NAMES:
        return tuple(names)
    return (both(lambda lang: phrases.text("graph.organisations", lang).format(count=len(names))),)


def _boxes(graph: nx.MultiDiGraph[str], places: Mapping[str, str]) -> Iterable[Box]:
    inside: dict[str, list[LocalizedText]] = {}
    told: dict[str, list[LocalizedText]] = {}
    nodes = sorted(((str(name), data) for name, data in graph.nodes(data=True)), key=lambda node: node[0])
    for name, data in nodes:
        if places[name] != name:
            named = _label_of(name, data)
            sure = data.get("verified", True)
            inside.setdefault(places[name], []).append(named if sure else _starred(named))
            told.setdefault(places[name], []).append(named if sure else _unverified(named))
    for name, data in nodes:
        if places[name] == name:
            names = inside.get(name, [])
            yield Box(
                id=name,
                label=_label_of(name, data),
                details=_details(names),
                told=_listed(told[name]) if len(names) > _MOST_NAMES else None,
                starred=None if data.get("verified", True) else text("word.unverified"),
                shape=data["type"] if data.get("type") in SHAPES else "kind",
                group=f"rung-{_rung_of(data)}",
            )


def _listed(names: list[LocalizedText]) -> LocalizedText:
    return both(lambda lang: ", ".join(name.get(lang) for name in names))


@attrs.frozen(kw_only=True)
class _Line:
    """The relations of one kind from one box to another, along which the same kind of thing flows."""

    tail: str
    head: str
    kind: str
    flow: str | None


def _arrows(graph: nx.MultiDiGraph[str], places: Mapping[str, str], centre: str | None = None) -> Iterable[Arrow]:
    """An arrow for each kind of relation and of flow between two boxes; of the functions only the centre's place."""
    lines: dict[_Line, list[dict[str, Any]]] = {}
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: [str(part) for part in edge[:3]])
    for tail, head, _, data in edges:
        line = _Line(
            tail=places[str(tail)],
            head=places[str(head)],
            kind=str(data.get("kind", "")),
            flow="capacity" if "basis" in data else data.get("flow_type"),
        )
        inside = line.kind == _PART_OF and graph.nodes[tail].get("type") == "function" and line.tail != centre
        if line.tail != line.head and not inside:
            lines.setdefault(line, []).append(data)
    for line, found in lines.items():
        structure = line.kind in (_FILLS, _PART_OF)
        kind = _kind(line.kind, found)
        yield Arrow(
            tail=line.tail,
            head=line.head,
            label=None if structure else kind,
            told=kind if structure else _flowing(found),
            dashed=structure,
            flow=line.flow,
        )


def _kind(kind: str, found: list[dict[str, Any]]) -> LocalizedText | None:
    """What the relations are called, and whether one of them is in doubt."""
    if not kind:
        return None
    named = next(
        (label(group, kind) for group in ("relation-kind", "capacity") if kind in phrases.LABELS[group]),
        LocalizedText(nl=kind, en=kind),
    )
    doubt = "" if all(data.get("verified", True) for data in found) else "*"
    return both(lambda lang: f"{named.get(lang)}{doubt}")


def _flowing(found: list[dict[str, Any]]) -> LocalizedText | None:
    """What flows, one after another, each with its doubt."""
    said: dict[LocalizedText, None] = {}
    for data in found:
        if data.get("flow_nl"):
            nl = str(data["flow_nl"])
            flow = LocalizedText(nl=nl, en=str(data.get("flow_en") or nl))
            said[flow if data.get("verified", True) else _unverified(flow)] = None
    return both(lambda lang: "; ".join(flow.get(lang) for flow in said)) if said else None


def _legend(boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> tuple[LocalizedText, ...]:
    said = [detail for box in boxes for detail in box.details] + [arrow.label for arrow in arrows if arrow.label]
    doubt = any(box.starred for box in boxes) or any(each.nl.endswith("*") for each in said)
    words = any(arrow.label and arrow.flow != "capacity" for arrow in arrows)
    keys = [key for key, holds in (("legend.words", words), ("legend.unverified", doubt)) if holds]
    return (*shapes(boxes), *flows(arrows), *(text(key) for key in keys))


def of_graph(graph: nx.MultiDiGraph[str]) -> Scene:
    """Any graph with the keten's node and edge attributes: roles by rung, with what flows between them.

    Our choice: organisations that fill one role and have no connection of their own stand in the box of that role, by
    name when they are two at most and else counted; the place of a function inside the gemeente is not drawn as a line.
    """
    places = standing_in(graph)
    boxes = tuple(_boxes(graph, places))
    arrows = tuple(_arrows(graph, places))
    title = str(graph.graph.get("title", phrases.text("word.keten")))
    own = title == phrases.text("word.keten")
    paper = "either" if len(boxes) <= MOST_BOXES else "poster"
    named = text("word.keten") if own else LocalizedText(nl=title, en=title)
    return _scene(graph, boxes, arrows, title=named, paper=paper)


def of_neighbourhood(partner: Partner, graph: nx.MultiDiGraph[str], *, steps: int) -> Scene:
    """A partner with whom it is connected, and with whom these are, up to so many steps away.

    Our choice: only the lines that lead outward are drawn, not those between partners as far away as each other.

    Args:
        partner: The partner; an organisation that fills one role stands in the box of that role.
        graph: A graph it is in.
        steps: How many steps away the others may be.
    """
    places = standing_in(graph)
    centre = places[partner.id]
    every = tuple(_arrows(graph, places, centre))
    away = {centre: 0}
    for step in range(1, steps + 1):
        for arrow in every:
            for one, other in ((arrow.tail, arrow.head), (arrow.head, arrow.tail)):
                if away.get(one) == step - 1:
                    away.setdefault(other, step)
    boxes = tuple(box for box in _boxes(graph, places) if box.id in away)
    arrows = tuple(
        arrow for arrow in every if arrow.tail in away and arrow.head in away and away[arrow.tail] != away[arrow.head]
    )
    role = None if centre == partner.id else _label_of(centre, graph.nodes[centre])
    title = both(
        lambda lang: (
            f"{phrases.text('word.around', lang)} {partner.name.get(lang)}" + (f" ({role.get(lang)})" if role else "")
        )
    )
    smaller = ("steps", *_FILTERS) if steps > 1 else _FILTERS
    return attrs.evolve(_scene(graph, boxes, arrows, title=title, paper="slide", centre=centre), smaller=smaller)


def _counted(boxes: int, arrows: int, lang: str, *, around: bool) -> str:
    """How many parties and connections there are, and of a neighbourhood what is left out."""
    words = [
        phrases.text(f"graph.{name}.{'one' if count == 1 else 'none' if not count else 'more'}", lang).format(
            count=count
        )
        for name, count in (("boxes", boxes), ("arrows", arrows))
    ]
    more = phrases.text("graph.outward", lang) if around and arrows else ""
    return f"{phrases.text('graph.counts', lang).format(boxes=words[0], arrows=words[1])}{more}"


def _scene(
    graph: nx.MultiDiGraph[str],
    boxes: tuple[Box, ...],
    arrows: tuple[Arrow, ...],
    *,
    title: LocalizedText,
    paper: str,
    centre: str | None = None,
) -> Scene:
    rungs = sorted({str(box.group) for box in boxes})
    return Scene(
        title=title,
        description=both(lambda lang: _counted(len(boxes), len(arrows), lang, around=centre is not None)),
        groups=tuple(
            Group(id=rung, label=rung_heading(int(rung[-1])), mark=rung[-1], ink=int(rung[-1]) - 1) for rung in rungs
        ),
        boxes=boxes,
        arrows=arrows,
        legend=_legend(boxes, arrows),
        source=source(_day(graph.graph.get("as_of")), graph.graph.get("licence")),
        in_rows=False,
        centre=centre,
        paper=paper,
        smaller=_FILTERS,
    )
