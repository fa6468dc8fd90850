"""What `escalate` answers: three steps, each with its referrals, and who can settle the matter."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import attrs

from inburgering_cop import text
from inburgering_cop.model import (
    Basis,
    Capacity,
    Citation,
    Community,
    Coverage,
    FormerMunicipality,
    LegalBasis,
    LocalizedText,
    Municipality,
    Participation,
    Partner,
    Relation,
    Scope,
    Tip,
)
from inburgering_cop.search import ThemeMatch

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen(kw_only=True, repr=False)
class Referral:
    """One partner to turn to on one rung, and why.

    Attributes:
        partner: The partner: a function, a role, a body, or a local organisation that fills the role.
        role: Id of the chain role it stands for here.
        role_name: What that role is called.
        rung: 1, 2 or 3.
        theme: Id of the theme it is on; None for the general ladder, which holds for every theme.
        instead: Whether it is on another theme the question may be about, one of the route's `alternatives`.
        capacity: decides, executes, advises, informs, pays, supervises or is-informed.
        scope: For `decides`: case or framework; otherwise None.
        aspect: Id of the aspect of the theme it is about; None for the whole theme.
        aspect_name: What that aspect is called; None for the whole theme.
        stands: Why it stands on this rung, in the library's words.
        why: Why to turn to it here, in the words of the data.
        legal_basis: The articles it rests on; empty when it rests on practice.
        citations: Where it is said.
        basis: specific to the theme, or from the general ladder.
        at_table: Its Participation in the route's community; None when it does not sit there.
        via: The function that prepares the gemeente's decision; None for other partners.
        verified: Whether the responsibility behind it, and what is known of the partner, were held against sources.
        doubt: What is uncertain about the one or the other; None when nothing is.
        responsibility: Id of the Responsibility it comes from.
    """

    partner: Partner
    role: str
    role_name: LocalizedText
    rung: int
    theme: str | None
    instead: bool = False
    capacity: Capacity
    scope: Scope | None
    aspect: str | None
    aspect_name: LocalizedText | None
    stands: LocalizedText
    why: LocalizedText
    legal_basis: tuple[LegalBasis, ...]
    citations: tuple[Citation, ...]
    basis: Basis
    at_table: Participation | None
    via: Partner | None
    verified: bool
    doubt: LocalizedText | None
    responsibility: str

    def __repr__(self) -> str:
        return f"<Referral {self.partner.id!r} {self.capacity.value} on rung {self.rung}>"


@attrs.frozen(kw_only=True, repr=False)
class Step:
    """One rung of the drietrapsraket.

    Attributes:
        rung: 1 the gemeente itself, 2 with a partner in the execution, 3 with a partner of the keten.
        guiding_question: The question Rijnmond asks on this rung.
        referrals: Who to turn to, first first; never empty. After them, where the question may be about another theme,
            who can settle that one (`instead`).
        background: Who stands behind the rules; told for the background, nobody turns there with a case.
        tips: The tips that fit, those of the route's community first.
        before_next: What must be known before moving on.
    """

    rung: int
    guiding_question: LocalizedText
    referrals: tuple[Referral, ...]
    background: tuple[Referral, ...]
    tips: tuple[Tip, ...]
    before_next: LocalizedText

    def __repr__(self) -> str:
        return f"<Step {self.rung}: {len(self.referrals)} referrals>"


@attrs.frozen(kw_only=True, repr=False)
class Entry:
    """How someone outside the gemeente enters: the ladder itself stays the gemeente's.

    Attributes:
        asker: Who asks: a partner of the keten.
        said: The way in, in one or two sentences.
        relations: The relations on this theme it rests on; empty when the data know of none.
    """

    asker: Partner
    said: LocalizedText
    relations: tuple[Relation, ...]

    def __repr__(self) -> str:
        return f"<Entry of {self.asker.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Escalation:
    """The answer to a question: the drietrapsraket for its theme, for one gemeente or for any.

    Attributes:
        question: The question as typed; None when a theme was given.
        themes: The theme the answer is about, with the words that led there.
        municipality: The gemeente it is for; None when none was given.
        given_as: The gemeente as it was given; None when none was.
        former: The gemeente that has ended by whose name it was given; None when it was given by one of today.
        community: The community whose table serves it; None when no community does.
        coverage: How that community covers the gemeente; None without a gemeente or a community.
        nearest: Where no community covers the gemeente, the nearest regional one; None otherwise.
        steps: The three steps, rung = index + 1.
        competent: Who can settle the matter, best first, whatever their rung; never empty.
        entry: How the asker enters; None when none was given, or it is the gemeente itself.
        alternatives: Other themes the question may be about, best first; who can settle them stands last on its rung.
        tried: The rungs already tried, in order.
        next_step: The first rung not tried; None when all are.
        warnings: What to mind about this answer.
        as_of: The day until which the data were checked.
        licence: The licence of the data.
    """

    question: str | None
    themes: tuple[ThemeMatch, ...]
    municipality: Municipality | None
    given_as: str | None
    former: FormerMunicipality | None
    community: Community | None
    coverage: Coverage | None
    nearest: Community | None
    steps: tuple[Step, Step, Step]
    competent: tuple[Referral, ...]
    entry: Entry | None
    alternatives: tuple[ThemeMatch, ...]
    tried: tuple[int, ...]
    next_step: int | None
    warnings: tuple[LocalizedText, ...]
    as_of: datetime.date
    licence: str

    def __repr__(self) -> str:
        place = f" in {self.municipality.name}" if self.municipality else ""
        return f"<Escalation {self.themes[0].theme.id!r}{place}>"

    def _repr_markdown_(self) -> str:
        """What a notebook shows: the whole answer, in Dutch, with what looks like HTML or code as text."""
        return text.in_markdown(self.describe())

    @property
    def referrals(self) -> tuple[Referral, ...]:
        """The referrals of all three steps, in order."""
        return tuple(referral for step in self.steps for referral in step.referrals)

    def side_of(self, referral: Referral) -> LocalizedText | None:
        """The name of the side of a theme that `referral` is about; None for the side asked and the whole theme."""
        asked = self.themes[0].aspect
        own = asked is not None and not referral.instead and referral.aspect == asked.id
        return None if own else referral.aspect_name

    def describe(self, *, lang: str = "nl") -> str:
        """The whole answer as text, in `nl` or `en`.

        Raises:
            InvalidValueError: The language is another.
        """
        from inburgering_cop.keten._describing import describe

        return describe(self, lang=lang)

    def to_dict(self, *, lang: str = "nl") -> dict[str, Any]:
        """The answer as plain JSON values (format 1); only its texts follow `lang`, never ids or stored words."""
        from inburgering_cop.keten._json import as_dict

        return as_dict(self, lang=lang)

    def graph(self) -> nx.MultiDiGraph[str]:
        """The ladder as a graph: the gemeente, and an edge to every referral of each rung. A new graph each call."""
        from inburgering_cop.keten.graph import route_graph

        return route_graph(self)
