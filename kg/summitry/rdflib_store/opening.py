"""Which store a configuration of rdflib names: a folder, or the address of a Neo4j server."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from summitry.claims import StoreError
from summitry.ingest import Neo4jSettings, Settings, open_store
from summitry.ingest.settings import SCHEMES
from summitry.store import Store


def settings_of(configuration: str) -> Settings:
    """Settings for `DIR` or `bolt://user:password@host:port/database`.

    What an address leaves out comes from the environment, when that names the same server.
    """
    if not configuration.startswith(SCHEMES):
        return Settings(Path(configuration))
    known = Settings.from_environment()
    parts = urlsplit(configuration)
    uri = f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    if parts.password is not None:
        user, password = unquote(parts.username or "neo4j"), unquote(parts.password)
        login = Neo4jSettings(uri, user, password, parts.path.strip("/") or "neo4j")
    elif known.neo4j is not None and known.neo4j.uri == uri:
        login = known.neo4j
    else:
        raise StoreError(uri, "comes without a password", "use bolt://user:password@host:port, or the NEO4J_ variables")
    return Settings(known.data, login)


def exists(settings: Settings) -> bool:
    """Whether there is a store already; a server always counts as one."""
    return settings.neo4j is not None or (settings.data / "log.sqlite").exists()


def opened(settings: Settings, *, create: bool) -> Store:
    """The store, for writing when nobody else writes. Raises StoreError and its kinds."""
    return open_store(settings, write=create and not exists(settings))
