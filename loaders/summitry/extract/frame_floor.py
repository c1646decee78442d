"""Who has the floor: `Dans son discours d'ouverture, A …`, `Devant ses pairs, B …`, at the event told before."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_delegations import Delegations
from summitry.extract.frame_model import FINITE, people_of

_APART = frozenset({"WITHOUT", "COND", "?"})
"""What says that those on the floor are perhaps not there."""
_ACTING = frozenset({"HAVE", "BE", "WAS"})


class Floor(Delegations):
    """Reads who acts at the event told before, from words for what is done at events only (`the opening speech`)."""

    def _on_the_floor(self) -> None:
        """Somebody who speaks, opens or is chosen there is a guest of the event told before."""
        at = next((i for i, c in enumerate(self.chunks) if c.kind == "FLOOR"), None)
        if at is None or self.nouns or self._asked(at) or not self.kinds.isdisjoint(_APART):
            return
        there = {key for frame in self.verbs.values() for key in frame.keys()}
        for who in self._on_stage(at):
            if not there & {agent.key for agent in people_of(who).agents}:
                frame = self._guest_frame(who, max(who.end, self.chunks[at].end), "floor", self.chunks[at])
                frame.add(people_of(who), Role.PARTICIPANT, "floor.guests", 0.75)
                self.verbs[at] = frame
                return

    def _on_stage(self, at: int) -> Iterator[Chunk]:
        """Who does what the verbs tell, or who stands before an auxiliary whose verb no table knows."""
        for index, verb in self.told:
            who = self._doing(index, verb, at)
            if who is not None and people_of(who).mentions:
                yield who
        for index, chunk in enumerate(self.chunks[:-1]):
            acts = chunk.kind == sym.AGENTS and self.chunks[index + 1].kind in _ACTING
            if acts and people_of(chunk).mentions and not self._governed(index) and "NEG" not in self.kinds:
                yield chunk

    def _doing(self, index: int, verb: Verb, at: int) -> Chunk | None:
        """The subject of a verb, who speaks behind it, or by whom something was opened."""
        if verb.negative or verb.possible or verb.tense not in FINITE:
            return None
        by = self._after(index, "BY") if verb.passive and at < index else None
        return by or self._agents_of(self._subject(index)) or self._speaker(index)
