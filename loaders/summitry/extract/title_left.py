"""What stands before an office in a title: `the former French`, `Russia's new`, `U.N.`."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.title_portfolios import PortfolioReader
from summitry.extract.titles import MARKS, OWNERS, Row, Title, codes

_PEOPLES = OWNERS | {sym.DEM}
_BEFORE_OFFICE = frozenset(
    {"S", sym.WORD, sym.OFFICE, sym.OFFICES, "FORMER", "ACTING", "NEXTOFF", "COUNTERPART", "GOV"}
)
_MODIFIED = frozenset({"envoy", "minister"})
_PLACING = frozenset({"IN", "TO", "FROM", "OF", "AROUND", "DURING", "START"})


class LeftReader:
    """Takes in what stands before an office."""

    def __init__(self, regions: frozenset[str], portfolios: PortfolioReader) -> None:
        self._regions = regions
        self._portfolios = portfolios

    def read(self, row: Row, title: Title, floor: int) -> None:
        """Take in what stands before the office: `the former French`, `Russia's new`, `U.N.`."""
        first = self._portfolios.before(row, title, floor)
        states: list[str] = []
        while first > floor:
            step = self._region(row, title, first, floor) or self._step_left(row, title, first, floor, states)
            if not step:
                break
            first -= step
            if row[first].symbol in ("DET", "POSS", "THEIR"):
                break
        while first < title.first and (row[first].symbol in ("S", "AND") or row[first].text == "-"):
            first += 1
        title.first = first
        title.states = tuple(states)
        title.of = states[0] if states else None

    def _region(self, row: Row, title: Title, first: int, floor: int) -> int:
        """How many items a region of two words takes before `first`: `South American presidents`."""
        if not title.plural or first - 2 < floor:
            return 0
        found = f"{row[first - 2].text} {row[first - 1].text}" in self._regions
        title.region = title.region or found
        return 2 * found

    def _step_left(self, row: Row, title: Title, first: int, floor: int, states: list[str]) -> int:
        """How many items before `first` belong to the title: none or one, or two for words between."""
        item, after = row[first - 1], row[first].symbol
        if item.symbol in OWNERS or item.symbol == sym.DEM:
            before = row[first - 2].symbol if first > 1 else "START"
            return self._owner_left(title, item, (before, after), states)
        if self._marked(title, item) or item.symbol in ("ORD", "NUM", "DET") or item.text == "-":
            return 1
        if item.symbol == "S":
            return self._genitive(row, title, first, floor)
        if item.symbol == "GOV":
            return int(first - 1 > floor and row[first - 2].symbol in _PEOPLES)
        if item.symbol == "AND" or item.text == ",":
            return int(title.plural and bool(states) and self._listed(row, first, floor))
        return self._words_between(row, title, first, floor) if item.symbol in (sym.WORD, "ADV") and not states else 0

    def _listed(self, row: Row, first: int, floor: int) -> bool:
        """`the French, British and German ministers`, `Egypt, Turkey presidents`: another state before `and` or `,`."""
        if first - 1 <= floor:
            return False
        before = row[first - 2].symbol
        if row[first - 1].symbol == "AND":
            return before in (sym.DEM, sym.STATE)
        return before == sym.DEM or (before == sym.STATE and first == 2)

    def _marked(self, title: Title, item: Item) -> bool:
        """Note what a word before the office says about it: its time, its region, that it points back."""
        if title.plural and item.text in self._regions:
            title.region = True
        elif item.symbol in ("POSS", "THEIR"):
            title.possessive = True
        elif item.symbol in MARKS:
            setattr(title, MARKS[item.symbol], True)
        else:
            return False
        return True

    def _owner_left(self, title: Title, item: Item, around: tuple[str, str], states: list[str]) -> int:
        before, after = around
        heading = title.plural and bool(states) and item.symbol == sym.STATE and before == "START"
        if item.symbol in (sym.STATE, sym.METO) and after not in _BEFORE_OFFICE and not heading:
            return 0
        if item.symbol == sym.METO and after != "S" and item.has(sym.PLACE) and before in _PLACING:
            return 0
        title.of_item = title.of_item or item
        states[:0] = codes(item)[:1]
        return 1

    def _genitive(self, row: Row, title: Title, first: int, floor: int) -> int:
        """`Russia's`; `the country's` points back like a possessive."""
        owner = row[first - 2] if first - 1 > floor else None
        if owner is None:
            return 0
        if owner.symbol in (sym.WORD, "GOV"):
            title.possessive = True
            return 2
        return int(owner.symbol in OWNERS)

    def _words_between(self, row: Row, title: Title, first: int, floor: int) -> int:
        """`Russia's new minister`, `U.S. climate envoy`: words between an owner and the office."""
        for words in (1, 2, 3):
            at = first - words - 1
            if at < floor:
                return 0
            if row[at].symbol == "S" and at > floor and row[at - 1].symbol in OWNERS:
                return words
            if title.level in _MODIFIED and row[at].symbol in (sym.STATE, sym.ORG) and _acronym(row[at]):
                return words
            if row[at].symbol not in (sym.WORD, "ADV") and row[at].text != "-":
                return 0
        return 0


def _acronym(item: Item) -> bool:
    """`UN`, `U.S.`: an owner that may stand before a compound."""
    return item.text.replace(".", "").isupper()
