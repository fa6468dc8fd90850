"""The commands that draw."""

from __future__ import annotations

import click

from inburgering_cop import phrases
from inburgering_cop.base import load
from inburgering_cop.cli._program import LANG, filtered, program
from inburgering_cop.diagrams import Drawing
from inburgering_cop.diagrams import draw as drawn
from inburgering_cop.practice import read_dossier, read_rotation


@program.group(no_args_is_help=False)
def draw() -> None:
    """Draw a route, community, theme, timeline, dossier, rotation or the keten; the suffix of FILE tells the format."""


def _save(drawing: Drawing, file: str, lang: str) -> None:
    print(phrases.text("saved", lang).format(path=drawing.save(file)))


@draw.command("route")
@click.argument("question")
@click.argument("file")
@filtered("municipality", "The gemeente: name, alias, code or TOOI URI.")
@filtered("community", "The community to answer for, instead of the one that covers the gemeente.")
@LANG
def draw_route(question: str, file: str, municipality: str | None, community: str | None, lang: str) -> None:
    """Draw the drietrapsraket for QUESTION to FILE."""
    phrases.checked_language(lang)
    kb = load()
    _save(drawn(kb.escalate(question, municipality=municipality, community=community), lang=lang), file, lang)


@draw.command("community")
@click.argument("name")
@click.argument("file")
@LANG
def draw_community(name: str, file: str, lang: str) -> None:
    """Draw the table of the community called NAME to FILE."""
    phrases.checked_language(lang)
    kb = load()
    _save(drawn(kb.community(name), kb=kb, lang=lang), file, lang)


@draw.command("theme")
@click.argument("name")
@click.argument("file")
@LANG
def draw_theme(name: str, file: str, lang: str) -> None:
    """Draw the theme called NAME, with who does what and the communities that deal with it, to FILE."""
    phrases.checked_language(lang)
    kb = load()
    _save(drawn(kb.theme(name), kb=kb, lang=lang), file, lang)


@draw.command("timeline")
@click.argument("file")
@filtered("group", "Only the phases this group goes through: asielstatushouder or gezinsmigrant-of-overig.")
@LANG
def draw_timeline(file: str, group: str | None, lang: str) -> None:
    """Draw the keten by phase, from arrival to afterwards, to FILE."""
    phrases.checked_language(lang)
    kb = load()
    _save(drawn(kb.timeline(group=group), kb=kb, lang=lang), file, lang)


@draw.command("dossier")
@click.argument("path", metavar="DOSSIER")
@click.argument("file")
@LANG
def draw_dossier(path: str, file: str, lang: str) -> None:
    """Draw the dossier in the file DOSSIER as a ladder with what is done, to FILE."""
    phrases.checked_language(lang)
    kb = load()
    _save(drawn(read_dossier(path, kb=kb), kb=kb, lang=lang), file, lang)


@draw.command("rotation")
@click.argument("path", metavar="ROTATION")
@click.argument("file")
@LANG
def draw_rotation(path: str, file: str, lang: str) -> None:
    """Draw the rotation in the file ROTATION as a calendar of who attends when, to FILE."""
    phrases.checked_language(lang)
    _save(drawn(read_rotation(path), lang=lang), file, lang)


@draw.command("keten")
@click.argument("file")
@filtered("community", "Only who takes part in this community.")
@filtered("theme", "Only who has to do with this theme.")
@filtered("municipality", "Only who is there for this gemeente.")
@filtered("phase", "Only who acts in this phase.")
@LANG
def draw_keten(
    file: str, community: str | None, theme: str | None, municipality: str | None, phase: str | None, lang: str
) -> None:
    """Draw the keten, or the part that every filter given keeps, to FILE."""
    phrases.checked_language(lang)
    kb = load()
    graph = kb.graph(community=community, theme=theme, municipality=municipality, phase=phase)
    _save(drawn(graph, lang=lang), file, lang)
