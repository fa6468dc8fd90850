"""The colours of the pictures: open tokens of NL Design System, each checked for contrast.

Text on its fill reaches 4.5:1 at the least, lines on white 3:1. Source: start-design-tokens, packages of NL Design
System (EUPL-1.2).
"""

from __future__ import annotations

import attrs

TEXT = "#1B1B1B"
QUIET = "#595959"
LINE = "#868686"
PAPER = "#FFFFFF"


@attrs.frozen(kw_only=True)
class Ink:
    """The colours of one group: heading text, lines, fill."""

    text: str
    line: str
    fill: str


INKS = (
    Ink(text="#1B59A4", line="#5C89BE", fill="#ECF1F7"),
    Ink(text="#006827", line="#009B3A", fill="#E4F5EA"),
    Ink(text="#844C12", line="#C8700E", fill="#FFEEDD"),
    Ink(text="#695817", line="#9E8418", fill="#FFF1BB"),
    Ink(text="#595959", line="#868686", fill="#F1F1F1"),
)


def ink(number: int) -> Ink:
    """The colours with this number, counted from 0."""
    return INKS[number]


@attrs.frozen(kw_only=True)
class Flow:
    """How the line of one kind of flow is drawn: its colour, its thickness, the lengths of its dashes and gaps."""

    colour: str
    thickness: float = 2.0
    dashes: tuple[float, ...] = ()


FLOWS = {
    "information": Flow(colour="#1B59A4"),
    "decision": Flow(colour="#B70000", thickness=3.5),
    "money": Flow(colour="#006827", dashes=(14.0, 5.0)),
    "person": Flow(colour="#844C12", thickness=3.5, dashes=(4.0, 4.0)),
    "capacity": Flow(colour="#595959"),
    "other": Flow(colour="#595959"),
    "structure": Flow(colour="#595959", dashes=(7.0, 6.0)),
}
