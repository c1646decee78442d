"""The store on a Neo4j 5 server: claims and the property graph in one transaction, SPARQL from a local copy.

Several processes may read and write at once; writers wait for each other, so that sequence numbers have no gap.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeVar

import neo4j

from summitry.claims import Claim, NotFoundError
from summitry.claims.closing import Closing
from summitry.claims.uncollected import uncollected
from summitry.store import (
    arcade,
    batching,
    checks,
    cypher_read,
    graph_writer,
    inferring,
    names,
    neo4j_connection,
    neo4j_log,
    neo4j_segments,
    oxigraph_view,
    property_graph,
)
from summitry.store.bolt_errors import as_store_errors
from summitry.store.datasets import Datasets
from summitry.store.follower import RdfFollower
from summitry.store.from_log import FromLog
from summitry.store.graph_writer import Run
from summitry.store.history import History
from summitry.store.matching import Statements
from summitry.store.moments import Moment
from summitry.store.neo4j_graph import ServerGraph
from summitry.store.neo4j_reader import Neo4jReader
from summitry.store.neo4j_segments import Neo4jSegments
from summitry.store.past import PastStore
from summitry.store.protocol import AddResult, ArticleRecord, Difference, Progress, StoreStatus, Table
from summitry.store.registry import load_registry
from summitry.store.sparql import WHOLE_DATASET, Dataset, SparqlRunner
from summitry.store.sparql_results import SparqlResult
from summitry.store.statements import statement
from summitry.store.updates import UpdateResult, Updates, Work

_POLL = 0.05
_Result = TypeVar("_Result")


class Neo4jStore(FromLog[Neo4jReader], Closing):
    """Implements `Store` on a server."""

    native: ClassVar[Literal["sparql", "cypher"]] = "cypher"

    def __init__(self, uri: str, login: tuple[str, str], *, database: str = "neo4j", rdf: Path | None = None) -> None:
        """Log in and make sure of constraints and indexes.

        `rdf` is the folder of the local copy for SPARQL, a temporary one when None. Raises StoreLoginError,
        StoreUnavailableError or StoreError.
        """
        self._uri, self._database, self._rdf = uri, database, rdf
        self._registry = load_registry()
        self._runner = SparqlRunner()
        self._guard = threading.RLock()
        self._follower: RdfFollower | None = None
        self._history: History | None = None
        self._driver = neo4j_connection.connect(uri, login)
        self._ask = neo4j_connection.Sessions(self._driver, database, uri)
        self._reader = Neo4jReader(self._ask)
        self._graph = ServerGraph(self._session, self._write, self._reader, self._registry, uri)
        try:
            with as_store_errors(uri), self._session() as session:
                neo4j_connection.prepare(session)
                self._named = session.execute_write(self._settle)
        except BaseException:
            self._driver.close()
            raise

    def add(self, records: Iterable[ArticleRecord]) -> Iterator[AddResult]:
        """See `Store.add`. Raises InputError for a claim that no view can show."""
        for group in batching.batches(records):
            for record in group:
                checks.check_record(record)
            yield from self._write(partial(neo4j_log.write, records=group, registry=self._registry))

    def add_source(self, source: str, claims: Iterable[Claim]) -> AddResult:
        """See `Store.add_source`."""
        found = list(claims)
        for claim in found:
            checks.check_claim(claim)
        return self._write(partial(neo4j_log.write_source, source=source, claims=found, registry=self._registry))

    @property
    def datasets(self) -> Datasets:
        """See `Store.datasets`."""
        return Datasets(Neo4jSegments(self._ask, self._write, self._tidy), lambda write: write())

    @property
    def statements(self) -> Statements:
        """See `Store.statements`."""
        return Statements(lambda: self._followed().graph, lambda: self._followed().base.log)

    @property
    def updates(self) -> Updates:
        """See `Store.updates`."""
        return Updates(self._change, self._runner)

    def sparql(self, query: str, *, timeout: float | None = 30, dataset: Dataset = WHOLE_DATASET) -> SparqlResult:
        """See `Store.sparql`; shows every change that was committed before."""
        return self._runner.run(self._followed().graph, query, timeout, dataset)

    def cypher(
        self, query: str, parameters: Mapping[str, object] | None = None, *, timeout: float | None = 30
    ) -> Table:
        """See `Store.cypher`."""
        self._require_names()
        with as_store_errors(self._uri):
            return cypher_read.read_neo4j(self._driver, self._database, query, parameters, timeout)

    def as_of(self, moment: Moment) -> PastStore:
        """See `Store.as_of`; answered from the local copy, Cypher by the embedded engine."""
        follower = self._followed()
        with self._guard:
            if self._history is None:
                self._history = History(follower.log_file, self._registry, arcade.opener())
            return self._history.at(follower.reader, moment)

    def last_seq(self) -> int:
        """See `Store.last_seq`."""
        return self._reader.last_seq()

    def status(self) -> StoreStatus:
        """See `Store.status`."""
        numbers, seq = self._reader.numbers(), self._reader.last_seq()
        views = {property_graph.NAME: seq, oxigraph_view.NAME: self._follower.watermark if self._follower else 0}
        counts = {key: numbers[key] for key in ("articles", "claims", "events")}
        imports = self.datasets.list()
        counts["datasets"] = len(imports)
        counts["imported_statements"] = sum(dataset.statements for dataset in imports)
        counts["live_claims"] = numbers["claims"] - numbers["retracted"]
        asked = "SPARQL has not been asked yet; the first query brings its view up to date"
        notes: tuple[str, ...] = () if self._follower else (asked,)
        if not self._named:
            notes = (*notes, names.mismatch(self._ask, self._registry, self._uri).cause)
        return StoreStatus("neo4j", self._uri, seq, views, counts, True, notes)

    def wait_for(self, seq: int, timeout: float) -> bool:
        """See `Store.wait_for`; the SPARQL view catches up whenever it is asked."""
        end = time.monotonic() + timeout
        while self._reader.last_seq() < seq:
            if time.monotonic() >= end:
                return False
            time.sleep(_POLL)
        return True

    def rebuild(self, view: str, progress: Progress | None = None) -> None:
        """See `Store.rebuild`; views are `rdf`, `cypher` and `inferred`, which is what follows from the claims."""
        if view == oxigraph_view.NAME:
            self._followed().rebuild(progress)
        elif view == property_graph.NAME:
            self._rebuild_graph(progress)
        elif view == inferring.NAME:
            self._graph.infer_anew(progress)
        else:
            raise NotFoundError(view, "no such view", "the views are rdf, cypher and inferred")

    def verify(self) -> Iterator[Difference]:
        """See `Store.verify`; where the graph differs, all of it is compared again while nobody writes."""
        yield from self._followed().verify()
        yield from self._graph.verify()

    def close(self) -> None:
        """See `Store.close`."""
        with self._guard:
            if self._history is not None:
                self._history.close()
                self._history = None
            if self._follower is not None:
                self._follower.close()
                self._follower = None
        self._driver.close()

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database)

    def _settle(self, transaction: neo4j.ManagedTransaction) -> bool:
        return names.settle(graph_writer.runner(transaction), self._registry)

    def _require_names(self) -> None:
        if not self._named:
            raise names.mismatch(self._ask, self._registry, self._uri)

    def _write(self, work: Callable[[Run], _Result]) -> _Result:
        """The result of one writing transaction, committed; on any error nothing of it is there."""
        self._require_names()
        with as_store_errors(self._uri), self._session() as session, uncollected():
            return session.execute_write(lambda transaction: work(graph_writer.runner(transaction)))

    def _change(self, work: Work) -> UpdateResult:
        """Work out an update on the local copy while no other process writes, and commit it."""

        def write(run: Run) -> UpdateResult:
            seq = neo4j_log.lock(run)
            changes, result = work(self._followed(seq).base)
            return replace(result, seq=neo4j_segments.change(run, changes) if changes else seq)

        result = self._write(write)
        self._followed()
        return result

    def _tidy(self, name: str, parameters: dict[str, Any]) -> None:
        with as_store_errors(self._uri), self._session() as session:
            session.run(statement(name), parameters).consume()

    def _followed(self, seq: int | None = None) -> RdfFollower:
        """The local copy, with every change up to `seq`, or with every one that was committed before."""
        with self._guard:
            if self._follower is None:
                self._follower = RdfFollower(self._rdf, self._ask, self._registry)
            self._follower.catch_up(self._reader.last_seq() if seq is None else seq)
            return self._follower

    def _rebuild_graph(self, progress: Progress | None) -> None:
        """Other names go first and come last, so that a rebuilding that was stopped half-way is begun anew."""
        renamed, self._named = not self._named, True
        self._graph.rebuild(progress)
        if renamed:
            self._write(partial(names.write, registry=self._registry))
