"""People who speak, meet or agree at an event of which another part of the sentence tells: they take part in it."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import ADDRESSING, BETWEEN_TWO, PLAIN, SOFT, SPEAKING, Part, RawFrame, people_of
from summitry.extract.frame_verbs import Verbs

_NEAR = 6
"""How many words behind a verb of telling the telephone stands at most."""
_OVER = SOFT | {sym.AGENTS, "S"}
_OVER_OWNER = _OVER | {"OF"}
_FRAMING = frozenset({EventKind.SUMMIT, EventKind.CONFERENCE})


class Adjuncts(Verbs):
    """Finds who is at an event by what the clause around its noun says of them."""

    def _adjuncts(self) -> None:
        """`said at the summit`: who speaks at an event takes part in it."""
        for index, frame in self.nouns.items():
            before = index - 1
            before -= self.pack.premodifiers and index > 1 and self.chunks[before].kind == sym.PLACE  # `at P talks`
            while before >= 0 and self.chunks[before].kind in _OVER_OWNER and index - before < 7:
                before -= 1
            if before < 0 or self.chunks[before].kind not in ("DURING", "IN"):
                continue
            governor = self._main_verb(before)
            if governor is None:
                continue
            if self.chunks[before].kind == "DURING" and frame.kind in _FRAMING:
                self._inside(governor, before, frame)
            verb = self.chunks[governor].verb
            chunk = self._agents_of(self._subject(governor)) or self._speaker(governor)
            if chunk is None or verb is None or verb.negative or verb.passive:
                continue
            if frame.kind is EventKind.CALL and governor in self.verbs and verb.frame.name == "discuss":
                self.verbs[governor].kind = EventKind.CALL
            both = frame.kind in BETWEEN_TWO or (
                frame.kind is EventKind.SUMMIT and self.chunks[before].kind == "DURING"
            )
            if both and not frame.parts and _of_countries(chunk):
                frame.add(people_of(chunk), Role.PARTICIPANT, "agreed.at", 0.75)
            elif verb.frame.name in ("say", "announce") and frame.kind in (
                EventKind.SUMMIT,
                EventKind.CONFERENCE,
                EventKind.MEETING,
            ):
                if (verb.frame.name == "say" and frame.definite) or self.chunks[before].kind == "DURING":
                    frame.add(people_of(chunk), Role.PARTICIPANT, "speaks.at", 0.7)
            elif verb.frame.kind is EventKind.MEETING and governor not in self.verbs and frame.kind in _FRAMING:
                frame.add(people_of(chunk), Role.PARTICIPANT, "meets.at", 0.7)
            elif verb.frame.name in PLAIN | {"leave"} and self.chunks[before].kind == "DURING" and frame.definite:
                frame.add(people_of(chunk), Role.PARTICIPANT, "during", 0.7)
            elif (
                verb.frame.kind is not None
                and governor in self.verbs
                and frame.kind in (EventKind.SUMMIT, EventKind.CONFERENCE)
            ):
                for part in self.verbs[governor].parts:
                    frame.parts.append(Part(part.agent, Role.PARTICIPANT, part.start, part.end, "meets.at", 0.7))

    def _acted_together(self) -> None:
        """`A et B ont condamné lundi à P …`: leaders of two countries who act in one place on one day are together."""
        if self.pack.premodifiers or self.nouns or self.verbs or not {sym.TIME, sym.PLACE} <= self.kinds:
            return
        for index, verb in self.told:
            who = self._agents_of(self._subject(index))
            plain = verb.frame.name in SPEAKING and verb.tense in ("past", "present")
            if who is None or not plain or verb.negative or verb.passive or verb.possible or not _of_countries(who):
                continue
            behind = self.chunks[index + 1 : index + 6]
            row = [c.kind for c in behind if c.kind not in ("DET", ",")]
            if row[:3] != [sym.TIME, "IN", sym.PLACE] and (row[:2] != ["IN", sym.PLACE] or row[2:3] != [sym.TIME]):
                continue
            frame = RawFrame(
                EventKind.MEETING,
                self.number,
                self.chunks[index].start,
                behind[-1].end,
                "acted",
                (who.start, behind[-1].end),
            )
            frame.add(people_of(who), Role.PARTICIPANT, "acted.subject", 0.7)
            self._place(frame, next(c for c in behind if c.kind == sym.PLACE))
            frame.tense = verb.tense
            if self._leaders(frame):
                self.verbs[index] = frame

    def _told_those_there(self) -> None:
        """`A told the summit that …`, `B told fellow leaders`: who speaks to those at an event is there."""
        for index, verb in self.told:
            if verb.frame.name not in ADDRESSING or verb.negative or verb.passive or verb.possible:
                continue
            who = self._agents_of(self._subject(index))
            behind = self.chunks[index + 1 : index + 4]
            if who is None or not people_of(who).mentions:
                continue
            at = next((i for i, c in enumerate(behind) if c.kind not in ("DET", "POSS", sym.WORD)), 0)
            if (whom := self._phoned(index)) is not None:
                self._told_caller(index, who, whom, EventKind.CALL)
                continue
            if behind and behind[0].text.lower() in self.pack.visiting and (whom := self._object(index)) is not None:
                self._told_caller(index, who, whom)
                continue
            if verb.frame.name != "say":
                continue
            event = self.nouns.get(index + 1 + at)
            if event is not None and event.kind in _FRAMING and self.chunks[index + 1].kind == "DET":
                event.add(people_of(who), Role.PARTICIPANT, "speaks.at", 0.7)
            elif any(c.text.lower() in self.pack.assembled for c in behind) and not self.nouns:
                frame = self._guest_frame(who, self.chunks[index].end, "present")
                frame.add(people_of(who), Role.PARTICIPANT, "present.speaks", 0.7)
                self.verbs[index] = frame

    def _phoned(self, index: int) -> Chunk | None:
        """`A told B by phone`: whom somebody speaks to on the phone."""
        whom = self._object(index) if "PHONE" in self.kinds else None
        near = [self.chunks[at].kind for at in self._rest(index)][:_NEAR] if whom is not None else []
        return whom if "PHONE" in near and sym.EVENT not in near[: near.index("PHONE")] else None

    def _told_caller(self, index: int, who: Chunk, whom: Chunk, kind: EventKind = EventKind.MEETING) -> None:
        """`A told visiting B`: who is on a visit meets who speaks to him."""
        sides = [people_of(who).agents, people_of(whom).agents]
        if any(len(side) != 1 or not side[0].country for side in sides) or sides[0][0].country == sides[1][0].country:
            return
        chunk = self.chunks[index]
        frame = RawFrame(kind, self.number, chunk.start, chunk.end, "say", (who.start, whom.end))
        frame.add(people_of(who), Role.PARTICIPANT, "say.subject", 0.75)
        frame.add(people_of(whom), Role.PARTICIPANT, "say.object", 0.75)
        for at in self._rest(index):
            if self.chunks[at].start >= whom.start:
                self._attach(frame, at)
        frame.statuses.append((EventStatus.HELD, chunk.start, chunk.end))
        self.verbs[index] = frame

    def _presences(self) -> None:
        """`A's participation in the summit`, `his attendance at a forum`: whose presence a noun tells."""
        for index, frame in self.nouns.items():
            at = index - 1
            while at > 1 and self.chunks[at].kind in _OVER and self.chunks[at].kind != sym.WORD:
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


def _of_countries(chunk: Chunk) -> bool:
    """`A and B agreed at a meeting`: people of two countries or more."""
    people = [a for a in chunk.agents if a.type is AgentType.PERSON]
    return len(people) > 1 and len({a.country for a in people} - {None}) > 1
