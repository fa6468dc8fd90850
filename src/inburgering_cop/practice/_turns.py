"""Whose turn it is: one line for each role, in which who has waited longest stands in front.

Source: cop-amsterdam, question 1 (klantbegeleiders take turns). The line itself is our choice. Who attends goes to the
back, so any two people in one line attend alternately; that is why over any stretch of meetings they differ by one at
most, and why nobody attends twice in a row while somebody waits.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import combinations, pairwise

from inburgering_cop.practice._attending import Person, PlannedMeeting


def rotating(people: Sequence[Person], role: str, day: datetime.date) -> tuple[str, ...]:
    """The ids of those who take turns in `role` on `day`, in the order given."""
    return tuple(each.id for each in people if each.role == role and not each.fixed and each.takes_part(day))


def fixed(people: Sequence[Person], role: str, day: datetime.date) -> tuple[str, ...]:
    """The ids of those with a fixed seat in `role` on `day`, in the order given."""
    return tuple(each.id for each in people if each.role == role and each.fixed and each.takes_part(day))


def in_line(people: Sequence[Person], meetings: Sequence[PlannedMeeting], role: str, day: datetime.date) -> list[str]:
    """The line for `role` on `day`, after `meetings`: who has waited longest first.

    Who joins is held to have had as many turns as those who had fewest. They stand behind those of them who already
    waited, before everyone who had a turn more, and before everyone of the last meeting.
    """
    line: list[str] = []
    had: dict[str, int] = {}
    last: frozenset[str] = frozenset()
    for meeting in [*meetings, None]:
        present = rotating(people, role, meeting.date if meeting else day)
        there, before = frozenset(present), frozenset(line)
        line = [each for each in line if each in there]
        fewest = min((had[each] for each in line), default=0)
        new = [each for each in present if each not in before]
        place = next((at for at, each in enumerate(line) if had[each] > fewest or each in last), len(line))
        line[place:place] = new
        had.update(dict.fromkeys(new, fewest))
        if meeting:
            last = meeting.turns(role)
            line = [*(each for each in line if each not in last), *(each for each in line if each in last)]
            had.update((each, had[each] + 1) for each in line if each in last)
    return line


History = list[tuple[frozenset[str], frozenset[str]]]
"""For each meeting who took turns in one role, and whose turn it was."""


def history(people: Sequence[Person], meetings: Sequence[PlannedMeeting], role: str) -> History:
    """For each meeting who took turns in `role`, and whose turn it was."""
    return [(frozenset(rotating(people, role, each.date)), each.turns(role)) for each in meetings]


def gap(first: str, second: str, past: History) -> int:
    """The most that two people's turns differ over any stretch of meetings in which both take turns."""
    widest = ahead = most = least = 0
    for present, turns in past:
        if first in present and second in present:
            ahead += (first in turns) - (second in turns)
            most, least = max(most, ahead), min(least, ahead)
            widest = max(widest, most - least)
        else:
            ahead = most = least = 0
    return widest


def uneven(past: History) -> tuple[tuple[str, str], ...]:
    """The pairs whose turns differ by more than one over some stretch of meetings in which both take turns."""
    everyone = sorted({each for present, _ in past for each in present})
    return tuple(pair for pair in combinations(everyone, 2) if gap(*pair, past) > 1)


def in_a_row(past: History) -> tuple[frozenset[str], ...]:
    """For each meeting and the next: who attends both while somebody waits who attended neither."""
    return tuple(
        first & second if following - first - second else frozenset()
        for (_, first), (following, second) in pairwise(past)
    )


def holds(person: str, past: History) -> bool:
    """Whether the promise holds for `person`: even with everyone over any stretch, never twice in a row meanwhile."""
    others = frozenset(each for present, _ in past for each in present) - {person}
    return all(gap(person, other, past) <= 1 for other in others) and not any(person in each for each in in_a_row(past))
