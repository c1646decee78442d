"""Events told in pieces: of the bodies and states that sent somebody, then by name; each sentence with other guests."""

from __future__ import annotations

from summitry.claims import AgentType
from summitry.extract.cluster_places import MEETINGS
from summitry.extract.clusters import LARGE, Cluster
from summitry.extract.frame_model import RawFrame

_NEAR, _NEXT = 2, 1
"""How many sentences away an event is taken up by a noun, and one of states by the names of those whom they sent."""
_FAR = 8
"""How many sentences away those who attend an event are listed at most."""
_BY_NOUN, _BY_NAMES = 0.6, 2.4


def sent(found: Cluster, frame: RawFrame, distance: int) -> float:
    """How much says that a frame names those whom the bodies or states of an event sent; nothing if it is another's."""
    if found.told.people or frame.kind not in MEETINGS or not any(_person(p.agent.type) for p in frame.parts):
        return 0.0
    if frame.noun and frame.definite and distance <= _NEAR and any(p.agent.is_body for p in found.parts()):
        return _BY_NOUN  # `The Weimar Triangle met in P. A chaired the summit`
    return _BY_NAMES if distance <= _NEXT and _of_the_states(found, frame) else 0.0


def _of_the_states(found: Cluster, frame: RawFrame) -> bool:
    """`Talks between P and Q took place. A met B`: those who meet are of all states of the event."""
    sides = {p.agent.country for p in found.parts() if p.role.attends and p.agent.type is AgentType.STATE}
    others = [p for p in found.parts() if p.role.attends and p.agent.type is not AgentType.STATE]
    homes = {p.agent.country for p in frame.parts if p.role.attends}
    return len(sides) > 1 and not others and homes == sides


def _person(kind: AgentType) -> bool:
    return kind is AgentType.PERSON


def listed(frame: RawFrame, distance: int) -> bool:
    """`Attending the meeting were A and B`, at the end of what is told of it: a list of those who were there too."""
    told = {p.rule.rpartition(".")[2] for p in frame.parts}
    return frame.noun and frame.definite and distance <= _FAR and bool(told) and told <= {"listed", "presence"}


def loose(found: Cluster, frame: RawFrame, distance: int) -> bool:
    """Large meetings are told in pieces: each sentence names other guests."""
    large = bool(LARGE & set(found.kinds)) or len(found.keys()) > 2
    if frame.noun and frame.definite and large and distance <= 2 and frame.kind in MEETINGS:
        return True
    if frame.pointing and frame.noun and distance <= 5:
        return True
    told = [p.rule.rpartition(".")[2] for p in frame.parts]
    if listed(frame, distance) and not frame.places and not frame.times:
        return True
    near = frame.noun and frame.definite and distance <= 2
    if near and told and set(told) == {"presence"} and not found.places():
        return True  # `The talks, held in P, were attended by C`
    vague = near and not frame.places and not frame.times
    if vague and all(rule in ("subject", "by", "too", "listed", "beside", "presence") for rule in told):
        return True
    return frame.kind in LARGE and bool(LARGE & set(found.kinds))
