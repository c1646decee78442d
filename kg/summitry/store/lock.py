"""One writer at a time: a lock that the operating system drops when the process ends, however it ends."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from summitry.claims import StoreLockedError


class WriterLock:
    """Holds `DIR/writer.lock` until closed.

    The lock is an exclusive transaction on an empty SQLite file, which works alike on every system and against a second
    store in the same process. The process id stands beside it for the message of whoever comes second.
    """

    def __init__(self, directory: Path, wait: float = 0.0) -> None:
        """Take the lock, waiting up to `wait` seconds. Raises StoreLockedError when another store keeps it."""
        self._owner_file = directory / "writer.pid"
        self._connection = sqlite3.connect(
            directory / "writer.lock", timeout=wait, isolation_level=None, check_same_thread=False
        )
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._connection.close()
            raise StoreLockedError(
                str(directory),
                f"{owner(directory)} is writing to this store",
                "wait until it is done, stop it, or send the articles to it",
            ) from error
        self._owner_file.write_text(str(os.getpid()))

    def release(self) -> None:
        """Let the next writer in."""
        self._connection.close()


def owner(directory: Path) -> str:
    """`process 123`, or `another process` when its number is not known."""
    try:
        return f"process {int((directory / 'writer.pid').read_text())}"
    except (OSError, ValueError):
        return "another process"
