"""Why an item of a triage ends up where it does, and what is asked back."""

from __future__ import annotations

from inburgering_cop import phrases
from inburgering_cop.keten import Referral
from inburgering_cop.keten._describing import capacity
from inburgering_cop.model import LocalizedText, Theme
from inburgering_cop.practice._saying import both, joined
from inburgering_cop.practice._triage_sheet import Ease, Speed, TriageItem

_STATED = {True: "triage.reason.we-can", False: "triage.reason.we-cannot"}


def who(referrals: tuple[Referral, ...]) -> LocalizedText:
    """The referrals on one line, each party and side once."""
    told = []
    for each in referrals:
        nl, en = (capacity(each, lang) for lang in phrases.LANGUAGES)
        facts: dict[str, LocalizedText | str] = {
            "partner": each.partner.name,
            "rung": str(each.rung),
            "capacity": LocalizedText(nl=nl, en=en),
        }
        if each.aspect_name is None:
            told.append(both("triage.who", **facts))
        else:
            told.append(both("triage.who-side", **facts, side=each.aspect_name))
    return joined(dict.fromkeys(told), by="; ")


def asks(item: TriageItem) -> tuple[LocalizedText, ...]:
    """What was not stated and is therefore asked back."""
    keys = [*(["triage.ask.ease"] if item.ease is None else []), *(["triage.ask.speed"] if item.speed is None else [])]
    return tuple(both(key) for key in keys)


def _from_the_keten(
    theme: Theme | None, settling: tuple[Referral, ...], present: tuple[Referral, ...], *, read: bool
) -> list[LocalizedText]:
    if theme is None:
        return [both("triage.reason.no-theme")]
    told = [both("triage.reason.read", theme=theme.label)] if read else []
    if not settling:
        return [*told, both("triage.reason.nobody")]
    if not present:
        return [*told, both("triage.reason.absent", who=who(settling))]
    told.append(both("triage.reason.present", who=who(present)))
    absent = tuple(each for each in settling if each not in present)
    return [*told, both("triage.reason.besides", who=who(absent))] if absent else told


def _stated(item: TriageItem) -> list[LocalizedText]:
    if item.ease is Ease.EASY and item.speed is Speed.QUICK:
        return [both("triage.reason.now")]
    hard = [both("triage.reason.hard")] if item.ease is Ease.HARD else []
    slow = [both("triage.reason.slow")] if item.speed is Speed.SLOW else []
    return [*hard, *slow]


def reasons(
    item: TriageItem,
    theme: Theme | None,
    settling: tuple[Referral, ...],
    present: tuple[Referral, ...],
    *,
    read: bool,
    solvable: bool,
) -> tuple[LocalizedText, ...]:
    """What the people say, then what the keten says, then ease and speed where the table can do something."""
    said = [both(_STATED[item.can_do])] if item.can_do is not None else []
    found = _from_the_keten(theme, settling, present, read=read)
    return (*said, *found, *(_stated(item) if solvable else []))
