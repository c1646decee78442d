"""Times counted from an anchor in days, weeks, months and years; periods and seasons."""

from __future__ import annotations

from datetime import date, timedelta

from summitry.extract.time import edtf
from summitry.extract.time.calendar_dates import Frame
from summitry.extract.time.model import Direction, Period, SeasonOf, Shift
from summitry.extract.time.outcome import (
    AMBIGUOUS,
    APPROXIMATE,
    CONTRADICTION,
    INFERRED,
    NARRATIVE,
    NO_DATE,
    WITHIN,
    Outcome,
    day,
    unresolved,
)

_WEEKS = {"week": 1, "fortnight": 2}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_LONGEST = {
    "day": 3_700,
    "week": 600,
    "fortnight": 300,
    "month": 1_200,
    "year": 1_000,
    "decade": 50,
    "century": 5,
}


def resolve_shift(operation: Shift, frame: Frame) -> Outcome:
    """Days give a day, weeks the week around it, months a month, years a year: words like "two weeks" are round.

    A narrative shift ("le lendemain") counts from `context`, a date near by in the text, and is unresolved
    without one. A future shift told in the past ("the first visit in three years") is no date.
    """
    base = frame.context if operation.narrative else frame.anchor
    if base is None:
        return unresolved(NARRATIVE if operation.narrative else NO_DATE)
    ahead = operation.amount > 1 and not operation.narrative and frame.direction is Direction.PAST
    if ahead or (operation.only_future and frame.direction is not Direction.FUTURE):
        return unresolved(CONTRADICTION)
    if abs(operation.amount) > _LONGEST.get(operation.unit, 0) and operation.unit != "hour":
        return unresolved(APPROXIMATE)
    try:
        return _shifted(operation, base)
    except (ValueError, OverflowError):
        return unresolved(APPROXIMATE)


def _shifted(operation: Shift, base: date) -> Outcome:
    amount, unit = operation.amount, operation.unit
    if unit == "day":
        return day(base + timedelta(days=amount), base)
    if unit == "hour":
        return _hours(amount, base)
    if unit in _WEEKS:
        weeks = amount * _WEEKS[unit]
        target = base + timedelta(days=7 * weeks)
        return _within(_monday(target), _monday(target) + timedelta(days=6), base, APPROXIMATE)
    if unit in _MONTHS:
        year, month = _month_at(base, amount * _MONTHS[unit])
        return Outcome(edtf.text(year, month), base, (APPROXIMATE,))
    return Outcome(edtf.text(base.year + amount * _YEARS[unit]), base, (APPROXIMATE,))


def _hours(amount: int, base: date) -> Outcome:
    """Few hours stay on the day; whole days count as days; the rest is not known."""
    if amount % 24 == 0 and abs(amount) <= 240:
        return day(base + timedelta(days=amount // 24), base, APPROXIMATE)
    return day(base, base, APPROXIMATE) if abs(amount) <= 6 else unresolved(APPROXIMATE)


def resolve_period(operation: Period, frame: Frame) -> Outcome:
    """A week or weekend as an interval in which the event lies, a month, a year; a numbered quarter or half."""
    if operation.number is not None:
        return _numbered(operation, frame)
    anchor = frame.anchor
    if anchor is None:
        return unresolved(NO_DATE)
    return _counted(operation, anchor, frame.direction)


def _counted(operation: Period, anchor: date, direction: Direction) -> Outcome:
    match operation.unit:
        case "week":
            monday = _monday(anchor) + timedelta(days=7 * operation.step)
            outcome = _within(monday, monday + timedelta(days=6), anchor)
        case "weekend":
            outcome = _weekend(operation.step, anchor, direction)
        case "month":
            outcome = Outcome(edtf.text(*_month_at(anchor, operation.step)), anchor)
        case "quarter" | "half":
            outcome = _counted_part(operation, anchor)
        case _:
            outcome = Outcome(edtf.text(anchor.year + operation.step * _YEARS.get(operation.unit, 1)), anchor)
    return outcome


def _weekend(step: int, anchor: date, direction: Direction) -> Outcome:
    """This weekend: the one going on, else the one in the direction, else the nearest. Next: the one after Friday."""
    saturday = _monday(anchor) + timedelta(days=5)
    previous = saturday - timedelta(days=7)
    if anchor >= saturday:
        chosen = saturday + timedelta(days=7 * step)
        return _within(chosen, chosen + timedelta(days=1), anchor)
    if step == 0:
        early = direction is Direction.NONE and anchor.isoweekday() <= 2
        chosen = previous if direction is Direction.PAST or early else saturday
        flags: tuple[str, ...] = (AMBIGUOUS,) if early else ()
    else:
        chosen, flags = (previous, ()) if step < 0 else (saturday, (AMBIGUOUS,))
    return _within(chosen, chosen + timedelta(days=1), anchor, *flags)


def _numbered(operation: Period, frame: Frame) -> Outcome:
    year = operation.year or (frame.anchor.year if frame.anchor else None)
    months = _MONTHS.get(operation.unit)
    if year is None or months is None or operation.number is None or not 1 <= operation.number <= 12 // months:
        return unresolved(NO_DATE)
    return _months(year, (operation.number - 1) * months + 1, months, None if operation.year else frame.anchor)


def _counted_part(operation: Period, anchor: date) -> Outcome:
    months = _MONTHS[operation.unit]
    number = (anchor.year * 12 + anchor.month - 1) // months + operation.step
    return _months(number * months // 12, number * months % 12 + 1, months, anchor)


def _months(year: int, first: int, count: int, anchor: date | None) -> Outcome:
    reading = edtf.interval(edtf.text(year, first), edtf.text(year, first + count - 1))
    return Outcome(reading, anchor, (WITHIN,))


def resolve_season(operation: SeasonOf, frame: Frame) -> Outcome:
    """A season of its stated year; otherwise the last, present or next one (northern seasons, winter from December)."""
    if operation.year is not None:
        flags = (AMBIGUOUS,) if operation.season == 24 else ()
        return Outcome(edtf.text(operation.year, operation.season), None, flags)
    anchor = frame.anchor
    if anchor is None:
        return unresolved(NO_DATE)
    chosen = _season_year(operation, anchor, frame.direction)
    return Outcome(edtf.text(chosen, operation.season), anchor, (INFERRED,))


def _season_year(operation: SeasonOf, anchor: date, direction: Direction) -> int:
    years = range(anchor.year - 2, anchor.year + 3)
    spans = {year: edtf.season_span(year, operation.season) for year in years}
    over = [y for y, s in spans.items() if s.last and s.last < anchor]
    ahead = [y for y, s in spans.items() if s.first and s.first > anchor]
    present = [y for y in years if y not in over and y not in ahead]
    if operation.step == -1:
        return max(over)
    if operation.step == 1:
        return min(ahead)
    if present:
        return present[0]
    past = direction is Direction.PAST or (direction is Direction.NONE and operation.step is None)
    return max(over) if past else min(ahead)


def _within(first: date, last: date, anchor: date, *flags: str) -> Outcome:
    return Outcome(edtf.interval(first.isoformat(), last.isoformat()), anchor, (WITHIN, *flags))


def _monday(value: date) -> date:
    return value - timedelta(days=value.isoweekday() - 1)


def _month_at(anchor: date, offset: int) -> tuple[int, int]:
    number = anchor.year * 12 + anchor.month - 1 + offset
    return number // 12, number % 12 + 1
