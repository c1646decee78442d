"""Where events take place: places of a sentence given to the event of their clause, and the choice among several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from summitry.claims import EventKind, EventMode
from summitry.extract import symbols as sym
from summitry.extract.chunk_places import venue
from summitry.extract.clauses import Chunk
from summitry.extract.event_place_clauses import NOWHERE, F, Located, Place, PlaceClauses, add, wants
from summitry.extract.nearness import Clauses, Head
from summitry.extract.stated_times import TELLING

_LONGEST_PHRASE = 3
_APPOSED = 7
"""How far behind a place the event stands of which a phrase of its own tells."""
_BEFORE_NOUN = frozenset({"DET", "ORD", sym.NUMBER, sym.WORD, sym.DEM, sym.CAPITAL})
_TOPIC = frozenset({"ON", "TO", "AROUND"})
_TOPIC_NAMED = frozenset({sym.AGENTS, sym.TIME, sym.PLACE, sym.TREATY, sym.DEM})


class PlaceBinder(PlaceClauses[F]):
    """The places of one sentence that no event has taken. `frame_at` gives the event that a verb or noun speaks of."""

    def __init__(self, clauses: Clauses, frame_at: Callable[[int], F | None], matters: Collection[str] = ()) -> None:
        self._matters = matters
        self._clauses = clauses
        self._chunks = clauses.chunks
        self._frame_at = frame_at

    def bind(self) -> None:
        """Give each place behind a preposition of place to the event of its clause, when that has none."""
        self._bind_relative()
        for index, chunk in enumerate(self._chunks):
            located = chunk.kind == sym.PLACE and chunk.place is not None and self._located(index)
            if located and (self._occasion(index) or not of_matter(self._chunks, index, self._matters)):
                self._give(index, chunk)

    def _located(self, index: int) -> bool:
        """`in P`, `in the resort of P`, `in Q, P`."""
        if self._clauses.preposition(index) == "IN":
            return True
        before = self._chunks[index - 1] if index else None
        if before is None or before.kind not in ("OF", ","):
            return False
        if venue(self._chunks[:index]):
            return True
        at = index - 2
        while at >= 0 and self._chunks[at].kind in (sym.WORD, sym.CAPITAL, sym.DEM, "DET"):
            at -= 1
        return at >= 0 and before.kind == "OF" and self._chunks[at].kind == "IN"

    def _occasion(self, index: int) -> F | None:
        """`protests in P, at the summit of B`: the event that stands right behind a place and its comma."""
        kinds = [c.kind for c in self._chunks[index + 1 : index + _APPOSED]]
        at = next((i for i, kind in enumerate(kinds) if kind == sym.EVENT), 0)
        plain = kinds[:2] in ([",", "IN"], [",", "DURING"]) and all(kind in _BEFORE_NOUN for kind in kinds[2:at])
        return self._frame_at(index + 1 + at) if at and plain else None

    def _give(self, index: int, chunk: Chunk) -> None:
        if (frame := self._occasion(index)) is not None and wants(frame):
            add(frame, chunk)
            return
        head = self._clauses.nearest(index)
        if head is None or self._clauses.ends_between(index, head.at) or self._far(index, head):
            return
        if head.verb is not None and head.verb.frame.name in TELLING:
            return
        frame = self._frame_at(head.at) if head.noun or head.verb else None
        if frame is None and not head.noun and (noun := self._clauses.attached_noun(head.at)) is not None:
            frame = self._frame_at(noun)
        if frame is not None and wants(frame) and not self._topic(head, index) and not self._of_agent(head.at, index):
            add(frame, chunk)

    def _far(self, index: int, head: Head) -> bool:
        """Whether so many plain words stand behind an event noun that they say something else."""
        between = self._chunks[head.at + 1 : index]
        words = sum(chunk.kind == sym.WORD for chunk in between)
        return head.noun and (words > _LONGEST_PHRASE or self._clauses.strays(index, head))

    def _of_agent(self, head: int, index: int) -> bool:
        """`the commander in P met …`: where the subject belongs, not where he met."""
        at = index - 1
        while at > 0 and self._chunks[at].kind in ("DET", "IN"):
            at -= 1
        return at < head and self._chunks[at].kind == sym.AGENTS and index < head

    def _topic(self, head: Head, index: int) -> bool:
        """`a summit for peace in P`: where the topic lies, not the summit."""
        if not head.noun or head.at > index:
            return False
        pending = False
        for chunk in self._chunks[head.at + 1 : index]:
            pending = chunk.kind in _TOPIC or (pending and chunk.kind not in _TOPIC_NAMED)
        return pending


def of_matter(chunks: Sequence[Chunk], index: int, matters: Collection[str]) -> bool:
    """`talks on the war in P`: where what is talked about is, not the talks."""
    at = index - 1
    while at > 0 and chunks[at].kind in ("DET", "IN"):
        at -= 1
    return at >= 0 and chunks[at].kind == sym.WORD and chunks[at].text.lower() in matters


def note_towns(frames: Iterable[Located], venues: Mapping[str, tuple[str, str, str]]) -> None:
    """Note in which towns the frames play: a palace and its town are one place to the merge of frames."""
    for frame in frames:
        keys = [place[0] for place in frame.places if place[0]]
        frame.towns = {venues[key][0] if key in venues else key for key in keys}


def with_towns(places: Sequence[Place], venues: Mapping[str, tuple[str, str, str]]) -> list[Place]:
    """Behind each venue the town in which it stands, with the same words."""
    told: dict[str, Place] = {}
    for place in places:
        told.setdefault(place[1], place)
        if (town := venues.get(place[0] or "")) is not None:
            told.setdefault(town[1], (*town, place[3], place[4]))
    return list(told.values())


def chosen(places: Sequence[Place], kind: EventKind, mode: EventMode | None) -> list[Place]:
    """The places of an event, each once: of a visit all stops, of anything else those of the country told most.

    A state stands back behind a town in it, and what is held at a distance has no place.
    """
    if mode is EventMode.VIRTUAL or kind in NOWHERE:
        return []
    first: dict[str, Place] = {}
    for place in places:
        first.setdefault(place[1], place)
    kept = list(first.values())
    if kind is not EventKind.VISIT and kept:
        told = Counter(place[2] for place in places)
        best = max(told, key=lambda country: told[country])
        kept = [place for place in kept if place[2] == best]
    towns = {place[2] for place in kept if not is_state(place)}
    return [place for place in kept if not (is_state(place) and place[2] in towns)]


def is_state(place: Place) -> bool:
    """Whether a place is a whole state."""
    return (place[0] or "").startswith("state/")
