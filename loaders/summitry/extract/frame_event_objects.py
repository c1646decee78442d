"""Event nouns in their clause: the verb that has one as its object, and the subject that acts at one."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.clauses import Verb
from summitry.extract.frame_model import FINITE, SOFT, STOP, people_of
from summitry.extract.frame_objects import Objects

_OVER = SOFT | {sym.AGENTS, "S"}
_OPENINGS = frozenset({"DURING", "AROUND", "OF", "SUB", "IN"})
"""What opens a phrase that says on which occasion the subject behind it acts."""
_WISHES = frozenset({"propose", "announce", "decline", "plan", "cancel"})
"""Verbs of what somebody wants: `called for a truce at the summit` asks for no summit."""


class EventObjects(Objects):
    """Finds event nouns for verbs, and subjects for event nouns."""

    def _event_right(self, index: int, verb: Verb) -> int | None:
        """The event noun that a verb has as object."""
        name = verb.frame.name
        far = verb.frame.event == "to" or name == "invite"
        at, words = index + 1, 0
        while at < len(self.chunks) and at - index < (16 if far else 9):
            if self.chunks[at].kind == sym.EVENT:
                return at if not far or name == "invite" or self._purposed(at, index) else None
            if (behind := self._passed_over(at, index, far)) is not None:
                at = behind
                continue
            if name in _WISHES and at > index + 1 and self._said_there(at):
                return None
            words += self.chunks[at].kind == sym.WORD
            if words > (6 if far else 4) or self._shuts(at, verb, far):
                return None
            at += 1
        return None

    def _said_there(self, at: int) -> bool:
        """`called for a truce at the summit`, `urged B in a call to act`: where something is wanted, not what."""
        whom = self.chunks[at].kind == "IN" and bool(people_of(self.chunks[at - 1]).agents)
        return whom or self.chunks[at].text.lower() in self.pack.grammar.attending

    def _passed_over(self, at: int, index: int, far: bool) -> int | None:
        """`held with B talks`, `a pris part, à P, au sommet`: where a verb goes on behind a partner or an aside."""
        behind = self.chunks[at + 1 : at + 3]
        if self.chunks[at].kind == "WITH" and not far and len(behind) == 2 and behind[0].kind == sym.AGENTS:
            return at + 2
        if self.chunks[at].kind != ",":
            return None
        end = self._past(at + 2, ("DET", "TITLE", "POSS"))
        beside = [c.kind for c in self.chunks[end : end + 2]] == [sym.AGENTS, ","]
        if self.chunks[at + 1 : at + 2] and self.chunks[at + 1].kind == "WITH" and beside and not far:
            return end + 2  # `a présidé jeudi, aux côtés de B, la cérémonie`
        return self._aside(at) if at == index + 1 else None

    def _shuts(self, at: int, verb: Verb, far: bool) -> bool:
        """Whether nothing behind a chunk can be the object of a verb before it."""
        chunk = self.chunks[at]
        if chunk.kind == sym.VERB:
            return chunk.verb is not None and chunk.verb.tense in FINITE
        if chunk.kind in STOP:
            return verb.frame.name != "announce" or chunk.kind not in ("REL", "SUB")
        if chunk.kind == sym.AGENTS:
            return not far and not (self.pack.premodifiers and at + 1 < len(self.chunks))
        return not far and chunk.kind in ("DURING", "AROUND", ",", "WITH", "BY")

    def _event_relative(self, index: int, subject: int | None) -> int | None:
        """`the summit that A will host`: the event noun before the pronoun, when the subject stands behind it."""
        if subject is None or self.chunks[subject].kind != sym.AGENTS:
            return None
        if self.pack.premodifiers and (bare := self._bare_relative(subject)) is not None:
            return bare
        for at in range(subject - 1, max(subject - 4, 0), -1):
            near = self.chunks[at - 1].kind in (sym.EVENT, sym.PLACE, sym.AGENTS, sym.TIME)
            if self.chunks[at].kind == "REL" or (self.chunks[at].kind == "SUB" and near):
                found = self._antecedent(at, None)
                return found if found in self.nouns else None
            if self.chunks[at].kind != "DET" and self.chunks[at].text:
                return None
        return None

    def _bare_relative(self, subject: int) -> int | None:
        """`the talks A held`, `a round of talks the envoy held`: the event noun right before the subject."""
        at = subject - 1 - (subject > 1 and self.chunks[subject - 1].kind == "DET")
        return at if at in self.nouns else None

    def _purposed(self, at: int, index: int) -> bool:
        """`to Paris for talks`: the event noun hangs on a preposition of purpose or place."""
        before = at - 1
        while before > index and self.chunks[before].kind in _OVER:
            before -= 1
        return self.chunks[before].kind in ("TO", "IN", "DURING") or before == index

    def _prep_before(self, at: int) -> str:
        before = at - 1
        while before >= 0 and self.chunks[before].kind in _OVER:
            before -= 1
        return self.chunks[before].kind if before >= 0 else ""

    def _objects_of(self, at: int) -> bool:
        """Whether a finite verb in the active stands there: what follows it is no subject."""
        verb = self.chunks[at].verb
        return verb is not None and not verb.passive and verb.tense in FINITE and verb.frame.name != "say"

    def _left_subject(self, index: int) -> int | None:
        """The subject of the clause in which a noun stands as object, or of which it says when (`said after talks`)."""
        when = self._when(index)
        for at in range(index - 1, -1, -1):
            chunk = self.chunks[at]
            if chunk.kind == "REL" and self.chunks[at + 1].kind in ("BE", "WAS"):
                who = self._antecedent(at, None)  # `A, who is on a visit to P`
                return who if self._agents_of(who) else None
            if chunk.kind in STOP and at != when:
                return None
            if chunk.kind == sym.VERB and chunk.verb:
                tells = when is None and chunk.verb.frame.name in ("say", "announce", "propose")
                return None if tells else self._actor(at, chunk.verb, when)
            if chunk.kind == sym.AGENTS and at and self._objects_of(at - 1):
                continue
            if chunk.kind == sym.AGENTS and not self._governed(at):
                return at
        return None

    def _actor(self, at: int, verb: Verb, when: int | None) -> int | None:
        """Who does what a verb tells; `C was freed by A after talks with B`: A, but only where it says when."""
        if not verb.passive or self._holding(at):
            subject = self._subject(at)
            return subject if self._agents_of(subject) else None
        doer = self._after(at, "BY") if when is not None else None
        return self.chunks.index(doer) if doer is not None else None

    def _holding(self, at: int) -> bool:
        """`A, an envoy, held talks`: a participle by its place and active by the event noun right behind it."""
        verb, behind = self.chunks[at].verb, self.chunks[at + 1 : at + 2]
        return verb is not None and verb.frame.name == "hold" and bool(behind) and behind[0].kind == sym.EVENT

    def _when(self, index: int) -> int | None:
        """Where the `after`, `during` or `ahead of` stands on which an event noun hangs."""
        before = index - 1
        while before > 0 and self.chunks[before].kind in SOFT and index - before < 5:
            before -= 1
        return before if before > 0 and self.chunks[before].kind in ("AROUND", "DURING", "SUB") else None

    def _opened(self, index: int) -> int | None:
        """`After talks with B, A said`: the subject of the clause that the noun's phrase opens."""
        first = all(c.kind not in (sym.AGENTS, sym.VERB, sym.QUOTE) for c in self.chunks[:index])
        return self._following(index) if first and self._prep_before(index) in _OPENINGS else None
