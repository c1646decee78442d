"""The clauses of a sentence: which verb or event noun owns a time or place, by how near they stand."""

from __future__ import annotations

from itertools import pairwise

from summitry.extract import symbols as sym
from summitry.extract.sentence_heads import CLAUSE_ENDS, REACH, Head, Heads

__all__ = ["CLAUSE_ENDS", "REACH", "Clauses", "Head"]

_ATTRIBUTES = frozenset({"DET", sym.WORD, sym.DEM, "ORD", "SEAT"})
_LONGEST_ATTRIBUTE = 3
_BETWEEN_NOUN_AND_RELATIVE = frozenset({",", sym.AGENTS, sym.PLACE, "BETWEEN", "WITH", "OF", "DET", "IN"})
_COMMA_BEFORE, _COMMA_AFTER, _CLOSED, _BACKWARDS = 0.5, 2.0, 4.0, 0.4
"""What stands before its head is a little farther than what follows it, most of all when it ends another phrase."""
_PURPOSE = 4.0
"""`meets B at the palace on Friday to discuss …`: the day is not that of what follows."""
_BEYOND_CLAUSE, _BEYOND_VERB, _BEYOND_AND = 6.0, 3.0, 1.5


class Clauses(Heads):
    """The chunks of a sentence with their heads, and whose each time and place can be."""

    def nearest(self, index: int) -> Head | None:
        """The nearest head of a chunk, or None in a sentence without any."""
        near = self.near(index)
        if len(near) == 1:
            return near[0]
        return min(near, key=lambda head: self.distance(index, head.at), default=None)

    def distance(self, index: int, head: int) -> float:
        """The cost of the way from a chunk to a head."""
        low, high = (index, head) if index < head else (head, index)
        cost = float(high - low) + (_BACKWARDS if head > index else 0.0)
        cost += _BEYOND_CLAUSE * len(self.ends_between(index, head))
        for chunk in self.chunks[low + 1 : high]:
            if chunk.kind == ",":
                cost += _COMMA_BEFORE if head < index else _COMMA_AFTER
            elif chunk.kind == sym.VERB:
                cost += _BEYOND_VERB
            elif chunk.kind == "AND":
                cost += _BEYOND_AND
        if head > index and (self._closes(index) or self.continued(index, head)):
            cost += _CLOSED + (_PURPOSE if self._infinitive(head) else 0.0)
        return cost

    def _infinitive(self, head: int) -> bool:
        verb = self.chunks[head].verb
        return verb is not None and verb.tense == "infinitive"

    def continued(self, index: int, head: int) -> bool:
        """Whether a comma and a conjunction begin something new on the way (`on Friday, and a meeting`)."""
        between = self.chunks[index + 1 : head]
        return any(a.kind == "," and b.kind == "AND" for a, b in pairwise(between))

    def _closes(self, index: int) -> bool:
        """Whether a chunk follows a head in its own phrase (`met her on Sunday, having …`)."""
        for at in range(index - 1, max(-1, index - REACH), -1):
            if self.chunks[at].kind == "," or at in self._ends:
                return False
            if at in self._positions:
                return True
        return False

    def clause_head(self, noun: int) -> Head | None:
        """The nearest finite verb in the clause of an event noun, or None."""
        near = [head for head in self.near(noun) if head.finite and not self.ends_between(noun, head.at)]
        finite = [head for head in near if not self._says_so(noun, head)]
        return min(finite, key=lambda head: abs(head.at - noun), default=None)

    def _says_so(self, noun: int, head: Head) -> bool:
        """`…, said B`: a verb of saying behind the comma that ends what is said."""
        said = head.verb is not None and head.verb.frame.name == "say" and head.at > noun
        return said and any(chunk.kind == "," for chunk in self.chunks[noun : head.at])

    def attached_noun(self, verb: int) -> int | None:
        """The event noun of which a verb without an event of its own speaks.

        That is the noun before its relative clause, else the only one in its clause with no other verb between.
        """
        before = self.antecedent(verb)
        if before is not None:
            return before
        nouns = [head.at for head in self.near(verb) if head.noun and self._beside(verb, head.at)]
        return nouns[0] if len(nouns) == 1 else None

    def _beside(self, verb: int, noun: int) -> bool:
        low, high = min(verb, noun), max(verb, noun)
        between = [head for head in self.near(verb) if low < head.at < high and not head.loose]
        return not between and not self.ends_between(verb, noun) and not self.continued(low, high)

    def antecedent(self, verb: int) -> int | None:
        """`the meeting that the minister opens on Friday`: the event noun before the relative clause of a chunk."""
        at = verb - 1
        while at > 0 and verb - at < REACH and at not in self._ends:
            if self.chunks[at].kind == sym.VERB:
                return None
            at -= 1
        opens = at > 0 and at in self._ends and self.chunks[at].kind in ("REL", "SUB")
        if not opens or self.chunks[at].text.lower() in self._temporal:
            return None
        before = at - 1
        while before > 0 and self.chunks[at].kind == "REL" and self.chunks[before].kind in _BETWEEN_NOUN_AND_RELATIVE:
            before -= 1
        return before if self.chunks[before].kind == sym.EVENT else None

    def strays(self, index: int, head: Head) -> bool:
        """Whether a comma and plain words behind an event noun have begun to say something else."""
        between = [chunk.kind for chunk in self.chunks[head.at + 1 : index]]
        return head.noun and "," in between and between.count(sym.WORD) > 1

    def resumed(self, verb: int) -> int | None:
        """The event noun that a verb takes up behind a relative clause (`the summit, which …, is postponed`)."""
        for at in range(verb - 1, max(-1, verb - REACH), -1):
            kind = self.chunks[at].kind
            if kind == sym.EVENT and self._relative_follows(at):
                return at
            if kind in CLAUSE_ENDS and kind != "REL":
                return None
        return None

    def opening_noun(self, verb: int) -> int | None:
        """`the summit of A and B, planned for Friday, was cancelled`: the only event noun before the first verb."""
        before = [head for head in self.heads if head.at < verb]
        nouns = [head.at for head in before if head.noun]
        told = [head for head in before if head.finite and not self._due(head.at)]
        return nouns[0] if len(nouns) == 1 and not told else None

    def _due(self, verb: int) -> bool:
        """`the summit, due to open on Friday, …`: a verb of an aside on what was to come."""
        return [chunk.kind for chunk in self.chunks[max(0, verb - 2) : verb]] == [",", "FUT"]

    def _relative_follows(self, noun: int) -> bool:
        at = noun + 1
        while at < len(self.chunks) and self.chunks[at].kind in _BETWEEN_NOUN_AND_RELATIVE:
            at += 1
        return at < len(self.chunks) and self.chunks[at].kind == "REL"

    def preposition(self, index: int) -> str:
        """The type of the word before a chunk, over its article and at most two adjectives."""
        at = index - 1
        while at >= 0 and index - at <= _LONGEST_ATTRIBUTE and self.chunks[at].kind in _ATTRIBUTES:
            at -= 1
        return self.chunks[at].kind if at >= 0 else ""
