"""What has to be asked of a claim log to find the facts of entities: answered by SQL, or by Cypher on Neo4j."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from summitry.claims import Article, Claim
from summitry.store.protocol import StoredClaim


class FactReader(Protocol):
    """What the facts of entities rest on; live claims only."""

    def articles_named(self, iris: Iterable[str]) -> Iterator[Article]:
        """Those of the articles that there are, in their latest version."""
        ...

    def published(self, sources: Iterable[str]) -> dict[str, date | None]:
        """Publication date by article IRI; sources that are no articles are missing."""
        ...

    def about(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """Claims whose subject is one of the IRIs."""
        ...

    def judgements_on(self, events: Iterable[str]) -> Iterator[Claim]:
        """`sameEventAs` claims whose subject is one of the IRIs."""
        ...

    def judged_to_be(self, events: Iterable[str]) -> list[str]:
        """Subjects of `sameEventAs` claims whose object is one of the IRIs."""
        ...


class ClaimReader(FactReader, Protocol):
    """Questions to a claim log; live claims only, unless said otherwise."""

    def last_seq(self) -> int:
        """The number of the last change, 0 in an empty log."""
        ...

    def subjects_pointing_to(self, objects: Iterable[str]) -> list[str]:
        """Subjects of claims whose object is one of the IRIs."""
        ...

    def subjects_from(self, sources: Iterable[str], until: int | None = None) -> list[str]:
        """Subjects of claims of the sources, or of those that were recorded up to change `until`."""
        ...

    def special(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """Those of the claims about the IRIs that deny something or hold for a stated time."""
        ...

    def known_at(self, subjects: Iterable[str], seq: int) -> list[str]:
        """Those of the IRIs about which a claim was recorded up to change `seq` that still stands."""
        ...

    def subjects_among(self, iris: Iterable[str]) -> list[str]:
        """Those of the IRIs that are the subject of a claim."""
        ...

    def subjects_after(self, subject: str, limit: int) -> list[str]:
        """The next subjects of claims and articles, in order of IRI, after `subject`."""
        ...

    def changed(self, after: int, until: int) -> Iterator[StoredClaim]:
        """Claims that were recorded or retracted in the range, as they are now."""
        ...

    def changed_articles(self, after: int, until: int) -> list[str]:
        """IRIs of articles of which a version was recorded in the range."""
        ...

    def starts_between(self, first: date, last: date) -> list[str]:
        """Subjects of claims on a start that overlaps the days."""
        ...
