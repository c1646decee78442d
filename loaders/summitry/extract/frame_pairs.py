"""Which people the frames of a sentence tell of together: the two who met, the three at one event, the traveller."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType, EventKind
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import PLAIN, SPEAKING, Part, RawFrame
from summitry.extract.reading import Agent


def met(pairs: list[tuple[RawFrame, list[Agent]]]) -> list[Agent]:
    """The two who met by a sentence: those of its main verb rather than of an event that it only names."""
    told = [pair for frame, pair in pairs if not frame.noun and frame.tense == "past"]
    return told[0] if told else pairs[-1][1] if pairs else []


def pairs_of(frames: list[RawFrame]) -> list[tuple[RawFrame, list[Agent]]]:
    """The frames that tell of two people, with them."""
    told = [frame for frame in frames if len(frame.parts) > 1]
    people = [(frame, list(dict.fromkeys(p.agent for p in frame.parts if attends(p)))) for frame in told]
    return [(frame, pair) for frame, pair in people if len(pair) == 2]


def three(frames: list[RawFrame], pair: list[Agent]) -> list[Agent]:
    """The three people at one event: named there, or one who came to the two told of last."""
    for frame in frames:
        people = list(dict.fromkeys(p.agent for p in frame.parts if attends(p)))
        people = list(dict.fromkeys([*pair, *people])) if frame.refers and len(people) < 3 else people
        if len(people) == 3:
            return people
    return []


def journeying(frames: list[RawFrame]) -> Agent | None:
    """Whose journey a sentence tells, when it is one person's."""
    travellers = {p.agent for f in frames if f.kind is EventKind.VISIT for p in f.parts if attends(p)}
    return travellers.pop() if len(travellers) == 1 else None


def attends(part: Part) -> bool:
    """Whether a part tells of a person who is there."""
    return part.role.attends and part.agent.type is AgentType.PERSON


def two_named(chunks: Sequence[Chunk]) -> list[Agent]:
    """The only two people, of two countries, whom a sentence names, unless one of them only speaks of the other."""
    if any(chunk.verb is not None and chunk.verb.frame.name in SPEAKING - PLAIN for chunk in chunks):
        return []
    mentions = [m for chunk in chunks for m in chunk.mentions if not m.blocked and not m.pronoun]
    people = list(dict.fromkeys(a for m in mentions for a in m.agents if a.type is AgentType.PERSON))
    countries = {a.country for a in people} - {None}
    return people if len(people) == 2 and len(countries) == 2 else []
