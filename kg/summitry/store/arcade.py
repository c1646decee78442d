"""Cypher for the embedded store: ArcadeDB in a process of its own, reached over Bolt, following the claim log.

The process starts with the first query. Several processes on one folder share it: whoever comes first holds it, the
others find its address in a file; when the holder ends, the next query of another starts it again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

import neo4j
from neo4j import exceptions

from summitry.store import bolt_errors, cypher_read, follow, graph_verify
from summitry.store.arcade_endpoint import DATABASE, READER, WRITER, Endpoint
from summitry.store.arcade_process import ArcadeProcess
from summitry.store.bolt_view import BoltView
from summitry.store.follow import Batch
from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader
from summitry.store.property_graph import NAME, OpenPropertyGraph
from summitry.store.protocol import Difference, Progress, Table
from summitry.store.registry import Registry

DEFAULT_HEAP = "512m"
STEP = 2000
"""Changes in one transaction of the view."""

_CONNECTION_LOST = (exceptions.ServiceUnavailable, exceptions.SessionExpired, exceptions.AuthError, OSError)
_Answer = TypeVar("_Answer")


def opener(heap: str = DEFAULT_HEAP) -> OpenPropertyGraph:
    """What `EmbeddedStore` opens Cypher with; `heap` bounds the memory of the engine, as `512m` or `2g`."""
    return partial(ArcadeView, heap=heap)


class ArcadeView:
    """Implements `PropertyGraphView`."""

    def __init__(
        self, directory: Path, log: ClaimLog | None, reader: LogReader, registry: Registry, heap: str = DEFAULT_HEAP
    ) -> None:
        self._directory, self._log, self._reader, self._registry = directory, log, reader, registry
        self._process = ArcadeProcess(directory, heap)
        self._guard = threading.RLock()
        self._drivers: tuple[neo4j.Driver, neo4j.Driver] | None = None

    @property
    def watermark(self) -> int:
        """See `PropertyGraphView.watermark`."""
        return self._tell(lambda: self._view().watermark)

    def catch_up(self, until: int) -> None:
        """See `PropertyGraphView.catch_up`."""
        with self._guard:
            self._tell(lambda: self._catch_up(until))

    def rebuild(self, until: int, progress: Progress | None = None) -> None:
        """See `PropertyGraphView.rebuild`."""
        with self._guard:
            self._tell(lambda: self._rebuild(until, progress))

    def cypher(self, query: str, parameters: Mapping[str, object] | None, timeout: float | None) -> Table:
        """See `PropertyGraphView.cypher`; shows every change that was committed before."""
        self.catch_up(self._reader.last_seq())
        return self._tell(lambda: cypher_read.read_arcade(self._connected()[1], DATABASE, query, parameters, timeout))

    def verify(self) -> Iterator[Difference]:
        """See `PropertyGraphView.verify`."""
        self.catch_up(self._reader.last_seq())
        with self._connected()[0].session(database=DATABASE) as session:
            batches = follow.all_batches(self._reader, self._reader.last_seq())
            yield from graph_verify.differences(session, batches, self._registry)

    def close(self) -> None:
        """See `PropertyGraphView.close`."""
        with self._guard:
            self._disconnect()
            self._process.stop()

    def _catch_up(self, until: int) -> None:
        view = self._view()
        shown = view.watermark
        if shown == 0 and until > STEP:
            self._rebuild(until, None)
            return
        for batch in follow.batches(self._reader, shown, until, STEP):
            if not self._apply(view, batch, shown):
                self._catch_up(until)  # another process was faster: go on from where it is
                return
            shown = batch.last
        if shown > self._noted():
            self._note(shown)

    def _rebuild(self, until: int, progress: Progress | None) -> None:
        view = self._view()
        view.clear()
        done = 0
        for batch in follow.all_batches(self._reader, until):
            self._apply(view, batch, 0, 0)
            done += sum(len(entity.claims) for entity in batch.entities)
            if progress is not None:
                progress(min(done, until), until)
        view.set_watermark(until)
        self._note(until)

    def _apply(self, view: BoltView, batch: Batch, after: int, last: int | None = None) -> bool:
        return view.apply(batch, self._reader, after, batch.last if last is None else last)

    def _noted(self) -> int:
        return self._reader.watermark(NAME)[0]

    def _note(self, watermark: int) -> None:
        """Tell the log how far the view is, for `status`; a store that is open for reading cannot."""
        if self._log is not None:
            self._log.set_watermark(NAME, watermark, durable=False)

    def _view(self) -> BoltView:
        return BoltView(self._connected()[0], DATABASE, self._registry)

    def _connected(self) -> tuple[neo4j.Driver, neo4j.Driver]:
        """Drivers that write and that read."""
        with self._guard:
            if self._drivers is None:
                self._drivers = self._connect(self._process.endpoint())
                self._view().prepare()
                if not self._view().intact():
                    self._disconnect()
                    self._drivers = self._connect(self._process.renew())
                    self._view().prepare()
            return self._drivers

    def _connect(self, endpoint: Endpoint) -> tuple[neo4j.Driver, neo4j.Driver]:
        logins = ((WRITER, endpoint.writer_password), (READER, endpoint.reader_password))
        writer, reader = (_driver(endpoint.uri, login) for login in logins)
        return writer, reader

    def _disconnect(self) -> None:
        for driver in self._drivers or ():
            driver.close()
        self._drivers = None

    def _tell(self, ask: Callable[[], _Answer]) -> _Answer:
        """The answer; when the server has gone since the last question, it is found or started again, once."""
        try:
            return ask()
        except _CONNECTION_LOST:
            with self._guard:
                self._disconnect()
        with bolt_errors.as_store_errors(str(self._directory)):
            return ask()


def _driver(uri: str, login: tuple[str, str]) -> neo4j.Driver:
    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # every error is raised
    return neo4j.GraphDatabase.driver(uri, auth=login, max_transaction_retry_time=5.0, connection_timeout=5.0)
