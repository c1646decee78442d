"""The store itself: statements by pattern, written through the log, SPARQL by the store's own engine.

What is added is collected and written together: before any reading or removing, at `commit()` and `close()`, and at the
end of the program. Facts and claims from articles can be read and not be removed: they change when articles do.
"""

from __future__ import annotations

import weakref
from collections.abc import Generator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib import store as rdflib_store
from rdflib.query import Result
from rdflib.term import IdentifiedNode, Node

from summitry.claims import StoreError
from summitry.rdflib_store import opening, queries, terms
from summitry.rdflib_store.buffer import Buffer
from summitry.rdflib_store.graphs import GraphNames
from summitry.rdflib_store.namespaces import Namespaces
from summitry.store import Store

Triple = tuple[Node, Node, Node]
Pattern = tuple[Node | None, Node | None, Node | None]
Context = Graph | None


class SummitryStore(rdflib_store.Store):
    """A store for `rdflib.Graph`, `ConjunctiveGraph` and `Dataset`.

    A graph without a name of its own is the default graph, where the facts are; see `graphs` for the others.
    """

    context_aware = True
    formula_aware = False
    transaction_aware = False

    def __init__(
        self, configuration: str | None = None, identifier: IdentifiedNode | None = None, *, store: Store | None = None
    ) -> None:
        """`configuration` opens a store at once; `store` is one that is open already, and stays open."""
        self._namespaces = Namespaces()
        self._graphs = GraphNames(self)
        self._opened: tuple[Store, Buffer] | None = None
        super().__init__(configuration, identifier)
        if store is not None:
            self._attach(store, own=False)

    @property
    def graph_aware(self) -> bool:  # type: ignore[override]
        """True. rdflib asks it when it makes a Dataset, and only then."""
        self._graphs.in_dataset()
        return True

    def open(self, configuration: str | Path | tuple[str, str], create: bool = False) -> int:
        """Open a folder or `bolt://user:password@host:port/database`; a folder without a store only with `create`.

        Raises StoreError and its kinds when what is there cannot be opened.
        """
        settings = opening.settings_of(str(configuration))
        if not create and not opening.exists(settings):
            return rdflib_store.NO_STORE
        self._attach(opening.opened(settings, create=create), own=True)
        self._namespaces.open(settings.data)
        return rdflib_store.VALID_STORE

    def close(self, commit_pending_transaction: bool = False) -> None:  # noqa: ARG002, rdflib's signature
        """Write what was added, whatever the argument says, and let go of the store."""
        if self._opened is not None:
            self._namespaces.save()
            self._opened[1].close()
            self._opened = None

    def commit(self) -> None:
        """Write what was added, durably."""
        self._namespaces.save()
        self._buffer.flush()

    def rollback(self) -> None:
        """Forget what was added and not written yet."""
        self._buffer.drop()

    def add(self, triple: Triple, context: Graph, quoted: bool = False) -> None:
        """Add a statement to a graph. Raises InputError for what RDF 1.1 cannot say."""
        super().add(triple, context, quoted)
        self._buffer.add(terms.to_quad(triple, self._graphs.name(context)))

    def addN(self, quads: Iterable[tuple[Node, Node, Node, Graph]]) -> None:  # noqa: N802, the name is rdflib's
        """Add statements to graphs."""
        for subject, predicate, value, context in quads:
            self.add((subject, predicate, value), context)

    def remove(self, triple: Pattern, context: Context = None) -> None:
        """Remove what fits from a graph, or from all. Raises ProtectedError for what articles say."""
        stale = [quad for quad, _ in self._match(triple, context)]
        if stale:
            self._store.updates.exchange(stale, ())
        super().remove(triple, context)

    def triples(self, triple_pattern: Pattern, context: Context = None) -> Iterator[tuple[Triple, Iterator[Context]]]:
        """What fits in a graph, or in all, each triple once, with the graphs that hold it."""
        seen: set[tuple[object, ...]] = set()
        for quad, written in self._match(triple_pattern, context):
            key = (quad.subject, quad.predicate, written)
            if context is None and key in seen:
                continue
            seen.add(key)
            assert not isinstance(quad.subject, ox.Triple)
            triple = (terms.resource(quad.subject), terms.resource(quad.predicate), terms.value(written))
            yield triple, self._holding(quad, context)

    def contexts(self, triple: Triple | None = None) -> Generator[Graph, None, None]:
        """The graphs, or those that hold a triple."""
        quad = None if triple is None else terms.to_quad(triple, ox.DefaultGraph())
        yield from map(self._graphs.graph, self._reading().statements.graphs(quad))

    def __len__(self, context: Context = None) -> int:
        graph = None if context is None else self._graphs.name(context)
        return self._reading().statements.count(graph)

    def add_graph(self, graph: Graph) -> None:
        """Have a graph, be it empty."""
        self._buffer.make(self._graphs.name(graph))

    def remove_graph(self, graph: Graph) -> None:
        """Take a graph away with everything in it. Raises ProtectedError for what articles say."""
        self._reading().updates.exchange((), (), [self._graphs.name(graph)], drop=True)

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],  # noqa: N803, the names are rdflib's
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **_: Any,
    ) -> Result:
        """Run a query by the store's own engine. Raises NotImplementedError for what rdflib has to run itself."""
        text = queries.with_prefixes(queries.with_bindings(queries.text_of(query), initBindings), initNs)
        result = self._reading().sparql(text, timeout=None, dataset=self._graphs.dataset(queryGraph))
        return queries.to_rdflib(result)

    def update(
        self,
        update: Any,
        initNs: Mapping[str, Any],  # noqa: N803
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **_: Any,
    ) -> None:
        """Run an update through the log. Raises NotImplementedError for what rdflib has to run itself."""
        dataset = self._graphs.dataset(queryGraph)
        if initBindings or dataset.default_graphs:
            raise NotImplementedError("an update of one graph, or with values: rdflib runs it itself")
        text = queries.with_prefixes(queries.text_of(update), initNs)
        self._reading().updates.run(text, timeout=None, dataset=dataset)

    def bind(self, prefix: str, namespace: URIRef, override: bool = True) -> None:
        """Bind a prefix; it is kept with the store."""
        self._namespaces.bind(prefix, str(namespace), override)

    def namespace(self, prefix: str) -> URIRef | None:
        """The namespace of a prefix."""
        return self._namespaces.namespace(prefix)

    def prefix(self, namespace: URIRef) -> str | None:
        """The prefix of a namespace."""
        return self._namespaces.prefix(namespace)

    def namespaces(self) -> Iterator[tuple[str, URIRef]]:
        """Prefixes with their namespaces."""
        return iter(self._namespaces)

    @property
    def _store(self) -> Store:
        return self._both()[0]

    @property
    def _buffer(self) -> Buffer:
        return self._both()[1]

    def _both(self) -> tuple[Store, Buffer]:
        if self._opened is None:
            raise StoreError("Summitry", "is not open", 'call graph.open("DIR"), with create=True for a new store')
        return self._opened

    def _reading(self) -> Store:
        """The store, with everything written that was added."""
        self._buffer.flush()
        return self._store

    def _attach(self, store: Store, *, own: bool) -> None:
        buffer = Buffer(store, own=own)
        self._opened = store, buffer
        weakref.finalize(self, buffer.close)

    def _match(self, pattern: Pattern, context: Context) -> Iterator[tuple[ox.Quad, Any]]:
        subject, predicate, value = (None if term is None else terms.pattern(term) for term in pattern)
        if isinstance(subject, ox.Literal) or not isinstance(predicate, ox.NamedNode | None):
            return iter(())
        graph = None if context is None else self._graphs.name(context)
        return self._reading().statements.match(subject, predicate, value, graph)

    def _holding(self, quad: ox.Quad, context: Context) -> Iterator[Context]:
        if context is not None:
            yield context
        else:
            yield from map(self._graphs.graph, self._store.statements.graphs(quad))
