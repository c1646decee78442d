"""`/people`, `/states` and `/organisations`: a list, and one of them."""

from __future__ import annotations

from fastapi import APIRouter, Path, Request, Response

from summitry.api.agent_models import AgentDetail, AgentLine
from summitry.api.catalogue import agents
from summitry.api.catalogue.agents import AgentKind
from summitry.api.dependencies import Lang, Limit, Offset, TheStore, Words
from summitry.api.links import add_links
from summitry.api.models import Page
from summitry.api.problems import responses


def _router(kind: AgentKind, members: str, member: str, example: str) -> APIRouter:
    """The addresses of a kind of agents; `example` is the key of one."""
    router = APIRouter(prefix=f"/{kind.address}", tags=["agents"])

    @router.get(
        "", summary=f"List {members}", name=f"list_{kind.address}", responses=responses(422, 503),
        description="Those with most events first.",
    )  # fmt: skip
    def list_agents(
        *,
        request: Request,
        response: Response,
        store: TheStore,
        q: Words = None,
        lang: Lang = "en",
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Page[AgentLine]:
        page = agents.list_agents(store, kind, q, lang=lang, limit=limit, offset=offset)
        add_links(request, response, page)
        return page

    article = "An" if member.startswith("o") else "A"
    described = f"{article} {member} with offices, memberships and roles at events, the latest first."

    @router.get(
        "/{key}", summary=f"One {kind.word}", name=f"get_{kind.address}", responses=responses(404, 503),
        description=described,
    )  # fmt: skip
    def get_agent(
        store: TheStore,
        key: str = Path(description="The last part of the IRI.", examples=[example]),
        lang: Lang = "en",
    ) -> AgentDetail:
        return agents.describe_agent(store, kind, key, lang)

    return router


ROUTERS = (
    _router(agents.PEOPLE, "people", "person", "emmanuel-macron"),
    _router(agents.STATES, "states", "state", "FRA"),
    _router(agents.ORGANISATIONS, "organisations, coalitions and groups", "organisation, coalition or group", "nato"),
)
