"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class RowFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def parse_day(value: str) -> date:
    """`YYYY-MM-DD` to a date; a usage error otherwise."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no date; write it as YYYY-MM-DD") from error


Data = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", help="Folder of the embedded store. NEO4J_URI, when set, names a server instead."
    ),
]
Published = Annotated[
    date | None,
    typer.Option("--published", parser=parse_day, metavar="YYYY-MM-DD", help="Publication date of the articles."),
]
Lang = Annotated[
    str | None, typer.Option("--lang", metavar="LANG", help="Language of the articles; found out when left away.")
]


AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="MOMENT",
        help="Ask what was known then: a day (its end), a time (UTC) or a sequence number.",
    ),
]
ValidAt = Annotated[
    date | None,
    typer.Option("--valid-at", parser=parse_day, metavar="YYYY-MM-DD", help="Ask what held on that day."),
]
NoInferred = Annotated[
    bool, typer.Option("--no-inferred", help="Leave out what no source says itself, but follows from what they say.")
]
Rows = Annotated[RowFormat, typer.Option("--format", help="How to print rows.")]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files, or folders of .txt, .md and .json files.")]
