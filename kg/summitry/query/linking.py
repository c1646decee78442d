"""Which known things a question names: the same gazetteer that reads articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summitry.claims import iris
from summitry.extract import symbols
from summitry.extract.gazetteer import Gazetteer, build
from summitry.extract.packs import Entry, EventWord, Pack
from summitry.extract.text import fold, nfc
from summitry.reference import Reference

_STATES = (symbols.STATE, symbols.DEM, symbols.PEOPLE, symbols.METO)


@dataclass(frozen=True)
class Link:
    """A stretch of the question and what it may mean: `kind` is agent, place or event."""

    start: int
    end: int
    text: str
    kind: str
    values: tuple[str, ...]


class Linker:
    """Finds agents, places and event words in one language."""

    def __init__(self, pack: Pack, reference: Reference) -> None:
        self._pack = pack
        self._reference = reference
        self._gazetteer: Gazetteer = build(pack, reference)

    def links(self, question: str) -> list[Link]:
        """Links in order; a question typed without capitals is read as if names had them."""
        text = nfc(question)
        found = list(self._links(text))
        if not any(link.kind != "event" for link in found):
            capitalised = text.title()
            if len(capitalised) == len(text):
                found = list(self._links(capitalised))
        return found

    def _links(self, text: str) -> Iterator[Link]:
        folded = fold(text)
        phrases = self._gazetteer.phrases_in(text, folded)
        covered = [(hit.start, hit.end) for hit in phrases]
        spans = [(hit.start, hit.end, hit.entries) for hit in phrases]
        for match in self._pack.token.finditer(text):
            start, end = match.span()
            if not any(first <= start < last for first, last in covered):
                spans.append((start, end, self._gazetteer.word(folded[start:end], match.group())))
        for start, end, entries in sorted(spans, key=lambda span: span[0]):
            link = self._link(text, start, end, entries)
            if link:
                yield link

    def _link(self, text: str, start: int, end: int, entries: tuple[Entry, ...]) -> Link | None:
        by_symbol = {entry.symbol: entry.value for entry in reversed(entries)}
        stretch = (start, end, text[start:end])
        if symbols.EVENT in by_symbol:
            word = by_symbol[symbols.EVENT]
            return Link(*stretch, "event", (word.kind,)) if isinstance(word, EventWord) else None
        agents = tuple(self._agents(by_symbol))
        if agents:
            return Link(*stretch, "agent", agents)
        if symbols.PLACE in by_symbol:
            return Link(*stretch, "place", tuple(iris.entity("place", key) for key in by_symbol[symbols.PLACE]))
        return None

    def _agents(self, by_symbol: dict[str, tuple[str, ...]]) -> Iterator[str]:
        for symbol in (symbols.PERSON, symbols.FAMILY):
            if symbol in by_symbol:
                yield from (iris.entity("person", key) for key in by_symbol[symbol])
                return
        for key in by_symbol.get(symbols.ORG, ()):
            yield iris.entity(self._reference.organisation(key).type, key)
        for symbol in _STATES:
            if symbol in by_symbol:
                yield from (iris.entity("state", key) for key in by_symbol[symbol])
                return
