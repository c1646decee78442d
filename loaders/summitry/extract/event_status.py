"""The state and the form of an event: what its own verbs say, checked against the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from summitry.claims import EventKind, EventMode, EventStatus
from summitry.extract.frame_model import RawFrame
from summitry.extract.merge import Cluster
from summitry.extract.time import edtf

Span = tuple[int, int]
_TENSES = {"past": EventStatus.HELD, "future": EventStatus.PLANNED, "present": EventStatus.ONGOING}
"""What the tense of an event's clause says when no verb speaks of the event itself."""
_BRIEF = frozenset({EventKind.CALL, EventKind.SIGNING, EventKind.MEETING})
"""Kinds of events that the present of a headline tells as over."""
_LONGEST_DAYS = 20
"""A longer stretch is a month or year in which the event lies somewhere, not one that it fills."""


def status(found: Cluster, start: str | None, end: str | None, day: date | None) -> tuple[EventStatus, list[Span]]:
    """The state of the event and the words that say so.

    Cancelled and postponed outweigh everything; then what is only proposed; then the calendar: what lies before
    the day of writing was held, what lies after it is planned; on the day itself, and without a date, the verbs.
    """
    frames = [d.frame for d in found.telling()]
    told = [s for frame in frames for s in frame.statuses]
    counts = Counter(s for s, _, _ in told)
    if not counts:
        tenses = [(f.within, _TENSES[f.tense]) for f in frames if f.tense in _TENSES and not f.refers]
        counts += Counter(state for within, state in tenses if not within or all(aside for aside, _ in tenses))
    everything = Counter(s for d in found.frames for s in _left(d.frame))
    value = _called_off(everything, counts) or _by_calendar(counts, start, end, day) or _by_verbs(counts)
    begun = value is EventStatus.HELD or (value is EventStatus.PLANNED and counts[EventStatus.HELD])
    if begun and start is None and end is None and (_under_way(found) or any(f.continuing for f in frames)):
        value = EventStatus.ONGOING
    if value is EventStatus.ONGOING and found.kind() in _BRIEF and not end:
        value = EventStatus.HELD
    if value is EventStatus.HELD and _fallen_through(frames, told):
        value = EventStatus.CANCELLED
    return value, [(a, b) for d in found.frames for s, a, b in d.frame.statuses if s == value]


def _left(frame: RawFrame) -> list[str]:
    """The states of a frame that still hold: `the summit, put off twice, will take place on Friday`."""
    states = [state for state, _, _ in sorted(frame.statuses, key=lambda told: told[1])]
    held_yet = states[-1:] == [EventStatus.PLANNED] and frame.tense == "future" and not frame.bygone
    return [state for state in states if not (held_yet and state == EventStatus.POSTPONED)]


def _under_way(found: Cluster) -> bool:
    """`is on a three-day visit`, `has arrived for a visit of two days`: a journey with a length that has no day."""
    frames = [d.frame for d in found.frames]
    over = any(frame.recalled or frame.anterior or frame.closing for frame in frames)
    return found.kind() is EventKind.VISIT and not over and any(frame.days for frame in frames)


def _fallen_through(frames: Sequence[RawFrame], told: Sequence[tuple[str, int, int]]) -> bool:
    """`had been due on Sunday`: planned for a day that is over, and never told as held."""
    states = {state for state, _, _ in told}
    return states == {EventStatus.PLANNED} and any(frame.anterior and frame.statuses for frame in frames)


def _called_off(everything: Counter[str], counts: Counter[str]) -> EventStatus | None:
    later = everything[EventStatus.POSTPONED] >= everything[EventStatus.CANCELLED]  # `was to have opened …, is put off`
    off = (EventStatus.POSTPONED, EventStatus.CANCELLED) if later else (EventStatus.CANCELLED, EventStatus.POSTPONED)
    for strong in (*off, EventStatus.DECLINED):
        if everything[strong]:
            return strong
    only_proposed = counts[EventStatus.PROPOSED] and not counts[EventStatus.PLANNED] and not counts[EventStatus.HELD]
    return EventStatus.PROPOSED if only_proposed else None


def _by_calendar(counts: Counter[str], start: str | None, end: str | None, day: date | None) -> EventStatus | None:
    side = _side(start, end, day)
    if side is None:
        return None
    if side:
        return EventStatus.PLANNED if side > 0 else EventStatus.HELD
    today = day.isoformat() if day else ""
    if counts[EventStatus.PLANNED] > counts[EventStatus.HELD] and start == today:
        return EventStatus.PLANNED
    begun = start is not None and start < today and not counts[EventStatus.HELD]  # `begun on Sunday, it ends today`
    if end and (end > today or (begun and end == today)):
        return EventStatus.ONGOING
    told = (EventStatus.HELD, EventStatus.PLANNED, EventStatus.ONGOING)
    return next((state for state in told if counts[state]), EventStatus.HELD)


def _by_verbs(counts: Counter[str]) -> EventStatus:
    return EventStatus.PLANNED if counts[EventStatus.PLANNED] > counts[EventStatus.HELD] else EventStatus.HELD


def _side(start: str | None, end: str | None, day: date | None) -> int | None:
    """Where the event lies from the day of writing: -1 before, 0 on it, 1 after, None unknown."""
    if not start or not day:
        return None
    span = edtf.span(start)
    last = edtf.span(end).last if end else span.last
    if span.first is None or last is None:
        return None
    if span.first > day:
        return 1
    if last < day:
        return -1
    return 0 if (last - span.first).days < _LONGEST_DAYS else None


def mode(found: Cluster) -> EventMode | None:
    """Virtual when any frame says so; calls and video conferences always are."""
    if any(d.frame.mode is EventMode.VIRTUAL for d in found.frames):
        return EventMode.VIRTUAL
    return EventMode.VIRTUAL if found.kind() in (EventKind.CALL, EventKind.VIDEOCONFERENCE) else None
