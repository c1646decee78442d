"""A store as it was after some change: the same questions, answered from what was known then.

Nothing is deleted from the log, so its past is a matter of looking at it: temporary views of SQLite take the place of
the tables and leave out what came later. The facts are then worked out by the same code as those of today, into an RDF
dataset of its own, and for Cypher into a property graph of its own. Both are made when they are first asked for.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import threading
import weakref
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import ClassVar, Literal

import pyoxigraph as ox

from summitry.store import imported, oxigraph_view, property_graph, quads, vocabularies
from summitry.store.connections import Connections
from summitry.store.from_log import FromLog
from summitry.store.log_reader import LogReader
from summitry.store.log_segments import SegmentLog
from summitry.store.property_graph import OpenPropertyGraph, PropertyGraphView
from summitry.store.protocol import Table
from summitry.store.registry import Registry
from summitry.store.sparql import WHOLE_DATASET, Dataset, SparqlRunner
from summitry.store.sparql_results import SparqlResult

IN_MEMORY = 50_000
"""Changes up to which the dataset is held in memory; a longer history goes into a temporary folder."""


class PastStore(FromLog[LogReader]):
    """Implements `Readable` for the log at one change; it never differs, so several threads may share it."""

    native: ClassVar[Literal["sparql", "cypher"]] = "sparql"

    def __init__(self, log: Path, seq: int, registry: Registry, open_cypher: OpenPropertyGraph) -> None:
        self.seq, self._registry, self._open_cypher = seq, registry, open_cypher
        self._connections = Connections(log, writable=False, prepare=_views(log, seq))
        self._reader, self._segments = LogReader(self._connections), SegmentLog(self._connections)
        self._directory = Path(tempfile.mkdtemp(prefix="summitry-past-"))
        self._guard = threading.RLock()
        self._graph: ox.Store | None = None
        self._cypher: list[PropertyGraphView] = []
        self._runner = SparqlRunner()
        self._end = weakref.finalize(self, _leave, self._connections, self._cypher, self._directory)

    def sparql(self, query: str, *, timeout: float | None = 30, dataset: Dataset = WHOLE_DATASET) -> SparqlResult:
        """See `Readable.sparql`. The first query builds the dataset, which the time limit does not count."""
        return self._runner.run(self.graph, query, timeout, dataset)

    def cypher(
        self, query: str, parameters: Mapping[str, object] | None = None, *, timeout: float | None = 30
    ) -> Table:
        """See `Readable.cypher`. The first query starts the embedded engine, on every kind of store."""
        with self._guard:
            if not self._cypher:
                place = self._directory / property_graph.NAME
                self._cypher.append(self._open_cypher(place, None, self._reader, self._registry))
        return self._cypher[0].cypher(query, parameters, timeout)

    @property
    def graph(self) -> ox.Store:
        """The RDF dataset as it was."""
        with self._guard:
            if self._graph is None:
                self._graph = self._build()
            return self._graph

    def close(self) -> None:
        """Stop the engine and delete the temporary folder; happens by itself when nobody holds the store any more."""
        self._graph = None
        self._end()

    def _build(self) -> ox.Store:
        graph = ox.Store() if self.seq <= IN_MEMORY else ox.Store(str(self._directory / oxigraph_view.NAME))
        quads.load(graph, oxigraph_view.everything(self._reader, self._segments, self._registry, self.seq))
        imported.show_graphs(graph, self._segments, 0, self.seq)
        vocabularies.show(graph, self._reader)
        return graph


def _views(log: Path, seq: int) -> str:
    """SQL that hides, under the name of each numbered table, the rows and retractions after a change."""
    with closing(sqlite3.connect(f"{log.resolve().as_uri()}?mode=ro", uri=True)) as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {table: [row[1] for row in db.execute(f"PRAGMA table_info({table})")] for table in tables}
    return ";".join(_view(table, names, seq) for table, names in columns.items() if "seq" in names)


def _view(table: str, columns: Sequence[str], seq: int) -> str:
    shown = ", ".join(
        f"iif(retracted_seq <= {seq}, {name}, NULL) AS {name}" if name.startswith("retracted_") else name
        for name in columns
    )
    return f"CREATE TEMP VIEW {table} AS SELECT {shown} FROM main.{table} WHERE seq <= {seq}"


def _leave(connections: Connections, cypher: Sequence[PropertyGraphView], directory: Path) -> None:
    for view in cypher:
        view.close()
    connections.close()
    shutil.rmtree(directory, ignore_errors=True)
