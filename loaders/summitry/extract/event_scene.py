"""The town in which an article plays: that of its dateline when the text supports it, else the one of its lead."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from summitry.claims import Evidence
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.event_places import of_matter
from summitry.extract.reading import PlaceReading

_LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """A town with whether its newsroom would also write of what happens elsewhere (capitals have many)."""

    place: PlaceReading
    newsroom: bool
    dated: bool = False
    """Whether a dateline names it."""


class SceneReader:
    """Finds the scene of articles. `towns` gives short id, name and country by name in lower case; `matters` are
    nouns whose place is not that of the article (`the war in P`)."""

    def __init__(
        self, towns: Mapping[str, tuple[str, str, str]], capitals: frozenset[str], matters: Collection[str] = ()
    ) -> None:
        self._matters = matters
        self._towns = towns
        self._capitals = capitals

    def read(self, text: str, city: tuple[int, int] | None, rows: Sequence[Sequence[Chunk]]) -> Scene | None:
        """`city` is where the town of the dateline stands; `rows` are the sentences."""
        lead = [chunk for row in rows[:_LEAD_SENTENCES] for chunk in _located(row, self._matters)]
        if city is not None and (place := self._dated(text, *city)) is not None:
            supported = any(chunk.place and chunk.place[0] == place.key for chunk in lead)
            return Scene(place, not supported and place.key in self._capitals, dated=True)
        headline = [chunk for row in rows[:1] for chunk in _located(row, self._matters)]
        named = next((found for found in (headline, lead) if found), [])
        names = {chunk.place[1] for chunk in named if chunk.place}
        return Scene(reading_of(named[0], text), False) if len(names) == 1 else None

    def _dated(self, text: str, start: int, end: int) -> PlaceReading | None:
        """The town of a dateline; one that no table knows is a town all the same, written in capitals."""
        quote = text[start:end].strip()
        known = self._towns.get(quote.lower())
        if known is not None:
            return PlaceReading(*known, Evidence(start, start + len(quote), quote))
        if not quote.isupper() or len(quote.split()) > 2:
            return None
        return PlaceReading(None, quote.title(), None, Evidence(start, start + len(quote), quote))


def _located(row: Sequence[Chunk], matters: Collection[str]) -> list[Chunk]:
    """The towns of a sentence behind a preposition of place."""
    found = []
    for at, chunk in enumerate(row):
        if not is_town(chunk):
            continue
        before = next((c.kind for c in reversed(row[:at]) if c.kind not in ("DET", sym.WORD, sym.DEM, "OF")), "")
        if before == "IN" and not of_matter(row, at, matters):
            found.append(chunk)
    return found


def is_town(chunk: Chunk) -> bool:
    """Whether a chunk names a place that is no state."""
    return chunk.kind == sym.PLACE and chunk.place is not None and not (chunk.place[0] or "").startswith("state/")


def reading_of(chunk: Chunk, text: str) -> PlaceReading:
    """The place that a chunk names, with its words."""
    assert chunk.place is not None
    return PlaceReading(*chunk.place, Evidence(chunk.start, chunk.end, text[chunk.start : chunk.end]))
