"""Clusters: the frames that tell of one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from summitry.claims import AgentType, EventKind
from summitry.extract.frame_model import Part, RawFrame
from summitry.extract.reading import Agent
from summitry.extract.time import ResolvedTime
from summitry.extract.time.edtf import Span

_ORDER = {kind: place for place, kind in enumerate(EventKind)}

_SPEAKING = frozenset({"speak", "speakalone", "discuss"})
"""Rules of verbs that do not say whether people who speak see each other."""

LARGE = frozenset({EventKind.SUMMIT, EventKind.CONFERENCE, EventKind.VIDEOCONFERENCE})
"""Kinds of events that many attend."""


@dataclass(slots=True)
class Dated:
    """A frame with its stated times read."""

    frame: RawFrame
    times: list[ResolvedTime]
    span: Span | None
    mismatch: bool
    guests: bool = False
    """Whether it only tells of guests of an event that was told before, and nothing of its day."""


def touch(a: Span, b: Span, margin: timedelta = timedelta()) -> bool:
    """Whether two readings of a day can be of one event: they overlap, or lie within `margin`; an open end may be."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return True
    return a.first <= b.last + margin and b.first <= a.last + margin


def people(parts: Iterable[Part]) -> set[str]:
    """Short ids of the people who attend."""
    return {p.agent.key for p in parts if p.role.attends and p.agent.type is AgentType.PERSON}


@dataclass(slots=True)
class Told:
    """What the frames of an event tell, gathered once: long texts ask for it at every frame."""

    parts: list[Part] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    paired: bool = False
    """Whether one frame alone names two people."""
    nationals: set[Agent] = field(default_factory=set)
    """Who attends and is of a country."""
    states: set[str] = field(default_factory=set)
    last: int = -1
    """The last sentence."""
    recalled: bool = False
    mismatch: bool = False
    spans: list[Span] = field(default_factory=list)
    """Readings of the day, each once."""
    places: set[tuple[str, str | None]] = field(default_factory=set)
    """Names and countries."""
    only_towns: bool = True
    towns: set[str | None] = field(default_factory=set)
    series: set[str] = field(default_factory=set)
    editions: set[int] = field(default_factory=set)
    frames: set[int] = field(default_factory=set)
    """Its frames, by identity."""
    wholes: set[int] = field(default_factory=set)
    """The frames inside which it is told."""

    def add(self, dated: Dated) -> None:
        """Take in one more frame."""
        frame = dated.frame
        self._company(frame)
        self._setting(frame)
        self.last = max(self.last, frame.sentence)
        self.recalled = self.recalled or frame.recalled
        self.mismatch = self.mismatch or dated.mismatch
        if dated.span and dated.span not in self.spans:
            self.spans.append(dated.span)
        self.frames.add(id(frame))
        if frame.link is not None:
            self.wholes.add(id(frame.link))

    def _company(self, frame: RawFrame) -> None:
        here = people(frame.parts)
        self.parts.extend(frame.parts)
        self.keys |= frame.keys()
        self.people |= here
        self.paired = self.paired or len(here) >= 2
        self.nationals.update(p.agent for p in frame.parts if p.role.attends and p.agent.country)
        self.states.update(state for state, _, _ in frame.statuses)

    def _setting(self, frame: RawFrame) -> None:
        self.places.update((place[1], place[2]) for place in frame.places)
        self.only_towns = self.only_towns and all(p[0] and p[0].startswith("place/") for p in frame.places)
        self.towns |= frame.towns
        self.series.update((frame.series,) if frame.series else ())
        self.editions.update((frame.edition,) if frame.edition else ())


@dataclass(slots=True)
class Cluster:
    """Frames that tell of one event."""

    frames: list[Dated] = field(default_factory=list)
    kinds: Counter[EventKind] = field(default_factory=Counter)
    _seen: int = 0
    _told: Told = field(default_factory=Told)

    @property
    def first(self) -> RawFrame:
        """The frame that tells of it first."""
        return self.frames[0].frame

    @property
    def told(self) -> Told:
        """What its frames tell."""
        while self._seen < len(self.frames):
            self._told.add(self.frames[self._seen])
            self._seen += 1
        return self._told

    def parts(self) -> list[Part]:
        """All participations told by the frames."""
        return self.told.parts

    def keys(self) -> set[str]:
        """Short ids of everybody who attends."""
        return self.told.keys

    def places(self) -> list[tuple[str | None, str, str | None, int, int]]:
        """All places told by the frames."""
        return [p for d in self.frames for p in d.frame.places]

    def telling(self) -> list[Dated]:
        """The frames that tell of the event itself, and not of the way to it."""
        if self.kind() is EventKind.VISIT:
            return self.frames
        return [d for d in self.frames if d.frame.kind is not EventKind.VISIT] or self.frames

    def series(self) -> set[str]:
        """Bodies whose meeting it is."""
        return self.told.series

    @property
    def apart(self) -> bool:
        """Whether it is a meeting of two held apart from others, to which nobody else comes."""
        return any(d.frame.apart for d in self.frames) and len(self.keys()) == 2

    def kind(self) -> EventKind:
        """The kind named most often; a noun counts more than a verb."""
        if len(self.kinds) == 1:
            return next(iter(self.kinds))
        return max(self.kinds.items(), key=lambda pair: (pair[1], -_ORDER[pair[0]]))[0]

    def on_other_day(self, dated: Dated, margin: timedelta = timedelta()) -> bool:
        """Whether a frame tells of another day, by more than a margin; a weekday that does not fit says nothing."""
        spans = self.told.spans
        if dated.span is None or not spans or dated.mismatch or self.told.mismatch:
            return False
        return not any(touch(dated.span, span, margin) for span in spans)

    def add(self, dated: Dated) -> None:
        """Take in one more frame."""
        self.frames.append(dated)
        self.kinds[dated.frame.kind] += _voice(dated.frame)


def by_voice(frame: RawFrame) -> bool:
    """Whether a verb of speaking tells of it, or a headline, and not where: face to face, or on the telephone."""
    open_ = frame.rule in _SPEAKING or (frame.rule == "meet" and frame.sentence == 0)
    return open_ and not frame.noun and not frame.places


def _voice(frame: RawFrame) -> int:
    """How much a frame says about the kind: a noun most, a verb of speaking least."""
    if frame.noun:
        return 2 if frame.soft else 3
    return 1 if frame.soft or (by_voice(frame) and frame.kind is EventKind.MEETING) else 2
