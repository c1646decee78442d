"""The events of an article as each of its agents meets them: who is where, how near, counted once for all agents."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summitry.claims import AgentType
from summitry.extract.ranker.candidates import Candidate, Named
from summitry.extract.ranker.contexts import bucket
from summitry.extract.reading import Participant


def attending(candidate: Candidate) -> list[Participant]:
    """Who takes part, by the rules."""
    return [p for p in candidate.event.participants if p.role.attends]


@dataclass(frozen=True, slots=True)
class Ground:
    """One event with what is asked for beside every agent."""

    event: Candidate
    told: dict[str, Participant]
    """Everybody whom the rules have read at the event, by short id."""
    there: frozenset[str]
    """Short ids of those who attend."""
    compatriots: dict[str, tuple[tuple[str, AgentType], ...]]
    """Those who attend, by country."""
    announcers: frozenset[str]
    hosts: frozenset[str | None]
    """Countries of its places."""
    series: frozenset[str]
    heaviest: bool


class Field:
    """The events of an article, in order."""

    def __init__(self, events: Sequence[Candidate]) -> None:
        top = max((event.weight for event in events), default=0.0)
        self.grounds = [_ground(event, top) for event in events]
        self.size = f"events={bucket(len(events), (1, 2, 4))}"
        self._told = Counter(key for ground in self.grounds for key in ground.told)
        self._attended: defaultdict[str, list[int]] = defaultdict(list)
        for at, ground in enumerate(self.grounds):
            for key in ground.there:
                self._attended[key].append(at)
        self._stretches = sorted((s, at) for at, event in enumerate(events) for s in event.sentences)
        self._distances: dict[tuple[int, int], int] = {}

    def sharing(self, at: int) -> Iterator[int]:
        """The other events at which somebody attends who attends this one, in order."""
        last = at
        for n in heapq.merge(*(self._attended[key] for key in self.grounds[at].there)):
            if n not in (at, last):
                yield n
            last = n

    def elsewhere(self, key: str, at: int) -> int:
        """At how many other events the rules have read somebody."""
        return self._told[key] - (key in self.grounds[at].told)

    def distance(self, at: int, sentence: int) -> int:
        """How many sentences lie between a sentence and an event."""
        found = self._distances.get((at, sentence))
        if found is None:
            found = min([abs(sentence - s) for s in self.grounds[at].event.sentences])
            self._distances[at, sentence] = found
        return found

    def nearest(self, at: int, named: dict[int, Named]) -> Named:
        """The naming nearest to an event, the earlier one of two; `named` are the first ones of each sentence."""
        return named[min(named, key=lambda sentence: (self.distance(at, sentence), sentence))]

    def rival(self, at: int, sentence: int) -> int | None:
        """How near the nearest other event is; None when there is no other."""
        middle = bisect_left(self._stretches, (sentence, 0))
        right = next((s - sentence for s, n in self._from(middle) if n != at), None)
        left = next((sentence - s for s, n in self._back(middle) if n != at), None)
        return min((distance for distance in (left, right) if distance is not None), default=None)

    def _from(self, first: int) -> Iterator[tuple[int, int]]:
        return (self._stretches[i] for i in range(first, len(self._stretches)))

    def _back(self, last: int) -> Iterator[tuple[int, int]]:
        return (self._stretches[i] for i in range(last - 1, -1, -1))


def _ground(event: Candidate, top: float) -> Ground:
    told: dict[str, Participant] = {}
    for participant in event.event.participants:
        told.setdefault(participant.agent.key, participant)
    there = attending(event)
    by_country: defaultdict[str, list[tuple[str, AgentType]]] = defaultdict(list)
    for participant in there:
        if participant.agent.country:
            by_country[participant.agent.country].append((participant.agent.key, participant.agent.type))
    return Ground(
        event, told, frozenset(p.agent.key for p in there), {c: tuple(found) for c, found in by_country.items()},
        frozenset(agent.key for agent, _ in event.event.announced_by),
        frozenset(p.country for p in event.event.places), frozenset(event.found.series()), event.weight >= top,
    )  # fmt: skip
