"""Finds the titles of one row after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from summitry.extract import symbols as sym
from summitry.extract.packs import OfficeWord
from summitry.extract.portfolios import Portfolios
from summitry.extract.title_left import LeftReader
from summitry.extract.title_portfolios import PortfolioReader
from summitry.extract.title_right import RightReader
from summitry.extract.titles import PLURAL, Row, Title

_HEADS = frozenset({sym.OFFICE, sym.OFFICES, "COUNTERPART", "SAME"})


class TitleReader:
    """Finds the titles of one row after another."""

    def __init__(
        self,
        text: str,
        offices: Mapping[str, OfficeWord],
        regions: frozenset[str],
        areas: frozenset[str],
        portfolios: Portfolios,
    ) -> None:
        held = PortfolioReader(text, portfolios)
        self._left = LeftReader(regions, held)
        self._right = RightReader(text, offices, areas, held)

    def read(self, row: Row) -> dict[int, Title]:
        """The titles of a row by their first item."""
        return {title.first: title for title in self._titles(row)}

    def _titles(self, row: Row) -> Iterator[Title]:
        last = 0
        before: Title | None = None
        for index in [at for at, item in enumerate(row) if item.symbol in _HEADS]:
            if index < last or _verb(row, index):
                continue
            title = self._title(row, index, last)
            last = title.last
            if before is not None and _compound(row, before, title):
                before.also.append(title)
                before.last = title.last
                before.of = before.of or (title.of if title.office != "chair" else None)
                continue
            if before is not None:
                yield before
            before = title
        if before is not None:
            yield before

    def _title(self, row: Row, index: int, floor: int) -> Title:
        item = row[index]
        if item.symbol == sym.OFFICE:
            word = cast(OfficeWord, item.value)
            title = Title(index, index + 1, word.key, word.level, post=word.of)
        elif item.symbol == sym.OFFICES:
            title = Title(index, index + 1, cast(str, item.value), PLURAL, plural=True)
        else:
            title = Title(index, index + 1, "counterpart", "relative")
        self._left.read(row, title, floor)
        self._right.read(row, title)
        title.of = title.of or title.post
        return title


def _verb(row: Row, index: int) -> bool:
    """Whether a word for an office is a participle here (`a envoyé`)."""
    if index == 0 or row[index - 1].symbol != "HAVE" or not row[index].has(sym.VERB):
        return False
    row[index].choose(sym.VERB)
    return True


def _compound(row: Row, before: Title, title: Title) -> bool:
    """`deputy prime minister and foreign minister`: two offices of one person."""
    chairs = title.office == "chair"  # `the Ghanaian president and chair of the bloc`
    twice = bool(title.states and before.states) or before.relative
    if before.plural or title.plural or title.relative or (twice and not chairs):
        return False
    if "envoy" in (before.level, title.level):
        return False
    glue = row[before.last : title.first]
    return len(glue) == 1 and glue[0].symbol == "AND" and row[title.first].symbol not in ("DET", "POSS", "THEIR")
