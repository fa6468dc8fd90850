"""What pictures say of their own: organisations counted, details left out, lines as one format draws them."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "box.organisations": ("{count} organisaties: {names}", "{count} organisations: {names}"),
    "legend.theme": ("zeskant: thema of community", "hexagon: theme or community"),
    "legend.dot.person": ("bruine gestippelde pijl: een persoon", "brown dotted arrow: a person"),
    "overview.phases": (
        "{count} fasen. In elke fase staat wie wat doet; boven de vakken staan de termijnen.",
        "{count} phases. Each phase shows who does what; the terms stand above the boxes.",
    ),
    "overview.phases-of": (
        " Alleen wat deze groep doorloopt: {group}; fasen en termijnen van anderen staan er niet bij.",
        " Only what this group goes through: {group}; phases and terms of others are left out.",
    ),
    "overview.only": ("alleen voor: {groups}", "only for: {groups}"),
    "slide.more": ("(+{count} meer)", "(+{count} more)"),
}
