"""What the curated tables allow: shared offices, known overlaps, people without an office."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def shared_offices() -> frozenset[str]:
    """Offices that several people hold at once."""
    return frozenset(row["office"] for row in _rows("shared_offices"))


def exceptions() -> frozenset[tuple[str, str]]:
    """Offices for one that two held at once for a known reason."""
    return frozenset((row["office"], row["of"]) for row in _rows("tenure_exceptions"))


def noted() -> frozenset[str]:
    """People who are known without an office in the table."""
    return frozenset(row["person"] for row in _rows("notes_on_people"))


@cache
def _rows(table: str) -> list[dict[str, str]]:
    text = files("summitry.reference").joinpath("curated", f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
