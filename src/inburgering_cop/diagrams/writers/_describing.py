"""A scene as sentences: the text alternative with the whole content of the picture."""

from __future__ import annotations

from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.diagrams.writers._telling import Item, Part, parts


def _item(item: Item, indent: str = "") -> list[str]:
    inside = [line for each in item.inside for line in _item(each, f"{indent}  ")]
    return [f"{indent}- {' → '.join(item.names)}{item.said}", *inside]


def _part(part: Part) -> list[str]:
    heading = " ".join([f"{part.heading}.", *part.lines]) if part.group else f"{part.heading}:"
    items = [line for item in part.items for line in _item(item)]
    return [*(["", heading] if part.heading else []), *(["", *items] if items else [])]


def describe(scene: Scene, lang: str) -> str:
    """`scene` as Markdown text in `lang`: title, every group with its boxes, every arrow, the legend, the source."""
    lines = [f"# {scene.title.get(lang)}", "", scene.description.get(lang)]
    lines += [line for part in parts(scene, lang) for line in _part(part)]
    lines += ["", scene.source.get(lang)]
    return "\n".join(lines) + "\n"
