"""`summitry status`, `verify` and `rebuild`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import Data, RowFormat, Rows

if TYPE_CHECKING:
    from summitry.store import StoreStatus


def status(how: Rows = RowFormat.TABLE, data: Data = None) -> None:
    """Show what the store holds and how far its views are."""
    from summitry.cli.output import print_json, print_rows
    from summitry.ingest import Settings, open_store

    with open_store(Settings.from_environment(data)) as store:
        found = store.status()
    if how is RowFormat.JSON:
        print_json(_as_json(found))
        return
    rows: list[tuple[str, object]] = [("store", found.kind), ("location", found.location), ("seq", found.seq)]
    rows += [(f"view {name}", f"{mark} ({found.lag()[name]} behind)") for name, mark in found.views.items()]
    rows += list(found.counts.items())
    rows += [("note", note) for note in found.notes]
    print_rows(("what", "value"), rows, how)


def _as_json(found: StoreStatus) -> dict[str, object]:
    fields = ("kind", "location", "seq", "writable")
    views = {"views": dict(found.views), "lag": found.lag(), "counts": dict(found.counts), "notes": list(found.notes)}
    return {**{name: getattr(found, name) for name in fields}, **views}


def verify(how: Rows = RowFormat.TABLE, data: Data = None) -> None:
    """Compare every view with the claims and name each difference; exit code 1 when there is one."""
    from summitry.cli.output import print_rows
    from summitry.ingest import Settings, open_store

    with open_store(Settings.from_environment(data)) as store:
        rows = [(d.view, d.kind, d.what) for d in store.verify()]
    print_rows(("view", "difference", "what"), rows, how)
    if rows:
        raise typer.Exit(1)


def rebuild(
    view: Annotated[str, typer.Argument(metavar="VIEW", help="rdf or cypher.")],
    data: Data = None,
) -> None:
    """Throw a view away and build it anew from the claims."""
    from summitry.ingest import Settings, open_store

    with open_store(Settings.from_environment(data), write=True) as store:
        store.rebuild(view)
    typer.echo(f"view {view} rebuilt")
