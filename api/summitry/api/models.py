"""The shapes that go over the wire: camelCase JSON, dates as EDTF, everything with its evidence."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from summitry.claims import EventKind, EventMode, EventStatus, Role, iris
from summitry.query import Conflict, EventSummary, Evidence

T = TypeVar("T")

Id = Annotated[str, Field(examples=["event/2b3b48ad02ec1416"])]
Edtf = Annotated[str, Field(description="EDTF", examples=["2026-02-24", "2026-02", "2026-02-24/2026-02-25"])]


class Wire(BaseModel):
    """Base of all shapes."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, from_attributes=True)


def short(iri: str) -> str:
    """`person/emmanuel-macron` for its IRI."""
    return iri.removeprefix(iris.DATA)


class Page(Wire, Generic[T]):
    """One page of a list; the Link header leads to the others (RFC 8288)."""

    total: int = Field(description="How many there are in all.", examples=[18])
    limit: int = Field(examples=[50])
    offset: int = Field(examples=[0])
    items: list[T]


class Quote(Wire):
    """The words of one article that say it; offsets are code points into the article's text."""

    claim: str = Field(examples=["1eff891ac075ec0f81e27308a32b9ad0"])
    article: str = Field(examples=["https://w3id.org/summitry/id/article/83754a914d2bacfb"])
    title: str | None = None
    publisher: str | None = Field(None, examples=["Le Carnet diplomatique"])
    published: str | None = Field(None, examples=["2026-02-20"])
    url: str | None = None
    start: int
    end: int
    quote: str = Field(examples=["mardi prochain"])
    sentence: str

    @classmethod
    def of(cls, pieces: tuple[Evidence, ...]) -> list[Self]:
        """Quotes from pieces of evidence."""
        return [cls(**asdict(piece)) for piece in pieces]


class Named(Wire):
    """A thing with its name."""

    id: Id
    iri: str
    name: str = Field(examples=["Paris"])


class EventLine(Wire):
    """An event in a list."""

    id: Id
    iri: str = Field(examples=["https://w3id.org/summitry/id/event/2b3b48ad02ec1416"])
    name: str = Field(examples=["visioconférence de la « coalition des volontaires »"])
    kind: EventKind | None = None
    start: Edtf | None = None
    end: Edtf | None = None
    status: EventStatus | None = None
    mode: EventMode | None = None
    places: list[str] = Field(examples=[["Paris"]])
    disputed: bool = Field(description="Whether sources contradict each other on kind, dates, status or mode.")

    @classmethod
    def of(cls, event: EventSummary) -> Self:
        """A line from a summary."""
        return cls(id=short(event.iri), **{**asdict(event), "places": list(event.places)})


class Participant(Wire):
    """Somebody in a role at an event."""

    id: Id
    iri: str
    name: str = Field(examples=["France"])
    type: str = Field(examples=["State"])
    role: Role
    inferred: bool = Field(description="True for whom no source names: members of a coalition that takes part.")
    via: str | None = Field(None, description="The coalition through which it is inferred.")
    evidence: list[Quote]


class Reading(Wire):
    """One reading of a stated date."""

    about: str = Field(examples=["start"])
    reading: Edtf
    stated: str | None = Field(None, examples=["le mardi 25 février 2026"])
    precision: str | None = Field(None, examples=["day"])
    anchor: str | None = Field(None, description="The date that it was resolved against.", examples=["2026-02-20"])
    flags: list[str] = Field(examples=[["weekday-mismatch"]])
    rank: str = Field(examples=["normal"])
    chosen: bool = Field(description="Whether it is the one that the event shows.")
    evidence: list[Quote]


class Disagreement(Wire):
    """Readings that contradict each other, inside one article or between articles."""

    about: str = Field(examples=["start"])
    readings: list[str] = Field(examples=[["2026-02-24", "2026-02-25"]])
    reason: str
    evidence: list[Quote]

    @classmethod
    def of(cls, conflict: Conflict) -> Self:
        """From a conflict of the query layer."""
        return cls(
            about=conflict.about, readings=list(conflict.readings), reason=conflict.reason,
            evidence=Quote.of(conflict.evidence),
        )  # fmt: skip


class ArticleLine(Wire):
    """An article in a list."""

    id: str = Field(examples=["83754a914d2bacfb"])
    iri: str
    title: str | None = Field(None, examples=["Une visioconférence des volontaires pour les quatre ans de la guerre"])
    published: date | None = None
    publisher: str | None = None
    lang: str | None = Field(None, examples=["fr"])
    url: str | None = None


class EventDetail(EventLine):
    """An event with everything that is known of it."""

    names: dict[str, str] = Field(examples=[{"fr": "visioconférence de la « coalition des volontaires »"}])
    participants: list[Participant]
    announced_by: list[Named]
    located: list[Named] = Field(description="The places as things; `places` has their names.")
    part_of: list[Named]
    in_series: list[Named]
    dates: list[Reading] = Field(description="Every stated reading of start and end, also those not chosen.")
    conflicts: list[Disagreement]
    articles: list[ArticleLine]


class ArticleDetail(ArticleLine):
    """An article with its text and what it tells of."""

    text: str
    published_source: str | None = Field(None, examples=["metadata"])
    events: list[EventLine]
    claims: list[dict[str, Any]] = Field(description="Every live claim of the article with its evidence.")


class ArticleIn(Wire):
    """An article to be read."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        extra="forbid",
        json_schema_extra={
            "example": {
                "title": "Une visioconférence des volontaires pour les quatre ans de la guerre",
                "text": "Le président français, Emmanuel Macron, a annoncé vendredi qu'une visioconférence de la "
                "« coalition des volontaires », menée par la France et le Royaume-Uni, se tiendra mardi prochain.",
                "published": "2026-02-20",
                "lang": "fr",
                "publisher": "Le Carnet diplomatique",
                "url": "https://example.org/carnet/2026/02/20/volontaires",
            }
        },
    )

    text: str = Field(min_length=1)
    title: str | None = None
    published: date | None = Field(None, description="Without it, dates such as “next Tuesday” stay unresolved.")
    url: str | None = Field(None, description="Names the article: sent again, it is a new version of it.")
    lang: str | None = Field(None, description="Found out when left away.")
    publisher: str | None = None


class Loaded(Wire):
    """What reading an article has changed."""

    id: str = Field(examples=["83754a914d2bacfb"])
    iri: str
    seq: int = Field(description="Number of the last change; views with this watermark show it.", examples=[1919])
    added: int = Field(description="Claims added.", examples=[22])
    retracted: int = Field(description="Claims of an older version that it no longer makes.", examples=[0])
    unchanged: bool = Field(description="True when it was there already, as it is.")
    events: list[EventLine]
