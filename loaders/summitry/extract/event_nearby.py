"""The day that the words around an event tell: in its own sentence, else in those before it of the same paragraph.

`A left for P on Monday for talks with B`: the talks have no time of their own, but hardly another day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import accumulate

from summitry.extract.clauses import Chunk
from summitry.extract.clusters import Cluster
from summitry.extract.event_dates import DateReader
from summitry.extract.event_kinds import AHEAD
from summitry.extract.frame_model import RawFrame
from summitry.extract.stated_times import mere_year, whole_day
from summitry.extract.time import Direction, Kind, Place, ResolvedTime, Shift, StatedTime, edtf
from summitry.extract.time_surroundings import apart, comes, on_a_stay, outside, reaches, relative

_BACK = 2
"""How many sentences before its own tell the day of an event."""
_RECENT = timedelta(days=2)
_OF_WRITING = (Place.DATELINE, Place.PUBLISHED)
_MONTH = 7
"""Length of a date without its day: a mere year is said of many things."""
_UNSURE = ("infinitive", "conditional")


class Nearby:
    """The times around the events of one article; `rows` are its sentences in order."""

    def __init__(self, text: str, rows: Sequence[Sequence[Chunk]], dates: DateReader) -> None:
        self._text = text
        self._rows = rows
        self._starts = list(accumulate((row[0].start if row else 0 for row in rows), max))
        self._dates = dates
        self._by_sentence: dict[int, list[StatedTime]] = {}
        for time in dates.stated:
            sentence = self._sentence(time)
            if _tells(time) and not apart(self._rows[sentence], time):
                self._by_sentence.setdefault(sentence, []).append(time)

    def told(self, found: Cluster) -> tuple[ResolvedTime | None, bool]:
        """The time around an event that was held, and whether its own sentence tells any."""
        spoken = False
        for frame in _telling(found):
            row = self._rows[frame.sentence]
            near = [t for t in self._times(frame.sentence) if self._of(t, frame)]
            near.sort(key=lambda t: abs(t.start - frame.start))
            read = next(self._past([t for t in near if reaches(row, t, frame)]), None)
            if read is not None and (frame.tense != "present" or self._fresh(read)):
                return read, True
            spoken = spoken or any(reaches(row, t, frame) for t in near)
        return (None, True) if spoken else (self._before(found.first), False)

    def beside(self, found: Cluster) -> ResolvedTime | None:
        """The only time that the first sentence of an event tells."""
        times = self._times(found.first.sentence)
        if len(times) != 1:
            return None
        ahead = any(self._comes(times[0], owner) for owner in self._dates.owners.get(times[0].start, ()))
        return self._ahead(times[0]) if ahead else next(self._past(times), None)

    def _comes(self, time: StatedTime, owner: RawFrame) -> bool:
        return owner.directions.get(time.start) is Direction.FUTURE or _planned(owner)

    def promised(self, day: ResolvedTime) -> bool:
        """Whether a time is that of something to come, on the day of writing or behind it."""
        owners = self._dates.owners.get(day.evidence.start, ())
        ahead = day.reading is not None and self._side(day.reading) >= 0
        return ahead and bool(owners) and all(_planned(owner) for owner in owners)

    def names(self, found: Cluster, day: ResolvedTime) -> bool:
        """Whether a sentence that tells of an event states this very time, of something else."""
        places = {time.start for frame in _telling(found) for time in self._times(frame.sentence)}
        return day.evidence.start in places

    def upcoming(self, found: Cluster) -> ResolvedTime | None:
        """The time to come that is told around an event to come: in its sentence, else in those right before it."""
        frames = [dated.frame for dated in found.telling()]
        if any(frame.recalled or frame.anterior for frame in frames):
            return None
        spoken = False
        for frame in frames:
            row = self._rows[frame.sentence]
            times = sorted(self._times(frame.sentence), key=lambda time: abs(time.start - frame.start))
            owned = [time for time in times if self._dates.owners.get(time.start) or reaches(row, time, frame)]
            if (read := next(filter(None, map(self._ahead, owned)), None)) is not None:
                return read
            spoken = spoken or any(self._dates.owners.get(t.start) or comes(row, t) for t in times)
        return None if spoken else self._announced(found.first)

    def _announced(self, frame: RawFrame) -> ResolvedTime | None:
        """`A will be in P on Friday. He will also meet C.`: the time told last, for an event of one of its people."""
        for sentence in range(frame.sentence - 1, max(-1, frame.sentence - 1 - _BACK), -1):
            for time in reversed(times := self._times(sentence)):
                owners = self._dates.owners.get(time.start, ())
                shared = not owners or any(owner.keys() & frame.keys() for owner in owners)
                if (read := self._ahead(time)) is not None and shared:
                    return read
            if times:
                return None
        return None

    def _ahead(self, time: StatedTime) -> ResolvedTime | None:
        """A day or month to come, when it is told of something to come."""
        owners = self._dates.owners.get(time.start, ())
        told = [_planned(o) or o.directions.get(time.start) is Direction.FUTURE or self._dated(o, time) for o in owners]
        if not all(told or [comes(self._rows[self._sentence(time)], time)]):
            return None
        read = self._dates.resolve(time, Direction.FUTURE)
        reading = read.reading or ""
        ahead = len(reading) >= _MONTH and "/" not in reading and self._side(reading) >= 0
        return read if ahead and not self._dates.unlikely(time, read, Direction.FUTURE) else None

    def alone(self, found: Cluster) -> bool:
        """Whether no sentence that tells of an event states any time."""
        sentences = {dated.frame.sentence for dated in found.telling()}
        said = (
            time for time in self._dates.stated if time.place in _OF_WRITING or (_tells(time) and not mere_year(time))
        )
        return not any(self._sentence(time) in sentences for time in said)

    def _dated(self, owner: RawFrame, time: StatedTime) -> bool:
        """`confirmed the visit of A on 22 March`: a noun without a tense whose calendar date can only lie ahead."""
        read = self._dates.resolve(time, Direction.NONE).reading if time.kind is Kind.ABSOLUTE else None
        return owner.tense is None and read is not None and self._side(read) > 0

    def moved_on(self, day: ResolvedTime, found: Cluster) -> bool:
        """Whether another day to come is told between a time and an event."""
        between = (t for t in self._dates.stated if day.evidence.end <= t.start < found.first.start)
        ahead = (self._ahead(time) for time in between if _tells(time) and whole_day(time))
        return any(read is not None and read.reading != day.reading for read in ahead)

    def owners(self, day: ResolvedTime) -> Sequence[RawFrame]:
        """The frames to which a time belongs."""
        return self._dates.owners.get(day.evidence.start, ())

    def on_a_stay(self, found: Cluster) -> bool:
        """Whether an event is told of a stay, on one of its days."""
        return on_a_stay(self._rows[found.first.sentence])

    def outside(self, found: Cluster) -> bool:
        """Whether every frame speaks of what is to come or of a purpose (`ahead of the summit`, `to discuss it`)."""
        return not _telling(found) or all(outside(self._rows[frame.sentence], frame) for frame in _telling(found))

    def _before(self, frame: RawFrame) -> ResolvedTime | None:
        """The time told last in the same paragraph, no more than a few sentences before."""
        if frame.anterior or frame.recalled:
            return None
        for sentence in range(frame.sentence - 1, max(-1, frame.sentence - 1 - _BACK), -1):
            if "\n" in self._text[self._starts[sentence] : frame.start]:
                return None
            if times := [time for time in self._times(sentence) if not self._aside(sentence, time)]:
                read = next(self._past([t for t in reversed(times) if self._of(t, frame)]), None)
                return read if read is None or frame.tense != "present" or self.of_writing(read) else None
        return None

    def _aside(self, sentence: int, time: StatedTime) -> bool:
        """`B, who took office last month`: a month or year of a relative clause, for no event."""
        owned = self._dates.owners.get(time.start) or whole_day(time)
        return not owned and relative(self._rows[sentence], time)

    def _sentence(self, time: StatedTime) -> int:
        """The number of the sentence in which a time stands."""
        return bisect_right(self._starts, time.start) - 1

    def _times(self, sentence: int) -> list[StatedTime]:
        return self._by_sentence.get(sentence, [])

    def _of(self, time: StatedTime, frame: RawFrame) -> bool:
        """Whether a time belongs to nothing that lies ahead, is recalled, or is told of another country."""
        owners = self._dates.owners.get(time.start, ())
        ahead = any(owner.directions.get(time.start) is Direction.FUTURE for owner in owners)
        return not ahead and not any(_planned(o) or o.recalled != frame.recalled or _abroad(o, frame) for o in owners)

    def _past(self, times: Sequence[StatedTime]) -> Iterator[ResolvedTime]:
        for time in times:
            read = self._dates.resolve(time, Direction.PAST)
            reading = read.reading or ""
            told = len(reading) >= _MONTH and "/" not in reading and self._side(reading) <= 0
            if told and not self._dates.unlikely(time, read, Direction.PAST):
                yield read

    def _fresh(self, time: ResolvedTime) -> bool:
        """Whether a time lies right before the day of writing: the present tells nothing that is longer over."""
        last = edtf.span(time.reading).last if time.reading else None
        return self._dates.anchor is None or (last is not None and last >= self._dates.anchor - _RECENT)

    def of_writing(self, time: ResolvedTime) -> bool:
        """Whether a time is the day of writing."""
        return self._dates.anchor is not None and time.reading == self._dates.anchor.isoformat()

    def _side(self, reading: str) -> int:
        """Where a time lies from the day of writing: -1 before it, 0 on it or unknown, 1 after it."""
        span, day = edtf.span(reading), self._dates.anchor
        if day is None or span.first is None or span.last is None:
            return 0
        return 1 if span.first > day else -1 if span.last < day else 0


def _telling(found: Cluster) -> list[RawFrame]:
    """The frames of what was held; guests told of in a sentence of their own may have come on another day."""
    sentences = {d.frame.sentence for d in found.frames if not d.guests}
    own = [d.frame for d in found.telling() if d.frame.sentence in sentences]
    return [frame for frame in own if not _planned(frame) and frame.tense not in _UNSURE]


def _tells(time: StatedTime) -> bool:
    """Whether a time can be that of an event that another sentence or clause tells."""
    shift = time.operation if isinstance(time.operation, Shift) else None
    moved = shift is not None and shift.narrative and shift.amount != 0 and shift.unit != "hour"
    return time.place not in _OF_WRITING and time.kind is not Kind.VAGUE and time.bound is None and not moved


def _planned(frame: RawFrame) -> bool:
    states = {state for state, _, _ in frame.statuses}
    return bool(states & AHEAD) or (not states and frame.tense == "future")


def _abroad(one: RawFrame, other: RawFrame) -> bool:
    """Whether two frames name places, and none of the same country."""
    here, there = ({place[2] for place in frame.places} for frame in (one, other))
    return bool(here) and bool(there) and not here & there
