"""Who may write to the folder of a store: the first that opens it for writing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from summitry.claims import StoreError, StoreLockedError
from summitry.store.lock import WriterLock


class Access(StrEnum):
    """How to open a store: AUTO writes when nobody else does and reads otherwise."""

    AUTO = "auto"
    WRITE = "write"
    READ = "read"


def take_lock(directory: Path, access: Access, wait: float) -> WriterLock | None:
    """The lock of a folder, which is made where there is none; None to open it for reading.

    `wait` seconds for another writer to finish. Raises StoreLockedError (WRITE, or nothing to read yet) or StoreError.
    """
    if access is Access.READ:
        return None
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(str(directory), f"cannot be made: {error.strerror}", "name another") from error
    try:
        return WriterLock(directory, wait)
    except StoreLockedError:
        if access is Access.WRITE or not (directory / "log.sqlite").exists():
            raise
        return None
