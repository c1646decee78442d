"""What the ranker looks at: candidates for events, and everybody whom the article names, with where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summitry.claims import AgentType, EventKind
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.clusters import Cluster
from summitry.extract.mention_model import Mention
from summitry.extract.ranker.contexts import around, listed
from summitry.extract.reading import Agent, EventReading
from summitry.extract.time import Vote

_LARGE = frozenset({EventKind.SUMMIT, EventKind.CONFERENCE, EventKind.VIDEOCONFERENCE})


@dataclass(slots=True)
class Candidate:
    """A cluster of frames as an event: `weight` says how much of the article is about it."""

    event: EventReading
    found: Cluster
    weight: float
    worthy: bool
    """What the rules say of its worth."""
    voted: Vote
    sentences: tuple[int, ...] = ()
    family: str = ""

    def __post_init__(self) -> None:
        self.sentences = tuple(sorted({d.frame.sentence for d in self.found.frames}))
        self.family = "large" if self.event.kind in _LARGE else self.event.kind.value


@dataclass(slots=True)
class Named:
    """One naming of an agent: its sentence, the position of its chunk, its mention."""

    sentence: int
    at: int
    chunk: Chunk
    mention: Mention
    features: tuple[str, ...] = ()

    def list(self, rows: Sequence[Sequence[Chunk]]) -> Sequence[Chunk]:
        """The chunks of the list in which it stands."""
        if self.chunk.kind != sym.AGENTS:
            return (self.chunk,)
        first, last, _ = listed(rows[self.sentence], self.at)
        return rows[self.sentence][first : last + 1]


@dataclass
class Scene:
    """An article's sentences as chunks, and whom they name."""

    rows: Sequence[Sequence[Chunk]]
    members: Mapping[str, frozenset[str]]
    """States that belong to a body, by the body's short id."""
    known: frozenset[str]
    """Short ids of people who hold or held an office."""
    agents: dict[str, Agent] = field(default_factory=dict)

    @cached_property
    def named(self) -> dict[str, list[Named]]:
        """All namings by short id of the agent, in order of the text."""
        found: dict[str, list[Named]] = defaultdict(list)
        for sentence, row in enumerate(self.rows):
            for at, chunk in enumerate(row):
                if chunk.kind in (sym.AGENTS, sym.EVENT) and chunk.mentions:
                    self._note(found, sentence, at, chunk)
        return dict(found)

    def _note(self, found: dict[str, list[Named]], sentence: int, at: int, chunk: Chunk) -> None:
        features = tuple(around(self.rows[sentence], at)) if chunk.kind == sym.AGENTS else ("in-event-noun",)
        for mention in chunk.mentions:
            if mention.blocked:
                continue
            for agent in mention.agents:
                self.agents.setdefault(agent.key, agent)
                found[agent.key].append(Named(sentence, at, chunk, mention, features))

    def leaders(self, country: str | None) -> int:
        """How many people of a country the article names."""
        return sum(a.type is AgentType.PERSON and a.country == country for a in self.agents.values())
