"""Views of the graph for networkx, with measures, pictures and exports."""

from summitry.graph.drawing import draw
from summitry.graph.measures import brokers, communities, communities_over_time, meets_most
from summitry.graph.neighbourhood import neighbourhood
from summitry.graph.participation import Period, bipartite, co_attendance, participation, slices
from summitry.graph.search import Candidate, find
from summitry.graph.writers import to_gexf, to_graphml, to_json

__all__ = [
    "Candidate",
    "Period",
    "bipartite",
    "brokers",
    "co_attendance",
    "communities",
    "communities_over_time",
    "draw",
    "find",
    "meets_most",
    "neighbourhood",
    "participation",
    "slices",
    "to_gexf",
    "to_graphml",
    "to_json",
]
