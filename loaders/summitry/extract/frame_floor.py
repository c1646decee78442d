"""Who has the floor: `Dans son discours d'ouverture, A …`, `Devant ses pairs, B …`, at the event told before."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_delegations import Delegations
from summitry.extract.frame_model import FINITE, people_of
from summitry.extract.titles import codes

_APART = frozenset({"WITHOUT", "COND", "?"})
"""What says that those on the floor are perhaps not there."""
_SIDE = frozenset({"TO", "OF", "DET", sym.WORD, sym.DEM, sym.PLACE})
_NEAR = 4
"""How far behind the words an event noun stands that says where they were said."""
_OPENS = 6
"""How many words an opening phrase for a side has at most."""
_ACTING = frozenset({"HAVE", "BE", "WAS"})


class Floor(Delegations):
    """Reads who acts at the event told before, from words for what is done at events only (`the opening speech`)."""

    def _on_the_floor(self) -> None:
        """Somebody who speaks, opens or is chosen there is a guest of the event told before."""
        at = self._spot()
        if at is None or self._asked(at) or not self.kinds.isdisjoint(_APART):
            return
        there = {key for frame in self.verbs.values() for key in frame.keys()}
        for who in self._on_stage(at):
            if not there & {agent.key for agent in people_of(who).agents}:
                frame = self._guest_frame(who, max(who.end, self.chunks[at].end), "floor", self.chunks[at])
                frame.add(people_of(who), Role.PARTICIPANT, "floor.guests", 0.75)
                for place in self.chunks[at + 1 : at + 3]:  # `à son arrivée à P`
                    self._place(frame, place)
                self.verbs[at] = frame
                return

    def _spot(self) -> int | None:
        """Where the words are that say so, with no event noun near that they would speak of."""
        stages = ("FLOOR",) if self.pack.premodifiers else ("FLOOR", "VIRTUAL")
        at = next((i for i, c in enumerate(self.chunks) if c.kind in stages), None)
        if at is None and not self.pack.premodifiers:
            at = self._on_arriving() or self._side()
        return at if at is not None and not any(i < at + _NEAR for i in self.nouns if i != at) else None

    def _on_arriving(self) -> int | None:
        """`… », a lancé A à son arrivée`: an arrival at no other place than that of the event told before."""
        for at, frame in self.nouns.items():
            bare = frame.kind is EventKind.VISIT and not (frame.places or frame.times)
            if bare and [c.kind for c in self.chunks[max(0, at - 2) : at]] == ["IN", "POSS"]:
                return at
        return None

    def _side(self) -> int | None:
        """`Pour la France, B a plaidé …`, `Du côté italien, C …`: whose side somebody speaks for, before his name."""
        comma = next((i for i, c in enumerate(self.chunks[:_OPENS]) if c.kind == ","), 0)
        opening, who = self.chunks[:comma], self._chunk(self._past(comma + 1, ("DET", "TITLE")))
        homes = {agent.country for agent in who.agents} if who is not None and comma else set()
        sides = {a.country for c in opening for a in c.agents} | {c for o in opening for c in _nations(o)}
        sides |= {c.place[2] for c in opening if c.place is not None}
        words = all(c.kind in _SIDE or (c.kind == sym.AGENTS and not people_of(c).agents) for c in opening)
        told = opening and opening[0].kind in ("TO", "OF", sym.WORD)
        return comma if told and words and None not in homes and homes and homes == sides else None

    def _on_stage(self, at: int) -> Iterator[Chunk]:
        """Who does what the verbs tell, or who stands before an auxiliary whose verb no table knows."""
        for index, verb in self.told:
            who = self._doing(index, verb, at)
            if who is not None:
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
        found = (by, self._agents_of(self._subject(index)), self._speaker(index))
        return next((who for who in found if who is not None and people_of(who).mentions), None)


def _nations(chunk: Chunk) -> tuple[str, ...]:
    """The states of an adjective of nationality."""
    return codes(chunk.item) if chunk.item is not None and chunk.item.symbol == sym.DEM else ()
