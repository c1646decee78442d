"""RDF datasets that users bring along: imported word for word, exported as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from summitry.store import rdf_files, segments
from summitry.store.log_segments import Dataset, ImportResult, SegmentLog
from summitry.store.protocol import Progress

Write = Callable[[Callable[[], ImportResult]], ImportResult]
"""Runs a writing call when the store may write, and brings the views up to date."""


class Datasets:
    """The imported datasets of a store; `EmbeddedStore.datasets`."""

    def __init__(self, log: SegmentLog, write: Write) -> None:
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
        cut = segments.cut(rdf_files.read(path, chosen, base))
        return self._write(lambda: self._log.write(name or path.name, digest, cut, progress))

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
