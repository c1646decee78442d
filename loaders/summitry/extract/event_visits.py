"""Visits and the meetings that fill them: who is met in the country visited is its host."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract.event_kinds import FACE_TO_FACE, NOT_HELD
from summitry.extract.reading import EventReading, Participant

HOST = "visit.host"
"""Rule id of a host read from a meeting during a visit."""
_CONFIDENCE = 0.7
_MOST = 3
"""People at a meeting of a visitor with his host: at larger ones others may have come from afar."""


def share(events: Sequence[EventReading]) -> None:
    """Give visits the hosts of their meetings; not their day, as a visit may begin before its first meeting."""
    for visit in events:
        if visit.kind is EventKind.VISIT and visit.places:
            for meeting in _meetings(visit, events):
                visit.participants = (*visit.participants, *_hosts(visit, meeting))


def _meetings(visit: EventReading, events: Sequence[EventReading]) -> Iterator[EventReading]:
    """The meetings of the visitor in the country that he visits."""
    visitors = {p.agent.key for p in visit.participants if p.role.attends and p.agent.type is AgentType.PERSON}
    there = {place.country for place in visit.places}
    for event in events:
        if event.kind not in FACE_TO_FACE or event.mode is EventMode.VIRTUAL:
            continue
        guests = {p.agent.key for p in event.participants if p.role.attends}
        elsewhere = event.places and not there & {place.country for place in event.places}
        if visitors & guests and not elsewhere and _together(visit, event):
            yield event


def _together(visit: EventReading, meeting: EventReading) -> bool:
    """Whether a meeting can be part of a visit: as real as it, and at its time."""
    if (meeting.status in NOT_HELD) != (visit.status in NOT_HELD):
        return False
    if visit.status is EventStatus.PLANNED and meeting.status is EventStatus.HELD:
        return False
    return not _before(visit, meeting)


def _before(visit: EventReading, meeting: EventReading) -> bool:
    """Whether a meeting was held before the visit began, or in another month or year."""
    start, first, last = meeting.start, visit.start, visit.end or ""
    if not start or not first:
        return False
    told = min(len(start), len(first))
    return start[:told] < first[:told] or (start[:7] > max(first, last)[:7] and told >= 7) or start[:4] > first[:4]


def _hosts(visit: EventReading, meeting: EventReading) -> Iterator[Participant]:
    """Those of the country visited whom the visitor meets."""
    there = {place.country for place in visit.places if place.country}
    known = {p.agent.key for p in visit.participants}
    if sum(p.role.attends and p.agent.type is AgentType.PERSON for p in meeting.participants) > _MOST:
        return
    for one in meeting.participants:
        person = one.agent.type is AgentType.PERSON and one.role.attends
        if person and one.agent.country in there and one.agent.key not in known and meeting.places:
            yield Participant(one.agent, Role.HOST, HOST, _CONFIDENCE, list(one.evidence), list(one.names))
