"""What the explorer page says, Dutch and English; places to fill stand in braces."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "explorer.title": ("Bij wie kun je terecht?", "Who can you turn to?"),
    "explorer.lead": (
        "Loop je vast in de inburgering? Kies je gemeente en je onderwerp. Je ziet in drie treden wie kan helpen, en "
        "waarom.",
        "Stuck in civic integration? Choose your gemeente and your topic. Three rungs show who can help, and why.",
    ),
    "explorer.no-script": (
        "Deze pagina heeft JavaScript nodig om antwoord te geven. Zet het aan, of vraag een collega om het antwoord "
        "af te drukken. De tekening hieronder staat er ook zonder.",
        "This page needs JavaScript to answer. Turn it on, or ask a colleague to print the answer. The picture below "
        "is there without it too.",
    ),
    "explorer.unreadable": (
        "Deze browser kan de gegevens van deze pagina niet lezen. Open haar in Chrome, Edge of Firefox vanaf versie "
        "113 of Safari vanaf 16.4 (allemaal uit 2023). Doe je dat al, dan is het bestand beschadigd: vraag om een "
        "nieuw.",
        "This browser cannot read the data of this page. Open it in Chrome, Edge or Firefox from version 113 or Safari "
        "from 16.4 (all of 2023). If that is what you have, the file is damaged: ask for a new one.",
    ),
    "explorer.skip": ("Naar het antwoord", "To the answer"),
    "explorer.skip-picture": ("Sla de tekening over", "Skip the picture"),
    "explorer.language": ("Taal", "Language"),
    "explorer.choose": ("Kies", "Choose"),
    "explorer.municipality": ("Gemeente", "Gemeente (municipality)"),
    "explorer.municipality-hint": (
        "Naam, oude naam of code. Mag leeg blijven.",
        "Name, old name or code. May stay empty.",
    ),
    "explorer.theme": ("Onderwerp", "Topic"),
    "explorer.theme-hint": ("Bijvoorbeeld PIP, boete of ziek.", "For instance PIP, fine or illness."),
    "explorer.clear": ("Wissen: {field}", "Clear: {field}"),
    "explorer.options": ("Keuzes voor {field}", "Choices for {field}"),
    "explorer.count": ("{count} keuzes", "{count} choices"),
    "explorer.count-one": ("1 keuze", "1 choice"),
    "explorer.count-none": ("Geen keuze past bij wat je typt.", "No choice fits what you type."),
    "explorer.unknown-municipality": (
        "Geen gemeente heet '{given}'. Kies er een uit de lijst.",
        "No gemeente is called '{given}'. Choose one from the list.",
    ),
    "explorer.unknown-theme": (
        "Geen onderwerp heet '{given}'. Typ één woord, zoals boete, of kies uit de lijst.",
        "No topic is called '{given}'. Type one word, such as fine, or choose from the list.",
    ),
    "explorer.near-municipality": (
        "Geen gemeente heet '{given}'. Bedoel je deze?",
        "No gemeente is called '{given}'. Do you mean this?",
    ),
    "explorer.near-theme": (
        "Geen onderwerp heet '{given}'. Bedoel je dit?",
        "No topic is called '{given}'. Do you mean this?",
    ),
    "explorer.too-many": (
        "'{given}' past bij {count} keuzes. Typ er meer van, of kies uit de lijst.",
        "'{given}' fits {count} choices. Type more of it, or choose from the list.",
    ),
    "explorer.ambiguous": (
        "'{given}' kan meer dan één zijn. Welke bedoel je?",
        "'{given}' can be more than one. Which do you mean?",
    ),
    "explorer.split": (
        "'{given}' is opgesplitst. Welke gemeente van nu bedoel je?",
        "'{given}' was split up. Which gemeente of today do you mean?",
    ),
    "explorer.now": ("nu {name}", "now {name}"),
    "explorer.was-split": ("opgesplitst", "split up"),
    "explorer.wrong-address": (
        "Dit adres klopt niet: '{part}' zegt hier niets.",
        "This address is not right: '{part}' means nothing here.",
    ),
    "explorer.wrong-parts": (
        "Dit adres klopt niet: {parts} zeggen hier niets.",
        "This address is not right: {parts} mean nothing here.",
    ),
    "explorer.twice": (
        "Dit adres noemt {parts} meer dan eens; wat er het eerst staat, telt.",
        "This address names {parts} more than once; what stands there first counts.",
    ),
    "explorer.answer": ("Antwoord", "Answer"),
    "explorer.nothing-yet": (
        "Kies een onderwerp; dan staan hier de drie treden. Of kies een partij in de tekening om haar te leren kennen.",
        "Choose a topic, and the three rungs stand here. Or choose a party in the picture to get to know it.",
    ),
    "explorer.for-every": ("voor elke gemeente", "for every gemeente"),
    "explorer.for-any": ("elke gemeente", "any gemeente"),
    "explorer.changed": ("Antwoord voor {theme}, {place}.", "Answer for {theme}, {place}."),
    "explorer.examples": ("Hier werken veel communities aan", "What many communities work on"),
    "explorer.picture-title": ("De keten in beeld", "The keten at a glance"),
    "explorer.picture": (
        "Alle partijen van de keten, per trede. Kies een partij voor haar kaart en haar buren. Dezelfde inhoud staat "
        "in de tabel onder de tekening.",
        "All parties of the keten, by rung. Choose a party for its card and its neighbours. The table below the "
        "picture has the same content.",
    ),
    "explorer.function": ("functies binnen de gemeente", "functions inside the gemeente"),
    "explorer.kind": ("soorten partijen", "kinds of party"),
    "explorer.organisation": ("organisaties", "organisations"),
    "explorer.filters": ("Toon", "Show"),
    "explorer.rung": ("Trede", "Rung"),
    "explorer.type": ("Soort", "Kind"),
    "explorer.phase": ("Fase", "Phase"),
    "explorer.extent": ("Wat de tekening toont", "What the picture shows"),
    "explorer.route-only": ("dit antwoord", "this answer"),
    "explorer.route-whole": ("de hele keten", "the whole keten"),
    "explorer.none": ("Geen partij past bij deze filters.", "No party fits these filters."),
    "explorer.all": ("alle", "all"),
    "explorer.shown": ("{count} van {total} rollen", "{count} of {total} roles"),
    "explorer.table-title": ("De keten als tabel", "The keten as a table"),
    "explorer.table": (
        "Dezelfde inhoud als de tekening: elke rol in de keten, waar zij staat, wat zij in dit antwoord doet, en met "
        "wie iets wordt uitgewisseld. Een organisatie telt niet apart: zij staat bij de rol die zij vervult.",
        "The same content as the picture: every role in the keten, where it stands, what it does in this answer, and "
        "with whom something is exchanged. An organisation is not counted apart: it stands with the role it fills.",
    ),
    "explorer.party": ("Partij", "Party"),
    "explorer.in-answer": ("In dit antwoord", "In this answer"),
    "explorer.exchanges": ("Wisselt uit met", "Exchanges with"),
    "explorer.on-rung": ("trede {rung}", "rung {rung}"),
    "explorer.legend-lit": (
        "gekleurd, met het nummer van de trede: staat in dit antwoord",
        "coloured, with the number of the rung: stands in this answer",
    ),
    "explorer.legend-settles": ("dikke rand: kan dit afdoen", "thick border: can settle this"),
    "explorer.legend-open": ("donker: de gekozen partij", "dark: the party chosen"),
    "explorer.legend-near": (
        "streepjesrand en lijn: buur van de gekozen partij; de pijl bij een buur wijst naar haar toe als zij ontvangt, "
        "en van haar af als zij geeft",
        "dashed border and line: neighbour of the party chosen; the arrow at a neighbour points at it when it "
        "receives, and away from it when it gives",
    ),
    "explorer.legend-shapes": (
        "rechte hoeken: functie; ronde hoeken: soort partij; halfronde zijden: organisatie",
        "square corners: function; round corners: kind of party; half-round sides: organisation",
    ),
    "explorer.close": ("Sluit de kaart", "Close the card"),
    "explorer.website": ("Website", "Website"),
    "explorer.tooi": ("In het register van de overheid (TOOI)", "In the government's register (TOOI)"),
    "explorer.no-description": ("Geen bron beschrijft deze partij.", "No source describes this party."),
    "explorer.part-of": ("Onderdeel van", "Part of"),
    "explorer.fills": ("Vervult de rol van", "Fills the role of"),
    "explorer.here": ("Wie dit hier is", "Who this is here"),
    "explorer.gives": ("Geeft", "Gives"),
    "explorer.receives": ("Ontvangt", "Receives"),
    "explorer.times-to": ("{count} × aan", "{count} × to"),
    "explorer.times-from": ("{count} × van", "{count} × from"),
    "explorer.through": ("via {system}", "through {system}"),
    "explorer.nothing-flows": (
        "De gegevens noemen niets wat deze partij geeft of ontvangt.",
        "The data name nothing this party gives or receives.",
    ),
    "explorer.answers-for": ("Staat bij deze onderwerpen", "Stands at these topics"),
    "explorer.no-themes": ("Bij geen onderwerp genoemd.", "Named at no topic."),
    "explorer.sources": ("Bronnen", "Sources"),
    "explorer.print": ("Afdrukken", "Print"),
    "explorer.link": (
        "Het adres van deze pagina bewaart je keuze: je kunt het bewaren of doorsturen.",
        "The address of this page keeps your choice: you can keep it or send it.",
    ),
    "explorer.signpost": (
        "Dit is een wegwijzer: geen juridisch advies en geen besluit over een zaak. Zet er geen persoonsgegevens in.",
        "This is a signpost: no legal advice and no decision on a case. Put no personal data in it.",
    ),
    "page.alternative": ("De tekening als tekst", "The picture as text"),
}
