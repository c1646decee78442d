"""The past of a store: views of the log at moments that were asked for, the last few of them kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

from summitry.store import moments
from summitry.store.log_reader import LogReader
from summitry.store.moments import Moment
from summitry.store.past import PastStore
from summitry.store.property_graph import OpenPropertyGraph
from summitry.store.protocol import Readable, Store
from summitry.store.registry import Registry

KEPT = 2
"""Moments of which the datasets are kept: each costs as much memory or disk as the dataset of that time."""


class History:
    """Opens the log at moments; safe to use from several threads, which build one dataset after the other."""

    def __init__(self, log: Path, registry: Registry, open_cypher: OpenPropertyGraph) -> None:
        """`log` is the SQLite file of the log, or of a copy that holds every change that is asked for."""
        self._log, self._registry, self._open_cypher = log, registry, open_cypher
        self._guard = threading.Lock()
        self._kept: OrderedDict[int, PastStore] = OrderedDict()

    def at(self, reader: LogReader, moment: Moment) -> PastStore:
        """The store at a moment; `reader` reads the same log as it is now. Raises NotFoundError for the future."""
        seq = reader.seq_at(moment)
        with self._guard:
            found = self._kept.pop(seq, None) or PastStore(self._log, seq, self._registry, self._open_cypher)
            self._kept[seq] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)  # closes itself when the last question to it is answered
            return found

    def close(self) -> None:
        """Let go of everything."""
        with self._guard:
            for store in self._kept.values():
                store.close()
            self._kept.clear()


def as_of(store: Store, moment: str | None) -> Readable:
    """The store at a moment as people write it (`moments.parse`), or as it is when None.

    Raises InputError when it is no moment, NotFoundError when it is a number that no change has yet.
    """
    return store if moment is None else store.as_of(moments.parse(moment))
