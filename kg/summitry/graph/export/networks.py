"""The whole graph as one network for Gephi and other tools: agents, events, places and articles; no claims."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import networkx as nx

from summitry.claims import iris
from summitry.graph import writers
from summitry.graph.export.whole import Whole
from summitry.store.graph_model import PropertyValue
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
    for node in whole.nodes():
        if not _LEFT_OUT & set(node.labels) and node.labels:
            exact = next((label for label in node.labels if label not in _GENERAL), node.labels[0])
            values = {key: _plain(value) for key, value in node.properties.items() if key != "iri"}
            graph.add_node(node.iri, **{"name": _title(node.properties, node.iri), **values, "type": exact})
    for edge in whole.relationships():
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
