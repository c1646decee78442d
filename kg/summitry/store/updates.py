"""Changing what users have brought along: SPARQL updates and whole graphs, always through the log.

Facts and claims that come from articles are out of reach: they change when articles do.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from summitry.claims import NotFoundError, QueryError
from summitry.store import rdf_files, segments, vocabularies
from summitry.store.documents import Document, triples
from summitry.store.log_reader import LogReader
from summitry.store.log_segments import SegmentChanges, SegmentLog
from summitry.store.query_errors import ProtectedError
from summitry.store.sparql import WHOLE_DATASET, Dataset, SparqlRunner
from summitry.store.sparql_results import SparqlResult
from summitry.store.update_delta import Delta, Graph, statements, stored
from summitry.store.update_run import UpdateRun
from summitry.store.verbatim import subject_hashes, verbatim
from summitry.store.vocabulary import INFERRED


@dataclass(frozen=True)
class Base:
    """The dataset that an update starts from, up to date, and the log that it is a view of."""

    graph: ox.Store
    log: SegmentLog
    reader: LogReader


@dataclass(frozen=True, slots=True)
class UpdateResult:
    """What an update changed; `seq` is the number of its last change, `created` says that a graph came into being."""

    seq: int
    added: int
    removed: int
    created: bool = False


Work = Callable[[Base], tuple[SegmentChanges, UpdateResult]]
Change = Callable[[Work], UpdateResult]
"""Runs the work while nobody else writes, records its changes durably, shows them, and fills in `seq`."""


class Updates:
    """The updates of a store; `EmbeddedStore.updates`, `Neo4jStore.updates`."""

    def __init__(self, change: Change, runner: SparqlRunner) -> None:
        self._change, self._runner = change, runner

    def run(self, request: str, *, timeout: float | None = 30, dataset: Dataset = WHOLE_DATASET) -> UpdateResult:
        """Run a SPARQL 1.1 update, whole or not at all; `timeout` in seconds is for its queries.

        Raises QueryError when it is wrong, ProtectedError when it would change what articles say, QueryTimeoutError.
        """
        end = None if timeout is None else time.monotonic() + timeout

        def work(base: Base, delta: Delta) -> None:
            def ask(graph: ox.Store, query: str, chosen: Dataset) -> SparqlResult:
                left = None if end is None else max(0.001, end - time.monotonic())
                return self._runner.run(graph, query, left, chosen)

            UpdateRun(delta, ask, lambda quads: verbatim(base.log, quads), dataset).run(request)

        return self._collect(work)

    def put(self, graph: str | None, given: Iterable[Document], base_iri: str | None = None) -> UpdateResult:
        """Replace a graph (None: the default graph) by the triples of documents. Raises InputError, ProtectedError."""
        name = _name(graph)
        found = triples(given, name, base_iri)

        def work(_: Base, delta: Delta) -> None:
            delta.remove(list(delta.quads(name)))
            delta.make(name)
            delta.insert(statements(found))

        return self._collect(work, name)

    def post(self, graph: str | None, given: Iterable[Document], base_iri: str | None = None) -> UpdateResult:
        """Add triples to a graph, which is made when it is not there. Raises as `put` does."""
        name = _name(graph)
        found = triples(given, name, base_iri)

        def work(_: Base, delta: Delta) -> None:
            delta.make(name)
            delta.insert(statements(found))

        return self._collect(work, name)

    def exchange(
        self, stale: Iterable[ox.Quad], fresh: Iterable[ox.Quad], graphs: Iterable[Graph] = (), drop: bool = False
    ) -> UpdateResult:
        """Take statements out, put others in, and make graphs, or with `drop` take them away.

        Blank nodes keep their labels; language tags are spelled as in `language_tags`. Raises ProtectedError.
        """

        def work(_: Base, delta: Delta) -> None:
            delta.remove(stale)
            for name in graphs:
                (delta.drop if drop else delta.make)(name)
            delta.insert(statements(fresh))

        return self._collect(work)

    def delete(self, graph: str | None) -> UpdateResult:
        """Take a graph away; the default graph is emptied. Raises NotFoundError when there is no such graph."""
        name = _name(graph)

        def work(_: Base, delta: Delta) -> None:
            if not delta.exists(name):
                raise NotFoundError(str(graph), "no such graph", "SELECT DISTINCT ?g { GRAPH ?g { } } lists them")
            delta.drop(name)

        return self._collect(work)

    def _collect(self, fill: Callable[[Base, Delta], None], graph: Graph | None = None) -> UpdateResult:
        def work(base: Base) -> tuple[SegmentChanges, UpdateResult]:
            delta = Delta(base.graph)
            try:
                created = graph is not None and not delta.exists(graph)
                fill(base, delta)
                changes = changes_of(delta, base)
            finally:
                delta.close()
            return changes, UpdateResult(0, len(delta.added), len(delta.removed), created)

        return self._change(work)


def changes_of(delta: Delta, base: Base) -> SegmentChanges:
    """What a delta means for the log. Raises ProtectedError when it touches what articles say."""
    _check_graphs(delta, base.reader)
    gone: list[int] = []
    rest: list[tuple[int, segments.Segment]] = []
    datasets: set[int] = set()
    hit: set[ox.Quad] = set()
    for seq, dataset, text in base.log.numbered(subject_hashes(delta.removed)) if delta.removed else ():
        keep, found = _without(text, delta.removed)
        if found:
            gone.append(seq)
            datasets.add(dataset)
            hit |= found
            rest += [(dataset, segment) for segment in segments.cut_lines(keep)]
    _check_hit(delta.removed - hit)
    marks, unmarked = _marks(delta, base.log)
    fresh = (*marks, *segments.cut_lines(_new_lines(delta, base.log)))
    return SegmentChanges((*gone, *unmarked), tuple(rest), fresh, frozenset(datasets))


def _name(graph: str | None) -> Graph:
    if graph is None:
        return ox.DefaultGraph()
    try:
        return ox.NamedNode(graph)
    except ValueError as error:
        raise QueryError(graph, "is no IRI", "use an absolute IRI") from error


def _lines(text: str) -> Iterator[tuple[ox.Quad, str]]:
    """The statements of a segment as Oxigraph keeps them, each with its line."""
    if segments.marked_graph(text) is None:
        yield from zip(stored(rdf_files.parse_lines(text)), text.split("\n")[:-1], strict=True)


def _without(text: str, removed: set[ox.Quad]) -> tuple[list[str], set[ox.Quad]]:
    """The lines of a segment that stay, and the statements that go."""
    keep: list[str] = []
    found: set[ox.Quad] = set()
    for quad, line in _lines(text):
        if quad in removed:
            found.add(quad)
        else:
            keep.append(line)
    return keep, found


def _new_lines(delta: Delta, log: SegmentLog) -> Iterator[str]:
    """The lines of added statements; what the log says already, in whatever form, is not said again in plain form."""
    known = verbatim(log, (quad for quad in delta.added if quad in delta.base and quad not in delta.removed))
    for quad, lines in delta.added.items():
        held = known.get(quad, [])
        plain = rdf_files.lines([quad]).rstrip("\n") if held else ""
        yield from (line for line in lines if line not in held and not (held and line == plain))


def _marks(delta: Delta, log: SegmentLog) -> tuple[list[segments.Segment], list[int]]:
    """Marks for named graphs that were made or may have become empty, and the marks of dropped ones."""
    touched = delta.made | delta.dropped | {quad.graph_name for quad in delta.removed}
    named = [graph for graph in touched if not isinstance(graph, ox.DefaultGraph)]
    marked: dict[object, int] = {}
    for seq, _, text in log.numbered(map(segments.subject_hash, named)) if named else ():
        graph = segments.marked_graph(text)
        if graph is not None:
            marked[graph] = seq
    fresh = [segments.mark(graph) for graph in sorted(named, key=str) if delta.exists(graph) and graph not in marked]
    return fresh, sorted(marked[graph] for graph in named if graph in marked and not delta.exists(graph))


def _check_graphs(delta: Delta, reader: LogReader) -> None:
    """No update may put words into the mouth of an article."""
    touched = {quad.graph_name for quad in delta.added} | delta.made
    for graph in touched:
        name = graph.value if isinstance(graph, ox.NamedNode) else ""
        if name in vocabularies.GRAPHS or name == INFERRED:
            raise ProtectedError(name, "is a graph of this program's own", "use another graph")
        if name and (reader.article(name) is not None or next(reader.claims(source=name), None) is not None):
            raise ProtectedError(name, "is the graph of what a source says", "use another graph, or load the article")


def _check_hit(missed: set[ox.Quad]) -> None:
    if missed:
        raise ProtectedError(
            "SPARQL update",
            f"would take away {len(missed)} statement{'s' * (len(missed) > 1)} that articles or reference data make, "
            f"such as {min(map(str, missed))}",
            "name what was imported; facts change when articles do",
        )
