"""The commands."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import click

from inburgering_cop import errors, phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.cli import _pages, _showing
from inburgering_cop.diagrams import Drawing
from inburgering_cop.diagrams import draw as drawn
from inburgering_cop.practice import read_dossier, read_rotation

_LANG = click.option("--lang", default="nl", metavar="nl|en", help="Language of the texts.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")


def _filter(name: str, what: str) -> Callable[[Any], Any]:
    return click.option(f"--{name}", metavar=name.upper(), help=what)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
@click.version_option(package_name="inburgering-cop", message="%(prog)s %(version)s")
def program() -> None:
    """Who to turn to in the keten of Dutch civic integration, in what order, and why."""


def _rungs(tried: tuple[str, ...]) -> set[Any]:
    """The rungs as numbers; what is no rung stays as typed, so that the library refuses it in its own words."""
    typed = [word.strip() for words in tried for word in words.split(",")]
    return {int(word) if word in {"1", "2", "3"} else word for word in typed}


@program.command()
@click.argument("question")
@_filter("aspect", "The side of the theme it is about: id, label or other name.")
@_filter("municipality", "The gemeente: name, alias, code or TOOI URI.")
@_filter("community", "The community to answer for, instead of the one that covers the gemeente.")
@_filter("asker", "Who asks, when that is not the gemeente: a partner, such as werkgever.")
@click.option("--tried", multiple=True, metavar="RUNG", help="A rung already tried; more of them as 1,2.")
@_LANG
@_JSON
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
@_filter("municipality", "Those that cover this gemeente.")
@_LANG
@_JSON
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
@_filter("municipality", "Those at the table of a community that covers this gemeente.")
@_filter("role", "Those that stand for this chain role.")
@_filter("community", "Those at the table of this community.")
@_filter("theme", "Those responsible for this theme.")
@_LANG
@_JSON
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
@_LANG
@_JSON
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
@_filter("theme", "Tips on this theme.")
@_filter("partner", "Tips about this partner.")
@_filter("community", "Tips that came out of this community.")
@_filter("audience", "Tips that speak to this chain role.")
@_filter("perspective", "Tips of professional or inburgeraar.")
@_LANG
@_JSON
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
@_filter("theme", "Only this theme, tips on it, and communities that have it.")
@_filter("community", "Only this community and its tips.")
@click.option("--most", type=int, default=20, metavar="NUMBER", help="How many at most.")
@_LANG
@_JSON
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
@_filter("group", "asielstatushouder or gezinsmigrant-of-overig.")
@_LANG
@_JSON
def timeline(group: str | None, lang: str, as_json: bool) -> None:
    """Show the phases from arrival to afterwards."""
    kb = _speaking(lang)
    found = kb.timeline(group=group)
    if as_json:
        _showing.records(found, kb=kb)
    else:
        _showing.table(*_pages.timeline(found, kb, lang=lang), lang=lang)


def _day(typed: str) -> Any:
    """The day as typed; what is no day stays a text, so that the library refuses it in its own words."""
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        return typed


@program.command()
@click.argument("term")
@click.option("--from", "counts_from", required=True, metavar="DATE", help="The day it counts from, as 2026-01-12.")
@_LANG
@_JSON
def deadline(term: str, counts_from: str, lang: str, as_json: bool) -> None:
    """Tell the day that TERM, a term of the timeline, ends."""
    kb = _speaking(lang)
    found = kb.deadline(term, counts_from=_day(counts_from))
    if as_json:
        _showing.as_json(_pages.deadline_as_json(found, kb, lang=lang))
    else:
        _showing.text(_pages.deadline(found, lang=lang))


@program.group(no_args_is_help=False)
def draw() -> None:
    """Draw a route, community, theme, timeline, dossier, rotation or the keten; the suffix of FILE tells the format."""


def _save(drawing: Drawing, file: str, lang: str) -> None:
    print(phrases.text("saved", lang).format(path=drawing.save(file)))


@draw.command("route")
@click.argument("question")
@click.argument("file")
@_filter("municipality", "The gemeente: name, alias, code or TOOI URI.")
@_filter("community", "The community to answer for, instead of the one that covers the gemeente.")
@_LANG
def draw_route(question: str, file: str, municipality: str | None, community: str | None, lang: str) -> None:
    """Draw the drietrapsraket for QUESTION to FILE."""
    kb = _speaking(lang)
    _save(drawn(kb.escalate(question, municipality=municipality, community=community), lang=lang), file, lang)


@draw.command("community")
@click.argument("name")
@click.argument("file")
@_LANG
def draw_community(name: str, file: str, lang: str) -> None:
    """Draw the table of the community called NAME to FILE."""
    kb = _speaking(lang)
    _save(drawn(kb.community(name), kb=kb, lang=lang), file, lang)


@draw.command("theme")
@click.argument("name")
@click.argument("file")
@_LANG
def draw_theme(name: str, file: str, lang: str) -> None:
    """Draw the theme called NAME, with who does what and the communities that deal with it, to FILE."""
    kb = _speaking(lang)
    _save(drawn(kb.theme(name), kb=kb, lang=lang), file, lang)


@draw.command("timeline")
@click.argument("file")
@_filter("group", "Only the phases this group goes through: asielstatushouder or gezinsmigrant-of-overig.")
@_LANG
def draw_timeline(file: str, group: str | None, lang: str) -> None:
    """Draw the keten by phase, from arrival to afterwards, to FILE."""
    kb = _speaking(lang)
    _save(drawn(kb.timeline(group=group), kb=kb, lang=lang), file, lang)


@draw.command("dossier")
@click.argument("path", metavar="DOSSIER")
@click.argument("file")
@_LANG
def draw_dossier(path: str, file: str, lang: str) -> None:
    """Draw the dossier in the file DOSSIER as a ladder with what is done, to FILE."""
    kb = _speaking(lang)
    _save(drawn(read_dossier(path, kb=kb), kb=kb, lang=lang), file, lang)


@draw.command("rotation")
@click.argument("path", metavar="ROTATION")
@click.argument("file")
@_LANG
def draw_rotation(path: str, file: str, lang: str) -> None:
    """Draw the rotation in the file ROTATION as a calendar of who attends when, to FILE."""
    phrases.checked_language(lang)
    _save(drawn(read_rotation(path), lang=lang), file, lang)


@draw.command("keten")
@click.argument("file")
@_filter("community", "Only who takes part in this community.")
@_filter("theme", "Only who has to do with this theme.")
@_filter("municipality", "Only who is there for this gemeente.")
@_filter("phase", "Only who acts in this phase.")
@_LANG
def draw_keten(
    file: str, community: str | None, theme: str | None, municipality: str | None, phase: str | None, lang: str
) -> None:
    """Draw the keten, or the part that every filter given keeps, to FILE."""
    kb = _speaking(lang)
    graph = kb.graph(community=community, theme=theme, municipality=municipality, phase=phase)
    _save(drawn(graph, lang=lang), file, lang)


def _leads_nowhere(error: errors.DataError) -> bool:
    """Whether a record refers to one that is not there, which the bundled records may hold."""
    start = phrases.text("fault.nowhere", "en").partition("{")[0]
    return any(fault.wanted.get("en").startswith(start) for fault in error.faults)


@program.command()
@click.argument("paths", nargs=-1)
@click.option("--bundled", is_flag=True, help="Read them together with the bundled records.")
@_LANG
@_JSON
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
