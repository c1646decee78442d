"""The application: routes, error map, documentation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from summitry.api import documentation, problems
from summitry.api.guards import DOCUMENT_BYTES, BodyLimit, SameOrigin
from summitry.api.routers import agents, articles, ask, cypher, events, graph, graph_store, health, sparql
from summitry.api.services import open_services
from summitry.ingest import Settings

DESCRIPTION = """
A knowledge graph of diplomatic events in which every fact can be traced to the sentence that says it.

Addresses of things are short ids: `/events/1f2e3d4c5b6a7988`, `/people/emmanuel-macron`, `/states/FRA`,
`/organisations/nato`. Dates are EDTF (`2026-02-24`, `2026-02`, `2026-02-24/2026-02-25`). Errors are
`application/problem+json` with the subject, the cause and the remedy.
"""


def create_app(
    settings: Settings, *, sparql_update: bool = False, sparql_remote: bool = False, max_body: int = DOCUMENT_BYTES
) -> FastAPI:
    """The HTTP API over the store that the settings name.

    `sparql_update` allows changes by SPARQL, `sparql_remote` its SERVICE and LOAD; `max_body` is the limit of graphs
    and updates in bytes.

    The store is opened when the server starts; StoreError and its kinds end the start.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with open_services(settings, sparql_update=sparql_update, sparql_remote=sparql_remote) as services:
            app.state.services = services
            yield

    app = FastAPI(
        title="Summitry",
        version=version("summitry"),
        summary="Who meets whom, where, when, in which role, and who says so.",
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
    )
    app.add_middleware(BodyLimit, documents=max_body)
    app.add_middleware(SameOrigin)
    problems.add_handlers(app)
    others = (module.router for module in (ask, graph, cypher, sparql, graph_store, health))
    for router in (articles.router, events.router, *agents.ROUTERS, *others):
        app.include_router(router)
    documentation.describe(app)
    return app
