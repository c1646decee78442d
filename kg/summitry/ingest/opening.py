"""Open the store that the settings name."""

from __future__ import annotations

from summitry.ingest.settings import Settings
from summitry.store import EmbeddedStore, Neo4jStore, Store


def open_store(settings: Settings, *, write: bool = False) -> Store:
    """The Neo4j store when a server is set, the embedded store otherwise; close it after use.

    Raises StoreLoginError, StoreUnavailableError or StoreLockedError when it cannot be opened.
    """
    server = settings.neo4j
    if server is None:
        return EmbeddedStore(settings.data, write=write, jvm_heap=settings.jvm_heap)
    return Neo4jStore(
        server.uri, (server.username, server.password), database=server.database, rdf=settings.data / "rdf-follower"
    )
