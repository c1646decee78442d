"""Rows to a terminal, to JSON or to CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

import orjson
from rich.console import Console
from rich.table import Table

from summitry.cli.options import RowFormat


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], how: RowFormat) -> None:
    """Print rows on standard output in the form asked for."""
    match how:
        case RowFormat.JSON:
            print_json([dict(zip(columns, row, strict=True)) for row in rows])
        case RowFormat.CSV:
            write_csv(columns, rows, sys.stdout)
        case RowFormat.TABLE:
            print_table(columns, rows)


def print_json(value: object) -> None:
    """Print a value as indented UTF-8 JSON."""
    sys.stdout.write(orjson.dumps(value, option=orjson.OPT_INDENT_2, default=str).decode() + "\n")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]], out: TextIO) -> None:
    """Write RFC 4180 CSV with a header row; None becomes an empty field, lists and maps become JSON."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_field(value) for value in row] for row in rows)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table for people; nothing is cut off, long cells fold."""
    table = Table(*columns, header_style="bold", show_lines=False)
    count = 0
    for row in rows:
        table.add_row(*(_field(value) for value in row))
        count += 1
    console = Console(highlight=False, markup=False)
    console.print(table)
    console.print(f"{count} row{'' if count == 1 else 's'}", style="dim")


def _field(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple | dict):
        return orjson.dumps(value, default=str).decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
