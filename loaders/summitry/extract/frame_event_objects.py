"""Event nouns in their clause: the verb that has one as its object, and the subject that acts at one."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.clauses import Verb
from summitry.extract.frame_governors import agents_of, antecedent, governed, past, subject_following
from summitry.extract.frame_model import FINITE, SOFT, STOP, people_of
from summitry.extract.frame_objects import agents_after
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of
from summitry.extract.frame_ways import aside

_OVER = SOFT | {sym.AGENTS, "S"}
_OPENINGS = frozenset({"DURING", "AROUND", "OF", "SUB", "IN"})
"""What opens a phrase that says on which occasion the subject behind it acts."""
_WISHES = frozenset({"propose", "announce", "decline", "plan", "cancel"})
"""Verbs of what somebody wants: `called for a truce at the summit` asks for no summit."""


def event_right(sentence: Sentence, index: int, verb: Verb) -> int | None:
    """The event noun that a verb has as object."""
    name = verb.frame.name
    far = verb.frame.event == "to" or name == "invite"
    at, words = index + 1, 0
    while at < len(sentence.chunks) and at - index < (16 if far else 9):
        if sentence.chunks[at].kind == sym.EVENT:
            return at if not far or name == "invite" or _purposed(sentence, at, index) else None
        if (behind := _passed_over(sentence, at, index, far)) is not None:
            at = behind
            continue
        if name in _WISHES and at > index + 1 and _said_there(sentence, at):
            return None
        words += sentence.chunks[at].kind == sym.WORD
        if words > (6 if far else 4) or _shuts(sentence, at, verb, far):
            return None
        at += 1
    return None


def _said_there(sentence: Sentence, at: int) -> bool:
    """`called for a truce at the summit`, `urged B in a call to act`: where something is wanted, not what."""
    whom = sentence.chunks[at].kind == "IN" and bool(people_of(sentence.chunks[at - 1]).agents)
    return whom or sentence.chunks[at].text.lower() in sentence.pack.grammar.attending


def _passed_over(sentence: Sentence, at: int, index: int, far: bool) -> int | None:
    """`held with B talks`, `a pris part, à P, au sommet`: where a verb goes on behind a partner or an aside."""
    behind = sentence.chunks[at + 1 : at + 3]
    if sentence.chunks[at].kind == "WITH" and not far and len(behind) == 2 and behind[0].kind == sym.AGENTS:
        return at + 2
    if sentence.chunks[at].kind != ",":
        return None
    end = past(sentence, at + 2, ("DET", "TITLE", "POSS"))
    beside = [c.kind for c in sentence.chunks[end : end + 2]] == [sym.AGENTS, ","]
    if sentence.chunks[at + 1 : at + 2] and sentence.chunks[at + 1].kind == "WITH" and beside and not far:
        return end + 2  # `a présidé jeudi, aux côtés de B, la cérémonie`
    return aside(sentence, at) if at == index + 1 else None


def _shuts(sentence: Sentence, at: int, verb: Verb, far: bool) -> bool:
    """Whether nothing behind a chunk can be the object of a verb before it."""
    chunk = sentence.chunks[at]
    if chunk.kind == sym.VERB:
        return chunk.verb is not None and chunk.verb.tense in FINITE
    if chunk.kind in STOP:
        return verb.frame.name != "announce" or chunk.kind not in ("REL", "SUB")
    if chunk.kind == sym.AGENTS:
        return not far and not (sentence.pack.premodifiers and at + 1 < len(sentence.chunks))
    return not far and chunk.kind in ("DURING", "AROUND", ",", "WITH", "BY")


def event_relative(sentence: Sentence, subject: int | None) -> int | None:
    """`the summit that A will host`: the event noun before the pronoun, when the subject stands behind it."""
    if subject is None or sentence.chunks[subject].kind != sym.AGENTS:
        return None
    if sentence.pack.premodifiers and (bare := _bare_relative(sentence, subject)) is not None:
        return bare
    for at in range(subject - 1, max(subject - 4, 0), -1):
        near = sentence.chunks[at - 1].kind in (sym.EVENT, sym.PLACE, sym.AGENTS, sym.TIME)
        if sentence.chunks[at].kind == "REL" or (sentence.chunks[at].kind == "SUB" and near):
            found = antecedent(sentence, at, None)
            return found if found in sentence.nouns else None
        if sentence.chunks[at].kind != "DET" and sentence.chunks[at].text:
            return None
    return None


def _bare_relative(sentence: Sentence, subject: int) -> int | None:
    """`the talks A held`, `a round of talks the envoy held`: the event noun right before the subject."""
    at = subject - 1 - (subject > 1 and sentence.chunks[subject - 1].kind == "DET")
    return at if at in sentence.nouns else None


def _purposed(sentence: Sentence, at: int, index: int) -> bool:
    """`to Paris for talks`: the event noun hangs on a preposition of purpose or place."""
    before = at - 1
    while before > index and sentence.chunks[before].kind in _OVER:
        before -= 1
    return sentence.chunks[before].kind in ("TO", "IN", "DURING") or before == index


def prep_before(sentence: Sentence, at: int) -> str:
    """The kind of what stands before a chunk, over what may stand between; empty at the beginning."""
    before = at - 1
    while before >= 0 and sentence.chunks[before].kind in _OVER:
        before -= 1
    return sentence.chunks[before].kind if before >= 0 else ""


def _objects_of(sentence: Sentence, at: int) -> bool:
    """Whether a finite verb in the active stands there: what follows it is no subject."""
    verb = sentence.chunks[at].verb
    return verb is not None and not verb.passive and verb.tense in FINITE and verb.frame.name != "say"


def left_subject(sentence: Sentence, index: int) -> int | None:
    """The subject of the clause in which a noun stands as object, or of which it says when (`said after talks`)."""
    when = when_before(sentence, index)
    for at in range(index - 1, -1, -1):
        chunk = sentence.chunks[at]
        if chunk.kind == "REL" and sentence.chunks[at + 1].kind in ("BE", "WAS"):
            who = antecedent(sentence, at, None)  # `A, who is on a visit to P`
            return who if agents_of(sentence, who) else None
        if chunk.kind in STOP and at != when:
            return None
        if chunk.kind == sym.VERB and chunk.verb:
            tells = when is None and chunk.verb.frame.name in ("say", "announce", "propose")
            return None if tells else _actor(sentence, at, chunk.verb, when)
        if chunk.kind == sym.AGENTS and at and _objects_of(sentence, at - 1):
            continue
        if chunk.kind == sym.AGENTS and not governed(sentence, at):
            return at
    return None


def _actor(sentence: Sentence, at: int, verb: Verb, when: int | None) -> int | None:
    """Who does what a verb tells; `C was freed by A after talks with B`: A, but only where it says when."""
    if not verb.passive or _holding(sentence, at):
        subject = subject_of(sentence, at)
        return subject if agents_of(sentence, subject) else None
    doer = agents_after(sentence, at, "BY") if when is not None else None
    return sentence.chunks.index(doer) if doer is not None else None


def _holding(sentence: Sentence, at: int) -> bool:
    """`A, an envoy, held talks`: a participle by its place and active by the event noun right behind it."""
    verb, behind = sentence.chunks[at].verb, sentence.chunks[at + 1 : at + 2]
    return verb is not None and verb.frame.name == "hold" and bool(behind) and behind[0].kind == sym.EVENT


def when_before(sentence: Sentence, index: int) -> int | None:
    """Where the `after`, `during` or `ahead of` stands on which an event noun hangs."""
    before = index - 1
    while before > 0 and sentence.chunks[before].kind in SOFT and index - before < 5:
        before -= 1
    return before if before > 0 and sentence.chunks[before].kind in ("AROUND", "DURING", "SUB") else None


def opened(sentence: Sentence, index: int) -> int | None:
    """`After talks with B, A said`: the subject of the clause that the noun's phrase opens."""
    first = all(c.kind not in (sym.AGENTS, sym.VERB, sym.QUOTE) for c in sentence.chunks[:index])
    return subject_following(sentence, index) if first and prep_before(sentence, index) in _OPENINGS else None
