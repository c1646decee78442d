"""Reading the claim log in Neo4j."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import LiteralString

import neo4j

from summitry.claims import Article, Claim
from summitry.store import claim_json
from summitry.store.bolt_rows import Run, chunks
from summitry.store.protocol import StoredClaim
from summitry.store.statements import statement

_PAGE = 2000
_ARTICLES = 200
"""Articles fetched at once: their texts may be long."""


class Neo4jReader:
    """Implements `ClaimReader`, inside a transaction or with one for each statement, as `run` has it."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def last_seq(self) -> int:
        """The number of the last change, 0 in an empty log."""
        return next((int(row["seq"]) for row in self._run(statement("log_seq"), {})), 0)

    def identity(self) -> str:
        """What tells this log from every other; empty while nothing has been written."""
        return next((str(row["id"]) for row in self._run(statement("log_seq"), {})), "")

    def claims(
        self,
        *,
        subject: str | None = None,
        object: str | None = None,
        source: str | None = None,
        ids: Sequence[str] | None = None,
        include_retracted: bool = False,
    ) -> Iterator[StoredClaim]:
        """See `Store.claims`; fetched in pages, each as it is at that moment."""
        conditions = {"subject": subject, "object": object, "source": source}
        chosen = "ids" if ids is not None else next((key for key, value in conditions.items() if value), "seq")
        parameters = {**conditions, "ids": list(dict.fromkeys(ids or ())), "retracted": include_retracted}
        after = 0
        while page := self._page(statement(f"log_claims_by_{chosen}"), parameters, after):
            yield from page
            after = page[-1].seq

    def article(self, iri: str) -> Article | None:
        """The latest version of an article."""
        return next(self.articles_named([iri]), None)

    def articles_named(self, iris: Iterable[str]) -> Iterator[Article]:
        """See `ClaimReader.articles_named`."""
        for part in chunks(list(iris), _ARTICLES):
            yield from map(_article, self._run(statement("log_latest_articles"), {"iris": list(part)}))

    def articles(self) -> Iterator[Article]:
        """The latest version of every article, in order of first loading."""
        after = 0
        while rows := self._run(statement("log_page_of_articles"), {"after": after, "limit": _ARTICLES}):
            yield from map(_article, rows)
            after = rows[-1]["first"]

    def published(self, sources: Iterable[str]) -> dict[str, date | None]:
        """See `ClaimReader.published`."""
        found: dict[str, date | None] = {}
        for part in chunks(sorted(set(sources))):
            for row in self._run(statement("log_published"), {"iris": list(part)}):
                found[row["iri"]] = date.fromisoformat(row["published"]) if row["published"] else None
        return found

    def about(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """See `ClaimReader.about`."""
        return (_claim(row).claim for row in self._rows(statement("log_live_by_subject"), subjects))

    def judgements_on(self, events: Iterable[str]) -> Iterator[Claim]:
        """See `ClaimReader.judgements_on`."""
        return (_claim(row).claim for row in self._rows(statement("log_judgements"), events))

    def judged_to_be(self, events: Iterable[str]) -> list[str]:
        """See `ClaimReader.judged_to_be`."""
        return _iris(self._rows(statement("log_judged_to_be"), events))

    def subjects_pointing_to(self, objects: Iterable[str]) -> list[str]:
        """See `ClaimReader.subjects_pointing_to`."""
        return _iris(self._rows(statement("log_subjects_pointing_to"), objects))

    def subjects_from(self, sources: Iterable[str], until: int | None = None) -> list[str]:
        """See `ClaimReader.subjects_from`."""
        return _iris(self._rows(statement("log_subjects_from"), sources, until=until))

    def special(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """See `ClaimReader.special`."""
        return (_claim(row).claim for row in self._rows(statement("log_special"), subjects))

    def known_at(self, subjects: Iterable[str], seq: int) -> list[str]:
        """See `ClaimReader.known_at`."""
        return _iris(self._rows(statement("log_known_at"), subjects, seq=seq))

    def subjects_among(self, iris: Iterable[str]) -> list[str]:
        """See `ClaimReader.subjects_among`."""
        return _iris(self._rows(statement("log_subjects_among"), iris))

    def subjects_after(self, subject: str, limit: int) -> list[str]:
        """See `ClaimReader.subjects_after`."""
        parameters = {"after": subject, "limit": limit}
        found: set[str] = set()
        for name in ("log_subjects_after", "log_articles_after"):
            found.update(_iris(self._run(statement(name), parameters)))
        return sorted(found)[:limit]

    def changed(self, after: int, until: int) -> Iterator[StoredClaim]:
        """See `ClaimReader.changed`."""
        return map(_claim, self._run(statement("log_changed"), {"after": after, "until": until}))

    def changed_articles(self, after: int, until: int) -> list[str]:
        """See `ClaimReader.changed_articles`."""
        return _iris(self._run(statement("log_changed_articles"), {"after": after, "until": until}))

    def starts_between(self, first: date, last: date) -> list[str]:
        """See `ClaimReader.starts_between`."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        return _iris(self._run(statement("log_starts_between"), days))

    def numbers(self) -> dict[str, int]:
        """How many `versions`, `articles`, `claims`, `retracted` claims and `events` there are."""
        return {key: int(value) for key, value in self._run(statement("log_numbers"), {})[0].data().items()}

    def _page(self, text: LiteralString, parameters: Mapping[str, object], after: int) -> list[StoredClaim]:
        return [_claim(row) for row in self._run(text, {**parameters, "after": after, "limit": _PAGE})]

    def _rows(self, text: LiteralString, values: Iterable[str], **parameters: object) -> Iterator[neo4j.Record]:
        for part in chunks(sorted(set(values))):
            yield from self._run(text, {"values": list(part), **parameters})


def _iris(rows: Iterable[neo4j.Record]) -> list[str]:
    return list(dict.fromkeys(row["iri"] for row in rows))


def _claim(row: neo4j.Record) -> StoredClaim:
    body = row["body"].encode()
    times = (row["recordedAt"], row["retractedAt"])
    return StoredClaim(
        row["seq"],
        claim_json.claim_from_row((row["id"], row["source"], row["subject"], row["predicate"], body, *times)),
    )


def _article(row: neo4j.Record) -> Article:
    return claim_json.article_from_json(row["id"], row["text"], row["body"].encode())
