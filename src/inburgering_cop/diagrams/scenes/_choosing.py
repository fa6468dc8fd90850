"""Which part of a subject is drawn: one theme of a community, one community of a theme, one rung of a ladder."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.model import Community, Theme

_RUNGS = (1, 2, 3)
_SIZES = ("slide", "poster")


def refuse_unless(possible: tuple[str, ...], given: Mapping[str, object], *, subject: str) -> None:
    """Refuses a filter that the subject does not have.

    Args:
        possible: The filters it has.
        given: The filters, None for those that were not given.
        subject: The name of its class.

    Raises:
        InvalidValueError: A filter was given that it does not have.
    """
    for name, value in given.items():
        if value is not None and name not in possible:
            has_nl = f"; wel: {', '.join(possible)}" if possible else ""
            has_en = f"; it has: {', '.join(possible)}" if possible else ""
            wanted = (
                f"niets, want {subject} heeft dit filter niet{has_nl}",
                f"left out, for {subject} has no such filter{has_en}",
            )
            raise phrases.invalid(name, value, wanted=wanted)


def check(*, rung: object, steps: object, size: object) -> None:
    """Refuses a rung, a number of steps or a size that there is not; None is no choice.

    Raises:
        InvalidValueError: There is no such rung, number of steps or size.
    """
    if rung is not None and not (type(rung) is int and rung in _RUNGS):
        raise phrases.invalid("rung", rung, wanted=("1, 2 of 3", "1, 2 or 3"))
    if steps is not None and not (type(steps) is int and steps >= 1):
        raise phrases.invalid("steps", steps, wanted=("een geheel getal vanaf 1", "a whole number from 1"))
    if size is not None and size not in _SIZES:
        raise phrases.invalid("size", size, wanted=("'slide' of 'poster'", "'slide' or 'poster'"))


def on_theme(community: Community, theme: Theme, kb: KnowledgeBase) -> Community:
    """The community with this theme alone, and who at its table comes for it or has to do with it."""
    concerned = {partner.id for partner in kb.partners_for(theme=theme)}
    return attrs.evolve(
        community,
        participations=tuple(
            seat
            for seat in community.participations
            if theme.id in seat.themes or concerned.intersection((seat.partner, *seat.sends))
        ),
        themes=tuple(own for own in community.themes if own.theme == theme.id),
    )


def on_rung(scene: Scene, rung: int) -> Scene:
    """The scene of a ladder without its other rungs."""
    left = {f"rung-{each}" for each in _RUNGS if each != rung}
    return attrs.evolve(
        scene,
        groups=tuple(group for group in scene.groups if group.id not in left),
        boxes=tuple(box for box in scene.boxes if box.group not in left),
        arrows=tuple(arrow for arrow in scene.arrows if not left & {arrow.tail, arrow.head}),
        smaller=tuple(name for name in scene.smaller if name != "rung"),
    )
