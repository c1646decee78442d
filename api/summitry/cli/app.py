"""The commands of the terminal."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from summitry.cli import ask, evaluation, explain, export, extract, graph, load, query, status, validate

app = typer.Typer(
    help="A knowledge graph of diplomatic events in which every fact can be traced to the sentence that says it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("load")(load.load)
app.command("extract")(extract.extract)
app.command("explain")(explain.explain)
app.command("eval")(evaluation.evaluate)
app.command("ask")(ask.ask)
app.command("cypher")(query.cypher)
app.command("sparql")(query.sparql)
app.command("graph")(graph.graph)
app.command("status")(status.status)
app.command("verify")(status.verify)
app.command("rebuild")(status.rebuild)
app.command("validate")(validate.validate)
app.command("import")(load.import_)
app.command("export")(export.export)


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"summitry {version('summitry')}")
        raise typer.Exit


@app.callback()
def options(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options that stand before the command."""
