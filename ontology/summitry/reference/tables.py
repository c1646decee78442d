"""The reference tables in Python: who held which office when, who belongs to what, and how things are called.

Each table is a CSV file beside this module (its first lines name source and licence) and is read when first asked for.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from summitry.reference.edtf import covers, edtf_bounds
from summitry.reference.records import (
    Anniversary,
    Holiday,
    Membership,
    Office,
    Organisation,
    Person,
    Place,
    State,
    StateName,
    Tenure,
)

LANGUAGES = ("en", "fr", "de", "es", "it")
"""The languages in which the tables of the package give names."""


class Reference:
    """All tables of one folder, each read at most once; whoever needs it keeps it."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder

    @classmethod
    def load(cls, path: Path | None = None) -> Reference:
        """The tables in `path`, or those shipped with the package. Reads nothing yet."""
        return cls(path if path is not None else files("summitry.reference").joinpath("data"))

    @cached_property
    def states(self) -> dict[str, State]:
        """States by ISO 3166-1 alpha-3."""
        return {
            r["iso3"]: State(
                r["iso3"], r["iso2"], r["gec"], r["name"], r["un_member"] == "1", r["wikidata"], r["capital"]
            )
            for r in self._rows("states")
        }

    @cached_property
    def state_names(self) -> tuple[StateName, ...]:
        """Names, adjectives and nouns of states, one record a state and language."""
        lists = ("demonym_adj", "demonym_noun", "metonyms", "aliases", "risky")
        return tuple(
            StateName(r["iso3"], r["lang"], r["name"], r["article"], r["prep_in"], *(_split(r[c]) for c in lists))
            for r in self._rows("state_names")
        )

    @cached_property
    def offices(self) -> dict[str, Office]:
        """Offices by key (`president`, `foreignMinister`)."""
        return {
            r["key"]: Office(r["key"], r["level"], r["wikidata"], _labels(r, "label")) for r in self._rows("offices")
        }

    @cached_property
    def people(self) -> dict[str, Person]:
        """People by slug."""
        return {
            r["id"]: Person(
                r["id"], r["name"], _split(r["family"]), r["country"], r["gender"], r["wikidata"], _split(r["aliases"])
            )
            for r in self._rows("people")
        }

    @cached_property
    def tenures(self) -> tuple[Tenure, ...]:
        """Every tenure, in the order of the file."""
        return tuple(
            Tenure(r["person"], r["office"], r["of"], r["start"], r["end"], r["acting"] == "1", r["source"])
            for r in self._rows("tenures")
        )

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """Organisations, coalitions and groups by slug."""
        return {
            r["id"]: Organisation(r["id"], r["type"], r["wikidata"], r["founded"], r["dissolved"], _labels(r, "name"),
                                  _lists(r, "aliases"), r["format"] == "1")
            for r in self._rows("organisations")
        }  # fmt: skip

    @cached_property
    def memberships(self) -> tuple[Membership, ...]:
        """Every membership, in the order of the file."""
        return tuple(
            Membership(r["member"], r["of"], r["role"], r["start"], r["end"], r["source"])
            for r in self._rows("memberships")
        )

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by slug."""
        return {
            r["id"]: Place(
                r["id"],
                r["country"],
                r["kind"],
                _number(r["latitude"]),
                _number(r["longitude"]),
                r["wikidata"],
                _labels(r, "name"),
                _split(r["aliases"]),
                _split(r["risky"]),
                r["within"],
            )
            for r in self._rows("places")
        }

    @cached_property
    def anniversaries(self) -> dict[str, Anniversary]:
        """Events whose anniversaries are counted, by slug."""
        return {
            r["id"]: Anniversary(
                r["id"], date.fromisoformat(r["date"]), _labels(r, "name"), r["source"], _lists(r, "phrases")
            )
            for r in self._rows("anniversaries")
        }

    @cached_property
    def holidays(self) -> dict[str, Holiday]:
        """Days known by name, by slug."""
        return {r["id"]: Holiday(r["id"], r["rule"], _lists(r, "names")) for r in self._rows("holidays")}

    def person(self, slug: str) -> Person:
        """The person with that slug. Raises KeyError."""
        return self.people[slug]

    def state(self, iso3: str) -> State:
        """The state with that ISO 3166-1 alpha-3 code. Raises KeyError."""
        return self.states[iso3]

    def organisation(self, slug: str) -> Organisation:
        """The organisation with that slug. Raises KeyError."""
        return self.organisations[slug]

    def office_holders(self, office: str, of: str, on: date) -> list[Tenure]:
        """Who may have held the office of a state or organisation that day: newest first, acting last.

        On the day of a hand-over both are given, the new one first. A partial date counts from its first to its
        last day, so that somebody whose day is unknown is not missed.
        """
        return _ranked(t for t in self._by_office[office, of] if covers(t.start, t.end, on))

    def offices_of(self, person: str, on: date) -> list[Tenure]:
        """The offices that a person may have held that day, newest first, acting last."""
        return _ranked(t for t in self._by_person[person] if covers(t.start, t.end, on))

    def tenures_of(self, person: str) -> list[Tenure]:
        """All tenures of a person, oldest first."""
        return sorted(self._by_person[person], key=lambda t: t.start)

    def members(self, org: str, on: date) -> list[Membership]:
        """Memberships in an organisation that day, whatever the role; the caller chooses by role."""
        return [m for m in self._by_organisation[org] if covers(m.start, m.end, on)]

    @cached_property
    def _by_office(self) -> defaultdict[tuple[str, str], list[Tenure]]:
        index: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            index[tenure.office, tenure.of].append(tenure)
        return index

    @cached_property
    def _by_person(self) -> defaultdict[str, list[Tenure]]:
        index: defaultdict[str, list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            index[tenure.person].append(tenure)
        return index

    @cached_property
    def _by_organisation(self) -> defaultdict[str, list[Membership]]:
        index: defaultdict[str, list[Membership]] = defaultdict(list)
        for membership in self.memberships:
            index[membership.of].append(membership)
        return index

    def _rows(self, table: str) -> Iterator[dict[str, str]]:
        text = self._folder.joinpath(f"{table}.csv").read_text(encoding="utf-8")
        body = text.splitlines(keepends=True)
        rows = csv.reader(body[next(i for i, line in enumerate(body) if not line.startswith("#")) :])
        columns = next(rows)
        return (dict(zip(columns, row, strict=True)) for row in rows)  # three times as fast as DictReader


def _ranked(tenures: Iterable[Tenure]) -> list[Tenure]:
    newest_first = sorted(tenures, key=lambda t: edtf_bounds(t.start)[0], reverse=True)
    return sorted(newest_first, key=lambda t: t.acting)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _labels(row: dict[str, str], prefix: str) -> dict[str, str]:
    """Values by language: a table may have a column for any."""
    start = f"{prefix}_"
    return {column.removeprefix(start): cell for column, cell in row.items() if column.startswith(start)}


def _lists(row: dict[str, str], prefix: str) -> dict[str, tuple[str, ...]]:
    return {lang: _split(cell) for lang, cell in _labels(row, prefix).items()}


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
