"""`/events`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from summitry.api.catalogue import events
from summitry.api.dependencies import Lang, Limit, Offset, TheServices, TheStore, Words
from summitry.api.links import add_links
from summitry.api.models import EventDetail, EventLine, Page
from summitry.api.problems import responses
from summitry.claims import EventKind, EventStatus, iris

router = APIRouter(prefix="/events", tags=["events"])

Key = Annotated[str, Path(description="The last part of the event's IRI.", examples=["2b3b48ad02ec1416"])]
_THING = "Id or IRI; several must all fit."


@router.get("", summary="List events", responses=responses(422, 503))
def list_events(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    first: Annotated[date | None, Query(alias="from", description="Not over before this day.")] = None,
    last: Annotated[date | None, Query(alias="to", description="Begun on this day at the latest.")] = None,
    kind: Annotated[list[EventKind], Query(description="One of these kinds.")] = [],  # noqa: B006
    status: Annotated[list[EventStatus], Query(description="In one of these states.")] = [],  # noqa: B006
    participant: Annotated[list[str], Query(description=_THING, examples=["person/emmanuel-macron"])] = [],  # noqa: B006
    place: Annotated[
        list[str], Query(description=f"{_THING} A place, or the state it is in.", examples=["place/paris-FRA"])
    ] = [],  # noqa: B006
    q: Words = None,
    order: Annotated[
        Literal["newest", "oldest"], Query(description="By first day; undated events come last.")
    ] = "newest",
    lang: Lang = "en",
    limit: Limit = 50,
    offset: Offset = 0,
) -> Page[EventLine]:
    """Events by date, kind, state, participant, place and words of their names; all filters must fit."""
    agents, places = (tuple(map(_iri, found)) for found in (participant, place))
    wanted = events.Filters(first, last, kind, status, agents, places, q, order == "newest")
    page = events.list_events(store, wanted, lang, limit, offset)
    add_links(request, response, page)
    return page


@router.get("/{key}", summary="One event", responses=responses(404, 503))
def get_event(services: TheServices, key: Key, lang: Lang = "en") -> EventDetail:
    """Participants with role and evidence, every stated date, contradictions, places and articles."""
    return events.describe_event(services.store, key, lang, services.asker.evidences(services.store))


def _iri(given: str) -> str:
    return given if "://" in given else iris.DATA + given
