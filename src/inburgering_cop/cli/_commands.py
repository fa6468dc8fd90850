"""The commands."""

from __future__ import annotations

from typing import Any

import click

from inburgering_cop import errors, phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.cli import _pages, _showing
from inburgering_cop.cli._program import JSON, LANG, as_day, filtered, program


def _rungs(tried: tuple[str, ...]) -> set[Any]:
    """The rungs as numbers; what is no rung stays as typed, so that the library refuses it in its own words."""
    typed = [word.strip() for words in tried for word in words.split(",")]
    return {int(word) if word in {"1", "2", "3"} else word for word in typed}


@program.command()
@click.argument("question")
@filtered("aspect", "The side of the theme it is about: id, label or other name.")
@filtered("municipality", "The gemeente: name, alias, code or TOOI URI.")
@filtered("community", "The community to answer for, instead of the one that covers the gemeente.")
@filtered("asker", "Who asks, when that is not the gemeente: a partner, such as werkgever.")
@click.option("--tried", multiple=True, metavar="RUNG", help="A rung already tried; more of them as 1,2.")
@LANG
@JSON
def escalate(
    question: str,
    aspect: str | None,
    municipality: str | None,
    community: str | None,
    asker: str | None,
    tried: tuple[str, ...],
    lang: str,
    as_json: bool,
) -> None:
    """Answer QUESTION (a theme id, or a question as typed) with the drietrapsraket."""
    phrases.checked_language(lang)
    route = load().escalate(
        question, aspect=aspect, municipality=municipality, community=community, asker=asker, tried=_rungs(tried)
    )
    if as_json:
        _showing.as_json(route.to_dict(lang=lang))
    else:
        _showing.text(route.describe(lang=lang))


def _speaking(lang: str) -> KnowledgeBase:
    phrases.checked_language(lang)
    return load()


@program.command()
@click.argument("name", required=False)
@filtered("municipality", "Those that cover this gemeente.")
@LANG
@JSON
def communities(name: str | None, municipality: str | None, lang: str, as_json: bool) -> None:
    """List the communities, or show the one called NAME."""
    kb = _speaking(lang)
    found = [kb.community(name)] if name is not None else list(kb.communities.values())
    if municipality is not None:
        covering = {each.community.id for each in kb.communities_for(municipality)}
        found = [each for each in found if each.id in covering]
    if as_json:
        _showing.records(found, kb=kb)
    elif name and found:
        _showing.text(_pages.community(found[0], kb, lang=lang))
    else:
        _showing.table(*_pages.communities(found, lang=lang), lang=lang)


@program.command()
@click.argument("name", required=False)
@filtered("municipality", "Those at the table of a community that covers this gemeente.")
@filtered("role", "Those that stand for this chain role.")
@filtered("community", "Those at the table of this community.")
@filtered("theme", "Those responsible for this theme.")
@LANG
@JSON
def partners(
    name: str | None,
    municipality: str | None,
    role: str | None,
    community: str | None,
    theme: str | None,
    lang: str,
    as_json: bool,
) -> None:
    """List the partners of the keten, or show the one called NAME."""
    kb = _speaking(lang)
    found = tuple(kb.partners.values())
    if any(each is not None for each in (municipality, role, community, theme)):
        found = kb.partners_for(municipality=municipality, role=role, community=community, theme=theme)
    if name is not None:
        wanted = kb.partner(name)
        found = tuple(each for each in found if each == wanted)
    if as_json:
        _showing.records(found, kb=kb)
    elif name and found:
        _showing.text(_pages.partner(found[0], kb, lang=lang))
    else:
        _showing.table(*_pages.partners(found, lang=lang), lang=lang)


@program.command()
@click.argument("name", required=False)
@LANG
@JSON
def themes(name: str | None, lang: str, as_json: bool) -> None:
    """List the themes, or show the one called NAME."""
    kb = _speaking(lang)
    found = [kb.theme(name)] if name is not None else list(kb.themes.values())
    if as_json:
        _showing.records(found, kb=kb)
    elif name:
        _showing.text(_pages.theme(found[0], kb, lang=lang))
    else:
        _showing.table(*_pages.themes(found, lang=lang), lang=lang)


@program.command()
@filtered("theme", "Tips on this theme.")
@filtered("partner", "Tips about this partner.")
@filtered("community", "Tips that came out of this community.")
@filtered("audience", "Tips that speak to this chain role.")
@filtered("perspective", "Tips of professional or inburgeraar.")
@LANG
@JSON
def tips(
    theme: str | None,
    partner: str | None,
    community: str | None,
    audience: str | None,
    perspective: str | None,
    lang: str,
    as_json: bool,
) -> None:
    """List the tips and findings, those that every filter given keeps."""
    kb = _speaking(lang)
    found = tuple(kb.tips.values())
    if any(each is not None for each in (theme, partner, community, audience, perspective)):
        found = kb.tips_for(
            theme=theme, partner=partner, community=community, audience=audience, perspective=perspective
        )
    if as_json:
        _showing.records(found, kb=kb)
    else:
        _showing.table(*_pages.tips(found, kb, lang=lang), lang=lang)


@program.command()
@click.argument("question")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only themes, tips, partners or communities.")
@filtered("theme", "Only this theme, tips on it, and communities that have it.")
@filtered("community", "Only this community and its tips.")
@click.option("--most", type=int, default=20, metavar="NUMBER", help="How many at most.")
@LANG
@JSON
def search(
    question: str,
    kinds: tuple[str, ...],
    theme: str | None,
    community: str | None,
    most: int,
    lang: str,
    as_json: bool,
) -> None:
    """Search themes, tips, partners and communities for the words of QUESTION."""
    kb = _speaking(lang)
    wanted = {"kinds": kinds} if kinds else {}
    found = kb.search(question, theme=theme, community=community, most=most, **wanted)
    if as_json:
        _showing.hits(found, kb=kb)
    else:
        _showing.table(*_pages.hits(found, lang=lang), lang=lang)


@program.command()
@filtered("group", "asielstatushouder or gezinsmigrant-of-overig.")
@LANG
@JSON
def timeline(group: str | None, lang: str, as_json: bool) -> None:
    """Show the phases from arrival to afterwards."""
    kb = _speaking(lang)
    found = kb.timeline(group=group)
    if as_json:
        _showing.records(found, kb=kb)
    else:
        _showing.table(*_pages.timeline(found, kb, lang=lang), lang=lang)


@program.command()
@click.argument("term")
@click.option("--from", "counts_from", required=True, metavar="DATE", help="The day it counts from, as 2026-01-12.")
@LANG
@JSON
def deadline(term: str, counts_from: str, lang: str, as_json: bool) -> None:
    """Tell the day that TERM, a term of the timeline, ends."""
    kb = _speaking(lang)
    found = kb.deadline(term, counts_from=as_day(counts_from))
    if as_json:
        _showing.as_json(_pages.deadline_as_json(found, kb, lang=lang))
    else:
        _showing.text(_pages.deadline(found, lang=lang))


def _leads_nowhere(error: errors.DataError) -> bool:
    """Whether a record refers to one that is not there, which the bundled records may hold."""
    start = phrases.text("fault.nowhere", "en").partition("{")[0]
    return any(fault.wanted.get("en").startswith(start) for fault in error.faults)


@program.command()
@click.argument("paths", nargs=-1)
@click.option("--bundled", is_flag=True, help="Read them together with the bundled records.")
@LANG
@JSON
def check(paths: tuple[str, ...], bundled: bool, lang: str, as_json: bool) -> int:
    """Check your own records in PATHS (files or folders), or the bundled ones; exit 1 when there are faults."""
    phrases.checked_language(lang)
    try:
        records = load(*paths, bundled=bundled).records
    except errors.DataError as error:
        if as_json:
            faults = [_showing.plain(fault) for fault in error.faults]
            _showing.as_json({"format": 1, "records": 0, "faults": faults})
        else:
            hint = [phrases.text("check.hint", lang)] if paths and not bundled and _leads_nowhere(error) else []
            click.echo("\n".join([error.line(lang), *hint]), err=True)
        return 1
    if as_json:
        _showing.as_json({"format": 1, "records": records.count, "faults": []})
    else:
        print(phrases.text("check.ok", lang).format(records=records.count))
    return 0
