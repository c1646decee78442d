"""Imported RDF datasets in Neo4j: their statements verbatim, some hundred to a node, as in the embedded log.

`(:DatasetRecord)` and `(:SegmentRecord)` take their numbers from the one counter of the log. An import writes its
segments as `(:PendingSegment)` in small transactions first, which nobody reads; one last transaction numbers them.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice
from typing import Any

from summitry.claims import NotFoundError
from summitry.store import neo4j_log
from summitry.store.graph_writer import Run, chunks
from summitry.store.log_segments import UPDATES, Dataset, ImportResult, SegmentChanges
from summitry.store.protocol import Progress
from summitry.store.segments import Segment
from summitry.store.statements import statement

Write = Callable[[Callable[[Run], Any]], Any]
"""Runs work in one writing transaction and gives its result, committed."""

_BATCH = 100
"""Segments in a transaction of an import."""
_DAY = 86_400_000_000


class Neo4jSegments:
    """Implements `DatasetLog`; `ask` reads, `write` runs a transaction, `tidy` a statement that brings its own."""

    def __init__(self, ask: Run, write: Write, tidy: Callable[[str, dict[str, Any]], None]) -> None:
        self._ask, self._write, self._tidy = ask, write, tidy

    def write(
        self, name: str, digest: str, segments: Iterable[Segment], progress: Progress | None = None
    ) -> ImportResult:
        """See `SegmentLog.write`."""
        found = next((d for d in self.datasets() if d.name == name), None)
        if found is not None and found.digest == digest:
            return ImportResult(name, neo4j_log.last_seq(self._ask), found.statements, 0, unchanged=True)
        token = uuid.uuid4().hex
        try:
            number, statements = self._upload(token, segments, progress)
            result: ImportResult = self._write(lambda run: _adopt(run, token, (name, digest, statements), number))
        except BaseException:
            self._tidy("segment_forget", {"token": token, "before": _now() - _DAY})
            raise
        return result

    def retract(self, name: str) -> ImportResult:
        """See `SegmentLog.retract`."""
        result: ImportResult = self._write(lambda run: _remove(run, name))
        return result

    def datasets(self) -> list[Dataset]:
        """See `SegmentLog.datasets`."""
        rows = self._ask(statement("dataset_list"), {})
        return [Dataset(row["name"], row["digest"], row["statements"]) for row in rows]

    def texts(self, name: str | None = None) -> Iterator[str]:
        """See `SegmentLog.texts`."""
        dataset = None
        if name is not None:
            dataset = next((row["seq"] for row in self._ask(statement("dataset_live"), {"name": name})), -1)
        after = 0
        while rows := self._ask(statement("segment_texts"), {"after": after, "dataset": dataset, "limit": _BATCH}):
            yield from (row["body"] for row in rows)
            after = rows[-1]["seq"]

    def _upload(self, token: str, segments: Iterable[Segment], progress: Progress | None) -> tuple[int, int]:
        """Write pending segments; gives their number and that of their statements."""
        stream, places, statements, started = iter(segments), count(1), 0, _now()
        number = 0
        while part := list(islice(stream, _BATCH)):
            rows = [
                {**_row(segment), "place": place, "token": token, "startedAt": started}
                for segment, place in zip(part, places, strict=False)
            ]
            self._write(lambda run, rows=rows: run(statement("segment_pending"), {"rows": rows}))  # type: ignore[misc]
            number += len(part)
            statements += sum(segment.statements for segment in part)
            if progress is not None:
                progress(statements, 0)
        return number, statements


def change(run: Run, changes: SegmentChanges) -> int:
    """See `SegmentLog.change`, in a transaction of the caller that holds the lock."""
    before = neo4j_log.last_seq(run)
    seq = _retract_segments(run, before, changes.gone)
    run(statement("dataset_changed"), {"values": sorted(changes.datasets)})
    rows: list[dict[str, Any]] = []
    for dataset, segment in changes.rest:
        seq += 1
        rows.append({**_row(segment), "seq": seq, "dataset": dataset})
    if changes.fresh:
        own, seq = _own_dataset(run, seq)
        rows += [{**_row(segment), "seq": n, "dataset": own} for n, segment in enumerate(changes.fresh, seq + 1)]
        seq += len(changes.fresh)
    for part in chunks(rows, _BATCH):
        run(statement("segment_insert"), {"rows": list(part)})
    run(statement("log_set_seq"), {"seq": seq})
    return seq


def _adopt(run: Run, token: str, dataset: tuple[str, str, int], number: int) -> ImportResult:
    """Number the segments of an import, and retract what it replaces."""
    name, digest, statements = dataset
    seq = neo4j_log.lock(run)
    seq, gone = _retract(run, name, seq)
    run(statement("dataset_insert"), {"row": _dataset_row(seq + 1, name, digest, statements)})
    run(statement("segment_adopt"), {"token": token, "after": seq + 1, "dataset": seq + 1})
    run(statement("log_set_seq"), {"seq": seq + 1 + number})
    return ImportResult(name, seq + 1 + number, statements, gone, unchanged=False)


def _remove(run: Run, name: str) -> ImportResult:
    before = neo4j_log.lock(run)
    seq, gone = _retract(run, name, before)
    if seq == before:
        raise NotFoundError(name, "no imported dataset has this name", "summitry status lists them")
    run(statement("log_set_seq"), {"seq": seq})
    return ImportResult(name, seq, 0, gone, unchanged=False)


def _retract(run: Run, name: str, seq: int) -> tuple[int, int]:
    """Retract a dataset, when there is one, and its segments; gives the last number and that of the statements."""
    live = run(statement("dataset_live"), {"name": name})
    if not live:
        return seq, 0
    found = run(statement("segment_live"), {"dataset": live[0]["seq"]})
    seq = _retract_segments(run, seq, [row["seq"] for row in found]) + 1
    run(statement("dataset_retract"), {"seq": live[0]["seq"], "retractedSeq": seq, "retractedAt": _now()})
    return seq, sum(row["statements"] for row in found)


def _retract_segments(run: Run, seq: int, gone: Iterable[int]) -> int:
    rows = [{"seq": segment, "retractedSeq": number} for number, segment in enumerate(gone, seq + 1)]
    for part in chunks(rows):
        run(statement("segment_retract"), {"rows": list(part)})
    return seq + len(rows)


def _own_dataset(run: Run, seq: int) -> tuple[int, int]:
    """The dataset of what updates add, made when it is missing, and the last number."""
    live = run(statement("dataset_live"), {"name": UPDATES})
    if live:
        return live[0]["seq"], seq
    run(statement("dataset_insert"), {"row": _dataset_row(seq + 1, UPDATES, "", 0)})
    return seq + 1, seq + 1


def _dataset_row(seq: int, name: str, digest: str, statements: int) -> dict[str, Any]:
    return {"seq": seq, "name": name, "digest": digest, "statements": statements, "recordedAt": _now()}


def _row(segment: Segment) -> dict[str, Any]:
    return {"body": segment.text, "statements": segment.statements, "subjects": sorted(segment.subjects)}


def _now() -> int:
    return time.time_ns() // 1000
