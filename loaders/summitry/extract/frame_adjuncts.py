"""People who speak, meet or agree at an event of which another part of the sentence tells: they take part in it."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
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
from summitry.extract.frame_occasions import BEHIND, OVER, Occasions

_DOING = SPEAKING | {"propose", "speakalone", "speak", "discuss", "represent", "lead", "goon", "ring"}
"""Frames of verbs of what somebody may do at an event."""


class Adjuncts(Occasions):
    """Finds who is at an event by what the clause around its noun says of them."""

    def _adjuncts(self) -> None:
        """`said at the summit`: who speaks at an event takes part in it."""
        for index, frame in self.nouns.items():
            before = self._when_or_where(index)
            self._there_for(index, frame)
            self._received_from(index, frame)
            if before is not None and not frame.parts and (parties := self._got_together(before)) is not None:
                frame.add(parties, Role.PARTICIPANT, "together.at", 0.7)
                frame.statuses.append((EventStatus.HELD, parties.start, parties.end))
            governor = self._main_verb(before) if before is not None else None
            if before is not None and governor is None:
                self._opens_with(index, before, frame)
            if before is None or governor is None:
                continue
            during = self.chunks[before].kind == "DURING"
            if during and frame.kind in FRAMING:
                self._inside(governor, before, frame)
            verb = self.chunks[governor].verb
            chunk = self._agents_of(self._subject(governor)) or self._speaker(governor)
            if chunk is None or verb is None or verb.negative or verb.passive:
                continue
            if self.chunks[before].kind not in BEHIND or self._said_behind(before, verb, frame):
                self._acts_at(frame, chunk, verb, self.verbs.get(governor), during)
            there = self.chunks[before].text.lower() in self.pack.grammar.attending
            if (there or during) and frame.kind in FRAMING and verb.frame.name in _DOING and self._tells_none(governor):
                self._speaks_at(frame, chunk)

    def _acts_at(self, frame: RawFrame, chunk: Chunk, verb: Verb, own: RawFrame | None, during: bool) -> None:
        """Somebody acts at an event by a verb, which may tell of an event of its `own`."""
        if frame.kind is EventKind.CALL and own is not None and verb.frame.name == "discuss":
            own.kind = EventKind.CALL
        if (way := _way(frame, chunk, verb, own, during)) is not None:
            frame.add(people_of(chunk), Role.PARTICIPANT, *way)
        elif own is not None and verb.frame.kind is not None and frame.kind in FRAMING:
            frame.parts.extend(Part(p.agent, Role.PARTICIPANT, p.start, p.end, "meets.at", 0.7) for p in own.parts)

    def _said_behind(self, before: int, verb: Verb, frame: RawFrame) -> bool:
        """`A and B said after a meeting in P that …`: those who speak right behind an event of two sides."""
        return verb.frame.name in SPEAKING and frame.kind in BETWEEN_TWO and self.chunks[before - 1].verb is verb

    def _presences(self) -> None:
        """`A's participation in the summit`, `his attendance at a forum`: whose presence a noun tells."""
        for index, frame in self.nouns.items():
            at = index - 1
            while at > 1 and self.chunks[at].kind in OVER and self.chunks[at].kind != sym.WORD:
                at -= 1
            at -= self.chunks[at].kind == "IN"
            while at > 1 and self.chunks[at].kind == sym.TIME:
                at -= 1
            if at < 1 or self.chunks[at].text.lower() not in self.pack.presences:
                continue
            owner = self.chunks[at - 1]
            if owner.kind == "S" and at > 1 and (who := self.chunks[at - 2]).kind == sym.AGENTS:
                frame.add(people_of(who), Role.PARTICIPANT, "presence.owner", 0.75)
            elif owner.kind == "POSS":
                frame.parts.extend(self._owners(self._possessor(at - 1), owner))

    def _inside(self, governor: int, before: int, whole: RawFrame) -> None:
        """`A met B on the sidelines of the summit`, `held talks during the summit`: one event inside another."""
        inner = [self.verbs[governor]] if governor in self.verbs else []
        inner += [f for at, f in self.nouns.items() if governor < at < before]
        for frame in inner:
            if frame is not whole and not frame.refers and frame.kind in (EventKind.MEETING, EventKind.SIGNING):
                frame.link = whole

    def _wholes(self) -> None:
        """Who meets at a summit is at the summit."""
        for frame in (*self.nouns.values(), *self.verbs.values()):
            whole = frame.link
            if whole is None:
                continue
            there = whole.keys()
            people = [p for p in frame.parts if p.agent.type is AgentType.PERSON and p.role.attends]
            for part in people:
                if part.agent.key not in there:
                    whole.parts.append(Part(part.agent, Role.PARTICIPANT, part.start, part.end, "meets.at", 0.7))

    def _speaker(self, index: int) -> Chunk | None:
        """`« … », said A at the summit`: who speaks, behind the verb."""
        verb = self.chunks[index].verb
        return self._object(index) if verb is not None and verb.frame.name == "say" else None

    def _around(self) -> None:
        """`Around A: B and C`, `Around A, B and C agreed`: all of them at the event told before."""
        if len(self.chunks) < 4 or self.chunks[0].kind != "PRESENCE" or self.nouns or self.verbs:
            return
        first = self._object(0)
        follows = next(
            (at for at in range(1, min(8, len(self.chunks) - 1)) if self.chunks[at].kind in (":", ",")), None
        )
        if first is None or follows is None or (rest := self._object(follows)) is None:
            return
        frame = self._guest_frame(first, rest.end, "around")
        frame.add(first, Role.PARTICIPANT, "around.guests", 0.7)
        frame.add(rest, Role.PARTICIPANT, "around.guests", 0.7)
        self.verbs[follows] = frame


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
