"""Finding a record by any of its names: a table from compared name to ids."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from inburgering_cop import phrases, text
from inburgering_cop.model import Aspect, Community, LocalizedText, Municipality, Partner, Theme


@attrs.frozen(kw_only=True, eq=False)
class Names:
    """The names of the records of one catalogue.

    Attributes:
        catalogue: Name of the catalogue, for errors.
        ids: For each compared name, the ids of the records that answer to it.
        shown: For each compared name, how it is written.
        listed: For each id, how the record is listed where several answer to a name.
        total: How many records the catalogue holds.
    """

    catalogue: str
    ids: dict[str, tuple[str, ...]]
    shown: dict[str, str]
    listed: dict[str, str]
    total: int

    def knows(self, given: str) -> bool:
        """Whether any record answers to `given`."""
        return text.normalise(given) in self.ids

    def find(self, given: str) -> str:
        """The id of the one record that answers to `given`.

        Raises:
            UnknownNameError: No record does; the nearest names are in the message.
            AmbiguousNameError: Several do; they are listed.
        """
        if not isinstance(given, str) or not text.plain(given):
            raise phrases.unknown(self.catalogue, given=given, nearest=(), total=self.total)
        found = self.ids.get(text.normalise(given), ())
        if len(found) > 1:
            raise phrases.ambiguous(given=given, candidates=tuple(sorted(self.listed[key] for key in found)))
        if not found:
            near = text.nearest(given, tuple(self.shown.values()))
            raise phrases.unknown(self.catalogue, given=given, nearest=near, total=self.total)
        return found[0]


def aspect_of(theme: Theme, given: str) -> Aspect:
    """The aspect of `theme` with this id, label or other name.

    Raises:
        UnknownAspectError: It has none such; the nearest names, and the ids of all, are in the message.
    """
    names = {
        name: aspect
        for aspect in theme.aspects
        for name in (aspect.id, aspect.label.nl, aspect.label.en or aspect.id, *aspect.other_names)
    }
    wanted = text.normalise(given) if isinstance(given, str) else None
    for name, aspect in names.items():
        if wanted == text.normalise(name):
            return aspect
    near = text.nearest(given, tuple(names)) if isinstance(given, str) and text.plain(given) else ()
    known = tuple(aspect.id for aspect in theme.aspects)
    raise phrases.unknown_aspect(given, theme=theme.id, nearest=near, known=known)


def _table(catalogue: str, rows: Iterable[tuple[str, str, Iterable[str]]]) -> Names:
    """The names of `rows`: id, how the record is listed, and every name it answers to."""
    ids: dict[str, tuple[str, ...]] = {}
    shown: dict[str, str] = {}
    listed: dict[str, str] = {}
    for key, label, names in rows:
        listed[key] = label
        for name in names:
            compared = text.normalise(name)
            shown.setdefault(compared, name)
            if key not in ids.setdefault(compared, ()):
                ids[compared] += (key,)
    return Names(catalogue=catalogue, ids=ids, shown=shown, listed=listed, total=len(listed))


def _both(name: LocalizedText) -> tuple[str, ...]:
    return (name.nl, name.en or name.nl)


def of_partners(partners: Iterable[Partner]) -> Names:
    """The ids, names, other names and abbreviations of partners."""
    rows = ((each.id, each.id, (each.id, *_both(each.name), *each.other_names)) for each in partners)
    return _table("partners", rows)


def of_themes(themes: Iterable[Theme]) -> Names:
    """The ids, labels and other names of themes."""
    rows = ((each.id, each.id, (each.id, *_both(each.label), *each.other_names)) for each in themes)
    return _table("themes", rows)


def of_communities(communities: Iterable[Community]) -> Names:
    """The ids, names and other names of communities."""
    rows = ((each.id, each.id, (each.id, *_both(each.name), *each.other_names)) for each in communities)
    return _table("communities", rows)


def _uri(municipality: Municipality) -> tuple[str, ...]:
    return () if municipality.uri is None else (municipality.uri,)


def _bare(name: str) -> str:
    return re.sub(r"\s*\(.*\)$", "", name)


def of_municipalities(municipalities: Iterable[Municipality]) -> Names:
    """The names, other names, codes (`GM0599`, `0599`) and TOOI URIs of municipalities.

    A name with a suffix ("Bergen (NH)") also answers to the name without it, so that a name two gemeenten share is
    asked back rather than unknown.
    """
    rows = (
        (
            each.code,
            each.name,
            (each.name, *each.other_names, _bare(each.name), each.code, each.code[2:], *_uri(each)),
        )
        for each in municipalities
    )
    return _table("municipalities", rows)
