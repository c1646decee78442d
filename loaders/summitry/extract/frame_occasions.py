"""Occasions on which somebody does something: event nouns behind `at`, `during`, `after` or `for`, and who is there."""

from __future__ import annotations

from collections.abc import Set

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import AUXILIARY, FRAMING, SOFT, Part, RawFrame, people_of
from summitry.extract.frame_verbs import Verbs

OVER = SOFT | {sym.AGENTS, "S"}
"""What stands before an event noun and belongs to it."""
BEHIND = frozenset({"SUB", "AROUND"})
"""What says that something was after an event, or before it."""
_OVER_OWNER = OVER | {"OF", "NUM", sym.NUMBER}
_MISSING = frozenset({"skip", "away", "decline", "cancel", "postpone"})
"""Frames of verbs whose subject is not there."""
_GETTING = frozenset(
    {"NEG", sym.WORD, sym.TREATY, sym.VERB, "DET", "ON", "OF", sym.NOTEV, "FUT", "TO", "THEIR", "POSS", "ADV"}
    | {sym.TIME, sym.PLACE, sym.NUMBER, sym.DEM, "IN", "NUM"}
)
"""What stands between those who fail or agree and the event at which they do."""
_FAR = 7
"""How many words may stand between a preposition and its event noun."""


class Occasions(Verbs):
    """Finds who is at an event by the phrase in which its noun stands."""

    def _when_or_where(self, index: int) -> int | None:
        """Where the `at` or `during` stands by which an event noun says on what occasion something is done."""
        before = index - 1
        before -= self.pack.premodifiers and index > 1 and self.chunks[before].kind == sym.PLACE  # `at P talks`
        while before >= 0 and index - before < _FAR and self._belongs(before):
            before -= 1
        return before if before >= 0 and self.chunks[before].kind in ("DURING", "IN", *BEHIND) else None

    def _there_for(self, index: int, frame: RawFrame) -> None:
        """`A is in P for the summit`, `B, who was in P on Monday for a forum,`: who is somewhere for an event."""
        at = self._back(index - 1, _OVER_OWNER | {sym.PLACE})
        if frame.kind not in FRAMING or at < 3 or self.chunks[at].kind != "TO":
            return
        where = self._back(at - 1, {sym.TIME, "ON", "DET"})
        being = self._back(where - 2, AUXILIARY - {"BE", "WAS"})
        if [c.kind for c in self.chunks[max(where - 1, 0) : where + 1]] != ["IN", sym.PLACE] or being < 1:
            return
        who = self.chunks[being - 1]
        if who.kind == "REL":
            who = self._agents_of(self._antecedent(being - 1, None)) or who
        if self.chunks[being].kind in ("BE", "WAS") and who.kind == sym.AGENTS:
            self._speaks_at(frame, who)

    def _back(self, at: int, over: Set[str]) -> int:
        """Where one stands after going back over words of some kinds, not far."""
        first = at
        while at > 0 and first - at < _FAR and self.chunks[at].kind in over:
            at -= 1
        return at

    def _tells_none(self, governor: int) -> bool:
        """Whether a verb tells of no event of its own, only of guests of another."""
        return governor not in self.verbs or self.verbs[governor].refers

    def _belongs(self, at: int) -> bool:
        """What may stand between a preposition and its noun: `the Munich Security Forum`, `last month's summit`."""
        if self.chunks[at].kind in _OVER_OWNER:
            return True
        if self.chunks[at].kind == sym.TIME:
            return self.chunks[at + 1].kind == "S"
        article = self.chunks[at - 1].kind == "DET" if at else False
        return self.pack.premodifiers and article and self.chunks[at].kind == sym.PLACE

    def _opens_with(self, index: int, before: int, frame: RawFrame) -> None:
        """`At the summit in P on Monday, A said that …`: who does something on an occasion that opens the sentence."""
        there = self.chunks[before].text.lower() in self.pack.grammar.attending
        silent = all(c.verb is None and c.kind != sym.QUOTE for c in self.chunks[:before])
        if frame.kind not in FRAMING or not silent or not (there or self.chunks[before].kind == "DURING"):
            return
        subject = self._following(index)
        who = self._agents_of(subject)
        verb = next((c.verb for c in self.chunks[subject or 0 :] if c.verb is not None), None)
        if who is None or verb is None or verb.negative or verb.passive or verb.frame.name in _MISSING:
            return
        inner = [f for at, f in (*self.verbs.items(), *self.nouns.items()) if at > (subject or 0) and not f.refers]
        for other in inner:
            if other.kind in (EventKind.MEETING, EventKind.SIGNING):
                other.link = frame  # `On the sidelines of the summit, A met B`
        if not inner:
            self._speaks_at(frame, who)

    def _received_from(self, index: int, frame: RawFrame) -> None:
        """`A received on Tuesday a courtesy call from B`: who calls, and on whom."""
        source = self._past(index + 1, (sym.TIME, "ON"))
        caller = self._chunk(self._past(source + 1, ("DET", "TITLE")))
        governor = self._main_verb(index)
        verb = self.chunks[governor].verb if governor is not None else None
        if caller is None or self.chunks[source].kind != "FROM" or caller.kind != sym.AGENTS or frame.keys():
            return
        if governor is None or verb is None or verb.frame.name != "receive" or verb.passive or verb.negative:
            return
        host = self._agents_of(self._subject(governor))
        if host is not None and people_of(caller).agents and frame.kind in (EventKind.MEETING, EventKind.CALL):
            frame.add(people_of(host), Role.PARTICIPANT, "receive.from", 0.75)
            frame.add(people_of(caller), Role.PARTICIPANT, "receive.from", 0.75)

    def _speaks_at(self, frame: RawFrame, chunk: Chunk) -> None:
        """`A spoke at the forum`, `B called for a truce at the summit`: who does something at an event is there."""
        who = [a for a in people_of(chunk).agents if a.type is AgentType.PERSON and a.key not in frame.keys()]
        if frame.definite or frame.places or self.chunks[self._index(frame)].text[:1].isupper():
            frame.parts.extend(Part(a, Role.PARTICIPANT, chunk.start, chunk.end, "acts.at", 0.7) for a in who)

    def _got_together(self, before: int) -> Chunk | None:
        """`A and B failed to reach a deal at talks in P`, `agreed on a truce after talks`: both were there."""
        words = self.pack.grammar.failing | self.pack.grammar.agreeing
        at = next((i for i in range(1, before) if self.chunks[i].text.lower() in words), 0)
        between = {c.kind for c in self.chunks[at:before]}
        first = self._back(at - 1, AUXILIARY) if at else 0
        who = self._agents_of(first) if at else None
        behind = [c for c in self.chunks[at + 1 : before] if c.text.lower() not in words]
        acts = any(c.verb is not None and c.verb.frame.event != "none" for c in behind)
        if who is None or acts or not between <= _GETTING or self._governed(first):
            return None
        return who if len({agent.country or agent.key for agent in who.agents}) > 1 else None
