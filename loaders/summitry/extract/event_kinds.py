"""Kinds and states of events that several rules treat alike."""

from __future__ import annotations

from summitry.claims import EventKind, EventStatus

FACE_TO_FACE = frozenset({EventKind.MEETING, EventKind.SIGNING, EventKind.NEGOTIATION})
"""Kinds of events that a few hold in one room, on visits and beside summits too."""
AHEAD = frozenset({EventStatus.PLANNED, EventStatus.PROPOSED})
"""States of what has yet to come."""
CALLED_OFF = frozenset({EventStatus.CANCELLED, EventStatus.POSTPONED})
"""States of what does not take place when it was to."""
NOT_HELD = CALLED_OFF | {EventStatus.DECLINED}
"""States of what does not take place, or not as told."""
