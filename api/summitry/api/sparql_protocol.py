"""The SPARQL 1.1 Protocol: operations out of requests, results into the form that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from http import HTTPStatus
from importlib.resources import files

import pyoxigraph as ox
from fastapi import Request, Response

from summitry.api.addresses import address, pairs, parameters
from summitry.api.negotiation import choose, plain_body
from summitry.api.problems import ForbiddenError, UnsupportedMediaTypeError
from summitry.api.services import Services
from summitry.claims import QueryError
from summitry.claims.rdf_terms import typed
from summitry.store import Graph, history, serialise
from summitry.store.sparql import Dataset
from summitry.store.sparql_parameters import bind

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
_REMOTE = f"<{_SERVICE}> sd:feature sd:BasicFederatedQuery, sd:DereferencesURIs ."
_HERE = "urn:summitry:endpoint"
"""Stands for the address of the endpoint in the service description."""

_TIMES = ("as-of", "valid-at")

Parameters = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update with the graphs that it is about."""

    text: str
    dataset: Dataset
    is_update: bool = False
    as_of: str | None = None
    """The moment that a query asks of, as `summitry.store.moments` reads it."""


def from_query(request: Request) -> Operation | None:
    """The operation in the address; None when there is none. Raises QueryError for a malformed one."""
    given = parameters(request)
    if any(name == "update" for name, _ in given):
        raise QueryError("SPARQL", "an update must be sent by POST", "use POST")
    if not any(name == "query" for name, _ in given):
        return None
    return _operation(request, given)


async def from_body(request: Request) -> Operation:
    """The operation in the body. Raises QueryError for a malformed one, UnsupportedMediaTypeError for other bodies."""
    kind, _, options = request.headers.get("content-type", "").partition(";")
    plain_body(request)
    text = _text(await request.body(), options)
    around = parameters(request)
    match kind.strip().lower():
        case "application/x-www-form-urlencoded":
            return _operation(request, [*around, *pairs(text)])
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
    dataset = replace(operation.dataset, remote=services.sparql_remote)
    store = history.as_of(services.store, operation.as_of)
    result = store.sparql(operation.text, timeout=timeout, dataset=dataset)
    graph = isinstance(result, Graph)
    media, form = choose(request.headers.get("accept"), GRAPHS if graph else TABLES)
    return _response(serialise(result, form, PREFIXES if graph else None), media)


def update(services: Services, operation: Operation, timeout: float) -> None:
    """Change the store through the log. Raises ForbiddenError unless the server was started for it."""
    if not services.sparql_update:
        raise ForbiddenError("SPARQL update", "is switched off", "start the server with --sparql-update to allow it")
    dataset = replace(operation.dataset, remote=services.sparql_remote)
    services.store.updates.run(operation.text, timeout=timeout, dataset=dataset)


def description(request: Request, services: Services) -> Response:
    """The SPARQL 1.1 service description of this endpoint."""
    media, form = choose(request.headers.get("accept"), GRAPHS)
    text = (files("summitry.api") / "service_description.ttl").read_text("utf-8")
    text += _UPDATES if services.sparql_update else ""
    text += _REMOTE if services.sparql_remote else ""
    here = address(request)
    quads = ox.parse(
        text.replace(_HERE, here).replace(f"<{_SERVICE}>", "_:service").encode(), format=ox.RdfFormat.TURTLE
    )
    triples = ox.serialize([quad.triple for quad in quads], format=ox.RdfFormat.N_TRIPLES)
    return _response(serialise(Graph(triples or b""), form, PREFIXES), media)


def _operation(request: Request, given: Parameters) -> Operation:
    texts = [(name, value) for name, value in given if name in ("query", "update")]
    if len(texts) != 1:
        raise QueryError("SPARQL", f"{len(texts)} queries or updates in one request", "send exactly one")
    name, text = texts[0]
    is_update = name == "update"
    names = ("using-graph-uri", "using-named-graph-uri") if is_update else ("default-graph-uri", "named-graph-uri")
    default, named = (tuple(_graph(value) for key, value in given if key == wanted) for wanted in names)
    as_of, valid_at = (next((value for key, value in given if key == wanted), None) for wanted in _TIMES)
    if is_update and as_of is not None:
        raise QueryError("SPARQL update", "the past cannot be changed", "leave as-of out")
    hidden = any(key == "inferred" and value == "false" for key, value in given)
    dataset = Dataset(default, named, address(request), inferred=not hidden)
    return Operation(_with_day(text, valid_at), dataset, is_update, as_of)


def _graph(iri: str) -> str:
    """The IRI of a graph that the protocol names. Raises QueryError for one that is not absolute."""
    try:
        return ox.NamedNode(iri).value
    except ValueError as error:
        raise QueryError(f"<{iri}>", "is no absolute IRI", "name each graph by its full address") from error


def _with_day(text: str, valid_at: str | None) -> str:
    """The text with the day put in for `$validAt`. Raises QueryError when it is no date."""
    if valid_at is None:
        return text
    try:
        return bind(text, {"validAt": typed(date.fromisoformat(valid_at).isoformat(), "date")})
    except ValueError as error:
        raise QueryError(f"valid-at={valid_at}", "is no date", "write it as 2026-02-24") from error


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
