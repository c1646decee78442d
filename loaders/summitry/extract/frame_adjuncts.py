"""People who speak, meet or agree at an event of which another part of the sentence tells: they take part in it."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_attendance import guest_frame
from summitry.extract.frame_governors import agents_of, main_verb
from summitry.extract.frame_model import (
    BETWEEN_TWO,
    FRAMING,
    PLAIN,
    SPEAKING,
    Part,
    RawFrame,
    of_countries,
    people_of,
)
from summitry.extract.frame_objects import object_of
from summitry.extract.frame_occasions import (
    BEHIND,
    OVER,
    got_together,
    opens_with,
    received_from,
    speaks_at,
    tells_none,
    there_for,
    when_or_where,
)
from summitry.extract.frame_owners import owners, possessor
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of

_DOING = SPEAKING | {"propose", "speakalone", "speak", "discuss", "represent", "lead", "goon", "ring"}
"""Frames of verbs of what somebody may do at an event."""


def adjuncts(sentence: Sentence) -> None:
    """`said at the summit`: who speaks at an event takes part in it."""
    for index, frame in sentence.nouns.items():
        before = when_or_where(sentence, index)
        there_for(sentence, index, frame)
        received_from(sentence, index, frame)
        if before is not None and not frame.parts and (parties := got_together(sentence, before)) is not None:
            frame.add(parties, Role.PARTICIPANT, "together.at", 0.7)
            frame.statuses.append((EventStatus.HELD, parties.start, parties.end))
        governor = main_verb(sentence, before) if before is not None else None
        if before is not None and governor is None:
            opens_with(sentence, index, before, frame)
        if before is None or governor is None:
            continue
        during = sentence.chunks[before].kind == "DURING"
        if during and frame.kind in FRAMING:
            _inside(sentence, governor, before, frame)
        verb = sentence.chunks[governor].verb
        chunk = agents_of(sentence, subject_of(sentence, governor)) or speaker(sentence, governor)
        if chunk is None or verb is None or verb.negative or verb.passive:
            continue
        if sentence.chunks[before].kind not in BEHIND or _said_behind(sentence, before, verb, frame):
            _acts_at(frame, chunk, verb, sentence.verbs.get(governor), during)
        there = sentence.chunks[before].text.lower() in sentence.pack.grammar.attending
        if (there or during) and frame.kind in FRAMING and verb.frame.name in _DOING and tells_none(sentence, governor):
            speaks_at(sentence, frame, chunk)


def _acts_at(frame: RawFrame, chunk: Chunk, verb: Verb, own: RawFrame | None, during: bool) -> None:
    """Somebody acts at an event by a verb, which may tell of an event of its `own`."""
    if frame.kind is EventKind.CALL and own is not None and verb.frame.name == "discuss":
        own.kind = EventKind.CALL
    if (way := _way(frame, chunk, verb, own, during)) is not None:
        frame.add(people_of(chunk), Role.PARTICIPANT, *way)
    elif own is not None and verb.frame.kind is not None and frame.kind in FRAMING:
        frame.parts.extend(Part(p.agent, Role.PARTICIPANT, p.start, p.end, "meets.at", 0.7) for p in own.parts)


def _said_behind(sentence: Sentence, before: int, verb: Verb, frame: RawFrame) -> bool:
    """`A and B said after a meeting in P that …`: those who speak right behind an event of two sides."""
    return verb.frame.name in SPEAKING and frame.kind in BETWEEN_TWO and sentence.chunks[before - 1].verb is verb


def presences(sentence: Sentence) -> None:
    """`A's participation in the summit`, `his attendance at a forum`: whose presence a noun tells."""
    for index, frame in sentence.nouns.items():
        at = index - 1
        while at > 1 and sentence.chunks[at].kind in OVER and sentence.chunks[at].kind != sym.WORD:
            at -= 1
        at -= sentence.chunks[at].kind == "IN"
        while at > 1 and sentence.chunks[at].kind == sym.TIME:
            at -= 1
        if at < 1 or sentence.chunks[at].text.lower() not in sentence.pack.presences:
            continue
        owner = sentence.chunks[at - 1]
        if owner.kind == "S" and at > 1 and (who := sentence.chunks[at - 2]).kind == sym.AGENTS:
            frame.add(people_of(who), Role.PARTICIPANT, "presence.owner", 0.75)
        elif owner.kind == "POSS":
            frame.parts.extend(owners(possessor(sentence, at - 1), owner))


def _inside(sentence: Sentence, governor: int, before: int, whole: RawFrame) -> None:
    """`A met B on the sidelines of the summit`, `held talks during the summit`: one event inside another."""
    inner = [sentence.verbs[governor]] if governor in sentence.verbs else []
    inner += [f for at, f in sentence.nouns.items() if governor < at < before]
    for frame in inner:
        if frame is not whole and not frame.refers and frame.kind in (EventKind.MEETING, EventKind.SIGNING):
            frame.link = whole


def wholes(sentence: Sentence) -> None:
    """Who meets at a summit is at the summit."""
    for frame in (*sentence.nouns.values(), *sentence.verbs.values()):
        whole = frame.link
        if whole is None:
            continue
        there = whole.keys()
        people = [p for p in frame.parts if p.agent.type is AgentType.PERSON and p.role.attends]
        for part in people:
            if part.agent.key not in there:
                whole.parts.append(Part(part.agent, Role.PARTICIPANT, part.start, part.end, "meets.at", 0.7))


def speaker(sentence: Sentence, index: int) -> Chunk | None:
    """`« … », said A at the summit`: who speaks, behind the verb."""
    verb = sentence.chunks[index].verb
    return object_of(sentence, index) if verb is not None and verb.frame.name == "say" else None


def around(sentence: Sentence) -> None:
    """`Around A: B and C`, `Around A, B and C agreed`: all of them at the event told before."""
    if len(sentence.chunks) < 4 or sentence.chunks[0].kind != "PRESENCE" or sentence.nouns or sentence.verbs:
        return
    first = object_of(sentence, 0)
    follows = next(
        (at for at in range(1, min(8, len(sentence.chunks) - 1)) if sentence.chunks[at].kind in (":", ",")), None
    )
    if first is None or follows is None or (rest := object_of(sentence, follows)) is None:
        return
    frame = guest_frame(sentence, first, rest.end, "around")
    frame.add(first, Role.PARTICIPANT, "around.guests", 0.7)
    frame.add(rest, Role.PARTICIPANT, "around.guests", 0.7)
    sentence.verbs[follows] = frame


def _way(frame: RawFrame, chunk: Chunk, verb: Verb, own: RawFrame | None, during: bool) -> tuple[str, float] | None:
    """By which rule, and how surely, somebody who acts at an event takes part in it."""
    name = verb.frame.name
    both = frame.kind in BETWEEN_TWO or (during and frame.kind is EventKind.SUMMIT)
    if both and not frame.parts and of_countries(chunk):
        return "agreed.at", 0.75
    if name in ("say", "announce") and frame.kind in FRAMING | {EventKind.MEETING}:
        return ("speaks.at", 0.7) if during or (name == "say" and frame.definite) else None
    if verb.frame.kind is EventKind.MEETING and own is None and frame.kind in FRAMING:
        return "meets.at", 0.7
    return ("during", 0.7) if during and name in PLAIN | {"leave"} and frame.definite else None
