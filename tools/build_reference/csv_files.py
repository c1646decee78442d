"""Reading hand-written tables and writing finished ones, always in the same bytes."""

from __future__ import annotations

import argparse
import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[2] / "ontology" / "summitry" / "reference"
CURATED = REFERENCE / "curated"
DATA = REFERENCE / "data"

Row = dict[str, str]


def read_rows(path: Path) -> list[Row]:
    """Rows of a CSV file, without its `#` header lines; values are stripped strings."""
    lines = path.read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    reader = csv.DictReader(body, strict=True)
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise ValueError(f"{path.name}: wrong number of fields: {row}")
        rows.append({key: value.strip() for key, value in row.items()})
    return rows


def read_curated(name: str) -> list[Row]:
    """Rows of the hand-written table `name` (without `.csv`)."""
    return read_rows(CURATED / f"{name}.csv")


def write_table(
    name: str,
    columns: Sequence[str],
    rows: Iterable[Mapping[str, str]],
    source: str,
    licence: str,
) -> Path:
    """Write the finished table `name`, in the given order of rows, and return its path."""
    out = io.StringIO()
    out.write(f"# source: {source}\n# licence: {licence}\n")
    writer = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="raise")
    writer.writeheader()
    writer.writerows(rows)
    path = DATA / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(unicodedata.normalize("NFC", out.getvalue()), encoding="utf-8", newline="\n")
    return path


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens: `São Tomé` → `sao-tome`."""
    # Letters that Unicode does not decompose.
    plain = name.translate(str.maketrans("øØłŁðı", "oOlLdi")).replace("ß", "ss")
    folded = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded.replace("'", "")).strip("-")


def unique(values: Iterable[str]) -> list[str]:
    """The non-empty values, each once, in order."""
    return list(dict.fromkeys(value for value in values if value))


def split(cell: str) -> list[str]:
    """The values of a |-separated cell."""
    return unique(part.strip() for part in cell.split("|"))


def source_folder(description: str) -> Path:
    """The folder given as `--source` on the command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--source", type=Path, required=True, help="folder with countries_factbook.json and the rest")
    folder: Path = parser.parse_args().source
    if not (folder / "countries_factbook.json").is_file():
        parser.error(f"{folder}: no countries_factbook.json there")
    return folder
