"""What is drawn, as one value: every writer and every text alternative is made from it."""

from __future__ import annotations

import attrs

from inburgering_cop.model import LocalizedText


@attrs.frozen(kw_only=True)
class Box:
    """One node of the picture.

    Attributes:
        id: Unique in the scene.
        label: The name in the box.
        details: Lines under the name: what it does, where it sits.
        shape: function, kind, organisation or theme: the form of the box.
        group: Id of the group it stands in; None when it stands on its own.
        marked: Whether its border is thick: it is the one that can settle the matter, or what was asked of it is done.
        dotted: Why its border is dotted: it comes from the general ladder, or is waited for; None where it is not.
    """

    id: str
    label: LocalizedText
    details: tuple[LocalizedText, ...] = ()
    shape: str
    group: str | None = None
    marked: bool = False
    dotted: LocalizedText | None = None


@attrs.frozen(kw_only=True)
class Group:
    """Boxes that stand together.

    Attributes:
        id: Unique in the scene.
        label: Its heading.
        details: Lines under the heading.
    """

    id: str
    label: LocalizedText
    details: tuple[LocalizedText, ...] = ()


@attrs.frozen(kw_only=True)
class Arrow:
    """A line from one box or group to another.

    Attributes:
        tail: Id of the box or group it starts at.
        head: Id of the box or group it ends at.
        label: What stands at it; None for nothing.
        told: What it means where no label stands at it, for the text alternative; None for nothing more.
        dashed: Whether it is a dashed line (fills a role, is part of) instead of a solid one.
    """

    tail: str
    head: str
    label: LocalizedText | None = None
    told: LocalizedText | None = None
    dashed: bool = False


@attrs.frozen(kw_only=True)
class Scene:
    """A picture before it is written: nothing of any format, nothing of any language.

    Attributes:
        title: Its title.
        description: What it shows, in a sentence or two.
        groups: The groups, in order.
        boxes: The boxes, in order.
        arrows: The arrows, in order.
        legend: What the forms and lines mean.
        source: Where it comes from, until when it was checked, and its licence.
        in_rows: Whether it can be drawn as rows of boxes, one block of rows per group.
    """

    title: LocalizedText
    description: LocalizedText
    groups: tuple[Group, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    legend: tuple[LocalizedText, ...]
    source: LocalizedText
    in_rows: bool

    def within(self, group: str | None) -> tuple[Box, ...]:
        """The boxes of `group`, or with None those outside any."""
        return tuple(box for box in self.boxes if box.group == group)

    @property
    def ends(self) -> tuple[Group | Box, ...]:
        """Everything an arrow may start or end at: the groups, then the boxes."""
        return (*self.groups, *self.boxes)

    def named(self, end: str) -> LocalizedText:
        """The label of the box or group with this id."""
        return next(each.label for each in self.ends if each.id == end)
