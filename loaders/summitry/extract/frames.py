"""Frames: what one sentence says about one event, read around its event nouns and verbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.event_places import PlaceBinder
from summitry.extract.event_times import TimeBinder, bind_heading
from summitry.extract.nearness import Clauses
from summitry.extract.packs import Pack
from summitry.extract.agents import Agents
from summitry.extract.reading import Agent
from summitry.extract.time import Direction, Place, StatedTime

_SOFT = frozenset(
    {
        sym.WORD,
        "ADV",
        "DET",
        "POSS",
        "THEIR",
        "NUM",
        "ORD",
        sym.NUMBER,
        "PAST",
        "DEM",
        "VIRTUAL",
        "PHONE",
        sym.CAPITAL,
        "FORMER",
        "GOV",
        sym.TIME,
        "-",
        "TITLE",
    }
)
_STOP = frozenset({"SUB", "REL", ";", ":", sym.QUOTE, "BUT"})
_BEFORE_AGENT = frozenset("OF WITH IN TO BY BETWEEN DURING FROM INCL WITHOUT PRESENCE REPR AROUND MEDIATION".split())
_TELLING = frozenset(
    "hold open close takeplace host attend chair lead gather meet join travel go receive mediate organise".split()
)
_ROLE_OF = {"WITHOUT": Role.ABSENT, "MEDIATION": Role.MEDIATOR, "INVITATION": Role.HOST}
_PRESENCE = frozenset({"present", "away", "plan", "attend", "skip", "invite", "decline"})
_FINITE = frozenset({"past", "present", "future"})


@dataclass(slots=True)
class Part:
    """An agent in a role, with its words and rule."""

    agent: Agent
    role: Role
    start: int
    end: int
    rule: str
    confidence: float = 0.9
    behalf: Agent | None = None


@dataclass(slots=True)
class RawFrame:
    """What one trigger says; offsets are those of the text."""

    kind: EventKind
    sentence: int
    start: int
    end: int
    rule: str
    span: tuple[int, int] = (0, 0)
    noun: bool = False
    soft: bool = False
    definite: bool = False
    plural: bool = False
    parts: list[Part] = field(default_factory=list)
    times: list[StatedTime] = field(default_factory=list)
    tense: str | None = None
    """Tense of its own verb, for a noun that of its clause."""
    anterior: bool = False
    """Told as before the past that is told (`had met`)."""
    days: int | None = None
    """How many days the text says that it lasts."""
    directions: dict[int, Direction] = field(default_factory=dict)
    """On which side of the day of writing a time lies, by its position."""
    places: list[tuple[str | None, str, str | None, int, int]] = field(default_factory=list)
    statuses: list[tuple[str, int, int]] = field(default_factory=list)
    mode: EventMode | None = None
    series: str | None = None
    edition: int | None = None
    recalled: bool = False
    governed: bool = False
    link: RawFrame | None = None
    announcers: list[tuple[Agent, int, int]] = field(default_factory=list)
    back: bool = False
    refers: bool = False
    """Speaks of guests at the event that the article is about, without naming it."""

    def add(self, chunk: Chunk, role: Role, rule: str, confidence: float = 0.9) -> None:
        """Put the agents of a chunk into a role."""
        for mention in chunk.mentions:
            if mention.blocked:
                continue
            for agent in mention.agents:
                self.parts.append(Part(agent, role, mention.start, mention.end, rule, confidence))

    def keys(self) -> set[str]:
        """Short ids of everybody who attends."""
        return {p.agent.key for p in self.parts if p.role.attends}


@dataclass(slots=True)
class Context:
    """Whom the article was speaking of when a sentence begins: for pronouns and possessives."""

    topic: Agent | None = None
    pair: list[Agent] = field(default_factory=list)
    fresh: int = 0
    heading: StatedTime | None = None

    def pronouns(self, chunks: list[Chunk]) -> None:
        """Fill in the agents of pronouns where there is one answer."""
        subject = self.topic
        for chunk in chunks:
            for mention in chunk.mentions:
                if mention.pronoun in ("HE", "SHE") and not mention.agents:
                    gender = "m" if mention.pronoun == "HE" else "f"
                    if subject is not None and subject.gender in (gender, ""):
                        mention.agents = [subject]
                elif mention.pronoun == "PAIR" and not mention.agents:
                    mention.agents = list(self.pair)
                elif mention.pronoun == "THEY" and not mention.agents and self.fresh <= 1:
                    mention.agents = list(self.pair)
                elif not mention.pronoun and not mention.blocked:
                    people = [a for a in mention.agents if a.type is AgentType.PERSON]
                    subject = people[0] if len(people) == 1 and subject is self.topic else subject

    def note(self, chunks: list[Chunk], frames: list[RawFrame]) -> None:
        """Remember the first person of the sentence and the last two who met."""
        people = [a for c in chunks if c.kind == sym.AGENTS for m in c.mentions if not m.blocked for a in m.agents if a.type is AgentType.PERSON]
        if people:
            self.topic = people[0]
        self.fresh += 1
        for frame in frames:
            met = list(dict.fromkeys(p.agent for p in frame.parts if p.role.attends and p.agent.type is AgentType.PERSON))
            if len(met) == 2:
                self.pair, self.fresh = met, 0
        together = [c for c in chunks if c.kind == sym.AGENTS and len(c.agents) == 2 and all(a.type is AgentType.PERSON for a in c.agents)]
        if together and (not frames or not self.pair):
            self.pair, self.fresh = together[0].agents, 0


class FrameReader:
    """Reads the frames of one row of chunks."""

    def __init__(self, pack: Pack, agents: Agents) -> None:
        self.pack = pack
        self.agents = agents

    def read(self, chunks: list[Chunk], sentence: int, context: Context) -> list[RawFrame]:
        """The frames of a sentence, in order; `context` is what the sentences before spoke of."""
        context.pronouns(chunks)
        if not any(c.kind in (sym.EVENT, sym.VERB, sym.TIME) for c in chunks):
            context.note(chunks, [])
            return []
        frames = _Sentence(self.pack, self.agents, chunks, sentence, context).read()
        context.note(chunks, frames)
        return frames


class _Sentence:
    def __init__(self, pack: Pack, agents: Agents, chunks: list[Chunk], sentence: int, context: Context) -> None:
        self.pack = pack
        self.context = context
        self.agents = agents
        self.verbs_suppressed: set[int] = set()
        self.merged: dict[int, int] = {}
        self.chunks = chunks
        self.number = sentence
        self.nouns: dict[int, RawFrame] = {}
        self.verbs: dict[int, RawFrame] = {}
        self.subjects: dict[int, int | None] = {}

    def read(self) -> list[RawFrame]:
        for index, chunk in enumerate(self.chunks):
            if chunk.kind == sym.EVENT:
                self.nouns[index] = self._noun(index)
        for index, chunk in enumerate(self.chunks):
            if chunk.kind == sym.VERB and chunk.verb:
                self._verb(index, chunk.verb)
        self._purposes()
        self._errands()
        self._adjuncts()
        self._travellers()
        self._partners()
        clauses = Clauses(self.chunks, self.pack.anterior)
        TimeBinder(clauses, self._frame_at, self._subject, self.pack.premodifiers).bind()
        PlaceBinder(clauses, self._frame_at).bind()
        self._visiting()
        self._heading()
        return [f for _, f in sorted((*self.nouns.items(), *self.verbs.items()))]

    # event nouns

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
            frame.parts.append(Part(agent, Role.PARTICIPANT, chunk.start, chunk.end, "noun.format", 0.8))
        self._left(index, frame)
        self._right(index, frame)
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
                frame.parts.extend(self._owners(self.context.pair, chunk))
                break
            if kind in ("DET", "POSS"):
                if kind == "POSS" and frame.kind in (EventKind.VISIT, EventKind.CALL, EventKind.MEETING):
                    frame.parts.extend(self._owners(self._possessor(at), chunk))
                frame.definite = chunk.text.lower() not in self.pack.indefinite
                break
            if kind in ("ORD", sym.NUMBER):
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
                break
            elif (
                kind == sym.PLACE
                and self.pack.premodifiers
                and gap == 0
                and (at == 0 or self.chunks[at - 1].kind not in ("IN", "TO", "FROM"))
            ):
                self._place(frame, chunk)
            elif (
                kind in (sym.WORD, "S", "-", "TALKS", sym.CAPITAL)
                and gap < 3
                and self.pack.premodifiers
                or (kind == sym.WORD and gap < 2)
            ):
                if kind == sym.WORD and chunk.text.lower() in self.pack.indefinite:
                    frame.definite = False
                gap += 1
            else:
                if kind in ("OF",) and chunk.text.lower() in self.pack.indefinite:
                    frame.definite = False
                break
            first = at
            at -= 1
        self._two_states(states, frame)
        frame.span = (self.chunks[first].start, frame.span[1])

    def _possessor(self, at: int) -> list[Agent]:
        """Whom a singular possessive means: the first person of the sentence, else the topic."""
        for chunk in self.chunks[:at]:
            people = [a for a in chunk.agents if a.type is AgentType.PERSON] if chunk.kind == sym.AGENTS else []
            if people:
                return people if len(people) == 1 else []
        return [self.context.topic] if self.context.topic else []

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
                body = agent.type in (AgentType.ORGANISATION, AgentType.COALITION) and mention.title is None
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
            elif kind == "INVITATION" or (kind == "OF" and prep == "INVITATION"):
                prep = "INVITATION"
            elif kind in ("OF", "WITH", "BETWEEN", "IN", "TO", "FROM", "BY", "INCL", "PRESENCE", "WITHOUT", "MEDIATION"):
                prep = kind
            elif kind == sym.AGENTS:
                if not self._complement(frame, chunk, prep, at, index):
                    break
                prep, words = "", 0
                frame.span = (frame.span[0], max(frame.span[1], chunk.end))
            elif kind == sym.PLACE:
                if topic:
                    topic = False
                elif prep in ("IN", "OF", "TO") or (frame.places and prep == ""):
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
            elif kind in (
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
            ):
                pass
            elif kind == "AND" and states and at + 1 < len(chunks) and chunks[at + 1].kind == sym.DEM:
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
                and chunks[at + 1].kind in (sym.PLACE, sym.TIME, "WITH", "BETWEEN", "INCL", "PRESENCE", "IN", "VIRTUAL", "WITHOUT", "MEDIATION")
            ):
                words = 0
            elif kind == sym.VERB and chunk.verb and chunk.verb.tense == "participle" and words < 3:
                words, prep = 0, "V"
            else:
                break
            at += 1
        self._two_states(states, frame)

    def _complement(self, frame: RawFrame, chunk: Chunk, prep: str, at: int, index: int) -> bool:
        """Agents behind an event noun, by their preposition."""
        if prep in ("BETWEEN", "WITH", "INCL", "PRESENCE"):
            frame.add(chunk, Role.PARTICIPANT, f"noun.{prep.lower()}")
            return True
        if prep in _ROLE_OF:
            frame.add(chunk, _ROLE_OF[prep], f"noun.{prep.lower()}")
            return True
        if prep == "OF":
            self._of(frame, chunk)
            return True
        if prep == "BY" and frame.kind in (EventKind.VISIT, EventKind.SIGNING, EventKind.CALL):
            frame.add(chunk, Role.PARTICIPANT, "noun.by")
            return True
        if prep == "TO" and frame.kind is EventKind.CALL:
            frame.add(chunk, Role.PARTICIPANT, "noun.to")
            return True
        if prep in ("IN", "TO") and frame.kind is EventKind.VISIT and chunk.mentions[0].title is not None:
            return False
        if prep == "" and at - index <= 2 and self.chunks[at - 1].kind != ",":
            following = self.chunks[at + 1].kind if at + 1 < len(self.chunks) else ""
            if following in (sym.VERB, "BE", "WAS", "HAVE", "FUT", "COND", "NEG"):
                return False
            self._members(frame, chunk, "noun.partners", joint=len(chunk.agents) > 1)
            return True
        return False

    def _of(self, frame: RawFrame, chunk: Chunk) -> None:
        if frame.kind is EventKind.SIGNING:
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

    # verbs

    def _verb(self, index: int, verb: Verb) -> None:
        name = verb.frame.name
        if name in ("say", "other", "leave", "postpone2"):
            return
        subject = self._subject(index)
        if name == "represent":
            self._represented(index, verb, self._agents_of(subject))
            return
        if name == "gather" and not verb.passive and self._agents_of(subject) and not self._object(index) and self._event_right(index, verb) is None:
            verb.frame = self.pack.frames["meet"]
        if name in _PRESENCE and self._present(index, verb, subject):
            return
        if verb.frame.event != "none":
            self._on_event(index, verb, subject)
        if verb.frame.kind is not None and index not in self.verbs:
            self._own(index, verb, subject)

    def _present(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`A and B will be there`, `C is expected`, `D was not invited`: guests of the event told before."""
        chunk = self._agents_of(subject)
        name = verb.frame.name
        role = {"present": Role.PARTICIPANT, "plan": Role.PARTICIPANT, "attend": Role.PARTICIPANT}.get(name, Role.ABSENT)
        if name == "invite":
            role = Role.ABSENT if verb.negative else Role.INVITEE
            chunk = chunk if verb.passive else self._object(index)
        chunk = chunk or self._inverted(index, verb)
        if name == "plan" and (not verb.passive or any(c.kind in ("TO", sym.VERB) for c in self.chunks[index + 1 : index + 3])):
            return False
        if name in ("decline", "attend", "skip", "invite") and self._event_right(index, verb) is not None:
            return False
        if name == "decline" and not self._objectless(index):
            return False
        if chunk is None or (name in ("invite", "decline") and verb.tense == "infinitive"):
            return name in ("present", "away")
        if verb.negative and role is Role.PARTICIPANT:
            role = Role.ABSENT
        at = self.chunks[index]
        frame = RawFrame(EventKind.SUMMIT, self.number, at.start, at.end, name, (chunk.start, max(at.end, chunk.end)), definite=True, refers=True)
        frame.add(chunk, role, f"{name}.guests", 0.75)
        self.verbs[index] = frame
        return True

    def _represented(self, index: int, verb: Verb, who: Chunk | None) -> None:
        """`A was represented by B`, `B represented A`, `A was not represented`: guests of the event told before."""
        delegate = self._after(index, "BY")
        if delegate is None and not verb.passive and verb.tense in _FINITE:
            who, delegate = self._object(index), who
        if who is None or (delegate is None and not (verb.passive and verb.negative)) or verb.tense == "participle":
            return
        at = self.chunks[index]
        frame = RawFrame(EventKind.SUMMIT, self.number, at.start, at.end, "represent", (who.start, at.end), definite=True, refers=True)
        absent = who if delegate is None else _people(who)
        frame.add(absent, Role.ABSENT, "represent.absent", 0.75)
        if delegate is not None and not verb.negative:
            frame.add(_people(delegate), Role.PARTICIPANT, "represent.by", 0.75)
            for part in frame.parts:
                part.behalf = who.agents[0] if part.role.attends and len(who.agents) == 1 else None
        if frame.parts:
            self.verbs[index] = frame

    def _inverted(self, index: int, verb: Verb) -> Chunk | None:
        """`Were present A and B`, `Sont attendus A et B`: guests behind the verb of a clause without a subject."""
        if verb.frame.name not in ("present", "plan", "away") or (verb.frame.name == "plan" and not verb.passive):
            return None
        clear = all(c.kind not in (sym.AGENTS, sym.EVENT) or self._governed(i) for i, c in enumerate(self.chunks[:index]))
        if not clear:
            return None
        heading = index + 1 < len(self.chunks) and self.chunks[index + 1].kind == ":"
        return self._object(index + heading)

    def _objectless(self, index: int) -> bool:
        """Nothing follows, or the invitation itself."""
        rest = [c.kind for c in self.chunks[index + 1 : index + 4]]
        return not rest or rest[0] in (",", ".", ";") or "INVITATION" in rest

    def _subject(self, index: int) -> int | None:
        """Position of the chunk that is the subject of a verb, or None when it is not clear."""
        if index not in self.subjects:
            self.subjects[index] = None
            self.subjects[index] = self._find_subject(index)
        return self.subjects[index]

    def _find_subject(self, index: int) -> int | None:
        chunks = self.chunks
        verb = chunks[index].verb
        at = index - 1
        parens = 0
        coordinated = False
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
                return self._antecedent(at, verb)
            elif kind in (";", ":"):
                return None
            elif kind == "SUB":
                return None
            elif kind == sym.AGENTS or kind == sym.EVENT:
                if self._governed(at):
                    fresh = False
                elif kind == sym.EVENT or chunk.mentions:
                    return at
            elif kind == sym.VERB and chunk.verb:
                return self._shared(at, verb, coordinated)
            elif kind == "AND":
                coordinated = True
            at -= 1
        return self._following(index) if verb is not None and verb.tense in ("participle", "gerund") else None

    def _following(self, index: int) -> int | None:
        """`Gathered in P, the leaders …`: the subject after the opening participle."""
        for at in range(index + 1, min(index + 22, len(self.chunks) - 1)):
            if self.chunks[at].kind == sym.VERB and at > index:
                return None
            if self.chunks[at].kind == ",":
                ahead = at + 2 if self.chunks[at + 1].kind == "DET" and at + 2 < len(self.chunks) else at + 1
                if self.chunks[ahead].kind == sym.AGENTS:
                    return ahead
        return None

    def _shared(self, at: int, verb: Verb | None, coordinated: bool) -> int | None:
        """The subject of the verb before, for coordinated verbs and infinitives of purpose."""
        other = self.chunks[at].verb
        assert other is not None
        loose = verb is not None and verb.tense in ("infinitive", "gerund", "participle")
        if other.frame.name == "invite" and loose:
            return next(
                (i for i in range(at + 1, min(at + 5, len(self.chunks))) if self.chunks[i].kind == sym.AGENTS), None
            )
        if coordinated or loose or other.tense in ("gerund", "participle"):
            return self._subject(at)
        if self._in_relative(at) is not None:
            relative = self._in_relative(at)
            return self._antecedent(relative, verb) if relative is not None else None
        return None

    def _in_relative(self, at: int) -> int | None:
        first = at
        while at >= 0 and self.chunks[at].kind not in (";", ":", sym.QUOTE):
            chunk = self.chunks[at]
            if chunk.kind == "REL":
                return at
            if at != first and chunk.kind == sym.VERB and chunk.verb and chunk.verb.tense in _FINITE:
                return None
            at -= 1
        return None

    def _antecedent(self, at: int, verb: Verb | None) -> int | None:
        """The chunk that a relative pronoun points to: the event noun when the verb is one of events."""
        impersonal = verb is not None and verb.frame.event in ("subject", "both")
        at -= 1
        while at >= 0 and self.chunks[at].kind in (",", "ADV", sym.TIME, "-", ")", "»", '"', "”"):
            at -= 1
        if at >= 0 and (self.chunks[at].kind == sym.EVENT or (self.chunks[at].kind == sym.AGENTS and not impersonal)):
            return at
        for back in range(at, max(at - 8, -1), -1):
            if self.chunks[back].kind == sym.EVENT and all(c.kind != sym.VERB for c in self.chunks[back:at]):
                return back
        return None

    def _governed(self, at: int) -> bool:
        """Whether a chunk hangs on a preposition, or owns the next noun."""
        before = at - 1
        while (
            before >= 0
            and self.chunks[before].kind in ("DET", "TITLE", "POSS", "THEIR", "ADV", sym.WORD, "ORD", "NUM", sym.DEM)
            and at - before < 4
        ):
            before -= 1
        if before >= 0 and self.chunks[before].kind in _BEFORE_AGENT and not self._partitive(before):
            # "On Tuesday Macron met": a time or place between frees the subject
            return True
        after = self.chunks[at + 1].kind if at + 1 < len(self.chunks) else ""
        return after == "S"

    def _partitive(self, at: int) -> bool:
        """`Des responsables …`: an article that looks like a preposition, where a clause begins."""
        if self.chunks[at].kind != "OF" or self.chunks[at].text.lower() not in self.pack.indefinite:
            return False
        return at == 0 or self.chunks[at - 1].kind in (",", ":", "SUB", "REL", "AND", "-", sym.TIME, sym.QUOTE)

    def _agents_of(self, index: int | None) -> Chunk | None:
        return self.chunks[index] if index is not None and self.chunks[index].kind == sym.AGENTS else None

    def _on_event(self, index: int, verb: Verb, subject: int | None) -> None:
        """A verb that speaks about an event noun: its subject or its object."""
        frame_of = self.nouns
        mode = verb.frame.event
        target: RawFrame | None = None
        if (mode in ("subject", "both") or verb.passive) and subject is not None and self.chunks[subject].kind == sym.EVENT:
            target = frame_of[subject]
            self._told(target, verb, index)
            self._as_subject(index, verb, target)
            return
        at = self._event_right(index, verb)
        if at is None and mode in ("object", "both"):
            at = self._event_relative(index, subject)
        if at is None:
            return
        target = frame_of[at]
        self._told(target, verb, index)
        self._with_object(index, verb, target, subject)

    def _event_right(self, index: int, verb: Verb) -> int | None:
        """The event noun that a verb has as object."""
        chunks = self.chunks
        at = index + 1
        words = 0
        far = verb.frame.event == "to" or verb.frame.name in ("invite",)
        while at < len(chunks) and at - index < (16 if far else 9):
            chunk = chunks[at]
            kind = chunk.kind
            if kind == sym.EVENT:
                if far and verb.frame.name != "invite" and not self._purposed(at, index):
                    return None
                return at
            if kind == sym.VERB and chunk.verb and chunk.verb.tense in _FINITE:
                return None
            if (kind in _STOP and not (verb.frame.name == "announce" and kind in ("REL", "SUB"))) or (
                kind in ("DURING", "AROUND") and not far
            ):
                return None
            if kind in (",", "WITH", "BY") and not far:
                return None
            if kind == sym.AGENTS and not far and not (self.pack.premodifiers and at + 1 < len(chunks)):
                return None
            if kind == sym.WORD:
                words += 1
                if words > (6 if far else 4):
                    return None
            at += 1
        return None

    def _event_relative(self, index: int, subject: int | None) -> int | None:
        """`the summit that A will host`: the event noun before the pronoun, when the subject stands behind it."""
        if subject is None or self.chunks[subject].kind != sym.AGENTS:
            return None
        for at in range(subject - 1, max(subject - 3, 0), -1):
            if self.chunks[at].kind == "REL":
                found = self._antecedent(at, None)
                return found if found in self.nouns else None
            if self.chunks[at].kind != "DET":
                return None
        return None

    def _purposed(self, at: int, index: int) -> bool:
        """`to Paris for talks`: the event noun hangs on a preposition of purpose or place."""
        before = at - 1
        while before > index and self.chunks[before].kind in (*_SOFT, sym.AGENTS, "S"):
            before -= 1
        return self.chunks[before].kind in ("TO", "IN", "DURING") or before == index

    def _told(self, target: RawFrame, verb: Verb, index: int) -> None:
        """What the verb says about the state of the event."""
        chunk = self.chunks[index]
        target.governed = True
        status = verb.frame.status
        if status is None and (verb.frame.name not in _TELLING or verb.negative):
            return
        if status == "planned" and verb.negative:
            status = None
        elif status in ("proposed",) and verb.negative:
            status = None
        if status is None or (
            status == "planned" and verb.frame.name == "plan" and verb.passive is False and verb.tense == "past"
        ):
            status = status or _status(verb)
        if status:
            target.statuses.append((status, chunk.start, chunk.end))
        if verb.frame.name in ("open", "close", "takeplace") and verb.negative:
            target.statuses.append(("cancelled", chunk.start, chunk.end))

    def _as_subject(self, index: int, verb: Verb, target: RawFrame) -> None:
        """`the summit will gather A and B`, `the talks were hosted by A`."""
        if verb.passive:
            role = verb.frame.passive.get("by") or verb.frame.slots.get("subject")
            if role in set(Role) and (chunk := self._after(index, "BY")):
                target.add(chunk, Role(role), f"{verb.frame.name}.by")
        elif verb.frame.name == "gather":
            if chunk := self._object(index):
                target.add(chunk, Role.PARTICIPANT, "gather.object")
        for at in self._rest(index):
            self._attach(target, at)

    def _with_object(self, index: int, verb: Verb, target: RawFrame, subject: int | None) -> None:
        """`A hosts the summit`, `A will not attend the talks`."""
        chunk = self._agents_of(subject)
        role = verb.frame.slots.get("subject", "none")
        name = verb.frame.name
        if name == "announce" and chunk:
            target.announcers.extend((a, chunk.start, chunk.end) for a in chunk.agents)
        if name == "decline":
            invited = any(c.kind == "INVITATION" for c in self.chunks[index : index + 6])
            role = "absent" if invited else "none"
        if name == "invite":
            self._invited(index, verb, target, chunk)
            return
        if chunk is None or role not in set(Role):
            return
        found = Role(role)
        if verb.negative and found.attends:
            found = Role.ABSENT
        if verb.possible and found in (Role.HOST, Role.CHAIR):
            target.statuses.append(("proposed", chunk.start, chunk.end))
        if name == "gather" and target.kind is EventKind.VISIT:
            return
        target.add(chunk, found, f"{name}.subject")
        if too := self._too(index):
            target.add(too, found, f"{name}.too")
        if name in ("travel", "go"):
            self.verbs_suppressed.add(index)
            for at in range(index + 1, len(self.chunks)):
                if self.chunks[at].kind == sym.PLACE and self.chunks[at - 1].kind in ("IN", "TO", "DET"):
                    self._place(target, self.chunks[at])
                    break

    def _too(self, index: int) -> Chunk | None:
        """`… will attend, as will A and B`: more subjects behind the verb."""
        for at in range(index + 1, len(self.chunks) - 1):
            if self.chunks[at].kind == "TOO" and self.chunks[at + 1].kind in (sym.AGENTS, "DET"):
                return self._object(at)
        return None

    def _invited(self, index: int, verb: Verb, target: RawFrame, subject: Chunk | None) -> None:
        chunk = subject if verb.passive else self._object(index)
        if chunk:
            target.add(chunk, Role.ABSENT if verb.negative else Role.INVITEE, "invite.object")

    def _object(self, index: int) -> Chunk | None:
        """The direct object of a verb when it is a list of agents."""
        at = index + 1
        words = 0
        while at < len(self.chunks):
            kind = self.chunks[at].kind
            if kind == sym.AGENTS:
                if self._owns(at):
                    return None
                return self.chunks[at]
            if kind in ("DET", "ADV", "TITLE", "NUM", "FORMER", "ORD", "POSS", "THEIR", sym.NUMBER, sym.TIME, "PHONE"):
                pass
            elif kind == sym.PLACE or (kind == "IN" and self._leads_to_place(at)):
                pass
            elif kind == sym.WORD and words < 2:
                words += 1
            else:
                return None
            at += 1
        return None

    def _leads_to_place(self, at: int) -> bool:
        after = [c.kind for c in self.chunks[at + 1 : at + 4]]
        return sym.PLACE in after and sym.AGENTS not in after[: after.index(sym.PLACE)]

    def _owns(self, at: int) -> bool:
        return at + 1 < len(self.chunks) and self.chunks[at + 1].kind == "S"

    def _after(self, index: int, prep: str) -> Chunk | None:
        """The agents behind a preposition in the rest of the clause."""
        for at in self._rest(index):
            if self.chunks[at].kind == sym.EVENT:
                return None
            if self.chunks[at].kind == prep:
                return self._object(at)
        return None

    def _rest(self, index: int) -> Iterator[int]:
        """Positions to the right of a verb up to the end of its clause."""
        for at in range(index + 1, min(len(self.chunks), index + 30)):
            chunk = self.chunks[at]
            if chunk.kind in _STOP or (
                chunk.kind == sym.VERB
                and chunk.verb
                and (chunk.verb.tense in _FINITE or chunk.verb.tense == "infinitive")
            ):
                return
            yield at

    def _own(self, index: int, verb: Verb, subject: int | None) -> None:
        """A verb that is an event itself: `A met B`, `A flew to P`."""
        if index in self.verbs_suppressed:
            return
        kind = verb.frame.kind
        assert kind is not None
        chunk = self.chunks[index]
        frame = RawFrame(kind, self.number, chunk.start, chunk.end, verb.frame.name, (chunk.start, chunk.end))
        who = self._agents_of(subject)
        slots = dict(verb.frame.slots)
        if verb.passive:
            if not verb.frame.passive:
                return
            slots = {**verb.frame.passive}
        if verb.negative and who is not None and verb.frame.name in ("travel", "go") and verb.tense != "infinitive":
            self._stays(index, frame, _people(who))
        if verb.negative or (verb.frame.name == "go" and verb.passive):
            return
        self._fill(frame, index, verb, who, slots)
        if not self._enough(frame, verb, who):
            return
        if who:
            frame.span = (min(who.start, chunk.start), max(frame.span[1], chunk.end))
        status = _status(verb)
        if status:
            frame.statuses.append((status, chunk.start, chunk.end))
        self.verbs[index] = frame

    def _stays(self, index: int, frame: RawFrame, who: Chunk) -> None:
        """`A will not go to P`: absent from the event told before, when that is there."""
        for at in self._rest(index):
            self._attach(frame, at)
        frame.kind, frame.refers, frame.definite = EventKind.SUMMIT, True, True
        frame.add(who, Role.ABSENT, "travel.absent", 0.7)
        if frame.parts and frame.places:
            self.verbs[index] = frame

    def _fill(self, frame: RawFrame, index: int, verb: Verb, who: Chunk | None, slots: dict[str, str]) -> None:
        name = verb.frame.name
        if who and slots.get("subject") in set(Role):
            frame.add(who, Role(slots["subject"]), f"{name}.subject")
            if too := self._too(index):
                frame.add(too, Role(slots["subject"]), f"{name}.too")
        if self._clitic(index) and slots.get("object") in set(Role) and (topic := self.context.topic):
            at = self.chunks[index - 1]
            frame.parts.append(Part(topic, Role(slots["object"]), at.start, at.end, f"{name}.clitic", 0.65))
        elif slots.get("object") in set(Role) and (obj := self._object(index)):
            frame.add(obj, Role(slots["object"]), f"{name}.object")
            frame.span = (frame.span[0], obj.end)
        elif slots.get("object") == "place":
            self._visited(frame, index)
        if verb.passive and frame.kind is EventKind.SIGNING:
            slots = {**slots, "between": Role.PARTICIPANT}
        for slot, prep in (("with", "WITH"), ("by", "BY"), ("between", "BETWEEN")):
            if slots.get(slot) in set(Role) and (chunk := self._after(index, prep)):
                frame.add(chunk, Role(slots[slot]), f"{name}.{slot}")
                frame.span = (frame.span[0], max(frame.span[1], chunk.end))
        for at in self._rest(index):
            if self.chunks[at].kind == sym.EVENT:
                break
            self._attach(frame, at)

    def _clitic(self, index: int) -> bool:
        """`le recevra`: an object pronoun before the verb."""
        return index > 0 and self.chunks[index - 1].kind == "DET" and not self.pack.premodifiers

    def _visited(self, frame: RawFrame, index: int) -> None:
        """The object of `visit`: a place, or a state."""
        for at in range(index + 1, min(index + 5, len(self.chunks))):
            chunk = self.chunks[at]
            if chunk.kind == sym.PLACE:
                self._place(frame, chunk)
                frame.span = (frame.span[0], chunk.end)
                return
            if chunk.kind == sym.AGENTS and chunk.mentions[0].seat:
                agent = chunk.agents[0]
                frame.places.append((agent.key, chunk.text, agent.country, chunk.start, chunk.end))
                frame.span = (frame.span[0], chunk.end)
                return
            if chunk.kind not in ("DET", sym.WORD, "ADV", sym.DEM, sym.CAPITAL):
                return

    def _place_prep(self, at: int) -> bool:
        """Whether a place hangs on a preposition of place, over its apposition (`dans la station de P`)."""
        before = at - 1
        while before >= 0 and at - before < 7 and self.chunks[before].kind in ("DET", sym.WORD, sym.DEM, "OF", sym.CAPITAL):
            before -= 1
        return before >= 0 and self.chunks[before].kind in ("IN", "TO") and (before == at - 1 or self.chunks[at - 1].kind in ("OF", "DET", sym.WORD, sym.CAPITAL))

    def _attach(self, frame: RawFrame, at: int) -> None:
        """Places, partners and manner in the rest of the clause."""
        chunk = self.chunks[at]
        previous = self.chunks[at - 1].kind
        if previous in ("DET",) and at > 1:
            previous = self.chunks[at - 2].kind
        before = self.chunks[at - 1].verb
        moving = before is not None and before.frame.name == "travel"
        if chunk.kind == sym.PLACE and (moving or self._place_prep(at) or (frame.places and previous == ",")):
            self._place(frame, chunk)
            if frame.kind is EventKind.VISIT:
                frame.span = (frame.span[0], chunk.end)
        elif chunk.kind == "PHONE":
            frame.kind = EventKind.CALL
        elif chunk.kind == "VIRTUAL":
            frame.mode = EventMode.VIRTUAL
        elif chunk.kind == sym.AGENTS and previous in ("PRESENCE", "INCL"):
            frame.add(chunk, Role.PARTICIPANT, "presence")
        elif chunk.kind == sym.AGENTS and previous in _ROLE_OF:
            frame.add(chunk, _ROLE_OF[previous], previous.lower())
        elif chunk.kind == sym.AGENTS and previous == "OF" and self._inviting(at):
            frame.add(chunk, Role.HOST, "invitation")
        elif chunk.kind == sym.AGENTS and previous == "WITH" and frame.noun:
            frame.add(chunk, Role.PARTICIPANT, "with")

    def _inviting(self, at: int) -> bool:
        """`at the invitation of A`."""
        before = at - 1
        while before > 0 and self.chunks[before].kind in ("OF", "DET"):
            before -= 1
        return self.chunks[before].kind == "INVITATION"

    def _enough(self, frame: RawFrame, verb: Verb, who: Chunk | None) -> bool:
        """Whether a verb frame says enough to be an event."""
        agents = {p.agent.key for p in frame.parts}
        they = who is not None and any(m.pronoun in ("THEY", "PAIR") for m in who.mentions)
        if who is not None and any(m.pronoun for m in who.mentions):
            frame.back = True
        if verb.frame.name in ("speakalone", "speak") and not self._leaders(frame):
            return False
        if verb.frame.name == "speakalone" and frame.places:
            frame.kind = EventKind.MEETING
        if verb.frame.needs >= 2:
            pronoun = frame.back and len(agents) >= 1
            return (
                len(agents) >= 2
                or pronoun
                or (they and bool(frame.places or frame.times))
                or (
                    len(agents) == 1
                    and any(
                        p.agent.type is AgentType.ORGANISATION
                        or p.agent.type is AgentType.COALITION
                        or p.agent.type is AgentType.GROUP
                        for p in frame.parts
                    )
                    and not verb.frame.strict
                )
            )
        if frame.kind is EventKind.VISIT:
            return bool(frame.places) and (bool(agents) or frame.back)
        if frame.kind is EventKind.SIGNING:
            return self._signed(frame, verb, bool(agents))
        return bool(agents)

    def _signed(self, frame: RawFrame, verb: Verb, agents: bool) -> bool:
        """Whether a treaty is signed: after the verb, or before a passive one."""
        index = self._index(frame)
        if verb.passive:
            told = agents or (verb.tense != "participle" and bool(frame.places))
            return told and any(c.kind == sym.TREATY for c in self.chunks[:index])
        return agents and any(c.kind == sym.TREATY for c in self.chunks[index : index + 13])

    def _leaders(self, frame: RawFrame) -> bool:
        """Two people of two countries: others who speak with each other are no event."""
        people = [p.agent for p in frame.parts if p.agent.type is AgentType.PERSON]
        return len({a.country or a.key for a in people}) >= 2

    def _index(self, frame: RawFrame) -> int:
        return next(i for i, c in enumerate(self.chunks) if c.start == frame.start)

    # adjuncts and times

    def _adjuncts(self) -> None:
        """`said at the summit`: who speaks at an event takes part in it."""
        for index, frame in self.nouns.items():
            before = index - 1
            while before >= 0 and self.chunks[before].kind in (*_SOFT, sym.AGENTS, "S", "OF") and index - before < 7:
                before -= 1
            if before < 0 or self.chunks[before].kind not in ("DURING", "IN"):
                continue
            governor = self._main_verb(before)
            if governor is None:
                continue
            verb = self.chunks[governor].verb
            chunk = self._agents_of(self._subject(governor))
            if chunk is None or verb is None or verb.negative or verb.passive:
                continue
            if verb.frame.name in ("say", "announce") and frame.kind in (
                EventKind.SUMMIT,
                EventKind.CONFERENCE,
                EventKind.MEETING,
            ):
                if verb.frame.name == "say" and frame.definite or self.chunks[before].kind == "DURING":
                    frame.add(_people(chunk), Role.PARTICIPANT, "speaks.at", 0.7)
            elif (
                verb.frame.name in ("leave", "other") and self.chunks[before].kind == "DURING" and frame.definite
            ):
                frame.add(_people(chunk), Role.PARTICIPANT, "during", 0.7)
            elif (
                verb.frame.kind is not None
                and governor in self.verbs
                and frame.kind in (EventKind.SUMMIT, EventKind.CONFERENCE)
            ):
                for part in self.verbs[governor].parts:
                    frame.parts.append(Part(part.agent, Role.PARTICIPANT, part.start, part.end, "meets.at", 0.7))

    def _purposes(self) -> None:
        """`meet in P for a summit`: the verb and the noun tell of one event."""
        for index, frame in list(self.verbs.items()):
            if frame.refers or frame.kind not in (EventKind.MEETING, EventKind.VISIT):
                continue
            for at in self._rest(index):
                noun = self.nouns.get(at)
                if noun is None:
                    continue
                if noun.kind in (EventKind.SUMMIT, EventKind.CONFERENCE, EventKind.NEGOTIATION, EventKind.MEETING) and self._prep_before(at) in ("TO",):
                    noun.parts.extend(p for p in frame.parts if p.agent.key not in noun.keys())
                    noun.places.extend(p for p in frame.places if p not in noun.places)
                    noun.statuses.extend(frame.statuses)
                    noun.span = (min(noun.span[0], frame.span[0]), noun.span[1])
                    self.merged[index] = at
                    del self.verbs[index]
                break

    def _errands(self) -> None:
        """`flies to P to meet B`: one event, the meeting."""
        order = sorted(self.verbs)
        for first, second in zip(order, order[1:], strict=False):
            trip, meeting = self.verbs[first], self.verbs[second]
            verb = self.chunks[second].verb
            if trip.kind is not EventKind.VISIT or meeting.kind is not EventKind.MEETING or verb is None:
                continue
            if verb.tense == "infinitive" and trip.keys() & meeting.keys():
                meeting.places = meeting.places or trip.places
                meeting.times.extend(t for t in trip.times if t not in meeting.times)
                meeting.statuses.extend(trip.statuses)
                self.merged[first] = second
                del self.verbs[first]

    def _visiting(self) -> None:
        """`held talks with B during a visit to P`: the talks are where and when the visit is."""
        for index, visit in self.nouns.items():
            if visit.kind is not EventKind.VISIT or self._prep_before(index) != "DURING":
                continue
            for other in (*self.nouns.values(), *self.verbs.values()):
                if other is not visit and other.kind in (EventKind.MEETING, EventKind.SIGNING) and other.keys():
                    other.places = other.places or list(visit.places)
                    other.times = other.times or list(visit.times)

    def _prep_before(self, at: int) -> str:
        before = at - 1
        while before >= 0 and self.chunks[before].kind in (*_SOFT, sym.AGENTS, "S"):
            before -= 1
        return self.chunks[before].kind if before >= 0 else ""

    def _travellers(self) -> None:
        """`A paid a visit to P`, `A, on a trip to P,`: the traveller is the subject of the clause."""
        for index, frame in self.nouns.items():
            if frame.kind is EventKind.VISIT and not frame.parts and frame.places:
                if (subject := self._left_subject(index) if index > 2 else self._following(index)) is not None:
                    frame.add(_people(self.chunks[subject]), Role.PARTICIPANT, "noun.traveller", 0.8)
                    frame.span = (min(frame.span[0], self.chunks[subject].start), frame.span[1])

    def _partners(self) -> None:
        """`A had a bilateral with B`, `A, hoping for talks with B,`: the subject is the other side."""
        for index, frame in self.nouns.items():
            rules = {p.rule for p in frame.parts}
            if rules != {"noun.with"} or frame.kind in (EventKind.SUMMIT, EventKind.CONFERENCE, EventKind.SIGNING):
                continue
            subject = self._left_subject(index)
            subject = self._opened(index) if subject is None else subject
            if subject is not None:
                frame.add(self.chunks[subject], Role.PARTICIPANT, "noun.with-subject", 0.8)
                frame.span = (min(frame.span[0], self.chunks[subject].start), frame.span[1])

    def _left_subject(self, index: int) -> int | None:
        """The subject of the clause in which a noun stands as object."""
        for at in range(index - 1, -1, -1):
            chunk = self.chunks[at]
            if chunk.kind in _STOP:
                return None
            if chunk.kind == sym.VERB and chunk.verb:
                if chunk.verb.frame.name in ("say", "announce", "propose") or chunk.verb.passive:
                    return None
                subject = self._subject(at)
                return subject if self._agents_of(subject) else None
            if chunk.kind == sym.AGENTS and not self._governed(at):
                return at
        return None

    def _opened(self, index: int) -> int | None:
        """`After talks with B, A said`: the subject of the clause that the noun's phrase opens."""
        first = all(c.kind not in (sym.AGENTS, sym.VERB, sym.QUOTE) for c in self.chunks[:index])
        return self._following(index) if first and self._prep_before(index) in ("DURING", "AROUND", "OF") else None

    def _main_verb(self, at: int) -> int | None:
        for index in range(at - 1, -1, -1):
            chunk = self.chunks[index]
            if chunk.kind in _STOP and chunk.kind != sym.QUOTE:
                return None
            if chunk.kind == sym.VERB and chunk.verb and chunk.verb.tense in (*_FINITE, "gerund"):
                return index
        return None

    def _heading(self) -> None:
        """Under a heading that is only a date, the events without a date are on that day."""
        words = [c for c in self.chunks if c.kind not in (",", ".", ":", "-", "DET")]
        times = [c.item.value for c in words if c.kind == sym.TIME and c.item is not None]
        if words and len(times) == len(words) == 1 and _of_writing(times[0]):
            self.context.heading = None
        elif words and len(times) == len(words) == 1:
            self.context.heading = times[0] if isinstance(times[0], StatedTime) else None
        elif self.context.heading is not None:
            for frame in (*self.nouns.values(), *self.verbs.values()):
                bind_heading(frame, self.context.heading)

    def _frame_at(self, at: int) -> RawFrame | None:
        chunk = self.chunks[at]
        if at in self.nouns:
            return self.nouns[at]
        if at in self.verbs:
            return self.verbs[at]
        if at in self.merged:
            return self.nouns.get(self.merged[at]) or self.verbs.get(self.merged[at])
        verb = chunk.verb
        if verb is None or verb.frame.event == "none" or verb.frame.name in ("announce",):
            return None
        subject = self._subject(at)
        if subject is not None and subject in self.nouns and verb.frame.event in ("subject", "both"):
            return self.nouns[subject]
        right = self._event_right(at, verb)
        return self.nouns[right] if right is not None else None

    def _place(self, frame: RawFrame, chunk: Chunk) -> None:
        if chunk.place is not None:
            place = (*chunk.place, chunk.start, chunk.end)
            if place not in frame.places:
                frame.places.append(place)


def _of_writing(value: object) -> bool:
    """Whether a time is that of the dispatch and of no event."""
    return isinstance(value, StatedTime) and value.place in (Place.DATELINE, Place.PUBLISHED)


def _people(chunk: Chunk) -> Chunk:
    kept = [m for m in chunk.mentions if not m.blocked and any(a.type is AgentType.PERSON for a in m.agents)]
    return Chunk(chunk.kind, chunk.start, chunk.end, chunk.first, chunk.last, kept, text=chunk.text)


def _status(verb: Verb) -> str | None:
    """The status that a verb's tense gives."""
    if verb.possible:
        return EventStatus.PROPOSED
    match verb.tense:
        case "future":
            return EventStatus.PLANNED
        case "past":
            return EventStatus.HELD
        case _:
            return None


def _edition(text: str) -> int | None:
    digits = "".join(c for c in text if c.isdigit())
    return int(digits) if digits and 0 < int(digits) < 500 and len(digits) <= 3 else None
