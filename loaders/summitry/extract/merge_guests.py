"""Guests told of without their event: to which of the events told before they come."""

from __future__ import annotations

from datetime import timedelta

from summitry.claims import AgentType, EventKind, EventStatus
from summitry.extract.cluster_places import MEETINGS, other_place, where
from summitry.extract.clusters import LARGE, Cluster, Dated
from summitry.extract.event_kinds import AHEAD
from summitry.extract.frame_model import RawFrame

_BODIES = frozenset({AgentType.ORGANISATION, AgentType.COALITION, AgentType.GROUP})
_PRESENT = frozenset({"presence.guests"})
_ATTENDED = frozenset({EventKind.SIGNING, EventKind.VIDEOCONFERENCE})
"""What somebody may have attended who is told of in a sentence of its own, where no meeting was told."""
_ON_A_VISIT = frozenset({"present", "floor", "lead", "among"})
"""Rules by which compatriots of a visitor are with him (`The minister B is of the party`)."""
_CROWDED = LARGE | {EventKind.OTHER}
"""What many come to: summits, conferences and ceremonies."""
_CROWD = 3
"""How many who are named together are guests of what was told last, though none of them was named there."""
_BACK = 8
"""How many sentences guests look back."""
_EARLY = timedelta(days=4)
"""How long before or after the days that are told a guest may be there."""


def join(clusters: list[Cluster], dated: Dated, reach: int, most: int) -> None:
    """Guests without an event belong to the large event told of last, when it is near."""
    sentence = dated.frame.sentence
    if dated.frame.kind is EventKind.SIGNING:
        _signed_without(clusters, dated)
        return
    latest = [c for c in clusters[-reach:] if len(c.frames) < most]
    if dated.frame.rule == "escort" and (_accompany(latest, dated) or len(dated.frame.keys()) < _CROWD):
        return
    if dated.frame.rule == "delegation":
        _delegated(latest, dated)
        return
    open_ = [c for c in latest if c.kind() in MEETINGS | _CROWDED]
    near = [c for c in open_ if not c.told.recalled and not _elsewhere(c, dated.frame) and not _not_then(c, dated)]
    vague = bool(dated.frame.places) and all((p[0] or "").startswith("state/") for p in dated.frame.places)
    near = _without_pairs(near, dated.frame)
    large = [c for c in near if c.kind() in _CROWDED] or ([] if vague else near)
    large = [*large, *(c for c in near if not vague and (_of_body(c) or _spoken_of(c)) and sentence - c.told.last <= 1)]
    if not large and any(part.rule in _PRESENT for part in dated.frame.parts):
        large = [c for c in latest if c.kind() in _ATTENDED]
    if _due(dated.frame) and not any(where(c, dated.frame) and c.kind() in LARGE for c in large):
        clusters.extend(_expected(dated))
        return
    if not large:
        if dated.frame.rule in _ON_A_VISIT and all(part.role.attends for part in dated.frame.parts):
            _delegated(latest, dated)
        return
    found = max(large, key=lambda c: c.told.last)
    if sentence - found.told.last <= _BACK:
        _take(found, dated.frame)


def _take(found: Cluster, frame: RawFrame) -> None:
    """Take guests into an event, of which they tell neither the kind nor the day."""
    found.frames.append(Dated(frame, [], None, False, guests=True))


def _accompany(latest: list[Cluster], dated: Dated) -> bool:
    """`A was accompanied by B`: at the event told last at which A is; says whether there is one."""
    keys = {part.agent.key for part in dated.frame.parts if part.rule == "escort.master"}
    near = [c for c in latest if keys & c.keys() and not c.told.recalled]
    found = max(near, key=lambda c: c.told.last, default=None)
    if found is None or dated.frame.sentence - found.told.last > _BACK:
        return False
    _take(found, dated.frame)
    return True


def _delegated(latest: list[Cluster], dated: Dated) -> None:
    """`His delegation includes B`: at the event told last at which a compatriot of B is."""
    home = {part.agent.country for part in dated.frame.parts if part.agent.country}
    open_ = [c for c in latest if c.kind() is not EventKind.CALL and not c.told.recalled]
    near = [c for c in open_ if home & _homes(c)]
    if not home and dated.frame.rule == "delegation":
        near = [c for c in open_[-1:] if _homes(c)]  # ministers whom no table knows
    found = max(near, key=lambda c: c.told.last, default=None)
    if found is not None and dated.frame.sentence - found.told.last <= _BACK:
        _take(found, dated.frame)


def _homes(found: Cluster) -> set[str | None]:
    return {part.agent.country for part in found.parts() if part.role.attends and part.agent.type is AgentType.PERSON}


def _signed_without(clusters: list[Cluster], dated: Dated) -> None:
    """Who does not sign is absent from a signing of the sentence before, never from anything else."""
    last = clusters[-1] if clusters else None
    if last is not None and last.kind() is EventKind.SIGNING and dated.frame.sentence - last.told.last <= 1:
        _take(last, dated.frame)


def _due(frame: RawFrame) -> bool:
    """`A is expected in P`, `B is due at P on Friday`: guests who have yet to come, and where."""
    ahead = frame.tense in ("present", "future") and bool(frame.places and frame.times)
    return frame.rule == "plan" or (ahead and all(p.rule == "present.guests" and p.role.attends for p in frame.parts))


def _without_pairs(near: list[Cluster], frame: RawFrame) -> list[Cluster]:
    """Guests come to a meeting of several rather than to one of two told beside it; from that none stay away."""
    several = [c for c in near if not _pair(c) or (_spoken_of(c) and frame.sentence - c.told.last <= 1)]
    return several or (near if any(p.role.attends for p in frame.parts) else [])


def _pair(found: Cluster) -> bool:
    """Whether it is a meeting of two people and nobody else."""
    return found.kind() is EventKind.MEETING and len(found.told.people) == 2 and len(found.keys()) == 2


def _spoken_of(found: Cluster) -> bool:
    """`This meeting was held on Monday.`: what the sentence before is about, whatever was told earlier."""
    last = found.frames[-1].frame
    return last.noun and last.definite and last.pointing


def _of_body(found: Cluster) -> bool:
    """Whether a body meets, or several people together: as large as a summit."""
    bodies = any(p.agent.type in _BODIES for p in found.parts())
    return bodies or len(found.told.people) > 2


def _not_then(found: Cluster, dated: Dated) -> bool:
    """Whether guests are told of at another time: `came` to what is only proposed, or on a day far from the event's."""
    lying_ahead = {state for d in found.frames for state, _, _ in d.frame.statuses} <= AHEAD
    if dated.frame.tense == "past" and lying_ahead and any(d.frame.statuses for d in found.frames):
        return True
    return found.on_other_day(dated, _EARLY)


def _expected(dated: Dated) -> list[Cluster]:
    """`A is expected in P on Friday`: a visit, where no event in P was told before."""
    if not dated.frame.places:
        return []
    dated.frame.kind, dated.frame.refers = EventKind.VISIT, False
    dated.frame.statuses.append((EventStatus.PLANNED, dated.frame.start, dated.frame.end))
    fresh = Cluster()
    fresh.add(dated)
    return [fresh]


def _elsewhere(found: Cluster, frame: RawFrame) -> bool:
    """Whether guests are told of at another place than the event's; who sends somebody may name a quarter of it."""
    if frame.rule == "represent" and {p[2] for p in frame.places} <= {country for _, country in found.told.places}:
        return False
    return other_place(found, frame)
