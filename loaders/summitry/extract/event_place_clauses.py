"""Relative clauses of place: what the clause behind a place tells happens there, and on the day told before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from summitry.claims import EventKind, EventMode
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.event_asking import continues
from summitry.extract.nearness import CLAUSE_ENDS, REACH, Clauses, Head
from summitry.extract.stated_times import belongs_elsewhere, coarse, stated_in
from summitry.extract.time import Direction, StatedTime

Place = tuple[str | None, str, str | None, int, int]
"""Short id or None, name, country, and the offsets of the words."""
NOWHERE = frozenset({EventKind.CALL, EventKind.VIDEOCONFERENCE})
"""Kinds of events without a place."""
_NO_SIDES: Mapping[int, Direction] = {}


class Located(Protocol):
    """What a frame offers to this module."""

    kind: EventKind
    mode: EventMode | None
    places: list[Place]
    times: list[StatedTime]
    directions: dict[int, Direction]
    towns: set[str | None]
    refers: bool
    anterior: bool


F = TypeVar("F", bound=Located)


class PlaceClauses(Generic[F]):
    """The relative clauses of one sentence that stand behind a place."""

    _clauses: Clauses
    _chunks: Sequence[Chunk]
    _frame_at: Callable[[int], F | None]

    def _bind_relative(self) -> None:
        """`in Geneva today, where A meets B`: what the clause behind a place tells happens there, and then."""
        for index, chunk in enumerate(self._chunks):
            if chunk.kind == "REL" and (place := self._place_before(index)) is not None:
                self._fill_clause(index, place)

    def _place_before(self, index: int) -> int | None:
        at = index - 1
        while at >= 0 and self._chunks[at].kind in (",", sym.TIME, "ON"):
            at -= 1
        return at if at >= 0 and self._chunks[at].place is not None else None

    def _free_times(self, index: int) -> list[StatedTime]:
        """The times of the clause that ends at `index` which no event has taken; of the last stop of several."""
        heads = [head for head in self._clauses.near(index) if head.noun or head.verb]
        frames = [frame for head in heads if (frame := self._frame_at(head.at)) is not None and not frame.refers]
        taken = {time.start for frame in frames for time in frame.times}
        first = index
        while first > 0 and index - first < REACH and self._chunks[first - 1].kind not in CLAUSE_ENDS:
            first -= 1
        first = self._last_stop(first, index)
        told = ((at, stated_in(self._chunks[at])) for at in range(first, index))
        values = [v for at, v in told if v is not None and not belongs_elsewhere(self._chunks, at, v)]
        return [value for value in values if value.start not in taken]

    def _last_stop(self, first: int, index: int) -> int:
        """`in P on Friday, then in Q on Saturday`: where the last of several stops begins, else `first`."""
        stops = [at for at in range(first, index) if self._chunks[at].place is not None]
        if len(stops) < 2:
            return first
        parting = [at for at in range(stops[-2], stops[-1]) if self._chunks[at].kind in ("AND", ",")]
        timed = any(c.kind == sym.TIME for c in self._chunks[parting[-1] : index]) if parting else False
        joined = any(self._chunks[at].kind == "AND" for at in parting)
        return parting[-1] if timed else stops[-2] if joined else first

    def _fill_clause(self, index: int, place: int) -> None:
        head = self._clauses.nearest(place)
        frame = self._frame_at(head.at) if head is not None and (head.noun or head.verb) else None
        journey = frame if frame is not None and frame.kind is EventKind.VISIT else None
        times, end = self._free_times(index), self._clause_end(index)
        for at in range(index + 1, end):
            told = self._frame_at(at) if self._chunks[at].kind in (sym.EVENT, sym.VERB) else None
            if told is not None and told.kind is EventKind.VISIT:
                told.times.extend([] if told.times else times)
            elif told is not None and wants(told):
                add(told, self._chunks[place])
                told.times.extend([] if told.times else [t for t in times if not told.anterior or coarse(t)])
                self._share(journey, head, told.times, told.directions)
        self._share(journey, head, self._free_times(end))

    def _share(
        self,
        journey: F | None,
        head: Head | None,
        times: Sequence[StatedTime],
        sides: Mapping[int, Direction] = _NO_SIDES,
    ) -> None:
        """A journey without a day of its own is when what it leads to is, unless it goes on."""
        verb = self._clauses.clause_head(head.at) if head is not None and head.noun else None
        if head is None or journey is None or continues(self._clauses, verb, head):
            return
        if not journey.times:
            journey.times.extend(times)
            ahead = (t.start for t in times if sides.get(t.start) is Direction.FUTURE)
            journey.directions.update(dict.fromkeys(ahead, Direction.FUTURE))

    def _clause_end(self, index: int) -> int:
        last = min(len(self._chunks) - 1, index + REACH)
        return next((at for at in range(index + 1, last) if self._chunks[at].kind in CLAUSE_ENDS), last)


def wants(frame: Located) -> bool:
    """Whether an event takes the place of its clause."""
    away = frame.mode is EventMode.VIRTUAL or frame.kind in NOWHERE or frame.kind is EventKind.VISIT
    return not away and not frame.places


def add(frame: Located, chunk: Chunk) -> None:
    """Give an event the place that a chunk names."""
    if chunk.place is not None:
        frame.places.append((*chunk.place, chunk.start, chunk.end))
