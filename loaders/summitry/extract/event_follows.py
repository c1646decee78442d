"""The day of an event that follows from another one: the first day told, or a day of the summit or visit around it.

`A arrived in P on Thursday. He is due to meet B.` in an article of Thursday: the meeting is hardly on another day.
`On the second day of his visit he met B.`: the day behind that on which the visit began.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from summitry.claims import EventKind, EventMode, EventStatus, Precision
from summitry.extract.event_kinds import FACE_TO_FACE
from summitry.extract.event_nearby import Nearby
from summitry.extract.frame_model import RawFrame
from summitry.extract.ranker.candidates import Candidate
from summitry.extract.reading import EventReading
from summitry.extract.time import ResolvedTime

_DAY = 10
"""Length of a date with its day."""
_MONTH = 7
_ALIVE = frozenset({EventStatus.HELD, EventStatus.ONGOING, EventStatus.PLANNED})
_ELSEWHERE = frozenset({EventKind.CALL, EventKind.VIDEOCONFERENCE})


def day_within(told: Candidate, events: Sequence[Candidate]) -> ResolvedTime | None:
    """The day of what happens on a counted day of another event that its sentence names, when that has a day."""
    return _day_of_other(told, events, lambda frame: frame.nth if frame.noun else None, _counted)


def day_beside(told: Candidate, events: Sequence[Candidate]) -> ResolvedTime | None:
    """`met B on the eve of the summit, which opens on Friday`: so many days from the day of what its sentence names."""
    return _day_of_other(told, events, lambda frame: frame.distance, _shifted)


def _day_of_other(
    told: Candidate,
    events: Sequence[Candidate],
    number: Callable[[RawFrame], int | None],
    day_by: Callable[[EventReading, int], ResolvedTime | None],
) -> ResolvedTime | None:
    """The day of what has neither time nor number of its own, by an event of its sentence that has a number."""
    own = [dated.frame for dated in told.found.telling()]
    if any(frame.times or number(frame) is not None for frame in own):
        return None
    sentences = {frame.sentence for frame in own}
    for other in events:
        numbers = (number(d.frame) for d in other.found.frames if d.frame.sentence in sentences)
        said = next((found for found in numbers if found is not None), None)
        if other is not told and said is not None and (day := day_by(other.event, said)) is not None:
            return day
    return None


def month_within(told: Candidate, events: Sequence[Candidate], stay: bool) -> ResolvedTime | None:
    """The month of the summit at which something happens, or (`stay`) of the visit during which it does."""
    event = told.event
    if event.status not in _ALIVE or any(d.frame.times for d in told.found.frames):
        return None
    over = event.status is not EventStatus.PLANNED
    apart = any(d.frame.recalled for d in told.found.frames)
    for other in events:
        if apart and not _one_sentence(told, other):
            continue  # `they last met at the summit` of another year
        around = other.event.id == event.part_of or (stay and over and _on_visit(event, other.event))
        if around and other is not told and (month := _month(other.event)) is not None:
            return month
    return None


def _on_visit(event: EventReading, visit: EventReading) -> bool:
    """Whether one of those who attend an event is on a visit that is as real as it."""
    guests, visitors = ({p.agent.key for p in one.participants if p.role.attends} for one in (event, visit))
    both = event.status is visit.status or visit.status is EventStatus.ONGOING
    return visit.kind is EventKind.VISIT and both and bool(guests & visitors)


def _one_sentence(told: Candidate, other: Candidate) -> bool:
    """Whether one sentence tells of two events, and states the time of the second."""
    sentences = {dated.frame.sentence for dated in told.found.frames}
    return any(dated.frame.times and dated.frame.sentence in sentences for dated in other.found.frames)


def _month(whole: EventReading) -> ResolvedTime | None:
    """The month in which all of an event lies, told by the time that gave its first or last day."""
    known = whole.start or whole.end
    told = next((t for t in whole.dates if isinstance(t, ResolvedTime) and known and known in (t.reading or "")), None)
    month = (known or "")[:_MONTH]
    if told is None or (whole.end or month)[:_MONTH] != month:
        return None
    return replace(told, reading=month, precision=Precision.MONTH if len(month) == _MONTH else told.precision)


def _counted(whole: EventReading, nth: int) -> ResolvedTime | None:
    """The day of an event with this number, told by the time that gave its first or last day."""
    known = whole.start if nth > 0 else whole.end
    told = next((t for t in whole.dates if isinstance(t, ResolvedTime) and known and known in (t.reading or "")), None)
    if told is None or known is None or len(known) != _DAY:
        return None
    day = date.fromisoformat(known) + timedelta(days=max(nth, 1) - 1)
    return replace(told, reading=day.isoformat(), precision=Precision.DAY)


def _shifted(whole: EventReading, days: int) -> ResolvedTime | None:
    """The day so many days before the first day of an event."""
    first = _counted(whole, 1)
    if first is None or first.reading is None:
        return None
    return replace(first, reading=(date.fromisoformat(first.reading) - timedelta(days=days)).isoformat())


def today(told: Candidate, lead: ResolvedTime, nearby: Nearby) -> bool:
    """Whether an event to come without any time falls on the first day told, which is the day of writing."""
    event, frames = told.event, [dated.frame for dated in told.found.frames]
    if event.status is not EventStatus.PLANNED or event.kind not in FACE_TO_FACE or event.mode is EventMode.VIRTUAL:
        return False
    if not nearby.of_writing(lead) or any(f.recalled or f.anterior or f.times or f.days for f in frames):
        return False
    if nearby.moved_on(lead, told.found):
        return False
    return nearby.alone(told.found) and not nearby.on_a_stay(told.found) and _beside(frames, nearby.owners(lead))


def _beside(frames: Sequence[RawFrame], owners: Sequence[RawFrame]) -> bool:
    """Whether what happened on a day leads to an event: somebody is at both, and nothing says that it is elsewhere."""
    if not owners:
        return True
    there = {place[2] for owner in owners for place in owner.places}
    here = {place[2] for frame in frames for place in frame.places}
    shared = any(owner.keys() & frame.keys() for owner in owners for frame in frames)
    return shared and not (here and there and not here & there) and all(o.kind not in _ELSEWHERE for o in owners)
