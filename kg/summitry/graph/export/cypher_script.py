"""The property graph as a Cypher script that an empty Neo4j 5 runs, for example `cypher-shell < graph.cypher`."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import TextIO

from summitry.graph.export.whole import Whole
from summitry.store.graph_model import Node, PropertyValue, Relationship
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
_ENDS = "MATCH (a:Resource {iri: row.a}) MATCH (b:Resource {iri: row.b})"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def write(store: Store, out: Path) -> int:
    """Write the script, nodes before relationships; returns their number."""
    with out.open("w", encoding="utf-8", newline="\n") as script, TemporaryFile("w+", encoding="utf-8") as later:
        script.write(_HEAD)
        nodes, edges = _Statements(script), _Statements(later)
        for part in Whole.of(store).everything():
            if isinstance(part, Node):
                labels = ":".join(map(_name, ("Resource", *part.labels)))
                nodes.add(f"CREATE (n:{labels}) SET n = row", _map(part.properties))
            else:
                edges.add(f"{_ENDS} CREATE (a)-[r:{_name(part.type)}]->(b) SET r = row.p", _edge(part))
        count = nodes.finish() + edges.finish()
        later.seek(0)
        shutil.copyfileobj(later, script)
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


class _Statements:
    """Gathers rows of one action and writes ROWS of them as one statement."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._waiting: defaultdict[str, list[str]] = defaultdict(list)
        self._count = 0

    def add(self, action: str, row: str) -> None:
        """Take a row."""
        self._waiting[action].append(row)
        self._count += 1
        if len(self._waiting[action]) == ROWS:
            self._write(action)

    def finish(self) -> int:
        """Write what is left; returns the number of rows in all."""
        for action in sorted(self._waiting):
            self._write(action)
        return self._count

    def _write(self, action: str) -> None:
        rows = ",\n  ".join(self._waiting.pop(action))
        self._file.write(f"UNWIND [\n  {rows}\n] AS row {action};\n")


def _edge(edge: Relationship) -> str:
    return f"{{a: {_text(edge.start)}, b: {_text(edge.end)}, p: {_map(edge.properties)}}}"


def _map(properties: Mapping[str, PropertyValue]) -> str:
    return "{" + ", ".join(f"{_name(key)}: {literal(value)}" for key, value in sorted(properties.items())) + "}"


def _name(name: str) -> str:
    return name if _NAME.fullmatch(name) else "`" + name.replace("`", "``") + "`"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"'{escaped}'"
