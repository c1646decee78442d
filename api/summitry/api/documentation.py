"""The OpenAPI document, with what the routes refer to by name."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from summitry.api.models import ArticleIn
from summitry.api.problems import Problem

_REFERRED = (ArticleIn, Problem)
_TAGS = [
    {"name": "articles", "description": "Reading articles into the graph."},
    {"name": "events", "description": "Summits, meetings, visits, calls and what else diplomacy consists of."},
    {"name": "agents", "description": "People, states, organisations, coalitions and groups."},
    {"name": "questions", "description": "Questions in French and English."},
    {"name": "graph", "description": "Networks and pictures."},
    {"name": "queries", "description": "Cypher, SPARQL and graphs by address."},
    {"name": "server", "description": "How the server is doing."},
]


def describe(app: FastAPI) -> None:
    """Make the application's OpenAPI document complete; it is put together when it is first asked for."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = get_openapi(
                title=app.title, version=app.version, summary=app.summary, description=app.description,
                license_info=app.license_info, routes=app.routes, tags=_TAGS,
            )  # fmt: skip
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            for model in _REFERRED:
                schemas[model.__name__] = model.model_json_schema(ref_template="#/components/schemas/{model}")
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
