"""What is said in the conversation plan for a dual track."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "dual-track.title": (
        "Gespreksplan: het goede moment voor een duaal traject",
        "Conversation plan: the right moment for a dual track",
    ),
    "dual-track.open": (
        "CoP Midden-Limburg stelde deze vraag en liet haar open. Dit plan geeft geen score en geen oordeel: het zet op "
        "een rij wat de bronnen noemen, wie het weet en wie beslist. De vragen en de indeling in kenmerk, voorwaarde "
        "en afspraak zijn van ons; elke voorwaarde heeft haar bron. De bronnen spreken over statushouders.",
        "CoP Midden-Limburg asked this question and left it open. This plan gives no score and no verdict: it sets out "
        "what the sources name, who knows it and who decides. The questions and the sorting into characteristic, "
        "condition and agreement are ours; each condition has its source. The sources speak of status holders.",
    ),
    "dual-track.question": ("De open vraag", "The open question"),
    "dual-track.conversations": ("Met wie voer je het gesprek", "Whom to talk with"),
    "dual-track.characteristic": ("Kenmerken van de inburgeraar", "Characteristics of the inburgeraar"),
    "dual-track.condition": ("Voorwaarden eromheen", "Conditions around it"),
    "dual-track.agreement": ("Afstemmen met anderen", "Agreeing with others"),
    "dual-track.knows": ("Wie het weet of uitvoert", "Who knows or carries it out"),
    "dual-track.tells": ("{sender} aan {receiver}: {flow}", "{sender} to {receiver}: {flow}"),
    "dual-track.agrees": ("{sender} en {receiver}: {flow}", "{sender} and {receiver}: {flow}"),
    "dual-track.agree": ("Met wie stem je af", "Whom to agree with"),
    "dual-track.decides": ("Wie beslist", "Who decides"),
    "dual-track.rung": ("{name} (trede {rung})", "{name} (rung {rung})"),
    "dual-track.knowledge": (
        "kennis met de community 'midden-limburg'; laad je eigen records met bundled=True",
        "knowledge that holds the community 'midden-limburg'; load your own records with bundled=True",
    ),
    "dual-track.naar-vermogen": (
        "Wat kan deze inburgeraar nu aan, naast de taallessen?",
        "What can this inburgeraar manage now, besides the language lessons?",
    ),
    "dual-track.wat-in-het-azc": (
        "Wat deed de inburgeraar in het azc, zoals (betaald) werk, en is de blauwe/groene map meegekomen?",
        "What did the inburgeraar do in the azc, such as (paid) work, and has the blue/green folder come along?",
    ),
    "dual-track.trauma": (
        "Speelt er nu, na de huisvesting, iets dat verwerkt moet worden?",
        "Is there something on the mind now, after the move into a home, that has to be worked through?",
    ),
    "dual-track.gezin": (
        "Wacht de inburgeraar op gezinshereniging?",
        "Is the inburgeraar waiting for family reunification?",
    ),
    "dual-track.niet-overvragen": (
        "Wordt het samen te veel, en moet het duale deel daarom nog wachten?",
        "Does it become too much together, so that the dual part has to wait?",
    ),
    "dual-track.kinderopvang": (
        "Is er kinderopvang op de uren van les en participatie?",
        "Is there childcare in the hours of lessons and participation?",
    ),
    "dual-track.vervoer": (
        "Is er passend vervoer naar de taalaanbieder en naar de participatieplek?",
        "Is there suitable transport to the language provider and to the place of participation?",
    ),
    "dual-track.avond-en-online": (
        "Zijn er lessen in de avond of online, zodat er overdag ruimte is om te participeren?",
        "Are there lessons in the evening or online, so that there is room to take part by day?",
    ),
    "dual-track.begeleiding-op-de-werkplek": (
        "Wie begeleidt op de werkplek, zo dat het de werkgever weinig tijd kost?",
        "Who guides at the workplace, so that it costs the employer little time?",
    ),
    "dual-track.aanspreekpunt": (
        "Heeft de werkgever een aanspreekpunt, en weet die wie dat is?",
        "Does the employer have a contact, and know who that is?",
    ),
    "dual-track.werkgever-geinformeerd": (
        "Kent de werkgever de regels en verplichtingen rond werk en inburgering, en zijn de lijnen kort?",
        "Does the employer know the rules and duties around work and inburgering, and are the lines short?",
    ),
    "dual-track.samen-besluiten": (
        "Wie begeleiden deze inburgeraar, en besluiten zij samen of er een traject komt en welk?",
        "Who guides this inburgeraar, and do they decide together whether there will be a track, and which?",
    ),
    "dual-track.vroeg-contact": (
        "Is er al in het azc gesproken, ook samen met andere partners?",
        "Have there been talks in the azc already, also together with other partners?",
    ),
    "dual-track.lesrooster": (
        "Wie meldt een ander lesrooster aan de werkgever, en wie zoekt mee naar een oplossing?",
        "Who tells the employer of a changed timetable, and who helps to find a solution?",
    ),
    "dual-track.korte-lijnen": (
        "Hoe houden alle partijen de lijnen kort, onderling en met de inburgeraar, het hele traject lang?",
        "How do all parties keep the lines short, with each other and with the inburgeraar, throughout the track?",
    ),
}
