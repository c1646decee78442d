"""Importing RDF datasets, kept verbatim."""

from __future__ import annotations

from pathlib import Path

from summitry.store import Store
from summitry.store.log_segments import ImportResult
from summitry.store.protocol import Progress


def import_rdf(store: Store, file: Path, progress: Progress | None = None) -> ImportResult:
    """Import an RDF file, all or nothing; the file's name is the dataset's, its ending says the serialisation.

    A changed file of the same name replaces what was there, an unchanged one changes nothing. `progress` gets the
    number of statements so far. Raises InputError when the file cannot be read, StoreLockedError when another process
    writes.
    """
    return store.datasets.import_file(file, progress=progress)
