"""The Cypher view of a folder: its engine starts with the first question that is asked of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader
from summitry.store.property_graph import PropertyGraphView
from summitry.store.registry import Registry


class CypherView:
    """Starts the view once, under `guard`, and brings it up to date from then on."""

    def __init__(self, start: Callable[[], PropertyGraphView], guard: AbstractContextManager[object]) -> None:
        self._start, self._guard = start, guard
        self._view: PropertyGraphView | None = None

    def started(self) -> PropertyGraphView:
        """The view; the first call takes seconds."""
        with self._guard:
            if self._view is None:
                self._view = self._start()
            return self._view

    def catch_up(self, until: int) -> None:
        """Show every change up to `until`, where anybody has asked yet."""
        if self._view is not None:
            self._view.catch_up(until)

    def close(self) -> None:
        """Stop the engine."""
        if self._view is not None:
            self._view.close()


def open_arcade(
    directory: Path, log: ClaimLog | None, reader: LogReader, registry: Registry, heap: str | None = None
) -> PropertyGraphView:
    """The view of the embedded engine; `heap` bounds its memory, as `512m` or `2g`."""
    from summitry.store import arcade  # here, because the driver takes longer to load than a question to answer

    return arcade.ArcadeView(directory, log, reader, registry, heap or arcade.DEFAULT_HEAP)
