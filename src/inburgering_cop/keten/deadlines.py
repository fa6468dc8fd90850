"""When a term ends: counting by the calendar, and the Algemene termijnenwet for the last day.

The rule is the Algemene termijnenwet (BWBR0002448): art. 1 lid 1 moves an end on a Saturday, Sunday or holiday to the
next day that is none, lid 2 not where the term is counted back; art. 3 lists the holidays; art. 4 leaves out terms over
90 days, twelve weeks, three months, and of a year or more; art. 5 extends it to orders in council, not to ministerial
regulations. Holidays by royal decree (art. 3 lid 3) are not known here, and every answer says so.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from inburgering_cop import phrases
from inburgering_cop.keten._warnings import localized
from inburgering_cop.knowledge import Records
from inburgering_cop.model import Deadline, LawRank, LocalizedText, Source, TermUnit

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

_NORMS = (TermUnit.HOURS, TermUnit.CALLS)
_LONGEST = {TermUnit.DAYS: 90, TermUnit.WEEKS: 12, TermUnit.MONTHS: 3, TermUnit.YEARS: 0}
_YEARS_AHEAD = 20


@attrs.frozen(kw_only=True, repr=False)
class DeadlineDate:
    """The day a term ends, and the rules that were applied.

    Attributes:
        deadline: The term.
        counts_from: The day it was counted from.
        ends: The last day of the term; counted back: the day it reaches back to.
        by_calendar: The day before the Algemene termijnenwet was applied.
        rules: What was applied, in order.
        warnings: What to mind: what is assumed, unverified or not known.
    """

    deadline: Deadline
    counts_from: datetime.date
    ends: datetime.date
    by_calendar: datetime.date
    rules: tuple[LocalizedText, ...]
    warnings: tuple[LocalizedText, ...]

    def __repr__(self) -> str:
        return f"<DeadlineDate {self.deadline.id!r} ends {self.ends.isoformat()}>"


def _span(unit: TermUnit, value: int) -> relativedelta:
    from dateutil.relativedelta import relativedelta

    return relativedelta(**{unit.value: value})  # type: ignore[arg-type]


def _hold(counts_from: datetime.date, law: Source | None, records: Records) -> None:
    if type(counts_from) is not datetime.date:
        raise phrases.invalid("counts_from", counts_from, wanted=("een datum", "a datetime.date"))
    if law and law.in_force and counts_from < law.in_force:
        start, before = law.in_force.isoformat(), law.preceded_by or "-"
        wanted = (
            f"een dag vanaf {start}, toen de {law.abbreviation} inging; daarvoor gold: {before}",
            f"a day from {start}, when the {law.abbreviation} came into force; before that: {before}",
        )
        raise phrases.invalid("counts_from", counts_from.isoformat(), wanted=wanted)
    last = records.dataset.as_of + _span(TermUnit.YEARS, _YEARS_AHEAD)
    if counts_from > last:
        wanted = (f"een dag tot {last.isoformat()}", f"a day until {last.isoformat()}")
        raise phrases.invalid("counts_from", counts_from.isoformat(), wanted=wanted)


def _counted(deadline: Deadline, counts_from: datetime.date) -> datetime.date:
    length = _span(deadline.unit, deadline.value)
    return counts_from - length if deadline.counts_back else counts_from + length


def _rule(deadline: Deadline, law: Source | None) -> tuple[bool, LocalizedText]:
    """Whether the Algemene termijnenwet moves the end, and the rule that says so."""
    if law is None:
        return False, localized("deadline.agreement")
    if deadline.counts_back:
        return False, localized("deadline.counted-back")
    if deadline.value > _LONGEST[deadline.unit]:
        return False, localized("deadline.too-long")
    if law.rank is LawRank.ACT:
        return True, localized("deadline.act")
    if law.rank is LawRank.ORDER_IN_COUNCIL:
        return True, localized("deadline.order")
    return False, localized("deadline.regulation")


def holidays(year: int) -> frozenset[datetime.date]:
    """The days of art. 3 lid 1 and 2 of the Algemene termijnenwet in `year`, those by royal decree aside.

    >>> datetime.date(2026, 4, 27) in holidays(2026), datetime.date(2026, 4, 3) in holidays(2026)
    (True, True)
    """
    from dateutil.easter import easter

    sunday = easter(year)
    kings_day = datetime.date(year, 4, 27)
    if kings_day.isoweekday() == 7:
        kings_day = datetime.date(year, 4, 26)
    fixed = [datetime.date(year, month, day) for month, day in ((1, 1), (5, 5), (12, 25), (12, 26))]
    moving = [sunday + datetime.timedelta(days=days) for days in (-2, 1, 39, 50)]
    return frozenset([*fixed, *moving, kings_day])


def _next_working_day(day: datetime.date) -> datetime.date:
    while day.isoweekday() > 5 or day in holidays(day.year):
        day += datetime.timedelta(days=1)
    return day


def _warnings(
    deadline: Deadline, counts_from: datetime.date, by_calendar: datetime.date, *, shifts: bool
) -> Iterable[LocalizedText]:
    if deadline.unit in {TermUnit.MONTHS, TermUnit.YEARS} and by_calendar.day != counts_from.day:
        yield localized("deadline.end-of-month")
    if deadline.at_most:
        yield localized("deadline.at-most")
    if shifts:
        yield localized("deadline.royal-decree")
    if not deadline.verified:
        yield localized("warning.unverified-deadline")
    if deadline.doubt:
        yield deadline.doubt


def deadline_date(records: Records, deadline: Deadline, counts_from: datetime.date) -> DeadlineDate:
    """The day `deadline` ends when it counts from `counts_from`.

    Raises:
        NoDateError: It is a norm (hours, calls), of which no date can be told.
        InvalidValueError: `counts_from` is no date, lies before the law came into force, or lies more than twenty years
            after the day the data were checked.
    """
    if deadline.unit in _NORMS:
        raise phrases.no_date(deadline.id, what=(deadline.what.nl, deadline.what.get("en")))
    law = records.sources[deadline.legal_basis[0].law] if deadline.legal_basis else None
    _hold(counts_from, law, records)
    by_calendar = _counted(deadline, counts_from)
    shifts, rule = _rule(deadline, law)
    ends = _next_working_day(by_calendar) if shifts else by_calendar
    moved = [localized("deadline.moved")] if ends != by_calendar else []
    return DeadlineDate(
        deadline=deadline,
        counts_from=counts_from,
        ends=ends,
        by_calendar=by_calendar,
        rules=(rule, *moved),
        warnings=tuple(_warnings(deadline, counts_from, by_calendar, shifts=shifts)),
    )
