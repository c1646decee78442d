"""Where claims are kept and how graphs follow them: the embedded store, Neo4j, and what they share.

`Neo4jStore` (neo4j_store.py) and the embedded engine for Cypher (arcade.py) are not imported here: the driver that both
need takes a quarter of a second, which a command that asks no Cypher should not pay.
"""

from summitry.store.access import Access
from summitry.store.embedded import EmbeddedStore
from summitry.store.protocol import (
    AddResult,
    ArticleRecord,
    Difference,
    Progress,
    Readable,
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
    "Progress",
    "Readable",
    "Solutions",
    "SparqlResult",
    "Store",
    "StoreStatus",
    "StoredClaim",
    "Table",
    "serialise",
]
