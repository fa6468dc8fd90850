"""The commands of the rotation and the agenda."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import click

from inburgering_cop import phrases
from inburgering_cop.cli import _showing
from inburgering_cop.cli._program import JSON, LANG, as_day, program
from inburgering_cop.practice import Agenda, Rotation, read_agenda, read_rotation

_OVERWRITE = click.option("--overwrite", is_flag=True, help="With --save: replace whatever stands in the file.")


def _joined(rotation: Rotation, joins: tuple[str, ...], on: Any) -> Rotation:
    for each in joins:
        person, _, role = each.partition(":")
        rotation = rotation.join(person, role=role, on=on)
    return rotation


def _save(value: Rotation | Agenda, file: str | None, lang: str, *, overwrite: bool) -> None:
    if file is not None:
        click.echo(phrases.text("saved", lang).format(path=value.save(file, overwrite=overwrite)), err=True)


def _rotation_as_json(rotation: Rotation, meetings: int | None) -> dict[str, Any]:
    planned = rotation.plan(meetings=meetings)
    attendance = rotation.attendance(planned=len(planned))
    return {
        **rotation.to_dict(),
        "planned": [_showing.plain(each) for each in planned],
        "attendance": [attrs.asdict(each) for each in attendance],
    }


@program.command()
@click.argument("file")
@click.option("--meetings", type=int, metavar="NUMBER", help="How many to plan after those announced; default: all.")
@click.option("--leave", "leaves", multiple=True, metavar="ID", help="Who leaves from the day of --on.")
@click.option("--join", "joins", multiple=True, metavar="ID:ROLE", help="Who joins on the day of --on, in which role.")
@click.option("--stand-in", "stands_in", metavar="ID", help="Who takes an open seat at the meeting of --on.")
@click.option("--on", metavar="DATE", help="The day of --leave, --join or --stand-in, as 2027-02-01.")
@click.option("--announce", type=int, metavar="NUMBER", help="Announce the next meetings: they stay as they are.")
@click.option("--save", metavar="FILE", help="Write the rotation to this .json file.")
@_OVERWRITE
@LANG
@JSON
def rotation(
    file: str,
    meetings: int | None,
    leaves: tuple[str, ...],
    joins: tuple[str, ...],
    stands_in: str | None,
    on: str | None,
    announce: int | None,
    save: str | None,
    overwrite: bool,
    lang: str,
    as_json: bool,
) -> None:
    """Show who attends when, from the .toml or .json FILE; first who leaves, then who joins, then what is announced."""
    phrases.checked_language(lang)
    found = read_rotation(Path(file))
    if (leaves or joins or stands_in) and on is None:
        raise phrases.invalid("--on", "", wanted=("een dag, zoals 2027-02-01", "a day, such as 2027-02-01"))
    day: Any = as_day(on) if on is not None else None
    for each in leaves:
        found = found.leave(each, on=day)
    found = _joined(found, joins, day)
    if stands_in is not None:
        found = found.stand_in(stands_in, on=day)
    if announce is not None:
        found = found.announce(meetings=announce)
    shown = _rotation_as_json(found, meetings) if as_json else found.describe(lang=lang, meetings=meetings)
    _save(found, save, lang, overwrite=overwrite)
    if isinstance(shown, str):
        _showing.text(shown)
    else:
        _showing.as_json(shown)


def _last_meeting(found: Agenda) -> Any:
    """The last meeting for which priorities were given, or else the first of the calendar."""
    return max((each.meeting for each in found.priorities), default=found.calendar.first)


@program.command()
@click.argument("file")
@click.option("--meeting", metavar="DATE", help="The day; default: the last meeting with priorities, or the first.")
@click.option("--prioritise", nargs=2, multiple=True, metavar="ID THEMES", help="A participant's themes: a,b,c.")
@click.option("--assign", nargs=3, multiple=True, metavar="THEME ID TEXT", help="A possible solution and its owner.")
@click.option("--report", nargs=2, multiple=True, metavar="ACTION TEXT", help="What the owner told; it goes on.")
@click.option("--done", nargs=2, multiple=True, metavar="ACTION TEXT", help="What the owner told; it is finished.")
@click.option("--hand-over", nargs=2, multiple=True, metavar="ACTION ID", help="Another owner.")
@click.option("--leave", nargs=2, multiple=True, metavar="ID SUCCESSOR", help="Who leaves, and who gets their actions.")
@click.option("--save", metavar="FILE", help="Write the agenda to this .json file.")
@_OVERWRITE
@LANG
@JSON
def agenda(
    file: str,
    meeting: str | None,
    prioritise: tuple[tuple[str, str], ...],
    assign: tuple[tuple[str, str, str], ...],
    report: tuple[tuple[str, str], ...],
    done: tuple[tuple[str, str], ...],
    hand_over: tuple[tuple[str, str], ...],
    leave: tuple[tuple[str, str], ...],
    save: str | None,
    overwrite: bool,
    lang: str,
    as_json: bool,
) -> None:
    """Show the agenda of a meeting from the .toml or .json FILE, after what is put on record for that day."""
    phrases.checked_language(lang)
    found = read_agenda(Path(file))
    day: Any = as_day(meeting) if meeting is not None else _last_meeting(found)
    for person, themes in prioritise:
        found = found.prioritise(person, themes=tuple(each.strip() for each in themes.split(",")), meeting=day)
    for action, person in hand_over:
        found = found.hand_over(action, to=person, on=day)
    for action, text in report:
        found = found.report(action, found=text, on=day, done=False)
    for action, text in done:
        found = found.report(action, found=text, on=day)
    for theme, owner, text in assign:
        found = found.assign(text, theme=theme, owner=owner, on=day)
    shown = found.for_meeting(day)
    for person, successor in leave:
        found = found.leave(person, on=day, successor=successor)
    _save(found, save, lang, overwrite=overwrite)
    if as_json:
        _showing.as_json(shown.to_dict())
    else:
        _showing.text(shown.describe(lang=lang))
