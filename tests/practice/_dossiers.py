"""Dossiers that the tests start from."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import inburgering_cop as icop
from inburgering_cop.practice import Dossier
from tests import _made

QUESTION = "Mijn klant is langdurig ziek. Kan hij een ontheffing krijgen?"


def day(number: int) -> datetime.date:
    """A day of November 2026."""
    return datetime.date(2026, 11, number)


def opened() -> Dossier:
    """A dossier on the medical exemption in Rotterdam, before anything was done."""
    return Dossier.open(icop.escalate(QUESTION, municipality="Rotterdam"), on=day(4))


def framed() -> Dossier:
    """The same, with the frames recorded."""
    return opened().record(1, "De wet vraagt een advies van de arts.", by="beleidsmedewerker", on=day(5))


def worked_out() -> Dossier:
    """The same, with what a partner on rung 2 could do: the gate is open."""
    asked = framed().ask("Albeda", "Wat lukt er in de les?", by="klantmanager", on=day(9))
    return asked.answer("Albeda", "Tien minuten per keer lukt.", on=day(12))


def involved() -> Dossier:
    """The same, with DUO involved."""
    return worked_out().involve("DUO", "Kan de aanvraag nu weg?", by="klantmanager", on=day(24))


def on_two_rungs(folder: Path) -> icop.KnowledgeBase:
    """The made-up knowledge, in which `alfa` fills a role on rung 2 and one on rung 3 of the theme `les`."""
    cited: dict[str, Any] = {"citations": [{"source": "page", "place": "question 1"}]}
    why = {"nl": "waarom", "en": "why"}
    duty = {"theme": "les", "order": 9, "why": why, **cited}
    partners = [
        each | {"fills": ["school", "azc"]} if each["id"] == "alfa" else each for each in _made.RECORDS["partners"]
    ]
    more = [
        duty | {"id": "les-azc-hoog", "partner": "azc", "rung": 3, "capacity": "decides", "scope": "case"},
        duty | {"id": "les-duo", "partner": "duo", "rung": 3, "capacity": "advises"},
    ]
    rows = [each for each in _made.RECORDS["responsibilities"] if each["id"] != "les-azc"]
    return _made.made(folder, partners=partners, responsibilities=[*rows, *more])
