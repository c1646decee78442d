"""Colours, lines and words of pictures, from style.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from summitry.claims import ReferenceDataError

LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Colours:
    """Fill and line of one type of node."""

    fill: str
    line: str


@dataclass(frozen=True)
class Line:
    """How links of one meaning are drawn; `dash` is lengths of strokes and gaps, in line widths."""

    name: str
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    relations: frozenset[str] = frozenset()
    inferred: bool = False

    def fits(self, relation: str, inferred: bool) -> bool:
        """True when a link is drawn like this."""
        return inferred if self.inferred else relation in self.relations or not self.relations


@dataclass(frozen=True)
class Words:
    """What pictures say in one language."""

    language: str
    tables: Mapping[str, Mapping[str, str]]
    months: Sequence[str]
    day: str
    first_day: str
    page: Mapping[str, Any]

    def word(self, table: str, key: str) -> str:
        """The word for a key; the key itself, its capitals turned into spaces, when there is none."""
        return self.tables[table].get(key) or "".join(f" {c.lower()}" if c.isupper() else c for c in key).strip()


@dataclass(frozen=True)
class Style:
    """The whole file."""

    types: Mapping[str, Colours]
    lines: tuple[Line, ...]
    order: tuple[str, ...]
    words: Mapping[str, Words]

    def colours(self, kind: str) -> Colours:
        """The colours of a type of node."""
        return self.types.get(kind, self.types["Thing"])

    def line(self, relation: str, inferred: bool) -> Line:
        """How a link is drawn."""
        return next(line for line in self.lines if line.fits(relation, inferred))


@cache
def load_style() -> Style:
    """The style that is part of the package; raises ReferenceDataError when its file is broken."""
    text = (files("summitry.graph") / "drawing" / "style.yaml").read_text("utf-8")
    try:
        data = yaml.safe_load(text)
        return Style(
            types={name: Colours(**colours) for name, colours in data["types"].items()},
            lines=tuple(_line(line) for line in data["lines"]),
            order=tuple(data["order"]),
            words={code: _words(code, data["languages"][code]) for code in LANGUAGES},
        )
    except (KeyError, TypeError, yaml.YAMLError) as error:
        raise ReferenceDataError("style.yaml", f"cannot be used: {error!r}", "restore it from the package") from error


def _line(data: Mapping[str, Any]) -> Line:
    return Line(
        name=data["name"],
        colour=data["colour"],
        width=data["width"],
        dash=tuple(data.get("dash", ())),
        relations=frozenset(data.get("relations", ())),
        inferred=data.get("inferred", False),
    )


def _words(language: str, data: Mapping[str, Any]) -> Words:
    names = ("types", "lines", "kinds", "statuses", "modes", "roles", "relations")
    tables = {name: data[name] for name in names}
    return Words(language, tables, data["months"], data["day"], data["first_day"], data["page"])
