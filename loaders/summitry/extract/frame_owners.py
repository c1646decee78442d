"""Whose an event is: possessives, and the bodies, people and states named with its noun."""

from __future__ import annotations

from summitry.claims import AgentType, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_governors import agents_of, subject_following
from summitry.extract.frame_model import OF_FEW, SOFT, SPEAKING, Part, RawFrame
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of
from summitry.extract.reading import Agent

_OWNING = SOFT | {sym.AGENTS, "S"}
"""What may stand before an event noun besides plain words: whose it is."""
_LONGEST_BEFORE = 6


def awaited(sentence: Sentence, index: int) -> Chunk | None:
    """`ahead of A's meeting with B`, `his upcoming visit`: the words by which an event noun is still to come."""
    for at in range(index - 1, max(-1, index - _LONGEST_BEFORE - 1), -1):
        if sentence.chunks[at].text.lower() in sentence.pack.grammar.upcoming:
            return sentence.chunks[at]
        if sentence.chunks[at].kind not in _OWNING:
            return None
    return None


def possessor(sentence: Sentence, at: int) -> list[Agent]:
    """Whom a singular possessive means: the person named last in the sentence, else the topic."""
    for chunk in reversed(sentence.chunks[max(0, at - 25) : at]):
        people = [a for a in chunk.agents if a.type is AgentType.PERSON] if chunk.kind == sym.AGENTS else []
        if people and (teller := _teller(sentence, chunk, at)) is not None:
            return teller
        if people:
            return people if len(people) == 1 else []
    if (subject := _ahead(sentence, at)) is not None:
        return subject
    return [sentence.context.topic] if sentence.context.topic else []


def both_before(sentence: Sentence, at: int, index: int, frame: RawFrame) -> list[Agent]:
    """`Su anterior cara a cara`: a possessive of one or several means the two who met in the sentence before."""
    shared = sentence.chunks[at].text.lower() in sentence.pack.grammar.shared_possessives
    partner = "WITH" in [c.kind for c in sentence.chunks[index + 1 : index + 4]]
    named = any(c.agents for c in sentence.chunks[:at])
    both = sentence.context.together
    return both if shared and frame.kind in OF_FEW and len(both) == 2 and not (partner or named) else []


def _teller(sentence: Sentence, whom: Chunk, at: int) -> list[Agent] | None:
    """`A told B about the results of his talks`: who tells, and not who is told."""
    told = sentence.chunks.index(whom)
    matter = [c.kind for c in sentence.chunks[told + 1 : at]]
    verb = sentence.chunks[told - 1].verb if told > 1 else None
    telling = verb is not None and verb.frame.name in SPEAKING and not verb.passive
    if not telling or "ON" not in matter or matter[-1:] != ["OF"] or not sentence.pack.premodifiers:
        return None
    subject = agents_of(sentence, subject_of(sentence, told - 1))
    people = [a for a in subject.agents if a.type is AgentType.PERSON] if subject is not None else []
    return people if len(people) == 1 else None


def _ahead(sentence: Sentence, at: int) -> list[Agent] | None:
    """`After cancelling his visit, A said`: in an opening phrase, the subject that follows it."""
    opening = sentence.chunks[0].kind in ("AROUND", "SUB", "DURING") or any(
        c.kind in ("AROUND", "SUB") or (c.kind == sym.VERB and c.verb and c.verb.tense in ("gerund", "infinitive"))
        for c in sentence.chunks[:at]
    )
    following = subject_following(sentence, at) if opening else None
    people = [a for a in sentence.chunks[following].agents if a.type is AgentType.PERSON] if following else []
    return people if len(people) == 1 else None


def their(sentence: Sentence, at: int) -> list[Agent]:
    """Whom a plural possessive means: several named before it in the sentence, else the two spoken of last."""
    named = [c for c in sentence.chunks if c.kind == sym.AGENTS and any(a.type is AgentType.PERSON for a in c.agents)]
    before = [c.agents for c in sentence.chunks[:at] if c.kind == sym.AGENTS and len(c.agents) > 1]
    if before:
        return before[-1]
    leads = sentence.chunks[0].kind in ("DURING", "AROUND", "SUB", "IN")
    opening = leads and named and named[0].start > sentence.chunks[at].start
    if opening and len(named[0].agents) > 1:
        return named[0].agents  # `During their talks, A and B agreed`
    return _apart(sentence, named, at) if named else sentence.context.pair


def _apart(sentence: Sentence, named: list[Chunk], at: int) -> list[Agent]:
    """`A reminded B of it at their talks`: two people of two countries, and nobody else named in the sentence."""
    pair = {a.key: a for c in named for a in c.agents}
    countries = {a.country for a in pair.values()}
    apart = len(named) == len(pair) == 2 and None not in countries and len(countries) == 2
    return list(pair.values()) if apart and all(c.end < sentence.chunks[at].start for c in named) else []


def owners(agents: list[Agent], chunk: Chunk) -> list[Part]:
    """`their meeting`, `his visit`: whom the article was speaking of."""
    return [Part(agent, Role.PARTICIPANT, chunk.start, chunk.end, "noun.possessive", 0.65) for agent in agents]


def members(frame: RawFrame, chunk: Chunk, rule: str, joint: bool = False) -> None:
    """Agents named with an event noun: bodies give the series, others take part."""
    for mention in chunk.mentions:
        if mention.blocked:
            continue
        for agent in mention.agents:
            known = agent.format or agent.type in (AgentType.ORGANISATION, AgentType.COALITION)
            body = known and agent.type is not AgentType.PERSON and mention.title is None
            role = Role.ORGANISER if body and agent.type is AgentType.ORGANISATION and not joint else Role.PARTICIPANT
            if body and frame.series is None and not joint:
                frame.series = agent.key
            frame.parts.append(Part(agent, role, mention.start, mention.end, rule, 0.85))


def two_states(sentence: Sentence, states: list[Chunk], frame: RawFrame) -> None:
    """`Franco-German`, `russo-américain`: two adjectives name two partners, one names nobody."""
    pairs = []
    for chunk in states:
        value = chunk.item.value if chunk.item else ()
        pairs.append((chunk, value[0] if isinstance(value, tuple) else None))
    codes = {code for _, code in pairs if code}
    if len(codes) >= 2:
        for chunk, code in pairs:
            if code:
                frame.parts.append(
                    Part(sentence.agents.state(code), Role.PARTICIPANT, chunk.start, chunk.end, "noun.adjectives", 0.8)
                )
