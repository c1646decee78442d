"""The graph in the formats of other tools."""

from summitry.graph.export.run import FORMATS, export

__all__ = ["FORMATS", "export"]
