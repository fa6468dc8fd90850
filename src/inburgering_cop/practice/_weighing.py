"""What a theme weighs, how an action stands, who can take one over, and what one agenda keeps of another."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.model import LocalizedText
from inburgering_cop.practice._agenda_items import (
    MOST_CHOICES,
    Action,
    ActionStatus,
    AgendaTheme,
    CarriedAction,
    MeetingAgenda,
    Priorities,
    Weighed,
)
from inburgering_cop.practice._attending import Person

if TYPE_CHECKING:
    from inburgering_cop.practice.agenda import Agenda


def label(theme: AgendaTheme, kb: KnowledgeBase | None) -> LocalizedText:
    """What a theme is called: its own name, or its label in the knowledge base.

    Raises:
        UnknownThemeError: It has no name of its own and is not in the knowledge base.
    """
    if theme.name is not None:
        return LocalizedText(nl=theme.name, en=theme.name)
    return (kb or load()).theme(theme.theme).label


def weighed(
    themes: Sequence[str], votes: Sequence[Priorities], labels: Mapping[str, LocalizedText]
) -> tuple[Weighed, ...]:
    """The themes with what they weigh, heaviest first; where they tie, more first choices, then the order given."""
    found = []
    for theme in themes:
        choices = tuple((vote.person, vote.themes.index(theme) + 1) for vote in votes if theme in vote.themes)
        points = sum(MOST_CHOICES + 1 - rank for _, rank in choices)
        found.append(Weighed(theme=theme, label=labels[theme], points=points, choices=choices))
    return tuple(sorted(found, key=lambda each: (-each.points, -sum(rank == 1 for _, rank in each.choices))))


def _carried(action: Action, days: Sequence[datetime.date], meeting: datetime.date) -> CarriedAction:
    last = max([action.raised, *(each.on for each in action.told(meeting))])
    due = next(day for day in days if day > last)
    late = sum(due <= day < meeting for day in days)
    return CarriedAction(
        action=action,
        owner=action.owner_on(meeting),
        due=due,
        status=ActionStatus.OVERDUE if late else ActionStatus.OPEN,
        late=late,
    )


def carried(
    pending: Sequence[Action], days: Sequence[datetime.date], meeting: datetime.date
) -> tuple[CarriedAction, ...]:
    """The actions as they stand on the day of `meeting`, one of `days`: longest overdue first, then oldest first."""
    found = [_carried(each, days, meeting) for each in pending]
    return tuple(sorted(found, key=lambda each: (each.due, each.action.raised)))


def finished(action: Action, meeting: datetime.date) -> CarriedAction:
    """An action that was finished before `meeting`, as it stands there."""
    done = action.done or meeting
    return CarriedAction(action=action, owner=action.owner_on(done), due=done, status=ActionStatus.DONE, late=0)


def successors(
    owner: str, people: Sequence[Person], actions: Sequence[Action], day: datetime.date, *, most: int = 3
) -> tuple[str, ...]:
    """Who can take over from `owner` on `day`.

    Our choice: those in the same role first, then those with fewest open actions, then the order of `people`.
    """
    roles = {each.role for each in people if each.id == owner}
    open_now = [each.owner_on(day) for each in actions if each.done is None]
    able = [each for each in people if each.takes_part(day) and each.id != owner]
    able.sort(key=lambda each: (each.role not in roles, open_now.count(each.id)))
    return tuple(each.id for each in able[:most])


def meeting_agenda(
    meeting: datetime.date,
    *,
    name: str | None,
    per_meeting: int,
    days: Sequence[datetime.date],
    themes: Sequence[AgendaTheme],
    labels: Mapping[str, LocalizedText],
    votes: Sequence[Priorities],
    actions: Sequence[Action],
) -> MeetingAgenda:
    """The agenda of `meeting`, one of `days`, from the themes that may come up and the priorities given for it."""
    found = weighed([each.theme for each in themes if not each.recurring], votes, labels)
    chosen = tuple(each for each in found if each.points or not votes)[:per_meeting]
    previous = max((day for day in days if day < meeting), default=meeting)
    return MeetingAgenda(
        name=name,
        date=meeting,
        actions=carried([each for each in actions if each.is_pending(meeting)], days, meeting),
        finished=tuple(finished(each, meeting) for each in actions if each.done and previous <= each.done < meeting),
        recurring=weighed([each.theme for each in themes if each.recurring], (), labels),
        chosen=chosen,
        waiting=tuple(each for each in found if each not in chosen),
        voters=len(votes),
        next=next((day for day in days if day > meeting), None),
    )


def nothing_lost(earlier: Agenda, later: Agenda) -> bool:
    """Whether `later` still has the people, themes, priorities, actions and reports of `earlier`."""
    kept = {each.id: set(each.reports) for each in later.actions}
    return (
        {(each.id, each.joins) for each in earlier.people} <= {(each.id, each.joins) for each in later.people}
        and {each.theme for each in earlier.themes} <= {each.theme for each in later.themes}
        and {(each.meeting, each.person) for each in earlier.priorities}
        <= {(each.meeting, each.person) for each in later.priorities}
        and all(set(each.reports) <= kept.get(each.id, set()) for each in earlier.actions)
        and {each.id for each in earlier.actions} <= set(kept)
    )
