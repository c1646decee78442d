"""Statements on their way to the log: collected and written together, as each writing is a durable transaction."""

from __future__ import annotations

import pyoxigraph as ox

from summitry.store import Store

SIZE = 10_000
"""Statements that are written together at most."""

Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class Buffer:
    """What was added and is not written yet; `flush` writes it."""

    def __init__(self, store: Store, *, own: bool) -> None:
        """`own` is True when `close` is to close the store too."""
        self._store, self._own = store, own
        self._quads: dict[ox.Quad, None] = {}
        self._graphs: dict[Graph, None] = {}
        self._closed = False

    def add(self, quad: ox.Quad) -> None:
        """Take in a statement, its tags spelled as in `language_tags`."""
        self._quads[quad] = None
        if len(self._quads) >= SIZE:
            self.flush()

    def make(self, graph: Graph) -> None:
        """Take in that there is a graph, be it empty."""
        self._graphs[graph] = None

    def flush(self) -> None:
        """Write what was taken in, durably. On an error it is still there; `drop` forgets it."""
        if self._quads or self._graphs:
            self._store.updates.exchange((), self._quads, self._graphs)
            self.drop()

    def drop(self) -> None:
        """Forget what was not written."""
        self._quads, self._graphs = {}, {}

    def close(self) -> None:
        """Write everything and let go of the store."""
        if self._closed:
            return
        try:
            self.flush()
        finally:
            self._closed = True
            if self._own:
                self._store.close()
