"""The words of a pack as a look-up: surface → classes with values → one private character per set of classes.

A token can be several things at once ("second": ordinal and unit). Each set of classes that occurs is one
character, so that a sentence becomes a short string and a rule a regular expression over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import ahocorasick_rs

from summitry.extract.time.pack import DatesPack, Value

EVENT = "event"
OTHER = "."
BREAK = "¶"

Values = Mapping[str, Value]
_NO_VALUES: Values = {}
# What the tokeniser can read as one token; any other name is a phrase.
_ONE_TOKEN = re.compile(r"[^\W_]+|[^\W\d_]+(?:['-][^\W\d_]+){1,3}")
_FIRST_YEAR, _LAST_YEAR = 1800, 2150


class Lexicon:
    """Words, phrases and numbers of one pack. `literals` are the plain words that its patterns name."""

    def __init__(self, pack: DatesPack, literals: Iterable[str], extra: Mapping[str, Mapping[str, Value]]) -> None:
        words = {**pack.words}
        for cls, entries in extra.items():
            words[cls] = {**entries, **words.get(cls, {})}
        self._case = pack.case
        self._literals = frozenset(literals)
        self._ordinal = re.compile(pack.ordinal)
        self._clock = re.compile(pack.clock) if pack.clock else None
        self._entries = _by_surface(words)
        self._codes: dict[frozenset[str], str] = {}
        self._number_codes()
        for surface in [*self._entries, *self._literals]:
            for form in (surface, surface.capitalize()):
                self._encode(self.values(form, form.lower()), surface)
        self.known = {
            surface: (self._reading(surface), self._reading(surface.capitalize()))
            for surface in [*self._entries, *self._literals]
        }
        """Code and values of every word of the pack: as written small, and with a capital."""
        dates = {cls: surfaces for cls, surfaces in words.items() if cls != EVENT}
        self._triggers = [*_triggers(dates, pack.triggers), *pack.openings]
        self._counting = [self._counts_events(word) for word in self._triggers]
        self._automaton = _automaton(self._triggers)
        # Names of events are looked for only where something is counted: "United Nations" alone is no date.
        self._events = _automaton(sorted(words.get(EVENT, {})))

    def hits(self, folded: str) -> Iterator[tuple[int, int, bool]]:
        """Start and end of every date word, and whether the name of a known event may stand near it."""
        for index, start, end in self._automaton.find_matches_as_indexes(folded):
            yield start, end, self._counting[index]

    def events(self, folded: str) -> Iterator[tuple[int, int]]:
        """Start and end of every name of a known event."""
        if self._events is not None:
            for _, start, end in self._events.find_matches_as_indexes(folded):
                yield start, end

    def get(self, folded: str, first: str) -> tuple[str, Values] | None:
        """Code and values of a known word or a number; `first` is its first letter as printed. None: unknown."""
        known = self.known.get(folded)
        if known is not None:
            return known[first.isupper()]
        if folded.isalnum() and folded[0].isdigit():
            values = self._number(folded)
            return self.code(values, folded), values
        return None

    def values(self, surface: str, folded: str) -> Values:
        """Classes of a token with their values; empty for a word that means nothing here."""
        entry = self._entries.get(folded)
        if entry is not None:
            return entry if not self._case else {c: v for c, v in entry.items() if self._case_fits(c, surface)}
        if folded[0].isdigit():
            return self._number(folded)
        return _NO_VALUES

    def code(self, values: Values, folded: str) -> str:
        """The character for a token; OTHER for a set of classes that no word of the pack has."""
        if not values and folded not in self._literals:
            return OTHER
        return self._codes.get(self._signature(values, folded), OTHER)

    def codes_of(self, name: str) -> str:
        """All characters whose set contains a class (`month`) or a plain word (`=de`), as one string."""
        return "".join(code for signature, code in self._codes.items() if name in signature)

    def _counts_events(self, word: str) -> bool:
        entry = self._entries.get(word, _NO_VALUES)
        return "anniversary" in entry or "jubilee" in entry or entry.get("unit") == "year"

    def _reading(self, form: str) -> tuple[str, Values]:
        folded = form.lower()
        values = self.values(form, folded)
        return self.code(values, folded), values

    def _encode(self, values: Values, folded: str) -> None:
        signature = self._signature(values, folded)
        if signature and signature not in self._codes:
            self._codes[signature] = chr(0xE000 + len(self._codes))

    def _signature(self, values: Values, folded: str) -> frozenset[str]:
        names = set(values)
        if folded in self._literals:
            names.add("=" + folded)
        return frozenset(names)

    def _case_fits(self, cls: str, surface: str) -> bool:
        wanted = self._case.get(cls)
        if wanted is None:
            return True
        return surface[0].isupper() == (wanted == "capital")

    def _number(self, folded: str) -> Values:
        if folded.isdigit():
            return _integer(folded) if len(folded) <= 6 and folded.isascii() else _NO_VALUES
        if matched := self._ordinal.fullmatch(folded):
            number = int(matched[1])
            return {"ordinal": number, "day": number} if 1 <= number <= 31 else {"ordinal": number}
        if self._clock and self._clock.fullmatch(folded):
            return {"clock": folded}
        return _NO_VALUES

    def _number_codes(self) -> None:
        """Give a character to every set of classes that numbers can have."""
        for digits in ("00", *map(str, range(2200))):
            self._encode(_integer(digits), digits)
        for values in ({"ordinal": 1, "day": 1}, {"ordinal": 40}, {"clock": ""}, {"date": ""}):
            self._encode(values, "")


def _automaton(words: list[str]) -> Any:
    """An automaton over the words, None for none; the longest of those that begin at one place is found."""
    if not words:
        return None
    return ahocorasick_rs.AhoCorasick(
        words,
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.ContiguousNFA,
    )


def _integer(digits: str) -> Values:
    value = int(digits)
    values: dict[str, Value] = {"number": value}
    if 1 <= value <= 31 and len(digits) <= 2:
        values["day"] = value
    if 0 <= value <= 24 and len(digits) <= 2:
        values["hour"] = value
    if 0 <= value <= 59 and len(digits) == 2:
        values["minute"] = value
    if _FIRST_YEAR <= value <= _LAST_YEAR and len(digits) == 4:
        values["year"] = value
        if value % 50:
            values["odd_year"] = value
    return values


def is_phrase(surface: str) -> bool:
    """True for a name that is more than one token ("day before yesterday")."""
    return _ONE_TOKEN.fullmatch(surface) is None


def _by_surface(words: Mapping[str, Mapping[str, Value]]) -> dict[str, dict[str, Value]]:
    entries: dict[str, dict[str, Value]] = {}
    for cls, surfaces in words.items():
        for surface, value in surfaces.items():
            entries.setdefault(surface, {})[cls] = value
    return entries


def _triggers(words: Mapping[str, Mapping[str, Value]], classes: frozenset[str]) -> list[str]:
    """Words of the trigger classes, every phrase of several words, and years in digits."""
    chosen = {s for cls, surfaces in words.items() for s in surfaces if cls in classes or is_phrase(s)}
    return sorted(chosen) + [str(year) for year in range(1900, _LAST_YEAR + 1)]
