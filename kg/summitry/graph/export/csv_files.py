"""CSV for `neo4j-admin database import full`: one file for each set of labels and each type of relationship.

A column has one type, so rows whose values have other types than the first of their kind stand in a file of their own.
`import.sh` beside the files holds the command.
"""

from __future__ import annotations

import csv
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from summitry.graph.export.whole import Whole
from summitry.store.graph_model import PropertyValue
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
_NODE = ("iri:ID", ":LABEL")
_EDGE = (":START_ID", ":END_ID", ":TYPE")


_KINDS: dict[type, str] = {
    bool: "boolean", int: "long", float: "double", datetime: "datetime", date: "date", str: "string",
}  # fmt: skip


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
    nodes, node_count = _write_files(lambda: _nodes(whole), _NODE, folder)
    edges, edge_count = _write_files(lambda: _edges(whole), _EDGE, folder)
    arguments = [*(f"  --nodes={name}" for name in nodes), *(f"  --relationships={name}" for name in edges)]
    script = folder / "import.sh"
    script.write_text(_COMMAND.format(files=" \\\n".join(arguments)), encoding="utf-8", newline="\n")
    script.chmod(0o755)
    return node_count + edge_count


def _write_files(rows: Callable[[], Iterable[Row]], fixed: tuple[str, ...], folder: Path) -> tuple[list[str], int]:
    """The names of the files and the number of rows; the rows are gone through twice."""
    plan, count = Plan(), 0
    for row in rows():
        plan.see(row)
    with ExitStack() as stack:
        writers = {}
        for name, columns in sorted(plan.columns.items()):
            file = stack.enter_context((folder / name).open("w", encoding="utf-8", newline=""))
            writers[name] = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
            writers[name].writerow([*fixed, *(f"{column}:{form}" for column, form in sorted(columns.items()))])
        for row in rows():
            name = plan.file(row)
            values = (row.properties.get(column) for column in sorted(plan.columns[name]))
            writers[name].writerow([*row.fixed, *("" if value is None else cell(value) for value in values)])
            count += 1
    return sorted(plan.columns), count


def _nodes(whole: Whole) -> Iterator[Row]:
    for node in whole.nodes():
        properties = {key: value for key, value in node.properties.items() if key != "iri"}
        yield Row("nodes-" + "-".join(node.labels), (node.iri, LIST.join(("Resource", *node.labels))), properties)


def _edges(whole: Whole) -> Iterator[Row]:
    for edge in whole.relationships():
        yield Row(f"relationships-{edge.type}", (edge.start, edge.end, edge.type), edge.properties)


def _pack(folder: Path, out: Path) -> None:
    """One archive, the same bytes for the same files."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(file.name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if file.suffix == ".sh" else 0o644) << 16
            archive.writestr(entry, file.read_bytes())
