"""Questions and answers as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class QuestionType(StrEnum):
    """What a question asks for; each has a folder with its queries."""

    ATTENDS = "attends"
    ATTENDED = "attended"
    HOSTS = "hosts"
    FACTS = "facts"
    MET = "met"


@dataclass(frozen=True)
class Constraints:
    """What a question says of an event or of a person: IRIs, kinds as local names of classes, first and last day."""

    kinds: tuple[str, ...] = ()
    agents: tuple[tuple[str, ...], ...] = ()
    """Each agent as the IRIs that its words may mean; the event must have one of each."""
    places: tuple[tuple[str, ...], ...] = ()
    days: tuple[date, date] | None = None
    valid_at: date | None = None
    """The day of which the question asks: events that take place on it, members and office holders of it."""


@dataclass(frozen=True)
class Question:
    """A question that was understood."""

    text: str
    language: str
    type: QuestionType
    constraints: Constraints
    inferred: bool = True
    """False to leave out what no source says itself."""
    widened: bool = False
    """True when kinds were added because no event of the kind asked for fits."""


@dataclass(frozen=True)
class Evidence:
    """The words of one article behind a row."""

    claim: str
    article: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    start: int
    end: int
    quote: str
    sentence: str


@dataclass(frozen=True)
class EventSummary:
    """An event as answers show it: dates are EDTF, names in the language of the question."""

    iri: str
    kind: str | None = None
    name: str = ""
    start: str | None = None
    end: str | None = None
    status: str | None = None
    mode: str | None = None
    places: tuple[str, ...] = ()
    disputed: bool = False


@dataclass(frozen=True)
class Row:
    """One line of an answer: an agent in a role at an event, or the event itself for questions of when and where."""

    iri: str
    name: str
    event: str
    role: str | None = None
    inferred: bool = False
    via: str | None = None
    via_name: str | None = None
    evidence: tuple[Evidence, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Ranked:
    """One side of a contradiction with what speaks for it; `reason` says why it is shown, or why it is not."""

    value: str
    shown: bool
    rank: str
    sources: int
    latest: str | None
    confidence: float
    decided_by: str
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Conflict:
    """Sources, or one source, that contradict each other on an event; every reading keeps its evidence.

    `ranking` has the sides in the order in which the graph prefers them.
    """

    event: str
    about: str
    readings: tuple[str, ...]
    reason: str
    evidence: tuple[Evidence, ...]
    ranking: tuple[Ranked, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The answer to a question with everything needed to check it."""

    question: str
    language: str
    understood: bool
    type: str | None = None
    answer: str = ""
    rows: tuple[Row, ...] = ()
    events: tuple[EventSummary, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    cypher: str | None = None
    sparql: str | None = None
    as_of: int | None = None
    """The change after which the graph was asked; None for the graph as it is."""
    valid_at: date | None = None
    examples: tuple[str, ...] = ()
