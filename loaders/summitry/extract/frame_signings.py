"""Treaties: who signs, who does not, and whose treaty it is."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import Part, RawFrame
from summitry.extract.frame_relatives import Relatives


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

    def _treaty_of(self, frame: RawFrame, index: int) -> None:
        """`An A-B border accord was signed`: two adjectives of states, joined, before what is signed."""
        at = next((i for i in range(index - 1, -1, -1) if self.chunks[i].kind == sym.TREATY), 0)
        hyphen = next((i for i in range(at - 1, max(at - 5, 0), -1) if self.chunks[i].kind in ("-", "–")), 0)
        pair = [self.chunks[i] for i in (hyphen - 1, hyphen + 1)] if hyphen else []
        if {c.kind for c in pair} <= {sym.DEM, sym.AGENTS, sym.CAPITAL} and sym.DEM in {c.kind for c in pair}:
            for chunk in pair:
                value = chunk.item.value if chunk.kind == sym.DEM and chunk.item else ()
                states = [self.agents.state(value[0])] if isinstance(value, tuple) and value else chunk.agents
                frame.parts.extend(
                    Part(state, Role.PARTICIPANT, chunk.start, chunk.end, "sign.adjectives", 0.75) for state in states
                )

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
