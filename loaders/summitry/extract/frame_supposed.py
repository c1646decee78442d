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
from summitry.extract.frame_sentence import Sentence

_ENDS = frozenset({";", ":", "REL", "SUB", sym.VERB, sym.QUOTE})
_PASTS = frozenset({"i", "d"})
"""Marks of forms that are past by themselves: imperfect, simple past."""
_SPORT = 2
"""In so many sentences an article speaks of matches that is about sport."""
_PRONOUNS = frozenset({"HE", "SHE", "THEY", "PAIR", "TRIO"})

_LISTS = 64
"""More lists of words than all packs have."""


def only_supposed(sentence: Sentence, at: int, frame: RawFrame) -> bool:
    """Whether a frame tells of something that is supposed, made up or played."""
    if _on_condition(sentence, at) or _says(sentence, sentence.pack.grammar.fictions):
        return True
    there = [part for part in frame.parts if part.role.attends]  # players who stay at home are not there
    states = bool(frame.parts) and all(part.agent.type is AgentType.STATE for part in there)
    return states and (_in_a_match(sentence) or _in_trade(sentence, frame))


def _on_condition(sentence: Sentence, at: int) -> bool:
    """`If A met B, C would protest`, `Si A rencontrait B`, `If A and B were to meet`: it is not so."""
    verb, opener = sentence.chunks[at].verb, _condition(sentence, at)
    if verb is None or opener is None or not _unreal(sentence, verb, sentence.chunks[opener + 1 : at + 1]):
        return False
    return not sentence.pack.grammar.hypotheses or _says(sentence, sentence.pack.grammar.hypotheses)


def _unreal(sentence: Sentence, verb: Verb, clause: Sequence[Chunk]) -> bool:
    """Whether a verb behind `if` stands in a tense of what is not so: a past that is no perfect, `were to`."""
    if any(chunk.text.lower() in sentence.pack.grammar.supposing for chunk in clause):
        return True
    form = form_of(clause[-1])
    return form is not None and verb.tense == "past" and (verb.anterior or not _PASTS.isdisjoint(form.tenses))


def _condition(sentence: Sentence, at: int) -> int | None:
    """The conjunction of a condition in whose clause a verb stands."""
    for before in range(at - 1, -1, -1):
        if _conditional(sentence, before):
            return before
        if sentence.chunks[before].kind in _ENDS:
            return None
    return None


def _conditional(sentence: Sentence, at: int) -> bool:
    """`if`, `s'il`: an elided conjunction before a pronoun."""
    word = sentence.chunks[at].text.lower()
    if word not in sentence.pack.grammar.conditions:
        return False
    mentions = sentence.chunks[at + 1].mentions if at + 1 < len(sentence.chunks) else ()
    return sentence.chunks[at].kind == "SUB" or any(m.pronoun in _PRONOUNS for m in mentions)


def _in_a_match(sentence: Sentence) -> bool:
    """`A meet B in the final`: states that play against each other, said here or wherever else in the article."""
    return sentence.context.contests >= _SPORT or _says(sentence, sentence.pack.grammar.contests)


def _in_trade(sentence: Sentence, frame: RawFrame) -> bool:
    """`Les échanges entre A et B ont progressé de 4 %`: what states sell each other."""
    plain = frame.noun and frame.soft and not frame.places
    return plain and _says(sentence, sentence.pack.grammar.commerce)


def _says(sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether the sentence holds one of some words or phrases."""
    return says(sentence.chunks, words)


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
