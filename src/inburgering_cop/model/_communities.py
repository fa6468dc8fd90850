"""Communities of practice and meetings: who took part, how they work, what came out."""

from __future__ import annotations

import attrs

from inburgering_cop.model import _rules
from inburgering_cop.model._sources import Citation
from inburgering_cop.model._texts import LocalizedText, Statement
from inburgering_cop.model._words import CommunityKind, Seen, Standing, ThemeStanding


@attrs.frozen(kw_only=True, repr=False)
class Lead:
    """A communitytrekker, as published on the community's page.

    Attributes:
        name: The name as published in the page's own list.
        function: What the page says of the work; None when it says nothing.
        citations: Where the lead is named, one or more.
    """

    name: str = attrs.field(validator=_rules.free_text)
    function: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Lead {self.name!r}>"


@attrs.frozen(kw_only=True, repr=False)
class CommunityTheme:
    """One theme of one community.

    Attributes:
        theme: Id of the Theme it falls under.
        standing: deepened or waiting.
        as_named: What the community itself calls it.
        citations: Where it is named, one or more.
    """

    theme: str = attrs.field(validator=_rules.slug)
    standing: ThemeStanding = attrs.field(validator=_rules.word(ThemeStanding))
    as_named: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<CommunityTheme {self.theme!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Participation:
    """One partner taking part in one community.

    Attributes:
        partner: Id of the Partner.
        standing: How it takes part: standing, on-request, guest, planned, guides or unknown.
        sends: Ids of the functions it sends.
        themes: Ids of the themes that bring it; empty when it comes for all.
        how: What the page says of the way it takes part; None when it says no more than the standing.
        citations: Where it is named, one or more.
    """

    partner: str = attrs.field(validator=_rules.slug)
    standing: Standing = attrs.field(validator=_rules.word(Standing))
    sends: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    themes: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    how: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Participation {self.partner!r}, {self.standing.value}>"


@attrs.frozen(kw_only=True, repr=False)
class Product:
    """Something a community made that others can use.

    Attributes:
        id: Names the product within its community.
        name: What it is called.
        text: What it holds or is for.
        date: When it was shown or came out, as far as known; None when the page does not say.
        themes: Ids of the themes it is about.
        partners: Ids of the partners it was made with.
        reviewed: Whether inburgeraars tested it; None when the page does not say.
        url: Where it is; None when no address is given.
        citations: Where it is named, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    name: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    text: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    date: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.partial_date))
    themes: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    partners: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    reviewed: bool | None = attrs.field(default=None, validator=_rules.maybe(_rules.truth))
    url: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.url))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Product {self.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Event:
    """A meeting, visit, presentation or broadcast in the life of a community.

    Attributes:
        id: Names the event within its community.
        text: What happened or is planned.
        date: When, as far as known; None when the page does not say.
        partners: Ids of the partners involved.
        themes: Ids of the themes it was about.
        citations: Where it is told, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    text: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    date: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.partial_date))
    partners: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    themes: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Event {self.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Community:
    """A community of practice or a related learning network.

    Attributes:
        id: Kebab-case id.
        name: Its name.
        other_names: Other spellings and short forms that `kb.community` also finds it by.
        kind: regional, thematic, national or network.
        seen: How much of its page was read.
        starts: When it started, as far as known (`2022-06`); None when the page does not say.
        ends: When it ended; None when the page does not say or it goes on.
        focus: What it is about.
        area: The area it works in, in words; None for a community without one.
        municipalities: Codes of the municipalities its page names.
        regions: Codes of the labour-market regions whose municipalities its area holds.
        leads: The communitytrekkers as published.
        themes: Themes it deepened or has waiting.
        rhythm: How often it meets; None when the page does not say.
        rhythm_weeks: The number of weeks between meetings; None when the page does not say.
        methods: How it works.
        participations: Who takes part, and how.
        inburgeraars: Whether and how people integrating take part.
        products: What it made.
        next_steps: What it means to do next.
        events: Meetings and visits.
        insights: What it found out on the way that is no tip.
        notes: Where the page disagrees with itself, what it leaves open, where it leads.
        citations: Where it is described, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    name: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    other_names: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    kind: CommunityKind = attrs.field(validator=_rules.word(CommunityKind))
    seen: Seen = attrs.field(validator=_rules.word(Seen))
    starts: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.partial_date))
    ends: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.partial_date))
    focus: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    area: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    municipalities: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.municipality_code))
    regions: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.region_code))
    leads: tuple[Lead, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Lead)))
    themes: tuple[CommunityTheme, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(CommunityTheme)))
    rhythm: Statement | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(Statement)))
    rhythm_weeks: int | None = attrs.field(default=None, validator=_rules.maybe(_rules.between(1, 104)))
    methods: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    participations: tuple[Participation, ...] = attrs.field(
        default=(), validator=_rules.each(_rules.record(Participation))
    )
    inburgeraars: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    products: tuple[Product, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Product)))
    next_steps: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    events: tuple[Event, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Event)))
    insights: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    notes: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Community {self.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Meeting:
    """A single meeting outside the communities, such as the Meet & Greet of COA and gemeenten.

    Attributes:
        id: Kebab-case id.
        name: What it was called.
        other_names: Other spellings that stand on its page.
        date: When, as far as known; `--09-18` where the year is not given.
        municipality: Code of the municipality it was held in; None when the page does not say.
        place: Where it was held, in words; None when the page does not say.
        participants: Who took part, in words.
        organisers: Ids of the partners that organised it.
        regions: Codes of the labour-market regions it was for.
        aims: What it was for.
        requests: What was asked of the participants or the readers.
        insights: What the page states as given, besides the findings (those are tips).
        notes: Where the page disagrees with itself, what it leaves open, where it leads.
        citations: Where it is described, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    name: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    other_names: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    date: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.partial_date))
    municipality: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.municipality_code))
    place: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    participants: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    organisers: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    regions: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.region_code))
    aims: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    requests: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    insights: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    notes: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Meeting {self.id!r}>"
