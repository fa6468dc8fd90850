"""The rules of single fields, as attrs validators that say what would be right."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs

from inburgering_cop import phrases, text

Rule = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def matches(pattern: str, *, wanted: tuple[str, str]) -> Rule:
    """A text that fits `pattern` as a whole; `wanted` says so, in Dutch and in English."""
    compiled = re.compile(pattern, re.ASCII)

    def rule(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise phrases.invalid(attribute.name, value, wanted=wanted)

    return rule


slug = matches(
    r"[a-z0-9]+(?:-[a-z0-9]+)*",
    wanted=("een id in kleine letters met streepjes, zoals 'blik-op-werk'", "a kebab-case id such as 'blik-op-werk'"),
)


def made_up(rule: Rule) -> Rule:
    """`rule`, for an id that people make up themselves: it holds no number that can be a BSN either."""

    def screened(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        rule(instance, attribute, value)
        if text.holds_bsn(value):
            raise phrases.invalid(attribute.name, value, wanted=("een id zonder BSN", "an id without a BSN"))

    return screened


url = matches(
    r"https?://[^\x00-\x20\x7f-\xa0\ud800-\udfff\u2028\u2029]+",
    wanted=("een adres dat met https:// begint", "an address that starts with https://"),
)
municipality_code = matches(
    r"GM\d{4}", wanted=("een gemeentecode als 'GM0363'", "a municipality code such as 'GM0363'")
)
region_code = matches(r"AM\d{2}", wanted=("een arbeidsmarktregiocode als 'AM22'", "a region code such as 'AM22'"))
jci = matches(
    r"jci1\.3:c:BWBR\d{7}(?:&[a-z]+=[^&\s]+)*",
    wanted=(
        "een jci-verwijzing als 'jci1.3:c:BWBR0044770&artikel=5'",
        "a jci link such as 'jci1.3:c:BWBR0044770&artikel=5'",
    ),
)
bwb = matches(r"BWBR\d{7}", wanted=("een BWB-nummer als 'BWBR0044770'", "a BWB number such as 'BWBR0044770'"))
article = matches(
    r"(?:bijlage )?\d+[a-z]?(?:[.:]\d+[a-z]?){0,2}",
    wanted=("een artikelnummer als '5', '2.7' of 'bijlage 1'", "an article number such as '5', '2.7' or 'bijlage 1'"),
)
paragraph = matches(r"\d+[a-z]?", wanted=("een lidnummer als '1'", "a paragraph number such as '1'"))
version = matches(r"\d+\.\d+\.\d+", wanted=("een versie als '1.0.0'", "a version such as '1.0.0'"))


def partial_date(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """A date as far as it is known: `2022`, `2022-06`, `2024-04-09`, or `--09-18` where the year is not given."""
    found = re.fullmatch(r"(\d{4}|-)(?:-(\d\d)(?:-(\d\d))?)?", value, re.ASCII) if isinstance(value, str) else None
    try:
        if found is None or value == "-" or (value[0] == "-" and found[3] is None):
            raise ValueError
        datetime.date(int(found[1]) if found[1] != "-" else 2000, int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        wanted = (
            "een bestaande datum als '2022-06' of '2024-04-09', zonder jaar '--09-18'",
            "an existing date such as '2022-06' or '2024-04-09', without a year '--09-18'",
        )
        raise phrases.invalid(attribute.name, value, wanted=wanted) from None


def free_text(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """A text for people: not blank, no control characters, no number that can be a BSN."""
    wanted = None
    if not isinstance(value, str) or not (value[:1].isalnum() or text.plain(value)):
        wanted = ("een tekst die niet leeg is", "a text that is not blank")
    elif text.control_character(value):
        wanted = ("een tekst zonder besturingstekens", "a text without control characters")
    elif text.holds_bsn(value):
        wanted = ("een tekst zonder BSN", "a text without a BSN")
    if wanted:
        raise phrases.invalid(attribute.name, value, wanted=wanted)


def word(kind: type[StrEnum]) -> Rule:
    """One of the stored words of `kind`."""
    allowed = ", ".join(kind)

    def rule(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind):
            nearest = text.nearest(value, tuple(kind)) if isinstance(value, str) else ()
            raise phrases.invalid(
                attribute.name, value, wanted=(f"een van: {allowed}", f"one of: {allowed}"), nearest=nearest
            )

    return rule


def record(kind: type) -> Rule:
    """A record of `kind`."""

    def rule(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind):
            name = kind.__name__
            raise phrases.invalid(attribute.name, value, wanted=(f"een {name}", f"a {name}"))

    return rule


def between(least: int, most: int) -> Rule:
    """A whole number from `least` to `most`."""

    def rule(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) is not int or not least <= value <= most:
            wanted = (f"een geheel getal van {least} tot en met {most}", f"a whole number from {least} to {most}")
            raise phrases.invalid(attribute.name, value, wanted=wanted)

    return rule


def truth(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """True or False, nothing that merely looks like it."""
    if type(value) is not bool:
        raise phrases.invalid(attribute.name, value, wanted=("true of false", "true or false"))


def date(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """A whole date."""
    if type(value) is not datetime.date:
        raise phrases.invalid(
            attribute.name, value, wanted=("een datum als '2026-11-21'", "a date such as '2026-11-21'")
        )


def maybe(rule: Rule) -> Rule:
    """`rule`, or None."""

    def either(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if value is not None:
            rule(instance, attribute, value)

    return either


@attrs.frozen
class Each:
    """A tuple of at least `least` members, every one by `rule`, none twice.

    Attributes:
        rule: The rule of a single member.
        least: How many members there must be.
    """

    rule: Rule
    least: int

    def __call__(self, instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        """Holds `value` to the rule."""
        self.whole(attribute, value)
        for member in value:
            self.rule(instance, attribute, member)

    def whole(self, attribute: attrs.Attribute[Any], value: Any) -> None:
        """Holds the tuple itself to the rule, not its members."""
        if not isinstance(value, tuple):
            raise phrases.invalid(attribute.name, value, wanted=("een lijst", "a list"))
        if len(value) < self.least:
            wanted = (f"een lijst van minstens {self.least}", f"a list of at least {self.least}")
            raise phrases.invalid(attribute.name, [], wanted=wanted)
        twice = next((member for place, member in enumerate(value) if member in value[:place]), None)
        if twice is not None:
            wanted = ("een lijst zonder dubbelen", "a list without doubles")
            raise phrases.invalid(attribute.name, twice, wanted=wanted)


def each(rule: Rule, *, least: int = 0) -> Each:
    """A tuple of at least `least` members, every one by `rule`, none twice."""
    return Each(rule, least)
