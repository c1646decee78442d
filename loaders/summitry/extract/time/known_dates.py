"""Anniversaries of known events and holidays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from summitry.extract.time.calendar_dates import Frame
from summitry.extract.time.knowledge import Anniversary, Holiday
from summitry.extract.time.model import AnniversaryOf, Direction, HolidayOf
from summitry.extract.time.outcome import INFERRED, NO_DATE, OVERRULED, Outcome, day, unresolved

_NEAR = timedelta(days=30)
_FAR = timedelta(days=200)


def resolve_anniversary(operation: AnniversaryOf, known: Mapping[str, Anniversary], frame: Frame) -> Outcome:
    """The n-th return of a known day; without number or year, the one nearest in the direction."""
    origin = known[operation.event].day
    if operation.number is not None:
        return day(_return(origin, origin.year + operation.number), None)
    if operation.year is not None:
        return day(_return(origin, operation.year), None)
    return _nearest([_return(origin, year) for year in _years(frame)], frame)


def resolve_holiday(operation: HolidayOf, known: Mapping[str, Holiday], frame: Frame) -> Outcome:
    """The holiday in its stated year; otherwise last, next, or the nearest one in the direction."""
    holiday = known[operation.holiday]
    if operation.year is not None:
        return day(holiday.in_year(operation.year), None)
    return _nearest([holiday.in_year(year) for year in _years(frame)], frame, operation.step)


def _years(frame: Frame) -> range:
    anchor = frame.anchor or frame.year_hint
    return range(anchor.year - 1, anchor.year + 2) if anchor else range(0)


def _nearest(days: list[date], frame: Frame, step: int | None = None) -> Outcome:
    anchor = frame.anchor or frame.year_hint
    if anchor is None:
        return unresolved(NO_DATE)
    nearest = min(days, key=lambda d: (abs(d - anchor), d))
    past = step == -1 or (step is None and frame.direction is Direction.PAST)
    future = step == 1 or (step is None and frame.direction is Direction.FUTURE)
    if past:
        chosen = max(d for d in days if d < anchor or (d == anchor and step is None))
    elif future:
        chosen = min(d for d in days if d > anchor or (d == anchor and step is None))
    else:
        chosen = nearest
    if step is None and chosen != nearest and abs(nearest - anchor) <= _NEAR and abs(chosen - anchor) > _FAR:
        return day(nearest, anchor, INFERRED, OVERRULED)
    return day(chosen, anchor, INFERRED)


def _return(origin: date, year: int) -> date:
    """The same day of another year; 29 February returns on the 28th of common years."""
    try:
        return origin.replace(year=year)
    except ValueError:
        return origin.replace(year=year, day=28)
