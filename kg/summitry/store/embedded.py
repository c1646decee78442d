"""The embedded store: a folder with the claim log (SQLite), the RDF view (Oxigraph) and, on demand, Cypher (ArcadeDB).

One store at a time may write to the folder. A store that finds it taken opens for reading: it sees every committed
change, and the RDF view as far as the writer has brought it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal as OneOf

from summitry.claims import Claim, Literal, NotFoundError, StoreLockedError
from summitry.claims.closing import Closing
from summitry.claims.uncollected import uncollected
from summitry.store import batching, checks, inferring, verify
from summitry.store.access import Access, take_lock
from summitry.store.connections import Connections
from summitry.store.cypher_view import CypherView, open_arcade
from summitry.store.datasets import Datasets
from summitry.store.from_log import FromLog
from summitry.store.history import History
from summitry.store.inferred_log import InferredLog
from summitry.store.latest_rows import LatestRows
from summitry.store.lock import owner
from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader
from summitry.store.log_segments import ImportResult, SegmentLog
from summitry.store.matching import Statements
from summitry.store.moments import Moment
from summitry.store.oxigraph_view import NAME as RDF
from summitry.store.oxigraph_view import STEP, OxigraphView
from summitry.store.past import PastStore
from summitry.store.property_graph import NAME as CYPHER
from summitry.store.property_graph import OpenPropertyGraph
from summitry.store.protocol import AddResult, ArticleRecord, Difference, Progress, StoreStatus, Table
from summitry.store.readable import Snapshot
from summitry.store.registry import load_registry
from summitry.store.sparql import WHOLE_DATASET, Dataset, SparqlRunner
from summitry.store.sparql_results import Solutions, SparqlResult
from summitry.store.updates import Base, UpdateResult, Updates, Work

_COUNT_EVENTS = "SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e a <https://w3id.org/summitry/ontology#Event> }"
_POLL = 0.02


class EmbeddedStore(FromLog[LogReader], Closing):
    """Implements `Store` in a folder of this machine."""

    native: OneOf["sparql", "cypher"] = "sparql"
    """The query language that answers without starting anything."""

    def __init__(
        self,
        directory: Path,
        *,
        access: Access = Access.AUTO,
        wait: float = 0.0,
        property_graph: OpenPropertyGraph = open_arcade,
    ) -> None:
        """Open the folder, creating it unless it is opened with READ.

        `wait` seconds for another writer to finish. Raises StoreLockedError (WRITE, and another process writes),
        StoreUnavailableError (READ, and there is no store) or StoreError.
        """
        self._directory = directory
        self._registry = load_registry()
        self._work = threading.RLock()
        self._runner = SparqlRunner()
        self._lock = take_lock(directory, access, wait)
        try:
            self._connections = Connections(directory / "log.sqlite", writable=self._lock is not None)
            self._latest = LatestRows()
            self._log = ClaimLog(self._connections, self._latest)
            self._reader = LogReader(self._connections, self._latest)
            self._segments = SegmentLog(self._connections)
            self._inferred = InferredLog(self._connections, self._log, self._reader)
            self._view = self._open_view()
            log = self._log if self._lock else None
            start = partial(property_graph, directory / CYPHER, log, self._reader, self._registry)
            self._cypher = CypherView(start, self._work)
            self._history = History(directory / "log.sqlite", self._registry, property_graph)
        except BaseException:
            self._release()
            raise

    def add(self, records: Iterable[ArticleRecord]) -> Iterator[AddResult]:
        """See `Store.add`. Raises StoreLockedError when another writes, InputError for a claim no view can show."""
        view = self._writer()
        try:
            for group in batching.batches(records):
                for record in group:
                    checks.check_record(record)
                with self._work, uncollected():
                    results = self._log.write(group)
                    seq = self._inferred.catch_up()
                    results = [replace(result, seq=seq) for result in results]
                    if results[-1].seq - view.watermark >= STEP:
                        self._catch_up()  # not at every group: larger steps cost less in all
                yield from results
        finally:
            with self._work, uncollected():
                self._catch_up()
        with self._work, uncollected():
            view.tidy()

    def add_source(self, source: str, claims: Iterable[Claim]) -> AddResult:
        """See `Store.add_source`."""
        self._writer()
        found = list(claims)
        for claim in found:
            checks.check_claim(claim)
        with self._work, uncollected():
            result = replace(self._log.write_source(source, found), seq=self._inferred.catch_up())
            self._catch_up()
        return result

    @property
    def datasets(self) -> Datasets:
        """Imported RDF datasets."""
        return Datasets(self._segments, self._import)

    @property
    def statements(self) -> Statements:
        """See `Store.statements`."""
        return Statements(lambda: self._view.graph, lambda: self._segments)

    @property
    def updates(self) -> Updates:
        """Changes of what users have brought along. Raises StoreLockedError when another process writes."""
        self._writer()
        return Updates(self._change, self._runner)

    def sparql(self, query: str, *, timeout: float | None = 30, dataset: Dataset = WHOLE_DATASET) -> SparqlResult:
        """See `Store.sparql`."""
        return self._runner.run(self._view.graph, query, timeout, dataset)

    def cypher(
        self, query: str, parameters: Mapping[str, object] | None = None, *, timeout: float | None = 30
    ) -> Table:
        """See `Store.cypher`. The first call starts the engine, which takes seconds."""
        return self._cypher.started().cypher(query, parameters, timeout)

    def as_of(self, moment: Moment) -> PastStore:
        """See `Store.as_of`."""
        return self._history.at(self._reader, moment)

    def last_seq(self) -> int:
        """See `Store.last_seq`."""
        return self._reader.last_seq()

    def status(self) -> StoreStatus:
        """See `Store.status`."""
        views = {RDF: self._view.watermark, CYPHER: self._reader.watermark(CYPHER)[0]}
        notes = [] if self._lock else [f"{owner(self._directory)} is writing to this store; opened for reading"]
        if views[CYPHER] == 0:
            notes.append("Cypher has not been asked yet; the first query builds its view")
        imports = self._segments.datasets()
        counts = {**self._reader.counts(), "events": self._count_events(), "datasets": len(imports)}
        counts["imported_statements"] = sum(dataset.statements for dataset in imports)
        seq, place = self._reader.last_seq(), str(self._directory)
        return StoreStatus("embedded", place, seq, views, counts, self._lock is not None, tuple(notes))

    def wait_for(self, seq: int, timeout: float) -> bool:
        """See `Store.wait_for`; the Cypher view catches up whenever it is asked."""
        end = time.monotonic() + timeout
        while (shown := self._view.watermark) < seq and time.monotonic() < end:
            time.sleep(_POLL)
        return shown >= seq

    def rebuild(self, view: str, progress: Progress | None = None) -> None:
        """See `Store.rebuild`; views are `rdf`, `cypher` and `inferred`, which is what follows from the claims."""
        rdf = self._writer()
        with self._work:
            if view == RDF:
                rdf.rebuild(self._reader.last_seq(), progress)
            elif view == CYPHER:
                self._cypher.started().rebuild(self._reader.last_seq(), progress)
            elif view == inferring.NAME:
                self._inferred.rebuild(progress)
                self._catch_up()
            else:
                raise NotFoundError(view, "no such view", "the views are rdf, cypher and inferred")

    def verify(self) -> Iterator[Difference]:
        """See `Store.verify`; the Cypher view is compared when it was built once."""
        yield from verify.differences(self._reader, self._segments, self._view.graph, self._registry)
        if self._reader.watermark(CYPHER)[0]:
            yield from self._cypher.started().verify()

    def close(self) -> None:
        """See `Store.close`."""
        self._history.close()
        self._cypher.close()
        if isinstance(self._view, OxigraphView):
            self._view.close()
        self._release()

    def _open_view(self) -> OxigraphView | Snapshot:
        if self._lock is None:
            return Snapshot(self._directory / "rdf", self._reader)
        self._inferred.catch_up()
        view = OxigraphView(self._directory / "rdf", self._log, self._reader, self._segments, self._registry)
        view.catch_up(self._reader.last_seq())
        return view

    def _writer(self) -> OxigraphView:
        """The view, when this store may write."""
        if isinstance(self._view, OxigraphView):
            return self._view
        who = owner(self._directory)
        raise StoreLockedError(str(self._directory), f"{who} is writing to this store", "wait, or stop it")

    def _import(self, write: Callable[[], ImportResult]) -> ImportResult:
        self._writer()
        with self._work:
            result = write()
            self._catch_up()
        return result

    def _change(self, work: Work) -> UpdateResult:
        view = self._writer()
        with self._work:
            self._catch_up()
            changes, result = work(Base(view.graph, self._segments, self._reader))
            seq = self._segments.change(changes) if changes else self._reader.last_seq()
            self._catch_up()
        return replace(result, seq=seq)

    def _catch_up(self) -> None:
        seq = self._reader.last_seq()
        self._writer().catch_up(seq)
        self._cypher.catch_up(seq)
        self._latest.forget(seq)

    def _count_events(self) -> int:
        result = self._runner.run(self._view.graph, _COUNT_EVENTS, None)
        cell = result.rows[0][0] if isinstance(result, Solutions) else None
        return int(cell.lexical) if isinstance(cell, Literal) else 0

    def _release(self) -> None:
        if hasattr(self, "_connections"):
            self._connections.close()
        if self._lock is not None:
            self._lock.release()
