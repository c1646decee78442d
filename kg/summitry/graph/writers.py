"""networkx graphs as node-link JSON, GraphML and GEXF; the same graph gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeAlias

import networkx as nx
import orjson

AnyGraph: TypeAlias = "nx.Graph[str]"
"""Every class of networkx graphs is a kind of this one."""

SEPARATOR = " | "
"""Between the values of a list, in formats that know no lists."""

_DATE_OF_WRITING = re.compile(rb' lastmodifieddate="[^"]*"')
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def node_link(graph: AnyGraph) -> dict[str, object]:
    """The graph as plain values: `nodes` with `id`, `edges` with `source`, `target` and `key` (networkx node-link)."""
    data: dict[str, object] = nx.node_link_data(graph, edges="edges")
    return data


def to_json(graph: AnyGraph) -> bytes:
    """Node-link JSON, UTF-8; `networkx.node_link_graph(data, edges="edges")` reads it."""
    return orjson.dumps(node_link(graph), option=orjson.OPT_INDENT_2) + b"\n"


def to_graphml(graph: AnyGraph) -> bytes:
    """GraphML, UTF-8; lists become text with ` | ` between the values."""
    out = BytesIO()
    nx.write_graphml_xml(_flat(graph), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def to_gexf(graph: AnyGraph) -> bytes:
    """GEXF 1.2, UTF-8, as Gephi reads it; `name` is the label, `start` and `end` are `first` and `last`.

    GEXF itself keeps the words start and end for the spells of dynamic graphs, which have to be exact dates.
    """
    renamed = _flat(graph, {"start": "first", "end": "last", "name": "label", "type": "class"})
    out = BytesIO()
    nx.write_gexf(renamed, out, encoding="utf-8", prettyprint=True)
    return _DATE_OF_WRITING.sub(b"", out.getvalue())


def _flat(graph: AnyGraph, renamed: Mapping[str, str] | None = None) -> AnyGraph:
    """A copy whose attributes are text, numbers and truth values only, with some of them renamed."""
    names = renamed or {}
    copy: Any = graph.__class__()
    copy.graph.update({key: _scalar(value) for key, value in graph.graph.items()})
    for node, data in graph.nodes(data=True):
        copy.add_node(node, **{names.get(key, key): _scalar(value) for key, value in data.items()})
    edges: Any = graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)  # type: ignore[call-overload]
    for *ends, data in edges:
        copy.add_edge(*ends, **{names.get(key, key): _scalar(value) for key, value in data.items()})
    flat: AnyGraph = copy
    return flat


def _scalar(value: object) -> str | int | float | bool:
    if isinstance(value, int | float | bool):
        return value
    text = SEPARATOR.join(map(str, value)) if isinstance(value, list) else str(value)
    return _NOT_XML.sub("\ufffd", text)
