"""Treaties: who signs, who does not, and whose treaty it is."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import STOP, Part, RawFrame
from summitry.extract.frame_relatives import Relatives

_NAMING = frozenset({sym.DEM, sym.CAPITAL, sym.PLACE, sym.WORD, "-", "–"})
"""What stands before the word for a treaty in its name."""


class Signings(Relatives):
    """Reads verbs of signing."""

    def _unsigned(self, index: int, who: Chunk) -> None:
        """`C and D did not sign the treaty`: absent from the signing told right before."""
        treaty = any(c.kind == sym.TREATY for c in self.chunks[index : index + 9])
        if treaty and all(agent.type is not AgentType.PERSON for agent in who.agents):
            frame = self._guest_frame(who, self.chunks[index].end, "unsigned")
            frame.kind = EventKind.SIGNING
            frame.add(who, Role.ABSENT, "sign.absent", 0.7)
            if frame.parts:
                self.verbs[index] = frame

    def _name_treaty(self, frame: RawFrame, index: int, verb: Verb) -> None:
        """What is signed belongs to the words of the event: `the X treaty was signed`, `A signed the Y accord`."""
        ways = range(index - 1, -1, -1) if verb.passive else range(index + 1, min(index + 9, len(self.chunks)))
        at = next((i for i in ways if self.chunks[i].kind == sym.TREATY), None)
        if at is None or any(self.chunks[i].kind in STOP for i in range(min(at, index), max(at, index))):
            return
        first = at
        while first > 0 and self.chunks[first - 1].kind in _NAMING:
            first -= 1
        start = self.chunks[first].start if verb.passive else frame.span[0]
        frame.span = (min(start, frame.span[0]), max(frame.span[1], self.chunks[at].end))

    def _treaty_of(self, frame: RawFrame, index: int) -> None:
        """`An A-B border accord was signed`: two adjectives of states, joined, beside what is signed."""
        at = next((i for i in range(index - 1, -1, -1) if self.chunks[i].kind == sym.TREATY), 0)
        pair = self._adjectives(range(max(at - 5, 0), at) if self.pack.premodifiers else range(at + 1, index))
        for chunk in pair:
            value = chunk.item.value if chunk.kind == sym.DEM and chunk.item else ()
            states = [self.agents.state(value[0])] if isinstance(value, tuple) and value else chunk.agents
            frame.parts.extend(
                Part(state, Role.PARTICIPANT, chunk.start, chunk.end, "sign.adjectives", 0.75) for state in states
            )

    def _adjectives(self, where: range) -> list[Chunk]:
        """`A-B`, `Sino-B`: two adjectives with a hyphen between them, or in the first of them."""
        for at in where:
            hyphen = self.chunks[at + 1].kind in ("-", "–")
            pair = [self.chunks[at], self.chunks[at + 1 + hyphen]]
            kinds = {c.kind for c in pair}
            if kinds == {sym.DEM} or (hyphen and sym.DEM in kinds and kinds <= {sym.DEM, sym.AGENTS, sym.CAPITAL}):
                return pair
        return []

    def _signed(self, frame: RawFrame, verb: Verb, agents: bool) -> bool:
        """Whether a treaty is signed: after the verb, or before a passive one."""
        index = self._index(frame)
        if verb.passive:
            treaties = [c for c in self.chunks[:index] if c.kind == sym.TREATY]
            named = any(c.text[:1].isupper() for c in treaties) and verb.tense in ("past", "present")
            told = agents or named or (verb.tense != "participle" and bool(frame.places))
            return told and bool(treaties)
        if agents and frame.places and self._leaders(frame):
            return True
        some = any(c.kind == sym.PLACE for c in self.chunks) and self._agents_of(self._subject(index)) is not None
        signers = agents or some  # `delegates of many nations signed in P`
        return signers and any(c.kind == sym.TREATY for c in self.chunks[index : index + 13])

    def _leaders(self, frame: RawFrame) -> bool:
        """Two people of two countries: others who speak with each other are no event."""
        people = [p.agent for p in frame.parts if p.agent.type in (AgentType.PERSON, AgentType.STATE)]
        return len({a.country or a.key for a in people}) >= 2
