"""Writes places.csv: `python -m tools.build_reference.places --source DIR`."""

from __future__ import annotations

from pathlib import Path

from tools.build_reference.csv_files import Row, read_curated, source_folder, write_table
from tools.build_reference.factbook import Country, read_countries
from tools.build_reference.place_names import capital_names, city_names

COLUMNS = (
    *("id", "country", "kind", "latitude", "longitude", "wikidata"),
    *("name_en", "name_fr", "name_de", "name_es", "name_it", "aliases", "risky", "within"),
)
SOURCE = "curated/capitals.csv and cities_*.csv; capitals' coordinates from The World Factbook"


def build(source: Path) -> list[Row]:
    """One row a place, in order of country and id."""
    countries = read_countries(source)
    factbook_names = {row["iso3"]: (row["factbook_name"], row["name"]) for row in read_curated("states")}
    capitals = [_placed(row, factbook_names[row["country"]], countries) for row in capital_names()]
    return sorted([*capitals, *city_names()], key=lambda row: (row["country"], row["id"]))


def _placed(row: Row, names: tuple[str, ...], countries: dict[str, Country]) -> Row:
    """The row with the factbook's coordinates where it has none of its own."""
    if row["latitude"]:
        return row
    country = next((countries[name] for name in names if name in countries), None)
    if country is None or country.coordinates is None:
        return row
    latitude, longitude = country.coordinates
    return {**row, "latitude": f"{latitude:g}", "longitude": f"{longitude:g}"}


def main() -> None:
    """Build from the command line."""
    write_table("places", COLUMNS, build(source_folder(__doc__ or "")), SOURCE, "CC0-1.0")


if __name__ == "__main__":
    main()
