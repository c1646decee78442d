"""Whether a cluster of frames is an event worth telling, and who has which role at it."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType, EventKind, Role
from summitry.extract.clusters import LARGE, Cluster
from summitry.extract.frame_model import Part
from summitry.extract.reading import Participant

_TELLING = (Role.ABSENT, Role.HOST, Role.CHAIR, Role.MEDIATOR, Role.PARTICIPANT, Role.ORGANISER, Role.INVITEE)
"""Roles, the most telling first."""


def roles(found: Cluster) -> list[tuple[Part, list[Part]]]:
    """One role for each agent, with all the places that name it: absence outweighs, then the most telling role."""
    by_agent: dict[str, list[Part]] = {}
    for part in found.parts():
        by_agent.setdefault(part.agent.key, []).append(part)
    chosen = []
    for parts in by_agent.values():
        best = min(parts, key=lambda p: (_TELLING.index(p.role), -p.confidence)) if len(parts) > 1 else parts[0]
        chosen.append((best, parts))
    return _without_doubles(chosen)


def _without_doubles(chosen: list[tuple[Part, list[Part]]]) -> list[tuple[Part, list[Part]]]:
    """A state beside its own named leader stands for him."""
    people = [p.agent for p, _ in chosen if p.agent.type is AgentType.PERSON and p.role.attends]
    leaders = {agent.country for agent in people if not agent.format}
    crowd = len(people) > 1
    return [
        (p, all_)
        for p, all_ in chosen
        if not (p.agent.type is AgentType.STATE and p.role.attends and p.agent.country in leaders)
        and not (p.agent.type is AgentType.GROUP and p.agent.unnamed and crowd)
    ]


def without_crowds(participants: Sequence[Participant]) -> tuple[Participant, ...]:
    """Those at an event without the group of people that the text names one by one."""
    people = [p for p in participants if p.agent.type is AgentType.PERSON and p.role.attends]
    crowd = len(people) > 1
    return tuple(p for p in participants if not (crowd and p.agent.unnamed and p.agent.type is AgentType.GROUP))


def worth(found: Cluster, start: str | None) -> bool:
    """Whether a cluster is a concrete diplomatic event, and not talk of meetings in general."""
    chosen = roles(found)
    attending = [p for p, _ in chosen if p.role.attends]
    kind = found.kind()
    where = bool(found.places())
    governed = any(d.frame.noun and d.frame.governed for d in found.frames)
    impersonal = _impersonal(found, kind, where, bool(start), governed)
    if not chosen:
        return impersonal
    if not attending and _without_guests(chosen, where, impersonal):
        return True
    people = [p for p in attending if p.agent.type is not AgentType.ORGANISATION]
    if _of_no_state(found, chosen, people):
        return False
    match kind:
        case EventKind.SUMMIT | EventKind.CONFERENCE | EventKind.VIDEOCONFERENCE:
            concrete = bool(start) or where or governed or len(people) >= 2
        case EventKind.VISIT:
            concrete = where and any(not (p.agent.unnamed and p.agent.type is AgentType.GROUP) for p in people)
        case EventKind.SIGNING:
            concrete = bool(attending)
        case _:
            settled = where or bool(start)
            concrete = not _private(people) and _gathers(found, attending, people, settled, governed)
    return concrete


def _of_no_state(found: Cluster, chosen: Sequence[tuple[Part, list[Part]]], people: Sequence[Part]) -> bool:
    """Whether only strangers are there, people of one country at home, or those of a company's or a trade's summit."""
    if all(p.agent.stranger for _, told in chosen for p in told):
        return True
    kind, numbered = found.kind(), _numbered(found)
    hosted = kind in LARGE and all(p.role in (Role.HOST, Role.CHAIR) for p, _ in chosen)
    if not (hosted and numbered) and _domestic(found, [p for p, _ in chosen]):
        return True
    return kind is EventKind.SUMMIT and not numbered and (_private(people) or _unofficial(people))


def _gathers(found: Cluster, attending: Sequence[Part], people: Sequence[Part], settled: bool, governed: bool) -> bool:
    """Whether somebody meets somebody: two at least, a body somewhere or some day, or guests of a meeting so named."""
    if len(people) >= 2 or (attending and _body_meets(found) and settled):
        return True
    named = any(d.frame.noun and not d.frame.soft for d in found.frames)
    return named and bool(attending) and settled and governed


def _without_guests(chosen: Sequence[tuple[Part, list[Part]]], where: bool, impersonal: bool) -> bool:
    """`Peace talks open in P without A`, `A and B are invited to P for talks`: those are named who may not come."""
    invited = sum(p.role is Role.INVITEE for p, _ in chosen)
    return (where and invited > 1) if invited else (impersonal and all(p.role is Role.ABSENT for p, _ in chosen))


def _private(people: Sequence[Part]) -> bool:
    """Whether somebody of no state that the text names meets one other: business, and no diplomacy."""
    known = [p for p in people if p.agent.country or p.agent.official or p.agent.type is not AgentType.PERSON]
    return len(people) == 2 and len(known) < 2


def _unofficial(people: Sequence[Part]) -> bool:
    """Whether only people of no state that the text names are at it: the summit of a company or a trade."""
    persons = all(p.agent.type is AgentType.PERSON for p in people)
    return bool(people) and persons and not any(p.agent.country or p.agent.official for p in people)


def _numbered(found: Cluster) -> bool:
    """Whether the event is one of a series of a body, or has a number."""
    return any(d.frame.ordinal or d.frame.series for d in found.frames)


def _body_meets(found: Cluster) -> bool:
    """`The ministers of the G7 meet in P`: several people in one name."""
    bodies = (AgentType.ORGANISATION, AgentType.COALITION, AgentType.GROUP)
    frames = [d.frame for d in found.frames if not d.frame.noun and d.frame.kind is EventKind.MEETING]
    return any(p.agent.type in bodies for f in frames for p in f.parts)


def _impersonal(found: Cluster, kind: EventKind, where: bool, when: bool, governed: bool) -> bool:
    """An event told without anybody: a treaty signed somewhere, a summit that is said to open somewhere."""
    if kind is EventKind.SIGNING:
        return where
    if kind is EventKind.CONFERENCE:
        return where and when and governed and sum(d.frame.noun for d in found.frames) > 1
    return kind in (EventKind.SUMMIT, EventKind.NEGOTIATION) and where and (governed or (when and bool(found.series())))


def _domestic(found: Cluster, parts: list[Part]) -> bool:
    """Everybody from one country, at home."""
    if any(p.agent.type in (AgentType.ORGANISATION, AgentType.COALITION) for p in parts):
        return False
    if any(p.agent.type is AgentType.PERSON and p.agent.format for p in parts):
        return False  # who speaks for a body is a guest in his own country too
    countries = {p.agent.country for p in parts}
    if len(countries) != 1 or None in countries:
        return False
    abroad = {p[2] for p in found.places() if p[2]} - countries
    return not abroad
