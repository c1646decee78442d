"""The hand-written people: one row a person, tenures in one cell; the same person may appear in several files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tools.build_reference.csv_files import Row, read_rows, unique
from tools.build_reference.person_names import family_of, plain, slug, spellings

TENURE = re.compile(
    r"^(?P<office>[a-zA-Z]+)(?:@(?P<of>[\w-]+))? (?P<start>[\d-]+)\.\.(?P<end>[\d-]*)(?P<acting> acting)?$"
)


class BadRowError(ValueError):
    """A curated row that cannot be read; the message quotes it."""


@dataclass(frozen=True, order=True)
class Tenure:
    """Somebody's time in an office; EDTF dates, an empty end means still."""

    of: str
    office: str
    start: str
    end: str
    person: str
    acting: bool = False
    source: str = "own"


@dataclass
class Person:
    """A person being assembled; `forms` are all spellings, `families` the surnames used alone."""

    id: str
    name: str
    country: str
    gender: str = ""
    wikidata: str = ""
    families: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    def forms(self) -> list[str]:
        """The name and its other spellings."""
        return [self.name, *self.aliases]

    def complete(self) -> None:
        """Adds the spellings without accents and drops repetitions."""
        names = _with_plain(spellings(self.forms()))
        self.aliases = [n for n in names if n != self.name]
        self.families = _with_plain(self.families or [family_of(self.name)])


def read(folder: Path) -> tuple[dict[str, Person], list[Tenure]]:
    """Everybody in `people_*.csv` by identifier, and their tenures. Raises BadRowError."""
    people: dict[str, Person] = {}
    tenures: list[Tenure] = []
    for path in sorted(folder.glob("people_*.csv")):
        for row in read_rows(path):
            person = _person(row)
            known = people.setdefault(person.id, person)
            if known is not person:
                known.aliases += person.aliases
                known.families += person.families
            tenures += [_tenure(cell, person) for cell in row["tenures"].split(";") if cell]
    return people, tenures


def _person(row: Row) -> Person:
    if row["gender"] not in {"m", "f", ""} or len(row["country"]) != 3:
        raise BadRowError(str(row))
    person = Person(slug(row["name"]), row["name"], row["country"], row["gender"])
    person.families = [f for f in row["family"].split("|") if f] or [family_of(row["name"])]
    person.aliases = [a for a in row["aliases"].split("|") if a]
    return person


def _tenure(cell: str, person: Person) -> Tenure:
    found = TENURE.match(cell.strip())
    if not found:
        raise BadRowError(f"{person.name}: {cell}")
    of = found["of"] or person.country
    return Tenure(of, found["office"], found["start"], found["end"], person.id, bool(found["acting"]))


def _with_plain(forms: list[str]) -> list[str]:
    return unique(f for form in forms for f in (form, plain(form)))
