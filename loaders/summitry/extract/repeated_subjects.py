"""Subjects that a clause leaves out because the words before name them, said once more right before their verb."""

from __future__ import annotations

from copy import copy

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import FINITE

_REACH = 12
_SAYING = frozenset({"say", "announce", "plan", "propose"})
_THAT = frozenset({"REL", "SUB"})
_SEVERAL = 2
_COUNTING = frozenset({sym.WORD, sym.NUMBER, "NUM", "DET", "OF"})
_TOLD = frozenset({"DET", "ADV", "IN", "TITLE", sym.TIME, sym.AGENTS})
"""What may stand between a verb of saying and what is said: when, and to whom."""


def those(chunks: list[Chunk], start: int, opener: int) -> int:
    """`A y B viajaron a P, donde se reunieron con C`: the several people named before the relative clause."""
    before = (c for c in reversed(chunks[:opener]) if c.kind == sym.AGENTS and len(c.agents) > 1)
    if (several := next(before, None)) is None or any(a.type is not AgentType.PERSON for a in several.agents):
        return 0
    chunks.insert(start, copy(several))
    return 1


def said(chunks: list[Chunk], opener: int, saying: frozenset[str]) -> bool:
    """`A anunció ayer que viajará a P y que se reunirá con B`: a clause of what somebody says, with his own plans."""
    told = chunks[opener].verb if opener > 0 else None
    if told is not None:  # `confirmó que`: one word of the lexicon
        return told.tense in FINITE and chunks[opener].text.lower().split()[-1] in saying
    if opener < 1 or chunks[opener].text.lower() not in saying:
        return False
    if chunks[opener - 1].kind == "AND":
        return any(said(chunks, at, saying) for at in range(1, opener - 1) if chunks[at].kind in _THAT)
    for at in range(opener - 1, -1, -1):
        verb = chunks[at].verb
        if verb is not None:
            return verb.frame.name in _SAYING and verb.tense in FINITE
        if chunks[at].kind not in _TOLD:
            return False
    return False


def repeated(chunks: list[Chunk], at: int, start: int, apart: int) -> int:
    """`A, in vacanza da domenica, ha ricevuto questa mattina B`: the subject once more, right before its verb."""
    plain = all(c.kind not in ("REL", sym.VERB) for c in chunks[apart:start])
    if not plain or apart == start - 2 or not chunks[apart].agents:
        return 0
    if any(c.kind == sym.TIME for c in chunks[at : at + _REACH]):
        for other in (c for c in chunks[apart:start] if c.kind == sym.TIME):
            other.kind = sym.WORD
    chunks.insert(start, copy(chunks[apart]))
    return 1


def number_of(chunks: list[Chunk], verb: int) -> int | None:
    """`asisten más de sesenta líderes, entre ellos A y B`: those who are counted right behind a verb."""
    at = verb + 1
    while at < min(verb + _REACH, len(chunks) - 1) and chunks[at].kind in _COUNTING:
        at += 1
    return at if at < len(chunks) and counted(chunks[verb + 1 : at], chunks[at]) else None


def counted(words: list[Chunk], people: Chunk) -> bool:
    """Whether words only count people of whom several are named."""
    if people.kind != sym.AGENTS or len(people.agents) < _SEVERAL or not words:
        return False
    return all(c.kind in _COUNTING for c in words) and any(c.kind not in ("DET", "OF") for c in words)
