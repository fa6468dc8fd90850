"""The gate of the drietrapsraket: whose turn it is, and which act fits what came before it.

The gate is Rijnmond's (source cop-rijnmond, question 3, important tip): a partner of the keten comes in only after the
gemeente has worked out, in its own organisation and with its partners in the execution, what its frames are.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import attrs

from inburgering_cop import errors, phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.model import LocalizedText, Partner, PartnerType, Responsibility
from inburgering_cop.practice._acts import Act, ActKind

_OPEN, _SETTLED = "open", "settled"
Acts = tuple[Act, ...]


@attrs.frozen(kw_only=True, repr=False)
class Gate:
    """Whether it is a partner's turn, and if not, what is missing. True as a truth value when it is.

    Attributes:
        partner: Id of the partner.
        rung: The rung it stands on for the theme of the dossier.
        in_order: Whether it may be involved now without giving a reason.
        missing: The rungs that have not recorded what they must, lowest first; empty when none holds it up.
        said: The same as a sentence.
    """

    partner: str
    rung: int
    in_order: bool
    missing: tuple[int, ...]
    said: LocalizedText

    def __bool__(self) -> bool:
        return self.in_order

    def to_dict(self, *, lang: str = "nl") -> dict[str, Any]:
        """The same as plain JSON values (format 1); only the sentence follows `lang`.

        Our choice: the form.
        """
        return {
            "format": 1,
            "partner": self.partner,
            "rung": self.rung,
            "in_order": self.in_order,
            "missing": list(self.missing),
            "said": self.said.get(phrases.checked_language(lang)),
        }

    def __repr__(self) -> str:
        return f"<Gate {self.partner!r} on rung {self.rung}: {'in order' if self.in_order else 'not yet'}>"


def of_gemeente(partner: Partner) -> bool:
    """Whether `partner` is the gemeente, a gemeente, a body that fills its role, or a function in it."""
    return partner.type is PartnerType.FUNCTION or "gemeente" in partner.roles


def by_right(kb: KnowledgeBase, before: Acts, act: Act) -> bool:
    """Whether who acts is the gemeente, or, for an answer or what settles the question, a partner that was asked."""
    if act.kind is ActKind.ANSWERED or (act.kind is ActKind.SETTLED and put_to(before, act.by)):
        return True
    return of_gemeente(kb.partners[act.by])


def duties(kb: KnowledgeBase, theme: str, aspect: str | None, partner: Partner) -> tuple[Responsibility, ...]:
    """What `partner` is responsible for on a theme, by itself or through a role it fills, by rung and order.

    Where a side is asked, those about it and about the whole theme; those about other sides only where there are none.
    On a rung where the theme has none of its own, those of the general ladder count, as they do in `escalate`.
    """
    own = kb.records.responsibilities_on(theme)
    general = kb.records.responsibilities_on(None)
    rungs = {row.rung for row in own}
    roles = {partner.id, *partner.roles}
    rows = [row for row in (*own, *(row for row in general if row.rung not in rungs)) if row.partner in roles]
    fitting = [row for row in rows if aspect is None or row.aspect in (None, aspect)] or rows
    return tuple(sorted(fitting, key=lambda row: (row.rung, row.order, row.id)))


def stands_on(kb: KnowledgeBase, theme: str, aspect: str | None, partner: Partner) -> tuple[int, ...]:
    """The rungs `partner` stands on for a theme, lowest first; without a responsibility there, its usual one."""
    return tuple(sorted({row.rung for row in duties(kb, theme, aspect, partner)})) or (partner.rung,)


def state_of(acts: Acts) -> tuple[str, Act | None]:
    """Whether a dossier is open, settled or closed after `acts`, and the act that made it so."""
    turns = (ActKind.SETTLED, ActKind.CLOSED, ActKind.REOPENED)
    last = next((act for act in reversed(acts) if act.kind in turns), None)
    if last is None or last.kind is ActKind.REOPENED:
        return _OPEN, None
    return last.kind.value, last


def missing(acts: Acts) -> tuple[int, ...]:
    """The rungs below the third that have not recorded what they must.

    Rung 1: a finding, the frames within the law. Rung 2: a finding, or the answer of a partner.
    """
    found = any(act.kind is ActKind.FOUND and act.rung == 1 for act in acts)
    can = any(act.kind in (ActKind.FOUND, ActKind.ANSWERED) and act.rung == 2 for act in acts)
    return tuple(rung for rung, there in ((1, found), (2, can)) if not there)


def put_to(acts: Iterable[Act], partner: str, rung: int | None = None) -> Acts:
    """The acts that put a question to `partner`, on `rung` or any; on rung 3 it was involved by the first of them."""
    return tuple(act for act in acts if act.puts and act.to == partner and rung in (None, act.rung))


def _not_put(before: Acts, act: Act, partner: str) -> errors.ActRefusedError | None:
    """The error where `partner` acts on a rung without having been asked there."""
    if any(each.kind is ActKind.INVOLVED or act.rung != 3 for each in put_to(before, partner, act.rung)):
        return None
    if act.rung == 3:
        return phrases.act_refused("not-involved", act=act.kind, partner=partner)
    return phrases.act_refused("not-asked", act=act.kind, partner=partner, rung=act.rung or 0)


def _ended(before: Acts, act: Act) -> errors.ActRefusedError | None:
    """The error where the dossier is settled or closed, or where an open one is reopened."""
    state, since = state_of(before)
    if since is None:
        return phrases.act_refused("open", act=act.kind) if act.kind is ActKind.REOPENED else None
    if act.kind is ActKind.REOPENED or (state == _SETTLED and act.kind is ActKind.CLOSED):
        return None
    return phrases.act_refused(state, act=act.kind, day=in_words(since.date))


def in_words(day: datetime.date) -> tuple[str, str]:
    """A day as people write it, in Dutch and in English."""
    return phrases.day(day.isoformat(), "nl"), phrases.day(day.isoformat(), "en")


def conflict(opened: datetime.date, before: Acts, act: Act) -> errors.ActRefusedError | None:
    """What `act` clashes with after the acts `before`; None when it fits."""
    since = before[-1].date if before else opened
    if act.date < since:
        return phrases.act_refused("date", act=act.kind, day=in_words(since))
    if (ended := _ended(before, act)) is not None:
        return ended
    if act.kind is ActKind.FOUND and act.rung == 3:
        if not any(each.kind is ActKind.INVOLVED and each.rung == 3 for each in before):
            return phrases.act_refused("nobody-involved", act=act.kind)
    elif act.kind is ActKind.INVOLVED and act.rung == 3:
        lacking = missing(before)
        if lacking and act.reason is None:
            return phrases.act_refused("gate", act=act.kind, partner=act.to or "", missing=lacking)
    elif act.kind is ActKind.ASKED and act.rung == 3:
        return _not_put(before, act, act.to or "")
    elif act.kind is ActKind.ANSWERED or (act.kind is ActKind.SETTLED and act.rung != 1):
        return _not_put(before, act, act.by)
    elif act.kind is ActKind.CLOSED and act.reason is None and state_of(before)[0] == _OPEN:
        return phrases.act_refused("unanswered", act=act.kind)
    return None


def gate(acts: Acts, partner: Partner, rung: int) -> Gate:
    """Whether it is the turn of `partner`, which stands on `rung`, after `acts`."""
    state = state_of(acts)[0]
    lacking = missing(acts) if rung == 3 else ()
    key = "free" if rung != 3 else "not-yet" if lacking else "worked-out"
    said = [
        phrases.text("gate.ended" if state != _OPEN else f"gate.{key}", lang).format(
            partner=partner.name.get(lang),
            rung=rung,
            missing=phrases.missing_rungs(lacking, lang),
            state=phrases.text(f"state.{state}", lang),
        )
        for lang in phrases.LANGUAGES
    ]
    return Gate(
        partner=partner.id,
        rung=rung,
        in_order=state == _OPEN and not lacking,
        missing=lacking,
        said=LocalizedText(nl=said[0], en=said[1]),
    )
