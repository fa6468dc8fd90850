"""What is said when themes and bottlenecks are sorted as CoP Achterhoek does."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "triage.title": ("Triage: {table}", "Triage: {table}"),
    "triage.table": ("de tafel van {partners}", "the table of {partners}"),
    "triage.method": (
        "Zo doet CoP Achterhoek het [cop-achterhoek, vraag 2]: in groepen leggen, eerst oppakken wat vrij makkelijk is "
        "en snel resultaat belooft, en doorschuiven waar deze tafel niets mee kan. Wie iets kan afdoen, komt uit de "
        "keten.",
        "This is how CoP Achterhoek does it [cop-achterhoek, vraag 2]: sort into groups, first take up what is fairly "
        "easy and promises quick results, and pass on what this table can do nothing about. Who can settle it comes "
        "from the keten.",
    ),
    "triage.now": ("Nu oppakken", "Pick up now"),
    "triage.later": ("Later", "Later"),
    "triage.pass-on": ("Doorschuiven naar een andere tafel", "Pass on to another table"),
    "triage.ask": ("Eerst terugvragen", "Ask back first"),
    "triage.no-group": ("Zonder groep", "Without a group"),
    "triage.reason.now": (
        "Volgens jullie vrij makkelijk op te pakken en met snel resultaat.",
        "According to you fairly easy to take up, with quick results.",
    ),
    "triage.reason.hard": ("Volgens jullie niet makkelijk op te pakken.", "According to you not easy to take up."),
    "triage.reason.slow": ("Volgens jullie zonder snel resultaat.", "According to you without quick results."),
    "triage.reason.read": (
        "Gelezen als thema '{theme}'. Klopt dat niet, noem dan zelf het thema.",
        "Read as theme '{theme}'. If that is wrong, name the theme yourself.",
    ),
    "triage.reason.no-theme": (
        "Hier is geen thema van de keten in herkend; wie het kan afdoen, is niet nagegaan.",
        "No theme of the keten is recognised in this; who can settle it was not looked up.",
    ),
    "triage.reason.present": ("Aan tafel: {who}.", "At the table: {who}."),
    "triage.reason.besides": ("Ook nodig en niet aan tafel: {who}.", "Needed too and not at the table: {who}."),
    "triage.reason.absent": (
        "Niemand aan tafel kan dit afdoen. Wel: {who}.",
        "No one at the table can settle this. These can: {who}.",
    ),
    "triage.reason.nobody": (
        "De gegevens noemen niemand die dit beslist of uitvoert; of deze tafel er iets mee kan, is niet nagegaan.",
        "The data name no one who decides or executes this; whether this table can do something was not looked up.",
    ),
    "triage.reason.we-can": (
        "Jullie zeggen dat deze tafel er iets mee kan.",
        "You say that this table can do something about it.",
    ),
    "triage.reason.we-cannot": (
        "Jullie zeggen dat deze tafel er niets mee kan.",
        "You say that this table can do nothing about it.",
    ),
    "triage.who": ("{partner} (trede {rung}, {capacity})", "{partner} (rung {rung}, {capacity})"),
    "triage.who-side": (
        "{partner} (trede {rung}, {capacity}: {side})",
        "{partner} (rung {rung}, {capacity}: {side})",
    ),
    "triage.ask.ease": ("Is dit vrij makkelijk op te pakken?", "Is this fairly easy to take up?"),
    "triage.ask.speed": ("Verwacht je snel resultaat?", "Do you expect quick results?"),
    "triage.tables": ("Andere tafels", "Other tables"),
    "triage.no-tables": (
        "geen community in de gegevens heeft dit thema en die rol aan tafel.",
        "no community in the data has this theme and that role at its table.",
    ),
    "triage.partners": ("Of rechtstreeks bij", "Or straight to"),
    "triage.same-party": ("dezelfde partij zit daar", "the same party sits there"),
    "triage.other-party": ("daar is dat een andere partij", "there it is a different party"),
    "triage.theme-there": ("thema daar: {standing}", "theme there: {standing}"),
}
