"""`/rdf-graph-store`: the SPARQL 1.1 Graph Store HTTP Protocol."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from summitry.api import graph_store_protocol as protocol
from summitry.api.dependencies import TheServices
from summitry.api.problems import responses

router = APIRouter(prefix="/rdf-graph-store", tags=["queries"])

_WHICH: dict[str, Any] = {
    "parameters": [
        {"name": "default", "in": "query", "schema": {"type": "string"}, "allowEmptyValue": True,
         "description": "Present, without a value: the default graph."},
        {"name": "graph", "in": "query", "schema": {"type": "string", "format": "iri"},
         "description": "IRI of a named graph."},
    ]
}  # fmt: skip
_BODY = {"requestBody": {"content": {media: {"schema": {"type": "string"}} for media in protocol.DOCUMENTS}}}
_CHANGES: dict[int | str, dict[str, Any]] = {
    201: {"description": "The graph is new."},
    204: {"description": "The graph was there and is changed."},
    **responses(400, 403, 415),
}


@router.get(
    "", summary="A graph", response_class=Response, responses=responses(400, 404, 406, 503), openapi_extra=_WHICH
)
@router.get("/{path:path}", include_in_schema=False)
def get_graph(request: Request, services: TheServices) -> Response:
    """All triples of the default graph (`?default`) or of a named one (`?graph=IRI`), in any RDF format."""
    return protocol.read(request, services, protocol.target(request))


@router.head(
    "", summary="Whether there is such a graph", response_class=Response, responses=responses(400, 404),
    openapi_extra=_WHICH,
)  # fmt: skip
@router.head("/{path:path}", include_in_schema=False)
def head_graph(request: Request, services: TheServices) -> Response:
    """The same as GET, without the triples."""
    return protocol.read(request, services, protocol.target(request))


@router.put("", summary="Replace a graph", response_class=Response, responses=_CHANGES, openapi_extra=_WHICH | _BODY)
@router.put("/{path:path}", include_in_schema=False)
async def put_graph(request: Request, services: TheServices) -> Response:
    """Put the triples of the body in place of a graph. Changes need `summitry serve --sparql-update`."""
    protocol.check_allowed(request, services)
    graph, given = protocol.target(request), await protocol.documents(request)
    return await run_in_threadpool(protocol.put, request, services, graph, given)


@router.post("", summary="Add to a graph", response_class=Response, responses=_CHANGES, openapi_extra=_WHICH | _BODY)
@router.post("/{path:path}", include_in_schema=False)
async def post_graph(request: Request, services: TheServices) -> Response:
    """Add the triples of the body to a graph, or to a new one when none is named."""
    protocol.check_allowed(request, services)
    graph = protocol.new_graph(request) if protocol.names_none(request) else protocol.target(request)
    given = await protocol.documents(request)
    return await run_in_threadpool(protocol.post, request, services, graph, given)


@router.delete(
    "", summary="Delete a graph", response_class=Response, responses=_CHANGES | responses(404), openapi_extra=_WHICH
)
@router.delete("/{path:path}", include_in_schema=False)
def delete_graph(request: Request, services: TheServices) -> Response:
    """Take a named graph away, or empty the default graph."""
    protocol.check_allowed(request, services)
    return protocol.delete(services, protocol.target(request))
