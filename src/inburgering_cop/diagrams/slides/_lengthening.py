"""What was cut to fit, shown again as far as the arrangement that was found has height to spare."""

from __future__ import annotations

import attrs

from inburgering_cop.diagrams.slides._fitting import Setter
from inburgering_cop.diagrams.slides._shelves import Arrangement, Frame, Shelf, in_rows


def _apart(frame: Frame) -> list[range]:
    """The boxes of a frame by their numbers, those together that are as high as each other: a row, or one in a pile."""
    count, step = len(frame.boxes), frame.columns if frame.rows else 1
    return [range(start, min(start + step, count)) for start in range(0, count, step)]


def _with(frame: Frame, numbers: range, setter: Setter) -> Frame | None:
    """The frame with these boxes as `setter` sets them; None where a word would be cut."""
    boxes = list(frame.boxes)
    for at in numbers:
        box, _ = boxes[at]
        lines = setter.box(box, frame.box_width)
        if lines is None:
            return None
        boxes[at] = (box, lines)
    rows = in_rows(tuple(boxes), frame.columns, frame.paper) if frame.rows else ()
    return attrs.evolve(frame, boxes=tuple(boxes), rows=rows)


def _replaced(found: Arrangement, at: int, shelf: Shelf) -> Arrangement:
    if at == len(found.shelves):
        return attrs.evolve(found, aside=shelf)
    return attrs.evolve(found, shelves=(*found.shelves[:at], shelf, *found.shelves[at + 1 :]))


def set_with(found: Arrangement, setter: Setter) -> Arrangement | None:
    """The arrangement with all its boxes as `setter` sets them; None where a word would be cut."""
    for at, shelf in enumerate(found.every):
        frames = [_with(frame, range(len(frame.boxes)), setter) for frame in shelf.frames]
        if not all(frames):
            return None
        found = _replaced(found, at, attrs.evolve(shelf, frames=tuple(filter(None, frames))))
    return found


def lengthened(found: Arrangement, setter: Setter, room: float) -> Arrangement:
    """The arrangement with more of each detail, row by row and line by line, while it still fits in `room`.

    Args:
        found: The arrangement, as `setter` set it.
        setter: What its boxes were set with.
        room: The height there is.
    """
    places = [
        (at, number, numbers)
        for at, shelf in enumerate(found.every)
        for number, frame in enumerate(shelf.frames)
        for numbers in _apart(frame)
    ]
    for longer in setter.longer:
        for at, number, numbers in places:
            shelf = found.every[at]
            frame = _with(shelf.frames[number], numbers, longer)
            if frame is None:
                continue
            frames = (*shelf.frames[:number], frame, *shelf.frames[number + 1 :])
            tried = _replaced(found, at, attrs.evolve(shelf, frames=frames))
            found = tried if tried.height <= room else found
    return found
