"""SPARQL beside a Neo4j server: a local RDF view that follows the log of the server.

Every process has a copy of its own: `DIR/1`, or `DIR/2` when another process holds the first, and so on. A copy of
another server's log, or of a log that has been emptied since, is thrown away.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from summitry.claims import StoreError, StoreLockedError
from summitry.store import verify
from summitry.store.graph_writer import Run
from summitry.store.lock import WriterLock
from summitry.store.log_reader import LogReader
from summitry.store.neo4j_reader import Neo4jReader
from summitry.store.oxigraph_view import OxigraphView
from summitry.store.protocol import Difference, Progress
from summitry.store.registry import Registry
from summitry.store.replica import Replica
from summitry.store.updates import Base

_COPIES = 64


class RdfFollower:
    """Holds one copy; `run` asks the server."""

    def __init__(self, directory: Path | None, run: Run, registry: Registry) -> None:
        """Take a copy in `directory`, or a temporary one that goes with this object. Raises StoreError."""
        self._run, self._registry = run, registry
        self._guard = threading.RLock()
        self._temporary = tempfile.TemporaryDirectory(prefix="summitry-") if directory is None else None
        place = Path(self._temporary.name) if self._temporary else directory
        assert place is not None
        self._directory, self._lock = _take(place)
        self._forget_other_log()
        self._replica = Replica(self._directory)
        copy = self._replica
        self._view = OxigraphView(self._directory / "rdf", copy.log, copy.reader, copy.segments, registry)

    @property
    def graph(self) -> ox.Store:
        """The view."""
        return self._view.graph

    @property
    def base(self) -> Base:
        """What updates start from."""
        return Base(self.graph, self._replica.segments, self._replica.reader)

    @property
    def log_file(self) -> Path:
        """The SQLite file of the copied log."""
        return self._directory / "log.sqlite"

    @property
    def reader(self) -> LogReader:
        """Reads the copied log."""
        return self._replica.reader

    @property
    def watermark(self) -> int:
        """The number of the last change that the view shows."""
        return self._view.watermark

    def catch_up(self, until: int) -> None:
        """Show every change up to `until`."""
        with self._guard:
            self._replica.copy(self._run, until)
            self._view.catch_up(until)

    def verify(self) -> Iterator[Difference]:
        """Compare the view, and the order of the copied log, with the claims."""
        return verify.differences(self._replica.reader, self._replica.segments, self.graph, self._registry)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Throw the view away and build it from the copied log."""
        with self._guard:
            self._view.rebuild(self._replica.reader.last_seq(), progress)

    def close(self) -> None:
        """Let go of the copy."""
        with self._guard:
            self._view.close()
            self._replica.close()
            self._lock.release()
            if self._temporary is not None:
                self._temporary.cleanup()

    def _forget_other_log(self) -> None:
        """Empty the folder when it holds a copy of something else than the server's log."""
        server = Neo4jReader(self._run)
        origin = self._directory / "origin"
        known = origin.read_text() if origin.exists() else None
        identity, seq = server.identity(), server.last_seq()
        if known != identity or _copied(self._directory) > seq:
            for path in self._directory.glob("log.sqlite*"):
                path.unlink()
            shutil.rmtree(self._directory / "rdf", ignore_errors=True)
        origin.write_text(identity)


def _take(directory: Path) -> tuple[Path, WriterLock]:
    """The first copy that no other process holds."""
    for number in range(1, _COPIES + 1):
        place = directory / str(number)
        try:
            place.mkdir(parents=True, exist_ok=True)
            return place, WriterLock(place)
        except StoreLockedError:
            continue
        except OSError as error:
            raise StoreError(str(place), f"cannot be made: {error.strerror}", "name another folder") from error
    raise StoreLockedError(str(directory), f"{_COPIES} processes hold a copy", "stop some of them")


def _copied(directory: Path) -> int:
    """The number of the last copied change."""
    if not (directory / "log.sqlite").exists():
        return 0
    replica = Replica(directory)
    try:
        return replica.reader.last_seq()
    finally:
        replica.close()
