"""Where a dossier stands: as a whole, and rung by rung."""

from __future__ import annotations

from enum import StrEnum

import attrs

from inburgering_cop import phrases
from inburgering_cop.practice._acts import Act, ActKind


class DossierState(StrEnum):
    """Where a dossier stands: being worked on, answered, or laid aside."""

    OPEN = "open"
    SETTLED = "settled"
    CLOSED = "closed"

    def label(self, lang: str = "nl") -> str:
        """The word for it, in `nl` or `en`.

        Our choice: the words.
        """
        return phrases.text(f"state.{self.value}", lang)


@attrs.frozen(kw_only=True, repr=False)
class RungState:
    """What happened on one rung of a dossier.

    Attributes:
        rung: 1 the gemeente itself, 2 with a partner in the execution, 3 with a partner of the keten.
        found: What the gemeente worked out, in order.
        asked: What was asked of whom, involving a partner included, in order.
        answered: What was answered, in order.
        waiting: Ids of the partners that were asked and have not answered since, in order.
        done: Whether the rung has what it is for: on rung 1 a finding (the frames within the law); on rungs 2 and 3 a
            finding or an answer.
    """

    rung: int
    found: tuple[Act, ...]
    asked: tuple[Act, ...]
    answered: tuple[Act, ...]
    waiting: tuple[str, ...]
    done: bool

    def __repr__(self) -> str:
        return f"<RungState {self.rung}: {'done' if self.done else 'not done'}>"


def rung_state(acts: tuple[Act, ...], rung: int) -> RungState:
    """What `acts` amount to on `rung`."""
    found, asked, answered = [], [], []
    waiting: dict[str, None] = {}
    for act in acts:
        if act.rung != rung:
            continue
        if act.kind is ActKind.FOUND:
            found.append(act)
        elif act.kind is ActKind.ANSWERED:
            answered.append(act)
            waiting.pop(act.by, None)
        elif act.to is not None:
            asked.append(act)
            waiting[act.to] = None
    return RungState(
        rung=rung,
        found=tuple(found),
        asked=tuple(asked),
        answered=tuple(answered),
        waiting=tuple(waiting),
        done=bool(found or (answered and rung != 1)),
    )
