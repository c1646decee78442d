"""Writes state_names.csv: `python -m tools.build_reference.state_names`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from babel import Locale

from tools.build_reference.csv_files import Row, read_curated, split, unique, write_table
from tools.build_reference.inflect import load_endings
from tools.build_reference.place_names import capital_names
from tools.build_reference.states import alpha_2

LANGUAGES = ("de", "en", "es", "fr", "it")
COLUMNS = (
    *("iso3", "lang", "name", "article", "prep_in", "aliases"),
    *("demonym_adj", "demonym_noun", "metonyms", "risky"),
)
SOURCE = "curated/state_names_*.csv and capitals.csv; names without correction from Unicode CLDR through Babel"
LICENCE = "CC0-1.0; names from CLDR: Unicode-3.0"


@dataclass(frozen=True)
class _Language:
    """What the rows of one language need."""

    code: str
    territories: dict[str, str]
    classes: dict[str, Row]
    adjectives: Callable[[str], list[str]]
    nouns: Callable[[str], list[str]]
    capitals: dict[str, Row]
    taken: set[str] = field(default_factory=set)


def build() -> list[Row]:
    """One row a state and language, in order of language and ISO code."""
    return [row for code in LANGUAGES for row in _rows(code)]


def _rows(code: str) -> list[Row]:
    curated = sorted(read_curated(f"state_names_{code}"), key=lambda row: row["iso3"])
    lang = _language(code)
    names = {row["iso3"]: row["name"] or lang.territories[alpha_2(row["iso3"])].replace("’", "'") for row in curated}
    lang.taken.update(names.values())
    return [_row(row, names[row["iso3"]], lang) for row in curated]


def _language(code: str) -> _Language:
    return _Language(
        code=code,
        territories=dict(Locale(code).territories),
        classes={row["class"]: row for row in read_curated("name_classes") if row["lang"] == code},
        adjectives=load_endings(code, "adj").forms,
        nouns=load_endings(code, "noun").forms,
        capitals={row["country"]: row for row in capital_names()},
    )


def _row(row: Row, name: str, lang: _Language) -> Row:
    adjectives = lang.adjectives(row["adj"])
    kind = lang.classes[row["class"]]
    return {
        "iso3": row["iso3"],
        "lang": lang.code,
        "name": name,
        "article": kind["article"],
        "prep_in": kind["prep_in"],
        "aliases": "|".join(alias for alias in _aliases(row, name) if alias != name),
        "demonym_adj": "|".join(adjectives),
        "demonym_noun": "|".join(_nouns(row, adjectives, lang)),
        "metonyms": "|".join(_metonyms(row, lang)),
        "risky": row["risky"],
    }


def _aliases(row: Row, name: str) -> list[str]:
    """Aliases as given; in German also genitives of names without article (a final `!` keeps an alias from one)."""
    aliases = split(row["aliases"])
    if row["class"] == "de":
        words = [name, *(alias for alias in aliases if " " not in alias)]
        aliases += [f"{word}s" for word in words if word[-1].islower() and word[-1] not in "sxzß"]
    return unique(alias.removesuffix("!") for alias in aliases)


def _nouns(row: Row, adjectives: list[str], lang: _Language) -> list[str]:
    """Nouns as given; else the adjective (capitalised in French, with a plural in English)."""
    if lang.code == "de":
        return lang.nouns(row["noun"])
    if lang.code == "en":
        return lang.nouns("|".join(adjectives)) if not row["noun"] else row["noun"].split("/")
    nouns = lang.adjectives(row["noun"]) if row["noun"] else adjectives
    return [noun[0].upper() + noun[1:] for noun in nouns] if lang.code == "fr" else nouns


def _metonyms(row: Row, lang: _Language) -> list[str]:
    """Seats of power, and the capital unless a state bears its name, it is risky or `-Name` keeps it out."""
    listed = split(row["metonyms"])
    capital = lang.capitals.get(row["iso3"])
    own = capital[f"name_{lang.code}"] if capital and lang.code not in split(capital["risky"]) else ""
    if own in lang.taken or f"-{own}" in listed:
        own = ""
    return unique([own, *(metonym for metonym in listed if not metonym.startswith("-"))])


def main() -> None:
    """Build from the command line."""
    write_table("state_names", COLUMNS, build(), SOURCE, LICENCE)


if __name__ == "__main__":
    main()
