"""The words of the dossier: its texts, and the line of every error it raises, Dutch and English."""

from __future__ import annotations

from inburgering_cop import errors

TEXTS: dict[str, tuple[str, str]] = {
    "act.found": ("uitgezocht", "worked out"),
    "act.asked": ("gevraagd", "asked"),
    "act.answered": ("geantwoord", "answered"),
    "act.involved": ("ingeschakeld", "involved"),
    "act.settled": ("afgedaan", "settled"),
    "act.closed": ("gesloten", "closed"),
    "act.reopened": ("heropend", "reopened"),
    "state.open": ("open", "open"),
    "state.settled": ("afgedaan", "settled"),
    "state.closed": ("gesloten", "closed"),
    "gate.free": (
        "Ja. {partner} staat hier op trede {rung}; daarvoor hoeft nog niets vast te liggen.",
        "Yes. {partner} stands on rung {rung} here; nothing has to be recorded before that.",
    ),
    "gate.worked-out": (
        "Ja. {partner} staat hier op trede 3. De kaders binnen de wet en wat partners kunnen liggen vast.",
        "Yes. {partner} stands on rung 3 here. The frames within the law and what partners can do are recorded.",
    ),
    "gate.not-yet": (
        "Nog niet. {partner} staat hier op trede 3. {missing}",
        "Not yet. {partner} stands on rung 3 here. {missing}",
    ),
    "gate.ended": (
        "Nee. Het dossier is {state}. Heropen het eerst (reopen), met de reden.",
        "No. The dossier is {state}. Reopen it first (reopen), with the reason.",
    ),
    "dossier.title": ("Dossier: {theme}", "Dossier: {theme}"),
    "dossier.opened": ("Geopend", "Opened"),
    "dossier.state": ("Stand", "State"),
    "dossier.done": ("gedaan", "done"),
    "dossier.not-done": ("nog niet gedaan", "not done yet"),
    "dossier.nothing": ("Nog niets vastgelegd.", "Nothing recorded yet."),
    "dossier.waiting": ("Wacht op antwoord van: {partners}.", "Waiting for an answer from: {partners}."),
    "dossier.waits": ("wacht op antwoord", "waits for an answer"),
    "dossier.ending": ("Afloop", "How it ended"),
    "dossier.next": ("Volgende stap", "Next step"),
    "dossier.candidates": ("Bij wie: {partners}.", "With whom: {partners}."),
    "dossier.next.settle": ("Leg het antwoord vast (settle).", "Record the answer (settle)."),
    "dossier.next.close": ("Sluit het dossier (close).", "Close the dossier (close)."),
    "dossier.reason": ("reden: {reason}", "reason: {reason}"),
    "dossier.recorded": ("{path}: {act}", "{path}: {act}"),
    "dossier.rungs": (
        "Trede 1: {first}. Trede 2: {second}. Trede 3: {third}.",
        "Rung 1: {first}. Rung 2: {second}. Rung 3: {third}.",
    ),
    "brief.title": ("Gerichte vraag aan {partner}: {theme}", "Targeted question to {partner}: {theme}"),
    "brief.greeting": ("Beste collega's van {partner},", "Dear colleagues at {partner},"),
    "brief.greeting.role": ("Beste collega's,", "Dear colleagues,"),
    "brief.gemeente": ("gemeente {name}", "gemeente {name}"),
    "brief.intro.worked-out": (
        "Bij de {gemeente} werken wij aan de vraag hieronder. Wij zochten eerst uit wat wij zelf kunnen en wat onze "
        "partners in de uitvoering kunnen. Het antwoord hebben wij nog niet. Daarom komen wij nu met een gerichte "
        "vraag bij u.",
        "At the {gemeente} we are working on the question below. We first worked out what we can do ourselves and what "
        "our partners in the execution can do. We do not have the answer yet. So we now come to you with a targeted "
        "question.",
    ),
    "brief.intro.ahead": (
        "Bij de {gemeente} werken wij aan de vraag hieronder. Wij komen bij u voordat alles is uitgezocht wat wij zelf "
        "en met onze partners kunnen. De reden: {reason}",
        "At the {gemeente} we are working on the question below. We come to you before everything is worked out that "
        "we can do ourselves and with our partners. The reason: {reason}",
    ),
    "brief.intro.partner": (
        "Bij de {gemeente} werken wij aan de vraag hieronder. Wij willen weten wat u hierin samen met ons kunt doen.",
        "At the {gemeente} we are working on the question below. We want to know what you can do in this together with "
        "us.",
    ),
    "brief.asked-on": ("gesteld op {day}", "asked on {day}"),
    "brief.question": ("De vraag", "The question"),
    "brief.worked-out": ("Wat de gemeente heeft uitgezocht", "What the gemeente worked out"),
    "brief.answered": ("Wat partners hebben geantwoord", "What partners answered"),
    "brief.asks": ("Wat wij u vragen", "What we ask of you"),
    "brief.tried": ("Wat al is geprobeerd", "What has been tried"),
    "brief.no-answers": ("Er is nog geen antwoord van partners.", "There is no answer from partners yet."),
    "brief.ask-as-it-is": (
        "Wat is vanuit uw rol het antwoord op de vraag hierboven?",
        "From your role, what is the answer to the question above?",
    ),
    "brief.why": ("Waarom wij dit aan u vragen:", "Why we ask you:"),
    "brief.articles": ("op grond van {articles}", "on the basis of {articles}"),
    "brief.no-article": (
        "De gegevens noemen hiervoor geen artikel",
        "The data name no article for this",
    ),
    "brief.no-role": (
        "De gegevens noemen voor {partner} geen taak bij dit thema, en dus ook geen artikel.",
        "The data name no task for {partner} on this theme, and so no article either.",
    ),
    "brief.tried.found": ("{where}, {day}: uitgezocht ({by}).", "{where}, {day}: worked out ({by})."),
    "brief.tried.answered": (
        "{where}, {day}: gevraagd aan {partner}: '{text}' Antwoord op {answered}.",
        "{where}, {day}: asked of {partner}: '{text}' Answer on {answered}.",
    ),
    "brief.tried.waiting": (
        "{where}, {day}: gevraagd aan {partner}: '{text}' Nog geen antwoord.",
        "{where}, {day}: asked of {partner}: '{text}' No answer yet.",
    ),
    "brief.tried.reopened": (
        "Opnieuw opgepakt, {day}: '{reason}'",
        "Taken up again, {day}: '{reason}'",
    ),
    "brief.back": (
        "Uw antwoord delen wij met de collega's en de partners die hierbij betrokken zijn. Alvast dank.",
        "We share your answer with the colleagues and partners involved. Thank you in advance.",
    ),
    "brief.as-of": (
        "De artikelen komen uit gegevens die tot en met {day} zijn nagekeken.",
        "The articles come from data that were checked until {day}.",
    ),
    "brief.regards": ("Met vriendelijke groet,", "Kind regards,"),
}
_MISSING = {
    1: (
        "Op trede 1 liggen de kaders binnen de wet nog niet vast (record).",
        "Rung 1 has not recorded the frames within the law (record).",
    ),
    2: (
        "Op trede 2 ligt nog niet vast wat partners kunnen (record of answer).",
        "Rung 2 has not recorded what partners can do (record or answer).",
    ),
}
_TEXT_REFUSED = {
    "blank": (
        "De tekst is leeg. Schrijf in een of enkele zinnen wat er is gevraagd, uitgezocht of geantwoord.",
        "The text is blank. Write in a sentence or a few what was asked, worked out or answered.",
    ),
    "too-long": (
        "De tekst is langer dan 2.000 tekens. Kort hem in tot de kern.",
        "The text is longer than 2,000 characters. Cut it down to its core.",
    ),
    "control-character": (
        "De tekst bevat een besturingsteken dat er niet in hoort. Plak hem als gewone tekst.",
        "The text holds a control character that does not belong there. Paste it as plain text.",
    ),
    "bsn": (
        "De tekst bevat een getal dat een BSN kan zijn. Leg vast zonder persoonsgegevens.",
        "The text holds a number that can be a BSN. Record it without personal data.",
    ),
}
_ACT_REFUSED = {
    "closed": (
        "het dossier is op {day} gesloten. Heropen het eerst (reopen), met de reden.",
        "the dossier was closed on {day}. Reopen it first (reopen), with the reason.",
    ),
    "settled": (
        "de vraag is op {day} afgedaan. Heropen het dossier eerst (reopen), met de reden; sluiten kan wel (close).",
        "the question was settled on {day}. Reopen the dossier first (reopen), with the reason; closing it is possible "
        "(close).",
    ),
    "open": ("het dossier is open. Laat deze stap weg.", "the dossier is open. Leave this act out."),
    "date": (
        "de datum ligt voor de vorige stap, van {day}. Geef die dag of een latere.",
        "its date lies before the act before it, of {day}. Give that day or a later one.",
    ),
    "gate": (
        "{partner} staat hier op trede 3 en is nog niet aan de beurt. {missing} Doe dat eerst, of ga door met een "
        "reden (reason), die in het dossier blijft staan.",
        "{partner} stands on rung 3 here and its turn has not come. {missing} Do that first, or go ahead with a "
        "reason (reason), which stays in the dossier.",
    ),
    "not-involved": (
        "{partner} staat hier op trede 3 en is niet ingeschakeld. Doe dat eerst (involve).",
        "{partner} stands on rung 3 here and was not involved. Do that first (involve).",
    ),
    "nobody-involved": (
        "op trede 3 is nog niemand ingeschakeld. Schakel eerst een partner in (involve), of leg dit vast op trede 1 "
        "of 2.",
        "nobody on rung 3 was involved yet. Involve a partner first (involve), or record this on rung 1 or 2.",
    ),
    "not-asked": (
        "aan {partner} is op trede {rung} niets gevraagd. Leg eerst vast wat is gevraagd (ask).",
        "{partner} was not asked anything on rung {rung}. Record first what was asked (ask).",
    ),
    "unanswered": (
        "er is nog geen antwoord. Leg het eerst vast (settle), of geef de reden waarom je zonder antwoord sluit "
        "(reason).",
        "there is no answer yet. Record it first (settle), or give the reason to close without one (reason).",
    ),
    "not-gemeente": (
        "{partner} hoort niet bij de gemeente, en deze stap is van de gemeente. Geef 'gemeente' of een functie daarin "
        "(by); wat een partner zegt, is een antwoord (answer).",
        "{partner} is not part of the gemeente, and this act is the gemeente's. Give 'gemeente' or a function in it "
        "(by); what a partner says is an answer (answer).",
    ),
}
_KEPT = {
    "unreadable": (
        "daar staat iets dat niet als dossier te lezen is ({faults}: inburgering-cop dossier show noemt ze)",
        "what stands there does not read as a dossier (faults: {faults}; read_dossier names them)",
    ),
    "another": ("daar staat een ander dossier", "another dossier stands there"),
    "not-earlier": (
        "daar staat iets anders dan een eerdere stand hiervan, of iets onleesbaars",
        "it holds something else than an earlier state of this, or something that cannot be read",
    ),
    "ahead": (
        "daar staan stappen die dit dossier niet heeft; lees het bestand opnieuw en doe je stap daarna",
        "it holds acts that this dossier lacks; read the file again and add your act to that",
    ),
}


def refused_text(reason: str) -> errors.TextRefusedError:
    """The error for a free text of an act that is not taken in: blank, too-long, control-character or bsn."""
    nl, en = _TEXT_REFUSED[reason]
    return errors.TextRefusedError(en=en, nl=nl, reason=reason)


def missing_rungs(missing: tuple[int, ...], lang: str) -> str:
    """What the rungs in `missing` have not recorded yet, a sentence each."""
    return " ".join(_MISSING[rung][lang == "en"] for rung in missing)


def act_refused(
    conflict: str,
    *,
    act: str,
    partner: str = "",
    rung: int = 0,
    day: tuple[str, str] = ("", ""),
    missing: tuple[int, ...] = (),
) -> errors.ActRefusedError:
    """The error for an act that does not fit.

    Args:
        conflict: What it clashes with, a stored word.
        act: The kind of the act, a stored word.
        partner: Id of the partner it is about, for the conflicts that have one.
        rung: Where that partner stands, for `not-asked`.
        day: The day of what it clashes with, in Dutch and in English, for the conflicts that have one.
        missing: The rungs that must be worked out first, for the gate.
    """
    lines = {
        lang: said.format(partner=repr(partner), rung=rung, day=written, missing=missing_rungs(missing, lang))
        for lang, said, written in zip(("nl", "en"), _ACT_REFUSED[conflict], day, strict=True)
    }
    nl, en = TEXTS[f"act.{act}"]
    return errors.ActRefusedError(
        en=f"'{en}' cannot be recorded: {lines['en']}",
        nl=f"'{nl}' kan niet worden vastgelegd: {lines['nl']}",
        act=act,
        conflict=conflict,
        missing=missing,
    )


def file_kept(reason: str, *, path: str, faults: int = 0) -> errors.FileKeptError:
    """The error for a file that is kept: unreadable (with so many faults), another, not-earlier or ahead."""
    nl, en = _KEPT[reason]
    return errors.FileKeptError(
        en=f"{path!r} was left as it is: {en.format(faults=faults)}. Give another path, or overwrite it on purpose "
        "(overwrite).",
        nl=f"{path!r} is niet overschreven: {nl.format(faults=f'{faults} fouten' if faults != 1 else '1 fout')}. "
        "Geef een ander pad, of overschrijf het bewust (overwrite).",
        path=path,
        reason=reason,
    )


def being_written(*, path: str, draft: str) -> errors.CannotWriteError:
    """The error for a file of which the draft of another writer stands beside it."""
    return errors.CannotWriteError(
        en=f"Cannot write {path!r}: someone else is writing it. Try again; if nobody is, remove {draft!r} beside it.",
        nl=f"Kan {path!r} niet schrijven: iemand anders is ermee bezig. Probeer het opnieuw; is er niemand bezig, "
        f"verwijder dan {draft!r} ernaast.",
        path=path,
        reason="being written",
    )
