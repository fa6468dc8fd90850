"""Marks that turn the direction of text, shown instead of obeyed: one left open would turn all that follows."""

from __future__ import annotations

import re
from functools import singledispatch
from typing import Any

import attrs

from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from inburgering_cop.model import LocalizedText

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _shown(text: str) -> str:
    r"""`text` with the number of each mark instead of the mark.

    >>> _shown("Open \u202e mark")
    'Open [U+202E] mark'
    """
    return _TURNS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


@singledispatch
def _plain(value: Any) -> Any:
    return value


@_plain.register
def _(value: LocalizedText) -> LocalizedText:
    return attrs.evolve(value, nl=_shown(value.nl), en=value.en and _shown(value.en))


@_plain.register
def _(value: tuple) -> tuple[Any, ...]:  # type: ignore[type-arg]
    return tuple(_plain(each) for each in value)


@_plain.register(Scene)
@_plain.register(Group)
@_plain.register(Box)
@_plain.register(Arrow)
def _(value: Any) -> Any:
    return attrs.evolve(value, **{each.name: _plain(getattr(value, each.name)) for each in attrs.fields(type(value))})


def shown(scene: Scene) -> Scene:
    """`scene` in which every such mark is shown as its number, in every text.

    Our choice: marks that only tell the direction of the letters beside them stay, for they end by themselves.
    """
    found: Scene = _plain(scene)
    return found
