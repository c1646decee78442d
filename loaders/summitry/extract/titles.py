"""Titles in a row: an office with whose it is and what qualifies it (`the former French foreign minister`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.packs import OfficeWord
from summitry.extract.text import fold

Row = list[Item]

OWNERS = frozenset({sym.STATE, sym.METO, sym.ORG})
DETERMINERS = frozenset({"DET", "POSS", "THEIR", "NUM"})
_HEADS = frozenset({sym.OFFICE, sym.OFFICES, "COUNTERPART", "SAME"})
_BEFORE_OFFICE = frozenset({"S", sym.OFFICE, sym.OFFICES, "FORMER", "ACTING", "NEXTOFF", "COUNTERPART"})
_MARKS = {"FORMER": "former", "NEXTOFF": "future", "ACTING": "acting"}
_LONGEST_TAIL = 9
_FILLERS = frozenset({"DET", "OF", "POSS", "THEIR", "GOV", "POLITY", "BODY"})


@dataclass(slots=True)
class Title:
    """A title noun phrase: office, whose, and what qualifies it. `last` is exclusive."""

    first: int
    last: int
    office: str
    level: str
    of: str | None = None
    of_item: Item | None = None
    former: bool = False
    future: bool = False
    acting: bool = False
    possessive: bool = False
    plural: bool = False
    region: bool = False
    back: bool = False
    """Of an organisation named before (`president of the bloc`)."""
    elsewhere: bool = False
    """Of a body that no table knows, so of no state either."""
    states: tuple[str, ...] = ()
    also: list[Title] = field(default_factory=list)
    """Further offices of the same person (`deputy prime minister and foreign minister`)."""

    @property
    def held(self) -> bool:
        """Whether the office is held now."""
        return not (self.former or self.future)

    @property
    def relative(self) -> bool:
        """Whether the office is that of somebody named before."""
        return self.level == "relative"


def codes(item: Item) -> tuple[str, ...]:
    """The short ids that an item may stand for."""
    return cast(tuple[str, ...], item.value)


class TitleReader:
    """Finds the titles of one row after another."""

    def __init__(self, text: str, offices: Mapping[str, OfficeWord], regions: frozenset[str]) -> None:
        self._text = text
        self._offices = offices
        self._regions = regions

    def read(self, row: Row) -> dict[int, Title]:
        """The titles of a row by their first item."""
        return {title.first: title for title in self._titles(row)}

    def _titles(self, row: Row) -> Iterator[Title]:
        last = 0
        before: Title | None = None
        for index, item in enumerate(row):
            if index < last or item.symbol not in _HEADS:
                continue
            title = self._title(row, index, last)
            last = title.last
            if before is not None and _compound(row, before, title):
                before.also.append(title)
                before.last = title.last
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
            title = Title(index, index + 1, word.key, word.level)
        elif item.symbol == sym.OFFICES:
            title = Title(index, index + 1, cast(str, item.value), "plural", plural=True)
        else:
            title = Title(index, index + 1, "counterpart", "relative")
        self._leftwards(row, title, floor)
        self._rightwards(row, title)
        return title

    # before the office

    def _leftwards(self, row: Row, title: Title, floor: int) -> None:
        """Take in what stands before the office: `the former French`, `Russia's new`, `U.N.`."""
        first = title.first
        states: list[str] = []
        while first > floor and (step := self._step_left(row, title, first, floor, states)):
            first -= step
            if row[first].symbol in ("DET", "POSS", "THEIR"):
                break
        while first < title.first and (row[first].symbol in ("S", "AND") or row[first].text == "-"):
            first += 1
        title.first = first
        title.states = tuple(states)
        title.of = states[0] if states else None

    def _step_left(self, row: Row, title: Title, first: int, floor: int, states: list[str]) -> int:
        """How many items before `first` belong to the title: none or one, or two for words between."""
        item, after = row[first - 1], row[first].symbol
        if item.symbol in OWNERS or item.symbol == sym.DEM:
            return self._owner_left(title, item, after, states)
        if self._marked(title, item) or item.symbol in ("ORD", "NUM", "DET") or item.text == "-":
            return 1
        if item.symbol == "S":
            return self._genitive(row, title, first, floor)
        if item.symbol == "AND":
            listed = first - 1 > floor and row[first - 2].symbol in (sym.DEM, sym.STATE)
            return int(title.plural and bool(states) and listed)
        return self._words_between(row, first, floor) if item.symbol in (sym.WORD, "ADV") and not states else 0

    def _marked(self, title: Title, item: Item) -> bool:
        """Note what a word before the office says about it: its time, its region, that it points back."""
        if title.plural and item.text in self._regions:
            title.region = True
        elif item.symbol in ("POSS", "THEIR"):
            title.possessive = True
        elif item.symbol in _MARKS:
            setattr(title, _MARKS[item.symbol], True)
        else:
            return False
        return True

    def _owner_left(self, title: Title, item: Item, after: str, states: list[str]) -> int:
        if item.symbol in (sym.STATE, sym.METO) and after not in _BEFORE_OFFICE:
            return 0
        if item.symbol == sym.METO and after != "S" and item.has(sym.PLACE):
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

    def _words_between(self, row: Row, first: int, floor: int) -> int:
        """`Russia's new minister`: words between an owner and the office."""
        for words in (1, 2):
            at = first - words - 1
            if at < floor:
                return 0
            if row[at].symbol == "S" and at > floor and row[at - 1].symbol in OWNERS:
                return words
            if row[at].symbol not in (sym.WORD, "ADV"):
                return 0
        return 0

    # behind the office

    def _rightwards(self, row: Row, title: Title) -> None:
        """Take in what stands behind the office: `français`, `de la Commission européenne`, `of Germany`."""
        states = list(title.states)
        last = self._adjectives(row, title, title.last, states)
        last = self._tail(row, title, last)
        last = self._adjectives(row, title, last, states)
        title.last = last
        title.states = tuple(states)
        title.of = states[0] if states else None
        if last < len(row) and row[last].symbol in ("OF", "FROM") and (not states or not title.plural):
            self._of(row, title, states)

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
        if mark := _MARKS.get(item.symbol):
            setattr(title, mark, True)
            return True
        following = row[at + 1] if at + 1 < len(row) else None
        more = following is not None and following.symbol == sym.DEM and following.text[:1].islower()
        return bool(item.symbol in ("AND", ",") and title.plural and states and more)

    def _tail(self, row: Row, title: Title, last: int) -> int:
        """`ministre français des Affaires étrangères`: an office with the adjective in the middle."""
        if last == title.last or not title.last:
            return last
        office = row[title.last - 1].text
        for end in range(min(last + _LONGEST_TAIL, len(row)), last, -1):
            word = self._offices.get(fold(f"{office} {self._text[row[last].start : row[end - 1].end]}"))
            if word is not None:
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
            if _owner(row, position, start):
                if states and not title.plural and title.of_item is not None and item.symbol != sym.ORG:
                    break
                states.append(codes(item)[0])
                title.of_item, title.last = item, position + 1
                if not title.plural:
                    break
            elif not self._between(item, title, states, position - start, polity):
                break
            position += 1
        title.elsewhere = not states and not title.plural and _capital(row, start)
        title.states = tuple(states)
        title.of = title.of or (states[0] if states else None)

    def _between(self, item: Item, title: Title, states: list[str], steps: int, polity: bool) -> bool:
        """Whether the way from `of` to a state may go over an item."""
        if item.symbol in _FILLERS:
            return True
        if states:
            return title.plural and item.symbol in ("AND", ",")
        return (item.symbol == sym.WORD and steps < 3) or (polity and item.symbol in (sym.CAPITAL, "-", sym.DEM))


def _owner(row: Row, at: int, start: int) -> bool:
    """Whether an item says whose a title is: a state, a body, or the adjective of a government."""
    item = row[at]
    if item.symbol == sym.NOTEV and item.has(sym.ORG):
        item.choose(sym.ORG)
    return item.symbol in OWNERS or (item.symbol == sym.DEM and at > start and row[at - 1].symbol == "GOV")


def _capital(row: Row, at: int) -> bool:
    """Whether a name follows, over an article."""
    while at < len(row) and row[at].symbol == "DET":
        at += 1
    return at < len(row) and row[at].text[:1].isupper() and row[at].symbol not in ("POSS", "THEIR")


def _compound(row: Row, before: Title, title: Title) -> bool:
    """`deputy prime minister and foreign minister`: two offices of one person."""
    if before.plural or title.plural or before.relative or title.relative or (title.states and before.states):
        return False
    if "envoy" in (before.level, title.level):
        return False
    glue = row[before.last : title.first]
    return len(glue) == 1 and glue[0].symbol == "AND" and row[title.first].symbol not in ("DET", "POSS", "THEIR")
