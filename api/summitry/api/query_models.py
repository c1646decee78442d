"""Wire shapes of questions, queries and the server's state."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from summitry.api.models import Wire

AS_OF = "Ask what was known then: a day (its end), a time (UTC) or a sequence number."
VALID_AT = "Ask what held on that day."
INFERRED = "False to leave out what no source says itself."


class QuestionIn(Wire):
    """A question in French or English."""

    question: str = Field(examples=["Qui participe à la visioconférence de la coalition des volontaires ?"])
    lang: str | None = Field(None, pattern="^(en|fr)$", description="Found out when left away.")
    as_of: str | None = Field(None, description=AS_OF, examples=[None])
    valid_at: date | None = Field(None, description=VALID_AT, examples=[None])
    inferred: bool = Field(True, description=INFERRED)


class CypherIn(Wire):
    """A reading Cypher query."""

    query: str = Field(
        examples=["MATCH (p:Person)-[r:PARTICIPATES_IN]->(e:Summit) RETURN p.name, r.role, e.name LIMIT 5"]
    )
    parameters: dict[str, Any] = Field(default_factory=dict, examples=[{}])
    timeout: float = Field(30.0, gt=0, le=60, description="Time limit in seconds.")
    as_of: str | None = Field(None, description=AS_OF, examples=[None])
    valid_at: date | None = Field(None, description="Becomes the parameter `$validAt`, as text.", examples=[None])
    inferred: bool = Field(True, description="Becomes the parameter `$inferred`.")


class CypherOut(Wire):
    """Rows of a Cypher query; a node is its properties, dates are ISO 8601."""

    columns: list[str] = Field(examples=[["p.name", "r.role", "e.name"]])
    rows: list[list[Any]] = Field(examples=[[["Mark Carney", "host", "G7 summit in Kananaskis"]]])


class Health(Wire):
    """How the store is doing."""

    status: str = Field(description="`ok`, or `behind` while a view is catching up.", examples=["ok"])
    kind: str = Field(examples=["embedded"])
    seq: int = Field(examples=[1919])
    views: dict[str, int] = Field(description="View → the last change that it shows.", examples=[{"rdf": 1919}])
    lag: dict[str, int] = Field(examples=[{"rdf": 0}])
    counts: dict[str, int] = Field(examples=[{"articles": 15, "claims": 1904, "live_claims": 1904, "events": 18}])
    writable: bool
    notes: list[str]
