"""A scene as sentences: the text alternative with the whole content of the picture."""

from __future__ import annotations

from inburgering_cop import phrases
from inburgering_cop.diagrams._scene import Box, Scene


def _box(box: Box, lang: str) -> str:
    details = "; ".join(detail.get(lang) for detail in box.details)
    dotted = f" [{box.dotted.get(lang)}]" if box.dotted else ""
    return f"{box.label.get(lang)}{f': {details}' if details else ''}{dotted}"


def describe(scene: Scene, lang: str) -> str:
    """`scene` as Markdown text in `lang`: title, every group with its boxes, every arrow, the source."""
    lines = [f"# {scene.title.get(lang)}", "", scene.description.get(lang)]
    outside = scene.within(None)
    if outside:
        lines += ["", *(f"- {_box(box, lang)}" for box in outside)]
    for group in scene.groups:
        heading = " ".join([f"{group.label.get(lang)}.", *(line.get(lang) for line in group.details)])
        lines += ["", heading, "", *(f"- {_box(box, lang)}" for box in scene.within(group.id))]
    if scene.arrows:
        lines += ["", f"{phrases.text('word.connections', lang)}:", ""]
    for arrow in scene.arrows:
        meaning = arrow.label or arrow.told
        does = f" ({meaning.get(lang)})" if meaning else ""
        lines.append(f"- {scene.named(arrow.tail).get(lang)} → {scene.named(arrow.head).get(lang)}{does}")
    lines += ["", scene.source.get(lang)]
    return "\n".join(lines) + "\n"
