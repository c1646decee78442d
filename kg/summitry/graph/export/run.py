"""Chooses the writer of a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from summitry.claims import InputError
from summitry.graph.export import calendar, cameo, csv_files, cypher_script, ftm, nanopubs, networks, rdf
from summitry.graph.export.description import Description
from summitry.store.protocol import Store

Writer = Callable[[Store, Path], int]

_WRITERS: dict[str, tuple[str, Writer]] = {
    **{name: ("nodes and edges", partial(networks.write, format=name)) for name in networks.WRITERS},
    "cypher": ("nodes and relationships", cypher_script.write),
    "csv": ("rows", csv_files.write),
    "ics": ("events", calendar.write),
    "ftm": ("entities", ftm.write),
    "cameo": ("pairs", cameo.write),
}
NANOPUBS = "nanopubs"
FORMATS = (*rdf.FORMATS, NANOPUBS, *_WRITERS)


@dataclass(frozen=True, slots=True)
class Options:
    """What an export may be asked for; each is for RDF formats, `licence` for nanopublications too."""

    imported: bool = False
    """Only what was imported, as it was."""
    everything: bool = False
    """What was imported beside facts and claims."""
    reifiers: bool = False
    """Each claim as an RDF 1.2 reifier of its triple."""
    description: Path | None = None
    """Where to describe the dump in VoID and DCAT."""
    licence: str | None = None
    """IRI of the licence of the data."""


NO_OPTIONS = Options()


def export(store: Store, format: str, out: Path, options: Options = NO_OPTIONS) -> str:
    """Write a store, or only what was imported into it, in a format; returns what was written, for people.

    Raises InputError for an unknown format, an option that the format does not have, or a place that cannot be written.
    """
    if format not in FORMATS:
        raise InputError(format, "no such format", f"choose {', '.join(FORMATS)}")
    _check(format, options)
    try:
        if options.imported:
            store.datasets.export_file(out, format=format)
            return "imported datasets"
        if format in rdf.FORMATS:
            return _rdf(store, format, out, options)
        if format == NANOPUBS:
            return f"{nanopubs.write(store, out, licence=options.licence)} nanopublications"
        what, write = _WRITERS[format]
        return f"{write(store, out)} {what}"
    except OSError as error:
        raise InputError(str(out), f"cannot be written: {error.strerror or error}", "choose another place") from error


def _check(format: str, options: Options) -> None:
    if options.imported and options.everything:
        raise InputError("export", "only what was imported, or everything", "choose one of --imported and --all")
    rest = replace(options, licence=None) if format == NANOPUBS else options
    if format not in rdf.FORMATS and rest != NO_OPTIONS:
        raise InputError(
            format, "cannot hold what was imported, reifiers or a description", f"choose {', '.join(rdf.FORMATS)}"
        )
    if options.imported and replace(options, imported=False) != NO_OPTIONS:
        raise InputError("--imported", "is what was imported, as it was", "leave the other options away")
    if format in ("turtle", "jsonld") and options.reifiers:
        raise InputError(format, "has no place for reifiers", "choose trig or nquads")


def _rdf(store: Store, format: str, out: Path, options: Options) -> str:
    contents = rdf.Contents(options.everything, options.reifiers)
    if options.description is None:
        return f"{rdf.write(store, out, format=format, contents=contents)} statements"
    described = Description()
    number = rdf.write(store, out, format=format, contents=contents, watch=described.see)
    described.write(options.description, out, format, options.licence)
    return f"{number} statements"
