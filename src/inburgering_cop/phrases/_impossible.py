"""The lines of demands that cannot be met: the conflict, and the smallest change that resolves it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from inburgering_cop import errors
from inburgering_cop.text import short

_IMPOSSIBLE = {
    "action-finished": (
        "{action} is klaar sinds {day}. Geef een nieuwe actie een eigenaar als er meer te doen is.",
        "{action} is finished since {day}. If there is more to do, give a new action an owner.",
    ),
    "attends-already": (
        "{person} zit al bij de bijeenkomst van {day}. Kies iemand anders die wacht.",
        "{person} already attends the meeting of {day}. Choose someone else who waits.",
    ),
    "before-first": (
        "{day} ligt voor de eerste bijeenkomst, {first}. Geef een dag vanaf {first}, of zet first in de "
        "kalender op {day}.",
        "{day} lies before the first meeting, {first}. Give a day from {first}, or set first in the calendar to {day}.",
    ),
    "calendar-full": (
        "Je vraagt er {asked}, en de kalender heeft er nog {left} over. Zet meetings in de kalender op {total}, of "
        "vraag er hoogstens {left}.",
        "You ask for {asked}, and the calendar has {left} left. Set meetings in the calendar to {total}, or ask for "
        "{left} at most.",
    ),
    "more-fixed-than-seats": (
        "Op {day} heeft {role} meer vaste plekken dan plekken: {fixed} tegen {seats}. Zet seats van {role} op {fixed}, "
        "of maak er hoogstens {seats} vast.",
        "On {day} {role} has more fixed seats than seats: {fixed} against {seats}. Set the seats of {role} to {fixed}, "
        "or make {seats} of them fixed at most.",
    ),
    "more-seats-than-people": (
        "Op {day} zijn er te weinig mensen voor {role}: {people}, bij {seats} plekken. Zoek er {missing} bij, of zet "
        "seats van {role} op {people}.",
        "On {day} there are too few people for {role}: {people}, with {seats} seats. Find {missing} more, or set the "
        "seats of {role} to {people}.",
    ),
    "nobody-for-role": (
        "Op {day} is er niemand voor {role}; nodig: {seats}. Zoek er {missing}, of haal {role} uit seats.",
        "On {day} there is nobody for {role}; needed: {seats}. Find {missing}, or take {role} out of seats.",
    ),
    "no-meeting": (
        "Op {day} is er geen bijeenkomst. De dichtstbijzijnde is {near}; of zet in de kalender onder moved: to {day}.",
        "There is no meeting on {day}. The nearest is {near}; or put in the calendar under moved: to {day}.",
    ),
    "no-open-seat": (
        "Op {day} is er geen open plek voor {role}. Invallen kan alleen op een plek die open staat.",
        "On {day} no seat for {role} is open. Standing in is possible only in a seat that is open.",
    ),
    "not-announced": (
        "Voor {day} is geen bijeenkomst aangekondigd. Geef een dag waarvoor dat wel zo is: {days}.",
        "No meeting is announced for {day}. Give a day for which one is: {days}.",
    ),
    "none-announced": (
        "Voor {day} is geen bijeenkomst aangekondigd, en voor geen enkele dag. Kondig er eerst een aan (announce).",
        "No meeting is announced for {day}, nor for any other day. Announce one first (announce).",
    ),
    "owner-left": (
        "{owner} is eigenaar van {action} en doet op {day} niet meer mee. Draag {action} over; het kan aan: {can}.",
        "{owner} owns {action} and takes no part on {day}. Hand {action} over; it can go to: {can}.",
    ),
    "owner-left-alone": (
        "{owner} is eigenaar van {action} en doet op {day} niet meer mee, en er is niemand anders. Zet er eerst "
        "iemand bij.",
        "{owner} owns {action} and takes no part on {day}, and there is nobody else. Add somebody first.",
    ),
    "page-too-large": (
        "De verkenner zou {size} bytes groot worden, {over} meer dan de {most} die mag. Lees minder eigen gegevens "
        "tegelijk in, bijvoorbeeld een pagina per regio, of maak de teksten erin korter.",
        "The explorer would be {size} bytes, {over} more than the {most} it may be. Read fewer of your own records at "
        "once, for instance a page for each region, or make the texts in them shorter.",
    ),
    "takes-part-already": (
        "{person} doet al mee als {role}. Geef een ander id, of laat {person} eerst vertrekken.",
        "{person} takes part already as {role}. Give another id, or let {person} leave first.",
    ),
    "told-too-early": (
        "Over {action} is op {day} al iets vastgelegd. Geef een latere dag.",
        "Something is on record about {action} on {day}. Give a later day.",
    ),
    "too-early": (
        "{action} heeft sinds {day} deze eigenaar. Geef die dag of een latere.",
        "{action} has had this owner since {day}. Give that day or a later one.",
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
