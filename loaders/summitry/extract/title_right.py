"""What stands behind an office in a title: `français`, `de la Commission européenne`, `of Germany`, `for Yemen`."""

from __future__ import annotations

from collections.abc import Mapping

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.packs import OfficeWord
from summitry.extract.text import fold
from summitry.extract.title_portfolios import PortfolioReader
from summitry.extract.titles import MARKS, OWNERS, PLURAL, Row, Title, codes

_LONGEST_TAIL = 9
_LONGEST_AREA = 4
_PLACED = OWNERS | {sym.PLACE}
_FILLERS = frozenset({"DET", "OF", "POSS", "THEIR", "GOV", "POLITY", "BODY"})


class RightReader:
    """Takes in what stands behind an office."""

    def __init__(
        self, text: str, offices: Mapping[str, OfficeWord], areas: frozenset[str], portfolios: PortfolioReader
    ) -> None:
        self._text = text
        self._offices = offices
        self._areas = areas
        self._portfolios = portfolios

    def read(self, row: Row, title: Title) -> None:
        """Take in what stands behind the office: `français`, `de la Commission européenne`, `of Germany`."""
        states = list(title.states)
        last = self._adjectives(row, title, title.last, states)
        tail = self._tail(row, title, last)
        last = self._portfolios.behind(row, title, tail, told=tail > last)
        last = self._adjectives(row, title, last, states)
        title.last = last
        title.states = tuple(states)
        title.of = states[0] if states else None
        if last < len(row) and row[last].symbol in ("OF", "FROM") and (not states or not title.plural):
            self._of(row, title, states)
        if title.level == "envoy":
            self._errand(row, title)

    def _adjectives(self, row: Row, title: Title, last: int, states: list[str]) -> int:
        while last < len(row) and self._adjective(row, title, last, states):
            last += 1
        return last

    def _adjective(self, row: Row, title: Title, at: int, states: list[str]) -> bool:
        item = row[at]
        if item.symbol in (sym.DEM, sym.ORG) and item.text[:1].islower():
            if states and not title.plural and not title.relative:
                return False
            states.extend(codes(item)[:1])
            title.of_item = title.of_item or item
            return True
        if mark := MARKS.get(item.symbol):
            setattr(title, mark, True)
            return True
        following = row[at + 1] if at + 1 < len(row) else None
        if item.text == "-" and following is not None and following.symbol == "NEXTOFF":
            return True
        more = following is not None and following.symbol == sym.DEM and following.text[:1].islower()
        return bool(item.symbol in ("AND", ",") and title.plural and states and more)

    def _tail(self, row: Row, title: Title, last: int) -> int:
        """`ministre français des Affaires étrangères`: an office with the adjective in the middle."""
        if last == title.last or not title.last:
            return last
        office = row[title.last - 1].text
        for end in range(min(last + _LONGEST_TAIL, len(row)), last, -1):
            word = self._offices.get(fold(f"{office} {self._text[row[last].start : row[end - 1].end]}"))
            if word is not None and (word.level == PLURAL) == title.plural:
                title.office, title.level = word.key, word.level
                return end
        return last

    def _of(self, row: Row, title: Title, states: list[str]) -> None:
        """`of Germany`, `de l'OTAN`, `du gouvernement français`; several states for a plural."""
        start = position = title.last + 1
        polity = False
        while position < len(row):
            item = row[position]
            polity = polity or item.symbol == "POLITY"
            title.back = title.back or item.symbol == "BODY"
            if _owner(row, position, start) or (polity and item.symbol == sym.DEM):
                if states and not title.plural and title.of_item is not None and item.symbol != sym.ORG:
                    break
                states.append(codes(item)[0])
                polity_behind = position + 1 < len(row) and row[position + 1].symbol == "POLITY"
                title.of_item, title.last = item, position + 1 + polity_behind
                if not title.plural:
                    break
            elif not (_joined(row, position, start) or self._between(item, title, states, position - start, polity)):
                break
            elif item.symbol == "BODY" and not states:
                title.last = position + 1
            position += 1
        title.elsewhere = not states and not title.plural and not title.back and _capital(row, start)
        title.states = tuple(states)
        title.of = title.of or (states[0] if states else None)

    def _errand(self, row: Row, title: Title) -> None:
        """`envoy for Yemen`, `ambassadeur en Afghanistan`, `émissaire pour le Sahel`: where somebody is sent."""
        at = title.last
        if at >= len(row) or row[at].symbol not in ("TO", "IN", "ON"):
            return
        at += 1
        while at < len(row) and row[at].symbol in ("DET", "OF"):
            at += 1
        for end in range(min(at + _LONGEST_AREA, len(row)), at, -1):
            if fold(self._text[row[at].start : row[end - 1].end]) in self._areas:
                title.last = end
                return
        if at < len(row) and row[at].symbol in _PLACED:
            title.last = at + 1

    def _between(self, item: Item, title: Title, states: list[str], steps: int, polity: bool) -> bool:
        """Whether the way from `of` to a state may go over an item."""
        if item.symbol in _FILLERS:
            return True
        if states:
            return title.plural and item.symbol in ("AND", ",")
        return (item.symbol == sym.WORD and steps < 3) or (polity and item.symbol in (sym.CAPITAL, "-", sym.DEM))


def _owner(row: Row, at: int, start: int) -> bool:
    """Whether an item says whose a title is: a state, a body, or the adjective of a government or republic."""
    item = row[at]
    if item.symbol == sym.NOTEV and item.has(sym.ORG):
        item.choose(sym.ORG)
    if [i.text for i in row[at + 1 : at + 2]] == ["-"] and any(i.symbol in OWNERS for i in row[at + 2 : at + 3]):
        return False  # `the mediator of the P-Q dialogue`
    following = row[at + 1].symbol if at + 1 < len(row) else ""
    adjective = item.symbol == sym.DEM and ((at > start and row[at - 1].symbol == "GOV") or following == "POLITY")
    return item.symbol in OWNERS or adjective


def _joined(row: Row, at: int, start: int) -> bool:
    """`from army-ruled A`: a word in two parts before the name of a state."""
    second = row[at - 1].symbol == "-" and row[at].text.islower()
    return at > start and (second or (row[at].symbol == "-" and row[at - 1].text.islower()))


def _capital(row: Row, at: int) -> bool:
    """Whether a name follows, over an article."""
    while at < len(row) and row[at].symbol == "DET":
        at += 1
    return at < len(row) and row[at].text[:1].isupper() and row[at].symbol not in ("POSS", "THEIR")
