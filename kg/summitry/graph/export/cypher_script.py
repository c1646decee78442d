"""The property graph as a Cypher script that an empty Neo4j 5 runs, for example `cypher-shell < graph.cypher`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from summitry.graph.export.whole import Whole
from summitry.store.graph_model import PropertyValue, Relationship
from summitry.store.protocol import Store

ROWS = 200
"""Nodes or relationships of one statement."""

_HEAD = """\
// Written by `summitry export --format cypher`. Runs in an empty Neo4j 5: cypher-shell < this file
CREATE CONSTRAINT summitry_iri IF NOT EXISTS FOR (n:Resource) REQUIRE n.iri IS UNIQUE;
CREATE INDEX summitry_event_start IF NOT EXISTS FOR (n:Event) ON (n.start);
CREATE INDEX summitry_event_name IF NOT EXISTS FOR (n:Event) ON (n.name);
CREATE INDEX summitry_agent_name IF NOT EXISTS FOR (n:Agent) ON (n.name);
CALL db.awaitIndexes(300);
"""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def write(store: Store, out: Path) -> int:
    """Write the script; returns the number of nodes and relationships."""
    whole, count = Whole.of(store), 0
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD)
        nodes = ((":".join(map(_name, ("Resource", *node.labels))), _map(node.properties)) for node in whole.nodes())
        for labels, rows in _batches(nodes):
            count += _statement(file, rows, f"CREATE (n:{labels}) SET n = row")
        edges = ((_name(edge.type), _edge(edge)) for edge in whole.relationships())
        for kind, rows in _batches(edges):
            ends = "MATCH (a:Resource {iri: row.a}) MATCH (b:Resource {iri: row.b})"
            count += _statement(file, rows, f"{ends} CREATE (a)-[r:{kind}]->(b) SET r = row.p")
    return count


def literal(value: PropertyValue) -> str:
    """A value as a Cypher literal."""
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case datetime():
            return f"datetime({_text(value.isoformat())})"
        case date():
            return f"date({_text(value.isoformat())})"
        case list():
            return "[" + ", ".join(literal(item) for item in value) + "]"
        case _:
            return _text(value)


def _statement(file: TextIO, rows: list[str], action: str) -> int:
    file.write("UNWIND [\n  " + ",\n  ".join(rows) + f"\n] AS row {action};\n")
    return len(rows)


def _batches(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Rows of one key together, at most ROWS of them."""
    waiting: defaultdict[str, list[str]] = defaultdict(list)
    for key, row in rows:
        waiting[key].append(row)
        if len(waiting[key]) == ROWS:
            yield key, waiting.pop(key)
    yield from sorted(waiting.items())


def _edge(edge: Relationship) -> str:
    return f"{{a: {_text(edge.start)}, b: {_text(edge.end)}, p: {_map(edge.properties)}}}"


def _map(properties: Mapping[str, PropertyValue]) -> str:
    return "{" + ", ".join(f"{_name(key)}: {literal(value)}" for key, value in sorted(properties.items())) + "}"


def _name(name: str) -> str:
    return name if _NAME.fullmatch(name) else "`" + name.replace("`", "``") + "`"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"'{escaped}'"
