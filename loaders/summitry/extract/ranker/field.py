"""The events of an article as each of its agents meets them: who is where, how near, counted once for all agents."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple, TypeVar

from summitry.claims import AgentType
from summitry.extract.ranker.candidates import Candidate, Named
from summitry.extract.ranker.contexts import bucket
from summitry.extract.reading import Participant

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


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
    compatriots: dict[str | None, tuple[tuple[str, AgentType], ...]]
    """Those who attend, by country."""
    countries: int
    """How many countries they are of."""
    announcers: frozenset[str]
    hosts: frozenset[str | None]
    """Countries of its places."""
    series: frozenset[str]
    others: tuple[str, str]
    """How many attend besides somebody, as a feature: one who does not, one who does."""
    heaviest: bool
    named: frozenset[tuple[str, int]]
    """Whom its frames name, with the sentence in which each does."""


class Spot(NamedTuple):
    """How a sentence lies to an event: distance in sentences, its class, and the features that say so."""

    distance: int
    near: str
    features: frozenset[str]


class Kept(dict[_Key, _Value]):
    """What has been found out about sentences and the like, each asked for once."""

    def __init__(self, find: Callable[[_Key], _Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: _Key) -> _Value:
        found = self[key] = self._find(key)
        return found


class Field:
    """The events of an article, in order."""

    def __init__(self, events: Sequence[Candidate]) -> None:
        top = max((event.weight for event in events), default=0.0)
        self.grounds = [_ground(event, top) for event in events]
        self._told = Counter([key for ground in self.grounds for key in ground.told])
        self._engaged = Counter([where for ground in self.grounds for where in ground.named])
        self._free: dict[str, int] = {}
        self._attended: defaultdict[str, list[int]] = defaultdict(list)
        for at, ground in enumerate(self.grounds):
            for key in ground.there:
                self._attended[key].append(at)
        size = f"events={bucket(len(events), (1, 2, 4))}"
        told = sorted([(s, at) for at, event in enumerate(events) for s in event.sentences])
        self._distances = [Kept(partial(_distance, event.sentences)) for event in events]
        self._spots = [Kept(partial(_spot, size, told, at, event.sentences)) for at, event in enumerate(events)]

    def sharing(self, at: int) -> Iterator[int]:
        """The other events at which somebody attends who attends this one, in order."""
        last = at
        for n in heapq.merge(*(self._attended[key] for key in self.grounds[at].there)):
            if n not in (at, last):
                yield n
            last = n

    def elsewhere(self, key: str, at: int) -> int:
        """At how many other events the rules have read somebody."""
        return self._told.get(key, 0) - (key in self.grounds[at].told)

    def engaged(self, at: int, key: str, sentence: int) -> bool:
        """Whether a sentence names somebody as one who is at another event."""
        where = (key, sentence)
        return self._engaged[where] > (where in self.grounds[at].named)

    def free(self, key: str, sentences: Iterable[int]) -> int:
        """In how many of some sentences somebody is named without being read at any event."""
        found = self._free.get(key)
        if found is None:
            found = self._free[key] = sum([(key, sentence) not in self._engaged for sentence in sentences])
        return found

    def spot(self, at: int, sentence: int) -> Spot:
        """How a sentence lies to an event."""
        return self._spots[at][sentence]

    def nearest(self, at: int, named: dict[int, Named]) -> Named:
        """The naming nearest to an event, the earlier one of two; `named` are the first ones of each sentence."""
        return named[min(named, key=self._distances[at].__getitem__) if len(named) > 1 else next(iter(named))]


def _spot(size: str, told: Sequence[tuple[int, int]], at: int, own: Sequence[int], sentence: int) -> Spot:
    """How a sentence lies to the event `at`, told in the sentences `own`; `told` are those of all events."""
    nearest = _nearest(own, sentence)
    distance, other = abs(sentence - nearest), _rival(told, at, sentence)
    near = nearness(distance)
    behind = 0 if not distance else 1 if nearest < sentence else -1
    return Spot(distance, near, _lying(size, near, behind, other is None or distance <= other, other == 0))


def _rival(told: Sequence[tuple[int, int]], at: int, sentence: int) -> int | None:
    """How near the nearest other event is; None when there is no other."""
    right = bisect_left(told, (sentence, 0))
    left = right - 1
    while right < len(told) and told[right][1] == at:
        right += 1
    while left >= 0 and told[left][1] == at:
        left -= 1
    after = told[right][0] - sentence if right < len(told) else None
    before = sentence - told[left][0] if left >= 0 else None
    return after if before is None else before if after is None else min(before, after)


@cache
def _lying(size: str, near: str, behind: int, nearest: bool, shared: bool) -> frozenset[str]:
    """The features of a sentence behind (1), before (-1) or among (0) those of an event, which may share it."""
    side = "" if not behind else "after" if behind > 0 else "before"
    there = () if not shared else ("other-here",) if behind else ("shared-sentence",)
    return frozenset((size, f"distance={near}{side}", "nearest" if nearest else "not-nearest", *there))


def nearness(distance: int) -> str:
    """A distance in sentences as one of four classes."""
    return "0" if distance == 0 else "1" if distance == 1 else "2" if distance <= 3 else "far"


def _distance(told: Sequence[int], sentence: int) -> int:
    """How many sentences lie between a sentence and those that tell of an event, which are in order."""
    return abs(sentence - _nearest(told, sentence))


def _nearest(told: Sequence[int], sentence: int) -> int:
    """The sentence nearest to another one, the earlier one of two; they are in order."""
    right = bisect_left(told, sentence)
    if right == len(told) or (right and sentence - told[right - 1] <= told[right] - sentence):
        return told[right - 1]
    return told[right]


def _ground(event: Candidate, top: float) -> Ground:
    told: dict[str, Participant] = {}
    for participant in event.event.participants:
        told.setdefault(participant.agent.key, participant)
    there = attending(event)
    by_country: defaultdict[str, list[tuple[str, AgentType]]] = defaultdict(list)
    for participant in there:
        if participant.agent.country:
            by_country[participant.agent.country].append((participant.agent.key, participant.agent.type))
    keys = frozenset(p.agent.key for p in there)
    named = frozenset((p.agent.key, d.frame.sentence) for d in event.found.frames for p in d.frame.parts)
    others = [f"{event.family}&others={bucket(max(0, len(keys) - own), (0, 1, 2, 4))}" for own in (0, 1)]
    return Ground(
        event, told, keys, {c: tuple(found) for c, found in by_country.items()}, len(by_country),
        frozenset(agent.key for agent, _ in event.event.announced_by),
        frozenset(p.country for p in event.event.places), frozenset(event.found.series()), (others[0], others[1]),
        event.weight >= top, named,
    )  # fmt: skip
