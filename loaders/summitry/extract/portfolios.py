"""Portfolios of ministers: what a word for a minister is followed or preceded by (`Minister of Trade and Industry`).

The data are `lang/<code>/portfolios.yaml`: `heads` are words for whoever has a portfolio, `links` lead to it, `charges`
may stand before a link (`chargé de`), `joins` lead to a further one, `words` give the office of each portfolio and
`unsaid` those that name no office of their own; `main` are offices that a holder of several is told to hold beside the
first; `ahead` says that portfolios stand before their word too (`Trade and Industry Minister`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summitry.claims import ReferenceDataError
from summitry.extract.text import fold, unaccented
from summitry.extract.yaml_file import read_yaml

_LISTS = ("heads", "charges", "links", "joins", "main", "unsaid")
_SECTIONS = frozenset({*_LISTS, "ahead", "words"})
_LONGEST = 90
"""How many signs portfolios before a title may take."""
_OTHER = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}"
"""A portfolio that no list knows, beside one that a list knows: `Foreign and Caribbean Affairs Minister`."""

_UNKNOWN = r"[A-Z][\w'-]*(?: [a-z][\w'-]*){0,2}?"
"""One behind a link: `et de la Population`."""


@dataclass(frozen=True, slots=True)
class Portfolios:
    """The portfolios of one language."""

    heads: frozenset[str]
    main: frozenset[str]
    offices: Mapping[str, str]
    """The key of each portfolio, folded and without accents; the empty text where it names no office."""
    after: re.Pattern[str] | None = None
    """Portfolios behind a word for a minister."""
    more: re.Pattern[str] | None = None
    """Further portfolios behind an office that has one."""
    ahead: re.Pattern[str] | None = None
    """Portfolios up to the word for a minister."""
    joined: re.Pattern[str] | None = None
    """Portfolios joined with that of the word behind them."""
    part: re.Pattern[str] | None = None

    def behind(self, text: str, at: int, *, bare: bool) -> tuple[int, tuple[str, ...]] | None:
        """Where the portfolios behind a title end, and their offices; `bare` titles have none yet."""
        pattern = self.after if bare else self.more
        found = pattern.match(text, at) if pattern else None
        return (found.end(), self._keys(found.group())) if found else None

    def before(self, text: str, floor: int, at: int, *, bare: bool) -> tuple[int, tuple[str, ...]] | None:
        """Where the portfolios before a title begin, and their offices."""
        pattern = self.ahead if bare else self.joined
        found = pattern.search(text, max(floor, at - _LONGEST), at) if pattern else None
        return (found.start(), self._keys(found.group())) if found else None

    def _keys(self, phrase: str) -> tuple[str, ...]:
        """The offices that a phrase of portfolios names; after the first only main ones."""
        parts = self.part.findall(phrase) if self.part else []
        keys = [key for part in parts if (key := self.offices[plain(part).lower()])]
        return tuple(dict.fromkeys(k for n, k in enumerate(keys) if not n or {k, keys[0]} <= self.main))


NONE = Portfolios(frozenset(), frozenset(), {})


def load_portfolios(path: Path, offices: Collection[str]) -> Portfolios:
    """The portfolios of a language, none without a file; ReferenceDataError when the file breaks its schema."""
    if not path.exists():
        return NONE
    data = read_yaml(path)
    if sorted(data) != sorted(_SECTIONS):
        raise ReferenceDataError(str(path), f"has sections {sorted(data)}", f"use {sorted(_SECTIONS)}")
    if wrong := {*data["words"], *data["main"]} - set(offices):
        raise ReferenceDataError(str(path), f"unknown offices {sorted(wrong)}", "use the keys of offices.csv")
    return _compiled(data, _offices(path, data))


def plain(text: str) -> str:
    """The text as portfolios are looked up in it: without accents, with plain apostrophes, one code point for one."""
    return unaccented(text.replace("’", "'").replace("\n", " ").replace("\u00a0", " "))


def _offices(path: Path, data: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, words in [*data["words"].items(), ("", data["unsaid"])]:
        for word in words:
            if plain(word).lower() in found:
                raise ReferenceDataError(str(path), f"{word!r} is listed twice", "give each portfolio one office")
            found[plain(word).lower()] = key
    return found


def _compiled(data: Mapping[str, Any], offices: Mapping[str, str]) -> Portfolios:
    """The patterns: links may be left out behind `and` where portfolios may stand ahead."""
    heads, optional = _choice(data["heads"]), "?" if data["ahead"] else ""
    name = rf"(?:{_choice(offices)})(?!\w)(?! (?:{heads})(?!\w))"
    link = rf"(?:(?:{_choice(data['charges'])}) )?(?:{_choice(data['links'])})(?:(?<=')| )"
    join = rf" ?(?:{_choice(data['joins'])}) "
    known = rf"{join}(?:{link}){optional}{name}"
    more = rf"(?:{known}|{join}{link}(?-i:{_UNKNOWN})(?={known}|, (?-i:[A-Z])))"
    listed = rf"(?<!\w)(?i:{_choice(offices)})(?:, (?i:{_choice(offices)}))*"
    both = rf",? (?:{_choice(j for j in data['joins'] if ',' not in j)})"
    around = {
        "after": rf"(?i: {link}{name}(?:{more})*)",
        "more": rf"(?i:(?:{more})+)",
        "part": rf"(?i:(?<!\w)(?:{_choice(offices)})(?!\w))",
    }
    if data["ahead"]:
        around["ahead"] = rf"{listed}(?:(?i:{both}) (?:(?i:{_choice(offices)})|{_OTHER}))? $"
        around["joined"] = rf"{listed}(?i:{both}) $"
    found = {key: re.compile(pattern) for key, pattern in around.items()}
    return Portfolios(frozenset(map(fold, data["heads"])), frozenset(data["main"]), offices, **found)


def _choice(words: Iterable[str]) -> str:
    """Any of some words, the longest first."""
    return "|".join(re.escape(plain(word)) for word in sorted(words, key=lambda w: (-len(w), w)))
