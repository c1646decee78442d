"""Readings of the pieces of one article become one reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.claims import Article
from summitry.extract.reading import EventReading, Reading, unique
from summitry.extractors import align
from summitry.extractors.times import chosen


def joined(article: Article, readings: Sequence[Reading]) -> Reading:
    """All readings as one; an event that two pieces tell of is told once, by the piece that says more first."""
    events: list[EventReading] = []
    for reading in readings:
        known = dict((j, i) for i, j in align.pairs(events, reading.events))
        for j, event in enumerate(reading.events):
            if j in known:
                events[known[j]] = _one(events[known[j]], event)
            else:
                events.append(event)
    offices = {(o.person.key, o.office, o.of.key): o for r in reversed(readings) for o in r.offices}
    members = {(m.member.key, m.of.key, m.role): m for r in reversed(readings) for m in r.memberships}
    main = next((e.id for e in events if e.main), None)
    told = tuple(replace(e, main=e.id == main) for e in events)
    return Reading(article, told, tuple(offices.values()), tuple(members.values()), (), ())


def _one(first: EventReading, second: EventReading) -> EventReading:
    """An event as two pieces tell it."""
    people = {p.agent.key: p for p in (*second.participants, *first.participants)}
    order = dict.fromkeys(p.agent.key for p in (*first.participants, *second.participants))
    dates = tuple({(t.evidence, t.reading): t for t in (*first.dates, *second.dates)}.values())
    places = tuple({p.key or p.name: p for p in (*second.places, *first.places)}.values())
    start, end = chosen(dates)
    return replace(
        first,
        start=start,
        end=end,
        dates=dates,
        places=places,
        participants=tuple(people[key] for key in order),
        announced_by=tuple({a.key: (a, e) for a, e in (*second.announced_by, *first.announced_by)}.values()),
        evidence=unique((*first.evidence, *second.evidence)),
        mode=first.mode or second.mode,
        main=first.main or second.main,
    )
