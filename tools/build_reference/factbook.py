"""What the build takes from the shared files: FIPS codes, capitals' coordinates, UN membership, Wikidata ids."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tools.build_reference.csv_files import read_rows

_ANGLE = re.compile(r"(\d{1,3}) (\d{1,2}) ?([NSEW])")


@dataclass(frozen=True)
class Country:
    """One country of the factbook: `gec` is its FIPS 10-4 style code, `coordinates` those of its capital in degrees."""

    gec: str
    coordinates: tuple[float, float] | None
    un_member: bool


def read_countries(folder: Path) -> dict[str, Country]:
    """Factbook countries by their short English name."""
    entries = json.loads((folder / "countries_factbook.json").read_text(encoding="utf-8"))
    return {
        entry["name"]: Country(
            gec=entry["gec"],
            coordinates=parse_coordinates(entry["coords"]),
            un_member="UN" in re.split(r"[,:] ?", entry["orgs"]),
        )
        for entry in entries
        if entry["name"]
    }


def parse_coordinates(text: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees from `48 52 N, 2 20 E`, or None where the minutes make no sense."""
    angles = _ANGLE.findall(text)
    if len(angles) != 2 or any(int(minutes) > 59 for _, minutes, _ in angles):
        return None
    latitude, longitude = (
        (int(degrees) + int(minutes) / 60) * (-1 if side in "SW" else 1) for degrees, minutes, side in angles
    )
    return round(latitude, 2), round(longitude, 2)


def read_wikidata_ids(folder: Path) -> dict[str, str]:
    """Wikidata ids of countries by the English name that Wikidata gives them."""
    ids: dict[str, str] = {}
    for name in ("heads_wikidata.csv", "foreign_ministers_wikidata.csv"):
        for row in read_rows(folder / name):
            ids.setdefault(row["country_name"], row["country"])
    return ids
