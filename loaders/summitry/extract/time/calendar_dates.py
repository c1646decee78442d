"""Calendar dates: years that are not stated, weekdays that do not fit, ranges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.extract.time import edtf, weekdays
from summitry.extract.time.model import Calendar, Direction, Point
from summitry.extract.time.outcome import (
    AMBIGUOUS,
    ASSUMED,
    IMPOSSIBLE,
    INFERRED,
    MISMATCH,
    NARRATIVE,
    NO_DATE,
    OVERRULED,
    WITHIN,
    Outcome,
    day,
    unresolved,
)

_FAR = timedelta(days=300)
_NEAR = timedelta(days=45)
_CLOSE = timedelta(days=21)
"""How far from the day of writing a mere number of a day counts from it, whatever was told before."""
_UNSURE = timedelta(days=150)
_LEAP_REACH = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """What a date is resolved against: the anchor, the side on which the event lies, and the language's habit."""

    anchor: date | None
    direction: Direction
    next_weekday: str = "nearest"
    year_hint: date | None = None
    context: date | None = None


def resolve_calendar(operation: Calendar, frame: Frame) -> Outcome:
    """A date, weekday or range; unresolved rather than wrong."""
    if operation.year_step is not None:
        if frame.anchor is None:
            return unresolved(NO_DATE)
        operation = _with_year(operation, frame.anchor.year + operation.year_step)
    if operation.last is not None:
        return _range(operation, operation.last, frame)
    outcome = _single(operation.first, operation, frame)
    if operation.whole_week and outcome.reading and len(outcome.reading) == 10:
        return _week_of(outcome)
    return outcome


def _with_year(operation: Calendar, year: int) -> Calendar:
    last = replace(operation.last, year=year) if operation.last else None
    return replace(operation, first=replace(operation.first, year=year), last=last)


def _single(point: Point, operation: Calendar, frame: Frame) -> Outcome:
    if point.only_weekday:
        return _weekday(point, operation, frame)
    if point.day is not None and point.month is not None:
        return _day(point, point.day, point.month, operation.step, frame)
    if point.day is not None:
        return _day_of_month(point, point.day, frame)
    if point.month is not None:
        return _month(point, point.month, operation.step, frame)
    assert point.year is not None
    return Outcome(edtf.text(point.year))


def _weekday(point: Point, operation: Calendar, frame: Frame) -> Outcome:
    if operation.after:
        return weekdays.following(point.weekday or 1, frame.context)
    if frame.anchor is None:
        return unresolved(NO_DATE)
    return weekdays.resolve_weekday(
        replace(operation, first=point, last=None), frame.anchor, frame.direction, frame.next_weekday
    )


def _day(point: Point, number: int, month: int, step: int | None, frame: Frame) -> Outcome:
    if point.year is not None:
        value = _date(point.year, month, number)
        return _checked(value, point, None) if value else unresolved(IMPOSSIBLE)
    anchor = frame.anchor or frame.year_hint
    if anchor is None:
        return unresolved(NO_DATE)
    value, flags = _choose_year(point, step, anchor, frame.direction)
    if value is None:
        return unresolved(IMPOSSIBLE)
    if frame.anchor is None:
        flags = (*flags, NO_DATE)
    outcome = _checked(value, point, anchor)
    return replace(outcome, flags=(INFERRED, *flags, *outcome.flags))


def _checked(value: date, point: Point, anchor: date | None) -> Outcome:
    """The stated day; one whose weekday does not fit keeps its reading, a flag and what else may be meant."""
    if point.weekday is None or point.weekday == value.isoweekday():
        return day(value, anchor)
    years = (_date(value.year + step, value.month, value.day) for step in (-1, 1))
    others = [other for other in years if other and other.isoweekday() == point.weekday]
    return day(value, anchor, MISMATCH, alternatives=(weekdays.nearest(point.weekday, value), *others))


def _choose_year(
    point: Point, step: int | None, anchor: date, direction: Direction
) -> tuple[date | None, tuple[str, ...]]:
    """The year that lies nearest in the direction.

    A day that lies right on the other side of the anchor while the direction points a year away is taken
    all the same (an article dated a day late), flagged `direction-overruled`; so is a near day whose
    weekday fits when the one in the direction does not.
    """
    month, number = point.month or 0, point.day or 0
    reach = _LEAP_REACH if (month, number) == (2, 29) else 1
    days = [d for y in range(anchor.year - reach, anchor.year + reach + 1) if (d := _date(y, month, number))]
    if not days:
        return None, ()
    nearest = min(days, key=lambda d: (abs(d - anchor), d))
    chosen = _in_direction(days, anchor, direction, step) or nearest
    if step not in (-1, 1) and chosen != nearest and abs(nearest - anchor) <= _NEAR:
        fits = point.weekday is not None and nearest.isoweekday() == point.weekday != chosen.isoweekday()
        if fits or abs(chosen - anchor) > _FAR:
            return nearest, (OVERRULED,)
    if direction is Direction.NONE and step is None and abs(chosen - anchor) > _UNSURE:
        return chosen, (AMBIGUOUS,)
    return chosen, ()


def _in_direction(days: list[date], anchor: date, direction: Direction, step: int | None) -> date | None:
    later = [d for d in days if (d > anchor if step == 1 else d >= anchor)]
    earlier = [d for d in days if (d < anchor if step == -1 else d <= anchor)]
    if step == 1 or (step is None and direction is Direction.FUTURE):
        return min(later, default=None)
    if step == -1 or (step is None and direction is Direction.PAST):
        return max(earlier, default=None)
    return None


def _day_of_month(point: Point, number: int, frame: Frame) -> Outcome:
    """ "mardi 24": the nearest such day in the direction; when the weekday fits no near month, the weekday alone.

    "le 24" behind a day that lies farther off is of the month told there.
    """
    anchor = frame.anchor
    if point.weekday is None and anchor and frame.context and abs(frame.context - anchor) > _CLOSE:
        told = frame.context
        later = _date(told.year, told.month, number)
        return day(later, anchor) if later and later > told else unresolved(NARRATIVE)
    if anchor is None:
        return unresolved(NO_DATE)
    months = ((anchor.year * 12 + anchor.month - 1 + step) for step in (-2, -1, 0, 1, 2))
    days = [d for m in months if (d := _date(m // 12, m % 12 + 1, number))]
    fitting = [d for d in days if point.weekday in (None, d.isoweekday()) and abs(d - anchor) <= _NEAR]
    if chosen := _in_direction(fitting, anchor, frame.direction, None):
        return day(chosen, anchor)
    if nearest := min(fitting, key=lambda d: (abs(d - anchor), d), default=None):
        return day(nearest, anchor, *(() if frame.direction is Direction.NONE else (OVERRULED,)))
    if point.weekday is None:
        return unresolved(IMPOSSIBLE)
    # The number is no day of the month, or a slip: the weekday is what is left.
    alone = _single(Point(weekday=point.weekday), Calendar(Point(weekday=point.weekday)), frame)
    return replace(alone, flags=(*alone.flags, MISMATCH))


def _month(point: Point, month: int, step: int | None, frame: Frame) -> Outcome:
    if point.year is not None:
        return Outcome(edtf.text(point.year, month))
    anchor = frame.anchor or frame.year_hint
    if anchor is None:
        return unresolved(NO_DATE)
    ahead = (month - anchor.month) % 12
    behind = (anchor.month - month) % 12
    flags: tuple[str, ...] = (INFERRED,) if frame.anchor else (INFERRED, NO_DATE)
    if step == 1 or (step is None and frame.direction is Direction.FUTURE):
        offset = ahead or (12 if step == 1 else 0)
    elif step == -1 or (step is None and frame.direction is Direction.PAST):
        offset = -(behind or (12 if step == -1 else 0))
    else:
        offset = ahead if ahead < behind else -behind
        flags = (*flags, AMBIGUOUS) if min(ahead, behind) > 4 else flags
    number = anchor.year * 12 + anchor.month - 1 + offset
    return Outcome(edtf.text(number // 12, number % 12 + 1), anchor, flags)


def _range(operation: Calendar, last: Point, frame: Frame) -> Outcome:
    """Both ends. The one that the direction fixes comes first, the other is the next (or last) after (before) it."""
    if operation.first.only_weekday and last.only_weekday:
        return _weekday_range(operation, last, frame)
    if frame.direction is Direction.FUTURE and last.year is None:
        end = _single(last, operation, frame)
        begin = _follow(operation.first, end, Direction.PAST, frame)
    else:
        begin = _single(operation.first, operation, frame)
        end = _follow(last, begin, Direction.FUTURE, frame)
    return _join(begin, end)


def _follow(point: Point, other: Outcome, direction: Direction, frame: Frame) -> Outcome:
    """The end of a range nearest to the other end."""
    if point.year is not None or other.reading is None:
        return _single(point, Calendar(point), frame)
    days = edtf.span(other.reading)
    anchor = days.first if direction is Direction.FUTURE else days.last
    found = _single(point, Calendar(point), replace(frame, anchor=anchor, direction=direction))
    return replace(found, anchor=other.anchor)


def _weekday_range(operation: Calendar, last: Point, frame: Frame) -> Outcome:
    begin = _single(operation.first, operation, frame)
    if begin.reading is None or last.weekday is None:
        return begin
    first = date.fromisoformat(begin.reading)
    if frame.direction is Direction.FUTURE and operation.step is None and operation.week is None and frame.anchor:
        # On a Tuesday, "from Monday to Wednesday" of what still lies ahead has already begun.
        ongoing = weekdays.ahead(last.weekday, frame.anchor)
        started = weekdays.back(operation.first.weekday or 1, ongoing)
        first = started if started < frame.anchor else first
    return _join(replace(begin, reading=first.isoformat()), day(weekdays.ahead(last.weekday, first), begin.anchor))


def _join(begin: Outcome, end: Outcome) -> Outcome:
    if begin.reading is None or end.reading is None:
        return unresolved(*dict.fromkeys((*begin.flags, *end.flags)))
    first, last = edtf.span(begin.reading), edtf.span(end.reading)
    if first.first is None or last.last is None or first.first > last.last:
        return unresolved(IMPOSSIBLE)
    flags = tuple(dict.fromkeys(f for f in (*begin.flags, *end.flags) if f != ASSUMED or f in begin.flags))
    return Outcome(edtf.interval(begin.reading, end.reading), begin.anchor or end.anchor, flags)


def _week_of(outcome: Outcome) -> Outcome:
    assert outcome.reading is not None
    value = date.fromisoformat(outcome.reading)
    monday = value - timedelta(days=value.isoweekday() - 1)
    reading = edtf.interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    return Outcome(reading, outcome.anchor, (*outcome.flags, WITHIN))


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
