"""The whole journey from an article to the graph, and the settings that decide where the graph is.

What reads articles and datasets is imported when it is first asked for, so that a question does not wait for it.
"""

from typing import TYPE_CHECKING, Any

from summitry.ingest.opening import open_store
from summitry.ingest.settings import Neo4jSettings, Settings

if TYPE_CHECKING:
    from summitry.ingest.importing import import_rdf
    from summitry.ingest.journey import Journey

__all__ = ["Journey", "Neo4jSettings", "Settings", "import_rdf", "open_store"]
_LATER = {"Journey": "summitry.ingest.journey", "import_rdf": "summitry.ingest.importing"}


def __getattr__(name: str) -> Any:
    """The names that are imported on first use (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)
