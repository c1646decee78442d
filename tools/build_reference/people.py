"""Builds people.csv and tenures.csv: the curated people, completed by the factbook's heads and Wikidata's identifiers.

Where two sources speak of the same office the curated row wins; a source's row that would overlap it is dropped
and reported, so that a person can look (`--report`).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from tools.build_reference import curated_people, factbook_heads, wikidata_people
from tools.build_reference.csv_files import CURATED, Row, read_curated, read_rows, source_folder, write_table
from tools.build_reference.curated_people import Person, Tenure
from tools.build_reference.matching import find
from tools.build_reference.person_names import family_form, press_form, slug

SOURCE = (
    "curated/people_*.csv; The World Factbook, monthly editions 2015-10 to 2026-05 (factbook/factbook.json 8662a8b1); "
    "Wikidata (every-politician-scrapers/world-leaders-2021 be7039cf and world 4a3b394d)"
)
LICENCE = "CC0-1.0"
PEOPLE = ["id", "name", "family", "country", "gender", "wikidata", "aliases"]
TENURES = ["person", "office", "of", "start", "end", "acting", "source"]


@dataclass
class Build:
    """Everything known so far, and what was left out with the reason."""

    people: dict[str, Person]
    tenures: list[Tenure]
    shared: set[str]
    left_out: list[str] = field(default_factory=list)
    written: set[tuple[str, str, str, str]] = field(init=False)  # by hand: never changed by a source

    def __post_init__(self) -> None:
        self.written = {_key(tenure) for tenure in self.tenures}

    def add(self, tenure: Tenure) -> bool:
        """Adds a source's tenure unless what is known already says so or contradicts it; whether it did."""
        clash = next((t for t in self.tenures if self._contradicts(t, tenure)), None)
        if clash is None:
            self.tenures.append(tenure)
        elif clash.start == tenure.start and tenure.source == "factbook" and _key(clash) not in self.written:
            # the same holder again, spelled differently in later editions
            self.tenures[self.tenures.index(clash)] = replace(clash, end=tenure.end)
        elif clash.person == tenure.person and clash.start == tenure.start:
            self.tenures[self.tenures.index(clash)] = replace(clash, source=tenure.source)
        elif clash.person != tenure.person or clash.start[:7] != tenure.start[:7]:
            self.left_out.append(f"{tenure} against {clash}")
        return clash is None

    def _contradicts(self, known: Tenure, new: Tenure) -> bool:
        if (known.of, known.office) != (new.of, new.office):
            return False
        if known.person == new.person:
            return known.start <= new.start <= (known.end or "9999") or new.start <= known.start <= (new.end or "9999")
        if known.office in self.shared or known.acting != new.acting:
            return False
        return known.start < (new.end or "9999") and new.start < (known.end or "9999")


def _key(tenure: Tenure) -> tuple[str, str, str, str]:
    return tenure.person, tenure.office, tenure.of, tenure.start


def build(source: Path) -> Build:
    """Everybody known and every tenure, people complete with spellings and identifiers."""
    people, tenures = curated_people.read(CURATED)
    build = Build(people, tenures, {row["office"] for row in read_curated("shared_offices")})
    countries = country_codes(source)
    wikidata = wikidata_people.read(source, countries)
    _add_factbook(build, source, countries, wikidata)
    _add_foreign_ministers(build, [e for e in wikidata if e.foreign_minister and e.country not in dependent()])
    for person in build.people.values():
        person.wikidata = person.wikidata or wikidata_people.identifier(person, wikidata)
        person.complete()
    return build


@cache
def dependent() -> frozenset[str]:
    """The entries of states.csv whose heads in the sources are another state's."""
    return frozenset(row["iso3"] for row in read_curated("not_sovereign"))


def country_codes(source: Path) -> dict[str, str]:
    """ISO 3166-1 alpha-3 by every spelling of a country in the source files, and by `gec:xx`."""
    codes = {r["spelling"]: r["iso3"] for r in read_curated("country_spellings")}
    for row in read_curated("states"):
        codes |= {name: row["iso3"] for name in (row["name"], row["factbook_name"]) if name}
    for row in read_rows(source / "heads_factbook.csv"):
        if row["country"] in codes:
            codes["gec:" + row["gec"]] = codes[row["country"]]
    return codes


def _add_factbook(build: Build, source: Path, countries: dict[str, str], wikidata: list[wikidata_people.Entry]) -> None:
    titles = {r["title"]: (r["office"], r["acting"] == "1") for r in read_curated("factbook_titles")}
    for holder in factbook_heads.read(source / "heads_factbook.csv", titles):
        country = countries.get("gec:" + holder.gec, "")
        if not country or country in dependent():
            continue
        person = _known(build, holder.name, country) or _new(build, holder.name, country, wikidata)
        if holder.office == "monarch" and person.country != country:
            continue  # the Crown is one person; a tenure for each realm would make every king ambiguous
        tenure = Tenure(country, holder.office, holder.start, holder.end, person.id, holder.acting, "factbook")
        if build.add(tenure):
            build.people.setdefault(person.id, person)


def _known(build: Build, name: str, country: str) -> Person | None:
    served = {t.person for t in build.tenures if t.of == country}
    near = [p for p in build.people.values() if p.country == country or p.id in served]
    return find(name, near)


def _new(build: Build, name: str, country: str, wikidata: list[wikidata_people.Entry]) -> Person:
    printed = press_form(name)
    entry = wikidata_people.same_person(name, country, wikidata)
    usual = press_form(entry.name) if entry else printed
    person = build.people.get(slug(usual)) or Person(slug(usual), usual, country)
    family = family_form(name)
    person.families = [usual.split()[-1]] if slug(usual.split()[-1]) == slug(family) else [family]
    person.aliases += [printed] if printed != usual else []
    person.wikidata = entry.id if entry else ""
    return person


def _add_foreign_ministers(build: Build, ministers: list[wikidata_people.Entry]) -> None:
    for entry in sorted((e for e in ministers if len(e.start) == 10), key=lambda e: e.start, reverse=True):
        known = wikidata_people.holder(entry, build.people.values())
        person = known or Person(slug(entry.name), entry.name, entry.country, wikidata=entry.id)
        tenure = Tenure(
            entry.country,
            "foreignMinister",
            entry.start.removesuffix("-01-01"),
            entry.last_seen[:7],
            person.id,
            source="wikidata",
        )
        if build.add(tenure):
            build.people.setdefault(person.id, person)


def _person_row(person: Person) -> Row:
    return {
        "id": person.id,
        "name": person.name,
        "family": "|".join(person.families),
        "country": person.country,
        "gender": person.gender,
        "wikidata": person.wikidata,
        "aliases": "|".join(person.aliases),
    }


def _tenure_row(tenure: Tenure) -> Row:
    return {
        "person": tenure.person,
        "office": tenure.office,
        "of": tenure.of,
        "start": tenure.start,
        "end": tenure.end,
        "acting": str(int(tenure.acting)),
        "source": tenure.source,
    }


def main() -> None:
    """Write both tables; what was left out goes to standard error."""
    built = build(source_folder(__doc__ or ""))
    people = sorted(built.people.values(), key=lambda person: person.id)
    write_table("people", PEOPLE, map(_person_row, people), SOURCE, LICENCE)
    write_table("tenures", TENURES, map(_tenure_row, sorted(built.tenures)), SOURCE, LICENCE)
    print(*built.left_out, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    main()
