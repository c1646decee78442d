"""Comparing a property graph with the claims, and naming each difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import neo4j

from summitry.store import graph_writer
from summitry.store.follow import Batch
from summitry.store.graph_changes import changes, same_node
from summitry.store.projection import Projection, project
from summitry.store.property_graph import NAME
from summitry.store.protocol import Difference
from summitry.store.registry import Registry
from summitry.store.statements import statement

_PAGE = 5000


def differences(session: neo4j.Session, batches: Iterable[Batch], registry: Registry) -> Iterator[Difference]:
    """Everything that the graph shows and should not, or should show and does not.

    `batches` hold every entity once, as `follow.all_batches` gives them.
    """
    expected: set[int] = set()
    stubs: dict[str, None] = {}
    for batch in batches:
        projection = project(batch.entities, batch.articles, registry)
        expected.update(hash(node.iri) for node in (*projection.nodes, *projection.stubs))
        stubs.update(dict.fromkeys(stub.iri for stub in projection.stubs))
        yield from session.execute_read(_compare, projection)
    yield from _missing_stubs(session, list(stubs))
    yield from _strays(session, expected)


def _compare(transaction: neo4j.ManagedTransaction, projection: Projection) -> list[Difference]:
    run = graph_writer.runner(transaction)
    found = changes(projection, graph_writer.read(run, projection))
    claims = {node.iri: node for node in projection.nodes if "Claim" in node.labels}
    shown = {node.iri: node for node in graph_writer.read_nodes(run, sorted(claims))}
    wrong = (iri for iri, node in claims.items() if not same_node(node, shown.get(iri)))
    missing = [
        *(f"node {node.iri}" for node in found.nodes),
        *(f"claim {iri}" for iri in dict.fromkeys([*(claim.node.iri for claim in found.claims), *wrong])),
        *(f"({edge.start})-[:{edge.type}]->({edge.end})" for edge in found.relationships),
    ]
    unexpected = [
        *(f"claim {iri}" for iri in found.stale_claims),
        *(f"({edge.start})-[:{edge.type}]->({edge.end})" for edge in found.stale_relationships),
    ]
    kinds = (("missing", missing), ("unexpected", unexpected))
    return [Difference(NAME, kind, what) for kind, texts in kinds for what in texts]


def _missing_stubs(session: neo4j.Session, iris: list[str]) -> Iterator[Difference]:
    for part in graph_writer.chunks(iris):
        rows = session.execute_read(_iris, list(part))
        yield from (Difference(NAME, "missing", f"node {iri}") for iri in part if iri not in rows)


def _iris(transaction: neo4j.ManagedTransaction, wanted: list[str]) -> set[str]:
    return {node.iri for node in graph_writer.read_nodes(graph_writer.runner(transaction), wanted)}


def _strays(session: neo4j.Session, expected: set[int]) -> Iterator[Difference]:
    after = ""
    while page := session.execute_read(_page, after):
        after = page[-1]
        yield from (Difference(NAME, "unexpected", f"node {iri}") for iri in page if hash(iri) not in expected)


def _page(transaction: neo4j.ManagedTransaction, after: str) -> list[str]:
    found = transaction.run(statement("page_of_iris"), {"after": after, "limit": _PAGE})
    return [row["iri"] for row in found]
