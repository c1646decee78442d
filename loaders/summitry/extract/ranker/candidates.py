"""What the ranker looks at: candidates for events, and everybody whom the article names, with where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.clusters import LARGE, Cluster
from summitry.extract.mention_model import Mention
from summitry.extract.ranker.contexts import around, bucket, listed
from summitry.extract.reading import Agent, EventReading
from summitry.extract.time import Vote

_SPEAKING = frozenset({"subject=say", "prev=V:say", "after=say", "subject=announce"})
_VERBS = ("subject=", "prev=V", "after=")
_IN_NOUN = frozenset({"in-event-noun"})
_SPOKEN_OF = 8
"""How many namings of an agent are looked at: what follows says little more."""
_REACH = 60
"""How many sentences away from an event somebody is named who may be there; news articles are no longer than that."""


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
        self.family = "large" if self.event.kind in LARGE else self.event.kind.value


@dataclass(slots=True)
class Named:
    """One naming of an agent: its sentence, the position of its chunk, its mention."""

    sentence: int
    at: int
    chunk: Chunk
    mention: Mention
    features: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    """Short ids of everybody in the list in which it stands."""
    lying: dict[str, tuple[frozenset[str], bool]] = field(default_factory=dict)
    """The same features with how near an event is, and whether any tie him to it: kept by the features of guests."""


@dataclass(frozen=True, slots=True)
class Naming:
    """All namings of one agent."""

    by_sentence: dict[int, Named]
    """The first one of each sentence."""
    features: frozenset[str]
    """Who he is; where and how the whole article names him."""
    companions: frozenset[str]
    """Short ids of others with whom he stands in a list."""

    def inside(self, told: Sequence[int]) -> bool:
        """Whether he is named between the first and the last of some sentences."""
        first, last = told[0], told[-1]
        if first == last:
            return first in self.by_sentence
        return any(first <= sentence <= last for sentence in self.by_sentence)


@dataclass
class Scene:
    """An article's sentences as chunks, and whom they name."""

    rows: Sequence[Sequence[Chunk]]
    members: Mapping[str, frozenset[str]]
    """States that belong to a body, by the body's short id."""
    known: frozenset[str]
    """Short ids of people who hold or held an office."""
    agents: dict[str, Agent] = field(default_factory=dict)
    _namings: dict[str, Naming] = field(default_factory=dict)

    @cached_property
    def named(self) -> dict[str, list[Named]]:
        """All namings by short id of the agent, in order of the text."""
        found: dict[str, list[Named]] = defaultdict(list)
        for sentence, row in enumerate(self.rows):
            for at, chunk in enumerate(row):
                if chunk.mentions and chunk.kind in (sym.AGENTS, sym.EVENT):
                    self._note(found, sentence, at, chunk)
        return dict(found)

    def _note(self, found: dict[str, list[Named]], sentence: int, at: int, chunk: Chunk) -> None:
        row = self.rows[sentence]
        agents = chunk.kind == sym.AGENTS
        first, last, size = listed(row, at) if agents else (at, at, 1)
        features = frozenset(around(row, at, first, last, size)) if agents else _IN_NOUN
        keys = frozenset([agent.key for one in row[first : last + 1] if one.mentions for agent in one.agents])
        for mention in chunk.mentions:
            if mention.blocked:
                continue
            for agent in mention.agents:
                self.agents.setdefault(agent.key, agent)
                found[agent.key].append(Named(sentence, at, chunk, mention, features, keys))

    def naming(self, key: str) -> Naming:
        """All namings of an agent, looked at once."""
        found = self._namings.get(key)
        if found is None:
            named = self.named[key]
            by_sentence: dict[int, Named] = {}
            for one in named:
                by_sentence.setdefault(one.sentence, one)
            features = frozenset((*naming_features(named), *self._person(self.agents[key])))
            beside: frozenset[str] = frozenset().union(*[one.beside for one in named[:_SPOKEN_OF]])
            found = self._namings[key] = Naming(by_sentence, features, beside - {key})
        return found

    def _person(self, agent: Agent) -> Iterator[str]:
        yield f"type={agent.type.value}"
        if agent.type is AgentType.PERSON:
            yield "official" if agent.key in self.known else "unknown"
        if agent.unnamed:
            yield "unnamed"
        if agent.type is AgentType.STATE and self.leaders(agent.country):
            yield "leader-named"

    def around(self, sentences: Sequence[int]) -> Iterable[Agent]:
        """Everybody whom the article names, in order; of a long one those named within reach of some sentences."""
        if len(self.rows) <= _REACH:
            return self.agents.values()
        near = {at for s in sentences for at in range(max(0, s - _REACH), min(len(self.rows), s + _REACH + 1))}
        found = {number for at in near for number in self._present[at]}
        return (self._numbered[number] for number in sorted(found))

    @cached_property
    def _numbered(self) -> list[Agent]:
        return list(self.agents.values())

    @cached_property
    def _present(self) -> dict[int, set[int]]:
        """Whom each sentence names, by number."""
        present: defaultdict[int, set[int]] = defaultdict(set)
        for number, key in enumerate(self.agents):
            for one in self.named[key]:
                present[one.sentence].add(number)
        return present

    @cached_property
    def _leaders(self) -> Counter[str | None]:
        return Counter(a.country for a in self.agents.values() if a.type is AgentType.PERSON)

    @cached_property
    def countries(self) -> int:
        """How many countries the people and states whom the article names belong to."""
        return len({self.agents[key].country for key in self.named} - {None})

    def leaders(self, country: str | None) -> int:
        """How many people of a country the article names."""
        return self._leaders[country]


def naming_features(named: Sequence[Named]) -> Iterator[str]:
    """Where and how the whole article names somebody."""
    yield f"named={bucket(len(named), (1, 2, 4))}"
    yield f"first={bucket(named[0].sentence, (0, 2, 5))}"
    yield from {f"office={one.mention.title.office}" for one in named if one.mention.title}
    seen = named[:_SPOKEN_OF]
    for one in seen:
        yield from [f"any:{f}" for f in one.features if f.startswith(_VERBS)]
    speaks = [not _SPEAKING.isdisjoint(one.features) for one in seen]
    if all(speaks):
        yield "only-speaks"
    elif any(speaks):
        yield "speaks"
