"""Pictures of graphs: SVG, PNG, or a page that also says in words what the picture shows."""

from summitry.graph.drawing.draw import FORMATS, draw, svg

__all__ = ["FORMATS", "draw", "svg"]
