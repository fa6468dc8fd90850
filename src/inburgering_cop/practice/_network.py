"""The networks behind the bridges: communities with their organisations, and the keten with what flows in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inburgering_cop.base import KnowledgeBase, load
from inburgering_cop.model import Community, PartnerType
from inburgering_cop.practice._bridges import Bridge, Bridges, CutPoint, LooseEnd
from inburgering_cop.practice._seats import TableSeat, firmest

if TYPE_CHECKING:
    import networkx as nx

    Node = tuple[str, str]


def _loose_from(graph: nx.Graph[Any], node: object) -> list[set[Any]]:
    """The parts of what `node` holds together that come loose without it: all but the largest, of equals the first."""
    import networkx as nx

    held = next(part for part in nx.connected_components(graph) if node in part)
    rest = graph.subgraph(held - {node})
    parts = sorted(nx.connected_components(rest), key=lambda part: (-len(part), sorted(part)))
    return parts[1:]


def _at_tables(kb: KnowledgeBase) -> dict[str, list[TableSeat]]:
    """Every seat of each partner, under its own id; a function's are those it is sent to as well."""
    found: dict[str, dict[str, TableSeat]] = {}
    for community in kb.communities.values():
        for each in community.participations:
            for partner in (each.partner, *each.sends):
                seat = TableSeat(
                    community=community,
                    participation=each,
                    partner=kb.partners[each.partner],
                    role=kb.partners[partner],
                )
                if partner == each.partner or community.id not in found.get(partner, {}):
                    found.setdefault(partner, {})[community.id] = seat
    return {partner: list(found[partner].values()) for partner in sorted(found)}


def _tables(kb: KnowledgeBase, seated: dict[str, list[TableSeat]]) -> nx.Graph[Node]:
    """Communities and the organisations at their tables; roles aside, which are no shared party."""
    import networkx as nx

    graph: nx.Graph[Node] = nx.Graph()
    graph.add_nodes_from(("community", each) for each in kb.communities)
    for partner, seats in seated.items():
        if kb.partners[partner].type is PartnerType.ORGANISATION:
            graph.add_edges_from((("partner", partner), ("community", seat.community.id)) for seat in seats)
    return graph


def _connecting(kb: KnowledgeBase, seated: dict[str, list[TableSeat]], graph: nx.Graph[Node]) -> list[Bridge]:
    import networkx as nx

    holding = set(nx.articulation_points(graph))
    found = []
    for partner, seats in seated.items():
        if len(seats) > 1:
            node = ("partner", partner)
            loose = {each for part in _loose_from(graph, node) for each in part} if node in holding else set()
            communities = tuple(kb.communities[key] for kind, key in sorted(loose) if kind == "community")
            found.append(Bridge(partner=kb.partners[partner], seats=firmest(seats), only_link_of=communities))
    return sorted(found, key=lambda each: (-len(each.seats), each.partner.id))


def _alone(kb: KnowledgeBase, graph: nx.Graph[Node]) -> tuple[Community, ...]:
    """The communities none of whose organisations sits anywhere else."""
    return tuple(
        each
        for each in kb.communities.values()
        if all(len(graph[partner]) == 1 for partner in graph[("community", each.id)])
    )


def _keten(kb: KnowledgeBase) -> nx.Graph[str]:
    """The partners that something flows to or from, and who has to do with whom; the direction aside."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((each.sender, each.receiver) for each in kb.relations.values() if each.sender != each.receiver)
    return graph


def _cut_points(kb: KnowledgeBase, graph: nx.Graph[str]) -> tuple[CutPoint, ...]:
    import networkx as nx

    found = []
    for partner in nx.articulation_points(graph):
        loose = sorted(each for part in _loose_from(graph, partner) for each in part)
        found.append(CutPoint(partner=kb.partners[partner], cut_off=tuple(kb.partners[each] for each in loose)))
    return tuple(sorted(found, key=lambda each: (-len(each.cut_off), each.partner.id)))


def _loose_ends(kb: KnowledgeBase, graph: nx.Graph[str]) -> tuple[LooseEnd, ...]:
    found = []
    for partner in sorted(graph):
        others = list(graph[partner])
        if len(others) == 1:
            ends = {partner, others[0]}
            between = tuple(each for each in kb.relations.values() if {each.sender, each.receiver} == ends)
            found.append(LooseEnd(partner=kb.partners[partner], through=kb.partners[others[0]], relations=between))
    return tuple(found)


def bridges(*, kb: KnowledgeBase | None = None) -> Bridges:
    """The partners that connect communities, and the weak spots of the network.

    Source: who sits at which table and what flows between partners are records with citations of their own; that a
    network is worth it for the ties it makes stands in cop-achterhoek, vraag 3, tip 1, and cop-midden-limburg, vraag 1.
    Our choice: the measure. Communities are tied by the organisations at their tables, guests and the invited included;
    the keten is tied by what flows between its partners, whatever the direction. Weak are the articulation points of
    those two networks, and the partners with one neighbour, as networkx finds them. Without an articulation point all
    but the largest of what is left has come loose. Who has no relation in the data is not in that network.

    Args:
        kb: What is known; by default the bundled knowledge.

    Returns:
        The partners at more than one table, what would come loose without them, and the weak spots of the keten.

    >>> found = bridges()
    >>> [each.partner.id for each in found.organisations][:2]
    ['szw', 'coa']
    >>> found.cut_points[0].partner.id
    'gemeente'
    """
    kb = load() if kb is None else kb
    seated = _at_tables(kb)
    tables, keten = _tables(kb, seated), _keten(kb)
    found = _connecting(kb, seated, tables)
    return Bridges(
        organisations=tuple(each for each in found if each.partner.type is PartnerType.ORGANISATION),
        roles=tuple(each for each in found if each.partner.type is not PartnerType.ORGANISATION),
        apart=_alone(kb, tables),
        cut_points=_cut_points(kb, keten),
        loose_ends=_loose_ends(kb, keten),
        as_of=kb.as_of,
    )
