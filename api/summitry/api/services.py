"""What the routes work with: opened once when the server starts, closed once when it ends."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

from summitry.claims import Article
from summitry.extract import Extractor
from summitry.ingest import Journey, Settings, open_store
from summitry.query import Asker
from summitry.reference import Reference
from summitry.store import AddResult, Store

VIEWS_SECONDS = 10.0
"""How long a reading waits for the views to show it; later than that it is shown all the same, only not at once."""


@dataclass
class Services:
    """The store and what reads articles and questions. Routes run in several threads; the store allows that."""

    store: Store
    reference: Reference
    sparql_update: bool = False
    sparql_remote: bool = False
    _writing: threading.Lock = field(default_factory=threading.Lock)
    _making: threading.RLock = field(default_factory=threading.RLock)

    @property
    def asker(self) -> Asker:
        """Understands questions; made when the first one comes."""
        with self._making:
            return self._asker

    def load(self, article: Article) -> AddResult:
        """Read an article into the store. One at a time: judging events looks at what the last one has written."""
        with self._writing:
            result = self._last(self._journey.load([article]))
        self.store.wait_for(result.seq, VIEWS_SECONDS)
        return result

    @cached_property
    def _asker(self) -> Asker:
        return Asker(self.reference)

    @cached_property
    def _journey(self) -> Journey:
        return Journey(self.store, Extractor(self.reference), self.reference)

    @staticmethod
    def _last(results: Iterable[AddResult]) -> AddResult:
        *_, last = results
        return last


@contextmanager
def open_services(
    settings: Settings, *, sparql_update: bool = False, sparql_remote: bool = False
) -> Iterator[Services]:
    """The services on the settings' store.

    An embedded store that is not there yet is made; one that another process writes to is opened for reading.
    """
    fresh = settings.neo4j is None and not (settings.data / "log.sqlite").exists()
    with open_store(settings, write=fresh) as store:
        yield Services(store, Reference.load(), sparql_update, sparql_remote)
