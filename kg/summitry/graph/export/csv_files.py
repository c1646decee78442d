"""CSV for `neo4j-admin database import full`: one file for each set of labels and each type of relationship.

A column has one type, so rows whose values have other types than the first of their kind stand in a file of their own.
`import.sh` beside the files holds the command.
"""

from __future__ import annotations

import csv
import re
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from summitry.graph.export.whole import Whole
from summitry.store.graph_model import Node, PropertyValue, Relationship
from summitry.store.protocol import Store

LIST = "\x1f"
"""Between the values of a list: the unit separator, which texts do not hold."""

_COMMAND = """\
#!/bin/sh
# Imports these files into a new database of a stopped Neo4j 5; neo4j-admin must be on the PATH.
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full "${{1:-neo4j}}" --overwrite-destination \\
  --array-delimiter=U+001F --multiline-fields=true \\
{files}
"""
_ODD = re.compile(r"[^A-Za-z0-9]+")
NODES, EDGES = "nodes", "relationships"
_NODE = ("iri:ID", ":LABEL")
_EDGE = (":START_ID", ":END_ID", ":TYPE")


_KINDS: dict[type, str] = {
    bool: "boolean", int: "long", float: "double", datetime: "datetime", date: "date", str: "string",
}  # fmt: skip


class Sheet(Protocol):
    """What csv.writer gives."""

    def writerow(self, row: Iterable[Any], /) -> Any:
        """Write one row."""
        ...


@dataclass(frozen=True)
class Row:
    """One node or relationship: what decides its file, the fixed cells, the properties."""

    group: str
    fixed: tuple[str, ...]
    properties: Mapping[str, PropertyValue]


@dataclass
class Plan:
    """Which files there are and which columns they have; made by looking at every row once."""

    usual: dict[str, dict[str, str]] = field(default_factory=dict)
    columns: dict[str, dict[str, str]] = field(default_factory=dict)

    def see(self, row: Row) -> None:
        """Take a row's columns into account."""
        usual = self.usual.setdefault(row.group, {})
        for name, value in row.properties.items():
            usual.setdefault(name, kind(value))
        self.columns.setdefault(self.file(row), {}).update({n: kind(v) for n, v in row.properties.items()})

    def file(self, row: Row) -> str:
        """The name of the row's file."""
        usual = self.usual[row.group]
        odd = [f"{n}-{kind(v)}" for n, v in sorted(row.properties.items()) if usual[n] != kind(v)]
        return "-".join(_ODD.sub("-", part).strip("-") for part in (row.group, *odd)) + ".csv"


def write(store: Store, out: Path) -> int:
    """Write the files into a folder, or into one archive when `out` ends in .zip; returns the number of rows."""
    whole = Whole.of(store)
    if out.suffix == ".zip":
        with tempfile.TemporaryDirectory() as folder:
            count = _write_folder(whole, Path(folder))
            _pack(Path(folder), out)
        return count
    out.mkdir(parents=True, exist_ok=True)
    return _write_folder(whole, out)


def kind(value: PropertyValue) -> str:
    """The type of a column for neo4j-admin."""
    if isinstance(value, list):
        return f"{_KINDS[type(value[0])] if value else 'string'}[]"
    return _KINDS[type(value)]


def cell(value: PropertyValue) -> str:
    """A value as text."""
    match value:
        case bool():
            return str(value).lower()
        case datetime() | date():
            return value.isoformat()
        case list():
            return LIST.join(str(item).replace(LIST, " ") for item in value)
        case _:
            return str(value)


def _write_folder(whole: Whole, folder: Path) -> int:
    """Everything is gone through twice: once for the columns, once for the rows."""
    plan, count = Plan(), 0
    for part in whole.everything():
        plan.see(_row(part))
    with ExitStack() as stack:
        sheets = {name: _open(stack, folder / name, name, columns) for name, columns in sorted(plan.columns.items())}
        for part in whole.everything():
            row = _row(part)
            name = plan.file(row)
            values = (row.properties.get(column) for column in sorted(plan.columns[name]))
            sheets[name].writerow([*row.fixed, *("" if value is None else cell(value) for value in values)])
            count += 1
    _write_command(folder, sorted(plan.columns))
    return count


def _open(stack: ExitStack, path: Path, name: str, columns: Mapping[str, str]) -> Sheet:
    sheet = csv.writer(stack.enter_context(path.open("w", encoding="utf-8", newline="")), lineterminator="\n")
    fixed = _NODE if name.startswith(NODES) else _EDGE
    sheet.writerow([*fixed, *(f"{column}:{form}" for column, form in sorted(columns.items()))])
    return sheet


def _write_command(folder: Path, names: Iterable[str]) -> None:
    arguments = [f"  --{'nodes' if name.startswith(NODES) else 'relationships'}={name}" for name in names]
    script = folder / "import.sh"
    script.write_text(_COMMAND.format(files=" \\\n".join(arguments)), encoding="utf-8", newline="\n")
    script.chmod(0o755)


def _row(part: Node | Relationship) -> Row:
    if isinstance(part, Node):
        properties = {key: value for key, value in part.properties.items() if key != "iri"}
        labels = LIST.join(("Resource", *part.labels))
        return Row("-".join((NODES, *part.labels)), (part.iri, labels), properties)
    return Row(f"{EDGES}-{part.type}", (part.start, part.end, part.type), part.properties)


def _pack(folder: Path, out: Path) -> None:
    """One archive, the same bytes for the same files."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(file.name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if file.suffix == ".sh" else 0o644) << 16
            archive.writestr(entry, file.read_bytes())
