"""Written forms with their readings, remembered: most words of an article have been read before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from summitry.extract import symbols as sym
from summitry.extract.packs import Entry

_MOST = 1 << 16
"""Forms kept; the words of a language follow Zipf's law, so that more would hardly be asked for."""
_LONGEST = 60
"""Longer forms are not kept: nobody writes them twice."""


@dataclass(frozen=True, slots=True)
class Form:
    """A written form: type and value of its first reading, all readings, and all types that it can have."""

    symbol: str
    value: Any
    entries: tuple[Entry, ...]
    kinds: frozenset[str]
    settled: bool
    """Whether it is one word to all rules of clauses, and never a place, an event or a verb."""
    opens: bool
    """Whether a mention can begin with it, besides titles."""


def formed(symbol: str, value: Any = None, entries: tuple[Entry, ...] = ()) -> Form:
    """A form with the type and value of its first reading."""
    kinds = frozenset((symbol, *(entry.symbol for entry in entries)))
    return Form(symbol, value, entries, kinds, kinds.isdisjoint(sym.UNSETTLED), not kinds.isdisjoint(sym.OPENING))


def known(entries: tuple[Entry, ...]) -> Form:
    """A form with readings, the first one most likely."""
    return formed(entries[0].symbol, entries[0].value, entries)


def _shape(word: str) -> str:
    """The type of a form that no table knows."""
    first = word[0]
    if first.isalpha():
        return sym.CAPITAL if first.isupper() or first.istitle() else sym.WORD
    return sym.NUMBER if first.isdigit() else word if len(word) == 1 else sym.MARK


class Forms:
    """Forms by how they are written. Threads may share it: entries are only added, and dropped all at once."""

    def __init__(self) -> None:
        self._known: dict[str, Form | None] = {}

    @property
    def read(self) -> Mapping[str, Form | None]:
        """The forms read so far: looked into directly by what asks for every word."""
        return self._known

    def get(self, written: str, read: Callable[[str], tuple[Entry, ...]]) -> Form:
        """The form of one word; `read` gives the readings of one that was not asked for before."""
        form = self._known.get(written)
        if form is None:
            entries = read(written)
            form = known(entries) if entries else formed(_shape(written))
            self._keep(written, form)
        return form

    def phrase(
        self, written: str, read: Callable[[tuple[Entry, ...], str], tuple[Entry, ...]], entries: tuple[Entry, ...]
    ) -> Form | None:
        """The form of a phrase with some readings, of which `read` keeps those that may be written so, or None."""
        try:
            return self._known[written]
        except KeyError:
            fitting = read(entries, written)
            form = known(fitting) if fitting else None
            self._keep(written, form)
            return form

    def _keep(self, written: str, form: Form | None) -> None:
        if len(written) > _LONGEST:
            return
        if len(self._known) >= _MOST:
            self._known = {}
        self._known[written] = form
