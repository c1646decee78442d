"""Occasions on which somebody does something: event nouns behind `at`, `during`, `after` or `for`, and who is there."""

from __future__ import annotations

from collections.abc import Set

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_governors import (
    agents_of,
    antecedent,
    chunk_at,
    governed,
    main_verb,
    past,
    subject_following,
)
from summitry.extract.frame_model import AUXILIARY, FRAMING, SOFT, Part, RawFrame, people_of
from summitry.extract.frame_rest import index_of
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of

OVER = SOFT | {sym.AGENTS, "S"}
"""What stands before an event noun and belongs to it."""
BEHIND = frozenset({"SUB", "AROUND"})
"""What says that something was after an event, or before it."""
_OVER_OWNER = OVER | {"OF", "NUM", sym.NUMBER}
_MISSING = frozenset({"skip", "away", "decline", "cancel", "postpone"})
"""Frames of verbs whose subject is not there."""
_GETTING = frozenset(
    {"NEG", sym.WORD, sym.TREATY, sym.VERB, "DET", "ON", "OF", sym.NOTEV, "FUT", "TO", "THEIR", "POSS", "ADV"}
    | {sym.TIME, sym.PLACE, sym.NUMBER, sym.DEM, "IN", "NUM"}
)
"""What stands between those who fail or agree and the event at which they do."""
_FAR = 7
"""How many words may stand between a preposition and its event noun."""


def when_or_where(sentence: Sentence, index: int) -> int | None:
    """Where the `at` or `during` stands by which an event noun says on what occasion something is done."""
    before = index - 1
    before -= sentence.pack.premodifiers and index > 1 and sentence.chunks[before].kind == sym.PLACE  # `at P talks`
    while before >= 0 and index - before < _FAR and _belongs(sentence, before):
        before -= 1
    return before if before >= 0 and sentence.chunks[before].kind in ("DURING", "IN", *BEHIND) else None


def there_for(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """`A is in P for the summit`, `B, who was in P on Monday for a forum,`: who is somewhere for an event."""
    at = _back(sentence, index - 1, _OVER_OWNER | {sym.PLACE})
    if frame.kind not in FRAMING or at < 3 or sentence.chunks[at].kind != "TO":
        return
    where = _back(sentence, at - 1, {sym.TIME, "ON", "DET"})
    being = _back(sentence, where - 2, AUXILIARY - {"BE", "WAS"})
    if [c.kind for c in sentence.chunks[max(where - 1, 0) : where + 1]] != ["IN", sym.PLACE] or being < 1:
        return
    who = sentence.chunks[being - 1]
    if who.kind == "REL":
        who = agents_of(sentence, antecedent(sentence, being - 1, None)) or who
    if sentence.chunks[being].kind in ("BE", "WAS") and who.kind == sym.AGENTS:
        speaks_at(sentence, frame, who)


def _back(sentence: Sentence, at: int, over: Set[str]) -> int:
    """Where one stands after going back over words of some kinds, not far."""
    first = at
    while at > 0 and first - at < _FAR and sentence.chunks[at].kind in over:
        at -= 1
    return at


def tells_none(sentence: Sentence, governor: int) -> bool:
    """Whether a verb tells of no event of its own, only of guests of another."""
    return governor not in sentence.verbs or sentence.verbs[governor].refers


def _belongs(sentence: Sentence, at: int) -> bool:
    """What may stand between a preposition and its noun: `the Munich Security Forum`, `last month's summit`."""
    if sentence.chunks[at].kind in _OVER_OWNER:
        return True
    if sentence.chunks[at].kind == sym.TIME:
        return sentence.chunks[at + 1].kind == "S"
    article = sentence.chunks[at - 1].kind == "DET" if at else False
    return sentence.pack.premodifiers and article and sentence.chunks[at].kind == sym.PLACE


def opens_with(sentence: Sentence, index: int, before: int, frame: RawFrame) -> None:
    """`At the summit in P on Monday, A said that …`: who does something on an occasion that opens the sentence."""
    there = sentence.chunks[before].text.lower() in sentence.pack.grammar.attending
    silent = all(c.verb is None and c.kind != sym.QUOTE for c in sentence.chunks[:before])
    if frame.kind not in FRAMING or not silent or not (there or sentence.chunks[before].kind == "DURING"):
        return
    subject = subject_following(sentence, index)
    who = agents_of(sentence, subject)
    verb = next((c.verb for c in sentence.chunks[subject or 0 :] if c.verb is not None), None)
    if who is None or verb is None or verb.negative or verb.passive or verb.frame.name in _MISSING:
        return
    inner = [f for at, f in (*sentence.verbs.items(), *sentence.nouns.items()) if at > (subject or 0) and not f.refers]
    for other in inner:
        if other.kind in (EventKind.MEETING, EventKind.SIGNING):
            other.link = frame  # `On the sidelines of the summit, A met B`
    if not inner:
        speaks_at(sentence, frame, who)


def received_from(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """`A received on Tuesday a courtesy call from B`: who calls, and on whom."""
    source = past(sentence, index + 1, (sym.TIME, "ON"))
    caller = chunk_at(sentence, past(sentence, source + 1, ("DET", "TITLE")))
    governor = main_verb(sentence, index)
    verb = sentence.chunks[governor].verb if governor is not None else None
    if caller is None or sentence.chunks[source].kind != "FROM" or caller.kind != sym.AGENTS or frame.keys():
        return
    if governor is None or verb is None or verb.frame.name != "receive" or verb.passive or verb.negative:
        return
    host = agents_of(sentence, subject_of(sentence, governor))
    if host is not None and people_of(caller).agents and frame.kind in (EventKind.MEETING, EventKind.CALL):
        frame.add(people_of(host), Role.PARTICIPANT, "receive.from", 0.75)
        frame.add(people_of(caller), Role.PARTICIPANT, "receive.from", 0.75)


def speaks_at(sentence: Sentence, frame: RawFrame, chunk: Chunk) -> None:
    """`A spoke at the forum`, `B called for a truce at the summit`: who does something at an event is there."""
    who = [a for a in people_of(chunk).agents if a.type is AgentType.PERSON and a.key not in frame.keys()]
    if frame.definite or frame.places or sentence.chunks[index_of(sentence, frame)].text[:1].isupper():
        frame.parts.extend(Part(a, Role.PARTICIPANT, chunk.start, chunk.end, "acts.at", 0.7) for a in who)


def got_together(sentence: Sentence, before: int) -> Chunk | None:
    """`A and B failed to reach a deal at talks in P`, `agreed on a truce after talks`: both were there."""
    words = sentence.pack.grammar.failing | sentence.pack.grammar.agreeing
    at = next((i for i in range(1, before) if sentence.chunks[i].text.lower() in words), 0)
    between = {c.kind for c in sentence.chunks[at:before]}
    first = _back(sentence, at - 1, AUXILIARY) if at else 0
    who = agents_of(sentence, first) if at else None
    behind = [c for c in sentence.chunks[at + 1 : before] if c.text.lower() not in words]
    acts = any(c.verb is not None and c.verb.frame.event != "none" for c in behind)
    if who is None or acts or not between <= _GETTING or governed(sentence, first):
        return None
    return who if len({agent.country or agent.key for agent in who.agents}) > 1 else None
