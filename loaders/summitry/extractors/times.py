"""Dates that an extractor points at, read by the time engine; its own reading counts only where the engine has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from summitry.claims import Article, EventStatus, Evidence, TimeReference, edtf
from summitry.extract.time import (
    Anniversary,
    Calendar,
    Direction,
    Holiday,
    ResolvedTime,
    StatedTime,
    TimeEngine,
    document_anchor,
    load_dates_pack,
    vote,
    year_hint,
)
from summitry.extract.time import edtf as readings
from summitry.reference import Reference
from summitry.reference.tables import LANGUAGES

OWN_READING = "own-reading"
"""The flag of a reading that the extractor gave itself, because the engine gives none for the words."""
OWN_CONTEXT = "own-context"
"""The flag of a reading that fits the stated words as well as the engine's: what they leave open (the year, which
Tuesday) the extractor took from the text around them."""
OVERRULED = "overruled"
"""The flag of an own reading that the engine contradicts; kept, and without a vote."""

_WEEKS_AWAY = timedelta(weeks=2)
_SIDES = {
    EventStatus.HELD: Direction.PAST, EventStatus.PLANNED: Direction.FUTURE,
    EventStatus.PROPOSED: Direction.FUTURE, EventStatus.POSTPONED: Direction.FUTURE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pointed:
    """Words that are said to date an event, and the reading that the extractor gives them."""

    words: Evidence
    start: str | None
    end: str | None

    @property
    def own(self) -> str | None:
        """The extractor's reading as EDTF, None when it is no date."""
        parts = [part for part in (self.start, self.end) if part and edtf.bounds(part) and "/" not in part]
        reading = "/".join(dict.fromkeys(parts))
        return reading if self.start in parts and edtf.bounds(reading) else None


def chosen(times: Sequence[TimeReference]) -> tuple[str | None, str | None]:
    """Start and end by the vote of the time engine; a span in which the event lies somewhere is no start."""
    voted = vote([time for time in times if OVERRULED not in time.flags])
    start = voted.start if voted.start and "/" not in voted.start else None
    return start, None if voted.end == start else voted.end


class Engines:
    """The time engine of each language, made at first use and shared by all articles."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self.of = cache(self._of)

    def _of(self, lang: str | None) -> TimeEngine | None:
        if lang is None or lang not in LANGUAGES:
            return None
        pack = load_dates_pack(lang)
        days = self._reference.anniversaries.values()
        known = [Anniversary(r.id, r.date, {c: (n, *r.phrases.get(c, ())) for c, n in r.names.items()}) for r in days]
        return TimeEngine(pack, known, [Holiday(r.id, r.rule, r.names) for r in self._reference.holidays.values()])


class Dates:
    """Reads pointed times of one article."""

    def __init__(self, engine: TimeEngine | None, article: Article) -> None:
        self._engine = engine
        self._stated = engine.find(article.text) if engine else []
        self._anchor: date | None = article.published or document_anchor(self._stated)
        self._hint = year_hint(self._stated)

    def read(self, pointed: Pointed, status: EventStatus | None) -> list[TimeReference]:
        """The readings of the words: those of the engine, else the extractor's own; empty when neither has one."""
        side = _SIDES.get(status, Direction.NONE) if status else Direction.NONE
        found = [self._resolved(time, side, pointed.own) for time in self._inside(pointed.words)]
        dated = [time for time in found if time.reading]
        if not dated:
            return list(_own(pointed))
        if any(_agrees(time.reading, pointed.own) for time in dated):
            return [*dated]
        return [*dated, *_own(pointed, OVERRULED)]

    def _inside(self, words: Evidence) -> Iterator[StatedTime]:
        return (time for time in self._stated if time.start < words.end and time.end > words.start)

    def _resolved(self, time: StatedTime, side: Direction, own: str | None) -> ResolvedTime:
        assert self._engine is not None
        read = self._engine.resolve(time, self._anchor, side, year_hint=self._hint)
        if own is None or _agrees(read.reading, own) or not _fits(time, read.reading, own):
            return read
        return replace(read, reading=own, precision=readings.precision(own), flags=(*read.flags, OWN_CONTEXT))


def _own(pointed: Pointed, *flags: str) -> Iterator[TimeReference]:
    if own := pointed.own:
        kind = readings.precision(own)
        yield TimeReference(pointed.words.quote, own, kind, None, (OWN_READING, *flags), pointed.words)


def _agrees(reading: str | None, own: str | None) -> bool:
    """Whether two readings do not contradict each other."""
    if reading is None or own is None:
        return own is None
    first, second = edtf.bounds(reading), edtf.bounds(own)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def _fits(time: StatedTime, reading: str | None, own: str) -> bool:
    """Whether another reading has everything that the words state: they leave the year open, or which Tuesday."""
    operation = time.operation
    if not isinstance(operation, Calendar) or operation.last is not None or operation.first.year is not None:
        return False
    if any((operation.step, operation.weeks, operation.week, operation.year_step)):
        return False
    point, day = operation.first, edtf.day(own)
    stated = [f"{number:02d}" for number in (point.month, point.day) if number is not None]
    if own.split("/", maxsplit=1)[0].split("-")[1:] != stated and not point.only_weekday:
        return False
    if point.weekday is None:
        return True
    first = edtf.day(reading or "")
    near = not point.only_weekday or (first is not None and day is not None and abs(first - day) <= _WEEKS_AWAY)
    return day is not None and day.isoweekday() == point.weekday and near
