"""A notebook in which answers and records show their drawing: `%load_ext inburgering_cop`.

IPython keeps what an object is shown as in registries of its own, so that the rooms these objects come from learn
nothing of pictures.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any

from inburgering_cop import text
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams.drawing import draw
from inburgering_cop.errors import InburgeringCopError
from inburgering_cop.keten import Escalation
from inburgering_cop.model import Community, Theme

if TYPE_CHECKING:
    from inburgering_cop.diagrams._subjects import Subject

_SVG, _MARKDOWN = "image/svg+xml", "text/markdown"
_BRACKETS = re.compile(r"[\[\]]")
_SHOWN = (Escalation, Community, Theme, KnowledgeBase)


def _svg(subject: Subject) -> str | None:
    """The SVG of the subject, or None where there is none: the notebook then shows what it did before."""
    try:
        return draw(subject)._repr_svg_()
    except InburgeringCopError:
        return None


def _markdown(route: Escalation) -> str:
    """The picture of a route, and under it the text: of the two, most notebooks would show the text alone."""
    svg = _svg(route)
    if svg is None:
        return route._repr_markdown_()
    data = base64.b64encode(svg.encode()).decode()
    name = _BRACKETS.sub(lambda found: f"&#{ord(found[0])};", text.in_markdown(draw(route).scene.title.nl))
    return f"![{name}](data:image/svg+xml;base64,{data})\n\n{route._repr_markdown_()}"


def load_ipython_extension(ipython: Any) -> None:
    """Makes routes, communities, themes and knowledge bases show their drawing, a route with its text under it.

    Args:
        ipython: The shell, as IPython gives it on `%load_ext inburgering_cop`.
    """
    formatters = ipython.display_formatter.formatters
    for cls in _SHOWN:
        formatters[_SVG].for_type(cls, _svg)
    formatters[_MARKDOWN].for_type(Escalation, _markdown)


def unload_ipython_extension(ipython: Any) -> None:
    """Makes them show what they showed before.

    Args:
        ipython: The shell, as IPython gives it on `%unload_ext inburgering_cop`.
    """
    formatters = ipython.display_formatter.formatters
    for cls in _SHOWN:
        formatters[_SVG].pop(cls, None)
    formatters[_MARKDOWN].pop(Escalation, None)
