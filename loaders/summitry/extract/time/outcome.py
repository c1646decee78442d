"""The result of one resolution, before it is wrapped as a TimeReference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NO_DATE = "no-publication-date"
MISMATCH = "weekday-mismatch"
INFERRED = "year-inferred"
ASSUMED = "direction-assumed"
OVERRULED = "direction-overruled"
AMBIGUOUS = "ambiguous"
IMPOSSIBLE = "impossible-date"
WITHIN = "within"
"""The event lies somewhere in the interval; it need not fill it."""
APPROXIMATE = "approximate"
NARRATIVE = "relative-to-text"
CONTRADICTION = "direction-conflict"
VAGUE = "vague"
DAY_PART = "day-part"
"""A mere part of a day (`in the evening`), which counts from the day told close before."""
ONWARD = "onward"
"""Said to begin then, and not to have been so since then."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """EDTF reading or None, the anchor that was used, flags, and other readings that the words allow."""

    reading: str | None
    anchor: date | None = None
    flags: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


def unresolved(*flags: str) -> Outcome:
    """No reading, for the named reasons."""
    return Outcome(None, None, flags)


def day(value: date, anchor: date | None, *flags: str, alternatives: tuple[date, ...] = ()) -> Outcome:
    """One day."""
    return Outcome(value.isoformat(), anchor, flags, tuple(a.isoformat() for a in alternatives))
