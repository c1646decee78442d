"""The stated times of frames read as dates: each in the direction of its verb, counted from what was told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

from summitry.claims import EventStatus
from summitry.extract.annotate import long_quotes
from summitry.extract.event_kinds import AHEAD, CALLED_OFF
from summitry.extract.event_spans import completed, counted
from summitry.extract.frame_model import RawFrame
from summitry.extract.merge import Cluster, Dated
from summitry.extract.stated_times import of_month, only_since
from summitry.extract.time import (
    DAY_PART,
    INFERRED,
    Bound,
    Direction,
    Kind,
    Place,
    ResolvedTime,
    Shift,
    StatedTime,
    TimeEngine,
    edtf,
)

ASSUMED = "direction-assumed"
_LEAD = 700
"""Length of headline and first paragraph in characters."""
_RECENT = timedelta(days=2)
_SOON = timedelta(days=14)
_LATE = timedelta(days=1)
_WEEKS = timedelta(days=92)
_DISTANT = {Direction.FUTURE: timedelta(days=240), Direction.PAST: timedelta(days=300)}
"""How far from the day of writing a month or day without a year is hardly meant, on each side."""
_NEARER = timedelta(days=3)
"""Of two weekdays of one name, the one behind is the nearer when it is no more days away."""
_CLOSE = 400
"""How far behind a day a mere part of it (`in the evening`) is still told of that day, in characters."""
_NOT_YET = AHEAD | {EventStatus.POSTPONED}
"""States of what had yet to come when it was told of: what is put off too."""


class DateReader:
    """Reads times of one article. `anchor` is the day of writing, `hint` a date whose year may be shared."""

    def __init__(self, engine: TimeEngine, anchor: date | None, hint: date | None, text: str) -> None:
        """`text` is that of the whole article."""
        self.engine = engine
        self.anchor = anchor
        self.hint = hint
        self._text = text
        self.lead: ResolvedTime | None = None
        """The first day told, when it lies right before the day of writing."""
        self.stated: Sequence[StatedTime] = ()
        """All times of the article, in order."""
        self.owners: dict[int, list[RawFrame]] = {}
        """By position of a time: the frames to which it belongs."""
        self._contexts: dict[int, tuple[date, int] | None] = {}
        """By position of a time: the last single day told before it, and where."""

    def read(self, frames: Sequence[RawFrame], stated: Sequence[StatedTime]) -> list[Dated]:
        """Every frame with its times read; `stated` are all times of the article, in order."""
        self.stated = stated
        for frame in frames:
            for time in frame.times:
                self.owners.setdefault(time.start, []).append(frame)
        self._note(stated, {t.start: _direction(f, t) for f in frames for t in f.times})
        return [self._dated(frame) for frame in frames]

    def resolve(self, time: StatedTime, direction: Direction) -> ResolvedTime:
        """A time of the article read on one side of the day of writing, counted from what was told before it."""
        return self._resolve(time, direction)

    def settle(self, found: Cluster) -> None:
        """Read again what had no direction of its own, on the side that most frames of the event tell."""
        side = _majority(found)
        for dated in found.frames:
            if side is not None and any(ASSUMED in time.flags for time in dated.times):
                dated.times = self._dated(dated.frame, side).times

    def _note(self, stated: Sequence[StatedTime], told: Mapping[int, Direction]) -> None:
        """By position of a time: the last single day told before it, from which `the day before` counts."""
        last: tuple[date, int] | None = None
        told_days = 0
        for time in stated:
            self._contexts[time.start] = last
            read = self._resolve(time, told.get(time.start, Direction.NONE))
            if read.reading and len(read.reading) == 10:
                last = date.fromisoformat(read.reading), time.end
                of_text = time.is_full_date and time.place is None and time.start not in told  # `2 June 2023` above it
                counts = time.place not in (Place.DATELINE, Place.PUBLISHED) and not of_text
                if counts and not told_days and time.start < _LEAD and self._fresh(last[0]):
                    self.lead = read
                told_days += counts

    def _context(self, time: StatedTime, direction: Direction) -> date | None:
        """The day from which a time counts: the one told last; of a mere part of a day one told close before, also
        one to come for what is to come, else the day with which the article begins."""
        last = self._contexts.get(time.start)
        soon = self.anchor is not None and last is not None and self.anchor < last[0] <= self.anchor + _SOON
        told_so = (soon and direction is Direction.FUTURE) or (last is not None and self._just(*last, time.start))
        near = last is not None and time.start - last[1] <= _CLOSE and told_so
        if DAY_PART in time.flags and not near:
            told = self.lead.reading if self.lead is not None and direction is not Direction.FUTURE else None
            return date.fromisoformat(told) if told else self.anchor
        return last[0] if last else None

    def _just(self, day: date, told: int, start: int) -> bool:
        return self._fresh(day) and "\n\n" not in self._text[told:start]

    def _fresh(self, day: date) -> bool:
        return self.anchor is not None and self.anchor - _RECENT <= day <= self.anchor

    def _resolve(self, time: StatedTime, direction: Direction) -> ResolvedTime:
        return self.engine.resolve(
            time, self._day_of(time), direction, year_hint=self.hint, context=self._context(time, direction)
        )

    def _day_of(self, time: StatedTime) -> date | None:
        """The day of writing; of `today` in direct speech that is told of the day before, the day of speaking."""
        day = date.fromisoformat(self.lead.reading) if self.lead and self.lead.reading else None
        shift = time.operation if isinstance(time.operation, Shift) else None
        spoken = shift is not None and shift.unit == "day" and abs(shift.amount) <= 1 and not shift.narrative
        if day is None or not spoken or day >= (self.anchor or day):
            return self.anchor
        said = any(start <= time.start < end for start, end in self._quotes)
        return day if said else self.anchor

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        """Where somebody speaks."""
        return long_quotes(self._text)

    def _dated(self, frame: RawFrame, side: Direction = Direction.NONE) -> Dated:
        times: list[ResolvedTime] = []
        for stated in sorted(completed(frame.times, self.anchor), key=lambda time: time.bound is Bound.END):
            direction = _direction(frame, stated)
            direction = side if direction is Direction.NONE else direction
            if self._recent_day(frame, stated):
                continue
            read = self._resolve(stated, self._turned(frame, stated, direction))
            read = counted(read, frame.nth)
            elsewhere = direction is Direction.FUTURE and self.unlikely(stated, read, direction)
            if not only_since(stated) and not elsewhere and not self._contradicts(read, direction):
                times.append(self._behind(stated, read, times))
        spans = [edtf.span(t.reading) for t in times if t.reading]
        mismatch = any("mismatch" in flag for t in times for flag in t.flags)
        return Dated(frame, times, spans[0] if spans else None, mismatch)

    def _recent_day(self, frame: RawFrame, stated: StatedTime) -> bool:
        """`cancelled his trip on Tuesday`, the day before: when he did so, as far as one can tell."""
        return stated.start in frame.unsure and self._recent_weekday(stated)

    def _recent_weekday(self, stated: StatedTime) -> bool:
        behind = self._resolve(stated, Direction.PAST).reading or ""
        return len(behind) == 10 and self._fresh(date.fromisoformat(behind))

    def _behind(self, stated: StatedTime, read: ResolvedTime, before: Sequence[ResolvedTime]) -> ResolvedTime:
        """`opened on Wednesday and runs until Friday`: the last weekday is the one behind the first."""
        if stated.kind is not Kind.WEEKDAY or not (read.reading or "").startswith("/"):
            return read
        firsts = [day for time in before if time.reading and (day := edtf.span(time.reading).first) is not None]
        last = edtf.span(read.reading or "").last
        early = last is not None and any(last < first for first in firsts)
        return self._resolve(stated, Direction.FUTURE) if early else read

    def _turned(self, frame: RawFrame, stated: StatedTime, direction: Direction) -> Direction:
        """A weekday that seems to lie ahead is the one right behind when the article began with that day (dated a day
        late, `the summit opens on Friday`), and when what was planned for it is called off or told in the past
        (`was due on Monday`) and that day is the nearer one."""
        states = {state for state, _, _ in frame.statuses}
        off = direction is Direction.NONE and bool(states & CALLED_OFF) and not self._recent_weekday(stated)
        if (off or stated.start in frame.unsure) and stated.kind is Kind.WEEKDAY:
            return Direction.FUTURE
        if direction is not Direction.FUTURE or self.anchor is None:
            return direction
        if stated.kind is not Kind.WEEKDAY:
            return Direction.PAST if self._planned_for(frame, stated) else direction
        behind = (self._resolve(stated, Direction.PAST).reading or "").strip("/")
        began = self.lead is not None and self.lead.reading == behind and frame.tense == "present"
        over = (bool(states & CALLED_OFF) and frame.tense != "present") or (frame.anterior and not frame.noun)
        over = over or (frame.tense == "past" and states == {EventStatus.PLANNED})
        if not began and not over:
            return direction
        late = len(behind) == 10 and self.anchor - date.fromisoformat(behind) <= (_NEARER if over else _LATE)
        return Direction.PAST if late else direction

    def _planned_for(self, frame: RawFrame, stated: StatedTime) -> bool:
        """`initially planned for 18 March, the visit was put off`: a day without a year that is over for some weeks."""
        if not {state for state, _, _ in frame.statuses} & CALLED_OFF or stated.kind is not Kind.ABSOLUTE:
            return False
        days = [self._resolve(stated, side).reading for side in (Direction.PAST, Direction.FUTURE)]
        last, following = (edtf.span(day).last if day else None for day in days)
        if self.anchor is None or last is None or following is None or last > self.anchor:
            return False
        return self.anchor - last <= _WEEKS and following - self.anchor > 2 * _WEEKS

    def unlikely(self, stated: StatedTime, read: ResolvedTime, side: Direction) -> bool:
        """Whether a month or day without a year lies most of a year away on one side, and close by on the other: in
        May, what is said of March without `next` is over."""
        if stated.kind is not Kind.ABSOLUTE or INFERRED not in read.flags or self.anchor is None:
            return False
        other = self._resolve(stated, Direction.FUTURE if side is Direction.PAST else Direction.PAST)
        here, there = (edtf.span(time.reading).first if time.reading else None for time in (read, other))
        if here is None or there is None:
            return False
        return abs(here - self.anchor) > _DISTANT[side] and abs(there - self.anchor) < _WEEKS + _NEARER

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
    if told & _NOT_YET and frame.anterior:
        return Direction.PAST if of_month(stated) else Direction.NONE  # `had been expected in December`
    if told & _NOT_YET:
        return Direction.FUTURE
    return Direction.PAST if EventStatus.HELD in told or frame.recalled else Direction.NONE


def dating(found: Cluster) -> list[Dated]:
    """The frames whose times are those of the event: who arrived on Friday may have met on Saturday."""
    telling = found.telling()
    if any(dated.times for dated in telling):
        return telling
    return [dated for dated in found.frames if dated.frame.tense != "participle"]


def _majority(found: Cluster) -> Direction | None:
    """The side on which most frames with a verb of their own tell an event, or None when they are even."""
    states = [s for dated in found.frames for s, _, _ in dated.frame.statuses]
    tenses = [dated.frame.tense for dated in found.frames]
    ahead = sum(s in _NOT_YET for s in states) * 2 + tenses.count("future")
    behind = states.count(EventStatus.HELD) * 2 + tenses.count("past")
    if ahead == behind:
        return None
    return Direction.FUTURE if ahead > behind else Direction.PAST
