"""Who begins a clause: a name before a finite verb, and the pronoun of an opening phrase that means it."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.chunk_model import FINITE, FINITE_MARKS, Chunk
from summitry.extract.reading import Agent

_CLITICS = frozenset({"SE", "CLIT"})
OPENS_PHRASE = frozenset({"IN", "ON", "OF", "TO", "FROM", "WITH", "DURING", "AROUND", "ASIDE"})
"""What begins a phrase before the subject of a sentence."""
_DESCRIBING = frozenset({"DET", "TITLE", "ORD", "ADV", "FORMER", sym.WORD, sym.DEM})


def acts(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the finite verb of a clause follows a name, over the comma that closes its title (`the king, A, met`)."""
    first = at + 1
    if first < len(chunks) and chunks[first].kind == "," and "," in chunks[at].text:
        first += 1
    behind = next((c for c in chunks[first:] if c.kind != "ADV"), None)
    if behind is None:
        return False
    finite = behind.verb is not None and behind.verb.tense in FINITE
    return finite or behind.kind in FINITE_MARKS or behind.kind in _CLITICS


def opening_phrase(before: Sequence[Chunk]) -> bool:
    """`After having met A, B received C`, `In P, where he met A, B …`: whether what opens the sentence ends so."""
    verbs = [c.verb for c in before if c.verb is not None]
    if before[-1].verb is None:
        return False
    return all(verb.tense in ("gerund", "infinitive") for verb in verbs) or _relative_in_opening(before)


def _relative_in_opening(before: Sequence[Chunk]) -> bool:
    """`In P, where he met A, B …`, `After talks which C had with A, B …`: no verb but that of a relative clause."""
    clause = [at for at, chunk in enumerate(before) if chunk.kind == "REL"]
    verbs = [at for at, chunk in enumerate(before) if chunk.verb is not None and chunk.verb.tense != "participle"]
    return _opens(before[0]) and len(clause) == 1 and len(verbs) == 1 and clause[0] < verbs[0]


def _opens(chunk: Chunk) -> bool:
    return chunk.kind in OPENS_PHRASE or (chunk.verb is not None and chunk.verb.tense == "participle")


def resumed(chunks: Sequence[Chunk], at: int) -> Agent | None:
    """`Back from P, where he met B, A said`: the subject behind an opening phrase with a pronoun that means him."""
    if at < 2 or chunks[at - 1].kind != "REL" or not _opens(chunks[0]):
        return None
    for ahead in range(at + 2, len(chunks)):
        if chunks[ahead].kind in ("REL", "SUB", ";", ":", sym.QUOTE):
            return None
        if chunks[ahead].kind == sym.AGENTS and _begins(chunks, ahead) and acts(chunks, ahead):
            people = [a for a in chunks[ahead].agents if a.type is AgentType.PERSON]
            return people[0] if len(people) == 1 else None
    return None


def _begins(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a comma stands before a name, over its article and adjectives."""
    before = at - 1
    while before > 0 and chunks[before].kind in _DESCRIBING and at - before < 5:
        before -= 1
    return chunks[before].kind == ","
