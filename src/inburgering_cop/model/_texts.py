"""Texts in two languages, and statements: a text with the places it rests on."""

from __future__ import annotations

import attrs

from inburgering_cop.model import _rules
from inburgering_cop.model._sources import Citation


@attrs.frozen(kw_only=True, repr=False)
class LocalizedText:
    """One text in Dutch and, where it is given, in English.

    `str()` is the Dutch text.

    Attributes:
        nl: The Dutch text.
        en: The English text; None when there is none yet.

    >>> str(LocalizedText(nl="keten", en="chain")), LocalizedText(nl="keten").get("en")
    ('keten', 'keten [nl]')
    """

    nl: str = attrs.field(validator=_rules.free_text)
    en: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))

    def get(self, lang: str) -> str:
        """The text in `lang`; where there is no English, the Dutch with `[nl]` behind it."""
        if lang != "en":
            return self.nl
        return self.en if self.en is not None else f"{self.nl} [nl]"

    def __str__(self) -> str:
        return self.nl

    def __repr__(self) -> str:
        return f"<LocalizedText {self.nl!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Statement:
    """One thing a source says inside a larger record: a working method, a next step, a note.

    Attributes:
        id: Names the statement within its record, so that it can be pointed at.
        text: What is said, in the library's own words.
        partners: Ids of the partners it is about.
        themes: Ids of the themes it is about.
        url: Where it leads, if it leads somewhere; None when no address is given.
        citations: Where it is said, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    text: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    partners: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    themes: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    url: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.url))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Statement {self.id!r}>"
