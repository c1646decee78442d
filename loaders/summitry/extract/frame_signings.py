"""Treaties: who signs, who does not, and whose treaty it is."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_attendance import guest_frame
from summitry.extract.frame_governors import agents_of
from summitry.extract.frame_model import STOP, Part, RawFrame
from summitry.extract.frame_rest import index_of
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of

_NAMING = frozenset({sym.DEM, sym.CAPITAL, sym.PLACE, sym.WORD, "-", "–"})
"""What stands before the word for a treaty in its name."""


def unsigned(sentence: Sentence, index: int, who: Chunk) -> None:
    """`C and D did not sign the treaty`: absent from the signing told right before."""
    treaty = any(c.kind == sym.TREATY for c in sentence.chunks[index : index + 9])
    if treaty and all(agent.type is not AgentType.PERSON for agent in who.agents):
        frame = guest_frame(sentence, who, sentence.chunks[index].end, "unsigned")
        frame.kind = EventKind.SIGNING
        frame.add(who, Role.ABSENT, "sign.absent", 0.7)
        if frame.parts:
            sentence.verbs[index] = frame


def name_treaty(sentence: Sentence, frame: RawFrame, index: int, verb: Verb) -> None:
    """What is signed belongs to the words of the event: `the X treaty was signed`, `A signed the Y accord`."""
    ways = range(index - 1, -1, -1) if verb.passive else range(index + 1, min(index + 9, len(sentence.chunks)))
    at = next((i for i in ways if sentence.chunks[i].kind == sym.TREATY), None)
    if at is None or any(sentence.chunks[i].kind in STOP for i in range(min(at, index), max(at, index))):
        return
    first = at
    while first > 0 and sentence.chunks[first - 1].kind in _NAMING:
        first -= 1
    start = sentence.chunks[first].start if verb.passive else frame.span[0]
    frame.span = (min(start, frame.span[0]), max(frame.span[1], sentence.chunks[at].end))


def treaty_of(sentence: Sentence, frame: RawFrame, index: int) -> None:
    """`An A-B border accord was signed`: two adjectives of states, joined, beside what is signed."""
    at = next((i for i in range(index - 1, -1, -1) if sentence.chunks[i].kind == sym.TREATY), 0)
    pair = _adjectives(sentence, range(max(at - 5, 0), at) if sentence.pack.premodifiers else range(at + 1, index))
    for chunk in pair:
        value = chunk.item.value if chunk.kind == sym.DEM and chunk.item else ()
        states = [sentence.agents.state(value[0])] if isinstance(value, tuple) and value else chunk.agents
        frame.parts.extend(
            Part(state, Role.PARTICIPANT, chunk.start, chunk.end, "sign.adjectives", 0.75) for state in states
        )


def _adjectives(sentence: Sentence, where: range) -> list[Chunk]:
    """`A-B`, `Sino-B`: two adjectives with a hyphen between them, or in the first of them."""
    for at in where:
        hyphen = sentence.chunks[at + 1].kind in ("-", "–")
        pair = [sentence.chunks[at], sentence.chunks[at + 1 + hyphen]]
        kinds = {c.kind for c in pair}
        if kinds == {sym.DEM} or (hyphen and sym.DEM in kinds and kinds <= {sym.DEM, sym.AGENTS, sym.CAPITAL}):
            return pair
    return []


def signed(sentence: Sentence, frame: RawFrame, verb: Verb, agents: bool) -> bool:
    """Whether a treaty is signed: after the verb, or before a passive one."""
    index = index_of(sentence, frame)
    if verb.passive:
        treaties = [c for c in sentence.chunks[:index] if c.kind == sym.TREATY]
        named = any(c.text[:1].isupper() for c in treaties) and verb.tense in ("past", "present")
        told = agents or named or (verb.tense != "participle" and bool(frame.places))
        return told and bool(treaties)
    if agents and frame.places and leaders(frame):
        return True
    some = (
        any(c.kind == sym.PLACE for c in sentence.chunks)
        and agents_of(sentence, subject_of(sentence, index)) is not None
    )
    signers = agents or some  # `delegates of many nations signed in P`
    return signers and any(c.kind == sym.TREATY for c in sentence.chunks[index : index + 13])


def leaders(frame: RawFrame) -> bool:
    """Two people of two countries: others who speak with each other are no event."""
    people = [p.agent for p in frame.parts if p.agent.type in (AgentType.PERSON, AgentType.STATE)]
    return len({a.country or a.key for a in people}) >= 2
