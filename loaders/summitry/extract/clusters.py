"""Clusters: the frames that tell of one event."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from summitry.claims import EventKind
from summitry.extract.frame_model import Part, RawFrame
from summitry.extract.time import ResolvedTime
from summitry.extract.time.edtf import Span


@dataclass(slots=True)
class Dated:
    """A frame with its stated times read."""

    frame: RawFrame
    times: list[ResolvedTime]
    span: Span | None
    mismatch: bool


@dataclass(slots=True)
class Cluster:
    """Frames that tell of one event."""

    frames: list[Dated] = field(default_factory=list)
    kinds: Counter[EventKind] = field(default_factory=Counter)
    _told: int = 0
    _parts: list[Part] = field(default_factory=list)
    _keys: set[str] = field(default_factory=set)

    @property
    def first(self) -> RawFrame:
        """The frame that tells of it first."""
        return self.frames[0].frame

    def parts(self) -> list[Part]:
        """All participations told by the frames."""
        self._look()
        return self._parts

    def keys(self) -> set[str]:
        """Short ids of everybody who attends."""
        self._look()
        return self._keys

    def _look(self) -> None:
        """Note who is told of by the frames that came since: long texts ask for it at every frame."""
        for dated in self.frames[self._told :]:
            self._parts.extend(dated.frame.parts)
            self._keys |= dated.frame.keys()
        self._told = len(self.frames)

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
        return {d.frame.series for d in self.frames if d.frame.series}

    @property
    def apart(self) -> bool:
        """Whether it is a meeting of two held apart from others, to which nobody else comes."""
        return any(d.frame.apart for d in self.frames) and len(self.keys()) == 2

    def kind(self) -> EventKind:
        """The kind named most often; a noun counts more than a verb."""
        return max(self.kinds.items(), key=lambda pair: (pair[1], -list(EventKind).index(pair[0])))[0]

    def add(self, dated: Dated) -> None:
        """Take in one more frame."""
        self.frames.append(dated)
        self.kinds[dated.frame.kind] += _voice(dated.frame)


def _voice(frame: RawFrame) -> int:
    """How much a frame says about the kind: a noun most, a verb of speaking least."""
    if frame.noun:
        return 2 if frame.soft else 3
    return 1 if frame.soft else 2
