"""Who does what a verb says: the subject of its clause, as far as the words make it clear."""

from __future__ import annotations

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Verb
from summitry.extract.frame_governors import (
    agents_of,
    antecedent,
    event_of_participle,
    governed,
    in_relative,
    main_verb,
    opening,
    predicate,
    prep_at,
    subject_following,
    to_take_place,
)
from summitry.extract.frame_model import FINITE, STOP
from summitry.extract.frame_resumed import behind_aside, behind_relative
from summitry.extract.frame_sentence import Sentence

_PRONOUN = 5
"""How far behind a verb of speaking the pronoun for who speaks stands at most."""
_RANKING = frozenset({sym.WORD, "ADV", "DET", "ORD", "FORMER", sym.NUMBER})
"""What stands between a comma and the office that somebody holds."""


def subject_of(sentence: Sentence, index: int) -> int | None:
    """Position of the chunk that is the subject of a verb, or None when it is not clear."""
    if index not in sentence.subjects:
        sentence.subjects[index] = None
        sentence.subjects[index] = _find_subject(sentence, index)
    return sentence.subjects[index]


def _find_subject(sentence: Sentence, index: int) -> int | None:
    chunks = sentence.chunks
    verb = chunks[index].verb
    if verb is not None and verb.tense == "participle" and (apposed := _apposed(sentence, index)) is not None:
        return apposed
    if verb is not None and (ahead := to_take_place(sentence, index, verb)) is not None:
        return ahead
    if (outer := outer_verb(sentence, index, verb)) is not None:
        return subject_of(sentence, outer)
    if verb is not None and (resumed := behind_relative(sentence, index, verb)) is not None:
        return resumed
    if verb is not None and (resumed := behind_aside(sentence, index, verb)) is not None:
        return resumed
    if (before := _joined_to(sentence, index)) is not None:
        return _shared(sentence, before, verb, True)
    at = index - 1
    parens = 0
    coordinated = False
    included: int | None = None
    fresh = True
    while at >= 0:
        chunk = chunks[at]
        kind = chunk.kind
        if kind == ")":
            parens += 1
        elif kind == "(":
            parens -= 1
        elif parens > 0:
            pass
        elif kind == "REL" and fresh:
            return antecedent(sentence, at, verb)
        elif kind == "SUB" and at == opening(sentence, index) and verb is not None and verb.tense == "gerund":
            pass  # `A, after signing the pact, …`
        elif kind in (";", ":", "SUB"):
            return None
        elif kind in (sym.AGENTS, sym.EVENT):
            if governed(sentence, at):
                fresh = False
                included = at if prep_at(sentence, at) == "INCL" or _in_presence(sentence, at) else included
            elif coordinated and at and chunks[at - 1].kind == sym.NOTEV:
                pass  # `A called on B and met C`
            elif predicate(sentence, at) or _office_aside(sentence, at) or _goal(sentence, at):
                pass
            elif kind == sym.EVENT or chunk.mentions:
                return None if _urged(sentence, at, verb) else _list_of(sentence, at)
        elif kind == sym.VERB and chunk.verb:
            return _leader(sentence, at, chunk.verb) or _shared(sentence, at, verb, coordinated)
        elif kind == "AND":
            coordinated = True
        at -= 1
    ahead = verb is not None and (verb.tense in ("participle", "gerund") or after_that(sentence, index, verb))
    return subject_following(sentence, index) if ahead else included  # `many ministers, including A and B, will attend`


def _in_presence(sentence: Sentence, at: int) -> bool:
    """`En présence de A, B et C se sont vus`: all of them, where one list opens the sentence."""
    return at < 3 and prep_at(sentence, at) == "PRESENCE" and len(sentence.chunks[at].agents) > 2


def _goal(sentence: Sentence, at: int) -> bool:
    """`A a gagné P pour y rencontrer B`: a capital to which a verb leads acts no more than any other place."""
    before = sentence.chunks[at - 1].verb if at else None
    leads = before is not None and before.frame.slots.get("object") == "place"
    return leads and bool(sentence.chunks[at].mentions) and sentence.chunks[at].mentions[0].seat


def _office_aside(sentence: Sentence, at: int) -> bool:
    """`A, alors président, a reçu B`: an office between commas behind the name of who holds it."""
    chunk = sentence.chunks[at]
    if chunk.kind != sym.AGENTS or chunk.agents or [c.kind for c in sentence.chunks[at + 1 : at + 2]] != [","]:
        return False
    before = at - 1
    while before > 0 and sentence.chunks[before].kind in _RANKING and at - before < 5:
        before -= 1
    named = sentence.chunks[before - 1] if before > 0 and sentence.chunks[before].kind == "," else None
    return named is not None and named.kind == sym.AGENTS and bool(named.agents)


def _leader(sentence: Sentence, at: int, verb: Verb) -> int | None:
    """`A delegation led by A was received`: who comes with it."""
    if verb.frame.name != "lead" or verb.tense != "participle" or at == 0 or sentence.chunks[at - 1].kind != "GOV":
        return None
    behind = [c.kind for c in sentence.chunks[at + 1 : at + 4]]
    ahead = next((i for i, kind in enumerate(behind) if kind == sym.AGENTS), None)
    return at + 1 + ahead if behind[:1] == ["BY"] and ahead is not None else None


def _list_of(sentence: Sentence, at: int) -> int:
    """`A, B and thirty other nations signed`: those named before the number that ends the list."""
    before = at - 1
    while before > 0 and sentence.chunks[before].kind in ("NUM", sym.NUMBER, sym.WORD, "DET") and at - before < 4:
        before -= 1
    counted = sentence.chunks[at].kind == sym.AGENTS and not sentence.chunks[at].agents and before < at - 1
    named = before > 0 and sentence.chunks[before].kind == "AND" and sentence.chunks[before - 1].agents
    return before - 1 if counted and named and sentence.chunks[before - 1].kind == sym.AGENTS else at


def after_that(sentence: Sentence, index: int, verb: Verb) -> bool:
    """`Tras reunirse con B, A dijo`, `Avant de recevoir B, A dit`: an infinitive behind a preposition of time."""
    at = opening(sentence, index)
    at -= at > 0 and sentence.chunks[at].kind == "OF"
    return verb.tense == "infinitive" and at >= 0 and sentence.chunks[at].kind == "AROUND"


def outer_verb(sentence: Sentence, index: int, verb: Verb | None) -> int | None:
    """`A left P after meeting B`, `A a vu B avant de recevoir C`: the verb whose subject acts before or after."""
    if verb is None or verb.tense not in ("infinitive", "gerund"):
        return None
    at = opening(sentence, index)
    if at < 0 or not (sentence.chunks[at].kind == "SUB" or after_that(sentence, index, verb)):
        return None
    main = main_verb(sentence, at)
    active = main is not None and (other := sentence.chunks[main].verb) is not None and not other.passive
    return main if active else None


def _joined_to(sentence: Sentence, index: int) -> int | None:
    """`A met B and visited P`, `a vu B puis a gagné P`: the verb to which a conjunction joins another."""
    at = opening(sentence, index)
    if at <= 0 or sentence.chunks[at].kind not in ("AND", "THEN"):
        return None
    for before in range(at - 1, -1, -1):
        verb = sentence.chunks[before].verb
        if verb is not None:
            return before if verb.tense in FINITE and verb.frame.name not in ("say", "announce") else None
        if sentence.chunks[before].kind in STOP:
            return None
    return None


def _apposed(sentence: Sentence, index: int) -> int | None:
    """`the arrival of A, expected …`: the agents right before a participle, whatever they hang on."""
    at = index - 2 if index and sentence.chunks[index - 1].kind == "," else index - 1
    if (noun := event_of_participle(sentence, index)) is not None:
        return noun
    if at < 0 or sentence.chunks[at].kind != sym.AGENTS or not governed(sentence, at):
        return None
    verb = sentence.chunks[index].verb
    of_event = any(c.kind == sym.EVENT for c in sentence.chunks[max(0, at - 3) : at])
    # `the summit of the G7 planned for May`: what is planned is the event
    return None if of_event and verb is not None and verb.frame.event in ("subject", "both") else at


def _shared(sentence: Sentence, at: int, verb: Verb | None, coordinated: bool) -> int | None:
    """The subject of the verb before, for coordinated verbs and infinitives of purpose."""
    other = sentence.chunks[at].verb
    assert other is not None
    loose = verb is not None and verb.tense in ("infinitive", "gerund", "participle")
    if other.frame.name == "invite" and loose:
        return next(
            (i for i in range(at + 1, min(at + 5, len(sentence.chunks))) if sentence.chunks[i].kind == sym.AGENTS), None
        )
    if coordinated and (outer := _outer(sentence, at)) is not None:
        return subject_of(sentence, outer)
    if coordinated or loose or other.tense in ("gerund", "participle"):
        return subject_of(sentence, at)
    behind = next((c.kind for c in sentence.chunks[at + 1 : at + 4] if c.kind not in (sym.TIME, "ADV")), "")
    if other.frame.name in ("say", "announce") and (behind == "HAVE" or _itself(sentence, at)):
        return subject_of(sentence, at)
    if in_relative(sentence, at) is not None:
        relative = in_relative(sentence, at)
        return antecedent(sentence, relative, verb) if relative is not None else None
    return None


def _itself(sentence: Sentence, at: int) -> bool:
    """`A said on Friday it would host B`: the pronoun means the state or body that speaks."""
    speaker = agents_of(sentence, subject_of(sentence, at))
    named = speaker is not None and len(speaker.agents) == 1 and speaker.agents[0].type is not AgentType.PERSON
    return named and any(c.kind == "IT" for c in sentence.chunks[at + 1 : at + _PRONOUN])


def _outer(sentence: Sentence, at: int) -> int | None:
    """`A met B, who said C, and called D`: behind a comma, `and` goes on with the main clause."""
    relative = in_relative(sentence, at)
    after = [c.kind for c in sentence.chunks[at + 1 : at + 25]]
    if relative is None or "AND" not in after or after[max(0, after.index("AND") - 1)] != ",":
        return None
    return main_verb(sentence, relative)


def _urged(sentence: Sentence, at: int, verb: Verb | None) -> bool:
    """`A urged B to attend`: nobody is said to do so."""
    before = sentence.chunks[at - 1].verb if at else None
    asking = before is not None and before.frame.name in ("say", "announce", "propose", "invite")
    return asking and verb is not None and verb.tense == "infinitive"
