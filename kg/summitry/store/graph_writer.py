"""Bringing a projection into a property graph, inside a transaction of the caller: ArcadeDB or Neo4j, over Bolt.

Every node also has the label `Resource`, under which its IRI is indexed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, LiteralString, Protocol, TypeVar

import neo4j

from summitry.store import bolt_values, project_nodes
from summitry.store.graph_changes import (
    INCOMING,
    Changes,
    NewClaim,
    Shown,
    ShownClaim,
    ShownRelationship,
    changes,
    needed_stubs,
    same_node,
)
from summitry.store.graph_model import Node, Relationship
from summitry.store.projection import Projection
from summitry.store.registry import Registry
from summitry.store.statements import statement

BASE = "Resource"
"""The label that every node has beside its own."""

_ROWS = 5000
_Item = TypeVar("_Item")


class Run(Protocol):
    """A statement goes to the transaction of the caller, its rows come back."""

    def __call__(self, text: LiteralString, parameters: Mapping[str, Any]) -> list[neo4j.Record]:
        """Run a statement with its parameters."""
        ...


def runner(transaction: neo4j.ManagedTransaction | neo4j.Transaction) -> Run:
    """A `Run` in a transaction of the driver."""
    return lambda text, parameters: list(transaction.run(text, dict(parameters)))


def apply(run: Run, projection: Projection, registry: Registry) -> Changes:
    """Make the graph show the projection; gives what was changed."""
    found = changes(projection, read(run, projection))
    _delete(run, found)
    _write_nodes(run, found.nodes, replace=True)
    _write_nodes(run, needed_stubs(projection, found), replace=False)
    _write_claims(run, found.claims)
    _write_relationships(run, found.relationships)
    _tidy(run, projection, found, registry)
    return found


def read(run: Run, projection: Projection) -> Shown:
    """What the graph shows of the entities of a projection."""
    entities = list(projection.entities)
    named = {node.iri for node in projection.nodes if "Claim" not in node.labels}
    nodes = {node.iri: node for node in read_nodes(run, sorted(named))}
    claims = (
        ShownClaim(row["iri"], row["about"], row["source"] or "", bolt_values.native(row["recordedAt"]))
        for row in _rows(run, statement("read_claims"), entities)
    )
    incoming = _rows(run, statement("read_incoming"), entities)
    outgoing = _rows(run, statement("read_outgoing"), entities, incoming=sorted(INCOMING))
    relationships = [_relationship(row) for row in (*incoming, *outgoing)]
    return Shown(nodes, tuple(claims), tuple(relationships))


def read_nodes(run: Run, iris: Sequence[str]) -> Iterator[Node]:
    """The nodes of the IRIs, without the base label."""
    for row in _rows(run, statement("read_nodes"), iris):
        labels = tuple(sorted(set(row["labels"]) - {BASE}))
        properties = {key: bolt_values.native(value) for key, value in row["properties"].items()}
        yield Node(row["iri"], labels, properties)  # type: ignore[arg-type]


def chunks(items: Sequence[_Item], size: int = _ROWS) -> Iterator[Sequence[_Item]]:
    """Runs of at most `size` items."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _rows(run: Run, text: LiteralString, iris: Sequence[str], **parameters: object) -> list[neo4j.Record]:
    return [row for part in chunks(iris) for row in run(text, {"iris": list(part), **parameters})]


def _relationship(row: neo4j.Record) -> ShownRelationship:
    properties = {key: bolt_values.native(value) for key, value in row["properties"].items()}
    return ShownRelationship(row["id"], row["type"], row["start"], row["end"], properties)


def _delete(run: Run, found: Changes) -> None:
    by_type: dict[str, list[dict[str, str]]] = defaultdict(list)
    for edge in found.stale_relationships:
        by_type[edge.type].append({"id": edge.id, "start": edge.start, "end": edge.end})
    for kind, rows in by_type.items():
        _send(run, statement("delete_relationships", kind), rows)
    for part in chunks(found.stale_claims):
        run(statement("delete_nodes"), {"iris": list(part)})


def _write_nodes(run: Run, nodes: Sequence[Node], *, replace: bool) -> None:
    """Make nodes that are missing; with `replace` also give those that are there these labels and properties."""
    known = {node.iri: node for node in read_nodes(run, [node.iri for node in nodes])}
    _create_nodes(run, [node for node in nodes if node.iri not in known])
    if replace:
        changed = [node for node in nodes if node.iri in known and not same_node(node, known[node.iri])]
        _change_labels(run, changed, known)
        _send(run, statement("update_nodes"), [_node_row(node) for node in changed])


def _create_nodes(run: Run, nodes: Sequence[Node]) -> None:
    by_labels: dict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
    for node in nodes:
        by_labels[node.labels].append(_node_row(node))
    for labels, rows in by_labels.items():
        _send(run, statement("create_nodes", BASE, *labels), rows)


def _change_labels(run: Run, nodes: Sequence[Node], known: Mapping[str, Node]) -> None:
    stale = ((node.iri, sorted(set(known[node.iri].labels) - set(node.labels))) for node in nodes)
    fresh = ((node.iri, sorted(set(node.labels) - set(known[node.iri].labels))) for node in nodes)
    for name, found in (("remove_labels", stale), ("add_labels", fresh)):
        _send(run, statement(name), [{"iri": iri, "labels": labels} for iri, labels in found if labels])


def _write_claims(run: Run, claims: Sequence[NewClaim]) -> None:
    known = {node.iri for node in read_nodes(run, [claim.node.iri for claim in claims])}
    for name, there in (("create_claims", False), ("link_claims", True)):
        chosen = [claim for claim in claims if (claim.node.iri in known) is there]
        _send(run, statement(name), [_claim_row(claim) for claim in chosen])


def _write_relationships(run: Run, relationships: Sequence[Relationship]) -> None:
    by_type: dict[str, list[dict[str, object]]] = defaultdict(list)
    for edge in relationships:
        by_type[edge.type].append({"start": edge.start, "end": edge.end, "properties": dict(edge.properties)})
    for kind, rows in by_type.items():
        _send(run, statement("create_relationships", kind), rows)


def _tidy(run: Run, projection: Projection, found: Changes, registry: Registry) -> None:
    """What is only referred to becomes a stub; what nothing refers to goes."""
    gone = set(projection.gone())
    stubs = [project_nodes.stub(node.iri, registry) for node in read_nodes(run, sorted(gone))]
    _write_nodes(run, stubs, replace=True)
    for part in chunks(sorted(found.loose)):
        run(statement("delete_orphans"), {"iris": list(part)})


def _send(run: Run, text: LiteralString, rows: Sequence[Mapping[str, object]]) -> None:
    for part in chunks(rows):
        run(text, {"rows": list(part)})


def _node_row(node: Node) -> dict[str, object]:
    return {"iri": node.iri, "properties": dict(node.properties)}


def _claim_row(claim: NewClaim) -> dict[str, object]:
    return {"properties": dict(claim.node.properties), "source": claim.source, "about": claim.about}
