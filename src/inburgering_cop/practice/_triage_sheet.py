"""What a table fills in before it sorts its themes: each item with what the people at the table say of it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import attrs

from inburgering_cop import phrases
from inburgering_cop.model import _rules
from inburgering_cop.practice._sheets import read_sheet


class Ease(StrEnum):
    """How easily a theme can be taken up, as the people at the table say."""

    EASY = "easy"
    HARD = "hard"


class Speed(StrEnum):
    """How soon a theme gives results, as the people at the table expect."""

    QUICK = "quick"
    SLOW = "slow"


@attrs.frozen(kw_only=True, repr=False)
class TriageItem:
    """A theme or bottleneck that somebody put on the table.

    Attributes:
        name: What it is called at the table.
        theme: The theme of the keten it is about, by id or any of its names; None to read it from the name.
        aspect: The side of that theme, by id or any of its names; None for the whole theme.
        group: The group (rubriek) the people at the table put it in; None when they did not.
        ease: How easily it can be taken up; None when not stated.
        speed: How soon they expect results; None when not stated.
        can_do: Whether the people say that this table can do something about it; None to look it up in the keten.
    """

    name: str = attrs.field(validator=_rules.free_text)
    theme: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    aspect: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    group: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    ease: Ease | None = attrs.field(default=None, validator=_rules.maybe(_rules.word(Ease)))
    speed: Speed | None = attrs.field(default=None, validator=_rules.maybe(_rules.word(Speed)))
    can_do: bool | None = attrs.field(default=None, validator=_rules.maybe(_rules.truth))

    def __attrs_post_init__(self) -> None:
        if self.aspect is not None and self.theme is None:
            wanted = ("weggelaten waar geen thema staat", "left out where there is no theme")
            raise phrases.invalid("aspect", self.aspect, wanted=wanted)

    def __repr__(self) -> str:
        return f"<TriageItem {self.name!r}>"


@attrs.frozen(kw_only=True, repr=False)
class TriageSheet:
    """What is to be sorted, and who sits at the table.

    Attributes:
        community: The community whose table it is, by any of its names; None when the partners are given.
        table: The partners at the table, by any of their names; empty when the community is given.
        items: What was put on the table, one or more, each under a name of its own.
    """

    community: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    table: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    items: tuple[TriageItem, ...] = attrs.field(validator=_rules.each(_rules.record(TriageItem), least=1))

    def __attrs_post_init__(self) -> None:
        if (self.community is None) == (not self.table):
            wanted = (
                "een community, of in table de partners aan tafel (niet allebei)",
                "a community, or in table the partners at the table (not both)",
            )
            raise phrases.invalid("community", self.community, wanted=wanted)
        names = [each.name for each in self.items]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            wanted = (
                "per naam één item; geef het tweede een andere naam of haal het weg",
                "one item per name; give the second another name or take it out",
            )
            raise phrases.invalid("items", twice, wanted=wanted)

    def __repr__(self) -> str:
        return f"<TriageSheet: {len(self.items)} items>"


def read_triage_sheet(path: str | Path) -> TriageSheet:
    r"""The sheet in a file of TOML or JSON, as people write it by hand.

    Source: cop-achterhoek, vraag 2, for what is asked of each item: whether it is fairly easy to take up and whether
    results are expected soon. Our choice: the form of the sheet.

    Args:
        path: A file that ends in `.toml` or `.json`.

    Raises:
        DataError: The file cannot be read, or something in it is wrong; every fault is in it.

    >>> _ = Path("tafel.toml").write_text('community = "achterhoek"\n[[items]]\nname = "jongeren"\nease = "easy"')
    >>> read_triage_sheet("tafel.toml").items[0].ease.value
    'easy'
    """
    return read_sheet(path, TriageSheet)
