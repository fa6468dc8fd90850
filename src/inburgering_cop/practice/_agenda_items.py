"""What an agenda is made of: themes, priorities, actions with their owners, and the agenda of one meeting."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.model import LocalizedText, _rules
from inburgering_cop.practice import _papers
from inburgering_cop.practice._attending import made_up_id, person_id
from inburgering_cop.practice._calendar import meeting_day

MOST_CHOICES = 3


class ActionStatus(StrEnum):
    """How an action stands on the day of a meeting; the values stand so in JSON."""

    OVERDUE = "overdue"
    """The owner should have reported at an earlier meeting."""
    OPEN = "open"
    """The owner reports at this meeting."""
    DONE = "done"
    """It was finished since the meeting before."""


@attrs.frozen(kw_only=True, repr=False)
class AgendaTheme:
    """A theme that may come on the agenda.

    Attributes:
        theme: Id of a theme of the knowledge base, or an id of your own.
        name: What it is called; None: a theme of the knowledge base, which has a label.
        recurring: Whether it comes back at every meeting, without being chosen again.
        closed: The day from which it no longer comes on the agenda; None: it still may.
    """

    theme: str = attrs.field(validator=made_up_id)
    name: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    recurring: bool = attrs.field(default=False, validator=_rules.truth)
    closed: datetime.date | None = attrs.field(default=None, validator=_rules.maybe(meeting_day))

    def __repr__(self) -> str:
        return f"<AgendaTheme {self.theme!r}>"

    def may_come(self, day: datetime.date) -> bool:
        """Whether it may stand on the agenda of `day`.

        Source: our choice.
        """
        return self.closed is None or day < self.closed


@attrs.frozen(kw_only=True, repr=False)
class Priorities:
    """What one participant finds most important at one meeting.

    Attributes:
        meeting: The day of the meeting.
        person: Id of the participant.
        themes: Ids of one to three themes, the most important first.
    """

    meeting: datetime.date = attrs.field(validator=meeting_day)
    person: str = attrs.field(validator=person_id)
    themes: tuple[str, ...] = attrs.field(validator=_rules.each(made_up_id, least=1))

    def __repr__(self) -> str:
        return f"<Priorities of {self.person!r} for {self.meeting.isoformat()}>"


@attrs.frozen(kw_only=True, repr=False)
class Report:
    """What the owner of an action told.

    Attributes:
        on: The day.
        found: What came out.
        done: Whether the action is finished with it; if not, the owner reports again at the next meeting.
    """

    on: datetime.date = attrs.field(validator=meeting_day)
    found: str = attrs.field(validator=_rules.free_text)
    done: bool = attrs.field(default=True, validator=_rules.truth)

    def __repr__(self) -> str:
        return f"<Report of {self.on.isoformat()}>"


@attrs.frozen(kw_only=True, repr=False)
class Handover:
    """An action that goes to another owner.

    Attributes:
        on: The day.
        to: Id of the new owner.
    """

    on: datetime.date = attrs.field(validator=meeting_day)
    to: str = attrs.field(validator=person_id)

    def __repr__(self) -> str:
        return f"<Handover to {self.to!r} on {self.on.isoformat()}>"


@attrs.frozen(kw_only=True, repr=False)
class Action:
    """A possible solution to a bottleneck, and who finds out whether it can work.

    Source: cop-amsterdam, question 2.

    Attributes:
        id: Names it.
        theme: Id of the theme it belongs to.
        what: The possible solution.
        owner: Id of who got it first.
        raised: The day of the meeting it came up.
        reports: What the owner told since, in order.
        handovers: To whom it went since, in order.
    """

    id: str = attrs.field(validator=made_up_id)
    theme: str = attrs.field(validator=made_up_id)
    what: str = attrs.field(validator=_rules.free_text)
    owner: str = attrs.field(validator=person_id)
    raised: datetime.date = attrs.field(validator=meeting_day)
    reports: tuple[Report, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Report)))
    handovers: tuple[Handover, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Handover)))

    def __repr__(self) -> str:
        return f"<Action {self.id!r}>"

    @property
    def done(self) -> datetime.date | None:
        """The day it was finished; None: it is not."""
        return next((each.on for each in self.reports if each.done), None)

    def owner_on(self, day: datetime.date) -> str:
        """Id of who owned it at the end of `day`.

        Source: cop-amsterdam, question 2 (a possible solution gets an owner).
        """
        return [self.owner, *(each.to for each in self.handovers if each.on <= day)][-1]

    def with_owner(self, owner: str, day: datetime.date) -> Action:
        """The action owned by `owner` from `day`; of several owners given on one day the last one counts.

        Source: our choice.
        """
        before = tuple(each for each in self.handovers if each.on < day)
        return attrs.evolve(self, handovers=(*before, Handover(on=day, to=owner)))

    def told(self, day: datetime.date) -> tuple[Report, ...]:
        """What was told of it before `day`.

        Source: cop-amsterdam, question 2 (the owner tells what came out).
        """
        return tuple(each for each in self.reports if each.on < day)

    def is_pending(self, day: datetime.date) -> bool:
        """Whether it was raised before `day` and not finished before it.

        Source: cop-amsterdam, question 2 (the owner tells at the next meeting); that it stays until then is our choice.
        """
        return self.raised < day and (self.done is None or self.done >= day)


@attrs.frozen(kw_only=True, repr=False)
class CarriedAction:
    """An action as it stands on the agenda of a meeting.

    Attributes:
        action: The action.
        owner: Id of who owns it.
        due: The day of the meeting at which the owner had to report, or has to now.
        status: How it stands.
        late: At how many meetings before this one it should have been reported.
    """

    action: Action
    owner: str
    due: datetime.date
    status: ActionStatus
    late: int

    def __repr__(self) -> str:
        return f"<CarriedAction {self.action.id!r} {self.status.value}>"


@attrs.frozen(kw_only=True, repr=False)
class Weighed:
    """A theme, and what it weighs for the participants of a meeting.

    Our choice: a first choice counts three, a second two, a third one. A tie goes to the theme with more first choices,
    then to the one that was put on the list first.

    Attributes:
        theme: Id of the theme.
        label: What it is called.
        points: What it weighs.
        choices: The participants who chose it, each with their rank (1: most important); the reasons.
    """

    theme: str
    label: LocalizedText
    points: int
    choices: tuple[tuple[str, int], ...]

    def __repr__(self) -> str:
        return f"<Weighed {self.theme!r}: {self.points}>"


@attrs.frozen(kw_only=True, repr=False)
class MeetingAgenda:
    """The agenda of one meeting.

    Attributes:
        name: What the community is called; None: it has no name here.
        date: The day.
        actions: The actions that carry over: the overdue ones first, then those that are reported now, oldest first.
        finished: The actions finished since the meeting before.
        recurring: The themes that come back each time.
        chosen: The themes that weigh most.
        waiting: The other themes, in order of weight.
        voters: How many participants gave their priorities; 0: the chosen themes are the first of the list.
        next: The day of the next meeting; None: the calendar ends here.
    """

    name: str | None
    date: datetime.date
    actions: tuple[CarriedAction, ...]
    finished: tuple[CarriedAction, ...]
    recurring: tuple[Weighed, ...]
    chosen: tuple[Weighed, ...]
    waiting: tuple[Weighed, ...]
    voters: int
    next: datetime.date | None

    def __repr__(self) -> str:
        return f"<MeetingAgenda of {self.date.isoformat()}>"

    def describe(self, *, lang: str = "nl") -> str:
        """The agenda as Markdown, in `nl` or `en`; actions that carry over come first.

        Raises:
            InvalidValueError: The language is another.

        Source: cop-amsterdam, question 2; that actions come first is our choice.
        """
        from inburgering_cop.practice._agenda_describing import describe

        return describe(self, lang=phrases.checked_language(lang))

    def to_dict(self) -> dict[str, Any]:
        """The agenda as plain JSON values, format 1.

        Source: our choice.
        """
        return _papers.as_dict(self)
