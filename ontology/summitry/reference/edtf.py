"""The small part of EDTF (ISO 8601-2) that the tables use: a year, a month or a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def edtf_bounds(value: str) -> tuple[date, date]:
    """First and last day of a year, month or day: `2024-06` → 2024-06-01, 2024-06-30. Raises ValueError."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = date(*parts)
    return day, day


def covers(start: str, end: str, on: date) -> bool:
    """Whether a span may include a day: both ends count, an empty start or end is open. Raises ValueError."""
    if start and edtf_bounds(start)[0] > on:
        return False
    return not end or edtf_bounds(end)[1] >= on
