"""Connections to the log file: one that writes, and one for each thread that reads."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from summitry.claims import StoreError, StoreUnavailableError

FORMAT = 1
"""Version of the log's tables, kept in the file (PRAGMA user_version)."""


class Connections:
    """Opens the file on demand; every connection is closed by `close`."""

    def __init__(self, path: Path, writable: bool, prepare: str = "") -> None:
        """Raises StoreUnavailableError when there is no file to read, StoreError when it is no log of ours.

        `prepare` is SQL that every reading connection starts with; temporary views may take the place of tables.
        """
        self._path, self._prepare = path, prepare
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self.write_lock = threading.RLock()
        if not writable and not path.exists():
            raise StoreUnavailableError(str(path.parent), "no store here", "load an article first: summitry load FILE")
        self._writer = self._connect_writer() if writable else None
        self._check_format()

    def reader(self) -> sqlite3.Connection:
        """The connection of this thread; it cannot write."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(
                f"{self._path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False, isolation_level=None
            )
            connection.executescript("PRAGMA mmap_size=268435456; PRAGMA busy_timeout=10000")
            connection.executescript(f"{self._prepare}; PRAGMA query_only=1")
            self._local.connection = connection
            with self._guard:
                self._open.append(connection)
        return connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """The writing connection inside a transaction that is on disk when the block ends, or undone when it fails."""
        if self._writer is None:
            raise StoreError(str(self._path.parent), "the store was opened for reading", "open it for writing")
        with self.write_lock:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            self._writer.execute("COMMIT")

    def close(self) -> None:
        """Close all connections."""
        with self._guard:
            for connection in self._open:
                connection.close()
            self._open.clear()
        if self._writer is not None:
            self._writer.close()

    def _connect_writer(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=10)
        connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;"
        )
        if connection.execute("PRAGMA user_version").fetchone()[0] in (0, FORMAT):
            schema = files("summitry.store").joinpath("log.sql").read_text(encoding="utf-8")
            connection.executescript(f"BEGIN; {schema} PRAGMA user_version={FORMAT}; COMMIT;")
        return connection

    def _check_format(self) -> None:
        found = self.reader().execute("PRAGMA user_version").fetchone()[0]
        if found != FORMAT:
            raise StoreError(
                str(self._path), f"log format {found}, this Summitry reads {FORMAT}", "use the Summitry that wrote it"
            )
