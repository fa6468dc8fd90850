"""Marks that turn the direction of text, shown instead of obeyed: one left open would turn all that follows."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

import attrs

from inburgering_cop import text
from inburgering_cop.diagrams.scenes._scene import Arrow, Box, Group, Scene
from inburgering_cop.model import LocalizedText


@singledispatch
def _plain(value: Any) -> Any:
    return value


@_plain.register
def _(value: LocalizedText) -> LocalizedText:
    return attrs.evolve(value, nl=text.shown(value.nl), en=value.en and text.shown(value.en))


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
    """`scene` in which every such mark is shown as its number, in every text."""
    found: Scene = _plain(scene)
    return found
