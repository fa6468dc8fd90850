"""The agenda of a meeting as text for people: Markdown that also reads well as it stands."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from inburgering_cop import phrases
from inburgering_cop.practice._agenda_items import ActionStatus, CarriedAction, Weighed

if TYPE_CHECKING:
    from inburgering_cop.practice._agenda_items import MeetingAgenda


def _action(each: CarriedAction, day: datetime.date, labels: dict[str, str], lang: str) -> list[str]:
    due = phrases.day(each.due.isoformat(), lang)
    stands = {
        ActionStatus.OVERDUE: phrases.text("action.overdue", lang).format(day=due, late=each.late),
        ActionStatus.OPEN: phrases.text("action.open", lang),
        ActionStatus.DONE: phrases.text("action.done", lang).format(day=due),
    }[each.status]
    about = labels.get(each.action.theme, each.action.theme)
    lines = [f"- **{each.action.what}** ({each.action.id}; {about}): {each.owner}, {stands}"]
    told = phrases.text("action.told", lang)
    lines += [
        f"  - {told.format(day=phrases.day(report.on.isoformat(), lang))}: {report.found}"
        for report in each.action.told(day)
    ]
    return lines


def _why(each: Weighed, voters: int, lang: str) -> str:
    if not voters:
        return ""
    choices = ", ".join(
        phrases.text("agenda.choice", lang).format(person=person, rank=rank) for person, rank in each.choices
    )
    points = phrases.text("agenda.points", lang).format(points=each.points)
    return f": {points}" + (f" ({choices})" if choices else "")


def _section(title: str, lines: list[str], lang: str) -> list[str]:
    return ["", f"## {phrases.text(f'agenda.{title}', lang)}", "", *lines] if lines else []


def describe(agenda: MeetingAgenda, *, lang: str) -> str:
    """`agenda` as Markdown, in `lang`."""
    named = f": {agenda.name}" if agenda.name else ""
    lines = [f"# {phrases.text('agenda.title', lang)} {phrases.day(agenda.date.isoformat(), lang)}{named}"]
    labels = {each.theme: each.label.get(lang) for each in (*agenda.recurring, *agenda.chosen, *agenda.waiting)}
    carried = [line for each in agenda.actions for line in _action(each, agenda.date, labels, lang)]
    lines += _section("carried", carried or [phrases.text("agenda.nothing-carried", lang)], lang)
    lines += _section(
        "finished", [line for each in agenda.finished for line in _action(each, agenda.date, labels, lang)], lang
    )
    lines += _section("recurring", [f"- {each.label.get(lang)}" for each in agenda.recurring], lang)
    chosen = [f"- **{each.label.get(lang)}**{_why(each, agenda.voters, lang)}" for each in agenda.chosen]
    lines += _section("chosen", chosen, lang)
    waiting = [f"- {each.label.get(lang)}{_why(each, agenda.voters, lang)}" for each in agenda.waiting]
    lines += _section("waiting", waiting, lang)
    key = "agenda.weighed" if agenda.voters else "agenda.not-weighed"
    lines += ["", phrases.text(key, lang)]
    if agenda.next:
        told = phrases.text("agenda.next", lang)
        lines += ["", told.format(day=phrases.day(agenda.next.isoformat(), lang))]
    return "\n".join(lines) + "\n"
