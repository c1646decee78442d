"""The whole graph as one network for Gephi and other tools: agents, events, places and articles; no claims."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import networkx as nx

from summitry.claims import iris
from summitry.graph import writers
from summitry.graph.export.whole import Whole
from summitry.store.graph_changes import CLAIM_EDGES
from summitry.store.graph_model import PropertyValue, Relationship
from summitry.store.protocol import Store

WRITERS = {"graphml": writers.to_graphml, "gexf": writers.to_gexf}
_LEFT_OUT = frozenset({"Claim", "Office"})
_GENERAL = frozenset({"Agent", "Event", "Leader"})


def write(store: Store, out: Path, *, format: str) -> int:
    """Write the network; returns the number of nodes and edges."""
    graph = network(Whole.of(store))
    out.write_bytes(WRITERS[format](graph))
    return graph.number_of_nodes() + graph.number_of_edges()


def network(whole: Whole) -> nx.MultiDiGraph[str]:
    """Nodes and relationships of the property graph; `type` is the most exact label, `weight` the number of claims."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    edges: list[Relationship] = []
    for part in whole.everything():
        if isinstance(part, Relationship):
            edges += [part] if part.type not in CLAIM_EDGES else []
        elif part.labels and not _LEFT_OUT & set(part.labels):
            exact = next((label for label in part.labels if label not in _GENERAL), part.labels[0])
            values = {key: _plain(value) for key, value in part.properties.items() if key != "iri"}
            graph.add_node(part.iri, **{"name": _title(part.properties, part.iri), **values, "type": exact})
    for edge in edges:
        if edge.start in graph and edge.end in graph:
            values = {key: _plain(value) for key, value in edge.properties.items() if key != "claimIds"}
            claims = edge.properties.get("claimIds", ())
            weight = len(claims) if isinstance(claims, list) else 1
            graph.add_edge(edge.start, edge.end, key=edge.key, relation=edge.type, weight=max(weight, 1), **values)
    return graph


def _title(properties: Mapping[str, PropertyValue], iri: str) -> str:
    return str(properties.get("title") or iris.local_name(iri))


def _plain(value: PropertyValue) -> str | int | float | bool | list[str]:
    """Numbers and truth values as they are, lists as text, everything else as text."""
    if isinstance(value, list):
        return [str(item) for item in value]
    return value if isinstance(value, str | int | float | bool) else value.isoformat()
