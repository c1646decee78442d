"""Times that belong to another clause than the one in which they stand, or to another event than the nearest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Generic

from summitry.claims import EventKind
from summitry.extract import stated_times as stated
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.event_telling import LONG, Dated, F
from summitry.extract.frame_model import AUXILIARY, FRAMING
from summitry.extract.nearness import Clauses, Head
from summitry.extract.time import Bound, Direction, StatedTime

LONGEST_PREMODIFIER = 4
"""How many words may stand between a time and the event noun that it tells apart."""
_GOING = frozenset({"leave", "travel", "go"})
"""Frames of verbs of setting out."""


class TimeClauses(Generic[F]):
    """The clauses of one sentence that take up a time of another one."""

    _clauses: Clauses
    _chunks: Sequence[Chunk]
    _frame_at: Callable[[int], F | None]
    _whens: Collection[str]
    _going: list[tuple[F, StatedTime]]

    def _take_up(self, index: int, value: StatedTime) -> None:
        """`it has been so since 2019, when A met B`: the time is that of the clause too which takes it up."""
        behind = [chunk.kind != "," for chunk in self._chunks[index + 1 : index + 3]]
        opens = index + 1 + behind.index(True) if True in behind else index
        if self._chunks[opens].text.lower().replace("’", "'") not in self._whens:
            return
        within = [one for one in self._clauses.near(opens) if one.at > opens]
        within = [one for one in within if not self._clauses.ends_between(opens, one.at)]
        told = next(((one, f) for one in within if (f := self._frame_at(one.at)) is not None), None)
        if told is not None and not told[1].times:
            add(told[1], replace(value, bound=None), stated.direction_of(told[0], value))

    def _part(self) -> None:
        """`flies on Friday to the summit that opens on Monday`: the day of going gives way to that of the summit."""
        for frame, time in self._going:
            if any(other.start != time.start for other in frame.times):
                frame.times[:] = [other for other in frame.times if other.start != time.start]

    def _joined(self, verb: int) -> bool:
        """Whether a conjunction stands right before a verb and its auxiliaries."""
        at = verb - 1
        while at > 0 and self._chunks[at].kind in AUXILIARY:
            at -= 1
        return self._chunks[at].kind == "AND"

    def _departing(self, index: int, noun: Head, frame: F) -> bool:
        """`leaves today for the summit in P`: the day of going, and hardly that of the summit."""
        if noun.at < index or frame.kind not in FRAMING or self._clauses.preposition(noun.at) != "TO":
            return False
        before = [one for one in self._clauses.near(index) if one.at < index and one.verb]
        return bool(before) and before[-1].verb is not None and before[-1].verb.frame.name in _GOING

    def _setting_out(self, head: Head, frame: F) -> bool:
        """`flies to P on Friday for the summit`: one event, and the day is that of going."""
        going = head.verb is not None and head.verb.frame.name in _GOING
        return going and frame.noun and frame.kind in FRAMING and frame.start > self._chunks[head.at].start

    def _left(self, index: int, head: Head, value: StatedTime) -> bool:
        """`left P on Tuesday after a visit of two days`: the last day of the visit."""
        if head.verb is None or head.verb.frame.name != "leave" or head.tense != "past" or value.bound is not None:
            return False
        noun = next((one.at for one in self._clauses.near(index) if one.noun and one.at > index), None)
        frame = self._frame_at(noun) if noun is not None and not self._clauses.ends_between(head.at, noun) else None
        over = noun is not None and self._clauses.preposition(noun) == "AROUND"
        if frame is None or not over or frame.kind is not EventKind.VISIT:
            return False
        add(frame, replace(value, bound=Bound.END), Direction.PAST)
        return True

    def _give_counted(self, index: int, step: int) -> None:
        """`said on Tuesday, on the eve of the summit`: the summit begins on the day behind the one that is told."""
        ahead = range(index + 1, min(len(self._chunks), index + LONGEST_PREMODIFIER + 3))
        noun = next((at for at in ahead if self._chunks[at].kind == sym.EVENT), None)
        frame = self._frame_at(noun) if noun is not None else None
        here = [at for at in range(len(self._chunks)) if at != index and not self._clauses.ends_between(index, at)]
        others = ((at, stated.stated_in(self._chunks[at])) for at in here)
        told = [(at, value) for at, value in others if value is not None and stated.whole_day(value)]
        if frame is not None and not told and frame.kind in LONG:
            frame.distance = -step
        if frame is None or len(told) != 1 or frame.times not in ([], [told[0][1]]):
            return
        if step > 0 and frame.kind in LONG:
            return
        (at, day), frame.nth = told[0], 1 + step
        head = self._clauses.nearest(at)
        side = stated.direction_of(head, day) if head is not None else Direction.NONE
        if step > 0 and head is not None and head.tense == "present":
            side = frame.directions[day.start] = Direction.PAST
        add(frame, day, side)

    def _closes_relative(self, index: int, head: Head) -> bool:
        """`the summit, which runs until Friday, opened in P`: a comma behind a time ends its relative clause."""
        return head.at > index and self._chunks[index + 1].kind == "," and self._clauses.antecedent(index) is not None


def add(frame: Dated | None, value: StatedTime, direction: Direction) -> None:
    """Give an event a time, with the side on which it lies, once."""
    if frame is None or any(time.start == value.start for time in frame.times):
        return
    if direction is Direction.PAST and stated.ahead_only(value):
        return  # `their first meeting in two years`
    frame.times.append(value)
    if direction is not Direction.NONE:
        frame.directions[value.start] = direction
