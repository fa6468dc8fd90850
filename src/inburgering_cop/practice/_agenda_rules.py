"""What must agree between the parts of an agenda: every contradiction, with what would be right."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence

from inburgering_cop import text
from inburgering_cop.knowledge._structuring import Wrong
from inburgering_cop.model import LocalizedText
from inburgering_cop.practice import _calendar
from inburgering_cop.practice._agenda_items import MOST_CHOICES, Action, AgendaTheme, Priorities
from inburgering_cop.practice._attending import Person
from inburgering_cop.practice._calendar import Calendar
from inburgering_cop.practice._papers import Paper
from inburgering_cop.practice._rotation_rules import of_people, one_of

_ONCE = LocalizedText(nl="een id dat maar één keer staat", en="an id that stands only once")
_IN_ORDER = LocalizedText(nl="een dag na die ervoor", en="a day after the one before")
_FINISHED = LocalizedText(nl="weggelaten: de actie was al klaar", en="left out: the action was finished")


def there(people: Sequence[Person | None], day: datetime.date) -> tuple[str, ...]:
    """The ids of who takes part on `day`."""
    return tuple(each.id for each in people if each and each.takes_part(day))


def _twice(part: str, field: str, names: Sequence[str | None]) -> Iterator[Wrong]:
    for at, name in enumerate(names):
        if name is not None and name in names[:at]:
            yield Wrong(path=(part, at, field), given=text.short(name), wanted=_ONCE)


def _of_themes(themes: Sequence[AgendaTheme | None], known: Collection[str] | None) -> Iterator[Wrong]:
    yield from _twice("themes", "theme", [each.theme if each else None for each in themes])
    for at, each in enumerate(themes):
        if known is not None and each and each.name is None and each.theme not in known:
            near = ", ".join(text.nearest(each.theme, tuple(known)))
            wanted = LocalizedText(
                nl=f"een thema van de gegevens{f' ({near})' if near else ''}, of geef er een name bij",
                en=f"a theme of the data{f' ({near})' if near else ''}, or be given a name as well",
            )
            yield Wrong(path=("themes", at, "theme"), given=text.short(each.theme), wanted=wanted)


def _of_priorities(
    priorities: Sequence[Priorities | None],
    themes: Sequence[AgendaTheme | None],
    people: Sequence[Person | None],
    calendar: Calendar | None,
    refused: Collection[str],
) -> Iterator[Wrong]:
    for at, each in enumerate(priorities):
        if each is None:
            continue
        if calendar and each.meeting not in calendar.days:
            near = _calendar.nearest_day(each.meeting, calendar.days).isoformat()
            wanted = LocalizedText(nl=f"een dag van de kalender, zoals {near}", en=f"a day of the calendar, as {near}")
            yield Wrong(path=("priorities", at, "meeting"), given=each.meeting.isoformat(), wanted=wanted)
        present = there(people, each.meeting)
        if each.person not in present and each.person not in refused:
            yield Wrong(
                path=("priorities", at, "person"), given=text.short(each.person), wanted=one_of(present, each.person)
            )
        if any(other and (other.meeting, other.person) == (each.meeting, each.person) for other in priorities[:at]):
            wanted = LocalizedText(nl="iemand met één lijst per bijeenkomst", en="someone with one list for a meeting")
            yield Wrong(path=("priorities", at, "person"), given=text.short(each.person), wanted=wanted)
        if len(each.themes) > MOST_CHOICES:
            wanted = LocalizedText(nl=f"hoogstens {MOST_CHOICES} thema's", en=f"{MOST_CHOICES} themes at most")
            yield Wrong(path=("priorities", at, "themes"), given=str(len(each.themes)), wanted=wanted)
        if None not in themes:
            choosable = [one.theme for one in themes if one and not one.recurring and one.may_come(each.meeting)]
            for place, theme in enumerate(each.themes):
                if theme not in choosable:
                    path = ("priorities", at, "themes", place)
                    yield Wrong(path=path, given=text.short(theme), wanted=one_of(choosable, theme))


def _of_action(
    at: int, action: Action, themes: Sequence[AgendaTheme | None], people: Sequence[Person | None], first: datetime.date
) -> Iterator[Wrong]:
    known = [each.theme for each in themes if each]
    if action.theme not in known and None not in themes:
        yield Wrong(path=("actions", at, "theme"), given=text.short(action.theme), wanted=one_of(known, action.theme))
    if action.raised < first:
        wanted = LocalizedText(
            nl=f"een dag vanaf de eerste bijeenkomst, {first.isoformat()}",
            en=f"a day from the first meeting, {first.isoformat()}",
        )
        yield Wrong(path=("actions", at, "raised"), given=action.raised.isoformat(), wanted=wanted)
    before = action.raised
    for place, report in enumerate(action.reports):
        if action.done is not None and report.on > action.done:
            path: tuple[str | int, ...] = ("actions", at, "reports", place)
            yield Wrong(path=path, given=None, wanted=_FINISHED)
        elif report.on <= before:
            path = ("actions", at, "reports", place, "on")
            yield Wrong(path=path, given=report.on.isoformat(), wanted=_IN_ORDER)
        before = report.on


def _of_owners(at: int, action: Action, people: Sequence[Person | None], refused: Collection[str]) -> Iterator[Wrong]:
    before = action.raised
    holders: list[tuple[tuple[str | int, ...], str, datetime.date]] = [(("owner",), action.owner, action.raised)]
    for place, each in enumerate(action.handovers):
        if each.on < before or (place and each.on == before):
            path: tuple[str | int, ...] = ("actions", at, "handovers", place, "on")
            yield Wrong(path=path, given=each.on.isoformat(), wanted=_IN_ORDER)
        holders.append((("handovers", place, "to"), each.to, each.on))
        before = each.on
    for field, holder, day in holders:
        present = there(people, day)
        if holder not in present and holder not in refused:
            yield Wrong(path=("actions", at, *field), given=text.short(holder), wanted=one_of(present, holder))


def wrongs_of(
    calendar: Calendar | None,
    people: Sequence[Person | None],
    themes: Sequence[AgendaTheme | None],
    priorities: Sequence[Priorities | None],
    actions: Sequence[Action | None],
    *,
    refused: Collection[str] = (),
    known: Collection[str] | None = None,
) -> Iterator[Wrong]:
    """What contradicts in the parts of an agenda; None stands for a part that was refused by itself.

    Args:
        calendar: The calendar.
        people: The people.
        themes: The themes.
        priorities: The priorities.
        actions: The actions.
        refused: The ids of people who were refused by themselves, so that they are not missed.
        known: The ids of the themes of the knowledge base; None: not asked.
    """
    impossible = list(_calendar.wrongs_of(calendar)) if calendar else []
    yield from impossible
    yield from of_people(people, (), whole=False)
    yield from _of_themes(themes, known)
    yield from _of_priorities(priorities, themes, people, None if impossible else calendar, refused)
    yield from _twice("actions", "id", [each.id if each else None for each in actions])
    first = calendar.first if calendar else datetime.date.min
    for at, each in enumerate(actions):
        if each:
            yield from _of_action(at, each, themes, people, first)
            yield from _of_owners(at, each, people, refused)


def wrongs_of_file(paper: Paper, known: Collection[str] | None) -> Iterator[Wrong]:
    """What contradicts in an agenda's file, as far as its parts could be read."""
    parts = paper.parts
    people = parts.get("people") or ()
    return wrongs_of(
        parts.get("calendar"),
        people,
        parts.get("themes") or (None,),
        parts.get("priorities") or (),
        parts.get("actions") or (),
        refused=paper.ids("people") - {each.id for each in people if each},
        known=known,
    )
