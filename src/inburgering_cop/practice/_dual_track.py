"""The right moment for a dual track: the conditions the sources name, as a conversation plan."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.keten import Referral
from inburgering_cop.model import (
    Capacity,
    Citation,
    Community,
    LocalizedText,
    Municipality,
    Partner,
    Relation,
    RelationKind,
    Scope,
    Statement,
    Tip,
)
from inburgering_cop.practice import _dual_conditions as _conditions
from inburgering_cop.practice._dual_conditions import ConditionKind, Row
from inburgering_cop.practice._seats import community_of

_KNOWS = (Capacity.EXECUTES, Capacity.ADVISES, Capacity.INFORMS)
_TELLS = (RelationKind.INFORMS, RelationKind.HANDS_OVER)
_OPEN, _THEME, _INBURGERAAR = "goede-moment", "duale-trajecten", "inburgeraar"


@attrs.frozen(kw_only=True, repr=False)
class Flow:
    """What flows between two partners, with the partners themselves.

    Attributes:
        sender: The partner it comes from.
        receiver: The partner it goes to.
        relation: The record, with what flows and its citations.
    """

    sender: Partner
    receiver: Partner
    relation: Relation

    def __repr__(self) -> str:
        return f"<Flow {self.relation.id!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Condition:
    """One thing the sources name for the right moment of a dual track.

    Attributes:
        id: Names the condition.
        kind: characteristic of the inburgeraar, condition around the track, or agreement between parties.
        question: What to ask, in the library's words.
        said: What the sources say: insights and next steps of Midden-Limburg, and tips; one or more.
        knows: Who knows the answer or carries it out, by the responsibilities.
        tells: What partners tell each other about it, by the relations; the sender knows.
        agree: What partners have to agree on together, by the relations.
        decides: Who decides, the single case before the framework; empty when no one in the data does.
    """

    id: str
    kind: ConditionKind
    question: LocalizedText
    said: tuple[Statement | Tip, ...]
    knows: tuple[Referral, ...]
    tells: tuple[Flow, ...]
    agree: tuple[Flow, ...]
    decides: tuple[Referral, ...]

    def __repr__(self) -> str:
        return f"<Condition {self.id!r}>"

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it is named, each place once."""
        return tuple(dict.fromkeys(citation for each in self.said for citation in each.citations))


@attrs.frozen(kw_only=True, repr=False)
class Conversation:
    """A talk with one partner of the keten, and what it is about.

    Attributes:
        role: The chain role to talk with.
        partners: Who that is here: the organisations that fill the role at the community's table, else the role.
        rung: The rung it stands on for these conditions, the lowest where there are several.
        conditions: What to ask, in the order of the plan.
    """

    role: Partner
    partners: tuple[Partner, ...]
    rung: int
    conditions: tuple[Condition, ...]

    def __repr__(self) -> str:
        return f"<Conversation with {self.role.id!r}: {len(self.conditions)} conditions>"


@attrs.frozen(kw_only=True, repr=False)
class ConversationPlan:
    """What to find out, with whom, before a dual track starts: no score and no verdict.

    Attributes:
        municipality: The gemeente it is for; None when none was given.
        community: The community whose organisations are named; None when no community serves the gemeente, or none
            was given.
        question: The open question of Midden-Limburg, with its source.
        conditions: The conditions, in the order of the plan.
        conversations: With whom to talk: first the inburgeraar, then rung by rung.
        as_of: The day until which the data were checked.
    """

    municipality: Municipality | None
    community: Community | None
    question: Statement
    conditions: tuple[Condition, ...]
    conversations: tuple[Conversation, ...]
    as_of: datetime.date

    def __repr__(self) -> str:
        return f"<ConversationPlan: {len(self.conditions)} conditions, {len(self.conversations)} conversations>"

    def describe(self, *, lang: str = "nl") -> str:
        """The plan as Markdown, in `nl` or `en`.

        Our choice: the form.

        Raises:
            InvalidValueError: The language is another.
        """
        from inburgering_cop.practice._dual_describing import describe

        return describe(self, lang=lang)

    def to_dict(self, *, lang: str = "nl") -> dict[str, Any]:
        """The plan as plain JSON values (format 1); only its texts follow `lang`.

        Our choice: the form.
        """
        from inburgering_cop.practice._dual_describing import as_dict

        return as_dict(self, lang=lang)


def _flows(kb: KnowledgeBase, row: Row, *, told: bool) -> tuple[Flow, ...]:
    """What flows about a condition: what is told, or what is done together."""
    relations = (kb.relations[each] for each in row.relations)
    return tuple(
        Flow(sender=kb.partners[each.sender], receiver=kb.partners[each.receiver], relation=each)
        for each in relations
        if (each.kind in _TELLS) is told
    )


def _referrals(
    kb: KnowledgeBase, row: Row, municipality: Municipality | None, community: Community | None
) -> tuple[Referral, ...]:
    """Whom to turn to by the responsibilities of the row, in its order, as the drietrapsraket refers."""
    found: dict[str, list[Referral]] = {each: [] for each in row.duties}
    for theme in dict.fromkeys(str(kb.responsibilities[each].theme) for each in row.duties):
        route = kb.escalate(kb.themes[theme], municipality=municipality, community=community)
        for referral in route.referrals:
            if referral.responsibility in found:
                found[referral.responsibility].append(referral)
    return tuple(referral for each in found.values() for referral in each)


def _condition(
    kb: KnowledgeBase, row: Row, municipality: Municipality | None, community: Community | None
) -> Condition:
    table = kb.communities[_conditions.COMMUNITY]
    statements = {each.id: each for each in (*table.insights, *table.next_steps)}
    everyone = _referrals(kb, row, municipality, community)
    deciding = [each for each in everyone if each.capacity is Capacity.DECIDES]
    return Condition(
        id=row.id,
        kind=row.kind,
        question=row.question,
        said=tuple(statements.get(each) or kb.tips[each] for each in row.said),
        knows=tuple(each for each in everyone if each.capacity in _KNOWS),
        tells=_flows(kb, row, told=True),
        agree=_flows(kb, row, told=False),
        decides=tuple(sorted(deciding, key=lambda each: each.scope is not Scope.CASE)),
    )


def _conversations(kb: KnowledgeBase, conditions: tuple[Condition, ...]) -> tuple[Conversation, ...]:
    """With whom to talk: who knows, tells, agrees; per chain role what to ask."""
    partners: dict[str, dict[str, Partner]] = {}
    rungs: dict[str, int] = {}
    asks: dict[str, dict[str, Condition]] = {}
    for condition in conditions:
        met = [(each.role, each.partner, each.rung) for each in condition.knows]
        met += [(each.sender.id, each.sender, each.sender.rung) for each in (*condition.tells, *condition.agree)]
        met += [(each.receiver.id, each.receiver, each.receiver.rung) for each in condition.agree]
        for role, partner, rung in met:
            partners.setdefault(role, {})[partner.id] = partner
            rungs[role] = min(rung, rungs.get(role, rung))
            asks.setdefault(role, {})[condition.id] = condition
    found = []
    for role, known in partners.items():
        local = tuple(each for each in known.values() if each.id != role)
        found.append(
            Conversation(
                role=kb.partners[role],
                partners=local or (kb.partners[role],),
                rung=rungs[role],
                conditions=tuple(asks[role].values()),
            )
        )
    return tuple(sorted(found, key=lambda each: (each.role.id != _INBURGERAAR, each.rung)))


def dual_track(
    *,
    municipality: str | Municipality | None = None,
    community: str | Community | None = None,
    kb: KnowledgeBase | None = None,
) -> ConversationPlan:
    """The conditions the sources name for the right moment of a dual track, as a conversation plan.

    Source: cop-midden-limburg, vraag 4, asks which characteristics and conditions show the right moment to combine
    lessons and participation and which parties to agree with, and leaves it open. The conditions are those of that page
    (inleiding, vraag 2, 3 and 4), and on evening lessons also meet-and-greet-coa-gemeenten, Rol en belang
    Participatiewet en Wet Inburgering, bevinding 3. Who knows and who decides are responsibilities and relations of
    the keten, with their own citations. Our choice: the wording of the questions, the sorting into characteristic,
    condition and agreement, which records bear on which condition, and the order of the talks: first the inburgeraar,
    then rung by rung.

    Args:
        municipality: The gemeente it is for, by any of its names; its community's organisations are then named.
        community: The community to name organisations of; by default the one that covers the gemeente.
        kb: What is known; by default the bundled knowledge. It must hold the records of Midden-Limburg.

    Returns:
        The conditions with who knows and who decides, and with whom to talk about what.

    Raises:
        UnknownMunicipalityError: There is no such gemeente.
        UnknownCommunityError: There is no such community.
        AmbiguousNameError: A name can be more than one.
        InvalidValueError: The knowledge lacks the community the conditions come from.

    >>> plan = dual_track(municipality="Roermond")
    >>> plan.conditions[5].question.get("en")
    'Is there childcare in the hours of lessons and participation?'
    >>> [each.partner.id for each in plan.conditions[5].decides]
    ['dienst-toeslagen', 'gemeente', 'gemeente']
    >>> plan.conversations[0]
    <Conversation with 'inburgeraar': 3 conditions>
    """
    kb = load() if kb is None else kb
    place = kb.municipality(municipality) if isinstance(municipality, str) else municipality
    table = community_of(kb, community) if community is not None else None
    if _conditions.COMMUNITY not in kb.communities:
        wanted = phrases.TEXTS["dual-track.knowledge"]
        raise phrases.invalid("kb", kb.version, wanted=wanted)
    conditions = tuple(_condition(kb, row, place, table) for row in _conditions.ROWS)
    asked = kb.escalate(_THEME, municipality=place, community=table)
    source = kb.communities[_conditions.COMMUNITY]
    return ConversationPlan(
        municipality=asked.municipality,
        community=asked.community,
        question=next(each for each in source.next_steps if each.id == _OPEN),
        conditions=conditions,
        conversations=_conversations(kb, conditions),
        as_of=kb.as_of,
    )
