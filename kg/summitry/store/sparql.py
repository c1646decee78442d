"""Running SPARQL queries on Oxigraph: reading only, without reaching out, within a time limit."""

from __future__ import annotations

import threading
import traceback
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from summitry.claims import QueryError, QueryTimeoutError
from summitry.store import sparql_service, terms
from summitry.store.query_errors import FailedError
from summitry.store.sparql_results import Boolean, Graph, Solutions, SparqlResult
from summitry.store.vocabulary import INFERRED

_MAX_OVERDUE = 4
"""Oxigraph cannot be interrupted: so many queries past their limit may still be at work before new ones are refused."""


@dataclass(frozen=True)
class Dataset:
    """Which graphs a query reads (SPARQL protocol: default-graph-uri, named-graph-uri); empty means all there are."""

    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str | None = None
    every_named: bool = False
    """True to have all named graphs beside the chosen default graphs (WITH of an update)."""
    remote: bool = False
    """True to let SERVICE and LOAD reach out to other servers."""
    inferred: bool = True
    """False to hide the graphs of what no source says; every named graph is looked at for it."""

    def options(self, graph: ox.Store) -> dict[str, Any]:
        """The same as arguments of pyoxigraph for a query of a graph."""
        options = self._chosen()
        if not self.inferred:
            default, named = options.get("default_graph", [ox.DefaultGraph()]), options.get("named_graphs")
            options["default_graph"] = [name for name in default if not _is_inferred(name)]
            options["named_graphs"] = [n for n in (graph.named_graphs() if named is None else named)
                                       if not _is_inferred(n)]  # fmt: skip
        return options

    def _chosen(self) -> dict[str, Any]:
        options: dict[str, Any] = {"base_iri": self.base}
        if self.default_graphs or self.named_graphs:
            options["default_graph"] = [terms.named(iri) for iri in self.default_graphs]
            if not self.every_named:
                options["named_graphs"] = [terms.named(iri) for iri in self.named_graphs]
        return options


WHOLE_DATASET = Dataset()


def _is_inferred(name: object) -> bool:
    return isinstance(name, ox.NamedNode) and (name.value == INFERRED or name.value.startswith(INFERRED + "/"))


@dataclass
class _Job:
    """A query in a thread of its own, and what became of it."""

    graph: ox.Store
    query: str
    dataset: Dataset
    result: SparqlResult | None = None
    error: Exception | None = None
    done: threading.Event = field(default_factory=threading.Event)

    def work(self) -> None:
        try:
            self.result = evaluate(self.graph, self.query, self.dataset)
        except Exception as error:  # handed over to the asking thread, without the engine's values: they must die here
            for link in (error, error.__cause__):
                traceback.clear_frames(link.__traceback__ if link else None)
            self.error = error
        finally:
            self.done.set()


class SparqlRunner:
    """Runs queries; one for each store, so that it can count the queries that ran past their limit."""

    def __init__(self) -> None:
        self._overdue: list[_Job] = []
        self._guard = threading.Lock()

    def run(self, graph: ox.Store, query: str, timeout: float | None, dataset: Dataset = WHOLE_DATASET) -> SparqlResult:
        """The result of a query. Raises QueryError and QueryTimeoutError; `timeout` in seconds, None for no limit."""
        query = sparql_service.checked(query, remote=dataset.remote)
        if timeout is None:
            return evaluate(graph, query, dataset)
        self._refuse_when_busy()
        job = _Job(graph, query, dataset)
        threading.Thread(target=job.work, name="sparql", daemon=True).start()
        if not job.done.wait(timeout):
            with self._guard:
                self._overdue.append(job)
            raise QueryTimeoutError(
                "SPARQL query", f"no answer within {timeout:g} s", "ask for less, or allow more time"
            )
        if job.error is not None:
            raise job.error
        assert job.result is not None
        return job.result

    def _refuse_when_busy(self) -> None:
        with self._guard:
            self._overdue = [job for job in self._overdue if not job.done.is_set()]
            if len(self._overdue) >= _MAX_OVERDUE:
                raise QueryError(
                    "SPARQL query", f"{len(self._overdue)} queries past their time limit are still at work", "try later"
                )


def evaluate(graph: ox.Store, query: str, dataset: Dataset = WHOLE_DATASET) -> SparqlResult:
    """Run a query to its end. Raises QueryError when it is wrong, FailedError when the engine cannot do it."""
    try:
        found = graph.query(query, **dataset.options(graph))
        if isinstance(found, ox.QueryTriples):
            return Graph(found.serialize(format=ox.RdfFormat.N_TRIPLES) or b"")
        json = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
    except (SyntaxError, ValueError) as error:
        raise QueryError("SPARQL query", str(error).strip(), "see docs/sparql.md for examples") from error
    except (RuntimeError, OSError) as error:  # a function that the engine does not have, a server that does not answer
        raise FailedError("SPARQL query", str(error).strip(), "see docs/sparql.md for what is there") from error
    return Boolean(json) if isinstance(found, ox.QueryBoolean) else Solutions(json)
