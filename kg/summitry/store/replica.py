"""A local copy of a claim log that lives in Neo4j: the same rows under the same numbers in SQLite, so that the RDF view
follows it exactly as it follows the embedded log.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import neo4j

from summitry.store.connections import Connections
from summitry.store.graph_writer import Run
from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader
from summitry.store.log_segments import SegmentLog
from summitry.store.statements import statement

STEP = 5000
"""Changes copied in one transaction."""

_ARTICLE = (
    "INSERT INTO article (seq, id, iri, version, published, text, body, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_CLAIM = (
    "INSERT INTO claim (seq, id, source, subject, predicate, object, body, first_day, last_day, recorded_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_RETRACTION = "UPDATE claim SET retracted_seq = ?, retracted_at = ? WHERE seq = ?"

_ARTICLE_COLUMNS = ("seq", "id", "iri", "version", "published", "text", "body", "recordedAt")
_CLAIM_COLUMNS = (
    "seq", "id", "source", "subject", "predicate", "object", "body", "firstDay", "lastDay", "recordedAt"
)  # fmt: skip
_RETRACTION_COLUMNS = ("retractedSeq", "retractedAt", "seq")


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
            self._copy(run, after, min(after + STEP, until))

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()

    def _copy(self, run: Run, after: int, until: int) -> None:
        bounds = {"after": after, "until": until}
        articles = run(statement("replica_articles"), bounds)
        claims = run(statement("replica_claims"), bounds)
        gone = run(statement("replica_retractions"), bounds)
        with self._connections.transaction() as db:
            db.executemany(_ARTICLE, _rows(articles, _ARTICLE_COLUMNS))
            # In order of number: a claim may come again after it was retracted, and only one of them is live.
            steps: list[tuple[int, str, tuple[Any, ...]]] = [
                *((row[0], _CLAIM, row) for row in _rows(claims, _CLAIM_COLUMNS)),
                *((row[0], _RETRACTION, row) for row in _rows(gone, _RETRACTION_COLUMNS)),
            ]
            for _, sql, row in sorted(steps, key=_number):
                db.execute(sql, row)


def _number(step: tuple[int, str, tuple[Any, ...]]) -> int:
    return step[0]


def _rows(records: Iterable[neo4j.Record], columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    for record in records:
        yield tuple(_cell(name, record[name]) for name in columns)


def _cell(name: str, value: Any) -> Any:
    """Bodies are bytes in SQLite and text in Neo4j."""
    return value.encode() if name == "body" else value
