"""Article → claims → judgements → store: the one place that runs the whole journey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Protocol

from summitry.claims import Article, Claim
from summitry.extract import Reading
from summitry.ontology import terms
from summitry.reference import Reference
from summitry.resolve import Describer, Resolver
from summitry.store import AddResult, ArticleRecord, Store
from summitry.store.inference import is_inferred
from summitry.store.judged import Judged, Told


class StoreEventIndex:
    """What a store knows of events, in the form that the resolver asks for."""

    def __init__(self, store: Told) -> None:
        self._store = store

    def events_between(self, first: date, last: date) -> list[str]:
        """Canonical events whose chosen start lies between two days."""
        return self._store.events_between(first, last)

    def event_claims(self, canonical: str) -> list[Claim]:
        """What is said of a canonical event and of the local events judged to be the same; nothing inferred."""
        judged = self._store.claims(object=canonical)
        members = {s.claim.subject for s in judged if s.claim.predicate == terms.SAME_EVENT_AS}
        subjects = [canonical, *sorted(members - {canonical})]
        found = (stored.claim for subject in subjects for stored in self._store.claims(subject=subject))
        return [claim for claim in found if not is_inferred(claim)]


class ArticleReader(Protocol):
    """What reads articles: the rules alone, or the rules with optional extractors beside them."""

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings in the order of the articles."""


class Journey:
    """Reads articles and writes what they say into a store."""

    def __init__(self, store: Store, extractor: ArticleReader, reference: Reference) -> None:
        self._store = store
        self._extractor = extractor
        self._resolver = Resolver(StoreEventIndex(store))
        self._describer = Describer(reference)

    def load(self, articles: Iterable[Article]) -> Iterator[AddResult]:
        """Load articles in order; each result comes after its commit.

        Interrupting loses nothing that was reported; loading again goes on where it was, since what is there stays
        unchanged. Raises StoreError when the store is lost.
        """
        dated = (self._with_known_date(article) for article in articles)
        return self._store.add(self._record(reading) for reading in self._extractor.read_many(dated))

    def _record(self, reading: Reading) -> ArticleRecord:
        seq = self._store.last_seq()
        judgements = self._resolver.judge(reading.article.iri, reading.claims)
        descriptions = self._describer.claims_for(reading.claims)
        own = (*reading.claims, *judgements)

        def again(told: Told) -> tuple[Claim, ...]:
            return (*self._resolver.judge_again(reading.article.iri, own, StoreEventIndex(told)), *descriptions)

        return ArticleRecord(reading.article, (*own, *descriptions), Judged(seq, again))

    def _with_known_date(self, article: Article) -> Article:
        """Loading an article again without its publication date must not unlearn the date that the store has."""
        if article.published:
            return article
        known = self._store.article(article.id)
        if known is None or known.published is None:
            return article
        return replace(article, published=known.published, published_source=known.published_source)
