"""Triage as CoP Achterhoek does it: pick up now, later, or pass on to the table that can."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import attrs

from inburgering_cop import errors
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.keten import Escalation, Referral
from inburgering_cop.model import (
    Aspect,
    Basis,
    Capacity,
    Citation,
    Community,
    LocalizedText,
    Partner,
    Theme,
    ThemeStanding,
)
from inburgering_cop.practice import _triage_reasons as _reasons
from inburgering_cop.practice._seats import TableSeat, at_table, inside, seats, stands_for
from inburgering_cop.practice._triage_sheet import Ease, Speed, TriageItem, TriageSheet

SOURCE = Citation(source="cop-achterhoek", place="vraag 2")
_SETTLES = (Capacity.DECIDES, Capacity.EXECUTES)


class Outcome(StrEnum):
    """Where an item ends up: picked up now, later, passed on to another table, or asked back first."""

    NOW = "now"
    LATER = "later"
    PASS_ON = "pass-on"  # noqa: S105
    ASK = "ask"


@attrs.frozen(kw_only=True, repr=False)
class OtherTable:
    """Another community that has at its table who can settle an item.

    Attributes:
        seat: Who sits there, for which role, and how.
        standing: How that community has the theme; None when it does not have it.
    """

    seat: TableSeat
    standing: ThemeStanding | None

    def __repr__(self) -> str:
        return f"<OtherTable {self.seat.community.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class SortedItem:
    """One item, where it ends up, and why.

    Attributes:
        item: What was put on the table.
        group: The group it stands in: the one stated, else the group of its theme; None without either.
        theme: The theme of the keten it is about; None when none is recognised.
        aspect: The side of that theme; None for the whole theme.
        outcome: now, later, pass-on or ask.
        reasons: Why, one or more.
        asks: What is asked back because it was not stated; empty when nothing is.
        settling: Who decides or executes it, as the drietrapsraket has it; empty when the data name no one.
        present: Those of them that sit at this table.
        tables: For what is passed on, the other tables; empty otherwise, or when no table in the data can.
    """

    item: TriageItem
    group: LocalizedText | None
    theme: Theme | None
    aspect: Aspect | None
    outcome: Outcome
    reasons: tuple[LocalizedText, ...]
    asks: tuple[LocalizedText, ...]
    settling: tuple[Referral, ...]
    present: tuple[Referral, ...]
    tables: tuple[OtherTable, ...]

    def __repr__(self) -> str:
        return f"<SortedItem {self.item.name!r}: {self.outcome.value}>"


@attrs.frozen(kw_only=True, repr=False)
class Triage:
    """What a table put on the table, sorted.

    Attributes:
        community: The community whose table it is; None when the partners were given.
        table: The partners that sit there, by id.
        items: The items sorted: now, later, pass-on, ask; in each by group, then easy and quick first.
        citations: Where the method stands.
        as_of: The day until which the data were checked.
    """

    community: Community | None
    table: tuple[Partner, ...]
    items: tuple[SortedItem, ...]
    citations: tuple[Citation, ...] = (SOURCE,)
    as_of: datetime.date

    def __repr__(self) -> str:
        return f"<Triage of {len(self.items)} items>"

    def sorted_as(self, outcome: Outcome) -> tuple[SortedItem, ...]:
        """The items with this outcome, in order.

        Source: cop-achterhoek, vraag 2.
        """
        return tuple(each for each in self.items if each.outcome is outcome)

    def describe(self, *, lang: str = "nl") -> str:
        """The answer as Markdown, in `nl` or `en`.

        Our choice: the form.

        Raises:
            InvalidValueError: The language is another.
        """
        from inburgering_cop.practice._triage_describing import describe

        return describe(self, lang=lang)

    def to_dict(self, *, lang: str = "nl") -> dict[str, Any]:
        """The answer as plain JSON values (format 1); only its texts follow `lang`.

        Our choice: the form.
        """
        from inburgering_cop.practice._triage_describing import as_dict

        return as_dict(self, lang=lang)


def _read(kb: KnowledgeBase, item: TriageItem) -> tuple[Escalation | None, bool]:
    """What the keten answers on an item, and whether its theme was read from the words of its name."""
    if item.theme is not None:
        return kb.escalate(kb.theme(item.theme), aspect=item.aspect), False
    try:
        return kb.escalate(kb.theme(item.name)), False
    except (errors.UnknownThemeError, errors.AmbiguousNameError):
        pass
    try:
        return kb.escalate(item.name), True
    except errors.NoMatchError:
        return None, False


def _tables(
    kb: KnowledgeBase, own: Community | None, theme: Theme, absent: tuple[Referral, ...]
) -> tuple[OtherTable, ...]:
    """The other tables with this theme or with the very party that can settle it."""
    found = []
    for community in kb.communities.values():
        if own is not None and community.id == own.id:
            continue
        there = at_table(seats(kb, community, themes=(theme.id,)))
        standings = [each.standing for each in community.themes if each.theme == theme.id]
        standing = min(standings, key=list(ThemeStanding).index, default=None)
        for role in dict.fromkeys(each.role for each in absent):
            seat = there.get(role)
            if seat is not None and (standing is not None or seat.one_party):
                found.append(OtherTable(seat=seat, standing=standing))
    return tuple(sorted(found, key=_nearest))


def _nearest(table: OtherTable) -> tuple[object, ...]:
    """The order of tables: where the theme is deepened, then where it waits; the very party before its like."""
    order = (ThemeStanding.DEEPENED, ThemeStanding.WAITING, None).index(table.standing)
    return (order, not table.seat.one_party, table.seat.community.id, table.seat.role.id)


def _outcome(item: TriageItem, *, solvable: bool) -> Outcome:
    if not solvable:
        return Outcome.PASS_ON
    if item.ease is Ease.EASY and item.speed is Speed.QUICK:
        return Outcome.NOW
    return Outcome.LATER if Ease.HARD is item.ease or Speed.SLOW is item.speed else Outcome.ASK


def _group(kb: KnowledgeBase, item: TriageItem, theme: Theme | None) -> LocalizedText | None:
    if item.group is not None:
        return LocalizedText(nl=item.group, en=item.group)
    return kb.themes[theme.broader].label if theme and theme.broader else None


def _sorted(kb: KnowledgeBase, item: TriageItem, own: Community | None, table: frozenset[str]) -> SortedItem:
    route, read = _read(kb, item)
    match = route.themes[0] if route else None
    settling = tuple(
        each
        for each in (route.competent if route else ())
        if each.capacity in _SETTLES and each.basis is Basis.SPECIFIC
    )
    present = tuple(each for each in settling if table.intersection((each.role, inside(kb, each.role))))
    absent = tuple(each for each in settling if each not in present)
    solvable = item.can_do if item.can_do is not None else not settling or bool(present)
    outcome = _outcome(item, solvable=solvable)
    passed_on = match is not None and outcome is Outcome.PASS_ON
    return SortedItem(
        item=item,
        group=_group(kb, item, match.theme if match else None),
        theme=match.theme if match else None,
        aspect=match.aspect if match else None,
        outcome=outcome,
        reasons=_reasons.reasons(item, match.theme if match else None, settling, present, read=read, solvable=solvable),
        asks=_reasons.asks(item) if solvable else (),
        settling=settling,
        present=present,
        tables=_tables(kb, own, match.theme, absent or settling) if match and passed_on else (),
    )


def triage(
    items: TriageSheet | Iterable[TriageItem],
    *,
    community: str | Community | None = None,
    table: str | Partner | Iterable[str | Partner] = (),
    kb: KnowledgeBase | None = None,
) -> Triage:
    """Sorts what was put on the table: pick up now, later, or pass on to the table that can.

    Source: cop-achterhoek, vraag 2: themes are sorted into groups; what is relatively easy to take up and hopefully
    gives results soon is picked up; bottlenecks that matter and that the CoP can do nothing about are passed on to
    other tables. Ease and speed are what the people at the table say; nothing is weighed. Our choice: what is stated to
    be not easy, or without quick results, is for later; what is not stated is asked back; a table can do nothing about
    an item when no one at it decides or executes it, as the drietrapsraket has it, unless the people say otherwise; a
    function counts as present where its gemeente sits; other tables are those that have the theme, or the very party;
    an item without a stated group stands in the group of its theme.

    Args:
        items: A sheet, which says whose table it is; or the items themselves.
        community: The community whose table it is, by any of its names; with a sheet, instead of its own.
        table: The partners at the table, by any of their names, where it is no community; with a sheet, instead of its
            own.
        kb: What is known; by default the bundled knowledge.

    Returns:
        The items with where they end up, why, what is asked back, and where to pass them on to.

    Raises:
        UnknownCommunityError: There is no such community.
        UnknownPartnerError: There is no such partner.
        UnknownThemeError: An item names a theme that does not exist.
        UnknownAspectError: An item names a side that its theme does not have.
        InvalidValueError: There is nothing to sort, no table or two, or two items share a name.

    >>> items = [
    ...     TriageItem(name="budgetcursus", theme="financieel-ontzorgen", ease=Ease.EASY, speed=Speed.QUICK),
    ...     TriageItem(name="ontheffing duurt lang", theme="ontheffing-medisch"),
    ... ]
    >>> found = triage(items, community="Achterhoek")
    >>> [(each.item.name, each.outcome.value) for each in found.items]
    [('budgetcursus', 'now'), ('ontheffing duurt lang', 'pass-on')]
    >>> found.items[1].tables[0].seat
    <TableSeat of 'duo' in 'rijnmond', on-request>
    """
    kb = load() if kb is None else kb
    sheet = _sheet(items, community, table)
    own = None if sheet.community is None else kb.community(sheet.community)
    partners = tuple(dict.fromkeys(kb.partner(each) for each in sheet.table))
    sitting = frozenset(at_table(seats(kb, own))) if own else stands_for(kb, (each.id for each in partners))
    if own:
        partners = tuple(dict.fromkeys(seat.partner for seat in at_table(seats(kb, own)).values()))
    found = [_sorted(kb, item, own, sitting) for item in sheet.items]
    groups = list(dict.fromkeys(each.group for each in found))
    order = sorted(
        found,
        key=lambda each: (
            list(Outcome).index(each.outcome),
            groups.index(each.group),
            (Ease.EASY, Ease.HARD, None).index(each.item.ease),
            (Speed.QUICK, Speed.SLOW, None).index(each.item.speed),
        ),
    )
    return Triage(
        community=own,
        table=tuple(sorted(partners, key=lambda each: each.id)),
        items=tuple(order),
        as_of=kb.as_of,
    )


def _sheet(
    items: TriageSheet | Iterable[TriageItem],
    community: str | Community | None,
    table: str | Partner | Iterable[str | Partner],
) -> TriageSheet:
    """The sheet as given, or the one that the items and their table make."""
    sitting = (table,) if isinstance(table, str | Partner) else tuple(table)
    if isinstance(items, TriageSheet):
        if community is None and not sitting:
            return items
        items = items.items
    name = community.id if isinstance(community, Community) else community
    partners = tuple(each.id if isinstance(each, Partner) else each for each in sitting)
    return TriageSheet(community=name, table=partners, items=tuple(items))
