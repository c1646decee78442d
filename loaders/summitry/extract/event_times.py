"""Gives each stated time of a sentence to the event of its own clause, with the side on which it lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.nearness import (
    CLAUSE_ENDS,
    antecedent_noun,
    attached_noun,
    clause_verb,
    is_head,
    nearest,
    preposition,
)
from summitry.extract.time import Bound, Direction, Kind, Place, StatedTime

TELLING = frozenset({"say", "announce", "propose", "invite", "decline", "cancel", "postpone", "postpone2"})
"""Verbs whose own time is when something was said of an event, not when it happens."""
_SETTLED = frozenset({"plan", "takeplace"})
_PREMODIFIED = frozenset(
    {sym.WORD, sym.CAPITAL, sym.DEM, sym.AGENTS, "NUM", "ORD", "-", "VIRTUAL", "DET", sym.PLACE, sym.NUMBER, "S"}
)
_LONGEST_PREMODIFIER = 4


class Dated(Protocol):
    """What a frame offers to this module."""

    times: list[StatedTime]
    directions: dict[int, Direction]
    tense: str | None
    anterior: bool


F = TypeVar("F", bound=Dated)


class TimeBinder(Generic[F]):
    """The times of one sentence. `frame_at` gives the event of which a verb or event noun speaks."""

    def __init__(
        self,
        chunks: Sequence[Chunk],
        frame_at: Callable[[int], F | None],
        subject_of: Callable[[int], int | None],
        premodifiers: bool,
    ) -> None:
        self._chunks = chunks
        self._frame_at = frame_at
        self._subject_of = subject_of
        self._premodifiers = premodifiers

    def bind(self) -> None:
        """Add every time to its frame; times of writing and of speaking are nobody's. Notes each frame's tense."""
        for at, chunk in enumerate(self._chunks):
            if is_head(chunk) and (frame := self._frame_at(at)) is not None:
                self._tell(frame, chunk.verb or clause_verb(self._chunks, at))
        for index, chunk in enumerate(self._chunks):
            if (value := stated_in(chunk)) is not None:
                self._give(index, value)

    def _tell(self, frame: F, verb: Verb | None) -> None:
        if verb is not None and verb.frame.name not in TELLING:
            frame.tense = frame.tense or verb.tense
            frame.anterior = frame.anterior or verb.anterior

    def _give(self, index: int, value: StatedTime) -> None:
        noun = self._premodified(index)
        if noun is not None:
            ahead = Direction.FUTURE if value.bound is Bound.END else self._noun_direction(index, noun, value)
            self._add(self._frame_at(noun), replace(value, bound=None), ahead)
            return
        head = nearest(self._chunks, index)
        if head is None or not self._reaches(index, head):
            return
        verb = self._chunks[head].verb
        if verb is None:
            self._add(self._frame_at(head), value, self._noun_direction(index, head, value))
        else:
            self._give_to_verb(index, head, verb, value)

    def _premodified(self, index: int) -> int | None:
        """`Tuesday's summit`, `the 12 June EU summit`: the event noun that a time before it belongs to."""
        chunks = self._chunks
        owner = index + 1 < len(chunks) and chunks[index + 1].kind == "S"
        if not owner and not (self._premodifiers and index and chunks[index - 1].kind in ("DET", "OF", "POSS")):
            return None
        for at in range(index + 1 + owner, min(len(chunks), index + _LONGEST_PREMODIFIER + 2)):
            if chunks[at].kind == sym.EVENT:
                return at
            if chunks[at].kind not in _PREMODIFIED:
                return None
        return None

    def _give_to_verb(self, index: int, head: int, verb: Verb, value: StatedTime) -> None:
        aimed = preposition(self._chunks, index) == "TO"
        if verb.frame.name in TELLING and not aimed:
            return
        frame = self._frame_at(head) or self._shared(head, verb)
        direction = Direction.FUTURE if aimed else direction_of(verb, value)
        self._add(frame, _ended(verb, value), direction)

    def _reaches(self, index: int, head: int) -> bool:
        """Within one clause, or from a time that a colon sets before what happens (`Tuesday: summit in …`)."""
        low, high = min(index, head), max(index, head)
        ends = [chunk.kind for chunk in self._chunks[low + 1 : high] if chunk.kind in CLAUSE_ENDS]
        return not ends or (head > index and ends == [":"])

    def _noun_direction(self, index: int, noun: int, value: StatedTime) -> Direction:
        if preposition(self._chunks, index) == "TO":
            return Direction.FUTURE
        verb = clause_verb(self._chunks, noun)
        return direction_of(verb, value) if verb is not None and verb.frame.name not in TELLING else Direction.NONE

    def _shared(self, head: int, verb: Verb) -> F | None:
        """The event noun of the clause of a verb that says nothing about events (`agreed at the summit on Friday`)."""
        if verb.frame.name == "leave":
            return None
        subject = self._subject_of(head)
        if subject is not None and self._chunks[subject].kind == sym.EVENT:
            return self._frame_at(subject)
        noun = antecedent_noun(self._chunks, head)
        noun = noun if noun is not None else attached_noun(self._chunks, head)
        return self._frame_at(noun) if noun is not None else None

    def _add(self, frame: F | None, value: StatedTime, direction: Direction) -> None:
        if frame is None or any(time.start == value.start for time in frame.times):
            return
        frame.times.append(value)
        if direction is not Direction.NONE:
            frame.directions[value.start] = direction


def bind_heading(frame: Dated, heading: StatedTime) -> None:
    """The day of the heading under which a sentence stands, for a frame without a first day of its own.

    A heading without a year is of an agenda: what stands below lies ahead unless it is told in the past.
    """
    if all(time.bound is Bound.END for time in frame.times):
        frame.times.append(heading)
        if frame.tense != "past" and not heading.is_full_date:
            frame.directions[heading.start] = Direction.FUTURE


def stated_in(chunk: Chunk) -> StatedTime | None:
    """The time that a chunk states, unless it is the day of writing of the dispatch."""
    value = chunk.item.value if chunk.kind == sym.TIME and chunk.item is not None else None
    return value if isinstance(value, StatedTime) and value.place not in (Place.DATELINE, Place.PUBLISHED) else None


def direction_of(verb: Verb, value: StatedTime) -> Direction:
    """The side of the day of writing on which a verb's time lies; the present with a weekday looks ahead."""
    if verb.tense == "future" or (verb.frame.name == "plan" and verb.tense != "past"):
        return Direction.FUTURE
    if verb.tense == "past":
        return Direction.FUTURE if verb.frame.name == "plan" else Direction.PAST
    if verb.tense == "present" and value.kind is Kind.WEEKDAY and value.bound is None:
        return Direction.FUTURE
    return Direction.NONE


def _ended(verb: Verb, value: StatedTime) -> StatedTime:
    """`opens on Monday` gives the first day, `ends on Wednesday` the last."""
    bounds = {"open": Bound.START, "close": Bound.END}
    bound = bounds.get(verb.frame.name)
    return replace(value, bound=bound) if bound is not None and value.bound is None else value
