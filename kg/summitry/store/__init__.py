"""Where claims are kept and how graphs follow them: the embedded store, Neo4j, and what they share."""

from summitry.store.embedded import Access, EmbeddedStore
from summitry.store.neo4j_store import Neo4jStore
from summitry.store.protocol import (
    AddResult,
    ArticleRecord,
    Difference,
    Progress,
    Store,
    StoredClaim,
    StoreStatus,
    Table,
)
from summitry.store.sparql_results import Boolean, Graph, Solutions, SparqlResult, serialise

__all__ = [
    "Access",
    "AddResult",
    "ArticleRecord",
    "Boolean",
    "Difference",
    "EmbeddedStore",
    "Graph",
    "Neo4jStore",
    "Progress",
    "Solutions",
    "SparqlResult",
    "Store",
    "StoreStatus",
    "StoredClaim",
    "Table",
    "serialise",
]
