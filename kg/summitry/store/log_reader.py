"""Reading the claim log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import orjson

from summitry.claims import Article, Claim
from summitry.store import claim_json, log, moments
from summitry.store.connections import Connections
from summitry.store.latest_rows import LatestRows
from summitry.store.moments import Moment
from summitry.store.protocol import StoredClaim
from summitry.store.vocabulary import MET_WITH, SAME_EVENT_AS

_COLUMNS = "id, source, subject, predicate, body, recorded_at, retracted_at"
_LIVE = "retracted_seq IS NULL"
_SPECIAL = (
    " + ".join(f"instr(body, '{mark}')" for mark in claim_json.SPECIAL)
    + f" + ((predicate = '{MET_WITH}') <> (instr(body, '{claim_json.INFERRED}') > 0)) > 0"
)
"""Has to be what the index `claim_deciding` says, to the letter."""
_CHUNK = 1000

_Row = tuple[Any, ...]


class LogReader:
    """Questions to the log; safe to use from several threads. `latest` is what the writer of the log has at hand."""

    def __init__(self, connections: Connections, latest: LatestRows | None = None) -> None:
        self._connections, self._latest = connections, latest or LatestRows()

    @property
    def _db(self) -> sqlite3.Connection:
        return self._connections.reader()

    def last_seq(self) -> int:
        """The number of the last change, 0 in an empty log."""
        return log.last_seq(self._db)

    def seq_at(self, moment: Moment) -> int:
        """The number of the last change at a moment. Raises NotFoundError for a number that no change has yet."""
        return moments.resolve(self._db, moment, self.last_seq())

    def claims(
        self,
        *,
        subject: str | None = None,
        object: str | None = None,
        source: str | None = None,
        ids: Sequence[str] | None = None,
        include_retracted: bool = False,
    ) -> Iterator[StoredClaim]:
        """See `Store.claims`."""
        conditions = {"subject": subject, "object": object, "source": source}
        where = [f"{name} = :{name}" for name, value in conditions.items() if value is not None]
        if ids is not None:
            where.append("id IN (SELECT value FROM json_each(:ids))")
        if not include_retracted:
            where.append(_LIVE)
        clause = f" WHERE {' AND '.join(where)}" if where else ""
        parameters = {**conditions, "ids": orjson.dumps(list(ids or ())).decode()}
        yield from self._select(f"SELECT seq, {_COLUMNS} FROM claim{clause} ORDER BY seq", parameters)

    def article(self, iri: str) -> Article | None:
        """The latest version of an article."""
        row = self._db.execute(
            "SELECT id, text, body FROM article WHERE iri = ? ORDER BY seq DESC LIMIT 1", (iri,)
        ).fetchone()
        return claim_json.article_from_json(*row) if row else None

    def articles_named(self, iris: Iterable[str]) -> Iterator[Article]:
        """Those of the articles that there are, in their latest version."""
        found = (self.article(iri) for iri in iris)
        return (article for article in found if article is not None)

    def articles(self) -> Iterator[Article]:
        """The latest version of every article, in order of first loading."""
        cursor = self._db.execute(
            "SELECT a.id, a.text, a.body"
            " FROM (SELECT iri, min(seq) AS first, max(seq) AS last FROM article GROUP BY iri)"
            " JOIN article a ON a.seq = last ORDER BY first"
        )
        for row in _fetch(cursor):
            yield claim_json.article_from_json(*row)

    def published(self, sources: Iterable[str]) -> dict[str, date | None]:
        """Publication date by article IRI; sources that are no articles are missing."""
        rows = self._in(
            "SELECT iri, published FROM article WHERE iri IN (SELECT value FROM json_each(?)) ORDER BY seq", sources
        )
        return {iri: date.fromisoformat(day) if day else None for iri, day in rows}

    def about(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """Live claims whose subject is one of the IRIs."""
        rows = self._in(
            f"SELECT {_COLUMNS} FROM claim WHERE subject IN (SELECT value FROM json_each(?)) AND {_LIVE}", subjects
        )
        return (claim_json.claim_from_row(row) for row in rows)

    def judgements_on(self, events: Iterable[str]) -> Iterator[Claim]:
        """Live `sameEventAs` claims whose subject is one of the IRIs."""
        rows = self._in(
            f"SELECT {_COLUMNS} FROM claim WHERE subject IN (SELECT value FROM json_each(?))"
            f" AND predicate = '{SAME_EVENT_AS}' AND {_LIVE}",
            events,
        )
        return (claim_json.claim_from_row(row) for row in rows)

    def judged_to_be(self, events: Iterable[str]) -> list[str]:
        """Subjects of live `sameEventAs` claims whose object is one of the IRIs."""
        rows = self._in(
            "SELECT DISTINCT subject FROM claim WHERE object IN (SELECT value FROM json_each(?))"
            f" AND predicate = '{SAME_EVENT_AS}' AND {_LIVE}",
            events,
        )
        return [row[0] for row in rows]

    def subjects_pointing_to(self, objects: Iterable[str]) -> list[str]:
        """Subjects of live claims whose object is one of the IRIs."""
        rows = self._in(
            f"SELECT DISTINCT subject FROM claim WHERE object IN (SELECT value FROM json_each(?)) AND {_LIVE}", objects
        )
        return [row[0] for row in rows]

    def subjects_from(self, sources: Iterable[str], until: int | None = None) -> list[str]:
        """See `ClaimReader.subjects_from`."""
        sql = f"SELECT DISTINCT subject FROM claim WHERE source IN (SELECT value FROM json_each(?)) AND {_LIVE}"
        return [row[0] for row in self._in(sql if until is None else f"{sql} AND seq <= {until:d}", sources)]

    def special(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """See `ClaimReader.special`."""
        sql = f"SELECT {_COLUMNS} FROM claim WHERE subject IN (SELECT value FROM json_each(?)) AND {_LIVE}"
        return (claim_json.claim_from_row(row) for row in self._in(f"{sql} AND {_SPECIAL}", subjects))

    def known_at(self, subjects: Iterable[str], seq: int) -> list[str]:
        """See `ClaimReader.known_at`."""
        sql = (
            "SELECT value FROM json_each(?) WHERE EXISTS"
            f" (SELECT 1 FROM claim WHERE subject = value AND seq <= {seq:d} AND {_LIVE})"
        )
        return [row[0] for row in self._in(sql, subjects)]

    def subjects_among(self, iris: Iterable[str]) -> list[str]:
        """Those of the IRIs that are the subject of a live claim."""
        rows = self._in(
            f"SELECT DISTINCT subject FROM claim WHERE subject IN (SELECT value FROM json_each(?)) AND {_LIVE}", iris
        )
        return [row[0] for row in rows]

    def subjects_after(self, subject: str, limit: int) -> list[str]:
        """The next subjects of live claims and articles, in order of IRI, after `subject`."""
        statements = (
            f"SELECT DISTINCT subject FROM claim WHERE subject > ? AND {_LIVE} ORDER BY subject LIMIT ?",
            "SELECT DISTINCT iri FROM article WHERE iri > ? ORDER BY iri LIMIT ?",
        )
        found = {row[0] for sql in statements for row in self._db.execute(sql, (subject, limit))}
        return sorted(found)[:limit]

    def changed(self, after: int, until: int) -> Iterator[StoredClaim]:
        """Claims that were recorded or retracted in the range, as they are now, in order of number."""
        recorded, numbers = "seq > :after AND seq <= :until", []
        at_hand = self._latest.recorded(after, until)
        if at_hand is not None:
            recorded, numbers = "seq IN (SELECT value FROM json_each(:numbers))", at_hand[1]
        sql = f"SELECT seq, {_COLUMNS} FROM claim WHERE {recorded}"
        sql += f" UNION SELECT seq, {_COLUMNS} FROM claim WHERE retracted_seq > :after AND retracted_seq <= :until"
        found = self._select(sql, {"after": after, "until": until, "numbers": orjson.dumps(numbers).decode()})
        return found if at_hand is None else iter(sorted((*at_hand[0], *found), key=lambda row: row.seq))

    def changed_articles(self, after: int, until: int) -> list[str]:
        """IRIs of articles of which a version was recorded in the range."""
        rows = self._db.execute("SELECT DISTINCT iri FROM article WHERE seq > ? AND seq <= ?", (after, until))
        return [row[0] for row in rows]

    def starts_between(self, first: date, last: date) -> list[str]:
        """Subjects of live claims on a start that overlaps the days."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        sql = (
            f"SELECT subject FROM claim WHERE first_day BETWEEN :first AND :last AND first_day = last_day AND {_LIVE}"
            " UNION SELECT subject FROM claim WHERE first_day <= :last AND last_day >= :first"
            f" AND first_day <> last_day AND {_LIVE}"
        )
        return [row[0] for row in self._db.execute(sql, days)]

    def sources(self) -> list[str]:
        """IRIs of all articles, and of all sources of live claims, sorted."""
        statements = (f"SELECT DISTINCT source FROM claim WHERE {_LIVE}", "SELECT DISTINCT iri FROM article")
        return sorted({row[0] for sql in statements for row in self._db.execute(sql)})

    def watermark(self, view: str) -> tuple[int, int]:
        """How far a view is: shown, and known to be on disk."""
        row = self._db.execute("SELECT watermark, durable FROM view WHERE name = ?", (view,)).fetchone()
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def counts(self) -> dict[str, int]:
        """Number of articles, claims ever recorded, and live claims."""
        articles = self._db.execute("SELECT count(DISTINCT iri) FROM article").fetchone()[0]
        claims = self._db.execute("SELECT count(*) FROM claim").fetchone()[0]
        gone = self._db.execute("SELECT count(*) FROM claim WHERE retracted_seq IS NOT NULL").fetchone()[0]
        return {"articles": articles, "claims": claims, "live_claims": claims - gone}

    def numbers(self) -> tuple[int, int]:
        """How many changes there are and the last sequence number; they are equal in a log without gaps."""
        return log.changes(self._db), self.last_seq()

    def _in(self, sql: str, values: Iterable[str]) -> Iterator[_Row]:
        """Rows of a statement whose parameter is a JSON list."""
        return iter(self._db.execute(sql, (orjson.dumps(list(values)).decode(),)).fetchall())

    def _select(self, sql: str, parameters: Mapping[str, object]) -> Iterator[StoredClaim]:
        for row in _fetch(self._db.execute(sql, parameters)):
            yield StoredClaim(row[0], claim_json.claim_from_row(row[1:]))


def _fetch(cursor: sqlite3.Cursor) -> Iterator[_Row]:
    while rows := cursor.fetchmany(_CHUNK):
        yield from rows
