"""Checks the reference tables against `data/schema.json`: columns, patterns, keys, foreign keys, order of dates.

A table is trusted only when nothing is found; each finding names table, line, column and value.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from summitry.claims import ReferenceDataError
from summitry.reference.edtf import edtf_bounds

SCHEMA = "schema.json"


@dataclass(frozen=True)
class Column:
    """What one column must hold; see the description in `schema.json`."""

    required: bool = False
    pattern: str = ""
    list: bool = False
    references: Sequence[str] = ()

    def values(self, cell: str) -> Sequence[str]:
        """The values of a cell: none for an empty one, several for a list."""
        if not cell:
            return []
        return cell.split("|") if self.list else [cell]


@dataclass(frozen=True)
class Table:
    """What one table must hold."""

    columns: Mapping[str, Column]
    key: Sequence[str]
    unique: Sequence[Sequence[str]] = field(default_factory=list)
    ordered: Sequence[str] = ()


@dataclass(frozen=True)
class Row:
    """One row and the line of the file it ends on, counted from 1."""

    line: int
    cells: Mapping[str, str]


def data_folder() -> Traversable:
    """The folder of the tables shipped with the package."""
    return files("summitry.reference").joinpath("data")


def load_schema(folder: Traversable) -> dict[str, Table]:
    """The tables that `schema.json` describes, by name."""
    document = json.loads(folder.joinpath(SCHEMA).read_text(encoding="utf-8"))
    return {name: _table(entry) for name, entry in document["tables"].items()}


def check(folder: Traversable | None = None) -> None:
    """Check every table of the folder (by default the shipped ones).

    Raises ReferenceDataError with the first findings when a table breaks the schema.
    """
    found = list(findings(folder or data_folder()))
    if found:
        raise ReferenceDataError("reference tables", "; ".join(found[:20]), f"{len(found)} findings in all")


def findings(folder: Traversable) -> Iterator[str]:
    """What is wrong with the tables of the folder, one line each; nothing when all is well."""
    schema = load_schema(folder)
    tables: dict[str, list[Row]] = {}
    for name, table in schema.items():
        header, rows = read_table(folder, name)
        if header == list(table.columns):
            tables[name] = rows
        else:
            yield f"{name}: columns are {header}, not {list(table.columns)}"
    known = {column: _values(tables, column) for column in _referenced(schema)}
    for name, rows in tables.items():
        yield from _table_findings(name, schema[name], rows, known)


def read_table(folder: Traversable, name: str) -> tuple[list[str], list[Row]]:
    """Header and rows of a table, without its `#` lines. Raises ReferenceDataError where it is missing or ragged."""
    path = folder.joinpath(f"{name}.csv")
    if not path.is_file():
        raise ReferenceDataError(f"{name}.csv", "is missing", f"schema.json describes it; looked in {folder}")
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    reader = csv.reader(lines[comments:], strict=True)
    header = next(reader)
    rows = []
    for cells in reader:
        line = comments + reader.line_num
        if len(cells) != len(header):
            raise ReferenceDataError(f"{name}.csv, line {line}", f"has {len(cells)} cells, the header {len(header)}")
        rows.append(Row(line, dict(zip(header, cells, strict=True))))
    return header, rows


def _table(entry: Mapping[str, Any]) -> Table:
    columns = {name: Column(**column) for name, column in entry["columns"].items()}
    return Table(columns, entry["key"], entry.get("unique", []), entry.get("ordered", []))


def _referenced(schema: Mapping[str, Table]) -> set[str]:
    return {target for table in schema.values() for column in table.columns.values() for target in column.references}


def _values(tables: Mapping[str, list[Row]], target: str) -> set[str]:
    name, column = target.split(".")
    return {row.cells[column] for row in tables.get(name, [])}


def _table_findings(name: str, table: Table, rows: list[Row], known: Mapping[str, set[str]]) -> Iterator[str]:
    yield from _duplicates(name, table.key, rows)
    for columns in table.unique:
        yield from _duplicates(name, columns, [row for row in rows if all(row.cells[column] for column in columns)])
    for row in rows:
        for column_name, column in table.columns.items():
            for problem in _cell_problems(column, row.cells[column_name], known):
                yield f"{name}.csv, line {row.line}, {column_name}: {problem}"
        if table.ordered and not _in_order(*(row.cells[column] for column in table.ordered)):
            yield f"{name}.csv, line {row.line}: {' is after '.join(table.ordered)}"


def _duplicates(name: str, columns: Sequence[str], rows: list[Row]) -> Iterator[str]:
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        value = tuple(row.cells[column] for column in columns)
        if value in seen:
            yield f"{name}.csv, line {row.line}: {columns} {value} stands on line {seen[value]} already"
        seen.setdefault(value, row.line)


def _cell_problems(column: Column, cell: str, known: Mapping[str, set[str]]) -> Iterator[str]:
    if cell != cell.strip():
        yield f"{cell!r} has space around it"
    if column.required and not cell:
        yield "is empty"
    values = column.values(cell)
    if len(set(values)) < len(values):
        yield f"{cell!r} holds a value twice"
    for value in values:
        if not value.strip():
            yield f"{cell!r} holds an empty value"
        elif column.pattern and not re.fullmatch(column.pattern, value):
            yield f"{value!r} does not match {column.pattern}"
        elif column.references and not any(value in known[target] for target in column.references):
            yield f"{value!r} is not in {' or '.join(column.references)}"


def _in_order(first: str, second: str) -> bool:
    """Whether a span may be: its first possible day is not after its last possible one; open ends always are."""
    if not first or not second:
        return True
    try:
        return edtf_bounds(first)[0] <= edtf_bounds(second)[1]
    except ValueError:
        return False
