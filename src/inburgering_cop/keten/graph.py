"""The keten as a networkx graph: partners are nodes, relations are edges, attributes are flat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inburgering_cop.keten._filters import near, responsible_roles, seated
from inburgering_cop.knowledge import Records
from inburgering_cop.model import Community, Municipality, Partner, Phase, Relation, Theme

if TYPE_CHECKING:
    import networkx as nx

    from inburgering_cop.keten._answer import Escalation

    Value = str | int | float | bool

SEPARATOR = " | "


def node(partner: Partner) -> dict[str, Value]:
    """The flat attributes of a partner's node."""
    attributes: dict[str, Value] = {
        "label_nl": partner.name.nl,
        "label_en": partner.name.get("en"),
        "type": partner.type.value,
        "kind": SEPARATOR.join(partner.roles),
        "rung": partner.rung,
        "verified": partner.verified,
    }
    if partner.level:
        attributes["level"] = partner.level.value
    if partner.uri:
        attributes["uri"] = partner.uri
    return attributes


def _edge(relation: Relation) -> dict[str, Value]:
    attributes: dict[str, Value] = {
        "kind": relation.kind.value,
        "flow_nl": relation.flow.nl,
        "flow_en": relation.flow.get("en"),
        "flow_type": relation.flow_type.value,
        "verified": relation.verified,
    }
    if relation.system:
        attributes["system"] = relation.system
    if relation.phases:
        attributes["phases"] = SEPARATOR.join(relation.phases)
    if relation.legal_basis:
        attributes["legal_basis"] = SEPARATOR.join(basis.text for basis in relation.legal_basis)
    return attributes


def _with_roles(records: Records, ids: set[str]) -> set[str]:
    roles = {role for partner in ids for role in records.partners[partner].fills}
    parents = {parent for partner in ids if (parent := records.partners[partner].part_of)}
    return ids | roles | parents


def _ends(relations: Iterable[Relation]) -> set[str]:
    return {end for each in relations for end in (each.sender, each.receiver)}


def _and_who_fills(records: Records, roles: set[str]) -> set[str]:
    return _with_roles(records, roles) | {
        partner.id for partner in records.partners.values() if roles.intersection(partner.fills)
    }


def _in_phase(records: Records, phase: Phase) -> set[str]:
    flows = (each for each in records.relations.values() if phase.id in each.phases)
    return _and_who_fills(records, {actor.partner for actor in phase.actors} | _ends(flows))


def _on_theme(records: Records, theme: Theme) -> set[str]:
    flows = (each for each in records.relations.values() if theme.id in each.themes)
    return _and_who_fills(records, responsible_roles(records, theme) | _ends(flows))


def keten_graph(
    records: Records,
    *,
    community: Community | None = None,
    theme: Theme | None = None,
    municipality: Municipality | None = None,
    phase: Phase | None = None,
) -> nx.MultiDiGraph[str]:
    """The keten, or the part of it that every filter given keeps. A new graph each call, the caller's own.

    Nodes are partner ids with `label_nl label_en type kind level rung verified uri`. Edges are relations, keyed by
    their id, with `kind flow_nl flow_en flow_type system phases legal_basis verified`; besides them `fills` and
    `part_of` edges, keyed `<from>.<kind>.<to>`. An absent value has no attribute; several are joined with ` | `.
    """
    import networkx as nx

    kept = set(records.partners)
    relations = tuple(records.relations.values())
    if phase is not None:
        kept &= _in_phase(records, phase)
        relations = tuple(each for each in relations if not each.phases or phase.id in each.phases)
    if theme is not None:
        kept &= _on_theme(records, theme)
        relations = tuple(each for each in relations if not each.themes or theme.id in each.themes)
    if community is not None:
        kept &= _with_roles(records, seated(community))
    if municipality is not None:
        kept &= near(records, municipality)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title="De keten van de inburgering",
        version=records.dataset.version,
        as_of=records.dataset.as_of.isoformat(),
        licence=records.dataset.licence,
    )
    for partner in records.partners.values():
        if partner.id in kept:
            graph.add_node(partner.id, **node(partner))
    for relation in relations:
        if relation.sender in kept and relation.receiver in kept:
            graph.add_edge(relation.sender, relation.receiver, key=relation.id, **_edge(relation))
    for partner in records.partners.values():
        links = [("fills", role) for role in partner.fills if role != partner.id]
        links += [("part_of", partner.part_of)] if partner.part_of else []
        for kind, other in links:
            if partner.id in kept and other in kept:
                key = f"{partner.id}.{kind}.{other}"
                graph.add_edge(partner.id, other, key=key, kind=kind, verified=partner.verified)
    return graph


def route_graph(route: Escalation) -> nx.MultiDiGraph[str]:
    """The ladder of `route`: the gemeente, an edge to every referral of each rung, keyed by its responsibility."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=route.themes[0].theme.label.nl,
        as_of=route.as_of.isoformat(),
        licence=route.licence,
        theme=route.themes[0].theme.id,
    )
    graph.add_node("gemeente", label_nl="Gemeente", label_en="Gemeente", type="kind", kind="gemeente", rung=1)
    for referral in route.referrals:
        graph.add_node(referral.partner.id, **node(referral.partner))
        graph.add_edge(
            "gemeente",
            referral.partner.id,
            key=f"{referral.responsibility}.{referral.partner.id}",
            kind=referral.capacity.value,
            rung=referral.rung,
            role=referral.role,
            instead=referral.instead,
            why_nl=referral.why.nl,
            why_en=referral.why.get("en"),
            basis=referral.basis.value,
            verified=referral.verified,
            at_table=referral.at_table is not None,
            competent=referral in route.competent,
            **({"theme": referral.theme} if referral.theme else {}),
        )
    return graph
