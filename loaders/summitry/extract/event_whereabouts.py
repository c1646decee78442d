"""Where an event takes place that names no place: what its sentence, its agenda entry or the visit around it say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from summitry.claims import AgentType, EventKind, EventMode, Evidence
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.clusters import Cluster
from summitry.extract.event_kinds import FACE_TO_FACE, NOT_HELD
from summitry.extract.event_scene import Scene, is_town, reading_of
from summitry.extract.frame_model import RawFrame
from summitry.extract.ranker.candidates import Candidate
from summitry.extract.reading import EventReading, Participant, PlaceReading

_NOWHERE = frozenset({EventKind.CALL, EventKind.VIDEOCONFERENCE, EventKind.VISIT})
_OPENING = frozenset({",", sym.TIME, sym.AGENTS, sym.VERB, sym.EVENT, "ON"})
"""What stands before the preposition of a place that nothing but the sentence itself has."""
_MARKS = frozenset({"-", "–", "—", ":"})
_BEFORE_ENTRY = frozenset({"-", "–", "—", "•", "*", sym.TIME, ",", sym.NUMBER})
_MOVING = frozenset({"travel", "go"})
_AFTER_HERE = frozenset({"ON", sym.TIME, ",", ".", "TO", "WITH"})
_ENTRY = 6
_JOURNEY, _BEFORE = timedelta(days=6), timedelta(days=1)
"""How far behind and before the first day of a visit its meetings may be."""
_DAY = 10
"""Length of a date with its day."""


class Whereabouts:
    """The places around the events of one article; `rows` are its sentences, `frames` what they tell, `here` the words
    for the town of its dateline."""

    def __init__(
        self,
        text: str,
        rows: Sequence[Sequence[Chunk]],
        frames: Sequence[RawFrame],
        scene: Scene | None = None,
        here: Collection[str] = (),
    ) -> None:
        self._text = text
        self._scene = scene
        self._here = here
        self._rows = rows
        self._frames: dict[int, list[RawFrame]] = {}
        for frame in frames:
            self._frames.setdefault(frame.sentence, []).append(frame)

    def settle(self, events: Sequence[Candidate]) -> None:
        """Give the events without a place that of their sentence, else that of the visit in which they fall."""
        for told in events:
            event = told.event
            if not event.places and event.kind not in _NOWHERE and event.mode is not EventMode.VIRTUAL:
                event.places = self._around(told.found) or _whole(event, events) or _beside(told, events)
            elif not event.places and event.kind is EventKind.VISIT:
                event.places = self._entry(told.found)

    def _around(self, found: Cluster) -> tuple[PlaceReading, ...]:
        for frame in (dated.frame for dated in found.telling()):
            if not frame.recalled and (places := self._near(frame)):
                return places
        return ()

    def _near(self, frame: RawFrame) -> tuple[PlaceReading, ...]:
        return self._heading(frame) or self._in_sentence(frame) or self._in_town(frame)

    def _in_town(self, frame: RawFrame) -> tuple[PlaceReading, ...]:
        """`met here on Monday`: the town of the dateline."""
        row = self._rows[frame.sentence]
        if self._scene is None or not self._here or any(chunk.kind == sym.QUOTE for chunk in row):
            return ()
        after = (row[at + 1] for at, chunk in enumerate(row[:-1]) if chunk.text.lower() in self._here)
        told = any(chunk.kind in _AFTER_HERE for chunk in after)
        return (self._scene.place,) if told and self._scene.dated else ()

    def _entry(self, found: Cluster) -> tuple[PlaceReading, ...]:
        return next((places for dated in found.frames if (places := self._heading(dated.frame))), ())

    def _heading(self, frame: RawFrame) -> tuple[PlaceReading, ...]:
        """`OSLO - A and B meet`, `- Oslo : meeting of …`: the town before an entry of an agenda."""
        row = self._rows[frame.sentence]
        at = next((at for at, chunk in enumerate(row[:_ENTRY]) if chunk.kind not in _BEFORE_ENTRY), len(row))
        if not frame.sentence or at + 1 >= len(row) or row[at + 1].kind not in _MARKS or frame.start < row[at].end:
            return ()
        return (reading_of(row[at], self._text),) if row[at].place is not None else ()

    def _in_sentence(self, frame: RawFrame) -> tuple[PlaceReading, ...]:
        """The only place of the sentence, when no other event has it, or where its journey leads."""
        others = [f for f in self._frames.get(frame.sentence, ()) if f is not frame]
        journeys = [f for f in others if f.kind is EventKind.VISIT and f.places and f.start < frame.start]
        if journeys and frame.keys() & journeys[-1].keys() and len({p[2] for p in journeys[-1].places}) == 1:
            return tuple(PlaceReading(p[0], p[1], p[2], self._quote(p[3], p[4])) for p in journeys[-1].places)
        taken = {place[3] for other in others for place in other.places}
        free = [c for c in self._free(frame.sentence) if c.start not in taken]
        if taken or len({chunk.place[:2] for chunk in free if chunk.place}) != 1:
            return ()
        return (reading_of(free[0], self._text),)

    def _free(self, sentence: int) -> Iterator[Chunk]:
        """The towns behind a preposition of place that says where all of the sentence happens."""
        row = self._rows[sentence]
        return (chunk for at, chunk in enumerate(row) if is_town(chunk) and _placing(row, at))

    def _quote(self, start: int, end: int) -> Evidence:
        return Evidence(start, end, self._text[start:end])


def _placing(row: Sequence[Chunk], at: int) -> bool:
    """Whether what stands before a town says that things happen there (`in P`, `flew to P`)."""
    if at and _moves(row[at - 1]):
        return True
    before = row[at - 2] if at > 1 else None
    if at and row[at - 1].kind == "IN":
        return before is None or before.kind in _OPENING
    return at > 0 and row[at - 1].kind == "TO" and before is not None and _moves(before)


def _moves(chunk: Chunk) -> bool:
    return chunk.verb is not None and chunk.verb.frame.name in _MOVING


def _beside(one: Candidate, events: Sequence[Candidate]) -> tuple[PlaceReading, ...]:
    """The place of a visit or meeting abroad, for another one of the same guest with somebody who is at home there."""
    event = one.event
    before = event.start is None and any(d.frame.anterior or d.frame.recalled for d in one.found.frames)
    if event.kind not in FACE_TO_FACE or before:
        return ()
    people = {p.agent.key: p.agent.country for p in event.participants if p.role.attends and _person(p)}
    near = [told.event for told in events if told.event is not event and _during(event, told.event)]
    for other in sorted(near, key=lambda e: e.kind is not EventKind.VISIT):
        there = {place.country for place in other.places}
        guests = {p.agent.key for p in other.participants if p.role.attends and p.agent.country not in there}
        if len(there) == 1 and there & set(people.values()) and guests & set(people):
            return other.places
    return ()


def _whole(event: EventReading, events: Sequence[Candidate]) -> tuple[PlaceReading, ...]:
    """The place of the summit of which the text tells a meeting as a part."""
    wholes = (told.event for told in events if told.event.id == event.part_of)
    return next((whole.places for whole in wholes), ())


def _person(one: Participant) -> bool:
    return one.agent.type is AgentType.PERSON


def _during(event: EventReading, other: EventReading) -> bool:
    """Whether two events are not called off and within a few days; without a day, as far as the month says."""
    if event.status in NOT_HELD or other.status in NOT_HELD:
        return False
    days = [date.fromisoformat(e.start) if e.start and len(e.start) == _DAY else None for e in (event, other)]
    if days[0] is None or days[1] is None:
        told, known = event.start or "", other.start or ""
        return not told or (bool(known) and (told.startswith(known) or known.startswith(told)))
    return days[1] - _BEFORE <= days[0] <= days[1] + _JOURNEY
