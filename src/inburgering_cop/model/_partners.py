"""Partners: the nodes of the keten."""

from __future__ import annotations

import datetime

import attrs

from inburgering_cop import phrases
from inburgering_cop.model import _rules
from inburgering_cop.model._sources import Citation
from inburgering_cop.model._texts import LocalizedText
from inburgering_cop.model._words import Level, PartnerType


@attrs.frozen(kw_only=True, repr=False)
class Partner:
    """A party of the keten: a function inside a gemeente, a kind of party, or a real organisation.

    Attributes:
        id: Kebab-case id.
        type: function, kind or organisation.
        name: Its name or label.
        other_names: Abbreviations and other spellings that `kb.partner` also finds it by.
        description: What it does in the keten; None when no source says.
        part_of: Id of the partner it is part of (a function: gemeente); None when it stands on its own.
        fills: Ids of the chain roles an organisation fills; a body that is its own role names itself.
        level: local, regional or national; None when no source says.
        rung: The rung of the drietrapsraket it usually stands on (1 to 3); a responsibility may say otherwise.
        municipality: For a gemeente that takes part somewhere, its code (`GM0599`); otherwise None.
        uri: Its TOOI URI; None when it has none or it was not looked up.
        website: Its address; None when not looked up.
        verified: Whether the record was held against its sources.
        doubt: What is uncertain about it; None when nothing is.
        citations: Where it is named, one or more.
        valid_until: The last day the record holds; None while it holds.
        replaced_by: Id of the record that took its place; None when there is none.
    """

    id: str = attrs.field(validator=_rules.slug)
    type: PartnerType = attrs.field(validator=_rules.word(PartnerType))
    name: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    other_names: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    description: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    part_of: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    fills: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    level: Level | None = attrs.field(default=None, validator=_rules.maybe(_rules.word(Level)))
    rung: int = attrs.field(validator=_rules.between(1, 3))
    municipality: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.municipality_code))
    uri: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.url))
    website: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.url))
    verified: bool = attrs.field(default=True, validator=_rules.truth)
    doubt: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))
    valid_until: datetime.date | None = attrs.field(default=None, validator=_rules.maybe(_rules.date))
    replaced_by: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))

    def __attrs_post_init__(self) -> None:
        if (self.type is PartnerType.ORGANISATION) != bool(self.fills):
            wanted = (
                "minstens één rol voor een organisatie, en geen voor een functie of soort partij",
                "at least one role for an organisation, and none for a function or a kind of party",
            )
            raise phrases.invalid("fills", list(self.fills), wanted=wanted)
        if self.type is PartnerType.FUNCTION and self.part_of is None:
            wanted = ("het id van de partij waar de functie bij hoort", "the id of the party the function belongs to")
            raise phrases.invalid("part_of", self.part_of, wanted=wanted)

    def __repr__(self) -> str:
        return f"<Partner {self.id!r}>"

    @property
    def roles(self) -> tuple[str, ...]:
        """Ids of the chain roles it stands for; for a function or a kind of party that is its own id."""
        return self.fills or (self.id,)
