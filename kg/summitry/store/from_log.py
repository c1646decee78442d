"""What every store answers straight from its claim log, whether of SQLite or of Neo4j, of today or of the past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from summitry.claims import Article, iris
from summitry.store import follow
from summitry.store.protocol import StoredClaim

if TYPE_CHECKING:
    from summitry.store.log_reader import LogReader
    from summitry.store.neo4j_reader import Neo4jReader

Reader = TypeVar("Reader", "LogReader", "Neo4jReader")


class FromLog(Generic[Reader]):
    """The part of `Readable` that needs no view."""

    _reader: Reader

    def article(self, article_id: str) -> Article | None:
        """See `Readable.article`."""
        return self._reader.article(iris.entity("article", article_id))

    def articles(self) -> Iterator[Article]:
        """See `Readable.articles`."""
        return self._reader.articles()

    def claims(
        self,
        *,
        subject: str | None = None,
        object: str | None = None,
        source: str | None = None,
        ids: Sequence[str] | None = None,
        include_retracted: bool = False,
    ) -> Iterator[StoredClaim]:
        """See `Readable.claims`."""
        return self._reader.claims(
            subject=subject, object=object, source=source, ids=ids, include_retracted=include_retracted
        )

    def events_between(self, first: date, last: date) -> list[str]:
        """See `Readable.events_between`."""
        return follow.events_between(self._reader, first, last)
