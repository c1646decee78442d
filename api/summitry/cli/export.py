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
    GRAPHML = "graphml"
    GEXF = "gexf"
    CYPHER = "cypher"
    CSV = "csv"
    ICS = "ics"


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="File to write; for csv a folder, or a .zip file.")],
    how: Annotated[ExportFormat, typer.Option("--format", help="What to write.")],
    imported: Annotated[
        bool, typer.Option("--imported", help="Only what was imported, as it was (RDF formats).")
    ] = False,
    data: Data = None,
) -> None:
    """Write the graph out: RDF with every claim, networks for Gephi, Cypher and CSV for Neo4j, a calendar."""
    from summitry.graph.export import export as run
    from summitry.ingest import Settings, open_store

    with open_store(Settings.from_environment(data)) as store:
        written = run(store, how.value, out, imported=imported)
    typer.echo(f"{written} → {out}")
