"""`summitry validate`: check the graph, or a file, against the SHACL shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AsOf, Data

if TYPE_CHECKING:
    from summitry.validation import Violation
    from summitry.validation.sources import Source


Printer = Callable[..., None]
"""Prints a line in a style."""


class ReportLanguage(StrEnum):
    """Languages of the messages."""

    EN = "en"
    FR = "fr"


def validate(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="An RDF file (.ttl, .trig, .nt, .nq, .rdf, .jsonld); the store without."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    lang: Annotated[ReportLanguage, typer.Option("--lang", help="Language of the messages.")] = ReportLanguage.EN,
    as_of: AsOf = None,
    data: Data = None,
) -> None:
    """Check the store, or a file, against the SHACL shapes; exit code 1 when something violates them."""
    from summitry.cli.output import print_json
    from summitry.validation import validate as run

    counts: dict[str, int] = {}
    with _source(file, as_of, data) as source:
        found = run(source, language=lang.value, checked=lambda shape, nodes: counts.update({shape: nodes}))
        if as_json:
            violations = list(found)
            print_json(_as_json(violations, counts))
            failed = bool(violations)
        else:
            failed = _print(found, counts)
    if failed:
        raise typer.Exit(1)


@contextmanager
def _source(file: Path | None, as_of: str | None, data: Path | None) -> Iterator[Source]:
    from summitry.extract.packs import load_packs
    from summitry.ingest import Settings, open_store
    from summitry.query.evidence import Evidences
    from summitry.store import history
    from summitry.validation import FileSource, StoreSource

    if file is not None:
        with FileSource.open(file) as opened:
            yield opened
        return
    with open_store(Settings.from_environment(data)) as store:
        then = history.as_of(store, as_of)
        yield StoreSource(then, Evidences(then, load_packs()))


def _as_json(violations: Iterable[Violation], counts: dict[str, int]) -> dict[str, object]:
    found = [asdict(violation) for violation in violations]
    shapes = {
        shape: {"checked": nodes, "violations": sum(one["shape"] == shape for one in found)}
        for shape, nodes in counts.items()
    }
    return {"conforms": not found, "shapes": shapes, "violations": found}


def _print(violations: Iterable[Violation], counts: dict[str, int]) -> bool:
    """Print violations under their shapes as they are found; True when there are some."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, soft_wrap=True)
    found: dict[str, int] = {}
    for violation in violations:
        if violation.shape not in found:
            console.print(_short(violation.shape), style="bold")
        found[violation.shape] = found.get(violation.shape, 0) + 1
        _print_violation(violation, console.print)
    total, nodes = sum(found.values()), sum(counts.values())
    numbers = ", ".join(f"{_short(shape)} {number}" for shape, number in found.items())
    console.print(
        f"{total} violation{'' if total == 1 else 's'} ({numbers})" if total else "conforms",
        style="red" if total else "green",
    )
    console.print(f"{nodes} checks of {len(counts)} shapes", style="dim")
    return bool(found)


def _print_violation(violation: Violation, out: Printer) -> None:
    value = f" = {_short(violation.value)}" if violation.value else ""
    path = " | ".join(map(_short, violation.path))
    out(f"  {_short(violation.focus)} {path}{value}: {violation.message}", style="red")
    for proof in violation.proofs:
        published = f", {proof.published}" if proof.published else ""
        out(f"      {_short(proof.claim)} – {proof.publisher or proof.title or _short(proof.source)}{published}")
        if proof.sentence or proof.quote:
            out(f"      “{proof.sentence or proof.quote}”", style="italic")


def _short(iri: str) -> str:
    from summitry.claims import iris

    return iri.removeprefix(iris.DATA).removeprefix(iris.ONTOLOGY)
