"""What is only supposed, made up or played, and held by nobody: `if A met B`, `in the novel`, `the final`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clause_parts import form_of
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import RawFrame
from summitry.extract.frame_tours import Tours

_ENDS = frozenset({";", ":", "REL", "SUB", sym.VERB, sym.QUOTE})
_PASTS = frozenset({"i", "d"})
"""Marks of forms that are past by themselves: imperfect, simple past."""
_SPORT = 2
"""In so many sentences an article speaks of matches that is about sport."""
_PRONOUNS = frozenset({"HE", "SHE", "THEY", "PAIR", "TRIO"})

_LISTS = 64
"""More lists of words than all packs have."""


class Supposed(Tours):
    """Tells apart what nobody says to have been or to come."""

    def _only_supposed(self, at: int, frame: RawFrame) -> bool:
        """Whether a frame tells of something that is supposed, made up or played."""
        if self._on_condition(at) or self._says(self.pack.grammar.fictions):
            return True
        there = [part for part in frame.parts if part.role.attends]  # players who stay at home are not there
        states = bool(frame.parts) and all(part.agent.type is AgentType.STATE for part in there)
        return states and (self._in_a_match() or self._in_trade(frame))

    def _on_condition(self, at: int) -> bool:
        """`If A met B, C would protest`, `Si A rencontrait B`, `If A and B were to meet`: it is not so."""
        verb, opener = self.chunks[at].verb, self._condition(at)
        if verb is None or opener is None or not self._unreal(verb, self.chunks[opener + 1 : at + 1]):
            return False
        return not self.pack.grammar.hypotheses or self._says(self.pack.grammar.hypotheses)

    def _unreal(self, verb: Verb, clause: Sequence[Chunk]) -> bool:
        """Whether a verb behind `if` stands in a tense of what is not so: a past that is no perfect, `were to`."""
        if any(chunk.text.lower() in self.pack.grammar.supposing for chunk in clause):
            return True
        form = form_of(clause[-1])
        return form is not None and verb.tense == "past" and (verb.anterior or not _PASTS.isdisjoint(form.tenses))

    def _condition(self, at: int) -> int | None:
        """The conjunction of a condition in whose clause a verb stands."""
        for before in range(at - 1, -1, -1):
            if self._conditional(before):
                return before
            if self.chunks[before].kind in _ENDS:
                return None
        return None

    def _conditional(self, at: int) -> bool:
        """`if`, `s'il`: an elided conjunction before a pronoun."""
        word = self.chunks[at].text.lower()
        if word not in self.pack.grammar.conditions:
            return False
        mentions = self.chunks[at + 1].mentions if at + 1 < len(self.chunks) else ()
        return self.chunks[at].kind == "SUB" or any(m.pronoun in _PRONOUNS for m in mentions)

    def _in_a_match(self) -> bool:
        """`A meet B in the final`: states that play against each other, said here or wherever else in the article."""
        return self.context.contests >= _SPORT or self._says(self.pack.grammar.contests)

    def _in_trade(self, frame: RawFrame) -> bool:
        """`Les échanges entre A et B ont progressé de 4 %`: what states sell each other."""
        plain = frame.noun and frame.soft and not frame.places
        return plain and self._says(self.pack.grammar.commerce)

    def _says(self, words: frozenset[str]) -> bool:
        """Whether the sentence holds one of some words or phrases."""
        return says(self.chunks, words)


def says(chunks: Sequence[Chunk], words: frozenset[str]) -> bool:
    """Whether a row holds one of some words or phrases, in lower case."""
    if not words:
        return False
    phrases = _by_first_word(words)
    said = " ".join([chunk.text for chunk in chunks]).lower()
    if not (beginning := phrases.keys() & said.split(" ")):
        return False
    said = f" {said} "
    return any(f" {phrase} " in said for first in beginning for phrase in phrases[first])


@lru_cache(maxsize=_LISTS)
def _by_first_word(words: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Words and phrases of a pack by the first word of each."""
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in words:
        phrases[phrase.partition(" ")[0]].append(phrase)
    return dict(phrases)
