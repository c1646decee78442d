"""A claim log of whose latest changes are at hand: what concerns only these is answered from them.

Most of what a batch is about (its articles, the events as they tell them) was never told of before, so that nearly all
that the facts of a batch rest on need not be read again. What is read all the same is kept for the next question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from summitry.claims import Article, Claim
from summitry.store.claim_reader import FactReader
from summitry.store.protocol import StoredClaim
from summitry.store.vocabulary import SAME_EVENT_AS


class Recent:
    """Implements `FactReader`.

    `known` are the subjects of `rows` about which there were claims before; `articles` (by IRI) are as they are now;
    `read` are the live claims about further subjects, as far as they are known.
    """

    def __init__(
        self,
        log: FactReader,
        rows: Iterable[StoredClaim],
        known: Collection[str],
        articles: Mapping[str, Article] = MappingProxyType({}),
        read: Mapping[str, list[Claim]] = MappingProxyType({}),
    ) -> None:
        self._log, self._articles, self._read = log, articles, dict(read)
        self._fresh: dict[str, list[Claim]] = defaultdict(list)
        for row in rows:
            if row.claim.subject not in known:
                self._fresh[row.claim.subject].append(row.claim)

    def articles_named(self, iris: Iterable[str]) -> Iterator[Article]:
        """See `FactReader.articles_named`."""
        named = list(iris)
        yield from (self._articles[iri] for iri in named if iri in self._articles)
        yield from self._log.articles_named(iri for iri in named if iri not in self._articles)

    def published(self, sources: Iterable[str]) -> dict[str, date | None]:
        """See `FactReader.published`."""
        named = set(sources)
        found = {iri: self._articles[iri].published for iri in named if iri in self._articles}
        return found | self._log.published(named - found.keys())

    def about(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """See `FactReader.about`."""
        fresh, others = self._split(subjects)
        missing = [iri for iri in others if iri not in self._read]
        self._read.update((iri, []) for iri in missing)
        for claim in self._log.about(missing):
            self._read[claim.subject].append(claim)
        yield from fresh
        for iri in others:
            yield from self._read[iri]

    def read_after(self, rows: Iterable[StoredClaim]) -> dict[str, list[Claim]]:
        """What was read of the log, as it is after further changes: the first one's `read` of another."""
        found = dict(self._read)
        for row in rows:
            claims = found.get(row.claim.subject)
            if claims is not None:
                kept = [claim for claim in claims if claim.id != row.claim.id]
                found[row.claim.subject] = kept if row.claim.retracted_at is not None else [*kept, row.claim]
        return found

    def judgements_on(self, events: Iterable[str]) -> Iterator[Claim]:
        """See `FactReader.judgements_on`."""
        fresh, others = self._split(events)
        yield from (claim for claim in fresh if claim.predicate == SAME_EVENT_AS)
        yield from self._log.judgements_on(others)

    def judged_to_be(self, events: Iterable[str]) -> list[str]:
        """See `FactReader.judged_to_be`."""
        return self._log.judged_to_be(events)

    def _split(self, iris: Iterable[str]) -> tuple[list[Claim], list[str]]:
        """The claims about those that were never told of before, and the others."""
        named = set(iris)
        fresh = [claim for iri in sorted(named & self._fresh.keys()) for claim in self._fresh[iri]]
        return fresh, sorted(named - self._fresh.keys())
