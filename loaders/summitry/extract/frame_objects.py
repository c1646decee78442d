"""Whom a verb acts on: lists of people behind it, over places, times and asides."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import FINITE, STOP
from summitry.extract.frame_ways import Ways

_LEADS_IN = frozenset({":", ",", "BE", "WAS", "INCL"})
"""What stands between a verb of presence and the guests behind it."""


class Objects(Ways):
    """Finds the people who are objects in a row of chunks."""

    def _too(self, index: int) -> Chunk | None:
        """`… will attend, as will A and B`: more subjects behind the verb."""
        for at in range(index + 1, len(self.chunks) - 1):
            if self.chunks[at].kind == "TOO" and self.chunks[at + 1].kind in (sym.AGENTS, "DET"):
                return self._object(at)
        return None

    def _object(self, index: int) -> Chunk | None:
        """The direct object of a verb when it is a list of agents."""
        at = index + 1
        words = 0
        while at < len(self.chunks):
            kind = self.chunks[at].kind
            if kind == sym.AGENTS:
                return None if self._owns(at) else self._named_by(at)
            if (
                kind in ("DET", "ADV", "TITLE", "NUM", "FORMER", "ORD", "POSS", "THEIR", sym.NUMBER, sym.TIME, "PHONE")
                or kind == sym.PLACE
            ):
                pass
            elif kind == "IN" and (place := self._leads_on(at)) is not None:
                at = place
            elif (kind == "," and self._held_off(at)) or self._some(at) or (kind == "OF" and self._counted(at)):
                pass
            elif kind == "ON" and [c.kind for c in self.chunks[at + 1 : at + 3]] == [sym.TIME, sym.AGENTS]:
                at += 1  # `received in P on Monday the minister`
            elif kind in (",", "ON") and (after := self._aside(at)) is not None:
                at = after
                continue
            elif kind == sym.WORD and words < 2:
                words += 1
            elif kind == sym.CAPITAL and self._first_name(at):
                pass
            elif kind == sym.CAPITAL and (behind := self._behind_unknown(at)) is not None:
                at = behind
            else:
                return None
            at += 1
        return None

    def _some(self, at: int) -> bool:
        """`a reçu des ministres`, `ont vu des représentants de B`: an article that looks like a preposition."""
        ahead = self._chunk(at + 1)
        return (
            self.chunks[at].text.lower() in self.pack.grammar.partitive
            and self.chunks[at - 1].kind in (sym.VERB, sym.TIME, sym.PLACE, "ADV")
            and ahead is not None
            and any(m.title is not None and m.title.plural for m in ahead.mentions)
        )

    def _counted(self, at: int) -> bool:
        """`by 22 of the 27 nations`: what stands before is a number of those behind."""
        return self.chunks[at - 1].kind in ("NUM", sym.NUMBER)

    def _cliticised(self, index: int) -> bool:
        """`y participent`: the place or event is a pronoun before the verb."""
        at = index - 1
        while at > 0 and self.chunks[at].kind in ("HAVE", "FUT", "COND", "BE", "WAS", "ADV", "NEG"):
            at -= 1
        return at >= 0 and self.chunks[at].kind == "CLIT"

    def _inverted(self, index: int, verb: Verb) -> Chunk | None:
        """`Were present A and B`, `Sont attendus A et B`: guests behind the verb of a clause without a subject."""
        they = verb.frame.name == "attend" and self._cliticised(index)
        known = they or verb.frame.name in ("present", "among", "plan", "away")
        if not known or (verb.frame.name == "plan" and not verb.passive):
            return None
        clear = all(
            c.kind not in (sym.AGENTS, sym.EVENT) or self._governed(i) for i, c in enumerate(self.chunks[:index])
        )
        if not clear:
            return None
        following = [c.kind for c in self.chunks[index + 1 : index + 3]]
        if following == [",", "PRESENCE"]:  # `Y participent, outre A, B et C`
            return self._object(index + 2)
        at = index
        while at + 1 < len(self.chunks) and at - index < 3 and self.chunks[at + 1].kind in _LEADS_IN:
            at += 1
        return self._object(at)

    def _with_whom(self, index: int) -> Chunk | None:
        """`with A and B in attendance`: the people behind the preposition before a word of presence."""
        at = index - 1
        while at > 0 and self.chunks[at].kind in (",", "-", "–", "—"):
            at -= 1
        return self.chunks[at] if at > 0 and self.chunks[at].kind == sym.AGENTS else None

    def _after(self, index: int, prep: str) -> Chunk | None:
        """The agents behind a preposition in the rest of the clause."""
        for at in self._rest(index):
            if self.chunks[at].kind == sym.EVENT:
                return None
            if self.chunks[at].kind == prep:
                found = self._object(at)
                among = None if found is not None and found.agents else self._named_among(at)
                unnamed = found is not None and not found.mentions[0].agents and self.chunks[at + 1].kind == "OF"
                return among or (None if unnamed else found)  # `par des délégués`
        return None

    def _rest(self, index: int) -> Iterator[int]:
        """Positions to the right of a verb up to the end of its clause."""
        for at in range(index + 1, min(len(self.chunks), index + 30)):
            chunk = self.chunks[at]
            if chunk.kind in STOP or (
                chunk.kind == sym.VERB
                and chunk.verb
                and (chunk.verb.tense in FINITE or chunk.verb.tense == "infinitive")
            ):
                return
            yield at
