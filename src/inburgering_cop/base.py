"""The knowledge base: the records, the graph and the drietrapsraket behind one object, and `load` that makes it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import attrs

from inburgering_cop import phrases
from inburgering_cop.keten import (
    Covering,
    DeadlineDate,
    Escalation,
    _covering,
    _filters,
    deadlines,
    escalation,
    graph,
    timeline,
)
from inburgering_cop.keten._agreeing import Roles, agreed
from inburgering_cop.knowledge import Catalogue, Records, read_bundled, read_paths
from inburgering_cop.model import (
    Community,
    FormerMunicipality,
    Group,
    LabourMarketRegion,
    Meeting,
    Municipality,
    Partner,
    Perspective,
    Phase,
    Relation,
    Responsibility,
    Source,
    Theme,
    Tip,
)
from inburgering_cop.search import Hit, HitIndex, ThemeIndex, ThemeMatch, screened

if TYPE_CHECKING:
    import networkx as nx

_Word = TypeVar("_Word", Group, Perspective)
_LAST = 128
_lock = Lock()


def _word(kind: type[_Word], field: str, given: str) -> _Word:
    try:
        return kind(given)
    except ValueError:
        allowed = ", ".join(kind)
        raise phrases.invalid(field, given, wanted=(f"een van: {allowed}", f"one of: {allowed}")) from None


def load(*paths: str | Path, bundled: bool = False) -> KnowledgeBase:
    """The bundled knowledge, or a knowledge base of your own records.

    Args:
        paths: JSON files, or folders whose `.json` files are read in name order. None: the bundled knowledge.
        bundled: Whether the bundled records come along, so that your own may refer to them.

    Returns:
        Without paths the same object every time, from any thread; with paths a new object each call.

    Raises:
        DataError: Anything is wrong in the records; every fault is in it, and nothing is loaded.

    >>> load() is load()
    True
    """
    for path in paths:
        if not str(path).strip():
            wanted = ("het pad van een bestand of map", "the path of a file or folder")
            raise phrases.invalid("path", str(path), wanted=wanted)
    if paths:
        return KnowledgeBase(read_paths([Path(path) for path in paths], bundled=bundled))
    with _lock:
        if not _bundled:
            _bundled.append(KnowledgeBase(read_bundled(), bundled=True))
        return _bundled[0]


@attrs.frozen(eq=False, repr=False)
class KnowledgeBase:
    """What the library knows: every record, read, cross-checked and immutable, and the questions it answers.

    Two knowledge bases are equal only when they are the same object. The bundled one pickles as a reference to
    `load()`.

    Attributes:
        records: The records it works on.
        bundled: Whether it is the bundled knowledge and nothing else.
    """

    records: Records
    bundled: bool = attrs.field(default=False, kw_only=True)

    def __repr__(self) -> str:
        return f"<KnowledgeBase {self.version}, as of {self.as_of.isoformat()}>"

    def __reduce__(self) -> tuple[object, ...]:
        return (load, ()) if self.bundled else (KnowledgeBase, (self.records,))

    @property
    def version(self) -> str:
        """The version of the data, three numbers."""
        return self.records.dataset.version

    @property
    def as_of(self) -> datetime.date:
        """The day until which the data were checked."""
        return self.records.dataset.as_of

    @property
    def communities(self) -> Catalogue[Community]:
        """The communities by id."""
        return self.records.communities

    @property
    def meetings(self) -> Catalogue[Meeting]:
        """The meetings outside the communities, by id."""
        return self.records.meetings

    @property
    def partners(self) -> Catalogue[Partner]:
        """The partners of the keten by id."""
        return self.records.partners

    @property
    def themes(self) -> Catalogue[Theme]:
        """The themes by id."""
        return self.records.themes

    @property
    def tips(self) -> Catalogue[Tip]:
        """The tips by id."""
        return self.records.tips

    @property
    def responsibilities(self) -> Catalogue[Responsibility]:
        """The responsibilities by id."""
        return self.records.responsibilities

    @property
    def relations(self) -> Catalogue[Relation]:
        """The relations by id."""
        return self.records.relations

    @property
    def phases(self) -> Catalogue[Phase]:
        """The phases of the timeline by id; `timeline()` has them in order."""
        return self.records.phases

    @property
    def sources(self) -> Catalogue[Source]:
        """The sources by id."""
        return self.records.sources

    @property
    def municipalities(self) -> Catalogue[Municipality]:
        """The municipalities by code (`GM0599`)."""
        return self.records.municipalities

    @property
    def former_municipalities(self) -> Catalogue[FormerMunicipality]:
        """The gemeenten that have ended since 2000, by the code they had."""
        return self.records.former_municipalities

    @property
    def regions(self) -> Catalogue[LabourMarketRegion]:
        """The labour-market regions by code (`AM22`)."""
        return self.records.regions

    def partner(self, name: str) -> Partner:
        """The partner with this id, name, other name or abbreviation.

        Raises:
            UnknownPartnerError: There is none; the nearest names are in the message.
            AmbiguousNameError: Several answer to the name; they are listed.

        >>> load().partner("Dienst Uitvoering Onderwijs")
        <Partner 'duo'>
        """
        return self.records.partner(name)

    def theme(self, name: str) -> Theme:
        """The theme with this id, label or other name.

        Raises:
            UnknownThemeError: There is none; the nearest names are in the message.
            AmbiguousNameError: Several answer to the name; they are listed.

        >>> load().theme("medische ontheffing")
        <Theme 'ontheffing-medisch'>
        """
        return self.records.theme(name)

    def community(self, name: str) -> Community:
        """The community with this id, name or other name.

        Raises:
            UnknownCommunityError: There is none; the nearest names are in the message.
            AmbiguousNameError: Several answer to the name; they are listed.

        >>> load().community("Rijnmond")
        <Community 'rijnmond'>
        """
        return self.records.community(name)

    def municipality(self, name: str) -> Municipality:
        """The municipality with this name, other name, code (`GM0796`, `0796`) or TOOI URI.

        A name of a gemeente that has ended leads to the one of today.

        Raises:
            UnknownMunicipalityError: There is none; the nearest names are in the message.
            AmbiguousNameError: Several share the name, or it was split up; they are listed.

        >>> load().municipality("0599"), load().municipality("Weesp")
        (<Municipality 'GM0599' 'Rotterdam'>, <Municipality 'GM0363' 'Amsterdam'>)
        """
        return self.records.municipality(name)

    def communities_for(self, municipality: str | Municipality) -> tuple[Covering, ...]:
        """The communities that cover a municipality and how: named before area, then the earliest start.

        Raises:
            UnknownMunicipalityError: There is no such municipality.

        >>> [(found.community.id, found.coverage.value) for found in load().communities_for("Rotterdam")]
        [('rijnmond', 'named'), ('gezinsmigranten', 'named')]
        """
        return _covering.covering(self.records, self._municipality(municipality))

    def partners_for(
        self,
        *,
        municipality: str | Municipality | None = None,
        role: str | None = None,
        community: str | Community | None = None,
        theme: str | Theme | None = None,
    ) -> tuple[Partner, ...]:
        """The partners that every filter given keeps, by id.

        Args:
            municipality: Those at the table of a community that covers it.
            role: Those that stand for this chain role.
            community: Those at its table, the functions its participants send included.
            theme: Those responsible for it, and the organisations that fill a responsible role.

        Raises:
            UnknownNameError: A filter names something that does not exist.
            InvalidValueError: No filter is given.

        >>> [partner.id for partner in load().partners_for(role="taalaanbieder", municipality="Lochem")]
        ['taalaanbieder', 'toptaal-groep']
        """
        self._some_filter("partners", municipality, role, community, theme)
        return _filters.partners(
            self.records,
            municipality=None if municipality is None else self._municipality(municipality),
            role=None if role is None else self.partner(role),
            community=None if community is None else self._community(community),
            theme=None if theme is None else self._theme(theme),
        )

    def tips_for(
        self,
        *,
        theme: str | Theme | None = None,
        partner: str | Partner | None = None,
        community: str | Community | None = None,
        audience: str | None = None,
        perspective: str | Perspective | None = None,
    ) -> tuple[Tip, ...]:
        """The tips that every filter given keeps, by id.

        Args:
            theme: Tips on this theme.
            partner: Tips about this partner.
            community: Tips that came out of this community.
            audience: Tips that speak to this chain role.
            perspective: Tips of professionals or of inburgeraars.

        Raises:
            UnknownNameError: A filter names something that does not exist.
            InvalidValueError: No filter is given, or the perspective is no stored word.

        >>> len(load().tips_for(community="amsterdam", perspective="inburgeraar"))
        5
        """
        self._some_filter("tips", theme, partner, community, audience, perspective)
        return _filters.tips(
            self.records,
            theme=None if theme is None else self._theme(theme),
            partner=partner if partner is None or isinstance(partner, Partner) else self.partner(partner),
            community=None if community is None else self._community(community),
            audience=None if audience is None else self.partner(audience),
            perspective=None if perspective is None else _word(Perspective, "perspective", perspective),
        )

    def search(
        self,
        question: str,
        *,
        kinds: Collection[str] = ("themes", "tips", "partners", "communities"),
        theme: str | Theme | None = None,
        community: str | Community | None = None,
        most: int = 20,
    ) -> tuple[Hit, ...]:
        """The themes, tips, partners and communities that words lead to, best first.

        Args:
            question: What is looked for, in Dutch or English.
            kinds: The catalogues to look in.
            theme: Only this theme, tips on it, and communities that have it.
            community: Only this community and its tips.
            most: How many hits at most, 1 or more.

        Returns:
            Hits with their score and the words that led to them; empty when nothing answers to the words.

        Raises:
            TextRefusedError: The question is blank, too long, or holds a control character or a possible BSN.
            UnknownNameError: The theme or community does not exist.
            InvalidValueError: A kind is none that is searched, or `most` is less than 1.

        >>> load().search("rooster werkgever", kinds=["tips"])[0].record.community
        'midden-limburg'
        """
        return self._hit_index.find(
            question,
            kinds=kinds,
            theme=None if theme is None else self._theme(theme).id,
            community=None if community is None else self._community(community).id,
            most=most,
        )

    def graph(
        self,
        *,
        community: str | Community | None = None,
        theme: str | Theme | None = None,
        municipality: str | Municipality | None = None,
        phase: str | None = None,
    ) -> nx.MultiDiGraph[str]:
        """The keten as a networkx graph, or the part that every filter given keeps; a new graph each call.

        Nodes are partner ids, edge keys are relation ids; see `keten.graph.keten_graph` for the attributes.

        Raises:
            UnknownNameError: A filter names something that does not exist.

        >>> load().graph(community="rijnmond").nodes["duo"]["label_en"]
        'Education Executive Agency (DUO)'
        """
        return graph.keten_graph(
            self.records,
            community=None if community is None else self._community(community),
            theme=None if theme is None else self._theme(theme),
            municipality=None if municipality is None else self._municipality(municipality),
            phase=None if phase is None else self.phases[phase],
        )

    def timeline(self, *, group: str | Group | None = None) -> tuple[Phase, ...]:
        """The phases from arrival to afterwards, in order; with `group`, those that group goes through.

        Raises:
            InvalidValueError: The group is no stored word.

        >>> load().timeline()[0]
        <Phase 'aankomst'>
        """
        return timeline.timeline(self.records, group=None if group is None else _word(Group, "group", group))

    def deadline(self, deadline: str, *, counts_from: datetime.date) -> DeadlineDate:
        """The day a term ends, with the rules applied; the phases of the timeline hold the terms.

        Args:
            deadline: The id of the term.
            counts_from: The day of the event it counts from.

        Raises:
            UnknownRecordError: No phase has a term with this id.
            NoDateError: It is a norm (hours, calls), of which no date can be told.
            InvalidValueError: The day lies before the law came into force, or too far ahead.
        """
        terms = {term.id: term for phase in self.phases.values() for term in phase.deadlines}
        return deadlines.deadline_date(self.records, Catalogue("deadlines", terms)[deadline], counts_from)

    def escalate(
        self,
        question: str | Theme,
        *,
        aspect: str | None = None,
        municipality: str | Municipality | None = None,
        community: str | Community | None = None,
        asker: str | Partner | None = None,
        tried: Collection[int] = (),
    ) -> Escalation:
        """The drietrapsraket for a question: who to turn to, in what order, and why.

        Args:
            question: A theme, its id, or a question as typed. A text that is exactly a theme id is that theme.
            aspect: The side of the theme it is about, by id, label or other name; by default what the question tells.
            municipality: The gemeente it is for, by any of its names or codes.
            community: The community to answer for; by default the one that covers the gemeente.
            asker: Who asks, when that is not the gemeente: a partner by any of its names, such as "werkgever". The
                ladder stays the gemeente's; `route.entry` tells how the asker enters.
            tried: The rungs already tried, such as `{1, 2}`.

        Returns:
            An Escalation: three non-empty steps, who is competent, and what to mind.

        Raises:
            TextRefusedError: The question is blank, too long, or holds a control character or a possible BSN.
            NoMatchError: The question leads to no theme.
            UnknownNameError: The gemeente, the community, the asker or the aspect does not exist.
            AmbiguousNameError: The gemeente can be more than one.
            InvalidValueError: `tried` holds something else than rungs.

        >>> route = load().escalate("ontheffing-medisch", municipality="Rotterdam")
        >>> [referral.partner.id for referral in route.competent]
        ['duo']
        """
        place = None if municipality is None else self._municipality(municipality)
        given_as = municipality if isinstance(municipality, str) else place.name if place else None
        former = self.records.former_municipality(municipality) if isinstance(municipality, str) else None
        table = None if community is None else self._community(community)
        matches: tuple[ThemeMatch, ...]
        if isinstance(question, Theme):
            matches, asked = (ThemeMatch(theme=self._theme(question), score=1.0),), None
        elif question in self.themes:
            matches, asked = (ThemeMatch(theme=self.themes[question], score=1.0),), None
        else:
            asked = screened(question)
            matches = self._remembered(asked)
        if aspect is not None:
            side = self.records.aspect(matches[0].theme.id, aspect)
            matches = (attrs.evolve(matches[0], aspect=side, given=True, sure=True), *matches[1:])
        return escalation.escalate(
            self.records,
            matches,
            question=asked,
            municipality=place,
            given_as=given_as,
            former=former,
            community=table,
            asker=None if asker is None else self.partner(asker.id if isinstance(asker, Partner) else asker),
            tried=tried,
        )

    @cached_property
    def _remembered(self) -> Callable[[str], tuple[ThemeMatch, ...]]:
        """`_matches` of the last questions: who climbs the ladder asks the same again."""
        return lru_cache(_LAST)(self._matches)

    def _matches(self, question: str) -> tuple[ThemeMatch, ...]:
        """The theme and aspect the question is about, and those it may be about instead."""
        asked = self._theme_index.read(question)
        found = agreed(self._roles, self._theme_index.candidates(asked))
        return tuple(self._theme_index.match(each, asked) for each in found)

    @cached_property
    def _hit_index(self) -> HitIndex:
        return HitIndex.of(self.records, self._theme_index.reader.lexicon)

    @cached_property
    def _roles(self) -> Roles:
        return Roles(self.records)

    @cached_property
    def _theme_index(self) -> ThemeIndex:
        return ThemeIndex.of(self.records, bundled=self.bundled)

    def _theme(self, theme: str | Theme) -> Theme:
        return self.themes[theme.id] if isinstance(theme, Theme) else self.theme(theme)

    def _community(self, community: str | Community) -> Community:
        return self.communities[community.id] if isinstance(community, Community) else self.community(community)

    def _municipality(self, municipality: str | Municipality) -> Municipality:
        if isinstance(municipality, Municipality):
            return self.municipalities[municipality.code]
        return self.municipality(municipality)

    def _some_filter(self, catalogue: str, *filters: object) -> None:
        if all(each is None for each in filters):
            wanted = (
                f"minstens één filter; kb.{catalogue} heeft ze allemaal",
                f"at least one filter; kb.{catalogue} holds them all",
            )
            raise phrases.invalid(f"{catalogue}_for()", None, wanted=wanted)


_bundled: list[KnowledgeBase] = []


def escalate(
    question: str | Theme,
    *,
    aspect: str | None = None,
    municipality: str | Municipality | None = None,
    community: str | Community | None = None,
    asker: str | Partner | None = None,
    tried: Collection[int] = (),
) -> Escalation:
    """The drietrapsraket for a question, on the bundled knowledge: `load().escalate(…)`.

    >>> escalate("Mijn klant is langdurig ziek", municipality="Rotterdam").competent[0].partner.id
    'duo'
    """
    return load().escalate(
        question, aspect=aspect, municipality=municipality, community=community, asker=asker, tried=tried
    )
