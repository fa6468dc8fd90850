"""The words scenes share: texts in both languages, headings, the legend, the source line."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from inburgering_cop import phrases
from inburgering_cop.diagrams._colours import FLOWS
from inburgering_cop.diagrams.scenes._scene import Arrow, Box
from inburgering_cop.model import LocalizedText

SHAPES = ("function", "kind", "organisation")


def both(write: Callable[[str], str]) -> LocalizedText:
    """What `write` makes in Dutch and in English."""
    return LocalizedText(nl=write("nl"), en=write("en"))


def text(key: str) -> LocalizedText:
    """The library's text under `key`."""
    return both(lambda lang: phrases.text(key, lang))


def label(group: str, word: str) -> LocalizedText:
    """The label of a stored word."""
    return both(lambda lang: phrases.label(group, word, lang))


def rung_heading(rung: int) -> LocalizedText:
    """The heading of a rung."""
    return both(lambda lang: f"{phrases.text('word.rung', lang)} {rung}: {phrases.text(f'rung.{rung}', lang)}")


def capital(words: str) -> str:
    """`words` with a capital."""
    return words[:1].upper() + words[1:]


def shapes(boxes: Iterable[Box]) -> tuple[LocalizedText, ...]:
    """What the shapes that occur mean."""
    found = {box.shape for box in boxes}
    return tuple(text(f"legend.{shape}") for shape in (*SHAPES, "theme") if shape in found)


def source(as_of: datetime.date | None, licence: str | None) -> LocalizedText:
    """Where it comes from, until when it was checked, and its licence."""

    def write(lang: str) -> str:
        data = phrases.text("source.data", lang).format(licence=licence) if licence else ""
        when = f" {phrases.text('word.as-of', lang)}: {phrases.day(as_of.isoformat(), lang)}." if as_of else ""
        return f"{phrases.text('word.source', lang)}: inburgering-cop{data}.{when}"

    return both(write)


def flow_of(arrow: Arrow) -> str:
    """The kind of flow an arrow is drawn as: a key of FLOWS."""
    if arrow.dashed:
        return "structure"
    return arrow.flow if arrow.flow in FLOWS else "other"


def flows(arrows: Iterable[Arrow]) -> tuple[LocalizedText, ...]:
    """What the lines that occur mean."""
    found = {flow_of(arrow) for arrow in arrows}
    return tuple(text(f"legend.flow.{flow}") for flow in FLOWS if flow in found)
