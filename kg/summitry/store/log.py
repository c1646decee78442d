"""The claim log of the embedded store: what was said, in order, never deleted (tables in `log.sql`)."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from summitry.claims import Article, Claim, InputError, Literal, edtf
from summitry.store import claim_json
from summitry.store.connections import Connections
from summitry.store.latest_rows import LatestRows
from summitry.store.protocol import AddResult, ArticleRecord, StoredClaim
from summitry.store.vocabulary import START

_INSERT_CLAIM = (
    "INSERT INTO claim (seq, id, source, subject, predicate, object, body, first_day, last_day, recorded_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_ARTICLE = (
    "INSERT INTO article (seq, id, iri, version, published, text, body, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_SET_WATERMARK = (
    "INSERT INTO view (name, watermark, durable) VALUES (?1, ?2, iif(?3, ?2, 0)) ON CONFLICT (name)"
    " DO UPDATE SET watermark = ?2, durable = iif(?3, ?2, min(durable, ?2))"
)
_SEQS = [(table, "seq") for table in ("article", "claim", "dataset", "segment")]
_SEQS += [(table, "retracted_seq") for table in ("claim", "dataset", "segment")]
_PARTS = [f"SELECT {{}} AS n FROM {table} WHERE {column} IS NOT NULL" for table, column in _SEQS]
_LAST_SEQ = (
    "SELECT ifnull(max(n), 0) FROM ("
    + " UNION ALL ".join(part.format(f"max({column})") for part, (_, column) in zip(_PARTS, _SEQS, strict=True))
    + ")"
)
_COUNT = "SELECT sum(n) FROM (" + " UNION ALL ".join(part.format("count(*)") for part in _PARTS) + ")"


@dataclass(slots=True)
class _Transaction:
    """The last sequence number, the time (microseconds since 1970), and what it has written.

    Articles of one transaction are a microsecond apart: what was recorded first may not depend on batches.
    """

    db: sqlite3.Connection
    seq: int
    now: int
    rows: list[StoredClaim] = field(default_factory=list)
    retracted: list[int] = field(default_factory=list)

    def next(self) -> int:
        self.seq += 1
        return self.seq


class ClaimLog:
    """Writes claims; each call is one durable transaction, of which `latest` is told."""

    def __init__(self, connections: Connections, latest: LatestRows | None = None) -> None:
        self._connections, self._latest = connections, latest

    def write(self, records: Iterable[ArticleRecord]) -> list[AddResult]:
        """Add articles with their claims, all or nothing. See `Store.add` for what a second loading does."""
        results: list[tuple[str, int, int, bool]] = []
        with self._transaction() as transaction:
            for record in records:
                results.append(_add_record(transaction, record))
                transaction.now += 1
        return [AddResult(name, transaction.seq, added, gone, same) for name, added, gone, same in results]

    def write_source(self, source: str, claims: Iterable[Claim]) -> AddResult:
        """Replace what a source says. Raises InputError when a claim has another source."""
        wanted = {claim.id: claim for claim in claims}
        for claim in wanted.values():
            if claim.source != source:
                raise InputError(claim.iri, f"its source is {claim.source}, not {source}", "add it under its source")
        with self._transaction() as transaction:
            added, gone = _replace(transaction, _live_of_source(transaction.db, source), wanted)
        return AddResult(source, transaction.seq, added, gone, added == gone == 0)

    def write_inferred(self, wanted: Mapping[str, Iterable[Claim]], view: str, watermark: int | None = None) -> int:
        """Replace what each source says, and note how far a view is; gives the number of the last change.

        Without `watermark` it is so far: with one, changes after that number have still to be looked at.
        """
        with self._transaction() as transaction:
            for source, claims in wanted.items():
                live = _live_of_source(transaction.db, source)
                _replace(transaction, live, {claim.id: claim for claim in claims})
            transaction.db.execute(_SET_WATERMARK, (view, transaction.seq if watermark is None else watermark, True))
        return transaction.seq

    def set_watermark(self, view: str, watermark: int, durable: bool) -> None:
        """Note how far a view is; `durable` when everything up to there is on disk."""
        with self._connections.transaction() as db:
            db.execute(_SET_WATERMARK, (view, watermark, durable))

    @contextmanager
    def _transaction(self) -> Iterator[_Transaction]:
        with self._connections.transaction() as db:
            transaction = _begin(db)
            before = transaction.seq
            yield transaction
        if self._latest is not None:
            self._latest.wrote(before, transaction.seq, transaction.rows, transaction.retracted)


def last_seq(db: sqlite3.Connection) -> int:
    """The number of the last change, 0 in an empty log."""
    return int(db.execute(_LAST_SEQ).fetchone()[0])


def changes(db: sqlite3.Connection) -> int:
    """How many changes there are: as many as the last one's number says, in a log without gaps."""
    return int(db.execute(_COUNT).fetchone()[0])


def _begin(db: sqlite3.Connection) -> _Transaction:
    return _Transaction(db, last_seq(db), time.time_ns() // 1000)


def _add_record(transaction: _Transaction, record: ArticleRecord) -> tuple[str, int, int, bool]:
    article = record.article
    own = {claim.id: claim for claim in record.claims if claim.source == article.iri}
    others = {claim.id: claim for claim in record.claims if claim.source != article.iri}
    new_version = _add_article(transaction, article)
    added, gone = _replace(transaction, _live_of_source(transaction.db, article.iri), own)
    known = _live_of_ids(transaction.db, others)
    more_added, more_gone = _replace(transaction, known, {key: others[key] for key in others})
    added, gone = added + more_added, gone + more_gone
    return article.id, added, gone, not new_version and added == gone == 0


def _add_article(transaction: _Transaction, article: Article) -> bool:
    body = claim_json.article_to_json(article)
    row = transaction.db.execute(
        "SELECT version, body FROM article WHERE iri = ? ORDER BY seq DESC LIMIT 1", (article.iri,)
    ).fetchone()
    if row is not None and (row[0], bytes(row[1])) == (article.version, body):
        return False
    published = article.published.isoformat() if article.published else None
    values = (article.id, article.iri, article.version, published, article.text, body, transaction.now)
    transaction.db.execute(_INSERT_ARTICLE, (transaction.next(), *values))
    return True


def _live_of_source(db: sqlite3.Connection, source: str) -> dict[str, tuple[int, bytes]]:
    rows = db.execute("SELECT id, seq, body FROM claim WHERE source = ? AND retracted_seq IS NULL", (source,))
    return {row[0]: (row[1], bytes(row[2])) for row in rows}


def _live_of_ids(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, tuple[int, bytes]]:
    live = "SELECT seq, body FROM claim WHERE id = ? AND ifnull(retracted_seq, 0) = 0"
    rows = ((claim_id, db.execute(live, (claim_id,)).fetchone()) for claim_id in ids)
    return {claim_id: (row[0], bytes(row[1])) for claim_id, row in rows if row is not None}


def _replace(
    transaction: _Transaction, live: dict[str, tuple[int, bytes]], wanted: dict[str, Claim]
) -> tuple[int, int]:
    """Retract the live claims that are not wanted, or wanted with other details, and add what is missing."""
    bodies = {key: claim_json.claim_body(claim) for key, claim in wanted.items()}
    kept = {key for key, (_, body) in live.items() if bodies.get(key) == body}
    gone = [(transaction.next(), transaction.now, live[key][0]) for key in live if key not in kept]
    transaction.db.executemany("UPDATE claim SET retracted_seq = ?, retracted_at = ? WHERE seq = ?", gone)
    transaction.retracted += [seq for _, _, seq in gone]
    new = [key for key in wanted if key not in kept]
    rows = _rows(transaction, (wanted[key] for key in new), (bodies[key] for key in new))
    transaction.db.executemany(_INSERT_CLAIM, rows)
    return len(new), len(gone)


def _rows(
    transaction: _Transaction, claims: Iterable[Claim], bodies: Iterable[bytes]
) -> Iterator[tuple[int | str | bytes | None, ...]]:
    recorded = claim_json.moment(transaction.now)
    for claim, body in zip(claims, bodies, strict=True):
        stated, seq = days(claim), transaction.next()
        transaction.rows.append(StoredClaim(seq, claim_json.recorded(claim, recorded)))
        key = (seq, claim.id, claim.source, claim.subject, claim.predicate, claim.object_iri())
        yield (*key, body, *stated, transaction.now)


def days(claim: Claim) -> tuple[str | None, str | None]:
    """First and last day of a stated start, for the index of `events_between`."""
    if claim.predicate != START or not isinstance(claim.object, Literal):
        return None, None
    found = edtf.bounds(claim.object.lexical)
    return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)
