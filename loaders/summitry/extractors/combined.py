"""The rules with optional extractors beside them, behind the interface of the rules: an article in, a reading out."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future

from summitry.claims import Article, ExtractorError
from summitry.claims.closing import Closing
from summitry.extract import Extractor, ParallelExtractor, Reading
from summitry.extractors.merge import alone, disputes, merge
from summitry.extractors.suggestion import Examined, Refused, Suggester, Suggestion
from summitry.extractors.weights import Weights, load_weights

Note = Callable[[Examined], None]


class CombinedExtractor(Closing):
    """Reads with the rules first, then with each optional extractor in turn, and merges.

    `workers` articles are read at once by `read_many`; `with_rules` is False when the optional extractors' reading is
    wanted alone. `on_examined` gets every article's refusals and problems; without `fallback`, articles with a problem
    are told there and left out. Close it after use.
    """

    def __init__(
        self, rules: Extractor | ParallelExtractor, others: Sequence[Suggester], *, workers: int = 1,
        with_rules: bool = True, fallback: bool = True,
        on_examined: Note | None = None, weights: Weights | None = None,
    ) -> None:  # fmt: skip
        self._rules = rules
        self._others = tuple(others)
        self._with_rules = with_rules
        self._fallback = fallback
        self._note = on_examined
        self._weights = weights or load_weights()
        self._workers = max(1, workers)
        self._slots = threading.Semaphore(self._workers)

    def read(self, article: Article) -> Reading:
        """Everything that an article says; problems of optional extractors leave the rules' reading."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings in the order of the articles; when it is interrupted, nothing waits for what is under way."""
        for examined in self.examine_many(articles):
            yield examined.reading

    def examine_many(self, articles: Iterable[Article]) -> Iterator[Examined]:
        """Like `read_many`, with refusals and problems.

        The rules read first, in the caller's thread or in processes of their own; only optional extractors work in
        other threads. At most twice as many articles are under way as there are workers, so that memory does not grow
        with their number.
        """
        if not self._others:
            yield from (Examined(reading) for reading in self._rules.read_many(articles))
            return
        under_way: deque[Future[Examined]] = deque()
        try:
            for reading in self._rules.read_many(articles):
                under_way.append(self._start(reading))
                if len(under_way) >= 2 * self._workers:
                    yield from self._told(under_way.popleft())
            while under_way:
                yield from self._told(under_way.popleft())
        finally:
            for future in under_way:
                future.cancel()
            if under_way:
                self.close()  # interrupted: nothing is asked again

    def close(self) -> None:
        """Give back what the optional extractors hold."""
        for other in self._others:
            other.close()

    def _start(self, rules: Reading) -> Future[Examined]:
        """Examine in a thread that does not keep the program from ending while a server is silent."""
        future: Future[Examined] = Future()
        threading.Thread(target=self._work, args=(future, rules), daemon=True).start()
        return future

    def _work(self, future: Future[Examined], rules: Reading) -> None:
        with self._slots:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(self._examine(rules))
            except BaseException as error:  # whatever it is, the caller's thread is told
                future.set_exception(error)

    def _told(self, future: Future[Examined]) -> Iterator[Examined]:
        """One examined article; none when it has a problem and the rules' reading is not to stand in."""
        examined = future.result()
        if self._note is not None:
            self._note(examined)
        if self._fallback or not examined.problems:
            yield examined

    def _examine(self, rules: Reading) -> Examined:
        """The rules' reading merged with every suggestion."""
        reading = rules
        found: list[Suggestion] = []
        refused: list[Refused] = []
        problems: list[ExtractorError] = []
        for other in self._others:
            suggestion = other.suggest(rules.article, reading)
            refused += suggestion.refused
            problems += suggestion.problems
            found.append(suggestion)
            if self._with_rules and suggestion.says_something:
                judged = other.judge(rules.article, disputes(reading, suggestion, self._weights))
                problems += [judged.problem] if judged.problem else []
                reading, aside = merge(reading, suggestion, self._weights, judged.verdicts)
                refused += aside
        if not self._with_rules:
            reading = alone(found[-1])
        return Examined(reading, tuple(s.source for s in found), tuple(refused), tuple(problems))
