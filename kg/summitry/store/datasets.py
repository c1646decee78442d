"""RDF datasets that users bring along: imported word for word, exported as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from summitry.store import rdf_files, segments
from summitry.store.log_segments import Dataset, ImportResult
from summitry.store.protocol import Progress
from summitry.store.segments import Segment

Write = Callable[[Callable[[], ImportResult]], ImportResult]
"""Runs a writing call when the store may write, and brings the views up to date."""


class DatasetLog(Protocol):
    """Where datasets are kept: SQLite (`SegmentLog`) or Neo4j (`Neo4jSegments`)."""

    def write(
        self, name: str, digest: str, segments: Iterable[Segment], progress: Progress | None = None
    ) -> ImportResult:
        """Record a dataset, all or nothing. The same name with another digest replaces what was there."""
        ...

    def retract(self, name: str) -> ImportResult:
        """Retract a dataset. Raises NotFoundError when there is none of that name."""
        ...

    def datasets(self) -> list[Dataset]:
        """The datasets that are there, in order of import."""
        ...

    def texts(self, name: str | None = None) -> Iterator[str]:
        """The N-Quads texts of one dataset, or of all, in order of import."""
        ...


class Datasets:
    """The imported datasets of a store; `EmbeddedStore.datasets`, `Neo4jStore.datasets`."""

    def __init__(self, log: DatasetLog, write: Write) -> None:
        self._log, self._write = log, write

    def import_file(
        self,
        path: Path,
        *,
        name: str | None = None,
        format: str | None = None,
        base: str | None = None,
        progress: Progress | None = None,
    ) -> ImportResult:
        """Import an RDF file, all or nothing, streaming.

        `name` (the file's name by default) names the dataset: a changed file of the same name replaces it, an unchanged
        one changes nothing. `format` is one of `rdf_files.FORMATS`, by default after the file's ending. `progress` gets
        the statements so far. Raises InputError when the file cannot be read, StoreLockedError when another process
        writes.
        """
        chosen = format or rdf_files.format_of(path)
        digest = rdf_files.digest(path)

        def write(unusual: bool) -> ImportResult:
            cut = segments.cut(rdf_files.read(path, chosen, base, unusual=unusual))
            return self._write(lambda: self._log.write(name or path.name, digest, cut, progress))

        try:
            return write(unusual=False)
        except rdf_files.UnusualIriError:  # nothing is written; the second reading is slower and knows more IRIs
            return write(unusual=True)

    def remove(self, name: str) -> ImportResult:
        """Retract a dataset. Raises NotFoundError when there is none of that name."""
        return self._write(lambda: self._log.retract(name))

    def list(self) -> list[Dataset]:
        """The datasets that are there, in order of import."""
        return self._log.datasets()

    def texts(self, name: str | None = None) -> Iterator[str]:
        """The statements of one dataset, or of all, as parts of one N-Quads text, word for word."""
        return self._log.texts(name)

    def export_file(self, path: Path, *, name: str | None = None, format: str | None = None) -> None:
        """Write what was imported to a file. Raises InputError when it cannot be written in that format."""
        rdf_files.write(self.texts(name), path, format or rdf_files.format_of(path))
