"""A scene as a Mermaid flowchart."""

from __future__ import annotations

from itertools import pairwise

from inburgering_cop import phrases
from inburgering_cop.diagrams import _escape
from inburgering_cop.diagrams._colours import INKS, ink
from inburgering_cop.diagrams._scene import Box, Scene

_MOST_ARROWS, _MOST_LETTERS = 500, 50_000
_FORMS = {"function": ("[", "]"), "kind": ("(", ")"), "organisation": ("([", "])"), "theme": ("{{", "}}")}


def _box(box: Box, names: dict[str, str], lang: str) -> str:
    opening, closing = _FORMS[box.shape]
    label = "<br/>".join(_escape.mermaid(line.get(lang)) for line in (box.label, *box.details))
    return f'{names[box.id]}{opening}"{label}"{closing}'


def _styles(scene: Scene, names: dict[str, str]) -> list[str]:
    lines = []
    for number, colours in enumerate(INKS):
        lines.append(f"  classDef ink{number} fill:{colours.fill},stroke:{colours.line},color:#1B1B1B")
    lines.append("  classDef marked stroke-width:4px")
    lines.append("  classDef dotted stroke-dasharray:2 3")
    lines.append("  classDef legend fill:#FFFFFF,stroke:#868686,color:#1B1B1B,text-align:left")
    for number, group in enumerate(scene.groups):
        inside = ",".join(names[box.id] for box in scene.within(group.id))
        index = INKS.index(ink(number))
        lines += [f"  class {inside} ink{index}"] if inside else []
        lines.append(f"  style {names[group.id]} fill:#FFFFFF,stroke:{ink(number).line},color:{ink(number).text}")
    for style, chosen in (
        ("marked", [box for box in scene.boxes if box.marked]),
        ("dotted", [box for box in scene.boxes if box.dotted]),
    ):
        lines += [f"  class {','.join(names[box.id] for box in chosen)} {style}"] if chosen else []
    return [*lines, "  class legend legend"]


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
    for arrow in scene.arrows:
        line = "-.->" if arrow.dashed else "-->"
        label = f'|"{_escape.mermaid(arrow.label.get(lang))}"|' if arrow.label else ""
        lines.append(f"  {names[arrow.tail]} {line}{label} {names[arrow.head]}")
    legend = "<br/>".join(_escape.mermaid(line.get(lang)) for line in (*scene.legend, scene.source))
    if scene.in_rows and scene.groups:
        lines.append(f"  {names[scene.groups[-1].id]} ~~~ legend")
    lines.append(f'  legend["{_escape.mermaid(phrases.text("word.legend", lang))}:<br/>{legend}"]')
    lines += _styles(scene, names)
    return _held("\n".join(lines) + "\n", len(scene.arrows))
