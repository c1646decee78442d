"""Subjects behind their verb, unspoken subjects, and objects with a preposition, brought into the usual order.

`asistieron A y B`, `recibió a Lula`, `è salito al Quirinale da A`: chunks keep their place in the text.
"""

from __future__ import annotations

import re
from copy import copy

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.asides import besides, described, ranges, without_aside
from summitry.extract.clause_parts import SEPARATORS, gap, mark_times, subject
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import BEFORE_AGENT, FINITE, MOVING
from summitry.extract.fronting import fronted
from summitry.extract.grammar import Grammar
from summitry.extract.mentions import Mention
from summitry.extract.repeated_subjects import counted, number_of, repeated, said, those

_VERBAL = frozenset({"BE", "WAS", "HAVE", "FUT", "COND", "NEG", "SE", "CLIT", "ADV", "TO"})
_INTRANSITIVE = frozenset({
    "attend", "attend2", "travel", "go", "come", "present", "away", "among", "leave", "takeplace", "other", "goon",
})  # fmt: skip
_UNSPOKEN = frozenset({
    "meet", "meet2", "gather", "receive", "visit", "travel", "attend", "call", "speakalone", "negotiate", "sign", "see",
})  # fmt: skip
"""Frames of which an unspoken subject is told."""
_STEPS = frozenset({"ADV", "DET", "POSS", sym.TIME, "TITLE", "CLIT", "ORD", "NUM", "PHONE", "VIRTUAL", "OR"})
_BOUNDS = SEPARATORS | {sym.VERB, "REL", "SUB"}
_REACH = 12
_FULL_STOPS = frozenset({".", ";", ":", "!", "?", sym.QUOTE, "–", "—", "-", ")"})


class Inversion:
    """Rearranges the rows of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._singular = re.compile(grammar.singular)

    def arrange(self, chunks: list[Chunk]) -> list[Chunk]:
        """The same chunks with subjects before their verbs."""
        mark_times(chunks)
        self._objects(chunks)
        chunks = without_aside(besides(ranges(chunks) if self._grammar.ranges else chunks))
        at = 0
        while at < len(chunks):
            verb = chunks[at].verb
            if verb is not None and self._not_finite(chunks, at):
                verb.tense = "infinitive"
            if verb is not None and verb.tense in FINITE:
                self._hosts(chunks, at)
                fronted(chunks, self._start(chunks, at), at, self._grammar)
                at += self._with_subject(chunks, at)
                self._relative(chunks, at)
            at += 1
        return chunks

    def _not_finite(self, chunks: list[Chunk], at: int) -> bool:
        """`tras ser recibido`, `dopo essere stato ricevuto`: the auxiliary is an infinitive."""
        marks = chunks[self._start(chunks, at) : at]
        return any(c.text.lower().split(" ")[0] in self._grammar.infinitives for c in marks)

    def _with_subject(self, chunks: list[Chunk], at: int) -> int:
        """Give a verb its subject; how many chunks came in before it."""
        verb = chunks[at].verb
        if self._has_subject(chunks, at):
            return 0
        found = self._behind(chunks, at)
        if found is None:
            return self._unspoken(chunks, at)
        start = self._start(chunks, at)
        people = chunks.pop(found)
        if chunks[found - 1].kind == "OR":
            chunks[found - 1] = gap(people.end)  # `no acudieron ni A ni B`
        elif verb is not None and counted(chunks[at + 1 : found], people):
            del chunks[at + 1 : found]
        self._topic(chunks, start, at)
        chunks[start:start] = [gap(chunks[start].start), people]
        return 2

    def _topic(self, chunks: list[Chunk], start: int, at: int) -> None:
        """`A la cumbre viajaron A y B`, `También con A se vio B`: a phrase before an inverted verb goes behind it."""
        verb = chunks[at].verb
        first = next((i for i in range(start, 0, -1) if chunks[i - 1].kind in (*SEPARATORS, "SUB", "REL")), 0)
        phrase = [chunk for chunk in chunks[first:start] if chunk.kind not in ("ADV", "DET", "TITLE")]
        kinds = [chunk.kind for chunk in phrase]
        leads = verb is not None and verb.frame.event == "to" and kinds[:2] == ["IN", sym.EVENT]
        partner = verb is not None and "with" in verb.frame.slots and kinds == ["WITH", sym.AGENTS]
        if leads or partner:
            moved = chunks[first:start]
            chunks[at + 1 : at + 1] = moved
            chunks[first:start] = [gap(chunk.start) for chunk in moved]

    # objects

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

    def _hosts(self, chunks: list[Chunk], at: int) -> None:
        """`è salito al Quirinale da A`: with whom somebody arrives is the host."""
        verb = chunks[at].verb
        if verb is None or verb.passive or verb.frame.name not in MOVING:
            return
        for index in range(at + 1, min(at + _REACH, len(chunks) - 1)):
            if chunks[index].kind in _BOUNDS:
                return
            marked = chunks[index].kind == "BY" and chunks[index].text.lower() in self._grammar.agentive
            if marked and self._people(chunks, index):
                chunks[index].kind = "INVITATION"

    def _relative(self, chunks: list[Chunk], at: int) -> None:
        """`Modi, a quien Lula recibió`: the people before the pronoun are what the verb acts on, or with whom."""
        start = self._start(chunks, at)
        opener = next((i for i in range(start - 1, max(start - 5, 0), -1) if chunks[i].kind == "REL"), None)
        if opener is None or opener < 2 or chunks[start - 1].kind != sym.AGENTS or chunks[opener - 1].kind != ",":
            return
        meant, word = chunks[opener - 2], chunks[opener].text.lower()
        if meant.kind == sym.AGENTS and meant.agents and word in self._grammar.object_relatives:
            partner = [Chunk("WITH", meant.start, meant.start, 0, 0)] if word.startswith("con") else []
            chunks[at + 1 : at + 1] = [*partner, copy(meant)]

    # subjects

    def _start(self, chunks: list[Chunk], at: int) -> int:
        """Where the words of a verb begin."""
        while at > 0 and chunks[at - 1].kind in _VERBAL:
            at -= 1
        return at - (at > 0 and chunks[at - 1].kind == "DET")  # `lo presiden`: an object pronoun

    def _has_subject(self, chunks: list[Chunk], at: int) -> bool:
        """Whether somebody stands before a verb in its clause, or another verb that shares its subject."""
        first = at
        while first > 0 and chunks[first - 1].kind not in _BOUNDS:
            first -= 1
        if first and chunks[first - 1].kind == sym.VERB:
            return not said(chunks, first - 1, self._grammar.saying)
        if described(chunks, self._start(chunks, at) - 1):
            return True
        return subject(chunks[first:at], self._grammar) is not None

    def _behind(self, chunks: list[Chunk], at: int) -> int | None:
        """The people right behind a verb, when they are no object."""
        verb = chunks[at].verb
        assert verb is not None
        before = chunks[self._start(chunks, at) : at]
        reflexive = any(c.kind == "SE" for c in before)
        taken = bool(before) and before[0].kind == "DET" and before[0].text.lower() in self._grammar.clitics
        if not (reflexive or taken or verb.passive or verb.frame.name in _INTRANSITIVE or self._grammar.personal):
            return None
        if chunks[at].text.lower().split()[-1] in self._grammar.personal:
            return None  # `dio la bienvenida a B`: who follows is no subject
        pending, told = "", verb.frame.event in ("object", "both")
        first = at + 1 + 2 * _with_him(chunks[at + 1 : at + 3])
        if verb.frame.name in _INTRANSITIVE and (many := number_of(chunks, at)) is not None:
            return many
        for behind in range(first, min(at + _REACH, len(chunks))):
            chunk = chunks[behind]
            if chunk.kind == sym.AGENTS and pending != "OF":
                marked = any(c.kind in ("DET", "PERSONAL") and not c.text for c in chunks[at + 1 : behind])
                visited = verb.frame.slots.get("object") == "place" and chunk.mentions[0].seat
                return None if marked or pending or visited or not chunk.agents else behind
            if chunk.kind in ("IN", "OF") and (chunk.kind == "IN" or told):
                pending = chunk.kind
            elif chunk.kind in (sym.PLACE, sym.AGENTS) or (told and chunk.kind == sym.EVENT):
                pending = ""
            elif chunk.kind not in _STEPS and (chunk.kind != sym.WORD or pending) and not _treaty(verb, chunk):
                return None
        return None

    def _phrase_before(self, chunks: list[Chunk], start: int) -> bool:
        """Whether a noun that is no agent stands before a verb in its clause (`el avión despegó`)."""
        for at in range(start - 1, -1, -1):
            kind = chunks[at].kind
            if kind in _BOUNDS:
                return False
            if kind in ("DET", "POSS") and (at == 0 or chunks[at - 1].kind not in BEFORE_AGENT):
                return at + 1 < len(chunks) and chunks[at + 1].kind not in (sym.AGENTS, sym.EVENT, sym.TIME)
        return False

    def _set_apart(self, chunks: list[Chunk], start: int) -> int | None:
        """`A, de gira por P, se reunió`: where the subject stands that a phrase between commas keeps from its verb."""
        if start < 2 or chunks[start - 1].kind != ",":
            return None
        first = start - 1
        while first > 0 and chunks[first - 1].kind not in _FULL_STOPS:
            first -= 1
        before = chunks[first : start - 1]
        mark = next((at for at, c in enumerate(before) if c.kind == ","), len(before))
        if any(c.kind in ("SUB", sym.VERB) for c in before[:mark]):
            return None
        aside = before[mark + 1 :]
        if any(c.kind == sym.VERB for c in aside) and (not aside or aside[0].kind not in ("REL", "IN", "ON", "WITH")):
            return None
        found = subject(before[:mark], self._grammar)
        governed = found is not None and any(c.kind in BEFORE_AGENT for c in before[:found])
        return None if found is None or governed else first + found

    def _unspoken(self, chunks: list[Chunk], at: int) -> int:
        """`Ha visto A`: a pronoun without width for whom the article speaks of."""
        chunk, start = chunks[at], self._start(chunks, at)
        if not self._grammar.singular or chunk.verb is None or chunk.verb.frame.name not in _UNSPOKEN:
            return 0
        if (apart := self._set_apart(chunks, start)) is not None:
            return repeated(chunks, at, start, apart)
        opener = start
        while opener > 1 and chunks[opener - 1].kind in ("ADV", sym.TIME):
            opener -= 1  # `che ieri ha visto B`
        opener = opener if chunks[opener - 1].kind in ("REL", "SUB") else start
        there = opener > 0 and chunks[opener - 1].text.lower() in self._grammar.place_relatives
        told = there or said(chunks, opener - 1, self._grammar.saying)
        named = start and not told and chunks[opener - 1].kind in ("REL", "SUB", sym.AGENTS, sym.EVENT)
        if named or self._phrase_before(chunks, start):
            return 0
        finite = next((c for c in chunks[start:at] if c.kind in ("HAVE", "FUT", "BE", "WAS", "COND")), chunk)
        one = self._singular.search(finite.text.lower()) is not None
        if any(c.kind == "COND" for c in chunks[start:at]):
            return 0
        if there and not one:
            return those(chunks, start, opener)
        place = chunks[start].start
        pronoun = Mention(0, 0, [], place, chunk.end, pronoun="UNSPOKEN" if one else "THEY")
        chunks.insert(start, Chunk(sym.AGENTS, place, chunk.end, 0, 0, [pronoun]))
        return 1


def _treaty(verb: Verb, chunk: Chunk) -> bool:
    """`firmaron el acuerdo A y B`: what is signed may stand before those who sign."""
    return verb.frame.name == "sign" and chunk.kind == sym.TREATY


def _with_him(chunks: list[Chunk]) -> bool:
    """`se sentaron con él A y B`: a pronoun as partner, before the subject."""
    kinds = [chunk.kind for chunk in chunks]
    return kinds == ["WITH", sym.AGENTS] and all(m.pronoun for m in chunks[1].mentions)
