"""Agenda and owners: what a meeting is about, and what became of the solutions people thought of.

Source: cop-amsterdam, question 2: at each meeting the participants look which theme comes first; a theme that involves
a lot comes back; a possible solution gets an owner who finds out whether it can work and tells at the next meeting. How
priorities are weighed and when an action counts as overdue is our choice.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.knowledge._faults import Fault, data_error
from inburgering_cop.model import _rules
from inburgering_cop.practice import _agenda_rules, _conditions, _papers, _weighing
from inburgering_cop.practice._agenda_items import (
    MOST_CHOICES,
    Action,
    AgendaTheme,
    MeetingAgenda,
    Priorities,
    Report,
)
from inburgering_cop.practice._attending import Person
from inburgering_cop.practice._calendar import Calendar, hold_day, nearest_day


@attrs.frozen(kw_only=True)
class _Head:
    """What stands at the top of an agenda's file."""

    name: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    per_meeting: int = attrs.field(default=1, validator=_rules.between(1, 10))


_PARTS = {
    "calendar": _papers.Part(kind=Calendar, required=True),
    "people": _papers.Part(kind=Person, many=True, required=True),
    "themes": _papers.Part(kind=AgendaTheme, many=True, required=True),
    "priorities": _papers.Part(kind=Priorities, many=True),
    "actions": _papers.Part(kind=Action, many=True),
}


@attrs.frozen(kw_only=True, repr=False)
class Agenda:
    """The themes, priorities and actions of a community, over all its meetings.

    Source: cop-amsterdam, question 2. Each act gives a new agenda and leaves this one as it is.

    Attributes:
        name: What the community is called; None: it has no name here.
        per_meeting: How many themes are chosen for a meeting, besides those that recur; one, as in Amsterdam.
        calendar: When the community meets.
        people: Who takes part.
        themes: The themes that may come on the agenda.
        priorities: What participants found most important, for each meeting.
        actions: The possible solutions and their owners.

    Raises:
        DataError: The parts contradict each other; every contradiction is in it.

    >>> agenda = Agenda(
    ...     calendar=Calendar(first=datetime.date(2027, 1, 12), meetings=3),
    ...     people=(Person(id="ab", role="klantbegeleider"), Person(id="cd", role="klantbegeleider")),
    ...     themes=(AgendaTheme(theme="maatwerk"), AgendaTheme(theme="kinderopvang")),
    ... )
    >>> agenda = agenda.prioritise("ab", themes=("kinderopvang",), meeting=datetime.date(2027, 1, 12))
    >>> agenda.for_meeting(datetime.date(2027, 1, 12)).chosen
    (<Weighed 'kinderopvang': 3>,)
    """

    name: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    per_meeting: int = attrs.field(default=1, validator=_rules.between(1, 10))
    calendar: Calendar = attrs.field(validator=_rules.record(Calendar))
    people: tuple[Person, ...] = attrs.field(validator=_rules.each(_rules.record(Person), least=1))
    themes: tuple[AgendaTheme, ...] = attrs.field(validator=_rules.each(_rules.record(AgendaTheme), least=1))
    priorities: tuple[Priorities, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Priorities)))
    actions: tuple[Action, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Action)))

    def __attrs_post_init__(self) -> None:
        wrongs = _agenda_rules.wrongs_of(self.calendar, self.people, self.themes, self.priorities, self.actions)
        faults = [Fault(file="Agenda", field=wrong.field, given=wrong.given, wanted=wrong.wanted) for wrong in wrongs]
        if faults:
            raise data_error(faults)

    def __repr__(self) -> str:
        return f"<Agenda of {len(self.themes)} themes, {len(self.actions)} actions>"

    def for_meeting(self, meeting: datetime.date, *, kb: KnowledgeBase | None = None) -> MeetingAgenda:
        """The agenda of the meeting on `meeting`: actions that carry over, recurring themes, and what weighs most.

        Args:
            meeting: A day of the calendar.
            kb: Where the themes are looked up; None: the bundled knowledge.

        Raises:
            ImpossibleDemandError: No meeting is on that day, or an owner has left; it says who can take over.
            UnknownThemeError: A theme without a name of its own is not in the knowledge base.

        Source: cop-amsterdam, question 2. The weighing is our choice (see `Weighed`). Our choice too: an action is
        overdue when a meeting at which its owner had to report has passed without a report.
        """
        self._hold_meeting(meeting)
        self._hold_owners([each for each in self.actions if each.is_pending(meeting)], meeting)
        labels = {each.theme: _weighing.label(each, kb) for each in self.themes}
        return _weighing.meeting_agenda(
            meeting,
            name=self.name,
            per_meeting=self.per_meeting,
            days=self.calendar.days,
            themes=[each for each in self.themes if each.may_come(meeting)],
            labels=labels,
            votes=[each for each in self.priorities if each.meeting == meeting],
            actions=self.actions,
        )

    def prioritise(self, person: str, *, themes: Sequence[str], meeting: datetime.date) -> Agenda:
        """The agenda in which `person` finds `themes` most important at the meeting on `meeting`, the first one most.

        A list that the person gave for this meeting before is replaced.

        Args:
            person: Someone who takes part that day.
            themes: One to three ids of themes that do not recur and are not closed.
            meeting: A day of the calendar.

        Raises:
            InvalidValueError: The person does not take part, a theme cannot be chosen, or there are too many.
            ImpossibleDemandError: No meeting is on that day.

        Source: cop-amsterdam, question 2. Our choice: a list of at most three.
        """
        self._hold_meeting(meeting)
        _conditions.known("person", person, _agenda_rules.there(self.people, meeting))
        choosable = tuple(each.theme for each in self.themes if not each.recurring and each.may_come(meeting))
        chosen = (themes,) if isinstance(themes, str) else tuple(themes)
        for theme in chosen:
            _conditions.known("themes", theme, choosable)
        if len(chosen) > MOST_CHOICES:
            wanted = (f"hoogstens {MOST_CHOICES} thema's", f"{MOST_CHOICES} themes at most")
            raise phrases.invalid("themes", len(chosen), wanted=wanted)
        new = Priorities(meeting=meeting, person=person, themes=chosen)
        others = [each for each in self.priorities if (each.meeting, each.person) != (meeting, person)]
        return attrs.evolve(self, priorities=(*others, new))

    def add_theme(self, theme: str, *, name: str | None = None, recurring: bool = False) -> Agenda:
        """The agenda with one more theme: of the knowledge base, or with a name of your own.

        Raises:
            DataError: The theme is on the list already.
            InvalidValueError: The id or the name cannot be read.

        Source: cop-amsterdam, question 4 (themes that wait).
        """
        return attrs.evolve(self, themes=(*self.themes, AgendaTheme(theme=theme, name=name, recurring=recurring)))

    def close_theme(self, theme: str, *, on: datetime.date) -> Agenda:
        """The agenda in which `theme` no longer comes up from `on`; its actions stay.

        Raises:
            InvalidValueError: There is no such theme, or the date cannot be read.
            DataError: Participants chose it for a meeting from that day.

        Source: our choice; cop-amsterdam, question 2, only says that themes change.
        """
        hold_day("on", on)
        _conditions.known("theme", theme, tuple(each.theme for each in self.themes))
        closed = tuple(attrs.evolve(each, closed=on) if each.theme == theme else each for each in self.themes)
        return attrs.evolve(self, themes=closed)

    def assign(self, what: str, *, theme: str, owner: str, on: datetime.date) -> Agenda:
        """The agenda with one more possible solution, and an owner who reports at the next meeting.

        Its id is `actie-` and the first number that is free.

        Raises:
            InvalidValueError: The text is blank, holds a control character or a number that can be a BSN; there is no
                such theme; or the owner does not take part that day.

        Source: cop-amsterdam, question 2.
        """
        hold_day("on", on)
        _conditions.known("theme", theme, tuple(each.theme for each in self.themes))
        _conditions.known("owner", owner, _agenda_rules.there(self.people, on))
        taken = {each.id for each in self.actions}
        number = next(number for number in range(1, len(taken) + 2) if f"actie-{number}" not in taken)
        new = Action(id=f"actie-{number}", theme=theme, what=what, owner=owner, raised=on)
        return attrs.evolve(self, actions=(*self.actions, new))

    def report(self, action: str, *, found: str, on: datetime.date, done: bool = True) -> Agenda:
        """The agenda in which the owner of `action` told what came out.

        Args:
            action: Id of the action.
            found: What came out.
            on: The day.
            done: Whether the action is finished with it; if not, the owner reports again at the next meeting.

        Raises:
            InvalidValueError: There is no such action, or the text is refused.
            ImpossibleDemandError: The action is finished, something was told of it on that day or later, or its owner
                has left; it says who can take over.

        Source: cop-amsterdam, question 2. Our choice: who reports without finishing is not overdue.
        """
        hold_day("on", on)
        told = self._unfinished(action)
        latest = max([told.raised, *(each.on for each in told.reports)])
        if on <= latest:
            raise phrases.impossible("told-too-early", about=(action,), facts={"action": action, "day": latest})
        self._hold_owners([told], on)
        return self._with(attrs.evolve(told, reports=(*told.reports, Report(on=on, found=found, done=done))))

    def hand_over(self, action: str, *, to: str, on: datetime.date) -> Agenda:
        """The agenda in which `action` goes to another owner; on one day the last one given counts.

        Raises:
            InvalidValueError: There is no such action, or `to` does not take part that day.
            ImpossibleDemandError: The action is finished, or went to somebody else later than that.

        Source: our choice, so that no solution is lost when its owner leaves.
        """
        hold_day("on", on)
        given = self._unfinished(action)
        _conditions.known("to", to, _agenda_rules.there(self.people, on))
        latest = max([given.raised, *(each.on for each in given.handovers)])
        if on < latest:
            raise phrases.impossible("too-early", about=(action,), facts={"action": action, "day": latest})
        return self._with(given.with_owner(to, on))

    def join(self, person: str, *, role: str, on: datetime.date) -> Agenda:
        """The agenda with one more participant, from `on`.

        Raises:
            InvalidValueError: The id, role or date cannot be read.
            DataError: The person takes part already.

        Source: our choice.
        """
        hold_day("on", on)
        return attrs.evolve(self, people=(*self.people, Person(id=person, role=role, joins=on)))

    def leave(self, person: str, *, on: datetime.date, successor: str | None = None) -> Agenda:
        """The agenda in which `person` takes no part from `on`; what they own goes to `successor`.

        Raises:
            InvalidValueError: Nobody who takes part that day has this id, or the successor does not.
            ImpossibleDemandError: They own open actions and nobody succeeds them; it says who can.

        Source: our choice.
        """
        hold_day("on", on)
        _conditions.known("person", person, _agenda_rules.there(self.people, on))
        people = tuple(
            attrs.evolve(each, leaves=on) if each.id == person and each.takes_part(on) else each for each in self.people
        )
        owned = [each for each in self.actions if each.done is None and each.owner_on(datetime.date.max) == person]
        actions = self.actions
        if owned and successor is not None:
            _conditions.known("successor", successor, _agenda_rules.there(people, on))
            actions = tuple(each.with_owner(successor, on) if each in owned else each for each in actions)
        left = attrs.evolve(self, people=people, actions=actions)
        left._hold_owners([each for each in actions if each.done is None and each.raised <= on], on)
        return left

    def to_dict(self) -> dict[str, Any]:
        """The agenda as plain JSON values, format 1; `read_agenda` reads them back from a file.

        Source: our choice.
        """
        return _papers.as_dict(self)

    def save(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Writes the agenda to `path` as JSON, over nothing but an earlier state of it.

        Args:
            path: Where to; it ends in .json.
            overwrite: Whether to write over whatever stands there.

        Returns:
            The path.

        Raises:
            FileKeptError: Something else stands there, or something that cannot be read.
            CannotWriteError: It cannot be written; what stood there stands.
            InvalidValueError: The path does not end in .json.

        Source: our choice, so that nothing is lost.
        """
        return _papers.save(
            path, self.to_dict(), follows=lambda at: _weighing.nothing_lost(_read(at), self), overwrite=overwrite
        )

    def _hold_meeting(self, day: datetime.date) -> None:
        hold_day("meeting", day)
        days = self.calendar.days
        if day < days[0]:
            raise phrases.impossible("before-first", about=(), facts={"day": day, "first": days[0]})
        if day not in days:
            facts = {"day": day, "near": nearest_day(day, days)}
            raise phrases.impossible("no-meeting", about=(), facts=facts)

    def _hold_owners(self, actions: Sequence[Action], day: datetime.date) -> None:
        present = _agenda_rules.there(self.people, day)
        for each in actions:
            owner = each.owner_on(day)
            if owner not in present:
                can = _weighing.successors(owner, self.people, self.actions, day)
                facts = {"owner": owner, "action": each.id, "day": day, "can": ", ".join(can)}
                conflict = "owner-left" if can else "owner-left-alone"
                raise phrases.impossible(conflict, about=(each.id, owner, *can), facts=facts)

    def _unfinished(self, action: str) -> Action:
        _conditions.known("action", action, tuple(each.id for each in self.actions))
        found = next(each for each in self.actions if each.id == action)
        if found.done is not None:
            raise phrases.impossible("action-finished", about=(action,), facts={"action": action, "day": found.done})
        return found

    def _with(self, action: Action) -> Agenda:
        return attrs.evolve(self, actions=tuple(action if each.id == action.id else each for each in self.actions))


def _read(path: Path, known: Sequence[str] | None = None) -> Agenda:
    paper = _papers.read(path, head=_Head, parts=_PARTS)
    paper.hold(_agenda_rules.wrongs_of_file(paper, known))
    return Agenda(name=paper.head.name, per_meeting=paper.head.per_meeting, **paper.parts)


def read_agenda(path: str | Path, *, kb: KnowledgeBase | None = None) -> Agenda:
    """The agenda in the .toml or .json file at `path`.

    Args:
        path: The file.
        kb: Where the themes are looked up; None: the bundled knowledge.

    Raises:
        DataError: Anything is wrong in it; every fault is named, and the file is left as it is.

    Source: what a file holds is our choice.
    """
    return _read(Path(path), tuple((kb or load()).themes))
