"""The words of a rotation, Dutch and English; places to fill stand in braces."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "rotation.title": ("Rooster", "Rotation"),
    "rotation.number": ("Nr.", "No."),
    "rotation.day": ("Datum", "Date"),
    "rotation.status": ("Stand", "Status"),
    "rotation.announced": ("aangekondigd", "announced"),
    "rotation.planned": ("gepland", "planned"),
    "rotation.attendance": ("Wie komt hoe vaak", "Who attends how often"),
    "rotation.person": ("Wie", "Who"),
    "rotation.role": ("Rol", "Role"),
    "rotation.often": ("Hoe vaak", "How often"),
    "rotation.times": ("{turns} van de {meetings} keer", "{turns} of {meetings} times"),
    "rotation.promise": (
        "Wie in dezelfde rol om de beurt komt, scheelt over elke reeks bijeenkomsten hoogstens één keer met een ander. "
        "Niemand komt twee keer achter elkaar zolang een ander beide keren wacht. Wat is aangekondigd, blijft staan.",
        "Those who take turns in one role differ by one time at most over any stretch of meetings. Nobody attends "
        "twice in a row while someone else waits both times. What was announced stays.",
    ),
    "rotation.uneven": (
        "Behalve voor {pairs}: door wat met de hand is aangekondigd, schelen zij ergens meer dan één keer.",
        "Except for {pairs}: by what was announced by hand, they differ by more than one time somewhere.",
    ),
    "rotation.open": (
        "Een open plek: wie haar kreeg, zou vaker aan de beurt zijn dan een ander die al is aangekondigd. Wie wil, kan "
        "invallen; dat telt niet als beurt.",
        "An open seat: whoever got it would have more turns than someone already announced. Anyone who wants can stand "
        "in; that does not count as a turn.",
    ),
    "rotation.stand-in": ("Invallen telt niet als beurt.", "Standing in does not count as a turn."),
    "seat.fixed": ("vast", "fixed"),
    "seat.open": ("(open plek)", "(open seat)"),
    "seat.stand-in": ("valt in", "stands in"),
    "seat.taken-over": ("nam over", "took over"),
}
