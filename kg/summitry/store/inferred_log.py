"""Inferred claims in the embedded log, in step with what they follow from."""

from __future__ import annotations

from summitry.store import follow, inferring
from summitry.store.connections import Connections
from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader
from summitry.store.premises import SqlPremises
from summitry.store.protocol import Progress


class InferredLog:
    """Writes what follows; the one holder of the writer lock uses it."""

    def __init__(self, connections: Connections, log: ClaimLog, reader: LogReader) -> None:
        self._log, self._reader, self._premises = log, reader, SqlPremises(connections)

    def catch_up(self) -> int:
        """Infer from every change that has not been looked at; gives the number of the last change then.

        A crash in between is made good by the next call: the watermark goes with the inferred claims.
        """
        after, until = self._reader.watermark(inferring.NAME)[0], self._reader.last_seq()
        last = until
        for first in range(after, until, follow.BATCH):
            end = min(first + follow.BATCH, until)
            found = inferring.changed(self._reader, self._premises, first, end)
            last = self._log.write_inferred(found, inferring.NAME, end if end < until else None)
        return last

    def rebuild(self, progress: Progress | None = None) -> int:
        """Infer anew about every event."""
        done, last = 0, self._reader.last_seq()
        for found in inferring.everything(self._reader, self._premises):
            last = self._log.write_inferred(found, inferring.NAME)
            done += len(found)
            if progress is not None:
                progress(done, done)
        return last
