"""The SPARQL 1.1 Graph Store HTTP Protocol: reading graphs; changes are for servers that were started for them."""

from __future__ import annotations

from fastapi import Request, Response

from summitry.api.negotiation import choose
from summitry.api.problems import ForbiddenError
from summitry.api.services import Services
from summitry.api.sparql_protocol import GRAPHS, PREFIXES
from summitry.claims import NotFoundError, QueryError
from summitry.query.compile import sparql_iri
from summitry.store import Graph, serialise


def target(default: str | None, graph: str | None) -> str | None:
    """The IRI of the graph that is meant, None for the default graph. Raises QueryError when that is not clear."""
    if (default is None) == (graph is None):
        raise QueryError("graph store", "name one graph", "use ?default or ?graph=IRI")
    return graph


def read(request: Request, services: Services, graph: str | None) -> Response:
    """The triples of a graph. Raises NotFoundError for a named graph that has none."""
    media, form = choose(request.headers.get("accept"), GRAPHS)
    pattern = "?s ?p ?o" if graph is None else f"GRAPH {_iri(graph)} {{ ?s ?p ?o }}"
    result = services.store.sparql(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}")
    assert isinstance(result, Graph)
    if graph is not None and not result.ntriples:
        raise NotFoundError(graph, "no such graph", "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists them")
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(serialise(result, form, PREFIXES), headers={"Content-Type": media + charset, "Vary": "Accept"})


def change(method: str, services: Services, graph: str | None) -> Response:
    """Change a graph through the claim log. Raises ForbiddenError unless the server was started for it."""
    where = f"{method} {graph or 'default graph'}"
    if not services.sparql_update:
        raise ForbiddenError(where, "changes are switched off", "start the server with --sparql-update to allow them")
    raise QueryError(where, "this store takes no changes by graph", "load articles or datasets")


def _iri(graph: str) -> str:
    try:
        return sparql_iri(graph)
    except ValueError as error:
        raise QueryError(graph, "is no IRI", "use an absolute IRI") from error
