"""The library's own words, Dutch and English: labels of stored words, sentences, dates, error lines."""

from __future__ import annotations

from inburgering_cop.phrases import (
    _across,
    _agenda,
    _dossier,
    _dual_track,
    _explorer,
    _rotation,
    _slides,
    _texts,
    _triage,
)
from inburgering_cop.phrases._dossier import act_refused, being_written, file_kept, missing_rungs, refused_text
from inburgering_cop.phrases._errors import (
    LANGUAGES,
    ambiguous,
    cannot_draw,
    cannot_write,
    checked_language,
    data_faults,
    invalid,
    missing_extra,
    no_date,
    no_ladder,
    no_match,
    refused,
    split_up,
    unknown,
    unknown_aspect,
)
from inburgering_cop.phrases._impossible import impossible
from inburgering_cop.phrases._labels import LABELS

TEXTS = (
    _texts.TEXTS
    | _across.TEXTS
    | _agenda.TEXTS
    | _dossier.TEXTS
    | _dual_track.TEXTS
    | _explorer.TEXTS
    | _rotation.TEXTS
    | _slides.TEXTS
    | _triage.TEXTS
)

__all__ = [
    "LABELS",
    "LANGUAGES",
    "TEXTS",
    "act_refused",
    "ambiguous",
    "being_written",
    "cannot_draw",
    "cannot_write",
    "checked_language",
    "data_faults",
    "day",
    "file_kept",
    "impossible",
    "invalid",
    "label",
    "missing_extra",
    "missing_rungs",
    "no_date",
    "no_ladder",
    "no_match",
    "refused",
    "refused_text",
    "split_up",
    "text",
    "unknown",
    "unknown_aspect",
]


def text(key: str, lang: str = "nl") -> str:
    """The library's text under `key`, in `nl` or `en`; places to fill stand in braces."""
    return TEXTS[key][LANGUAGES.index(lang)]


def label(group: str, word: str, lang: str = "nl") -> str:
    """The label of a stored word, for instance `label("capacity", "decides")` → `beslist`."""
    return LABELS[group][word][LANGUAGES.index(lang)]


def day(date: str, lang: str = "nl") -> str:
    """A partial date as people write it.

    >>> day("2024-04-09"), day("2022-06", "en"), day("--09-18")
    ('9 april 2024', 'June 2022', '18 september')
    """
    year, month, number = ([*date.replace("--", "-").split("-"), "", ""])[:3]
    parts = [number.lstrip("0"), text(f"month.{int(month)}", lang) if month else "", year]
    return " ".join(part for part in parts if part)
