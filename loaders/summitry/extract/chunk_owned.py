"""Names behind what they lead: `the presidents of P, A, and of Q, B`, `the minister of P, A, that of finance, B`."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.chunk_model import Chunk

_CLOSING = frozenset({",", ".", ";", "AND", "THEN", ")"})
_MATTER = frozenset({"OF", "DET", "AND", "TO", sym.WORD, sym.CAPITAL, sym.DEM})
"""What a department is called by."""
_BEFORE_NAME = frozenset({",", "DET", "TITLE", sym.DEM, sym.WORD})
_LEADING = frozenset({"SAME", "OTHER"})
"""Words that stand for a minister (`that of finance`) or guest (`his host`) before the name."""
_LONGEST = 8


def owned(chunks: list[Chunk], text: str) -> list[Chunk]:
    """The chunks with each state or department that only says whose minister a name is taken into the name."""
    if sym.AGENTS not in {chunk.kind for chunk in chunks}:
        return chunks
    read: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        end = _state_of(chunks, at) if chunk.mentions else 0
        if not end and chunk.item is not None and not _LEADING.isdisjoint(chunk.item.kinds):
            end = _department_of(chunks, at) or _guest_of(chunks, at)
        read.append(_taken_in(chunk, chunks[end], text) if end else chunk)
        at = end + 1 if end else at + 1
    return read


def _taken_in(first: Chunk, named: Chunk, text: str) -> Chunk:
    """The name with the words before it."""
    return Chunk(
        sym.AGENTS, first.start, named.end, first.first, named.last, named.mentions, text=text[first.start : named.end]
    )


def _state_of(chunks: Sequence[Chunk], at: int) -> int:
    """`of P, A,`, `the ambassadors of P, A,`: where the name stands of who acts for the state, or 0."""
    chunk = chunks[at]
    if chunk.kind != sym.AGENTS or len(chunk.mentions) != 1 or [a.type for a in chunk.agents] != [AgentType.STATE]:
        return 0
    title = chunk.mentions[0].title
    behind = at + 2 if [c.kind for c in chunks[at + 1 : at + 2]] == [","] else at
    if behind == at or not (title.plural if title is not None else _of(chunks, at)) or not _closed(chunks, behind):
        return 0
    who = chunks[behind].mentions[0].person if chunks[behind].mentions else None
    return behind if who is not None and who.country in (chunk.agents[0].country, None) else 0


def _of(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a list goes on before a name: `, and of the`."""
    before = at - 1
    before -= before > 0 and chunks[before].kind == "DET"
    return before > 0 and chunks[before].kind == "OF" and chunks[before - 1].kind in (",", "AND", ";")


def _department_of(chunks: Sequence[Chunk], at: int) -> int:
    """`, that of finance, A,`: where the name stands, or 0."""
    item = chunks[at].item
    if item is None or not item.has("SAME") or [c.kind for c in chunks[at + 1 : at + 2]] != ["OF"]:
        return 0
    behind = at + 2
    while behind < min(at + _LONGEST, len(chunks)) and chunks[behind].kind in _MATTER:
        behind += 1
    if behind + 1 >= len(chunks) or chunks[behind].kind != "," or not _closed(chunks, behind + 1):
        return 0
    named = chunks[behind + 1].mentions
    return behind + 1 if named and named[0].person is not None else 0


def _guest_of(chunks: Sequence[Chunk], at: int) -> int:
    """`A et son hôte, le roi B,`: where the name stands of the other of two, or 0."""
    item = chunks[at].item
    if item is None or not item.has("OTHER") or chunks[at].mentions or chunks[at - 1].kind != "POSS":
        return 0
    behind = at + 1
    while behind < min(at + _LONGEST, len(chunks)) and chunks[behind].kind in _BEFORE_NAME:
        behind += 1
    return behind if behind > at + 1 and _closed(chunks, behind) and chunks[behind].mentions[0].person else 0


def _closed(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a name ends its apposition."""
    if at >= len(chunks) or chunks[at].kind != sym.AGENTS:
        return False
    return at + 1 == len(chunks) or chunks[at + 1].kind in _CLOSING
