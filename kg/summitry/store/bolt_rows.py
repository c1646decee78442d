"""Statements to a property graph over Bolt, in a transaction of the caller: rows go there in runs, nodes come back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, LiteralString, Protocol, TypeVar

import neo4j

from summitry.store import bolt_values
from summitry.store.graph_model import Node
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


def chunks(items: Sequence[_Item], size: int = _ROWS) -> Iterator[Sequence[_Item]]:
    """Runs of at most `size` items."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def send(run: Run, text: LiteralString, rows: Sequence[Mapping[str, object]]) -> list[neo4j.Record]:
    """Run a statement for rows; gives what comes back for all of them."""
    return [record for part in chunks(rows) for record in run(text, {"rows": list(part)})]


def ask(run: Run, text: LiteralString, iris: Sequence[str], **parameters: object) -> list[neo4j.Record]:
    """Run a statement for IRIs; gives what comes back for all of them."""
    return [row for part in chunks(iris) for row in run(text, {"iris": list(part), **parameters})]


def read_nodes(run: Run, iris: Sequence[str]) -> Iterator[Node]:
    """The nodes of the IRIs, without the base label."""
    for row in ask(run, statement("read_nodes"), iris):
        labels = tuple(sorted(set(row["labels"]) - {BASE}))
        properties = {key: bolt_values.native(value) for key, value in row["properties"].items()}
        yield Node(row["iri"], labels, properties)  # type: ignore[arg-type]
