"""Runs the query files of this folder, whole or page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summitry.claims import Iri, Literal, RdfTerm, StoreError
from summitry.query.compile import fill
from summitry.store import Solutions, Store

Row = dict[str, RdfTerm]


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of solutions and how many there are in all."""

    total: int
    rows: tuple[Row, ...]


def run(store: Store, query: str) -> Iterator[Row]:
    """The solutions of a SELECT query."""
    result = store.sparql(query)
    if not isinstance(result, Solutions):
        raise StoreError("catalogue", "the query is no SELECT", "restore the file from the package")
    return result.dicts()


def page(store: Store, query: str, order: str, limit: int, offset: int) -> Rows:
    """The rows from `offset` on, at most `limit`, ordered by SPARQL's `order`."""
    body = query[query.index("SELECT") :]
    counted = f"{query[: query.index('SELECT')]} SELECT (COUNT(*) AS ?n) WHERE {{ {{ {body} }} }}"
    total = next(iter(run(store, counted)))["n"]
    rows = tuple(run(store, f"{query} ORDER BY {order} LIMIT {limit} OFFSET {offset}"))
    return Rows(int(text(total)), rows)


def query_file(name: str, **slots: str) -> str:
    """The text of a query file with its slots filled."""
    return fill(_text(name), **slots)


def text(term: RdfTerm | None) -> str:
    """The IRI or the text of a term; empty for None and blank nodes."""
    match term:
        case Iri(value=iri):
            return iri
        case Literal(lexical=lexical):
            return lexical
        case _:
            return ""


@cache
def _text(name: str) -> str:
    return (files("summitry.api") / "catalogue" / "rq" / f"{name}.rq").read_text("utf-8")
