"""The stated times of frames read as dates: each in the direction of its verb, counted from what was told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.claims import EventStatus
from summitry.extract.frames import RawFrame
from summitry.extract.merge import Dated
from summitry.extract.time import (
    Calendar,
    Direction,
    Period,
    ResolvedTime,
    StatedTime,
    TimeEngine,
    Vote,
    edtf,
)

_AHEAD = frozenset({EventStatus.PLANNED, EventStatus.PROPOSED, EventStatus.POSTPONED})


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads times of one article. `anchor` is the day of writing, `hint` a date whose year may be shared."""

    engine: TimeEngine
    anchor: date | None
    hint: date | None

    def read(self, frames: Sequence[RawFrame], stated: Sequence[StatedTime]) -> list[Dated]:
        """Every frame with its times read; `stated` are all times of the article, in order."""
        told = {t.start: _direction(f, t) for f in frames for t in f.times}
        context = self._contexts(stated, told)
        return [self._dated(frame, context) for frame in frames]

    def _contexts(self, stated: Sequence[StatedTime], told: Mapping[int, Direction]) -> dict[int, date | None]:
        """By position of a time: the last single day told before it, from which `the day before` counts."""
        contexts: dict[int, date | None] = {}
        last: date | None = None
        for time in stated:
            contexts[time.start] = last
            reading = self._resolve(time, told.get(time.start, Direction.NONE), last).reading
            last = date.fromisoformat(reading) if reading and len(reading) == 10 else last
        return contexts

    def _resolve(self, time: StatedTime, direction: Direction, context: date | None) -> ResolvedTime:
        return self.engine.resolve(time, self.anchor, direction, year_hint=self.hint, context=context)

    def _dated(self, frame: RawFrame, contexts: Mapping[int, date | None]) -> Dated:
        times = []
        for stated in _completed(frame.times, self.anchor):
            direction = _direction(frame, stated)
            read = self._resolve(stated, direction, contexts.get(stated.start))
            if not self._contradicts(read, direction):
                times.append(read)
        spans = [edtf.span(t.reading) for t in times if t.reading]
        mismatch = any("mismatch" in flag for t in times for flag in t.flags)
        return Dated(frame, times, spans[0] if spans else None, mismatch)

    def _contradicts(self, time: ResolvedTime, direction: Direction) -> bool:
        """What is told in the past does not lie ahead: the time belongs to something else."""
        if direction is not Direction.PAST or time.reading is None or self.anchor is None:
            return False
        first = edtf.span(time.reading).first
        return first is not None and first > self.anchor + timedelta(days=1)


def _direction(frame: RawFrame, stated: StatedTime) -> Direction:
    """The side that the time's own verb gives, else the state in which the frame tells the event."""
    if (own := frame.directions.get(stated.start)) is not None:
        return own
    told = {s for s, _, _ in frame.statuses}
    if told & _AHEAD:
        return Direction.FUTURE
    return Direction.PAST if EventStatus.HELD in told or frame.recalled else Direction.NONE


def _completed(times: Sequence[StatedTime], anchor: date | None) -> list[StatedTime]:
    """A month or day without a year takes the year that the same frame states (`next year's summit … in December`)."""
    years = {year for time in times if (year := _year(time, anchor)) is not None}
    if len(years) != 1 or len(times) < 2:
        return list(times)
    year = years.pop()
    filled = [_with_year(time, year) for time in times]
    return [time for time in filled if _year(time, anchor) is None] or filled


def _year(time: StatedTime, anchor: date | None) -> int | None:
    """The year of a time that states nothing but a year."""
    operation = time.operation
    if isinstance(operation, Period) and operation.unit == "year" and operation.number is None and anchor:
        return anchor.year + operation.step
    if not isinstance(operation, Calendar) or operation.last is not None or time.bound is not None:
        return None
    point = operation.first
    return point.year if point.month is None and point.weekday is None else None


def _with_year(time: StatedTime, year: int) -> StatedTime:
    operation = time.operation
    if not isinstance(operation, Calendar) or operation.first.month is None or operation.first.year is not None:
        return time
    if operation.last is not None or operation.year_step is not None or operation.step is not None:
        return time
    return replace(time, operation=replace(operation, first=replace(operation.first, year=year)))


def ends(voted: Vote, days: int | None) -> tuple[str | None, str | None]:
    """Start and end as EDTF. A span in which the event lies somewhere becomes the date that is sure of it;
    `days` is the length that the text states."""
    start, end = voted.start, voted.end
    if start and "/" in start:
        start = coarse(start)
    if start and end is None and days and len(start) == 10:
        end = (date.fromisoformat(start) + timedelta(days=days - 1)).isoformat()
    return start, None if end == start else end


def coarse(interval: str) -> str | None:
    """The month or year in which a whole interval lies; None when it lies in two years."""
    span = edtf.span(interval)
    if span.first is None or span.last is None or span.first.year != span.last.year:
        return None
    same = span.first.month == span.last.month
    return edtf.text(span.first.year, span.first.month if same else None)
