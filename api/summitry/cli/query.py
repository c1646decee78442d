"""`summitry cypher` and `summitry sparql`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AsOf, Data, NoInferred, RowFormat, Rows, ValidAt

if TYPE_CHECKING:
    from summitry.store import SparqlResult

Query = Annotated[str, typer.Argument(metavar="QUERY", help="The query; - reads it from standard input.")]
Timeout = Annotated[float, typer.Option("--timeout", metavar="SECONDS", help="Time limit of the query.")]


def cypher(
    query: Query,
    how: Rows = RowFormat.TABLE,
    timeout: Timeout = 30.0,
    as_of: AsOf = None,
    valid_at: ValidAt = None,
    no_inferred: NoInferred = False,
    data: Data = None,
) -> None:
    """Run a reading Cypher query. On the embedded store the first one starts its engine, which takes some seconds.

    --valid-at is the parameter $validAt, a text (2026-02-24); $inferred is true, and false with --no-inferred.
    """
    from summitry.cli.output import print_rows
    from summitry.ingest import Settings, open_store
    from summitry.store import history

    parameters: dict[str, object] = {"inferred": not no_inferred}
    if valid_at:
        parameters["validAt"] = valid_at.isoformat()
    with open_store(Settings.from_environment(data)) as store:
        table = history.as_of(store, as_of).cypher(_text(query), parameters, timeout=timeout)
    print_rows(table.columns, table.rows, how)


def sparql(
    query: Query,
    how: Rows = RowFormat.TABLE,
    timeout: Timeout = 30.0,
    as_of: AsOf = None,
    valid_at: ValidAt = None,
    no_inferred: NoInferred = False,
    data: Data = None,
) -> None:
    """Run a SPARQL query. Facts are in the default graph, each article's claims in a graph of its own.

    --valid-at is put in for $validAt, as an xsd:date.
    """
    from summitry.claims.rdf_terms import typed
    from summitry.ingest import Settings, open_store
    from summitry.store import history
    from summitry.store.sparql import Dataset
    from summitry.store.sparql_parameters import bind

    values = {"validAt": typed(valid_at.isoformat(), "date")} if valid_at else {}
    with open_store(Settings.from_environment(data)) as store:
        then = history.as_of(store, as_of)
        result = then.sparql(bind(_text(query), values), timeout=timeout, dataset=Dataset(inferred=not no_inferred))
        _print(result, how)


def _text(query: str) -> str:
    return sys.stdin.read() if query == "-" else query


def _print(result: SparqlResult, how: RowFormat) -> None:
    """SELECT as rows (JSON and CSV by the SPARQL 1.1 formats), ASK as a word, CONSTRUCT as Turtle or JSON-LD."""
    from summitry.cli.output import print_table
    from summitry.store import Graph, Solutions, serialise

    if isinstance(result, Graph):
        form = {RowFormat.JSON: "jsonld", RowFormat.CSV: "ntriples", RowFormat.TABLE: "turtle"}[how]
        sys.stdout.write(serialise(result, form).decode())
    elif isinstance(result, Solutions) and how is RowFormat.TABLE:
        print_table(result.variables, [[_show(term) for term in row] for row in result.rows])
    elif how is RowFormat.TABLE:
        typer.echo("yes" if result.value else "no")  # type: ignore[union-attr]
    else:
        sys.stdout.write(serialise(result, how.value).decode().rstrip("\n") + "\n")


def _show(term: object) -> str | None:
    """A term for people: our own IRIs without their base, literals with their language tag."""
    from summitry.claims import BlankNode, Iri, Literal, iris

    match term:
        case Iri(value):
            return value.removeprefix(iris.DATA).removeprefix(iris.ONTOLOGY)
        case Literal(lexical, _, language):
            return f"{lexical} @{language}" if language else lexical
        case BlankNode(label):
            return f"_:{label}"
        case _:
            return None
