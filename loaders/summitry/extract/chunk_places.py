"""Which words of a row are places: towns behind a preposition, behind a town, or told by their state."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.chunk_model import Chunk
from summitry.extract.mentions import Mention
from summitry.extract.place_names import PlaceNames
from summitry.extract.titles import codes

Row = Sequence[Item]

_MARKS = frozenset({"-", "–", "—", "•", "*"})
"""What stands before and behind the town of an entry."""
_AFTER_PLACE = frozenset({".", ",", "ON", "TO", sym.TIME, ")", "WITH", "AND"})
"""What may follow a town that stands behind the name of a house."""
_PLACED = frozenset({"IN", "TO", "FROM"})


class PlaceReader:
    """Makes chunks of the places of one article."""

    def __init__(self, text: str, places: PlaceNames) -> None:
        self._text = text
        self._places = places

    def seat(self, row: Row, index: int, mention: Mention, before: Sequence[Chunk]) -> Chunk | None:
        """A seat of government that is a place here, and nobody who acts."""
        item = row[index]
        if _entry(row, index) or _apposed(before, mention) or _listed(before, item, row[index + 1 : index + 3]):
            return self.placed(index, item)
        if item.has(sym.PLACE) and venue(before) and (index + 1 == len(row) or row[index + 1].symbol in _AFTER_PLACE):
            return self.placed(index, item)
        behind = previous(before)
        moving = behind == sym.VERB and _leads(before)
        located = moving or behind in _PLACED or (behind == "OF" and item.has(sym.PLACE))
        return self.placed(index, item) if located else None

    def unmentioned(self, row: Row, index: int) -> Chunk | None:
        """A capital told by its state, or a town that no mention has taken."""
        item = row[index]
        if item.symbol == "SEAT" and (chunk := self._capital(row, index)):
            return chunk
        town = sym.PLACE in item.kinds and item.symbol != sym.FAMILY and not _meeting_word(row, index)
        return self.placed(index, item) if town else None

    def unlisted(self, row: Row, index: int, before: Sequence[Chunk]) -> Chunk | None:
        """`in Olomouc, the Czech Republic`: a town that no table knows, before its state."""
        if previous(before) not in ("IN", "TO"):
            return None
        country = _country_behind(row, index)
        item = row[index]
        return self._chunk(index, item, (None, item.text, country)) if country else None

    def placed(self, index: int, item: Item) -> Chunk:
        """The place that an item names."""
        return self._chunk(index, item, self._places.read(item, self._text[item.start : item.end]))

    def _chunk(self, index: int, item: Item, place: tuple[str | None, str, str | None]) -> Chunk:
        return Chunk(sym.PLACE, item.start, item.end, index, index + 1, place=place, item=item, text=item.text)

    def _capital(self, row: Row, index: int) -> Chunk | None:
        """`la capitale égyptienne`, `the Saudi capital`: the capital of the state named beside it."""
        at = next((at for at in (index + 1, index - 1) if 0 <= at < len(row) and row[at].symbol == sym.DEM), None)
        place = self._places.capital(codes(row[at])[0]) if at is not None else None
        if at is None or place is None:
            return None
        last = max(at, index) + 1
        start, end = min(row[at].start, row[index].start), row[last - 1].end
        return Chunk(
            sym.PLACE, start, end, index, last, place=place, item=row[index], text=self._text[start:end]
        )  # fmt: skip


def previous(before: Sequence[Chunk]) -> str:
    """The type of the chunk before, over articles."""
    at = len(before) - 1
    while at >= 0 and before[at].kind == "DET":
        at -= 1
    return before[at].kind if at >= 0 else ""


def venue(before: Sequence[Chunk]) -> bool:
    """`at State House,`: whether the chunks before end with a house by name behind a preposition of place."""
    at = len(before) - 2
    named = at >= 0 and before[-1].kind == "," and before[at].kind == sym.CAPITAL
    while at >= 0 and before[at].kind in (sym.CAPITAL, "DET"):
        at -= 1
    return named and at >= 0 and before[at].kind == "IN"


def _leads(before: Sequence[Chunk]) -> bool:
    """`arrived in China`, `left Paris`: a verb of moving that holds its preposition, or of leaving."""
    verb = next((c.verb for c in reversed(before) if c.kind != "DET"), None)
    return verb is not None and verb.frame.name in ("travel", "leave")


def _meeting_word(row: Row, index: int) -> bool:
    """An event noun that is also the name of a place, which would have an article or a preposition."""
    return row[index].has(sym.EVENT) and not (index and row[index - 1].symbol in ("DET", "IN", "OF", "FROM"))


def _country_behind(row: Row, index: int) -> str | None:
    """The state behind a comma or in a bracket."""
    at = index + 1
    if at >= len(row) or row[at].symbol not in (",", "("):
        return None
    at += 1
    while at < len(row) and row[at].symbol in ("DET", "IN"):
        at += 1
    return codes(row[at])[0] if at < len(row) and row[at].symbol == sym.STATE else None


def _entry(row: Row, index: int) -> bool:
    """`OSLO - A meets B`, `Oslo : rencontre de …`: the town before an entry of an agenda, or as a heading."""
    if index + 1 >= len(row) or any(item.text not in _MARKS for item in row[:index]) or not row[index].has(sym.PLACE):
        return False
    mark = row[index + 1]
    return mark.text == ":" or (mark.text in _MARKS and row[index].end < mark.start and row[index].text.isupper())


def _apposed(before: Sequence[Chunk], mention: Mention) -> bool:
    """`the Saudi capital Riyadh`, `Charlevoix, Canada`: a place behind a place."""
    if not before or not mention.agents:
        return False
    last = before[-1]
    if last.kind == "SEAT" and len(before) > 1 and before[-2].kind in ("S", "DET"):
        return True  # `Ethiopia's capital Addis Ababa`, `the capital Addis Ababa`
    if last.kind == "," and len(before) > 1:
        last = before[-2]
    return last.kind == sym.PLACE and last.place is not None and last.place[2] == mention.agents[0].country


def _listed(before: Sequence[Chunk], item: Item, after: Row) -> bool:
    """`to Algiers and Rabat`, `London, Paris and Rome`: a town that stands for its government, behind a town."""
    if len(before) < 2 or before[-2].kind != sym.PLACE or not item.has(sym.PLACE):
        return False
    listed = len(after) > 1 and after[0].symbol in (",", "AND") and after[1].has(sym.PLACE)
    return before[-1].kind == "AND" or (before[-1].kind == "," and listed)
