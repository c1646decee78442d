"""Which kinds of frames can tell of one event."""

from __future__ import annotations

from summitry.claims import EventKind
from summitry.extract.clusters import Cluster, by_voice
from summitry.extract.frame_model import RawFrame

_FAMILIES = (
    {EventKind.SUMMIT, EventKind.CONFERENCE, EventKind.MEETING, EventKind.NEGOTIATION},
    {EventKind.CALL, EventKind.VIDEOCONFERENCE},
    {EventKind.SUMMIT, EventKind.VIDEOCONFERENCE, EventKind.MEETING},
)
_OF_TWO = frozenset({EventKind.CALL, EventKind.MEETING})


def same_family(found: Cluster, frame: RawFrame) -> bool:
    """Whether a frame can tell of an event again, by its kind."""
    if frame.kind in found.kinds:
        return True
    if any(frame.kind in family and family & set(found.kinds) for family in _FAMILIES):
        return True
    if frame.anterior or len(found.keys() & frame.keys()) < 2:
        return False
    if frame.soft and not frame.noun:
        return True
    # `A spoke with B`, then `the meeting`; `A s'entretient avec B`, then `A a appelé B`
    return frame.kind in _OF_TWO and all(by_voice(d.frame) for d in found.frames)
