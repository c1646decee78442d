"""`summitry load` and `summitry import`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.claims import InputError
from summitry.cli.extractors import RULES, Examination, ExtractorName, NoFallback, Report, Workers
from summitry.cli.options import Data, Lang, Paths, Published

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


def load(
    paths: Paths,
    published: Published = None,
    lang: Lang = None,
    data: Data = None,
    extractor: ExtractorName = RULES,
    no_fallback: NoFallback = False,
    report: Report = None,
    workers: Workers = None,
) -> None:
    """Read articles into the graph. The same article twice changes nothing; interrupting loses nothing stored."""
    from summitry.extract import default_workers
    from summitry.ingest import Journey, Settings, open_store
    from summitry.loaders import Defaults, find_files, read_articles
    from summitry.reference import Reference

    failures: list[InputError] = []
    files = [file for path in paths for file in _found(find_files, path, failures)]
    if not files:
        _report(failures)
        raise typer.Exit(1)
    reference = Reference.load()
    added = unchanged = claims = 0
    examination = Examination(failures.append, fallback=not no_fallback, report=report)
    with (
        examination,
        open_store(Settings.from_environment(data), write=True) as store,
        _progress(len(files)) as (bar, task),
    ):
        articles = read_articles(files, Defaults(published, lang), failures.append)
        reader = examination.open(extractor, reference, workers or default_workers(len(files)))
        for result in Journey(store, reader, reference).load(articles):
            added += not result.unchanged
            unchanged += result.unchanged
            claims += result.added
            bar.update(task, advance=1)
    typer.echo(f"{added} article{'s' * (added != 1)} loaded, {unchanged} unchanged, {claims} claims added")
    if examination.refused:
        typer.echo(f"refused or set aside by {extractor}: {examination.refused}; --report FILE lists them", err=True)
    _report(failures)
    if failures:
        raise typer.Exit(1)


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD.")],
    data: Data = None,
) -> None:
    """Import an RDF dataset, kept verbatim: it comes back as it was with `export --imported`."""
    from summitry.ingest import Settings, import_rdf, open_store

    with open_store(Settings.from_environment(data), write=True) as store, _counter(file.name) as count:
        result = import_rdf(store, file, count)
    if result.unchanged:
        typer.echo(f"{file} is there already: {result.statements} statements, nothing changed")
    else:
        instead = f" in place of {result.retracted}" * (result.retracted > 0)
        typer.echo(f"{result.statements} statements imported from {file}{instead}")


def _found(find: object, path: Path, failures: list[InputError]) -> list[Path]:
    assert callable(find)
    try:
        return list(find([path]))
    except InputError as error:
        failures.append(error)
        return []


@contextmanager
def _progress(total: int) -> Iterator[tuple[Progress, TaskID]]:
    """A progress bar on a terminal, silence elsewhere."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress

    console = Console(stderr=True)
    columns = (*Progress.get_default_columns(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        yield bar, bar.add_task("reading", total=total)


@contextmanager
def _counter(name: str) -> Iterator[Callable[[int, int], None]]:
    """A running count on a terminal, silence elsewhere: how many statements a file has shows only at its end."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:,} statements"))
    console = Console(stderr=True)
    with Progress(
        *columns, TimeElapsedColumn(), console=console, transient=True, disable=not sys.stderr.isatty()
    ) as bar:
        task = bar.add_task(f"importing {name}", total=None)
        yield lambda done, _: bar.update(task, completed=done)


def _report(failures: list[InputError]) -> None:
    for error in failures:
        typer.secho(f"error: {error}", err=True, fg="red")
