"""Where statements come from: sources, places in them, and articles of law."""

from __future__ import annotations

import datetime

import attrs

from inburgering_cop import phrases
from inburgering_cop.model import _rules
from inburgering_cop.model._words import LawRank, Seen


@attrs.frozen(kw_only=True, repr=False)
class Citation:
    """A place in a source.

    Attributes:
        source: Id of the Source.
        place: The question, tip number, heading or article, as the source itself counts or names it.
    """

    source: str = attrs.field(validator=_rules.slug)
    place: str = attrs.field(validator=_rules.free_text)

    def __repr__(self) -> str:
        return f"<Citation {self.source!r}, {self.place!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Source:
    """A document that statements rest on: a web page, a table, or a law.

    Attributes:
        id: Kebab-case id.
        title: Title as published (a name, so in one language).
        publisher: Who published it.
        url: Its address; None when it is not known.
        retrieved: The day its text was last read for this library.
        seen: Whether the whole of it was read.
        abbreviation: For a law, how it is cited ("Wi2021"); None for other sources.
        bwb: For a law, its number in the Basiswettenbestand; None for other sources.
        rank: For a law, who set it: act, order-in-council or ministerial-regulation; None when it is not recorded.
        in_force: For a law, the day it came into force; None when it is not recorded.
        preceded_by: For a law, the law that held before that day; None when it is not recorded.
        licence: The licence it is published under; None when it is not stated.
        note: Doubt or limits of the source, in Dutch; None when there are none.
    """

    id: str = attrs.field(validator=_rules.slug)
    title: str = attrs.field(validator=_rules.free_text)
    publisher: str = attrs.field(validator=_rules.free_text)
    url: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.url))
    retrieved: datetime.date = attrs.field(validator=_rules.date)
    seen: Seen = attrs.field(default=Seen.WHOLE, validator=_rules.word(Seen))
    abbreviation: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    bwb: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.bwb))
    rank: LawRank | None = attrs.field(default=None, validator=_rules.maybe(_rules.word(LawRank)))
    in_force: datetime.date | None = attrs.field(default=None, validator=_rules.maybe(_rules.date))
    preceded_by: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    licence: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    note: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))

    def __attrs_post_init__(self) -> None:
        if (self.bwb is None) != (self.abbreviation is None):
            wanted = (
                "een afkorting bij een wet, en alleen daar (bwb en abbreviation horen bij elkaar)",
                "an abbreviation for a law, and only there (bwb and abbreviation go together)",
            )
            raise phrases.invalid("abbreviation", self.abbreviation, wanted=wanted)

    def __repr__(self) -> str:
        return f"<Source {self.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class LegalBasis:
    """An article of a law that a statement rests on.

    Attributes:
        law: Id of the Source that is the law.
        article: Article number as printed ("5", "2.7", "bijlage 1").
        paragraph: Paragraph (lid) within the article; None when the whole article is meant.
        text: How it is cited: "Wi2021 art. 5 lid 1".
        jci: Its Juriconnect link; `https://wetten.overheid.nl/` before it makes an address.
        checked: Whether the article was read for this statement.
    """

    law: str = attrs.field(validator=_rules.slug)
    article: str = attrs.field(validator=_rules.article)
    paragraph: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.paragraph))
    text: str = attrs.field(validator=_rules.free_text)
    jci: str = attrs.field(validator=_rules.jci)
    checked: bool = attrs.field(default=True, validator=_rules.truth)

    def __attrs_post_init__(self) -> None:
        number = self.article.removeprefix("bijlage ")
        part = "bijlage" if number != self.article else "artikel"
        ending = f"&{part}={number}" + (f"&lid={self.paragraph}" if self.paragraph else "")
        if self.jci.partition("&")[1:] != ("&", ending[1:]):
            wanted = (f"een verwijzing die eindigt op '{ending}'", f"a link that ends in '{ending}'")
            raise phrases.invalid("jci", self.jci, wanted=wanted)

    def __repr__(self) -> str:
        return f"<LegalBasis {self.text!r}>"

    @property
    def url(self) -> str:
        """The address of the article on wetten.overheid.nl."""
        return f"https://wetten.overheid.nl/{self.jci}"
