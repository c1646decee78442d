"""Event nouns and what stands around them: owners, partners, places, ordinals."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.event_places import of_matter
from summitry.extract.frame_model import ROLE_OF, SOFT, Part, RawFrame
from summitry.extract.frame_objects import Objects
from summitry.extract.reading import Agent
from summitry.extract.text import fold

_OWNING = SOFT | {sym.AGENTS, "S"}
"""What may stand before an event noun besides plain words: whose it is."""
_LONGEST_BEFORE = 6


class Nouns(Objects):
    """Reads event nouns."""

    def _noun(self, index: int) -> RawFrame:
        chunk = self.chunks[index]
        word = chunk.event
        assert word is not None
        frame = RawFrame(
            word.kind, self.number, chunk.start, chunk.end, "noun", (chunk.start, chunk.end), noun=True, soft=word.soft
        )
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

    def _awaited(self, index: int) -> Chunk | None:
        """`ahead of A's meeting with B`: the words by which an event noun is still to come."""
        at = index - 1
        while at > 0 and index - at < _LONGEST_BEFORE and self.chunks[at].kind in _OWNING:
            at -= 1
        return self.chunks[at] if at >= 0 and self.chunks[at].text.lower() in self.pack.grammar.upcoming else None

    def _possessor(self, at: int) -> list[Agent]:
        """Whom a singular possessive means: the person named last in the sentence, else the topic."""
        for chunk in reversed(self.chunks[max(0, at - 25) : at]):
            people = [a for a in chunk.agents if a.type is AgentType.PERSON] if chunk.kind == sym.AGENTS else []
            if people:
                return people if len(people) == 1 else []
        if (subject := self._ahead(at)) is not None:
            return subject
        return [self.context.topic] if self.context.topic else []

    def _ahead(self, at: int) -> list[Agent] | None:
        """`After cancelling his visit, A said`: in an opening phrase, the subject that follows it."""
        opening = self.chunks[0].kind in ("AROUND", "SUB", "DURING") or any(
            c.kind in ("AROUND", "SUB") or (c.kind == sym.VERB and c.verb and c.verb.tense in ("gerund", "infinitive"))
            for c in self.chunks[:at]
        )
        following = self._following(at) if opening else None
        people = [a for a in self.chunks[following].agents if a.type is AgentType.PERSON] if following else []
        return people if len(people) == 1 else None

    def _meeting_itself(self, agent: Agent) -> bool:
        """Whether a series bears the name of a meeting and nobody's (`Summit of the Americas`)."""
        entries = self.pack.entries.get(fold(agent.name.split()[0]), ())
        return any(e.symbol == sym.EVENT and e.value.kind is EventKind.SUMMIT for e in entries)

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

    def _right(self, index: int, frame: RawFrame) -> None:
        """What follows an event noun: `between A and B`, `with A`, `of A`, `in P`, `on T`."""
        chunks = self.chunks
        at = index + 1
        words = 0
        prep = ""
        states: list[Chunk] = []
        topic = False
        while at < len(chunks):
            chunk = chunks[at]
            kind = chunk.kind
            if kind in ("ON", "TO", "AROUND") and frame.kind is not EventKind.VISIT and at + 1 < len(chunks):
                topic = True
                prep = ""
            elif kind == sym.TREATY and frame.kind is EventKind.SIGNING:
                prep, words, topic = "", 0, False
            elif kind == "INVITATION" or (kind == "OF" and prep == "INVITATION"):
                prep = "INVITATION"
            elif kind in ("OF", "FROM") and self._of_delegation(at, prep):
                pass
            elif kind in (
                "OF",
                "WITH",
                "BETWEEN",
                "IN",
                "TO",
                "FROM",
                "BY",
                "INCL",
                "PRESENCE",
                "WITHOUT",
                "MEDIATION",
            ):
                prep = kind
            elif kind == sym.AGENTS:
                if prep == "OF" and words > 2:
                    break  # `his visit expresses the firm will of A and B`: a clause of its own
                if (topic and not prep) or not self._complement(frame, chunk, prep, at, index):
                    break
                prep, words = "", 0
                frame.span = (frame.span[0], max(frame.span[1], chunk.end))
            elif kind == sym.PLACE:
                if topic or of_matter(chunks, at, self.pack.grammar.matters):
                    topic = False
                elif (prep in ("IN", "OF", "TO") and not (prep == "OF" and words > 1)) or (frame.places and prep == ""):
                    self._place(frame, chunk)
                    if prep in ("IN", "OF", "TO"):
                        frame.span = (frame.span[0], max(frame.span[1], chunk.end))
                prep, words = "", 0
            elif kind == sym.TIME:
                prep = ""
            elif kind == sym.DEM and words == 0 and not self.pack.premodifiers:
                states.append(chunk)
                frame.span = (frame.span[0], chunk.end)
            elif kind == "VIRTUAL":
                frame.mode = EventMode.VIRTUAL
            elif kind == "PHONE":
                frame.kind = EventKind.CALL
            elif kind == "PAST":
                frame.recalled = True
            elif (kind in ("S", "SEAT") and frame.places and not prep) or self._of_delegation(at, prep):
                pass  # `in Ethiopia's capital Addis Ababa`, `with a delegation representing A`
            elif (
                kind
                in (
                    "DET",
                    "TITLE",
                    "ADV",
                    "ORD",
                    "NUM",
                    "-",
                    "POSS",
                    "THEIR",
                    sym.NUMBER,
                    '"',
                    "«",
                    "»",
                    "“",
                    "”",
                    "(",
                    ")",
                )
                or (
                    kind == "AND"
                    and at + 2 < len(chunks)
                    and chunks[at + 1].kind == "OF"
                    and chunks[at + 2].kind == sym.WORD
                )
                or (kind == "AND" and states and at + 1 < len(chunks) and chunks[at + 1].kind == sym.DEM)
            ):
                pass
            elif kind in (sym.WORD, sym.CAPITAL, sym.MARK) and words < 3:
                words += 1
                if prep in ("WITH", "BETWEEN", "OF") and words > 2:
                    prep = ""
                if prep in ("IN", "TO"):
                    prep = ""
            elif (
                kind == ","
                and at + 1 < len(chunks)
                and chunks[at + 1].kind
                in (sym.PLACE, sym.TIME, "WITH", "BETWEEN", "INCL", "PRESENCE", "IN", "VIRTUAL", "WITHOUT", "MEDIATION")
            ):
                words = 0
            elif kind == sym.VERB and chunk.verb and chunk.verb.tense == "participle" and words < 3:
                words, prep = 0, "V"
                topic = topic or (chunk.verb.frame.name == "other" and not self.pack.premodifiers)
            else:
                break
            at += 1
        self._two_states(states, frame)

    def _of_delegation(self, at: int, prep: str) -> bool:
        """`with a delegation of A`, `with officials representing A`: whose people the partners are comes behind."""
        if prep not in ("WITH", "BETWEEN"):
            return False
        chunk, before = self.chunks[at], self.chunks[at - 1]
        representing = chunk.verb is not None and chunk.verb.frame.name == "represent" and chunk.verb.tense == "gerund"
        return chunk.kind == "GOV" or representing or (chunk.kind in ("OF", "FROM") and before.kind == "GOV")

    def _complement(self, frame: RawFrame, chunk: Chunk, prep: str, at: int, index: int) -> bool:
        """Agents behind an event noun, by their preposition."""
        if prep in ("BETWEEN", "WITH", "INCL", "PRESENCE"):
            frame.add(chunk, Role.PARTICIPANT, f"noun.{prep.lower()}")
            return True
        if prep in ROLE_OF:
            frame.add(chunk, ROLE_OF[prep], f"noun.{prep.lower()}")
            return True
        if prep == "OF":
            self._of(frame, chunk)
            return True
        if prep == "BY" and self._accompanied(index):
            return False
        crowd = all(m.title is not None and m.title.plural for m in chunk.mentions[:1])
        if prep == "BY" and (crowd or frame.kind in (EventKind.VISIT, EventKind.SIGNING, EventKind.CALL)):
            frame.add(chunk, Role.PARTICIPANT, "noun.by")
            return True
        if prep in ("TO", "FROM") and frame.kind is EventKind.CALL:
            frame.add(chunk, Role.PARTICIPANT, f"noun.{prep.lower()}")
            return True
        if prep in ("IN", "TO") and frame.kind is EventKind.VISIT and chunk.mentions[0].title is not None:
            return False
        if prep == "" and at - index <= 2 and self.chunks[at - 1].kind != ",":
            following = self.chunks[at + 1].kind if at + 1 < len(self.chunks) else ""
            dashed = len(chunk.agents) > 1 and at == index + 1 and any(dash in chunk.text for dash in "-–/")
            if not dashed and following in (sym.VERB, "BE", "WAS", "HAVE", "FUT", "COND", "NEG"):
                return False
            self._members(frame, chunk, "noun.partners", joint=len(chunk.agents) > 1)
            return True
        return False

    def _accompanied(self, index: int) -> bool:
        """`is accompanied on the visit by B`: what `by` belongs to."""
        at = index - 1
        while at > 0 and self.chunks[at].kind in ("DET", "POSS", "THEIR", "ON", "DURING", "IN", sym.WORD):
            at -= 1
        verb = self.chunks[at].verb
        return verb is not None and verb.frame.name == "accompany" and verb.passive

    def _of(self, frame: RawFrame, chunk: Chunk) -> None:
        topic = any(c.kind == "ON" for c in self.chunks if frame.end <= c.start < chunk.start)
        if frame.kind is EventKind.SIGNING or (topic and chunk.mentions[0].seat):
            return
        for mention in chunk.mentions:
            if (
                mention.seat
                and len(chunk.agents) == 1
                and mention.agents
                and self.chunks[self.chunks.index(chunk) - 1].kind != "DET"
            ):
                frame.places.append((None, chunk.text, mention.agents[0].country, mention.start, mention.end))
                return
        self._members(frame, chunk, "noun.of", joint=frame.kind is EventKind.VISIT)


def _edition(text: str) -> int | None:
    digits = "".join(c for c in text if c.isdecimal())
    return int(digits) if 0 < len(digits) <= 3 and 0 < int(digits) < 500 else None
