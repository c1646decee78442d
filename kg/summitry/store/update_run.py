"""Running a SPARQL update on paper: its operations, one after the other, as a `Delta`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pyoxigraph as ox

from summitry.claims import InputError, QueryError
from summitry.store import documents, rdf_files, remote, update_request, update_template
from summitry.store.query_errors import FailedError, RefusedError
from summitry.store.sparql import WHOLE_DATASET, Dataset
from summitry.store.sparql_results import Solutions, SparqlResult
from summitry.store.update_delta import Delta, Graph, Statement, line, statements
from summitry.store.update_request import SUBJECT, Data, Manage, Modify
from summitry.store.update_template import Solution

Ask = Callable[[ox.Store, str, Dataset], SparqlResult]
"""Runs a query on a graph."""

Verbatim = Callable[[Iterable[ox.Quad]], dict[ox.Quad, list[str]]]
"""The lines in which the log has statements."""


class UpdateRun:
    """Runs the operations of one request. Nothing is written; an error leaves everything as it was."""

    def __init__(self, delta: Delta, ask: Ask, verbatim: Verbatim, dataset: Dataset = WHOLE_DATASET) -> None:
        """`dataset` is that of the protocol (using-graph-uri, using-named-graph-uri)."""
        self._delta, self._ask, self._verbatim, self._dataset = delta, ask, verbatim, dataset

    def run(self, request: str) -> None:
        """Take in a request. Raises QueryError when it is wrong, QueryTimeoutError when it takes too long."""
        for operation in update_request.parse(request, self._dataset.base):
            match operation:
                case Data():
                    self._data(operation)
                case Modify():
                    self._modify(operation)
                case Manage():
                    self._manage(operation)

    def _data(self, operation: Data) -> None:
        quads = update_template.parse(operation.prologue, operation.block, self._dataset.base)
        if operation.insert:
            self._delta.insert(statements(quads))
        else:
            self._delta.remove(quad for quad, _ in statements(quads))

    def _modify(self, operation: Modify) -> None:
        solutions = list(self._solutions(operation))
        base = self._dataset.base
        stale = update_template.parse(operation.prologue, operation.delete, base, operation.graph)
        fresh = update_template.parse(operation.prologue, operation.insert, base, operation.graph)
        gone = [quad for quad, _ in statements(update_template.fill(stale, solutions))]
        come = statements(update_template.fill(fresh, solutions))
        self._delta.remove(gone)
        self._delta.insert(come)

    def _solutions(self, operation: Modify) -> Iterator[Solution]:
        query = f"{operation.prologue}SELECT * WHERE {{{operation.where}\n}}"
        dataset = self._dataset_of(operation)
        found = self._ask(self._delta.graph(_read(operation, dataset)), query, dataset)
        assert isinstance(found, Solutions)
        parsed = ox.parse_query_results(found.json, format=ox.QueryResultsFormat.JSON)
        assert isinstance(parsed, ox.QuerySolutions)
        names = [variable.value for variable in parsed.variables]
        for solution in parsed:
            values = ((name, solution[name]) for name in names)
            yield {name: value for name, value in values if value is not None}

    def _dataset_of(self, operation: Modify) -> Dataset:
        asked = self._dataset
        own = operation.graph is not None or operation.using or operation.using_named
        if own and (asked.default_graphs or asked.named_graphs):
            raise QueryError(
                SUBJECT, "names its graphs by WITH or USING, and the request names others", "name them in one place"
            )
        if operation.using or operation.using_named:
            return replace(asked, default_graphs=operation.using, named_graphs=operation.using_named)
        if operation.graph is not None:
            return replace(asked, default_graphs=(operation.graph.value,), every_named=True)
        return asked

    def _manage(self, operation: Manage) -> None:
        match operation.verb:
            case "LOAD":
                self._load(operation)
            case "CREATE":
                self._create(operation)
            case "CLEAR" | "DROP":
                self._empty(operation)
            case _:
                self._transfer(operation)

    def _load(self, operation: Manage) -> None:
        """SILENT passes over what goes wrong, and over its not being allowed."""
        try:
            found = statements(self._loaded(operation))
        except (FailedError, RefusedError):
            if not operation.silent:
                raise
            return
        assert operation.target is not None
        self._delta.make(operation.target)
        self._delta.insert(found)

    def _loaded(self, operation: Manage) -> list[ox.Quad]:
        assert isinstance(operation.source, ox.NamedNode) and operation.target is not None
        if not self._dataset.remote:
            raise RefusedError(SUBJECT, "LOAD would reach out to another address", "use summitry import FILE")
        address = operation.source.value
        try:
            return documents.triples([remote.fetch(address)], operation.target, address)
        except InputError as error:
            raise FailedError(SUBJECT, f"{address}: {error.cause}", error.remedy) from error

    def _create(self, operation: Manage) -> None:
        assert operation.target is not None
        if not self._delta.exists(operation.target):
            self._delta.make(operation.target)
        elif not operation.silent:
            raise FailedError(SUBJECT, f"there is a graph {operation.target} already", "use CREATE SILENT")

    def _empty(self, operation: Manage) -> None:
        """A graph that is not there is clear; dropping it fails, since a slip of the name is likelier than intent."""
        for graph in self._graphs(operation):
            if not self._delta.exists(graph):
                if operation.silent or operation.verb == "CLEAR":
                    continue
                raise FailedError(SUBJECT, f"there is no graph {graph}", "use DROP SILENT")
            if operation.verb == "DROP":
                self._delta.drop(graph)
            else:
                self._delta.remove(list(self._delta.quads(graph)))

    def _graphs(self, operation: Manage) -> list[Graph]:
        if operation.target is not None:
            return [operation.target]
        named: list[Graph] = [*self._delta.named_graphs()]
        return [*named, ox.DefaultGraph()] if operation.scope == "ALL" else named

    def _transfer(self, operation: Manage) -> None:
        """COPY and MOVE empty the target first; MOVE takes the source away afterwards. To itself, nothing happens."""
        source, target = operation.source, operation.target
        assert source is not None and target is not None
        if source == target:
            return
        if operation.verb == "MOVE" and not self._delta.exists(source) and not operation.silent:
            raise FailedError(SUBJECT, f"there is no graph {source}", "use MOVE SILENT")
        moved = self._moved(source, target)
        if operation.verb != "ADD":
            self._delta.drop(target)
        self._delta.insert(moved)
        if operation.verb == "MOVE":
            self._delta.drop(source)

    def _moved(self, source: Graph, target: Graph) -> list[Statement]:
        """The statements of a graph, verbatim, as statements of another."""
        found = list(self._delta.quads(source))
        known = self._verbatim(quad for quad in found if quad not in self._delta.added)
        lines = (text for quad in found for text in self._delta.added.get(quad) or known.get(quad) or [line(quad)])
        spelled = rdf_files.parse_lines("\n".join(lines), keep_tags=True)
        return statements(ox.Quad(quad.subject, quad.predicate, quad.object, target) for quad in spelled)


def _read(operation: Modify, dataset: Dataset) -> set[Graph] | None:
    """The graphs that an operation's WHERE can read; None for all."""
    chosen = bool(dataset.default_graphs or dataset.named_graphs)
    default: set[Graph] = {ox.NamedNode(iri) for iri in dataset.default_graphs} if chosen else {ox.DefaultGraph()}
    if operation.read is not None:
        return default | {ox.NamedNode(iri) for iri in operation.read}
    if chosen and not dataset.every_named:
        return default | {ox.NamedNode(iri) for iri in dataset.named_graphs}
    return None
