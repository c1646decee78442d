"""The part of EDTF (ISO 8601-2) that readings use, and the days that a reading covers."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from summitry.claims import Precision

# Level 1 season codes with the months they stand for; winter runs into the next year.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_SHAPE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day that a reading covers; None for an end that is not known."""

    first: date | None
    last: date | None

    def contains(self, other: Span) -> bool:
        """True when every known day of `other` lies inside."""
        after = self.first is None or (other.first is not None and other.first >= self.first)
        before = self.last is None or (other.last is not None and other.last <= self.last)
        return after and before


def text(year: int, month: int | None = None, day: int | None = None) -> str:
    """`2026`, `2026-02` or `2026-02-24`."""
    parts = [f"{year:04d}"] + [f"{value:02d}" for value in (month, day) if value is not None]
    return "-".join(parts)


def interval(first: str, last: str) -> str:
    """`first/last`, or the one date when both are equal."""
    return first if first == last else f"{first}/{last}"


def span(reading: str) -> Span:
    """The days that a reading covers, for example February 2026 for `2026-02`; ValueError when it is not EDTF."""
    if "/" not in reading:
        return _simple(reading)
    first, last = reading.split("/")
    return Span(_simple(first).first if first else None, _simple(last).last if last else None)


def precision(reading: str) -> Precision:
    """The precision that the form of a reading shows."""
    if "/" in reading:
        return Precision.INTERVAL
    if len(reading) == 10:
        return Precision.DAY
    if len(reading) == 7:
        return Precision.SEASON if int(reading[5:]) > 12 else Precision.MONTH
    return Precision.YEAR


def _simple(reading: str) -> Span:
    matched = _SHAPE.fullmatch(reading)
    if matched is None:
        raise ValueError(f"not an EDTF date: {reading!r}")
    year, month, day = (int(part) if part else None for part in matched.groups())
    assert year is not None
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if month in _SEASON_MONTHS:
        return season_span(year, month)
    if day is None:
        return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Span(date(year, month, day), date(year, month, day))


def season_span(year: int, season: int) -> Span:
    """The three months of a season (northern, meteorological); winter begins in December of `year`."""
    first, last = _SEASON_MONTHS[season]
    last_year = year + 1 if last < first else year
    after = date(last_year, last, 28) + timedelta(days=4)
    return Span(date(year, first, 1), after.replace(day=1) - timedelta(days=1))
