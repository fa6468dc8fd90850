"""A scene as a Mermaid flowchart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import FLOWS, INKS, ink
from inburgering_cop.diagrams.scenes._scene import Box, Scene
from inburgering_cop.diagrams.scenes._wording import flow_of
from inburgering_cop.diagrams.writers import _escape
from inburgering_cop.diagrams.writers.svg import number as length

_MOST_ARROWS, _MOST_LETTERS = 500, 50_000
_CURVE = "monotoneX"
_FORMS = {
    "function": ("[", "]"),
    "kind": ("(", ")"),
    "organisation": ("([", "])"),
    "theme": ("{{", "}}"),
    "note": (">", "]"),
}


def _box(box: Box, names: dict[str, str], lang: str) -> str:
    opening, closing = _FORMS[box.shape]
    texts = (box.named(lang), *(line.get(lang) for line in box.under))
    label = "<br/>".join(_escape.mermaid(text) for text in texts)
    return f'{names[box.id]}{opening}"{label}"{closing}'


def _styles(scene: Scene, names: dict[str, str]) -> list[str]:
    lines = []
    for number, colours in enumerate(INKS):
        lines.append(f"  classDef ink{number} fill:{colours.fill},stroke:{colours.line},color:#1B1B1B")
    lines.append("  classDef marked stroke-width:4px")
    lines.append("  classDef dotted stroke-dasharray:2 3")
    lines.append("  classDef legend fill:#FFFFFF,stroke:#868686,color:#1B1B1B,text-align:left")
    for group in scene.groups:
        inside = ",".join(names[box.id] for box in scene.within(group.id))
        colours = ink(group.ink)
        lines += [f"  class {inside} ink{group.ink}"] if inside else []
        lines.append(f"  style {names[group.id]} fill:#FFFFFF,stroke:{colours.line},color:{colours.text}")
    for style, chosen in (
        ("marked", [box for box in scene.boxes if box.marked]),
        ("dotted", [box for box in scene.boxes if box.dotted]),
    ):
        lines += [f"  class {','.join(names[box.id] for box in chosen)} {style}"] if chosen else []
    return [*lines, "  class legend legend"]


@attrs.frozen(kw_only=True)
class _Joined:
    """The arrows that one line shows: those of one kind of flow from one end to another."""

    tail: str
    head: str
    flow: str


def _joined(scene: Scene, lang: str) -> dict[_Joined, str]:
    """The lines, each with what stands at it: Mermaid sets the words of parallel lines over each other."""
    found: dict[_Joined, dict[str, None]] = {}
    for arrow in scene.arrows:
        said = found.setdefault(_Joined(tail=arrow.tail, head=arrow.head, flow=flow_of(arrow)), {})
        if arrow.label:
            said[arrow.label.get(lang)] = None
    return {line: ", ".join(said) for line, said in found.items()}


def _lines(drawn: Iterable[_Joined]) -> list[str]:
    """How the lines of a web are drawn, as the legend says."""
    lines = []
    for flow, look in FLOWS.items():
        numbers = [str(at) for at, line in enumerate(drawn) if line.flow == flow]
        dashes = f",stroke-dasharray:{' '.join(map(length, look.dashes))}" if look.dashes else ""
        style = f"stroke:{look.colour},stroke-width:{length(look.thickness)}px{dashes}"
        lines += [f"  linkStyle {','.join(numbers)} {style}"] if numbers else []
    return lines


def _held(written: str, arrows: int) -> str:
    """`written`, when Mermaid will draw it.

    Source: Mermaid's configuration, maxEdges and maxTextSize; more than that it does not draw.
    """
    for count, most, nl, en in (
        (arrows, _MOST_ARROWS, "pijlen", "arrows"),
        (len(written), _MOST_LETTERS, "tekens", "characters"),
    ):
        if count > most:
            why = (
                f"Deze tekening heeft {count} {nl}; Mermaid tekent er hoogstens {most}. "
                "Teken een deel, bijvoorbeeld een thema (kb.graph(theme=…)) of een fase (phase=…).",
                f"This drawing has {count} {en}; Mermaid draws {most} at most. "
                "Draw a part, for instance a theme (kb.graph(theme=…)) or a phase (phase=…).",
            )
            raise phrases.cannot_draw(given=".mmd", allowed=(".dot",), why=why)
    return written


def write(scene: Scene, lang: str) -> str:
    """`scene` as Mermaid text in `lang`; every name is a label, no name is ever an id or a keyword.

    The lines of a web run in a curve that goes through the places Mermaid keeps free for their words: by its own curve
    the words of several lines between two parties lie over each other.

    Raises:
        CannotDrawError: It has more arrows or characters than Mermaid draws.
    """
    names = {each.id: f"n{number}" for number, each in enumerate(scene.ends, 1)}
    lines = [
        "---",
        f"title: {_escape.quoted_line(scene.title.get(lang))}",
        "config:",
        "  flowchart:",
        "    wrappingWidth: 420",
        *([] if scene.in_rows else [f"    curve: {_CURVE}"]),
        "---",
        "flowchart TB" if scene.in_rows else "flowchart LR",
        f"  accTitle: {_escape.mermaid_line(scene.title.get(lang))}",
        f"  accDescr: {_escape.mermaid_line(scene.description.get(lang))}",
    ]
    lines += [f"  {_box(box, names, lang)}" for box in scene.within(None)]
    for group in scene.groups:
        heading = ". ".join(_escape.mermaid(line.get(lang)) for line in (group.label, *group.details))
        lines += [f'  subgraph {names[group.id]}["{heading}"]', "    direction TB"]
        lines += [f"    {_box(box, names, lang)}" for box in scene.within(group.id)]
        lines.append("  end")
    if scene.in_rows and not scene.arrows:
        lines += [f"  {names[above.id]} ~~~ {names[below.id]}" for above, below in pairwise(scene.groups)]
    drawn = _joined(scene, lang)
    for line, words in drawn.items():
        arrow = "-.->" if line.flow == "structure" else "-->"
        label = f'|"{_escape.mermaid(words)}"|' if words else ""
        lines.append(f"  {names[line.tail]} {arrow}{label} {names[line.head]}")
    legend = "<br/>".join(_escape.mermaid(line.get(lang)) for line in (*scene.legend, scene.source))
    if scene.in_rows and scene.groups:
        lines.append(f"  {names[scene.groups[-1].id]} ~~~ legend")
    lines.append(f'  legend["{_escape.mermaid(phrases.text("word.legend", lang))}:<br/>{legend}"]')
    lines += _styles(scene, names)
    lines += [] if scene.in_rows else _lines(drawn)
    return _held("\n".join(lines) + "\n", len(drawn))
