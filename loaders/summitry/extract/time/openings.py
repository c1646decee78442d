"""With which tokens a pattern can begin: most tokens begin no date, and most of the others only a few rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summitry.extract.time.patterns import Item

Codes = Callable[[str], str]
"""Gives the characters of a class or plain word."""


def openings(items: Sequence[Item], codes_of: Codes) -> frozenset[str] | None:
    """The characters with which a match of a pattern can begin; None when that can be any."""
    reader = _Reader(items, codes_of)
    codes, empty = reader.alternatives()
    return None if empty or reader.any else frozenset(codes)


class _Reader:
    """Walks over the pieces of a pattern; each step returns the first characters, and whether there may be none."""

    def __init__(self, items: Sequence[Item], codes_of: Codes) -> None:
        self._items = items
        self._codes_of = codes_of
        self._at = 0
        self.any = False
        """Whether a piece stands for any token."""

    def alternatives(self) -> tuple[set[str], bool]:
        """`a | b | …` up to a closing bracket or the end."""
        codes, empty = self._sequence()
        while self._operator() == "|":
            self._at += 1
            more, skipped = self._sequence()
            codes, empty = codes | more, empty or skipped
        return codes, empty

    def _operator(self) -> str | None:
        return self._items[self._at].operator if self._at < len(self._items) else ")"

    def _sequence(self) -> tuple[set[str], bool]:
        codes: set[str] = set()
        empty = True
        while self._operator() not in ("|", ")", "}"):
            more, skipped = self._piece()
            if self._operator() == "?":
                self._at += 1
                skipped = True
            codes |= more if empty else set()
            empty = empty and skipped
        return codes, empty

    def _piece(self) -> tuple[set[str], bool]:
        item = self._items[self._at]
        self._at += 1
        if item.operator is None:
            return self._token(item), False
        codes, empty = self.alternatives()
        self._at += 1
        return (set(), True) if item.operator == "(?!" else (codes, empty)

    def _token(self, item: Item) -> set[str]:
        self.any = self.any or item.cls == "any"
        return set(self._codes_of(item.cls or "=" + item.words[0]))
