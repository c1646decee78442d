"""`/graph`: what surrounds a thing, as a network or a picture."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from summitry.api.dependencies import Lang, TheStore
from summitry.api.problems import responses
from summitry.claims import iris
from summitry.graph import neighbourhood, to_gexf, to_graphml, to_json
from summitry.graph.drawing import svg

router = APIRouter(prefix="/graph", tags=["graph"])

_EXAMPLE = {
    "directed": True,
    "multigraph": True,
    "graph": {"centre": "https://w3id.org/summitry/id/event/2b3b48ad02ec1416", "depth": 1, "truncated": False},
    "nodes": [
        {"id": "https://w3id.org/summitry/id/event/2b3b48ad02ec1416", "type": "Event", "kind": "videoconference",
         "name": "videoconference", "start": "2026-02-24", "status": "planned", "mode": "virtual"},
        {"id": "https://w3id.org/summitry/id/state/FRA", "type": "State", "name": "France", "iso3": "FRA"},
    ],
    "edges": [
        {"source": "https://w3id.org/summitry/id/state/FRA", "key": "PARTICIPATES_IN|chair",
         "target": "https://w3id.org/summitry/id/event/2b3b48ad02ec1416", "relation": "PARTICIPATES_IN",
         "role": "chair", "inferred": False, "confidence": 0.9, "quotes": ["menée par la France"]},
    ],
}  # fmt: skip


class GraphFormat(StrEnum):
    """Forms of a neighbourhood."""

    JSON = "json"
    GRAPHML = "graphml"
    GEXF = "gexf"
    SVG = "svg"


_MEDIA = {
    GraphFormat.JSON: "application/json",
    GraphFormat.GRAPHML: "application/graphml+xml",
    GraphFormat.GEXF: "application/gexf+xml",
    GraphFormat.SVG: "image/svg+xml",
}
_CONTENT: dict[str, Any] = {media: {} for media in _MEDIA.values()}
_CONTENT["application/json"] = {"example": _EXAMPLE}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The neighbourhood; JSON is networkx node-link data.", "content": _CONTENT},
    **responses(404, 422, 503),
}  # fmt: skip


@router.get("", summary="What surrounds a thing", response_class=Response, responses=_RESPONSES)
def get_graph(
    *,
    store: TheStore,
    id: Annotated[str, Query(description="Id or IRI of an event, agent, place or article.",
                             examples=["event/2b3b48ad02ec1416"])],
    depth: Annotated[int, Query(ge=0, le=3, description="How many links away.")] = 1,
    format: GraphFormat = GraphFormat.JSON,
    limit: Annotated[int, Query(ge=1, le=5000, description="Nodes at most; `truncated` says so.")] = 300,
    lang: Lang = "en",
) -> Response:  # fmt: skip
    """Everything at most `depth` links away, with the links among what was found, their claims and quotes."""
    found = neighbourhood(store, id if "://" in id else iris.DATA + id, depth, limit=limit)
    match format:
        case GraphFormat.JSON:
            content = to_json(found)
        case GraphFormat.GRAPHML:
            content = to_graphml(found)
        case GraphFormat.GEXF:
            content = to_gexf(found)
        case GraphFormat.SVG:
            content = svg(found, lang)
    return Response(content, media_type=_MEDIA[format])
