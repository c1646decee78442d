"""A sentence as a row of annotations: every known form with its type, every other word by its shape."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from summitry.extract import symbols as sym
from summitry.extract.forms import Form, formed
from summitry.extract.gazetteer import Gazetteer
from summitry.extract.time import StatedTime

_QUOTES = re.compile(r"[«“„»”\"\n](?:(?<!\n)|(?<=\n)\s*\n)")
_SHORT_QUOTE = 60
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = frozenset('«»“”„"*_')
"""Quotation marks around names and catchwords say nothing about who does what."""
_QUOTE = formed(sym.QUOTE)
_START = attrgetter("start")


class Item:
    """One annotated stretch of a sentence. `symbol` and `value` are the chosen reading of its form.

    What the form says by itself (`entries`, `kinds`, `settled`, `opens`: see Form) is copied here, because rules ask
    every word for it.
    """

    __slots__ = ("end", "entries", "kinds", "opens", "settled", "start", "symbol", "text", "value")

    def __init__(self, form: Form, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.symbol = form.symbol
        self.value = form.value
        self.entries = form.entries
        self.kinds = form.kinds
        self.settled = form.settled
        self.opens = form.opens

    def become(self, form: Form) -> None:
        """Take on another form: what a word turns out to be by the words around it."""
        self.symbol, self.value, self.entries = form.symbol, form.value, form.entries
        self.kinds, self.settled, self.opens = form.kinds, form.settled, form.opens

    def other(self, symbol: str) -> object:
        """The value of another reading of the form, or None."""
        for entry in self.entries:
            if entry.symbol == symbol:
                return entry.value
        return None

    def has(self, symbol: str) -> bool:
        """Whether the form can be read as that type."""
        return symbol in self.kinds

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

    def __init__(self, gazetteer: Gazetteer, token: re.Pattern[str], speakers: frozenset[str]) -> None:
        """`speakers` are the words by which somebody speaks of himself and of whom he speaks to."""
        self._gazetteer = gazetteer
        self._tokens = token.finditer
        self._speakers = speakers

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
            rows.append(self._row(text, start, end, fixed[first:last]))
        return rows

    def _fixed(self, text: str, folded: str, times: Sequence[StatedTime]) -> list[Item]:
        """Items known before tokens are read: direct speech, stated times, phrases; earlier kinds win."""
        items = [Item(_QUOTE, start, end, "") for start, end in long_quotes(text) if self._is_speech(text, start, end)]
        hits = self._gazetteer.phrases_in(text, folded)
        phrases = [Item(hit.form, hit.start, hit.end, text[hit.start : hit.end]) for hit in hits]
        phrases = [p for p in phrases if not (p.symbol == sym.DEM and p.text[-1] == "-") or self._of_two(text, p)]
        items = _with(items, [p for p in phrases if p.symbol == sym.ORG])
        items = _with(items, [Item(formed(sym.TIME, t), t.start, t.end, t.quote) for t in times])
        return _with(items, phrases)

    def _of_two(self, text: str, first: Item) -> bool:
        """`Sino-Russian`, but not `Sino-African`: the short form of a state before the adjective of another one."""
        behind = _WORD.match(text, first.end)
        return behind is not None and sym.DEM in self._gazetteer.form(behind.group()).kinds

    def _is_speech(self, text: str, start: int, end: int) -> bool:
        """Whether somebody speaks of himself; a statement in the third person tells what happened as a report does."""
        words = (match.group() for match in _WORD.finditer(text, start, end))
        return any(word.lower() in self._speakers and not (len(word) > 1 and word.isupper()) for word in words)

    def _row(self, text: str, start: int, end: int, fixed: Sequence[Item]) -> list[Item]:
        row: list[Item] = []
        position = start
        for item in fixed:
            if item.start < position:
                continue
            if position < item.start:
                self._words(text, position, item.start, row)
            row.append(item)
            position = item.end
        if position < end:
            self._words(text, position, end, row)
        return row

    def _words(self, text: str, start: int, end: int, row: list[Item]) -> None:
        """Add the words of a stretch to a row. This runs for every word, so that it calls next to nothing."""
        known, form_of = self._gazetteer.known, self._gazetteer.form
        add = row.append
        for match in self._tokens(text, start, end):
            word = match.group()
            if word[0] not in _MARKS:
                add(Item(known.get(word) or form_of(word), match.start(), match.end(), word))


def _with(items: list[Item], more: list[Item]) -> list[Item]:
    """Both lists in order, where later ones give way to what they overlap."""
    if not items:
        return more
    merged: list[Item] = []
    position = 0
    for item in more:
        while position < len(items) and items[position].end <= item.start:
            merged.append(items[position])
            position += 1
        if position == len(items) or items[position].start >= item.end:
            merged.append(item)
    merged.extend(items[position:])
    merged.sort(key=_START)
    return merged
