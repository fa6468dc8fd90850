"""From plain JSON values to records: cattrs, strict, with every fault of a record found at once."""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, override

from inburgering_cop import errors, phrases, text
from inburgering_cop.model import LocalizedText
from inburgering_cop.model._rules import Each


@attrs.frozen(kw_only=True)
class Wrong:
    """One fault of one record, before the file and the line are known.

    Attributes:
        path: Where it stands within the record; empty when it is the whole record.
        given: What stands there, shortened; None when nothing does.
        wanted: What would be right.
    """

    path: tuple[str | int, ...]
    given: str | None
    wanted: LocalizedText

    @property
    def field(self) -> str | None:
        """The path as text; None when it is the whole record."""
        return text.path(self.path) or None


def _word(value: Any, kind: type[StrEnum]) -> StrEnum:
    try:
        if type(value) is not str:
            raise ValueError
        return kind(value)
    except ValueError:
        nearest = text.nearest(value, tuple(kind)) if type(value) is str else ()
        allowed = ", ".join(kind)
        wanted = (f"een van: {allowed}", f"one of: {allowed}")
        raise phrases.invalid("word", value, wanted=wanted, nearest=nearest) from None


def _string_or_word(value: Any, kind: type[str]) -> str:
    if issubclass(kind, StrEnum):
        return _word(value, kind)
    if type(value) is not str:
        raise phrases.invalid("text", value, wanted=("een tekst tussen aanhalingstekens", "a text in quotes"))
    return value


def _whole_number(value: Any, _: Any) -> int:
    if type(value) is not int:
        raise phrases.invalid("number", value, wanted=("een geheel getal", "a whole number"))
    return value


def _truth(value: Any, _: Any) -> bool:
    if type(value) is not bool:
        wanted = ("true of false, zonder aanhalingstekens", "true or false, without quotes")
        raise phrases.invalid("truth", value, wanted=wanted)
    return value


def _date(value: Any, _: Any) -> datetime.date:
    try:
        if type(value) is not str or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise ValueError
        return datetime.date.fromisoformat(value)
    except ValueError:
        wanted = ("een bestaande datum als '2026-11-21'", "an existing date such as '2026-11-21'")
        raise phrases.invalid("date", value, wanted=wanted) from None


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple_hook(converter: cattrs.Converter, kind: Any) -> Callable[[Any, Any], Any]:
    as_list: Any = list[get_args(kind)[0]]  # type: ignore[misc]

    def hook(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise phrases.invalid("list", value, wanted=("een lijst tussen [ ]", "a list in [ ]"))
        return tuple(converter.structure(value, as_list))

    return hook


def _is_optional(kind: Any) -> bool:
    return get_origin(kind) in {Union, types.UnionType}


def _optional_hook(converter: cattrs.Converter, kind: Any) -> Callable[[Any, Any], Any]:
    inner = next(member for member in get_args(kind) if member is not type(None))

    def hook(value: Any, _: Any) -> Any:
        return None if value is None else converter.structure(value, inner)

    return hook


def _hold_members(field: attrs.Attribute[Any], rule: Each, members: tuple[Any, ...]) -> None:
    """Holds every member to the rule, so that one wrong member does not hide the next."""
    wrong = []
    for index, member in enumerate(members):
        try:
            rule.rule(None, field, member)
        except errors.InvalidValueError as error:
            error.add_note(cattrs.IterableValidationNote("", index, None))
            wrong.append(error)
    if wrong:
        raise cattrs.IterableValidationError("", wrong, tuple)  # pyright: ignore[reportCallIssue]


def _field_hook(converter: cattrs.Converter, field: attrs.Attribute[Any], hint: Any) -> Callable[[Any, Any], Any]:
    """Structures one field and holds it to its rule at once, so that one faulty field does not hide the next."""

    def hook(value: Any, _: Any) -> Any:
        result = converter.structure(value, hint)
        if isinstance(field.validator, Each):
            field.validator.whole(field, result)
            _hold_members(field, field.validator, result)
        else:
            field.validator(None, field, result)  # type: ignore[misc]
        return result

    return hook


def _record_hook(converter: cattrs.Converter, kind: type) -> Callable[[Any, Any], Any]:
    hints = get_type_hints(kind) if converter.detailed_validation else {}
    overrides = {
        field.name: override(struct_hook=_field_hook(converter, field, hints[field.name]))
        for field in attrs.fields(kind)
        if hints
    }
    from_mapping: Callable[[Any, Any], Any] = make_dict_structure_fn(
        kind,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=converter.detailed_validation,
        **overrides,  # type: ignore[arg-type]
    )

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            names = ", ".join(field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING)
            wanted = (f"een object tussen {{ }} met ten minste {names}", f"an object in {{ }} with at least {names}")
            raise phrases.invalid("record", value, wanted=wanted)
        return from_mapping(value, kind)

    return hook


def _converter(*, every_fault: bool) -> cattrs.Converter:
    """A converter that takes what stands there or refuses it, and never converts.

    With `every_fault` each field is held to its rule before the record is made, and all that is wrong is told; without,
    the record's own rules are all there is, and the first thing wrong ends it.
    """
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=every_fault)
    converter.register_structure_hook(str, _string_or_word)
    converter.register_structure_hook(int, _whole_number)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook(datetime.date, _date)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_hook(converter, kind))
    converter.register_structure_hook_factory(_is_optional, lambda kind: _optional_hook(converter, kind))
    converter.register_structure_hook_factory(attrs.has, lambda kind: _record_hook(converter, kind))
    return converter


def _faults(error: Any, path: tuple[str | int, ...], kind: type | None) -> Iterator[Wrong]:
    if isinstance(error, cattrs.ClassValidationError):
        inner, others = error.group_exceptions()
        for leaf, note in inner:
            yield from _faults(leaf, (*path, note.name), None)
        for leaf in others:
            yield from _faults(leaf, path, error.cl)
    elif isinstance(error, cattrs.IterableValidationError):
        for leaf, place in error.group_exceptions()[0]:
            yield from _faults(leaf, (*path, int(place.index)), None)
    elif isinstance(error, cattrs.ForbiddenExtraKeysError):
        known = tuple(field.name for field in attrs.fields(error.cl))
        for name in sorted(error.extra_fields):
            names = ", ".join(text.nearest(name, known) or known)
            wanted = LocalizedText(nl=f"weggelaten, of heten: {names}", en=f"left out, or be called: {names}")
            yield Wrong(path=(*path, name), given=text.short(name), wanted=wanted)
    elif isinstance(error, errors.InvalidValueError):
        wanted = LocalizedText(nl=error.wanted_nl, en=error.wanted_en)
        yield Wrong(path=(*path, error.field) if kind else path, given=error.given, wanted=wanted)
    else:
        wanted = LocalizedText(nl="ingevuld; dit veld is verplicht", en="given; this field is required")
        yield Wrong(path=path, given=None, wanted=wanted)


@attrs.frozen(eq=False, repr=False)
class Structurer:
    """Makes records of plain values: at once where all is well, and with a second, thorough look where it is not."""

    @cached_property
    def _quick(self) -> cattrs.Converter:
        return _converter(every_fault=False)

    @cached_property
    def _thorough(self) -> cattrs.Converter:
        return _converter(every_fault=True)

    def structure(self, value: Any, kind: type) -> tuple[Any, list[Wrong]]:
        """The record of `kind` that `value` describes, and no faults; or None and every fault of it."""
        try:
            return self._quick.structure(value, kind), []
        except (cattrs.ForbiddenExtraKeysError, errors.InvalidValueError, KeyError):
            pass
        try:
            return self._thorough.structure(value, kind), []
        except (cattrs.BaseValidationError, errors.InvalidValueError) as error:
            return None, list(_faults(error, (), None))
