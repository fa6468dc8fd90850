"""A dossier as JSON, format 1: written, read with every fault at once, and saved without losing anything."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from inburgering_cop import errors, phrases, text
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.knowledge import Fault, _files
from inburgering_cop.knowledge._checking import leads_nowhere
from inburgering_cop.knowledge._faults import data_error
from inburgering_cop.knowledge._reading import keys_twice, structured
from inburgering_cop.knowledge._structuring import Structurer, Wrong
from inburgering_cop.model import LocalizedText, _rules
from inburgering_cop.practice import _gate
from inburgering_cop.practice._acts import Act, one_line
from inburgering_cop.practice._writing import write
from inburgering_cop.practice.dossier import Dossier

FORMAT = 1
_HEAD_REFERS = {"theme": "themes", "municipality": "municipalities", "community": "communities"}
_ACT_REFERS = {"by": "partners", "to": "partners"}
_A_DOSSIER = LocalizedText(
    nl="een dossier: een object met onder meer format, theme, opened, as_of en acts",
    en="a dossier: an object with format, theme, opened, as_of and acts among others",
)
_ACTS = LocalizedText(nl="een lijst van stappen tussen [ ]", en="a list of acts in [ ]")
_THE_FORMAT = LocalizedText(nl="1, het format dat deze versie leest", en="1, the format this version reads")
_THERE = LocalizedText(
    nl="een dossier dat er is; begin er een (open) of geef het pad van een ander",
    en="a dossier that is there; start one (open) or give the path of another",
)
_NEWER = LocalizedText(
    nl="1. Een nieuwere versie van inburgering-cop schreef dit; deze leest format 1. Werk bij, en lees dan opnieuw",
    en="1. A newer version of inburgering-cop wrote this; this one reads format 1. Update it, then read again",
)


@attrs.frozen(kw_only=True)
class _Head:
    """What a dossier says besides its acts, as it stands in a file; the fields are those of Dossier."""

    question: str | None = attrs.field(default=None, validator=_rules.maybe(one_line))
    theme: str = attrs.field(validator=_rules.slug)
    aspect: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    municipality: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.municipality_code))
    community: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    opened: datetime.date = attrs.field(validator=_rules.date)
    as_of: datetime.date = attrs.field(validator=_rules.date)


def _plain(_: Any, __: Any, value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def as_dict(dossier: Dossier) -> dict[str, Any]:
    """`dossier` as plain JSON values."""
    written = attrs.asdict(dossier, value_serializer=_plain)
    return {"format": FORMAT, **written, "acts": list(written["acts"])}


def as_json(dossier: Dossier) -> str:
    """`dossier` as JSON text."""
    return json.dumps(as_dict(dossier), ensure_ascii=False, indent=2) + "\n"


def _strangers(
    raw: Any, references: Mapping[str, str], wrongs: Iterable[Wrong], kb: KnowledgeBase | None
) -> Iterator[Wrong]:
    """The ids in `raw` that lead nowhere, by the catalogue each field refers to; without `kb` none is looked up.

    They are looked for in what was written, so that they are found beside other faults; a field that is faulty itself
    is not named twice.
    """
    named = {wrong.path[:1] for wrong in wrongs}
    for field, catalogue in references.items() if kb is not None and isinstance(raw, dict) else ():
        given, known = raw.get(field), getattr(kb, catalogue)
        if isinstance(given, str) and (field,) not in named and given not in known:
            yield leads_nowhere(given, (field,), catalogue, {catalogue: known})


def _unknown_side(head: _Head, kb: KnowledgeBase) -> Iterator[Wrong]:
    if head.aspect is None or head.theme not in kb.themes:
        return
    aspects = tuple(each.id for each in kb.themes[head.theme].aspects)
    if head.aspect not in aspects:
        names = ", ".join(aspects) or "-"
        wanted = LocalizedText(nl=f"weggelaten, of een van: {names}", en=f"left out, or one of: {names}")
        yield Wrong(path=("aspect",), given=text.short(head.aspect), wanted=wanted)


def _misplaced(head: _Head, act: Act, kb: KnowledgeBase) -> Iterator[Wrong]:
    """A rung on which the partner does not stand, held against the data the dossier was opened with, not later ones."""
    if act.to is None or act.to not in kb.partners or head.theme not in kb.themes or head.as_of != kb.as_of:
        return
    rungs = _gate.stands_on(kb, head.theme, head.aspect, kb.partners[act.to])
    if act.rung not in rungs:
        names = ", ".join(map(str, rungs))
        wanted = LocalizedText(nl=f"{names}: daar staat {act.to!r}", en=f"{names}: there {act.to!r} stands")
        yield Wrong(path=("rung",), given=text.short(act.rung), wanted=wanted)


def _unfitting(head: _Head, acts: tuple[Act, ...], place: int, kb: KnowledgeBase | None) -> Iterator[Wrong]:
    """What the act at `place` clashes with, and whether it is for the gemeente alone."""
    act = acts[place]
    refused = _gate.conflict(head.opened, acts[:place], act)
    known = kb is not None and act.by in kb.partners
    if refused is None and kb is not None and known and not _gate.by_right(kb, acts[:place], act):
        refused = phrases.act_refused("not-gemeente", act=act.kind, partner=act.by)
    if refused is not None:
        wanted = LocalizedText(
            nl=f"een stap die past bij wat eraan voorafgaat: {refused.nl}",
            en=f"an act that fits what stands before it: {refused.en}",
        )
        yield Wrong(path=("kind",), given=text.short(act.kind), wanted=wanted)


def _of_another_format(document: _files.Document, value: dict[str, Any]) -> Fault | None:
    given = value.get("format")
    if type(given) is int and given == FORMAT:
        return None
    newer = type(given) is int and given > FORMAT
    shown = text.short(given) if "format" in value else None
    return Fault(file=document.file, field="format", given=shown, wanted=_NEWER if newer else _THE_FORMAT)


def _of_head(document: _files.Document, wrongs: Iterable[Wrong]) -> list[Fault]:
    return [Fault(file=document.file, field=each.field, given=each.given, wanted=each.wanted) for each in wrongs]


def _of_act(document: _files.Document, place: int, wrongs: Iterable[Wrong]) -> list[Fault]:
    return [
        Fault(
            file=document.file,
            record=f"acts #{place + 1}",
            field=wrong.field,
            given=wrong.given,
            wanted=wrong.wanted,
            line=document.line("acts", place, str(wrong.path[0]) if wrong.path else None),
        )
        for wrong in wrongs
    ]


def _read(document: _files.Document, kb: KnowledgeBase | None) -> Dossier:
    """The dossier in `document`; without `kb` its ids are not looked up.

    Raises:
        DataError: Anything is wrong in it. Of a newer format only that is said: the rest cannot be judged.
    """
    value = document.value
    if not isinstance(value, dict):
        raise data_error([Fault(file=document.file, given=text.short(value), wanted=_A_DOSSIER)])
    other = _of_another_format(document, value)
    if other is not None and other.wanted is _NEWER:
        raise data_error([other])
    structurer = Structurer()
    rest = {name: each for name, each in value.items() if name not in {"format", "acts"}}
    head, wrongs = structured(structurer, document, rest, _Head)
    wrongs += [*_strangers(rest, _HEAD_REFERS, wrongs, kb)]
    if head is not None and kb is not None:
        wrongs += _unknown_side(head, kb)
    faults = [*([other] if other else []), *_of_head(document, [*keys_twice(value, ()), *wrongs])]
    raw = value.get("acts")
    if not isinstance(raw, list):
        shown = text.short(raw) if "acts" in value else None
        raise data_error([*faults, Fault(file=document.file, field="acts", given=shown, wanted=_ACTS)])
    acts: list[Act] = []
    by_act: list[list[Wrong]] = []
    for each in raw:
        act, wrongs = structured(structurer, document, each, Act)
        acts += [act] if act is not None else []
        wrongs += [*_strangers(each, _ACT_REFERS, wrongs, kb)]
        by_act.append([*wrongs, *(_misplaced(head, act, kb) if act and head and kb else ())])
    if head is not None and len(acts) == len(raw):
        for place, found in enumerate(by_act):
            found += _unfitting(head, tuple(acts), place, kb)
    for place, found in enumerate(by_act):
        faults += _of_act(document, place, found)
    if faults or head is None:
        raise data_error(faults)
    return Dossier(**{field.name: getattr(head, field.name) for field in attrs.fields(_Head)}, acts=tuple(acts))


def from_json(written: str, *, kb: KnowledgeBase) -> Dossier:
    """The dossier in a text.

    Raises:
        DataError: Anything is wrong in it.
    """
    faults: list[Fault] = []
    document = _files.parsed("dossier", written, faults, wanted=_A_DOSSIER)
    if document is None:
        raise data_error(faults)
    return _read(document, kb)


def _from_file(path: Path, kb: KnowledgeBase | None) -> Dossier:
    faults: list[Fault] = []
    if not os.path.lexists(path):
        raise data_error([Fault(file=str(path), given=None, wanted=_THERE)])
    document = _files.read(str(path), path, faults, wanted=_A_DOSSIER)
    if document is None:
        raise data_error(faults)
    return _read(document, kb)


def read_dossier(path: str | Path, *, kb: KnowledgeBase | None = None) -> Dossier:
    """The dossier in the file at `path`.

    Our choice: a file that does not read is refused as a whole, with every fault in it, and left as it is. Which acts
    fit together rests on cop-rijnmond, question 3, see `Dossier.may_involve`.

    Args:
        path: A file that `Dossier.save` wrote.
        kb: The knowledge its ids are looked up in; by default the bundled one.

    Raises:
        DataError: Anything is wrong in it; every fault is named, with its line where that can be told.

    >>> dossier = Dossier.open(load().escalate("ontheffing-medisch"), on=datetime.date(2026, 11, 4))
    >>> read_dossier(dossier.save("dossier.json")) == dossier
    True
    """
    return _from_file(Path(path), kb or load())


def _is_earlier(before: Dossier, dossier: Dossier) -> bool:
    return attrs.evolve(dossier, acts=dossier.acts[: len(before.acts)]) == before


def _keep(dossier: Dossier, target: Path) -> None:
    """Raises where what stands at `target` is no earlier state of `dossier`."""
    if not target.exists():
        return
    try:
        before = _from_file(target, None)
    except errors.DataError as error:
        raise phrases.file_kept("unreadable", path=str(target), faults=len(error.faults)) from None
    if not _is_earlier(before, dossier):
        same = attrs.evolve(before, acts=()) == attrs.evolve(dossier, acts=())
        raise phrases.file_kept("ahead" if same else "another", path=str(target))


def save(dossier: Dossier, target: Path, *, overwrite: bool) -> Path:
    """Writes `dossier` to `target`, over nothing but an earlier state of it, unless `overwrite`."""

    def allowed(place: Path) -> None:
        if not overwrite:
            _keep(dossier, place)

    write(target, as_json(dossier), allowed=allowed)
    return target
