"""The commands that draw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from inburgering_cop import phrases
from inburgering_cop.base import load
from inburgering_cop.cli._program import LANG, filtered, program
from inburgering_cop.diagrams import Drawing
from inburgering_cop.diagrams import draw as drawn
from inburgering_cop.practice import read_dossier, read_rotation


def _of_graph(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the filters of a graph and the size of the paper."""
    for option in (
        click.option("--size", metavar="slide|poster", help="The paper: a slide (16:9) or a poster (A1)."),
        filtered("phase", "Only who acts in this phase."),
        filtered("municipality", "Only who is there for this gemeente."),
        filtered("theme", "Only who has to do with this theme."),
        filtered("community", "Only who takes part in this community."),
    ):
        command = option(command)
    return command


_WITHOUT_PAPER = (".mmd", ".dot")
_RUNG = click.option("--rung", type=int, metavar="1|2|3", help="Only this rung.")


@program.group(no_args_is_help=False)
def draw() -> None:
    """Draw a route, community, theme, partner, timeline, dossier, rotation or the keten, in the format FILE ends in."""


def _save(drawing: Drawing, file: str, lang: str) -> None:
    path = drawing.save(file)
    print(phrases.text("saved", lang).format(path=path))
    if drawing.scene.paper == "either" and path.suffix.lower() not in _WITHOUT_PAPER and drawing.paper == "poster":
        print(phrases.text("saved.poster", lang))


@draw.command("route")
@click.argument("question")
@click.argument("file")
@filtered("municipality", "The gemeente: name, alias, code or TOOI URI.")
@filtered("community", "The community to answer for, instead of the one that covers the gemeente.")
@_RUNG
@LANG
def draw_route(
    question: str, file: str, municipality: str | None, community: str | None, rung: int | None, lang: str
) -> None:
    """Draw the drietrapsraket for QUESTION to FILE."""
    phrases.checked_language(lang)
    kb = load()
    route = kb.escalate(question, municipality=municipality, community=community)
    _save(drawn(route, lang=lang, rung=rung), file, lang)


@draw.command("community")
@click.argument("name")
@click.argument("file")
@filtered("theme", "Only this theme, and who has to do with it.")
@LANG
def draw_community(name: str, file: str, theme: str | None, lang: str) -> None:
    """Draw the table of the community called NAME to FILE."""
    phrases.checked_language(lang)
    kb = load()
    _save(drawn(kb.community(name), kb=kb, lang=lang, theme=theme), file, lang)


@draw.command("theme")
@click.argument("name")
@click.argument("file")
@filtered("community", "Only this community beside the rungs.")
@_RUNG
@LANG
def draw_theme(name: str, file: str, community: str | None, rung: int | None, lang: str) -> None:
    """Draw the theme called NAME, with who does what and the communities that deal with it, to FILE."""
    phrases.checked_language(lang)
    kb = load()
    _save(drawn(kb.theme(name), kb=kb, lang=lang, community=community, rung=rung), file, lang)


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
@_RUNG
@LANG
def draw_dossier(path: str, file: str, rung: int | None, lang: str) -> None:
    """Draw the dossier in the file DOSSIER as a ladder with what is done, to FILE."""
    phrases.checked_language(lang)
    kb = load()
    _save(drawn(read_dossier(path, kb=kb), kb=kb, lang=lang, rung=rung), file, lang)


@draw.command("rotation")
@click.argument("path", metavar="ROTATION")
@click.argument("file")
@LANG
def draw_rotation(path: str, file: str, lang: str) -> None:
    """Draw the rotation in the file ROTATION as a calendar of who attends when, to FILE."""
    phrases.checked_language(lang)
    _save(drawn(read_rotation(path), lang=lang), file, lang)


@draw.command("partner")
@click.argument("name")
@click.argument("file")
@click.option("--steps", type=int, metavar="N", help="How many steps away the neighbours may be; 1 when not given.")
@_of_graph
@LANG
def draw_partner(name: str, file: str, lang: str, **asked: Any) -> None:
    """Draw the partner called NAME with whom it is connected, to FILE."""
    phrases.checked_language(lang)
    kb = load()
    _save(drawn(kb.partner(name), kb=kb, lang=lang, **asked), file, lang)


@draw.command("keten")
@click.argument("file")
@_of_graph
@LANG
def draw_keten(file: str, lang: str, **asked: Any) -> None:
    """Draw the keten, or the part that every filter given keeps, to FILE."""
    phrases.checked_language(lang)
    _save(drawn(load(), lang=lang, **asked), file, lang)
