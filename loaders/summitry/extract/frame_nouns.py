"""Event nouns and what stands around them: owners, partners, places, ordinals."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_complements import Complements
from summitry.extract.frame_model import Part, RawFrame
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


class Nouns(Complements):
    """Reads event nouns."""

    def _noun(self, index: int) -> RawFrame:
        chunk = self.chunks[index]
        word = chunk.event
        assert word is not None
        frame = RawFrame(
            word.kind, self.number, chunk.start, chunk.end, "noun", (chunk.start, chunk.end), noun=True, soft=word.soft
        )
        frame.plural = self.pack.grammar.several(chunk.text)
        if word.kind in (EventKind.VIDEOCONFERENCE,):
            frame.mode = EventMode.VIRTUAL
        for agent in chunk.agents:
            frame.series = agent.key
            if self._meeting_itself(agent):
                continue
            role = Role.ORGANISER if agent.type is AgentType.ORGANISATION else Role.PARTICIPANT
            frame.parts.append(Part(agent, role, chunk.start, chunk.end, "noun.format", 0.8))
        self._left(index, frame)
        self._right(index, frame)
        partners = {p.agent.country for p in frame.parts if p.rule == "noun.with" and p.agent.type is AgentType.PERSON}
        # `his meeting with his Russian colleague`: no Russian's
        frame.parts = [
            p for p in frame.parts if p.rule != "noun.possessive" or p.agent.country not in partners - {None}
        ]
        return frame

    def _left(self, index: int, frame: RawFrame) -> None:
        """What stands before an event noun: articles, ordinals, owners, partners."""
        frame.definite = False
        front = _Front(index)
        for at in range(index - 1, -1, -1):
            if not self._before(at, frame, front):
                break
            front.first = at
        self._two_states(front.states, frame)
        if (before := self._awaited(index)) is not None:
            frame.statuses.append((EventStatus.PLANNED, before.start, before.end))
        lasting = front.first > 0 and self.chunks[front.first].kind == "-"  # `two-day summit`
        frame.span = (self.chunks[front.first - lasting].start, frame.span[1])

    def _before(self, at: int, frame: RawFrame, front: _Front) -> bool:
        """One chunk before an event noun; whether what stands before it belongs to the noun phrase too."""
        chunk = self.chunks[at]
        if chunk.kind in ("THEIR", "DET", "POSS"):
            self._determined(at, front.index, frame)
        elif chunk.kind == sym.AGENTS and self._premodifies(at, front.index, frame):
            front.first = at
            article = self.chunks[at - 1] if at and self.pack.premodifiers else None
            if article is not None and article.kind == "DET":
                frame.definite = article.text.lower() not in self.pack.indefinite
        elif self._describes(at, frame, front):
            return True
        elif chunk.kind in ("OF", "IN"):
            frame.definite = chunk.text.lower() in self.pack.grammar.contracted
        return False

    def _determined(self, at: int, index: int, frame: RawFrame) -> None:
        """`a summit`, `this summit`, `his visit`, `their talks`."""
        chunk = self.chunks[at]
        if chunk.kind == "THEIR":
            frame.definite = True
            frame.parts.extend(self._owners(self._their(at), chunk))
            return
        if chunk.kind == "POSS" and frame.kind in (EventKind.VISIT, EventKind.CALL, EventKind.MEETING):
            frame.parts.extend(self._owners(self._both(at, index, frame) or self._possessor(at), chunk))
        words = (c.text.lower() for c in self.chunks[at:index] if c is chunk or c.kind == sym.WORD)
        frame.definite = self.pack.indefinite.isdisjoint(words)
        frame.pointing = chunk.text.lower() in self.pack.grammar.pointing

    def _describes(self, at: int, frame: RawFrame, front: _Front) -> bool:
        """Ordinals, means, states and other words between an article and its event noun."""
        chunk, stacked = self.chunks[at], self.pack.premodifiers
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
            case sym.PLACE if stacked and not front.words and not self._led_by(at, "IN", "TO", "FROM"):
                self._place(frame, chunk)
            case sym.WORD | "S" | "-" | "TALKS" | sym.CAPITAL if self._loose(chunk, front.words):
                front.words += 1
                if chunk.kind == sym.WORD and chunk.text.lower() in self.pack.indefinite:
                    frame.definite = False
            case _:
                return False
        return True

    def _led_by(self, at: int, *kinds: str) -> bool:
        return at > 0 and self.chunks[at - 1].kind in kinds

    def _loose(self, chunk: Chunk, words: int) -> bool:
        """Whether a word may stand between an article and its noun beside so many others."""
        return words < 3 if self.pack.premodifiers else chunk.kind == sym.WORD and words < 2

    def _meeting_itself(self, agent: Agent) -> bool:
        """Whether a series bears the name of a meeting and nobody's (`Summit of the Americas`, `General Assembly`)."""
        words = agent.name.split()
        ends = {words[0]: EventKind.SUMMIT, words[-1]: EventKind.CONFERENCE}
        named = [(e, kind) for word, kind in ends.items() for e in self.pack.entries.get(fold(word), ())]
        return any(e.symbol == sym.EVENT and e.value.kind is kind for e, kind in named)

    def _premodifies(self, at: int, index: int, frame: RawFrame) -> bool:
        """`Macron's visit`, `the Trump-Putin summit`, `the G7 summit`."""
        chunk = self.chunks[at]
        owner = at + 1 < index and self.chunks[at + 1].kind == "S"
        if not owner and not (self.pack.premodifiers and self._plain_between(at, index)):
            return False
        mention = chunk.mentions[-1]
        if len(chunk.agents) == 1 and mention.seat and not owner:
            compound = self.pack.grammar.capital_nouns and frame.kind is not EventKind.VISIT
            if compound and chunk.text == chunk.agents[0].name:
                return True  # `Ukraine-Gipfel`: what it is about
            if chunk.text == chunk.agents[0].name and frame.kind not in (EventKind.SUMMIT, EventKind.VISIT):
                return True  # `Sudan talks`: about the state, wherever they are held
            frame.places.append((None, chunk.text, chunk.agents[0].country, chunk.start, chunk.end))
            return True
        self._members(frame, chunk, "noun.owner" if owner else "noun.partners", joint=len(chunk.agents) > 1)
        return True

    def _plain_between(self, at: int, index: int) -> bool:
        return (
            all(c.kind in (sym.WORD, "VIRTUAL", "-", "ORD", sym.NUMBER) for c in self.chunks[at + 1 : index])
            and index - at <= 4
        )


def _edition(text: str) -> int | None:
    digits = "".join(c for c in text if c.isdecimal())
    return int(digits) if 0 < len(digits) <= 3 and 0 < int(digits) < 500 else None
