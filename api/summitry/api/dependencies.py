"""What routes ask for, as annotated types."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request

from summitry.api.services import Services
from summitry.store import Store


def _services(request: Request) -> Services:
    services: Services = request.app.state.services
    return services


def _store(services: Annotated[Services, Depends(_services)]) -> Store:
    return services.store


Language = Literal["en", "fr"]
TheServices = Annotated[Services, Depends(_services)]
TheStore = Annotated[Store, Depends(_store)]
Lang = Annotated[Language, Query(description="Language of names; English or any other when there is none in it.")]
Limit = Annotated[int, Query(ge=1, le=500, description="How many to return at most.")]
Offset = Annotated[int, Query(ge=0, description="How many to leave out.")]
Words = Annotated[
    str | None,
    Query(max_length=200, description="Words that the name holds, whatever their accents, capitals and order."),
]
