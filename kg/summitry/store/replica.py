"""A local copy of a claim log that lives in Neo4j: the same rows under the same numbers in SQLite, so that the RDF view
follows it exactly as it follows the embedded log.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import neo4j

from summitry.store.connections import Connections
from summitry.store.graph_writer import Run
from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader
from summitry.store.log_segments import SegmentLog
from summitry.store.statements import statement

STEP = 2000
"""Changes copied in one transaction."""
_PATIENCE = 5.0
"""How long changes may stay away that the log has numbered; a gap in it is copied then, and `verify` tells of it."""
_POLL = 0.02

_ARTICLE = (
    "INSERT INTO article (seq, id, iri, version, published, text, body, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_CLAIM = (
    "INSERT INTO claim (seq, id, source, subject, predicate, object, body, first_day, last_day, recorded_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_DATASET = "INSERT INTO dataset (seq, name, digest, statements, recorded_at) VALUES (?, ?, ?, ?, ?)"
_GONE_DATASET = "UPDATE dataset SET retracted_seq = ?, retracted_at = ? WHERE seq = ?"
_SEGMENT = "INSERT INTO segment (seq, dataset, statements, body) VALUES (?, ?, ?, ?)"
_SUBJECT = "INSERT INTO segment_subject VALUES (?, ?)"
_GONE_SEGMENT = "UPDATE segment SET retracted_seq = ? WHERE seq = ?"
_RETRACTION = "UPDATE claim SET retracted_seq = ?, retracted_at = ? WHERE seq = ?"

_ARTICLE_COLUMNS = ("seq", "id", "iri", "version", "published", "text", "body", "recordedAt")
_CLAIM_COLUMNS = (
    "seq", "id", "source", "subject", "predicate", "object", "body", "firstDay", "lastDay", "recordedAt"
)  # fmt: skip
_DATASET_COLUMNS = ("seq", "name", "digest", "statements", "recordedAt")
_SEGMENT_COLUMNS = ("seq", "dataset", "statements", "body")
_RETRACTION_COLUMNS = ("retractedSeq", "retractedAt", "seq")

_Row = tuple[Any, ...]
_Step = tuple[int, str, _Row]


class Replica:
    """Copies changes; one process at a time uses a folder."""

    def __init__(self, directory: Path) -> None:
        self._connections = Connections(directory / "log.sqlite", writable=True)
        self.log = ClaimLog(self._connections)
        self.reader = LogReader(self._connections)
        self.segments = SegmentLog(self._connections)

    def copy(self, run: Run, until: int) -> None:
        """Copy the changes up to `until`, in order; each step is whole or not there."""
        for after in range(self.reader.last_seq(), until, STEP):
            self._write(*_whole(run, after, min(after + STEP, until)))

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()

    def _write(self, articles: Sequence[_Row], steps: Iterable[_Step]) -> None:
        with self._connections.transaction() as db:
            db.executemany(_ARTICLE, articles)
            # In order of number: a claim may come again after it was retracted, and only one of them is live.
            for _, sql, row in sorted(steps, key=_number):
                db.execute(sql, row)


def _whole(run: Run, after: int, until: int) -> tuple[list[_Row], list[_Step]]:
    """Every change after a number: articles and the rest.

    A server shows a commit piece by piece, perhaps the last number first. What was left out then would never come.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        articles, steps = _changes(run, {"after": after, "until": until})
        numbers = {row[0] for row in articles} | set(map(_number, steps))
        if len(numbers) == until - after or time.monotonic() >= end:
            return articles, steps
        time.sleep(_POLL)


def _changes(run: Run, bounds: dict[str, int]) -> tuple[list[_Row], list[_Step]]:
    articles = list(_rows(run(statement("replica_articles"), bounds), _ARTICLE_COLUMNS))
    claims = _rows(run(statement("replica_claims"), bounds), _CLAIM_COLUMNS)
    gone = _rows(run(statement("replica_retractions"), bounds), _RETRACTION_COLUMNS)
    return articles, [
        *_import_steps(run, bounds),
        *((row[0], _CLAIM, row) for row in claims),
        *((row[0], _RETRACTION, row) for row in gone),
    ]


def _import_steps(run: Run, bounds: dict[str, int]) -> Iterator[_Step]:
    """What was imported and what of it was retracted."""
    for row in _rows(run(statement("replica_datasets"), bounds), _DATASET_COLUMNS):
        yield row[0], _DATASET, row
    for record in run(statement("replica_segments"), bounds):
        yield record["seq"], _SEGMENT, tuple(record[name] for name in _SEGMENT_COLUMNS)
        for subject in record["subjects"]:
            yield record["seq"], _SUBJECT, (subject, record["seq"])
    for row in _rows(run(statement("replica_gone_datasets"), bounds), _RETRACTION_COLUMNS):
        yield row[0], _GONE_DATASET, row
    for row in _rows(run(statement("replica_gone_segments"), bounds), ("retractedSeq", "seq")):
        yield row[0], _GONE_SEGMENT, row


def _number(step: _Step) -> int:
    return step[0]


def _rows(records: Iterable[neo4j.Record], columns: tuple[str, ...]) -> Iterator[_Row]:
    for record in records:
        yield tuple(_cell(name, record[name]) for name in columns)


def _cell(name: str, value: Any) -> Any:
    """Bodies are bytes in SQLite and text in Neo4j."""
    return value.encode() if name == "body" else value
