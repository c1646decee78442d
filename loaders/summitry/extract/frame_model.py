"""What frames are made of: an agent in a role, and what one trigger of a sentence says."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract import chunk_model
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.reading import Agent
from summitry.extract.time import Direction, StatedTime

SOFT = frozenset(
    {
        sym.WORD,
        "ADV",
        "DET",
        "POSS",
        "THEIR",
        "NUM",
        "ORD",
        sym.NUMBER,
        "PAST",
        "DEM",
        "VIRTUAL",
        "PHONE",
        sym.CAPITAL,
        "FORMER",
        "GOV",
        sym.TIME,
        "-",
        "TITLE",
    }
)
STOP = frozenset({"SUB", "REL", ";", ":", sym.QUOTE, "BUT"})
BEFORE_AGENT = frozenset(
    [
        "OF",
        "WITH",
        "IN",
        "TO",
        "ON",
        "BY",
        "BETWEEN",
        "DURING",
        "FROM",
        "INCL",
        "WITHOUT",
        "PRESENCE",
        "REPR",
        "AROUND",
        "MEDIATION",
        "INVITATION",
    ]
)
TELLING = frozenset(
    [
        "hold",
        "open",
        "close",
        "takeplace",
        "host",
        "attend",
        "chair",
        "lead",
        "gather",
        "meet",
        "join",
        "travel",
        "go",
        "receive",
        "mediate",
        "organise",
    ]
)
AUXILIARY = frozenset({"ADV", "HAVE", "FUT", "BE", "WAS"})
"""What may stand between a subject and the verb of its clause."""
MOVING = frozenset({"travel", "go", "come"})
"""Frames of verbs of going and arriving."""
PLAIN = frozenset({"other", "goon"})
"""Frames of verbs that are known for verbs, and say nothing of events."""
ADDRESSING = PLAIN | {"say"}
"""Frames of verbs by which somebody may speak to somebody."""
SPEAKING = ADDRESSING | {"announce"}
"""Frames of verbs by which somebody may speak at all."""
SILENT = frozenset({"say", "other", "leave", "postpone2", "recall", "follow", "goon"})
"""Frames of verbs that tell of no event."""
FRAMING = frozenset({EventKind.SUMMIT, EventKind.CONFERENCE})
"""Kinds of events in which meetings take place."""
ROLES = frozenset(Role)
ROLE_OF = {"WITHOUT": Role.ABSENT, "MEDIATION": Role.MEDIATOR, "INVITATION": Role.HOST}
PRESENCE = frozenset(
    {"present", "preside", "come", "among", "away", "plan", "attend", "skip", "invite", "decline", "cancel"}
)
BETWEEN_TWO = frozenset({EventKind.CALL, EventKind.MEETING})
"""Kinds of events that two sides hold with each other."""
OF_FEW = BETWEEN_TWO | {EventKind.NEGOTIATION}
"""Kinds of events that are held with one after another."""
BEING = {"FUT": EventStatus.PLANNED, "WAS": EventStatus.HELD}
"""Status of what a form of `to be` tells; the present may mean either."""
FINITE = chunk_model.FINITE


@dataclass(slots=True)
class Part:
    """An agent in a role, with its words and rule."""

    agent: Agent
    role: Role
    start: int
    end: int
    rule: str
    confidence: float = 0.9
    behalf: Agent | None = None


@dataclass(slots=True)
class RawFrame:
    """What one trigger says; offsets are those of the text."""

    kind: EventKind
    sentence: int
    start: int
    end: int
    rule: str
    span: tuple[int, int] = (0, 0)
    noun: bool = False
    soft: bool = False
    definite: bool = False
    pointing: bool = False
    """Named as what was told before (`this meeting`)."""
    plural: bool = False
    """Told in the plural, or of several places: one for each of them."""
    parts: list[Part] = field(default_factory=list)
    times: list[StatedTime] = field(default_factory=list)
    tense: str | None = None
    """Tense of its own verb, for a noun that of its clause."""
    anterior: bool = False
    """Told as before the past that is told (`had met`)."""
    bygone: bool = False
    """Told as what was to be (`was to meet B on Friday`)."""
    within: bool = False
    """Told only as that during which something will be (`during the visit they will discuss it`)."""
    continuing: bool = False
    """Told as going on: neither its first day nor its last (`continued his visit`)."""
    unsure: set[int] = field(default_factory=set)
    """Times by position that may be when somebody spoke of it (`cancelled his trip on Tuesday`)."""
    nth: int | None = None
    """Which of its days the frame speaks of; -1 is the last."""
    distance: int | None = None
    """Days from the one that its sentence tells to its own (`a day after meeting B`: -1)."""
    closing: bool = False
    """Told as coming to its end."""
    days: int | None = None
    """How many days the text says that it lasts."""
    directions: dict[int, Direction] = field(default_factory=dict)
    """On which side of the day of writing a time lies, by its position."""
    places: list[tuple[str | None, str, str | None, int, int]] = field(default_factory=list)
    towns: set[str | None] = field(default_factory=set)
    """The towns of its places, those of venues told in their stead."""
    statuses: list[tuple[str, int, int]] = field(default_factory=list)
    mode: EventMode | None = None
    series: str | None = None
    edition: int | None = None
    ordinal: bool = False
    """Counted among others (`the first summit`)."""
    recalled: bool = False
    governed: bool = False
    link: RawFrame | None = None
    announcers: list[tuple[Agent, int, int]] = field(default_factory=list)
    back: bool = False
    apart: bool = False
    """A meeting of two, said to be held apart from others (`separately`, `bilateral`)."""
    later: frozenset[str] = frozenset()
    """Short ids of those whom the same words tell as met at another time (`A, then B`)."""
    refers: bool = False
    """Speaks of guests at the event that the article is about, without naming it."""

    def add(self, chunk: Chunk, role: Role, rule: str, confidence: float = 0.9) -> None:
        """Put the agents of a chunk into a role."""
        for mention in chunk.mentions:
            if mention.blocked:
                continue
            for agent in mention.agents:
                self.parts.append(Part(agent, role, mention.start, mention.end, rule, confidence))

    def add_states(self, chunk: Chunk, name: str | None = None) -> None:
        """Put the states of a chunk among the places, by their own names or by the one that the text gives."""
        for mention in chunk.mentions:
            if mention.seat and mention.agents:
                agent = mention.agents[0]
                self.places.append((agent.key, name or agent.name, agent.country, mention.start, mention.end))

    def keys(self) -> set[str]:
        """Short ids of everybody who attends."""
        return {p.agent.key for p in self.parts if p.role.attends}

    def twin(self, parts: list[Part], start: int, end: int) -> RawFrame:
        """The same words told of others, who stand from `start` to `end`."""
        second: RawFrame = copy(self)
        second.start, second.end, second.parts = start, end, parts
        second.times, second.places = list(self.times), list(self.places)
        second.statuses, second.directions = list(self.statuses), dict(self.directions)
        return second


def people_of(chunk: Chunk) -> Chunk:
    """The chunk with its people only."""
    kept = [m for m in chunk.mentions if not m.blocked and any(a.type is AgentType.PERSON for a in m.agents)]
    return Chunk(chunk.kind, chunk.start, chunk.end, chunk.first, chunk.last, kept, text=chunk.text)


def of_countries(chunk: Chunk) -> bool:
    """`A and B agreed at a meeting`: people of two countries or more."""
    people = [a for a in chunk.agents if a.type is AgentType.PERSON]
    return len(people) > 1 and len({a.country for a in people} - {None}) > 1
