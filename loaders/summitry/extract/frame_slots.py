"""Who and what stands in the slots of a verb that is an event: subject, object, partners, places."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.event_places import of_matter
from summitry.extract.frame_clitics import Clitics
from summitry.extract.frame_model import ROLES, RawFrame, people_of

_DELEGATION = 14
"""How far behind a verb the delegation and its head are named."""


class Slots(Clitics):
    """Fills the frame of a verb from its clause."""

    def _fill(self, frame: RawFrame, index: int, verb: Verb, who: Chunk | None, slots: dict[str, str]) -> None:
        name = verb.frame.name
        if who is None or who.mentions[0].seat:
            who = self._doer_behind(index, verb, slots) or who
        if who and slots.get("subject") in ROLES:
            frame.add(who, Role(slots["subject"]), f"{name}.subject")
            if too := self._too(index):
                frame.add(too, Role(slots["subject"]), f"{name}.too")
            if led := self._led(index, who):
                frame.add(led, Role(slots["subject"]), f"{name}.led")
        if self._clitic(index) and slots.get("object") in ROLES and (meant := self._meant(index, who)):
            self._add_meant(frame, index, meant, Role(slots["object"]))
        elif slots.get("object") in ROLES and (obj := self._acted_on(index)):
            frame.add(obj, Role(slots["object"]), f"{name}.object")
            frame.span = (frame.span[0], obj.end)
        elif slots.get("object") == "place":
            self._visited(frame, index)
            if self.pack.grammar.personal and self._clitic(index) and (meant := self._meant(index, who)):
                self._add_meant(frame, index, meant, Role.HOST)  # `lo visitará en P`
        for slot, prep in (("at", "IN"), ("of", "OF"), ("on", "ON")):
            if slots.get(slot) in ROLES and (chunk := self._toward(index, prep)):
                frame.add(chunk, Role(slots[slot]), f"{name}.{slot}")
        if frame.kind is EventKind.SIGNING:
            self._name_treaty(frame, index, verb)
        if verb.passive and frame.kind is EventKind.SIGNING:
            slots = {**slots, "between": Role.PARTICIPANT}
            self._treaty_of(frame, index)
        for slot, prep in (("with", "WITH"), ("by", "BY"), ("between", "BETWEEN")):
            if slots.get(slot) in ROLES and (chunk := self._after(index, prep)):
                if prep == "WITH" and self._matter(index, chunk):
                    continue
                frame.add(chunk, Role(slots[slot]), f"{name}.{slot}")
                frame.span = (frame.span[0], max(frame.span[1], chunk.end))
        aside = False
        for at in self._rest(index):
            if self.chunks[at].kind == sym.EVENT:
                break
            aside = aside or self._topical(at)
            spoken_of = of_matter(self.chunks, at, self.pack.grammar.matters) or self._meant_for(at)
            elsewhere = aside or (spoken_of and frame.kind is not EventKind.VISIT)
            matter = self.chunks[at].kind == sym.PLACE if elsewhere else name == "discuss" and self._among_matters(at)
            if not matter:
                self._attach(frame, at)
        self._there_before(frame, index)
        self._excepted(frame, index)

    def _excepted(self, frame: RawFrame, index: int) -> None:
        """`The leaders of A, except B, met in P`: who is named as missing between the subject and its verb."""
        subject = self._subject(index)
        for at in range(index if subject is None else subject + 1, index):
            if self.chunks[at].kind == "WITHOUT" and (missing := self._object(at)) is not None:
                frame.add(missing, Role.ABSENT, "without")

    def _acted_on(self, index: int) -> Chunk | None:
        """Whom a verb acts on: behind it, named among others, or before a relative pronoun."""
        found = self._object(index) or self._whom(index) or self._head_of_delegation(index)
        return found if found is not None and found.agents else self._named_among(index) or found

    def _head_of_delegation(self, index: int) -> Chunk | None:
        """`a reçu une délégation de P conduite par B`: who leads those on whom a verb acts."""
        rest = [] if self.pack.premodifiers else [*self._rest(index)][:_DELEGATION]
        body = next((at for at in rest if self.chunks[at].text.lower() in self.pack.delegations), None)
        if body is None or any(self.chunks[at].kind in ("WITH", "BY", "AND") for at in range(index, body)):
            return None
        for at in range(body, min(rest[-1] + 1, len(self.chunks))):
            verb = self.chunks[at].verb
            if verb is not None:
                return self._after(at, "BY") if verb.frame.name == "lead" and verb.passive else None
        return None

    def _meant_for(self, at: int) -> bool:
        """`discuss a plan for P`, `un plan pour P`: what is spoken of is meant for a place."""
        before = at - 1 - (self.chunks[at - 1].kind == "DET")
        return before > 0 and self.chunks[before].kind == "TO" and self.chunks[before - 1].kind == sym.WORD

    def _matter(self, index: int, chunk: Chunk) -> bool:
        """`discussed relations with B`, `ont parlé des tensions avec B`: a state that belongs to what is spoken of."""
        if any(agent.type is not AgentType.STATE for agent in chunk.agents):
            return False
        at = next((at for at in self._rest(index) if self.chunks[at].kind == "WITH"), index) - 1
        first = at
        while first > index and self.chunks[first].kind in (sym.WORD, sym.DEM, "POSS", "THEIR", "DET"):
            first -= 1
        verb = self.chunks[first].verb
        discussed = verb is not None and verb.frame.name == "discuss"
        return first < at and (discussed or self.chunks[first].kind in ("OF", "ON"))

    def _among_matters(self, at: int) -> bool:
        """`discuss a range of issues including P and Q`: states that are spoken of."""
        chunk = self.chunks[at]
        states = bool(chunk.agents) and all(agent.type is AgentType.STATE for agent in chunk.agents)
        return states and [c.kind for c in self.chunks[at - 2 : at]] == [sym.WORD, "INCL"]

    def _whom(self, index: int) -> Chunk | None:
        """`B, whom A met in P`: the people before a relative pronoun behind which a subject stands."""
        subject, grammar = self._subject(index), self.pack.grammar
        if subject is None or subject < 2 or grammar.reorders:
            return None
        pronouns = self.pack.personal if self.pack.premodifiers else grammar.object_relatives
        if self.chunks[subject - 1].kind == "REL" and self.chunks[subject - 1].text.lower() in pronouns:
            before = subject - 3 if self.chunks[subject - 2].kind == "," else subject - 2
            return self._agents_of(before if before < 0 or self.pack.premodifiers else self._said_to_be(before))
        return None

    def _said_to_be(self, at: int) -> int:
        """`B est le premier dirigeant que A reçoit`: of whom the office is said before a relative pronoun."""
        while at > 0 and self.chunks[at].kind in (sym.WORD, sym.DEM):
            at -= 1
        if self.chunks[at].kind != sym.AGENTS or self.chunks[at].agents or at < 2:
            return at
        being = at - 1
        while being > 0 and self.chunks[being].kind in ("DET", "ORD", "ADV", sym.WORD):
            being -= 1
        return being - 1 if self.chunks[being].kind in ("BE", "WAS") else at

    def _topical(self, at: int) -> bool:
        """`spoke about progress in P`: what is spoken of begins here, and its places are not where it is spoken of."""
        behind = self.chunks[at + 1 : at + 3]
        return self.chunks[at].kind == "ON" and all(c.kind not in (sym.TIME, sym.PLACE) for c in behind)

    def _led(self, index: int, who: Chunk) -> Chunk | None:
        """`a delegation led by A met B`: the head of those who act."""
        at = self.chunks.index(who) + 1
        at += at < index and self.chunks[at].kind == ","  # `La délégation, conduite par A, …`
        verb = self.chunks[at].verb if at < index else None
        return self._after(at, "BY") if verb is not None and verb.frame.name == "lead" else None

    def _doer_behind(self, index: int, verb: Verb, slots: dict[str, str]) -> Chunk | None:
        """`P, où l'a reçu A`: the subject stands behind its verb when a pronoun is the object."""
        at = self._object_pronoun(index)
        opens = at is not None and at > 0 and self.chunks[at - 1].kind == "REL"
        if not opens or verb.passive or slots.get("subject") not in ROLES:
            return None
        return self._object(index)

    def _there_before(self, frame: RawFrame, index: int) -> None:
        """`A y a rencontré B`: where was told before, in the sentence or in the last one."""
        at = self._opening(index) + 1
        if frame.places or all(c.kind != "CLIT" for c in self.chunks[at:index]):
            return
        before = [c for c in self.chunks[:at] if c.kind == sym.PLACE]
        place = before[-1] if before else self.context.place
        if place is not None and place.place is not None:
            frame.places.append((*place.place, place.start, place.end))

    def _visited(self, frame: RawFrame, index: int) -> None:
        """The object of `visit`: a place, or a state."""
        for at in range(index + 1, min(index + 5, len(self.chunks))):
            chunk = self.chunks[at]
            if chunk.kind == sym.PLACE:
                self._place(frame, chunk)
                frame.span = (frame.span[0], chunk.end)
                return
            if chunk.kind == sym.AGENTS and chunk.mentions[0].seat:
                frame.add_states(chunk, None if len(chunk.mentions) > 1 else chunk.text)
                frame.plural = len(chunk.mentions) > 1
                frame.span = (frame.span[0], chunk.end)
                return
            if chunk.kind == sym.AGENTS and people_of(chunk).agents and not self._owns(at):
                frame.add(people_of(chunk), Role.HOST, "visit.object", 0.8)  # `besuchte B in P`
                return
            if chunk.kind not in ("DET", sym.WORD, "ADV", sym.DEM, sym.CAPITAL, sym.TIME):
                return
