"""What a slide holds, and the error that names the filter that helps."""

from __future__ import annotations

from inburgering_cop import phrases
from inburgering_cop.diagrams.scenes._scene import Scene
from inburgering_cop.errors import CannotDrawError

MOST_BOXES = 30


def check(scene: Scene, suffix: str) -> None:
    """Refuses a slide with too many boxes.

    Raises:
        CannotDrawError: It has more than 30 boxes; the error names the filters that leave a part of it.
    """
    boxes = sum(box.group is not None for box in scene.boxes)
    if scene.paper == "slide" and boxes > MOST_BOXES:
        raise _error(
            scene,
            suffix,
            nl=f"Deze tekening heeft {boxes} vakken; op een dia staan er hoogstens {MOST_BOXES}.",
            en=f"This drawing has {boxes} boxes; a slide holds {MOST_BOXES} at most.",
        )


def too_much(scene: Scene, suffix: str) -> CannotDrawError:
    """The error for a drawing its paper has no room for."""
    return _error(
        scene,
        suffix,
        nl="Deze tekening heeft meer dan leesbaar op het papier past, ook ingekort.",
        en="This drawing has more than fits the paper and can be read, even shortened.",
    )


def _error(scene: Scene, suffix: str, *, nl: str, en: str) -> CannotDrawError:
    if scene.smaller:
        nl += f" Teken een deel: {' of '.join(f'{name}=… (--{name})' for name in scene.smaller)}."
        en += f" Draw a part: {' or '.join(f'{name}=…' for name in scene.smaller)}."
    if scene.paper == "slide" and not scene.in_rows:
        nl += " Of kies een groter vel: size='poster' (--size poster)."
        en += " Or take a larger sheet: size='poster'."
    return phrases.cannot_draw(given=suffix, allowed=(".mmd", ".dot"), why=(nl, en))
