"""How boxes and headings are set in lines: at one size of type, and shortened as far as a paper needs."""

from __future__ import annotations

from functools import cached_property

import attrs

from inburgering_cop import phrases
from inburgering_cop.diagrams._measuring import Ruler
from inburgering_cop.diagrams.scenes._scene import Box, Group

SIDE = 9
_GUIDE = 18
_MORE = range(1, 9)
CORNERS = {"function": 0.0, "kind": 12.0, "organisation": 30.0, "theme": 0.0, "note": 6.0}
POINTS = {"theme": 16.0}
_ROUND = {"organisation": 6, "theme": 16}


@attrs.frozen(kw_only=True, eq=False)
class Line:
    """One line of text, the ruler it was measured with, and how far the next stands under it, in its size."""

    text: str
    ruler: Ruler
    leading: float

    @property
    def height(self) -> float:
        """What it takes, with the room to the next line."""
        return self.ruler.size * self.leading


def height(lines: tuple[Line, ...]) -> float:
    """What lines take together."""
    return sum(line.height for line in lines)


@attrs.frozen(kw_only=True)
class Size:
    """How large text is, and how much of it is shown.

    Attributes:
        name: The font size of the name of a box.
        plain: That of its details.
        heading: That of the heading of a frame.
        lines: How many lines a detail has at most; None for as many as it needs.
        joined: How many lines all details of a box have together, the shortest first; None where each has its own.
        names: How many lines names that are counted as many take at most; None for as many as they need.
        counted: Whether details are only counted, after the name.
    """

    name: float
    plain: float
    heading: float
    lines: int | None = None
    joined: int | None = None
    names: int | None = None
    counted: bool = False


class Setter:
    """Sets the boxes and headings of one picture at one size; what was set once is remembered.

    Attributes:
        shared: The ruler that remembers the words of the picture, whatever their size.
    """

    def __init__(self, size: Size, lang: str, shared: Ruler, *, leading: float) -> None:
        self._size = size
        self._leading = leading
        self._lang = lang
        self._shared = shared
        self._headings: dict[tuple[str, float], tuple[Line, ...] | None] = {}
        self._boxes: dict[tuple[str, float], tuple[Line, ...] | None] = {}

    @cached_property
    def _name(self) -> Ruler:
        return attrs.evolve(self._shared, size=self._size.name, bold=True)

    @cached_property
    def _plain(self) -> Ruler:
        return attrs.evolve(self._shared, size=self._size.plain)

    @cached_property
    def _guide(self) -> Ruler:
        return attrs.evolve(self._shared, size=min(self._size.plain, _GUIDE))

    @cached_property
    def _heading(self) -> Ruler:
        return attrs.evolve(self._shared, size=self._size.heading, bold=True)

    @property
    def longer(self) -> tuple[Setter, ...]:
        """Setters of the same type that show more and more of the details, the last all."""
        if self._size.counted:
            shown = [attrs.evolve(self._size, counted=False, lines=None, joined=most, names=most + 1) for most in _MORE]
        elif self._size.joined:
            shown = [attrs.evolve(self._size, joined=self._size.joined + more) for more in _MORE]
        else:
            shown = [attrs.evolve(self._size, lines=(self._size.lines or 0) + more) for more in _MORE]
        whole = attrs.evolve(self._size, counted=False, lines=None, joined=None, names=None)
        return tuple(Setter(each, self._lang, self._shared, leading=self._leading) for each in (*shown, whole))

    def box(self, box: Box, width: float) -> tuple[Line, ...] | None:
        """The lines in a box of `width`; None where a word of it would be cut."""
        key = (box.id, width)
        if key not in self._boxes:
            self._boxes[key] = self._set(box, width - 2 * SIDE - _ROUND.get(box.shape, 0))
        return self._boxes[key]

    def _set(self, box: Box, room: float) -> tuple[Line, ...] | None:
        name, names = self._named(box), [each.get(self._lang) for each in box.names]
        details = self._shown([detail.get(self._lang) for detail in box.details])
        if not self._name.holds(name, within=room):
            return None
        if not all(self._plain.holds(each, within=room) for each in (*names, *details)):
            return None
        lines = [self._line(text, self._name) for text in self._name.lines(name, within=room)]
        many = len(names) == 1 < len(box.members) - 1
        for each in names:
            shown = self._listed(each, room) if many else self._plain.lines(each, within=room)
            lines += [self._line(text, self._plain) for text in shown]
        for each in details:
            lines += [self._line(text, self._plain) for text in self._cut(each, room)]
        return tuple(lines)

    def _line(self, text: str, ruler: Ruler) -> Line:
        return Line(text=text, ruler=ruler, leading=self._leading)

    def _named(self, box: Box) -> str:
        """The name, and after it how many details are left out."""
        name = box.named(self._lang)
        left = phrases.text("slide.more", self._lang).format(count=len(box.details))
        return f"{name} {left}" if self._size.counted and box.details else name

    def _shown(self, details: list[str]) -> list[str]:
        """The details as they stand in a box: each on its own, joined, or not at all."""
        if self._size.counted:
            return []
        if self._size.joined is None or len(details) < 2:
            return details
        return ["; ".join(sorted(details, key=len))]

    @property
    def _most(self) -> int | None:
        return self._size.joined or self._size.lines

    def _cut(self, text: str, room: float) -> tuple[str, ...]:
        if self._most is None:
            return self._plain.lines(text, within=room)
        return self._plain.cut(text, within=room, most=self._most)

    def _listed(self, names: str, room: float) -> tuple[str, ...]:
        """Many names, counted: all of them, or as many as fit in the lines there are for them, none of them cut."""
        lines = self._plain.lines(names, within=room)
        shown = names.split(", ")
        while self._size.names and len(lines) > self._size.names and len(shown) > 1:
            shown.pop()
            lines = self._plain.lines(f"{', '.join(shown)} …", within=room)
        return lines

    def least(self, box: Box) -> float:
        """The area its text takes at the least, however it is broken, where nothing of it is cut."""
        plain = sum(self._plain.width(each.get(self._lang)) for each in box.under) * self._size.plain
        return (self._name.width(box.named(self._lang)) * self._size.name + plain) * self._leading

    def heading(self, group: Group, room: float) -> tuple[Line, ...] | None:
        """The lines over the boxes of a frame; None where a word would be cut."""
        key = (group.id, room)
        if key not in self._headings:
            self._headings[key] = self._head(group, room)
        return self._headings[key]

    def _head(self, group: Group, room: float) -> tuple[Line, ...] | None:
        label = group.label.get(self._lang)
        if not self._heading.holds(label, within=room):
            return None
        lines = [self._line(text, self._heading) for text in self._heading.lines(label, within=room)]
        for detail in group.details:
            shown = self._guide.lines(detail.get(self._lang), within=room)
            lines += [self._line(text, self._guide) for text in shown]
        return tuple(lines)
