"""Chunks of a sentence: lists of agents, event nouns, verb groups, times and places, in one row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.chunk_echoes import echoed
from summitry.extract.chunk_lists import join
from summitry.extract.chunk_meetings import MeetingReader
from summitry.extract.chunk_model import Chunk, Verb
from summitry.extract.chunk_owned import owned
from summitry.extract.chunk_places import PlaceReader
from summitry.extract.clause_forms import settle
from summitry.extract.mentions import Mention
from summitry.extract.packs import EventWord, Pack, VerbForm
from summitry.extract.place_names import PlaceNames
from summitry.extract.titles import DETERMINERS
from summitry.extract.verb_groups import VerbReader
from summitry.extract.verb_or_noun import commanded, is_verb

__all__ = ["Chunk", "Chunker", "PlaceNames", "Verb"]

_DESCRIBING = frozenset({"DET", "ORD", "NUM", sym.NUMBER, sym.WORD, sym.CAPITAL, sym.DEM})
"""What stands between a verb and the noun that is its object."""
_BEFORE_NOUN = frozenset({"DET", "POSS", "AROUND", "DURING", "TO", "OF", "IN", "ON", "WITH", "BETWEEN"})
_BEING = frozenset({"BE", "WAS", "HAVE", "ADV", "FUT"})
_WORDS = dict.fromkeys((sym.EVENT, sym.VERB, sym.FAMILY, sym.PERSON, *sym.OFFICIAL), sym.WORD)
"""Types that are plain words to all rules unless a chunk is made of them."""


class Chunker:
    """Makes chunks of the rows of one article."""

    def __init__(self, pack: Pack, text: str, places: PlaceNames) -> None:
        self._text = text
        self._places = PlaceReader(text, places)
        self._meetings = MeetingReader(pack.entries, text)
        self._verbs = VerbReader(pack)

    def chunks(self, row: list[Item], mentions: Sequence[Mention]) -> list[Chunk]:
        """The chunks of a row, in order, without gaps."""
        by_first = {m.first: m for m in mentions}
        chunks: list[Chunk] = []
        index, begun = 0, -1
        while index < len(row):
            item = row[index]
            mention = by_first.get(index)
            if mention is not None:
                chunk = self._mentioned(row, index, mention, chunks) or self._single(row, index, chunks)
            elif item.settled:
                kind = _WORDS.get(item.symbol, item.symbol)
                chunk = Chunk(kind, item.start, item.end, index, index + 1, (), None, None, None, item, item.text)
            else:
                chunk = self._single(row, index, chunks)
            if chunk.start <= begun:
                chunks.pop()  # `the Angolan capital`: one place
            chunks.append(chunk)
            index, begun = chunk.last, chunk.start
        return settle(echoed(join(owned(chunks, self._text), self._text)))

    def _mentioned(self, row: list[Item], index: int, mention: Mention, before: list[Chunk]) -> Chunk | None:
        """A mention as agents, as a place or as a meeting; None for a verb that looks like an office."""
        item = row[index]
        if item.symbol == sym.OFFICE and mention.last == index + 1 and commanded(row, index):
            item.choose(sym.VERB)  # `he will chair the talks`
            return None
        if mention.seat and (place := self._places.seat(row, index, mention, before)):
            return place
        start, end = mention.start, mention.end
        article = item.text.lower() if item.symbol in DETERMINERS else ""
        return self._meetings.read(row, mention, before) or Chunk(
            sym.AGENTS, start, end, index, mention.last, [mention], text=self._text[start:end], article=article
        )

    def _single(self, row: list[Item], index: int, before: list[Chunk]) -> Chunk:
        """A place, event noun or verb group; anything else is the chunk of its one item."""
        item = row[index]
        if index == 0 and item.symbol == sym.PLACE and sym.VERB in item.kinds and _before_event(row):
            item.choose(sym.VERB)  # `Salta il vertice`
        chunk = self._places.unmentioned(row, index)
        if chunk is None and item.symbol == sym.CAPITAL:
            chunk = self._places.unlisted(row, index, before)
        if chunk is not None:
            return chunk
        event, verb = self._event(row, index), None
        if event is None and sym.VERB in item.kinds:
            verb = self._verbs.read(row, index, before)
            verb = None if verb is not None and _attributive(row, index, verb) else verb
        symbol = _WORDS.get(item.symbol, item.symbol)
        kind = sym.EVENT if event is not None else sym.VERB if verb is not None else symbol
        return Chunk(kind, item.start, item.end, index, index + 1, (), verb, event, None, item, item.text)

    def _event(self, row: list[Item], index: int) -> EventWord | None:
        """The kind of event that an item names, unless the next item does (`summit talks`)."""
        item = row[index]
        following = row[index + 1] if index + 1 < len(row) else None
        joint = following is not None and following.symbol == "WITH"  # `a news conference with B`
        if sym.EVENT not in item.kinds or (item.symbol == sym.NOTEV and not joint) or is_verb(row, index):
            return None
        if sym.TREATY in item.kinds and following is not None and (following.symbol == "ON" or _signed(row, index)):
            item.choose(sym.TREATY)  # `the Convention on Cybercrime`, `signed a convention`
            return None
        if item.text[:1].isupper() and following is not None and following.symbol in (sym.OFFICE, sym.OFFICES):
            return None  # `Congress leader Jane Roe`: a body
        described = following is not None and following.symbol in (sym.WORD, sym.CAPITAL)
        if described and cast(EventWord, item.other(sym.EVENT)).adjective:
            return None
        doubled = index + 1 < len(row) and row[index + 1].symbol == sym.EVENT and item.symbol == sym.EVENT
        if doubled:
            return None
        item.choose(sym.EVENT)
        return cast(EventWord, item.value)


def _attributive(row: Sequence[Item], index: int, verb: Verb) -> bool:
    """`ahead of renewed talks`: a participle that says nothing of events, right before an event noun."""
    ahead = row[index + 1] if index + 1 < len(row) else None
    if ahead is None or not ahead.has(sym.EVENT) or verb.frame.name != "other":
        return False
    return verb.tense == "participle" or (index > 0 and row[index - 1].symbol in _BEFORE_NOUN)


def _signed(row: Sequence[Item], index: int) -> bool:
    """`signed the first convention`, `the convention was signed`: a verb of signing beside a noun."""
    before, behind = index - 1, index + 1
    while before > 0 and row[before].symbol in _DESCRIBING:
        before -= 1
    while behind < len(row) - 1 and row[behind].symbol in _BEING:
        behind += 1
    forms = [row[at].other(sym.VERB) for at in (before, behind) if at >= 0]
    return any(isinstance(form, VerbForm) and form.frame == "sign" for form in forms)


def _before_event(row: Sequence[Item]) -> bool:
    """Whether an article and an event noun follow the first item."""
    return len(row) > 2 and row[1].symbol == "DET" and row[2].symbol == sym.EVENT
