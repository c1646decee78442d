"""`summitry extract`: what articles say, without touching a store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from summitry.claims import InputError
from summitry.cli.options import Lang, Paths, Published


class ExtractFormat(StrEnum):
    """How readings are printed."""

    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"


def extract(
    paths: Paths,
    published: Published = None,
    lang: Lang = None,
    how: Annotated[ExtractFormat, typer.Option("--format", help="How to print readings.")] = ExtractFormat.JSON,
) -> None:
    """Print what articles say: events, participants, dates, offices, each with the words that say it."""
    import orjson

    failures: list[InputError] = []
    readings = _readings(list(paths), published, lang, failures)
    if how is ExtractFormat.JSONL:
        for reading in readings:
            sys.stdout.buffer.write(orjson.dumps(reading) + b"\n")
            sys.stdout.buffer.flush()
    elif how is ExtractFormat.TABLE:
        _print_table(list(readings))
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


def _readings(
    paths: Paths, published: Published, lang: Lang, failures: list[InputError]
) -> Iterator[dict[str, object]]:
    from summitry.extract import Extractor, contract
    from summitry.loaders import Defaults, read_articles
    from summitry.reference import Reference

    extractor: Extractor | None = None
    for article in read_articles(paths, Defaults(published, lang), failures.append):
        extractor = extractor or Extractor(Reference.load())
        yield contract(extractor.read(article))


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
