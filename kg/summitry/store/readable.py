"""The RDF view of a store that another process writes: a snapshot, renewed when the watermark has moved."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pyoxigraph as ox

from summitry.claims import StoreUnavailableError
from summitry.store import oxigraph_view
from summitry.store.log_reader import LogReader

_ATTEMPTS = 5


class Snapshot:
    """Gives the newest snapshot that can be opened."""

    def __init__(self, directory: Path, reader: LogReader) -> None:
        self._directory, self._reader = directory, reader
        self._guard = threading.Lock()
        self._graph: ox.Store | None = None
        self._watermark = -1

    @property
    def watermark(self) -> int:
        """How far the writer has brought the view."""
        return self._reader.watermark(oxigraph_view.NAME)[0]

    @property
    def graph(self) -> ox.Store:
        """The view as it is now. Raises StoreUnavailableError when it cannot be opened."""
        with self._guard:
            watermark = self.watermark
            if self._graph is None or watermark != self._watermark:
                self._graph, self._watermark = self._open(), watermark
            return self._graph

    def _open(self) -> ox.Store:
        """Files may vanish under the reader while the writer tidies up; a moment later they are consistent again."""
        for attempt in range(_ATTEMPTS):
            try:
                return ox.Store.read_only(str(self._directory))
            except OSError as error:
                failure = error
                time.sleep(0.05 * (attempt + 1))
        raise StoreUnavailableError(str(self._directory), f"cannot be read: {failure}", "try again") from failure
