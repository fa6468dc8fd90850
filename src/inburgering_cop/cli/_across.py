"""The commands on how communities work: triage, the dual track, and looking across communities."""

from __future__ import annotations

from typing import Any, Protocol

import click

from inburgering_cop import phrases, practice
from inburgering_cop.cli import _showing
from inburgering_cop.cli._program import JSON, LANG, program


class _Answer(Protocol):
    def describe(self, *, lang: str) -> str: ...

    def to_dict(self, *, lang: str) -> dict[str, Any]: ...


def _tell(found: _Answer, *, lang: str, as_json: bool) -> None:
    if as_json:
        _showing.as_json(found.to_dict(lang=lang))
    else:
        _showing.text(found.describe(lang=lang))


@program.command()
@click.argument("file")
@LANG
@JSON
def triage(file: str, lang: str, as_json: bool) -> None:
    """Sort the themes and bottlenecks in FILE (.toml or .json): pick up now, later, or pass on."""
    phrases.checked_language(lang)
    _tell(practice.triage(practice.read_triage_sheet(file)), lang=lang, as_json=as_json)


@program.command("dual-track")
@click.option("--municipality", metavar="MUNICIPALITY", help="The gemeente: name, alias, code or TOOI URI.")
@click.option("--community", metavar="COMMUNITY", help="The community to name organisations of.")
@LANG
@JSON
def dual_track(municipality: str | None, community: str | None, lang: str, as_json: bool) -> None:
    """Plan the conversation on the right moment for a dual track: who knows what, and who decides."""
    phrases.checked_language(lang)
    _tell(practice.dual_track(municipality=municipality, community=community), lang=lang, as_json=as_json)


@program.command()
@click.argument("community")
@click.option("--theme", metavar="THEME", help="Only this theme; by default all themes of the community.")
@LANG
@JSON
def missing(community: str, theme: str | None, lang: str, as_json: bool) -> None:
    """Show who is responsible for the themes of COMMUNITY and not named at its table."""
    phrases.checked_language(lang)
    _tell(practice.who_is_missing(community, theme=theme), lang=lang, as_json=as_json)


@program.command()
@click.argument("community")
@LANG
@JSON
def learn(community: str, lang: str, as_json: bool) -> None:
    """Show what COMMUNITY can take over from others with kin themes."""
    phrases.checked_language(lang)
    _tell(practice.learn_from(community), lang=lang, as_json=as_json)


@program.command()
@LANG
@JSON
def bridges(lang: str, as_json: bool) -> None:
    """Show which partners connect communities, and where the network is weak."""
    phrases.checked_language(lang)
    _tell(practice.bridges(), lang=lang, as_json=as_json)


@program.command()
@click.option("--community", metavar="COMMUNITY", help="Only the products of this community.")
@LANG
@JSON
def products(community: str | None, lang: str, as_json: bool) -> None:
    """Show which products were tested by inburgeraars, and which not."""
    phrases.checked_language(lang)
    _tell(practice.reviewed_products(community=community), lang=lang, as_json=as_json)
