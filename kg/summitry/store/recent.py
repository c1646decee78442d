"""A claim log of whose latest changes are at hand: what concerns only these is answered from them.

Most of what a batch is about (its articles, the events as they tell them) was never told of before, so that nearly all
that the facts of a batch rest on need not be read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from summitry.claims import Article, Claim
from summitry.store.claim_reader import FactReader
from summitry.store.protocol import StoredClaim
from summitry.store.vocabulary import SAME_EVENT_AS


class Recent:
    """Implements `FactReader`.

    `known` are the subjects of `rows` about which there were claims before; `articles` (by IRI) are as they are now.
    """

    def __init__(
        self, log: FactReader, rows: Iterable[StoredClaim], known: Collection[str], articles: Mapping[str, Article]
    ) -> None:
        self._log, self._articles = log, articles
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
        yield from fresh
        yield from self._log.about(others)

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
