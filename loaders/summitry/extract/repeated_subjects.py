"""Subjects that a clause leaves out because the words before name them, said once more right before their verb."""

from __future__ import annotations

from copy import copy

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk

_REACH = 12


def those(chunks: list[Chunk], start: int, opener: int) -> int:
    """`A y B viajaron a P, donde se reunieron con C`: the several people named before the relative clause."""
    before = (c for c in reversed(chunks[:opener]) if c.kind == sym.AGENTS and len(c.agents) > 1)
    if (several := next(before, None)) is None or any(a.type is not AgentType.PERSON for a in several.agents):
        return 0
    chunks.insert(start, copy(several))
    return 1


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
