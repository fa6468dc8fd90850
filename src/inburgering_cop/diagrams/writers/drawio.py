"""A picture as draw.io (diagrams.net) XML, in which every box and arrow stays editable.

Source: mxGraphModel as draw.io writes it: cells with a value, a style and a geometry; cells 0 and 1 are the root and
the layer everything stands in.
"""

from __future__ import annotations

from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams._picture import Panel, Picture, Point, Wire, Words
from inburgering_cop.diagrams.scenes._scene import Box
from inburgering_cop.diagrams.writers import _escape
from inburgering_cop.diagrams.writers.svg import number

_FONT = "fontFamily=Arial"
_LINE = 1.25
_PLACED = f"text;html=1;verticalAlign=top;spacing=0;{_FONT}"
_TEXT = f"text;html=1;align=left;verticalAlign=top;whiteSpace=wrap;spacing=0;{_FONT}"


def _html(words: tuple[Words, ...]) -> str:
    """Lines of text as the HTML of a label, itself safe in an attribute; texts at one height are one line."""
    lines: dict[float, list[str]] = {}
    for each in words:
        text = _escape.xml(each.text)
        lines.setdefault(each.y, []).append(f"<b>{text}</b>" if each.bold else text)
    return _escape.xml("<br>".join(" ".join(line) for line in lines.values()))


def _geometry(x: float, y: float, width: float, height: float) -> str:
    place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<mxGeometry {place} as="geometry"/>'


def _cell(name: str, value: str, style: str, geometry: str) -> list[str]:
    return [
        f'        <mxCell id="{name}" value="{value}" style="{style}" vertex="1" parent="1">',
        f"          {geometry}",
        "        </mxCell>",
    ]


def _height(panel: Panel) -> str:
    """At which height its words stand: in the middle, or above what else stands in it."""
    if not panel.notes:
        return "verticalAlign=middle"
    first = panel.words[0]
    return f"verticalAlign=top;spacingTop={number(first.y - first.size - panel.y)}"


def _across(panel: Panel) -> str:
    """Where across the panel its words stand: in its middle, or as far from its left side as the first of them."""
    if panel.words[0].middle:
        return "align=center"
    return f"align=left;spacing=0;spacingLeft={number(min(words.x for words in panel.words) - panel.x)}"


def _note(words: Words, name: str) -> list[str]:
    """Text at a place of its own in a panel, as wide as it is."""
    width = Ruler(size=words.size, bold=words.bold).width(words.text)
    style = f"{_PLACED};align={'center' if words.middle else 'left'};fontSize={number(words.size)}"
    left = words.x - width / 2 if words.middle else words.x
    geometry = _geometry(left, words.y - words.size, width, _LINE * words.size)
    return _cell(name, _html((words,)), f"{style};fontColor={words.colour}", geometry)


def _panel(panel: Panel, name: str) -> list[str]:
    frame = panel.fill is None
    round_ = f"rounded={int(panel.corner > 0)};absoluteArcSize=1;arcSize={number(2 * panel.corner)}"
    pointed = f"shape=hexagon;perimeter=hexagonPerimeter2;fixedSize=1;size={number(panel.point)}"
    style = [
        "html=1;whiteSpace=wrap",
        pointed if panel.point else round_,
        f"fillColor={panel.fill or 'none'};strokeColor={panel.line};strokeWidth={number(panel.thickness)}",
        f"fontSize={number(panel.words[-1].size)};fontColor={panel.words[0].colour};{_FONT}",
        "align=left;verticalAlign=top;spacingLeft=12;spacingTop=8" if frame else f"{_across(panel)};{_height(panel)}",
    ]
    style += ["dashed=1;dashPattern=2 4"] if isinstance(panel.of, Box) and panel.of.dotted else []
    geometry = _geometry(panel.x, panel.y, panel.width, panel.height)
    return _cell(name, _html(panel.words), ";".join(style), geometry)


def _words(words: Words, name: str, width: float) -> list[str]:
    style = f"{_TEXT};fontSize={number(words.size)};fontColor={words.colour}"
    geometry = _geometry(words.x, words.y - words.size, width - 2 * words.x, _LINE * words.size)
    return _cell(name, _html((words,)), style, geometry)


def _point(point: Point, role: str | None = None) -> str:
    x, y = point
    named = f' as="{role}"' if role else ""
    return f'<mxPoint x="{number(x)}" y="{number(y)}"{named}/>'


def _side(point: Point, panel: Panel, end: str) -> str:
    """Where on its panel an arrow starts (exit) or ends (entry), as shares of its width and height."""
    across, down = (point[0] - panel.x) / panel.width, (point[1] - panel.y) / panel.height
    return f"{end}X={across:.3f};{end}Y={down:.3f};{end}Perimeter=0"


def _wire(wire: Wire, name: str, names: dict[str, str], panels: dict[str, Panel]) -> list[str]:
    style = [
        "endArrow=block;endFill=1;html=1;rounded=0",
        f"strokeWidth={number(wire.thickness)};strokeColor={wire.colour}",
    ]
    if wire.dashes:
        style.append(f"dashed=1;dashPattern={' '.join(number(each) for each in wire.dashes)}")
    ends = ""
    if wire.tail and wire.head:
        style.append(_side(wire.points[0], panels[wire.tail], "exit"))
        style.append(_side(wire.points[-1], panels[wire.head], "entry"))
        ends = f' source="{names[wire.tail]}" target="{names[wire.head]}"'
    corners = [f"              {_point(point)}" for point in wire.points[1:-1]]
    return [
        f'        <mxCell id="{name}" value="" style="{";".join(style)}" edge="1" parent="1"{ends}>',
        '          <mxGeometry relative="1" as="geometry">',
        f"            {_point(wire.points[0], 'sourcePoint')}",
        f"            {_point(wire.points[-1], 'targetPoint')}",
        *(['            <Array as="points">', *corners, "            </Array>"] if corners else []),
        "          </mxGeometry>",
        "        </mxCell>",
    ]


def write(picture: Picture) -> str:
    """`picture` as a .drawio file of one page."""
    names = {panel.of.id: f"n{at}" for at, panel in enumerate(picture.panels, 1)}
    panels = {panel.of.id: panel for panel in picture.panels}
    size = f'pageWidth="{number(picture.width)}" pageHeight="{number(picture.height)}"'
    lines = [
        '<mxfile host="inburgering-cop">',
        f'  <diagram id="page" name="{_escape.xml(picture.title)}">',
        f'    <mxGraphModel page="1" {size} background="#FFFFFF">',
        "      <root>",
        '        <mxCell id="0"/>',
        '        <mxCell id="1" parent="0"/>',
    ]
    for at, words in enumerate(picture.words, 1):
        lines += _words(words, f"t{at}", picture.width)
    for panel in picture.panels:
        lines += _panel(panel, names[panel.of.id])
    for panel in picture.panels:
        for at, words in enumerate(panel.notes, 1):
            lines += _note(words, f"{names[panel.of.id]}-{at}")
    for at, wire in enumerate(picture.wires, 1):
        lines += _wire(wire, f"e{at}", names, panels)
    return "\n".join([*lines, "      </root>", "    </mxGraphModel>", "  </diagram>", "</mxfile>"]) + "\n"
