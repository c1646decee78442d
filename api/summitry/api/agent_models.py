"""Wire shapes of people, states and organisations."""

from __future__ import annotations

from pydantic import Field

from summitry.api.models import Edtf, EventLine, Named, Wire
from summitry.claims import Role


class Office(Wire):
    """An office that a person holds or held."""

    office: str = Field(examples=["president"])
    name: str = Field(examples=["président"])
    of: Named | None = None
    since: Edtf | None = None
    until: Edtf | None = None
    claims: list[str]


class Belonging(Wire):
    """A membership, seen from either end."""

    other: Named
    role: str | None = Field(None, examples=["member"])
    since: Edtf | None = None
    until: Edtf | None = None
    claims: list[str]


class Attended(Wire):
    """An event with the role that somebody has there."""

    role: Role
    inferred: bool
    event: EventLine


class AgentLine(Named):
    """A person, state or organisation in a list."""

    type: str = Field(examples=["Person"])
    wikidata: str | None = Field(None, examples=["Q3052772"])
    events: int = Field(description="At how many events it is said to take part, to be invited or absent.")


class AgentDetail(Named):
    """A person, state or organisation with what is known of it."""

    type: str = Field(examples=["Person"])
    names: dict[str, str]
    wikidata: str | None = None
    iso3: str | None = Field(None, examples=["FRA"])
    offices: list[Office] = Field(description="Offices that it holds or held.")
    holders: list[Office] = Field(description="Who holds or held offices of it; `of` is the person.")
    member_of: list[Belonging]
    members: list[Belonging]
    events: list[Attended]
