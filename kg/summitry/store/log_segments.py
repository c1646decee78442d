"""Imported datasets in the claim log: writing, retracting and reading their segments."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import orjson
import pyoxigraph as ox

from summitry.claims import NotFoundError
from summitry.store import log, rdf_files
from summitry.store.connections import Connections
from summitry.store.protocol import Progress
from summitry.store.segments import Segment

UPDATES = "sparql-update"
"""The dataset that holds what updates have added."""

_LIVE = "retracted_seq IS NULL"


@dataclass(frozen=True, slots=True)
class Dataset:
    """An imported dataset; `digest` is the SHA-256 of the file that it came from."""

    name: str
    digest: str
    statements: int


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What importing a dataset changed; `seq` is the number of its last change."""

    name: str
    seq: int
    statements: int
    retracted: int
    unchanged: bool


@dataclass(frozen=True, slots=True)
class SegmentChanges:
    """What an update changes: segments that go (numbers), what stays of them (by dataset), and what is new."""

    gone: tuple[int, ...] = ()
    rest: tuple[tuple[int, Segment], ...] = ()
    fresh: tuple[Segment, ...] = ()
    datasets: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.gone or self.rest or self.fresh)


class SegmentLog:
    """Writes and reads datasets; each writing call is one durable transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def write(
        self, name: str, digest: str, segments: Iterable[Segment], progress: Progress | None = None
    ) -> ImportResult:
        """Record a dataset, all or nothing. The same name with another digest replaces what was there."""
        with self._connections.transaction() as db:
            old = _live_dataset(db, name)
            if old is not None and old[1] == digest:
                return ImportResult(name, log.last_seq(db), old[2], 0, unchanged=True)
            gone = _retract(db, old[0]) if old is not None else 0
            seq = log.last_seq(db)
            count, last = _insert(db, seq + 1, segments, progress, seq + 1)
            now = time.time_ns() // 1000
            values = (seq + 1, name, digest, count, now)
            db.execute(
                "INSERT INTO dataset (seq, name, digest, statements, recorded_at) VALUES (?, ?, ?, ?, ?)", values
            )
        return ImportResult(name, last, count, gone, unchanged=False)

    def retract(self, name: str) -> ImportResult:
        """Retract a dataset. Raises NotFoundError when there is none of that name."""
        with self._connections.transaction() as db:
            old = _live_dataset(db, name)
            if old is None:
                raise NotFoundError(name, "no imported dataset has this name", "summitry status lists them")
            gone = _retract(db, old[0])
            return ImportResult(name, log.last_seq(db), 0, gone, unchanged=False)

    def datasets(self) -> list[Dataset]:
        """The datasets that are there, in order of import."""
        rows = self._connections.reader().execute(
            "SELECT name, digest, (SELECT ifnull(sum(statements), 0) FROM segment s WHERE s.dataset = d.seq"
            f" AND s.{_LIVE}) FROM dataset d WHERE {_LIVE} ORDER BY seq"
        )
        return [Dataset(*row) for row in rows]

    def texts(self, name: str | None = None) -> Iterator[str]:
        """The N-Quads texts of one dataset, or of all, in order of import."""
        sql = f"SELECT body FROM segment WHERE {_LIVE}"
        if name is not None:
            sql += f" AND dataset = (SELECT seq FROM dataset WHERE name = :name AND {_LIVE})"
        return self._bodies(sql + " ORDER BY seq", {"name": name})

    def recorded(self, after: int, until: int, marks: bool = False) -> Iterator[str]:
        """Texts of live segments recorded in the range; with `marks` those without statements, which mark graphs."""
        sql = f"SELECT body FROM segment WHERE seq > :after AND seq <= :until AND {_LIVE}"
        sql += " AND statements = 0" if marks else ""
        return self._bodies(sql, {"after": after, "until": until})

    def retracted(self, after: int, until: int) -> Iterator[str]:
        """Texts of segments retracted in the range."""
        sql = "SELECT body FROM segment WHERE retracted_seq > :after AND retracted_seq <= :until"
        return self._bodies(sql, {"after": after, "until": until})

    def about(self, subjects: Iterable[int]) -> Iterator[str]:
        """Texts of live segments that say something about one of the subjects, given by their hashes."""
        sql = (
            "SELECT body FROM segment WHERE seq IN (SELECT segment FROM segment_subject"
            f" WHERE subject IN (SELECT value FROM json_each(:subjects))) AND {_LIVE}"
        )
        return self._bodies(sql, {"subjects": orjson.dumps(list(subjects)).decode()})

    def numbered(self, subjects: Iterable[int]) -> Iterator[tuple[int, int, str]]:
        """Number, dataset and text of the live segments about some subjects, in order."""
        sql = (
            "SELECT seq, dataset, body FROM segment WHERE seq IN (SELECT segment FROM segment_subject"
            f" WHERE subject IN (SELECT value FROM json_each(:subjects))) AND {_LIVE} ORDER BY seq"
        )
        return iter(self._connections.reader().execute(sql, {"subjects": orjson.dumps(list(subjects)).decode()}))

    def change(self, changes: SegmentChanges) -> int:
        """Record what an update changes, all or nothing; gives the number of the last change.

        A dataset that loses statements is no longer the file that it came from: importing it again brings them back.
        """
        with self._connections.transaction() as db:
            seq = log.last_seq(db)
            gone = ((number, segment) for number, segment in enumerate(changes.gone, start=seq + 1))
            db.executemany("UPDATE segment SET retracted_seq = ? WHERE seq = ?", gone)
            db.executemany("UPDATE dataset SET digest = '' WHERE seq = ?", ((d,) for d in sorted(changes.datasets)))
            seq += len(changes.gone)
            for dataset, segment in changes.rest:
                _, seq = _insert(db, dataset, [segment], None, seq)
            if changes.fresh:
                own, seq = _own_dataset(db, seq)
                _, seq = _insert(db, own, changes.fresh, None, seq)
        return seq

    def any(self) -> bool:
        """True when something was ever imported."""
        return self._connections.reader().execute("SELECT 1 FROM segment LIMIT 1").fetchone() is not None

    def _bodies(self, sql: str, parameters: dict[str, object]) -> Iterator[str]:
        return (row[0] for row in self._connections.reader().execute(sql, parameters))


def parse(texts: Iterable[str]) -> Iterator[ox.Quad]:
    """The statements of N-Quads texts."""
    for text in texts:
        yield from rdf_files.parse_lines(text)


def _live_dataset(db: sqlite3.Connection, name: str) -> tuple[int, str, int] | None:
    sql = f"SELECT seq, digest, statements FROM dataset WHERE name = ? AND {_LIVE}"
    row: tuple[int, str, int] | None = db.execute(sql, (name,)).fetchone()
    return row


def _retract(db: sqlite3.Connection, dataset: int) -> int:
    """Retract a dataset and its segments; gives the number of statements."""
    seq = log.last_seq(db)
    rows = db.execute(f"SELECT seq, statements FROM segment WHERE dataset = ? AND {_LIVE} ORDER BY seq", (dataset,))
    found = rows.fetchall()
    changes = ((seq + place, segment) for place, (segment, _) in enumerate(found, start=1))
    db.executemany("UPDATE segment SET retracted_seq = ? WHERE seq = ?", changes)
    values = (seq + len(found) + 1, time.time_ns() // 1000, dataset)
    db.execute("UPDATE dataset SET retracted_seq = ?, retracted_at = ? WHERE seq = ?", values)
    return sum(statements for _, statements in found)


def _own_dataset(db: sqlite3.Connection, seq: int) -> tuple[int, int]:
    """The dataset of what updates add, made when it is missing, and the last number."""
    old = _live_dataset(db, UPDATES)
    if old is not None:
        return old[0], seq
    values = (seq + 1, UPDATES, time.time_ns() // 1000)
    db.execute("INSERT INTO dataset (seq, name, digest, statements, recorded_at) VALUES (?, ?, '', 0, ?)", values)
    return seq + 1, seq + 1


def _insert(
    db: sqlite3.Connection, dataset: int, segments: Iterable[Segment], progress: Progress | None, seq: int
) -> tuple[int, int]:
    """Insert segments of a dataset after a number; gives the number of statements and the last sequence number."""
    count = 0
    for segment in segments:
        seq += 1
        count += segment.statements
        db.execute(
            "INSERT INTO segment (seq, dataset, statements, body) VALUES (?, ?, ?, ?)",
            (seq, dataset, segment.statements, segment.text),
        )
        db.executemany("INSERT INTO segment_subject VALUES (?, ?)", ((s, seq) for s in segment.subjects))
        if progress is not None:
            progress(count, 0)
    return count, seq
