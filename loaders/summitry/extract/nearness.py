"""The clauses of a sentence: which verb or event noun owns a time or place, by how near they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import FINITE

CLAUSE_ENDS = frozenset({"SUB", "REL", ";", ":", sym.QUOTE, "BUT"})
_DASHES = frozenset({"-", "–", "—"})
_PARTS = CLAUSE_ENDS | _DASHES
_AUXILIARY_TENSES = {"FUT": "future", "COND": "future", "HAVE": "past", "WAS": "past", "BE": "present"}
_OWNERS = frozenset({sym.EVENT, sym.VERB, *_AUXILIARY_TENSES})
_AUXILIARIES = frozenset({*_AUXILIARY_TENSES, "ADV", "NEG", "DO", "SE", "CLIT"})
_OBJECT = frozenset({"DET", "NUM", sym.NUMBER, sym.EVENT})
"""How what somebody has begins."""
_ATTRIBUTES = frozenset({"DET", sym.WORD, sym.DEM, "ORD", "SEAT"})
_LONGEST_ATTRIBUTE = 3
_BETWEEN_NOUN_AND_RELATIVE = frozenset({",", sym.AGENTS, sym.PLACE, "BETWEEN", "WITH", "OF", "DET", "IN"})
_COMMA_BEFORE, _COMMA_AFTER, _CLOSED, _BACKWARDS = 0.5, 2.0, 4.0, 0.4
"""What stands before its head is a little farther than what follows it, most of all when it ends another phrase."""
_PURPOSE = 4.0
"""`meets B at the palace on Friday to discuss …`: the day is not that of what follows."""
REACH = 60
"""The longest way from a time or place to its head, in chunks."""
_BEYOND_CLAUSE, _BEYOND_VERB, _BEYOND_AND = 6.0, 3.0, 1.5


@dataclass(frozen=True, slots=True)
class Head:
    """A verb, an event noun, or the auxiliary of a verb that no pack knows (`verb` is None for the last two)."""

    at: int
    tense: str | None
    verb: Verb | None
    noun: bool = False
    anterior: bool = False
    """Told as before the past that is told (`had met`)."""

    @property
    def finite(self) -> bool:
        """Whether it is a verb with a tense of its own."""
        return self.tense in FINITE

    @property
    def loose(self) -> bool:
        """Whether it is a participle or gerund, which only describes a noun."""
        return self.tense in ("participle", "gerund")


_PARTING = frozenset({sym.TIME, sym.PLACE, "IN", "ADV", "DET", "SE", ","})
"""What may stand between an auxiliary and its verb."""


class Clauses:
    """The chunks of a sentence with their heads; `anterior` are the auxiliaries of the past before the past,
    `temporal` the conjunctions that begin no relative clause, `comes` whether a chunk is a verb of what is to come
    that no pack lists."""

    def __init__(
        self,
        chunks: Sequence[Chunk],
        anterior: Collection[str] = (),
        temporal: Collection[str] = (),
        comes: Callable[[Chunk], bool] = lambda _: False,
    ) -> None:
        self.chunks = chunks
        self._comes = comes
        self._anterior = anterior
        self._temporal = temporal

    @cached_property
    def heads(self) -> list[Head]:
        """What can own times and places, in order."""
        owners = [at for at, chunk in enumerate(self.chunks) if chunk.kind in _OWNERS or self._comes(chunk)]
        return [head for at in owners if (head := self._head(at)) is not None]

    def _head(self, at: int) -> Head | None:
        chunk = self.chunks[at]
        if chunk.kind == sym.EVENT:
            return Head(at, None, None, noun=True)
        if chunk.kind == sym.VERB and chunk.verb is not None:
            return Head(at, chunk.verb.tense, chunk.verb, anterior=chunk.verb.anterior)
        if chunk.kind in _AUXILIARY_TENSES and self._alone(at):
            anterior = chunk.text.lower() in self._anterior and not self._has(at)
            return Head(at, _AUXILIARY_TENSES[chunk.kind], None, anterior=anterior)
        return Head(at, "future", None) if self._comes(chunk) else None

    def _has(self, at: int) -> bool:
        """`she had a meeting`: an auxiliary with an object is a verb of its own, in the simple past."""
        return next((c.kind for c in self.chunks[at + 1 :] if c.kind not in ("ADV", sym.TIME)), "") in _OBJECT

    def _alone(self, at: int) -> bool:
        """The first auxiliary of a verb that is not known, or a plain `was`."""
        if at and self.chunks[at - 1].kind in _AUXILIARIES and self.chunks[at - 1].kind not in ("ADV", "NEG"):
            return False
        after = at + 1
        while after < len(self.chunks) and self.chunks[after].kind in _AUXILIARIES:
            after += 1
        parted = after
        while parted < len(self.chunks) and self.chunks[parted].kind in _PARTING:
            parted += 1
        verb = self.chunks[parted].verb if parted < len(self.chunks) else None
        if parted > after and verb is not None and verb.parted:
            return False  # `doit lundi à P rencontrer B`
        return after == len(self.chunks) or self.chunks[after].kind != sym.VERB

    @cached_property
    def _ends(self) -> list[int]:
        """Where clauses end, in order: at most of a few places."""
        marks = [at for at, chunk in enumerate(self.chunks) if chunk.kind in _PARTS]
        return [at for at in marks if self.chunks[at].kind in CLAUSE_ENDS or self._dash(at)]

    def _dash(self, at: int) -> bool:
        """A dash between spaces begins or ends an aside; one between letters joins a word."""
        chunk = self.chunks[at]
        if not 0 < at < len(self.chunks) - 1:
            return False
        return self.chunks[at - 1].end < chunk.start and chunk.end < self.chunks[at + 1].start

    def ends_between(self, first: int, last: int) -> list[str]:
        """The types of the clause ends between two chunks."""
        low, high = (first, last) if first < last else (last, first)
        return [self.chunks[at].kind for at in self._ends if low < at < high]

    @cached_property
    def _positions(self) -> list[int]:
        return [head.at for head in self.heads]

    def near(self, index: int) -> list[Head]:
        """The heads within reach of a chunk: a sentence without end takes no longer than its length."""
        return self.heads[bisect_left(self._positions, index - REACH) : bisect_right(self._positions, index + REACH)]

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
        finite = [head for head in self.near(noun) if head.finite and not self.ends_between(noun, head.at)]
        return min(finite, key=lambda head: abs(head.at - noun), default=None)

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
        return nouns[0] if len(nouns) == 1 and not any(head.finite for head in before) else None

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
