"""Judgements that several writers make at once: on what they rest, and making them again when others were faster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from summitry.claims import Claim
from summitry.store import follow
from summitry.store.claim_reader import ClaimReader

if TYPE_CHECKING:  # both work with the values of this module
    from summitry.store.neo4j_reader import Neo4jReader
    from summitry.store.protocol import ArticleRecord, StoredClaim


class Told(Protocol):
    """What a store knows of events; `Store` has it, and so has a transaction that nobody else writes beside."""

    def events_between(self, first: date, last: date) -> list[str]:
        """See `Store.events_between`."""
        ...

    def claims(self, *, subject: str | None = None, object: str | None = None) -> Iterator[StoredClaim]:
        """See `Store.claims`."""
        ...


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements among the claims of an article rest on the log up to the change `seq`.

    `again` gives all claims of the article as they are when what was written since counts too. Two writers that tell of
    one new event at once would each take theirs for the first otherwise.
    """

    seq: int
    again: Callable[[Told], tuple[Claim, ...]]


class Locked:
    """Implements `Told` in a transaction that holds the lock of the log."""

    def __init__(self, reader: Neo4jReader) -> None:
        self._reader = reader

    def events_between(self, first: date, last: date) -> list[str]:
        """See `Told.events_between`."""
        log: ClaimReader = self._reader
        return follow.events_between(log, first, last)

    def claims(self, *, subject: str | None = None, object: str | None = None) -> Iterator[StoredClaim]:
        """See `Told.claims`."""
        return self._reader.claims(subject=subject, object=object)


def settled(records: Sequence[ArticleRecord], seq: int, told: Told) -> Iterator[ArticleRecord]:
    """The records as they are when the log stands at `seq`: judged again when others have written since the first.

    All of them then, in order, since a later one may point to an event that an earlier one turns out to share.
    """
    behind = any(record.judged is not None and record.judged.seq < seq for record in records)
    for record in records:
        if behind and record.judged is not None:
            yield replace(record, claims=record.judged.again(told))
        else:
            yield record
