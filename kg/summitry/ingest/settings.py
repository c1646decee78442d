"""Everything that the environment decides, read in this one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from summitry.claims import StoreError

SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")
"""The address schemes of the Bolt protocol, with and without routing, encryption and trust in any certificate."""


@dataclass(frozen=True)
class Neo4jSettings:
    """Where the Neo4j server is and how to log in: the NEO4J_URI, _USERNAME, _PASSWORD and _DATABASE variables."""

    uri: str
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"


@dataclass(frozen=True)
class Settings:
    """Where the graph is: the server when `neo4j` is set, the embedded store in the folder `data` otherwise.

    Beside a server, `data` holds the local RDF view that follows it.
    """

    data: Path
    neo4j: Neo4jSettings | None = None
    jvm_heap: str = "512m"

    @classmethod
    def from_environment(cls, data: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
        """Settings from the environment: NEO4J_URI, when set, decides for the server (contract of the commands)."""
        env = os.environ if environ is None else environ
        default = Path(env.get("SUMMITRY_DATA") or _default_data(env))
        heap = env.get("SUMMITRY_JVM_HEAP", "512m")
        uri = env.get("NEO4J_URI")
        return cls(data or default, _neo4j(uri, env) if uri else None, heap)


def _neo4j(uri: str, env: Mapping[str, str]) -> Neo4jSettings:
    if not uri.startswith(SCHEMES):
        raise StoreError(uri, "is no address of a Neo4j server", f"NEO4J_URI starts with {', '.join(SCHEMES)}")
    password = env.get("NEO4J_PASSWORD")
    if password is None:
        raise StoreError(uri, "NEO4J_URI is set but NEO4J_PASSWORD is not", "set NEO4J_PASSWORD or unset NEO4J_URI")
    return Neo4jSettings(uri, env.get("NEO4J_USERNAME", "neo4j"), password, env.get("NEO4J_DATABASE", "neo4j"))


def _default_data(env: Mapping[str, str]) -> Path:
    """`$XDG_DATA_HOME/summitry`, as the XDG base directory specification has it."""
    base = env.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "summitry"
