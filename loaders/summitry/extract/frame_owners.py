"""Whose an event is: possessives, and the bodies, people and states named with its noun."""

from __future__ import annotations

from summitry.claims import AgentType, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import OF_FEW, SOFT, SPEAKING, Part, RawFrame
from summitry.extract.frame_rest import Rest
from summitry.extract.reading import Agent

_OWNING = SOFT | {sym.AGENTS, "S"}
"""What may stand before an event noun besides plain words: whose it is."""
_LONGEST_BEFORE = 6


class Owners(Rest):
    """Finds the owners of an event noun."""

    def _awaited(self, index: int) -> Chunk | None:
        """`ahead of A's meeting with B`, `his upcoming visit`: the words by which an event noun is still to come."""
        for at in range(index - 1, max(-1, index - _LONGEST_BEFORE - 1), -1):
            if self.chunks[at].text.lower() in self.pack.grammar.upcoming:
                return self.chunks[at]
            if self.chunks[at].kind not in _OWNING:
                return None
        return None

    def _possessor(self, at: int) -> list[Agent]:
        """Whom a singular possessive means: the person named last in the sentence, else the topic."""
        for chunk in reversed(self.chunks[max(0, at - 25) : at]):
            people = [a for a in chunk.agents if a.type is AgentType.PERSON] if chunk.kind == sym.AGENTS else []
            if people and (teller := self._teller(chunk, at)) is not None:
                return teller
            if people:
                return people if len(people) == 1 else []
        if (subject := self._ahead(at)) is not None:
            return subject
        return [self.context.topic] if self.context.topic else []

    def _both(self, at: int, index: int, frame: RawFrame) -> list[Agent]:
        """`Su anterior cara a cara`: a possessive of one or several means the two who met in the sentence before."""
        shared = self.chunks[at].text.lower() in self.pack.grammar.shared_possessives
        partner = "WITH" in [c.kind for c in self.chunks[index + 1 : index + 4]]
        named = any(c.agents for c in self.chunks[:at])
        both = self.context.together
        return both if shared and frame.kind in OF_FEW and len(both) == 2 and not (partner or named) else []

    def _teller(self, whom: Chunk, at: int) -> list[Agent] | None:
        """`A told B about the results of his talks`: who tells, and not who is told."""
        told = self.chunks.index(whom)
        matter = [c.kind for c in self.chunks[told + 1 : at]]
        verb = self.chunks[told - 1].verb if told > 1 else None
        telling = verb is not None and verb.frame.name in SPEAKING and not verb.passive
        if not telling or "ON" not in matter or matter[-1:] != ["OF"] or not self.pack.premodifiers:
            return None
        subject = self._agents_of(self._subject(told - 1))
        people = [a for a in subject.agents if a.type is AgentType.PERSON] if subject is not None else []
        return people if len(people) == 1 else None

    def _ahead(self, at: int) -> list[Agent] | None:
        """`After cancelling his visit, A said`: in an opening phrase, the subject that follows it."""
        opening = self.chunks[0].kind in ("AROUND", "SUB", "DURING") or any(
            c.kind in ("AROUND", "SUB") or (c.kind == sym.VERB and c.verb and c.verb.tense in ("gerund", "infinitive"))
            for c in self.chunks[:at]
        )
        following = self._following(at) if opening else None
        people = [a for a in self.chunks[following].agents if a.type is AgentType.PERSON] if following else []
        return people if len(people) == 1 else None

    def _their(self, at: int) -> list[Agent]:
        """Whom a plural possessive means: several named before it in the sentence, else the two spoken of last."""
        named = [c for c in self.chunks if c.kind == sym.AGENTS and any(a.type is AgentType.PERSON for a in c.agents)]
        before = [c.agents for c in self.chunks[:at] if c.kind == sym.AGENTS and len(c.agents) > 1]
        if before:
            return before[-1]
        leads = self.chunks[0].kind in ("DURING", "AROUND", "SUB", "IN")
        opening = leads and named and named[0].start > self.chunks[at].start
        if opening and len(named[0].agents) > 1:
            return named[0].agents  # `During their talks, A and B agreed`
        return self._apart(named, at) if named else self.context.pair

    def _apart(self, named: list[Chunk], at: int) -> list[Agent]:
        """`A reminded B of it at their talks`: two people of two countries, and nobody else named in the sentence."""
        pair = {a.key: a for c in named for a in c.agents}
        countries = {a.country for a in pair.values()}
        apart = len(named) == len(pair) == 2 and None not in countries and len(countries) == 2
        return list(pair.values()) if apart and all(c.end < self.chunks[at].start for c in named) else []

    def _owners(self, agents: list[Agent], chunk: Chunk) -> list[Part]:
        """`their meeting`, `his visit`: whom the article was speaking of."""
        return [Part(agent, Role.PARTICIPANT, chunk.start, chunk.end, "noun.possessive", 0.65) for agent in agents]

    def _members(self, frame: RawFrame, chunk: Chunk, rule: str, joint: bool = False) -> None:
        """Agents named with an event noun: bodies give the series, others take part."""
        for mention in chunk.mentions:
            if mention.blocked:
                continue
            for agent in mention.agents:
                known = agent.format or agent.type in (AgentType.ORGANISATION, AgentType.COALITION)
                body = known and agent.type is not AgentType.PERSON and mention.title is None
                role = (
                    Role.ORGANISER if body and agent.type is AgentType.ORGANISATION and not joint else Role.PARTICIPANT
                )
                if body and frame.series is None and not joint:
                    frame.series = agent.key
                frame.parts.append(Part(agent, role, mention.start, mention.end, rule, 0.85))

    def _two_states(self, states: list[Chunk], frame: RawFrame) -> None:
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
                        Part(self.agents.state(code), Role.PARTICIPANT, chunk.start, chunk.end, "noun.adjectives", 0.8)
                    )
