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
    """After so many claims: seconds, seconds of processors, MB on disk, peak MB of memory; without making the articles.

    Seconds of processors are those of this process and of the server, when it is ours: they hold on a busy machine too.
    """

    claims: int
    seconds: float
    busy: float
    megabytes: float | None
    memory: float


@dataclass
class Load:
    """Loads articles and notes points. The time that the generator takes is left out."""

    store: Store
    size: Callable[[], float | None]
    others: Callable[[], float]
    points: list[Point] = field(default_factory=list)
    _making: float = 0.0
    _making_busy: float = 0.0
    _made: int = 0

    def run(self, claims: int, marks: Sequence[int]) -> list[Point]:
        """Load articles with so many claims; a point at each mark and at the end."""
        open_marks = sorted({mark for mark in marks if SMALLEST <= mark < claims})
        records = Newsroom().records(claims)
        started, looking = time.perf_counter(), 0.0
        busy = time.process_time() + self.others()
        for mark in [*open_marks, claims]:
            for _ in self.store.add(self._until(records, mark)):
                pass
            seconds = time.perf_counter() - started - self._making - looking
            used = time.process_time() + self.others() - busy - self._making_busy
            before = time.perf_counter()
            self.points.append(Point(self._made, seconds, used, self.size(), peak_megabytes()))
            looking += time.perf_counter() - before
        return self.points

    def _until(self, records: Iterator[ArticleRecord], claims: int) -> Iterator[ArticleRecord]:
        while self._made < claims:
            before, busy = time.perf_counter(), time.process_time()
            record = next(records, None)
            self._making += time.perf_counter() - before
            self._making_busy += time.process_time() - busy
            if record is None:
                return
            self._made += len(record.claims)
            yield record


def peak_megabytes() -> float:
    """Peak resident memory of this process, in MB (Linux reports kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(name: str, points: Iterable[Point]) -> None:
    """A table, with how much faster than the claims time and size have grown since the point before."""
    print(f"\n{name}")
    print(f"{'claims':>9} {'seconds':>8} {'claims/s':>8} {'busy s':>7} {'MB':>7} {'B/claim':>7} {'peak MB':>7}  growth")
    last: Point | None = None
    for point in points:
        size = "–" if point.megabytes is None else f"{point.megabytes:.0f}"
        each = "–" if point.megabytes is None else f"{1e6 * point.megabytes / point.claims:.0f}"
        times = f"{point.seconds:>8.1f} {point.claims / point.seconds:>8.0f} {point.busy:>7.1f}"
        line = f"{point.claims:>9} {times} {size:>7} {each:>7} {point.memory:>7.0f}"
        print(line + (_growth(last, point) if last else ""), flush=True)
        last = point


def _growth(before: Point, now: Point) -> str:
    """1.00 is linear: ten times the claims in ten times the time."""
    times = now.claims / before.claims
    growth = f"  time ×{now.seconds / before.seconds / times:.2f}, busy ×{now.busy / before.busy / times:.2f}"
    if now.megabytes is not None and before.megabytes is not None:
        growth += f", size ×{now.megabytes / before.megabytes / times:.2f}"
    return growth + " of linear"
