"""The readable property graph of some entities: nodes and relationships, the same for ArcadeDB and Neo4j.

Pure: `project` turns the facts of entities (`facts.py`) and the articles they come from into nodes and relationships
with native property types. Whoever applies it replaces, for each entity of the batch, its node, its claims and the
relationships that it owns (`Relationship.owner`), and merges the stubs: entities that are only referred to.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from summitry.claims import Article, Claim
from summitry.store import project_claims, project_edges, project_nodes
from summitry.store.facts import EntityFacts
from summitry.store.graph_model import Node, Relationship
from summitry.store.registry import Registry

__all__ = ["Node", "Projection", "Relationship", "project"]


@dataclass(frozen=True, slots=True)
class Projection:
    """What a batch of entities looks like in the property graph.

    `entities` are the IRIs that were projected, whether or not something is left of them; `nodes` replace what the
    store has under their IRI; `stubs` are merged: created when missing, left alone otherwise.
    """

    entities: tuple[str, ...]
    nodes: tuple[Node, ...] = ()
    stubs: tuple[Node, ...] = ()
    relationships: tuple[Relationship, ...] = field(default=())

    def gone(self) -> tuple[str, ...]:
        """Entities of which nothing is said any more: deleted, or a stub while something refers to them."""
        present = {node.iri for node in self.nodes}
        return tuple(iri for iri in self.entities if iri not in present)


def project(
    entities: Iterable[EntityFacts],
    articles: Mapping[str, Article],
    registry: Registry,
    claims: Container[str] | None = None,
) -> Projection:
    """Nodes and relationships of the entities.

    `articles` holds the articles (by IRI) that belong to the batch themselves; each becomes a full node, others stubs.
    With `claims` only the claims of these ids are among the nodes.
    """
    batch = list(entities)
    nodes: dict[str, Node] = {}
    relationships: dict[tuple[str, str], Relationship] = {}
    for entity in batch:
        told = [claim for claim in entity.claims if claims is None or claim.id in claims]
        for node in _nodes(entity, told, articles, registry):
            nodes[node.iri] = node
        for edge in _edges(entity, told, registry):
            relationships[edge.type, edge.key] = edge
    ends = {end for edge in relationships.values() for end in (edge.start, edge.end)} - nodes.keys()
    stubs = tuple(project_nodes.stub(iri, registry) for iri in sorted(ends))
    return Projection(tuple(e.iri for e in batch), tuple(nodes.values()), stubs, tuple(relationships.values()))


def _nodes(
    entity: EntityFacts, claims: Iterable[Claim], articles: Mapping[str, Article], registry: Registry
) -> Iterator[Node]:
    article = articles.get(entity.iri)
    if article is not None:
        yield project_nodes.article_node(article, registry)
    elif entity.claims:
        yield project_nodes.entity_node(entity, registry)
    for claim in claims:
        yield project_claims.claim_node(claim, registry)


def _edges(entity: EntityFacts, claims: Iterable[Claim], registry: Registry) -> Iterator[Relationship]:
    yield from project_edges.entity_edges(entity, registry)
    for claim in claims:
        yield from project_claims.claim_edges(claim, entity.iri, registry)
