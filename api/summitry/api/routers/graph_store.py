"""`/rdf-graph-store`: the SPARQL 1.1 Graph Store HTTP Protocol."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from summitry.api import graph_store_protocol as protocol
from summitry.api.dependencies import TheServices
from summitry.api.problems import responses

router = APIRouter(prefix="/rdf-graph-store", tags=["queries"])

Default = Annotated[str | None, Query(description="Present, without a value: the default graph.")]
Named = Annotated[str | None, Query(description="IRI of a named graph.")]


@router.get("", summary="A graph", response_class=Response, responses=responses(400, 404, 406, 503))
def get_graph(request: Request, services: TheServices, default: Default = None, graph: Named = None) -> Response:
    """All triples of the default graph (`?default`) or of a named one (`?graph=IRI`), in any RDF format."""
    return protocol.read(request, services, protocol.target(default, graph))


@router.head("", summary="Whether there is such a graph", response_class=Response, responses=responses(400, 404))
def head_graph(request: Request, services: TheServices, default: Default = None, graph: Named = None) -> Response:
    """The same as GET, without the triples."""
    return protocol.read(request, services, protocol.target(default, graph))


@router.put("", summary="Replace a graph", response_class=Response, responses=responses(400, 403))
@router.post("", summary="Add to a graph", response_class=Response, responses=responses(400, 403))
@router.delete("", summary="Delete a graph", response_class=Response, responses=responses(400, 403))
def change_graph(request: Request, services: TheServices, default: Default = None, graph: Named = None) -> Response:
    """Changes need `summitry serve --sparql-update`."""
    return protocol.change(request.method, services, protocol.target(default, graph))
