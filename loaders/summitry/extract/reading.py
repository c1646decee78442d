"""What reading an article yields: agents, events and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from summitry.claims import (
    AgentType,
    Article,
    Claim,
    EventKind,
    EventMode,
    EventStatus,
    Evidence,
    Modality,
    Polarity,
    Role,
    TimeReference,
)

_BODIES = frozenset({AgentType.ORGANISATION, AgentType.COALITION})


@dataclass(frozen=True, slots=True)
class Agent:
    """Who can take part. `key` is the short id (`person/emmanuel-macron`); `gender` m, f or empty."""

    key: str
    type: AgentType
    name: str
    country: str | None = None
    wikidata: str | None = None
    gender: str = ""
    unnamed: bool = False
    format: bool = False
    """A way of meeting: its name stands for its meetings too. Of a person: speaks for a body, not for a state."""
    official: bool = False
    """Somebody whom no table knows, but to whom the text gives an office of state."""
    stranger: bool = False
    """Somebody whom no table knows, and of whom the text tells nothing but the name."""

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def is_body(self) -> bool:
        """Whether it is a body that states can belong to, and no part of one state."""
        return (self.type in _BODIES or self.format) and self.country is None


@dataclass(frozen=True, slots=True)
class Stated:
    """A value with the words and the rule that gave it."""

    value: str
    evidence: Evidence
    rule: str
    confidence: float = 0.9


@dataclass(slots=True)
class Participant:
    """An agent in a role at an event, with all the places where the text says so."""

    agent: Agent
    role: Role
    rule: str
    confidence: float
    evidence: list[Evidence] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    on_behalf_of: Agent | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """Where an event takes place: a place of the tables (`key` place/…, state/…) or a name only."""

    key: str | None
    name: str
    country: str | None
    evidence: Evidence


@dataclass(slots=True)
class EventReading:
    """One event as the article tells it."""

    id: str
    kind: EventKind
    name: str
    status: EventStatus
    mode: EventMode | None
    start: str | None
    end: str | None
    dates: tuple[TimeReference, ...]
    places: tuple[PlaceReading, ...]
    participants: tuple[Participant, ...]
    announced_by: tuple[tuple[Agent, Evidence], ...]
    evidence: tuple[Evidence, ...]
    rules: tuple[str, ...]
    status_evidence: tuple[Evidence, ...] = ()
    series: str | None = None
    edition: int | None = None
    main: bool = False
    part_of: str | None = None
    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class OfficeReading:
    """That a person holds an office of a state or organisation."""

    person: Agent
    office: str
    of: Agent
    evidence: Evidence
    rule: str
    names: tuple[str, ...] = ()
    """The forms in which the article names the person."""


@dataclass(frozen=True, slots=True)
class MembershipReading:
    """That an agent belongs to an organisation or coalition."""

    member: Agent
    of: Agent
    role: str
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Readings of one thing that cannot all be right."""

    event: str
    about: str
    kind: str
    readings: tuple[str, ...]
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that an article says. `claims` is the same as frozen claims."""

    article: Article
    events: tuple[EventReading, ...]
    offices: tuple[OfficeReading, ...]
    memberships: tuple[MembershipReading, ...]
    mentions: tuple[tuple[Agent, tuple[Evidence, ...]], ...]
    conflicts: tuple[Conflict, ...]
    claims: tuple[Claim, ...] = ()


def unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence in order of the text, each once."""
    found = tuple(evidence)
    return tuple(sorted(set(found))) if len(found) > 1 else found
