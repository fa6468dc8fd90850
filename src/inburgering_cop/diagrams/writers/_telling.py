"""A scene in words: what the text alternatives say, before it is written as Markdown or as a web page."""

from __future__ import annotations

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Scene


@attrs.frozen(kw_only=True)
class Item:
    """One line of a list.

    Attributes:
        names: The name of the box, or where an arrow starts and ends; empty for a line of the legend.
        said: What is said of it.
        inside: Those that stand in the box together, each with what is said of it alone.
    """

    names: tuple[str, ...] = ()
    said: str
    inside: tuple[Item, ...] = ()


@attrs.frozen(kw_only=True)
class Part:
    """A heading with what stands under it.

    Attributes:
        heading: The heading; empty for what stands outside every group.
        lines: The sentences under it.
        items: The list under these.
        group: Whether it is a group of the picture.
    """

    heading: str = ""
    lines: tuple[str, ...] = ()
    items: tuple[Item, ...]
    group: bool = False


def _box(box: Box, lang: str, *, alone: bool = True) -> Item:
    starred = f" [{box.starred.get(lang)}]" if box.starred else ""
    dotted = f" [{box.dotted.get(lang)}]" if box.dotted and alone else ""
    name = (box.label.get(lang),)
    if box.members:
        inside = tuple(_box(each, lang, alone=False) for each in box.members)
        return Item(names=name, said=f":{dotted}", inside=inside)
    details = "; ".join(detail.get(lang) for detail in box.details)
    more = f" ({box.told.get(lang)})" if box.told else ""
    return Item(names=name, said=f"{starred}{f': {details}' if details else ''}{more}{dotted}")


def _arrow(arrow: Arrow, scene: Scene, lang: str) -> Item:
    """From where to where, what it does, what flows, and of what kind that is."""
    does = [": ".join(said.get(lang) for said in (arrow.label, arrow.told) if said)]
    does += [phrases.label("flow-type", arrow.flow, lang)] if arrow.flow in phrases.LABELS["flow-type"] else []
    said = "; ".join(filter(None, does))
    ends = (scene.named(arrow.tail).get(lang), scene.named(arrow.head).get(lang))
    return Item(names=ends, said=f" ({said})" if said else "")


def parts(scene: Scene, lang: str) -> tuple[Part, ...]:
    """What `scene` holds between its description and its source, in `lang`; parts without anything are left out."""
    found = [Part(items=tuple(_box(box, lang) for box in scene.within(None)))]
    found += [
        Part(
            heading=group.label.get(lang),
            lines=tuple(line.get(lang) for line in group.details),
            items=tuple(_box(box, lang) for box in scene.within(group.id)),
            group=True,
        )
        for group in scene.groups
    ]
    arrows = tuple(_arrow(arrow, scene, lang) for arrow in scene.arrows)
    found.append(Part(heading=phrases.text("word.connections", lang), items=arrows))
    legend = tuple(Item(said=line.get(lang)) for line in scene.legend)
    found.append(Part(heading=phrases.text("word.legend", lang), items=legend))
    return tuple(part for part in found if part.group or part.items)
