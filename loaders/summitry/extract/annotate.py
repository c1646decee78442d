"""A sentence as a row of annotations: every known form with its type, every other word by its shape."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from summitry.extract import symbols as sym
from summitry.extract.gazetteer import Gazetteer, Hit
from summitry.extract.packs import Entry
from summitry.extract.time import StatedTime

_QUOTES = re.compile(r"[«“„]|[»”]|\"|\n\s*\n")
_SHORT_QUOTE = 60
_MARKS = frozenset('«»“”„"*_')
"""Quotation marks around names and catchwords say nothing about who does what."""


class Item:
    """One annotated stretch of a sentence. `entries` are all its readings, `symbol` and `value` the chosen one."""

    __slots__ = ("end", "entries", "start", "symbol", "text", "value")

    def __init__(
        self, symbol: str, start: int, end: int, text: str, value: object = None, entries: tuple[Entry, ...] = ()
    ) -> None:
        self.symbol = symbol
        self.start = start
        self.end = end
        self.text = text
        self.value = value
        self.entries = entries

    def other(self, symbol: str) -> object:
        """The value of another reading of the form, or None."""
        return next((e.value for e in self.entries if e.symbol == symbol), None)

    def has(self, symbol: str) -> bool:
        """Whether the form can be read as that type."""
        if self.symbol == symbol:
            return True
        for entry in self.entries:  # noqa: SIM110 - a generator costs three times as much, and this runs for every word
            if entry.symbol == symbol:
                return True
        return False

    def choose(self, symbol: str) -> None:
        """Settle on one of the readings."""
        for entry in self.entries:
            if entry.symbol == symbol:
                self.symbol, self.value = symbol, entry.value
                return

    def __repr__(self) -> str:
        return f"{self.symbol}:{self.text}"


def long_quotes(text: str) -> list[tuple[int, int]]:
    """Spans of direct speech longer than a name or catchword; a paragraph's end closes what was left open."""
    spans, opened = [], -1
    for match in _QUOTES.finditer(text):
        mark = match.group()
        if mark in "«“„" or (mark == '"' and opened < 0):
            opened = match.start() if opened < 0 else opened
        elif opened >= 0:
            if mark in '»”"' and match.end() - opened > _SHORT_QUOTE:
                spans.append((opened, match.end()))
            opened = -1
    return spans


class Annotator:
    """Turns spans of a text into rows of items."""

    def __init__(self, gazetteer: Gazetteer, token: re.Pattern[str]) -> None:
        self._gazetteer = gazetteer
        self._token = token

    def rows(
        self, text: str, folded: str, sentences: Iterable[tuple[int, int]], times: Sequence[StatedTime]
    ) -> list[list[Item]]:
        """One row of items a sentence; direct speech becomes one QUOTE item."""
        fixed = self._fixed(text, folded, times)
        starts = [item.start for item in fixed]
        rows = []
        for start, end in sentences:
            first = bisect_left(starts, start)
            last = bisect_left(starts, end, first)
            rows.append(self._row(text, folded, start, end, fixed[first:last]))
        return rows

    def _fixed(self, text: str, folded: str, times: Sequence[StatedTime]) -> list[Item]:
        """Items known before tokens are read: direct speech, stated times, phrases; earlier kinds win."""
        items = [Item(sym.QUOTE, start, end, "") for start, end in long_quotes(text)]
        phrases = [_item(text, hit) for hit in self._gazetteer.phrases_in(text, folded)]
        items = _with(items, [p for p in phrases if p.symbol == sym.ORG])
        items = _with(items, [Item(sym.TIME, t.start, t.end, t.quote, t) for t in times])
        return _with(items, phrases)

    def _row(self, text: str, folded: str, start: int, end: int, fixed: Sequence[Item]) -> list[Item]:
        row: list[Item] = []
        position = start
        for item in fixed:
            if item.start < position:
                continue
            self._tokens(text, folded, position, item.start, row)
            row.append(item)
            position = item.end
        self._tokens(text, folded, position, end, row)
        return row

    def _tokens(self, text: str, folded: str, start: int, end: int, row: list[Item]) -> None:
        if start >= end:
            return
        words = self._gazetteer.words
        for match in self._token.finditer(text, start, end):
            first, last = match.span()
            if text[first] in _MARKS:
                continue
            key = folded[first:last]
            entries = self._gazetteer.word(key, match.group()) if key in words else ()
            if entries:
                row.append(Item(entries[0].symbol, first, last, match.group(), entries[0].value, entries))
            else:
                row.append(Item(_shape(match.group()), first, last, match.group()))


def _shape(word: str) -> str:
    first = word[0]
    if first.isalpha():
        return sym.CAPITAL if first.isupper() or first.istitle() else sym.WORD
    return sym.NUMBER if first.isdigit() else word if len(word) == 1 else sym.MARK


def _item(text: str, hit: Hit) -> Item:
    first = hit.entries[0]
    return Item(first.symbol, hit.start, hit.end, text[hit.start : hit.end], first.value, hit.entries)


def _with(items: list[Item], more: list[Item]) -> list[Item]:
    """Both lists in order, where later ones give way to what they overlap."""
    taken = items
    merged: list[Item] = []
    position = 0
    for item in more:
        while position < len(taken) and taken[position].end <= item.start:
            merged.append(taken[position])
            position += 1
        if position == len(taken) or taken[position].start >= item.end:
            merged.append(item)
    merged.extend(taken[position:])
    merged.sort(key=lambda i: i.start)
    return merged
