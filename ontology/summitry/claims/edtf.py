"""The first and last day of an EDTF reading (years, months, seasons, days, intervals; qualifiers are ignored)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def bounds(reading: str) -> tuple[date, date] | None:
    """First and last day that a reading covers, both included; None when it is not understood.

    An open or unknown end of an interval takes the other end's day. Winter counts as December of its year.
    """
    left, slash, right = reading.strip().partition("/")
    first, last = _part(left), _part(right) if slash else _part(left)
    if first is None and last is None:
        return None
    start = (first or last or (date.min, date.min))[0]
    end = (last or first or (date.max, date.max))[1]
    return (start, end) if start <= end else None


def day(reading: str) -> date | None:
    """The first day of a reading when it is given to the day, else None."""
    left = reading.strip().partition("/")[0]
    found = _part(left)
    return found[0] if found and found[0] == found[1] else None


def contains(general: str, specific: str) -> bool:
    """True when the days of `general` include those of `specific`, and more."""
    outer, inner = bounds(general), bounds(specific)
    if outer is None or inner is None or outer == inner:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _part(text: str) -> tuple[date, date] | None:
    match = _PART.fullmatch(text.rstrip("?~%"))
    if match is None:
        return None
    year, month, day_ = (int(group) if group else None for group in match.groups())
    assert year is not None
    try:
        return _span(year, month, day_)
    except ValueError:
        return None


def _span(year: int, month: int | None, day_: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _SEASONS:
        first, last = _SEASONS[month]
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if day_ is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    exact = date(year, month, day_)
    return exact, exact
