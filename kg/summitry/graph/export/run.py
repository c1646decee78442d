"""Chooses the writer of a format."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, runtime_checkable

from summitry.claims import InputError
from summitry.graph.export import calendar, csv_files, cypher_script, networks, rdf
from summitry.store.protocol import Store

Writer = Callable[[Store, Path], int]

_WRITERS: dict[str, tuple[str, Writer]] = {
    **{name: ("statements", partial(rdf.write, format=name)) for name in rdf.FORMATS},
    **{name: ("nodes and edges", partial(networks.write, format=name)) for name in networks.WRITERS},
    "cypher": ("nodes and relationships", cypher_script.write),
    "csv": ("rows", csv_files.write),
    "ics": ("events", calendar.write),
}
FORMATS = tuple(_WRITERS)


class Datasets(Protocol):
    """What a store offers of imported datasets."""

    def export_file(self, path: Path, *, name: str | None = None, format: str | None = None) -> None:
        """Write what was imported, as it was."""
        ...


@runtime_checkable
class HoldsDatasets(Protocol):
    """A store into which datasets can be imported."""

    @property
    def datasets(self) -> Datasets:
        """The imported datasets."""
        ...


def export(store: Store, format: str, out: Path, *, imported: bool = False) -> str:
    """Write a store, or only what was imported into it, in a format; returns what was written, for people.

    Raises InputError for an unknown format, one that cannot hold imported datasets, or a place that cannot be written.
    """
    if format not in _WRITERS:
        raise InputError(format, "no such format", f"choose {', '.join(FORMATS)}")
    try:
        if imported:
            return _imported(store, format, out)
        what, write = _WRITERS[format]
        return f"{write(store, out)} {what}"
    except OSError as error:
        raise InputError(str(out), f"cannot be written: {error.strerror or error}", "choose another place") from error


def _imported(store: Store, format: str, out: Path) -> str:
    if format not in rdf.FORMATS:
        raise InputError(format, "cannot hold what was imported", f"choose {', '.join(rdf.FORMATS)}")
    if not isinstance(store, HoldsDatasets):
        raise InputError(str(out), "this store holds no imported datasets", "import into an embedded store")
    store.datasets.export_file(out, format=format)
    return "imported datasets"
