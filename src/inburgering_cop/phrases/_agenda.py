"""The words of an agenda, Dutch and English; places to fill stand in braces."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "agenda.title": ("Agenda", "Agenda"),
    "agenda.carried": ("Acties die terugkomen", "Actions that carry over"),
    "agenda.nothing-carried": ("Geen.", "None."),
    "agenda.finished": ("Afgerond sinds de vorige keer", "Finished since last time"),
    "agenda.recurring": ("Thema's die elke keer terugkomen", "Themes that recur each time"),
    "agenda.chosen": ("Thema van deze bijeenkomst", "Theme of this meeting"),
    "agenda.waiting": ("Thema's die wachten", "Themes that wait"),
    "agenda.points": ("{points} punten", "{points} points"),
    "agenda.choice": ("{person}: keuze {rank}", "{person}: choice {rank}"),
    "agenda.weighed": (
        "Een eerste keuze telt 3 punten, een tweede 2, een derde 1. Bij gelijke stand gaat voor wat vaker als eerste "
        "is gekozen, en daarna wat het eerst op de lijst stond.",
        "A first choice counts 3 points, a second 2, a third 1. On a tie the theme chosen first more often goes "
        "first, and then the one that was on the list first.",
    ),
    "agenda.not-weighed": (
        "Voor deze bijeenkomst gaf nog niemand aan wat voorrang heeft; dit is de volgorde van de lijst.",
        "Nobody has said yet what comes first at this meeting; this is the order of the list.",
    ),
    "agenda.next": (
        "Volgende bijeenkomst: {day}. Wie een actie krijgt, vertelt dan wat eruit kwam.",
        "Next meeting: {day}. Whoever gets an action tells then what came out.",
    ),
    "action.overdue": (
        "te laat: had op {day} verteld moeten zijn (gemist: {late})",
        "overdue: should have been told on {day} (missed: {late})",
    ),
    "action.open": ("vertelt nu wat eruit kwam", "tells now what came out"),
    "action.done": ("klaar op {day}", "done on {day}"),
    "action.told": ("Verteld op {day}", "Told on {day}"),
}
