"""From a matched rule to the operation that it states.

What an operation takes from captures and constants:
    date         date | day month year weekday, the same with 2 for the end of a range, step, weeks, week,
                 whole_week, year_step, after, part
    shift        amount (1), unit, sign (1 or -1), narrative, only_future
    period       unit, step (0), number, year, part
    season       season, year, step, part
    anniversary  event, number, year
    holiday      holiday, year, step
    vague        nothing
`part` (early, mid, late) becomes a flag: the reading stays the whole month or year.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from summitry.extract.time.model import (
    AnniversaryOf,
    Calendar,
    HolidayOf,
    Kind,
    Operation,
    Period,
    Point,
    SeasonOf,
    Shift,
    Vague,
)
from summitry.extract.time.pack import Value

Values = Mapping[str, Value]
_UNSTATED = Point()


def build(op: str, values: Values) -> Operation | None:
    """The operation that a rule states; None when the captured values make none."""
    return _BUILDERS[op](values)


def kind_of(operation: Operation) -> Kind:
    """The kind of evidence that an operation gives."""
    match operation:
        case Calendar(first) if first.only_weekday:
            return Kind.WEEKDAY
        case Calendar():
            return Kind.ABSOLUTE
        case Shift():
            return Kind.RELATIVE
        case _:
            return _KINDS[type(operation)]


_KINDS: dict[type, Kind] = {
    Period: Kind.PERIOD,
    SeasonOf: Kind.SEASON,
    AnniversaryOf: Kind.ANNIVERSARY,
    HolidayOf: Kind.HOLIDAY,
    Vague: Kind.VAGUE,
}


def _number(values: Values, name: str) -> int | None:
    value = values.get(name)
    return None if value is None else int(value)


def _point(values: Values, suffix: str) -> Point:
    if (stated := values.get("date" + suffix)) is not None:
        year, month, day = (int(part) for part in str(stated).split("-"))
        return Point(year, month, day, _number(values, "weekday" + suffix))
    return Point(*(_number(values, name + suffix) for name in ("year", "month", "day", "weekday")))


def _date(values: Values) -> Operation | None:
    first, last = _point(values, ""), _point(values, "2")
    if first == _UNSTATED:
        return None
    begin, end = (first, None) if last == _UNSTATED else _inherit(first, last)
    return Calendar(
        begin,
        end,
        step=_number(values, "step"),
        weeks=_number(values, "weeks") or 0,
        week=_number(values, "week"),
        whole_week=bool(values.get("whole_week")),
        year_step=_number(values, "year_step"),
        after=bool(values.get("after")),
    )


def _inherit(first: Point, last: Point) -> tuple[Point, Point]:
    """Complete the ends of a range from each other: `15`–`17 June 2025`, `June 15`–`17`.

    A year stated once belongs to the last day (or to the first when only that has it); a range that would then
    run backwards began the year before (or ends the year after).
    """
    first_month = first.month or (last.month if first.day else None)
    last_month = last.month or (first.month if last.day else None)
    first_year, last_year = first.year or last.year, last.year or first.year
    backwards = (first_month or 0, first.day or 0) > (last_month or 0, last.day or 0)
    if backwards and first_month and first_month != last_month and first_year == last_year and first_year:
        first_year, last_year = (first_year, first_year + 1) if first.year else (first_year - 1, first_year)
    return (
        Point(first_year, first_month, first.day, first.weekday),
        Point(last_year, last_month, last.day, last.weekday),
    )


def _shift(values: Values) -> Operation | None:
    amount = _number(values, "amount")
    sign = _number(values, "sign")
    size = (1 if amount is None else amount) * (1 if sign is None else sign)
    return Shift(size, str(values.get("unit", "day")), bool(values.get("narrative")), bool(values.get("only_future")))


def _period(values: Values) -> Operation | None:
    return Period(str(values["unit"]), _number(values, "step") or 0, _number(values, "number"), _number(values, "year"))


def _season(values: Values) -> Operation | None:
    return SeasonOf(int(values["season"]), _number(values, "year"), _number(values, "step"))


def _anniversary(values: Values) -> Operation | None:
    return AnniversaryOf(str(values["event"]), _number(values, "number"), _number(values, "year"))


def _holiday(values: Values) -> Operation | None:
    return HolidayOf(str(values["holiday"]), _number(values, "year"), _number(values, "step"))


def _vague(values: Values) -> Operation | None:
    del values
    return Vague()


_BUILDERS: dict[str, Callable[[Values], Operation | None]] = {
    "date": _date,
    "shift": _shift,
    "period": _period,
    "season": _season,
    "anniversary": _anniversary,
    "holiday": _holiday,
    "vague": _vague,
}
