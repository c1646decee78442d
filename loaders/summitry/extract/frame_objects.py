"""Whom a verb acts on: lists of people behind it, over places, times and asides."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_governors import chunk_at, governed
from summitry.extract.frame_holders import behind_unknown, first_name, named_among, named_by, owns
from summitry.extract.frame_model import FINITE, STOP
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_ways import aside, is_held_off, leads_on

_LEADS_IN = frozenset({":", ",", "BE", "WAS", "INCL"})
"""What stands between a verb of presence and the guests behind it."""


def subjects_too(sentence: Sentence, index: int) -> Chunk | None:
    """`… will attend, as will A and B`: more subjects behind the verb."""
    for at in range(index + 1, len(sentence.chunks) - 1):
        if sentence.chunks[at].kind == "TOO" and sentence.chunks[at + 1].kind in (sym.AGENTS, "DET"):
            return object_of(sentence, at)
    return None


def object_of(sentence: Sentence, index: int) -> Chunk | None:
    """The direct object of a verb when it is a list of agents."""
    at = index + 1
    words = 0
    while at < len(sentence.chunks):
        kind = sentence.chunks[at].kind
        if kind == sym.AGENTS:
            return None if owns(sentence, at) else named_by(sentence, at)
        if (
            kind in ("DET", "ADV", "TITLE", "NUM", "FORMER", "ORD", "POSS", "THEIR", sym.NUMBER, sym.TIME, "PHONE")
            or kind == sym.PLACE
        ):
            pass
        elif kind == "IN" and (place := leads_on(sentence, at)) is not None:
            at = place
        elif (
            (kind == "," and is_held_off(sentence, at))
            or _some(sentence, at)
            or (kind == "OF" and _counted(sentence, at))
        ):
            pass
        elif kind == "ON" and [c.kind for c in sentence.chunks[at + 1 : at + 3]] == [sym.TIME, sym.AGENTS]:
            at += 1  # `received in P on Monday the minister`
        elif kind in (",", "ON") and (after := aside(sentence, at)) is not None:
            at = after
            continue
        elif kind == sym.WORD and words < 2:
            words += 1
        elif kind == sym.CAPITAL and first_name(sentence, at):
            pass
        elif kind == sym.CAPITAL and (behind := behind_unknown(sentence, at)) is not None:
            at = behind
        else:
            return None
        at += 1
    return None


def _some(sentence: Sentence, at: int) -> bool:
    """`a reçu des ministres`, `ont vu des représentants de B`: an article that looks like a preposition."""
    ahead = chunk_at(sentence, at + 1)
    return (
        sentence.chunks[at].text.lower() in sentence.pack.grammar.partitive
        and sentence.chunks[at - 1].kind in (sym.VERB, sym.TIME, sym.PLACE, "ADV")
        and ahead is not None
        and any(m.title is not None and m.title.plural for m in ahead.mentions)
    )


def _counted(sentence: Sentence, at: int) -> bool:
    """`by 22 of the 27 nations`: what stands before is a number of those behind."""
    return sentence.chunks[at - 1].kind in ("NUM", sym.NUMBER)


def cliticised(sentence: Sentence, index: int) -> bool:
    """`y participent`: the place or event is a pronoun before the verb."""
    at = index - 1
    while at > 0 and sentence.chunks[at].kind in ("HAVE", "FUT", "COND", "BE", "WAS", "ADV", "NEG"):
        at -= 1
    return at >= 0 and sentence.chunks[at].kind == "CLIT"


def inverted(sentence: Sentence, index: int, verb: Verb) -> Chunk | None:
    """`Were present A and B`, `Sont attendus A et B`: guests behind the verb of a clause without a subject."""
    they = verb.frame.name == "attend" and cliticised(sentence, index)
    known = they or verb.frame.name in ("present", "among", "plan", "away")
    if not known or (verb.frame.name == "plan" and not verb.passive):
        return None
    clear = all(
        c.kind not in (sym.AGENTS, sym.EVENT) or governed(sentence, i) for i, c in enumerate(sentence.chunks[:index])
    )
    if not clear:
        return None
    following = [c.kind for c in sentence.chunks[index + 1 : index + 3]]
    if following == [",", "PRESENCE"]:  # `Y participent, outre A, B et C`
        return object_of(sentence, index + 2)
    at = index
    while at + 1 < len(sentence.chunks) and at - index < 3 and sentence.chunks[at + 1].kind in _LEADS_IN:
        at += 1
    return object_of(sentence, at)


def with_whom(sentence: Sentence, index: int) -> Chunk | None:
    """`with A and B in attendance`: the people behind the preposition before a word of presence."""
    at = index - 1
    while at > 0 and sentence.chunks[at].kind in (",", "-", "–", "—"):
        at -= 1
    return sentence.chunks[at] if at > 0 and sentence.chunks[at].kind == sym.AGENTS else None


def agents_after(sentence: Sentence, index: int, prep: str) -> Chunk | None:
    """The agents behind a preposition in the rest of the clause."""
    for at in rest_of_clause(sentence, index):
        if sentence.chunks[at].kind == sym.EVENT:
            return None
        if sentence.chunks[at].kind == prep:
            found = object_of(sentence, at)
            among = None if found is not None and found.agents else named_among(sentence, at)
            unnamed = found is not None and not found.mentions[0].agents and sentence.chunks[at + 1].kind == "OF"
            return among or (None if unnamed else found)  # `par des délégués`
    return None


def rest_of_clause(sentence: Sentence, index: int) -> Iterator[int]:
    """Positions to the right of a verb up to the end of its clause."""
    for at in range(index + 1, min(len(sentence.chunks), index + 30)):
        chunk = sentence.chunks[at]
        if chunk.kind in STOP or (
            chunk.kind == sym.VERB and chunk.verb and (chunk.verb.tense in FINITE or chunk.verb.tense == "infinitive")
        ):
            return
        yield at
