"""Subjects whom what stands between two commas keeps from their verb: `A, who is here as a guest, will meet B`."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.clauses import Verb
from summitry.extract.frame_governors import agents_of, antecedent, governed, opening
from summitry.extract.frame_model import FINITE, STOP
from summitry.extract.frame_sentence import Sentence


def behind_relative(sentence: Sentence, index: int, verb: Verb) -> int | None:
    """`A, who is here as a guest, will meet B`: whom the relative clause between two commas says more about."""
    end = opening(sentence, index)
    if verb.tense not in FINITE or end < 4 or sentence.chunks[end].kind != ",":
        return None
    for at in range(end - 1, 1, -1):
        if sentence.chunks[at].kind in (";", ":", sym.QUOTE):
            return None
        if sentence.chunks[at].kind == "REL":
            who = antecedent(sentence, at, None) if sentence.chunks[at - 1].kind == "," else _said_more(sentence, at)
            noun = who is not None and sentence.chunks[who].kind == sym.EVENT and not sentence.pack.premodifiers
            return who if (noun or agents_of(sentence, who)) and not governed(sentence, who or 0) else None
        says_more = sentence.chunks[at + 1].verb
        if sentence.chunks[at].kind == "SUB" and says_more is not None and says_more.tense in FINITE:
            return _said_more(sentence, at)
    return None


def _said_more(sentence: Sentence, end: int) -> int | None:
    """`A, leading a group that includes B, met C`: before the comma behind which more is said of them."""
    at = next((i for i in range(end - 1, 0, -1) if sentence.chunks[i].kind in (",", *STOP)), 0)
    opens = sentence.chunks[at + 1]
    aside = opens.kind in ("IN", "PRESENCE") or (opens.verb is not None and opens.verb.tense == "gerund")
    return at - 1 if at and aside and sentence.chunks[at - 1].kind == sym.AGENTS else None


def behind_aside(sentence: Sentence, index: int, verb: Verb) -> int | None:
    """`A, après avoir reçu B, a appelé C`: whom a phrase between two commas keeps from the verb."""
    end = opening(sentence, index)
    if sentence.pack.premodifiers or verb.tense not in FINITE or end < 4 or sentence.chunks[end].kind != ",":
        return None
    for at in range(end - 1, 0, -1):
        chunk = sentence.chunks[at]
        if chunk.kind in (";", ":", sym.QUOTE, "REL") or (chunk.verb is not None and chunk.verb.tense in FINITE):
            return None
        if chunk.kind == "," and sentence.chunks[at + 1].kind in ("SUB", "AROUND"):
            return at - 1 if agents_of(sentence, at - 1) and not governed(sentence, at - 1) else None
    return None
