"""Which of two readings' events are one: each event of one side gets at most one of the other, the likest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summitry.claims import EventKind, Evidence, edtf
from summitry.extract.reading import EventReading, Participant

_SAME = 1.5
"""From this likeness on two events are one."""
_PEOPLE, _WORDS, _DAY, _OTHER_DAY, _KIND, _PLACE, _MAIN = 2.0, 1.2, 1.0, -1.5, 0.4, 0.5, 0.3
_REMOTE = frozenset({EventKind.CALL, EventKind.VIDEOCONFERENCE})


def pairs(first: Sequence[EventReading], second: Sequence[EventReading]) -> list[tuple[int, int]]:
    """Positions of the events that are one, in order of the first side."""
    scored = [(likeness(a, b), i, j) for i, a in enumerate(first) for j, b in enumerate(second)]
    found: dict[int, int] = {}
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score >= _SAME and i not in found and j not in found.values():
            found[i] = j
    return sorted(found.items())


def likeness(a: EventReading, b: EventReading) -> float:
    """How much speaks for two events being one: people, words of the text, days, kind, place."""
    return (
        _PEOPLE * _shared_people(a.participants, b.participants)
        + _WORDS * overlap(a.evidence, b.evidence)
        + _days(a.start, b.start)
        + _kinds(a.kind, b.kind)
        + _PLACE * bool({p.name for p in a.places} & {p.name for p in b.places})
        + _MAIN * (a.main and b.main)
    )


def same_agent(a: Participant, b: Participant) -> bool:
    """Whether two participants are one: the same agent, or one of them without a name and named by the same words."""
    if a.agent.key == b.agent.key:
        return True
    loose = a.agent.unnamed or b.agent.unnamed or (a.agent.wikidata is None and b.agent.wikidata is None)
    words = set(a.names) & set(b.names)
    return loose and a.agent.type == b.agent.type and bool(words)


def overlap(a: Iterable[Evidence], b: Iterable[Evidence]) -> bool:
    """Whether some piece of the one shares words with some piece of the other."""
    others = list(b)
    return any(x.start < y.end and y.start < x.end for x in a for y in others)


def _shared_people(a: Sequence[Participant], b: Sequence[Participant]) -> float:
    """The share of the smaller side that the other side has too."""
    if not a or not b:
        return 0.0
    shared = sum(any(same_agent(x, y) for y in b) for x in a)
    return min(1.0, shared / min(len(a), len(b)))


def _days(a: str | None, b: str | None) -> float:
    first, second = edtf.bounds(a or ""), edtf.bounds(b or "")
    if first is None or second is None:
        return 0.0
    return _DAY if first[0] <= second[1] and second[0] <= first[1] else _OTHER_DAY


def _kinds(a: EventKind, b: EventKind) -> float:
    """The same kind speaks for one event; a call and a meeting in person are two."""
    if a == b:
        return _KIND
    return -1.0 if (a in _REMOTE) != (b in _REMOTE) else 0.0
