"""`/people`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from summitry.api.agent_models import AgentDetail, AgentLine
from summitry.api.catalogue import agents
from summitry.api.dependencies import Lang, Limit, Offset, TheStore, Words
from summitry.api.links import add_links
from summitry.api.models import Page
from summitry.api.problems import responses

router = APIRouter(prefix="/people", tags=["agents"])

Key = Annotated[str, Path(description="The last part of the IRI.", examples=["emmanuel-macron"])]


@router.get("", summary="List people", responses=responses(422, 503))
def list_people(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    q: Words = None,
    lang: Lang = "en",
    limit: Limit = 50,
    offset: Offset = 0,
) -> Page[AgentLine]:
    """Those with most events first."""
    page = agents.list_agents(store, agents.PEOPLE, q, lang=lang, limit=limit, offset=offset)
    add_links(request, response, page)
    return page


@router.get("/{key}", summary="One person", responses=responses(404, 503))
def get_people(store: TheStore, key: Key, lang: Lang = "en") -> AgentDetail:
    """A person with offices, memberships and roles at events, the latest first."""
    return agents.describe_agent(store, agents.PEOPLE, key, lang)
