"""Organisations that fill one role, in one box: who they are, and what is said of all of them or of some."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams.scenes._scene import Box
from inburgering_cop.diagrams.scenes._wording import both
from inburgering_cop.model import LocalizedText

_ON_LINES = 4


@attrs.frozen(kw_only=True)
class Seated:
    """A box, and the role that who stands in it fills.

    Attributes:
        role: Id of the role.
        shared: Id of the box of that role, where several stand in it.
        own: Whether it is that role itself, instead of an organisation that fills it.
        box: The box, as it is where nobody else fills the role.
        alone: What is said of it where the box names its role: the same, without that name.
    """

    role: str
    shared: str
    own: bool
    box: Box
    alone: tuple[LocalizedText, ...]


def _names(boxes: Iterable[Box], lang: str) -> str:
    return ", ".join(box.label.get(lang) for box in boxes)


def _shown(box: Box) -> LocalizedText:
    return both(box.named) if box.starred else box.label


def _listed(members: list[Box]) -> tuple[LocalizedText, ...]:
    """The names, a line each; many of them are counted, those with an asterisk first, so that one is always seen."""
    if len(members) <= _ON_LINES:
        return tuple(_shown(box) for box in members)
    first = sorted(members, key=lambda box: box.starred is None)

    def count(lang: str) -> str:
        names = ", ".join(box.named(lang) for box in first)
        return phrases.text("box.organisations", lang).format(count=len(members), names=names)

    return (both(count),)


def _said(members: list[Box]) -> tuple[LocalizedText, ...]:
    """What is said of every member once, and what is said of some with their names before it."""
    found: dict[LocalizedText, list[Box]] = {}
    for box in members:
        for detail in box.details:
            found.setdefault(detail, []).append(box)

    def of_some(detail: LocalizedText, some: list[Box]) -> LocalizedText:
        return both(lambda lang: f"{_names(some, lang)}: {detail.get(lang)}")

    return tuple(detail if len(of) == len(members) else of_some(detail, of) for detail, of in found.items())


def _without(role: LocalizedText, box: Box) -> Box:
    """The box under its name without that of the role before it: under "Gemeente" Gemeente Weert is "Weert"."""

    def short(lang: str) -> str:
        name = box.label.get(lang)
        before = next((each for each in (role.nl, role.get(lang)) if name.startswith(f"{each} ")), "")
        rest = name[len(before) :].strip()
        return rest if rest[:1].isupper() else name

    return attrs.evolve(box, label=both(short))


def _together(seated: list[Seated], name: LocalizedText) -> Box:
    """The box of a role, under its name; those who fill it stand there without it, but one alone beside the role."""
    members = [attrs.evolve(each.box, details=each.alone) for each in seated]
    alone = sum(not each.own for each in seated) == 1
    called = [box if each.own or alone else _without(name, box) for each, box in zip(seated, members, strict=True)]
    organisations = [box for each, box in zip(seated, called, strict=True) if not each.own]
    doubted = [box.starred for each, box in zip(seated, members, strict=True) if each.own]
    return attrs.evolve(
        members[0],
        id=seated[0].shared,
        label=name,
        details=_said(called),
        names=_listed(organisations),
        shape="kind" if doubted else members[0].shape,
        marked=any(box.marked for box in members),
        starred=next(filter(None, doubted), None),
        members=tuple(members),
    )


def gathered(seated: Iterable[Seated], *, name: Callable[[str], LocalizedText]) -> tuple[Box, ...]:
    """The boxes, those of one role in one where any of them is an organisation, at the place of the first.

    Args:
        seated: The boxes with their roles, in order.
        name: What a role is called.
    """
    by_role: dict[tuple[str, LocalizedText | None], list[Seated]] = {}
    for each in seated:
        by_role.setdefault((each.role, each.box.dotted), []).append(each)
    return tuple(
        _together(those, name(role)) if len(those) > 1 else those[0].box for (role, _), those in by_role.items()
    )
