"""Lines that run the same way, and along which the same kind of thing flows, as one line with all their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from inburgering_cop.diagrams.scenes._scene import Arrow, Scene
from inburgering_cop.diagrams.scenes._wording import both, flow_of
from inburgering_cop.model import LocalizedText


def bundled(scene: Scene) -> Scene:
    """The scene with one arrow for those of one look from one box to another; those of several looks stay apart."""
    found: dict[tuple[str, str, str], list[Arrow]] = {}
    for arrow in scene.arrows:
        found.setdefault((arrow.tail, arrow.head, flow_of(arrow)), []).append(arrow)
    return attrs.evolve(scene, arrows=tuple(_one(arrows) for arrows in found.values()))


def _one(arrows: Sequence[Arrow]) -> Arrow:
    return attrs.evolve(arrows[0], label=_joined(arrow.label for arrow in arrows))


def _joined(labels: Iterable[LocalizedText | None]) -> LocalizedText | None:
    """The words one after another, each once; None where there are none."""
    said = [label for label in labels if label]
    return both(lambda lang: ", ".join(dict.fromkeys(label.get(lang) for label in said))) if said else None
