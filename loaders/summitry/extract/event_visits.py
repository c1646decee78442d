"""Visits and the meetings that fill them: who is met in the country visited is its host, and both share their day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract.event_setting import INHERITED
from summitry.extract.reading import EventReading, Participant
from summitry.extract.time import ResolvedTime

HOST = "visit.host"
"""Rule id of a host read from a meeting during a visit."""
_CONFIDENCE = 0.7
_MEETINGS = frozenset({EventKind.MEETING, EventKind.SIGNING, EventKind.NEGOTIATION})
_OFF = frozenset({EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.DECLINED})


def share(events: Sequence[EventReading]) -> None:
    """Give visits the day and the hosts of their meetings, and meetings without a day that of their visit."""
    for visit in events:
        if visit.kind is EventKind.VISIT and visit.places:
            for meeting in _meetings(visit, events):
                _day(visit, meeting)
                visit.participants = (*visit.participants, *_hosts(visit, meeting))


def _meetings(visit: EventReading, events: Sequence[EventReading]) -> Iterator[EventReading]:
    """The meetings of the visitor in the country that he visits."""
    visitors = {p.agent.key for p in visit.participants if p.role.attends and p.agent.type is AgentType.PERSON}
    there = {place.country for place in visit.places}
    for event in events:
        if event.kind not in _MEETINGS or event.mode is EventMode.VIRTUAL:
            continue
        guests = {p.agent.key for p in event.participants if p.role.attends}
        elsewhere = event.places and not there & {place.country for place in event.places}
        if visitors & guests and not elsewhere and (event.status in _OFF) == (visit.status in _OFF):
            yield event


def _day(visit: EventReading, meeting: EventReading) -> None:
    """A visit begins with its first meeting where the text says no more."""
    if visit.start is None and visit.end is None and meeting.start and meeting.places:
        visit.start, visit.dates = meeting.start, (*visit.dates, *_taken(meeting))
    elif meeting.start is None and visit.start and visit.end is None and visit.status is meeting.status:
        meeting.start, meeting.dates = visit.start, (*meeting.dates, *_taken(visit))


def _taken(event: EventReading) -> Iterator[ResolvedTime]:
    for time in event.dates:
        if isinstance(time, ResolvedTime) and time.reading == event.start:
            yield replace(time, flags=tuple(dict.fromkeys((*time.flags, INHERITED))))
            return


def _hosts(visit: EventReading, meeting: EventReading) -> Iterator[Participant]:
    """Those of the country visited whom the visitor meets."""
    there = {place.country for place in visit.places if place.country}
    known = {p.agent.key for p in visit.participants}
    for one in meeting.participants:
        person = one.agent.type is AgentType.PERSON and one.role.attends
        if person and one.agent.country in there and one.agent.key not in known and meeting.places:
            yield Participant(one.agent, Role.HOST, HOST, _CONFIDENCE, list(one.evidence), list(one.names))
