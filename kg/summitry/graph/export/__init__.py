"""The graph in the formats of other tools."""

from summitry.graph.export.run import FORMATS, Options, export

__all__ = ["FORMATS", "Options", "export"]
