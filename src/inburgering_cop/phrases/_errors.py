"""The line of every error, Dutch and English."""

from __future__ import annotations

from inburgering_cop import errors
from inburgering_cop.text import listed, short

LANGUAGES = ("nl", "en")
_UNKNOWN: dict[str, tuple[type[errors.UnknownNameError], str, str]] = {
    "communities": (errors.UnknownCommunityError, "Onbekende community", "Unknown community"),
    "deadlines": (errors.UnknownRecordError, "Onbekende termijn", "Unknown deadline"),
    "former_municipalities": (errors.UnknownRecordError, "Onbekende vroegere gemeente", "Unknown former municipality"),
    "meetings": (errors.UnknownRecordError, "Onbekende bijeenkomst", "Unknown meeting"),
    "municipalities": (errors.UnknownMunicipalityError, "Onbekende gemeente", "Unknown municipality"),
    "partners": (errors.UnknownPartnerError, "Onbekende partner", "Unknown partner"),
    "phases": (errors.UnknownPhaseError, "Onbekende fase", "Unknown phase"),
    "regions": (errors.UnknownRecordError, "Onbekende arbeidsmarktregio", "Unknown labour-market region"),
    "relations": (errors.UnknownRecordError, "Onbekende relatie", "Unknown relation"),
    "responsibilities": (errors.UnknownRecordError, "Onbekende verantwoordelijkheid", "Unknown responsibility"),
    "sources": (errors.UnknownRecordError, "Onbekende bron", "Unknown source"),
    "themes": (errors.UnknownThemeError, "Onbekend thema", "Unknown theme"),
    "tips": (errors.UnknownRecordError, "Onbekende tip", "Unknown tip"),
}
_UNWRITABLE = {
    "File name too long": "de naam is te lang",
    "Is a directory": "het is een map",
    "No space left on device": "de schijf is vol",
    "No such file or directory": "die map bestaat niet",
    "Not a directory": "een deel van het pad is geen map",
    "Permission denied": "je mag daar niet schrijven",
    "Read-only file system": "die schijf is alleen om te lezen",
}
_COMMANDS = ("communities", "partners", "themes", "tips")
_REFUSED = {
    "blank": (
        "De vraag is leeg. Typ een vraag of een thema-id.",
        "The question is blank. Type a question or a theme id.",
    ),
    "too-long": (
        "De vraag is langer dan 2.000 tekens. Kort haar in tot de kern.",
        "The question is longer than 2,000 characters. Cut it down to its core.",
    ),
    "control-character": (
        "De vraag bevat een besturingsteken dat er niet in hoort. Plak haar als gewone tekst.",
        "The question holds a control character that does not belong there. Paste it as plain text.",
    ),
    "bsn": (
        "De vraag bevat een getal dat een BSN kan zijn. Stel haar zonder persoonsnummers.",
        "The question holds a number that can be a BSN. Ask it without personal numbers.",
    ),
}


def _did_you_mean(nearest: tuple[str, ...], lang: str) -> str:
    if not nearest:
        return ""
    ask, joiner = ("Bedoel je", "of") if lang == "nl" else ("Did you mean", "or")
    return f" {ask} {listed(nearest, joiner=joiner)}?"


def _where_to_look(catalogue: str, total: int) -> str:
    """Where all names stand: a command where there is one, and in Python the catalogue."""
    command = f"inburgering-cop {catalogue} of" if catalogue in _COMMANDS else "In Python:"
    return f"{command} kb.{catalogue} noemt ze alle {total}."


def unknown(catalogue: str, *, given: str, nearest: tuple[str, ...], total: int) -> errors.UnknownNameError:
    """The error for a name that `catalogue` does not hold; `total` is how many records it does hold."""
    cls, nl, en = _UNKNOWN[catalogue]
    return cls(
        en=f"{en} {short(given)}.{_did_you_mean(nearest, 'en')} kb.{catalogue} lists all {total}.",
        nl=f"{nl} {short(given)}.{_did_you_mean(nearest, 'nl')} {_where_to_look(catalogue, total)}",
        given=given,
        nearest=nearest,
    )


def unknown_aspect(
    given: str, *, theme: str, nearest: tuple[str, ...], known: tuple[str, ...]
) -> errors.UnknownAspectError:
    """The error for an aspect that `theme` does not have; `known` are the ids of those it has."""
    all_nl = f"Het kan zijn: {listed(known, joiner='of')}." if known else "Dit thema heeft er geen; laat het weg."
    all_en = f"It can be {listed(known, joiner='or')}." if known else "This theme has none; leave it out."
    return errors.UnknownAspectError(
        en=f"Unknown aspect {short(given)} of theme {theme!r}.{_did_you_mean(nearest, 'en')} {all_en}",
        nl=f"Onbekend aspect {short(given)} van thema {theme!r}.{_did_you_mean(nearest, 'nl')} {all_nl}",
        given=given,
        nearest=nearest,
    )


def ambiguous(*, given: str, candidates: tuple[str, ...]) -> errors.AmbiguousNameError:
    """The error for a name that several records answer to."""
    return errors.AmbiguousNameError(
        en=f"{short(given)} can be more than one: {listed(candidates, joiner='or')}. Give the one you mean.",
        nl=f"{short(given)} kan meer dan één zijn: {listed(candidates, joiner='of')}. Geef welke je bedoelt.",
        given=given,
        candidates=candidates,
    )


def split_up(*, given: str, candidates: tuple[str, ...]) -> errors.AmbiguousNameError:
    """The error for a gemeente of the past whose territory lies in several of today."""
    return errors.AmbiguousNameError(
        en=f"{short(given)} was split up; it now lies in {listed(candidates, joiner='and')}. Give the one you mean.",
        nl=f"{short(given)} is opgesplitst; het ligt nu in {listed(candidates, joiner='en')}. Geef welke je bedoelt.",
        given=given,
        candidates=candidates,
    )


def no_date(deadline: str, *, what: tuple[str, str]) -> errors.NoDateError:
    """The error for a norm that is asked for its date; `what` says the norm in Dutch and English."""
    return errors.NoDateError(
        en=f"{deadline!r} has no date: it is a norm ({what[1]}), not a term. kb.timeline() shows it with its value.",
        nl=f"{deadline!r} heeft geen datum: het is een norm ({what[0]}), geen termijn. kb.timeline() toont de waarde.",
        deadline=deadline,
    )


def no_match(*, nearest: tuple[tuple[str, str, str], ...]) -> errors.NoMatchError:
    """The error for a question that leads to no theme; `nearest` holds (id, label nl, label en)."""
    near_nl = f" Het dichtst in de buurt: {listed(tuple(nl for _, nl, _ in nearest), joiner='of')}." if nearest else ""
    near_en = f" Nearest: {listed(tuple(en for _, _, en in nearest), joiner='or')}." if nearest else ""
    return errors.NoMatchError(
        en=f"No theme matches this question.{near_en} Use other words, or a theme id; kb.themes lists them.",
        nl=f"Geen thema past bij de vraag.{near_nl} Gebruik andere woorden of een thema-id (inburgering-cop themes).",
        nearest=tuple(theme for theme, _, _ in nearest),
    )


def no_ladder(*, rung: int) -> errors.NoLadderError:
    """The error for a knowledge base that lacks the general drietrapsraket on a rung."""
    return errors.NoLadderError(
        en=f"Rung {rung} cannot be filled: these records hold no responsibility without a theme on it. "
        "Load them with bundled=True to have Rijnmond's general ladder.",
        nl=f"Trede {rung} kan niet worden gevuld: deze records hebben daar geen verantwoordelijkheid zonder thema. "
        "Laad ze met bundled=True voor de algemene ladder van Rijnmond.",
        rung=rung,
    )


def refused(reason: str) -> errors.TextRefusedError:
    """The error for a question that is not taken in: blank, too-long, control-character or bsn."""
    nl, en = _REFUSED[reason]
    return errors.TextRefusedError(en=en, nl=nl, reason=reason)


def invalid(
    field: str, given: object, *, wanted: tuple[str, str], nearest: tuple[str, ...] = ()
) -> errors.InvalidValueError:
    """The error for a value outside what is allowed; `wanted` says what is, in Dutch and in English."""
    nl, en = wanted
    shown = short(given)
    return errors.InvalidValueError(
        en=f"{field} cannot be {shown}.{_did_you_mean(nearest, 'en')} It must be {en}.",
        nl=f"{field} kan niet {shown} zijn.{_did_you_mean(nearest, 'nl')} Het moet zijn: {nl}.",
        field=field,
        given=shown,
        wanted_en=en,
        wanted_nl=nl,
        nearest=nearest,
    )


def data_faults(
    faults: tuple[object, ...], *, lines_en: tuple[str, ...], lines_nl: tuple[str, ...]
) -> errors.DataError:
    """The error for a data set with faults: how many, and the line of each."""
    count = len(faults)
    return errors.DataError(
        en="\n".join([f"{count} fault{'s' if count > 1 else ''} in the data; nothing was loaded.", *lines_en]),
        nl="\n".join([f"{count} fout{'en' if count > 1 else ''} in de gegevens; niets is geladen.", *lines_nl]),
        faults=faults,
    )


def cannot_draw(*, given: str, allowed: tuple[str, ...], why: tuple[str, str]) -> errors.CannotDrawError:
    """The error for a thing or format without a picture; `why` says it in Dutch and English."""
    return errors.CannotDrawError(
        en=f"{why[1]} Possible: {', '.join(allowed)}.",
        nl=f"{why[0]} Wel kan: {', '.join(allowed)}.",
        given=given,
        allowed=allowed,
    )


def cannot_write(*, path: str, reason: str) -> errors.CannotWriteError:
    """The error for a file that could not be written; a reason the system gives in English is told in Dutch too."""
    gives = _UNWRITABLE.get(reason, f"het systeem meldt '{reason}'")
    return errors.CannotWriteError(
        en=f"Cannot write {path!r}: {reason}. Give a path in a folder that exists and that you may write to.",
        nl=f"Kan {path!r} niet schrijven: {gives}. Geef een pad in een map die bestaat en waarin je mag schrijven.",
        path=path,
        reason=reason,
    )


def missing_extra(extra: str, *, package: str) -> errors.MissingExtraError:
    """The error for an optional package that is not installed."""
    command = f"pip install 'inburgering-cop[{extra}]'"
    return errors.MissingExtraError(
        en=f"This needs {package}, which is not installed. Run: {command}",
        nl=f"Hiervoor is {package} nodig, en dat is niet geïnstalleerd. Draai: {command}",
        extra=extra,
    )


def checked_language(lang: str) -> str:
    """`lang`, when it is one the library speaks.

    Raises:
        InvalidValueError: It is not `nl` or `en`.
    """
    if lang not in LANGUAGES:
        raise invalid("lang", lang, wanted=("nl of en", "nl or en"))
    return lang
