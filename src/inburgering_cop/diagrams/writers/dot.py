"""A scene as Graphviz DOT."""

from __future__ import annotations

import textwrap

from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import FLOWS, LINE, PAPER, QUIET, TEXT, ink
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Scene
from inburgering_cop.diagrams.scenes._wording import flow_of, text
from inburgering_cop.diagrams.writers import _escape
from inburgering_cop.model import LocalizedText

_IN_A_ROW = 5
_LETTERS = 34
_DOTS = 5.0
_FORMS = {
    "function": 'shape=box, style="filled{more}"',
    "kind": 'shape=box, style="rounded,filled{more}"',
    "organisation": 'shape=box, style="rounded,filled{more}", peripheries=2',
    "theme": 'shape=hexagon, margin="0,0.04", style="filled{more}"',
    "note": 'shape=note, style="filled{more}"',
}


def _rows(scene: Scene, names: dict[str, str]) -> list[str]:
    """Invisible edges that set the boxes of each group in rows, the groups in order, and the legend last."""
    lines: list[str] = []
    above = ""
    for group in scene.groups:
        inside = [names[box.id] for box in scene.within(group.id)]
        for start in range(0, len(inside), _IN_A_ROW):
            row = inside[start : start + _IN_A_ROW]
            lines.append(
                f"{{rank=same; {' -> '.join(row)} [style=invis]}}" if len(row) > 1 else f"{{rank=same; {row[0]}}}"
            )
            lines += [f"{above} -> {row[0]} [style=invis]"] if above else []
            above = row[0]
    return [*lines, f"{above} -> legend [style=invis]"] if above else lines


def _box(box: Box, names: dict[str, str], lang: str, fill: str, line: str) -> str:
    texts = (box.named(lang), *(each.get(lang) for each in box.under))
    label = "\\n".join(_escape.dot(line) for each in texts for line in textwrap.wrap(each, _LETTERS))
    form = _FORMS[box.shape].format(more=",dotted" if box.dotted else "")
    width = ", penwidth=4" if box.marked else ""
    return f'{names[box.id]} [label="{label}", {form}, fillcolor="{fill}", color="{line}"{width}]'


def _line(arrow: Arrow) -> list[str]:
    """How its line is drawn, where that is not as every line: as the legend says."""
    look = FLOWS[flow_of(arrow)]
    facts = [] if look.colour == QUIET else [f'color="{look.colour}"']
    facts += ["penwidth=3"] if look.thickness > FLOWS["other"].thickness else []
    return facts + ([f"style={'dotted' if max(look.dashes) < _DOTS else 'dashed'}"] if look.dashes else [])


def _arrow(arrow: Arrow, scene: Scene, names: dict[str, str], lang: str) -> str:
    """An arrow to or from a group runs between the first boxes of the groups and is cut at their edges."""
    facts = []
    ends = {"ltail": arrow.tail, "lhead": arrow.head}
    for fact, end in ends.items():
        if any(end == group.id for group in scene.groups):
            facts.append(f"{fact}=cluster_{names[end]}")
            ends[fact] = scene.within(end)[0].id
    if arrow.label:
        facts.append(f'label="{_escape.dot(arrow.label.get(lang))}"')
    facts += _line(arrow)
    shown = f" [{', '.join(facts)}]" if facts else ""
    return f"{names[ends['ltail']]} -> {names[ends['lhead']]}{shown}"


def _legend(scene: Scene) -> tuple[LocalizedText, ...]:
    """What the forms and lines mean: DOT has no short dashes, so that they are dots here."""
    dashed, dotted = text("legend.flow.person"), text("legend.dot.person")
    return tuple(dotted if line == dashed else line for line in scene.legend)


def write(scene: Scene, lang: str) -> str:
    """`scene` as DOT text in `lang`."""
    names = {each.id: f"n{number}" for number, each in enumerate(scene.ends, 1)}
    direction = "TB" if scene.in_rows else "LR"
    title = _escape.dot(scene.title.get(lang))
    description = _escape.dot(scene.description.get(lang))
    lines = [
        "digraph keten {",
        f'  graph [label="{title}\\n{description}\\n\\n", labelloc=t, fontsize=20, rankdir={direction}, compound=true,',
        f'    newrank=true, nodesep=0.3, ranksep=0.6, bgcolor="{PAPER}", fontname="Arial", fontcolor="{TEXT}"]',
        f'  node [fontname="Arial", fontsize=14, fontcolor="{TEXT}", color="{LINE}", fillcolor="{PAPER}"]',
        f'  edge [fontname="Arial", fontsize=12, fontcolor="{TEXT}", color="{QUIET}"]',
    ]
    lines += [f"  {_box(box, names, lang, PAPER, LINE)}" for box in scene.within(None)]
    for group in scene.groups:
        colours = ink(group.ink)
        heading = "\\n".join(_escape.dot(line.get(lang)) for line in (group.label, *group.details))
        lines.append(f"  subgraph cluster_{names[group.id]} {{")
        lines.append(f'    label="{heading}"; labeljust=l; color="{colours.line}"; fontcolor="{colours.text}"')
        lines.append("    fontsize=16; style=rounded")
        lines += [f"    {_box(box, names, lang, colours.fill, colours.line)}" for box in scene.within(group.id)]
        lines.append("  }")
    lines += [f"  {line}" for line in _rows(scene, names)] if scene.in_rows else []
    lines += [f"  {_arrow(arrow, scene, names, lang)}" for arrow in scene.arrows]
    legend = "".join(f"{_escape.dot(line.get(lang))}\\l" for line in (*_legend(scene), scene.source))
    lines.append(f'  legend [shape=note, label="{_escape.dot(phrases.text("word.legend", lang))}:\\l{legend}"]')
    return "\n".join([*lines, "}"]) + "\n"
