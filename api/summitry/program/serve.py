"""`summitry serve`: the HTTP API."""

from __future__ import annotations

from typing import Annotated

import typer

from summitry.cli.options import Data


def serve(
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port to listen on.")] = 8000,
    sparql_update: Annotated[bool, typer.Option("--sparql-update", help="Allow SPARQL updates.")] = False,
    sparql_remote: Annotated[
        bool, typer.Option("--sparql-remote", help="Allow SPARQL to reach other servers: SERVICE, and LOAD in updates.")
    ] = False,
    max_body: Annotated[
        int,
        typer.Option("--max-body", min=1, metavar="MB", help="Largest graph or update that is taken."),
    ] = 64,
    data: Data = None,
) -> None:
    """Serve the graph over HTTP until interrupted; /docs describes every address."""
    import uvicorn

    from summitry.api import create_app
    from summitry.ingest import Settings

    application = create_app(
        Settings.from_environment(data),
        sparql_update=sparql_update,
        sparql_remote=sparql_remote,
        max_body=max_body * 1_000_000,
    )
    typer.echo(f"http://{host}:{port}/docs", err=True)
    uvicorn.run(application, host=host, port=port, log_level="warning")
