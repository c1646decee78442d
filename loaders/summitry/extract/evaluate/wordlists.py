"""The word lists behind the comparison of names, offices and kinds: data files, checked when they are loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summitry.claims import EventKind, ReferenceDataError
from summitry.extract.yaml_file import read_yaml

FOLDER = Path(__file__).parent / "data"
_SECTIONS: dict[str, dict[str, type]] = {
    "names.yaml": {"titles": list, "particles": list, "stopwords": list, "letters": dict},
    "offices.yaml": {"qualifiers": list, "keys": dict, "offices": dict},
    "organisations.yaml": {"organisations": dict},
    "kinds.yaml": {"families": list},
}


@dataclass(frozen=True, slots=True)
class WordLists:
    """What the comparison knows about words. `offices` and `organisations` lead from a folded form to what it names."""

    titles: frozenset[str]
    particles: frozenset[str]
    stopwords: frozenset[str]
    letters: Mapping[str, str]
    qualifiers: tuple[str, ...]
    office_keys: Mapping[str, str]
    offices: Mapping[str, frozenset[str]]
    organisations: Mapping[str, str]
    kinds: tuple[frozenset[str], ...]


def load(folder: Path = FOLDER) -> WordLists:
    """Read the word lists of a folder; raises ReferenceDataError for a file that breaks the schema."""
    files = {name: _read(folder / name, sections) for name, sections in _SECTIONS.items()}
    names, offices = files["names.yaml"], files["offices.yaml"]
    return WordLists(
        titles=frozenset(_words(names["titles"], "titles")),
        particles=frozenset(_words(names["particles"], "particles")),
        stopwords=frozenset(_words(names["stopwords"], "stopwords")),
        letters=dict(names["letters"]),
        qualifiers=tuple(_words(offices["qualifiers"], "qualifiers")),
        office_keys=dict(offices["keys"]),
        offices=_several(offices["offices"]),
        organisations=_one(files["organisations.yaml"]["organisations"]),
        kinds=tuple(_families(files["kinds.yaml"]["families"])),
    )


def _read(path: Path, sections: Mapping[str, type]) -> dict[str, Any]:
    found = read_yaml(path)
    if not isinstance(found, dict) or set(found) != set(sections):
        raise ReferenceDataError(str(path), "has other sections than it should", f"use {sorted(sections)}")
    for name, wanted in sections.items():
        if not isinstance(found[name], wanted):
            raise ReferenceDataError(str(path), f"section {name} is no {wanted.__name__}")
    return found


def _words(items: list[Any], section: str) -> list[str]:
    """The items, which must be lower-case text: YAML reads a bare `on` or `no` as a truth value."""
    for item in items:
        if not isinstance(item, str) or item != item.lower():
            raise ReferenceDataError(section, f"{item!r} is no lower-case word", "put it in quotation marks")
    return items


def _several(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """Each form with all that it may name."""
    pairs = list(_pairs(table))
    return {form: frozenset(key for key, other in pairs if other == form) for _, form in pairs}


def _one(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Each form with the one thing that it names."""
    found: dict[str, str] = {}
    for key, form in _pairs(table):
        if form in found:
            raise ReferenceDataError("organisations.yaml", f"{form!r} stands for {found[form]} and for {key}")
        found[form] = key
    return found


def _pairs(table: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for key, forms in table.items():
        for form in _words(forms, key):
            yield key, form


def _families(rows: list[list[str]]) -> Iterator[frozenset[str]]:
    known = {kind.value for kind in EventKind}
    for row in rows:
        if not set(row) <= known:
            raise ReferenceDataError("kinds.yaml", f"{sorted(set(row) - known)} are no kinds of event")
        yield frozenset(row)
