"""Writes states.csv: `python -m tools.build_reference.states --source DIR`."""

from __future__ import annotations

from pathlib import Path

import pycountry

from tools.build_reference.csv_files import Row, read_curated, slug, source_folder, write_table
from tools.build_reference.factbook import Country, read_countries, read_wikidata_ids

COLUMNS = ("iso3", "iso2", "gec", "name", "un_member", "wikidata", "capital")
SOURCE = "curated/states.csv; The World Factbook; Wikidata; ISO 3166-1 through pycountry (codes only)"

# User-assigned, so no list of ISO codes has it.
_KOSOVO = ("XKX", "XK")


def build(source: Path) -> list[Row]:
    """One row a state, in order of its ISO code."""
    countries = read_countries(source)
    wikidata = read_wikidata_ids(source)
    return [_row(state, countries, wikidata) for state in sorted(read_curated("states"), key=lambda row: row["iso3"])]


def _row(state: Row, countries: dict[str, Country], wikidata: dict[str, str]) -> Row:
    names = [name for name in (state["factbook_name"], state["name"]) if name]
    country = next((countries[name] for name in names if name in countries), None)
    identifier = state["wikidata"] or next((wikidata[name] for name in names if name in wikidata), "")
    return {
        "iso3": state["iso3"],
        "iso2": alpha_2(state["iso3"]),
        "gec": country.gec if country else "",
        "name": state["name"],
        "un_member": "1" if country and country.un_member else "0",
        "wikidata": identifier,
        "capital": f"{slug(state['capital'])}-{state['iso3']}" if state["capital"] else "",
    }


def alpha_2(iso3: str) -> str:
    """The two-letter code of a three-letter one; LookupError where ISO has none."""
    if iso3 == _KOSOVO[0]:
        return _KOSOVO[1]
    country = pycountry.countries.get(alpha_3=iso3)
    if country is None:
        raise LookupError(f"{iso3}: no such ISO 3166-1 code")
    return str(country.alpha_2)


def main() -> None:
    """Build from the command line."""
    rows = build(source_folder(__doc__ or ""))
    write_table("states", COLUMNS, rows, SOURCE, "CC0-1.0")


if __name__ == "__main__":
    main()
