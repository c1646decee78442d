"""Who is with somebody by what they say or do: those whom he tells something, or with whom he acts."""

from __future__ import annotations

from summitry.claims import EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_adjuncts import Adjuncts
from summitry.extract.frame_model import ADDRESSING, FRAMING, SPEAKING, RawFrame, of_countries, people_of

_THERE_THEN = ([sym.TIME, "IN", sym.PLACE], ["IN", sym.PLACE, sym.TIME])
"""A day and a place right behind a verb."""
_ASSEMBLING = FRAMING | {EventKind.MEETING}
"""Kinds of events at which many listen to one."""
_WHOSE = frozenset({"DET", "POSS", sym.WORD, sym.PLACE, sym.AGENTS, sym.CAPITAL})


class Addressed(Adjuncts):
    """Reads meetings and calls that only verbs of saying and doing tell."""

    def _acted_together(self) -> None:
        """`A et B ont condamné lundi à P …`: leaders of two countries who act in one place on one day are together."""
        if self.pack.premodifiers or self.nouns or self.verbs or not {sym.TIME, sym.PLACE} <= self.kinds:
            return
        for index, verb in self.told:
            who = self._agents_of(self._subject(index))
            told = verb.frame.name in SPEAKING and verb.tense in ("past", "present") and _plainly(verb)
            behind = self.chunks[index + 1 : index + 6]
            if who is None or not told or not of_countries(who):
                continue
            there = [c.kind for c in behind if c.kind not in ("DET", ",")][:3] in _THERE_THEN
            if there and self._in_one_place(index, who):
                self._act(index, who, behind)

    def _in_one_place(self, index: int, who: Chunk) -> bool:
        """Whether one place is named (not `à Paris et à Londres`), at home for one of those who act."""
        at = next(at for at in range(index + 1, len(self.chunks)) if self.chunks[at].kind == sym.PLACE)
        behind = [c.kind for c in self.chunks[at + 1 :] if c.kind not in ("IN", "DET")][:2]
        place = self.chunks[at].place
        if place is None or behind in (["AND", sym.PLACE], [",", sym.PLACE]):
            return False
        return place[2] in {a.country for a in who.agents}

    def _act(self, index: int, who: Chunk, behind: list[Chunk]) -> None:
        """A meeting of those who act, where the words behind their verb say."""
        chunk, span = self.chunks[index], (who.start, behind[-1].end)
        frame = RawFrame(EventKind.MEETING, self.number, chunk.start, behind[-1].end, "acted", span)
        frame.add(people_of(who), Role.PARTICIPANT, "acted.subject", 0.7)
        self._place(frame, next(c for c in behind if c.kind == sym.PLACE))
        frame.tense = chunk.verb.tense if chunk.verb is not None else None
        if self._leaders(frame):
            self.verbs[index] = frame

    def _told_those_there(self) -> None:
        """`A told the summit that …`, `A told visiting B`: whom somebody speaks to is with him."""
        for index, verb in self.told:
            if verb.frame.name not in ADDRESSING or not _plainly(verb):
                continue
            who = self._agents_of(self._subject(index))
            if who is None or not people_of(who).mentions:
                continue
            if (whom := self._phoned(index)) is not None:
                self._told_somebody(index, who, whom, EventKind.CALL)
            elif (whom := self._visitor(index)) is not None:
                self._told_somebody(index, who, whom, EventKind.MEETING)
            elif verb.frame.name == "say":
                self._told_assembled(index, who)

    def _visitor(self, index: int) -> Chunk | None:
        """`A told visiting B`: who is on a visit meets who speaks to him."""
        word = self._chunk(index + 1)
        return self._object(index) if word is not None and word.text.lower() in self.pack.visiting else None

    def _told_somebody(self, index: int, who: Chunk, whom: Chunk, kind: EventKind) -> None:
        """A meeting or call of two people of two countries, by the verb by which one tells the other something."""
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

    def _told_assembled(self, index: int, who: Chunk) -> None:
        """`A told the summit that …`, `B told fellow leaders`: who speaks to those at an event is there."""
        behind = self.chunks[index + 1 : index + 6]
        at = next((i for i, c in enumerate(behind) if c.kind not in _WHOSE), 0)
        event = self.nouns.get(index + 1 + at)
        if event is not None and event.kind in _ASSEMBLING and behind[0].kind == "DET":
            event.add(people_of(who), Role.PARTICIPANT, "speaks.at", 0.7)
        elif any(c.text.lower() in self.pack.assembled for c in behind) and not self.nouns:
            frame = self._guest_frame(who, self.chunks[index].end, "present")
            frame.add(people_of(who), Role.PARTICIPANT, "present.speaks", 0.7)
            self.verbs[index] = frame


def _plainly(verb: Verb) -> bool:
    """Whether a verb tells what its subject does: not denied, not suffered, not merely possible."""
    return not (verb.negative or verb.passive or verb.possible)
