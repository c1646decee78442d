"""`summitry extract`: what articles say, without touching a store."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.claims import InputError
from summitry.cli.extractors import RULES, Examination, ExtractorName, NoFallback, Workers
from summitry.cli.options import Lang, Paths, Published

if TYPE_CHECKING:
    from summitry.claims import Article


_MANY = 200
"""Articles read from their files before the first one is printed, to see whether there are many."""


class ExtractFormat(StrEnum):
    """How readings are printed."""

    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    CAMEO = "cameo"


def extract(
    paths: Paths,
    published: Published = None,
    lang: Lang = None,
    how: Annotated[ExtractFormat, typer.Option("--format", help="How to print readings.")] = ExtractFormat.JSON,
    extractor: ExtractorName = RULES,
    no_fallback: NoFallback = False,
    workers: Workers = None,
) -> None:
    """Print what articles say: events, participants, dates, offices, each with the words that say it."""
    import orjson

    failures: list[InputError] = []
    articles = _articles(list(paths), published, lang, failures)
    if extractor == RULES:
        readings = _by_rules(articles, workers)
    else:
        readings = _by_all(articles, extractor, failures, not no_fallback)
    if how is ExtractFormat.JSONL:
        for reading in readings:
            sys.stdout.buffer.write(orjson.dumps(reading) + b"\n")
            sys.stdout.buffer.flush()
    elif how is ExtractFormat.TABLE:
        _print_table(list(readings))
    elif how is ExtractFormat.CAMEO:
        _print_pairs(readings)
    else:
        found = list(readings)
        value = found[0] if len(found) == 1 and _one_file(paths) else found
        if found:
            sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_INDENT_2) + b"\n")
            sys.stdout.buffer.flush()
    for error in failures:
        typer.secho(f"error: {error}", err=True, fg="red")
    if failures:
        raise typer.Exit(1)


def _articles(paths: Paths, published: Published, lang: Lang, failures: list[InputError]) -> Iterator[Article]:
    from summitry.loaders import Defaults, read_articles

    return read_articles(paths, Defaults(published, lang), failures.append)


def _by_rules(articles: Iterator[Article], workers: int | None) -> Iterator[dict[str, object]]:
    """Readings of the rules alone; how many articles there are shows only when they are read."""
    from summitry.extract import ParallelExtractor, default_workers

    first = list(islice(articles, _MANY))
    if not first:
        return iter(())
    reader = ParallelExtractor(workers or default_workers(len(first)))
    return reader.contracts(chain(first, articles))


def _by_all(
    articles: Iterable[Article], name: str, failures: list[InputError], fallback: bool
) -> Iterator[dict[str, object]]:
    """Readings of the rules and optional extractors, each with what was refused."""
    from summitry.extract import contract
    from summitry.reference import Reference

    with Examination(failures.append, fallback=fallback) as examination:
        for examined in examination.open(name, Reference.load()).examine_many(articles):
            yield {**contract(examined.reading), "extractors": examined.as_json()}


def _print_pairs(readings: Iterable[dict[str, object]]) -> None:
    """Pairs of actors as CSV, from the claims of each reading."""
    from summitry.graph.export.cameo import write_rows
    from summitry.graph.export.cameo_contract import contract_rows
    from summitry.graph.export.cameo_tables import Tables

    tables = Tables.load()
    write_rows(sys.stdout, (row for reading in readings for row in contract_rows(reading, tables)))


def _one_file(paths: Paths) -> bool:
    return len(paths) == 1 and not paths[0].is_dir()


def _print_table(readings: list[dict[str, object]]) -> None:
    from summitry.cli.output import print_table

    columns = ("article", "kind", "name", "start", "status", "participants")
    rows = []
    for reading in readings:
        article, events = reading["article"], reading["events"]
        assert isinstance(article, dict)
        assert isinstance(events, list)
        title = article["title"] or article["id"]
        for event in events:
            who = "\n".join(f"{p['name']} ({p['role']})" for p in event["participants"])
            rows.append((title, event["kind"], event["name"], event["start"], event["status"], who))
    print_table(columns, rows)
