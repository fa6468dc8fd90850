"""Themes people ask about, and the tips on them."""

from __future__ import annotations

import attrs

from inburgering_cop import phrases
from inburgering_cop.model import _rules
from inburgering_cop.model._sources import Citation
from inburgering_cop.model._texts import LocalizedText
from inburgering_cop.model._words import Perspective, TipKind


@attrs.frozen(kw_only=True, repr=False)
class Aspect:
    """One side of a theme on which somebody else may be competent.

    Attributes:
        id: Kebab-case id, unique within its theme.
        label: What people call it.
        other_names: Other words for it.
        asked_as: How people put it when they ask; search learns from it.
    """

    id: str = attrs.field(validator=_rules.slug)
    label: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    other_names: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    asked_as: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))

    def __repr__(self) -> str:
        return f"<Aspect {self.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Theme:
    """A topic people ask about.

    Attributes:
        id: Kebab-case id.
        label: Its name.
        other_names: Other names and abbreviations it is asked by, Dutch or English.
        asked_as: How people put it when they ask about the theme as a whole; search learns from it.
        definition: What falls under it.
        broader: Id of the theme it falls under; None when it stands on its own.
        aspects: Its sides, where they have different competent partners.
        ggm: The object type of the Gemeentelijk Gegevensmodel (2.5.1) nearest to it ("PIP"); None when none is.
        verified: Whether the record was held against its sources.
        doubt: What is uncertain about it; None when nothing is.
        citations: Where it is raised, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    label: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    other_names: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    asked_as: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    definition: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    broader: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    aspects: tuple[Aspect, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Aspect)))
    ggm: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    verified: bool = attrs.field(default=True, validator=_rules.truth)
    doubt: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Theme {self.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Tip:
    """Advice, a finding or a call for action that came out of a community or a meeting.

    Attributes:
        id: Kebab-case id.
        kind: tip, finding or call.
        text: What is advised or found, in the library's own words.
        community: Id of the community it came out of; None when a meeting is named.
        meeting: Id of the meeting it came out of; None when a community is named.
        perspective: Whose voice it is: professional or inburgeraar.
        audience: Ids of the chain roles it speaks to.
        themes: Ids of the themes it is about.
        partners: Ids of the partners it is about.
        date: When it was given, as far as known (`2024-03`); None when the source does not say.
        within: Id of the larger tip it stands in; None when it stands on its own.
        rungs: For advice on the drietrapsraket itself, the rungs it is about: it then fits them for every theme.
        verified: Whether the record was held against its source.
        doubt: What is uncertain about it; None when nothing is.
        citations: Where it stands, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    kind: TipKind = attrs.field(default=TipKind.TIP, validator=_rules.word(TipKind))
    text: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    community: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    meeting: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    perspective: Perspective = attrs.field(validator=_rules.word(Perspective))
    audience: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    themes: tuple[str, ...] = attrs.field(validator=_rules.each(_rules.slug, least=1))
    partners: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    date: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.partial_date))
    within: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    rungs: tuple[int, ...] = attrs.field(default=(), validator=_rules.each(_rules.between(1, 3)))
    verified: bool = attrs.field(default=True, validator=_rules.truth)
    doubt: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __attrs_post_init__(self) -> None:
        if (self.community is None) == (self.meeting is None):
            wanted = ("of een community, of een meeting", "either a community or a meeting")
            raise phrases.invalid("community", self.community, wanted=wanted)

    def __repr__(self) -> str:
        return f"<Tip {self.id!r}>"
