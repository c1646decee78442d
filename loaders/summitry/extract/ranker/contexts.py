"""What stands around the name of an agent in its sentence: list, preposition, verbs, quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import SOFT

ENDS = frozenset({"SUB", "REL", ";", ":", ".", "BUT"})
"""Where a clause ends."""
_LISTED = frozenset({",", "AND", "DET", "(", ")", "TITLE", "BUT", sym.AGENTS})
_PREPOSITIONS = frozenset({"OF", "WITH", "BY", "TO", "BETWEEN", "DURING", "FROM", "IN", "ON", "WITHOUT"})
_QUOTES = frozenset({'"', "«", "»", "“", "”"})
_SOFT = SOFT | _QUOTES
ASKING = frozenset({"propose", "invite", "say", "announce"})
"""Frames of verbs whose object is asked or told to do something."""
_REACH = 14


@cache
def _classes(edges: tuple[int, ...]) -> tuple[str, ...]:
    return (*(f"<={edge}" for edge in edges), f">{edges[-1]}")


def bucket(number: int, edges: tuple[int, ...]) -> str:
    """A number as one of a few classes: the first edge that it does not pass; `edges` are in rising order."""
    return _classes(edges)[bisect_left(edges, number)]


def around(row: Sequence[Chunk], at: int, first: int, last: int, size: int) -> list[str]:
    """Features of the chunk at a position of its sentence; `first`, `last` and `size` are those of its list."""
    before = _before(row, first)
    kind = word_class(row[before]) if before >= 0 else "START"
    told = [f"list={bucket(size, (1, 2, 4))}", f"prev={kind}", *_left(row, before)]
    how = "subject" if before < 0 else _how(row[before])
    told.extend(_right(row, last, how))
    if last + 1 < len(row) and row[last + 1].kind == "S":
        told.append("owner")
    if before > 0 and row[before].kind == "OF" and row[before - 1].kind == sym.WORD:
        told.append("genitive")  # `the optimism of A`
    if len([c for c in row[:at] if c.text in _QUOTES or c.kind == sym.QUOTE]) % 2:
        told.append("quoted")
    if "NEG" in [c.kind for c in row[max(0, first - 3) : first]]:
        told.append("denied")
    return told


def listed(row: Sequence[Chunk], at: int) -> tuple[int, int, int]:
    """First and last position of the list in which a chunk stands, and how many agents it names."""
    first = last = at
    while last + 1 < len(row) and last - at < _REACH and row[last + 1].kind in _LISTED:
        last += 1
    while first > 0 and at - first < _REACH and row[first - 1].kind in _LISTED:
        first -= 1
    return first, last, sum([len(c.agents) for c in row[first : last + 1] if c.kind == sym.AGENTS])


def _before(row: Sequence[Chunk], first: int) -> int:
    at = first - 1
    while at >= 0 and row[at].kind in _SOFT:
        at -= 1
    return at


def word_class(chunk: Chunk) -> str:
    """The type of a chunk; of a verb its frame, voice and polarity."""
    return f"V:{_named(chunk.verb)}" if chunk.kind == sym.VERB and chunk.verb else chunk.kind


def _named(verb: Verb) -> str:
    return verb.frame.name + (":passive" if verb.passive else "") + (":not" if verb.negative else "")


def _left(row: Sequence[Chunk], at: int) -> Iterator[str]:
    """The verb before, in the same clause."""
    while at >= 0 and row[at].kind not in ENDS:
        if row[at].kind == sym.VERB and (verb := row[at].verb):
            yield f"after={_named(verb)}"
            yield f"after-tense={verb.tense}"
            return
        at -= 1


def _how(before: Chunk) -> str:
    """How a chunk stands to the verb behind it: its subject, near it, or one who is asked to do it (`urged A to`)."""
    if before.verb is not None and before.verb.frame.name in ASKING:
        return "asked"
    return "near" if before.kind in _PREPOSITIONS else "subject"


def _right(row: Sequence[Chunk], last: int, how: str) -> Iterator[str]:
    """The verb behind, of which the chunk may be the subject."""
    for chunk in row[last + 1 : last + 13]:
        if chunk.kind == sym.VERB and (verb := chunk.verb):
            asked = how == "asked" and verb.tense == "infinitive"
            yield f"{'subject' if how == 'asked' and not asked else how}={_named(verb)}"
            yield f"tense={verb.tense}{'?' if verb.possible else ''}"
            return
        if chunk.kind in ENDS or chunk.kind in (sym.AGENTS, sym.EVENT):
            yield f"next={chunk.kind}"
            return
