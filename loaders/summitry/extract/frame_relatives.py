"""Who stands outside the clause of a verb of meeting: before a relative pronoun, behind a preposition of its own."""

from __future__ import annotations

from summitry.claims import AgentType, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import SPEAKING, RawFrame, people_of
from summitry.extract.frame_objects import rest_of_clause
from summitry.extract.frame_sentence import Sentence

_LED = frozenset({"WITH", "IN", "OF"})
"""Prepositions before a relative pronoun (`with whom`, `à qui`)."""
_TELLING = SPEAKING | {"propose"}


def _before_pronoun(sentence: Sentence, index: int, subject: int | None) -> Chunk | None:
    """`B, whom A met`, `B, with whom A talked`: the people before the pronoun that opens the clause."""
    at = (subject if subject is not None and subject < index else index) - 1
    while at > 0 and sentence.chunks[at].kind in ("DET", "ADV", "TITLE"):
        at -= 1
    if at < 1 or sentence.chunks[at].kind != "REL":
        return None
    at -= 1
    led = sentence.chunks[at].kind in _LED
    at -= led
    comma = at > 0 and sentence.chunks[at].kind == ","
    chunk = sentence.chunks[at - comma]
    if chunk.kind != sym.AGENTS or (not led and not comma and _told_to(sentence, at)):
        return None
    return people_of(chunk) if people_of(chunk).mentions else None


def _told_to(sentence: Sentence, at: int) -> bool:
    """`told B that he would meet C`: the pronoun is a conjunction."""
    verb = next((c.verb for c in reversed(sentence.chunks[:at]) if c.verb is not None), None)
    return verb is not None and verb.frame.name in _TELLING


def toward(sentence: Sentence, index: int, prep: str) -> Chunk | None:
    """`phoned on Monday to B`, `serré la main de B`: people right behind a preposition of the clause."""
    for at in rest_of_clause(sentence, index):
        if sentence.chunks[at].kind == sym.EVENT:
            return None
        if sentence.chunks[at].kind != prep:
            continue
        ahead = at + 1
        while ahead + 1 < len(sentence.chunks) and sentence.chunks[ahead].kind in ("DET", "TITLE", "POSS"):
            ahead += 1
        if ahead < len(sentence.chunks) and sentence.chunks[ahead].kind == sym.AGENTS:
            return people_of(sentence.chunks[ahead])
    return None


def relative(sentence: Sentence, frame: RawFrame, index: int, verb: Verb, subject: int | None) -> None:
    """Whoever is met by a verb whose clause names only one side."""
    people = {p.agent.key for p in frame.parts}
    if verb.frame.needs < 2 or verb.passive or len(people) > 1:
        return
    whom = _before_pronoun(sentence, index, subject)
    if whom is not None and people.isdisjoint(a.key for a in whom.agents):
        frame.add(whom, Role.PARTICIPANT, f"{verb.frame.name}.relative", 0.8)


def people_only(sentence: Sentence, at: int) -> bool:
    """Whether a chunk names people and nobody else."""
    chunk = sentence.chunks[at]
    people = chunk.kind == sym.AGENTS and all(a.type is AgentType.PERSON for a in chunk.agents)
    return people and bool(chunk.agents)


def one_sided(frame: RawFrame) -> bool:
    """Whether only the guest of a reception is named (`A was received in P`)."""
    rules = {p.rule.rpartition(".")[2] for p in frame.parts}
    people = any(p.agent.type is AgentType.PERSON for p in frame.parts)
    return rules == {"subject"} and people and bool(frame.places)


def at_odds(frame: RawFrame) -> bool:
    """`The president of A met opposition leaders of A`: what only those of one state do is its domestic politics."""
    groups = [p.agent.country for p in frame.parts if p.agent.type is AgentType.GROUP and p.agent.country]
    return bool(groups) and {p.agent.country for p in frame.parts} == {groups[0]}
