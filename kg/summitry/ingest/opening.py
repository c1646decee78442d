"""Open the store that the settings name.

The Neo4j driver is imported when it is needed and not before: it takes a quarter of a second, which a command that asks
no Cypher should not pay.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from summitry.claims import StoreUnavailableError
from summitry.ingest.settings import Neo4jSettings, Settings
from summitry.store import Access, EmbeddedStore, Store
from summitry.store.cypher_view import open_arcade


def open_store(settings: Settings, *, write: bool = False) -> Store:
    """The Neo4j store when a server is set, the embedded store otherwise; close it after use.

    An embedded store is made when it is to be written to; reading one that is not there raises StoreUnavailableError.
    Raises StoreLoginError, StoreUnavailableError or StoreLockedError when the store cannot be opened.
    """
    if settings.neo4j is not None:
        return _on_server(settings.neo4j, settings.data / "neo4j-rdf")
    if not write and not (settings.data / "log.sqlite").exists():
        raise StoreUnavailableError(
            str(settings.data), "holds no store yet", f"load articles first: summitry load PATH --data {settings.data}"
        )
    access = Access.WRITE if write else Access.AUTO
    cypher = partial(open_arcade, heap=settings.jvm_heap)
    return EmbeddedStore(settings.data, access=access, wait=30.0 if write else 0.0, property_graph=cypher)


def _on_server(server: Neo4jSettings, rdf: Path) -> Store:
    from summitry.store.neo4j_store import Neo4jStore

    return Neo4jStore(server.uri, (server.username, server.password), database=server.database, rdf=rdf)
