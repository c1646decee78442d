"""`/sparql`: the SPARQL 1.1 Protocol."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from summitry.api import sparql_protocol as protocol
from summitry.api.dependencies import TheServices
from summitry.api.problems import responses
from summitry.api.query_models import AS_OF, INFERRED
from summitry.api.sparql_protocol import Operation

router = APIRouter(tags=["queries"])

_QUERY = "PREFIX s: <https://w3id.org/summitry/ontology#> SELECT ?event ?start { ?event a s:Summit ; s:start ?start }"
_ROWS = {
    "head": {"vars": ["event", "start"]},
    "results": {"bindings": [{
        "event": {"type": "uri", "value": "https://w3id.org/summitry/id/event/c2cb2e874d774f01"},
        "start": {"type": "literal", "value": "2025-06-15", "datatype": "http://www.w3.org/2001/XMLSchema#date"},
    }]},
}  # fmt: skip
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Rows or a truth value in a SPARQL result format; triples in an RDF format; without a query, "
        "the service description.",
        "content": {
            **{media: ({"example": _ROWS} if media.endswith("results+json") else {}) for media in protocol.TABLES},
            **{media: {} for media in protocol.GRAPHS},
        },
    },
    **responses(400, 403, 404, 406, 415, 500, 501, 503),
}
_GRAPHS = {"type": "array", "items": {"type": "string", "format": "iri"}}
_VALID_AT = "The day is put in for `$validAt`, as an xsd:date."
_GET: dict[str, Any] = {
    "parameters": [
        {"name": "query", "in": "query", "schema": {"type": "string"}, "example": _QUERY},
        {"name": "default-graph-uri", "in": "query", "schema": _GRAPHS},
        {"name": "named-graph-uri", "in": "query", "schema": _GRAPHS},
        {"name": "as-of", "in": "query", "schema": {"type": "string"}, "description": AS_OF},
        {"name": "valid-at", "in": "query", "schema": {"type": "string", "format": "date"}, "description": _VALID_AT},
        {"name": "inferred", "in": "query", "schema": {"type": "boolean", "default": True}, "description": INFERRED},
    ]
}
_POST: dict[str, Any] = {
    "requestBody": {
        "content": {
            "application/sparql-query": {"schema": {"type": "string"}, "example": _QUERY},
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {"query": {"type": "string"}, "update": {"type": "string"}},
                },
                "example": {"query": _QUERY},
            },
            "application/sparql-update": {"schema": {"type": "string"}},
        }
    }
}


@router.get("/sparql", summary="Run a SPARQL query", response_class=Response, responses=_RESPONSES, openapi_extra=_GET)
@router.get("/sparql/", include_in_schema=False)
async def get_sparql(
    *,
    request: Request,
    services: TheServices,
    timeout: Annotated[float, Query(gt=0, le=60, description="Time limit in seconds.")] = 30.0,
) -> Response:
    """SPARQL 1.1 Query over the facts (default graph) and each article's claims (named graphs)."""
    operation = protocol.from_query(request)
    if operation is None:
        return protocol.description(request, services)
    return await _run(request, services, operation, timeout)


@router.head(
    "/sparql", summary="What a query would be answered with", response_class=Response, responses=_RESPONSES,
    openapi_extra=_GET,
)  # fmt: skip
@router.head("/sparql/", include_in_schema=False)
async def head_sparql(
    *, request: Request, services: TheServices, timeout: Annotated[float, Query(gt=0, le=60)] = 30.0
) -> Response:
    """The same as GET, without the rows or triples."""
    return await get_sparql(request=request, services=services, timeout=timeout)


@router.post(
    "/sparql", summary="Run a SPARQL query", response_class=Response, responses=_RESPONSES, openapi_extra=_POST
)
@router.post("/sparql/", include_in_schema=False)
async def post_sparql(
    *, request: Request, services: TheServices, timeout: Annotated[float, Query(gt=0, le=60)] = 30.0
) -> Response:
    """The same with the query in the body, as a form or as it is. Updates need `summitry serve --sparql-update`."""
    return await _run(request, services, await protocol.from_body(request), timeout)


async def _run(request: Request, services: TheServices, operation: Operation, timeout: float) -> Response:
    return await run_in_threadpool(protocol.run, request, services, operation, timeout)
