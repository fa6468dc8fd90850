"""Pointing into a record by path, and reading out what stands there as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from inburgering_cop import KnowledgeBase, phrases
from inburgering_cop.knowledge._checking import REFERENCES

_WORDS = {word: nl for group in phrases.LABELS.values() for word, (nl, _) in group.items()}


def record_at(kb: KnowledgeBase, name: str) -> Any:
    """The record called `<catalogue>/<id>`."""
    catalogue, _, key = name.partition("/")
    return getattr(kb, catalogue)[key]


def value_at(record: Any, path: str) -> Any:
    """The value at `path`: names joined by dots, `[key]` for the member with that id, partner, theme, name or text."""
    value = record
    for part in re.findall(r"\w+|\[[^\]]+\]", path):
        value = _member(value, part[1:-1]) if part.startswith("[") else getattr(value, part)
    return value


def _member(members: tuple[Any, ...], key: str) -> Any:
    for member in members:
        if member == key or key in _keys(member):
            return member
    raise KeyError(f"no member {key!r}; there are {[next(iter(_keys(member)), member) for member in members]}")


def _keys(member: Any) -> list[str]:
    return [getattr(member, name) for name in ("id", "partner", "theme", "name") if hasattr(member, name)]


def text_of(kb: KnowledgeBase, value: Any, *, field: str = "", owner: Any = None) -> str:
    """Everything `value` says, nl and en; ids also as the names of what they refer to, stored words also as labels."""
    if isinstance(value, tuple):
        return " ".join(text_of(kb, member, field=field, owner=owner) for member in value)
    if attrs.has(type(value)):
        return " ".join(
            text_of(kb, getattr(value, each.name), field=each.name, owner=value) for each in attrs.fields(type(value))
        )
    words = [str(value)]
    catalogue = REFERENCES.get(type(owner), {}).get(field)
    if catalogue and value in getattr(kb, catalogue):
        named = getattr(kb, catalogue)[value]
        names = getattr(named, "name", getattr(named, "label", getattr(named, "title", "")))
        words += [str(names), names.get("en") if hasattr(names, "get") else "", *getattr(named, "other_names", ())]
    words.append(_WORDS.get(str(value), ""))
    return " ".join(words)


def cited_parts(record: Any, sources: frozenset[str], path: str = "") -> Iterator[str]:
    """The paths of everything in `record` that has citations of its own to one of `sources`; "" is the record."""
    if {cited.source for cited in getattr(record, "citations", ())} & sources:
        yield path
    for field in attrs.fields(type(record)):
        inner = getattr(record, field.name)
        at = f"{path}.{field.name}" if path else field.name
        if isinstance(inner, tuple):
            for member in inner:
                if attrs.has(type(member)) and hasattr(member, "citations"):
                    yield from cited_parts(member, sources, f"{at}[{_keys(member)[0]}]")
        elif attrs.has(type(inner)) and hasattr(inner, "citations"):
            yield from cited_parts(inner, sources, at)
