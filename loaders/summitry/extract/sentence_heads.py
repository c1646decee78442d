"""The heads of a sentence: the verbs, event nouns and lone auxiliaries that can own times and places, and where its
clauses end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

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
REACH = 60
"""The longest way from a time or place to its head, in chunks."""


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


class Heads:
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
            tense = "past" if self._granted(at) else _AUXILIARY_TENSES[chunk.kind]
            return Head(at, tense, None, anterior=anterior)
        return Head(at, "future", None) if self._comes(chunk) else None

    def _granted(self, at: int) -> bool:
        """`agreed to a truce after talks`: what looks like an auxiliary has an object, and no event is to come."""
        behind = [c.kind for c in self.chunks[at + 1 : at + 4]]
        return self.chunks[at].kind == "FUT" and behind[:1] in (["DET"], ["NUM"]) and sym.EVENT not in behind

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
