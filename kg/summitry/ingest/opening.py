"""Open the store that the settings name."""

from __future__ import annotations

from summitry.claims import StoreUnavailableError
from summitry.ingest.settings import Settings
from summitry.store import Access, EmbeddedStore, Store


def open_store(settings: Settings, *, write: bool = False) -> Store:
    """The Neo4j store when a server is set, the embedded store otherwise; close it after use.

    An embedded store is made when it is to be written to; reading one that is not there raises StoreUnavailableError.
    Raises StoreLoginError, StoreUnavailableError or StoreLockedError when the store cannot be opened.
    """
    if not write and not (settings.data / "log.sqlite").exists():
        raise StoreUnavailableError(
            str(settings.data), "holds no store yet", f"load articles first: summitry load PATH --data {settings.data}"
        )
    return EmbeddedStore(settings.data, access=Access.WRITE if write else Access.AUTO, wait=30.0 if write else 0.0)
