"""Subjects behind their verb and objects with a preposition: `asistieron A y B`, `recibió a Lula`."""

from __future__ import annotations

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clause_parts import SEPARATORS, subject
from summitry.extract.clauses import Chunk
from summitry.extract.grammar import Grammar

_VERBAL = frozenset({"BE", "WAS", "HAVE", "FUT", "COND", "NEG", "SE", "CLIT", "ADV", "TO"})
_INTRANSITIVE = frozenset({
    "attend", "attend2", "travel", "go", "come", "present", "away", "among", "leave", "takeplace", "meet2", "other",
})  # fmt: skip
_STEPS = frozenset({"ADV", "DET", "POSS", sym.TIME, sym.PLACE, "TITLE", "CLIT", "ORD", "NUM", "PHONE", "VIRTUAL"})
_FINITE = frozenset({"past", "present", "future"})


class Inversion:
    """Rearranges the rows of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def arrange(self, chunks: list[Chunk]) -> list[Chunk]:
        """The same chunks with subjects before their verbs."""
        self._objects(chunks)
        for at in range(len(chunks)):
            verb = chunks[at].verb
            if verb is not None and verb.tense in _FINITE and not self._has_subject(chunks, at):
                self._invert(chunks, at)
        return chunks

    def _objects(self, chunks: list[Chunk]) -> None:
        """`recibió a Lula`: a preposition that only marks people as objects is as good as an article."""
        for at, chunk in enumerate(chunks[:-1]):
            if chunk.kind == "IN" and chunk.text.lower() in self._grammar.personal and self._people(chunks, at):
                chunk.kind = "PERSONAL" if at == 0 else "DET"
                chunk.text = ""

    def _people(self, chunks: list[Chunk], at: int) -> bool:
        for chunk in chunks[at + 1 : at + 4]:
            if chunk.kind == sym.AGENTS:
                return bool(chunk.agents) and all(a.type in (AgentType.PERSON, AgentType.GROUP) for a in chunk.agents)
            if chunk.kind not in ("DET", "TITLE", "POSS"):
                return False
        return False

    def _start(self, chunks: list[Chunk], at: int) -> int:
        """Where the words of a verb begin."""
        while at > 0 and chunks[at - 1].kind in _VERBAL:
            at -= 1
        return at

    def _has_subject(self, chunks: list[Chunk], at: int) -> bool:
        first = at
        while first > 0 and chunks[first - 1].kind not in (*SEPARATORS, "SUB", "REL", sym.VERB):
            first -= 1
        if first and chunks[first - 1].kind == sym.VERB:
            return True
        return subject(chunks[first:at], self._grammar) is not None

    def _invert(self, chunks: list[Chunk], at: int) -> None:
        """Put the people right behind a verb before it, when they are no object."""
        found = self._behind(chunks, at)
        if found is None:
            return
        people = chunks.pop(found)
        chunks.insert(self._start(chunks, at), people)

    def _behind(self, chunks: list[Chunk], at: int) -> int | None:
        verb = chunks[at].verb
        assert verb is not None
        reflexive = any(c.kind == "SE" for c in chunks[self._start(chunks, at) : at])
        if not (reflexive or verb.passive or verb.frame.name in _INTRANSITIVE or self._grammar.personal):
            return None
        place = False
        for behind in range(at + 1, min(at + 8, len(chunks))):
            chunk = chunks[behind]
            if chunk.kind == sym.AGENTS:
                marked = any(c.kind in ("DET", "PERSONAL") and not c.text for c in chunks[at + 1 : behind])
                return None if marked or not chunk.agents or (chunk.mentions[0].seat and place) else behind
            if chunk.kind == "IN":
                place = True
            elif chunk.kind not in _STEPS and not (chunk.kind == sym.WORD and not place):
                return None
            elif chunk.kind == sym.PLACE:
                place = False
        return None
