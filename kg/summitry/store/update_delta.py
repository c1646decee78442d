"""What an update changes, worked out before anything is written: statements and graphs that come and go.

Statements have two forms: as Oxigraph keeps them, which tells whether two are the same, and verbatim, as one line of
N-Quads, which goes to the log.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice

import pyoxigraph as ox

from summitry.store import rdf_files

_PLAIN = frozenset({"http://www.w3.org/2001/XMLSchema#string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"})
_IN_MEMORY = 500_000
"""Statements of a copy that are held in memory; a larger copy goes to a temporary folder."""

_PART = 1_000

Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Statement = tuple[ox.Quad, str]
"""A statement as Oxigraph keeps it, and verbatim."""


def statements(quads: Iterable[ox.Quad]) -> list[Statement]:
    """Quads, with tags spelled as in `language_tags`, in both forms."""
    lines = rdf_files.lines(quads).split("\n")[:-1]
    return list(zip(stored(rdf_files.parse_lines("\n".join(lines))), lines, strict=True))


def stored(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Quads one by one as Oxigraph keeps them."""
    stream = iter(quads)
    while part := list(islice(stream, _PART)):
        kept = _kept({quad.object for quad in part if _may_change(quad.object)})
        for quad in part:
            value = kept.get(quad.object)
            yield quad if value is None else ox.Quad(quad.subject, quad.predicate, value, quad.graph_name)


def _may_change(value: Value) -> bool:
    return isinstance(value, ox.Triple) or (isinstance(value, ox.Literal) and value.datatype.value not in _PLAIN)


def _kept(values: Iterable[Value]) -> dict[Value, Value]:
    """Values as Oxigraph keeps them. All go through one store: emptying one again and again makes it slow."""
    names = {ox.NamedNode(f"urn:value:{number}"): value for number, value in enumerate(values)}
    keeper = ox.Store()
    keeper.extend(ox.Quad(name, name, value) for name, value in names.items())
    return {names[quad.predicate]: quad.object for quad in keeper}


def line(quad: ox.Quad) -> str:
    """A quad as one line of N-Quads."""
    return rdf_files.lines([quad]).rstrip("\n")


class Delta:
    """Collects the changes of one update; later operations see what earlier ones have changed."""

    def __init__(self, base: ox.Store) -> None:
        """`base` is the dataset before the update; it is only read."""
        self.base = base
        self.added: dict[ox.Quad, dict[str, None]] = {}
        self.removed: set[ox.Quad] = set()
        self.made: set[Graph] = set()
        self.dropped: set[Graph] = set()
        self._touched: set[Graph] = set()
        self._copy: ox.Store | None = None
        self._in_copy: set[Graph] = set()
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def insert(self, found: Iterable[Statement]) -> None:
        """Add statements; their graphs come into being."""
        for quad, text in found:
            self.added.setdefault(quad, {})[text] = None
            self.make(quad.graph_name)
            self._touched.add(quad.graph_name)
            if self._copy is not None:
                self._copy.add(quad)

    def remove(self, quads: Iterable[ox.Quad]) -> None:
        """Take statements out; what is not there is passed over."""
        for quad in quads:
            self.added.pop(quad, None)
            self._touched.add(quad.graph_name)
            if quad in self.base:
                self.removed.add(quad)
            if self._copy is not None:
                self._copy.remove(quad)

    def make(self, graph: Graph) -> None:
        """Have a graph, be it empty."""
        if not self.exists(graph):
            self.dropped.discard(graph)
            self.made.add(graph)
            self._touched.add(graph)
            if self._copy is not None:
                self._copy.add_graph(graph)

    def drop(self, graph: Graph) -> None:
        """Take a graph out with everything in it; the default graph stays, empty."""
        self.remove(list(self.quads(graph)))
        self.made.discard(graph)
        self._touched.add(graph)
        if not isinstance(graph, ox.DefaultGraph) and self.base.contains_named_graph(graph):
            self.dropped.add(graph)
        if self._copy is not None:
            self._copy.remove_graph(graph)

    def exists(self, graph: Graph) -> bool:
        """True when there is such a graph now."""
        if isinstance(graph, ox.DefaultGraph) or graph in self.made:
            return True
        return graph not in self.dropped and self.base.contains_named_graph(graph)

    def named_graphs(self) -> list[ox.NamedNode | ox.BlankNode]:
        """The named graphs that there are now."""
        before = (graph for graph in self.base.named_graphs() if graph not in self.dropped)
        return list(dict.fromkeys(chain(before, (g for g in self.made if not isinstance(g, ox.DefaultGraph)))))

    def quads(self, graph: Graph) -> Iterator[ox.Quad]:
        """What is in a graph now."""
        before = (quad for quad in self.base.quads_for_pattern(None, None, None, graph) if quad not in self.removed)
        return iter(dict.fromkeys(chain(before, (quad for quad in self.added if quad.graph_name == graph))))

    def graph(self, read: Collection[Graph] | None = None) -> ox.Store:
        """The dataset as it is now, for a query that reads these graphs (None: any).

        That is the base itself while none of them has changed, and afterwards a copy of what is read.
        """
        if not self._touched or (read is not None and self._touched.isdisjoint(read)):
            return self.base
        self._fill_copy([ox.DefaultGraph(), *self.named_graphs()] if read is None else read)
        assert self._copy is not None
        return self._copy

    def close(self) -> None:
        """Let go of the copy."""
        self._copy = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _fill_copy(self, wanted: Iterable[Graph]) -> None:
        if self._copy is None:
            if len(self.base) > _IN_MEMORY:
                self._folder = tempfile.TemporaryDirectory(prefix="summitry-update-")
            self._copy = ox.Store(self._folder.name) if self._folder else ox.Store()
        for graph in wanted:
            if graph not in self._in_copy:
                self._copy.bulk_extend(self.quads(graph))
                if not isinstance(graph, ox.DefaultGraph) and self.exists(graph):
                    self._copy.add_graph(graph)
                self._in_copy.add(graph)
