"""Names of places in the five languages, from the hand-written tables: the English one stands where none is given."""

from __future__ import annotations

from tools.build_reference.csv_files import Row, read_curated, slug, split, unique

TABLES = ("cities_europe", "cities_americas", "cities_africa_middle_east", "cities_asia_pacific")
_LANGUAGES = ("fr", "de", "es", "it")


def capital_names() -> list[Row]:
    """One row a capital of states.csv, in the columns of places.csv; coordinates only where curated."""
    curated = {row["country"]: row for row in read_curated("capitals")}
    states = [row for row in read_curated("states") if row["capital"]]
    return [_row({**curated.get(state["iso3"], {}), **_capital(state)}) for state in states]


def city_names() -> list[Row]:
    """One row a curated city, venue or region, in the columns of places.csv."""
    return [_row(row) for table in TABLES for row in read_curated(table)]


def _capital(state: Row) -> Row:
    return {"name": state["capital"], "country": state["iso3"], "kind": "capital"}


def _row(row: Row) -> Row:
    name, country = row["name"], row["country"]
    names = {f"name_{lang}": row.get(lang) or name for lang in _LANGUAGES}
    within = row.get("within", "")
    return {
        "id": f"{slug(name)}-{country}",
        "country": country,
        "kind": row["kind"],
        "latitude": row.get("latitude", ""),
        "longitude": row.get("longitude", ""),
        "wikidata": row.get("wikidata", ""),
        "name_en": name,
        **names,
        "aliases": "|".join(_aliases(row, {name, *names.values()})),
        "risky": row.get("risky", ""),
        "within": f"{slug(within)}-{country}" if within else "",
    }


def _aliases(row: Row, names: set[str]) -> list[str]:
    return unique(alias for alias in split(row.get("aliases", "")) if alias not in names)
