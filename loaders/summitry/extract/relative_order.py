"""Subjects behind the verb of a relative clause: `l'entretien qu'ont eu A et B`, `C, que recevra lundi A`."""

from __future__ import annotations

from collections.abc import Set

from summitry.extract import symbols as sym
from summitry.extract.chunk_model import Chunk

_AUXILIARY = frozenset({"HAVE", "BE", "WAS", "FUT", "COND", "NEG", "ADV", "SE", "CLIT"})
_OVER = frozenset({"ADV", "DET", "TITLE", "NUM", sym.TIME})
"""What may stand between a verb and the subject behind it, besides places."""
_REACH = 8


class RelativeOrder:
    """Rearranges relative clauses: `pronouns` open them as objects, `dative` ones stand for guests."""

    def __init__(self, pronouns: Set[str], dative: Set[str]) -> None:
        self._pronouns = pronouns
        self._dative = dative

    def arrange(self, chunks: list[Chunk]) -> list[Chunk]:
        """The same chunks with the subject of a relative clause before its verb."""
        if all(chunk.kind != "REL" for chunk in chunks):
            return chunks
        for at in range(len(chunks) - 2, -1, -1):
            if chunks[at].kind == "REL" and chunks[at].text.lower() in self._pronouns:
                self._resume(chunks, at)
        return chunks

    def _resume(self, chunks: list[Chunk], at: int) -> None:
        """Bring the subject of one relative clause before its verb, and a dative pronoun behind it."""
        to = at + 1 if chunks[at + 1].text.lower() in self._dative else None
        first = at + 1 if to is None else at + 2
        verb = first
        while verb < len(chunks) - 1 and chunks[verb].kind in _AUXILIARY:
            verb += 1
        told = chunks[verb].verb if verb < len(chunks) else None
        behind = None if told is None or told.passive else _subject(chunks, verb)
        if behind is None:
            return
        people = chunks.pop(behind)
        if to is not None:
            guest = chunks[to]
            chunks[verb + 1 : verb + 1] = [Chunk("IN", guest.start, guest.start, 0, 0), guest]
            del chunks[to]
        chunks.insert(at + 1, people)


def _subject(chunks: list[Chunk], verb: int) -> int | None:
    """Who stands behind a verb without a preposition, over times and places."""
    at = verb + 1
    while at < min(verb + _REACH, len(chunks)):
        chunk = chunks[at]
        if chunk.kind == sym.AGENTS:
            return at if chunk.agents and not any(m.pronoun for m in chunk.mentions) else None
        if chunk.kind == "IN" and [c.kind for c in chunks[at + 1 : at + 2]] == [sym.PLACE]:
            at += 1
        elif chunk.kind not in _OVER:
            return None
        at += 1
    return None
