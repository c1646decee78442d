"""Event nouns and what stands around them: owners, partners, places, ordinals."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_complements import right
from summitry.extract.frame_model import Part, RawFrame
from summitry.extract.frame_owners import awaited, both_before, members, owners, possessor, their, two_states
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence
from summitry.extract.reading import Agent
from summitry.extract.text import fold


@dataclass(slots=True)
class _Front:
    """How far what stands before an event noun has been read: the noun, the first chunk that belongs to it."""

    index: int
    first: int = -1
    words: int = 0
    states: list[Chunk] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.first = self.index


def read_noun(sentence: Sentence, index: int) -> RawFrame:
    """The frame of an event noun."""
    chunk = sentence.chunks[index]
    word = chunk.event
    assert word is not None
    frame = RawFrame(
        word.kind, sentence.number, chunk.start, chunk.end, "noun", (chunk.start, chunk.end), noun=True, soft=word.soft
    )
    frame.plural = sentence.pack.grammar.several(chunk.text)
    if word.kind in (EventKind.VIDEOCONFERENCE,):
        frame.mode = EventMode.VIRTUAL
    for agent in chunk.agents:
        frame.series = agent.key
        if _meeting_itself(sentence, agent):
            continue
        role = Role.ORGANISER if agent.type is AgentType.ORGANISATION else Role.PARTICIPANT
        frame.parts.append(Part(agent, role, chunk.start, chunk.end, "noun.format", 0.8))
    _left(sentence, index, frame)
    right(sentence, index, frame)
    partners = {p.agent.country for p in frame.parts if p.rule == "noun.with" and p.agent.type is AgentType.PERSON}
    # `his meeting with his Russian colleague`: no Russian's
    frame.parts = [p for p in frame.parts if p.rule != "noun.possessive" or p.agent.country not in partners - {None}]
    return frame


def _left(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """What stands before an event noun: articles, ordinals, owners, partners."""
    frame.definite = False
    front = _Front(index)
    for at in range(index - 1, -1, -1):
        if not _before(sentence, at, frame, front):
            break
        front.first = at
    two_states(sentence, front.states, frame)
    if (before := awaited(sentence, index)) is not None:
        frame.statuses.append((EventStatus.PLANNED, before.start, before.end))
    lasting = front.first > 0 and sentence.chunks[front.first].kind == "-"  # `two-day summit`
    frame.span = (sentence.chunks[front.first - lasting].start, frame.span[1])


def _before(sentence: Sentence, at: int, frame: RawFrame, front: _Front) -> bool:
    """One chunk before an event noun; whether what stands before it belongs to the noun phrase too."""
    chunk = sentence.chunks[at]
    if chunk.kind in ("THEIR", "DET", "POSS"):
        _determined(sentence, at, front.index, frame)
    elif chunk.kind == sym.AGENTS and _premodifies(sentence, at, front.index, frame):
        front.first = at
        article = sentence.chunks[at - 1] if at and sentence.pack.premodifiers else None
        if article is not None and article.kind == "DET":
            frame.definite = article.text.lower() not in sentence.pack.indefinite
    elif _describes(sentence, at, frame, front):
        return True
    elif chunk.kind in ("OF", "IN"):
        frame.definite = chunk.text.lower() in sentence.pack.grammar.contracted
    return False


def _determined(sentence: Sentence, at: int, index: int, frame: RawFrame) -> None:
    """`a summit`, `this summit`, `his visit`, `their talks`."""
    chunk = sentence.chunks[at]
    if chunk.kind == "THEIR":
        frame.definite = True
        frame.parts.extend(owners(their(sentence, at), chunk))
        return
    if chunk.kind == "POSS" and frame.kind in (EventKind.VISIT, EventKind.CALL, EventKind.MEETING):
        frame.parts.extend(owners(both_before(sentence, at, index, frame) or possessor(sentence, at), chunk))
    words = (c.text.lower() for c in sentence.chunks[at:index] if c is chunk or c.kind == sym.WORD)
    frame.definite = sentence.pack.indefinite.isdisjoint(words)
    frame.pointing = chunk.text.lower() in sentence.pack.grammar.pointing


def _describes(sentence: Sentence, at: int, frame: RawFrame, front: _Front) -> bool:
    """Ordinals, means, states and other words between an article and its event noun."""
    chunk, stacked = sentence.chunks[at], sentence.pack.premodifiers
    match chunk.kind:
        case "ORD" | sym.NUMBER:
            frame.ordinal = True
            frame.edition = _edition(chunk.text) or frame.edition
        case "VIRTUAL":
            frame.mode = EventMode.VIRTUAL
        case "PHONE":
            frame.kind = EventKind.CALL
        case "PAST" | "FORMER":
            frame.recalled = True
        case sym.TIME:
            pass
        case sym.DEM if stacked:
            front.states.append(chunk)
        case sym.PLACE if stacked and not front.words and not _led_by(sentence, at, "IN", "TO", "FROM"):
            add_place(frame, chunk)
        case sym.WORD | "S" | "-" | "TALKS" | sym.CAPITAL if _loose(sentence, chunk, front.words):
            front.words += 1
            if chunk.kind == sym.WORD and chunk.text.lower() in sentence.pack.indefinite:
                frame.definite = False
        case _:
            return False
    return True


def _led_by(sentence: Sentence, at: int, *kinds: str) -> bool:
    return at > 0 and sentence.chunks[at - 1].kind in kinds


def _loose(sentence: Sentence, chunk: Chunk, words: int) -> bool:
    """Whether a word may stand between an article and its noun beside so many others."""
    return words < 3 if sentence.pack.premodifiers else chunk.kind == sym.WORD and words < 2


def _meeting_itself(sentence: Sentence, agent: Agent) -> bool:
    """Whether a series bears the name of a meeting and nobody's (`Summit of the Americas`, `General Assembly`)."""
    words = agent.name.split()
    ends = {words[0]: EventKind.SUMMIT, words[-1]: EventKind.CONFERENCE}
    named = [(e, kind) for word, kind in ends.items() for e in sentence.pack.entries.get(fold(word), ())]
    return any(e.symbol == sym.EVENT and e.value.kind is kind for e, kind in named)


def _premodifies(sentence: Sentence, at: int, index: int, frame: RawFrame) -> bool:
    """`Macron's visit`, `the Trump-Putin summit`, `the G7 summit`."""
    chunk = sentence.chunks[at]
    owner = at + 1 < index and sentence.chunks[at + 1].kind == "S"
    if not owner and not (sentence.pack.premodifiers and _plain_between(sentence, at, index)):
        return False
    mention = chunk.mentions[-1]
    if len(chunk.agents) == 1 and mention.seat and not owner:
        compound = sentence.pack.grammar.capital_nouns and frame.kind is not EventKind.VISIT
        if compound and chunk.text == chunk.agents[0].name:
            return True  # `Ukraine-Gipfel`: what it is about
        if chunk.text == chunk.agents[0].name and frame.kind not in (EventKind.SUMMIT, EventKind.VISIT):
            return True  # `Sudan talks`: about the state, wherever they are held
        frame.places.append((None, chunk.text, chunk.agents[0].country, chunk.start, chunk.end))
        return True
    members(frame, chunk, "noun.owner" if owner else "noun.partners", joint=len(chunk.agents) > 1)
    return True


def _plain_between(sentence: Sentence, at: int, index: int) -> bool:
    return (
        all(c.kind in (sym.WORD, "VIRTUAL", "-", "ORD", sym.NUMBER) for c in sentence.chunks[at + 1 : index])
        and index - at <= 4
    )


def _edition(text: str) -> int | None:
    digits = "".join(c for c in text if c.isdecimal())
    return int(digits) if 0 < len(digits) <= 3 and 0 < int(digits) < 500 else None
