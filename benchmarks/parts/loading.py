"""Loading articles into one store and looking at it on the way: time, size and memory at 1, 10 and 100 hundredths."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.parts.articles import Newsroom

from summitry.store import ArticleRecord, Store

SMALLEST = 500
"""Fewer claims are no point of a curve: they are in the first articles, with what the tables say of whom they name."""


@dataclass(frozen=True)
class Point:
    """After so many claims: seconds (without those of making the articles), MB on disk, peak MB of memory."""

    claims: int
    seconds: float
    megabytes: float | None
    memory: float


@dataclass
class Load:
    """Loads articles and notes points. The time that the generator takes is left out."""

    store: Store
    size: Callable[[], float | None]
    points: list[Point] = field(default_factory=list)
    _making: float = 0.0
    _made: int = 0

    def run(self, claims: int, marks: Sequence[int]) -> list[Point]:
        """Load articles with so many claims; a point at each mark and at the end."""
        open_marks = sorted({mark for mark in marks if SMALLEST <= mark < claims})
        records = Newsroom().records(claims)
        started, looking = time.perf_counter(), 0.0
        for mark in [*open_marks, claims]:
            for _ in self.store.add(self._until(records, mark)):
                pass
            seconds = time.perf_counter() - started - self._making - looking
            before = time.perf_counter()
            self.points.append(Point(self._made, seconds, self.size(), peak_megabytes()))
            looking += time.perf_counter() - before
        return self.points

    def _until(self, records: Iterator[ArticleRecord], claims: int) -> Iterator[ArticleRecord]:
        while self._made < claims:
            before = time.perf_counter()
            record = next(records, None)
            self._making += time.perf_counter() - before
            if record is None:
                return
            self._made += len(record.claims)
            yield record


def peak_megabytes() -> float:
    """Peak resident memory of this process, in MB (Linux reports kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(name: str, points: Iterable[Point]) -> None:
    """A table, with how much faster than the claims time and size have grown since the point before."""
    print(f"\n{name}\n{'claims':>10} {'seconds':>9} {'claims/s':>9} {'MB':>8} {'B/claim':>8} {'peak MB':>8}  growth")
    last: Point | None = None
    for point in points:
        size = "–" if point.megabytes is None else f"{point.megabytes:.0f}"
        each = "–" if point.megabytes is None else f"{1e6 * point.megabytes / point.claims:.0f}"
        rate = point.claims / point.seconds
        line = f"{point.claims:>10} {point.seconds:>9.1f} {rate:>9.0f} {size:>8} {each:>8} {point.memory:>8.0f}"
        print(line + (_growth(last, point) if last else ""), flush=True)
        last = point


def _growth(before: Point, now: Point) -> str:
    """1.00 is linear: ten times the claims in ten times the time."""
    times = now.claims / before.claims
    time_growth = f"  time ×{now.seconds / before.seconds / times:.2f}"
    if now.megabytes is None or before.megabytes is None:
        return time_growth
    return f"{time_growth}, size ×{now.megabytes / before.megabytes / times:.2f} of linear"
