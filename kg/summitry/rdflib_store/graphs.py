"""Which graph of the store a graph of rdflib is.

rdflib gives every graph an identifier, a blank node when the user gives none. Such a graph is the default graph of the
store; of several with different blank nodes it is the first, since they are different graphs for rdflib too. In a
Dataset the default graph has a name of its own, and blank nodes name graphs.
"""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.store import Store
from rdflib.term import IdentifiedNode, Node

from summitry.claims import InputError
from summitry.rdflib_store import terms
from summitry.store.sparql import Dataset

UNION = "__UNION__"
"""What rdflib calls all graphs together."""

GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class GraphNames:
    """Remembers which identifier stands for the default graph."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._default: Node | None = None
        self._graphs: dict[IdentifiedNode, Graph] = {}

    def in_dataset(self) -> None:
        """The store is that of a Dataset."""
        self._default = DATASET_DEFAULT_GRAPH_ID

    def name(self, graph: Graph) -> GraphName:
        """The graph of the store. Raises InputError for a name that is no absolute IRI."""
        if self._is_default(graph.identifier):
            return ox.DefaultGraph()
        name = terms.to_ox(graph.identifier)
        if isinstance(name, ox.Literal):
            raise InputError(repr(graph.identifier), "names no graph", "use URIRef or BNode")
        return name

    def graph(self, name: GraphName) -> Graph:
        """The graph for rdflib."""
        default = self._default if isinstance(self._default, IdentifiedNode) else DATASET_DEFAULT_GRAPH_ID
        identifier = default if isinstance(name, ox.DefaultGraph) else terms.resource(name)
        return self._graphs.setdefault(identifier, Graph(store=self._store, identifier=identifier))

    def dataset(self, name: object) -> Dataset:
        """What a query of a graph reads. Raises NotImplementedError for what rdflib has to run itself.

        That is a blank name, which SPARQL cannot say, and all graphs together, where Oxigraph would give a triple once
        for each graph that holds it.
        """
        if self._is_default(name):
            return Dataset()
        if name == UNION or isinstance(name, BNode | Literal):
            raise NotImplementedError("rdflib runs the query itself")
        return Dataset((str(name),), every_named=True)

    def _is_default(self, identifier: object) -> bool:
        if self._default is None and isinstance(identifier, BNode):
            self._default = identifier
        return identifier in (DATASET_DEFAULT_GRAPH_ID, self._default)
