"""Weekdays counted from an anchor."""

from __future__ import annotations

from datetime import date, timedelta

from summitry.extract.time.model import Calendar, Direction
from summitry.extract.time.outcome import AMBIGUOUS, ASSUMED, NARRATIVE, Outcome, day, unresolved

_WEEK = 7


def back(weekday: int, anchor: date, least: int = 0) -> date:
    """The last such weekday at least `least` days (0 or 1) before the anchor."""
    days = (anchor.isoweekday() - weekday) % _WEEK
    return anchor - timedelta(days=days or least * _WEEK)


def ahead(weekday: int, anchor: date, least: int = 0) -> date:
    """The first such weekday at least `least` days (0 or 1) after the anchor."""
    days = (weekday - anchor.isoweekday()) % _WEEK
    return anchor + timedelta(days=days or least * _WEEK)


def nearest(weekday: int, anchor: date) -> date:
    """The such weekday within three days of the anchor; seven is odd, so there is exactly one."""
    days = (weekday - anchor.isoweekday() + 3) % _WEEK - 3
    return anchor + timedelta(days=days)


def following(weekday: int, told: date | None) -> Outcome:
    """The first such weekday after a day told before ("the following Monday")."""
    return day(ahead(weekday, told, 1), told) if told is not None else unresolved(NARRATIVE)


def in_week(weekday: int, anchor: date, weeks: int) -> date:
    """That weekday of the ISO week so many weeks from the anchor's."""
    return anchor + timedelta(days=weekday - anchor.isoweekday() + weeks * _WEEK)


def resolve_weekday(operation: Calendar, anchor: date, direction: Direction, next_weekday: str) -> Outcome:
    """A single weekday.

    "last" and "next" exclude the anchor itself; a bare weekday includes it. Without a direction a bare weekday
    is the last one (dispatches say "on Tuesday" of what happened), flagged `direction-assumed`; "this Tuesday"
    is the nearest. Where a language means the following week by "next Friday" and the nearest Friday is
    another day, the other one is kept as an alternative and the reading is flagged `ambiguous`.
    """
    weekday = operation.first.weekday
    assert weekday is not None
    shift = timedelta(days=operation.weeks * _WEEK)
    if operation.week is not None:
        return day(in_week(weekday, anchor, operation.week), anchor)
    if operation.step == 1:
        return _next(weekday, anchor, shift, next_weekday)
    if operation.step == -1:
        return day(back(weekday, anchor, 1) + shift, anchor)
    if operation.weeks > 0 or direction is Direction.FUTURE:
        return day(ahead(weekday, anchor) + shift, anchor)
    return _bare(weekday, anchor, operation.step, direction)


def _bare(weekday: int, anchor: date, step: int | None, direction: Direction) -> Outcome:
    if direction is Direction.PAST:
        return day(back(weekday, anchor), anchor)
    if step == 0:
        return day(nearest(weekday, anchor), anchor)
    return day(back(weekday, anchor), anchor, ASSUMED, alternatives=(ahead(weekday, anchor, 1),))


def _next(weekday: int, anchor: date, shift: timedelta, next_weekday: str) -> Outcome:
    coming = ahead(weekday, anchor, 1)
    following = in_week(weekday, anchor, 1)
    if coming == following:
        return day(coming + shift, anchor)
    chosen, other = (coming, following) if next_weekday == "nearest" else (following, coming)
    flags = (AMBIGUOUS,) if next_weekday == "next-week" else ()
    return day(chosen + shift, anchor, *flags, alternatives=(other + shift,))
