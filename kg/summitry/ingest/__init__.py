"""The whole journey from an article to the graph, and the settings that decide where the graph is."""

from summitry.ingest.importing import import_rdf
from summitry.ingest.journey import Journey
from summitry.ingest.opening import open_store
from summitry.ingest.settings import Neo4jSettings, Settings

__all__ = ["Journey", "Neo4jSettings", "Settings", "import_rdf", "open_store"]
