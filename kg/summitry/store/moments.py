"""Moments of the past of a log: a sequence number, a day, or a point in time.

`seq_at` finds the change that was the last one at a point in time. Sequence numbers and times of recording grow
together, so a search in halves answers without an index on times.
"""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, date, datetime, time

from summitry.claims import InputError, NotFoundError

Moment = int | datetime
"""The number of a change, or a point in time with its zone."""

_NUMBER = re.compile(r"\d+")
_TIMED = (
    ("article", "seq", "recorded_at"),
    ("claim", "seq", "recorded_at"),
    ("claim", "retracted_seq", "retracted_at"),
    ("dataset", "seq", "recorded_at"),
    ("dataset", "retracted_seq", "retracted_at"),
)
"""Table, sequence number and time of every kind of change that has a time: segments come with their dataset."""

_GONE_WITH = (
    "SELECT retracted_seq FROM segment WHERE dataset = (SELECT seq FROM dataset WHERE retracted_seq = ?)"
    " AND retracted_seq < ? ORDER BY retracted_seq DESC"
)
"""Segments are retracted, one number each, right before their dataset."""


def parse(text: str) -> Moment:
    """`1919` (a sequence number), `2026-02-24` (the end of that day, UTC) or `2026-02-24T18:30:00Z` (UTC by default).

    Raises InputError for anything else.
    """
    if _NUMBER.fullmatch(text):
        return int(text)
    try:
        if len(text) == len("2026-02-24"):
            return datetime.combine(date.fromisoformat(text), time.max, UTC)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(text, "is no moment", "write a day (2026-02-24), a time or a sequence number") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def resolve(db: sqlite3.Connection, moment: Moment, last: int) -> int:
    """The sequence number of the last change at a moment, 0 before the first.

    `last` is the number of the last change there is. Raises NotFoundError for a number that no change has yet.
    """
    if isinstance(moment, datetime):
        return seq_at(db, moment, last)
    if moment > last:
        raise NotFoundError(str(moment), f"the last change is number {last}", "see summitry status")
    return moment


def seq_at(db: sqlite3.Connection, moment: datetime, last: int) -> int:
    """The number of the last change that was recorded at or before a point in time."""
    until = int(moment.timestamp() * 1_000_000)
    low, high = 0, last
    while low < high:
        middle = (low + high + 1) // 2
        recorded = _recorded_from(db, middle)
        if recorded is not None and recorded <= until:
            low = middle
        else:
            high = middle - 1
    return _before_next(db, low, last)


def _recorded_from(db: sqlite3.Connection, seq: int) -> int | None:
    """When the first change from a number on that has a time was recorded."""
    found = _next_timed(db, seq)
    return found[1] if found else None


def _before_next(db: sqlite3.Connection, seq: int, last: int) -> int:
    """Changes without a time of their own belong to the change before them, but a dataset goes with its segments."""
    found = _next_timed(db, seq + 1)
    if found is None:
        return last
    first = found[0]
    for (gone,) in db.execute(_GONE_WITH, (first, first)):
        if gone != first - 1:
            break
        first = gone
    return first - 1


def _next_timed(db: sqlite3.Connection, seq: int) -> tuple[int, int] | None:
    rows = (
        db.execute(f"SELECT {n}, {at} FROM {table} WHERE {n} >= ? ORDER BY {n} LIMIT 1", (seq,)).fetchone()
        for table, n, at in _TIMED
    )
    return min((row for row in rows if row is not None), default=None)
