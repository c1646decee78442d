"""Reads the Wikidata extracts: identifiers, usual spellings, and the foreign ministers of 2022."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tools.build_reference.curated_people import Person
from tools.build_reference.matching import same
from tools.build_reference.person_names import words


@dataclass(frozen=True)
class Entry:
    """One person in one position; country is ISO 3166-1 alpha-3, empty for an international body."""

    id: str
    name: str
    country: str
    start: str
    last_seen: str
    foreign_minister: bool = False


def read(source: Path, countries: dict[str, str]) -> list[Entry]:
    """The entries of the three extracts whose country is known."""
    entries = []
    for row in _rows(source / "heads_wikidata.csv"):
        entries.append(
            Entry(
                row["person"], row["name"], countries.get(row["country_name"], ""), row["start_year"], row["last_seen"]
            )
        )
    for row in _rows(source / "foreign_ministers_wikidata.csv"):
        country = countries.get(row["country_name"], "")
        entries.append(Entry(row["person"], row["name"], country, row["start"], row["last_seen"], bool(country)))
    for row in _rows(source / "international_offices_wikidata.csv"):
        entries.append(Entry(row["personID"], row["person"], "", row["start"], row["end"]))
    return [e for e in entries if e.name]


def identifier(person: Person, entries: list[Entry]) -> str:
    """The Wikidata identifier of a person with exactly one of these spellings, else empty."""
    forms = {" ".join(words(form)) for form in person.forms()}
    found = {e.id for e in entries if " ".join(words(e.name)) in forms and e.country in {"", person.country}}
    return found.pop() if len(found) == 1 else ""


def holder(entry: Entry, people: Iterable[Person]) -> Person | None:
    """The person already known whom an entry means: the same identifier, or the same spelling in the same country."""
    form = words(entry.name)
    near = [p for p in people if p.country == entry.country or p.wikidata == entry.id]
    return next((p for p in near if p.wikidata == entry.id or any(words(f) == form for f in p.forms())), None)


def same_person(factbook_name: str, country: str, entries: list[Entry]) -> Entry | None:
    """The entry of that country that the factbook's spelling means, if there is just one person."""
    found = {
        e.id: e for e in entries if e.country == country and not e.foreign_minister and same(factbook_name, e.name)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
