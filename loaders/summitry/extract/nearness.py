"""How near two chunks of a sentence stand: in chunks, with the ends of clauses and other verbs between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb

CLAUSE_ENDS = frozenset({"SUB", "REL", ";", ":", sym.QUOTE, "BUT"})
_BEYOND_CLAUSE, _BEYOND_VERB, _BEYOND_AND = 6.0, 3.0, 1.5
_ATTRIBUTES = frozenset({"DET", sym.WORD, sym.DEM, "ORD"})
_LONGEST_ATTRIBUTE = 3
_BETWEEN_NOUN_AND_RELATIVE = frozenset({",", sym.AGENTS, "BETWEEN", "WITH", "OF", "DET"})
_COMMA_BEFORE, _COMMA_AFTER, _CLOSED, _BACKWARDS = 0.5, 2.0, 4.0, 0.4
"""What stands before its head is a little farther than what follows it, most of all when it ends another phrase."""


def distance(chunks: Sequence[Chunk], index: int, head: int) -> float:
    """The cost of the way from a chunk to a verb or event noun that may own it."""
    low, high = min(index, head), max(index, head)
    cost = float(high - low) + (_BACKWARDS if head > index else 0.0)
    comma = _COMMA_BEFORE if head < index else _COMMA_AFTER
    for chunk in chunks[low + 1 : high]:
        if chunk.kind == ",":
            cost += comma
        elif chunk.kind in CLAUSE_ENDS:
            cost += _BEYOND_CLAUSE
        elif chunk.kind == sym.VERB:
            cost += _BEYOND_VERB
        elif chunk.kind == "AND":
            cost += _BEYOND_AND
    if head > index and (_closes(chunks, index) or _continued(chunks[low + 1 : high])):
        cost += _CLOSED
    return cost


def _continued(between: Sequence[Chunk]) -> bool:
    """Whether a comma and a conjunction begin something new (`on Friday, and a meeting`)."""
    return any(a.kind == "," and b.kind == "AND" for a, b in zip(between, between[1:], strict=False))


def _closes(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a chunk follows a verb or event noun in its own phrase (`met her on Sunday, having …`)."""
    for chunk in reversed(chunks[:index]):
        if chunk.kind == "," or chunk.kind in CLAUSE_ENDS:
            return False
        if is_head(chunk):
            return True
    return False


def is_head(chunk: Chunk) -> bool:
    """Verbs and event nouns own times and places."""
    return chunk.kind == sym.EVENT or (chunk.kind == sym.VERB and chunk.verb is not None)


def nearest(chunks: Sequence[Chunk], index: int, fits: Callable[[int], bool] = lambda _: True) -> int | None:
    """The nearest head of a chunk, or None in a sentence without any."""
    heads = [at for at, chunk in enumerate(chunks) if is_head(chunk) and fits(at)]
    return min(heads, key=lambda at: distance(chunks, index, at), default=None)


def same_clause(chunks: Sequence[Chunk], first: int, last: int) -> bool:
    """Whether no clause ends between two chunks."""
    low, high = min(first, last), max(first, last)
    return not any(chunk.kind in CLAUSE_ENDS for chunk in chunks[low + 1 : high])


def attached_noun(chunks: Sequence[Chunk], verb: int) -> int | None:
    """The one event noun in the clause of a verb with no other head between, or None."""
    nouns = [
        at
        for at, chunk in enumerate(chunks)
        if chunk.kind == sym.EVENT
        and same_clause(chunks, verb, at)
        and not any(is_head(c) for c in chunks[min(verb, at) + 1 : max(verb, at)])
    ]
    return nouns[0] if len(nouns) == 1 else None


def antecedent_noun(chunks: Sequence[Chunk], verb: int) -> int | None:
    """The event noun before the relative clause of a verb (`the meeting that the minister opens on Friday`)."""
    at = verb - 1
    while at > 0 and chunks[at].kind not in CLAUSE_ENDS:
        if chunks[at].kind == sym.VERB:
            return None
        at -= 1
    if at <= 0 or chunks[at].kind not in ("REL", "SUB"):
        return None
    before = at - 1
    while before > 0 and chunks[at].kind == "REL" and chunks[before].kind in _BETWEEN_NOUN_AND_RELATIVE:
        before -= 1
    return before if chunks[before].kind == sym.EVENT else None


def clause_verb(chunks: Sequence[Chunk], noun: int) -> Verb | None:
    """The nearest finite verb in the clause of an event noun, or None."""
    finite = [
        at
        for at, chunk in enumerate(chunks)
        if chunk.verb and chunk.verb.tense in ("past", "present", "future") and same_clause(chunks, noun, at)
    ]
    best = min(finite, key=lambda at: abs(at - noun), default=None)
    return chunks[best].verb if best is not None else None


def preposition(chunks: Sequence[Chunk], index: int) -> str:
    """The type of the word before a chunk, over its article and at most two adjectives."""
    at = index - 1
    while at >= 0 and index - at <= _LONGEST_ATTRIBUTE and chunks[at].kind in _ATTRIBUTES:
        at -= 1
    return chunks[at].kind if at >= 0 else ""
