"""What follows from dates that were read: the year told once, the first and last day of an event, the month of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from summitry.claims import Precision
from summitry.extract.time import (
    Calendar,
    Period,
    ResolvedTime,
    StatedTime,
    edtf,
)

_DAY = 10
"""Length of a date with its day."""
_MONTH = 7
"""Length of a date without its day."""
_NEAR = 40
"""How many characters may stand between a month and its year."""
_LONGEST = 6
"""A summit or visit hardly lasts more days."""


def counted(time: ResolvedTime, nth: int | None) -> ResolvedTime:
    """The first or last day of an event whose second or last day is told."""
    if nth is None or time.reading is None or len(time.reading) != 10:
        return time
    if nth < 0:
        return replace(time, reading=f"/{time.reading}", precision=Precision.INTERVAL)
    first = date.fromisoformat(time.reading) - timedelta(days=nth - 1)
    return replace(time, reading=f"{first.isoformat()}/", precision=Precision.INTERVAL)


def completed(times: Sequence[StatedTime], anchor: date | None) -> list[StatedTime]:
    """A month or day without a year takes the year that the same frame states (`next year's summit … in December`)."""
    years = {year: time for time in times if (year := _year(time, anchor)) is not None}
    if len(years) != 1 or len(times) < 2:
        return list(times)
    ((year, told),) = years.items()
    filled = [_with_year(time, year) if _beside(time, told) else time for time in times]
    return [time for time in filled if _year(time, anchor) is None] or filled


def _beside(time: StatedTime, year: StatedTime) -> bool:
    """Whether a mere year stands near a month or day; `last year` is told once for a whole sentence."""
    apart = max(time.start, year.start) - min(time.end, year.end)
    return isinstance(year.operation, Period) or apart <= _NEAR


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


def ends(start: str | None, end: str | None, days: int | None) -> tuple[str | None, str | None]:
    """Start and end as EDTF. A span in which the event lies somewhere becomes the date that is sure of it;
    `days` is the length that the text states."""
    if start and "/" in start:
        start = coarse(start)
    if start and end is None and days and len(start) == 10:
        end = (date.fromisoformat(start) + timedelta(days=days - 1)).isoformat()
    if start is None and end and days and len(end) == 10:
        start = (date.fromisoformat(end) - timedelta(days=days - 1)).isoformat()
    return start, None if end == start else end


def spanned(time: ResolvedTime, nth: int | None, days: int | None) -> tuple[str | None, str | None]:
    """Start and end of what had its first, last or another day on one told around it."""
    reading = counted(time, nth).reading or ""
    if "/" not in reading or time.reading is None or len(time.reading) != _DAY:
        return time.reading, None
    first, _, last = reading.partition("/")
    start, end = ends(first or None, last or None, days)
    return start or ended(end), end


def ended(end: str | None) -> str | None:
    """The month in which something over began that is told by its last day alone; None early in a month."""
    sure = end is not None and len(end) == 10 and int(end[8:]) > _LONGEST
    return end[:7] if end and sure else None


def due(end: str | None, day: date | None) -> str | None:
    """The month of writing for what is to come before a day of that month (`by the end of the month`)."""
    return end[:_MONTH] if end and day is not None and end[:_MONTH] == day.isoformat()[:_MONTH] else None


def coarse(interval: str) -> str | None:
    """The month or year in which a whole interval lies; None when it lies in two years."""
    span = edtf.span(interval)
    if span.first is None or span.last is None or span.first.year != span.last.year:
        return None
    same = span.first.month == span.last.month
    return edtf.text(span.first.year, span.first.month if same else None)
