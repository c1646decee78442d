"""Bringing a projection into a property graph, inside a transaction of the caller: ArcadeDB or Neo4j, over Bolt.

Every node also has the label `Resource`, under which its IRI is indexed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

import neo4j

from summitry.store import bolt_values, follow, graph_growth, project_nodes
from summitry.store.bolt_rows import BASE, Run, ask, chunks, read_nodes, runner, send
from summitry.store.claim_reader import ClaimReader
from summitry.store.follow import Batch
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
from summitry.store.graph_growth import Gains
from summitry.store.graph_model import Node, Relationship
from summitry.store.projection import Projection, project
from summitry.store.registry import Registry
from summitry.store.statements import statement

__all__ = ["Run", "apply", "chunks", "read", "read_nodes", "runner", "show"]


def show(run: Run, batch: Batch, reader: ClaimReader, registry: Registry, *, in_step: bool) -> Changes:
    """Make the graph show a batch of changes; gives what was changed.

    `in_step` says that the graph shows the changes before the batch and no others, so that what is fresh need not be
    looked for in it, nor the claims that the changes leave as they are.
    """
    left = in_step and not batch.moved
    anew = graph_growth.to_read_anew(run, batch.growths, registry, in_step=in_step)
    more = follow.load_facts(reader, anew) if anew else ()
    new = {row.claim.id for row in batch.claims if row.claim.retracted_at is None} if left else None
    projection = project([*batch.entities, *more], batch.articles, registry, new)
    shown = read(run, projection, batch.fresh if in_step else frozenset(), claims=not left)
    gone = (row.claim for row in batch.claims if row.claim.retracted_at is not None)
    found = changes(projection, shown, gone if left else ())
    gains = graph_growth.gains(run, [found for found in batch.growths if found.iri not in anew], registry)
    return _apply(run, projection, found, gains, registry)


def apply(run: Run, projection: Projection, registry: Registry) -> Changes:
    """Make the graph show the projection; gives what was changed."""
    return _apply(run, projection, changes(projection, read(run, projection)), Gains(), registry)


def _apply(run: Run, projection: Projection, found: Changes, gains: Gains, registry: Registry) -> Changes:
    _delete(run, found)
    _write_nodes(run, found.nodes, replace=True)
    stubs = {stub.iri: stub for stub in (*gains.stubs, *needed_stubs(projection, found))}
    _write_nodes(run, list(stubs.values()), replace=False)
    found.claims.extend(gains.claims)
    found.relationships.extend(gains.relationships)
    _write_claims(run, found.claims)
    _write_relationships(run, found.relationships)
    _tidy(run, projection, found, registry)
    return found


def read(run: Run, projection: Projection, fresh: Set[str] = frozenset(), *, claims: bool = True) -> Shown:
    """What the graph shows of the entities of a projection; of `fresh` ones there is no more than a node.

    Without `claims`, those are left out.
    """
    entities = [iri for iri in projection.entities if iri not in fresh]
    named = {node.iri for node in projection.nodes if "Claim" not in node.labels}
    nodes = {node.iri: node for node in read_nodes(run, sorted(named))}
    told = (
        ShownClaim(row["iri"], row["about"], row["source"] or "", bolt_values.native(row["recordedAt"]))
        for row in (ask(run, statement("read_claims"), entities) if claims else ())
    )
    incoming = ask(run, statement("read_incoming"), entities)
    outgoing = ask(run, statement("read_outgoing"), entities, incoming=sorted(INCOMING))
    relationships = [_relationship(row) for row in (*incoming, *outgoing)]
    return Shown(nodes, tuple(told), tuple(relationships))


def _relationship(row: neo4j.Record) -> ShownRelationship:
    properties = {key: bolt_values.native(value) for key, value in row["properties"].items()}
    return ShownRelationship(row["id"], row["type"], row["start"], row["end"], properties)


def _delete(run: Run, found: Changes) -> None:
    by_type: dict[str, list[dict[str, str]]] = defaultdict(list)
    for edge in found.stale_relationships:
        by_type[edge.type].append({"id": edge.id, "start": edge.start, "end": edge.end})
    for kind, rows in by_type.items():
        send(run, statement("delete_relationships", kind), rows)
    for part in chunks(found.stale_claims):
        run(statement("delete_nodes"), {"iris": list(part)})


def _write_nodes(run: Run, nodes: Sequence[Node], *, replace: bool) -> None:
    """Make nodes that are missing; with `replace` also give those that are there these labels and properties."""
    known = {node.iri: node for node in read_nodes(run, [node.iri for node in nodes])}
    _create_nodes(run, [node for node in nodes if node.iri not in known])
    if replace:
        changed = [node for node in nodes if node.iri in known and not same_node(node, known[node.iri])]
        _change_labels(run, changed, known)
        send(run, statement("update_nodes"), [_node_row(node) for node in changed])


def _create_nodes(run: Run, nodes: Sequence[Node]) -> None:
    by_labels: dict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
    for node in nodes:
        by_labels[node.labels].append(_node_row(node))
    for labels, rows in by_labels.items():
        send(run, statement("create_nodes", BASE, *labels), rows)


def _change_labels(run: Run, nodes: Sequence[Node], known: Mapping[str, Node]) -> None:
    stale = ((node.iri, sorted(set(known[node.iri].labels) - set(node.labels))) for node in nodes)
    fresh = ((node.iri, sorted(set(node.labels) - set(known[node.iri].labels))) for node in nodes)
    for name, found in (("remove_labels", stale), ("add_labels", fresh)):
        send(run, statement(name), [{"iri": iri, "labels": labels} for iri, labels in found if labels])


def _write_claims(run: Run, claims: Sequence[NewClaim]) -> None:
    rows = ask(run, statement("known_nodes"), [claim.node.iri for claim in claims])
    known = {row["iri"] for row in rows}
    for name, there in (("create_claims", False), ("link_claims", True)):
        chosen = [claim for claim in claims if (claim.node.iri in known) is there]
        for part in chunks(chosen):
            run(statement(name), {"rows": _claim_rows(part)})


def _write_relationships(run: Run, relationships: Sequence[Relationship]) -> None:
    by_type: dict[str, list[dict[str, object]]] = defaultdict(list)
    for edge in relationships:
        by_type[edge.type].append({"start": edge.start, "end": edge.end, "properties": dict(edge.properties)})
    for kind, rows in by_type.items():
        send(run, statement("create_relationships", kind), rows)


def _tidy(run: Run, projection: Projection, found: Changes, registry: Registry) -> None:
    """What is only referred to becomes a stub; what nothing refers to goes."""
    gone = set(projection.gone())
    stubs = [project_nodes.stub(node.iri, registry) for node in read_nodes(run, sorted(gone))]
    _write_nodes(run, stubs, replace=True)
    for part in chunks(sorted(found.loose)):
        run(statement("delete_orphans"), {"iris": list(part)})


def _node_row(node: Node) -> dict[str, object]:
    return {"iri": node.iri, "properties": dict(node.properties)}


def _claim_rows(claims: Sequence[NewClaim]) -> list[dict[str, object]]:
    """Claims with the same two ends together, so that these are looked for once.

    The time, which takes long to send, is sent once for those that were recorded together.
    """
    groups: dict[tuple[str, str, object], list[dict[str, object]]] = defaultdict(list)
    for claim in claims:
        properties: dict[str, object] = dict(claim.node.properties)
        groups[claim.source, claim.about, properties.pop("recordedAt", None)].append(properties)
    names = ("source", "about", "recordedAt")
    return [{**dict(zip(names, ends, strict=True)), "claims": found} for ends, found in groups.items()]
