"""The commands of the dossier: a question worked up the ladder, kept in a file."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import click

from inburgering_cop import phrases
from inburgering_cop.base import load
from inburgering_cop.cli import _showing
from inburgering_cop.cli._program import JSON, LANG, as_day, program
from inburgering_cop.practice import Dossier, read_dossier
from inburgering_cop.practice._briefing import Words
from inburgering_cop.practice._telling import done, told

_FILE = click.option(
    "--file", "path", default="dossier.json", show_default=True, metavar="FILE", help="Where the dossier is kept."
)
_ON = click.option("--on", metavar="DATE", help="The day it happened, as 2026-11-24; by default today.")
_BY = click.option(
    "--by", default="gemeente", show_default=True, metavar="ROLE", help="Who did it: a function in the gemeente."
)
_RUNG = click.option("--rung", type=int, metavar="RUNG", help="The rung, for a partner that stands on several.")


def _today() -> datetime.date:
    return datetime.date.today()


def _day(typed: str | None) -> Any:
    """The day as typed, or else today."""
    return _today() if typed is None else as_day(typed)


@program.group(no_args_is_help=False)
def dossier() -> None:
    """Work a question up the ladder, and keep what was asked, found and answered in a file."""


def _saved(changed: Dossier, path: str, *, lang: str, as_json: bool, overwrite: bool = False) -> None:
    """Keeps the dossier and says what was recorded and which rungs are done."""
    changed.save(path, overwrite=overwrite)
    if as_json:
        _showing.as_json(changed.to_dict())
        return
    words = Words(dossier=changed, kb=load(), lang=lang)
    act = told(words, changed.acts[-1]) if changed.acts else changed.state.label(lang)
    print(words.say("dossier.recorded", path=path, act=act))
    first, second, third = (done(words, state) for state in changed.rungs)
    print(words.say("dossier.rungs", first=first, second=second, third=third))


def _changed(path: str, lang: str, as_json: bool, act: Callable[[Dossier], Dossier]) -> None:
    phrases.checked_language(lang)
    _saved(act(read_dossier(path)), path, lang=lang, as_json=as_json)


@dossier.command("open")
@click.argument("question")
@click.option("--aspect", metavar="ASPECT", help="The side of the theme it is about: id, label or other name.")
@click.option("--municipality", metavar="MUNICIPALITY", help="The gemeente: name, alias, code or TOOI URI.")
@click.option("--community", metavar="COMMUNITY", help="The community to answer for.")
@click.option("--overwrite", is_flag=True, help="Replace whatever stands in the file.")
@_ON
@_FILE
@LANG
@JSON
def open_dossier(
    question: str,
    aspect: str | None,
    municipality: str | None,
    community: str | None,
    overwrite: bool,
    on: str | None,
    path: str,
    lang: str,
    as_json: bool,
) -> None:
    """Open a dossier on QUESTION: a theme id, or a question as typed."""
    phrases.checked_language(lang)
    route = load().escalate(question, aspect=aspect, municipality=municipality, community=community)
    _saved(Dossier.open(route, on=_day(on)), path, lang=lang, as_json=as_json, overwrite=overwrite)


@dossier.command()
@click.argument("rung", type=int)
@click.argument("text")
@_BY
@_ON
@_FILE
@LANG
@JSON
def record(rung: int, text: str, by: str, on: str | None, path: str, lang: str, as_json: bool) -> None:
    """Record TEXT as what was worked out on RUNG: on 1 the frames within the law, on 2 what partners can do."""
    _changed(path, lang, as_json, lambda each: each.record(rung, text, by=by, on=_day(on)))


@dossier.command()
@click.argument("partner")
@click.argument("text")
@_BY
@_RUNG
@_ON
@_FILE
@LANG
@JSON
def ask(
    partner: str, text: str, by: str, rung: int | None, on: str | None, path: str, lang: str, as_json: bool
) -> None:
    """Record that PARTNER was asked TEXT."""
    _changed(path, lang, as_json, lambda each: each.ask(partner, text, by=by, rung=rung, on=_day(on)))


@dossier.command()
@click.argument("partner")
@click.argument("text")
@_RUNG
@_ON
@_FILE
@LANG
@JSON
def answer(partner: str, text: str, rung: int | None, on: str | None, path: str, lang: str, as_json: bool) -> None:
    """Record that PARTNER answered TEXT."""
    _changed(path, lang, as_json, lambda each: each.answer(partner, text, rung=rung, on=_day(on)))


@dossier.command("may-involve")
@click.argument("partner")
@_RUNG
@_FILE
@LANG
@JSON
def may_involve(partner: str, rung: int | None, path: str, lang: str, as_json: bool) -> None:
    """Tell whether it is the turn of PARTNER, and if not, what is missing."""
    phrases.checked_language(lang)
    gate = read_dossier(path).may_involve(partner, rung=rung)
    if as_json:
        _showing.as_json(gate.to_dict(lang=lang))
    else:
        print(gate.said.get(lang))


@dossier.command()
@click.argument("partner")
@click.argument("text")
@click.option("--reason", metavar="TEXT", help="Why, when it is not its turn yet; it stays in the dossier.")
@_BY
@_RUNG
@_ON
@_FILE
@LANG
@JSON
def involve(
    partner: str,
    text: str,
    reason: str | None,
    by: str,
    rung: int | None,
    on: str | None,
    path: str,
    lang: str,
    as_json: bool,
) -> None:
    """Involve PARTNER and ask it TEXT, when it is its turn or with a reason."""
    _changed(
        path, lang, as_json, lambda each: each.involve(partner, text, by=by, rung=rung, reason=reason, on=_day(on))
    )


@dossier.command()
@click.argument("text")
@click.option(
    "--by", default="gemeente", show_default=True, metavar="PARTNER", help="Who settled it: the gemeente or a partner."
)
@_ON
@_FILE
@LANG
@JSON
def settle(text: str, by: str, on: str | None, path: str, lang: str, as_json: bool) -> None:
    """Record TEXT as the answer to the question."""
    _changed(path, lang, as_json, lambda each: each.settle(text, by=by, on=_day(on)))


@dossier.command()
@click.option("--reason", metavar="TEXT", help="Why it is closed without an answer.")
@_BY
@_ON
@_FILE
@LANG
@JSON
def close(reason: str | None, by: str, on: str | None, path: str, lang: str, as_json: bool) -> None:
    """Lay the dossier aside: after the answer, or without one and with a reason."""
    _changed(path, lang, as_json, lambda each: each.close(reason=reason, by=by, on=_day(on)))


@dossier.command()
@click.argument("reason")
@_BY
@_ON
@_FILE
@LANG
@JSON
def reopen(reason: str, by: str, on: str | None, path: str, lang: str, as_json: bool) -> None:
    """Take up a settled or closed dossier again, for REASON."""
    _changed(path, lang, as_json, lambda each: each.reopen(reason, by=by, on=_day(on)))


@dossier.command()
@_FILE
@LANG
@JSON
def show(path: str, lang: str, as_json: bool) -> None:
    """Show the dossier: what happened on each rung, and what comes next."""
    phrases.checked_language(lang)
    found = read_dossier(path)
    if as_json:
        _showing.as_json(found.to_dict())
    else:
        _showing.text(found.describe(lang=lang))


@dossier.command()
@click.argument("partner")
@_RUNG
@_FILE
@LANG
@JSON
def briefing(partner: str, rung: int | None, path: str, lang: str, as_json: bool) -> None:
    """Write the targeted question to PARTNER."""
    phrases.checked_language(lang)
    found = read_dossier(path)
    written = found.briefing(partner, rung=rung, lang=lang)
    if as_json:
        _showing.as_json({"format": 1, "partner": load().partner(partner).id, "lang": lang, "text": written})
    else:
        _showing.text(written)
