"""`summitry export`: the graph in the formats of other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summitry.cli.options import Data


class ExportFormat(StrEnum):
    """Formats of exports."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    NANOPUBS = "nanopubs"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CYPHER = "cypher"
    CSV = "csv"
    ICS = "ics"
    FTM = "ftm"
    CAMEO = "cameo"


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="File to write; for csv a folder, or a .zip file.")],
    how: Annotated[ExportFormat, typer.Option("--format", help="What to write.")],
    imported: Annotated[
        bool, typer.Option("--imported", help="Only what was imported, as it was (RDF formats).")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="With what was imported, beside facts and claims (RDF formats).")
    ] = False,
    reifiers: Annotated[
        bool, typer.Option("--reifiers", help="With an RDF 1.2 reifier for each claim (nquads, trig).")
    ] = False,
    description: Annotated[
        Path | None,
        typer.Option("--description", metavar="FILE", help="Describe the dump there, in VoID and DCAT (RDF formats)."),
    ] = None,
    licence: Annotated[
        str | None,
        typer.Option("--licence", metavar="IRI", help="Licence of the data, for the description and nanopublications."),
    ] = None,
    data: Data = None,
) -> None:
    """Write the graph out: RDF with every claim, nanopublications, networks, Cypher, CSV, calendars, FtM, CAMEO."""
    from summitry.graph.export import Options
    from summitry.graph.export import export as run
    from summitry.ingest import Settings, open_store

    with open_store(Settings.from_environment(data)) as store:
        written = run(store, how.value, out, Options(imported, everything, reifiers, description, licence))
    typer.echo(f"{written} → {out}")
