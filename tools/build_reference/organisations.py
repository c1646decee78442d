"""Writes organisations.csv and memberships.csv: `python -m tools.build_reference.organisations --source DIR`.

Dated memberships are hand-written; for large bodies whose dates matter less the factbook's lists are taken undated.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from tools.build_reference.csv_files import Row, read_curated, source_folder, split, unique, write_table
from tools.build_reference.people import LICENCE, country_codes

ORGANISATIONS = (
    "id", "type", "wikidata", "founded", "dissolved", "name_en", "name_fr", "name_de", "name_es", "name_it",
    "aliases_en", "aliases_fr", "aliases_de", "aliases_es", "aliases_it", "format",
)  # fmt: skip
MEMBERSHIPS = ("member", "of", "role", "start", "end", "source")
ROLES = {"": "member", "observer": "observer", "partner": "partner", "associate": "associate", "suspended": "suspended"}
LABEL = re.compile(r"^(?P<label>[^()]+?)(?: \((?P<note>[^()]*)\))?$")


def organisations() -> list[Row]:
    """One row an organisation, ordered by slug. Raises ValueError when two share a form in one language."""
    rows = sorted(read_curated("organisations"), key=lambda row: row["id"])
    for lang in ("en", "fr", "de", "es", "it"):
        seen: dict[str, str] = {}
        for row in rows:
            for form in unique([row[f"name_{lang}"], *split(row[f"aliases_{lang}"])]):
                if seen.setdefault(form, row["id"]) != row["id"]:
                    raise ValueError(f"{form!r} ({lang}) names {seen[form]} and {row['id']}")
    return rows


def memberships(source: Path) -> list[Row]:
    """Hand-written memberships, then the factbook's, ordered by organisation, start and member."""
    known = {row["id"] for row in read_curated("organisations")} | {row["iso3"] for row in read_curated("states")}
    rows = _curated() + _factbook(source)
    strangers = sorted({name for row in rows for name in (row["of"], row["member"])} - known)
    if strangers:
        raise ValueError(f"memberships of unknown states or organisations: {strangers}")
    return sorted(rows, key=lambda row: (row["of"], row["start"], row["member"], row["role"]))


def _curated() -> list[Row]:
    return [
        {column: row[column] for column in ("of", "role", "start", "end")} | {"member": member, "source": "own"}
        for row in read_curated("memberships")
        for member in row["members"].split()
    ]


def _factbook(source: Path) -> list[Row]:
    labels = {row["label"]: row["organisation"] for row in read_curated("factbook_orgs")}
    corrected = {(row["state"], row["of"]) for row in read_curated("factbook_orgs_wrong")}
    codes = country_codes(source)
    rows = []
    for entry in json.loads((source / "countries_factbook.json").read_text(encoding="utf-8")):
        state = codes.get(entry["name"], "")
        for part in re.split(r", (?![^(]*\))", entry["orgs"]) if state else ():
            found = LABEL.match(part.strip())
            role = ROLES.get((found["note"] or "").split()[0] if found and found["note"] else "") if found else None
            organisation = labels.get(found["label"], "") if found else ""
            if role and organisation and (state, organisation) not in corrected:
                rows.append(_undated(state, organisation, role))
    return rows


def _undated(member: str, of: str, role: str) -> Row:
    return {"member": member, "of": of, "role": role, "start": "", "end": "", "source": "factbook"}


def write_organisations() -> None:
    """Write organisations.csv, which needs no source but the hand-written table."""
    write_table("organisations", ORGANISATIONS, organisations(), "curated/organisations.csv", LICENCE)


def main() -> None:
    """Write both tables."""
    rows = memberships(source_folder(__doc__ or ""))
    write_organisations()
    write_table("memberships", MEMBERSHIPS, rows, "curated/memberships.csv; The World Factbook, 2026-05", LICENCE)


if __name__ == "__main__":
    main()
