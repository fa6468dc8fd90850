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
        names: Who stand in it together, under its own name: a line each, or counted in one; empty where it is one.
        shape: function, kind, organisation, theme (a community too) or note: the form of the box.
        group: Id of the group it stands in; None when it stands on its own.
        marked: Whether its border is thick: it is the one that can settle the matter, or what was asked of it is done.
        dotted: Why its border is dotted: it comes from the general ladder, or is waited for; None where it is not.
        members: Those that stand in it together, each with what is said of it alone; empty where it is one.
        told: What the picture has no room for, for the text alternative; None for nothing more.
        starred: Why an asterisk stands at its name; None where none does.
    """

    id: str
    label: LocalizedText
    details: tuple[LocalizedText, ...] = ()
    names: tuple[LocalizedText, ...] = ()
    shape: str
    group: str | None = None
    marked: bool = False
    dotted: LocalizedText | None = None
    told: LocalizedText | None = None
    starred: LocalizedText | None = None
    members: tuple[Box, ...] = ()

    @property
    def under(self) -> tuple[LocalizedText, ...]:
        """Every line under its name: the names, then the details."""
        return (*self.names, *self.details)

    def named(self, lang: str) -> str:
        """Its name as it stands in the box."""
        return f"{self.label.get(lang)}*" if self.starred else self.label.get(lang)


@attrs.frozen(kw_only=True)
class Group:
    """Boxes that stand together.

    Attributes:
        id: Unique in the scene.
        label: Its heading.
        details: Lines under the heading.
        mark: What marks its boxes beside their colour, where they stand in no frame; empty for nothing.
        ink: The number of its colours, counted from 0; those of a rung are the same in every picture.
    """

    id: str
    label: LocalizedText
    details: tuple[LocalizedText, ...] = ()
    mark: str = ""
    ink: int = 4


@attrs.frozen(kw_only=True)
class Arrow:
    """A line from one box or group to another.

    Attributes:
        tail: Id of the box or group it starts at.
        head: Id of the box or group it ends at.
        label: What stands at it; None for nothing.
        told: What the picture has no room for, for the text alternative; None for nothing more.
        dashed: Whether it is a dashed line (fills a role, is part of) instead of a solid one.
        flow: What flows along it: information, decision, money or person, or capacity where it says what its head does;
            None where nothing does.
    """

    tail: str
    head: str
    label: LocalizedText | None = None
    told: LocalizedText | None = None
    dashed: bool = False
    flow: str | None = None


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
        in_rows: Whether it is drawn as rows of boxes, one block of rows per group, and else as a web of lines.
        centre: Id of the box a web is drawn around; None where it is drawn along those with most lines.
        paper: What it is laid out on: slide (16:9), poster (A1 landscape), either (a slide where it fits one), or roll,
            as high as it needs.
        smaller: The filters that leave a part of it.
    """

    title: LocalizedText
    description: LocalizedText
    groups: tuple[Group, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    legend: tuple[LocalizedText, ...]
    source: LocalizedText
    in_rows: bool
    centre: str | None = None
    paper: str = "slide"
    smaller: tuple[str, ...] = ()

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
