"""The SPARQL 1.1 Graph Store HTTP Protocol. Changes go through the log, on servers that were started for them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin

import pyoxigraph as ox
from fastapi import Request, Response
from starlette.datastructures import UploadFile

from summitry.api.addresses import address, parameters
from summitry.api.negotiation import choose, plain_body
from summitry.api.problems import ForbiddenError, UnsupportedMediaTypeError
from summitry.api.services import Services
from summitry.api.sparql_protocol import GRAPHS, PREFIXES
from summitry.claims import InputError, NotFoundError, QueryError
from summitry.query.compile import sparql_iri
from summitry.store import Boolean
from summitry.store.sparql_results import written
from summitry.store.updates import UpdateResult

DOCUMENTS = {**GRAPHS, "application/xml": "rdfxml", "text/xml": "rdfxml", "application/json": "jsonld"}
"""Media types of documents that are taken."""


@dataclass(frozen=True, slots=True)
class Document:
    """RDF in the body of a request."""

    data: bytes
    format: str


def target(request: Request) -> str | None:
    """The IRI of the graph that is meant, None for the default graph. Raises QueryError when that is not clear.

    `?default`, `?graph=IRI`, or the address itself when it goes below that of the graph store.
    """
    given = [(name, value) for name, value in parameters(request) if name in ("default", "graph")]
    below = bool(request.path_params.get("path"))
    if len(given) + below != 1:
        raise QueryError("graph store", "name one graph", "use ?default or ?graph=IRI")
    here = address(request)
    if below:
        return _checked(here)
    name, value = given[0]
    return None if name == "default" else _checked(urljoin(here, value))


def names_none(request: Request) -> bool:
    """True when the graph store itself is meant: what is posted there becomes a new graph."""
    return not request.path_params.get("path") and not {"default", "graph"} & request.query_params.keys()


def new_graph(request: Request) -> str:
    """The IRI of a graph that is not there yet."""
    return f"{address(request).rstrip('/')}/{uuid.uuid4()}"


def read(request: Request, services: Services, graph: str | None) -> Response:
    """The triples of a graph, as they were written. Raises NotFoundError for a named graph that is not there."""
    media, form = choose(request.headers.get("accept"), GRAPHS)
    triples = list(services.store.statements.triples(ox.DefaultGraph() if graph is None else ox.NamedNode(graph)))
    if graph is not None and not triples and not _exists(services, graph):
        raise NotFoundError(graph, "no such graph", "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists them")
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(written(triples, form, PREFIXES), headers={"Content-Type": media + charset, "Vary": "Accept"})


def check_allowed(request: Request, services: Services) -> None:
    """Raises ForbiddenError unless the server was started for changes."""
    if not services.sparql_update:
        raise ForbiddenError(
            f"{request.method} graph store", "changes are switched off",
            "start the server with --sparql-update to allow them",
        )  # fmt: skip


async def documents(request: Request) -> list[Document]:
    """What the body holds: one document, or several as parts of a form.

    Raises UnsupportedMediaTypeError for other media types, QueryError for a form without files.
    """
    plain_body(request)
    kind = request.headers.get("content-type", "")
    if not kind.strip().lower().startswith("multipart/form-data"):
        return [Document(await request.body(), _format(kind))]
    async with request.form() as form:
        files = [part for _, part in form.multi_items() if isinstance(part, UploadFile)]
        if not files:
            raise QueryError("graph store", "the form holds no file", "send each document as a file with its type")
        return [Document(await part.read(), _format(part.content_type or "")) for part in files]


def put(request: Request, services: Services, graph: str | None, given: list[Document]) -> Response:
    """Replace a graph: 201 when it is new, 204 otherwise. Raises QueryError for a document that cannot be read."""
    return _changed(lambda: services.store.updates.put(graph, _parts(given), _base(request, graph)), graph)


def post(request: Request, services: Services, graph: str | None, given: list[Document]) -> Response:
    """Add to a graph: 201 with its address when it is new, 204 otherwise. Raises QueryError as `put` does."""
    return _changed(lambda: services.store.updates.post(graph, _parts(given), _base(request, graph)), graph)


def delete(services: Services, graph: str | None) -> Response:
    """Take a graph away. Raises NotFoundError for a named graph that is not there."""
    return _response(services.store.updates.delete(graph), graph)


def _parts(given: list[Document]) -> list[tuple[bytes, str]]:
    return [(document.data, document.format) for document in given]


def _base(request: Request, graph: str | None) -> str:
    return graph or address(request)


def _changed(change: Callable[[], UpdateResult], graph: str | None) -> Response:
    try:
        return _response(change(), graph)
    except InputError as error:
        raise QueryError(error.subject, error.cause, error.remedy) from error


def _format(kind: str) -> str:
    media = kind.partition(";")[0].strip().lower()
    if media not in DOCUMENTS:
        raise UnsupportedMediaTypeError(
            "graph store", f"the body is {media or 'of no stated type'}", f"send one of {', '.join(DOCUMENTS)}"
        )
    return DOCUMENTS[media]


def _response(result: UpdateResult, graph: str | None) -> Response:
    if not result.created:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return Response(status_code=HTTPStatus.CREATED, headers={"Location": graph} if graph else None)


def _exists(services: Services, graph: str) -> bool:
    """Also true for a graph without triples."""
    found = services.store.sparql(f"ASK {{ GRAPH <{graph}> {{ }} }}")
    assert isinstance(found, Boolean)
    return found.value


def _checked(graph: str) -> str:
    try:
        return ox.NamedNode(sparql_iri(graph)[1:-1]).value
    except ValueError as error:
        raise QueryError(graph, "is no IRI", "use an absolute IRI") from error
