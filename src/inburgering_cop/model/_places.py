"""Municipalities and labour-market regions, and the data set's own description."""

from __future__ import annotations

import datetime

import attrs

from inburgering_cop.model import _rules
from inburgering_cop.model._sources import Citation
from inburgering_cop.model._texts import LocalizedText


@attrs.frozen(kw_only=True, repr=False)
class Municipality:
    """A gemeente, as the territorial division of one year has it.

    Attributes:
        code: Its CBS code (`GM0599`).
        name: Its official name.
        other_names: Other names it is found by.
        province: Name of its province.
        region: Code of its labour-market region (`AM22`).
        year: The year of the division.
        uri: Its TOOI URI; None when not looked up.
        announced: A merger that was announced and is not in force in that year; None when there is none.
        social_service: Id of the Partner that carries out social affairs for it together with other gemeenten; None
            where none is recorded.
        citations: Where it is listed, one or more.
    """

    code: str = attrs.field(validator=_rules.municipality_code)
    name: str = attrs.field(validator=_rules.free_text)
    other_names: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    province: str = attrs.field(validator=_rules.free_text)
    region: str = attrs.field(validator=_rules.region_code)
    year: int = attrs.field(validator=_rules.between(2000, 2100))
    uri: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.url))
    announced: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    social_service: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Municipality {self.code!r} {self.name!r}>"


@attrs.frozen(kw_only=True, repr=False)
class FormerMunicipality:
    """A gemeente that has ended since 2000, by merger, by being split up or by taking another name.

    Attributes:
        code: The CBS code it had (`GM0457`).
        name: The name it had.
        ended: The first day it was no more.
        became: Codes of the gemeenten of today its territory lies in; more than one when it was split.
        citations: Where that is recorded, one or more.
    """

    code: str = attrs.field(validator=_rules.municipality_code)
    name: str = attrs.field(validator=_rules.free_text)
    ended: datetime.date = attrs.field(validator=_rules.date)
    became: tuple[str, ...] = attrs.field(validator=_rules.each(_rules.municipality_code, least=1))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<FormerMunicipality {self.code!r} {self.name!r}>"


@attrs.frozen(kw_only=True, repr=False)
class LabourMarketRegion:
    """An arbeidsmarktregio, as the territorial division of one year has it.

    Attributes:
        code: Its CBS code (`AM22`).
        name: Its name.
        other_names: Other names it is found by.
        year: The year of the division.
        citations: Where it is listed, one or more.
    """

    code: str = attrs.field(validator=_rules.region_code)
    name: str = attrs.field(validator=_rules.free_text)
    other_names: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    year: int = attrs.field(validator=_rules.between(2000, 2100))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<LabourMarketRegion {self.code!r} {self.name!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Dataset:
    """What a set of records says of itself.

    Attributes:
        title: Its title.
        version: Its version, three numbers.
        as_of: The day until which it was checked.
        licence: The licence of the data (SPDX id or text).
    """

    title: str = attrs.field(validator=_rules.free_text)
    version: str = attrs.field(validator=_rules.version)
    as_of: datetime.date = attrs.field(validator=_rules.date)
    licence: str = attrs.field(validator=_rules.free_text)

    def __repr__(self) -> str:
        return f"<Dataset {self.title!r} {self.version}>"
