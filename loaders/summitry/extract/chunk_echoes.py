"""Event nouns that a pronoun stands for: `la visite de A suit celle de B`, `un entretien avec A, un autre avec B`."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import EventKind
from summitry.extract import symbols as sym
from summitry.extract.chunk_model import Chunk

_KINDS = frozenset({EventKind.VISIT, EventKind.MEETING, EventKind.CALL})
_OVER = frozenset({"DET", "TITLE", "ORD", sym.NUMBER, sym.DEM})
_BEGINS = frozenset({"THEN", "AND", ","})


def echoed(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with each pronoun of an event noun before it as an event of the same kind."""
    told: Chunk | None = None
    for at, chunk in enumerate(chunks):
        if chunk.kind == sym.EVENT and chunk.event is not None:
            told = chunk if chunk.event.kind in _KINDS else None
        elif told is not None and (_that_of(chunks, at) or _another_with(chunks, at)):
            chunk.kind, chunk.event = sym.EVENT, told.event
    return chunks


def _that_of(chunks: Sequence[Chunk], at: int) -> bool:
    """`celle du président B`: a pronoun before whose event it is."""
    item = chunks[at].item
    if item is None or chunks[at].mentions or not item.has("SAME"):
        return False
    return _names_people(chunks, at + 1, "OF")


def _another_with(chunks: Sequence[Chunk], at: int) -> bool:
    """`, puis un autre avec B`: a number or another word of order before with whom it is."""
    if at < 2 or chunks[at].kind not in ("DET", "ORD", sym.NUMBER) or chunks[at - 1].kind != "DET":
        return False
    return chunks[at - 2].kind in _BEGINS and _names_people(chunks, at + 1, "WITH")


def _names_people(chunks: Sequence[Chunk], at: int, prep: str) -> bool:
    """Whether people stand behind a preposition at a position."""
    if at >= len(chunks) or chunks[at].kind != prep:
        return False
    at += 1
    while at < len(chunks) - 1 and chunks[at].kind in _OVER:
        at += 1
    return at < len(chunks) and any(m.person is not None for m in chunks[at].mentions if not m.blocked)
