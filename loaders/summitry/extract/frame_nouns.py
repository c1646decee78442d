"""Event nouns and what stands around them: owners, partners, places, ordinals."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_complements import Complements
from summitry.extract.frame_model import Part, RawFrame
from summitry.extract.reading import Agent
from summitry.extract.text import fold


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
        at = index - 1
        states: list[Chunk] = []
        frame.definite = False
        gap = 0
        first = index
        while at >= 0:
            chunk = self.chunks[at]
            kind = chunk.kind
            if kind == "THEIR":
                frame.definite = True
                frame.parts.extend(self._owners(self._their(at), chunk))
                break
            if kind in ("DET", "POSS"):
                if kind == "POSS" and frame.kind in (EventKind.VISIT, EventKind.CALL, EventKind.MEETING):
                    frame.parts.extend(self._owners(self._possessor(at), chunk))
                other = any(
                    c.kind == sym.WORD and c.text.lower() in self.pack.indefinite for c in self.chunks[at:index]
                )
                frame.definite = not other and chunk.text.lower() not in self.pack.indefinite
                frame.pointing = chunk.text.lower() in self.pack.grammar.pointing
                break
            if kind in ("ORD", sym.NUMBER):
                frame.ordinal = True
                frame.edition = _edition(chunk.text) or frame.edition
            elif kind == "VIRTUAL":
                frame.mode = EventMode.VIRTUAL
            elif kind == "PHONE":
                frame.kind = EventKind.CALL
            elif kind in ("PAST", "FORMER"):
                frame.recalled = True
            elif kind == sym.TIME:
                pass
            elif kind == sym.DEM and self.pack.premodifiers:
                states.append(chunk)
            elif kind == sym.AGENTS and self._premodifies(at, index, frame):
                first = at
                article = self.chunks[at - 1] if at and self.pack.premodifiers else None
                if article is not None and article.kind == "DET":
                    frame.definite = article.text.lower() not in self.pack.indefinite
                break
            elif (
                kind == sym.PLACE
                and self.pack.premodifiers
                and gap == 0
                and (at == 0 or self.chunks[at - 1].kind not in ("IN", "TO", "FROM"))
            ):
                self._place(frame, chunk)
            elif (kind in (sym.WORD, "S", "-", "TALKS", sym.CAPITAL) and gap < 3 and self.pack.premodifiers) or (
                kind == sym.WORD and gap < 2
            ):
                if kind == sym.WORD and chunk.text.lower() in self.pack.indefinite:
                    frame.definite = False
                gap += 1
            else:
                if kind in ("OF", "IN"):
                    frame.definite = chunk.text.lower() in self.pack.grammar.contracted
                break
            first = at
            at -= 1
        self._two_states(states, frame)
        if (before := self._awaited(index)) is not None:
            frame.statuses.append((EventStatus.PLANNED, before.start, before.end))
        frame.span = (self.chunks[first].start, frame.span[1])

    def _meeting_itself(self, agent: Agent) -> bool:
        """Whether a series bears the name of a meeting and nobody's (`Summit of the Americas`)."""
        entries = self.pack.entries.get(fold(agent.name.split()[0]), ())
        return any(e.symbol == sym.EVENT and e.value.kind is EventKind.SUMMIT for e in entries)

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
