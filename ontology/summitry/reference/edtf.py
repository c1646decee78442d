"""The small part of EDTF (ISO 8601-2) that the tables use: a year, a month or a day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_MOST = 1 << 13
"""Values kept: the tables have some thousands, and reading an article asks for the same few again and again."""


@lru_cache(_MOST)
def edtf_bounds(value: str) -> tuple[date, date]:
    """First and last day of a year, month or day: `2024-06` → 2024-06-01, 2024-06-30. Raises ValueError."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        first = date(parts[0], parts[1], 1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    day = date(*parts)
    return day, day


def covers(start: str, end: str, on: date) -> bool:
    """Whether a span may include a day: both ends count, an empty start or end is open. Raises ValueError."""
    if start and edtf_bounds(start)[0] > on:
        return False
    return not end or edtf_bounds(end)[1] >= on
