"""Objects before their verb that a pronoun takes up again: `A Lula lo recibió Xi`, `A lo ha ricevuto B`."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.clause_parts import gap
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import BEFORE_AGENT, ROLES
from summitry.extract.grammar import Grammar

_BETWEEN = frozenset({"DET", "TITLE", "ADV", "IN", sym.TIME, sym.PLACE})
"""What may stand between a verb and the subject behind it."""
_REACH = 12


def fronted(chunks: list[Chunk], start: int, at: int, grammar: Grammar) -> None:
    """Bring such an object behind its verb and the subject before it; the words of the verb begin at `start`."""
    verb, before = chunks[at].verb, chunks[start - 1] if start else None
    clitic = start < at and chunks[start].kind == "DET" and chunks[start].text.lower() in grammar.clitics
    if verb is None or verb.passive or not clitic or before is None or before.kind != sym.AGENTS:
        return
    marked = start > 1 and chunks[start - 2].kind in ("DET", "PERSONAL") and not chunks[start - 2].text
    behind = _bare_behind(chunks, at) if marked or start == 1 else None
    if behind is not None and verb.frame.slots.get("object") in ROLES:
        chunks[start] = chunks.pop(behind)
        chunks[start - 1] = gap(before.start)
        chunks.insert(at + 1, before)


def _bare_behind(chunks: list[Chunk], at: int) -> int | None:
    """Who stands behind a verb without a preposition, over times and places."""
    for behind in range(at + 1, min(at + _REACH, len(chunks))):
        kind, before = chunks[behind].kind, chunks[behind - 1].kind
        if kind == sym.AGENTS:
            return None if before in BEFORE_AGENT else behind
        if kind not in _BETWEEN or (kind == "DET" and not chunks[behind].text):
            return None
    return None
