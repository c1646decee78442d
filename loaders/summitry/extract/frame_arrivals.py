"""Verbs of coming, leading and joining without an event of their own: `A and B arrived`, `C led the delegation`."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import FINITE, RawFrame, people_of
from summitry.extract.frame_slots import Slots


class Arrivals(Slots):
    """Reads who is at the event told before, or stays away, from verbs that tell no event themselves."""

    def _joined_by(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`The leaders of A and B were joined by C`: guests of the event told before, where several are named."""
        who, beside = self._agents_of(subject), self._after(index, "BY") or self._after(index, "OF")
        if who is None or beside is None or verb.negative or len(who.agents) + len(beside.agents) < 3:
            return False
        frame = self._guest_frame(who, beside.end, "accompany")
        frame.add(who, Role.PARTICIPANT, "accompany.guests", 0.7)
        frame.add(people_of(beside), Role.PARTICIPANT, "accompany.beside", 0.75)
        self.verbs[index] = frame
        return True

    def _delegation(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`The Russian delegation was led by A`, `A led the Russian side`: guests of the event told before."""
        body = (
            subject if verb.passive else next((i for i in self._rest(index) if self.chunks[i].kind == sym.AGENTS), None)
        )
        leader = self._after(index, "BY") if verb.passive else self._agents_of(subject)
        if leader is None or verb.negative or verb.tense not in FINITE or not self._is_delegation(index, body):
            return False
        frame = self._guest_frame(leader, self.chunks[index].end, "lead")
        frame.add(people_of(leader), Role.PARTICIPANT, "lead.delegation", 0.7)
        for other in self._leaders_of_others(index):
            frame.add(people_of(other), Role.PARTICIPANT, "lead.delegation", 0.7)
        if frame.parts:
            self.verbs[index] = frame
        return bool(frame.parts)

    def _leaders_of_others(self, index: int) -> Iterator[Chunk]:
        """`… , B celle de P`, `… , celle de P par B`: who leads the others, told by a word for the same."""
        for at in range(index + 1, len(self.chunks)):
            word = self.chunks[at].item
            if word is not None and word.has("SAME"):
                before, by = self.chunks[at - 1], self._after(at, "BY")
                if (who := by or (before if before.kind == sym.AGENTS else None)) is not None:
                    yield who

    def _is_delegation(self, index: int, body: int | None) -> bool:
        """Whether what is led is a delegation: named by itself or with its state."""
        near = self.chunks[max(0, index - 5) : index + 5]
        words = self.chunks[body].text.lower().split() if body is not None else []
        return any(c.kind == "GOV" for c in near) or any(
            e.symbol == "GOV" or getattr(e.value, "key", e.value) == "delegate"
            for word in words
            for e in self.pack.entries.get(word, ())
        )

    def _arrival(self, index: int, verb: Verb) -> bool:
        """`A was received at the airport by B`: part of the visit that is told beside it."""
        if verb.frame.name != "receive" or not self.pack.arrivals:
            return False
        return any(self.chunks[at].text.lower() in self.pack.arrivals for at in self._rest(index))

    def _hosting(self, index: int, who: Chunk) -> None:
        """`A and B are co-hosting`: hosts of the event told before."""
        frame = self._guest_frame(who, self.chunks[index].end, "host")
        frame.add(who, Role.HOST, "host.guests", 0.7)
        self.verbs[index] = frame

    def _arrives(self, index: int, verb: Verb, who: Chunk) -> None:
        """`A and B arrived on Thursday`: guests of the event told before."""
        following = [c.kind for c in self.chunks[index + 1 : index + 4] if c.kind not in ("ADV", "ON")]
        ends = (".", sym.TIME, ",", ";") if self.pack.grammar.reorders else (".", sym.TIME)
        if verb.tense in FINITE and not verb.possible and (not following or following[0] in ends):
            frame = self._guest_frame(who, self.chunks[index].end, "travel")
            frame.add(people_of(who), Role.PARTICIPANT, "travel.guests", 0.7)
            if frame.parts:
                self.verbs[index] = frame

    def _stays(self, index: int, frame: RawFrame, who: Chunk) -> None:
        """`A will not go to P`: absent from the event told before, when that is there."""
        for at in self._rest(index):
            self._attach(frame, at)
        frame.kind, frame.refers, frame.definite = EventKind.SUMMIT, True, True
        frame.add(who, Role.ABSENT, "travel.absent", 0.7)
        bare = all(self.chunks[at].kind not in (sym.PLACE, sym.AGENTS, "TO") for at in self._rest(index))
        if frame.parts and (frame.places or bare):
            self.verbs[index] = frame
