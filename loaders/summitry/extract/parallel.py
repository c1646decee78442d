"""Reads articles in several processes; what comes out is the same with any number of them, in the order given."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from summitry.claims import Article, ExtractorError
from summitry.extract.contract import contract
from summitry.extract.extractor import Extractor
from summitry.extract.reading import Reading
from summitry.reference.tables import Reference

T = TypeVar("T")
Task = Callable[[Sequence[Article]], list[T]]

_BATCH = 8
"""Articles sent to a process at once."""
_AHEAD = 3
"""Batches under way for each process: none waits, and memory does not grow with the number of articles."""
_NEW = 20_000
"""How many new objects a process makes before cycles among them are looked for; readings have hardly any."""
_WORTH = 150
"""Fewer articles are read before further processes have started."""


def default_workers(articles: int) -> int:
    """How many processes to use for so many articles: one for few, else as many as there are cores."""
    return 1 if articles < _WORTH else os.cpu_count() or 1


class ParallelExtractor:
    """The rules in `workers` processes, each with tables of its own. One process is this one."""

    def __init__(self, workers: int, reference: Reference | None = None) -> None:
        self._workers = workers
        self._own = Extractor(reference)

    def read(self, article: Article) -> Reading:
        """Everything that one article says, read in this process."""
        return self._own.read(article)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of articles, in their order.

        Raises ExtractorError when a process is killed; on an interrupt nothing waits for what is under way.
        """
        if self._workers == 1:
            return self._own.read_many(articles)
        return _spread(articles, _read, self._workers)

    def contracts(self, articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
        """The JSON objects of the extraction contract, in the order of the articles; otherwise like `read_many`."""
        if self._workers == 1:
            return (contract(reading) for reading in self._own.read_many(articles))
        return _spread(articles, _contracts, self._workers)


def _spread(articles: Iterable[Article], task: Task[T], workers: int) -> Iterator[T]:
    context = multiprocessing.get_context("spawn")  # a fork would copy locks of threads that it has not
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare)
    under_way: deque[Future[list[T]]] = deque()
    try:
        remaining = iter(articles)
        while batch := tuple(islice(remaining, _BATCH)):
            under_way.append(pool.submit(task, batch))
            if len(under_way) >= _AHEAD * workers:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise ExtractorError("reading", "a process ended before its time", "try fewer: --workers 1") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@cache
def _extractor() -> Extractor:
    """The extractor of this process, built once and kept between batches."""
    return Extractor()


def _prepare() -> None:
    """An interrupt is for the process that gathers; when that one ends, so does this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()
    _extractor()
    gc.freeze()  # the tables stay as long as the process: looking through them for cycles is time lost
    gc.set_threshold(_NEW, 20, 20)


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(articles: Sequence[Article]) -> list[Reading]:
    return [_extractor().read(article) for article in articles]


def _contracts(articles: Sequence[Article]) -> list[dict[str, Any]]:
    return [contract(reading) for reading in _read(articles)]
