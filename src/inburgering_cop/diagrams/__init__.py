"""Pictures: a scene, and the writers that turn it into Mermaid, DOT and SVG."""

from __future__ import annotations

from inburgering_cop.diagrams._notebook import load_ipython_extension, unload_ipython_extension
from inburgering_cop.diagrams.drawing import Drawing, draw

__all__ = ["Drawing", "draw", "load_ipython_extension", "unload_ipython_extension"]
