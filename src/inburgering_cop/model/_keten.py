"""Who does what in the keten: responsibilities, relations, and the phases of the timeline."""

from __future__ import annotations

import attrs

from inburgering_cop import phrases
from inburgering_cop.model import _rules
from inburgering_cop.model._sources import Citation, LegalBasis
from inburgering_cop.model._texts import LocalizedText, Statement
from inburgering_cop.model._words import Capacity, FlowType, Group, RelationKind, Scope, TermUnit


@attrs.frozen(kw_only=True, repr=False)
class Responsibility:
    """What one partner is responsible for on one theme, on one rung of the drietrapsraket.

    Attributes:
        id: Kebab-case id.
        theme: Id of the Theme; None for the general ladder, which serves every theme without records of its own.
        aspect: Id of the theme's Aspect it is about; None when it is about the whole theme.
        partner: Id of the chain role (or body) that is responsible.
        rung: 1 the gemeente itself, 2 together with a partner in the execution, 3 a partner of the keten.
        order: Its place on the rung: 1 is asked first.
        capacity: decides, executes, advises, informs, pays, supervises or is-informed.
        scope: For `decides`: case or framework; otherwise None.
        via: Id of the function that prepares the gemeente's decision; None for other partners.
        background: Whether it is told for the background only: nobody turns to this partner with a case.
        why: Why to turn to this partner here.
        legal_basis: The articles it rests on; empty when it rests on practice.
        verified: Whether the record was held against its sources.
        doubt: What is uncertain about it; None when nothing is.
        citations: Where it is said, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    theme: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    aspect: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    partner: str = attrs.field(validator=_rules.slug)
    rung: int = attrs.field(validator=_rules.between(1, 3))
    order: int = attrs.field(validator=_rules.between(1, 99))
    capacity: Capacity = attrs.field(validator=_rules.word(Capacity))
    scope: Scope | None = attrs.field(default=None, validator=_rules.maybe(_rules.word(Scope)))
    via: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.slug))
    background: bool = attrs.field(default=False, validator=_rules.truth)
    why: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    legal_basis: tuple[LegalBasis, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(LegalBasis)))
    verified: bool = attrs.field(default=True, validator=_rules.truth)
    doubt: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __attrs_post_init__(self) -> None:
        if (self.capacity is Capacity.DECIDES) != (self.scope is not None):
            wanted = (
                "case of framework als de partner beslist, en anders weggelaten",
                "case or framework where the partner decides, and left out otherwise",
            )
            raise phrases.invalid("scope", self.scope, wanted=wanted)
        if self.aspect is not None and self.theme is None:
            wanted = ("weggelaten waar geen thema staat", "left out where there is no theme")
            raise phrases.invalid("aspect", self.aspect, wanted=wanted)

    def __repr__(self) -> str:
        return f"<Responsibility {self.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Relation:
    """Something that flows from one partner to another.

    Attributes:
        id: Kebab-case id; the key of the edge in the graph.
        sender: Id of the partner it comes from.
        receiver: Id of the partner it goes to.
        kind: What the sender does towards the receiver.
        flow: What flows, in words.
        flow_type: information, money, decision or person.
        system: The system it goes through ("TVS"); None when none is named.
        phases: Ids of the phases it happens in; empty: throughout.
        themes: Ids of the themes it serves.
        legal_basis: The articles it rests on; empty when it rests on practice.
        verified: Whether the record was held against its sources.
        doubt: What is uncertain about it; None when nothing is.
        citations: Where it is said, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    sender: str = attrs.field(validator=_rules.slug)
    receiver: str = attrs.field(validator=_rules.slug)
    kind: RelationKind = attrs.field(validator=_rules.word(RelationKind))
    flow: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    flow_type: FlowType = attrs.field(validator=_rules.word(FlowType))
    system: str | None = attrs.field(default=None, validator=_rules.maybe(_rules.free_text))
    phases: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    themes: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.slug))
    legal_basis: tuple[LegalBasis, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(LegalBasis)))
    verified: bool = attrs.field(default=True, validator=_rules.truth)
    doubt: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Relation {self.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Actor:
    """One partner's part in a phase.

    Attributes:
        partner: Id of the Partner.
        does: What it does in the phase.
    """

    partner: str = attrs.field(validator=_rules.slug)
    does: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))

    def __repr__(self) -> str:
        return f"<Actor {self.partner!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Deadline:
    """A term of law, an agreed term, or a norm that belongs to a phase.

    Attributes:
        id: Kebab-case id, unique among all phases.
        what: What must be done within it.
        value: How many units it is.
        unit: days, weeks, months or years for a term; hours or calls for a norm.
        counts_from: The event it is counted from.
        counts_back: Whether it is counted back from that event instead of forward.
        at_most: Whether it is a maximum that may be set shorter.
        by: Id of the partner that must keep it.
        groups: The groups it holds for; empty: for both.
        legal_basis: The articles that set it, the one that sets the term first; empty for an agreement or practice.
        verified: Whether it was held against its sources.
        doubt: What is uncertain about it; None when nothing is.
        citations: Where it stands, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    what: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    value: int = attrs.field(validator=_rules.between(1, 10_000))
    unit: TermUnit = attrs.field(validator=_rules.word(TermUnit))
    counts_from: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    counts_back: bool = attrs.field(default=False, validator=_rules.truth)
    at_most: bool = attrs.field(default=False, validator=_rules.truth)
    by: str = attrs.field(validator=_rules.slug)
    groups: tuple[Group, ...] = attrs.field(default=(), validator=_rules.each(_rules.word(Group)))
    legal_basis: tuple[LegalBasis, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(LegalBasis)))
    verified: bool = attrs.field(default=True, validator=_rules.truth)
    doubt: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Deadline {self.id!r}: {self.value} {self.unit.value}>"


@attrs.frozen(kw_only=True, repr=False)
class Phase:
    """A step of the timeline from arrival to afterwards.

    Attributes:
        id: Kebab-case id.
        order: Its place on the timeline, counted from 1.
        name: What it is called.
        groups: The groups that go through it.
        actors: Who does what in it.
        inputs: What must be there before it.
        outputs: What it leaves behind.
        statements: What the sources say about it besides.
        deadlines: The terms and norms that belong to it.
        systems: Names of the systems used in it.
        verified: Whether the record was held against its sources.
        doubt: What is uncertain about it; None when nothing is.
        citations: Where it is described, one or more.
    """

    id: str = attrs.field(validator=_rules.slug)
    order: int = attrs.field(validator=_rules.between(1, 99))
    name: LocalizedText = attrs.field(validator=_rules.record(LocalizedText))
    groups: tuple[Group, ...] = attrs.field(validator=_rules.each(_rules.word(Group), least=1))
    actors: tuple[Actor, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Actor)))
    inputs: tuple[LocalizedText, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(LocalizedText)))
    outputs: tuple[LocalizedText, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(LocalizedText)))
    statements: tuple[Statement, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Statement)))
    deadlines: tuple[Deadline, ...] = attrs.field(default=(), validator=_rules.each(_rules.record(Deadline)))
    systems: tuple[str, ...] = attrs.field(default=(), validator=_rules.each(_rules.free_text))
    verified: bool = attrs.field(default=True, validator=_rules.truth)
    doubt: LocalizedText | None = attrs.field(default=None, validator=_rules.maybe(_rules.record(LocalizedText)))
    citations: tuple[Citation, ...] = attrs.field(validator=_rules.each(_rules.record(Citation), least=1))

    def __repr__(self) -> str:
        return f"<Phase {self.id!r}>"
