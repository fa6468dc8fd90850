"""What was cut to fit, shown again as far as the arrangement that was found has height to spare."""

from __future__ import annotations

import attrs

from inburgering_cop.diagrams.slides._fitting import Setter
from inburgering_cop.diagrams.slides._shelves import Arrangement, Frame, Shelf, in_rows


def _with_row(frame: Frame, row: int, setter: Setter) -> Frame | None:
    """The frame with the boxes of one row as `setter` sets them; None where a word would be cut."""
    boxes = list(frame.boxes)
    for at in range(row * frame.columns, min((row + 1) * frame.columns, len(boxes))):
        box, _ = boxes[at]
        lines = setter.box(box, frame.box_width)
        if lines is None:
            return None
        boxes[at] = (box, lines)
    return attrs.evolve(frame, boxes=tuple(boxes), rows=in_rows(tuple(boxes), frame.columns))


def _every(found: Arrangement) -> tuple[Shelf, ...]:
    return (*found.shelves, *((found.aside,) if found.aside else ()))


def _replaced(found: Arrangement, at: int, shelf: Shelf) -> Arrangement:
    if at == len(found.shelves):
        return attrs.evolve(found, aside=shelf)
    return attrs.evolve(found, shelves=(*found.shelves[:at], shelf, *found.shelves[at + 1 :]))


def lengthened(found: Arrangement, setter: Setter, room: float) -> Arrangement:
    """The arrangement with more of each detail, row by row and line by line, while it still fits in `room`.

    Args:
        found: The arrangement, as `setter` set it.
        setter: What its boxes were set with.
        room: The height there is.
    """
    places = [
        (at, number, row)
        for at, shelf in enumerate(_every(found))
        for number, frame in enumerate(shelf.frames)
        for row in range(len(frame.rows))
    ]
    for longer in setter.longer:
        for at, number, row in places:
            shelf = _every(found)[at]
            frame = _with_row(shelf.frames[number], row, longer)
            if frame is None:
                continue
            frames = (*shelf.frames[:number], frame, *shelf.frames[number + 1 :])
            tried = _replaced(found, at, attrs.evolve(shelf, frames=frames))
            found = tried if tried.height <= room else found
    return found
