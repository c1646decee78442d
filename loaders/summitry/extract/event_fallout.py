"""What falls with a journey or meeting that is called off: what was to happen on it (`he was to meet B`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from summitry.claims import AgentType, EventStatus, Modality
from summitry.extract.event_kinds import CALLED_OFF
from summitry.extract.ranker.candidates import Candidate
from summitry.extract.reading import EventReading

_JOURNEY = timedelta(days=10)
"""How far from the first day of a journey what was to happen on it may lie."""
_DAY = 10
"""Length of a date with its day."""


def fall(events: Sequence[Candidate], candidates: Sequence[Candidate]) -> None:
    """Give what was to happen the state of what is called off before it, with one of its people; `candidates` are all
    that may be events, as a mere `his trip` is called off too."""
    off = [one for one in candidates if one.event.status in CALLED_OFF]
    for told in events if off else ():
        if told.event.status is not EventStatus.PLANNED or not _was_to_be(told):
            continue
        cause = next((one for one in off if _one_plan(told, one)), None)
        if cause is not None:
            told.event.status, told.event.modality = cause.event.status, Modality.ASSERTED


def _was_to_be(told: Candidate) -> bool:
    """Whether all that is told of an event to come is that it was to be."""
    ahead = [frame for dated in told.found.frames if (frame := dated.frame).tense == "future" or frame.statuses]
    return bool(ahead) and all(frame.bygone or frame.anterior or frame.tense == "past" for frame in ahead)


def _one_plan(told: Candidate, off: Candidate) -> bool:
    """Whether an event was part of what is called off: with one of its people, told behind it, in the same days."""
    shared = _people(told.event) & _people(off.event)
    return bool(shared) and off.found.first.start < told.found.first.start and _close(told.event, off.event)


def _people(event: EventReading) -> set[str]:
    return {p.agent.key for p in event.participants if p.role.attends and p.agent.type is AgentType.PERSON}


def _close(one: EventReading, other: EventReading) -> bool:
    days = [date.fromisoformat(event.start) for event in (one, other) if event.start and len(event.start) == _DAY]
    return len(days) < 2 or abs(days[0] - days[1]) <= _JOURNEY
