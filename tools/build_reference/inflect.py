"""Inflected forms of demonyms from a base form and the endings in curated/inflections.csv.

A cell holds terms separated by `|`. A term is a base form (`français`), a list of forms that stand as written
(`turc/turque/turcs/turques`), or an invariable word (`swazi!`).
English adjectives have no rules: each term stands as written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tools.build_reference.csv_files import read_curated, split, unique


@dataclass(frozen=True)
class Endings:
    """Endings of one language and part of speech, longest first: ending → the endings that replace it."""

    rules: tuple[tuple[str, tuple[str, ...]], ...]
    label: str

    def forms(self, cell: str) -> list[str]:
        """Every form of every term of the cell; LookupError for a term that no rule covers."""
        return unique(form for term in split(cell) for form in self._expand(term))

    def _expand(self, term: str) -> Iterable[str]:
        if term.endswith("!"):
            return [term[:-1]]
        if "/" in term or not self.rules:
            return term.split("/")
        for ending, replacements in self.rules:
            if term.endswith(ending):
                return [term.removesuffix(ending) + replacement for replacement in replacements]
        raise LookupError(f"{self.label}: no rule for the ending of {term!r}")


def load_endings(lang: str, part: str) -> Endings:
    """The rules of one language for `adj` or `noun`."""
    rows = [row for row in read_curated("inflections") if (row["lang"], row["part"]) == (lang, part)]
    rules = sorted(((row["ending"], tuple(row["forms"].split("|"))) for row in rows), key=lambda rule: -len(rule[0]))
    return Endings(tuple(rules), f"{lang} {part}")
