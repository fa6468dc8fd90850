"""What can happen in a dossier: an act, its kind, and the free text it holds."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any

import attrs

from inburgering_cop import errors, phrases, text
from inburgering_cop.model import _rules
from inburgering_cop.search import screened


class ActKind(StrEnum):
    """What an act is: who works out, asks, answers, involves, settles, closes or reopens."""

    FOUND = "found"
    ASKED = "asked"
    ANSWERED = "answered"
    INVOLVED = "involved"
    SETTLED = "settled"
    CLOSED = "closed"
    REOPENED = "reopened"

    def label(self, lang: str = "nl") -> str:
        """The word for it, in `nl` or `en`.

        Our choice: the words.
        """
        return phrases.text(f"act.{self.value}", lang)


_PUT = (ActKind.ASKED, ActKind.INVOLVED)
_ENDS = (ActKind.CLOSED, ActKind.REOPENED)
LONGEST_TEXT = 2000


def taken(given: str) -> str:
    """`given`, a free text of an act, on one line.

    Raises:
        TextRefusedError: It is blank, too long, or holds a control character or a number that can be a BSN.
    """
    try:
        return screened(given)
    except errors.TextRefusedError as error:
        raise phrases.refused_text(error.reason) from None


def one_line(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """A text for people on one line, of at most 2,000 characters, without a number that can be a BSN."""
    _rules.free_text(None, attribute, value)
    if value != text.plain(value) or len(value) > LONGEST_TEXT:
        wanted = (
            f"een tekst van hoogstens {LONGEST_TEXT} tekens op één regel, met enkele spaties",
            f"a text of at most {LONGEST_TEXT} characters on one line, with single spaces",
        )
        raise phrases.invalid(attribute.name, value, wanted=wanted)


@attrs.frozen(kw_only=True, repr=False)
class Act:
    """One thing that happened to a question on its way up the ladder.

    Attributes:
        kind: found, asked, answered, involved, settled, closed or reopened.
        rung: The rung it belongs to, 1 to 3; None for closed and reopened.
        by: Id of the role or partner that acts: who worked it out, asks, answers, settles, closes.
        to: Id of the partner that is asked or involved; None for all other kinds.
        text: What was worked out, asked, answered or settled, on one line; None for closed and reopened.
        date: The day it happened.
        reason: Why it went ahead, closed without an answer, or reopened; None where nothing had to be explained.
    """

    kind: ActKind = attrs.field(validator=_rules.word(ActKind))
    rung: int | None = attrs.field(default=None, validator=_rules.maybe(_rules.between(1, 3)))
    by: str = attrs.field(validator=_rules.made_up(_rules.slug))
    to: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.made_up(_rules.slug)))
    text: str | None = attrs.field(default=None, validator=_rules.maybe(one_line))
    date: datetime.date = attrs.field(validator=_rules.date)
    reason: str | None = attrs.field(default=None, validator=_rules.maybe(one_line))

    def __attrs_post_init__(self) -> None:
        ends = self.kind in _ENDS
        if (self.rung is None) != ends:
            wanted = ("een trede, en weggelaten bij closed en reopened", "a rung, and left out for closed and reopened")
            raise phrases.invalid("rung", self.rung, wanted=wanted)
        if (self.to is not None) != (self.kind in _PUT):
            wanted = (
                "het id van een partner bij asked en involved, en anders weggelaten",
                "the id of a partner for asked and involved, and left out otherwise",
            )
            raise phrases.invalid("to", self.to, wanted=wanted)
        if (self.text is None) != ends:
            wanted = ("een tekst, en weggelaten bij closed en reopened", "a text, and left out for closed and reopened")
            raise phrases.invalid("text", self.text, wanted=wanted)
        may = (*_ENDS, ActKind.INVOLVED)
        if (self.reason is None and self.kind is ActKind.REOPENED) or (
            self.reason is not None and self.kind not in may
        ):
            wanted = (
                "de reden bij reopened; bij involved en closed mag zij; anders weggelaten",
                "the reason for reopened; for involved and closed it may be there; left out otherwise",
            )
            raise phrases.invalid("reason", self.reason, wanted=wanted)

    def __repr__(self) -> str:
        return f"<Act {self.kind.value} on {self.date.isoformat()} by {self.by!r}>"

    @property
    def puts(self) -> bool:
        """Whether it puts a question to a partner: asked or involved."""
        return self.kind in _PUT
