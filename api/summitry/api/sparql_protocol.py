"""The SPARQL 1.1 Protocol: operations out of requests, results into the form that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import parse_qsl

import pyoxigraph as ox
from fastapi import Request, Response

from summitry.api.negotiation import choose
from summitry.api.problems import ForbiddenError, UnsupportedMediaTypeError
from summitry.api.services import Services
from summitry.claims import QueryError
from summitry.store import Graph, serialise
from summitry.store.sparql import Dataset

TABLES = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/trig": "trig",
    "application/n-quads": "nquads",
    "text/plain": "ntriples",
}
PREFIXES = {
    "s": "https://w3id.org/summitry/ontology#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
}
_SERVICE = "urn:summitry:service"
_UPDATES = f"<{_SERVICE}> sd:supportedLanguage sd:SPARQL11Update ."
_HERE = "urn:summitry:endpoint"
"""Stands for the address of the endpoint in the service description."""

Parameters = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update with the graphs that it is about."""

    text: str
    dataset: Dataset
    is_update: bool = False


def from_query(request: Request) -> Operation | None:
    """The operation in the address; None when there is none. Raises QueryError for a malformed one."""
    parameters = request.query_params.multi_items()
    if any(name == "update" for name, _ in parameters):
        raise QueryError("SPARQL", "an update must be sent by POST", "use POST")
    if not any(name == "query" for name, _ in parameters):
        return None
    return _operation(request, parameters)


async def from_body(request: Request) -> Operation:
    """The operation in the body. Raises QueryError for a malformed one, UnsupportedMediaTypeError for other bodies."""
    kind, _, options = request.headers.get("content-type", "").partition(";")
    text = _text(await request.body(), options)
    around = request.query_params.multi_items()
    match kind.strip().lower():
        case "application/x-www-form-urlencoded":
            return _operation(request, [*around, *parse_qsl(text, keep_blank_values=True)])
        case "application/sparql-query":
            return _operation(request, [*around, ("query", text)])
        case "application/sparql-update":
            return _operation(request, [*around, ("update", text)])
        case other:
            raise UnsupportedMediaTypeError(
                "SPARQL", f"the body is {other or 'of no stated type'}",
                "send application/sparql-query, application/sparql-update or a form",
            )  # fmt: skip


def run(request: Request, services: Services, operation: Operation, timeout: float) -> Response:
    """Run a query and give its result in the form that the client likes best; updates need to be allowed."""
    if operation.is_update:
        update(services, operation, timeout)
        return Response(status_code=HTTPStatus.NO_CONTENT)
    result = services.store.sparql(operation.text, timeout=timeout, dataset=operation.dataset)
    graph = isinstance(result, Graph)
    media, form = choose(request.headers.get("accept"), GRAPHS if graph else TABLES)
    return _response(serialise(result, form, PREFIXES if graph else None), media)


def update(services: Services, operation: Operation, timeout: float) -> None:
    """Change the store through the log. Raises ForbiddenError unless the server was started for it."""
    if not services.sparql_update:
        raise ForbiddenError("SPARQL update", "is switched off", "start the server with --sparql-update to allow it")
    services.store.updates.run(operation.text, timeout=timeout, dataset=operation.dataset)


def description(request: Request, services: Services) -> Response:
    """The SPARQL 1.1 service description of this endpoint."""
    media, form = choose(request.headers.get("accept"), GRAPHS)
    text = (files("summitry.api") / "service_description.ttl").read_text("utf-8")
    text += _UPDATES if services.sparql_update else ""
    here = _here(request)
    quads = ox.parse(
        text.replace(_HERE, here).replace(f"<{_SERVICE}>", "_:service").encode(), format=ox.RdfFormat.TURTLE
    )
    triples = ox.serialize([quad.triple for quad in quads], format=ox.RdfFormat.N_TRIPLES)
    return _response(serialise(Graph(triples or b""), form, PREFIXES), media)


def _here(request: Request) -> str:
    """The address of the endpoint, against which relative IRIs are resolved."""
    return str(request.url.replace(query="", fragment=""))


def _operation(request: Request, parameters: Parameters) -> Operation:
    texts = [(name, value) for name, value in parameters if name in ("query", "update")]
    if len(texts) != 1:
        raise QueryError("SPARQL", f"{len(texts)} queries or updates in one request", "send exactly one")
    name, text = texts[0]
    is_update = name == "update"
    names = ("using-graph-uri", "using-named-graph-uri") if is_update else ("default-graph-uri", "named-graph-uri")
    default, named = (tuple(value for key, value in parameters if key == wanted) for wanted in names)
    return Operation(text, Dataset(default, named, _here(request)), is_update)


def _text(body: bytes, options: str) -> str:
    """The body as text; SPARQL is UTF-8."""
    charset = next(
        (o.split("=", 1)[1] for o in options.split(";") if o.strip().lower().startswith("charset=")), "utf-8"
    )
    if charset.strip(' "').lower() not in ("utf-8", "utf8", "us-ascii"):
        raise QueryError("SPARQL", f"the body is in {charset}", "send UTF-8")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError("SPARQL", f"the body is not UTF-8 (byte {error.start})", "send UTF-8") from error


def _response(content: bytes, media: str) -> Response:
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(content, headers={"Content-Type": media + charset, "Vary": "Accept"})
