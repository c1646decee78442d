"""How the clause of each event tells it: in which tense, as over or recalled, as its end, or as called off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from summitry.claims import EventKind, EventStatus
from summitry.extract import stated_times as stated
from summitry.extract import symbols as sym
from summitry.extract.event_asking import announced, asks, continues, fate, gives_up, governs, spoken_of
from summitry.extract.nearness import Clauses, Head
from summitry.extract.time import Direction, StatedTime

_LOOSE = (None, "participle", "gerund", "infinitive")
LONG = frozenset({EventKind.SUMMIT, EventKind.CONFERENCE, EventKind.NEGOTIATION, EventKind.VISIT})
"""Kinds of events whose end is another day than their beginning."""
_AIM = frozenset({"ON", "TO"})
_GOVERNING = _AIM | {"AROUND", "SUB", "DURING", "FROM", "IN", "WITH", sym.VERB}
"""What may govern the noun of a journey."""


class Dated(Protocol):
    """What a frame offers to those who read its clause and its times."""

    kind: EventKind
    noun: bool
    start: int
    times: list[StatedTime]
    directions: dict[int, Direction]
    statuses: list[tuple[str, int, int]]
    tense: str | None
    anterior: bool
    closing: bool
    recalled: bool
    bygone: bool
    within: bool
    continuing: bool
    unsure: set[int]
    nth: int | None
    distance: int | None


F = TypeVar("F", bound=Dated)


class Telling(Generic[F]):
    """The clauses of one sentence. `frame_at` gives the event of which a verb or event noun speaks."""

    def __init__(self, clauses: Clauses, frame_at: Callable[[int], F | None]) -> None:
        self._clauses = clauses
        self._chunks = clauses.chunks
        self._frame_at = frame_at

    def note(self) -> None:
        """Note in every frame what its clause says of it, and what verbs behind other words say becomes of it."""
        for head in self._clauses.heads:
            if (head.noun or head.verb) and (frame := self._frame_at(head.at)) is not None:
                self._note(frame, head)
            elif head.verb is not None and (status := fate(head.verb)) is not None:
                self._call_off(head.at, status)
            elif head.verb is not None and (status := gives_up(head.verb)) is not None:
                self._give_up(head, status)

    def _note(self, frame: F, head: Head) -> None:
        verb = self._clauses.clause_head(head.at) if head.noun else head
        _tell(frame, verb)
        frame.within = head.noun and frame.tense == "future" and self._clauses.preposition(head.at) == "DURING"
        ends = self._clauses.preposition(head.at) != "BY" and self._closes(frame, verb)
        frame.closing = frame.closing or ends
        frame.anterior = frame.anterior or governs(self._clauses, verb, head, "follow")
        frame.recalled = frame.recalled or governs(self._clauses, verb, head, "recall")
        frame.recalled = frame.recalled or spoken_of(self._clauses, verb, head)
        frame.continuing = frame.continuing or continues(self._clauses, verb, head)
        if verb is not None and verb.verb is not None and verb.verb.bygone:
            frame.bygone = True
        if not frame.statuses and self._before_what_comes(head):
            frame.statuses.append((EventStatus.PLANNED, self._chunks[head.at].start, self._chunks[head.at].end))
        if verb is not None and not frame.statuses and announced(self._clauses, verb, head):
            frame.statuses.append((EventStatus.PLANNED, self._chunks[verb.at].start, self._chunks[verb.at].end))

    def _before_what_comes(self, head: Head) -> bool:
        """`will meet B before flying to P`, `doit voir B avant de se rendre à P`: what follows on what is to come."""
        if head.noun or head.tense not in ("infinitive", "gerund"):
            return False
        led = any(chunk.kind in ("AROUND", "SUB") for chunk in self._chunks[max(0, head.at - 3) : head.at])
        before = [one for one in self._clauses.near(head.at) if one.at < head.at and one.finite]
        return led and bool(before) and not before[-1].anterior and _ahead(before[-1])

    def _closes(self, frame: F, head: Head | None) -> bool:
        """Whether a clause tells the end of an event: by its verb, or as what somebody leaves after."""
        if head is None or head.verb is None:
            return False
        closed = head.verb.frame.name == "close" and frame.kind in LONG
        left = head.verb.frame.name == "leave" and frame.kind is EventKind.VISIT
        return closed or (left and self.journey(head) is not frame)

    def _give_up(self, head: Head, status: str) -> None:
        """`was to visit P, but called it off`: what becomes of the event told before a conjunction."""
        before = [one for one in self._clauses.near(head.at) if one.at < head.at and self._frame_at(one.at)]
        ends = self._clauses.ends_between(before[-1].at, head.at) if before else []
        frame = self._frame_at(before[-1].at) if before else None
        if frame is not None and ends == ["BUT"] and any(told[0] == EventStatus.PLANNED for told in frame.statuses):
            frame.statuses.append((status, self._chunks[head.at].start, self._chunks[head.at].end))

    def _call_off(self, at: int, status: str) -> None:
        """`the summit, which was to gather …, is postponed`: what becomes of the noun before the relative clause, or
        of the only one before the first finite verb."""
        noun = self._clauses.resumed(at)
        noun = self._clauses.opening_noun(at) if noun is None else noun
        if noun is not None and (frame := self._frame_at(noun)) is not None:
            frame.statuses.append((status, self._chunks[at].start, self._chunks[at].end))

    def journey(self, head: Head) -> F | None:
        """`leaves on Friday on a trip to P`: the journey begins then."""
        noun = self._clauses.attached_noun(head.at)
        frame = self._frame_at(noun) if noun is not None and noun > head.at else None
        opening = next((c.kind for c in reversed(self._chunks[:noun]) if c.kind in _GOVERNING), "")
        return frame if frame is not None and frame.kind is EventKind.VISIT and opening in _AIM else None


def _tell(frame: Dated, head: Head | None) -> None:
    """Note the tense in which a frame is told."""
    if head is not None and (head.tense == "future" or not stated.telling(head)):
        frame.tense = head.tense if frame.tense in _LOOSE else frame.tense
        frame.anterior = frame.anterior or (head.anterior and not asks(head))


def _ahead(head: Head) -> bool:
    return head.tense == "future" or stated.scheduled(head)
