"""Hypothesis strategies for sound records of every class, made from the table of rules."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from inburgering_cop import model, text
from tests.model._table import RULES, rule_of

_SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
_TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30).filter(
    lambda value: bool(text.plain(value)) and not text.holds_bsn(value)
)
_DATES = st.dates()
_PARTIAL_DATES = st.builds(
    lambda day, form: day.isoformat()[:form] if form else f"--{day:%m-%d}", _DATES, st.sampled_from([0, 4, 7, 10])
)
_BWB = st.from_regex(r"BWBR[0-9]{7}", fullmatch=True)
_ARTICLES = st.from_regex(r"(bijlage )?[0-9]{1,3}[a-z]?([.:][0-9]{1,2}[a-z]?){0,2}", fullmatch=True)
_PARAGRAPHS = st.from_regex(r"[0-9]{1,2}[a-z]?", fullmatch=True)
_SIMPLE: dict[str, st.SearchStrategy[Any]] = {
    "slug": _SLUGS,
    "text": _TEXTS,
    "date": _DATES,
    "partial date": _PARTIAL_DATES,
    "truth": st.booleans(),
    "municipality code": st.from_regex(r"GM[0-9]{4}", fullmatch=True),
    "region code": st.from_regex(r"AM[0-9]{2}", fullmatch=True),
    "url": st.from_regex(r"https?://[a-z0-9./?=&%-]{1,20}", fullmatch=True),
    "version": st.from_regex(r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}", fullmatch=True),
}


def _values(rule: str) -> st.SearchStrategy[Any]:
    if rule in _SIMPLE:
        return _SIMPLE[rule]
    if " to " in rule:
        least, most = rule.split(" to ")
        return st.integers(int(least), int(most))
    kind = getattr(model, rule)
    return records(kind) if kind in RULES else st.sampled_from(kind)


def _fields(written: str) -> st.SearchStrategy[Any]:
    rule, mark = rule_of(written)
    if mark == "?":
        return st.none() | _values(rule)
    if mark in ("*", "+"):
        return st.lists(_values(rule), min_size=int(mark == "+"), max_size=3, unique=True).map(tuple)
    return _values(rule)


_SETTLED: dict[type, frozenset[str]] = {
    model.LegalBasis: frozenset({"article", "paragraph", "jci"}),
    model.Partner: frozenset({"type", "part_of", "fills"}),
    model.Responsibility: frozenset({"theme", "aspect", "capacity", "scope"}),
    model.Source: frozenset({"abbreviation", "bwb"}),
    model.Tip: frozenset({"community", "meeting"}),
}
"""The fields that hang together, made by `_together`."""


def _article(article: str, paragraph: str | None, bwb: str) -> dict[str, Any]:
    number = article.removeprefix("bijlage ")
    part = "artikel" if number == article else "bijlage"
    lid = f"&lid={paragraph}" if paragraph else ""
    return {"article": article, "paragraph": paragraph, "jci": f"jci1.3:c:{bwb}&{part}={number}{lid}"}


_NO_SCOPE = st.sampled_from([word for word in model.Capacity if word is not model.Capacity.DECIDES])


def _together(kind: type) -> st.SearchStrategy[dict[str, Any]]:
    if kind is model.LegalBasis:
        return st.builds(_article, _ARTICLES, st.none() | _PARAGRAPHS, _BWB)
    if kind is model.Partner:
        roles = st.lists(_SLUGS, min_size=1, max_size=3, unique=True).map(tuple)
        of = st.none() | _SLUGS
        return st.one_of(
            st.fixed_dictionaries({"type": st.just(model.PartnerType.FUNCTION), "part_of": _SLUGS}),
            st.fixed_dictionaries({"type": st.just(model.PartnerType.KIND), "part_of": of}),
            st.fixed_dictionaries({"type": st.just(model.PartnerType.ORGANISATION), "part_of": of, "fills": roles}),
        )
    if kind is model.Responsibility:
        duty = st.one_of(
            st.fixed_dictionaries(
                {"capacity": st.just(model.Capacity.DECIDES), "scope": st.sampled_from(list(model.Scope))}
            ),
            st.fixed_dictionaries({"capacity": _NO_SCOPE}),
        )
        no_theme: st.SearchStrategy[dict[str, Any]] = st.just({})
        about = no_theme | st.fixed_dictionaries({"theme": _SLUGS}, optional={"aspect": _SLUGS})
        return st.builds(lambda one, other: {**one, **other}, duty, about)
    if kind is model.Source:
        return st.one_of(st.just({}), st.fixed_dictionaries({"abbreviation": _TEXTS, "bwb": _BWB}))
    if kind is model.Tip:
        return st.sampled_from(["community", "meeting"]).flatmap(lambda home: st.fixed_dictionaries({home: _SLUGS}))
    return st.just({})


@cache
def records(kind: type) -> st.SearchStrategy[Any]:
    """Sound records of `kind`, every field filled in every way its rule allows."""
    apart = {name: rule for name, rule in RULES[kind].items() if name not in _SETTLED.get(kind, frozenset())}
    fields = st.fixed_dictionaries({name: _fields(rule) for name, rule in apart.items()})
    return st.builds(lambda own, tied: kind(**own, **tied), fields, _together(kind))
