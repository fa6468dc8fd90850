"""The lines of demands that cannot be met: the conflict, and the smallest change that resolves it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from inburgering_cop import errors
from inburgering_cop.text import short

_IMPOSSIBLE = {
    "attends-already": (
        "{person} zit al bij de bijeenkomst van {day}. Kies iemand anders die wacht.",
        "{person} already attends the meeting of {day}. Choose someone else who waits.",
    ),
    "calendar-full": (
        "Je vraagt {asked} bijeenkomsten en de kalender heeft er nog {left}. Zet meetings in de kalender op {total}, "
        "of vraag er {left}.",
        "You ask for {asked} meetings and the calendar has {left} left. Set meetings in the calendar to {total}, or "
        "ask for {left}.",
    ),
    "more-fixed-than-seats": (
        "Op {day} hebben {fixed} mensen een vaste plek voor {role}, en er zijn {seats} plekken. Zet seats van {role} "
        "op {fixed}, of maak er hoogstens {seats} vast.",
        "On {day} {fixed} people have a fixed seat for {role}, and there are {seats} seats. Set the seats of {role} "
        "to {fixed}, or make {seats} of them fixed at most.",
    ),
    "more-seats-than-people": (
        "Op {day} zijn er {seats} plekken voor {role} en {people} mensen. Zoek er {missing} bij, of zet seats van "
        "{role} op {people}.",
        "On {day} there are {seats} seats for {role} and {people} people. Find {missing} more, or set the seats of "
        "{role} to {people}.",
    ),
    "nobody-for-role": (
        "Op {day} is er niemand voor {role}, en er zijn {seats} plekken. Zoek er {missing} bij, of haal {role} uit "
        "seats.",
        "On {day} there is nobody for {role}, and there are {seats} seats. Find {missing} more, or take {role} out of "
        "seats.",
    ),
    "no-open-seat": (
        "Op {day} is er geen open plek voor {role}. Invallen kan alleen op een plek die open staat.",
        "On {day} no seat for {role} is open. Standing in is possible only in a seat that is open.",
    ),
    "not-announced": (
        "Voor {day} is geen bijeenkomst aangekondigd. Wel voor: {days}.",
        "No meeting is announced for {day}. Announced are: {days}.",
    ),
    "takes-part-already": (
        "{person} doet al mee als {role}. Geef een ander id, of laat {person} eerst vertrekken.",
        "{person} takes part already as {role}. Give another id, or let {person} leave first.",
    ),
}


def _shown(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return short(value) if isinstance(value, str) and len(value) > 200 else str(value)


def impossible(conflict: str, *, about: tuple[str, ...], facts: Mapping[str, object]) -> errors.ImpossibleDemandError:
    """The error for a demand that cannot be met.

    Args:
        conflict: The stored word that names the conflict.
        about: The ids it is about.
        facts: What fills its line.
    """
    nl, en = _IMPOSSIBLE[conflict]
    shown = {name: _shown(value) for name, value in facts.items()}
    return errors.ImpossibleDemandError(
        en=en.format_map(shown), nl=nl.format_map(shown), conflict=conflict, about=about
    )


def would_overwrite(*, path: str) -> errors.WouldOverwriteError:
    """The error for a file that holds something else than an earlier state of what is saved."""
    return errors.WouldOverwriteError(
        en=f"{path!r} holds something else, or something that cannot be read; it was left as it is. Give another path.",
        nl=f"In {path!r} staat iets anders, of iets onleesbaars; dat is zo gelaten. Geef een ander pad.",
        path=path,
    )
