"""What the embedded store asks of its Cypher side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader
from summitry.store.protocol import Difference, Progress, Table
from summitry.store.registry import Registry

NAME = "cypher"
"""Name of the view in watermarks, `rebuild` and `verify`."""


class PropertyGraphView(Protocol):
    """A property graph that follows the claim log; started on the first Cypher query."""

    @property
    def watermark(self) -> int:
        """How far the view is."""
        ...

    def catch_up(self, until: int) -> None:
        """Show every change up to `until`."""
        ...

    def rebuild(self, until: int, progress: Progress | None = None) -> None:
        """Throw the view away and build it from the claims."""
        ...

    def cypher(self, query: str, parameters: Mapping[str, object] | None, timeout: float | None) -> Table:
        """Run a reading query; `timeout` in seconds."""
        ...

    def verify(self) -> Iterator[Difference]:
        """Differences from the claims."""
        ...

    def close(self) -> None:
        """Stop the engine."""
        ...


OpenPropertyGraph = Callable[[Path, ClaimLog | None, LogReader, Registry], PropertyGraphView]
"""Starts the engine on a folder; without a ClaimLog (the store is open for reading) it may not write."""
